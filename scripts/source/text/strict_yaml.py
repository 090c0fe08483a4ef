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

from scripts.source.problems.problem import START, Mark, Problem, Remark, shown
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

_TAB_CURE = "Dòng này thụt vào bằng phím Tab. Hãy thay bằng dấu cách."
_KEY_CURE = (
    "Dòng này thụt vào quá sâu, hoặc dòng trên nó thiếu dấu hai chấm kèm dấu cách sau tên mục. "
    "Hãy viết mỗi dòng theo dạng “tên mục: giá trị”, canh thẳng hàng với nhau."
)
_QUOTE_CURE = "Có dấu ngoặc mở ở đây mà không đóng. Hãy thêm dấu ngoặc ở cuối giá trị."
_SIGN_CURE = "Giá trị mở đầu bằng một dấu mà máy hiểu là lệnh (& * ! > |). Hãy đặt cả giá trị trong ngoặc kép."
_CURES = (
    (
        "mapping values are not allowed",
        'Trong dòng này có dấu hai chấm kèm dấu cách ở giữa câu. Hãy đặt cả câu trong ngoặc kép: title: "Một: hai".',
    ),
    (
        "cannot start any token",
        "Ký tự này không thể đứng đầu một giá trị (@, ` và % cũng vậy). Hãy đặt cả giá trị trong ngoặc kép.",
    ),
    ("found a tab character", _TAB_CURE),
    (
        "could not find expected ':'",
        "Dòng này thiếu dấu hai chấm sau tên mục, hoặc một câu dài bị ngắt dòng. Hãy viết theo dạng: tên mục: giá trị.",
    ),
    (
        "did not find expected ',' or '}'",
        (
            "Danh sách trong ngoặc nhọn chưa đóng, hoặc thiếu dấu phẩy. "
            "Hãy kiểm lại { … }; giá trị có dấu phẩy cần ngoặc kép."
        ),
    ),
    (
        "did not find expected ',' or ']'",
        "Danh sách trong ngoặc vuông chưa đóng, hoặc thiếu dấu phẩy. Hãy kiểm lại [ … ].",
    ),
    ("found unexpected end of stream", _QUOTE_CURE),
    ("did not find expected alphabetic or numeric character", _SIGN_CURE),
    ("did not find expected comment or line break", _SIGN_CURE),
    ("did not find expected whitespace or line break", _SIGN_CURE),
    (
        "block sequence entries are not allowed",
        "Dấu gạch đầu dòng phải ở dòng riêng, dưới tên mục. Nếu đây là một câu, hãy đặt cả câu trong ngoặc kép.",
    ),
    (
        "did not find expected <document start>",
        "Phần đầu bài chỉ được có một khối. Hãy xóa dòng “...” hoặc dòng bắt đầu bằng % ở bên trên.",
    ),
    (
        "did not find expected key",
        "Dòng này thụt vào không đều, hoặc có chữ thừa sau ngoặc kép. Hãy canh thẳng hàng với các mục bên trên.",
    ),
    ("did not find expected node content", "Thiếu giá trị ở đây. Hãy điền giá trị, hoặc xóa dấu phẩy và ngoặc thừa."),
    ("found unknown escape character", "Dấu \\ trong ngoặc kép không hợp lệ. Hãy dùng ngoặc đơn ' … ' hoặc bỏ dấu \\."),
)
_OPENED_BEFORE = (
    "could not find expected ':'",
    "did not find expected ','",
    "did not find expected node content",
    "found unexpected end of stream",
)
"""Errors that libyaml notices lines below: the place to mend is where the key, quote or bracket began."""

_GENERIC_CURE = (
    "Máy không hiểu dòng này. Hãy viết theo dạng “tên mục: giá trị”, và đặt giá trị có dấu lạ trong ngoặc kép."
)


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

    def problem(self, location: Location, code: str, message: str, *, key: bool = False) -> Problem:
        """Return a problem at the value at ``location``, or at its key."""
        return self.source.problem(self.mark(location, key=key), code, message)

    def remark(self, location: Location, code: str, message: str, *, key: bool = False) -> Remark:
        """Return a remark at the value at ``location``, or at its key."""
        return self.source.remark(self.mark(location, key=key), code, message)

    def item(self, index: int) -> "YamlDocument":
        """Return item ``index`` of a list as a document of its own."""
        value = self.value[index] if isinstance(self.value, list) else None
        marks = {place[1:]: mark for place, mark in self.marks.items() if place[:1] == (index,)}
        key_marks = {place[1:]: mark for place, mark in self.key_marks.items() if place[:1] == (index,)}
        empty = {place[1:] for place in self.empty if place[:1] == (index,)}
        return YamlDocument(self.source, value, marks, key_marks, empty)


class _RefusedError(Exception):
    """Raised inside the reader to stop at something no further reading can be trusted after."""

    def __init__(self, mark: Mark, code: str, message: str) -> None:
        super().__init__(message)
        self.mark, self.code, self.message = mark, code, message


def parse_yaml(source: SourceText) -> tuple[YamlDocument, list[Problem]]:
    """Return the document in ``source`` and every problem of form.

    Syntax errors end the reading (the value is then ``None``); everything else is collected.
    """
    reader = _Reader(source)
    try:
        reader.read()
    except _RefusedError as refusal:
        reader.document.value = None
        reader.report(refusal.mark, refusal.code, refusal.message)
    except yaml.YAMLError as error:
        reader.document.value = None
        reader.report(reader.error_mark(error), "yaml-syntax", reader.cure(error))
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

    def report(self, mark: Mark, code: str, message: str) -> None:
        self.problems.append(self.source.problem(mark, code, message))

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

    def cure(self, error: yaml.YAMLError) -> str:
        """Return what to do about ``error``, from what libyaml said and what stands at the place."""
        mark, said = getattr(error, "problem_mark", None), _said(error)
        if self.quote_ran_on(error):
            return _QUOTE_CURE
        if mark:
            line = self.line(mark)
            before, here = line[: mark.column], line[mark.column : mark.column + 1]
            if here == "\t" and "cannot start any token" in said:
                return _TAB_CURE
            if "mapping values are not allowed" in said and ":" not in before and _KEY.fullmatch(before):
                return _KEY_CURE
        return next((cure for sign, cure in _CURES if sign in said), _GENERIC_CURE)

    def read(self) -> None:
        events = iter(yaml.parse(self.source.text, Loader=yaml.CSafeLoader))
        for event in events:
            if isinstance(event, yaml.events.StreamStartEvent):
                continue
            if isinstance(event, yaml.events.StreamEndEvent):
                return
            if self.document.value is not None:
                message = "Phần đầu bài chỉ được có một khối. Hãy xóa dòng “---” hoặc “...” thừa."
                raise _RefusedError(self.place(event.start_mark), "yaml-many-documents", message)
            if isinstance(event, yaml.events.DocumentStartEvent):
                if event.explicit or event.tags or event.version:
                    message = "Không dùng “---”, “%YAML” hay “%TAG” bên trong phần đầu bài. Hãy xóa dòng này."
                    raise _RefusedError(self.place(event.start_mark), "yaml-many-documents", message)
                value = self.node(next(events), events, (), 1)
                next(events)
                self.document.value = value if value is not None else {}

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], location: Location, depth: int) -> Value | None:
        mark = self.place(event.start_mark)
        self.document.marks[location] = mark
        self.refuse_alias(event)
        if tag := getattr(event, "tag", None):
            message = f"Không dùng thẻ kiểu “{shown(tag)}”. Hãy xóa dấu ! và chữ đi liền, hoặc thêm ngoặc kép."
            raise _RefusedError(mark, "yaml-tag", message)
        if isinstance(event, yaml.events.ScalarEvent):
            text: str = event.value
            self.check_comment(event)
            self.check_escapes(event)
            self.last = event if event.style in ("'", '"') else self.last
            return None if event.implicit[0] and text in _NOTHING else text
        if depth > MAX_DEPTH:
            message = f"Các mục lồng nhau quá {MAX_DEPTH} lớp. Hãy viết phẳng như trong bài mẫu."
            raise _RefusedError(mark, "yaml-too-deep", message)
        if isinstance(event, yaml.events.SequenceStartEvent):
            return self.sequence(events, location, depth)
        return self.mapping(events, location, depth)

    def refuse_alias(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.events.AliasEvent) or getattr(event, "anchor", None):
            message = "Không dùng dấu & và * để trỏ tới chỗ khác. Hãy chép giá trị ra, hoặc đặt trong ngoặc kép."
            raise _RefusedError(self.place(event.start_mark), "yaml-alias", message)

    def check_comment(self, event: yaml.ScalarEvent) -> None:
        """What ``#`` hides after an unquoted value was meant as a comment only if a space follows it."""
        end: Any = event.end_mark
        hidden = None if event.style else _HIDDEN.match(self.line(end), end.column)
        if hidden:
            message = (
                f"Máy bỏ qua mọi chữ từ dấu #: “{shown(hidden[1])}”. Hãy đặt cả giá trị trong ngoặc kép; "
                "nếu là lời ghi chú thì thêm dấu cách sau dấu #."
            )
            self.report(Mark(end.line + self.source.first_line, hidden.start(1) + 1), "hidden-by-hash", message)

    def check_escapes(self, event: yaml.ScalarEvent) -> None:
        """What an escape in double quotes makes is held to the rule of what a file may hold."""
        if event.style == '"' and (name := hidden_character(event.value)):
            message = (
                f"Trong ngoặc kép có mã của một ký tự không nhìn thấy: {name}. Hãy xóa mã đó (dấu \\ và chữ sau nó)."
            )
            self.report(self.place(event.start_mark), "forbidden-character", message)

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
                message = f"Mục “{shown(key)}” bị ghi hai lần (lần đầu ở dòng {first[key].line}). Hãy giữ lại một."
                self.report(mark, "duplicate-key", message)
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
            message = "Tên mục phải là một từ, ví dụ “title”. Hãy bỏ dấu ?, !, [ hoặc { ở trước."
            raise _RefusedError(mark, "yaml-key", message)
        if event.value == "<<":
            message = "Không dùng “<<” để gộp mục. Hãy chép các mục ra."
            raise _RefusedError(mark, "yaml-merge", message)
        return str(event.value)
