"""How a schema error is said to an editor: the code it is an instance of, and its values. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from scripts.source.problems.code import Code
from scripts.source.problems.registry.approval import APPROVAL_BY_HAND
from scripts.source.problems.registry.facts import (
    BAD_ADDRESS,
    BAD_COUNT,
    BAD_DATE,
    BAD_FIGURE,
    BAD_FORM,
    BAD_YEAR,
    DATE_FORM,
    FIGURE_FALLS,
    FIGURE_MEANT,
    IMPOSSIBLE_DATE,
    INVALID_VALUE,
    MARKUP_IN_TEXT,
    MISSING_CHOICE,
    MISSING_KEY,
    MOMENT_FORM,
    NEITHER_TRUE_NOR_FALSE,
    NO_DATE,
    NO_MOMENT,
    NO_YEAR,
    NOT_LIST,
    NOT_MAPPING,
    NOT_TEXT,
    NOT_TRUE_FALSE,
    PARTIAL_DATE,
    PARTIAL_DATE_FORM,
    TOO_FEW,
    TOO_LONG,
    TOO_MANY,
    TOO_SHORT,
    UNKNOWN_KEY,
    UNKNOWN_VALUE,
    UNLIKE_ANY_KEY,
    WORD_COUNT,
)
from scripts.source.problems.shown import shown
from scripts.source.text.nearest import nearest, offer

_NOT_A_BLOCK = frozenset({"missing", "model_type", "model_attributes_type"})
Said = tuple[Code, dict[str, object]]


def name_of(location: Sequence[str | int], label: str) -> str:
    """Return how a key is called in a message: its path counted from 1, and its label."""
    if not location:
        return "này"
    path = ".".join(str(step + 1) if isinstance(step, int) else shown(step) for step in location)
    return f"“{path}” ({label})" if label else f"“{path}”"


def wording_of(error: ErrorDetails, label: str, siblings: Sequence[str], example: str, choices: str = "") -> Said:
    """Return the code of one pydantic ``error``, and the values for its message.

    ``choices`` says which words the key takes, if it takes only a few: an example of them would be copied unthought.
    """
    location, kind, given = error["loc"], error["type"], error.get("input")
    name = name_of(location, label)
    context: Mapping[str, Any] = error.get("ctx") or {}
    if location[:1] == ("approval",) and (kind in _NOT_A_BLOCK or location[-1:] == ("digest",)):
        return APPROVAL_BY_HAND, {"name": name}
    if kind == "missing":
        said: dict[str, object] = {"choices": choices} if choices else {"key": str(location[-1]), "example": example}
        return MISSING_CHOICE if choices else MISSING_KEY, {"name": name, **said}
    if kind == "extra_forbidden":
        if guess := nearest(str(location[-1]), siblings, likeness=0.7):
            return UNKNOWN_KEY, {"name": name, "guess": guess}
        return UNLIKE_ANY_KEY, {"name": name, "known": ", ".join(siblings)}
    if kind in ("literal_error", "enum"):
        known = _choices(str(context.get("expected", "")))
        return UNKNOWN_VALUE, {"name": name, "written": str(given), "offer": offer(str(given), known)}
    code = _CODES.get(kind, INVALID_VALUE)
    if "cure" in code.names and not context.get("cure"):
        code = _WITHOUT_CURE[code]
    values = {
        "name": name,
        "example": example,
        "given": str(given),
        "length": context.get("words", _length(given)),
        "least": context.get("min_length"),
        "most": context.get("max_length"),
        "found": context.get("found"),
        "cure": context.get("cure"),
    }
    return code, {value: values[value] for value in code.names}


def _choices(expected: str) -> list[str]:
    """Return the words in pydantic's ``'full' or 'snapshot'``."""
    return [word for word in expected.replace(" or ", ",").replace(" ", "").replace("'", "").split(",") if word]


def _length(given: object) -> int:
    return len(given.strip()) if isinstance(given, str) else 0


_CODES: dict[str, Code] = {
    "string_too_short": TOO_SHORT,
    "string_too_long": TOO_LONG,
    "too_short": TOO_FEW,
    "too_long": TOO_MANY,
    "word_count": WORD_COUNT,
    "string_type": NOT_TEXT,
    "tuple_type": NOT_LIST,
    "list_type": NOT_LIST,
    "dict_type": NOT_MAPPING,
    "model_type": NOT_MAPPING,
    "model_attributes_type": NOT_MAPPING,
    "bool_type": NEITHER_TRUE_NOR_FALSE,
    "truth_format": NOT_TRUE_FALSE,
    "date_type": NO_DATE,
    "datetime_type": NO_MOMENT,
    "moment_format": MOMENT_FORM,
    "date_format": BAD_DATE,
    "partial_date_format": PARTIAL_DATE,
    "date_impossible": IMPOSSIBLE_DATE,
    "int_type": NO_YEAR,
    "year_format": BAD_YEAR,
    "count_format": BAD_COUNT,
    "figure_format": FIGURE_MEANT,
    "figure_order": FIGURE_FALLS,
    "string_pattern_mismatch": BAD_FORM,
    "markup": MARKUP_IN_TEXT,
    "web_address": BAD_ADDRESS,
}
"""What pydantic and ``value_types`` call an error, and what an editor is told."""

_WITHOUT_CURE = {BAD_DATE: DATE_FORM, PARTIAL_DATE: PARTIAL_DATE_FORM, FIGURE_MEANT: BAD_FIGURE}
"""How it is said when nobody can guess what was meant."""
