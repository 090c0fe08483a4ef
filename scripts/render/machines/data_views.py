"""What the template of the open data is given: values ready to be read. Pure."""

from dataclasses import dataclass

from scripts.catalog.shelves import ShelfCounts
from scripts.render.ways import Crumb


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data."""

    label: str
    address: str
    media_type: str
    about: str


@dataclass(frozen=True, slots=True)
class DataKey:
    """A line of the data dictionary."""

    label: str
    key: str
    about: str
    example: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """The page of open data."""

    heading: str
    lead: str
    crumbs: tuple[Crumb, ...]
    counts: ShelfCounts
    files: tuple[DataFile, ...]
    keys: tuple[DataKey, ...]
    left_out: tuple[DataKey, ...]
    reuse_name: str
    reuse_terms: str
    feeds: bool
    """Whether this edition has feeds to tell of."""
