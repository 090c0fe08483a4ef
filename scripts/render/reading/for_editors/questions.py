"""The questions of the fact check as the preview shows them: what is to be asked, what was answered by whom. Pure."""

from dataclasses import dataclass

from scripts.catalog.catalog import Catalog, Edition
from scripts.render.wording import capital, say_date, say_number
from scripts.source.schema.desk_parts import ABOUT_NAMES, OpenQuestion
from scripts.source.story import Story


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and its answer when somebody gave one."""

    about: str
    """``Con số``."""
    text: str
    answer: str = ""
    by: str = ""
    """``Hội Nông dân xã Kiên Bình, 20-11-2026``; empty while it is open."""


@dataclass(frozen=True, slots=True)
class Questions:
    """The box on the page of a story in the preview."""

    heading: str
    """``Cần kiểm lại trước khi duyệt (3)``; empty when nothing is open."""
    asked: tuple[Question, ...]
    answered: tuple[Question, ...]
    answered_heading: str
    """``Đã kiểm (2)``; empty when nothing was answered."""


def questions_of(story: Story, catalog: Catalog) -> Questions | None:
    """Return what the preview shows; ``None`` where nothing was asked, and always in the public edition."""
    questions = story.front.to_verify
    if catalog.edition is not Edition.PREVIEW or not questions:
        return None
    asked = tuple(_shown(one) for one in questions if one.is_open)
    answered = tuple(_shown(one) for one in questions if not one.is_open)
    before = "" if story.doubted else " trước khi duyệt"
    return Questions(
        heading=f"Cần kiểm lại{before} ({say_number(len(asked))})" if asked else "",
        asked=asked,
        answered=answered,
        answered_heading=f"Đã kiểm ({say_number(len(answered))})" if answered else "",
    )


def _shown(question: OpenQuestion) -> Question:
    signed = (question.by, say_date(question.date) if question.date else None)
    return Question(
        capital(ABOUT_NAMES[question.about]), question.text, question.answer or "", ", ".join(filter(None, signed))
    )
