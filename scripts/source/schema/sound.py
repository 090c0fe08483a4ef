"""A story with something wrong in it, made whole enough for the rules over whole stories. Pure.

What is wrong is left out where it may be, else something harmless stands in for it, as deep inside
as the fault lies: so a wrong word in an item of a list hides nothing of what stands beside it.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from enum import StrEnum
from functools import cache, reduce
from operator import getitem
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from scripts.source.problems.problem import Mark, Problem
from scripts.source.schema.every_error import read_any_length
from scripts.source.schema.part import entry_at, part_in
from scripts.source.text.strict_yaml import Location, Value, YamlDocument

Model = TypeVar("Model", bound=BaseModel)

NOWHERE = Mark(0, 0)
"""Where a stand-in stands: nobody wrote it, so nothing is said of it."""

_ROUNDS = 8
"""A part that is put in place of something else is mended in its turn: one round a level, and some to spare."""

_STAND_INS = ("chưa rõ nên tạm thay bằng câu này", "100%", "true", "2000-01-01", "chua-ro.jpg")
"""For required keys inside a part: the first that the key takes."""


def validate_sound_keys(
    model: type[Model], document: YamlDocument, stand_ins: Mapping[str, Value]
) -> tuple[Model, YamlDocument] | None:
    """Return ``document`` as a ``model`` with what is wrong or missing taken out, and where its values now stand.

    ``stand_ins`` are for the required keys at the top. ``None`` when even that is no ``model``. A list may be
    longer than it ought to be. Problems found in it go through ``of_what_is_written``.
    """
    values = deepcopy(document.value) if isinstance(document.value, dict) else {}
    replaced: set[Location] = set()
    for _ in range(_ROUNDS):
        try:
            sound = read_any_length(model, values)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                place = _in_values(values, detail["loc"])
                replaced.add(place)
                _mend(model, values, place, stand_ins)
        else:
            nowhere = dict.fromkeys(replaced, NOWHERE)
            marks, key_marks = {**document.marks, **nowhere}, {**document.key_marks, **nowhere}
            return sound, replace(document, marks=marks, key_marks=key_marks)
    return None


def of_what_is_written(problems: Iterable[Problem]) -> list[Problem]:
    """Return ``problems`` without those of a stand-in: what was there instead has been told already."""
    return [problem for problem in problems if problem.line != NOWHERE.line]


def _in_values(values: Any, location: Location) -> Location:
    """Return the part of ``location`` that is a place in ``values``: pydantic names the key of a mapping ``[key]``."""
    place: list[str | int] = []
    step: Any
    for step in location:
        inside = isinstance(values, dict) and isinstance(step, str)
        inside = inside or (isinstance(values, list) and isinstance(step, int))
        if not inside:
            break
        place.append(step)
        values = values.get(step) if isinstance(values, dict) else values[step]
    return tuple(place)


def _mend(model: type[BaseModel], values: Any, place: Location, stand_ins: Mapping[str, Value]) -> None:
    """Take the value at ``place`` out of ``values``, or put a stand-in there where something must be."""
    above = place[:-1]
    last: Any = place[-1]
    holder: Any = reduce(getitem, above, values)
    entry = entry_at(model, place)
    if len(place) == 1 and last in stand_ins:
        holder[last] = deepcopy(stand_ins[str(last)])
    elif isinstance(holder, list) and entry is not None:
        holder[last] = {} if part_in(entry.annotation) else f"chưa rõ {last}"
    elif entry is not None and entry.is_required() and isinstance(holder, dict):
        holder[last] = _stand_in(entry)
    elif isinstance(holder, dict):
        holder.pop(last, None)


def _stand_in(entry: FieldInfo) -> Any:
    if part_in(entry.annotation):
        return {}
    annotation: Any = entry.annotation
    return _first_taken(annotation, tuple(rule for rule in entry.metadata if rule.__hash__))


@cache
def _first_taken(annotation: Any, rules: tuple[Any, ...]) -> Any:
    enum = isinstance(annotation, type) and issubclass(annotation, StrEnum)
    words = tuple(annotation) if enum else get_args(annotation)
    taken = TypeAdapter(Annotated[(annotation, *rules)] if rules else annotation)
    for value in (*_STAND_INS, *(word for word in words if isinstance(word, str))):
        try:
            taken.validate_python(value)
        except ValidationError:
            continue
        return value
    return _STAND_INS[0]
