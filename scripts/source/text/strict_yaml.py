"""A small, strict YAML: mappings, lists and text, with the place of every value. Pure.

libyaml reads the syntax (fast, linear); this module keeps only what an editor needs and
refuses the rest: anchors, aliases, tags, merge keys, duplicate keys, deep nesting. Nothing
is guessed: ``NO``, ``012`` and ``1.099`` stay the text that was written. An empty value,
``null`` or ``~`` means "not given" and the key is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias, Union

import yaml

from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, Mark, Problem
from scripts.source.problems.registry.form import FORBIDDEN_ESCAPE
from scripts.source.problems.registry.yaml import (
    DUPLICATE_KEY,
    HIDDEN_BY_HASH,
    YAML_ALIAS,
    YAML_BRACE,
    YAML_BRACKET,
    YAML_COLON_IN_SENTENCE,
    YAML_DASH,
    YAML_DIRECTIVE,
    YAML_ESCAPE,
    YAML_FIRST_SIGN,
    YAML_INDENT,
    YAML_KEY,
    YAML_MANY_DOCUMENTS,
    YAML_MERGE,
    YAML_NO_COLON,
    YAML_NO_VALUE,
    YAML_QUOTE,
    YAML_SECOND_START,
    YAML_SIGN,
    YAML_SYNTAX,
    YAML_TAB,
    YAML_TAG,
    YAML_TOO_DEEP,
    YAML_UNEVEN,
)
from scripts.source.text.characters import hidden_character
from scripts.source.text.source_text import SourceText

Value: TypeAlias = Union[str, list["Value"], dict[str, "Value"]]  # noqa: UP007 - a recursive alias needs Union on 3.11
Location: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 6
_KEY = re.compile(r"\s*[a-z_]+\s*")
_HIDDEN = re.compile(r"[ \t]*(#[^\s#].*)")
"""A comment that an editor hardly meant as one: "Tổ #1"."""

_SECOND = "\n"
"""No key can be spelled so: where the places of a repeated key go, so that the first keeps its own."""

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

_WORDINGS = (
    ("mapping values are not allowed", YAML_COLON_IN_SENTENCE),
    ("cannot start any token", YAML_FIRST_SIGN),
    ("found a tab character", YAML_TAB),
    ("could not find expected ':'", YAML_NO_COLON),
    ("did not find expected ',' or '}'", YAML_BRACE),
    ("did not find expected ',' or ']'", YAML_BRACKET),
    ("found unexpected end of stream", YAML_QUOTE),
    ("did not find expected alphabetic or numeric character", YAML_SIGN),
    ("did not find expected comment or line break", YAML_SIGN),
    ("did not find expected whitespace or line break", YAML_SIGN),
    ("block sequence entries are not allowed", YAML_DASH),
    ("did not find expected <document start>", YAML_SECOND_START),
    ("did not find expected key", YAML_UNEVEN),
    ("did not find expected node content", YAML_NO_VALUE),
    ("found unknown escape character", YAML_ESCAPE),
)
"""What libyaml says, and how an editor is told."""

_OPENED_BEFORE = (
    "could not find expected ':'",
    "did not find expected ','",
    "did not find expected node content",
    "found unexpected end of stream",
)
"""Errors that libyaml notices lines below: the place to mend is where the key, quote or bracket began."""


@dataclass(slots=True)
class YamlDocument:
    """A parsed text: the value, and where each key and value stands."""

    source: SourceText
    value: Value | None = None
    marks: dict[Location, Mark] = field(default_factory=dict)
    key_marks: dict[Location, Mark] = field(default_factory=dict)
    empty: set[Location] = field(default_factory=set)
    """Keys that are written but have no value: they count as not given, yet must be known."""

    def mark(self, location: Location, *, key: bool = False) -> Mark:
        """Return the place of ``location``, or of the nearest parent that exists."""
        marks = self.key_marks if key else self.marks
        while location:
            if location in marks:
                return marks[location]
            if location in self.marks:
                return self.marks[location]
            location = location[:-1]
        return self.marks.get((), START)

    def problem(self, location: Location, code: Code, /, **values: object) -> Problem:
        """Return what ``code`` says of ``values``, at the value at ``location``."""
        return self.source.problem(self.mark(location), code, **values)

    def problem_at_key(self, location: Location, code: Code, /, **values: object) -> Problem:
        """Return the same at the key."""
        return self.source.problem(self.mark(location, key=True), code, **values)

    def item(self, index: int) -> "YamlDocument":
        """Return item ``index`` of a list as a document of its own."""
        value = self.value[index] if isinstance(self.value, list) else None
        marks = {place[1:]: mark for place, mark in self.marks.items() if place[:1] == (index,)}
        key_marks = {place[1:]: mark for place, mark in self.key_marks.items() if place[:1] == (index,)}
        empty = {place[1:] for place in self.empty if place[:1] == (index,)}
        return YamlDocument(self.source, value, marks, key_marks, empty)


class _RefusedError(Exception):
    """Raised inside the reader to stop at something no further reading can be trusted after."""

    def __init__(self, mark: Mark, code: Code, /, **values: object) -> None:
        super().__init__(code.name)
        self.mark, self.code, self.values = mark, code, values


def parse_yaml(source: SourceText) -> tuple[YamlDocument, list[Problem]]:
    """Return the document in ``source`` and every problem of form.

    Syntax errors end the reading (the value is then ``None``); everything else is collected.
    """
    reader = _Reader(source)
    try:
        reader.read()
    except _RefusedError as refusal:
        reader.document.value = None
        reader.report(refusal.mark, refusal.code, **refusal.values)
    except yaml.YAMLError as error:
        reader.document.value = None
        reader.report(reader.error_mark(error), reader.wording(error))
    return reader.document, reader.problems


def _said(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or error)


class _Reader:
    """Turns libyaml's events into a ``YamlDocument``; recursion is bounded by ``MAX_DEPTH``."""

    def __init__(self, source: SourceText) -> None:
        self.source, self.lines = source, source.lines
        self.last: Any = None
        """The last quoted value that was read."""

        self.document, self.problems = YamlDocument(source), list[Problem]()

    def report(self, mark: Mark, code: Code, /, **values: object) -> None:
        self.problems.append(self.source.problem(mark, code, **values))

    def place(self, mark: Any) -> Mark:
        return Mark(mark.line + self.source.first_line, mark.column + 1)

    def error_mark(self, error: yaml.YAMLError) -> Mark:
        mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        if self.quote_ran_on(error):
            return self.place(self.last.start_mark)
        if context and (not mark or (mark.line > context.line and _said(error).startswith(_OPENED_BEFORE))):
            mark = context
        return self.place(mark) if mark else self.source.start

    def quote_ran_on(self, error: yaml.YAMLError) -> bool:
        """Whether a quote that was never closed ended at the next quote, lines below."""
        start, end = getattr(self.last, "start_mark", None), getattr(self.last, "end_mark", None)
        return bool(start and end and start.line < end.line and "did not find expected key" in _said(error))

    def line(self, mark: Any) -> str:
        """Return the line at libyaml's ``mark``."""
        return self.lines[mark.line] if mark.line < len(self.lines) else ""

    def wording(self, error: yaml.YAMLError) -> Code:
        """Return how ``error`` is said, from what libyaml said and what stands at the place."""
        mark, said = getattr(error, "problem_mark", None), _said(error)
        if self.quote_ran_on(error):
            return YAML_QUOTE
        if mark:
            line = self.line(mark)
            before, here = line[: mark.column], line[mark.column : mark.column + 1]
            if here == "\t" and "cannot start any token" in said:
                return YAML_TAB
            if "mapping values are not allowed" in said and ":" not in before and _KEY.fullmatch(before):
                return YAML_INDENT
        return next((code for sign, code in _WORDINGS if sign in said), YAML_SYNTAX)

    def read(self) -> None:
        events = iter(yaml.parse(self.source.text, Loader=yaml.CSafeLoader))
        for event in events:
            if isinstance(event, yaml.events.StreamStartEvent):
                continue
            if isinstance(event, yaml.events.StreamEndEvent):
                return
            if self.document.value is not None:
                raise _RefusedError(self.place(event.start_mark), YAML_MANY_DOCUMENTS)
            if isinstance(event, yaml.events.DocumentStartEvent):
                if event.explicit or event.tags or event.version:
                    raise _RefusedError(self.place(event.start_mark), YAML_DIRECTIVE)
                value = self.node(next(events), events, (), 1)
                next(events)
                self.document.value = value if value is not None else {}

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], location: Location, depth: int) -> Value | None:
        mark = self.place(event.start_mark)
        self.document.marks[location] = mark
        self.refuse_alias(event)
        if tag := getattr(event, "tag", None):
            raise _RefusedError(mark, YAML_TAG, tag=tag)
        if isinstance(event, yaml.events.ScalarEvent):
            text: str = event.value
            self.check_comment(event)
            self.check_escapes(event)
            self.last = event if event.style in ("'", '"') else self.last
            return None if event.implicit[0] and text in _NOTHING else text
        if depth > MAX_DEPTH:
            raise _RefusedError(mark, YAML_TOO_DEEP, most=MAX_DEPTH)
        if isinstance(event, yaml.events.SequenceStartEvent):
            return self.sequence(events, location, depth)
        return self.mapping(events, location, depth)

    def refuse_alias(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.events.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(self.place(event.start_mark), YAML_ALIAS)

    def check_comment(self, event: yaml.ScalarEvent) -> None:
        """What ``#`` hides after an unquoted value was meant as a comment only if a space follows it."""
        end: Any = event.end_mark
        hidden = None if event.style else _HIDDEN.match(self.line(end), end.column)
        if hidden:
            self.report(Mark(end.line + self.source.first_line, hidden.start(1) + 1), HIDDEN_BY_HASH, hidden=hidden[1])

    def check_escapes(self, event: yaml.ScalarEvent) -> None:
        """What an escape in double quotes makes is held to the rule of what a file may hold."""
        if event.style == '"' and (name := hidden_character(event.value)):
            self.report(self.place(event.start_mark), FORBIDDEN_ESCAPE, name=name)

    def sequence(self, events: Iterator[yaml.Event], location: Location, depth: int) -> list[Value]:
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.events.SequenceEndEvent):
                break
            value = self.node(event, events, (*location, len(items)), depth + 1)
            items.append("" if value is None else value)
        return items

    def mapping(self, events: Iterator[yaml.Event], location: Location, depth: int) -> dict[str, Value]:
        entries: dict[str, Value] = {}
        first: dict[str, Mark] = {}
        for event in events:
            if isinstance(event, yaml.events.MappingEndEvent):
                break
            key = self.key(event)
            mark = self.place(event.start_mark)
            if key in first:
                self.report(mark, DUPLICATE_KEY, written=key, line=first[key].line)
                self.node(next(events), events, (*location, _SECOND), depth + 1)
                continue
            here = (*location, key)
            first[key] = self.document.key_marks[here] = mark
            value = self.node(next(events), events, here, depth + 1)
            if value is None:
                self.document.empty.add(here)
            else:
                entries[key] = value
        return entries

    def key(self, event: yaml.Event) -> str:
        self.refuse_alias(event)
        mark = self.place(event.start_mark)
        if not isinstance(event, yaml.events.ScalarEvent) or event.tag:
            raise _RefusedError(mark, YAML_KEY)
        if event.value == "<<":
            raise _RefusedError(mark, YAML_MERGE)
        return str(event.value)
