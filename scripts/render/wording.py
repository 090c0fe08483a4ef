"""How values are written for readers: dates, numbers, lists of names. Pure.

Source: the letter 238-CV/TU writes ``1.099``. Days are written in ``source``, whose messages need them too.
"""

from collections.abc import Sequence

from scripts.source.vietnam_time import say_date, say_moment, say_partial_date

__all__ = ["capital", "say_date", "say_list", "say_moment", "say_number", "say_partial_date", "say_title"]


def say_number(number: int) -> str:
    """Return ``number`` with dots between thousands: ``1.099``."""
    return f"{number:,}".replace(",", ".")


def say_list(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: ``a, b và c``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}" if names else ""


def say_title(title: str) -> str:
    """Return the title of what somebody else published, marked as theirs: “…”; quotation marks in it become ‘…’."""
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def capital(text: str) -> str:
    """Return ``text`` with its first letter in capital and the rest untouched."""
    return text[:1].upper() + text[1:]
