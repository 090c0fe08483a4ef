"""A problem: what is wrong, exactly where, and what to do next. Pure."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from scripts.source.masking.masking import masked

_CI_COMMAND = re.compile(r"::|##(?=[a-z]*\[)")
_QUOTE_LIMIT = 60


class Mark(NamedTuple):
    """A place in a file: line and column, both counted from 1 in characters."""

    line: int
    column: int


START = Mark(1, 1)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an editor has to mend.

    ``message`` is Vietnamese and says what to do; ``code`` is stable English for machines.
    """

    path: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        """Return the one-line form ``file:line:column: message [code]``."""
        return f"{self.path}:{self.line}:{self.column}: {self.message} [{self.code}]"

    def __lt__(self, other: "Problem") -> bool:
        """Sort by file and place, problems and remarks together (``dataclass`` orders values of one class only)."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, int, str, str]:
        return self.path, self.line, self.column, self.code, self.message


@dataclass(frozen=True, slots=True)
class Remark(Problem):
    """Worth an editor's look at this place, and no reason to refuse anything."""


def problem_at(path: str, mark: Mark, code: str, message: str) -> Problem:
    """Return a ``Problem`` at ``mark``; whatever is private in ``message`` is masked."""
    return Problem(path, mark.line, mark.column, code, masked(message))


def remark_at(path: str, mark: Mark, code: str, message: str) -> Remark:
    """Return a ``Remark`` at ``mark``, masked like a problem."""
    return Remark(path, mark.line, mark.column, code, masked(message))


def shown(text: str, limit: int = _QUOTE_LIMIT) -> str:
    r"""Return contributed ``text`` safe to print in a message: one line, short, no controls.

    Anything that a terminal or a CI log could act on becomes ``\u{…}``; so do ``::`` and
    ``##[``, the signs of GitHub's and Azure's commands: their runners look for the second
    anywhere in a line (actions/runner, ``ActionCommand.TryParse``). What is private is masked
    before the text is cut: half a number is a number too many.
    """
    text = masked(text)
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    plain = "".join(character if character.isprintable() else _escaped(character) for character in short)
    return _CI_COMMAND.sub(lambda sign: _escaped(sign.group()), plain)


def _escaped(text: str) -> str:
    return "".join(f"\\u{{{ord(character):x}}}" for character in text)
