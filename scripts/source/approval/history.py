"""What changed in a story since its approval, and which approvals are new. Reads, through git.

Git holds the approved text: the newest committed version of the file that has the present
approval and for which that approval holds. No old text is quoted: it may be a telephone number
that somebody took out for good reason, and a log of CI is public.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from scripts.source.approval.approval_block import lines_of_key
from scripts.source.approval.covered_files import listed_files, media_digests, places_of_files
from scripts.source.approval.git import GitError, Repository, repository_around
from scripts.source.approval.list_history import check_brings_words_alone, check_lists_untouched
from scripts.source.approval.seal import approved_state
from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, Mark, Problem
from scripts.source.problems.registry.approval import (
    APPROVAL_BY_STRANGER,
    APPROVAL_EDITED,
    APPROVED_TEXT_UNKNOWN,
    CHANGED_SINCE_APPROVAL,
    LINE_ADDED,
    LINE_GONE,
    LINE_REWRITTEN,
    LINES_ADDED,
    LINES_GONE,
    LINES_REWRITTEN,
    MEDIA_CHANGED_SINCE_APPROVAL,
    MORE_CHANGES,
    TEXT_BY_STRANGER,
)
from scripts.source.schema.declared import unsealed
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.story_parts import Approval
from scripts.source.schema.validation import validate
from scripts.source.story import Approved, Story
from scripts.source.text.body import compile_body
from scripts.source.text.characters import decode_text
from scripts.source.text.front_matter import split_story
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import Value, YamlDocument
from scripts.source.text.text_file import read_text
from scripts.source.tree import MODELS, STORY_FILE, StoryFolder

_MOST_REMARKS = 20
_MOST_PAIRS = 4_000_000
"""Pairs of lines compared one by one; beyond that the whole stretch counts as one change."""


class NoApprovedTextError(Exception):
    """The approved text is not in history; the message says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class ApprovedText:
    """A story as it was when it was approved."""

    source: SourceText
    approval: Approval
    media: dict[str, str]
    """The SHA-256 of each photo and recording."""


class Line(NamedTuple):
    """A line that the approval covers, and where it stands (from 1)."""

    number: int
    text: str


def approved_text_of(content: Path, story: Story) -> ApprovedText:
    """Return the text that the present approval of ``story`` was given to; raises ``NoApprovedTextError``."""
    approval = story.front.approval
    if approval is None:
        message = "bài chưa được duyệt lần nào"
        raise NoApprovedTextError(message)
    folder = f"models/{story.key}"
    try:
        repository = repository_around(content)
        commits = [version.commit for version in repository.versions(f"{folder}/{STORY_FILE}")]
        found = repository.contents((commit, f"{folder}/{STORY_FILE}") for commit in commits)
        for commit, data in zip(commits, found, strict=True):
            # Reading a version costs more than looking for its digest.
            if data is not None and approval.digest.encode() in data:
                old = _if_approved(repository, commit, story.key, data, approval)
                if old is not None:
                    return old
    except GitError as error:
        raise NoApprovedTextError(str(error)) from error
    message = (
        "kho git này chỉ có một phần lịch sử (shallow), hãy chạy: git fetch --unshallow"
        if repository.shallow
        else "chưa lần ghi nào (commit) giữ bản đã duyệt, hoặc bài đã chuyển thư mục"
    )
    raise NoApprovedTextError(message)


def _if_approved(repository: Repository, commit: str, key: str, data: bytes, approval: Approval) -> ApprovedText | None:
    """Return the version of ``commit`` if it has ``approval`` and the approval holds for it."""
    source, _ = decode_text(data)
    if source is None:
        return None
    parts, _ = split_story(source)
    front = validate(FrontMatter, parts.document)[0] if parts.document and parts.document.value else None
    # The rest of the block may have been written over since: what holds is what this digest covers.
    if front is None or front.approval is None or front.approval.digest != approval.digest:
        return None
    files = listed_files(front)
    contents = repository.contents((commit, f"models/{key}/{file}") for file in files)
    media = {file: hashlib.sha256(data or b"").hexdigest() for file, data in zip(files, contents, strict=True)}
    body, _ = compile_body(parts.body)
    return (
        ApprovedText(source, front.approval, media) if approved_state(key, front, body, media) is Approved.YES else None
    )


def changes_since_approval(content: Path, story: Story) -> list[Problem]:
    """Return what differs from the approved text, each at its line; one remark saying why when that is unknown."""
    approval = story.front.approval
    if approval is None or story.approved is not Approved.CHANGED:
        return []
    file = content / "models" / story.key / STORY_FILE
    source = read_text(file)[0] or SourceText("", story.path)
    document = split_story(source)[0].document
    approved_at = document.mark(("approval",), key=True) if document else START
    try:
        old = approved_text_of(content, story)
    except NoApprovedTextError as error:
        return [source.problem(approved_at, APPROVED_TEXT_UNKNOWN, why=str(error))]
    act = {"document": old.approval.document, "day": old.approval.date}
    block = lines_of_key(split_story(source)[0], "approval")
    remarks = [
        source.problem(change.mark, APPROVAL_EDITED, **act)
        if change.mark.line - 1 in block
        else source.problem(change.mark, change.code, **change.values, **act)
        for change in _changes(covered_lines(old.source), covered_lines(source))
    ]
    present = media_digests(StoryFolder(story.district, story.slug, file), story.front)
    for place, media_file in places_of_files(story.front):
        if document and media_file in old.media and present[media_file] != old.media[media_file]:
            remarks.append(document.problem(place, MEDIA_CHANGED_SINCE_APPROVAL, file=media_file, **act))
    if len(remarks) > _MOST_REMARKS:
        more = len(remarks) - _MOST_REMARKS
        rest = source.problem(approved_at, MORE_CHANGES, count=more, story=story.key, **act)
        remarks = [*remarks[:_MOST_REMARKS], rest]
    return remarks


def covered_lines(source: SourceText) -> list[Line]:
    """Return the lines of a story that its approval covers: all but those of keys the schema leaves unsealed."""
    parts, _ = split_story(source)
    # Of the approval only the digest is not covered, and a text is known by it: it is the same in both.
    free = {
        index
        for name, all_of_it in unsealed(FrontMatter).items()
        if all_of_it is True
        for index in lines_of_key(parts, name)
    }
    return [Line(index + 1, line) for index, line in enumerate(source.lines) if index not in free]


class Change(NamedTuple):
    """A stretch of lines that is no longer what was approved: where, in which wording, with what beside the act."""

    mark: Mark
    code: Code
    values: dict[str, int]


def _changes(old: list[Line], new: list[Line]) -> Iterator[Change]:
    for old_from, old_to, new_from, new_to in _hunks([line.text for line in old], [line.text for line in new]):
        changed, gone = new[new_from:new_to], old[old_from:old_to]
        last = {"last": changed[-1].number} if len(changed) > 1 else {}
        count = {"count": len(gone)}
        if not changed:
            mark = Mark(new[min(new_from, len(new) - 1)].number, 1)
            yield Change(mark, LINE_GONE, {}) if len(gone) == 1 else Change(mark, LINES_GONE, count)
        elif not gone:
            yield Change(Mark(changed[0].number, 1), LINES_ADDED if last else LINE_ADDED, last)
        elif len(changed) == len(gone):
            for before, after in zip(gone, changed, strict=True):
                mark = Mark(after.number, _first_difference(before.text, after.text))
                yield Change(mark, CHANGED_SINCE_APPROVAL, {})
        else:
            mark = Mark(changed[0].number, _first_difference(gone[0].text, changed[0].text))
            yield Change(mark, LINES_REWRITTEN if last else LINE_REWRITTEN, {**last, **count})


def _hunks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where ``old`` and ``new`` differ; bounded work whatever the lines are."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    old_end, new_end = len(old) - end, len(new) - end
    if (old_end - start) * (new_end - start) > _MOST_PAIRS:
        yield start, old_end, start, new_end
        return
    matcher = SequenceMatcher(None, old[start:old_end], new[start:new_end], autojunk=False)
    for sign, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if sign != "equal":
            yield start + old_from, start + old_to, start + new_from, start + new_to


def _first_difference(old: str, new: str) -> int:
    """Return the column (from 1) at which ``new`` stops being ``old``."""
    pairs = enumerate(zip(old, new, strict=False), start=1)
    return next((column for column, (a, b) in pairs if a != b), min(len(old), len(new)) + 1)


def check_no_new_approvals(content: Path, files: Iterable[Path], ref: str) -> list[Problem]:
    """A contribution from outside brings no approval, touches no list of what was taken back, and is content alone.

    Each approval stands in ``ref`` already, word for word.

    Compared with the newest common commit, so that what ``ref`` gained meanwhile does not
    count. Raises ``GitError`` when history cannot be read: silence would be consent.
    """
    present: list[tuple[Path, YamlDocument, Value]] = []
    for file in files:
        document = _document_of(read_text(file)[0])
        if document and (approval := _approval_in(document)) is not None:
            present.append((file, document, approval))
    repository = repository_around(content)
    base = repository.common_commit(ref)
    before = repository.contents((base, file.relative_to(content).as_posix()) for file, _, _ in present)
    brought = [
        document.problem_at_key(("approval",), APPROVAL_BY_STRANGER)
        for (_, document, approval), data in zip(present, before, strict=True)
        if _approval_in(_document_of(_text(data))) != approval
    ]
    # An approval of the house that was taken away would let every word of today through.
    lists = check_lists_untouched(content, repository, base)
    return [*brought, *lists, *check_brings_words_alone(repository, base)]


def check_no_text_restored(content: Path, stories: Iterable[Story], ref: str) -> list[Problem]:
    """A contribution from outside gives no approval its text back, nor its photo.

    Whoever edits an approved story takes it off the site and means to; the block stays until the next approval,
    and with the old words it would count again. Raises ``GitError`` when history cannot be read.
    """
    repository = repository_around(content)
    base = repository.common_commit(ref)
    held = {story.key: story for story in stories if story.approved is Approved.YES}
    files = {key: f"{MODELS}/{key}/{STORY_FILE}" for key in held}
    before = dict(zip(held, repository.contents((base, file) for file in files.values()), strict=True))
    touched = {name.rpartition("/")[0] for name in repository.changed_between(base, MODELS)}
    found: list[Problem] = []
    for key, data in before.items():
        source, approval = read_text(content / files[key])[0], held[key].front.approval
        document = _document_of(source)
        # Without a file, or with another block, it is the block that is refused.
        if data is None or document is None or approval is None:
            continue
        if _approval_in(_document_of(_text(data))) != _approval_in(document):
            continue
        same = f"{MODELS}/{key}" not in touched and source == _text(data)
        if not same and _if_approved(repository, base, key, data, approval) is None:
            found.append(document.problem_at_key(("approval",), TEXT_BY_STRANGER))
    return found


def _text(data: bytes | None) -> SourceText | None:
    return decode_text(data)[0] if data is not None else None


def _document_of(source: SourceText | None) -> YamlDocument | None:
    return split_story(source)[0].document if source is not None else None


def _approval_in(document: YamlDocument | None) -> Value | None:
    return document.value.get("approval") if document and isinstance(document.value, dict) else None
