"""What a contribution from outside does to the questions of the fact check. Reads, through git.

They are outside the seal, so nothing else would notice: a question less lets a doubtful text be approved, one
answered by a stranger does so with an office's name on it, and one more takes a public story off the site.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from scripts.source.approval.git import repository_around
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.approval import (
    ANSWER_BY_STRANGER,
    DOUBT_BY_STRANGER,
    QUESTION_BY_STRANGER,
    QUESTIONS_GONE,
)
from scripts.source.schema.value_types import STORY_KEY
from scripts.source.text.characters import decode_text
from scripts.source.text.front_matter import split_story
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import Value, YamlDocument
from scripts.source.text.text_file import printable, read_text
from scripts.source.tree import MODELS, STORY_FILE

QUESTIONS = "to_verify"
_ANSWER = ("answer", "by", "date")
_STORY = re.compile(rf"{MODELS}/({STORY_KEY.pattern})/{re.escape(STORY_FILE)}")
_HOUSE_TEXT = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*\.md")
"""A report, say: whatever the house approved as a whole, and asks questions of."""


def check_questions_kept(content: Path, files: Iterable[Path], moved: Mapping[str, str], ref: str) -> list[Problem]:
    """A contribution from outside leaves every question as it was, answers none, and puts none to what is approved.

    It may put questions to a draft, and to a story that it brings. Compared with the newest commit that ``ref``
    holds too. ``moved`` says where the story of an old key stands now. Raises ``GitError`` when history cannot be read.
    """
    repository = repository_around(content)
    base = repository.common_commit(ref)
    names = {file.relative_to(content).as_posix() for file in files} | set(repository.changed_between(base, "."))
    known = sorted(name for name in names if _STORY.fullmatch(name) or _HOUSE_TEXT.fullmatch(name))
    before = repository.contents((base, name) for name in known)
    found: list[Problem] = []
    for name, data in zip(known, before, strict=True):
        file = _where_it_is(content, name, moved)
        held = _document_of(decode_text(data)[0] if data is not None else None)
        present = _document_of(read_text(file)[0] if file.is_file() else None)
        if present is not None:
            # What stands elsewhere by now is no longer what was approved: a seal covers the address.
            sealed = held is not None and file == content / name and _is_approved(name, held)
            found += _changed(_questions(held), present, sealed=sealed)
        elif _questions(held):
            found.append(problem_at(printable(content / name), START, QUESTIONS_GONE))
    return list(dict.fromkeys(found))


def _where_it_is(content: Path, name: str, moved: Mapping[str, str]) -> Path:
    story = _STORY.fullmatch(name)
    if story is None or (content / name).is_file():
        return content / name
    return content / MODELS / moved.get(story[1], story[1]) / STORY_FILE


def _is_approved(name: str, document: YamlDocument) -> bool:
    """Return whether somebody answers for the text: a story says so itself, of the house's texts one file speaks."""
    values = document.value if isinstance(document.value, dict) else {}
    return "approval" in values or not _STORY.fullmatch(name)


def _changed(held: list[Value], present: YamlDocument, *, sealed: bool) -> Iterator[Problem]:
    now = _questions(present)
    gone = [question for question in held if question not in now]
    gone += [question for question in now if now.count(question) < held.count(question)]
    if gone:
        yield present.problem_at_key((QUESTIONS,), QUESTION_BY_STRANGER)
    told = [_text_of(question) for question in gone]
    for index, question in enumerate(now):
        if question in held or _text_of(question) in told:
            continue
        if isinstance(question, dict) and not question.keys().isdisjoint(_ANSWER):
            yield present.problem((QUESTIONS, index), ANSWER_BY_STRANGER)
        elif sealed:
            yield present.problem((QUESTIONS, index), DOUBT_BY_STRANGER)


def _text_of(question: Value) -> Value | None:
    return question.get("text") if isinstance(question, dict) else question


def _questions(document: YamlDocument | None) -> list[Value]:
    value = document.value.get(QUESTIONS) if document and isinstance(document.value, dict) else None
    return value if isinstance(value, list) else []


def _document_of(source: SourceText | None) -> YamlDocument | None:
    return split_story(source)[0].document if source is not None else None
