"""A figure as a story writes it, and what it means: ``hơn 1.200``, ``từ 300 đến 500``, ``53/64``. Pure.

The written value is always the truth and stands so wherever people read it. What it means is for
whatever reckons: the open data, the sheets, a picture that sets the number large.
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Number: TypeAlias = int | float

QUALIFIERS = ("hơn", "gần", "khoảng", "trên", "dưới", "chỉ", "ít nhất", "nhiều nhất")
"""What may stand before a number; it belongs to the figure: who drops it says something else."""

_NUMBER = r"(?:[1-9]\d{0,2}(?:\.\d{3})+|0|[1-9]\d*)(?:,\d+)?"
_ABOUT = rf"(?:(?P<qualifier>{'|'.join(QUALIFIERS)}) )?"
_PART = rf"{_ABOUT}(?P<number>{_NUMBER})(?: ?/ ?(?P<whole>{_NUMBER}))?(?P<percent>%)?"
_RANGE = rf"{_ABOUT}(?:từ )?(?P<first>{_NUMBER})%?(?: đến | ?[-–] ?)(?P<last>{_NUMBER})(?P<percent>%)?"
# re.ASCII: the digits of other scripts are letters here, never numbers.
_FORMS = (re.compile(_PART, re.ASCII), re.compile(_RANGE, re.ASCII))
_WORDS = re.compile(r"([^\W\d_]+(?: [^\W\d_]+)*)")

_SIGNS = {"~": "khoảng", "≈": "khoảng", "+": "hơn"}
_MEANT = re.compile(
    rf"(?:(?P<before>[~≈]|{'|'.join(QUALIFIERS)}) ?)?(?P<number>[0-9]+(?:[.,][0-9]+)*)(?P<after>[+%])?"
    r"(?: ?(?P<unit>[^\W\d_]+(?: [^\W\d_]+)*))?",
    re.IGNORECASE,
)
_DECIMAL_POINT = re.compile(r"([0-9]+)\.([0-9]{1,2})")


class FigureError(ValueError):
    """What stands there is no figure."""


class FigureOrderError(FigureError):
    """A range whose end is not above its beginning."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure means: ``hơn 12`` is 12 and ``hơn``, ``từ 3 đến 5`` is 3 ``to`` 5, ``53/64`` is 53 ``of`` 64."""

    number: Number
    qualifier: str = ""
    """One of ``QUALIFIERS``, or empty when the figure is exact."""
    second: Number | None = None
    relation: Literal["", "to", "of"] = ""
    percent: bool = False


def parse_figure(value: str) -> Figure:
    """Return what ``value`` means; raises ``FigureError`` for what is no figure.

    >>> parse_figure("hơn 1.099"), parse_figure("từ 35,5 đến 40%").second
    (Figure(number=1099, qualifier='hơn', second=None, relation='', percent=False), 40)
    """
    single, spread = (form.fullmatch(value) for form in _FORMS)
    if single is not None:
        number, qualifier, percent = _number(single["number"]), single["qualifier"] or "", bool(single["percent"])
        if whole := single["whole"]:
            return Figure(number, qualifier, _number(whole), "of", percent)
        return Figure(number, qualifier, percent=percent)
    if spread is None:
        message = f"not a figure: {value!r}"
        raise FigureError(message)
    first, last = _number(spread["first"]), _number(spread["last"])
    if first >= last:
        message = f"not from the smaller to the larger: {value!r}"
        raise FigureOrderError(message)
    return Figure(first, spread["qualifier"] or "", last, "to", bool(spread["percent"]))


def meant_by(written: str) -> tuple[str, str]:
    """Return the figure that ``written`` hardly fails to be, and the unit that stands beside it; or empty texts.

    >>> meant_by("~500"), meant_by("gần 2.4 km"), meant_by("hàng trăm")
    (('khoảng 500', ''), ('gần 2,4', 'km'), ('', ''))
    """
    found = _MEANT.fullmatch(" ".join(written.split()))
    if found is None:
        return "", ""
    before, after = (found["before"] or "").lower(), found["after"] or ""
    about = _SIGNS.get(before, before) or _SIGNS.get(after, "")
    number = found["number"]
    if point := _DECIMAL_POINT.fullmatch(number):
        number = f"{point[1]},{point[2]}"
    figure = f"{about} {number}{'%' if after == '%' else ''}".strip()
    try:
        parse_figure(figure)
    except FigureError:
        return "", ""
    return figure, found["unit"] or ""


def numbers_apart(value: str) -> tuple[tuple[str, bool], ...]:
    """Return ``value`` in its pieces, each with whether it is a number: what is set large is the number.

    >>> numbers_apart("hơn 50")
    (('hơn', False), (' 50', True))
    """
    return tuple((piece, index % 2 == 0) for index, piece in enumerate(_WORDS.split(value)) if piece)


def _number(text: str) -> Number:
    """Return ``1.099,5`` as 1099.5; a whole number stays whole."""
    whole, comma, rest = text.replace(".", "").partition(",")
    return float(f"{whole}.{rest}") if comma else int(whole)
