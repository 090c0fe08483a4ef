"""The pages of the timeline: the movement's letter, the milestones it sets, and the reports, oldest first. Pure.

Registered, recognised and commended stand apart and are never added; nothing here counts as a story
(decisions/28).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from scripts.catalog.catalog import Catalog, Edition, ShownReport
from scripts.render import urls
from scripts.render.pages import Page, Pages
from scripts.render.reading.listings import HOME_CRUMB, pager_of
from scripts.render.reading.story_text import resolve_links
from scripts.render.reading.views import Source
from scripts.render.timeline.views import Act, Amount, Entry, Timeline
from scripts.render.wording import capital, say_date, say_number, say_partial_date
from scripts.source.house_texts.report_keys import ACT_NAMES, ReportFront
from scripts.source.schema.desk_parts import ABOUT_NAMES
from scripts.source.schema.story_parts import Standing
from scripts.source.vocabulary.taxonomy import Movement, Taxonomy

PAGE_SIZE = 12
"""Stops of one page: as many reports, each as heavy as ``check`` lets it be, as a page can carry."""
HEADING = "Phong trào qua các năm"
_LEAD = (
    "Công văn của tỉnh về phong trào thi đua “Dân vận khéo”, những mốc công văn đặt ra, "
    "và các con số đã công bố, xếp theo thời gian."
)
_NOTE = (
    "Mỗi con số đếm một việc, ở một nơi, trong một thời kỳ, theo một nguồn. Đăng ký, công nhận, khen thưởng là ba việc "
    "khác nhau. Các con số không cộng vào nhau, và không phải số bài trên trang này."
)
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_ORDER = tuple(ACT_NAMES)


@dataclass(frozen=True, slots=True)
class _Stop:
    """Something to be told, and the year under which it stands."""

    year: int
    entry: Entry


def timeline_pages(pages: Pages, catalog: Catalog) -> Iterator[Page]:
    """Yield every page of the timeline; the first is there without any report, for the letter is."""
    movement = catalog.taxonomy.movement
    fixed = [_letter(movement), *_milestones(movement)]
    total = -(-(len(fixed) + len(catalog.reports)) // PAGE_SIZE)
    for number in range(1, total + 1):
        address = urls.list_page_url(urls.TIMELINE, number)
        stops = [*fixed, *(_report(shown, catalog, address) for shown in catalog.reports)]
        stops.sort(key=lambda stop: stop.year)
        timeline = Timeline(
            heading=HEADING,
            lead=_LEAD,
            note=_NOTE,
            crumbs=(HOME_CRUMB,),
            entries=tuple(stop.entry for stop in stops[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]),
            pager=pager_of(urls.TIMELINE, number, total) if total > 1 else None,
            missing="" if catalog.reports else _say_none(catalog.edition),
        )
        suffix = f", trang {say_number(number)}" if number > 1 else ""
        yield pages.page("timeline/timeline.html.j2", address, HEADING + suffix, _LEAD + suffix, timeline=timeline)


def _say_none(edition: Edition) -> str:
    return "Chưa có báo cáo nào được duyệt đăng." if edition is Edition.PUBLIC else "Chưa có báo cáo nào."


def _letter(movement: Movement) -> _Stop:
    counted = [(Standing(figure.act), Amount(figure.value, figure.label, figure.when)) for figure in movement.figures]
    entry = Entry(
        anchor="cong-van",
        when=say_date(movement.date),
        title=f"Công văn {movement.document}",
        place=movement.issuer,
        text=movement.subject,
        acts=_acts(counted),
    )
    return _Stop(movement.date.year, entry)


def _milestones(movement: Movement) -> Iterator[_Stop]:
    """Yield what the letter asked for: that it asked is known, not that it was done."""
    for number, milestone in enumerate(movement.milestones, start=1):
        found = _YEAR.findall(milestone.when)
        entry = Entry(
            anchor=f"moc-{number}",
            when=milestone.when,
            title=milestone.label,
            text=f"Mốc do Công văn {movement.document} đặt ra.",
        )
        yield _Stop(int(found[-1]) if found else movement.date.year, entry)


def _report(shown: ShownReport, catalog: Catalog, address: str) -> _Stop:
    front, body = shown.report.front, shown.report.body
    root = urls.relative(urls.HOME, address)
    asked = dict.fromkeys(ABOUT_NAMES[question.about] for question in front.to_verify if question.is_open)
    entry = Entry(
        anchor=shown.report.slug,
        when=f"{front.since}-{front.until}" if front.since and front.since != front.until else str(front.until),
        title=front.title,
        place=say_where(front, catalog.taxonomy),
        text=front.summary,
        words=tuple(resolve_links(part.html, root, catalog.destinations) for part in body.sections),
        acts=_acts(
            (one.act, Amount(one.value, " ".join(filter(None, (one.unit, one.label))), one.when or ""))
            for one in front.figures
        ),
        sources=tuple(
            Source(s.title, s.publisher, say_partial_date(s.date) if s.date else "", s.url or "") for s in front.sources
        ),
        draft=shown.draft,
        questions="; ".join(asked) if catalog.edition is Edition.PREVIEW else "",
    )
    return _Stop(front.until, entry)


def say_where(front: ReportFront, taxonomy: Taxonomy) -> str:
    """Return the place of a report as it was called at the end of its last year."""
    district, province = taxonomy.districts[front.place], taxonomy.province
    if not district.province_wide:
        return district.name_in(front.until)
    return province.name_now if front.until >= province.merged_on.year else province.name_then


def _acts(counted: Iterable[tuple[Standing, Amount]]) -> tuple[Act, ...]:
    """Return the amounts under the act they count, in the order in which acts follow one another."""
    ordered = sorted(counted, key=lambda one: _ORDER.index(one[0]))
    return tuple(
        _act(ACT_NAMES[act], [amount for _, amount in amounts])
        for act, amounts in groupby(ordered, key=lambda one: one[0])
    )


def _act(name: str, amounts: Sequence[Amount]) -> Act:
    """Return an act; a time that all its amounts share is said once."""
    when = amounts[0].when if len({amount.when for amount in amounts}) == 1 else ""
    kept = amounts if not when else [replace(amount, when="") for amount in amounts]
    return Act(capital(name), tuple(kept), when)
