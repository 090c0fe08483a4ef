"""What git shows of moved stories: an offer of the line to write, for addresses that were approved once."""

import pytest

from scripts.source.moves.offered import remark_moves
from tests.commands import run
from tests.conftest import GOOD_STORY
from tests.made_up import approve
from tests.under_git import commit, git

OLD, NEW = "bai-sen/ten-cu", "bai-sen/ten-moi"
LINE = f"- {{old: {OLD}, new: {NEW}}}"


def offered(content, told=(), gone=()):
    library = content.load()
    remarks = remark_moves(content.root, library.files, dict.fromkeys(told, NEW), gone)
    return [(remark.path.rsplit("models/")[-1], remark.code, remark.values["line"]) for remark in remarks]


def move(content, old=OLD, new=NEW):
    target = content.root / "models" / new
    target.parent.mkdir(exist_ok=True)
    (content.root / "models" / old).rename(target)


@pytest.fixture
def approved(content):
    """A content folder with one story, approved and committed at its old address."""
    approve(content.write_story(GOOD_STORY, "ten-cu"))
    commit(content)
    return content


def test_a_move_that_was_committed_is_offered_as_a_line(approved):
    move(approved)
    commit(approved)
    assert offered(approved) == [(f"{NEW}/index.md", "moved-untold", LINE)]


def test_a_move_that_is_not_committed_yet_is_offered_too(approved):
    move(approved)
    assert offered(approved) == [(f"{NEW}/index.md", "moved-untold", LINE)]


def test_it_is_known_by_its_title_when_its_text_was_changed_with_it(approved):
    move(approved)
    file = approved.root / f"models/{NEW}/index.md"
    file.write_text(file.read_text(encoding="utf-8").replace("trong ba ngày", "trong bốn ngày"), encoding="utf-8")
    assert [line for *_, line in offered(approved)] == [LINE]


def test_a_story_that_moved_twice_is_offered_with_both_addresses(approved):
    move(approved, OLD, "bai-sen/giua")
    file = approved.root / "models/bai-sen/giua/index.md"
    commit(approved)
    assert file.exists()
    move(approved, "bai-sen/giua", NEW)
    assert [line for *_, line in offered(approved)] == [LINE.replace(OLD, "bai-sen/giua"), LINE]


def test_an_address_that_has_a_line_is_not_offered_another_when_the_story_moves_on(approved):
    """Its line leads nowhere until the next is added; a second line of the same address would be an error."""
    middle = "bai-sen/giua"
    move(approved, OLD, middle)
    lines = approved.root / "moved.yml"
    lines.write_text(f"- {{old: {OLD}, new: {middle}}}\n", encoding="utf-8")
    commit(approved)
    move(approved, middle, NEW)

    (line,) = [line for *_, line in offered(approved)]
    lines.write_text(f"{lines.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")

    assert run(approved, "check").returncode == 0


@pytest.mark.parametrize("text", ["", "7", "[1, {new: x}]", "{old: x}", "[", "chữ"])
def test_a_list_that_cannot_be_read_hinders_no_offer(approved, text):
    move(approved)
    (approved.root / "moved.yml").write_text(text, encoding="utf-8")
    assert [line for *_, line in offered(approved)] == [LINE]


@pytest.mark.parametrize(("told", "gone"), [([OLD], ()), ((), [OLD])], ids=["told", "withdrawn"])
def test_nothing_is_offered_for_what_is_told_or_withdrawn(approved, told, gone):
    move(approved)
    assert offered(approved, told, gone) == []


def test_nothing_is_offered_for_a_draft(content):
    """Nobody prints the address of a draft."""
    content.write_story(GOOD_STORY, "ten-cu")
    commit(content)
    move(content)
    assert offered(content) == []


def test_a_story_that_moved_back_is_not_offered_where_it_stands(approved):
    """Only the address that it had in between, though the moves of git go round in a circle."""
    move(approved)
    commit(approved)
    move(approved, NEW, OLD)
    assert [line for *_, line in offered(approved)] == [f"- {{old: {NEW}, new: {OLD}}}"]


def test_a_new_story_where_another_was_deleted_is_no_move(approved):
    git(approved, "rm", "-rq", f"content/models/{OLD}")
    text = GOOD_STORY.replace("Tổ Ba cùng nhau vét kênh", "Xóm Bảy đắp đường").replace("Cả tổ", "Xóm")
    approved.write_story(text, "xom-bay")
    assert offered(approved) == []


def test_without_git_nothing_is_offered(content):
    content.write_story(GOOD_STORY)
    assert offered(content) == []


def test_check_offers_the_line_and_says_that_the_story_must_be_approved_again(approved):
    move(approved)
    done = run(approved, "check")
    assert done.returncode == 0
    assert LINE in done.stderr
    assert "bản thảo cho đến khi duyệt lại" in done.stderr
