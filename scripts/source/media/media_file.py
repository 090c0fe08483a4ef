"""A file beside a story, read as bytes, and how what is wrong with it is said. Reads at most what it is told to."""

import os
from pathlib import Path

from scripts.source.problems.code import Code
from scripts.source.problems.registry.form import UNREADABLE_MEDIA


class MediaFaultError(Exception):
    """What is wrong with a photo or a recording; the name of the file is still to be added to ``values``."""

    def __init__(self, code: Code, /, **values: object) -> None:
        super().__init__(code.name)
        self.code, self.values = code, values


def load_media(file: Path, limit: int) -> bytes:
    """Return at most ``limit + 1`` bytes of ``file``; follows no link. Raises ``MediaFaultError``."""
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise MediaFaultError(UNREADABLE_MEDIA, why=error.strerror or "") from error
