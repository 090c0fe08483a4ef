"""What the templates are given: values ready to be read, nothing left to decide. Pure.

A template writes text and tags; it never counts, sorts, looks up or formats. Every address
here is absolute within the site and without a leading slash (``dia-ban/kien-luong/``);
the template turns it into a relative link with ``href(...)``.
"""

from dataclasses import dataclass

from markupsafe import Markup

from scripts.catalog.shelves import Shelf, ShelfCounts
from scripts.render.facets.facet import NamePeriod
from scripts.render.reading.for_editors.questions import Questions
from scripts.render.reading.picture_views import Cover, Picture, Recording
from scripts.render.ways import Crumb, Link
from scripts.source.writing.completeness import Completeness


@dataclass(frozen=True, slots=True)
class Card:
    """A story in a list."""

    address: str
    title: str
    summary: str
    field: str
    field_name: str
    place: str
    year: str
    shelf: Shelf
    draft: bool
    waits: str
    """``08:00 ngày 20-11-2026``, the hour an approved story waits for; else empty."""
    cover: Cover
    reason: str = ""
    """Why it is shown as related, e.g. ``cùng cách làm: Góp vốn xoay vòng``; else empty."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One headline number: ``22`` ``thành viên`` ``tham gia góp vốn``, ``2020``."""

    value: str
    unit: str
    label: str = ""
    when: str = ""
    source: str = ""
    pieces: tuple[tuple[str, bool], ...] = ()
    """``value`` in pieces, each with whether it is a number: numbers are set large."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a story's body, already compiled and sanitised."""

    anchor: str
    heading: str
    blocks: tuple[Markup | Picture, ...]
    """Text, with the photos that stand between."""
    how_to: bool = False
    """True for "Làm theo": what another commune needs to copy it."""


@dataclass(frozen=True, slots=True)
class Honour:
    """A recognition or a commendation, never mixed: what, by whom, on which paper."""

    name: str
    by: str
    paper: str
    """``12-QĐ/BCĐ, 12-8-2020`` or, when the source names none, ``chưa rõ số văn bản``."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the key facts: one label, one or more values."""

    label: str
    values: tuple[Link, ...] = ()
    """A value with an empty address is plain text; ``note`` is the small print below it."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts come from."""

    title: str
    publisher: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody allowed us to quote."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Seal:
    """The approval, as it is shown."""

    by: str
    document: str
    date: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything a story page says."""

    title: str
    summary: str
    field: str
    field_name: str
    kind_name: str
    shelf: Shelf
    shelf_said: str
    """The shelf with what sources say of the deed: ``Điển hình “Dân vận khéo”: đã đăng ký``."""
    draft: bool
    doubted: bool
    """Whether it is approved and a draft only because somebody has still to be asked."""
    questions: Questions | None
    completeness: Completeness | None
    """The fact check, for editors: in the preview only, and only where something was asked."""
    waits: str
    """The hour an approved story waits for, in words; else empty."""
    public: bool
    snapshot: bool
    crumbs: tuple[Crumb, ...]
    cover: Cover
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    photos: tuple[Picture, ...]
    """Those that are neither the cover nor shown in the text."""
    recordings: tuple[Recording, ...]
    quotes: tuple[Quote, ...]
    facts: tuple[Fact, ...]
    recognition: tuple[Honour, ...]
    commendations: tuple[Honour, ...]
    sources: tuple[Source, ...]
    coverage: tuple[Source, ...]
    """The latest broadcasts."""
    runs: int
    runs_file: str
    """Address of the list of all ``runs``; empty when the page names all."""
    seal: Seal | None
    related: tuple[Card, ...]
    press: str
    """Address of the press page."""
    propose: str
    """Where a reader proposes a change: an address of ours or of the repository."""
    reuse_name: str
    reuse_terms: str


@dataclass(frozen=True, slots=True)
class Pager:
    """The pages of a list of more than 24 stories."""

    number: int
    total: int
    previous: str
    next: str
    """Empty at the ends."""
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A row of neighbours under one heading: the fields of a district, the years of a field."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of stories: all of them, or those of one value of a facet."""

    heading: str
    lead: str
    counts: ShelfCounts
    crumbs: tuple[Crumb, ...]
    cards: tuple[Card, ...]
    groups: tuple[LinkGroup, ...]
    pager: Pager | None
    missing: str = ""
    """A sentence that says what has no story yet; empty when nothing is missing."""
    field: str = ""
    """Slug of the field that colours the page, or empty."""
    names: tuple[NamePeriod, ...] = ()
    units_today: tuple[str, ...] = ()
    """Names of today's units on this ground; ``một phần …`` when only part of one is."""


@dataclass(frozen=True, slots=True)
class MapTile:
    """A district on the tile map."""

    slug: str
    name: str
    address: str
    count: ShelfCounts
    column: int
    row: int
    shade: int
    """0 (no story) to 5 (the most)."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The page of all values of a facet, or of all collections."""

    heading: str
    lead: str
    crumbs: tuple[Crumb, ...]
    entries: tuple[Link, ...]
    shelves: tuple[Link, ...]
    """The two shelves with the numbers of the whole edition: they tell what its marks mean."""
    tiles: tuple[MapTile, ...] = ()
    province_wide: Link | None = None
    coloured: bool = False
    """True when each entry's slug is a field that colours it."""
    missing: str = ""
    """Said when there is no entry; empty when there is one."""


@dataclass(frozen=True, slots=True)
class CollectionView:
    """A collection: why these stories, and the stories."""

    title: str
    summary: str
    occasion: str
    """``Ngày truyền thống công tác dân vận, 15-10-2026``, or empty."""
    crumbs: tuple[Crumb, ...]
    sections: tuple[Section, ...]
    cards: tuple[Card, ...]
    counts: ShelfCounts
    left_out: int
    """Stories of the collection that this edition does not have."""
    series: str
    """Address of the document that holds them all, or empty when newsrooms may run none."""
    in_series: int
    draft: bool
    """Whether nobody approved it yet."""


@dataclass(frozen=True, slots=True)
class Explore:
    """The page for searching: a map, and the ways in that need no JavaScript."""

    shelves: tuple[Link, ...]
    tiles: tuple[MapTile, ...]
    province_wide: Link | None
    ways: tuple[LinkGroup, ...]
    filters: tuple[tuple[str, str, str], ...]
    """What search filters by: its key in the index, its name in the address, its name for readers."""
    shelf_words: tuple[tuple[str, str], ...]
    """What search says beside the number of stories of each shelf: ``3 điển hình``."""


@dataclass(frozen=True, slots=True)
class MovementNumber:
    """A number of the movement as the letter gives it."""

    value: str
    label: str
    when: str


@dataclass(frozen=True, slots=True)
class Home:
    """The front page."""

    tagline: str
    description: str
    lead: Card | None
    latest: tuple[Card, ...]
    counts: ShelfCounts
    order: str
    """What "new" goes by."""
    shelves: tuple[Link, ...]
    tiles: tuple[MapTile, ...]
    province_wide: Link | None
    fields: tuple[Link, ...]
    methods: tuple[Link, ...]
    all_methods: str
    """Address of the directory of methods."""
    movement: tuple[MovementNumber, ...]
    movement_note: str
    collections: tuple[Link, ...] = ()
    empty: str = ""
    """Said instead of the lists when the edition has no story."""
