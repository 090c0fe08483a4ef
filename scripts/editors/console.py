"""What every command works with: where it speaks, what time it is, what its exit status means. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

GOOD, PROBLEMS, WRONG_USE, LEFT_OUT, OUR_FAULT = 0, 1, 2, 3, 70
"""Exit statuses: good; problems, and so nothing was done; wrong use; done, but something was left out and said;
a fault of the program (EX_SOFTWARE of sysexits.h)."""


@dataclass(frozen=True, slots=True)
class Console:
    """Where a command speaks: results on ``out``, remarks on ``err``."""

    out: Callable[[str], object]
    err: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Session:
    """What the command line knows and a command does not: the folders, the moment, the screen."""

    root: Path
    """Holds ``docs/``, ``theme/`` and ``mkdocs.yml``."""
    content: Path
    moment: datetime
    """Now, in the time of Vietnam, or the moment that was chosen (``--at``)."""
    console: Console
    day: date | None = None
    """What day it is, when ``moment`` was chosen."""

    @property
    def today(self) -> date:
        """What day it is: whatever moment is chosen, what was approved or withdrawn since then was."""
        return self.day or self.moment.date()
