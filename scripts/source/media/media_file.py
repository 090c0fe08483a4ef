"""A file beside a story, read as bytes, and how what is wrong with it is said. Reads at most what it is told to."""

import os
from pathlib import Path

from scripts.source.problems.problem import shown


class MediaFaultError(Exception):
    """What is wrong with a photo or a recording: a stable ``code``, and what to do, in Vietnamese.

    ``message`` goes on from the name of the file: ``Tệp “a.jpg” …``.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


def load_media(file: Path, limit: int) -> bytes:
    """Return at most ``limit + 1`` bytes of ``file``; follows no link. Raises ``MediaFaultError``."""
    try:
        with os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        message = f"không đọc được ({shown(error.strerror or '')}). Hãy kiểm lại quyền của tệp."
        raise MediaFaultError("unreadable", message) from error
