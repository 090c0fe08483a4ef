"""The files of ``content/taxonomy``, read with the same strictness as stories. Reads.

They are edited by people, so a mistake gets a located message, never a traceback.
"""

from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from scripts.source.problems.problem import START, Problem
from scripts.source.problems.registry.lists import (
    ALIAS_NOT_TEXT,
    ALIASES_NOT_MAPPING,
    DUPLICATE_SLUG,
    REPEATED_ALIAS,
    TAXONOMY_NOT_LIST,
)
from scripts.source.schema.validation import validate
from scripts.source.text.text_file import printable
from scripts.source.text.vietnamese import slugify
from scripts.source.vocabulary.lexicon_file import load_lexicon, read_vocabulary
from scripts.source.vocabulary.style import Style
from scripts.source.vocabulary.taxonomy import (
    Movement,
    Province,
    PublicContact,
    Site,
    Taxonomy,
    Vocabulary,
)
from scripts.source.vocabulary.taxonomy_rules import check_districts, check_fields, check_spans, check_units

_LISTS: dict[str, type[BaseModel]] = {
    name: get_args(hint)[0] for name, hint in get_type_hints(Taxonomy).items() if get_origin(hint) is Vocabulary
}
"""``methods.yml`` holds ``Term``s because ``Taxonomy.methods`` is a ``Vocabulary[Term]``."""
DISTRICTS = "districts.yml"
PUBLIC_CONTACTS = "public-contacts"
_SINGLES: dict[str, type[BaseModel]] = {"province": Province, "site": Site, "movement": Movement, "style": Style}


def load_taxonomy(folder: Path) -> tuple[Taxonomy | None, list[Problem]]:
    """Return the vocabularies in ``folder``, or ``None`` and what is wrong with the files."""
    problems: list[Problem] = []
    loaded: dict[str, Any] = {}
    for name, model in _LISTS.items():
        entries, found = _load_list(folder / f"{name}.yml", model)
        loaded[name] = Vocabulary(entries)
        problems += found
    for name, model in _SINGLES.items():
        loaded[name], found = _load_single(folder / f"{name}.yml", model)
        problems += found
    loaded["lexicon"], found = load_lexicon(folder)
    problems += found
    loaded["aliases"], found = _load_aliases(folder / "aliases.yml")
    problems += found
    loaded["public_contacts"], found = _load_contacts(folder / f"{PUBLIC_CONTACTS}.yml")
    problems += found
    if not problems:
        districts, units = loaded["districts"], loaded["units"]
        problems += check_districts(printable(folder / DISTRICTS), districts, units)
        problems += check_fields(printable(folder / "fields.yml"), loaded["fields"])
        problems += check_units(printable(folder / "units.yml"), units, districts)
        problems += check_spans(printable(folder / "approvers.yml"), loaded["approvers"])
    if problems:
        return None, sorted(problems)
    return Taxonomy(**loaded), []


def _load_single(file: Path, model: type[BaseModel]) -> tuple[BaseModel | None, list[Problem]]:
    document, problems = read_vocabulary(file)
    if document.value is None:
        return None, problems
    entry, invalid = validate(model, document)
    return entry, [*problems, *invalid]


def _load_list(file: Path, model: type[BaseModel]) -> tuple[tuple[BaseModel, ...], list[Problem]]:
    document, problems = read_vocabulary(file)
    if document.value is None:
        return (), problems
    if not isinstance(document.value, list):
        return (), [*problems, document.source.problem(START, TAXONOMY_NOT_LIST)]
    entries: dict[str, BaseModel] = {}
    for index in range(len(document.value)):
        item = document.item(index)
        entry, invalid = validate(model, item)
        problems += invalid
        if entry is None:
            continue
        slug: str = entry.slug  # type: ignore[attr-defined]
        if slug in entries:
            problems.append(item.problem(("slug",), DUPLICATE_SLUG, slug=slug))
        entries.setdefault(slug, entry)
    return tuple(entries.values()), problems


def _load_aliases(file: Path) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """Return what to search for as well when a reader types a key; one meaning or several."""
    document, problems = read_vocabulary(file)
    if document.value is None:
        return {}, problems
    if not isinstance(document.value, dict):
        return {}, [*problems, document.source.problem(START, ALIASES_NOT_MAPPING)]
    aliases: dict[str, tuple[str, ...]] = {}
    seen: set[str] = set()
    for typed, meaning in document.value.items():
        if slugify(typed) in {"", *seen}:
            problems.append(document.problem((typed,), REPEATED_ALIAS, typed=typed))
        seen.add(slugify(typed))
        meanings = meaning if isinstance(meaning, list) else [meaning]
        if all(isinstance(text, str) for text in meanings):
            aliases[typed] = tuple(str(text) for text in meanings)
        else:
            problems.append(document.problem((typed,), ALIAS_NOT_TEXT, typed=typed))
    return aliases, problems


def _load_contacts(file: Path) -> tuple[tuple[PublicContact, ...], list[Problem]]:
    """Return the reviewed contacts; unlike the other files this one may hold none."""
    document, problems = read_vocabulary(file)
    if document.value is None:
        only_empty = file.is_file() and [problem.code for problem in problems] == ["taxonomy-missing"]
        return (), [] if only_empty else problems
    if not isinstance(document.value, list):
        return (), [*problems, document.source.problem(START, TAXONOMY_NOT_LIST)]
    contacts: list[PublicContact] = []
    for index in range(len(document.value)):
        contact, invalid = validate(PublicContact, document.item(index))
        problems += invalid
        contacts += [contact] if contact else []
    return tuple(contacts), problems
