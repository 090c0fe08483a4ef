"""The body of a story: CommonMark compiled once, sanitised, and every problem at its place. Pure.

``markdown`` reads and checks the parser's events; the same parser writes the HTML, of which
``nh3`` keeps an allow-list of tags, links and images, whatever the check said (decisions/02).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import nh3

from scripts.source.addresses import STORY_LINK, key_at
from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.body import (
    BODY_EMPTY,
    LINK_ANCHOR,
    LINK_MISSING_STORY,
    SECTION_EMPTY,
    SECTION_MISSING,
    SECTION_REPEATED,
    SECTION_UNKNOWN,
    SECTION_UNLIKE_ANY,
)
from scripts.source.text.markdown import MARKDOWN, MAX_REPORTS, WEB_LINK, Heading, LinkUse, MarkdownReading, WebLink
from scripts.source.text.nearest import nearest
from scripts.source.text.source_text import SourceText
from scripts.source.text.vietnamese import fold, slugify

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

_SECTION = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_OWN_PHOTO = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class BodySection:
    """One level-2 section: its heading, its sanitised HTML, its anchor on the page."""

    heading: str
    anchor: str
    html: str


@dataclass(frozen=True, slots=True)
class Body:
    """A compiled body. ``text`` is the plain text, a line a paragraph, for searching and counting."""

    sections: tuple[BodySection, ...]
    text: str
    source: SourceText
    story_links: tuple[LinkUse, ...] = ()
    images: tuple[LinkUse, ...] = ()
    web_links: tuple[WebLink, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    """The plain text below each level-2 heading, in the same form; a footnote belongs where it is written."""

    def text_of(self, heading: str) -> str:
        """Return the plain text below ``heading``; empty when there is no such section."""
        return next((text for name, text in self.texts if name == heading), "")


def compile_body(source: SourceText, story_format: str = "snapshot") -> tuple[Body, list[Problem]]:
    """Return the compiled body and its problems; linear in the length of ``source``."""
    reading = MarkdownReading(source)
    reading.read()
    parts = tuple(_parts(reading))
    problems = [*reading.problems, *(() if reading.too_deep else _check_sections(reading, story_format))]
    body = Body(
        sections=() if reading.too_deep else _sections(_CLEANER.clean(MARKDOWN.html(source.text))),
        text="\n".join(filter(None, (said for part in parts for said in part))),
        source=source,
        story_links=tuple(reading.story_links),
        images=tuple(reading.images),
        web_links=tuple(reading.web_links),
        texts=tuple((one.text, text) for one, (_, text) in zip(reading.headings, parts[1:], strict=True)),
    )
    return body, sorted(problems)[:MAX_REPORTS]


def _lines(pieces: Iterable[str]) -> str:
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\n") if line.strip())


def _parts(reading: MarkdownReading) -> Iterator[tuple[str, str]]:
    """Yield the text before the first level-2 heading, then of each heading its own line and what stands below it.

    A heading begins a line and ends one, so these lines put together are those of the whole.
    """
    opens = [heading.opens for heading in reading.headings]
    begins = [heading.begins for heading in reading.headings]
    for opened, begun, ends in zip([0, *opens], [0, *begins], [*opens, len(reading.text)], strict=True):
        yield _lines(reading.text[opened:begun]), _lines(reading.text[begun:ends])


def check_story_links(body: Body, keys: frozenset[str]) -> Iterator[Problem]:
    """A link to another story leads to a story that exists."""
    for link in body.story_links:
        if key_at(link.target) not in keys:
            yield body.source.problem(link.mark, LINK_MISSING_STORY, target=link.target)


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    """Keep footnote anchors (numbers become ``chu-thich-1``), links the check allows, and photos beside the story."""
    if name == "id":
        return f"chu-thich-{value}" if tag == "div" and value.isdecimal() else None
    if name == "href" and value.startswith("#"):
        return f"#chu-thich-{value[1:]}" if value[1:].isdecimal() else value
    if name == "href":
        return value if STORY_LINK.fullmatch(value) or WEB_LINK.fullmatch(value) else None
    if name == "src":
        return value if _OWN_PHOTO.fullmatch(value) else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(ALLOWED_TAGS),
    clean_content_tags={"script", "style", "iframe", "object", "svg", "math", "template", "noscript"},
    attributes={"*": set(), "a": {"href"}, "img": {"src", "alt"}, "div": {"id"}, "ol": {"start"}},
    attribute_filter=_keep_attribute,
    url_schemes={"http", "https", "mailto"},
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


def _check_sections(reading: MarkdownReading, story_format: str) -> Iterator[Problem]:
    """Level-2 headings come from the list, once each, with text; the required ones are there."""
    source, known = reading.source, {fold(heading) for heading in HEADINGS}
    seen: set[str] = set()
    for heading in reading.headings:
        if heading.text in seen:
            yield source.problem(heading.mark, SECTION_REPEATED, heading=heading.text)
        elif heading.text not in HEADINGS:
            yield _unknown_heading(source, heading)
        elif not heading.filled:
            yield source.problem(heading.mark, SECTION_EMPTY, heading=heading.text)
        seen.add(heading.text)
    present = {fold(heading.text) for heading in reading.headings} & known
    if not source.text.strip():
        yield source.problem(source.start, BODY_EMPTY)
        return
    for required in REQUIRED_HEADINGS.get(story_format, ()):
        if fold(required) not in present:
            yield source.problem(source.start, SECTION_MISSING, heading=required)
    anchors = {*reading.footnotes, *(slugify(heading.text) for heading in reading.headings)}
    yield from _check_anchors(source, reading.anchors, anchors)


def _unknown_heading(source: SourceText, heading: Heading) -> Problem:
    if guess := nearest(heading.text, HEADINGS):
        return source.problem(heading.mark, SECTION_UNKNOWN, heading=heading.text, guess=guess)
    return source.problem(heading.mark, SECTION_UNLIKE_ANY, heading=heading.text, known=", ".join(HEADINGS))


def _check_anchors(source: SourceText, anchors: Iterable[LinkUse], known: set[str]) -> Iterator[Problem]:
    for anchor in anchors:
        if anchor.target not in known:
            yield source.problem(anchor.mark, LINK_ANCHOR, target=anchor.target)
