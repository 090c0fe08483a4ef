"""Places through time: what it was called then, what it is called now."""

from dataclasses import replace

import pytest

from scripts.catalog.catalog import year_of
from scripts.catalog.places import Whereabouts, units_today, whereabouts
from scripts.source.vocabulary.taxonomy import Commune, Unit, Vocabulary
from tests.made_up import made_up_story, made_up_taxonomy

TAXONOMY = made_up_taxonomy()


def where(taxonomy=TAXONOMY, **keys):
    district = keys.pop("district")
    story = made_up_story(district=district, **keys)
    return whereabouts(story, taxonomy, year_of(story))


def with_commune(taxonomy, district, **commune):
    """Return the vocabulary with one commune more in ``district``."""
    changed = taxonomy.districts[district]
    changed = changed.model_copy(update={"communes": (*changed.communes, Commune.model_validate(commune))})
    return replace(
        taxonomy, districts=Vocabulary(tuple(changed if d.slug == district else d for d in taxonomy.districts))
    )


def test_a_story_of_2016_shows_the_unit_of_today():
    place = {"commune": "xã Bến Gạo", "hamlet": "ấp Rạch Xếp"}
    assert where(district="bai-sen", place=place, registered="2016") == Whereabouts(
        then=("ấp Rạch Xếp", "xã Bến Gạo", "huyện Bãi Sen", "tỉnh Sông Mây"),
        now=("xã Lá Dừa", "tỉnh Biển Mây"),
    )


@pytest.mark.parametrize(
    ("year", "name"),
    [
        ("2012", "thị xã Cù Lao"),
        ("2017", "thị xã Cù Lao"),
        ("2018", "thành phố Cù Lao"),
        ("2024", "thành phố Cù Lao"),
    ],
)
def test_cu_lao_is_a_town_until_2018_then_a_city(year, name):
    assert where(district="cu-lao", registered=year).then == (name, "tỉnh Sông Mây")


def test_a_former_commune_name_leads_to_the_same_unit():
    """Bến Gạo was called Bến Thóc before."""
    assert where(district="bai-sen", place={"commune": "xã Bến Thóc"}, registered="2015").now[0] == "xã Lá Dừa"


def test_a_commune_that_crossed_a_district_line_is_followed():
    taxonomy = with_commune(
        TAXONOMY, "bai-sen", slug="xa-con-xa", name="xã Cồn Xa", successor="phuong-ganh-da", former_names=[]
    )
    assert where(taxonomy, district="bai-sen", place={"commune": "xã Cồn Xa"}).now[0] == "phường Gành Đá"


def test_same_names_in_two_districts_lead_to_two_units():
    taxonomy = with_commune(
        TAXONOMY, "cu-lao", slug="xa-ben-gao", name="xã Bến Gạo", successor="dac-khu-dao-xa", former_names=[]
    )
    assert where(taxonomy, district="bai-sen", place={"commune": "xã Bến Gạo"}).now[0] == "xã Lá Dừa"
    assert where(taxonomy, district="cu-lao", place={"commune": "xã Bến Gạo"}).now[0] == "đặc khu Đảo Xa"


def test_a_name_that_changed_its_meaning_is_read_as_the_old_one():
    """The old commune went elsewhere, though a new unit bears its name."""
    units = Vocabulary((*TAXONOMY.units, Unit(slug="xa-con-xa", name="xã Cồn Xa")))
    taxonomy = with_commune(
        replace(TAXONOMY, units=units), "cu-lao", slug="xa-con-xa", name="xã Cồn Xa", successor="dac-khu-dao-xa"
    )
    taxonomy = with_commune(taxonomy, "cu-lao", slug="xa-con-gan", name="xã Cồn Gần", successor="xa-con-xa")
    found = where(taxonomy, district="cu-lao", place={"commune": "xã Cồn Xa"}, registered="2015")
    assert found.now[0] == "đặc khu Đảo Xa"


def test_after_the_districts_ended_today_s_name_is_the_only_one():
    place = where(district="cu-lao", place={"commune": "đặc khu Đảo Xa"}, registered="2026")
    assert place == Whereabouts(then=("đặc khu Đảo Xa", "tỉnh Biển Mây"), now=())


def test_a_province_wide_story_names_the_province():
    assert where(district="toan-tinh").then == ("tỉnh Sông Mây",)


def test_every_unit_of_today_lies_on_some_district():
    found = {unit.slug for district in TAXONOMY.districts for unit in units_today(district, TAXONOMY)}
    assert found == set(TAXONOMY.units.slugs)
