"""How values are written for readers: dates, numbers, lists of names. Pure.

Source: the letter 238-CV/TU writes ``14-10-2011``, ``01-7-2011`` and ``1.099``; Decree
30/2020 pads days under 10 and the months 1 and 2 only.
"""

from collections.abc import Sequence
from datetime import date, datetime

_ALWAYS_PADDED_MONTHS = 2


def say_number(number: int) -> str:
    """Return ``number`` with dots between thousands: ``1.099``."""
    return f"{number:,}".replace(",", ".")


def say_date(day: date) -> str:
    """Return ``day`` as the letter writes it: ``14-10-2011``, ``01-7-2011``."""
    return f"{day.day:02d}-{_month(day.month)}-{day.year}"


def say_moment(moment: datetime) -> str:
    """Return the hour and the day of ``moment`` in its own time zone: ``08:00 ngày 20-11-2026``."""
    return f"{moment:%H:%M} ngày {say_date(moment.date())}"


def say_partial_date(text: str) -> str:
    """Return an ISO date of which only a part may be known: ``2020``, ``8-2020``, ``15-8-2020``."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return text
    year, month, *rest = parts
    return "-".join([*(f"{day:02d}" for day in rest), _month(month), str(year)])


def say_list(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: ``a, b và c``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}" if names else ""


def say_title(title: str) -> str:
    """Return the title of what somebody else published, marked as theirs: “…”; quotation marks in it become ‘…’."""
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def capital(text: str) -> str:
    """Return ``text`` with its first letter in capital and the rest untouched."""
    return text[:1].upper() + text[1:]


def _month(month: int) -> str:
    return f"{month:02d}" if month <= _ALWAYS_PADDED_MONTHS else str(month)
