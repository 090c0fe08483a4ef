"""Related stories: explainable, deterministic, never the story itself."""

import random

from scripts.catalog.catalog import Edition, build_catalog
from scripts.catalog.related import HOW_MANY, relate
from tests.made_up import made_up_story, made_up_taxonomy

TAXONOMY = made_up_taxonomy()


def related(stories):
    return relate(build_catalog(stories, TAXONOMY, Edition.PREVIEW))


def many(count=60):
    rng = random.Random(7)
    return [
        made_up_story(
            f"bai-{number}",
            district=rng.choice(TAXONOMY.districts.slugs[:6]),
            field=rng.choice(TAXONOMY.fields.slugs),
            methods=rng.sample(TAXONOMY.methods.slugs, 2),
        )
        for number in range(count)
    ]


def test_the_closest_likeness_comes_first_and_says_why():
    own = made_up_story("a", methods=["tu-quan"])
    same_all = made_up_story("b", methods=["tu-quan"])
    same_method = made_up_story("c", district="cu-lao", field="van-hoa-xa-hoi", methods=["tu-quan"])
    same_place = made_up_story("d", field="van-hoa-xa-hoi", methods=["day-nghe-day-chu"])
    nothing = made_up_story("e", district="toan-tinh", field="quoc-phong-an-ninh", methods=["day-nghe-day-chu"])
    found = related([own, same_all, same_method, same_place, nothing])[own.key]
    assert [relation.story.slug for relation in found] == ["b", "c", "d"]
    assert (found[0].method, found[0].field, found[0].district) == ("tu-quan", "kinh-te", "bai-sen")
    assert (found[1].method, found[1].field, found[1].district) == ("tu-quan", "", "")
    assert (found[2].method, found[2].field, found[2].district) == ("", "", "bai-sen")


def test_topics_count_and_marks_in_them_do_not():
    own = made_up_story("a", topics=["Nông thôn mới"], methods=["tu-quan"])
    other = made_up_story("b", topics=["nông thôn mới"], district="cu-lao", methods=["day-nghe-day-chu"])
    (found,) = related([own, other])[own.key]
    assert found.topic == "nong thon moi"


def test_never_itself_never_twice_and_as_many_as_there_are():
    for key, relations in related(many()).items():
        keys = [relation.story.key for relation in relations]
        assert key not in keys
        assert len(set(keys)) == len(keys) == HOW_MANY


def test_the_order_in_which_stories_are_read_changes_nothing():
    stories = many()
    reversed_stories = list(reversed(stories))
    assert related(stories) == related(reversed_stories)


def test_a_story_alone_has_no_related_story():
    assert related([made_up_story("a")]) == {"bai-sen/a": ()}
