"""A file beside a story, read as bytes, and how what is wrong with it is said. Reads at most what it is told to."""

from pathlib import Path

from scripts.source.plain_file import open_plain
from scripts.source.problems.code import Code
from scripts.source.problems.registry.form import UNREADABLE_MEDIA
from scripts.source.problems.system_words import say_why


class MediaFaultError(Exception):
    """What is wrong with a photo or a recording; the name of the file is still to be added to ``values``."""

    def __init__(self, code: Code, /, **values: object) -> None:
        super().__init__(code.name)
        self.code, self.values = code, values


def load_media(file: Path, limit: int) -> bytes:
    """Return at most ``limit + 1`` bytes of ``file``; follows no link. Raises ``MediaFaultError``."""
    try:
        with open_plain(file) as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise MediaFaultError(UNREADABLE_MEDIA, why=say_why(error)) from error
