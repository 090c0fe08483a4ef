"""Which files a run was asked for, and which the problems found so far leave out. Pure."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from scripts.source.problems.problem import Problem
from scripts.source.text.text_file import printable
from scripts.source.tree import STORY_FILE


class Wanted:
    """Which paths were asked for: those above or below one of ``only``; all if it is empty."""

    def __init__(self, only: Sequence[Path]) -> None:
        self.only = [path.parent if path.name == STORY_FILE else path for path in only]

    def __contains__(self, place: Path) -> bool:
        return not self.only or any(
            place == path or path in place.parents or place in path.parents for path in self.only
        )

    def among(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the ``problems`` of files that were asked for."""
        said = Wanted([Path(printable(path)) for path in self.only])
        return [problem for problem in problems if Path(problem.path) in said]


class Spoilt:
    """Which files are left out for what was found beside them: they lie in a folder, or are a file, of a problem.

    Nothing of a story is published while a foreign file lies in its folder: nobody has looked at it.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self._places = frozenset(problem.path for problem in problems if not problem.is_remark)
        self._folders = frozenset(path.rpartition("/")[0] for path in self._places)

    def __contains__(self, path: str) -> bool:
        folder = path.rpartition("/")[0]
        beside = folder in self._folders and path.endswith(f"/{STORY_FILE}")
        return path in self._places or folder in self._places or beside
