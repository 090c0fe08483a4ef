"""Reports about the movement, ``content/reports``: figures with their act, source and time, and no story. Reads.

What holds for each is in ``rules/report_rules``. A report names nobody but whoever agreed to it in a story
that it links to (``privacy/other_words``).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from scripts.source.addresses import key_at
from scripts.source.house_texts.house_text import HouseText, check_titles_differ, files_in, read_written
from scripts.source.house_texts.report_keys import ReportFront
from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.lists import REPEATED_REPORT_TITLE
from scripts.source.problems.registry.media import IMAGE_IN_REPORT


@dataclass(frozen=True, slots=True)
class Report(HouseText[ReportFront]):
    """One file of ``content/reports``, read and checked."""

    FOLDER: ClassVar[str] = "reports"

    @property
    def stories(self) -> tuple[str, ...]:
        """The keys of the stories that its words link to, as they are written."""
        return tuple(key_at(link.target) for link in self.body.story_links)

    @property
    def questions(self) -> int:
        """How many questions of the fact check nobody has answered yet: while there is one, nobody approves it."""
        return sum(question.is_open for question in self.front.to_verify)


def load_reports(folder: Path, keys: frozenset[str]) -> tuple[tuple[Report, ...], list[Problem]]:
    """Return the reports in ``folder``, sorted by name, and every problem of theirs.

    One that has problems is among them, if it can be read at all. ``keys`` are the stories that
    exist or once did. Without the folder there is no report.
    """
    reports: list[Report] = []
    problems: list[Problem] = []
    for file in files_in(folder):
        written, found = read_written(file, ReportFront, keys, IMAGE_IN_REPORT)
        problems += found
        if written is not None and written.front is not None:
            reports.append(Report(file.stem, written.front, written.body, written.source, written.document))
    titles = ((one.path, one.front.title) for one in reports)
    return tuple(reports), [*problems, *check_titles_differ(titles, REPEATED_REPORT_TITLE)]
