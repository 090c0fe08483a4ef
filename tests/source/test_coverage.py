"""The coverage log: one small file for what a newsroom ran, checked like everything contributed."""

import pytest

from tests.conftest import APPROVED, GOOD_STORY

RECORD = """\
story: bai-sen/bai-thu
outlet: Đài bịa Sông Mây
date: 2026-10-01
title: Chuyện vét kênh
url: https://example.vn/bai
"""


def log(content, text, name="luot-1.yml"):
    folder = content.root / "coverage"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def codes(library):
    return [(problem.path.rsplit("/", 1)[-1], problem.line, problem.code) for problem in library.problems]


def test_a_record_is_added_to_what_the_story_itself_lists(content):
    own = "coverage:\n  - {outlet: Báo bịa, date: 2026-11-02, title: Tổ Ba vét kênh}\n---\n## Cách"
    content.write_story(GOOD_STORY.replace("---\n## Cách", own))
    log(content, RECORD)
    (story,) = content.load().stories
    assert [(item.outlet, item.date.isoformat()) for item in story.coverage] == [
        ("Đài bịa Sông Mây", "2026-10-01"),
        ("Báo bịa", "2026-11-02"),
    ]


def test_a_record_does_not_undo_an_approval(made_up_content):
    """Newsrooms add to the log without touching what was approved."""
    log(made_up_content, RECORD.replace("bai-sen/bai-thu", APPROVED))
    story = next(story for story in made_up_content.load().stories if story.key == APPROVED)
    assert not story.draft
    assert len(story.coverage) == 1


def test_a_record_written_twice_counts_once(content):
    content.write_story(GOOD_STORY)
    log(content, RECORD)
    log(content, RECORD, "luot-2.yml")
    assert len(content.load().stories[0].coverage) == 1


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("bai-sen/bai-thu", "bai-sen/khong-co", ("luot-1.yml", 1, "coverage-missing-story")),
        ("2026-10-01", "2026-11-25", ("luot-1.yml", 1, "date-in-future")),
        ("2026-10-01", "01-10-2026", ("luot-1.yml", 3, "bad-date")),
        ("https://", "javascript:", ("luot-1.yml", 5, "bad-address")),
        ("outlet:", "outlett:", ("luot-1.yml", 2, "unknown-key")),
        ("title: Chuyện vét kênh", "title: <b>kênh</b>", ("luot-1.yml", 4, "markup-in-text")),
    ],
)
def test_a_wrong_record_is_a_located_problem(content, old, new, place):
    content.write_story(GOOD_STORY)
    log(content, RECORD.replace(old, new))
    assert place in codes(content.load())


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "chữ\n", "a: &x 1\nb: *x\n"])
def test_a_file_that_is_no_record_is_a_problem(content, text):
    content.write_story(GOOD_STORY)
    log(content, text)
    assert content.load().problems


def test_a_link_or_a_foreign_file_in_the_log_is_refused(content):
    content.write_story(GOOD_STORY)
    log(content, RECORD)
    (content.root / "coverage/luot-2.yml").symlink_to("/etc/hostname")
    (content.root / "coverage/trang.html").write_text("<p>")
    assert {code for _, _, code in codes(content.load())} >= {"symlink", "file-type"}
