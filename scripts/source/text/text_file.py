"""A file of ``content/`` as text. Reads at most one byte more than a story may have, and follows no link."""

import os
from pathlib import Path

from scripts.source.problems.problem import START, Problem, problem_at, shown
from scripts.source.text.characters import MAX_BYTES, decode_text, too_large


def read_text(file: Path, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text of ``file``, or ``None``, and what is wrong with it; ``path`` is its name in messages."""
    try:
        # O_NOFOLLOW: even a link put there after the folder was looked through is not followed.
        with os.fdopen(os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
            size = os.fstat(stream.fileno()).st_size
    except OSError as error:
        message = f"Không đọc được tệp này ({shown(error.strerror or '')}). Hãy kiểm lại quyền của tệp."
        return None, [problem_at(path, START, "unreadable", message)]
    if len(data) > MAX_BYTES:
        return None, [too_large(max(size, len(data)), path)]
    return decode_text(data, path)
