"""Nothing is said in the house's name that nobody answers for: every kind of word, over every page."""

from dataclasses import replace

import pytest

from scripts.catalog.answered import answered, remarks_on_waiting
from scripts.catalog.catalog import Edition, build_catalog
from scripts.render.machines.data_page import data_files
from scripts.render.pages import Pages
from scripts.render.press.radio import radio_script, script_text
from scripts.render.reading.withdrawn import withdrawn_page
from scripts.render.site import render_site
from scripts.source.approval.house_approval import VOID
from scripts.source.rules.story_rules import UNKNOWN
from scripts.source.schema.declared import declarations
from scripts.source.schema.part import choices_of, part_in
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.told import Words
from scripts.source.vocabulary.house_words import SEALED
from scripts.source.vocabulary.taxonomy import Vocabulary
from scripts.source.withdrawn import Withdrawal
from tests.made_up import house_of, made_up_story, made_up_taxonomy
from tests.render.press_scene import FULL, PHOTO
from tests.source.test_house_words import INSULT, KINDS, change, read

URL = "https://trang.example/"
STORIES = (
    made_up_story(
        "mot",
        approved=True,
        **{
            **FULL,
            "place": {"commune": "xã Bến Gạo"},
            "methods": ["tu-quan"],
            "topics": ["vốn"],
            "recognition": [{"level": "huyen", "by": "UBND huyện Bãi Sen"}],
            "commendations": [{"form": "giay-khen", "by": "Ban bịa"}],
            "coverage": [{"outlet": "Đài bịa", "date": "2020-09-01", "title": "Chuyện góp vốn"}],
            "photos": [{"file": "mot.jpg", "licence": "site-only", **PHOTO}],
            "body": "## Cách làm\n\nUBND xã mời cả tổ ngồi lại, bàn từng việc, rồi chia nhau làm.\n",
            "summary": "UBND xã và bà con tỉnh Biển Mây cùng góp vốn, một chuyện bịa để thử máy, xin đừng trích.",
        },
    ),
    made_up_story("hai", approved=True, topics=["vốn"]),
)

LOOKED_UP = ("communes", "outlets")
"""Names that are looked up and stand on no page: what a page has is the story's own word."""


def said(catalog):
    """Return all that readers can read or hear of an edition, however it is capitalised."""
    texts = [page.text for page in render_site(catalog, URL)]
    texts += [data.decode("utf-8", "replace") for data in data_files(catalog, URL).values()]
    texts += [script_text(radio_script(story, catalog.taxonomy), Pages(), marked=False) for story in catalog.stories]
    return "\n".join(texts).casefold()


def editions(stories, taxonomy, house):
    return {edition: said(build_catalog(stories, taxonomy, edition, house=house)) for edition in Edition}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in LOOKED_UP])
def test_row_55_a_word_that_was_changed_since_its_approval_reaches_no_public_page(kind, content):
    name, written, _, _ = KINDS[kind]
    house = house_of(read(content))
    insulting = f"{written.partition(': ')[0]}: {INSULT}{',' if written.endswith(',') else ''}"

    texts = editions(STORIES, change(content, name, written, insulting), house)

    assert INSULT.casefold() in texts[Edition.PREVIEW]
    assert INSULT.casefold() not in texts[Edition.PUBLIC]


def planted(taxonomy, vocabulary, **keys):
    """Return the vocabularies with an entry more."""
    held = getattr(taxonomy, vocabulary)
    (model,) = {type(entry) for entry in held}
    some = next(iter(held)).model_dump(by_alias=True, exclude_none=True)
    return replace(taxonomy, **{vocabulary: Vocabulary((*held, model(**{**some, **keys})))})


NEW = {
    "fields": {"field": "moi"},
    "methods": {"methods": ["tu-quan", "moi"]},
    "levels": {"recognition": [{"level": "moi", "by": "Ban bịa"}]},
    "commendations": {"commendations": [{"form": "moi", "by": "Ban bịa"}]},
    "licences": {"photos": [{"file": "a.jpg", "licence": "moi", **PHOTO}]},
}


@pytest.mark.parametrize("vocabulary", NEW)
def test_an_approved_story_waits_for_the_name_of_what_it_speaks_of(vocabulary):
    """It would be half told without it, and nobody answers for a name that was never approved."""
    before = made_up_taxonomy()
    taxonomy = planted(before, vocabulary, slug="moi", name=INSULT)
    story = made_up_story("cho", approved=True, **NEW[vocabulary])
    others = [*STORIES, story]

    texts = editions(others, taxonomy, house_of(before))
    (remark,) = remarks_on_waiting(others, taxonomy, house_of(before))

    assert INSULT.casefold() in texts[Edition.PREVIEW]
    assert "bai-sen/cho/" in texts[Edition.PREVIEW]
    assert INSULT.casefold() not in texts[Edition.PUBLIC]
    assert "bai-sen/cho/" not in texts[Edition.PUBLIC]
    assert "bai-sen/mot/" in texts[Edition.PUBLIC]
    assert (remark.path, remark.code) == (story.path, "story-waits-for-word")
    assert f"{vocabulary}/moi" in remark.message
    assert not [*remarks_on_waiting(others, taxonomy, house_of(taxonomy))]


def test_a_story_of_a_district_that_is_new_waits_too():
    before = made_up_taxonomy()
    taxonomy = planted(before, "districts", slug="moi", names=[{"name": INSULT}])
    story = made_up_story("cho", "moi", approved=True)
    may = answered([story], taxonomy, house_of(before))
    assert (may.stories, may.waiting) == ((), {"moi/cho": ("districts/moi",)})


def test_a_new_topic_has_no_page_and_no_story_waits_for_it():
    before = made_up_taxonomy()
    taxonomy = planted(before, "topics", slug="moi", name="chuyện mới", about=INSULT)
    stories = [made_up_story(slug, approved=True, topics=["chuyện mới"]) for slug in ("mot", "hai")]
    texts = editions(stories, taxonomy, house_of(before))
    assert "chu-de/moi/" in texts[Edition.PREVIEW]
    assert "chu-de/moi/" not in texts[Edition.PUBLIC]
    assert "bai-sen/mot/" in texts[Edition.PUBLIC]


@pytest.mark.parametrize("where", ["story", "log"])
def test_a_broadcast_of_an_outlet_or_a_host_that_nobody_approved_is_not_listed(where):
    before = made_up_taxonomy()
    added = planted(before, "outlets", slug="moi", name="Báo Mới Bịa", hosts=["moi.example"])
    wider = [
        one.model_copy(update={"hosts": (*one.hosts, "la.example")}) if one.slug == "bao-bia" else one
        for one in added.outlets
    ]
    added = replace(added, outlets=Vocabulary(tuple(wider)))
    known = {"outlet": "Báo bịa", "date": "2020-09-01", "title": "Chuyện cũ", "url": "https://bao.example/a"}
    astray = {**known, "title": "Chuyện lạ", "url": "https://la.example/a"}
    told = [known, astray, {"outlet": "Báo Mới Bịa", "date": "2020-09-02", "title": "Chuyện mới"}]
    story = made_up_story("mot", approved=True, coverage=told)
    if where == "log":
        story = replace(made_up_story("mot", approved=True), logged=story.front.coverage)

    texts = editions([story], added, house_of(before))

    assert "Báo Mới Bịa".casefold() in texts[Edition.PREVIEW]
    assert "Báo Mới Bịa".casefold() not in texts[Edition.PUBLIC]
    assert "Chuyện lạ".casefold() in texts[Edition.PREVIEW]
    assert "Chuyện lạ".casefold() not in texts[Edition.PUBLIC]
    assert "Chuyện cũ".casefold() in texts[Edition.PUBLIC]


def test_before_the_first_approval_today_s_words_stand_and_no_collection_does(made_up_library):
    may = answered(STORIES, made_up_taxonomy(), None, collections=made_up_library.collections)
    assert (may.stories, may.collections) == (STORIES, ())
    assert [*may.taxonomy.methods] == [*made_up_taxonomy().methods]


def codes_in(model, above=()):
    """Yield the codes of a schema, at any depth, with the vocabulary that each declares."""
    for name, told in declarations(model):
        place = (*above, name)
        if inner := part_in(model.model_fields[name].annotation):
            yield from codes_in(inner, place)
        elif told.words is Words.CODE:
            yield place, told.of


def test_a_code_declares_its_vocabulary_or_is_one_of_a_few_that_the_schema_lists():
    """What a vocabulary names waits for its name; outlets and approvers go by name, and are asked for apart."""
    by_name = {("coverage", "outlet"), ("approval", "by")}
    codes = dict(codes_in(FrontMatter))
    assert {place for place, of in codes.items() if not of and not choices_of(FrontMatter, place)} == by_name
    assert all(isinstance(getattr(made_up_taxonomy(), of), Vocabulary) for of in codes.values() if of)
    assert {of for of in codes.values() if of} == UNKNOWN.keys(), "a code that its vocabulary does not have is told"


def test_the_page_of_a_withdrawn_story_needs_no_name_that_nobody_approved():
    shown = answered((), made_up_taxonomy(), VOID).taxonomy
    withdrawal = Withdrawal(story="bai-sen/da-go", date="2026-11-24", reason="sai-su-that")
    page = withdrawn_page(Pages(), withdrawal, shown)
    assert "Bài ở địa chỉ này đã được gỡ" in page.html
    assert "bai-sen" not in page.html
    assert "Bài có điều chưa đúng" not in page.html
    assert "huyện Bãi Sen" not in page.html


@pytest.mark.parametrize("vocabulary", [*SEALED, ""])
def test_whatever_nobody_approved_the_rest_of_the_site_is_made(vocabulary):
    """A whole vocabulary without an approved word, and all of them: less is said, and nothing breaks."""
    taxonomy = made_up_taxonomy()
    house = house_of(taxonomy)
    words = {at: word for at, word in house.words.items() if vocabulary and at.partition("/")[0] != vocabulary}
    catalog = build_catalog(STORIES, taxonomy, Edition.PUBLIC, house=house.model_copy(update={"words": words}))
    assert taxonomy.site.name.casefold() in said(catalog)
