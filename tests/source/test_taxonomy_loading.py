"""The vocabulary files and what is said of broken ones."""

import re

import pytest

from scripts.source.library import load_library
from scripts.source.vocabulary.taxonomy_files import load_taxonomy
from tests.conftest import MADE_UP, TODAY

NAMES = sorted(file.stem for file in (MADE_UP / "taxonomy").iterdir())


def said(content):
    taxonomy, problems = load_taxonomy(content.root / "taxonomy")
    assert (taxonomy is None) == bool(problems)
    return [(p.path.rsplit("/", 1)[-1], p.line, p.column, p.code) for p in problems]


def change(content, name, old, new):
    file = content.root / "taxonomy" / f"{name}.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_vocabulary_in_the_order_of_its_files():
    taxonomy, problems = load_taxonomy(MADE_UP / "taxonomy")

    assert problems == []
    assert taxonomy.districts.slugs == ("bai-sen", "cu-lao", "toan-tinh")
    assert taxonomy.fields["kinh-te"].name == "Kinh tế"
    assert "kinh-te" in taxonomy.fields
    assert len(taxonomy.methods) == 5


def test_a_district_is_called_what_it_was_called_that_year():
    taxonomy, _ = load_taxonomy(MADE_UP / "taxonomy")
    district = taxonomy.districts["cu-lao"]

    assert district.name_in(2017) == "thị xã Cù Lao"
    assert district.name_in(2018) == "thành phố Cù Lao"
    assert district.name_in(None) == "thành phố Cù Lao"
    assert district.short_name == "Cù Lao"
    assert taxonomy.districts["toan-tinh"].short_name == "Toàn tỉnh"


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_a_problem(name, content):
    (content.root / "taxonomy" / f"{name}.yml").unlink()

    assert said(content) == [(f"{name}.yml", 1, 1, "taxonomy-missing")]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "public-contacts"])
@pytest.mark.parametrize("text", ["", "# trống\n", "[]\n", "{}\n"])
def test_an_empty_file_is_a_problem(name, text, content):
    (content.root / "taxonomy" / f"{name}.yml").write_text(text)

    assert said(content) == [(f"{name}.yml", 1, 1, "taxonomy-missing")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["một câu\n", "a: b: c\n", "- một\n", "a: &x b\n"])
def test_a_file_of_another_shape_is_a_problem_never_a_traceback(name, text, content):
    (content.root / "taxonomy" / f"{name}.yml").write_text(text)

    assert said(content)
    assert {file for file, *_ in said(content)} == {f"{name}.yml"}


def test_an_item_that_is_no_mapping_is_named(content):
    (content.root / "taxonomy" / "fields.yml").write_text("- kinh-te\n")

    (problem,) = load_taxonomy(content.root / "taxonomy")[1]

    assert (problem.line, problem.column, problem.code) == (1, 3, "not-mapping")
    assert problem.message.startswith("Mục này phải gồm các mục con")


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("fields", "slug: kinh-te", "slug: Kinh tế", (3, 9, "bad-form")),
        ("fields", "name: Kinh tế", "nane: Kinh tế", (3, 3, "missing-key")),
        ("fields", "slug: van-hoa-xa-hoi", "slug: kinh-te", (7, 9, "duplicate-slug")),
        ("fields", '"#8a5a00"', "#8a5a00", (7, 1, "yaml-syntax")),
        ("fields", '"#8a5a00"', '"red"', (6, 19, "bad-form")),
        ("fields", '"#8a5a00"', '"#c9a55f"', (1, 1, "colour-too-faint")),
        ("fields", '"#e3b25a"', '"#4a3a10"', (1, 1, "colour-too-faint")),
        ("districts", "successor: xa-la-dua", "successor: xa-la", (1, 1, "unknown-successor")),
        ("districts", "column: 1", "column: 012", (7, 18, "bad-number")),
        ("districts", "column: 1", "column: 1_0", (7, 18, "bad-number")),
        ("districts", "column: 1", "column: một", (7, 18, "bad-number")),
        ("districts", "column: 1", "column: 0", (7, 18, "bad-number")),
        ("districts", 'from: "2018-11-01"', 'from: "2025-07-01"', (1, 1, "dates-out-of-order")),
        ("districts", 'from: "2018-11-01"', 'from: "2018-11-02"', (1, 1, "names-apart")),
        ("districts", 'to: "2018-11-01"', 'from: "2010-01-01"', (1, 1, "names-apart")),
        ("districts", "column: 2", "column: 1", (1, 1, "tiles-together")),
        ("districts", "column: 2", "column: 7", (19, 18, "invalid-value")),
        (
            "units",
            "- {slug: xa-la-dua",
            "- {slug: xa-thua, name: xã Thừa}\n- {slug: xa-la-dua",
            (1, 1, "no-forerunner"),
        ),
        ("aliases", "UBND: ", "ubnd: ủy ban\nUBND: ", (4, 7, "repeated-alias")),
        ("aliases", "UBND: ", '"…": ủy ban\nUBND: ', (3, 6, "repeated-alias")),
        ("districts", 'from: "2018-11-01"', "from: 1-11-2018", (18, 38, "bad-date")),
        ("districts", 'from: "2018-11-01"', "form: 2018-11-01", (18, 32, "unknown-key")),
        ("districts", "province_wide: true", "province_wide: yes", (26, 18, "not-true-false")),
        ("approvers", 'from: "2025-07-01"', 'from: "2025-07-01"\n  to: "2025-07-01"', (1, 1, "dates-out-of-order")),
        ("province", "document:", "dokument:", (6, 1, "unknown-key")),
        ("movement", "act: registered", "act: register", (8, 51, "unknown-value")),
    ],
)
def test_what_is_wrong_is_named_at_its_place(name, old, new, problem, content):
    change(content, name, old, new)

    assert (f"{name}.yml", *problem) in said(content)


def test_a_huge_file_is_never_read_whole(content):
    with (content.root / "taxonomy" / "units.yml").open("r+b") as stream:
        stream.truncate(50_000_000_000)

    assert said(content) == [("units.yml", 1, 1, "file-too-large")]


def test_every_file_says_what_it_is_for():
    for name in NAMES:
        assert re.match(r"# .{5,}", (MADE_UP / "taxonomy" / f"{name}.yml").read_text(encoding="utf-8"))


def test_aliases_have_one_meaning_or_several(content):
    file = content.root / "taxonomy" / "aliases.yml"
    file.write_text('UBND: ủy ban nhân dân\nTP: ["", thành phố]\nNO: hai chữ\n', encoding="utf-8")
    taxonomy, problems = load_taxonomy(content.root / "taxonomy")

    assert problems == []
    assert taxonomy.aliases == {"UBND": ("ủy ban nhân dân",), "TP": ("", "thành phố"), "NO": ("hai chữ",)}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- UBND\n", ("aliases.yml", 1, 1, "not-mapping")),
        ("A: nghĩa\nUBND: {a: b}\n", ("aliases.yml", 2, 7, "not-text")),
        ("UBND: [[a]]\n", ("aliases.yml", 1, 7, "not-text")),
    ],
)
def test_a_wrong_alias_is_a_problem_at_its_line(content, text, problem):
    (content.root / "taxonomy" / "aliases.yml").write_text(text, encoding="utf-8")

    assert said(content) == [problem]


@pytest.mark.parametrize("text", ["", "# trống\n", "[]\n"])
def test_there_may_be_no_reviewed_contact(text, content):
    """A site may begin before any office has given its number."""
    (content.root / "taxonomy" / "public-contacts.yml").write_text(text, encoding="utf-8")

    taxonomy, problems = load_taxonomy(content.root / "taxonomy")

    assert problems == []
    assert taxonomy.reviewed_numbers == frozenset()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\n", (1, 1, "not-list")),
        ("- {office: Hội bịa, phone: 0299 3 000 111, date: 2026-10-02}\n", (1, 3, "missing-key")),
        ("- {office: Hội bịa, phome: x, reviewed_by: Ban bịa, date: 2026-10-02}\n", (1, 21, "unknown-key")),
    ],
)
def test_a_reviewed_contact_says_who_reviewed_it_and_when(text, place, content):
    (content.root / "taxonomy" / "public-contacts.yml").write_text(text, encoding="utf-8")

    assert said(content) == [("public-contacts.yml", *place)]


def test_a_district_s_pattern_is_one_that_is_drawn(content, tmp_path):
    """The drawings are those of the given docs; without docs nobody looks."""
    drawings = tmp_path / "docs/assets/img"
    drawings.mkdir(parents=True)
    for name in ("dong-lua", "kenh-rach"):
        (drawings / f"{name}.svg").touch()

    (problem,) = load_library(content.root, TODAY, docs=tmp_path / "docs").problems

    assert (problem.path.rpartition("/")[2], problem.code) == ("districts.yml", "unknown-pattern")
    assert "thành phố Cù Lao" in problem.message
    assert content.load().problems == ()
