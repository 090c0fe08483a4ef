"""The newsroom desk ``/bao-chi/``: what there is to run, newest first, and what nobody has run yet. Pure."""

import json
from collections.abc import Iterator

from scripts.catalog.catalog import Catalog, newest_of
from scripts.catalog.shelves import say_shelf, shelf_counts, shelf_of
from scripts.render import urls
from scripts.render.facets.facet import Facet
from scripts.render.facets.table import DISTRICT, FIELD
from scripts.render.pages import Page, Pages
from scripts.render.press.facts import say_embargo
from scripts.render.press.press_views import Desk, DeskEntry, Occasion
from scripts.render.reading.for_editors.grade import completeness_in
from scripts.render.reading.links import say_nothing_yet
from scripts.render.reading.listings import HOME_CRUMB, PAGE_SIZE, pager_of
from scripts.render.reading.story import say_place
from scripts.render.ways import Link
from scripts.render.wording import say_date, say_day_of_year, say_number
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Anniversary

_HEADING = "Dành cho báo chí"
_SIZES = ((150, "ngan", "ngắn (dưới 150 chữ)"), (400, "vua", "vừa (150 đến 400 chữ)"))
_LONG = ("dai", "dài (trên 400 chữ)")
_LAST_DAYS = 28
"""No month is shorter: an occasion "at the end of the month" counts from here."""


def desk_pages(pages: Pages, catalog: Catalog) -> Iterator[Page]:
    """Yield the desk, ``PAGE_SIZE`` stories a page."""
    total = max(1, -(-len(catalog.stories) // PAGE_SIZE))
    untold = sum(not story.coverage for story in catalog.stories)
    for number in range(1, total + 1):
        stories = catalog.stories[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        desk = Desk(
            heading=_HEADING,
            crumbs=(HOME_CRUMB,),
            entries=tuple(_entry(story, catalog) for story in stories),
            counts=shelf_counts(catalog.stories),
            untold=untold,
            occasions=tuple(_occasion(day) for day in catalog.taxonomy.calendar),
            fields=_choices(FIELD, catalog),
            districts=_choices(DISTRICT, catalog),
            sizes=tuple(Link(name, "", slug=slug) for slug, name in (*(s[1:] for s in _SIZES), _LONG)),
            pager=pager_of(urls.PRESS, number, total) if total > 1 else None,
            first=number == 1,
            empty="" if catalog.stories else say_nothing_yet(catalog, "cho báo, đài"),
        )
        suffix = f", trang {say_number(number)}" if number > 1 else ""
        description = (
            "Bài sẵn cho báo và đài: dữ kiện, trích lời, ảnh có quyền dùng, kịch bản phát thanh" + suffix + "."
        )
        yield pages.page(
            "press/desk.html.j2",
            urls.list_page_url(urls.PRESS, number),
            _HEADING + suffix,
            description,
            styles=("press",),
            scripts=("desk",),
            changed=newest_of(catalog.public),
            desk=desk,
        )


def desk_data(catalog: Catalog) -> str:
    """Return all entries of the desk as JSON, for the filters: a list of objects, newest first."""
    entries = [_data(story, _entry(story, catalog)) for story in catalog.stories]
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":"))


def _data(story: Story, entry: DeskEntry) -> dict[str, object]:
    values = {
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "field": entry.field,
        "fieldName": entry.field_name,
        "district": story.district,
        "place": entry.place,
        "shelf": entry.shelf.value,
        "shelfSaid": entry.shelf_said,
        "size": _size_of(story),
        "words": entry.size,
        "has": list(entry.has),
        "coverage": entry.coverage,
        "untold": not story.coverage,
        "questions": entry.questions,
        "grade": entry.grade,
        "embargo": entry.embargo,
        "draft": entry.draft,
    }
    return {name: value for name, value in values.items() if value not in ("", False, [])}


def _entry(story: Story, catalog: Catalog) -> DeskEntry:
    front = story.front
    return DeskEntry(
        address=urls.press_url(story.key),
        title=front.title,
        summary=front.summary,
        field=front.field,
        field_name=catalog.taxonomy.fields[front.field].name,
        place=say_place(story, catalog),
        shelf=shelf_of(story),
        shelf_said=say_shelf(story),
        draft=story.draft,
        size=f"{say_number(_words(story))} chữ",
        has=tuple(name for name, there in _usable(front) if there),
        coverage=_say_coverage(story),
        questions=len(story.open_questions),
        grade=completeness.name if (completeness := completeness_in(story, catalog)) else "",
        embargo=say_embargo(story),
    )


def _usable(front: FrontMatter) -> tuple[tuple[str, bool], ...]:
    return (("ảnh", bool(front.photos)), ("trích lời", bool(front.quotes)), ("âm thanh", bool(front.audio)))


def _words(story: Story) -> int:
    return len(story.body.text.split())


def _size_of(story: Story) -> str:
    return next((slug for most, slug, _ in _SIZES if _words(story) <= most), _LONG[0])


def _say_coverage(story: Story) -> str:
    """Return who ran the story last, and how many did; empty when nobody has."""
    if not story.coverage:
        return ""
    last = story.coverage[-1]
    return f"đã đăng, phát {say_number(len(story.coverage))} lượt; gần nhất: {last.outlet}, {say_date(last.date)}"


def _occasion(day: Anniversary) -> Occasion:
    when = say_day_of_year(day.day, day.month) if day.day else f"cuối tháng {day.month}"
    return Occasion(when, day.name, day.source, day.month, day.day or _LAST_DAYS)


def _choices(facet: Facet, catalog: Catalog) -> tuple[Link, ...]:
    return tuple(link for link in facet.links(catalog) if link.count and link.count.total)
