"""Rows 8 to 19: front matter that is built rather than written: many variants, or too big for a file."""

import pytest

from tests.conftest import GOOD_STORY, with_keys
from tests.made_up_photos import encoded

GUESSED = ["NO", "on", "012", "1.099", "1_000", "1e3", "12:30", "true", "2020-08-12", "0x1f", ".inf", "1,7"]

# Keys that MkDocs, Material for MkDocs, its plugins or other generators act on.
GENERATOR_KEYS = [
    "template",
    "hide",
    "search",
    "tags",
    "icon",
    "description",
    "subtitle",
    "comments",
    "boost",
    "exclude",
    "social",
    "authors",
    "date",
    "categories",
    "draft",
    "pin",
    "slug",
    "links",
    "readtime",
    "nav_title",
    "not_in_nav",
    "render_macros",
    "image",
    "robots",
    "canonical_url",
    "edit_url",
    "meta",
    "inclusion",
    "layout",
    "permalink",
    "url",
    "redirect_from",
    "redirect_to",
    "published",
    "navigation",
    "toc",
    "extra_css",
    "extra_javascript",
    "hooks",
    "plugins",
    "theme",
    "hero",
    "revision_date",
    "glightbox",
    "nav",
    "weight",
    "aliases",
    "alias",
    "type",
]


def codes(problems):
    return [problem.code for problem in problems]


def test_row_08_nothing_of_an_unclosed_front_matter_becomes_prose(content):
    """Private keys of the front matter are never taken for the text of the story."""
    content.write_story("---\ntitle: Tổ Ba\nembargo: kín\n## Cách làm\n\nCả tổ.\n")

    library = content.load()

    assert library.stories == ()
    assert codes(library.problems) == ["front-matter-unclosed"]


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]",
        "a: &a {b: *a}",
        "".join(f"k{n}: &k{n} [{f'*k{n - 1}, ' * 9}]\n" for n in range(1, 200)),
        "<<: [{title: x}, {title: y}]",
        'a: !!python/object/new:os.system ["touch bi-chiem"]',
        'a: !!python/name:os.system ""',
        "a: !!binary aGVsbG8=",
        "a: !<tag:yaml.org,2002:python/module:os> x",
        "? &a x\n: *a",
        "a: !!set {x, y}",
    ],
    ids=["bomb", "loop", "ladder", "merge", "python call", "python name", "binary", "verbatim tag", "key", "set"],
)
def test_row_12_anchors_aliases_tags_and_merges_are_refused(bomb, content, monkeypatch, tmp_path):
    """The first one ends the reading: nothing is expanded, nothing is executed."""
    monkeypatch.chdir(tmp_path)

    (problem,) = content.problems_of(with_keys(GOOD_STORY, bomb))

    assert problem.code in {"yaml-alias", "yaml-merge", "yaml-tag"}
    assert problem.line == 14 if problem.code != "yaml-alias" else problem.line in {14, 15}
    assert not (tmp_path / "bi-chiem").exists()


@pytest.mark.parametrize(
    "deep",
    [
        "a: " + "[" * 3000 + "]" * 3000,
        "a: " + "{b: " * 3000 + "}" * 3000,
        "a:\n" + "- " * 3000 + "b",
        "".join(" " * n + "a:\n" for n in range(600)),
        "a: " + "[" * 150_000,
        "? " * 3000 + "a",
    ],
    ids=["lists", "mappings", "dashes", "indents", "150,000 never closed", "questions"],
)
def test_row_13_deep_nesting_is_a_problem_not_a_crash(deep, content):
    """3,000 levels would break a recursive reader; this one stops at the seventh."""
    (problem,) = content.problems_of(with_keys(GOOD_STORY, deep))

    assert problem.code in {"yaml-too-deep", "yaml-key"}
    assert problem.line >= 14
    assert "lồng nhau quá 6 lớp" in problem.message or problem.code == "yaml-key"


@pytest.mark.parametrize("written", GUESSED)
def test_row_14_text_stays_the_text_that_was_written(written, content):
    """YAML 1.1 would read false, true, 10, 1.099 (a float), 1000, 1000.0 and 750."""
    content.write_story(
        with_keys(GOOD_STORY, f"topics:\n  - {written}\nquotes:\n  - text: xin chào\n    by: {written}")
    )

    (story,) = content.load().stories

    assert story.front.topics == (written,)
    assert story.front.quotes[0].by == written


@pytest.mark.parametrize("written", ["1.099", "12,4", "1,7", "0", "0,5", "1.234.567,8", "hơn 1.200", "96%", "5-7"])
def test_row_14_a_figure_written_the_vietnamese_way_is_kept_exactly(written, content):
    content.write_story(with_keys(GOOD_STORY, f"results:\n  - value: {written}\n    unit: nhà"))

    library = content.load()

    assert library.problems == ()
    assert library.stories[0].front.results[0].value == written


@pytest.mark.parametrize("key", ["started", "registered"])
@pytest.mark.parametrize("written", GUESSED)
def test_row_14_a_year_is_never_guessed(key, written, content):
    """Nothing but four digits is a year."""
    story = GOOD_STORY.replace('started: "2015"', f'{key}: "{written}"')

    assert codes(content.problems_of(story)) == ["bad-year"]


@pytest.mark.parametrize("written", ["NO", "on", "yes", "True", "TRUE", "1", "0", '""'])
def test_row_14_a_truth_is_never_guessed(written, content):
    photo = (
        "photos:\n  - {file: a.jpg, alt: Hai người trên bờ kênh, caption: Ngày đầu, credit: Tổ Ba, licence: site-only, "
        f"lead: {written}}}"
    )

    assert codes(content.problems_of(with_keys(GOOD_STORY, photo))) == ["not-true-false"]


@pytest.mark.parametrize("value", ["main.html", "", "[a, b]", "{exclude: true}"], ids=["text", "empty", "list", "map"])
def test_row_16_a_key_a_site_generator_would_honour_is_refused(value, content):
    """Each of them, whatever its value, even none: it is not ours, it is never handed on."""
    story = with_keys(GOOD_STORY, "".join(f"{key}: {value}\n" for key in GENERATOR_KEYS))

    said = [(p.line, p.column, p.code, p.message.split("”")[0]) for p in content.problems_of(story)]

    assert said == [
        (line, 1, "unknown-key", f"Không có mục tên “{key}") for line, key in enumerate(GENERATOR_KEYS, start=14)
    ]


@pytest.mark.parametrize("value", ["new", "deprecated"])
def test_row_16_our_status_takes_only_our_values(value, content):
    """``status`` is ours and Material's: its values there mean nothing here."""
    (problem,) = content.problems_of(with_keys(GOOD_STORY, f"status: {value}"))

    assert (problem.line, problem.column, problem.code) == (14, 9, "unknown-value")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("sumary", "summary"), ("Title", "title"), ("field_", "field"), ("source", "sources"), ("method", "methods")],
)
def test_row_16_the_nearest_known_key_is_suggested(written, meant, content):
    problems = content.problems_of(with_keys(GOOD_STORY, f"{written}: x"))

    assert f"có phải ý bạn là “{meant}”?" in problems[0].message


def test_row_16_a_list_in_place_of_a_place_hides_no_key(content):
    """``{commune: xã Lá Dừa, huyện Bãi Sen}``: the comma made a second, empty key."""
    story = GOOD_STORY.replace("place: {commune: xã Lá Dừa}", "place: {commune: xã Lá Dừa, huyện Bãi Sen}")

    (problem,) = content.problems_of(story)

    assert (problem.line, problem.column, problem.code) == (7, 29, "unknown-key")


def test_row_18_a_licence_outside_the_list_gets_the_nearest(content):
    folder = content.folder()
    (folder / "a.jpg").write_bytes(encoded())
    photo = (
        "photos:\n  - {file: a.jpg, alt: Hai người trên bờ kênh, caption: Ngày đầu, credit: Tổ Ba, "
        "licence: Press with credits}"
    )

    (problem,) = content.problems_of(with_keys(GOOD_STORY, photo))

    assert problem.code == "unknown-licence"
    assert "có phải ý bạn là “press-with-credit”?" in problem.message


def test_row_19_a_title_of_20_kb_is_one_short_message(content):
    (problem,) = content.problems_of(GOOD_STORY.replace("title: Tổ Ba", "title: " + "Tổ Ba " * 3000))

    assert (problem.line, problem.column, problem.code) == (2, 8, "too-long")
    assert "nhiều nhất 110" in problem.message
    assert len(str(problem)) < 300


def test_row_19_a_key_of_20_kb_is_one_short_message(content):
    (problem,) = content.problems_of(with_keys(GOOD_STORY, '? "' + "a" * 20_000 + '"\n: b'))

    assert problem.code == "unknown-key"
    assert len(str(problem)) < 600
