"""What changed since the approval: read from a real repository, and told line by line."""

import shutil
from time import perf_counter

import pytest

from scripts.source.approval import git as git_reader
from scripts.source.approval import history
from scripts.source.approval.git import GitError, repository_around
from scripts.source.approval.history import (
    NoApprovedTextError,
    approved_text_of,
    changes_since_approval,
    check_no_new_approvals,
    check_no_text_restored,
)
from scripts.source.library import load_library
from scripts.source.story import Approved
from tests.conftest import APPROVED, GOOD_STORY, TODAY, approve, with_keys
from tests.made_up_photos import encoded
from tests.under_git import commit, git

PHOTO = "photos: [{file: a.jpg, alt: Hai người bên kênh, caption: Ngày đầu, credit: Tổ Ba, licence: site-only}]"
COVERAGE = "coverage:\n- {outlet: Báo bịa, date: 2020-09-01, title: Chuyện}"


@pytest.fixture
def approved(content):
    """Return the file of a story that was approved and committed, with a photo and coverage."""
    file = content.write_story(with_keys(GOOD_STORY, f"{PHOTO}\n{COVERAGE}"))
    (file.parent / "a.jpg").write_bytes(encoded())
    commit(content, "chưa duyệt")
    approve(file)
    commit(content, "duyệt")
    return file


def edit(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def remarks(content):
    """Return (line, column, message) of everything said to have changed."""
    library = content.load()
    assert library.problems == ()
    (story,) = library.stories
    return [(remark.line, remark.column, remark.message) for remark in changes_since_approval(content.root, story)]


def line_of(file, text):
    return next(n for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if text in line)


SINCE = "sau khi duyệt (57-CV/BTGDVTU, 20-11-2026)"


def test_an_approved_text_has_no_changes(content, approved):
    assert approved.exists()
    assert remarks(content) == []


def test_a_changed_line_is_named_at_the_letter_that_differs(content, approved):
    edit(approved, "chia nhau từng đoạn kênh", "chia nhau từng khúc kênh")

    line = "Cả tổ ngồi lại, chia nhau từng khúc kênh"
    assert remarks(content) == [(line_of(approved, line), line.index("khúc") + 1, f"Dòng này đổi {SINCE}.")]


def restored(content, ref):
    return [(p.line, p.code) for p in check_no_text_restored(content.root, content.load().stories, ref)]


@pytest.mark.parametrize("committed", [True, False])
def test_row_58_a_contribution_gives_no_approval_its_text_back(content, approved, committed):
    """The editor took a sentence out; nobody has approved the new text yet, and the block is still there."""
    text = approved.read_text(encoding="utf-8")
    approved.write_text(text.replace("ba ngày", "bốn ngày"), encoding="utf-8")
    base = commit(content, "sửa")
    assert restored(content, base) == []
    approved.write_text(text, encoding="utf-8")
    if committed:
        commit(content, "trả lại")

    assert restored(content, base) == [(line_of(approved, "approval:"), "approval-by-stranger")]
    assert new_approvals(content, base) == []


def test_row_58_nor_its_photo(content, approved):
    photo = approved.with_name("a.jpg")
    data = photo.read_bytes()
    photo.write_bytes(encoded(quality=40))
    base = commit(content, "đổi ảnh")
    photo.write_bytes(data)
    commit(content, "trả lại ảnh")

    assert [code for _, code in restored(content, base)] == ["approval-by-stranger"]


def test_a_contribution_may_add_what_no_approval_covers(content, approved):
    edit(approved, "title: Chuyện}", "title: Chuyện khác}")
    commit(content, "thêm lượt phát")

    assert restored(content, "HEAD~1") == []


@pytest.mark.parametrize(("old", "new"), [("57-CV/BTGDVTU", "58-CV/BTGDVTU"), ("2026-11-20", "2026-11-21")])
def test_row_57_a_line_of_the_approval_that_was_written_over_is_named_with_what_was_approved(
    old, new, content, approved
):
    edit(approved, old, new)

    ((line, _, message),) = remarks(content)

    assert line == line_of(approved, new)
    assert message.startswith("Khối approval bị sửa sau khi ghi (lúc duyệt: 57-CV/BTGDVTU, 20-11-2026)")


def test_removed_and_added_lines_are_named(content, approved):
    edit(approved, 'started: "2015"\n', "")
    edit(approved, "trong ba ngày.\n", "trong ba ngày.\n\nRồi nghỉ.\n")

    last = line_of(approved, "Rồi nghỉ.")
    assert remarks(content) == [
        (line_of(approved, "sources:"), 1, f"Ngay trước dòng này đã bỏ một dòng {SINCE}."),
        (last - 1, 1, f"Dòng này (đến dòng {last}) thêm vào {SINCE}."),
    ]


def test_lines_removed_at_the_end_are_named_at_the_line_that_is_last_now(content):
    file = content.write_story(GOOD_STORY + "\nRồi nghỉ.\n\nRồi về.")
    approve(file)
    commit(content)
    edit(file, "\nRồi nghỉ.\n\nRồi về.", "")

    ((line, _, message),) = remarks(content)

    assert message == f"Ngay trước dòng này đã bỏ 3 dòng {SINCE}."
    assert line <= len(file.read_text(encoding="utf-8").split("\n"))


def test_a_changed_photo_is_named_at_its_entry(content, approved):
    (approved.parent / "a.jpg").write_bytes(encoded(quality=50))

    ((line, _, message),) = remarks(content)

    assert line == line_of(approved, "photos:")
    assert message == f"Tệp “a.jpg” đổi {SINCE}: không còn là tệp đã duyệt."


def test_coverage_and_the_approval_itself_are_no_change(content, approved):
    """Newsrooms add to a story while somebody edits it: only the edit is named."""
    edit(approved, "- {outlet: Báo bịa", "- {outlet: Đài bịa, date: 2021-01-01, title: Phát lại}\n- {outlet: Báo bịa")
    edit(approved, "Hai mươi nhà", "Hai chục nhà")

    assert [line for line, _, _ in remarks(content)] == [3]


def test_changes_are_found_however_many_commits_came_after(content, approved):
    for number in range(40):
        edit(approved, "trong ba ngày" if number == 0 else f"trong {number + 3} ngày", f"trong {number + 4} ngày")
        commit(content, f"sửa {number}")

    assert [message for _, _, message in remarks(content)] == [f"Dòng này đổi {SINCE}."]


def test_a_version_that_only_carries_the_block_is_not_the_approved_text(content, approved):
    """The digest must hold: a commit with the approval on another text vouches for nothing."""
    edit(approved, "Hai mươi nhà", "Hai chục nhà")
    git(content, "checkout", "-q", "--orphan", "khac")
    commit(content, "chỉ có bản đã sửa")

    ((_, _, message),) = remarks(content)

    assert "chưa lần ghi nào (commit) giữ bản đã duyệt" in message


def test_a_photo_replaced_in_the_commit_of_the_block_is_not_the_approved_text(content):
    """The photo's bytes at that commit count too."""
    file = content.write_story(with_keys(GOOD_STORY, PHOTO))
    (file.parent / "a.jpg").write_bytes(encoded())
    approve(file)
    (file.parent / "a.jpg").write_bytes(encoded(quality=50))
    commit(content)

    ((_, _, message),) = remarks(content)

    assert "Không chỉ ra được dòng đã đổi" in message


def test_old_text_is_never_quoted(content, approved):
    """It may be what somebody took out for good reason, and a log of CI is public."""
    edit(approved, "Hai mươi nhà trong một tổ bịa", "Nhiều nhà")
    edit(approved, "Cả tổ ngồi lại, ", "")

    said = " ".join(message for _, _, message in remarks(content))

    assert "mươi" not in said
    assert "ngồi lại" not in said


def test_without_git_history_the_check_says_why(content, monkeypatch):
    file = content.write_story(GOOD_STORY)
    approve(file)
    edit(file, "Hai mươi nhà", "Hai chục nhà")
    assert "không nằm trong một kho git" in remarks(content)[0][2]

    commit(content)
    assert "chưa lần ghi nào" in remarks(content)[0][2]

    monkeypatch.setattr(git_reader.shutil, "which", lambda _: None)
    assert "máy này chưa cài git" in remarks(content)[0][2]


def test_a_shallow_clone_says_what_to_fetch(content, approved, tmp_path):
    edit(approved, "Hai mươi nhà", "Hai chục nhà")
    commit(content, "sửa")
    git(content, "clone", "-q", "--depth", "1", content.root.parent.as_uri(), str(tmp_path / "nong"))
    shallow = tmp_path / "nong" / "content"

    (story,) = load_library(shallow, TODAY).stories

    (remark,) = changes_since_approval(shallow, story)
    assert "git fetch --unshallow" in remark.message


def test_git_is_asked_only_for_what_changed(made_up_content, monkeypatch):
    """Checking a thousand drafts must not start a thousand programs."""
    commit(made_up_content)
    monkeypatch.setattr(git_reader.subprocess, "run", lambda *_, **__: pytest.fail("git was asked"))

    for story in made_up_content.load().stories:
        assert story.approved is not Approved.CHANGED
        assert changes_since_approval(made_up_content.root, story) == []


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG_COUNT"])
def test_the_caller_s_git_variables_change_nothing(name, content, approved, monkeypatch):
    monkeypatch.setenv(name, "/khong-co")
    edit(approved, "Hai mươi nhà", "Hai chục nhà")

    assert [line for line, _, _ in remarks(content)] == [3]


@pytest.mark.parametrize(
    "setting", ["core.fsmonitor", "log.showSignature", "core.pager", "diff.external", "gpg.program", "core.hooksPath"]
)
def test_nothing_the_repository_s_settings_name_is_run(setting, content, approved, tmp_path):
    """Whoever can write .git/config of a checkout must not run a program through ``check``."""
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path / 'sprung'}\n")
    trap.chmod(0o755)
    git(content, "config", setting, "true" if setting == "log.showSignature" else str(trap))
    git(content, "config", "gpg.program", str(trap))
    edit(approved, "Hai mươi nhà", "Hai chục nhà")

    assert remarks(content)
    assert not (tmp_path / "sprung").exists()


def test_a_hostile_text_takes_no_longer_than_its_lines(content):
    """Ten thousand equal lines against as many others: one stretch, not an hour."""
    file = content.write_story(GOOD_STORY + "\n".join(["a", "b"] * 3000) + "\n")
    approve(file)
    commit(content)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("a\nb\n", "b\na\nc\n"), encoding="utf-8")
    start = perf_counter()

    ((_, _, message),) = remarks(content)

    assert "trước có" in message
    assert perf_counter() - start < 10


def test_the_number_of_remarks_is_bounded(content, approved, monkeypatch):
    monkeypatch.setattr(history, "_MOST_REMARKS", 2)
    for old, new in (("vét kênh", "vét mương"), ("Hai mươi", "Hai chục"), ("Tổ Ba ấp", "Tổ 3 ấp"), ("2015", "2014")):
        edit(approved, old, new)

    assert len(remarks(content)) == 3
    assert "Còn 2 chỗ khác" in remarks(content)[-1][2]


def test_a_story_never_approved_has_no_approved_text(content):
    content.write_story(GOOD_STORY)
    (story,) = content.load().stories

    with pytest.raises(NoApprovedTextError):
        approved_text_of(content.root, story)


def new_approvals(content, ref):
    return [
        (problem.path.removeprefix(f"{content.root}/"), problem.line, problem.code)
        for problem in check_no_new_approvals(content.root, content.load().files, ref)
    ]


def test_row_48_an_approval_brought_by_a_contribution_is_a_problem(made_up_content):
    base = commit(made_up_content)
    file = made_up_content.write_story(GOOD_STORY)
    approve(file)
    commit(made_up_content, "kèm luôn duyệt")

    assert new_approvals(made_up_content, base) == [
        ("models/bai-sen/bai-thu/index.md", line_of(file, "approval:"), "approval-by-stranger")
    ]


@pytest.mark.parametrize(("old", "new"), [("57-CV/BTGDVTU", "58-CV/BTGDVTU"), ("2026-11-20", "2026-11-21")])
def test_row_48_a_changed_approval_is_a_problem(old, new, made_up_content):
    base = commit(made_up_content)
    file = made_up_content.root / "models" / APPROVED / "index.md"
    edit(file, old, new)

    assert [code for _, _, code in new_approvals(made_up_content, base)] == ["approval-by-stranger"]


def test_row_48_an_approval_moved_to_another_story_is_a_problem(made_up_content):
    base = commit(made_up_content)
    folder = made_up_content.root / "models" / APPROVED
    shutil.copytree(folder, folder.with_name("ban-sao"))

    assert len(new_approvals(made_up_content, base)) == 1


def test_row_48_what_the_branch_gained_meanwhile_is_nobody_s_fault(made_up_content):
    """A contribution is compared with where it began, not with what was approved since."""
    commit(made_up_content)
    git(made_up_content, "checkout", "-q", "-b", "gop-bai")
    made_up_content.write_story(GOOD_STORY, slug="bai-gop")
    commit(made_up_content, "góp bài")
    git(made_up_content, "checkout", "-q", "main")
    edit(made_up_content.root / "models" / APPROVED / "index.md", "57-CV/BTGDVTU", "58-CV/BTGDVTU")
    commit(made_up_content, "duyệt lại")
    git(made_up_content, "checkout", "-q", "gop-bai")

    assert new_approvals(made_up_content, "main") == []


@pytest.mark.parametrize("ref", ["khong-co", "--upload-pack=x", "-h", "", "HEAD:content", "a\nb", "a\x00b"])
def test_row_48_without_the_base_the_check_does_not_stay_silent(ref, made_up_content):
    commit(made_up_content)

    with pytest.raises(GitError):
        new_approvals(made_up_content, ref)


def test_a_working_copy_below_the_root_of_its_repository_is_read_too(made_up_content, tmp_path):
    commit(made_up_content)

    assert repository_around(made_up_content.root).prefix == "content/"
    with pytest.raises(GitError):
        repository_around(tmp_path / "khong-co")
