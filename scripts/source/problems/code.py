"""A code: one kind of thing that can be wrong, how it is said, what to do about it. Pure.

``registry`` holds them all, each once: the checks, ``check --explain`` and the page of messages
(``/gop-bai/loi/``) read the same entry.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from string import Formatter

from scripts.source.masking.masking import masked
from scripts.source.problems.shown import QUOTE_LIMIT, shown
from scripts.source.vietnam_time import say_date

_CURE = re.compile(r"(?:(?<=[.;:] )|^)(?:[Hh]ãy|[Nn]ếu [^.;]*, hãy|Chỉ dùng|có phải) .*", re.DOTALL)
"""Where a message stops saying what is wrong and begins to say what to do."""


class Severity(StrEnum):
    """What a code does to the story in which it is found."""

    PROBLEM = "problem"
    """The story is not published until it is mended."""
    REMARK = "remark"
    """Worth an editor's look, and no reason to refuse anything."""
    ADVICE = "advice"
    """How to write better: told to whoever works on the story, and kept back where everything is looked at."""


class _Shape(Formatter):
    """A message with its values put in: text made safe to show, a day as readers write it.

    A number after the colon is the longest that text may be; a comma there puts dots between thousands, which
    what may be a year must not have.
    """

    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec == ",":
            return f"{value:,}".replace(",", ".")
        if isinstance(value, str):
            return shown(value, int(format_spec or QUOTE_LIMIT))
        return say_date(value) if isinstance(value, date) else str(value)


_SHAPE = _Shape()


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """One entry of the registry, or another wording of it (``worded``)."""

    name: str
    """Stable, English, for machines and for looking up."""
    says: str
    """The message: Vietnamese, with named places for values, and what to do next at its end."""
    example: Mapping[str, object] = field(default_factory=dict)
    """Values that make ``says`` an example; it holds exactly the names that ``says`` does."""
    do: str = ""
    """What to do, where the message itself does not end with it."""
    severity: Severity = Severity.PROBLEM
    base: "Code | None" = None
    """The entry of which this is another wording."""
    house: str = ""
    """Of what the gate refuses: why no contributor's words can cause it. Empty: ``check`` must say it first."""

    def __post_init__(self) -> None:
        if self.names != set(self.example):
            message = f"{self.name}: the example holds {sorted(self.example)}, the message {sorted(self.names)}"
            raise ValueError(message)

    def worded(self, says: str, **example: object) -> "Code":
        """Return the same entry said in another way."""
        return replace(self, says=says, example=example, base=self.base or self)

    @property
    def names(self) -> set[str]:
        """The names of the values that the message needs."""
        return {name for _, name, _, _ in _SHAPE.parse(self.says) if name}

    @property
    def is_remark(self) -> bool:
        """Whether it stops nothing."""
        return self.severity is not Severity.PROBLEM

    @property
    def is_advice(self) -> bool:
        """Whether it is about good writing alone."""
        return self.severity is Severity.ADVICE

    @property
    def fault(self) -> str:
        """What is wrong, as the example says it."""
        said = self.said(self.example)
        fault = _CURE.sub("", said).rstrip(" ;:,")
        return fault if fault == said or fault.endswith(".") else f"{fault}."

    @property
    def cure(self) -> str:
        """What to do, as the example says it."""
        return self.cure_of(self.said(self.example))

    def cure_of(self, message: str) -> str:
        """Return what to do about a message of this code: its end, or else what the entry says."""
        found = _CURE.search(message)
        said = found.group() if found else self.do
        return said[:1].upper() + said[1:]

    def said(self, values: Mapping[str, object]) -> str:
        """Return the message with ``values``, masked; raises ``ValueError`` unless they are those it needs."""
        if set(values) != self.names:
            message = f"{self.name} needs {sorted(self.names)}, not {sorted(values)}"
            raise ValueError(message)
        return masked(_SHAPE.vformat(self.says, (), values))
