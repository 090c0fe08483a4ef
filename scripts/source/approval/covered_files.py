"""The photos and recordings an approval covers beside the text. Reads."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from scripts.source.plain_file import open_plain
from scripts.source.schema.declared import leaves_of
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.told import Words
from scripts.source.text.strict_yaml import Location
from scripts.source.tree import StoryFolder


def listed_files(front: FrontMatter) -> tuple[str, ...]:
    """Return the photos and recordings the story lists, in the order of the schema."""
    return tuple(name for _, name in places_of_files(front))


def places_of_files(front: FrontMatter) -> Iterator[tuple[Location, str]]:
    """Yield every file the story lists, with the place that names it: whatever key the schema calls a file."""
    yield from ((leaf.location, leaf.value) for leaf in leaves_of(front) if leaf.told.words is Words.FILE)


def media_digests(folder: StoryFolder, front: FrontMatter) -> dict[str, str]:
    """Return the SHA-256 of each photo and recording the story lists: what an approval covers beside the text."""
    return {name: _digest(folder.file.parent / name) for name in listed_files(front)}


def _digest(file: Path) -> str:
    with open_plain(file) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
