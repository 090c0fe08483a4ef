"""CommonMark to sections, text and problems."""

import pytest

from scripts.source.text.body import ALLOWED_TAGS, compile_body
from scripts.source.text.source_text import SourceText
from tests.conftest import html_of

HOW = "## Cách làm\n\nCả tổ.\n"


def codes(source, story_format="snapshot"):
    return [problem.code for problem in compile_body(SourceText(source), story_format)[1]]


def test_a_body_is_cut_at_its_sections():
    body, problems = compile_body(SourceText("Mở đầu.\n\n## Bối cảnh\n\nMột.\n\n## Cách làm\n\nHai *ba*.\n"))

    assert problems == []
    assert [(s.heading, s.anchor, s.html) for s in body.sections] == [
        ("", "", "<p>Mở đầu.</p>"),
        ("Bối cảnh", "boi-canh", "<p>Một.</p>"),
        ("Cách làm", "cach-lam", "<p>Hai <em>ba</em>.</p>"),
    ]


def test_the_plain_text_is_for_searching_and_counting():
    body, _ = compile_body(SourceText("## Cách làm\n\nHai **ba**[^1],\nbốn.\n\n- năm\n- sáu\n\n[^1]: Bảy.\n"))

    assert body.text == "Cách làm\nHai ba, bốn.\nnăm\nsáu\nBảy."


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("**a** *b* `c`", "<p><strong>a</strong> <em>b</em> <code>c</code></p>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("a\n\n***", "<p>a</p>\n<hr>"),
        ("### a\n\nb", "<h3>a</h3>\n<p>b</p>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("|a|\n|-|\n|b|", "<table><thead><tr><th>a</th></tr></thead><tbody>\n<tr><td>b</td></tr>\n</tbody></table>"),
    ],
)
def test_what_a_story_may_use(source, html):
    body, problems = compile_body(SourceText(HOW + "\n" + source + "\n"))

    assert problems == []
    assert body.sections[0].html == "<p>Cả tổ.</p>\n" + html


def test_footnotes_have_anchors_of_our_own():
    body, problems = compile_body(SourceText(HOW + "\nMột[^1].\n\n[^1]: Hai.\n"))

    assert problems == []
    assert '<a href="#chu-thich-1"' in html_of(body)
    assert '<div class="footnote-definition" id="chu-thich-1">' in html_of(body)


def test_links_between_stories_and_images_are_handed_on_with_their_places():
    body, _ = compile_body(SourceText("## Cách làm\n\n[a](/mo-hinh/b/c/)\n![d](e.jpg)\n", first_line=10))

    assert [(link.target, link.mark) for link in body.story_links] == [("/mo-hinh/b/c/", (12, 1))]
    assert [(image.target, image.mark) for image in body.images] == [("e.jpg", (13, 1))]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "body-empty"),
        ("Một.", "section-missing"),
        ("## Cách làm", "section-empty"),
        (HOW + HOW, "section-repeated"),
        (HOW + "## Khác\n\nMột.", "section-unknown"),
        (HOW + "# Một", "heading-level"),
        (HOW + "#### Một", "heading-level"),
        ("### Một\n\n" + HOW, "heading-level"),
        (HOW + "- ### Một", "heading-nested"),
        (HOW + "> ### Một", "heading-nested"),
        (HOW + "Một[^1]\n\n[^1]: ### Hai\n", "heading-nested"),
        (HOW + "<b>", "raw-html"),
        (HOW + "\n<div>\n", "raw-html"),
        (HOW + "\n    một", "code-block"),
        (HOW + "\n```\nmột\n```", "code-block"),
        (HOW + "{{ a }}", "template-syntax"),
        (HOW + "{% a %}", "template-syntax"),
        (HOW + "[a](javascript:b)", "link-scheme"),
        (HOW + "[a](//b.vn)", "link-scheme"),
        (HOW + "[a](b)", "link-target"),
        (HOW + "[a](https:b)", "link-target"),
        (HOW + "[a](#b)", "link-anchor"),
        (HOW + "[a](#1)", "link-anchor"),
        (HOW + "Một[^a]\n\n[^a]: b\n", "footnote-label"),
        (HOW + "Một[^1]\n", "footnote-missing"),
        (HOW + "\n" + "> " * 13 + "Một", "nested-too-deep"),
    ],
)
def test_each_rule_of_the_body_speaks(source, code):
    assert code in codes(source)


@pytest.mark.parametrize(
    "source",
    [
        HOW,
        "Mở đầu.\n\n" + HOW,
        HOW + "\n### Một\n\nHai.\n",
        HOW + "[a](https://b.vn/c) <https://b.vn> <xa@b.vn> [d](#cach-lam) [e](/mo-hinh/b/c/)",
        HOW + "\n" + "> " * 6 + "Một",
        HOW + "Một[^1] [hai](#1)\n\n[^1]: Ba.\n",
        HOW + "Viết \\[^1] như thế.",
        "## **Cách làm**\n\nCả tổ.\n",
        "Cách làm\n--------\n\nCả tổ.\n",
    ],
)
def test_a_good_body_has_no_problem(source):
    assert codes(source) == []


def test_a_full_story_needs_three_sections():
    assert codes(HOW, "full") == ["section-missing", "section-missing"]
    assert codes("## Bối cảnh\n\nMột.\n\n" + HOW + "\n## Kết quả\n\nHai.\n", "full") == []


def test_an_unknown_format_asks_for_no_section():
    """What the format is worth is said once, at its key."""
    assert codes("Một.", "novel") == []


def test_columns_count_letters():
    (problem,) = compile_body(SourceText("## Cách làm\n\n😀 Đường <b>\n", first_line=5))[1]

    assert (problem.line, problem.column) == (7, 9)


def test_a_block_of_html_is_one_problem():
    assert codes(HOW + "\n<div>\nmột\nhai\nba\n</div>\n") == ["raw-html"]


def test_reports_are_capped():
    assert len(codes(HOW + "<b> " * 500)) == 20


def test_the_list_of_tags_holds_no_tag_that_acts():
    assert not ALLOWED_TAGS & {
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "form",
        "input",
        "svg",
        "link",
        "meta",
        "base",
    }
