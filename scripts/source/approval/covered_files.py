"""The photos and recordings an approval covers beside the text. Reads."""

import hashlib
from pathlib import Path

from scripts.source.plain_file import open_plain
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.tree import StoryFolder


def listed_files(front: FrontMatter) -> tuple[str, ...]:
    """Return the photos and recordings the story lists."""
    return (*(photo.file for photo in front.photos), *(recording.file for recording in front.audio))


def media_digests(folder: StoryFolder, front: FrontMatter) -> dict[str, str]:
    """Return the SHA-256 of each photo and recording the story lists: what an approval covers beside the text."""
    return {name: _digest(folder.file.parent / name) for name in listed_files(front)}


def _digest(file: Path) -> str:
    with open_plain(file) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
