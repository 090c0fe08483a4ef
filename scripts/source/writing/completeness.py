"""How complete a story is: what another commune would still have to ask. Pure; for editors and approvers alone.

A grade is no judgement of the deed, nor of the writing, and no reader of the public edition ever sees one.
"""

from dataclasses import dataclass
from enum import StrEnum

from scripts.source.schema.story_keys import FrontMatter
from scripts.source.text.body import HOW_TO, Body
from scripts.source.vocabulary.style import Style
from scripts.source.writing.telling import CONTEXT, LEAST_STEPS, RESULT, needs_lacking, steps_in, undated_in


class Grade(StrEnum):
    """How much of what another place needs is told."""

    STUB = "stub"
    """The steps or the result are missing: one learns that something was done."""
    PARTIAL = "partial"
    """One learns what was done and what came of it, and something is missing."""
    COMPLETE = "complete"
    """Nothing that can be asked for is missing."""


GRADE_NAMES = {Grade.STUB: "sơ lược", Grade.PARTIAL: "gần đủ", Grade.COMPLETE: "đầy đủ"}


@dataclass(frozen=True, slots=True)
class Completeness:
    """The grade of a story, and why it is not a better one."""

    grade: Grade
    missing: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The grade in a word or two: ``gần đủ``."""
        return GRADE_NAMES[self.grade]

    @property
    def said(self) -> str:
        """What an editor reads: ``gần đủ, còn thiếu: Làm theo``."""
        return f"{self.name}, còn thiếu: {'; '.join(self.missing)}" if self.missing else self.name


def completeness_of(front: FrontMatter, body: Body, style: Style) -> Completeness:
    """Return how complete a story is, by what the rules of ``telling`` ask for and by the sections it has."""
    missing: list[str] = []
    told = {heading for heading, text in body.texts if text}
    steps = steps_in(body) >= LEAST_STEPS
    result = bool(front.results) or RESULT in told
    missing += [] if CONTEXT in told else ["bối cảnh"]
    missing += [] if steps else ["các bước làm"]
    missing += [] if result else ["kết quả"]
    if (undated := undated_in(front)) * 2 > len(front.results):
        missing.append(f"năm của {undated} con số")
    if HOW_TO not in told:
        missing.append("phần Làm theo")
    elif lacking := needs_lacking(body, style):
        missing.append(f"{', '.join(lacking)} trong Làm theo")
    if not (steps and result):
        return Completeness(Grade.STUB, tuple(missing))
    return Completeness(Grade.PARTIAL if missing else Grade.COMPLETE, tuple(missing))
