"""What pages tell machines: valid schema.org, the page's own numbers, and no way out of the script."""

import json
import re

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition
from scripts.render.machines.structured_data import json_in_html
from scripts.render.site import render_site, share_cards
from scripts.render.wording import say_date
from tests.made_up import made_up_story
from tests.render.mixed import HIDDEN, PUBLIC, RICH, SITE_URL, TAXONOMY, catalog_of, hostile

STORY = "mo-hinh/bai-sen/duyet-mot/"

# From schema.org: of each type, the properties we use and what each must be; Google's required ones marked.
TEXT, URL, DAY, WHOLE, NODE, NODES = "text", "url", "day", "whole", "node", "nodes"
TYPES = {
    "Article": (
        {"headline", "image", "datePublished", "dateModified", "author"},
        {
            "@id": URL,
            "url": URL,
            "mainEntityOfPage": URL,
            "headline": TEXT,
            "description": TEXT,
            "inLanguage": TEXT,
            "datePublished": DAY,
            "dateModified": DAY,
            "author": NODE,
            "publisher": NODE,
            "image": URL,
            "articleSection": TEXT,
            "about": NODE,
            "isPartOf": NODE,
            "license": URL,
            "usageInfo": URL,
        },
    ),
    "BreadcrumbList": ({"itemListElement"}, {"itemListElement": NODES}),
    "ItemList": (
        {"itemListElement", "numberOfItems"},
        {"name": TEXT, "numberOfItems": WHOLE, "itemListElement": NODES},
    ),
    "ListItem": ({"position", "name", "item"}, {"position": WHOLE, "name": TEXT, "item": URL}),
    "Dataset": (
        {"name", "description", "distribution", "license"},
        {
            "@id": URL,
            "url": URL,
            "name": TEXT,
            "description": TEXT,
            "inLanguage": TEXT,
            "isAccessibleForFree": "true",
            "creator": NODE,
            "license": URL,
            "spatialCoverage": NODE,
            "size": TEXT,
            "distribution": NODES,
            "dateModified": DAY,
        },
    ),
    "DataDownload": ({"contentUrl", "encodingFormat"}, {"name": TEXT, "encodingFormat": TEXT, "contentUrl": URL}),
    "Organization": ({"name"}, {"name": TEXT, "url": URL}),
    "Place": ({"name"}, {"name": TEXT}),
    "WebSite": (
        {"name", "url"},
        {"@id": URL, "url": URL, "name": TEXT, "description": TEXT, "inLanguage": TEXT, "publisher": NODE},
    ),
}


def is_a(value, kind):
    if kind == NODE:
        return isinstance(value, dict)
    if kind == NODES:
        return isinstance(value, list) and all(isinstance(node, dict) for node in value) and value
    if kind == WHOLE:
        return isinstance(value, int)
    if kind == "true":
        return value is True
    pattern = {TEXT: r"(?s).+", URL: rf"{SITE_URL}\S*", DAY: r"\d{4}-\d\d-\d\d"}[kind]
    return isinstance(value, str) and re.fullmatch(pattern, value)


def graph_problems(node):
    """Return what is wrong with a node of schema.org and all nodes inside it."""
    required, known = TYPES[node["@type"]]
    problems = [f"{node['@type']} lacks {name}" for name in required - set(node)]
    for name, value in node.items():
        if name == "@type":
            continue
        if name not in known or not is_a(value, known[name]):
            problems.append(f"{node['@type']}.{name} = {value!r}")
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                problems += graph_problems(inner)
    return problems


def site_of(stories=None, edition=Edition.PUBLIC, site_url=SITE_URL):
    catalog = catalog_of(edition=edition) if stories is None else catalog_of(stories, edition)
    return {page.address: page for page in render_site(catalog, site_url)}


def graph_of(page):
    data = json.loads(page.head.data)
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def test_every_page_of_ours_tells_valid_structured_data():
    pages = site_of()
    told = [address for address, page in pages.items() if page.head.data]
    assert len(told) > 30
    assert {"", STORY, "mo-hinh/", "du-lieu/", "dia-ban/", "linh-vuc/kinh-te/"} <= set(told)
    for address in told:
        for node in graph_of(pages[address]).values():
            assert graph_problems(node) == [], address


def test_a_story_is_an_article_of_the_site_with_its_approval_s_date():
    pages = site_of()
    article = graph_of(pages[STORY])["Article"]
    page = LexborHTMLParser(pages[STORY].html)
    text = " ".join(page.text(separator=" ").split())
    assert article["headline"] == page.css_first("h1").text()
    assert article["description"] == page.css_first(".standfirst").text()
    assert article["datePublished"] == article["dateModified"] == "2026-11-20"
    assert say_date(RICH.front.approval.date) in page.css_first(".seal").text()
    assert article["about"]["name"] in text
    assert article["articleSection"] in text
    assert article["author"]["name"] == TAXONOMY.site.name
    assert article["license"] == f"{SITE_URL}gioi-thieu/#dung-lai"
    addresses = {f"{SITE_URL}{card.address}" for card in share_cards(catalog_of(), SITE_URL)}
    assert article["image"] in addresses


def test_breadcrumbs_are_those_of_the_page_and_the_page_itself():
    pages = site_of()
    for address in (STORY, "dia-ban/bai-sen/", "du-lieu/"):
        page = LexborHTMLParser(pages[address].html)
        steps = graph_of(pages[address])["BreadcrumbList"]["itemListElement"]
        shown = [node.text() for node in page.css(".crumbs a")]
        assert [step["name"] for step in steps] == [*shown, page.css_first("h1").text()]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[-1]["item"] == f"{SITE_URL}{address}"


def test_a_list_counts_and_numbers_as_the_page_does():
    pages = site_of([made_up_story(f"bai-{n:02d}", approved=True) for n in range(30)])
    first, second = (graph_of(pages[f"mo-hinh/{tail}"])["ItemList"] for tail in ("", "trang-2/"))
    page = LexborHTMLParser(pages["mo-hinh/trang-2/"].html)
    assert page.css_first(".tally b").text() == "30"
    assert first["numberOfItems"] == second["numberOfItems"] == 30
    assert [item["position"] for item in second["itemListElement"]] == list(range(25, 31))
    assert [item["name"] for item in second["itemListElement"]] == [node.text() for node in page.css(".card-title")]


def test_the_data_page_is_a_dataset_with_its_files():
    page = site_of()["du-lieu/"]
    dataset = graph_of(page)["Dataset"]
    links = {
        f"{SITE_URL}{node.attributes['href'].removeprefix('../')}" for node in LexborHTMLParser(page.html).css("a")
    }
    files = {file["contentUrl"] for file in dataset["distribution"]}
    assert len(files) == 4
    assert files <= links
    assert dataset["size"] == f"{len(PUBLIC)} bài: 1 điển hình, 1 cách làm hay"
    assert dataset["dateModified"] == "2026-11-20"


@pytest.mark.parametrize(("edition", "url"), [(Edition.PREVIEW, SITE_URL), (Edition.PREVIEW, ""), (Edition.PUBLIC, "")])
def test_nothing_is_told_where_others_must_not_be(edition, url):
    """Neither in a preview nor at an address that is not known."""
    for page in site_of(edition=edition, site_url=url).values():
        assert not page.head.data
        assert not page.head.image
        assert not page.head.feed
    assert share_cards(catalog_of(edition=edition), url) == ()


def test_only_approved_stories_are_told_of():
    everything = "".join(page.head.data for page in site_of().values())
    for story in PUBLIC:
        assert story.key in everything
    for story in HIDDEN:
        assert story.key not in everything


def test_lists_with_a_feed_name_it():
    pages = site_of()
    assert pages["dia-ban/cu-lao/"].head.feed == "dia-ban/cu-lao/"
    assert pages["linh-vuc/kinh-te/"].head.feed == "linh-vuc/kinh-te/"
    assert not [page for address, page in pages.items() if page.head.feed and address.count("/") != 2]


@pytest.mark.parametrize(
    "words",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>&lt;/script&gt;",
        "dòng một\u2028dòng hai\u2029dòng ba\x85dòng bốn\ndòng năm",
        'x"}\n---\ntemplate: evil.html\n',
        "\\u003c/script>",
    ],
)
def test_no_words_can_end_the_script_or_the_staged_page(words):
    story = hostile(RICH, title=words, summary=words)
    page = site_of([story])[STORY]
    assert not re.search(r"[<>&\n\r\x85\u2028\u2029]", page.head.data)
    assert graph_of(page)["Article"]["headline"] == words
    html = f'<head><script type="application/ld+json">{page.head.data}</script></head><body>'
    (script,) = LexborHTMLParser(html).css("script")
    assert json.loads(script.text())["@graph"][0]["headline"] == words
    if not re.search("[\x85\u2028\u2029]", words):  # the body of such a page is another module's matter
        assert page.text.count("\n---\n") == 1
        read = yaml.safe_load(page.text.split("\n---\n")[0])
        assert list(read) == ["title", "description", "image", "image_alt", "data", "html"]
        assert read["data"].strip() == page.head.data


def test_json_in_html_changes_only_how_the_value_is_written():
    value = {"a": "<&>\u2028 ế", "b": [1, 1.5, None, True]}
    assert json.loads(json_in_html(value)) == value
