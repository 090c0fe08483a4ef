"""The keys of a schema by what they declare, and the values of a story with it. Pure.

Made for any ``ContributedPart``: a key that is added is scanned, sealed, searched and exported as it
declares, and nothing else has to be told of it.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple, get_origin

from pydantic import BaseModel

from scripts.source.schema.part import ContributedPart, label_of, part_in
from scripts.source.schema.told import Told, Words, told_of
from scripts.source.text.strict_yaml import Location


class Leaf(NamedTuple):
    """A value with its place and what its key declares; ``seen`` and ``sealed`` with the keys above counted in."""

    location: Location
    told: Told
    value: Any
    seen: bool
    sealed: bool


def leaves_of(part: ContributedPart, above: Location = (), *, seen: bool = True, sealed: bool = True) -> Iterator[Leaf]:
    """Yield every value in ``part`` that is there, in the order of the schema, lists and mappings item by item."""
    for name, told in declarations(type(part)):
        value = getattr(part, name)
        if value is None:
            continue
        below_seen, below_sealed = seen and told.seen, sealed and told.sealed
        items = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for index, item in items:
            location = (*above, name) if index is None else (*above, name, index)
            if isinstance(item, ContributedPart):
                yield from leaves_of(item, location, seen=below_seen, sealed=below_sealed)
            elif isinstance(item, dict):
                # Both are an editor's words: what is written, and how it is said.
                for written, said in item.items():
                    yield Leaf((*location, written), told, f"{written}: {said}", below_seen, below_sealed)
            else:
                yield Leaf(location, told, item, below_seen, below_sealed)


@cache
def declarations(model: type[ContributedPart]) -> tuple[tuple[str, Told], ...]:
    """Return the keys of ``model`` itself with what they declare, in the order of the schema."""
    return tuple((name, told) for name, entry in model.model_fields.items() if (told := told_of(entry)))


@cache
def places_of(model: type[BaseModel], words: Words) -> tuple[tuple[str, ...], ...]:
    """Return where in ``model``, at any depth, keys of this kind stand; positions in lists are left out."""
    found: list[tuple[str, ...]] = []
    for name, entry in model.model_fields.items():
        inner, told = part_in(entry.annotation), told_of(entry)
        if told and told.words is words:
            found.append((name,))
        if inner is not None:
            found += [(name, *place) for place in places_of(inner, words)]
    return tuple(found)


@cache
def unsealed(model: type[ContributedPart]) -> dict[str, Any]:
    """Return what an approval does not cover, as ``model_dump(exclude=…)`` takes it."""
    return _without(model, lambda told: told.sealed)


@cache
def unexported(model: type[ContributedPart]) -> dict[str, Any]:
    """Return what the open data leave out, as ``model_dump(exclude=…)`` takes it."""
    return _without(model, lambda told: told.seen and not told.left_out)


@cache
def reasons_left_out(model: type[ContributedPart]) -> dict[str, str]:
    """Return why the open data leave out a key that readers see, by the key."""
    return {name: told.left_out for name, told in declarations(model) if told.left_out}


def meanings(model: type[BaseModel]) -> Iterator[tuple[str, str, str]]:
    """Yield, for ``model`` and the parts below it, the part, the key and what it means to readers of the open data."""
    for name, entry in model.model_fields.items():
        told, inner = told_of(entry), part_in(entry.annotation)
        if told is not None and told.meaning:
            yield model.__name__, entry.alias or name, told.meaning
        if inner is not None:
            yield from meanings(inner)


def row_of(model: type[ContributedPart], name: str) -> str:
    """Return what a table of facts calls the key ``name``; empty when it has no row."""
    row = dict(declarations(model))[name].row
    return "" if row is None else row or label_of(model, (name,))


def _without(model: type[BaseModel], keep: Callable[[Told], bool]) -> dict[str, Any]:
    """Return the keys of ``model`` and below it that ``keep`` refuses, in the form of pydantic's ``exclude``."""
    without: dict[str, Any] = {}
    for name, entry in model.model_fields.items():
        told, inner = told_of(entry), part_in(entry.annotation)
        if told is not None and not keep(told):
            without[name] = True
        elif inner is not None and (below := _without(inner, keep)):
            without[name] = {"__all__": below} if get_origin(entry.annotation) is tuple else below
    return without
