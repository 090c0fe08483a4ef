"""A problem: what is wrong, exactly where, and what to do next. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from scripts.source.problems.code import Code


class Mark(NamedTuple):
    """A place in a file: line and column, both counted from 1 in characters."""

    line: int
    column: int


START = Mark(1, 1)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an editor has to mend, or a remark on what may stay.

    ``message`` is for people: a program asks ``kind`` and ``values``.
    """

    path: str
    line: int
    column: int
    kind: Code = field(compare=False)
    message: str
    """Vietnamese; what is private in it is masked."""
    values: Mapping[str, object] = field(default_factory=dict, compare=False)
    """What was put into the message, as it was written: not masked, so never to be printed."""

    def __str__(self) -> str:
        """Return the one-line form ``file:line:column: message [code]``."""
        return f"{self.path}:{self.line}:{self.column}: {self.message} [{self.code}]"

    def __lt__(self, other: "Problem") -> bool:
        """Sort by file and place, problems and remarks together."""
        return self._order < other._order

    @property
    def code(self) -> str:
        """The stable English name of what is wrong, for machines."""
        return self.kind.name

    @property
    def is_remark(self) -> bool:
        """Whether it stops nothing."""
        return self.kind.is_remark

    @property
    def is_advice(self) -> bool:
        """Whether it is about good writing alone."""
        return self.kind.is_advice

    @property
    def _order(self) -> tuple[str, int, int, str, str]:
        return self.path, self.line, self.column, self.code, self.message


def problem_at(path: str, mark: Mark, code: Code, /, **values: object) -> Problem:
    """Return what ``code`` says of ``values``, at ``mark``."""
    return Problem(path, mark.line, mark.column, code, code.said(values), values)
