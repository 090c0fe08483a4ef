"""``approve``: record that a body approved a story; show what waits, and what changed. Writes, through ``publish``.

With ``--house`` it is the words of the house that are approved: ``approve_house``; with ``--revoke`` an approval
is taken back: ``approving/revoking``; ``approving/waiting`` lists what waits. A seal that another takes the place of
is listed as superseded first (``revoked.yml``), the new one written after: interrupted in between, the story is a
draft, and running the command again finishes.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

from scripts.editors.approving.revoking import list_revoked, revoke, say_list_broken
from scripts.editors.approving.waiting import list_waiting, say_act, was_revoked
from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Session
from scripts.editors.house import approve_house
from scripts.editors.messages.report import FORMATS
from scripts.editors.story_names import day, say_unknown_story, story_key
from scripts.publish.contributions.story_file import write_approval
from scripts.publish.disk.unbroken import unbroken
from scripts.render.wording import say_date
from scripts.source.approval.approval_block import Approving, BlockError, lines_of_key, with_approval
from scripts.source.approval.covered_files import media_digests
from scripts.source.approval.git import GitError, repository_around
from scripts.source.approval.history import NoApprovedTextError, approved_text_of, changes_since_approval, covered_lines
from scripts.source.approval.revoked import (
    REVOKED_FILE,
    Act,
    RevocationKind,
    seals_in,
)
from scripts.source.approval.seal import check_consent_to_approve, digest_of
from scripts.source.library import Library, load_library
from scripts.source.moves.offered import addresses_of
from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.approval import SEAL_REVOKED
from scripts.source.problems.shown import shown
from scripts.source.rules.questions import check_questions_to_approve
from scripts.source.story import Approved, Story
from scripts.source.story_reading import Known, parse_story
from scripts.source.text.body import compile_body
from scripts.source.text.front_matter import split_story
from scripts.source.text.growing_list import ListError
from scripts.source.text.source_text import SourceText
from scripts.source.text.text_file import printable, read_text
from scripts.source.text.vietnamese import nfc
from scripts.source.tree import MODELS, StoryFolder, scan_models
from scripts.source.vocabulary.taxonomy import Taxonomy
from scripts.source.writing.telling import check_steps_to_approve

_ANY_DOCUMENT = "1-CV"
_ANY_DIGEST = f"sha256:{'0' * 64}"
_LONGEST_LINE = 300


def add_arguments(parser: ArgumentParser) -> None:
    """Say what may follow the name of the command."""
    parser.add_argument("story", nargs="?", metavar="BÀI", help="địa-bàn/tên-bài, thư mục hoặc tệp index.md")
    parser.add_argument("--by", metavar="CƠ-QUAN", help="cơ quan duyệt, đúng tên trong approvers.yml")
    parser.add_argument("--document", metavar="SỐ", help="số văn bản duyệt, ví dụ 57-CV/BTGDVTU")
    parser.add_argument("--date", type=day, metavar="NGÀY", help="ngày văn bản (năm-tháng-ngày); bỏ trống là hôm nay")
    parser.add_argument(
        "--revoke", action="store_true", help="thu hồi việc duyệt BÀI; dấu ấy không bao giờ còn giá trị"
    )
    parser.add_argument("--reason", metavar="MÃ", help="với --revoke: loại lý do, một mã trong withdrawals.yml")
    parser.add_argument("--list", action="store_true", help="chỉ liệt kê các bài chờ duyệt")
    parser.add_argument("--diff", action="store_true", help="chỉ xem BÀI đã đổi gì so với bản đã duyệt")
    parser.add_argument(
        "--house", action="store_true", help="duyệt từ ngữ của trang: nhãn, lời đọc, bộ sưu tập, báo cáo"
    )


def run(options: Namespace, session: Session) -> int:
    """Approve one story, take its approval back, or show what waits or what changed."""
    console = session.console
    library = load_library(session.content, session.today)
    if library.taxonomy is None:
        console.out(FORMATS["text"](library.problems))
        return PROBLEMS
    if options.list:
        return list_waiting(library, session)
    if options.house:
        return approve_house.run(options, library, library.taxonomy, session)
    return _approve(options, library, library.taxonomy, session)


def _approve(options: Namespace, library: Library, taxonomy: Taxonomy, session: Session) -> int:
    console = session.console
    if not options.story or not (options.diff or options.revoke or (options.by and options.document)):
        console.err(f"Hãy ghi rõ: approve {_say_wanted(options)}. Xem bài chờ duyệt: approve --list\n")
        return WRONG_USE
    folders, _ = scan_models(session.content / MODELS, taxonomy.districts.slugs)
    by_key = {folder.key: folder for folder in folders}
    folder = by_key.get(story_key(options.story, session.content))
    if folder is None:
        console.err(say_unknown_story(options.story, list(by_key)))
        return WRONG_USE
    if options.diff:
        return _show_changes(folder, library, session)
    if say_list_broken(taxonomy, session):
        return PROBLEMS
    if options.revoke:
        return revoke(folder, options.reason or "", library, session)
    keys = frozenset([*by_key, *(one.story for one in library.withdrawn), *library.moved])
    return _Approval(options, folder, library, session, keys).run()


def _say_wanted(options: Namespace) -> str:
    """Return what the act that was asked for needs to be told."""
    if options.diff:
        return "--diff BÀI"
    return "--revoke BÀI --reason LÝ-DO" if options.revoke else "BÀI --by CƠ-QUAN --document SỐ"


class _Approval:
    """One story on its way to being approved: tried in memory, written only when it is good, read back."""

    def __init__(
        self, options: Namespace, folder: StoryFolder, library: Library, session: Session, keys: frozenset[str]
    ) -> None:
        self.folder, self.library, self.session, self.keys = folder, library, session, keys
        on = options.date or session.today
        self.asked = Approving(nfc(options.by.strip()), nfc(options.document.strip()), on.isoformat(), _ANY_DIGEST)
        self.source = read_text(folder.file)[0] or SourceText("", printable(folder.file))
        parts, _ = split_story(self.source)
        self.document, self.body = parts.document, compile_body(parts.body)[0]
        # A block that stops the reading cannot be replaced either: its problems are said.
        readable = parts.document is not None and parts.document.value is not None
        self.old_block = lines_of_key(parts, "approval") if readable else range(0)

    def run(self) -> int:
        console, file = self.session.console, self.folder.file
        said = [str(problem) for problem in self._problems_of_the_story()]
        replaced = False
        try:
            approving, refused = self._seal(has_problems=bool(said))
            said += refused
            if not said:
                with unbroken():
                    replaced = self._supersede(approving)
                    write_approval(file, approving)
        except BlockError as error:
            said = said or [f"{self.source.path}: {error}"]
        except ListError as error:
            said = [f"{self.session.content / REVOKED_FILE}: {error}"]
        if said:
            console.out("".join(f"{line}\n" for line in said))
            console.err("Chưa ghi gì vào bài. Hãy sửa các chỗ trên rồi chạy lại.\n")
            return PROBLEMS
        library = load_library(self.session.content, self.session.today, [file])
        if [story.approved for story in library.stories] != [Approved.YES]:
            console.err("Đã ghi nhưng đọc lại không khớp: bài đổi trong lúc duyệt. Hãy chạy lại lệnh này.\n")
            return PROBLEMS
        console.out(f"Đã duyệt: {self.source.path} ({say_act(approving.by, approving.document, approving.date)})\n")
        files = f"tệp này và {self.session.content / REVOKED_FILE}" if replaced else "tệp này"
        console.err(f"{self._say_committed_later(approving)}Hãy ghi (commit) ngay {files}: git giữ bản đã duyệt.\n")
        return GOOD

    def _supersede(self, approving: Approving) -> bool:
        """List the seal in the old block as replaced, whether it held or not: its text may be brought back.

        Return whether there was one.
        """
        seals = [seal for seal in seals_in(self.source.text) if seal != approving.digest]
        act = Act(self.session.today, RevocationKind.SUPERSEDED)
        keys = addresses_of(self.session.content, self.folder.key, self.library.moved)
        list_revoked(self.session.content, self.library.revoked, keys, seals, act)
        return bool(seals)

    def _problems_of_the_story(self) -> Iterator[Problem]:
        """Yield what is wrong with the story, but for the approval that is going to be replaced."""
        below = f"{printable(self.folder.file.parent)}/"
        for problem in self.library.problems:
            replaced = problem.path == self.source.path and problem.line - 1 in self.old_block
            if problem.path.startswith(below) and not replaced:
                yield problem

    def _seal(self, *, has_problems: bool) -> tuple[Approving, list[str]]:
        """Return the approval with its digest, and why it cannot be given."""
        approving = self.asked
        story, said = self._try(approving, has_problems=has_problems)
        if story is not None and not said:
            media = media_digests(self.folder, story.front)
            approving = replace(approving, digest=digest_of(story.key, story.front, story.body, media))
            story, said = self._try(approving, has_problems=has_problems)
        elif story is None:
            # A number that is no number hides what the rules say of the body and the day.
            said += self._try(replace(approving, document=_ANY_DOCUMENT), has_problems=has_problems)[1]
        return approving, list(dict.fromkeys(said))

    def _try(self, approving: Approving, *, has_problems: bool) -> tuple[Story | None, list[str]]:
        """Read the text as it would be; what the file as it is has wrong already is not said twice."""
        source = SourceText(with_approval(self.source.text, approving), self.source.path)
        taxonomy = self.library.taxonomy
        if taxonomy is None:
            return None, []
        known = Known(taxonomy, self.session.today, self.keys, revoked=self.library.revoked)
        story, problems = parse_story(self.folder, source, known)
        parts, _ = split_story(source)
        block = lines_of_key(parts, "approval")
        said = [
            # Lines of the block are not in the file yet, so naming them would help nobody.
            f"{self.source.path}: {problem.message} [{problem.code}]" if problem.line - 1 in block else str(problem)
            for problem in problems
            if (not problem.is_remark or problem.code == SEAL_REVOKED.name)
            and (problem.line - 1 in block or not has_problems)
        ]
        if story is not None and parts.document is not None:
            said += [str(problem) for problem in check_consent_to_approve(story.front, parts.document)]
        if story is not None and self.document is not None:
            # At their places in the file as it is: the block that goes may stand before them.
            said += [str(problem) for problem in check_questions_to_approve(story.front.to_verify, self.document)]
            said += [str(problem) for problem in check_steps_to_approve(story.front, self.body)]
        return story, said

    def _say_committed_later(self, approving: Approving) -> str:
        """Return a word of warning when git first saw the story after the day of its approval.

        Not refused: a text may have been approved on paper before it was typed in here, and the
        dates of commits are whatever the committer's clock said.
        """
        content = self.session.content
        try:
            versions = repository_around(content).versions(self.folder.file.relative_to(content).as_posix())
        except GitError:
            return ""
        if not versions or versions[-1].day.isoformat() <= approving.date:
            return ""
        return (
            f"Lưu ý: bài vào kho lần đầu ngày {say_date(versions[-1].day)}, sau ngày duyệt. "
            "Hãy chắc rằng văn bản duyệt đúng lời văn này.\n"
        )


def _show_changes(folder: StoryFolder, library: Library, session: Session) -> int:
    """Print what changed since the approved text: lines before and after, files that are others now."""
    console, path = session.console, printable(folder.file)
    readable = (*library.stories, *library.withheld, *library.hindered)
    story = next((story for story in readable if story.key == folder.key), None)
    if story is None:
        console.out(FORMATS["text"]([problem for problem in library.problems if problem.path == path]))
        console.err("Bài còn lỗi nên chưa so được. Hãy sửa các chỗ trên rồi chạy lại.\n")
        return PROBLEMS
    if story.approved is Approved.YES:
        console.err("Bài vẫn đúng bản đã duyệt.\n")
        return GOOD
    if story.approved is Approved.REVOKED:
        console.err("Dấu duyệt trong bài đã bị thu hồi hoặc thay bằng lần duyệt khác. So với bản của dấu ấy:\n")
    if story.front.approval is None and was_revoked(story, library):
        console.err("Không có bản đã duyệt để so: việc duyệt trước đã bị thu hồi. Bản chữ cũ còn trong lịch sử git.\n")
        return PROBLEMS
    try:
        old = approved_text_of(session.content, story)
    except NoApprovedTextError as error:
        console.err(f"Không có bản đã duyệt để so: {error}.\n")
        return PROBLEMS
    console.out("".join(f"{line}\n" for line in _diff(old.source, folder.file, path)))
    files = [r for r in changes_since_approval(session.content, story) if r.code == "media-changed-since-approval"]
    console.out(FORMATS["text"](files))
    return GOOD


def _diff(old: SourceText, file: Path, path: str) -> Iterator[str]:
    new = read_text(file)[0] or SourceText("")
    before, after = ([line.text for line in covered_lines(version)] for version in (old, new))
    for line in unified_diff(before, after, "bản đã duyệt", path, n=1, lineterm=""):
        yield shown(line, _LONGEST_LINE)
