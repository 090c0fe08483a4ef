"""The pages that lead to lists: home, the directory of each facet, the explore page. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from scripts.catalog.catalog import Catalog, newest_of
from scripts.catalog.collation import place_sort_key
from scripts.catalog.shelves import Shelf, shelf_counts
from scripts.render import urls
from scripts.render.facets.table import DIRECTORIES, DISTRICT, FACETS, FIELD, FILTERS, METHOD, SHELF
from scripts.render.pages import Page, Pages
from scripts.render.reading.links import collection_links, say_nothing_yet, say_order
from scripts.render.reading.listings import HOME_CRUMB
from scripts.render.reading.views import Card, Directory, Explore, Home, LinkGroup, MapTile, MovementNumber
from scripts.render.ways import Link
from scripts.render.wording import BOTH_SHELVES, say_date
from scripts.source.story import Story
from scripts.source.text.body import HOW_TO

LATEST = 6
_SHADES = 5


def home_page(pages: Pages, catalog: Catalog, cards: Mapping[str, Card]) -> Page:
    """Return the front page."""
    site, movement = catalog.taxonomy.site, catalog.taxonomy.movement
    lead = _to_begin_with(catalog.stories)
    latest = [story for story in catalog.stories[: LATEST + 1] if story is not lead][:LATEST]
    home = Home(
        tagline=site.tagline,
        description=site.description,
        lead=cards[lead.key] if lead else None,
        latest=tuple(cards[story.key] for story in latest),
        counts=shelf_counts(catalog.stories),
        order=say_order(catalog),
        shelves=SHELF.links(catalog),
        tiles=tiles(catalog),
        province_wide=_province_wide(catalog),
        fields=FIELD.links(catalog),
        methods=METHOD.links(catalog),
        all_methods=METHOD.root,
        movement=tuple(MovementNumber(f.value, f.label, f.when) for f in movement.figures),
        movement_note=f"Nguồn: Công văn {movement.document}, ngày {say_date(movement.date)}. {movement.note}",
        collections=collection_links(catalog),
        empty="" if catalog.stories else say_nothing_yet(catalog, "trên trang này"),
    )
    changed = newest_of(catalog.public)
    return pages.page("reading/home.html.j2", urls.HOME, site.name, site.description, changed=changed, home=home)


def _to_begin_with(stories: Sequence[Story]) -> Story | None:
    """Return the story to read first: the newest that says how to do the same, else the newest."""
    return next((story for story in stories if story.body.text_of(HOW_TO)), next(iter(stories), None))


def directory_pages(pages: Pages, catalog: Catalog) -> Iterator[Page]:
    """Yield the page of all values of every facet that has one, and the page of all collections."""
    for facet in DIRECTORIES:
        if words := facet.directory:
            doors = facet.doors(catalog)
            directory = Directory(
                shelves=SHELF.links(catalog),
                heading=words.heading,
                lead=words.lead(catalog.taxonomy),
                crumbs=(HOME_CRUMB,),
                entries=doors,
                tiles=tiles(catalog) if facet is DISTRICT else (),
                province_wide=_province_wide(catalog) if facet is DISTRICT else None,
                coloured=facet is FIELD,
                missing="" if doors else words.nothing,
            )
            yield _page(pages, facet.root, directory, newest_of(catalog.public))
    if catalog.collections:
        directory = Directory(
            heading="Bộ sưu tập",
            lead="Những bài chọn sẵn cho một đợt tuyên truyền, một dịp kỷ niệm.",
            crumbs=(HOME_CRUMB,),
            entries=collection_links(catalog),
            shelves=SHELF.links(catalog),
        )
        yield _page(pages, urls.COLLECTIONS, directory, newest_of(catalog.public))


def explore_page(pages: Pages, catalog: Catalog) -> Page:
    """Return the page for searching; its lists are for those who have no JavaScript."""
    ways = tuple(
        LinkGroup(f"Theo {facet.name.lower()}", doors)
        for facet in FACETS
        if facet.way_in and (doors := facet.doors(catalog))
    )
    filters = tuple((facet.key, facet.filter, facet.name) for facet in FILTERS)
    words = tuple((shelf.value, shelf.counted) for shelf in Shelf)
    explore = Explore(SHELF.links(catalog), tiles(catalog), _province_wide(catalog), ways, filters, words)
    description = f"Tìm {BOTH_SHELVES[:1].lower()}{BOTH_SHELVES[1:]} theo chữ, địa bàn, lĩnh vực, cách làm, năm."
    changed = newest_of(catalog.public)
    return pages.page("reading/explore.html.j2", urls.SEARCH, "Tìm bài", description, changed=changed, explore=explore)


def tiles(catalog: Catalog) -> tuple[MapTile, ...]:
    """Return the tile map: shade 0 without stories, 1 to 5 by share of the largest count."""
    on_map = [district for district in catalog.taxonomy.districts if district.tile is not None]
    on_map.sort(key=lambda district: place_sort_key(district.names[-1].name))
    counts = {district.slug: DISTRICT.counts(catalog, district.slug) for district in on_map}
    most = max((count.total for count in counts.values()), default=0)
    return tuple(
        MapTile(
            slug=district.slug,
            name=district.short_name,
            address=DISTRICT.url(district.slug),
            count=counts[district.slug],
            column=district.tile.column,
            row=district.tile.row,
            shade=-(-counts[district.slug].total * _SHADES // most) if most else 0,
        )
        for district in on_map
        if district.tile is not None
    )


def _page(pages: Pages, address: str, directory: Directory, changed: str) -> Page:
    return pages.page(
        "reading/directory.html.j2",
        address,
        directory.heading,
        directory.lead,
        changed=changed,
        directory=directory,
    )


def _province_wide(catalog: Catalog) -> Link | None:
    found = next((district for district in catalog.taxonomy.districts if district.province_wide), None)
    if found is None:
        return None
    count = DISTRICT.counts(catalog, found.slug)
    return Link("Bài chung toàn tỉnh", DISTRICT.url(found.slug), count, slug=found.slug)
