"""The house's words: what readers see or hear that stands in no story. Pure.

Labels, site words, readings of the lexicon. Which they are follows from what the keys of the
vocabularies declare (``told.Told``): whatever is seen and sealed, but for codes and the parts that
only hold other keys. A word has an address of its own (``fields/kinh-te/name``), so the approval of
the house (decisions/20) can say of each which wording was approved.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from pydantic import ValidationError

from scripts.source.schema.declared import declarations
from scripts.source.schema.part import ContributedPart
from scripts.source.schema.told import Words
from scripts.source.text.strict_yaml import Value
from scripts.source.vocabulary.taxonomy import District, Taxonomy, Vocabulary

Wordings: TypeAlias = Mapping[str, Value]
"""What stands at each address: a text, or a list where entries have no name of their own."""

UNSEALED = ("aliases", "public_contacts", "style")
"""Files that are looked up and never shown: people review a change to them (SECURITY.md)."""
Some = TypeVar("Some", bound=ContributedPart)


def words_in(taxonomy: Taxonomy) -> dict[str, Value]:
    """Return every word of the house as ``content/taxonomy`` has it today, by its address."""
    words: dict[str, Value] = {}
    for name in SEALED:
        held = getattr(taxonomy, name)
        parts = ((f"{name}/{one.slug}", one) for one in held) if isinstance(held, Vocabulary) else ((name, held),)
        for above, part in parts:
            words |= _words(part, above)
    return words


def as_approved(taxonomy: Taxonomy, approved: Wordings) -> Taxonomy:
    """Return ``taxonomy`` in the approved wording: what is new waits, what changed is as it was, what went is gone.

    To take something away (a word, a permission that was ``true``) never waits. An entry without an
    approved name falls away. What the site cannot do without, and the schema has asked for only
    since the approval, is as it stands today.
    """
    answered: dict[str, Any] = {}
    for name in SEALED:
        held = getattr(taxonomy, name)
        if isinstance(held, Vocabulary):
            kept = (_approved(one, approved, f"{name}/{one.slug}") for one in held)
            answered[name] = Vocabulary(tuple(one for one in kept if one is not None))
        else:
            answered[name] = _approved(held, approved, name, must=True) or held
    units = answered["units"]
    answered["districts"] = Vocabulary(tuple(_on_known_ground(one, units) for one in answered["districts"]))
    return replace(taxonomy, **answered)


def _on_known_ground(district: District, units: Vocabulary[Any]) -> District:
    """A commune whose unit of today has no approved name is not told either."""
    known = tuple(commune for commune in district.communes if commune.successor in units)
    return district if known == district.communes else district.model_copy(update={"communes": known})


def _words(part: ContributedPart, above: str) -> Iterator[tuple[str, Value]]:
    for name, told in declarations(type(part)):
        value, here = getattr(part, name), f"{above}/{name}"
        if not (value and told.seen and told.sealed):
            continue
        if told.words is Words.CODE:
            continue
        if told.words is not Words.PARTS:
            yield from _leaf(value, here)
        elif isinstance(value, ContributedPart):
            yield from _words(value, here)
        elif _have_slugs(value):
            for one in value:
                yield from _words(one, f"{here}/{one.slug}")
        else:
            yield here, _as_written(value)


def _leaf(value: Any, here: str) -> Iterator[tuple[str, Value]]:
    if isinstance(value, dict):
        yield from ((f"{here}/{short}", said) for short, said in value.items())
    else:
        yield here, _as_written(value)


def _approved(part: Some, approved: Wordings, above: str, *, must: bool = False) -> Some | None:
    """Return ``part`` in its approved wording, or ``None`` when what it must have was never approved."""
    values: dict[str, Any] = {}
    unchanged = True
    for name, told in declarations(type(part)):
        entry, today, here = type(part).model_fields[name], getattr(part, name), f"{above}/{name}"
        value = today
        if today and told.seen and told.sealed and told.words is not Words.CODE:
            value = _answered(today, approved, here, must=must)
            if value is None and entry.is_required():
                if not must:
                    return None
                value = today
        unchanged = unchanged and value is today
        if value is not None:
            values[entry.alias or name] = value
    if unchanged:
        return part
    try:
        return type(part).model_validate(values)
    except ValidationError:
        # Approved before the schema became stricter: nobody has approved what it asks for now.
        return None


def _answered(value: Any, approved: Wordings, here: str, *, must: bool) -> Any:
    """Return the approved form of ``value``; ``None`` when there is none."""
    if isinstance(value, ContributedPart):
        return _approved(value, approved, here, must=must)
    if isinstance(value, dict):
        return {short: approved[f"{here}/{short}"] for short in value if f"{here}/{short}" in approved}
    if isinstance(value, tuple) and _have_slugs(value):
        kept = (_approved(one, approved, f"{here}/{one.slug}") for one in value)
        return tuple(one for one in kept if one is not None)
    known = approved.get(here)
    if known == _as_written(value):
        return value
    if isinstance(value, tuple) and not any(isinstance(one, ContributedPart) for one in value):
        return tuple(one for one in value if one in known) if isinstance(known, list) else None
    return known


def _have_slugs(items: tuple[Any, ...]) -> bool:
    return all("slug" in type(one).model_fields for one in items if isinstance(one, ContributedPart)) and any(
        isinstance(one, ContributedPart) for one in items
    )


def _as_written(value: Any) -> Value:
    """Return ``value`` as the strict YAML of a file gives it: texts, and lists and mappings of texts."""
    if isinstance(value, ContributedPart):
        return _as_written(value.model_dump(by_alias=True, exclude_defaults=True))
    if isinstance(value, dict):
        return {key: _as_written(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_as_written(one) for one in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def sealed_fields(vocabularies: type) -> tuple[str, ...]:
    """Return the fields of ``vocabularies`` whose keys declare their words, in order; refuse one that cannot."""
    hints = get_type_hints(vocabularies)
    sealed = tuple(one.name for one in fields(vocabularies) if one.name not in UNSEALED)
    for name in sealed:
        hint = hints[name]
        model = get_args(hint)[0] if get_origin(hint) is Vocabulary else hint
        if not (isinstance(model, type) and issubclass(model, ContributedPart)):
            message = f"{vocabularies.__name__}.{name} must be made of parts that say what their words are"
            raise TypeError(message)
    return sealed


SEALED = sealed_fields(Taxonomy)
"""The vocabularies that are sealed by the house approval."""
