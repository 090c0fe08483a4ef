"""What a facet is: a way to file stories, with the address and the words of its pages. Pure.

The entries stand in ``table``. Whoever speaks of an index asks one of these: lists, directories,
links, feeds, the search index and its filters, the explore page, the footer.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from scripts.catalog.catalog import Belongs, Catalog, Group
from scripts.catalog.collation import SortKey
from scripts.catalog.shelves import ShelfCounts
from scripts.render.ways import Crumb, Link
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: a district, a year, a topic."""

    slug: str
    name: str
    """In filters, breadcrumbs and lists of neighbours."""
    about: str = ""
    """The small print beside its name."""
    door: str = ""
    """What its directory calls it, when that is more than its name."""
    apart: bool = False
    """Whether its directory shows it beside the list: what belongs to every place is no place."""


@dataclass(frozen=True, slots=True)
class NamePeriod:
    """What a place was called, and when (both ends may be open)."""

    name: str
    period: str


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the page of a value says above its stories, and machines are told of it."""

    heading: str
    lead: str
    description: str
    feed: str = ""
    """What its feed says it holds, when not the description."""
    colour: str = ""
    """Slug of the field that colours the page, or empty."""
    names: tuple[NamePeriod, ...] = ()
    units_today: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DirectoryWords:
    """The page of all values of a facet; ``lead`` may count what the vocabulary holds."""

    heading: str
    lead: Callable[[Taxonomy], str]
    order: Callable[[str], SortKey] | None = None
    """How its doors are sorted, by their words; ``None``: as the values are."""
    nothing: str = ""
    """Said when no value has a page yet."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to file stories: by place, by field, by year. Everything the site knows of it stands here."""

    key: str
    """Its name in the search index, and in what the explore page filters by."""
    name: str
    """Over its values, in breadcrumbs and filters: ``Lĩnh vực``."""
    root: str
    """Address of its directory; the page of a value lies below, but for those in ``addresses``."""
    belongs: Belongs
    """The slugs of the values a story belongs to."""
    values: Callable[[Taxonomy, Group], Iterable[Value]]
    """Every value there can be, in the order in which a reader should see them."""
    words: Callable[[Value, Taxonomy], PageWords]
    nothing: str = ""
    """Ends the sentence of a page without stories: ``ở lĩnh vực này``."""
    least: int = 0
    """From how many stories on a value has a page."""
    directory: DirectoryWords | None = None
    others: str = ""
    """Heading of the links to its other values beside a list; empty: there are none."""
    feed: bool = False
    """Whether each value has a feed: one may wait there for the first story."""
    filter: str = ""
    """Its name in the address of a search; empty: search does not filter by it."""
    way_in: bool = False
    """Whether the explore page lists its values for readers without JavaScript."""
    across: "tuple[Facet, Facet] | None" = None
    """The two facets it crosses; a slug is then ``<first>/<second>``."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """The pages of values that do not lie below ``root``, by slug."""

    def url(self, slug: str) -> str:
        """Return the address of the page of the value ``slug``."""
        return self.addresses.get(slug) or f"{self.root}{slug}/"

    def stories(self, catalog: Catalog, slug: str) -> tuple[Story, ...]:
        """Return the stories that belong to the value ``slug``, newest first."""
        return catalog.grouped(self.belongs).get(slug, ())

    def counts(self, catalog: Catalog, slug: str) -> ShelfCounts:
        """Return how many stories of each shelf belong to the value ``slug``."""
        return catalog.counted(self.belongs).get(slug, ShelfCounts())

    def has_page(self, catalog: Catalog, slug: str) -> bool:
        """Return whether the known value ``slug`` has stories enough for a page."""
        return len(self.stories(catalog, slug)) >= self.least

    def all_values(self, catalog: Catalog) -> tuple[Value, ...]:
        """Return every value of the edition, with a page or without."""
        return tuple(self.values(catalog.taxonomy, catalog.grouped(self.belongs)))

    def shown(self, catalog: Catalog) -> tuple[Value, ...]:
        """Return the values that have a page."""
        return tuple(value for value in self.all_values(catalog) if self.has_page(catalog, value.slug))

    def links(self, catalog: Catalog, *, without: str = "") -> tuple[Link, ...]:
        """Return a link with its count to every page but that of ``without``."""
        return tuple(self._link(catalog, value, value.name) for value in self.shown(catalog) if value.slug != without)

    def doors(self, catalog: Catalog) -> tuple[Link, ...]:
        """Return the links of the directory, in its order and its words."""
        values = [value for value in self.shown(catalog) if not value.apart]
        if self.directory and (order := self.directory.order):
            values.sort(key=lambda value: order(value.door or value.name))
        return tuple(self._link(catalog, value, value.door or value.name) for value in values)

    def parts(self, value: Value, catalog: Catalog) -> tuple[Value, Value]:
        """Return the two values that ``value`` of a crossing crosses."""
        assert self.across, "only a crossing has parts"  # noqa: S101 - states what mypy cannot see
        first, second = (
            next(one for one in facet.all_values(catalog) if one.slug == slug)
            for facet, slug in zip(self.across, value.slug.split("/"), strict=True)
        )
        return first, second

    def crossing_links(
        self, catalog: Catalog, *, first: str = "", second: str = "", without: str = ""
    ) -> tuple[Link, ...]:
        """Return the links with counts to the pages of a crossing that share a ``first`` or a ``second`` slug.

        They are called by the other part; a field brings its colour along, a place has none.
        """
        assert self.across, "only a crossing crosses"  # noqa: S101 - states what mypy cannot see
        varying = self.across[1 if first else 0]
        return tuple(
            Link(one.name, self.url(slug), count, slug=one.slug if first else "")
            for one in varying.all_values(catalog)
            if one.slug != without
            and (count := self.counts(catalog, slug := f"{first or one.slug}/{second or one.slug}")).total
        )

    def crumbs(self) -> tuple[Crumb, ...]:
        """Return the step that leads to its directory, if it has one."""
        return (Crumb(self.name, self.root),) if self.directory else ()

    def _link(self, catalog: Catalog, value: Value, label: str) -> Link:
        count = self.counts(catalog, value.slug)
        return Link(label, self.url(value.slug), count, value.about, slug=value.slug)
