"""What the page of a district says: its names through time, and what its ground is called today. Pure."""

from scripts.catalog.places import shares_unit, units_today
from scripts.render.facets.facet import NamePeriod, PageWords, Value
from scripts.render.wording import BOTH_SHELVES, capital, say_date, say_list
from scripts.source.vocabulary.taxonomy import District, Period, Taxonomy


def district_words(value: Value, taxonomy: Taxonomy) -> PageWords:
    """Return the words of the district ``value``, or of what belongs to the whole province."""
    district, province = taxonomy.districts[value.slug], taxonomy.province
    ground = _ground_today(district, taxonomy)
    if district.province_wide:
        lead = f"Những bài có ở nhiều nơi trong {province.name_then} (nay thuộc {province.name_now})."
        description = feed = f"{BOTH_SHELVES} có ở nhiều nơi trong {province.name_then}."
    else:
        lead = (
            f"Từ {say_date(province.merged_on)} không còn cấp huyện: địa bàn này nay thuộc {province.name_now}, "
            f"gồm {say_list(ground)}."
        )
        description = f"{BOTH_SHELVES} ở {district.names[-1].name}, {province.name_then}."
        feed = f"{BOTH_SHELVES} ở địa bàn {district.short_name}."
    renamed = len(district.names) > 1
    names = tuple(NamePeriod(capital(one.name), _say_period(one)) for one in district.names) if renamed else ()
    return PageWords(value.door, lead, description, feed, names=names, units_today=ground)


def _ground_today(district: District, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return today's units on the ground of ``district``; of a shared one it says so."""
    units = units_today(district, taxonomy)
    return tuple(f"một phần {unit.name}" if shares_unit(district, unit, taxonomy) else unit.name for unit in units)


def _say_period(period: Period) -> str:
    since = f"từ {say_date(period.since)}" if period.since else ""
    until = f"trước {say_date(period.until)}" if period.until else ""
    return ", ".join(filter(None, (since, until)))
