"""Stories as search sees them: what can be found, what must never be, how facets are named."""

import json
import re
from dataclasses import replace

import pytest

from scripts.catalog.catalog import Edition, build_catalog, year_of
from scripts.catalog.facts import story_facts
from scripts.render.facets.table import FILTERS
from scripts.render.search.documents import INDEX_FOLDER, aliases_of, facet_labels, search_document, search_files
from scripts.render.search.words import clean_text
from scripts.source.library import load_library
from scripts.source.text.vietnamese import fold
from tests.conftest import APPROVED, MADE_UP, TODAY
from tests.made_up import made_up_story, made_up_taxonomy

LIBRARY = load_library(MADE_UP, TODAY)
TAXONOMY = made_up_taxonomy()
THEN_AND_NOW = {"place": {"commune": "xã Bến Gạo", "hamlet": "ấp Gò Sen"}, "registered": "2016"}


def catalog_of(stories, edition=Edition.PREVIEW, taxonomy=TAXONOMY):
    return build_catalog(stories, taxonomy, edition)


def made_up_files(edition, stories=LIBRARY.stories, cache=None):
    """Return the index of the made-up province: four drafts and one approved story."""
    catalog = build_catalog(stories, LIBRARY.taxonomy, edition)
    return search_files(catalog, {} if cache is None else cache)


def read(files, name):
    """Return a decoded file of the index, whatever its folder is called."""
    (data,) = [data for path, data in files.items() if path.endswith(f"/{name}")]
    return json.loads(data)


def cards(files):
    return [json.loads(data) for path, data in files.items() if "/d/" in path]


def every_string(value):
    """Yield every text in decoded JSON, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from every_string(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from every_string(inner)


def everything_in(files):
    """Return all text of an index: names of files, and every text in every file."""
    texts = [text for data in files.values() for text in every_string(json.loads(data))]
    return "\n".join([*files, *texts])


def document_of(story, taxonomy):
    return search_document(story, taxonomy, story_facts(story, taxonomy, year_of(story)))


def searched(story, taxonomy=TAXONOMY):
    """Return what the fields of a document hold, folded."""
    document = document_of(story, taxonomy)
    return fold(f"{document.title} {document.summary} {document.text} {document.place}")


def test_the_scene_has_one_public_story_and_four_drafts():
    assert [story.key for story in LIBRARY.stories if not story.draft] == [APPROVED]
    assert len(LIBRARY.stories) == 5


def test_the_public_index_holds_approved_stories_only():
    files = made_up_files(Edition.PUBLIC)
    assert [(card["address"], card["draft"]) for card in cards(files)] == [(f"mo-hinh/{APPROVED}/", False)]
    assert read(files, "index.json")["documents"] == 1


def test_the_preview_index_holds_and_marks_every_draft():
    drafts = {card["address"]: card["draft"] for card in cards(made_up_files(Edition.PREVIEW))}
    assert drafts == {f"mo-hinh/{story.key}/": story.draft for story in LIBRARY.stories}


def test_no_file_of_the_public_index_holds_anything_of_a_draft():
    """Not its title, summary or a line of its text; not even a word that only drafts have."""
    public, preview = (everything_in(made_up_files(edition)) for edition in (Edition.PUBLIC, Edition.PREVIEW))
    (approved,) = (story for story in LIBRARY.stories if not story.draft)
    for story in LIBRARY.stories:
        lines = [story.front.title, story.front.summary, story.slug, *story.body.text.split("\n")]
        lines += [quote.text for quote in story.front.quotes]
        for line in map(clean_text, lines):
            assert line in preview
            assert not story.draft or line in approved.body.text or line not in public, line
    labels = facet_labels(build_catalog(LIBRARY.stories, LIBRARY.taxonomy, Edition.PUBLIC))
    named = " ".join(label for facet in labels.values() for label in facet.values())
    known = re.findall(r"\w+", fold(f"{searched(approved, LIBRARY.taxonomy)} {named}"))
    assert set(read(made_up_files(Edition.PUBLIC), "words.json")["words"].split()) <= set(known)


def test_a_draft_leaves_no_trace_in_the_facets_of_the_public_index():
    facets = read(made_up_files(Edition.PUBLIC), "facets.json")
    assert [slug for slug, _ in facets["district"]["values"]] == [APPROVED.split("/")[0]]
    assert all(len(facets[name]["column"]) == 1 for name in facets)


def test_an_unapproved_change_takes_a_story_out_of_the_public_index():
    story = made_up_story("duyet", approved=True)
    changed = replace(story, approved=made_up_story("thao").approved)
    assert len(cards(search_files(catalog_of([story], Edition.PUBLIC), {}))) == 1
    assert cards(search_files(catalog_of([changed], Edition.PUBLIC), {})) == []


def test_an_edition_without_stories_has_an_index_that_says_so():
    files = search_files(catalog_of([], Edition.PUBLIC), {})
    assert json.loads(files[f"{INDEX_FOLDER}/index.json"])["documents"] == 0
    assert read(files, "words.json")["words"] == ""


@pytest.mark.parametrize("name", ["ấp Gò Sen", "xã Bến Gạo", "huyện Bãi Sen", "tỉnh Sông Mây"])
def test_a_place_can_be_found_by_its_name_of_then(name):
    assert fold(name) in searched(made_up_story(**THEN_AND_NOW))


@pytest.mark.parametrize("name", ["xã Lá Dừa", "tỉnh Biển Mây"])
def test_a_place_can_be_found_by_its_name_of_today(name):
    assert fold(name) in searched(made_up_story(**THEN_AND_NOW))
    assert fold(name) not in searched(made_up_story())


def test_the_line_of_a_list_names_the_place_of_then_and_of_today():
    assert document_of(made_up_story(**THEN_AND_NOW), TAXONOMY).place == ("xã Bến Gạo, huyện Bãi Sen (nay: xã Lá Dừa)")
    assert document_of(made_up_story(), TAXONOMY).place == "huyện Bãi Sen"
    assert document_of(made_up_story(district="toan-tinh"), TAXONOMY).place == "tỉnh Sông Mây"


def test_what_a_page_shows_can_be_found():
    """Who it is about, figures with their units, quotes with their speakers, topics."""
    story = made_up_story(
        subject="Tổ Lá Sen",
        results=[{"value": "22", "unit": "thành viên", "label": "tham gia", "when": "2020"}],
        quotes=[{"text": "Có ai nhắc đâu.", "by": "Một bác lái đò"}],
        topics=["đường hoa", "bếp lửa"],
        body="## Cách làm\n\nCả tổ **góp** từng [viên đá](https://bia.example/).\n",
    )
    for words in ("Tổ Lá Sen", "22 thành viên tham gia", "Có ai nhắc đâu. Một bác lái đò", "đường hoa, bếp lửa"):
        assert fold(words) in searched(story)
    assert fold("Cả tổ góp từng viên đá.") in searched(story)
    assert "bia.example" not in searched(story)


def test_a_document_carries_the_facts_it_is_filtered_by():
    story = made_up_story(
        methods=["tu-quan", "doi-rac-lay-qua"],
        topics=["nông thôn mới", "chuyện bịa"],
        registered="2016",
        recognition=[{"level": "huyen", "by": "Ban bịa", "document": "1-QĐ/BCĐ", "date": "2020-08-12"}],
    )
    document = document_of(story, TAXONOMY)
    assert document.address == "mo-hinh/bai-sen/to-gop-von/"
    told = {
        "district": ("bai-sen",),
        "field": ("kinh-te",),
        "methods": ("tu-quan", "doi-rac-lay-qua"),
        "topics": ("nong-thon-moi",),
        "kind": ("collective",),
        "year": ("2016",),
        "levels": ("huyen",),
    }
    assert {key: document.filed[key] for key in told} == told
    assert document.names == ("Bãi Sen", "Kinh tế", "Tự quản", "Đổi rác lấy quà")
    assert (document.field, document.field_name, document.year) == ("kinh-te", "Kinh tế", "2016")
    assert document.draft


def test_labels_stand_in_the_order_a_reader_should_see():
    """Districts, fields, methods, levels as the vocabulary lists them; years newest first."""
    stories = [made_up_story("a", registered="2009"), made_up_story("b", registered="2021")]
    labels = facet_labels(catalog_of(stories))
    assert list(labels) == [facet.key for facet in FILTERS]
    assert list(labels["district"].items())[:2] == [("bai-sen", "Bãi Sen"), ("cu-lao", "Cù Lao")]
    assert labels["district"]["toan-tinh"] == "Toàn tỉnh"
    assert list(labels["field"]) == [field.slug for field in TAXONOMY.fields]
    assert list(labels["methods"].values()) == [method.name for method in TAXONOMY.methods]
    assert labels["kind"] == {"collective": "Tập thể", "individual": "Cá nhân"}
    assert list(labels["year"].items()) == [("2021", "2021"), ("2009", "2009")]
    assert list(labels["levels"]) == [level.slug for level in TAXONOMY.levels]


def test_the_index_keeps_the_order_of_the_labels():
    stories = [made_up_story("a", "cu-lao", registered="2009"), made_up_story("b", registered="2021")]
    facets = read(search_files(catalog_of(stories), {}), "facets.json")
    assert facets["year"]["values"] == [["2021", "2021"], ["2009", "2009"]]
    assert facets["district"]["values"] == [["bai-sen", "Bãi Sen"], ["cu-lao", "Cù Lao"]]


def test_a_former_name_leads_to_the_name_that_followed():
    aliases = aliases_of(LIBRARY.taxonomy)
    assert aliases["thị xã Cù Lao"] == ("Cù Lao",)
    assert aliases["xã Bến Thóc"] == ("xã Bến Gạo",)
    assert "thành phố Cù Lao" not in aliases


def test_the_editors_own_aliases_stay():
    aliases = aliases_of(TAXONOMY)
    assert aliases["UBND"] == TAXONOMY.aliases["UBND"]
    assert set(TAXONOMY.aliases) < set(aliases)


def test_two_places_with_one_former_name_are_both_meant():
    """As is what the editors wrote down for that name."""
    district = LIBRARY.taxonomy.districts["bai-sen"]
    communes = tuple(c.model_copy(update={"former_names": ("xã Bến Thóc",)}) for c in district.communes)
    districts = [district.model_copy(update={"communes": communes})]
    aliases = aliases_of(replace(LIBRARY.taxonomy, districts=districts, aliases={"xã Bến Thóc": ("bến thóc cũ",)}))
    assert aliases["xã Bến Thóc"] == ("bến thóc cũ", "xã Lá Dừa", "xã Bến Gạo", "thị trấn Cây Bàng")


def test_former_names_are_in_the_index():
    aliases = read(made_up_files(Edition.PREVIEW), "words.json")["aliases"]
    assert "xã bến thóc" in aliases


def test_the_same_stories_make_the_same_bytes_in_any_order():
    assert made_up_files(Edition.PREVIEW) == made_up_files(Edition.PREVIEW, LIBRARY.stories[::-1])


def test_every_file_but_one_lies_in_a_folder_named_by_its_content():
    files = made_up_files(Edition.PREVIEW)
    other = made_up_files(Edition.PREVIEW, LIBRARY.stories[1:])
    folder = json.loads(files[f"{INDEX_FOLDER}/index.json"])["folder"]
    assert all(path.startswith(f"{INDEX_FOLDER}/{folder}/") for path in files if not path.endswith("/index.json"))
    assert folder != json.loads(other[f"{INDEX_FOLDER}/index.json"])["folder"]


def test_a_cache_changes_nothing_in_the_bytes():
    """Filled by the same build, by another edition, or by stories as they were before."""
    fresh = made_up_files(Edition.PREVIEW)
    cache = {}
    assert made_up_files(Edition.PREVIEW, cache=cache) == fresh
    assert cache
    assert made_up_files(Edition.PREVIEW, cache=cache) == fresh
    public = made_up_files(Edition.PUBLIC)
    assert made_up_files(Edition.PUBLIC, cache=cache) == public
    edited = [
        replace(story, front=story.front.model_copy(update={"title": f"{story.front.title} nữa"}))
        for story in LIBRARY.stories
    ]
    assert made_up_files(Edition.PREVIEW, edited, cache) == made_up_files(Edition.PREVIEW, edited)


def test_a_story_that_did_not_change_is_not_split_again():
    """The second build finds everything that it needs."""
    cache = {}
    made_up_files(Edition.PREVIEW, cache=cache)
    before = dict(cache)
    made_up_files(Edition.PREVIEW, cache=cache)
    assert cache == before
