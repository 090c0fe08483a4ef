"""What a contribution from outside does to the questions of the fact check, and to what has them. Reads, through git.

They are outside the seal, so nothing else would notice: a question less lets a doubtful text be approved, one
answered by a stranger does so with an office's name on it, and one more takes a public story off the site.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.source.approval.git import repository_around
from scripts.source.approval.house_approval import HOUSE_FILE
from scripts.source.approval.same_text import Runs, runs_of, stands_in
from scripts.source.house_texts.report import Report
from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.approval import (
    ANSWER_BY_STRANGER,
    DOUBT_BY_STRANGER,
    QUESTION_BY_STRANGER,
    QUESTIONS_GONE,
    QUESTIONS_LEFT_BEHIND,
    REMOVED_BY_STRANGER,
)
from scripts.source.schema.value_types import STORY_KEY
from scripts.source.text.characters import decode_text
from scripts.source.text.front_matter import SplitStory, split_story
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import Value, YamlDocument, parse_yaml
from scripts.source.text.text_file import printable, read_text
from scripts.source.tree import MODELS, STORY_FILE

QUESTIONS = "to_verify"
_ANSWER = ("answer", "by", "date")
_STORY = re.compile(rf"{MODELS}/({STORY_KEY.pattern})/{re.escape(STORY_FILE)}")
_HOUSE_TEXT = re.compile(r"([a-z]+)/([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
"""A report, say: whatever the house approved as a whole, and asks questions of."""


@dataclass(frozen=True)
class _Text:
    """A file of words at one time."""

    source: SourceText

    @cached_property
    def _parts(self) -> SplitStory:
        return split_story(self.source)[0]

    @property
    def document(self) -> YamlDocument | None:
        return self._parts.document

    @cached_property
    def runs(self) -> Runs:
        return runs_of(self._parts.body)

    @property
    def values(self) -> dict[str, Any]:
        return self.document.value if self.document and isinstance(self.document.value, dict) else {}

    @property
    def questions(self) -> list[Value]:
        value = self.values.get(QUESTIONS)
        return value if isinstance(value, list) else []


def check_questions_kept(content: Path, files: Iterable[Path], moved: Mapping[str, str], ref: str) -> list[Problem]:
    """A contribution from outside leaves every question as it was, answers none, and puts none to what is approved.

    It may put questions to a draft, and to a story that it brings. A text takes its questions along: where half of it
    or more arrives, they stand as well. What has questions, or is approved, is not deleted; it may move to an address
    where nothing was (``moved`` says where the story of an old key stands now). Compared with the newest commit that
    ``ref`` holds too. Raises ``GitError`` when history cannot be read.
    """
    repository = repository_around(content)
    base = repository.common_commit(ref)
    known = {file.relative_to(content).as_posix() for file in files} | set(repository.changed_between(base, "."))
    known.update(*(repository.files(folder, base) for folder in (MODELS, Report.FOLDER)))
    names = sorted(name for name in known if _STORY.fullmatch(name) or _HOUSE_TEXT.fullmatch(name))
    house, *before = (_text(data) for data in repository.contents((base, name) for name in (HOUSE_FILE, *names)))
    held = {name: text for name, text in zip(names, before, strict=True) if text}
    approved = {name for name, text in held.items() if _is_approved(name, text, house)}
    found: list[Problem] = []
    for name in names:
        old, now = held.get(name), _present(content / name)
        if now is not None and (old is None or old.source.text != now.source.text):
            arrived = {other: text for other, text in held.items() if other != name and _arrived(text, old, now)}
            found += _changed(old, now, arrived, sealed=name in approved)
        elif now is None and old is not None and not _has_moved(name, old, content, moved, held):
            if old.questions:
                found.append(problem_at(printable(content / name), START, QUESTIONS_GONE))
            elif name in approved:
                found.append(problem_at(printable(content / name), START, REMOVED_BY_STRANGER))
    return found


def _is_approved(name: str, text: _Text, house: _Text | None) -> bool:
    """Return whether somebody answers for the text: a story says so itself, of the house's texts one file speaks."""
    told = _HOUSE_TEXT.fullmatch(name)
    if told is None:
        return "approval" in text.values
    values = parse_yaml(house.source)[0].value if house else None
    listed = values.get(told[1]) if isinstance(values, dict) else None
    return isinstance(listed, dict) and told[2] in listed


def _arrived(asked: _Text, old: _Text | None, now: _Text) -> bool:
    """Return whether a text of which questions are asked has come to where another stood, or nothing."""
    return (
        bool(asked.questions)
        and stands_in(asked.runs, now.runs)
        and not (old is not None and stands_in(asked.runs, old.runs))
    )


def _has_moved(name: str, old: _Text, content: Path, moved: Mapping[str, str], held: Mapping[str, _Text]) -> bool:
    """Return whether a story that is gone stands at an address where nothing was, and where it is said to stand."""
    story = _STORY.fullmatch(name)
    if story is None or story[1] not in moved:
        return False
    there = f"{MODELS}/{moved[story[1]]}/{STORY_FILE}"
    now = _present(content / there)
    return there not in held and now is not None and stands_in(old.runs, now.runs)


def _changed(old: _Text | None, now: _Text, arrived: Mapping[str, _Text], *, sealed: bool) -> Iterator[Problem]:
    """Yield what became of the questions that ``old`` had, of those of each text that arrived, and of no text's."""
    held = old.questions if old else []
    gone = _missing(held, now.questions)
    if gone:
        yield _at_questions(now, QUESTION_BY_STRANGER)
    for name, text in arrived.items():
        if left := _missing(text.questions, now.questions):
            yield _at_questions(now, QUESTIONS_LEFT_BEHIND, origin=name)
            gone += left
    held = [*held, *(question for text in arrived.values() for question in text.questions)]
    told = [_words_of(question) for question in gone]
    for index, question in enumerate(now.questions):
        if question in held or _words_of(question) in told or now.document is None:
            continue
        if isinstance(question, dict) and not question.keys().isdisjoint(_ANSWER):
            yield now.document.problem((QUESTIONS, index), ANSWER_BY_STRANGER)
        elif sealed:
            yield now.document.problem((QUESTIONS, index), DOUBT_BY_STRANGER)


def _missing(held: list[Value], now: list[Value]) -> list[Value]:
    """Return the questions of ``held`` that ``now`` has no more, or fewer times."""
    return [question for question in held if now.count(question) < held.count(question)]


def _at_questions(text: _Text, code: Code, /, **values: object) -> Problem:
    if text.document is None:
        return text.source.problem(START, code, **values)
    return text.document.problem_at_key((QUESTIONS,), code, **values)


def _words_of(question: Value) -> Value | None:
    return question.get("text") if isinstance(question, dict) else question


def _present(file: Path) -> _Text | None:
    source = read_text(file)[0] if file.is_file() else None
    return _Text(source) if source is not None else None


def _text(data: bytes | None) -> _Text | None:
    source = decode_text(data)[0] if data is not None else None
    return _Text(source) if source is not None else None
