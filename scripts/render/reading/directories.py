"""The pages of pages: home, all districts, fields, methods, years, levels. Pure."""

from collections.abc import Iterator, Mapping

from scripts.catalog.catalog import Catalog
from scripts.catalog.collation import place_sort_key
from scripts.render import urls
from scripts.render.pages import Page, Pages
from scripts.render.reading.links import collection_links, field_links, level_links, say_nothing_yet, year_links
from scripts.render.reading.listings import HOME_CRUMB
from scripts.render.reading.views import Card, Directory, Explore, Home, Link, LinkGroup, MovementFigure, Tile
from scripts.render.wording import capital, say_date, say_number
from scripts.source.vocabulary.taxonomy import District

LATEST = 6
_SHADES = 5


def home_page(pages: Pages, catalog: Catalog, cards: Mapping[str, Card]) -> Page:
    """Return the front page."""
    site, movement = catalog.taxonomy.site, catalog.taxonomy.movement
    newest = [cards[story.key] for story in catalog.stories[: LATEST + 1]]
    home = Home(
        tagline=site.tagline,
        description=site.description,
        lead=newest[0] if newest else None,
        latest=tuple(newest[1:]),
        total=len(catalog.stories),
        tiles=tiles(catalog),
        province_wide=_province_wide(catalog),
        fields=field_links(catalog),
        methods=_method_links(catalog),
        movement=tuple(MovementFigure(f.value, f.label, f.when) for f in movement.figures),
        movement_note=f"Nguồn: Công văn {movement.document}, ngày {say_date(movement.date)}. {movement.note}",
        collections=collection_links(catalog),
        empty="" if catalog.stories else say_nothing_yet(catalog, "trên trang này"),
    )
    return pages.page("reading/home.html.j2", urls.HOME, site.name, site.description, home=home)


def directory_pages(pages: Pages, catalog: Catalog) -> Iterator[Page]:
    """Yield the pages that list districts, fields, methods, years and levels."""
    province = catalog.taxonomy.province
    yield _page(
        pages,
        urls.DISTRICTS,
        "Địa bàn",
        f"{say_number(len(_districts(catalog)))} huyện, thị xã, thành phố của {province.name_then} "
        f"trước ngày {say_date(province.merged_on)}. "
        "Trang mỗi nơi nói rõ nay là xã, phường, đặc khu nào.",
        _district_links(catalog),
        tiles=tiles(catalog),
        province_wide=_province_wide(catalog),
    )
    yield _page(
        pages,
        urls.FIELDS,
        "Lĩnh vực",
        f"{say_number(len(catalog.taxonomy.fields))} lĩnh vực của phong trào thi đua Dân vận khéo.",
        field_links(catalog),
        coloured=True,
    )
    yield _page(
        pages,
        urls.METHODS,
        "Cách làm",
        "Việc khó của bạn đã có nơi làm được bằng cách nào? Chọn một cách làm để xem.",
        _method_links(catalog),
    )
    yield _page(pages, urls.YEARS, "Các năm", "Các bài xếp theo năm.", year_links(catalog))
    yield _page(
        pages,
        urls.LEVELS,
        "Cấp công nhận",
        "Mô hình được ban chỉ đạo cấp nào công nhận. Công nhận khác với khen thưởng.",
        level_links(catalog),
    )
    if catalog.collections:
        yield _page(
            pages,
            urls.COLLECTIONS,
            "Bộ sưu tập",
            "Những bài chọn sẵn cho một đợt tuyên truyền, một dịp kỷ niệm.",
            collection_links(catalog),
        )


def explore_page(pages: Pages, catalog: Catalog) -> Page:
    """Return the page for searching; its lists are for those who have no JavaScript."""
    ways = (
        LinkGroup("Theo địa bàn", _district_links(catalog)),
        LinkGroup("Theo lĩnh vực", field_links(catalog)),
        LinkGroup("Theo cách làm", _method_links(catalog)),
    )
    explore = Explore(tiles(catalog), _province_wide(catalog), ways)
    description = "Tìm mô hình, điển hình Dân vận khéo theo chữ, địa bàn, lĩnh vực, cách làm, năm."
    return pages.page("reading/explore.html.j2", urls.SEARCH, "Tìm bài", description, explore=explore)


def tiles(catalog: Catalog) -> tuple[Tile, ...]:
    """Return the tile map: shade 0 without stories, 1 to 5 by share of the largest count."""
    most = max((len(stories) for key, stories in catalog.by_district.items() if _on_map(catalog, key)), default=0)
    return tuple(
        Tile(
            slug=district.slug,
            name=district.short_name,
            address=urls.district_url(district.slug),
            count=(count := len(catalog.by_district.get(district.slug, ()))),
            column=district.tile.column,
            row=district.tile.row,
            shade=-(-count * _SHADES // most) if most else 0,
        )
        for district in _by_name(catalog)
        if district.tile is not None
    )


def _page(  # noqa: PLR0913 - the words of one page, each named at the call
    pages: Pages,
    address: str,
    heading: str,
    lead: str,
    entries: tuple[Link, ...],
    *,
    tiles: tuple[Tile, ...] = (),
    province_wide: Link | None = None,
    coloured: bool = False,
) -> Page:
    directory = Directory(heading, lead, (HOME_CRUMB,), entries, tiles, province_wide, coloured)
    return pages.page("reading/directory.html.j2", address, heading, lead, directory=directory)


def _by_name(catalog: Catalog) -> list[District]:
    return sorted(catalog.taxonomy.districts, key=lambda district: place_sort_key(district.names[-1].name))


def _districts(catalog: Catalog) -> list[District]:
    return [district for district in _by_name(catalog) if not district.province_wide]


def _district_links(catalog: Catalog) -> tuple[Link, ...]:
    return tuple(
        Link(
            capital(district.names[-1].name),
            urls.district_url(district.slug),
            len(catalog.by_district.get(district.slug, ())),
            slug=district.slug,
        )
        for district in _districts(catalog)
    )


def _method_links(catalog: Catalog) -> tuple[Link, ...]:
    return tuple(
        Link(m.name, urls.method_url(m.slug), len(catalog.by_method.get(m.slug, ())), m.about, slug=m.slug)
        for m in catalog.taxonomy.methods
    )


def _province_wide(catalog: Catalog) -> Link | None:
    found = next((district for district in catalog.taxonomy.districts if district.province_wide), None)
    if found is None:
        return None
    count = len(catalog.by_district.get(found.slug, ()))
    return Link("Bài chung toàn tỉnh", urls.district_url(found.slug), count, slug=found.slug)


def _on_map(catalog: Catalog, slug: str) -> bool:
    return catalog.taxonomy.districts[slug].tile is not None
