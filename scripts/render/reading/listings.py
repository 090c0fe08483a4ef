"""The lists of stories: all of them, and those of every value of every facet, 24 cards a page. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scripts.catalog.catalog import Catalog, newest_of
from scripts.catalog.shelves import ShelfCounts, shelf_counts
from scripts.render import urls
from scripts.render.facets.facet import Facet, Value
from scripts.render.facets.table import CROSSINGS, FACETS, FIELD, KIND, LEVEL, SHELF, YEAR
from scripts.render.pages import NOINDEX, Page, Pages
from scripts.render.reading.links import say_nothing_yet, say_order
from scripts.render.reading.views import Card, LinkGroup, Listing, Pager
from scripts.render.ways import Crumb, Link
from scripts.render.wording import BOTH_SHELVES, say_list, say_number
from scripts.source.story import Story

PAGE_SIZE = 24
HOME_CRUMB = Crumb("Trang chủ", urls.HOME)


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list to be made: its address, its words, its stories; paging is added later."""

    address: str
    title: str
    description: str
    stories: Sequence[Story]
    listing: Listing
    robots: str = ""


def list_pages(pages: Pages, catalog: Catalog, cards: Mapping[str, Card]) -> Iterator[Page]:
    """Yield every page of every list of the edition."""
    yield from _paged(pages, _all_stories(catalog), cards)
    for facet in FACETS:
        for value in facet.shown(catalog):
            yield from _paged(pages, _list_of(facet, value, catalog), cards)


def _paged(pages: Pages, spec: ListSpec, cards: Mapping[str, Card]) -> Iterator[Page]:
    total = max(1, -(-len(spec.stories) // PAGE_SIZE))
    counts = shelf_counts(spec.stories)
    for number in range(1, total + 1):
        address = urls.list_page_url(spec.address, number)
        stories = spec.stories[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        listing = replace(
            spec.listing,
            counts=counts,
            cards=tuple(cards[story.key] for story in stories),
            pager=pager_of(spec.address, number, total) if total > 1 else None,
        )
        suffix = f", trang {say_number(number)}" if number > 1 else ""
        yield pages.page(
            "reading/listing.html.j2",
            address,
            spec.title + suffix,
            spec.description + suffix,
            robots=spec.robots,
            changed=newest_of(spec.stories),
            listing=listing,
        )


def pager_of(address: str, number: int, total: int) -> Pager:
    """Return the pager: the first, the last, and the pages around the current one."""
    shown = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    return Pager(
        number=number,
        total=total,
        previous=urls.list_page_url(address, number - 1) if number > 1 else "",
        next=urls.list_page_url(address, number + 1) if number < total else "",
        pages=tuple(Link(say_number(n), urls.list_page_url(address, n), current=n == number) for n in shown),
    )


def _all_stories(catalog: Catalog) -> ListSpec:
    beside = (LinkGroup(facet.name, facet.links(catalog)) for facet in (SHELF, FIELD, KIND, LEVEL, YEAR))
    listing = _listing(
        "Tất cả các bài",
        say_order(catalog),
        beside,
        missing=say_nothing_yet(catalog, "trên trang này") if not catalog.stories else "",
    )
    description = f"Tất cả các bài: {BOTH_SHELVES}, mới nhất trước."
    return ListSpec(urls.STORIES, listing.heading, description, catalog.stories, listing)


def _list_of(facet: Facet, value: Value, catalog: Catalog) -> ListSpec:
    words = facet.words(value, catalog.taxonomy)
    listing = _listing(
        words.heading,
        words.lead,
        _neighbours(facet, value, catalog),
        crumbs=_crumbs(facet, value, catalog),
        missing=_say_missing(facet, value, catalog),
    )
    listing = replace(listing, field=words.colour, names=words.names, units_today=words.units_today)
    stories = facet.stories(catalog, value.slug)
    robots = "" if stories else NOINDEX  # a list that waits for its first story is not worth finding
    return ListSpec(facet.url(value.slug), words.heading, words.description, stories, listing, robots)


def _listing(
    heading: str, lead: str, groups: Iterator[LinkGroup], *, crumbs: tuple[Crumb, ...] = (), missing: str
) -> Listing:
    kept = tuple(group for group in groups if group.links)
    return Listing(heading, lead, ShelfCounts(), (HOME_CRUMB, *crumbs), (), kept, None, missing)


def _crumbs(facet: Facet, value: Value, catalog: Catalog) -> tuple[Crumb, ...]:
    """Return the steps to a list: the directory it stands in, or the first of the two values it crosses."""
    if not facet.across:
        return facet.crumbs()
    first, _ = facet.across
    place, _ = facet.parts(value, catalog)
    return (*first.crumbs(), Crumb(place.name, first.url(place.slug)))


def _neighbours(facet: Facet, value: Value, catalog: Catalog) -> Iterator[LinkGroup]:
    """Yield the links beside a list: to what it crosses, and to the other values of its facet."""
    if facet.across:
        first, second = facet.parts(value, catalog)
        heading = f"{facet.across[1].name} khác ở {first.name}"
        yield LinkGroup(heading, facet.crossing_links(catalog, first=first.slug, without=second.slug))
        yield LinkGroup(
            f"{second.name} ở nơi khác", facet.crossing_links(catalog, second=second.slug, without=first.slug)
        )
    for crossing in CROSSINGS:
        if crossing.across and crossing.across[0] is facet:
            yield LinkGroup(crossing.across[1].name, crossing.crossing_links(catalog, first=value.slug))
        elif crossing.across and crossing.across[1] is facet:
            yield LinkGroup(crossing.across[0].name, crossing.crossing_links(catalog, second=value.slug))
    if facet.others:
        yield LinkGroup(facet.others, facet.links(catalog, without=value.slug))


def _say_missing(facet: Facet, value: Value, catalog: Catalog) -> str:
    """Return the sentence for a list without stories, or for what one that is crossed has none of."""
    if not facet.stories(catalog, value.slug):
        return say_nothing_yet(catalog, facet.nothing)
    for crossing in CROSSINGS:
        if crossing.across and crossing.across[0] is facet:
            second = crossing.across[1]
            absent = [
                one.name
                for one in second.all_values(catalog)
                if not crossing.stories(catalog, f"{value.slug}/{one.slug}")
            ]
            if absent:
                return f"{say_list(absent)} chưa có bài nào {facet.nothing}."
    return ""
