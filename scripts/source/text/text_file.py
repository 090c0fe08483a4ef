"""A file of ``content/`` as text. Reads at most one byte more than a story may have, and follows no link."""

from os import SEEK_END
from pathlib import Path

from scripts.source.plain_file import NotPlainError, open_plain
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.form import UNREADABLE
from scripts.source.problems.shown import shown
from scripts.source.problems.system_words import say_why
from scripts.source.text.characters import MAX_BYTES, decode_text, too_large
from scripts.source.text.source_text import SourceText


def read_text(file: Path) -> tuple[SourceText | None, list[Problem]]:
    """Return the text of ``file``, or ``None``, and what is wrong with it."""
    path = printable(file)
    try:
        with open_plain(file) as stream:
            data = stream.read(MAX_BYTES + 1)
            size = stream.seek(0, SEEK_END)
    except NotPlainError as error:
        return None, [problem_at(path, START, error.code)]
    except OSError as error:
        return None, [problem_at(path, START, UNREADABLE, why=say_why(error))]
    if len(data) > MAX_BYTES:
        return None, [too_large(max(size, len(data)), path)]
    return decode_text(data, path)


def printable(path: Path) -> str:
    """Return ``path`` as messages show it: ``/`` between its parts, nothing a terminal could act on."""
    return shown(decodable(path.as_posix()), limit=1000)


def decodable(name: str) -> str:
    """Return the name of a file with its bytes that are not UTF-8 replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
