"""A way to another page: a link, a step of the breadcrumb. Values only; pure."""

from dataclasses import dataclass

from scripts.catalog.shelves import ShelfCounts


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go, with the numbers of stories that wait there when they are known."""

    label: str
    address: str
    count: ShelfCounts | None = None
    note: str = ""
    current: bool = False
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb; the page itself is not among them."""

    label: str
    address: str
