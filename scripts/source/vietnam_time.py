"""The time of Vietnam, seven hours ahead of UTC the whole year, and how readers write its days and moments. Pure.

Without a database of time zones: the offset has not changed since 13-6-1975. What editors write in
a file is ISO 8601; what anybody reads is as in the letter 238-CV/TU, ``14-10-2011`` and
``01-7-2011``, and Decree 30/2020, which pads days under 10 and the months 1 and 2 only.
"""

import re
from datetime import date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
OFFSET = "+07:00"
"""As a moment is written (RFC 3339)."""
MOMENT = re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}(?::\d{{2}})?{re.escape(OFFSET)}", re.ASCII)
"""A moment as an editor writes it; one in any other zone would be misread by those who see the digits only."""
_ALWAYS_PADDED_MONTHS = 2


def start_of(day: date) -> datetime:
    """Return the first moment of ``day`` in Vietnam.

    >>> start_of(date(2011, 10, 14)).isoformat()
    '2011-10-14T00:00:00+07:00'
    """
    return datetime.combine(day, time(), VIETNAM)


def say_date(day: date) -> str:
    """Return ``day`` as the letter writes it: ``14-10-2011``, ``01-7-2011``."""
    return f"{say_day_of_year(day.day, day.month)}-{day.year}"


def say_day_of_year(day: int, month: int) -> str:
    """Return a day that comes every year: ``15-10``, ``02-9``."""
    return f"{day:02d}-{_month(month)}"


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


def name_partial_date(text: str) -> str:
    """Return an ISO date, or the part of it that is known, with what it is: ``năm 2020``, ``ngày 15-8-2020``.

    >>> name_partial_date("2020-08")
    'tháng 8-2020'
    """
    return f"{('năm', 'tháng', 'ngày')[text.count('-')]} {say_partial_date(text)}"


def _month(month: int) -> str:
    return f"{month:02d}" if month <= _ALWAYS_PADDED_MONTHS else str(month)
