"""The kinds of value a story's keys may hold: text in, a checked value out, nothing guessed. Pure.

Each converter raises a ``PydanticCustomError`` whose code ``wording`` knows how to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from annotated_types import GroupedMetadata
from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from scripts.source.schema.figure import FigureError, FigureOrderError, meant_by, parse_figure
from scripts.source.vietnam_time import MOMENT

OLDEST_YEAR = 1945

_BREAK = re.compile(r"[ \t]*[\r\n\t]\s*")
_MARKUP = re.compile(r"[<>{}]")
# re.ASCII: the digits of other scripts are letters here, never numbers.
_COUNT = re.compile(r"[1-9][0-9]?")
_YEAR = re.compile(r"\d{4}", re.ASCII)
_PARTIAL_DATE = re.compile(r"\d{4}(?:-\d{2})?(?:-\d{2})?", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_VIETNAMESE_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_TRUTH = {"true": True, "false": False}


def _one_line(value: str) -> str:
    """A line break inside a value is a space to every reader: written as one, it cannot begin a line of ours."""
    return _BREAK.sub(" ", value)


def _no_markup(value: str) -> str:
    if found := _MARKUP.search(value):
        raise PydanticCustomError("markup", "markup", {"found": found.group()})
    return value


def _year(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not _YEAR.fullmatch(value) or int(value) < OLDEST_YEAR:
        raise PydanticCustomError("year_format", "year")
    return int(value)


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not _ISO_DATE.fullmatch(value):
        raise PydanticCustomError("date_format", "date", {"cure": _date_cure(value)})
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("date_impossible", "date") from error


def _partial_date(value: str) -> str:
    if not _PARTIAL_DATE.fullmatch(value):
        raise PydanticCustomError("partial_date_format", "date", {"cure": _date_cure(value)})
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError as error:
        raise PydanticCustomError("date_impossible", "date") from error
    return value


def _date_cure(value: str) -> str:
    """Return the ISO spelling of a Vietnamese date such as 15/03/2026, or an empty text."""
    found = _VIETNAMESE_DATE.fullmatch(value)
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else ""


def _moment(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not MOMENT.fullmatch(value):
        raise PydanticCustomError("moment_format", "moment")
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("date_impossible", "date") from error


def _truth(value: Any) -> Any:
    if isinstance(value, str):
        if value not in _TRUTH:
            raise PydanticCustomError("truth_format", "truth")
        return _TRUTH[value]
    return value


def _count(value: Any) -> Any:
    if isinstance(value, str) and not _COUNT.fullmatch(value):
        raise PydanticCustomError("count_format", "count")
    return value


def _figure(value: str) -> str:
    try:
        parse_figure(value)
    except FigureOrderError:
        raise PydanticCustomError("figure_order", "figure") from None
    except FigureError:
        figure, unit = meant_by(value)
        cure = f'value: "{figure}"' + (f", unit: {unit}" if unit else "") if figure else ""
        raise PydanticCustomError("figure_format", "figure", {"cure": cure}) from None
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?", value):
        raise PydanticCustomError("web_address", "url")
    return value


@dataclass(frozen=True)
class Text(GroupedMetadata):
    """Plain text of ``shortest`` to ``longest`` letters, without the signs of markup."""

    shortest: int
    longest: int

    def __iter__(self) -> Iterator[object]:
        yield StringConstraints(strip_whitespace=True, min_length=self.shortest, max_length=self.longest)
        yield AfterValidator(_one_line)
        yield AfterValidator(_no_markup)


@dataclass(frozen=True)
class WordCount(GroupedMetadata):
    """Text of ``least`` to ``most`` words, as Vietnamese counts them: what stands between spaces."""

    least: int
    most: int

    def __iter__(self) -> Iterator[object]:
        yield AfterValidator(self._counted)

    def _counted(self, value: str) -> str:
        words = len(value.split())
        if not self.least <= words <= self.most:
            counted = {"words": words, "min_length": self.least, "max_length": self.most}
            raise PydanticCustomError("word_count", "words", counted)
        return value


Line = Annotated[str, Text(1, 160)]
Name = Annotated[str, Text(2, 120)]
Word = Annotated[str, Text(1, 80)]
"""A word of a vocabulary; a rule says which words there are, and suggests the nearest."""

_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
STORY_KEY = re.compile(rf"{_SLUG}/{_SLUG}")
StoryKey = Annotated[str, StringConstraints(pattern=rf"^{STORY_KEY.pattern}$", max_length=130)]
"""``<district>/<slug>``, of a story that is there or was."""
Slug = Annotated[str, StringConstraints(pattern=rf"^{_SLUG}$", max_length=60)]
FileName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[._-][a-z0-9]+)*\.[a-z0-9]+$", max_length=80)]
Year = Annotated[int, BeforeValidator(_year)]
Day = Annotated[date, BeforeValidator(_day)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Count = Annotated[int, BeforeValidator(_count)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Said = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^[^\W\d_]+(?:[ -][^\W\d_]+)*$", max_length=120)
]
"""What is said: letters, single spaces and the hyphens of a respelling (``ki-lô-mét``)."""
FigureValue = Annotated[str, Text(1, 40), AfterValidator(_figure)]
WebAddress = Annotated[str, Text(10, 500), AfterValidator(_web_address)]
Digest = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
PaperNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}(?:/[0-9]{4})?[-/][A-ZĐ][A-ZĐa-zđ0-9/&-]{1,30}$")]
