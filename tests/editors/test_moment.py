"""The moment that commands work at: ``--at``, what waits for its hour, and the kit that is sent beforehand."""

import io
from argparse import ArgumentTypeError
from datetime import datetime, timedelta
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from scripts.editors import release
from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Console, Session
from scripts.editors.messages.verdict import say_checked
from scripts.editors.moment import at, moment, say_waiting
from scripts.editors.press import kit
from scripts.source.library import load_library
from scripts.source.vietnam_time import VIETNAM
from tests.conftest import GOOD_STORY, SLUG, with_keys
from tests.made_up import NOW, ROOT, TODAY, approve

EMBARGO = "embargo: 2026-11-24T12:01+07:00"


class Desk:
    """An editor's screen at a moment."""

    def __init__(self, content, now=NOW):
        self.said: list[str] = []
        self.session = Session(ROOT, content.root, now, Console(self.said.append, self.said.append))

    @property
    def text(self):
        return "".join(self.said)


@pytest.fixture
def waiting(content):
    """A content folder with one approved story, whose hour comes in a minute."""
    approve(content.write_story(with_keys(GOOD_STORY, EMBARGO)))
    return content


def test_a_moment_is_written_in_the_time_of_vietnam():
    assert moment("2026-11-20T08:00+07:00") == datetime(2026, 11, 20, 8, tzinfo=VIETNAM)
    for wrong in ("2026-11-20", "2026-11-20T08:00", "2026-11-20T08:00Z", "2026-11-31T08:00+07:00", "hôm nay"):
        with pytest.raises(ArgumentTypeError):
            moment(wrong)


def test_a_release_as_at_a_moment_to_come_is_refused(waiting):
    """Or stories would come out before their hour by a slip of the keyboard."""
    desk = Desk(waiting)
    asked = SimpleNamespace(at=NOW + timedelta(minutes=1), expect=None, verify=None)
    assert release.run(asked, desk.session) == WRONG_USE
    assert "Lúc 12:01 ngày 24-11-2026 chưa tới (bây giờ là 12:00 ngày 24-11-2026)" in desk.text


def test_what_was_done_since_the_chosen_moment_stays_done(waiting):
    """A withdrawal of today is no slip of the pen, seen from last month; and it is not undone for that moment."""
    (waiting.root / "withdrawn.yml").write_text(
        f"- {{story: bai-sen/da-go, date: {TODAY}, reason: sai-su-that}}\n", encoding="utf-8"
    )
    session = at(NOW - timedelta(days=30), Desk(waiting).session)
    library = load_library(session.content, session.today, moment=session.moment)
    assert session.moment < NOW
    assert library.stopping == ()
    assert [one.story for one in library.withdrawn] == ["bai-sen/da-go"]


def test_what_waits_is_told_with_the_next_hour(waiting):
    approve(
        waiting.write_story(
            with_keys(GOOD_STORY.replace("Tổ Ba cùng", "Tổ Bốn cùng"), EMBARGO.replace("24T", "25T")), "sau"
        )
    )
    library = waiting.load()
    assert say_waiting(library) == (
        "2 bài đã duyệt chờ tới giờ. Sớm nhất có bài tới giờ đăng: 12:01 ngày 24-11-2026.\n"
    )
    assert "(2 đã duyệt, 0 bản thảo); 2 bài đã duyệt chờ tới giờ đăng, sớm nhất 12:01" in say_checked(library)


def test_nothing_is_told_when_nothing_waits(waiting):
    later = load_library(waiting.root, TODAY, moment=NOW + timedelta(minutes=1))
    assert say_waiting(later) == ""
    assert "giờ đăng" not in say_checked(later)


def kit_of(content, out, now=NOW, story=f"bai-sen/{SLUG}"):
    desk = Desk(content, now)
    status = kit.run(SimpleNamespace(story=story, out=out, site_url="https://vi-du.example/"), desk.session)
    return status, desk.text


def test_an_editor_gets_the_kit_before_the_hour(waiting, tmp_path):
    out = tmp_path / "gui"
    status, said = kit_of(waiting, out)
    assert status == GOOD
    assert "Bài chờ đến 12:01 ngày 24-11-2026" in said
    with ZipFile(io.BytesIO((out / f"{SLUG}.zip").read_bytes())) as archive:
        readme = archive.read(f"{SLUG}/README.txt").decode("utf-8-sig")
    assert readme.startswith("CHƯA TỚI GIỜ ĐĂNG: không đăng, phát trước 12:01 ngày 24-11-2026\r\n")
    assert kit_of(waiting, out)[0] == GOOD, "the same bytes again"


def test_a_file_of_somebody_else_stays(waiting, tmp_path):
    (tmp_path / f"{SLUG}.zip").write_bytes(b"x")
    status, said = kit_of(waiting, tmp_path)
    assert (status, "Đã có tệp khác ở" in said) == (WRONG_USE, True)
    assert (tmp_path / f"{SLUG}.zip").read_bytes() == b"x"


def test_at_its_hour_the_kit_says_nothing_of_waiting(waiting, tmp_path):
    assert "chờ" not in kit_of(waiting, tmp_path, NOW + timedelta(minutes=1))[1]


def test_a_draft_has_no_kit_and_an_unknown_story_is_named(content, tmp_path):
    content.write_story(GOOD_STORY)
    status, said = kit_of(content, tmp_path / "gui")
    assert (status, "Bài chưa được duyệt" in said) == (PROBLEMS, True)
    status, said = kit_of(content, tmp_path / "gui", story="bai-sen/bai-thi")
    assert (status, f"có phải ý bạn là “bai-sen/{SLUG}”?" in said) == (WRONG_USE, True)
    assert not (tmp_path / "gui").exists()
