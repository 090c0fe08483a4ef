"""The rules over one report about the movement: one rule, one function, its docstring the rule. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from scripts.source.house_texts.report import Report
from scripts.source.problems.problem import START, Mark, Problem
from scripts.source.problems.registry.body import FOOTNOTE_IN_REPORT, HEADING_IN_REPORT
from scripts.source.problems.registry.facts import (
    DATE_IN_FUTURE,
    FIGURE_WITHOUT_UNIT,
    YEAR_IN_FUTURE,
    YEARS_BACKWARD,
)
from scripts.source.problems.registry.files import UNKNOWN_DISTRICT_NAMED
from scripts.source.rules.questions import check_signed
from scripts.source.schema.declared import leaves_of
from scripts.source.schema.told import Words
from scripts.source.text.nearest import offer
from scripts.source.text.source_text import SourceText
from scripts.source.vietnam_time import name_partial_date
from scripts.source.vocabulary.taxonomy import Taxonomy

_HEADING = re.compile(r"^ {0,3}#", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^")

Rule = Callable[[Report, Taxonomy, date], Iterable[Problem]]


def words_are_plain(report: Report, _: Taxonomy, __: date) -> Iterator[Problem]:
    """Many reports share a page: its headings are their titles, and a footnote would lead to another one's."""
    body = report.body
    if any(section.heading for section in body.sections):
        yield body.source.problem(_place(_HEADING, body.source), HEADING_IN_REPORT)
    if any("footnote-" in section.html for section in body.sections):
        yield body.source.problem(_place(_FOOTNOTE, body.source), FOOTNOTE_IN_REPORT)


def _place(sign: re.Pattern[str], source: SourceText) -> Mark:
    found = sign.search(source.text)
    return source.mark(found.start()) if found else START


def place_is_known(report: Report, taxonomy: Taxonomy, _: date) -> Iterator[Problem]:
    """The place is a district of ``districts.yml``, or the whole province."""
    place = report.front.place
    if place not in taxonomy.districts:
        near = offer(place, taxonomy.districts.slugs)
        yield report.document.problem(("place",), UNKNOWN_DISTRICT_NAMED, written=place, offer=near)


def time_has_come(report: Report, _: Taxonomy, today: date) -> Iterator[Problem]:
    """No year, source or answer lies after today, and the period runs forward."""
    front, document = report.front, report.document
    for leaf in leaves_of(front):
        if leaf.told.words is not Words.DATE:
            continue
        if isinstance(leaf.value, int):
            if leaf.value > today.year:
                yield document.problem(leaf.location, YEAR_IN_FUTURE, year=leaf.value)
        # A partial date such as 2026-08 is in the future when it sorts after today's first letters.
        elif str(leaf.value) > today.isoformat()[: len(str(leaf.value))]:
            yield document.problem(leaf.location, DATE_IN_FUTURE, when=name_partial_date(str(leaf.value)))
    if front.since and front.since > front.until:
        yield document.problem(("until",), YEARS_BACKWARD, since=front.since, until=front.until)


def figures_have_units(report: Report, _: Taxonomy, __: date) -> Iterator[Problem]:
    """Each number says what it counts; a percentage may stand alone."""
    for index, figure in enumerate(report.front.figures):
        if figure.unit is None and not figure.value.endswith("%"):
            yield report.document.problem(("figures", index), FIGURE_WITHOUT_UNIT, value=figure.value)


def answers_of_reports_are_signed(report: Report, _: Taxonomy, __: date) -> Iterator[Problem]:
    """An answer says which office gave it and on which day, as in a story."""
    return check_signed(report.front.to_verify, report.document)


RULES: tuple[Rule, ...] = (
    words_are_plain,
    place_is_known,
    time_has_come,
    figures_have_units,
    answers_of_reports_are_signed,
)


def check_report(report: Report, taxonomy: Taxonomy, today: date) -> list[Problem]:
    """Return what every rule finds in one report."""
    return [problem for rule in RULES for problem in rule(report, taxonomy, today)]
