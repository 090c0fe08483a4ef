"""What a command says next to somebody who left a word out, or who is not done yet."""

import pytest

from scripts.publish.disk.our_folder import RELEASES, SITE, WORKPLACE
from tests.commands import run
from tests.conftest import GOOD_STORY, approve_house
from tests.made_up import approve

KEY = "bai-sen/bai-thu"


@pytest.fixture
def kit_story(content):
    """One approved story."""
    approve(content.write_story(GOOD_STORY))
    return content


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--diff"], "approve --diff BÀI."),
        (["--revoke", "--reason", "sai-su-that"], "approve --revoke BÀI --reason LÝ-DO."),
        ([KEY], "approve BÀI --by CƠ-QUAN --document SỐ."),
    ],
)
def test_a_word_left_out_is_asked_for_the_act_that_was_meant(content, words, told):
    done = run(content, "approve", *words)

    assert (done.returncode, told in done.stderr) == (2, True)


def test_who_looks_at_the_words_that_wait_hears_how_to_approve_them_not_how_to_look(content):
    approve_house(content.root)
    file = content.root / "taxonomy" / "methods.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("name: Tự quản", "name: Tự lo"), encoding="utf-8")

    looked, listed = run(content, "approve", "--house", "--diff").stderr, run(content, "approve", "--list").stderr

    assert "approve --house --by" in looked
    assert "--diff" not in looked
    assert "approve --house --diff" in listed


def test_who_withdraws_a_story_hears_that_it_must_be_committed_and_published(content):
    content.write_story(GOOD_STORY)

    done = run(content, "withdraw", KEY, "--reason", "sai-su-that")

    assert f"git add {content.root}" in done.stderr
    assert "phát hành lại" in done.stderr


@pytest.mark.parametrize("mark", [WORKPLACE, SITE, RELEASES])
def test_a_kit_is_not_put_below_a_folder_of_the_site(kit_story, tmp_path, mark):
    """A text that waits for its hour would be public there, at an address that is easily guessed."""
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / mark).touch()

    for out in (tmp_path / "public", tmp_path / "public" / "mo-hinh" / "kit"):
        done = run(kit_story, "kit", KEY, "--out", out)
        assert (done.returncode, "Chưa ghi gì" in done.stderr) == (2, True)

    assert list(tmp_path.rglob("*.zip")) == []


def test_a_kit_is_not_put_among_the_content(kit_story, tmp_path):
    link = tmp_path / "noi-khac"
    link.symlink_to(kit_story.root)

    for out in (kit_story.root / "models", link):
        assert run(kit_story, "kit", KEY, "--out", out).returncode == 2

    assert list(kit_story.root.rglob("*.zip")) == []
    assert run(kit_story, "kit", KEY, "--out", tmp_path / "gửi báo").returncode == 0


def test_a_story_whose_approval_was_taken_back_is_not_said_never_to_have_been_approved(kit_story):
    run(kit_story, "approve", "--revoke", KEY, "--reason", "sai-su-that")

    listed, shown = run(kit_story, "approve", "--list"), run(kit_story, "approve", "--diff", KEY)

    assert "(việc duyệt trước đã bị thu hồi)" in listed.stdout
    assert (shown.returncode, "đã bị thu hồi" in shown.stderr) == (1, True)
    assert "lần nào" not in listed.stdout + shown.stderr


def test_a_slip_in_the_name_of_a_story_is_not_read_aloud_as_a_sentence(kit_story):
    slip, sentence = run(kit_story, "script", f"{KEY}x"), run(kit_story, "script", "30 km/h")

    assert (slip.returncode, "Không có bài" in slip.stderr) == (2, True)
    assert sentence.returncode == 0


def test_a_moment_that_is_none_comes_with_one_that_is(content):
    assert "ví dụ 2026-11-20T08:00+07:00" in run(content, "release", "--at", "2026-11-20").stderr
