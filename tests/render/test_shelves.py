"""The two shelves on the site: the same numbers wherever a number of stories is said, and never one for both."""

import csv
import io
import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition, build_catalog
from scripts.catalog.shelves import Shelf, say_shelf, shelf_of
from scripts.render.facets.table import DISTRICT, FACETS, FIELD, SHELF
from scripts.render.press.desk import desk_data
from scripts.render.search.documents import INDEX_FOLDER, search_files
from scripts.render.site import render_files, render_site
from scripts.source.schema.story_parts import Standing
from tests.made_up import made_up_story, made_up_taxonomy
from tests.render.mixed import SITE_URL
from tests.search.scene import Site

TAXONOMY = made_up_taxonomy()
ACTS = {
    Standing.RECOGNISED: {"recognition": [{"level": "huyen", "by": "Ban bịa"}]},
    Standing.COMMENDED: {"commendations": [{"form": "giay-khen", "by": "Chủ tịch bịa"}]},
    Standing.REGISTERED: {"registered": "2016"},
}
TOLD = [
    ("bai-sen", "kinh-te", tuple(Standing)),
    ("cu-lao", "kinh-te", (Standing.COMMENDED, Standing.REGISTERED, Standing.GOOD_DEED, Standing.NOT_STATED)),
    ("cu-lao", "van-hoa-xa-hoi", (Standing.PRESENTED,)),
]
STORIES = [
    made_up_story(standing.value, place, approved=True, movement=standing, field=field, **ACTS.get(standing, {}))
    for place, field, standings in TOLD
    for standing in standings
]
"""Every standing, over two districts and two fields, so that few numbers are the same by chance."""
CATALOG = build_catalog(STORIES, TAXONOMY, Edition.PUBLIC)
PAGES = {page.address: page for page in render_site(CATALOG, SITE_URL)}
FILES = dict(render_files(CATALOG, SITE_URL, {}))
SHELVES = [shelf.value for shelf in Shelf]
EXPECTED = {
    "": (7, 4),
    "bai-sen": (4, 2),
    "cu-lao": (3, 2),
    "kinh-te": (6, 4),
    "van-hoa-xa-hoi": (1, 0),
}
"""Counted by hand: the exemplars, the practices."""


def parsed(address):
    return LexborHTMLParser(PAGES[address].html)


def numbers_in(node):
    """Return the two numbers that a part of a page shows under the marks of the shelves."""
    shown = {mark.attributes["data-shelf"]: mark.text() for mark in node.css("[data-shelf]")}
    return tuple(int("".join(filter(str.isdigit, shown.get(shelf, "0")))) for shelf in SHELVES)


def link_to(page, address, within=""):
    root = "../" * page.count("/") or ""
    return next(node for node in parsed(page).css(f"{within} a") if node.attributes["href"] == f"{root}{address}")


@pytest.mark.parametrize("page", ["", "dia-ban/", "linh-vuc/", "cach-lam/", "tim-kiem/"])
def test_the_numbers_of_the_edition_are_the_same_on_every_page_that_leads_on(page):
    assert numbers_in(parsed(page).css_first(".legend")) == EXPECTED[""]


@pytest.mark.parametrize("page", ["mo-hinh/", "bao-chi/", "du-lieu/"])
def test_the_numbers_of_the_edition_are_the_same_on_every_list(page):
    assert numbers_in(parsed(page).css_first(".tally")) == EXPECTED[""]
    assert "11 bài: 7 điển hình, 4 cách làm hay" in " ".join(parsed(page).css_first(".tally").text().split())


@pytest.mark.parametrize("district", ["bai-sen", "cu-lao"])
def test_the_numbers_of_a_district_agree(district, tmp_path):
    page = DISTRICT.url(district)
    assert numbers_in(link_to("", page, ".tiles")) == EXPECTED[district]
    assert numbers_in(link_to("dia-ban/", page, ".doors")) == EXPECTED[district]
    assert numbers_in(parsed(page).css_first(".tally")) == EXPECTED[district]
    assert told_by_data("district", district) == EXPECTED[district]
    assert found_by_search(tmp_path, "district", district) == EXPECTED[district]


@pytest.mark.parametrize("field", ["kinh-te", "van-hoa-xa-hoi"])
def test_the_numbers_of_a_field_agree(field, tmp_path):
    page = FIELD.url(field)
    assert numbers_in(link_to("", page, ".doors")) == EXPECTED[field]
    assert numbers_in(link_to("linh-vuc/", page, ".doors")) == EXPECTED[field]
    assert numbers_in(parsed(page).css_first(".tally")) == EXPECTED[field]
    assert told_by_data("field", field) == EXPECTED[field]
    assert found_by_search(tmp_path, "field", field) == EXPECTED[field]


def told_by_data(key, slug):
    """Return how many rows of each shelf the open data have, in JSON and in CSV alike."""
    models = json.loads(FILES["du-lieu/models.json"])["models"]
    lines = csv.DictReader(io.StringIO(FILES["du-lieu/models.csv"].decode("utf-8-sig"), newline=""))
    of_json = [row["shelf"] for row in models if row[key] == slug]
    assert sorted(of_json) == sorted(line["shelf"] for line in lines if line[key] == slug)
    return tuple(of_json.count(shelf) for shelf in SHELVES)


def found_by_search(folder, facet, slug):
    """Return what the reader of the index counts on each shelf, asked as the search page asks it."""
    for name, data in search_files(CATALOG, {}).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    calls = [{"query": "", "options": {"filters": {"shelf": [shelf]}, "limit": 0}} for shelf in SHELVES]
    answers = Site(folder / INDEX_FOLDER).ask(calls)
    assert tuple(answer["total"] for answer in answers) == EXPECTED[""]
    return tuple(answer["counts"].get(facet, {}).get(slug, 0) for answer in answers)


def test_the_open_data_give_both_numbers_and_their_sum_as_stories():
    whole = json.loads(FILES["du-lieu/models.json"])
    assert tuple(whole["shelves"][shelf] for shelf in SHELVES) == EXPECTED[""]
    assert whole["count"] == sum(EXPECTED[""])


def test_each_shelf_has_its_page_with_its_stories_alone():
    for shelf, count in zip(Shelf, EXPECTED[""], strict=True):
        cards = parsed(SHELF.url(shelf.value)).css(".card")
        assert [card.css_first(".shelf-mark").text() for card in cards] == [shelf.label] * count


def test_a_story_says_its_shelf_in_words_wherever_it_is_told():
    """The story, its facts for newsrooms, the desk, the feed: the four acts and silence, each as it is."""
    desk = {entry["url"]: entry["shelfSaid"] for entry in json.loads(desk_data(CATALOG))}
    feed = {item["id"]: item for item in json.loads(FILES["feed.json"])["items"]}
    for story in STORIES:
        page, press = (parsed(f"mo-hinh/{story.key}/{below}") for below in ("", "bao-chi/"))
        said = say_shelf(story)
        facts = {row.css_first("dt").text(): row for row in page.css(".facts dl > div")}
        assert page.css_first(".story-head .shelf-mark").text() == said
        assert facts[SHELF.name].css_first("a").attributes["href"].endswith(SHELF.url(shelf_of(story).value))
        assert said in [row.text() for row in press.css(".press-facts dd")]
        assert desk[f"mo-hinh/{story.key}/bao-chi/"] == said
        assert f"<p>{said}.</p>" in feed[f"{SITE_URL}mo-hinh/{story.key}/"]["content_html"]
        assert shelf_of(story).label in feed[f"{SITE_URL}mo-hinh/{story.key}/"]["tags"]


def test_no_description_of_a_list_calls_every_story_an_exemplar():
    """Both shelves stand on it, so both are named, or neither; a level of recognition has exemplars alone."""
    for facet in FACETS:
        for value in facet.shown(CATALOG):
            if facet.key in {"shelf", "levels"}:
                continue
            description = PAGES[facet.url(value.slug)].description
            assert ("Điển hình" in description) == ("cách làm hay" in description.lower()), description
            assert "ô hình" not in description


def test_what_is_not_known_of_honours_is_not_called_none():
    page = parsed("mo-hinh/bai-sen/not-stated/")
    assert "Chưa có thông tin về công nhận, khen thưởng." in page.css_first(".colophon").text()


@pytest.mark.parametrize(
    ("edition", "order"),
    [
        (Edition.PUBLIC, "Mới nhất trước: theo ngày duyệt đăng, không theo năm ghi ở mỗi bài."),
        (Edition.PREVIEW, "theo ngày duyệt đăng; bản thảo theo ngày của nguồn mới nhất, không theo năm"),
    ],
)
def test_what_is_new_says_which_date_it_goes_by(edition, order):
    pages = {page.address: page for page in render_site(build_catalog(STORIES, TAXONOMY, edition))}
    for address in ("", "mo-hinh/"):
        assert order in " ".join(LexborHTMLParser(pages[address].html).text().split())
