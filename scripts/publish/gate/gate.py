"""The last check: read the finished site as a reader's browser will, and refuse what is wrong. Reads.

It runs over every file in every build, knows nothing of how the site was made, and trusts
nothing: links, anchors, titles, headings, language, the tags inside stories, leaks, drafts.
``harmless`` says what a page may do, ``inventory`` which files there may be.
"""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from scripts.publish.gate.harmless import Reference, check_harmless, elements_of, path_of, references_of
from scripts.publish.gate.inventory import check_files, check_mentions
from scripts.publish.gate.unseen import check_unseen
from scripts.publish.gate.unspoken import check_unspoken
from scripts.render.urls import relative
from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.site import (
    BROKEN_ANCHOR,
    BROKEN_LINK,
    DRAFT_IN_PUBLIC,
    FRONT_MATTER_LEAK,
    MOVED_LEFTOVER,
    MOVED_MARK,
    MOVED_PAGE,
    MOVED_PAGE_MISSING,
    PAGE_DESCRIPTION,
    PAGE_HEADING,
    PAGE_LANGUAGE,
    PAGE_TITLE,
    PAGE_TITLE_MARKUP,
    PAGE_TITLE_REPEATED,
    PAGE_TOO_HEAVY,
    STORY_TAG,
    TEMPLATE_LEAK,
    WITHDRAWN_LEFTOVER,
    WITHDRAWN_LINKED,
    WITHDRAWN_MARK,
    WITHDRAWN_PAGE,
    WITHDRAWN_PAGE_MISSING,
)
from scripts.source.text.body import ALLOWED_TAGS
from scripts.source.text.markdown import FRONT_MATTER_LINE, TEMPLATE_SIGN

MAX_PAGE_BYTES = 60_000
"""HTML of one page: a cheap phone on a slow line reads it at once."""

_LEAKS = ((TEMPLATE_SIGN, TEMPLATE_LEAK), (FRONT_MATTER_LINE, FRONT_MATTER_LEAK))
_UNUSUAL = re.compile(r"%|//|(?:^|/)\.")
STORY_TEXT = "[data-story-text]"
"""Marks the element of a page that holds what a contributor wrote."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must be true of this edition."""

    drafts_allowed: bool
    absent: Collection[str] = ()
    """Addresses of pages that must not exist, nor be named anywhere: of what is not public, in the public edition."""
    withdrawn: Collection[str] = ()
    """Addresses that may answer, politely and unindexed, but that no other page or file may name."""
    site_url: str = ""
    """Where the site will be, ending in ``/``; empty when that is not known."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Old addresses of stories, and of their press pages, and where each leads: nothing else stands there."""
    waiting: Mapping[str, str] = field(default_factory=dict)
    """The titles, by key, of the stories whose hour has not come: nothing may quote them."""
    told: Collection[str] = ()
    """The titles that are public."""
    unseen: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Phrases that only editors may see, by the path of the file they stand in."""
    explained: Collection[str] | None = None
    """The files that were staged, by their names in the site; ``None`` when that is not known."""


@dataclass(slots=True)
class _Seen:
    """What is remembered between pages: for links that lead elsewhere, and for titles."""

    files: frozenset[str]
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    wanted: list[tuple[str, str, str]] = field(default_factory=list)
    """(page, target file, anchor) still to be found."""
    titles: dict[str, str] = field(default_factory=dict)
    referenced: dict[str, str] = field(default_factory=dict)
    """The files that some page names, each with the first page that does."""
    scripts: dict[str, str] = field(default_factory=dict)


def check_site(site: Path, expected: Expectation) -> list[Problem]:
    """Return every problem of the finished site in ``site``, sorted; about 0.9 ms a page."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    seen = _Seen(frozenset(files))
    problems: list[Problem] = []
    for name in files:
        if name.endswith(".html"):
            problems += _check_page(name, (site / name).read_bytes(), seen, expected)
    problems += _check_anchors(seen)
    problems += _check_withdrawn_links(seen, expected.withdrawn)
    problems += _check_withdrawn_files(files, expected.withdrawn)
    problems += _check_moved_files(files, expected.moved)
    problems += check_files(site, files, seen.referenced, seen.scripts, expected.explained)
    problems += check_mentions(site, files, frozenset([*expected.absent, *expected.withdrawn]))
    problems += check_unspoken(site, files, expected.waiting, expected.told)
    problems += check_unseen(site, files, expected.unseen)
    return sorted(problems)


def _check_page(name: str, data: bytes, seen: _Seen, expected: Expectation) -> Iterator[Problem]:
    if len(data) > MAX_PAGE_BYTES:
        yield _problem(name, PAGE_TOO_HEAVY, size=len(data), most=MAX_PAGE_BYTES)
    tree = LexborHTMLParser(data)
    elements = elements_of(tree)
    references = references_of(elements)
    leads_to = expected.moved.get(_address(name), "")
    link = relative(leads_to, _address(name)) if leads_to else ""
    yield from check_harmless(name, data, elements, references, expected.site_url, leads_to=link)
    yield from _check_head(name, tree, seen, expected)
    yield from _check_links(name, references, seen, expected.site_url)
    yield from _check_story_text(name, tree)
    yield from _check_leaks(name, tree)
    yield from _check_withheld(name, tree, expected)
    yield from _check_withdrawn_page(name, tree, expected)
    yield from _check_moved_page(name, tree, references, expected)
    seen.anchors[name] = frozenset(found for _, attributes, _ in elements if (found := attributes.get("id")))


def _check_head(name: str, tree: LexborHTMLParser, seen: _Seen, expected: Expectation) -> Iterator[Problem]:
    """Language, one title of its own, a description, exactly one h1."""
    root = tree.root
    if root is None or root.attributes.get("lang") != "vi":
        yield _problem(name, PAGE_LANGUAGE)
    titles = [node.text(strip=True) for node in tree.css("head > title")]
    if len(titles) != 1 or not titles[0]:
        yield _problem(name, PAGE_TITLE)
    elif _address(name) in expected.withdrawn or _address(name) in expected.moved:
        pass  # all of them are called the same: a withdrawn one's own title would say what was there
    elif titles[0] in seen.titles:
        yield _problem(name, PAGE_TITLE_REPEATED, title=titles[0], page=seen.titles[titles[0]])
    else:
        seen.titles[titles[0]] = name
    if any("<" in title or ">" in title for title in titles):
        yield _problem(name, PAGE_TITLE_MARKUP)
    described = tree.css_first('head > meta[name="description"]')
    if described is None or not (described.attributes.get("content") or "").strip():
        yield _problem(name, PAGE_DESCRIPTION)
    if (count := len(tree.css("h1"))) != 1:
        yield _problem(name, PAGE_HEADING, count=count)


def _check_links(name: str, references: list[Reference], seen: _Seen, site_url: str) -> Iterator[Problem]:
    """Each address of the site's own leads to a file that is there."""
    folder = posixpath.dirname(name)
    for tag, target, _, _ in references:
        if not target or (own := path_of(target, site_url)) is None:
            continue
        path, _, anchor = own.partition("#")
        file = _file_of(path.partition("?")[0], folder, name)
        if file != name:
            seen.referenced.setdefault(file, name)
        if tag == "script":
            seen.scripts.setdefault(file, name)
        if file not in seen.files:
            yield _problem(name, BROKEN_LINK, target=target)
        elif anchor:
            seen.wanted.append((name, file, unquote(anchor)))


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
            yield _problem(name, BROKEN_ANCHOR, anchor=anchor, file=file)


def _check_story_text(name: str, tree: LexborHTMLParser) -> Iterator[Problem]:
    """What a contributor wrote holds only tags of the allow-list."""
    for node in tree.css(f"{STORY_TEXT} *"):
        if node.tag not in ALLOWED_TAGS:
            yield _problem(name, STORY_TAG, tag=node.tag or "")


def _check_leaks(name: str, tree: LexborHTMLParser) -> Iterator[Problem]:
    """Neither template syntax nor front matter is visible on a page, but in an example."""
    if tree.css_first("pre") is not None:
        tree.strip_tags(["pre"])
    text = tree.body.text(separator="\n") if tree.body else ""
    for sign, code in _LEAKS:
        if sign.search(text):
            yield _problem(name, code)


def _check_withheld(name: str, tree: LexborHTMLParser, expected: Expectation) -> Iterator[Problem]:
    """The public edition has no page, card or mark of a draft, or of a story that waits, and no note of the editors."""
    if _address(name) in expected.absent or (
        not expected.drafts_allowed and tree.css_first("[data-draft], [data-embargo], [data-editors]") is not None
    ):
        yield _problem(name, DRAFT_IN_PUBLIC)


def _check_withdrawn_links(seen: _Seen, withdrawn: Collection[str]) -> Iterator[Problem]:
    """No page leads to a withdrawn story."""
    for address in sorted(withdrawn):
        if page := seen.referenced.get(f"{address}index.html"):
            yield _problem(page, WITHDRAWN_LINKED, address=address)


def _check_withdrawn_page(name: str, tree: LexborHTMLParser, expected: Expectation) -> Iterator[Problem]:
    """The address of a withdrawn story holds the polite page, unindexed, and nothing of a story."""
    marked = tree.css_first("[data-withdrawn]") is not None
    if _address(name) not in expected.withdrawn:
        if marked:
            yield _problem(name, WITHDRAWN_MARK)
        return
    robots = tree.css_first('head > meta[name="robots"]')
    hidden = robots is not None and "noindex" in (robots.attributes.get("content") or "")
    if not marked or not hidden or tree.css_first(f"{STORY_TEXT}, article, .card, [data-withdrawn] img") is not None:
        yield _problem(name, WITHDRAWN_PAGE)


def _check_withdrawn_files(files: Iterable[str], withdrawn: Collection[str]) -> Iterator[Problem]:
    """Each withdrawn address has its page and no other file: no photo, no press kit."""
    missing = set(withdrawn)
    for name in files:
        address = _address(name)
        missing.discard(address)
        above = "/".join(name.split("/")[:3]) + "/"
        if address not in withdrawn and above in withdrawn:
            yield _problem(name, WITHDRAWN_LEFTOVER)
    for address in sorted(missing):
        yield _problem(f"{address}index.html", WITHDRAWN_PAGE_MISSING)


def _check_moved_page(
    name: str, tree: LexborHTMLParser, references: list[Reference], expected: Expectation
) -> Iterator[Problem]:
    """An old address holds the page that leads on, unindexed, to the new one and in words too; nothing of a story."""
    marked = tree.css_first("[data-moved]") is not None
    target = expected.moved.get(_address(name))
    if target is None:
        if marked:
            yield _problem(name, MOVED_MARK)
        return
    robots = tree.css_first('head > meta[name="robots"]')
    hidden = robots is not None and "noindex" in (robots.attributes.get("content") or "")
    canonical = tree.css_first('head > link[rel="canonical"]')
    told = canonical is None or canonical.attributes.get("href") == f"{expected.site_url}{target}"
    linked = Reference("a", relative(target, _address(name))) in references
    if not (marked and hidden and told and linked) or tree.css_first(f"{STORY_TEXT}, article, .card") is not None:
        yield _problem(name, MOVED_PAGE)


def _check_moved_files(files: Iterable[str], moved: Mapping[str, str]) -> Iterator[Problem]:
    """Each old address has its page and no other file: photos and kits are at the new one."""
    missing = set(moved)
    for name in files:
        address = _address(name)
        missing.discard(address)
        above = "/".join(name.split("/")[:3]) + "/"
        if address not in moved and above in moved:
            yield _problem(name, MOVED_LEFTOVER)
    for address in sorted(missing):
        yield _problem(f"{address}index.html", MOVED_PAGE_MISSING)


def _address(name: str) -> str:
    return name.removesuffix("index.html")


def _problem(page: str, code: Code, /, **values: object) -> Problem:
    return problem_at(f"site/{page}", START, code, **values)
