"""What must hold between the entries of the vocabularies: one rule, one function, its docstring the rule. Pure.

Only what the site would show wrongly is a rule. How many districts, communes or fields there are is not:
the files say it, and they may grow.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.facts import SPAN_BACKWARD
from scripts.source.problems.registry.lists import (
    FAINT_COLOUR,
    NAMES_APART,
    NO_FORERUNNER,
    TILES_TOGETHER,
    UNKNOWN_PATTERN,
    UNKNOWN_SUCCESSOR,
)
from scripts.source.text.nearest import offer
from scripts.source.vocabulary.taxonomy import Approver, District, Field, Period, Unit, Vocabulary

PAPER, NIGHT = "#fbf9f4", "#121715"
"""What text stands on by day and in the dark: ``--paper`` of ``docs/assets/css/site.css``."""
LEGIBLE = 4.5
"""The least contrast of text. Source: WCAG 2.2, success criterion 1.4.3."""
_NEARLY_BLACK = 0.04045
"""Below it the brightness of a channel is a line, above it a curve (sRGB)."""

Said = tuple[Code, dict[str, str]]
"""What is wrong, and the values of its message."""


def check_districts(path: str, districts: Iterable[District], units: Vocabulary[Unit]) -> Iterator[Problem]:
    """Return what is wrong with the districts of the file ``path``."""
    districts = tuple(districts)
    for rule in (_successors_exist(districts, units), _names_follow(districts), _tiles_are_apart(districts)):
        for code, values in rule:
            yield problem_at(path, START, code, **values)
    yield from check_spans(path, (period for district in districts for period in district.names))


def _successors_exist(districts: Iterable[District], units: Vocabulary[Unit]) -> Iterator[Said]:
    """Every commune went to a unit of today that exists."""
    for district in districts:
        for commune in district.communes:
            if commune.successor not in units:
                ending = offer(commune.successor, units.slugs)
                yield UNKNOWN_SUCCESSOR, {"commune": commune.name, "written": commune.successor, "offer": ending}


def _names_follow(districts: Iterable[District]) -> Iterator[Said]:
    """A district's next name holds from the day on which the one before it ends."""
    for district in districts:
        for earlier, later in pairwise(district.names):
            if earlier.until is None or earlier.until != later.since:
                yield NAMES_APART, {"earlier": earlier.name, "later": later.name}


def _tiles_are_apart(districts: Iterable[District]) -> Iterator[Said]:
    """No two districts are drawn on one square of the map."""
    drawn: dict[tuple[int, int], str] = {}
    for district in districts:
        if district.tile is not None:
            name = district.names[-1].name
            square = (district.tile.column, district.tile.row)
            if other := drawn.get(square):
                yield TILES_TOGETHER, {"name": name, "other": other}
            drawn.setdefault(square, name)


def check_fields(path: str, fields: Iterable[Field]) -> Iterator[Problem]:
    """The colour of a field can be read on paper and in the dark."""
    for field in fields:
        for key, colour, ground in (("light", field.colour.light, PAPER), ("dark", field.colour.dark, NIGHT)):
            if contrast(colour, ground) < LEGIBLE:
                yield problem_at(path, START, FAINT_COLOUR, name=field.name, key=key, colour=colour, ground=ground)


def contrast(one: str, other: str) -> float:
    """Return how far two colours such as ``#8a5a00`` stand apart, from 1 to 21. Source: WCAG 2.2, contrast ratio.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    darker, lighter = sorted(_luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1. Source: WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= _NEARLY_BLACK else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def check_units(path: str, units: Iterable[Unit], districts: Iterable[District]) -> Iterator[Problem]:
    """Every unit of today has the ground of some commune, else no story could lie in it."""
    heirs = {commune.successor for district in districts for commune in district.communes}
    for unit in units:
        if unit.slug not in heirs:
            yield problem_at(path, START, NO_FORERUNNER, name=unit.name, slug=unit.slug)


def check_spans(path: str, spans: Iterable[Period | Approver]) -> Iterator[Problem]:
    """Nothing stops holding before it begins."""
    for span in spans:
        if span.since and span.until and span.until <= span.since:
            yield problem_at(path, START, SPAN_BACKWARD, name=span.name)


def check_patterns(path: str, districts: Iterable[District], drawn: Collection[str]) -> Iterator[Problem]:
    """The pattern of a district is one that is ``drawn`` in ``docs/assets/img``."""
    for district in districts:
        if district.pattern not in drawn:
            name, ending = district.names[-1].name, offer(district.pattern, sorted(drawn))
            yield problem_at(path, START, UNKNOWN_PATTERN, district=name, written=district.pattern, offer=ending)
