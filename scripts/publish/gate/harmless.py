"""Nothing in a finished page acts, but the scripts we reviewed; nothing comes from elsewhere. Pure.

One pass over every element and attribute of a page, whoever wrote it. What is not known to be
harmless is refused: the lists below say what a page may hold, not what it may not.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.render.servers.policy import policy_meta
from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.site import (
    ADDRESS_FORM,
    FOREIGN_ORIGIN,
    HANDLER,
    IMAGE_ALT,
    IMAGE_SIZE,
    INLINE_SCRIPT,
    INLINE_STYLE,
    JSON_LD,
    LINK_SCHEME_ON_PAGE,
    MARKUP_UNCLEAR,
    OWN_ADDRESS,
    PAGE_ATTRIBUTE,
    PAGE_TAG,
    POLICY,
    POLICY_LATE,
)

_TAG_NAMES = """
html head meta title link script body header nav main footer aside section article div hgroup address search
h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd a b strong i em small s u span mark q cite abbr time code pre kbd samp
var sub sup del ins data bdi bdo br hr wbr blockquote figure figcaption picture source img audio video track
table caption colgroup col thead tbody tfoot tr th td form label input button select option optgroup textarea
fieldset legend output progress meter datalist details summary dialog menu ruby rt rp noscript
"""
PAGE_TAGS = frozenset(_TAG_NAMES.split())
"""All a page may be made of. No frame, object, base, template, style or drawing with a language of its own."""

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Where a link that a reader follows may lead."""

_LOADED = frozenset({"src", "srcset", "imagesrcset", "poster", "action", "formaction", "data"})
"""Attributes whose address the browser fetches or sends to by itself; ``href`` of ``<link>`` is another."""
_OLD_NAMES = "archive background classid code codebase dynsrc longdesc lowsrc manifest ping profile srcdoc xlink:href"
_ADDRESSED = _LOADED | {"href", "content"}
_REFUSED = frozenset(_OLD_NAMES.split())
"""Attributes that fetch, run or tell in old or rare ways: no page of ours needs one."""
_NOT_FETCHED = frozenset({"alternate", "author", "canonical", "license", "next", "prev"})
"""``rel`` of a ``<link>`` that only tells; all others fetch."""
_OWN_ADDRESS = frozenset({"alternate", "canonical"})
_SCRIPT_TYPES = frozenset({None, "", "module", "text/javascript"})
_DATA_BLOCK = "application/ld+json"
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ODD = re.compile(r"[\x00-\x20\x7f\\]")
_SIZE = re.compile(r"[1-9][0-9]{0,4}")
_OPENING = re.compile(rb"<[a-z]", re.IGNORECASE)


Element = tuple[str, dict[str, str | None], LexborNode]
"""An element of a page: its tag, its attributes, itself. All are read once; a plain tuple is the quickest."""


class Reference(NamedTuple):
    """An address on a page. ``loaded``: the browser fetches it without being asked."""

    tag: str
    target: str
    loaded: bool = False
    own: bool = False
    """It must name a place of this site, even where it is written in full."""


def elements_of(tree: LexborHTMLParser) -> list[Element]:
    """Return every element of a page in its order."""
    return [(node.tag or "", node.attributes, node) for node in tree.css("*")]


def references_of(elements: list[Element]) -> list[Reference]:
    """Return every address that a page names, each once."""
    found: dict[Reference, None] = {}
    for tag, attributes, _ in elements:
        if tag == "a" and "href" in attributes:  # nearly all of them
            found[Reference(tag, attributes["href"] or "")] = None
        elif not _ADDRESSED.isdisjoint(attributes):
            found.update(dict.fromkeys(_addresses(tag, attributes)))
    return list(found)


def _addresses(tag: str, attributes: dict[str, str | None]) -> Iterator[Reference]:
    for name, value in attributes.items():
        if value is None:
            continue
        if name == "href" and tag == "link":
            rel = frozenset((attributes.get("rel") or "").lower().split())
            told = bool(rel) and rel <= _NOT_FETCHED
            yield Reference(tag, value, loaded=not told, own=told and not rel.isdisjoint(_OWN_ADDRESS))
        elif name == "href":
            yield Reference(tag, value)
        elif name.endswith("srcset"):
            yield from (Reference(tag, part.split()[0], loaded=True) for part in value.split(",") if part.strip())
        elif name in _LOADED:
            yield Reference(tag, value, loaded=True)
        elif name == "content" and tag == "meta" and _is_address(attributes, value):
            yield Reference(tag, value, own=True)


def _is_address(attributes: dict[str, str | None], value: str) -> bool:
    """Open Graph and its like give whole addresses of pages and pictures: ours, so that they can be checked."""
    key = attributes.get("property") or attributes.get("name") or ""
    return key.startswith(("og:", "twitter:")) and "://" in value


@lru_cache(maxsize=1 << 14)
def path_of(target: str, site_url: str) -> str | None:
    """Return ``target`` as an address within the site, or ``None`` when it leads elsewhere.

    An address written in full is within the site when it begins with ``site_url``, which ends in ``/``.
    """
    if site_url and target.startswith(site_url):
        return "/" + target.removeprefix(site_url)
    if _SCHEME.match(target) or target.startswith("//"):
        return None
    if target.startswith("/") and len(base := urlsplit(site_url).path) > 1:
        return "/" + target.removeprefix(base) if target.startswith(base) else None
    return target


def check_harmless(  # noqa: PLR0913 - what a page is, and what is known of it
    name: str,
    data: bytes,
    elements: list[Element],
    references: list[Reference],
    site_url: str,
    *,
    leads_to: str = "",
) -> Iterator[Problem]:
    """Yield what could act, load or send on the page ``name``; ``site_url`` is where the site will be, if known.

    ``leads_to`` is the link by which a page that has moved sends its readers on; no other page sends them anywhere.
    """
    if len(_OPENING.findall(data)) != len(elements):
        # Parsers disagree about a tag in an attribute, a comment, a <noscript>: then none may be there.
        yield _problem(name, MARKUP_UNCLEAR)
    tags: set[str] = set()
    attributes: set[str] = set()
    for tag, own_attributes, node in elements:
        tags.add(tag)
        attributes.update(own_attributes)
        if tag == "script":
            yield from _check_script(name, own_attributes, node)
        elif tag == "img":
            yield from _check_image(name, own_attributes)
    yield from _check_policy(name, elements, leads_to)
    for tag in sorted(tags - PAGE_TAGS):
        yield _problem(name, PAGE_TAG, tag=tag)
    yield from _check_attributes(name, attributes)
    for reference in references:
        if code := _wrong_with(reference, site_url):
            yield _problem(name, code, **_about(reference, code))


def _check_policy(name: str, elements: list[Element], leads_to: str) -> Iterator[Problem]:
    """The policy is said once, before anything that it governs; beside it only where a moved page leads."""
    said = [
        place for place, (tag, attributes, _) in enumerate(elements) if tag == "meta" and "http-equiv" in attributes
    ]
    governed = (place for place, (tag, _, _) in enumerate(elements) if tag in {"link", "script", "body"})
    policies = [elements[place][1] for place in said]
    right = {"http-equiv": "Content-Security-Policy", "content": policy_meta()}
    on = [{"http-equiv": "refresh", "content": f"0; url={leads_to}"}] if leads_to else []
    if policies != [right, *on]:
        yield _problem(name, POLICY)
    elif said[0] > next(governed, len(elements)):
        yield _problem(name, POLICY_LATE)


def _check_attributes(name: str, attributes: set[str]) -> Iterator[Problem]:
    for attribute in sorted(attributes):
        if attribute.startswith("on"):
            yield _problem(name, HANDLER, attribute=attribute)
        elif attribute == "style":
            yield _problem(name, INLINE_STYLE)
        elif attribute in _REFUSED:
            yield _problem(name, PAGE_ATTRIBUTE, attribute=attribute)


def _check_script(name: str, attributes: dict[str, str | None], node: LexborNode) -> Iterator[Problem]:
    """A script is a file of ours; a data block is JSON that no parser can take for markup."""
    kind = attributes.get("type")
    if "src" in attributes and kind in _SCRIPT_TYPES and not node.text().strip():
        return
    if kind != _DATA_BLOCK or "src" in attributes:
        yield _problem(name, INLINE_SCRIPT)
    elif not _is_plain_json(node.text()):
        yield _problem(name, JSON_LD)


def _is_plain_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return "<" not in text


def _check_image(name: str, attributes: dict[str, str | None]) -> Iterator[Problem]:
    """An image says what it shows, perhaps nothing, and how large it is: the page does not jump."""
    if "alt" not in attributes:
        yield _problem(name, IMAGE_ALT, src=attributes.get("src") or "")
    if not all(_SIZE.fullmatch(attributes.get(side) or "") for side in ("width", "height")):
        yield _problem(name, IMAGE_SIZE, src=attributes.get("src") or "")


@lru_cache(maxsize=1 << 14)
def _wrong_with(reference: Reference, site_url: str) -> Code | None:
    """Return what is wrong with an address. Most stand on every page: asked once."""
    _, target, loaded, own = reference
    if _ODD.search(target):
        return ADDRESS_FORM
    if path_of(target, site_url) is not None:
        return None
    if loaded:
        return FOREIGN_ORIGIN
    if own:
        return OWN_ADDRESS
    scheme = _SCHEME.match(target)
    if scheme and scheme[1].lower() in LINK_SCHEMES:
        return None
    return LINK_SCHEME_ON_PAGE


def _about(reference: Reference, code: Code) -> dict[str, str]:
    """Return the values of ``code`` for an address: its tag matters only where it loads by itself."""
    about = {"target": reference.target}
    return {**about, "tag": reference.tag} if code is FOREIGN_ORIGIN else about


def _problem(page: str, code: Code, /, **values: object) -> Problem:
    return problem_at(f"site/{page}", START, code, **values)
