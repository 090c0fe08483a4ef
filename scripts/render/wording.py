"""How values are written for readers: dates, numbers, lists of names. Pure.

Source: the letter 238-CV/TU writes ``1.099``. Days are written in ``source``, whose messages need them too.
"""

from collections.abc import Sequence

from scripts.catalog.shelves import Shelf, ShelfCounts
from scripts.source.vietnam_time import say_date, say_day_of_year, say_moment, say_partial_date

__all__ = [
    "BOTH_SHELVES",
    "capital",
    "say_counts",
    "say_date",
    "say_day_of_year",
    "say_list",
    "say_moment",
    "say_number",
    "say_partial_date",
    "say_title",
]

BOTH_SHELVES = f"{Shelf.EXEMPLARS.label} và {Shelf.PRACTICES.counted}"
"""What a list of stories of both shelves holds: neither name alone would be true of it."""


def say_number(number: int) -> str:
    """Return ``number`` with dots between thousands: ``1.099``."""
    return f"{number:,}".replace(",", ".")


def say_counts(counts: ShelfCounts) -> str:
    """Return how many stories there are, each shelf by itself: ``18 bài: 5 điển hình, 13 cách làm hay``."""
    parts = ", ".join(f"{say_number(count)} {shelf.counted}" for shelf, count in counts.by_shelf if count)
    return f"{say_number(counts.total)} bài{f': {parts}' if parts else ''}"


def say_list(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: ``a, b và c``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}" if names else ""


def say_title(title: str) -> str:
    """Return the title of what somebody else published, marked as theirs: “…”; quotation marks in it become ‘…’."""
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def capital(text: str) -> str:
    """Return ``text`` with its first letter in capital and the rest untouched."""
    return text[:1].upper() + text[1:]
