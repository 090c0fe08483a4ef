"""Collections as pages: the stories in the order chosen, and none that this edition does not have."""

import io
from dataclasses import replace

import docx
from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition, build_catalog
from scripts.render.collections import series_docx
from scripts.render.site import render_site
from tests.conftest import APPROVED

PAGE, DIRECTORY = "bo-suu-tap/gop-suc-ma-lam/", "bo-suu-tap/"
ORDER = ["cu-lao/doi-rac-nhua-lay-gao", APPROVED, "cu-lao/ong-lai-do-giu-ben"]


def site_of(library, edition, collections=None, **fate):
    shelves = library.collections if collections is None else collections
    fate = {"house": library.house, **fate}
    catalog = build_catalog(library.stories, library.taxonomy, edition, collections=shelves, **fate)
    return catalog, {page.address: page for page in render_site(catalog)}


def cards_on(page):
    links = [node.attributes["href"] for node in LexborHTMLParser(page.html).css(".card-title a")]
    return [link.partition("mo-hinh/")[2].rstrip("/") for link in links]


def test_the_preview_shows_every_story_in_the_order_chosen(made_up_library):
    _, site = site_of(made_up_library, Edition.PREVIEW)
    page = LexborHTMLParser(site[PAGE].html)
    assert cards_on(site[PAGE]) == ORDER
    assert page.css_first("h1").text() == "Góp sức mà làm ở Biển Mây"
    assert "Ngày hội bịa của tỉnh, 15-10-2026" in page.text()
    assert page.css_first("[data-story-text] a").attributes["href"].endswith(f"mo-hinh/{APPROVED}/")
    assert "không có ở bản này" not in page.text()


def test_the_public_edition_leaves_drafts_out_and_counts_them(made_up_library):
    _, site = site_of(made_up_library, Edition.PUBLIC)
    assert cards_on(site[PAGE]) == [APPROVED]
    assert "còn 2 bài không có ở bản này" in LexborHTMLParser(site[PAGE].html).text()
    assert "doi-rac" not in site[PAGE].html


def test_a_collection_that_nobody_approved_is_marked_in_the_preview_and_nowhere_in_public(made_up_library):
    (collection,) = made_up_library.collections
    other = replace(collection, front=collection.front.model_copy(update={"summary": "Ông Trần Văn Bịa là kẻ cắp."}))
    for fate in ({"house": None}, {"collections": [other]}):
        catalog, preview = site_of(made_up_library, Edition.PREVIEW, **fate)
        assert LexborHTMLParser(preview[PAGE].html).css_first("header [data-draft]")
        assert series_docx(catalog.collections[0], catalog) is None
        catalog, public = site_of(made_up_library, Edition.PUBLIC, **fate)
        assert catalog.collections == ()
        assert not [address for address, page in public.items() if "bo-suu-tap" in address + page.html]
    _, approved = site_of(made_up_library, Edition.PREVIEW)
    assert not LexborHTMLParser(approved[PAGE].html).css_first("header [data-draft]")


def test_the_home_page_and_the_directory_lead_there_only_if_there_is_something(made_up_library):
    _, site = site_of(made_up_library, Edition.PREVIEW)
    assert "bo-suu-tap/gop-suc-ma-lam/" in site[""].html
    assert "gop-suc-ma-lam/" in site[DIRECTORY].html

    _, without = site_of(made_up_library, Edition.PREVIEW, collections=())
    assert not [address for address in without if address.startswith("bo-suu-tap")]
    assert "bo-suu-tap" not in without[""].html


def test_the_series_has_the_approved_stories_only_in_either_edition(made_up_library):
    """The preview shows drafts on the page; a newsroom's file never has one."""
    for edition in Edition:
        catalog, site = site_of(made_up_library, edition)
        document = docx.Document(io.BytesIO(series_docx(catalog.collections[0], catalog)))
        said = [paragraph.text for paragraph in document.paragraphs]
        assert said[0] == "Góp sức mà làm ở Biển Mây"
        assert [text for text in said if text.startswith("Kỳ ")] == ["Kỳ 1: Tổ Hai góp vốn xoay vòng"] * 2
        assert any("57-CV/BTGDVTU" in text for text in said)
        assert not any("chai nhựa" in text for text in said)
        assert "Tải 1 bài đã duyệt" in LexborHTMLParser(site[PAGE].html).text()
