"""Photos and recordings as a page shows them: which files there are, how large, under which name. Pure.

The names carry a hash of the photo and of how it is encoded, so a browser may keep a file for
ever; ``publish`` makes the files that are named here, and no other.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.render.reading.picture_views import Picture, PictureFile, Recording
from scripts.render.urls import story_file_url
from scripts.render.wording import say_date
from scripts.source.media.audio_file import AudioFacts
from scripts.source.media.photo_file import PhotoFacts
from scripts.source.schema.story_parts import Photo
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Encoding:
    """One way in which a photo is published: the format, the widest it may be in pixels, the quality."""

    format: str
    ending: str
    width: int
    quality: int


WEB = (
    Encoding("WEBP", "webp", 480, 76),
    Encoding("WEBP", "webp", 1200, 76),
    Encoding("JPEG", "jpg", 480, 78),
    Encoding("JPEG", "jpg", 1200, 78),
)
"""For pages: a phone's column and a screen's, in the small format and in the one that everything reads."""
PRESS = Encoding("JPEG", "jpg", 2400, 90)
"""For a newspaper: 20 cm across at 300 dots an inch."""

_RECIPE = repr((WEB, PRESS))


def width_of(facts: PhotoFacts, encoding: Encoding) -> int:
    """Return how wide the photo is published: never wider than it is."""
    return min(facts.width, encoding.width)


def height_of(facts: PhotoFacts, encoding: Encoding) -> int:
    """Return how high it is then."""
    return max(1, round(facts.height * width_of(facts, encoding) / facts.width))


def file_name(facts: PhotoFacts, encoding: Encoding) -> str:
    """Return the name of a published photo: ``hop-to-1f3a90bc-480.webp``."""
    mark = hashlib.sha256(f"{facts.digest} {_RECIPE}".encode()).hexdigest()[:8]
    return f"{_stem(facts.file)}-{mark}-{width_of(facts, encoding)}.{encoding.ending}"


def photo_url(story: Story, facts: PhotoFacts, encoding: Encoding) -> str:
    """Return the address of a published photo of ``story``."""
    return story_file_url(story.key, file_name(facts, encoding))


def recording_url(story: Story, facts: AudioFacts) -> str:
    """Return the address of a published recording of ``story``: ``phat-thanh-1f3a90bc.mp3``."""
    ending = facts.file.rpartition(".")[2]
    return story_file_url(story.key, f"{_stem(facts.file)}-{facts.published[:8]}.{ending}")


def pictures_of(story: Story, taxonomy: Taxonomy) -> dict[str, Picture]:
    """Return the photos of ``story`` by their file, in the order of the story."""
    known = {facts.file: facts for facts in story.photos}
    return {
        photo.file: _picture(story, photo, known[photo.file], taxonomy)
        for photo in story.front.photos
        if photo.file in known
    }


def lead_file(story: Story) -> str:
    """Return the file of the photo that stands for ``story``; empty without photos."""
    return lead.file if (lead := story.front.lead_photo) else ""


def recordings_of(story: Story, taxonomy: Taxonomy) -> Iterator[Recording]:
    """Yield the recordings of ``story``, in its order."""
    known = {facts.file: facts for facts in story.recordings}
    for item in story.front.audio:
        if item.file in known:
            address = recording_url(story, known[item.file])
            licence = taxonomy.licences[item.licence].name
            yield Recording(address, item.outlet, say_date(item.date), item.length, licence, item.transcript)


def _picture(story: Story, photo: Photo, facts: PhotoFacts, taxonomy: Taxonomy) -> Picture:
    files: dict[str, dict[int, PictureFile]] = {}
    for encoding in WEB:
        width = width_of(facts, encoding)
        files.setdefault(encoding.ending, {})[width] = PictureFile(photo_url(story, facts, encoding), width)
    largest = max(WEB, key=lambda encoding: encoding.width)
    return Picture(
        alt=photo.alt,
        caption=photo.caption,
        credit=photo.credit,
        licence=taxonomy.licences[photo.licence].name,
        width=width_of(facts, largest),
        height=height_of(facts, largest),
        small=tuple(files["webp"].values()),
        plain=tuple(files["jpg"].values()),
    )


def _stem(name: str) -> str:
    return name.rpartition(".")[0]
