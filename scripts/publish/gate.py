"""The last check: read the finished site as a reader's browser will, and refuse what is wrong. Reads.

It runs over every file in every build, knows nothing of how the site was made, and trusts
nothing: links, anchors, titles, headings, language, the tags inside stories, leaks, drafts.
"""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.source.body import ALLOWED_TAGS
from scripts.source.problem import START, Problem, problem_at, shown

MAX_PAGE_BYTES = 60_000
"""HTML of one page: a cheap phone on a slow line reads it at once."""

_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_LEAKS = (
    (re.compile(r"\{\{|\{%|\{#"), "template-leak", "Trang lộ ký hiệu của khuôn mẫu ({{, {% hoặc {#)."),
    (
        re.compile(r"^(?:---|approval:|digest:|recognition:|commendations:|consent:)\s*$", re.MULTILINE),
        "front-matter-leak",
        "Trang lộ phần dữ kiện của bài.",
    ),
)
_UNUSUAL = re.compile(r"%|//|(?:^|/)\.")
_LINKED = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("source", "srcset"))
_STORY_SCHEMES = frozenset({"http:", "https:", "mailto:"})
STORY_TEXT = "[data-story-text]"
"""Marks the element of a page that holds what a contributor wrote."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must be true of this edition."""

    drafts_allowed: bool
    drafts: Container[str] = ()
    """Addresses of the stories that must not exist when drafts are not allowed."""


@dataclass(slots=True)
class _Seen:
    """What is remembered between pages: for links that lead elsewhere, and for titles."""

    files: frozenset[str]
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    wanted: list[tuple[str, str, str]] = field(default_factory=list)
    """(page, target file, anchor) still to be found."""
    titles: dict[str, str] = field(default_factory=dict)


def check_site(site: Path, expected: Expectation) -> list[Problem]:
    """Return every problem of the finished site in ``site``, sorted; about 0.6 ms a page."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    seen = _Seen(frozenset(files))
    problems: list[Problem] = []
    for name in files:
        if name.endswith(".html"):
            problems += _check_page(name, (site / name).read_bytes(), seen, expected)
    problems += _check_anchors(seen)
    return sorted(problems)


def _check_page(name: str, data: bytes, seen: _Seen, expected: Expectation) -> Iterator[Problem]:
    if len(data) > MAX_PAGE_BYTES:
        yield _problem(name, "page-too-heavy", f"Trang nặng {len(data)} byte, nhiều nhất {MAX_PAGE_BYTES}.")
    tree = LexborHTMLParser(data)
    yield from _check_head(name, tree, seen)
    yield from _check_links(name, tree, seen)
    yield from _check_story_text(name, tree)
    yield from _check_leaks(name, tree)
    if not expected.drafts_allowed:
        yield from _check_no_draft(name, tree, expected.drafts)
    seen.anchors[name] = frozenset(node.attributes["id"] or "" for node in tree.css("[id]"))


def _check_head(name: str, tree: LexborHTMLParser, seen: _Seen) -> Iterator[Problem]:
    """Language, one title of its own, a description, exactly one h1."""
    root = tree.root
    if root is None or root.attributes.get("lang") != "vi":
        yield _problem(name, "page-language", 'Trang thiếu lang="vi".')
    titles = [node.text(strip=True) for node in tree.css("head > title")]
    if len(titles) != 1 or not titles[0]:
        yield _problem(name, "page-title", "Trang phải có đúng một tên trang.")
    elif titles[0] in seen.titles:
        message = f"Tên trang “{shown(titles[0])}” trùng với {seen.titles[titles[0]]}."
        yield _problem(name, "page-title-repeated", message)
    else:
        seen.titles[titles[0]] = name
    if any("<" in title or ">" in title for title in titles):
        yield _problem(name, "page-title-markup", "Tên trang có ký tự < hoặc >.")
    described = tree.css_first('head > meta[name="description"]')
    if described is None or not (described.attributes.get("content") or "").strip():
        yield _problem(name, "page-description", "Trang thiếu lời mô tả.")
    if (count := len(tree.css("h1"))) != 1:
        yield _problem(name, "page-heading", f"Trang có {count} đề mục lớn nhất, phải có đúng một.")


def _check_links(name: str, tree: LexborHTMLParser, seen: _Seen) -> Iterator[Problem]:
    """Each link of the site's own leads to a file that is there."""
    folder = posixpath.dirname(name)
    for target in dict.fromkeys(_targets(tree)):
        if _ELSEWHERE.match(target):
            continue
        path, _, anchor = target.partition("#")
        file = _file_of(path.partition("?")[0], folder, name)
        if file not in seen.files:
            yield _problem(name, "broken-link", f"Liên kết “{shown(target)}” không trỏ tới tệp nào.")
        elif anchor:
            seen.wanted.append((name, file, unquote(anchor)))


def _targets(tree: LexborHTMLParser) -> Iterator[str]:
    for tag, attribute in _LINKED:
        for node in tree.css(f"{tag}[{attribute}]"):
            if target := node.attributes[attribute]:
                yield target


def _file_of(path: str, folder: str, page: str) -> str:
    """Return the file that ``path`` names when followed from ``page``."""
    if not path:
        return page
    if path.startswith("../"):
        # Most links of ours climb to the root: cut the climbing off without the general algorithm.
        climbs = path.count("../")
        rest = path[3 * climbs :]
        if folder.count("/") + 1 == climbs and not _UNUSUAL.search(rest):
            return f"{rest}index.html" if not rest or rest.endswith("/") else rest
    full = posixpath.normpath(posixpath.join("/", folder, unquote(path))).lstrip("/")
    if path.endswith(("/", "..", ".")):
        return posixpath.join(full, "index.html")
    return full


def _check_anchors(seen: _Seen) -> Iterator[Problem]:
    """Each link to a place in a page leads to an id that is there."""
    for name, file, anchor in seen.wanted:
        if file.endswith(".html") and anchor not in seen.anchors.get(file, ()):
            yield _problem(name, "broken-anchor", f"Liên kết “#{shown(anchor)}” không có trong {file}.")


def _check_story_text(name: str, tree: LexborHTMLParser) -> Iterator[Problem]:
    """What a contributor wrote holds only tags of the allow-list, and no handler or style."""
    for story in tree.css(STORY_TEXT):
        for node in _inside(story):
            if node.tag not in ALLOWED_TAGS:
                yield _problem(name, "story-tag", f"Lời văn của bài có thẻ <{shown(node.tag or '')}> không được phép.")
            if bad := [key for key in node.attributes if key.startswith("on") or key == "style"]:
                message = f"Lời văn của bài có thuộc tính {shown(bad[0])} không được phép."
                yield _problem(name, "story-attribute", message)
            target = node.attributes.get("href") or node.attributes.get("src") or ""
            if (scheme := _ELSEWHERE.match(target)) and scheme.group().lower() not in _STORY_SCHEMES:
                yield _problem(name, "story-link", f"Lời văn của bài có liên kết “{shown(target)}” không được phép.")


def _inside(node: LexborNode) -> Iterable[LexborNode]:
    return (child for child in node.css("*") if child != node)


def _check_leaks(name: str, tree: LexborHTMLParser) -> Iterator[Problem]:
    """Neither template syntax nor front matter is visible on a page, but in an example."""
    if tree.css_first("pre") is not None:
        tree.strip_tags(["pre"])
    text = tree.body.text(separator="\n") if tree.body else ""
    for sign, code, message in _LEAKS:
        if sign.search(text):
            yield _problem(name, code, message)


def _check_no_draft(name: str, tree: LexborHTMLParser, drafts: Container[str]) -> Iterator[Problem]:
    """The public edition has no page, card or mark of a draft."""
    if name.removesuffix("index.html") in drafts or tree.css_first("[data-draft]") is not None:
        yield _problem(name, "draft-in-public", "Bản công khai không được có bản thảo.")


def _problem(name: str, code: str, message: str) -> Problem:
    return problem_at(f"site/{name}", START, code, message)
