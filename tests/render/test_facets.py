"""The table of indexes: each entry has its pages, its links, its place in search; topics are one of them."""

import json
from itertools import chain

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition, build_catalog, year_of
from scripts.catalog.facts import story_facts
from scripts.render.facets import table
from scripts.render.facets.facet import Facet
from scripts.render.facets.table import DIRECTORIES, FACETS, FILTERS, TOPIC
from scripts.render.search.documents import facet_labels, search_document, search_files
from scripts.render.site import render_site
from tests.made_up import made_up_story, made_up_taxonomy
from tests.render.mixed import SITE_URL

TAXONOMY = made_up_taxonomy()
RECOGNISED = {"recognition": [{"level": "huyen", "by": "Ban bịa"}], "topics": ["đồng bào Khmer"]}
PAIR = [made_up_story("a", approved=True, **RECOGNISED), made_up_story("b", approved=True, **RECOGNISED)]
KHMER = "chu-de/dong-bao-khmer/"


def catalog_of(stories, edition=Edition.PREVIEW):
    return build_catalog(stories, TAXONOMY, edition)


def site_of(stories, edition=Edition.PREVIEW, site_url=""):
    return {page.address: page for page in render_site(catalog_of(stories, edition), site_url)}


def links_of(page, css="a"):
    return {node.text().strip(): node.attributes["href"] for node in LexborHTMLParser(page.html).css(css)}


def text_of(page):
    return " ".join(LexborHTMLParser(page.html).text(separator=" ").split())


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.key)
def test_every_value_with_stories_enough_has_a_page_with_all_of_them(facet):
    catalog, site = catalog_of(PAIR), site_of(PAIR)
    shown = facet.shown(catalog)
    assert any(facet.stories(catalog, value.slug) for value in shown), "give the stories of PAIR a value of it"
    for value in shown:
        page = site[facet.url(value.slug)]
        cards = LexborHTMLParser(page.html).css(".card")
        assert len(cards) == len(facet.stories(catalog, value.slug))
        assert page.robots == ("" if cards else "noindex")


@pytest.mark.parametrize("facet", DIRECTORIES, ids=lambda facet: facet.key)
def test_every_directory_leads_to_every_page_and_each_page_back(facet):
    catalog, site = catalog_of(PAIR), site_of(PAIR)
    page = LexborHTMLParser(site[facet.root].html)
    listed = {node.attributes["href"] for node in page.css(".directory a")}
    for value in facet.shown(catalog):
        assert facet.url(value.slug).removeprefix(facet.root) in {
            link.removeprefix(f"../{facet.root}") for link in listed
        }
        back = site[facet.url(value.slug)].values["listing"].crumbs[-1]
        assert (back.label, back.address) == (facet.name, facet.root)


@pytest.mark.parametrize("facet", FILTERS, ids=lambda facet: facet.key)
def test_search_filters_by_what_the_table_says(facet):
    """The labels are the values' names; a story is filed as it is on the pages; the explore page knows the filter."""
    catalog = catalog_of(PAIR)
    labels = facet_labels(catalog)[facet.key]
    filed = search_document(PAIR[0], TAXONOMY, story_facts(PAIR[0], TAXONOMY, year_of(PAIR[0]))).filed[facet.key]
    assert filed
    assert set(filed) <= set(labels)
    assert all(PAIR[0] in facet.stories(catalog, slug) for slug in filed)
    index = next(json.loads(data) for name, data in search_files(catalog, {}).items() if name.endswith("facets.json"))
    assert [slug for slug, _ in index[facet.key]["values"]] == [slug for slug in labels if slug in filed]
    box = LexborHTMLParser(site_of(PAIR)["tim-kiem/"].html).css_first("#bo-loc")
    assert [facet.key, facet.filter, facet.name] in json.loads(box.attributes["data-filters"])


def test_every_entry_of_the_table_is_listed():
    written = {entry.key for entry in vars(table).values() if isinstance(entry, Facet)}
    assert written == {facet.key for facet in FACETS}


def test_no_two_entries_share_a_key_a_filter_or_a_page():
    catalog = catalog_of(PAIR)
    assert len({facet.key for facet in FACETS}) == len(FACETS)
    assert len({facet.filter for facet in FILTERS}) == len(FILTERS)
    pages = list(chain.from_iterable([f.url(v.slug) for v in f.shown(catalog)] for f in FACETS))
    assert len(set(pages)) == len(pages)


def test_a_topic_has_a_page_from_two_stories_on():
    one, two = site_of(PAIR[:1]), site_of(PAIR)
    assert KHMER not in one
    assert links_of(two["chu-de/"])["đồng bào Khmer 2 điển hình"].endswith("dong-bao-khmer/")
    assert text_of(two[KHMER]).count("đồng bào Khmer") >= 1
    assert "2 bài" in text_of(two[KHMER])


def test_a_directory_without_a_page_to_lead_to_says_so():
    nothing = "Chưa có chủ đề nào có từ hai bài."
    assert nothing in text_of(site_of(PAIR[:1])["chu-de/"])
    assert nothing not in text_of(site_of(PAIR)["chu-de/"])


def test_a_topic_is_known_however_it_is_written():
    stories = [made_up_story("a", topics=["ĐỒNG BÀO KHMER"]), made_up_story("b", topics=["đồng bào khmer"])]
    assert TOPIC.stories(catalog_of(stories), "dong-bao-khmer") == tuple(catalog_of(stories).stories)


def test_a_story_names_its_topics_as_the_vocabulary_does_and_links_those_with_a_page():
    stories = [
        made_up_story("a", topics=["đồng bào khmer", "nông Thôn mới", "chuyện Bịa"]),
        made_up_story("b", topics=["đồng bào Khmer"]),
    ]
    page = site_of(stories)["mo-hinh/bai-sen/a/"]
    facts = next(fact for fact in page.values["story"].facts if fact.label == "Chủ đề")
    assert [(value.label, value.address) for value in facts.values] == [
        ("đồng bào Khmer", KHMER),
        ("nông thôn mới", ""),
        ("chuyện Bịa", ""),
    ]
    assert links_of(page, ".facts a")["đồng bào Khmer"] == f"../../../{KHMER}"


@pytest.mark.parametrize(
    ("written", "said"),
    [("đồng bào khmer", "đồng bào Khmer"), ("Chuyện Bịa", "Chuyện Bịa"), ("Đường hoa", "Đường hoa")],
)
def test_related_cards_spell_the_shared_topic(written, said):
    """As the vocabulary does; a topic it does not know as the story does: never folded."""
    own = made_up_story("a", topics=[written], methods=["tu-quan"])
    other = made_up_story("b", "cu-lao", topics=[written], methods=["day-nghe-day-chu"])
    (card,) = site_of([own, other])["mo-hinh/bai-sen/a/"].values["story"].related
    assert card.reason.startswith(f"cùng chủ đề: {said}")


def test_a_list_that_waits_for_its_first_story_keeps_its_feed_and_is_not_indexed():
    page = site_of(PAIR, Edition.PUBLIC, SITE_URL)["dia-ban/cu-lao/"]
    assert page.robots == "noindex"
    assert page.head.feed == page.address
