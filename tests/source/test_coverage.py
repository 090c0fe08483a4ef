"""The coverage log: one small file for what a newsroom ran, checked like everything contributed."""

import pytest

from scripts.source.schema.story_parts import Coverage
from scripts.source.vocabulary.outlets import Outlet, fault_of
from tests.conftest import APPROVED, GOOD_STORY, with_keys

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


OUTLET = Outlet(slug="bao-bia", name="Báo bịa", hosts=("bao.example", "xa.bao-hai.example"))


@pytest.mark.parametrize(
    "address",
    ["https://bao.example", "http://BAO.example/a?b#c", "https://www.bao.example/a", "https://xa.bao-hai.example/"],
)
def test_an_outlet_s_own_address_is_on_its_hosts_or_below(address):
    assert OUTLET.has(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://bao.example.xau.example/",
        "https://xaubao.example/",
        "https://bao-hai.example/",
        "https://xau.example/bao.example/",
        "https://xau.example?bao.example",
        "https://xau.example\\.bao.example/",
        "https://bao.example:8443/",
        "https://bao.example./",
        "https://bạo.example/",
        "https://192.168.1.1/",
        "https://localhost/",
    ],
)
def test_row_56_an_address_that_is_not_its_outlet_s_is_refused(address):
    """Whatever it looks like: a browser may read a backslash, a port or a lookalike letter in its own way."""
    coverage = Coverage.model_construct(outlet="Báo bịa", url=address)
    assert fault_of(coverage, [OUTLET]).code.name == "foreign-address"


def test_row_56_a_record_says_only_what_a_known_outlet_ran(content):
    content.write_story(GOOD_STORY)
    log(content, RECORD.replace("Đài bịa Sông Mây", "Dai bia song may"), "la.yml")
    log(content, RECORD.replace("example.vn/bai", "bao.example/bai"), "noi-khac.yml")

    library = content.load()

    assert codes(library) == [("la.yml", 2, "unknown-outlet"), ("noi-khac.yml", 5, "foreign-address")]
    assert "có phải ý bạn là “Đài bịa Sông Mây”?" in library.problems[0].message
    assert "(example.vn)" in library.problems[1].message


LISTED = "people: [{name: Lê Văn Bịa, consent: {name: %s, photo: false, recorded: 2026-10-02}}]"


def test_a_title_names_only_who_agreed_in_the_story(content):
    """No approval covers it, so nobody else would answer for the name."""
    named = RECORD.replace("Chuyện vét kênh", "Ông Lê Văn Bịa vét kênh")
    log(content, named)

    content.write_story(GOOD_STORY)
    assert codes(content.load()) == [("luot-1.yml", 4, "person-not-listed")]
    assert content.load().stories[0].coverage == ()

    content.write_story(with_keys(GOOD_STORY, LISTED % "true"))
    assert codes(content.load()) == []
    assert len(content.load().stories[0].coverage) == 1


def test_a_title_in_the_story_itself_names_only_who_agreed(content):
    own = "coverage: [{outlet: Báo bịa, date: 2026-11-02, title: Bà Lê Thị Bịa vét kênh}]"
    content.write_story(with_keys(GOOD_STORY, own))
    assert [problem.code for problem in content.load().problems] == ["person-not-listed"]


def test_the_record_of_a_story_that_is_withheld_stops_nothing(content):
    """A consent taken back must reach readers; the record waits as its story does."""
    content.write_story(with_keys(GOOD_STORY, LISTED % "false"))
    log(content, RECORD.replace("Chuyện vét kênh", "Ông Lê Văn Bịa vét kênh"))
    library = content.load()
    assert library.problems == ()
    assert "person-without-story" in {remark.code for remark in library.remarks}
    assert library.withheld[0].coverage == ()


def test_a_number_that_yaml_puts_together_is_found(content):
    content.write_story(GOOD_STORY)
    log(content, RECORD.replace("title: Chuyện vét kênh", 'title: "Chuyện 0912\\x20345 678 kênh"'))
    assert ("luot-1.yml", 4, "phone") in codes(content.load())
