"""``moved.yml``: an old address leads to its story, and a line that leads nowhere is said at its place."""

import pytest

from scripts.catalog.catalog import Edition, build_catalog
from scripts.source.library import load_library
from scripts.source.moves.moved import Addresses, parse_moved
from scripts.source.text.source_text import SourceText
from tests.conftest import APPROVED, GOOD_STORY, SLUG
from tests.made_up import TODAY

HERE, OLD, GONE = f"bai-sen/{SLUG}", "cu-lao/ten-cu", "bai-sen/da-go"
KNOWN = Addresses(("bai-sen", "cu-lao"), frozenset({HERE}), frozenset({GONE}))


def parsed(*lines):
    moved, problems = parse_moved(SourceText("\n".join(lines), "moved.yml"), KNOWN)
    return dict(moved), [(problem.line, problem.column, problem.code) for problem in problems]


def line(old, new):
    return f"- {{old: {old}, new: {new}}}"


def test_an_old_address_leads_to_its_story():
    assert parsed(line(OLD, HERE)) == ({OLD: HERE}, [])


def test_a_chain_is_followed_to_its_end():
    """Moved twice: both old addresses lead where the story stands, in the order written."""
    assert parsed(line("cu-lao/b", "cu-lao/a"), line("cu-lao/a", HERE)) == ({"cu-lao/b": HERE, "cu-lao/a": HERE}, [])


def test_a_story_that_was_withdrawn_since_may_have_moved_before():
    assert parsed(line(OLD, GONE)) == ({OLD: GONE}, [])


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([line(OLD, "cu-lao/khong-co")], [(1, 29, "moved-to-nowhere")]),
        ([line(OLD, OLD)], [(1, 29, "moved-in-circle")]),
        ([line("cu-lao/a", "cu-lao/b"), line("cu-lao/b", "cu-lao/a")], [(n, 24, "moved-in-circle") for n in (1, 2)]),
        ([line(OLD, HERE), line(OLD, HERE)], [(2, 9, "moved-twice")]),
        ([line(HERE, GONE)], [(1, 9, "moved-present")]),
        ([line(GONE, HERE)], [(1, 9, "moved-withdrawn")]),
        ([line("xa-la/ten-cu", HERE)], [(1, 9, "unknown-district")]),
        (["- {old: Cu-Lao/x, new: bai-sen/bai-thu}"], [(1, 9, "bad-form")]),
        ([f"- {{old: {OLD}}}"], [(1, 3, "missing-key")]),
        ([f"- {{old: {OLD}, new: {HERE}, date: 2026-11-24}}"], [(1, 46, "unknown-key")]),
        ([f"{OLD}: {HERE}"], [(1, 1, "not-list")]),
        (["- {old: [", ""], [(2, 1, "yaml-syntax")]),
    ],
    ids=lambda value: value[0][-1] if isinstance(value[0], tuple) else "",
)
def test_a_line_that_cannot_be_followed_is_said_at_its_place(lines, found):
    moved, problems = parsed(*lines)
    assert problems == found
    assert all(old not in moved for old in (HERE, GONE))


def test_a_good_line_counts_beside_a_bad_one():
    assert parsed(line(OLD, HERE), line("cu-lao/a", "cu-lao/khong-co"))[0] == {OLD: HERE}


def test_an_empty_list_and_no_list_say_that_nothing_moved(content):
    assert parsed("", "# chưa có") == ({}, [])
    assert content.load().moved == {}


def write_moved(content, *lines):
    (content.root / "moved.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_problems_of_the_file_are_those_of_the_run(content):
    content.write_story(GOOD_STORY)
    write_moved(content, line(OLD, "bai-sen/bai-thi"))
    (problem,) = content.load().problems
    assert "có phải ý bạn là “bai-sen/bai-thu”?" in str(problem)
    assert "moved.yml:1:" in str(problem)


def test_what_speaks_of_the_old_address_speaks_of_the_story(made_up_content):
    """A record of a broadcast, a collection, a link in another story: none has to be written again."""
    shelf = made_up_content.root / "collections/gop-suc-ma-lam.md"
    text = shelf.read_text(encoding="utf-8")
    shelf.write_text(text.replace(f"- {APPROVED}", f"- {OLD}").replace(f"/{APPROVED}/", f"/{OLD}/"), encoding="utf-8")
    made_up_content.write_story(GOOD_STORY.replace("Cả tổ", f"Như [tổ kia](/mo-hinh/{OLD}/), cả tổ"))
    (made_up_content.root / "coverage").mkdir()
    record = f"story: {OLD}\noutlet: Đài Sông Mây\ndate: 2020-09-02\ntitle: Góp vốn\n"
    (made_up_content.root / "coverage/mot.yml").write_text(record, encoding="utf-8")
    before = made_up_content.load()
    assert {problem.code for problem in before.problems} == {
        "unknown-story",
        "link-missing-story",
        "coverage-missing-story",
    }
    write_moved(made_up_content, line(OLD, APPROVED))
    after = made_up_content.load()
    assert after.problems == ()
    what = {"collections": after.collections, "moved": after.moved}
    (shown,) = build_catalog(after.stories, after.taxonomy, Edition.PREVIEW, **what).collections
    assert APPROVED in [story.key for story in shown.stories]
    assert OLD in shown.collection.front.stories, "as it was approved"
    assert [len(story.logged) for story in after.stories if story.key == APPROVED] == [1]


def test_a_withdrawn_story_is_withdrawn_at_every_address_it_had(content):
    write_moved(content, line(OLD, "bai-sen/da-go"))
    (content.root / "withdrawn.yml").write_text("- {story: bai-sen/da-go, date: 2026-11-20, reason: sai-su-that}\n")
    library = load_library(content.root, TODAY)
    assert library.problems == ()
    assert [one.story for one in library.withdrawn_addresses] == [GONE, OLD]
