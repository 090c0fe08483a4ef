"""The photos and recordings of an edition as files: re-encoded once, kept by content. Reads content, writes a cache.

Nothing of a contributed photo but its pixels is ever published, nor of a recording but its sound.
``render.pictures`` says which files there are; a story that is not in the edition has none.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import PIL
from PIL import features

from scripts.catalog.catalog import Catalog
from scripts.publish.disk.kept_files import KeptFiles
from scripts.publish.images.photo_pixels import encode_all
from scripts.render.reading.pictures import PRESS, WEB, Encoding, photo_url, recording_url
from scripts.source.library import Library
from scripts.source.media.audio_file import MAX_AUDIO_BYTES, READERS
from scripts.source.media.media_file import load_media
from scripts.source.media.photo_file import MAX_PHOTO_BYTES, PhotoFacts
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Taxonomy

ENCODERS = " ".join([PIL.__version__, *(f"{name} {features.version(name)}" for name in ("libjpeg_turbo", "webp"))])
"""What the bytes of an encoded photo depend on besides the photo and the encoding."""


class MediaChangedError(Exception):
    """A photo or a recording is no longer the one that was checked; the message is its name."""


class PhotoFiles:
    """The photos of a library as files to publish."""

    def __init__(self, library: Library, kept: KeptFiles) -> None:
        self._folders = {f"{file.parent.parent.name}/{file.parent.name}": file.parent for file in library.files}
        self._kept = kept

    def for_pages(self, story: Story) -> Iterator[tuple[str, bytes]]:
        """Yield the photos and recordings that the page of ``story`` shows, by their address.

        Raises ``MediaChangedError`` if a file changed since it was checked.
        """
        for facts in story.photos:
            for encoding, data in self._encoded(story, facts, WEB):
                yield photo_url(story, facts, encoding), data
        for recording in story.recordings:
            data = self._source(story, recording.file, recording.digest, MAX_AUDIO_BYTES)
            yield recording_url(story, recording), READERS[PurePosixPath(recording.file).suffix](data).bare

    def for_press(self, story: Story, taxonomy: Taxonomy) -> dict[str, bytes]:
        """Return the photos whose licence lets newspapers print them: JPEG at most 2400 wide, by the photo's file."""
        known = {facts.file: facts for facts in story.photos}
        return {
            photo.file: data
            for photo in story.front.photos
            if photo.file in known and taxonomy.licences[photo.licence].press
            for _, data in self._encoded(story, known[photo.file], (PRESS,))
        }

    def _encoded(
        self, story: Story, facts: PhotoFacts, encodings: Sequence[Encoding]
    ) -> Iterator[tuple[Encoding, bytes]]:
        kept = [self._kept.get(_key(facts, encoding)) for encoding in encodings]
        if None in kept:
            data = self._source(story, facts.file, facts.digest, MAX_PHOTO_BYTES)
            made = encode_all(data, facts, encodings)
            for encoding, encoded in zip(encodings, made, strict=True):
                self._kept.put(_key(facts, encoding), encoded)
            yield from zip(encodings, made, strict=True)
        else:
            yield from ((e, data) for e, data in zip(encodings, kept, strict=True) if data is not None)

    def _source(self, story: Story, file: str, digest: str, limit: int) -> bytes:
        data = load_media(self._folders[story.key] / file, limit)
        if hashlib.sha256(data).hexdigest() != digest:
            name = f"{story.key}/{file}"
            raise MediaChangedError(name)
        return data


def story_media(catalog: Catalog, library: Library, cache: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield every photo and recording of the edition's stories, by its path in the site.

    ``cache`` is a folder of its own; what no story of ``library`` needs any more goes from it.
    """
    kept = KeptFiles(cache)
    photos = PhotoFiles(library, kept)
    for story in catalog.stories:
        yield from ((PurePosixPath(address), data) for address, data in photos.for_pages(story))
    for story in library.stories:
        for facts in story.photos:
            for encoding in (*WEB, PRESS):
                kept.spare(_key(facts, encoding))
    kept.forget_unused()


def _key(facts: PhotoFacts, encoding: Encoding) -> str:
    """Return the name under which an encoded photo is kept: all that its bytes depend on."""
    return f"{facts.digest} {facts.width} {facts.height} {encoding} {ENCODERS}"
