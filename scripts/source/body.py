"""The body of a story: CommonMark compiled once, sanitised, and every problem at its place. Pure.

One linear-time parser (pulldown-cmark through ``pyromark``) gives both the events that are
checked and the HTML that is published, so what was checked is what a reader gets
(decisions/02). ``nh3`` then keeps an allow-list of tags, whatever the check said.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import nh3
import pyromark

from scripts.source.problem import Mark, Problem, problem_at, shown
from scripts.source.vietnamese import fold, slugify
from scripts.source.wording import nearest

HEADINGS = ("Bối cảnh", "Cách làm", "Kết quả", "Bài học kinh nghiệm", "Làm theo")
REQUIRED_HEADINGS = {"full": ("Bối cảnh", "Cách làm", "Kết quả"), "snapshot": ("Cách làm",)}
HOW_TO = "Làm theo"

ALLOWED_TAGS = frozenset(
    (
        "p",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "em",
        "strong",
        "code",
        "blockquote",
        "a",
        "img",
        "br",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "sup",
        "div",
    )
)
"""All a story's body may hold; the gate holds the finished site to the same list."""

MAX_NESTING = 6
MAX_REPORTS = 20
_SCHEMES = frozenset({"http", "https", "mailto"})
_FIRST_SECTION_LEVEL, _SUBSECTION_LEVEL = "H2", "H3"
_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES
_MARKDOWN = pyromark.Markdown(options=_OPTIONS)
_TEMPLATE_SYNTAX = re.compile(r"\{\{|\{%|\{#")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*)\s*:")
_STORY_LINK = re.compile(r"/mo-hinh/([a-z0-9-]+)/([a-z0-9-]+)/")
_SECTION = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NESTING_BLOCKS = frozenset({"List", "BlockQuote", "Item"})
_INLINE = frozenset({"Emphasis", "Strong", "Link", "Image"})


@dataclass(frozen=True, slots=True)
class BodySection:
    """One level-2 section: its heading, its sanitised HTML, its anchor on the page."""

    heading: str
    anchor: str
    html: str


@dataclass(frozen=True, slots=True)
class LinkUse:
    """A link or an image as the story wrote it, with its place."""

    target: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Body:
    """A compiled body. ``text`` is the plain text, for searching and counting."""

    sections: tuple[BodySection, ...]
    text: str
    source: str
    story_links: tuple[LinkUse, ...] = ()
    images: tuple[LinkUse, ...] = ()


def compile_body(source: str, path: str, first_line: int, story_format: str = "snapshot") -> tuple[Body, list[Problem]]:
    """Return the compiled body and its problems; linear in ``len(source)``.

    ``first_line`` is the line of the file on which ``source`` begins.
    """
    reading = _Reading(source, path, first_line)
    reading.read()
    problems = reading.problems + list(_check_sections(reading, story_format))
    body = Body(
        sections=() if reading.too_deep else _sections(_CLEANER.clean(_MARKDOWN.html(source))),
        text=" ".join("".join(reading.text).split()),
        source=source,
        story_links=tuple(reading.story_links),
        images=tuple(reading.images),
    )
    return body, sorted(problems)[:MAX_REPORTS]


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    """Keep footnote anchors (numbers become ``chu-thich-1``), same-page and safe links."""
    if name == "id":
        return f"chu-thich-{value}" if tag == "div" and value.isdecimal() else None
    if name == "href" and value.startswith("#") and value[1:].isdecimal():
        return f"#chu-thich-{value[1:]}"
    if name == "href" and value.startswith("/") and not _STORY_LINK.match(value):
        return None
    if name == "src" and "/" in value:
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(ALLOWED_TAGS),
    clean_content_tags={"script", "style", "iframe", "object", "svg", "math", "template", "noscript"},
    attributes={"a": {"href"}, "img": {"src", "alt"}, "div": {"id"}, "ol": {"start"}},
    attribute_filter=_keep_attribute,
    url_schemes=set(_SCHEMES),
    allowed_classes={"sup": {"footnote-reference"}, "div": {"footnote-definition"}},
    link_rel="noopener noreferrer ugc",
)


def _sections(html: str) -> tuple[BodySection, ...]:
    """Return ``html`` cut at its level-2 headings; text before the first has no heading."""
    parts = _SECTION.split(html)
    sections = [BodySection("", "", parts[0].strip())] if parts[0].strip() else []
    for heading, content in zip(parts[1::2], parts[2::2], strict=True):
        text = _TAG.sub("", heading).strip()
        sections.append(BodySection(text, slugify(text), content.strip()))
    return tuple(sections)


class _Reading:
    """One pass over the parser's events: text, links, and the rules of the body."""

    def __init__(self, source: str, path: str, first_line: int) -> None:
        self.source, self.path, self.first_line = source, path, first_line
        self.bytes = source.encode()
        self.line_starts = [0, *(match.end() for match in re.finditer(rb"\n", self.bytes))]
        self.problems: list[Problem] = []
        self.text: list[str] = []
        self.headings: list[tuple[str, Mark]] = []
        self.story_links: list[LinkUse] = []
        self.anchors: list[LinkUse] = []
        self.images: list[LinkUse] = []
        self.nesting = 0
        self.too_deep = False
        self.heading: list[str] | None = None
        self.seen: set[tuple[int, str]] = set()

    def mark(self, offset: int) -> Mark:
        """Return the place of byte ``offset`` of the body in the file."""
        row = bisect_right(self.line_starts, offset) - 1
        column = len(self.bytes[self.line_starts[row] : offset].decode(errors="replace")) + 1
        return Mark(row + self.first_line, column)

    def report(self, offset: int, code: str, message: str) -> None:
        if (offset, code) not in self.seen and len(self.seen) <= MAX_REPORTS:
            self.seen.add((offset, code))
            self.problems.append(problem_at(self.path, self.mark(offset), code, message))

    def read(self) -> None:
        for match in _TEMPLATE_SYNTAX.finditer(self.source):
            message = f"Không dùng “{match.group()}” trong lời văn (đó là lệnh của máy). Hãy thay bằng chữ thường."
            self.report(len(self.source[: match.start()].encode()), "template-syntax", message)
        for event, span in _MARKDOWN.events_with_range(self.source):
            if self.too_deep:
                return
            kind, detail = _kind_of(event)
            match kind:
                case "Text" | "Code":
                    self.add_text(detail)
                case "Start":
                    self.open(detail, span["start"])
                case "End":
                    self.close(detail)
                case "Html" | "InlineHtml":
                    self.raw_html(detail, span["start"])
                case "FootnoteReference":
                    self.footnote(detail, span["start"])
                case _:
                    self.text.append(" ")

    def add_text(self, text: str) -> None:
        self.text.append(text)
        if self.heading is not None:
            self.heading.append(text)

    def open(self, element: Any, start: int) -> None:
        kind, detail = _kind_of(element)
        if kind in _NESTING_BLOCKS:
            self.nesting += 1
            if self.nesting > 2 * MAX_NESTING:
                self.too_deep = True
                message = f"Danh sách hoặc trích dẫn lồng nhau quá {MAX_NESTING} lớp. Hãy viết lại thành vài đoạn ngắn."
                self.report(start, "nested-too-deep", message)
        elif kind == "Heading":
            self.open_heading(detail["level"], start)
        elif kind == "Link":
            self.link(detail["dest_url"], start)
        elif kind == "Image":
            self.images.append(LinkUse(detail["dest_url"], self.mark(start)))
        elif kind == "CodeBlock":
            message = (
                "Dòng này thụt vào từ 4 dấu cách (hoặc nằm giữa ```) nên máy hiểu là mã lệnh. "
                "Hãy xóa các dấu cách ở đầu dòng."
            )
            self.report(start, "code-block", message)
        elif kind == "FootnoteDefinition":
            self.footnote(str(detail), start)

    def open_heading(self, level: str, start: int) -> None:
        self.heading = []
        if level == _FIRST_SECTION_LEVEL:
            self.headings.append(("", self.mark(start)))
        elif level != _SUBSECTION_LEVEL:
            marks = "#" * int(level[1:])
            message = (
                f"Đề mục mở bằng “{marks}” không dùng trong bài (tên bài đã là đề mục lớn nhất). "
                "Hãy dùng “##” cho phần, “###” cho mục con."
            )
            self.report(start, "heading-level", message)
        elif not self.headings:
            message = "Mục con “###” phải nằm dưới một phần “##”. Hãy thêm phần, ví dụ: ## Cách làm."
            self.report(start, "heading-level", message)

    def close(self, element: Any) -> None:
        kind, detail = _kind_of(element)
        if kind in _NESTING_BLOCKS:
            self.nesting -= 1
        elif kind == "Heading":
            if detail == _FIRST_SECTION_LEVEL:
                self.headings[-1] = ("".join(self.heading or ()).strip(), self.headings[-1][1])
            self.heading = None
        if kind not in _INLINE:
            self.text.append(" ")

    def raw_html(self, html: str, start: int) -> None:
        message = f"Không dùng mã HTML trong bài: “{shown(html.strip(), 40)}”. Hãy xóa, hoặc viết bằng chữ thường."
        self.report(start, "raw-html", message)

    def footnote(self, label: str, start: int) -> None:
        if not label.isdecimal() or not label.isascii():
            message = f"Chú thích “[^{shown(label, 20)}]” phải đánh số, ví dụ [^1]."
            self.report(start, "footnote-label", message)

    def link(self, target: str, start: int) -> None:
        """Links go to the web, to another story, or to a section of this one."""
        scheme = _SCHEME.match(target)
        if target.startswith("#"):
            self.anchors.append(LinkUse(target[1:], self.mark(start)))
        elif _STORY_LINK.fullmatch(target):
            self.story_links.append(LinkUse(target, self.mark(start)))
        elif target.startswith("//") or (scheme and scheme[1].lower() not in _SCHEMES):
            message = (
                f"Liên kết “{shown(target)}” không được phép. Chỉ dùng địa chỉ bắt đầu bằng https:// hoặc mailto:."
            )
            self.report(start, "link-scheme", message)
        elif not scheme:
            message = (
                f"Liên kết “{shown(target)}” không trỏ tới đâu. Hãy dùng địa chỉ đầy đủ https://…, "
                "hoặc /mo-hinh/<địa bàn>/<bài>/ cho bài khác trên trang."
            )
            self.report(start, "link-target", message)


def _kind_of(element: Any) -> tuple[str, Any]:
    """Return the name of a parser element and its detail: ``"Item"`` or ``{"Link": {…}}``."""
    if isinstance(element, str):
        return element, None
    ((kind, detail),) = element.items()
    return kind, detail


def _check_sections(reading: _Reading, story_format: str) -> Iterator[Problem]:
    """Level-2 headings come from the list, once each; the required ones are there, with text."""
    path, known = reading.path, {fold(heading) for heading in HEADINGS}
    seen: set[str] = set()
    for heading, mark in reading.headings:
        if heading in seen:
            message = f"Phần “{shown(heading)}” bị lặp. Hãy gộp làm một."
            yield problem_at(path, mark, "section-repeated", message)
        elif heading not in HEADINGS:
            yield problem_at(path, mark, "section-unknown", _unknown_heading(heading))
        seen.add(heading)
    present = {fold(heading) for heading, _ in reading.headings} & known
    end = Mark(reading.first_line, 1)
    if not reading.source.strip():
        message = "Bài chưa có lời văn. Hãy viết ít nhất phần “## Cách làm”."
        yield problem_at(path, end, "body-empty", message)
        return
    for required in REQUIRED_HEADINGS.get(story_format, ()):
        if fold(required) not in present:
            message = f"Thiếu phần “## {required}”. Hãy thêm phần này và viết vài câu."
            yield problem_at(path, end, "section-missing", message)
    yield from _check_anchors(path, reading.anchors, (slugify(heading) for heading, _ in reading.headings))


def _unknown_heading(heading: str) -> str:
    guess = nearest(heading, HEADINGS)
    cure = f"có phải ý bạn là “## {guess}”?" if guess else f"Hãy dùng: {', '.join(HEADINGS)}."
    return f"Phần “{shown(heading)}” không có trong khuôn bài: {cure}"


def _check_anchors(path: str, anchors: Iterable[LinkUse], known: Iterable[str]) -> Iterator[Problem]:
    sections = set(known)
    for anchor in anchors:
        if anchor.target not in sections and not anchor.target.isdecimal():
            message = f"Liên kết “#{shown(anchor.target)}” không có phần nào như vậy trong bài. Hãy sửa hoặc xóa."
            yield problem_at(path, anchor.mark, "link-anchor", message)
