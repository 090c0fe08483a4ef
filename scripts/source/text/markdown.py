"""One pass over a body's Markdown: its text, headings, links and images, and what may not be there. Pure.

One linear-time parser (pulldown-cmark through ``pyromark``) gives both the events that are
checked here and the HTML that is published, so what was checked is what a reader gets
(decisions/02).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

import pyromark

from scripts.source.addresses import STORIES, STORY_LINK
from scripts.source.problems.code import Code
from scripts.source.problems.problem import Mark, Problem
from scripts.source.problems.registry.body import (
    CODE_BLOCK,
    FOOTNOTE_LABEL,
    FOOTNOTE_MISSING,
    FRONT_MATTER_WORDS,
    HEADING_LEVEL,
    HEADING_NESTED,
    LINK_SCHEME,
    LINK_TARGET,
    NESTED_TOO_DEEP,
    RAW_HTML,
    SUBHEADING_ALONE,
    TEMPLATE_SPELT,
    TEMPLATE_SYNTAX,
)
from scripts.source.problems.registry.form import FORBIDDEN_ENTITY
from scripts.source.text.characters import hidden_character
from scripts.source.text.source_text import SourceText

TEMPLATE_SIGN = re.compile(r"\{\{|\{%|\{#")
FRONT_MATTER_LINE = re.compile(r"^(?:---|approval:|digest:|recognition:|commendations:|consent:)\s*$", re.MULTILINE)
"""What no page may show: the gate refuses a site that does, for then something of ours went wrong. So no story
may say it, however it is spelt; a whole line of it, for inside a sentence the words are as good as any others."""

MAX_NESTING = 6
MAX_REPORTS = 20
MARKDOWN = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES)
WEB_LINK = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#]\S*)?|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)

_SCHEMES = frozenset({"http", "https", "mailto"})
_SECTION_LEVEL, _SUBSECTION_LEVEL = "H2", "H3"
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*)\s*:")
_FOOTNOTE_USE = re.compile(r"(?<!\\)\[\^([^\[\]\s]{1,40})\]")
_NESTING_BLOCKS = frozenset({"List", "BlockQuote", "Item"})
_INLINE = frozenset({"Emphasis", "Strong", "Link", "Image"})


@dataclass(frozen=True, slots=True)
class LinkUse:
    """A link or an image as the story wrote it, with its place."""

    target: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link to the web: where it leads, the words it stands on, its place."""

    target: str
    text: str
    mark: Mark


@dataclass(slots=True)
class Heading:
    """A level-2 heading: what it says, where, and whether anything is written below it."""

    text: str
    mark: Mark
    filled: bool = False
    opens: int = 0
    begins: int = 0
    """How many pieces of text stand before the heading, and before what is written below it."""


class MarkdownReading:
    """One pass over the parser's events: text, links, and the rules of the body."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.bytes = source.text.encode()
        self.has_entities = "&" in source.text
        self.line_starts = [0, *(match.end() for match in re.finditer(rb"\n", self.bytes))]
        self.problems: list[Problem] = []
        self.text: list[str] = []
        self.headings: list[Heading] = []
        self.story_links: list[LinkUse] = []
        self.anchors: list[LinkUse] = []
        self.images: list[LinkUse] = []
        self.web_links: list[WebLink] = []
        self.open_links: list[tuple[str, int, int]] = []
        self.run: list[tuple[str, int]] = []
        self.footnotes: set[str] = set()
        self.nesting = 0
        self.too_deep = False
        self.in_footnote = False
        self.html_block_reported = False
        self.heading: list[str] | None = None
        self.seen: set[tuple[int, str]] = set()

    def mark(self, offset: int) -> Mark:
        """Return the place of byte ``offset`` of the body in the file."""
        row = bisect_right(self.line_starts, offset) - 1
        column = len(self.bytes[self.line_starts[row] : offset].decode(errors="replace")) + 1
        return Mark(row + self.source.first_line, column)

    def report(self, offset: int, code: Code, /, **values: object) -> None:
        if (offset, code.name) not in self.seen and len(self.seen) < MAX_REPORTS:
            self.seen.add((offset, code.name))
            self.problems.append(self.source.problem(self.mark(offset), code, **values))

    def read(self) -> None:
        for match in TEMPLATE_SIGN.finditer(self.source.text):
            self.report(self.offset(match.start()), TEMPLATE_SYNTAX, sign=match.group())
        for event, span in MARKDOWN.events_with_range(self.source.text):
            kind, detail = _kind_of(event)
            self.follow(kind, detail, span["start"])
            match kind:
                case "Text" | "Code":
                    self.add_text(detail)
                    self.check_entities(detail, span["start"])
                case "Start":
                    self.open(detail, span["start"])
                case "End":
                    self.close(detail)
                case "Html" | "InlineHtml":
                    self.raw_html(detail, span["start"], inline=kind == "InlineHtml")
                case "FootnoteReference":
                    self.footnote(detail, span["start"])
                case _:
                    self.text.append(" ")
            if self.too_deep:
                return
        self.check_run()
        self.check_footnotes()

    def follow(self, kind: str, detail: Any, start: int) -> None:
        """Gather the words that nothing parts; look at them when something does."""
        if kind == "Text":
            self.run.append((detail, start))
        elif self.run:
            self.check_run()

    def check_run(self) -> None:
        """Words that stand together are read as one, in whatever pieces they are written: no leak may be spelt."""
        said, start = "".join(text for text, _ in self.run), self.run[0][1] if self.run else 0
        if sign := TEMPLATE_SIGN.search(said):
            self.report_unless_said(start, sign.group())
        if line := FRONT_MATTER_LINE.search(said):
            self.report(start, FRONT_MATTER_WORDS, found=line.group().strip())
        self.run.clear()

    def report_unless_said(self, start: int, sign: str) -> None:
        """Report a sign that is spelt in a roundabout way; as it is, ``read`` has said it already."""
        if sign not in self.source.text:
            self.report(start, TEMPLATE_SPELT, sign=sign)

    def offset(self, index: int) -> int:
        """Return the byte offset of letter ``index`` of the body."""
        return len(self.source.text[:index].encode())

    def add_text(self, text: str) -> None:
        self.text.append(text)
        if self.heading is not None:
            self.heading.append(text)
        elif self.headings and text.strip():
            self.headings[-1].filled = True

    def check_entities(self, text: str, start: int) -> None:
        """What an entity (``&#x202e;``) makes is held to the rule of what a file may hold."""
        if self.has_entities and (name := hidden_character(text)):
            self.report(start, FORBIDDEN_ENTITY, name=name)

    def open(self, element: Any, start: int) -> None:
        kind, detail = _kind_of(element)
        if kind in _NESTING_BLOCKS:
            self.nesting += 1
            if self.nesting > 2 * MAX_NESTING:
                self.too_deep = True
                self.report(start, NESTED_TOO_DEEP, most=MAX_NESTING)
        elif kind == "Heading":
            self.open_heading(detail["level"], start)
        elif kind == "Link":
            email = detail["link_type"] == "Email"
            self.link(f"mailto:{detail['dest_url']}" if email else detail["dest_url"], start)
        elif kind == "Image":
            self.images.append(LinkUse(detail["dest_url"], self.mark(start)))
        elif kind == "CodeBlock":
            self.report(start, CODE_BLOCK)
        elif kind == "HtmlBlock":
            self.html_block_reported = False
        elif kind == "FootnoteDefinition":
            self.in_footnote = True
            self.footnotes.add(str(detail))
            self.footnote(str(detail), start)

    def open_heading(self, level: str, start: int) -> None:
        self.heading = []
        if level == _SECTION_LEVEL:
            self.headings.append(Heading("", self.mark(start), opens=len(self.text)))
        if self.nesting or self.in_footnote:
            self.report(start, HEADING_NESTED)
        elif level not in (_SECTION_LEVEL, _SUBSECTION_LEVEL):
            marks = "#" * int(level[1:])
            self.report(start, HEADING_LEVEL, marks=marks)
        elif not self.headings:
            self.report(start, SUBHEADING_ALONE)

    def close(self, element: Any) -> None:
        kind, detail = _kind_of(element)
        if kind in _NESTING_BLOCKS:
            self.nesting -= 1
        elif kind == "FootnoteDefinition":
            self.in_footnote = False
        elif kind == "Link" and self.open_links:
            target, start, begun = self.open_links.pop()
            if WEB_LINK.fullmatch(target):
                self.web_links.append(WebLink(target, "".join(self.text[begun:]), self.mark(start)))
        elif kind == "Heading":
            if detail == _SECTION_LEVEL:
                self.headings[-1].text = "".join(self.heading or ()).strip()
            self.heading = None
        if kind not in _INLINE:
            self.text.append("\n")
        if kind == "Heading" and detail == _SECTION_LEVEL:
            self.headings[-1].begins = len(self.text)

    def raw_html(self, html: str, start: int, *, inline: bool) -> None:
        """A block of HTML is one problem, however many lines it has."""
        if inline or not self.html_block_reported:
            self.report(start, RAW_HTML, html=html.strip())
        self.html_block_reported = True

    def footnote(self, label: str, start: int) -> None:
        if not label.isdecimal() or not label.isascii():
            self.report(start, FOOTNOTE_LABEL, label=label)

    def check_footnotes(self) -> None:
        """A footnote mark leads to a footnote; the parser takes one that does not for plain text."""
        for match in _FOOTNOTE_USE.finditer(self.source.text):
            if match[1] not in self.footnotes:
                self.report(self.offset(match.start()), FOOTNOTE_MISSING, label=match[1])

    def link(self, target: str, start: int) -> None:
        """Links go to the web, to another story, or to a section of this one."""
        scheme = _SCHEME.match(target)
        if target.startswith("#"):
            self.anchors.append(LinkUse(target[1:], self.mark(start)))
        elif STORY_LINK.fullmatch(target):
            self.story_links.append(LinkUse(target, self.mark(start)))
        elif target.startswith("//") or (scheme and scheme[1].lower() not in _SCHEMES):
            self.report(start, LINK_SCHEME, target=target)
        elif not WEB_LINK.fullmatch(target):
            self.report(start, LINK_TARGET, target=target, stories=STORIES)
        self.open_links.append((target, start, len(self.text)))


def _kind_of(element: Any) -> tuple[str, Any]:
    """Return the name of a parser element and its detail: ``"Item"`` or ``{"Link": {…}}``."""
    if isinstance(element, str):
        return element, None
    ((kind, detail),) = element.items()
    return kind, detail
