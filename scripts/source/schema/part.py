"""A part of a file: its keys, each with its label, help and example; and how to ask for them. Pure.

A key of what is contributed (``ContributedPart``: stories, vocabularies, collections) also declares
what its words are and where they go (``told.Told``): the scans, the seal, the house approval, the
search document, the open data and the table of facts are made from that, so a key that declares
nothing is refused when its module is imported.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from scripts.source.schema.told import Told, Words, told_of


def key(  # noqa: PLR0913 - a key is declared in one short line, each switch by its name
    label: str,
    about: str,
    example: str,
    words: Words | None = None,
    *,
    seen: bool = True,
    sealed: bool = True,
    searched: bool = False,
    left_out: str = "",
    row: str | None = "",
    meaning: str = "",
    of: str = "",
    **rules: Any,
) -> Any:
    """Return a schema entry: label, help and example are what an editor reads; the rest is told in ``Told``."""
    entry = Field(title=label, description=about, examples=[example], **rules)
    if words is not None:
        told = Told(
            words, seen=seen, sealed=sealed, searched=searched, left_out=left_out, row=row, meaning=meaning, of=of
        )
        entry.metadata.append(told)
    return entry


def optional(label: str, about: str, example: str, words: Words | None = None, **rules: Any) -> Any:
    """Return a schema entry that may be left out."""
    return key(label, about, example, words, default=None, **rules)


def several(label: str, about: str, example: str, words: Words | None = None, *, most: int, **rules: Any) -> Any:
    """Return a schema entry for a list that may be left out, of at most ``most`` items."""
    return key(label, about, example, words, default=(), max_length=most, **rules)


class Part(BaseModel):
    """What every part of the front matter has in common: closed, unchangeable."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class ContributedPart(Part):
    """A part of what people contribute: every key says what its words are, or the class cannot be made."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Refuse a key that declares nothing: what nobody thought of would be published unscanned and unapproved.

        So is a part whose own keys need not declare: what stands below would be forgotten with it.
        """
        silent = [name for name, entry in cls.model_fields.items() if told_of(entry) is None]
        silent += [name for name, entry in cls.model_fields.items() if _is_silent(part_in(entry.annotation))]
        if silent:
            message = f"{cls.__name__}: {', '.join(silent)} must say what its words are (scripts/source/schema/told.py)"
            raise TypeError(message)


def _is_silent(part: type[BaseModel] | None) -> bool:
    return part is not None and not issubclass(part, ContributedPart)


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


def meaning_of(model: type[BaseModel], location: Iterable[str | int]) -> str:
    """Return what the key at ``location`` holds, in words for a reader of the open data."""
    entry = _walk(model, location)[1]
    told = told_of(entry) if entry else None
    return (told.meaning if told else "") or help_of(model, location)


def example_of(model: type[BaseModel], location: Iterable[str | int]) -> str:
    """Return an example of the value at ``location``, or an ellipsis."""
    entry = _walk(model, location)[1]
    return str(entry.examples[0]) if entry and entry.examples else "…"


def choices_of(model: type[BaseModel], location: Iterable[str | int]) -> str:
    """Return the help of the key at ``location`` if it takes one of a few words, which its help lists, or nothing."""
    entry = _walk(model, location)[1]
    kinds = (entry.annotation, *get_args(entry.annotation)) if entry else ()
    few = any(get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, StrEnum)) for kind in kinds)
    return (entry.description or "") if entry and few else ""


def has_free_keys(model: type[BaseModel], location: Iterable[str | int]) -> bool:
    """Return whether an editor chooses the keys below ``location``: the names of which a reading is given."""
    return _is_mapping(_walk(model, location)[1])


def entry_at(model: type[BaseModel], location: Iterable[str | int]) -> FieldInfo | None:
    """Return the entry of the key at ``location``, or ``None`` when the schema has no such key."""
    return _walk(model, location)[1]


def _is_mapping(entry: FieldInfo | None) -> bool:
    return entry is not None and get_origin(entry.annotation) is dict


def _walk(model: type[BaseModel], location: Iterable[str | int]) -> tuple[type[BaseModel], FieldInfo | None]:
    """Return the part that encloses ``location``'s children, and the entry at its last key."""
    entry: FieldInfo | None = None
    for step in location:
        if isinstance(step, int):
            continue
        if _is_mapping(entry):
            break
        entry = next((e for name, e in model.model_fields.items() if step in (name, e.alias)), None)
        if entry is not None:
            model = part_in(entry.annotation) or model
    return model, entry


def part_in(annotation: Any) -> type[BaseModel] | None:
    """Return the part that ``annotation`` holds: itself, optional, or in a tuple."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((part for inner in getattr(annotation, "__args__", ()) if (part := part_in(inner))), None)
