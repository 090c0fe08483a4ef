"""Every error of a value against a schema in one go, where pydantic alone would stop at the first kind. Pure.

pydantic leaves a list whose length is wrong unread, and measures a mapping only when all in it is good.
Here the lengths are measured on what is written, beside the reading of the items.
"""

from collections.abc import Iterator, Mapping
from copy import copy
from functools import cache
from typing import Any, TypeVar, get_origin

from annotated_types import MaxLen
from pydantic import BaseModel, ValidationError, create_model
from pydantic.fields import FieldInfo

from scripts.source.schema.part import part_in

Detail = Mapping[str, Any]
"""An error as pydantic tells it: ``type``, ``loc``, ``input``, ``ctx``."""

Model = TypeVar("Model", bound=BaseModel)


def errors_of(model: type[BaseModel], value: Any) -> list[Detail]:
    """Return every error of ``value`` as a ``model``, lengths of lists and mappings among them; none if it is good."""
    try:
        read_any_length(model, value)
        details: list[Detail] = []
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _is_length(detail)]
    return [*details, *_too_long(model, value, ())]


def read_any_length(model: type[Model], value: Any) -> Model:
    """Return ``value`` as a ``model`` whatever the length of its lists; raises ``ValidationError`` for all else."""
    free: type[Model] = _without_lengths(model)
    return free.model_validate(value)


@cache
def _without_lengths(model: type[Model]) -> type[Model]:
    """Return ``model`` with lists of any length; the lists of the parts in it keep theirs."""
    fields: dict[str, Any] = {}
    for name, entry in model.model_fields.items():
        if _most(entry) is not None:
            free = copy(entry)
            free.metadata = [rule for rule in entry.metadata if not isinstance(rule, MaxLen)]
            fields[name] = (entry.annotation, free)
    return create_model(model.__name__, __base__=model, **fields)


def _most(entry: FieldInfo) -> int | None:
    """Return how many items the list or mapping takes; ``None`` when it is none, or takes any number."""
    holds = get_origin(entry.annotation) in (tuple, dict)
    return next((rule.max_length for rule in entry.metadata if holds and isinstance(rule, MaxLen)), None)


def _is_length(detail: Detail) -> bool:
    """Whether it is a length that ``_too_long`` measures too: a part's own validator may have told it."""
    return detail["type"] == "too_long" and isinstance(detail["input"], list | dict)


def _too_long(model: type[BaseModel], value: Any, above: tuple[str | int, ...]) -> Iterator[Detail]:
    if not isinstance(value, dict):
        return
    for name, entry in model.model_fields.items():
        key = entry.alias or name
        written, place = value.get(key), (*above, key)
        most = _most(entry)
        if most is not None and isinstance(written, list | dict) and len(written) > most:
            yield {"type": "too_long", "loc": place, "input": written, "ctx": {"max_length": most}}
        if (inner := part_in(entry.annotation)) is not None:
            items = enumerate(written) if isinstance(written, list) else ((None, written),)
            for index, item in items:
                yield from _too_long(inner, item, place if index is None else (*place, index))
