"""The catalog of an edition: who is in it, in what order, under which keys."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from scripts.catalog.catalog import Edition, build_catalog, date_of, levels_of, topics_of, year_of
from scripts.source.story import State
from scripts.source.vietnam_time import VIETNAM
from tests.made_up import made_up_story, made_up_taxonomy

TAXONOMY = made_up_taxonomy()


def keys(stories):
    return [story.slug for story in stories]


def test_the_public_edition_holds_approved_stories_only():
    stories = [made_up_story("a", approved=True), made_up_story("b")]
    assert keys(build_catalog(stories, TAXONOMY, Edition.PUBLIC).stories) == ["a"]
    assert len(build_catalog(stories, TAXONOMY, Edition.PREVIEW).stories) == 2


HOUR = datetime(2026, 11, 24, 6, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("read_at", "state"),
    [
        (HOUR - timedelta(seconds=1), State.EMBARGOED),
        (HOUR, State.PUBLIC),
        (HOUR.astimezone(UTC), State.PUBLIC),
        (None, State.EMBARGOED),
    ],
    ids=["a second before", "its hour", "its hour elsewhere", "no clock"],
)
def test_an_approved_story_waits_for_its_hour(read_at, state):
    """In no list of the public edition; in the preview, where it is marked; never among what may leave the site."""
    story = made_up_story("a", approved=True, embargo="2026-11-24T06:00+07:00", read_at=read_at)
    public, preview = (build_catalog([story], TAXONOMY, edition) for edition in (Edition.PUBLIC, Edition.PREVIEW))
    assert story.state is state
    assert keys(public.stories) == keys(public.public) == (["a"] if state is State.PUBLIC else [])
    assert keys(preview.stories) == ["a"]
    assert keys(preview.public) == keys(public.public)


def test_an_embargo_says_nothing_of_a_draft():
    assert made_up_story("a", embargo="2027-01-01T06:00+07:00").state is State.DRAFT


def test_an_approval_of_another_text_does_not_count():
    """The digest is over what a reader sees: change a word and the story is a draft again."""
    story = made_up_story("a", approved=True)
    changed = made_up_story(
        "a", body="## Cách làm\n\nMột chữ khác.\n", approval=story.front.approval.model_dump(mode="json")
    )
    assert not story.draft
    assert changed.draft


def person(*, agreed):
    return {"name": "Nguyễn Văn Bịa", "consent": {"name": agreed, "photo": "false", "recorded": "2026-10-02"}}


@pytest.mark.parametrize("edition", Edition)
def test_a_story_that_names_somebody_who_did_not_agree_is_in_no_edition(edition):
    """Approved or not, not even marked as a draft: the name would be read all the same."""
    yes, no = person(agreed="true"), person(agreed="false")
    stories = [
        made_up_story("a", approved=True, people=[yes]),
        made_up_story("b", approved=True, people=[yes, no]),
        made_up_story("c", people=[no]),
    ]

    assert keys(build_catalog(stories, TAXONOMY, edition).stories) == ["a"]


def test_an_individual_is_public_only_when_named_with_consent():
    """Without a name the story may be read as a draft, and never goes public."""
    nameless = made_up_story("a", kind="individual", approved=True)
    named = made_up_story("b", kind="individual", approved=True, people=[person(agreed="true")])

    assert keys(build_catalog([nameless, named], TAXONOMY, Edition.PUBLIC).stories) == ["b"]
    assert nameless.draft
    assert len(build_catalog([nameless, named], TAXONOMY, Edition.PREVIEW).stories) == 2


def test_newest_first_then_by_title():
    stories = [
        made_up_story("cu", sources=[{"title": "Nguồn", "publisher": "Nơi bịa", "date": "2015"}]),
        made_up_story("moi-b", title="Đắp đường ở xóm bịa"),
        made_up_story("moi-a", title="Dựng cầu ở xóm bịa"),
        made_up_story("duyet", approved=True),
    ]
    random.Random(4).shuffle(stories)
    assert keys(build_catalog(stories, TAXONOMY, Edition.PREVIEW).stories) == ["duyet", "moi-a", "moi-b", "cu"]


def test_groups_hold_every_story_once_under_each_key():
    stories = [
        made_up_story("a", methods=["gop-von-xoay-vong", "tu-quan"], registered="2016"),
        made_up_story("b", district="cu-lao", field="van-hoa-xa-hoi", kind="individual", registered="2016"),
        made_up_story("c", recognition=[{"level": "huyen", "by": "Ban bịa"}, {"level": "huyen", "by": "Ban bịa"}]),
    ]
    catalog = build_catalog(stories, TAXONOMY, Edition.PREVIEW)
    by_method = catalog.grouped(lambda story, _: story.front.methods)
    assert keys(by_method["tu-quan"]) == ["a"]
    assert sorted(keys(by_method["gop-von-xoay-vong"])) == ["a", "b", "c"]
    assert by_method.keys() == {"gop-von-xoay-vong", "tu-quan"}
    assert keys(catalog.grouped(lambda story, _: levels_of(story))["huyen"]) == ["c"]


def test_stories_are_filed_once_for_each_way_of_filing():
    asked = []

    def by_district(story, _):
        asked.append(story.slug)
        return (story.district,)

    catalog = build_catalog([made_up_story("a"), made_up_story("b")], TAXONOMY, Edition.PREVIEW)
    assert catalog.grouped(by_district) is catalog.grouped(by_district)
    assert sorted(asked) == ["a", "b"]


def test_topics_are_those_the_vocabulary_knows_however_they_are_written():
    story = made_up_story(topics=["NÔNG THÔN MỚI", "nông thôn mới", "chuyện bịa", "đồng bào khmer"])
    assert topics_of(story, TAXONOMY) == ("nong-thon-moi", "dong-bao-khmer")


def test_year_is_of_registration_then_recognition_then_start_then_source():
    recognised = [{"level": "huyen", "by": "Ban bịa", "date": "2019-05-01"}]
    assert year_of(made_up_story(registered="2016", started="2008", recognition=recognised)) == 2016
    assert year_of(made_up_story(started="2008", recognition=recognised)) == 2019
    assert year_of(made_up_story(started="2008")) == 2008
    assert year_of(made_up_story()) == 2020
    assert year_of(made_up_story(sources=[{"title": "Nguồn", "publisher": "Nơi bịa"}])) is None


def test_registered_is_never_counted_as_recognised():
    assert levels_of(made_up_story("a", registered="2016")) == ()


def test_date_is_of_the_approval_else_of_the_newest_source():
    sources = [{"title": "Nguồn", "publisher": "Nơi bịa", "date": when} for when in ("2020-08", "2021-02-03", "2019")]
    assert date_of(made_up_story(sources=sources)) == "2021-02-03"
    assert date_of(made_up_story(sources=sources, approved=True)) == "2026-11-20"


def test_a_story_that_waited_is_as_new_as_its_hour():
    assert date_of(made_up_story(approved=True, embargo="2026-11-23T06:00+07:00")) == "2026-11-23"
    assert date_of(made_up_story(approved=True, embargo="2026-11-01T06:00+07:00")) == "2026-11-20"
