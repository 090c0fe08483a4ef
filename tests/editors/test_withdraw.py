"""``withdraw``: the folder goes, the address stays listed, and nothing in between can lose either."""

import pytest

from scripts.publish.contributions import story_file
from scripts.source.withdrawn import WITHDRAWN_FILE
from tests.commands import run
from tests.conftest import APPROVED, GOOD_STORY

KEY = "bai-sen/bai-thu"
LINE = f"- {{story: {KEY}, date: 2026-11-20, reason: sai-su-that}}\n"


def withdraw(content, story=KEY, reason="sai-su-that", date="2026-11-20"):
    return run(content, "withdraw", story, "--reason", reason, "--date", date)


def listed(content):
    return (content.root / WITHDRAWN_FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("written", [KEY, "{folder}", "{folder}/index.md"])
def test_the_folder_goes_and_the_address_is_listed(written, content):
    file = content.write_story(GOOD_STORY)
    (file.parent / "a.jpg").write_bytes(b"photo")

    done = withdraw(content, written.format(folder=file.parent))

    assert done.returncode == 0, done.stderr
    assert not file.parent.exists()
    assert listed(content).endswith(f"\n{LINE}")
    library = content.load()
    assert library.problems == ()
    assert [one.story for one in library.withdrawn] == [KEY]


def test_a_story_with_problems_can_be_withdrawn_too(content):
    """What is wrong is the first to be taken down."""
    file = content.write_story("hỏng")
    (file.parent / "la.html").write_text("x")
    (file.parent / "thu-muc").mkdir()

    assert withdraw(content).returncode == 0
    assert not file.parent.exists()


def test_the_list_keeps_its_comments_and_earlier_entries(content):
    content.write_story(GOOD_STORY)
    before = "# của chúng ta\n- {story: cu-lao/bai-cu, date: 2020-01-01, reason: sai-su-that} # cũ"
    (content.root / WITHDRAWN_FILE).write_text(before, encoding="utf-8")

    assert withdraw(content).returncode == 0
    assert listed(content) == f"{before}\n{LINE}"


def test_what_an_interrupted_run_left_is_refused_by_the_check_and_finished_by_the_next(content):
    file = content.write_story(GOOD_STORY)
    (content.root / WITHDRAWN_FILE).write_text(LINE, encoding="utf-8")

    library = content.load()

    assert [problem.code for problem in library.problems] == ["withdrawn-present"]
    assert library.problems[0].path == file.as_posix()
    assert library.stories == ()
    assert withdraw(content).returncode == 0
    assert not file.parent.exists()
    assert listed(content) == LINE
    assert content.load().problems == ()


@pytest.mark.parametrize("after", range(4))
def test_killed_between_any_two_steps_the_story_is_never_back_without_a_word(after, content, monkeypatch):
    """Whatever was done before the end: listed, or still there; never there and listed and silent."""
    file = content.write_story(GOOD_STORY)
    (file.parent / "a.jpg").write_bytes(b"photo")
    (file.parent / "b.jpg").write_bytes(b"photo")
    (content.root / WITHDRAWN_FILE).write_text(LINE, encoding="utf-8")
    done = 0
    unlink = story_file.Path.unlink

    def cut_short(path):
        nonlocal done
        if done == after:
            raise KeyboardInterrupt
        done += 1
        unlink(path)

    monkeypatch.setattr(story_file.Path, "unlink", cut_short)
    if after < 3:
        with pytest.raises(KeyboardInterrupt):
            story_file.remove_story(file.parent)
        assert file.exists(), "index.md goes last"
        assert "withdrawn-present" in {problem.code for problem in content.load().problems}
    monkeypatch.undo()
    assert withdraw(content).returncode == 0
    assert not file.parent.exists()


def test_links_to_it_are_named_and_stop_nothing(content):
    """A withdrawal must not wait until the stories that point to it were edited and approved again."""
    content.write_story(GOOD_STORY)
    other = content.write_story(
        GOOD_STORY.replace("Tổ Ba cùng", "Tổ Tư cùng") + f"\n[Xem](/mo-hinh/{KEY}/)\n", "bai-khac"
    )
    line = other.read_text(encoding="utf-8").split("\n").index(f"[Xem](/mo-hinh/{KEY}/)") + 1

    done = withdraw(content)

    assert done.returncode == 0
    assert f"{other}:{line}:1: Liên kết “/mo-hinh/{KEY}/” trỏ tới bài đã gỡ ngày 20-11-2026" in done.stderr
    checked = run(content, "check")
    assert checked.returncode == 0
    assert "[link-withdrawn-story]" in checked.stderr


def test_links_to_a_story_with_a_long_name_are_named_too(content):
    """A message shows sixty letters of a link; what it is about is asked of its values."""
    slug = "to-hop-tac-vet-kenh-dap-de-lam-duong-xay-cau-cua-ba-con-ap-s"
    content.write_story(GOOD_STORY, slug)
    other = content.write_story(
        GOOD_STORY.replace("Tổ Ba cùng", "Tổ Tư cùng") + f"\n[Xem](/mo-hinh/bai-sen/{slug}/)\n", "bai-khac"
    )

    done = withdraw(content, f"bai-sen/{slug}")

    assert done.returncode == 0, done.stderr
    assert f"{other}:" in done.stderr
    assert "[link-withdrawn-story]" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"story": "bai-sen/bai-thi"}, f"có phải ý bạn là “{KEY}”?"),
        ({"story": "../../etc"}, "Không có bài nào"),
        ({"story": "bai-sen"}, "Không có bài nào"),
        ({"reason": "sai-su-thuc"}, "có phải ý bạn là “sai-su-that”?"),
        ({"date": "2999-01-01"}, "chưa tới"),
        ({"date": "mai"}, "Hãy viết năm-tháng-ngày"),
    ],
)
def test_wrong_use_changes_nothing(arguments, said, content):
    file = content.write_story(GOOD_STORY)

    done = withdraw(content, **arguments)

    assert done.returncode == 2
    assert said in done.stderr
    assert file.exists()
    assert not (content.root / WITHDRAWN_FILE).exists()


def test_a_link_in_place_of_the_folder_is_never_followed(content, tmp_path):
    elsewhere = tmp_path / "noi-khac"
    elsewhere.mkdir()
    (elsewhere / "index.md").write_text("x")
    content.folder().rmdir()
    content.folder().parent.joinpath("lien-ket").symlink_to(elsewhere)

    assert withdraw(content, "bai-sen/lien-ket").returncode == 2
    assert (elsewhere / "index.md").exists()


def test_a_list_no_line_can_be_added_to_is_left_alone(content):
    file = content.write_story(GOOD_STORY)
    (content.root / WITHDRAWN_FILE).write_text("[]\n", encoding="utf-8")

    done = withdraw(content)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert file.exists()
    assert listed(content) == "[]\n"


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("- {story: bai-sen/a, date: 2026-11-20, reason: sai-su-thuc}", "1:48", "unknown-reason"),
        ("- {story: bai-xen/a, date: 2026-11-20, reason: sai-su-that}", "1:11", "unknown-district"),
        ("- {story: bai-sen/../a, date: 2026-11-20, reason: sai-su-that}", "1:11", "bad-form"),
        ("- {story: bai-sen/a, date: 2027-11-20, reason: sai-su-that}", "1:28", "date-in-future"),
        ("- {story: bai-sen/a, date: 20/11/2026, reason: sai-su-that}", "1:28", "bad-date"),
        ("- {story: bai-sen/a, reason: sai-su-that}", "1:3", "missing-key"),
        ("- {story: bai-sen/a, date: 2026-11-20, reason: sai-su-that, note: bà A}", "1:61", "unknown-key"),
        (f"{LINE}{LINE}", "2:11", "withdrawn-twice"),
        ("story: bai-sen/a", "1:1", "not-list"),
        ("- {story: bai-sen/a", "1:3", "yaml-syntax"),
        ("\ufeff", "1:1", "byte-order-mark"),
    ],
)
def test_the_list_is_read_as_strictly_as_a_story_and_a_slip_publishes_nothing(text, place, code, content):
    (content.root / WITHDRAWN_FILE).write_text(text, encoding="utf-8")

    (problem,) = content.load().problems

    assert f"{problem.line}:{problem.column}" == place
    assert problem.code == code
    assert problem.path.endswith(f"/{WITHDRAWN_FILE}")


@pytest.mark.parametrize("text", [None, "", "# chưa có\n", "[]\n"])
def test_without_entries_nothing_is_withdrawn(text, made_up_content):
    if text is not None:
        (made_up_content.root / WITHDRAWN_FILE).write_text(text, encoding="utf-8")

    library = made_up_content.load()

    assert library.problems == ()
    assert library.withdrawn == ()
    assert APPROVED in {story.key for story in library.stories}
