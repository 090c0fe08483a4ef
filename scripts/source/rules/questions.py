"""The questions of the fact check in ``to_verify``: what an answer must say, and what an open one stops. Pure."""

import re
from collections.abc import Iterable, Iterator

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.approval import (
    ANSWER_MISSING,
    ANSWER_SAYS_NOTHING,
    ANSWER_UNSIGNED,
    QUESTION_AFTER_APPROVAL,
    QUESTION_BEFORE_APPROVAL,
)
from scripts.source.reading import Reading
from scripts.source.schema.desk_parts import ABOUT_NAMES, OpenQuestion
from scripts.source.schema.part import example_of, label_of
from scripts.source.schema.schema_messages import name_of
from scripts.source.text.strict_yaml import YamlDocument
from scripts.source.text.vietnamese import fold, slugify

_SIGNED_BY = ("by", "date")
"""What an answer says of itself: the office that gave it, and the day."""
_LETTER = re.compile(r"[a-z]")
_NOT_YET = re.compile(
    r"(?:chua|khong|dang|se|can)-(?:ro|biet|hoi|kiem|xac-minh|tra-loi)(?:-(?:lai|them|sau|duoc|tra|ai|gi))*"
)
"""``Chưa rõ``, ``đang hỏi lại``, ``không biết``: that somebody has asked is not an answer."""


def answers_are_signed(story: Reading) -> Iterator[Problem]:
    """An answer says which office gave it and on which day; without an answer neither stands there."""
    return check_signed(story.front.to_verify, story.document)


def check_signed(questions: Iterable[OpenQuestion], document: YamlDocument) -> Iterator[Problem]:
    """Yield what is wrong with the answers to ``questions``, which stand under ``to_verify`` in ``document``."""
    for index, question in enumerate(questions):
        if question.answer is not None and _says_nothing(question.answer, question.text):
            place = ("to_verify", index, "answer")
            said = {"example": example_of(OpenQuestion, ("answer",))}
            yield document.problem(place, ANSWER_SAYS_NOTHING, **said)
        for name in _SIGNED_BY:
            there = getattr(question, name) is not None
            place = ("to_verify", index, name)
            if there and question.is_open:
                yield document.problem_at_key(place, ANSWER_MISSING, key=name)
            elif not there and not question.is_open:
                said = {"name": name_of(place, label_of(OpenQuestion, (name,)))}
                said |= {"key": name, "example": example_of(OpenQuestion, (name,))}
                yield document.problem_at_key(("to_verify", index, "answer"), ANSWER_UNSIGNED, **said)


def _says_nothing(answer: str, asked: str) -> bool:
    """Return whether ``answer`` has no word, only says that nobody knows yet, or says the question again."""
    words = slugify(answer)
    return not _LETTER.search(fold(answer)) or _NOT_YET.fullmatch(words) is not None or words == slugify(asked)


def check_questions_to_approve(questions: Iterable[OpenQuestion], document: YamlDocument) -> Iterator[Problem]:
    """Nothing is approved while somebody still has to be asked: a problem for each open question, at its words."""
    for index, question in enumerate(questions):
        if question.is_open:
            said = {"about": ABOUT_NAMES[question.about], "text": question.text}
            yield document.problem(("to_verify", index, "text"), QUESTION_BEFORE_APPROVAL, **said)


def remarks_on_questions(questions: Iterable[OpenQuestion], document: YamlDocument) -> Iterator[Problem]:
    """A question put to an approved story takes it off the site, though nobody changed a word (decisions/25)."""
    for index, question in enumerate(questions):
        if question.is_open:
            yield document.problem(("to_verify", index, "text"), QUESTION_AFTER_APPROVAL)
