"""A text of ``content/`` that knows its file and its place in it, and makes the problems found there. Pure."""

from dataclasses import dataclass

from scripts.source.problems.code import Code
from scripts.source.problems.problem import Mark, Problem, problem_at


@dataclass(frozen=True, slots=True)
class SourceText:
    """A whole file, or some lines of it; whoever reads it needs nothing else to say where something stands."""

    text: str
    path: str = ""
    """The file as messages show it (``text_file.printable``); empty for a text that is in no file."""
    first_line: int = 1
    """The line of the file on which ``text`` begins."""

    @property
    def start(self) -> Mark:
        """Where the text begins."""
        return Mark(self.first_line, 1)

    @property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return self.text.split("\n")

    def mark(self, index: int) -> Mark:
        """Return the place in the file of ``text[index]``; linear in ``index``."""
        return Mark(self.text.count("\n", 0, index) + self.first_line, index - self.text.rfind("\n", 0, index))

    def part(self, first: int, last: int | None = None) -> "SourceText":
        """Return the lines from ``first`` up to ``last`` (counted from 0, ``last`` is not in it), with their ends."""
        lines = self.lines
        kept = [f"{line}\n" for line in lines[:-1]] + lines[-1:]
        return SourceText("".join(kept[first:last]), self.path, self.first_line + first)

    def problem(self, mark: Mark, code: Code, /, **values: object) -> Problem:
        """Return what ``code`` says of ``values``, at ``mark`` in this file."""
        return problem_at(self.path, mark, code, **values)
