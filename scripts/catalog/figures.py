"""A figure as a story writes it, and the number a machine can reckon with. Pure.

The written value is always the truth: ``1.099`` stays ``1.099`` wherever people read it.
"""

import re
from dataclasses import dataclass
from typing import Literal

Number = int | float

_NUMBER = r"\d[\d.]*(?:,\d+)?"
_FIGURE = re.compile(
    rf"(?:(?P<about>[^\d]+) )?(?P<one>{_NUMBER})(?: ?(?P<sign>[-/]) ?(?P<two>{_NUMBER}))?(?P<percent>%?)"
)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a figure means: ``hơn 1.200`` is 1200 and ``hơn``, ``3-5`` is 3 ``to`` 5, ``53/64`` is 53 ``of`` 64."""

    number: Number
    about: str = ""
    """``hơn``, ``gần``, ``khoảng``…, or empty when the figure is exact."""
    second: Number | None = None
    relation: Literal["", "to", "of"] = ""
    percent: bool = False


def reckon(value: str) -> Reckoned:
    """Return what ``value`` means; raises ``ValueError`` for what the schema (``FigureValue``) would refuse.

    >>> reckon("1.099").number, reckon("12,4").number
    (1099, 12.4)
    """
    found = _FIGURE.fullmatch(value)
    if found is None:
        message = f"not a figure: {value!r}"
        raise ValueError(message)
    second = found["two"]
    relation: Literal["", "to", "of"] = {"-": "to", "/": "of"}.get(found["sign"] or "", "")  # type: ignore[assignment]
    return Reckoned(
        _number(found["one"]),
        found["about"] or "",
        _number(second) if second else None,
        relation,
        bool(found["percent"]),
    )


def _number(text: str) -> Number:
    """Return ``1.099,5`` as 1099.5; a whole number stays whole."""
    whole, comma, rest = text.replace(".", "").partition(",")
    return float(f"{whole}.{rest}") if comma else int(whole)
