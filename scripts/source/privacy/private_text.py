"""No number, address or secret of anybody in what is contributed: one problem for each, at its place. Pure.

A text is looked at twice: as it is written, comments and hidden parts included, for all of it
stays in the repository; and as it is read, where YAML and Markdown have put broken pieces together.
"""

from collections.abc import Container, Iterator

from scripts.source.masking.masking import find_private
from scripts.source.masking.personal_data import Finding, find_numbers
from scripts.source.problems.problem import START, Mark, Problem, problem_at
from scripts.source.problems.registry.people import PRIVATE, PRIVATE_IN_NAME
from scripts.source.schema.declared import places_of
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.told import Words
from scripts.source.text.body import Body
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import Location, Value, YamlDocument
from scripts.source.text.vietnamese import plain_number

MAX_REPORTS = 20
CONTACTS = frozenset(places_of(FrontMatter, Words.CONTACT))
"""The only keys where a number or an address may stand; ``consent`` checks that it was reviewed."""


def check_text(source: SourceText, reviewed: Container[str] = ()) -> list[Problem]:
    """Return a problem for each private thing in ``source``; what ``reviewed`` holds (``plain_number``) may stand."""
    return [
        _problem(source.path, source.mark(finding.start), finding)
        for finding in find_private(source.text)
        if plain_number(source.text[finding.start : finding.end]) not in reviewed
    ][:MAX_REPORTS]


def check_name(name: str, path: str) -> list[Problem]:
    """Return a problem for each private thing in the ``name`` of a folder or file; ``path`` is how it is shown."""
    return [
        problem_at(path, START, PRIVATE_IN_NAME[finding.code], found=finding.masked) for finding in find_private(name)
    ]


def check_story_text(source: SourceText, document: YamlDocument, body: Body) -> list[Problem]:
    """Return the problems of a whole story file: ``source`` as written, ``document`` and ``body`` as read."""
    allowed = [leaf for keys in CONTACTS for leaf in _at(document.value, keys)]
    contacts = [place for leaf in allowed if (place := _place_of(document, *leaf))]
    problems: list[Problem] = []
    seen: list[str] = []
    for finding in find_private(source.text):
        seen.append(plain_number(source.text[finding.start : finding.end]))
        mark = source.mark(finding.start)
        if not any(first <= mark <= last for first, last in contacts):
            problems.append(_problem(source.path, mark, finding))
    for location, value in _put_together(document, body):
        for finding in find_numbers(value):
            number = plain_number(value[finding.start : finding.end])
            if not any(number in other for other in seen):
                mark = document.mark(location) if location else _line_of(body.source, value[finding.start :])
                problems.append(_problem(source.path, mark, finding))
    return problems[:MAX_REPORTS]


def _at(value: Value | None, keys: tuple[str, ...], location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield the texts to which ``keys`` lead, through every item of a list, with their places."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _at(item, keys, (*location, index))
    elif isinstance(value, dict) and keys:
        yield from _at(value.get(keys[0]), keys[1:], (*location, keys[0]))
    elif isinstance(value, str) and not keys:
        yield location, value


def _key_of(location: Location) -> Location:
    """Return the keys that lead to ``location``, without the positions in lists."""
    return tuple(step for step in location if isinstance(step, str))


def _place_of(document: YamlDocument, location: Location, value: str) -> tuple[Mark, Mark] | None:
    """Return where the ``value`` at ``location`` begins and ends, if it stands on one line."""
    if location not in document.marks:
        return None
    mark = document.marks[location]
    return mark, Mark(mark.line, mark.column + len(value) + 1)


def _put_together(document: YamlDocument, body: Body) -> Iterator[tuple[Location, str]]:
    """Yield the values that may hold a long number, with their places; the body has none."""
    texts = [body.text]
    _collect(document.value, texts)
    # Most stories have nothing to find: one search over all of it says so.
    if find_numbers("\n".join(texts)):
        yield from (leaf for leaf in _leaves(document.value, ()) if _key_of(leaf[0]) not in CONTACTS)
        yield (), body.text


def _collect(value: Value | None, texts: list[str]) -> None:
    if isinstance(value, str):
        texts.append(value)
    elif value:
        for item in value.values() if isinstance(value, dict) else value:
            _collect(item, texts)


def _leaves(value: Value | None, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield location, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(item, (*location, index))
    elif value:
        for name, item in value.items():
            yield from _leaves(item, (*location, name))


def _line_of(body: SourceText, found: str) -> Mark:
    """Return the first place in the source of the body that looks like the beginning of ``found``."""
    begins = (body.text.find(found[:length]) for length in range(8, 2, -1))
    return body.mark(next((begin for begin in begins if begin >= 0), 0))


def _problem(path: str, mark: Mark, finding: Finding) -> Problem:
    return problem_at(path, mark, PRIVATE[finding.code], found=finding.masked)
