"""Places through time: what it was called then, what it is called now."""

import pytest

from scripts.catalog.catalog import year_of
from scripts.catalog.places import Whereabouts, units_today, whereabouts
from tests.made_up import made_up_story, real_taxonomy

TAXONOMY = real_taxonomy()


def where(**keys):
    district = keys.pop("district")
    story = made_up_story(district=district, **keys)
    return whereabouts(story, TAXONOMY, year_of(story))


def test_a_story_of_2016_in_kien_binh_shows_the_unit_of_today():
    place = {"commune": "xã Kiên Bình", "hamlet": "ấp Kiên Thanh"}
    assert where(district="kien-luong", place=place, registered="2016") == Whereabouts(
        then=("ấp Kiên Thanh", "xã Kiên Bình", "huyện Kiên Lương", "tỉnh Kiên Giang"),
        now=("xã Hòa Điền", "tỉnh An Giang"),
    )


@pytest.mark.parametrize(
    ("year", "name"),
    [
        ("2012", "thị xã Hà Tiên"),
        ("2017", "thị xã Hà Tiên"),
        ("2018", "thành phố Hà Tiên"),
        ("2024", "thành phố Hà Tiên"),
    ],
)
def test_ha_tien_is_a_town_until_2018_then_a_city(year, name):
    assert where(district="ha-tien", registered=year).then == (name, "tỉnh Kiên Giang")


@pytest.mark.parametrize(("year", "name"), [("2020", "huyện Phú Quốc"), ("2021", "thành phố Phú Quốc")])
def test_phu_quoc_is_a_district_until_2021(year, name):
    assert where(district="phu-quoc", registered=year).then[0] == name


def test_a_former_commune_name_leads_to_the_same_unit():
    """Mỹ Đức was a xã when Hà Tiên was a town."""
    assert where(district="ha-tien", place={"commune": "xã Mỹ Đức"}, registered="2015").now[0] == "phường Hà Tiên"


def test_a_commune_that_crossed_a_district_line_is_followed():
    """Dương Hòa (Kiên Lương) went to phường Tô Châu, Mỹ Lâm (Hòn Đất) to phường Vĩnh Thông."""
    assert where(district="kien-luong", place={"commune": "xã Dương Hòa"}).now[0] == "phường Tô Châu"
    assert where(district="hon-dat", place={"commune": "xã Mỹ Lâm"}).now[0] == "phường Vĩnh Thông"


def test_same_names_in_two_districts_lead_to_two_units():
    assert where(district="giang-thanh", place={"commune": "xã Vĩnh Phú"}).now[0] == "xã Vĩnh Điều"
    assert where(district="giong-rieng", place={"commune": "xã Vĩnh Phú"}).now[0] == "xã Long Thạnh"


def test_a_name_that_changed_its_meaning_is_read_as_the_old_one():
    """Old Đông Hưng is in today's xã An Minh, though a new xã Đông Hưng exists."""
    assert where(district="an-minh", place={"commune": "xã Đông Hưng"}, registered="2015").now[0] == "xã An Minh"


def test_after_the_districts_ended_today_s_name_is_the_only_one():
    place = where(district="phu-quoc", place={"commune": "đặc khu Phú Quốc"}, registered="2026")
    assert place == Whereabouts(then=("đặc khu Phú Quốc", "tỉnh An Giang"), now=())


def test_a_province_wide_story_names_the_province():
    assert where(district="toan-tinh").then == ("tỉnh Kiên Giang",)


def test_every_unit_of_today_lies_on_some_district():
    found = {unit.slug for district in TAXONOMY.districts for unit in units_today(district, TAXONOMY)}
    assert found == set(TAXONOMY.units.slugs)
