"""Where a story happened: the name of then, the name of today. Pure."""

from dataclasses import dataclass

from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Commune, District, Taxonomy, Unit


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place as it was called then, and what it is called now.

    ``then`` and ``now`` go from the small to the large: ấp, xã, huyện, tỉnh. ``now`` is empty
    when only the province is known.
    """

    then: tuple[str, ...]
    now: tuple[str, ...]


def whereabouts(story: Story, taxonomy: Taxonomy, year: int | None) -> Whereabouts:
    """Return the place of ``story`` in ``year`` and today."""
    district = taxonomy.districts[story.district]
    province = taxonomy.province
    place = story.front.place
    unit = unit_today(district, place.commune, taxonomy) if place.commune else None
    after_merger = year is not None and year > province.merged_on.year
    if unit and place.commune == unit.name and (after_merger or find_commune(district, unit.name) is None):
        # The story happened after the districts ended: today's name is the only one.
        return Whereabouts(_known(place.hamlet, unit.name, province.name_now), ())
    name = None if district.province_wide else district.name_in(year)
    then = _known(place.hamlet, place.commune, name, province.name_then)
    return Whereabouts(then, (unit.name, province.name_now) if unit else ())


def find_commune(district: District, name: str) -> Commune | None:
    """Return the commune that was called ``name`` in ``district`` before 1-7-2025."""
    return next((c for c in district.communes if name == c.name or name in c.former_names), None)


def unit_today(district: District, name: str, taxonomy: Taxonomy) -> Unit | None:
    """Return today's unit for a commune called ``name`` then, or called so today."""
    if commune := find_commune(district, name):
        return taxonomy.units[commune.successor]
    return next((unit for unit in units_today(district, taxonomy) if unit.name == name), None)


def units_today(district: District, taxonomy: Taxonomy) -> tuple[Unit, ...]:
    """Return today's units on the territory of ``district``, in the order of ``units.yml``."""
    successors = {commune.successor for commune in district.communes}
    return tuple(unit for unit in taxonomy.units if unit.slug in successors)


def shares_unit(district: District, unit: Unit, taxonomy: Taxonomy) -> bool:
    """Return whether part of ``unit`` came from another district than ``district``."""
    return any(
        commune.successor == unit.slug
        for other in taxonomy.districts
        if other.slug != district.slug
        for commune in other.communes
    )


def _known(*names: str | None) -> tuple[str, ...]:
    return tuple(name for name in names if name)
