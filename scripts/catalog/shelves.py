"""The two shelves of the site, and how many stories stand on each: the only place that counts them. Pure.

What sources say of a deed (``Standing``) decides its shelf (decisions/26). The shelves are never counted as
one: who says a number of stories says ``ShelfCounts``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from scripts.source.schema.story_parts import STANDING_NAMES, Standing
from scripts.source.story import Story


class Shelf(StrEnum):
    """Where a story stands; the value is its name in a search and in the open data. Stable."""

    EXEMPLARS = "dien-hinh"
    PRACTICES = "cach-lam-hay"

    @property
    def label(self) -> str:
        """What readers call it, and one story on it."""
        return _LABELS[self]

    @property
    def counted(self) -> str:
        """What follows a number of its stories: ``3 điển hình``."""
        return _COUNTED[self]


_LABELS = {Shelf.EXEMPLARS: "Điển hình “Dân vận khéo”", Shelf.PRACTICES: "Cách làm hay"}
_COUNTED = {Shelf.EXEMPLARS: "điển hình", Shelf.PRACTICES: "cách làm hay"}
_SHELF_OF = {
    Standing.RECOGNISED: Shelf.EXEMPLARS,
    Standing.COMMENDED: Shelf.EXEMPLARS,
    Standing.REGISTERED: Shelf.EXEMPLARS,
    Standing.PRESENTED: Shelf.EXEMPLARS,
    Standing.GOOD_DEED: Shelf.PRACTICES,
    Standing.NOT_STATED: Shelf.PRACTICES,
}


@dataclass(frozen=True, slots=True)
class ShelfCounts:
    """How many stories stand on each shelf."""

    exemplars: int = 0
    practices: int = 0

    @property
    def total(self) -> int:
        """Both together: a number of stories (``bài``), never of exemplars."""
        return self.exemplars + self.practices

    @property
    def by_shelf(self) -> tuple[tuple[Shelf, int], ...]:
        """The shelves in the order in which readers meet them, each with its number."""
        return (Shelf.EXEMPLARS, self.exemplars), (Shelf.PRACTICES, self.practices)


def shelf_of(story: Story) -> Shelf:
    """Return the shelf of ``story``."""
    return _SHELF_OF[story.front.movement]


def say_shelf(story: Story) -> str:
    """Return the shelf of ``story`` with what sources say: ``Điển hình “Dân vận khéo”: đã đăng ký``."""
    return ": ".join(filter(None, (shelf_of(story).label, say_standing(story.front.movement))))


def shelf_counts(stories: Iterable[Story]) -> ShelfCounts:
    """Return how many of ``stories`` stand on each shelf."""
    shelves = [shelf_of(story) for story in stories]
    return ShelfCounts(shelves.count(Shelf.EXEMPLARS), shelves.count(Shelf.PRACTICES))


def say_standing(standing: Standing) -> str:
    """Return what sources say, as readers are told it; empty where they say nothing, which is no verdict."""
    return "" if standing is Standing.NOT_STATED else STANDING_NAMES[standing]
