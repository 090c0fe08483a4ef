"""The lists of stories: one per district, field, method, year, level and kind, 24 cards a page. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scripts.catalog.catalog import Catalog
from scripts.catalog.places import shares_unit, units_today
from scripts.render import urls
from scripts.render.pages import Page, Pages
from scripts.render.reading.links import field_links, kind_links, level_links, say_nothing_yet, year_links
from scripts.render.reading.views import Card, Crumb, Link, LinkGroup, Listing, NamePeriod, Pager
from scripts.render.wording import capital, say_date, say_list, say_number
from scripts.source.schema.story_keys import KIND_NAMES, Kind
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import District, Field, Period, Taxonomy

PAGE_SIZE = 24
HOME_CRUMB = Crumb("Trang chủ", urls.HOME)
_YEAR_RULE = "Xếp theo năm đăng ký; chưa rõ thì theo năm được công nhận, năm bắt đầu, rồi năm của nguồn tin."


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list to be made: its address, its words, its stories; paging is added later."""

    address: str
    title: str
    description: str
    stories: Sequence[Story]
    listing: Listing


def list_pages(pages: Pages, catalog: Catalog, cards: Mapping[str, Card]) -> Iterator[Page]:
    """Yield every page of every list of the edition."""
    for spec in _specs(catalog):
        yield from _paged(pages, spec, cards)


def _specs(catalog: Catalog) -> Iterator[ListSpec]:
    yield _all_stories(catalog)
    for district in catalog.taxonomy.districts:
        yield _district(district, catalog)
        for field in catalog.taxonomy.fields:
            if catalog.in_field_of(district.slug, field.slug):
                yield _district_field(district, field, catalog)
    for field in catalog.taxonomy.fields:
        yield _field(field, catalog)
    yield from _methods(catalog)
    yield from _years(catalog)
    yield from _levels(catalog)
    yield from _kinds(catalog)


def _paged(pages: Pages, spec: ListSpec, cards: Mapping[str, Card]) -> Iterator[Page]:
    total = max(1, -(-len(spec.stories) // PAGE_SIZE))
    for number in range(1, total + 1):
        address = urls.list_page_url(spec.address, number)
        stories = spec.stories[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        listing = replace(
            spec.listing,
            count=len(spec.stories),
            cards=tuple(cards[story.key] for story in stories),
            pager=pager_of(spec.address, number, total) if total > 1 else None,
        )
        suffix = f", trang {say_number(number)}" if number > 1 else ""
        yield pages.page(
            "reading/listing.html.j2", address, spec.title + suffix, spec.description + suffix, listing=listing
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


def _listing(  # noqa: PLR0913 - the words of one list, each named at the call
    heading: str,
    lead: str,
    crumbs: tuple[Crumb, ...],
    groups: tuple[LinkGroup, ...] = (),
    *,
    missing: str = "",
    field: str = "",
    names: tuple[NamePeriod, ...] = (),
    units_today: tuple[str, ...] = (),
) -> Listing:
    crumbs = (HOME_CRUMB, *crumbs)
    groups = tuple(group for group in groups if group.links)
    return Listing(heading, lead, 0, crumbs, (), groups, None, missing, field, names, units_today)


def _all_stories(catalog: Catalog) -> ListSpec:
    listing = _listing(
        "Tất cả các bài",
        "Mới nhất trước.",
        (),
        (
            LinkGroup("Lĩnh vực", field_links(catalog)),
            LinkGroup("Tập thể, cá nhân", kind_links(catalog)),
            LinkGroup("Cấp công nhận", level_links(catalog)),
            LinkGroup("Năm", year_links(catalog)),
        ),
        missing=say_nothing_yet(catalog, "trên trang này") if not catalog.stories else "",
    )
    description = "Tất cả mô hình, điển hình Dân vận khéo đã đăng, mới nhất trước."
    return ListSpec(urls.STORIES, "Tất cả các bài", description, catalog.stories, listing)


def _district(district: District, catalog: Catalog) -> ListSpec:
    taxonomy = catalog.taxonomy
    stories = catalog.by_district.get(district.slug, ())
    name = capital(district.names[-1].name)
    fields = tuple(
        Link(field.name, urls.district_field_url(district.slug, field.slug), count, slug=field.slug)
        for field in taxonomy.fields
        if (count := len(catalog.in_field_of(district.slug, field.slug)))
    )
    absent = [f.name for f in taxonomy.fields if not catalog.in_field_of(district.slug, f.slug)]
    if stories and absent:
        missing = f"{say_list(absent)} chưa có bài nào ở địa bàn này."
    else:
        missing = "" if stories else say_nothing_yet(catalog, "ở địa bàn này")
    listing = _listing(
        name,
        _say_today(district, taxonomy),
        (Crumb("Địa bàn", urls.DISTRICTS),),
        (LinkGroup("Lĩnh vực", fields),),
        missing=missing,
        names=tuple(NamePeriod(capital(p.name), _say_period(p)) for p in district.names)
        if len(district.names) > 1
        else (),
        units_today=_ground_today(district, taxonomy),
    )
    description = f"Mô hình, điển hình Dân vận khéo ở {district.names[-1].name}, {taxonomy.province.name_then}."
    if district.province_wide:
        description = f"Mô hình, điển hình Dân vận khéo có ở nhiều nơi trong {taxonomy.province.name_then}."
    return ListSpec(urls.district_url(district.slug), name, description, stories, listing)


def _district_field(district: District, field: Field, catalog: Catalog) -> ListSpec:
    stories = catalog.in_field_of(district.slug, field.slug)
    heading = (
        f"{field.name}, {district.short_name}" if district.province_wide else f"{field.name} ở {district.short_name}"
    )
    others = tuple(
        Link(other.name, urls.district_field_url(district.slug, other.slug), count, slug=other.slug)
        for other in catalog.taxonomy.fields
        if other.slug != field.slug and (count := len(catalog.in_field_of(district.slug, other.slug)))
    )
    listing = _listing(
        heading,
        field.about,
        (Crumb("Địa bàn", urls.DISTRICTS), Crumb(district.short_name, urls.district_url(district.slug))),
        (
            LinkGroup(f"Lĩnh vực khác ở {district.short_name}", others),
            LinkGroup(f"{field.name} ở nơi khác", _district_links(field, catalog, without=district.slug)),
        ),
        field=field.slug,
    )
    description = f"Mô hình, điển hình Dân vận khéo lĩnh vực {field.name} ở {district.short_name}."
    return ListSpec(urls.district_field_url(district.slug, field.slug), heading, description, stories, listing)


def _field(field: Field, catalog: Catalog) -> ListSpec:
    stories = catalog.by_field.get(field.slug, ())
    listing = _listing(
        field.name,
        field.about,
        (Crumb("Lĩnh vực", urls.FIELDS),),
        (LinkGroup("Địa bàn", _district_links(field, catalog)),),
        missing="" if stories else say_nothing_yet(catalog, "ở lĩnh vực này"),
        field=field.slug,
    )
    description = f"Mô hình, điển hình Dân vận khéo thuộc lĩnh vực {field.name}."
    return ListSpec(urls.field_url(field.slug), field.name, description, stories, listing)


def _district_links(field: Field, catalog: Catalog, without: str = "") -> tuple[Link, ...]:
    return tuple(
        Link(district.short_name, urls.district_field_url(district.slug, field.slug), count)
        for district in catalog.taxonomy.districts
        if district.slug != without and (count := len(catalog.in_field_of(district.slug, field.slug)))
    )


def _methods(catalog: Catalog) -> Iterator[ListSpec]:
    for method in catalog.taxonomy.methods:
        stories = catalog.by_method.get(method.slug, ())
        listing = _listing(
            method.name,
            method.about,
            (Crumb("Cách làm", urls.METHODS),),
            missing="" if stories else say_nothing_yet(catalog, "theo cách làm này"),
        )
        description = f"Những nơi đã làm theo cách: {method.name}."
        yield ListSpec(urls.method_url(method.slug), method.name, description, stories, listing)


def _years(catalog: Catalog) -> Iterator[ListSpec]:
    for year in sorted(catalog.by_year, reverse=True):
        others = tuple(link for link in year_links(catalog) if link.slug != year)
        listing = _listing(f"Năm {year}", _YEAR_RULE, (Crumb("Năm", urls.YEARS),), (LinkGroup("Năm khác", others),))
        description = f"Mô hình, điển hình Dân vận khéo xếp vào năm {year}."
        yield ListSpec(urls.year_url(year), f"Năm {year}", description, catalog.by_year[year], listing)


def _levels(catalog: Catalog) -> Iterator[ListSpec]:
    for level in catalog.taxonomy.levels:
        stories = catalog.by_level.get(level.slug, ())
        others = tuple(link for link in level_links(catalog) if link.slug != level.slug)
        listing = _listing(
            f"Được công nhận: {level.name[:1].lower()}{level.name[1:]}",
            level.about,
            (Crumb("Cấp công nhận", urls.LEVELS),),
            (LinkGroup("Cấp khác", others),),
            missing="" if stories else say_nothing_yet(catalog, "được công nhận ở cấp này"),
        )
        description = f"Mô hình, điển hình Dân vận khéo được công nhận ở {level.name[:1].lower()}{level.name[1:]}."
        yield ListSpec(urls.level_url(level.slug), listing.heading, description, stories, listing)


def _kinds(catalog: Catalog) -> Iterator[ListSpec]:
    for kind in Kind:
        stories = catalog.by_kind.get(kind.value, ())
        heading = capital(KIND_NAMES[kind])
        others = tuple(link for link in kind_links(catalog) if link.slug != kind.value)
        listing = _listing(
            heading,
            "Mô hình của một tập thể." if kind is Kind.COLLECTIVE else "Điển hình là một người.",
            (),
            (LinkGroup("Xem thêm", others),),
            missing="" if stories else say_nothing_yet(catalog, "ở mục này"),
        )
        description = f"Những điển hình Dân vận khéo là {KIND_NAMES[kind]}."
        yield ListSpec(urls.kind_url(kind), heading, description, stories, listing)


def _say_today(district: District, taxonomy: Taxonomy) -> str:
    """Return what the territory of a district is called today."""
    province = taxonomy.province
    if district.province_wide:
        return f"Những bài có ở nhiều nơi trong {province.name_then} (nay thuộc {province.name_now})."
    return (
        f"Từ {say_date(province.merged_on)} không còn cấp huyện: địa bàn này nay thuộc {province.name_now}, "
        f"gồm {say_list(_ground_today(district, taxonomy))}."
    )


def _ground_today(district: District, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return today's units on the ground of ``district``; of a shared one it says so."""
    units = units_today(district, taxonomy)
    return tuple(f"một phần {unit.name}" if shares_unit(district, unit, taxonomy) else unit.name for unit in units)


def _say_period(period: Period) -> str:
    since = f"từ {say_date(period.since)}" if period.since else ""
    until = f"trước {say_date(period.until)}" if period.until else ""
    return ", ".join(filter(None, (since, until)))
