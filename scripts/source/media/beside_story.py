"""The photos and recordings beside a story: what is listed is there and sound, nothing is left over. Reads."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from scripts.source.media.audio_file import TOLERANCE, AudioFacts, load_audio, say_length, seconds_of
from scripts.source.media.media_file import MediaFaultError
from scripts.source.media.photo_file import PhotoFacts, load_photo
from scripts.source.problems.problem import START, Problem
from scripts.source.problems.registry.media import (
    AUDIO_LENGTH,
    AUDIO_LENGTH_FORM,
    IMAGE_UNLISTED,
    MEDIA_MISSING,
    MEDIA_UNUSED,
)
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.text.body import Body
from scripts.source.text.strict_yaml import Location, YamlDocument
from scripts.source.tree import StoryFolder

Facts = TypeVar("Facts")


def load_media_of(
    folder: StoryFolder, front: FrontMatter, document: YamlDocument, body: Body
) -> tuple[tuple[PhotoFacts, ...], tuple[AudioFacts, ...], list[Problem]]:
    """Return what is known of each photo and recording that the story lists, and what is wrong with any of them."""
    problems = [*_check_listed(folder, front, document), *_check_shown(front, body), *_check_used(folder, front, body)]
    photos, wrong_photos = _load("photos", [photo.file for photo in front.photos], load_photo, folder, document)
    recordings, wrong = _load("audio", [recording.file for recording in front.audio], load_audio, folder, document)
    lengths = _check_lengths(front, document, {facts.file: facts for facts in recordings})
    return photos, recordings, [*problems, *wrong_photos, *wrong, *lengths]


def _listed(front: FrontMatter) -> Iterator[tuple[Location, str]]:
    """Yield each file the story lists, and where it does."""
    yield from ((("photos", index, "file"), photo.file) for index, photo in enumerate(front.photos))
    yield from ((("audio", index, "file"), recording.file) for index, recording in enumerate(front.audio))


def _check_listed(folder: StoryFolder, front: FrontMatter, document: YamlDocument) -> Iterator[Problem]:
    """Each listed photo and recording lies in the folder."""
    for place, name in _listed(front):
        if name not in folder.media:
            yield document.problem(place, MEDIA_MISSING, name=name)


def _check_shown(front: FrontMatter, body: Body) -> Iterator[Problem]:
    """The body shows only listed photos."""
    listed = {photo.file for photo in front.photos}
    for image in body.images:
        if image.target not in listed:
            yield body.source.problem(image.mark, IMAGE_UNLISTED, target=image.target)


def _check_used(folder: StoryFolder, front: FrontMatter, body: Body) -> Iterator[Problem]:
    """Each file in the folder is listed."""
    for name in sorted(folder.media.difference(name for _, name in _listed(front))):
        yield body.source.problem(START, MEDIA_UNUSED, name=name)


def _check_lengths(front: FrontMatter, document: YamlDocument, known: Mapping[str, AudioFacts]) -> Iterator[Problem]:
    """A recording lasts as long as the story says: the page and the podcast tell readers so."""
    for index, recording in enumerate(front.audio):
        if facts := known.get(recording.file):
            place, said = ("audio", index, "length"), seconds_of(recording.length)
            measured = say_length(facts.seconds)
            if said is None:
                yield document.problem(place, AUDIO_LENGTH_FORM, written=recording.length, measured=measured)
            elif abs(said - round(facts.seconds)) > TOLERANCE:
                written, name = recording.length, recording.file
                yield document.problem(place, AUDIO_LENGTH, written=written, name=name, measured=measured)


def _load(
    key: str, names: list[str], load: Callable[[Path], Facts], folder: StoryFolder, document: YamlDocument
) -> tuple[tuple[Facts, ...], list[Problem]]:
    """Return what is known of the files listed under ``key``; those that are not there were reported already."""
    known: list[Facts] = []
    problems: list[Problem] = []
    for index, name in enumerate(names):
        if name in folder.media:
            try:
                known.append(load(folder.file.parent / name))
            except MediaFaultError as fault:
                problems.append(document.problem((key, index, "file"), fault.code, name=name, **fault.values))
    return tuple(known), problems
