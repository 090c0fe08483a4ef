"""A part of a file: its keys, each with its label, help and example; and how to ask for them. Pure."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo


def key(label: str, about: str, example: str, **rules: Any) -> Any:
    """Return a schema entry: label, help and example are what an editor reads."""
    return Field(title=label, description=about, examples=[example], **rules)


def optional(label: str, about: str, example: str) -> Any:
    """Return a schema entry that may be left out."""
    return Field(None, title=label, description=about, examples=[example])


def several(label: str, about: str, example: str, most: int) -> Any:
    """Return a schema entry for a list that may be left out, of at most ``most`` items."""
    return Field((), title=label, description=about, examples=[example], max_length=most)


class Part(BaseModel):
    """What every part of the front matter has in common: closed, unchangeable."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


def known_keys(model: type[BaseModel], location: Iterable[str | int]) -> tuple[str, ...]:
    """Return the keys allowed at ``location`` below ``model`` (list positions are skipped)."""
    return tuple(entry.alias or name for name, entry in _walk(model, location)[0].model_fields.items())


def label_of(model: type[BaseModel], location: Iterable[str | int]) -> str:
    """Return the Vietnamese label of the key at ``location``, or an empty text."""
    entry = _walk(model, location)[1]
    return (entry.title or "") if entry else ""


def help_of(model: type[BaseModel], location: Iterable[str | int]) -> str:
    """Return the sentence that explains the key at ``location``, or an empty text."""
    entry = _walk(model, location)[1]
    return (entry.description or "") if entry else ""


def example_of(model: type[BaseModel], location: Iterable[str | int]) -> str:
    """Return an example of the value at ``location``, or an ellipsis."""
    entry = _walk(model, location)[1]
    return str(entry.examples[0]) if entry and entry.examples else "…"


def _walk(model: type[BaseModel], location: Iterable[str | int]) -> tuple[type[BaseModel], FieldInfo | None]:
    """Return the part that encloses ``location``'s children, and the entry at its last key."""
    entry: FieldInfo | None = None
    for step in location:
        if isinstance(step, int):
            continue
        entry = next((e for name, e in model.model_fields.items() if step in (name, e.alias)), None)
        if entry is not None:
            model = _part_in(entry.annotation) or model
    return model, entry


def _part_in(annotation: Any) -> type[BaseModel] | None:
    """Return the part that ``annotation`` holds: itself, optional, or in a tuple."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((part for inner in getattr(annotation, "__args__", ()) if (part := _part_in(inner))), None)
