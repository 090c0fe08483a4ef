"""The commands as an editor runs them, on a folder of made-up stories."""

import unicodedata

import pytest

from tests.commands import run, run_alone
from tests.conftest import APPROVED, GOOD_STORY


def test_tidy_mends_bom_line_ends_and_decomposed_letters(content):
    spoilt = "\ufeff" + unicodedata.normalize("NFD", GOOD_STORY).replace("\n", "\r\n")
    file = content.write_story(spoilt)
    assert run(content, "check").returncode == 1
    done = run(content, "tidy")
    assert done.returncode == 0
    assert done.stdout == f"Đã sửa: {file}\n"
    assert file.read_text(encoding="utf-8") == GOOD_STORY
    assert run(content, "check").returncode == 0


def test_tidy_leaves_good_and_foreign_files_alone(content):
    good = content.write_story(GOOD_STORY)
    old = content.write_story("D©n vËn khÐo".encode("latin-1"), slug="phong-cu")
    before = (good.stat().st_mtime_ns, old.read_bytes())
    done = run(content, "tidy")
    assert done.stdout == ""
    assert (good.stat().st_mtime_ns, old.read_bytes()) == before


def test_an_approved_text_that_changed_is_named(made_up_content):
    file = made_up_content.root / "models" / APPROVED / "index.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Đầu vụ", "Cuối vụ"), encoding="utf-8")
    done = run(made_up_content, "check")
    assert done.returncode == 0
    assert "1 bài đổi chữ sau khi duyệt nên lại là bản thảo" in done.stderr
    assert APPROVED in done.stderr


def test_an_approved_story_that_moved_is_a_draft_again(made_up_content):
    """Where it happened is part of what was approved."""
    old = made_up_content.root / "models" / APPROVED
    old.rename(old.with_name("to-hai-doi-ten"))
    assert "(0 đã duyệt" in run(made_up_content, "check").stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_messages_do_not_depend_on_the_locale(content, encoding):
    content.write_story(GOOD_STORY.replace("title:", "titel:", 1))
    done = run_alone(content, "check", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 1
    assert "có phải ý bạn là “title”?" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("path", ["../README.md", "content/../README.md", "/etc/passwd"])
def test_a_path_outside_the_content_is_wrong_use(content, path):
    (content.root.parent / "README.md").write_text("x")
    content.write_story(GOOD_STORY)
    done = run(content, "check", content.root / path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith(("“", "Không có"))


def test_one_story_can_be_checked_by_any_spelling_of_its_path(content):
    content.write_story(GOOD_STORY.replace("title:", "titel:", 1))
    content.write_story(GOOD_STORY, slug="bai-khac")
    for path in ("models/bai-sen/bai-thu", "models/../models/bai-sen/bai-thu/index.md", "models/bai-sen/bai-thu/"):
        done = run(content, "check", content.root / path)
        assert done.stdout.count("\n") == 2, path
        assert "[unknown-key]" in done.stdout
    assert run(content, "check", content.root / "models/bai-sen/bai-khac").returncode == 0


def test_check_explains_a_code(content):
    """What the message means, and what to do; the code may stand in its brackets."""
    for written in ("not-nfc", "[not-nfc]"):
        done = run(content, "check", "--explain", written)
        assert done.returncode == 0
        assert done.stdout.startswith("not-nfc: lỗi")
        assert "Làm gì: Hãy chạy: python -m scripts tidy" in done.stdout


def test_check_offers_the_nearest_code(content):
    done = run(content, "check", "--explain", "unknown-feild")

    assert done.returncode == 2
    assert "có phải ý bạn là “unknown-field”?" in done.stderr
