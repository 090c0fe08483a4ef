"""Files that no key lists, or under names they may not have: is it a photo, does it say where it was taken. Reads.

What lies beside a story is committed with it, listed or not. So every image is looked at,
whatever its name says, before it enters history.
"""

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from scripts.source.media.audio_file import load_audio
from scripts.source.media.image_kind import HEIC, image_kind, other_kind, plain_photo_name
from scripts.source.media.media_file import MediaFaultError, load_media
from scripts.source.media.photo_file import load_photo
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.media import (
    AUDIO_GPS,
    AUDIO_PERSONAL_DATA,
    PHOTO_GPS,
    PHOTO_HEIC,
    PHOTO_METADATA,
    PHOTO_OF_OTHER_TYPE,
    PHOTO_PERSONAL_DATA,
    PHOTO_UNDER_OTHER_NAME,
)
from scripts.source.text.text_file import decodable, printable
from scripts.source.tree import AUDIO_ENDINGS, Misnamed, StoryFolder

_TELLS = {code.name for code in (PHOTO_GPS, PHOTO_METADATA, PHOTO_PERSONAL_DATA, AUDIO_GPS, AUDIO_PERSONAL_DATA)}
"""What must not be committed even in a file that is not used."""


def look_into(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield ``problems``; of a file that turns out to be an image, what is wrong with the image."""
    for problem in problems:
        if isinstance(problem, Misnamed):
            yield _named(problem)
            yield from _telling(problem.file)
        else:
            yield problem


def check_unlisted(folder: StoryFolder, listed: Container[str]) -> Iterator[Problem]:
    """A file that the story does not list is held to what must not enter history."""
    for name in sorted(folder.media):
        if name not in listed:
            yield from _telling(folder.file.with_name(name))


def _named(problem: Misnamed) -> Problem:
    """Return what is wrong with a name, of an image beside a story with its own cure."""
    name, start = decodable(problem.file.name), _start_of(problem.file)
    if not problem.beside_story:
        return problem
    if (kind := image_kind(start)) == HEIC:
        return problem_at(problem.path, START, PHOTO_HEIC, name=name)
    if kind:
        proposal = plain_photo_name(problem.file.name, kind)
        return problem_at(problem.path, START, PHOTO_UNDER_OTHER_NAME, kind=kind, name=proposal)
    if kind := other_kind(start):
        return problem_at(problem.path, START, PHOTO_OF_OTHER_TYPE, name=name, kind=kind)
    return problem


def _telling(file: Path) -> Iterator[Problem]:
    """Yield what ``file`` tells that must not be committed, if it is an image or a recording."""
    start = _start_of(file)
    is_image = image_kind(start) or other_kind(start)
    if not is_image and not file.name.lower().endswith(AUDIO_ENDINGS):
        return
    try:
        load_photo(file) if is_image else load_audio(file)
    except MediaFaultError as fault:
        if fault.code.name in _TELLS:
            yield problem_at(printable(file), START, fault.code, name=decodable(file.name), **fault.values)


def _start_of(file: Path) -> bytes:
    try:
        return load_media(file, 255)
    except MediaFaultError:
        return b""
