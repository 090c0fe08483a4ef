"""What dates with and without a year share: how a day, a month, a year are written, and how they are said. Pure."""

import re

from scripts.render.spoken.voice import Voice

DAY, MONTH, YEAR = r"[0-3]?\d", r"[01]?\d", r"(?:1[5-9]|20|21)\d{2}"
START, END = r"(?<![\w./,-])", r"(?![\w/]|[-.,]\d)"
DAY_WORD = r"(?:(?<!\w)(?:[Nn]gày|NGÀY|[Hh]ôm|[Mm]ùng|[Mm]ồng)[ ])"
TO = r"(?:[ ](?:đến|tới|đến hết|–|-)[ ]|[–-])"

ANY_YEAR = "2000"
"""Where no year is written: one with a 29th of February."""
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_DAY, LAST_MONTH = 31, 12
_FEBRUARY, _LEAP, _CENTURY = 2, 4, 100
_APRIL = 4


def possible(day: str, month: str) -> bool:
    """Return whether the two can be a day and a month at all; see ``check_exists`` for 31-4."""
    return 1 <= int(day) <= _LAST_DAY and 1 <= int(month) <= LAST_MONTH


def check_exists(written: str, day: str, month: str, year: str, voice: Voice) -> None:
    """Remark a day that no calendar has: 31-4, 29-2-2011. It is read as written."""
    number, of = int(year), int(month)
    short = of == _FEBRUARY and (number % _LEAP != 0 or (number % _CENTURY == 0 and number % (_LEAP * _CENTURY) != 0))
    if int(day) > _LENGTHS[of - 1] - short:
        voice.warn(f"“{written}”: lịch không có ngày này. Hãy kiểm lại.")


def said_day(written: str, voice: Voice) -> str:
    """Return a day of the month."""
    return voice.numbers.integer(int(written))


def said_month(written: str, voice: Voice) -> str:
    """Return the name of a month: the fourth is "tư"."""
    return "tư" if int(written) == _APRIL else voice.numbers.integer(int(written))


def said_year(written: str, voice: Voice) -> str:
    """Return a year of four digits."""
    return voice.numbers.integer(int(written))


def with_year(written: str | None, voice: Voice) -> str:
    """Return `` năm …``, or nothing without a year."""
    return f" năm {said_year(written, voice)}" if written else ""


def day_word(match: re.Match[str], group: str) -> str:
    """Return the day word that stands there already, or ``ngày``."""
    found: str | None = match.groupdict().get(group)
    return found or "ngày "
