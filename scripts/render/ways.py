"""A way to another page: a link, a step of the breadcrumb. Values only; pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go, with the number of stories that wait there when that is known."""

    label: str
    address: str
    count: int | None = None
    note: str = ""
    current: bool = False
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumb; the page itself is not among them."""

    label: str
    address: str
