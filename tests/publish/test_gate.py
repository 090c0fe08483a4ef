"""The gate over a finished site: each thing it refuses, on a site of one or two pages."""

import pytest

from scripts.publish.gate.gate import MAX_PAGE_BYTES, Expectation, check_site
from scripts.render.servers.policy import policy_meta

POLICY = f'<meta http-equiv="Content-Security-Policy" content="{policy_meta()}">'
GOOD = (
    f'<!doctype html><html lang="vi"><head>{POLICY}<title>Trang thử</title><meta name="description" content="Mô tả">'
    '</head><body><h1>Trang thử</h1><p id="cho">Chữ</p>{}</body></html>'
)


def codes(tmp_path, html, *, drafts_allowed=True, absent=(), **others):
    """Return the codes of the problems of a site with ``html`` as its home page."""
    for name, text in {"index.html": html, **others}.items():
        path = tmp_path / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = check_site(tmp_path, Expectation(drafts_allowed=drafts_allowed, absent=absent))
    return [problem.code for problem in problems]


def test_a_good_site_passes(tmp_path):
    links = '<a href="#cho">a</a> <a href="./">b</a> <a href="khac/">c</a> <a href="khac/#cho">d</a> <a href="https://e.vn">e</a>'
    other = GOOD.format('<a href="../#cho">a</a> <a href="..">b</a>').replace("Trang thử</title>", "Trang khác</title>")
    assert codes(tmp_path, GOOD.format(links), **{"khac__index.html": other}) == []


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<a href="khong-co/">x</a>', "broken-link"),
        ('<a href="/khong-co/">x</a>', "broken-link"),
        ('<a href="?q=1">x</a><a href="khong.html?q=1">x</a>', "broken-link"),
        ('<img src="khong-co.jpg" alt="x" width="1" height="1">', "broken-link"),
        ('<a href="#khong-co">x</a>', "broken-anchor"),
        ('<a href="./#khong-co">x</a>', "broken-anchor"),
        ("<h1>Hai</h1>", "page-heading"),
        ("<p>{{ story.title }}</p>", "template-leak"),
        ("<p>{% if x %}</p>", "template-leak"),
        ("<p>approval:</p>", "front-matter-leak"),
        ("<p>---\nconsent:\n</p>", "front-matter-leak"),
        ("<div data-story-text><p>x</p><form></form></div>", "story-tag"),
        ("<div data-story-text><button>x</button></div>", "story-tag"),
    ],
)
def test_what_is_inside_a_page(tmp_path, inside, code):
    assert codes(tmp_path, GOOD.replace("{}", inside)) == [code]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ('lang="vi"', 'lang="en"', "page-language"),
        ("<title>Trang thử</title>", "", "page-title"),
        ("<title>Trang thử</title>", "<title></title>", "page-title"),
        ("<title>Trang thử</title>", "<title>A</title><title>B</title>", "page-title"),
        ("<title>Trang thử</title>", "<title>A &lt;b&gt;</title>", "page-title-markup"),
        ('content="Mô tả"', 'content=" "', "page-description"),
        ("<h1>Trang thử</h1>", "<h2>Trang thử</h2>", "page-heading"),
    ],
)
def test_the_head_of_a_page(tmp_path, before, after, code):
    assert before in GOOD
    assert codes(tmp_path, GOOD.replace("{}", "").replace(before, after)) == [code]


def test_two_pages_with_one_title(tmp_path):
    page = GOOD.format("")
    assert codes(tmp_path, page, **{"khac__index.html": page}) == ["page-title-repeated"]


def test_a_page_over_the_limit(tmp_path):
    heavy = GOOD.format("<p>" + "x" * MAX_PAGE_BYTES + "</p>")
    assert codes(tmp_path, heavy) == ["page-too-heavy"]


def test_an_example_in_pre_is_no_leak(tmp_path):
    assert codes(tmp_path, GOOD.replace("{}", "<pre>---\napproval:\n</pre>")) == []


def test_the_public_edition_holds_no_draft(tmp_path):
    marked = GOOD.format("<p data-draft>Bản thảo</p>")
    assert codes(tmp_path, marked, drafts_allowed=False) == ["draft-in-public"]
    assert codes(tmp_path, marked, drafts_allowed=True) == []


def test_the_public_edition_holds_no_story_that_waits_for_its_hour(tmp_path):
    marked = GOOD.format("<p data-embargo>Chờ đến 08:00 ngày 20-11-2026</p>")
    assert codes(tmp_path, marked, drafts_allowed=False) == ["draft-in-public"]
    assert codes(tmp_path, marked, drafts_allowed=True) == []


def test_the_public_edition_holds_nothing_that_editors_note_for_themselves(tmp_path):
    noted = GOOD.format("<section data-editors>Cần kiểm lại trước khi duyệt (2)</section>")
    assert codes(tmp_path, noted, drafts_allowed=False) == ["draft-in-public"]
    assert codes(tmp_path, noted, drafts_allowed=True) == []


def test_the_page_of_a_draft_is_found_by_its_address(tmp_path):
    other = GOOD.format("").replace("Trang thử</title>", "Khác</title>")
    found = codes(
        tmp_path, GOOD.format(""), drafts_allowed=False, absent={"mo-hinh/a/b/"}, **{"mo-hinh__a__b__index.html": other}
    )
    assert found == ["draft-in-public"]


WITHDRAWN = "mo-hinh__a__b__index.html"
POLITE = (
    GOOD.format("<p data-withdrawn>Đã gỡ</p>")
    .replace("Trang thử</title>", "Bài đã gỡ</title>")
    .replace("<meta ", '<meta name="robots" content="noindex"><meta ', 1)
)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({WITHDRAWN: POLITE}, []),
        ({}, ["withdrawn-page"]),
        ({WITHDRAWN: POLITE.replace("data-withdrawn", "")}, ["withdrawn-page"]),
        ({WITHDRAWN: POLITE.replace('name="robots"', "")}, ["withdrawn-page"]),
        ({WITHDRAWN: POLITE.replace("Đã gỡ", "<b data-story-text>x</b>")}, ["withdrawn-page"]),
        ({WITHDRAWN: POLITE, "mo-hinh__a__b__hop-to.webp": ""}, ["file-unused", "withdrawn-leftover"]),
        ({WITHDRAWN: POLITE, "mo-hinh__a__c__index.html": POLITE.replace("Bài đã", "Khác")}, ["withdrawn-mark"]),
        ({WITHDRAWN: POLITE, "index.html": GOOD.format('<a href="mo-hinh/a/b/">x</a>')}, ["withdrawn-linked"]),
    ],
    ids=["good", "missing", "unmarked", "indexed", "still a story", "photo left", "marked elsewhere", "linked"],
)
def test_a_withdrawn_address_holds_the_polite_page_and_nothing_else(tmp_path, files, expected):
    for name, text in {"index.html": GOOD.format(""), **files}.items():
        path = tmp_path / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    problems = check_site(tmp_path, Expectation(drafts_allowed=True, withdrawn=frozenset({"mo-hinh/a/b/"})))

    assert [problem.code for problem in problems] == expected


def test_two_withdrawn_pages_may_be_called_the_same(tmp_path):
    """A title of its own would say what was there."""
    for slug in ("b", "c"):
        (tmp_path / "mo-hinh/a" / slug).mkdir(parents=True)
        (tmp_path / "mo-hinh/a" / slug / "index.html").write_text(POLITE, encoding="utf-8")
    withdrawn = frozenset({"mo-hinh/a/b/", "mo-hinh/a/c/"})

    assert check_site(tmp_path, Expectation(drafts_allowed=True, withdrawn=withdrawn)) == []


OLD, NEW = "mo-hinh/a/cu/", "mo-hinh/a/moi/"
LEADS_ON = (
    GOOD.replace("<title>", '<meta http-equiv="refresh" content="0; url=../../../mo-hinh/a/moi/"><title>')
    .replace("<title>", '<meta name="robots" content="noindex"><title>')
    .format('<p data-moved>Nay ở <a href="../../../mo-hinh/a/moi/">đây</a></p>')
)


def codes_of_moved(tmp_path, html, **others):
    """Return the codes of a site where a story moved from ``OLD`` to ``NEW`` and ``html`` stands at the old address."""
    pages = {"mo-hinh/a/moi/index.html": GOOD.format("").replace("Trang thử</title>", "Bài</title>"), **others}
    for name, text in {OLD + "index.html": html, **pages}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    expected = Expectation(drafts_allowed=True, moved={OLD: NEW}, site_url="https://vi-du.example/")
    return {problem.code for problem in check_site(tmp_path, expected)}


def test_a_page_that_leads_on_passes_where_a_story_has_moved(tmp_path):
    assert codes_of_moved(tmp_path, LEADS_ON) == set()


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("url=../../../mo-hinh/a/moi/", "url=https://khac.example/", "policy"),
        ("url=../../../mo-hinh/a/moi/", "url=../moi/", "policy"),
        ('content="0;', 'content="5;', "policy"),
        ('<meta http-equiv="refresh" content="0; url=../../../mo-hinh/a/moi/">', "", "policy"),
        (" data-moved", "", "moved-page"),
        ('<meta name="robots" content="noindex">', "", "moved-page"),
        ('<a href="../../../mo-hinh/a/moi/">đây</a>', "đây", "moved-page"),
        ("<title>", '<link rel="canonical" href="https://vi-du.example/mo-hinh/a/cu/"><title>', "moved-page"),
        ("<p data-moved>", "<article>x</article><p data-moved>", "moved-page"),
    ],
)
def test_what_stands_at_an_old_address_leads_to_the_new_one_and_nowhere_else(tmp_path, before, after, code):
    assert before in LEADS_ON
    assert codes_of_moved(tmp_path, LEADS_ON.replace(before, after)) == {code}


def test_no_page_leads_on_but_those_of_the_list(tmp_path):
    found = codes_of_moved(
        tmp_path, LEADS_ON, **{"mo-hinh/a/la/index.html": LEADS_ON.replace("thử</title>", "lạ</title>")}
    )
    assert found == {"policy", "moved-page"}


def test_an_old_address_has_its_page_and_no_other_file(tmp_path):
    assert codes_of_moved(tmp_path, LEADS_ON, **{OLD + "facts.json": "{}"}) == {"moved-page"}
    (tmp_path / OLD / "facts.json").unlink()
    (tmp_path / OLD / "index.html").unlink()
    expected = Expectation(drafts_allowed=True, moved={OLD: NEW})
    assert [str(problem).partition(":")[0] for problem in check_site(tmp_path, expected)] == [f"site/{OLD}index.html"]
