"""The time of Vietnam, seven hours ahead of UTC the whole year: days and moments here are in it. Pure.

Without a database of time zones: the offset has not changed since 13-6-1975.
"""

import re
from datetime import date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
OFFSET = "+07:00"
"""As a moment is written (RFC 3339)."""
MOMENT = re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}(?::\d{{2}})?{re.escape(OFFSET)}", re.ASCII)
"""A moment as an editor writes it; one in any other zone would be misread by those who see the digits only."""


def start_of(day: date) -> datetime:
    """Return the first moment of ``day`` in Vietnam.

    >>> start_of(date(2011, 10, 14)).isoformat()
    '2011-10-14T00:00:00+07:00'
    """
    return datetime.combine(day, time(), VIETNAM)
