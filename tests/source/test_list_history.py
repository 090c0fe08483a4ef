"""Lists that only grow: what was taken out since the last commit, and what a contribution did to them."""

import pytest

from scripts.source.addresses import MOVED_FILE
from scripts.source.approval.history import check_no_new_approvals
from scripts.source.approval.list_history import check_lines_kept
from scripts.source.approval.revoked import REVOKED_FILE
from scripts.source.withdrawn import WITHDRAWN_FILE
from tests.commands import run
from tests.under_git import commit, git

SEALS = [f"sha256:{letter * 64}" for letter in "ab"]
REVOKED = [f"- {{story: bai-sen/bai-{n}, digest: {SEALS[n]}, date: 2026-11-20, kind: revoked}}\n" for n in (0, 1)]
WITHDRAWN = [f"- {{story: bai-sen/bai-{n}, date: 2026-11-20, reason: sai-su-that}}\n" for n in (0, 1)]

MOVED = [f"- {{old: bai-sen/bai-{n}, new: bai-sen/bai-9}}\n" for n in (0, 1)]


def write(content, name, *lines):
    (content.root / name).write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def listed(content):
    """A folder whose lists have two lines each, committed."""
    write(content, REVOKED_FILE, *REVOKED)
    write(content, WITHDRAWN_FILE, *WITHDRAWN)
    commit(content)
    return content


def gone(content):
    return [
        (problem.path.rpartition("/")[2], problem.code, problem.values) for problem in check_lines_kept(content.root)
    ]


@pytest.mark.parametrize(
    "left",
    [[REVOKED[1]], ["# trống\n", REVOKED[1]], [REVOKED[0].replace("revoked", "superseded"), REVOKED[1]]],
    ids=["taken out", "in a comment", "made milder"],
)
def test_row_58_a_line_that_is_taken_out_of_the_revoked_seals_or_changed_is_a_problem(left, listed):
    write(listed, REVOKED_FILE, *left)

    assert gone(listed) == [(REVOKED_FILE, "revoked-line-gone", {"story": "bai-sen/bai-0"})]
    done = run(listed.root, "check")
    assert done.returncode == 1
    assert "[revoked-line-gone]" in done.stdout


@pytest.mark.parametrize("arguments", [["--site-url", "https://example.org/"], ["--rollback"]])
def test_row_58_beside_a_list_that_lost_a_line_nothing_is_released_and_nothing_gone_back_to(
    arguments, listed, tmp_path
):
    """A slip of the keyboard, not committed yet: readers must not get what somebody took away."""
    write(listed, REVOKED_FILE, REVOKED[1])

    done = run(listed.root, "release", "--out", tmp_path / "public", "--build", tmp_path / "build", *arguments)

    assert done.returncode == 1
    assert "[revoked-line-gone]" in done.stdout
    assert "Chưa làm gì" in done.stderr
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize("text", [None, "", "hỏng", "- {hỏng"])
def test_row_58_the_whole_list_gone_is_a_problem_for_each_story(text, listed):
    (listed.root / REVOKED_FILE).unlink()
    if text is not None:
        write(listed, REVOKED_FILE, text)

    assert [values["story"] for _, _, values in gone(listed)] == ["bai-sen/bai-0", "bai-sen/bai-1"]


def test_a_withdrawal_that_was_undone_is_remarked_and_stops_nothing(listed):
    """A story may be published again by those who answer for it; a slip is said all the same."""
    write(listed, WITHDRAWN_FILE, WITHDRAWN[1])

    assert gone(listed) == [(WITHDRAWN_FILE, "withdrawal-undone", {"story": "bai-sen/bai-0"})]
    done = run(listed.root, "check")
    assert done.returncode == 0
    assert "[withdrawal-undone]" in done.stderr


def test_what_is_added_commented_and_spelt_otherwise_is_no_loss(listed):
    story, digest, date, kind = REVOKED[0].strip("- {}\n").split(", ")
    write(listed, REVOKED_FILE, f"# của chúng ta\n- {story}\n  {kind}\n  {digest}\n  {date}\n", REVOKED[1])
    write(listed, WITHDRAWN_FILE, *WITHDRAWN, WITHDRAWN[0].replace("bai-0", "bai-2"))

    assert gone(listed) == []


def test_without_git_without_commits_and_before_the_list_there_is_nothing_to_say(content):
    write(content, REVOKED_FILE, *REVOKED)
    assert gone(content) == []
    git(content, "init", "-q", "-b", "main")
    assert gone(content) == []
    (content.root / REVOKED_FILE).unlink()
    commit(content)
    write(content, REVOKED_FILE, *REVOKED)
    assert gone(content) == []


@pytest.mark.parametrize("name", [REVOKED_FILE, WITHDRAWN_FILE])
@pytest.mark.parametrize("act", ["line less", "line more", "deleted", "brought"])
def test_row_58_a_contribution_touches_no_list_of_what_was_taken_back(name, act, listed):
    """A line less brings words back; a line more would take anybody's story off the site."""
    lines = {REVOKED_FILE: REVOKED, WITHDRAWN_FILE: WITHDRAWN}[name]
    if act == "brought":
        (listed.root / name).unlink()
        commit(listed, "chưa có")
    base = git(listed, "rev-parse", "HEAD").strip()
    if act == "deleted":
        (listed.root / name).unlink()
    else:
        new = lines[1].replace("bai-1", "bai-3")
        write(listed, name, *{"line less": lines[1:], "line more": [*lines, new], "brought": [new]}[act])
    commit(listed, "góp bài")

    (problem,) = check_no_new_approvals(listed.root, [], base)

    assert (problem.path, problem.code) == ((listed.root / name).as_posix(), "approval-by-stranger")
    assert "không được thêm, sửa hay bỏ dòng nào" in problem.message
    assert check_no_new_approvals(listed.root, [], "HEAD") == []


@pytest.mark.parametrize(
    ("lines", "refused"),
    [
        (MOVED[1:], True),
        ([MOVED[0].replace("bai-9", "bai-8"), MOVED[1]], True),
        ([*MOVED, MOVED[0].replace("bai-0", "bai-7")], False),
        (["# một lời\n", *MOVED], False),
    ],
    ids=["line less", "leads elsewhere", "line more", "a comment"],
)
def test_a_contribution_leads_no_old_address_elsewhere(lines, refused, listed):
    write(listed, MOVED_FILE, *MOVED)
    base = commit(listed)
    write(listed, MOVED_FILE, *lines)
    commit(listed, "góp bài")

    said = [problem.message for problem in check_no_new_approvals(listed.root, [], base)]

    assert [("chỉ được thêm dòng" in message) for message in said] == [True] * refused
