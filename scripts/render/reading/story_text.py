"""The text of a story as it stands on its page: links that lead somewhere, photos between the paragraphs. Pure.

``nh3`` made the HTML and writes every tag in one form only, so reading it back needs no parser.
"""

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from scripts.render.reading.picture_views import Picture
from scripts.source.addresses import STORY_ADDRESS, key_at, story_url

_STORY_LINK = re.compile(rf'<a href="/({STORY_ADDRESS})"[^>]*>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img (?:src="(?P<file>[a-z0-9._-]+)")?[^>]*>')
_NESTING_OR_ALONE = re.compile(
    r"<(?P<close>/?)(?:ul|ol|blockquote|table|div)\b|"
    rf"(?P<alone><p>\s*{_IMAGE.pattern}\s*</p>)"
)
_LEFT_EMPTY = re.compile(r"<(a|p)\b[^>]*>\s*</\1>")
"""What a photo leaves behind when it is taken out."""


def text_blocks(
    html: str, root: str, known: Mapping[str, str], pictures: Mapping[str, Picture]
) -> tuple[Markup | Picture, ...]:
    """Return sanitised ``html`` as text and photos, in the order in which they are read.

    ``root`` leads to the home page. ``known`` says where a link to a story leads (``Catalog.destinations``);
    one to a story that is not in this edition becomes plain text. A photo that is a paragraph
    of its own stays where it is; one inside a sentence, a list or a table follows the text.
    """
    text = _linked(html, root, known)
    blocks: list[Markup | Picture] = []
    later: list[Picture] = []
    start = depth = 0
    for found in _NESTING_OR_ALONE.finditer(text):
        if not found["alone"]:
            depth += -1 if found["close"] else 1
        elif depth == 0:
            blocks += _text(text[start : found.start()], pictures, later)
            blocks += _known(found["file"], pictures)
            start = found.end()
    blocks += _text(text[start:], pictures, later)
    return (*blocks, *later)


def resolve_links(html: str, root: str, known: Mapping[str, str]) -> Markup:
    """Return ``html`` as text alone, for a feed or a collection: links as in ``text_blocks``, no photos."""
    return next(_text(_linked(html, root, known), {}, []), Markup())


def _text(html: str, pictures: Mapping[str, Picture], later: list[Picture]) -> Iterator[Markup]:
    """Yield ``html`` without its photos, which go to ``later``; nothing when there is no text."""
    for image in _IMAGE.finditer(html):
        later += _known(image["file"], pictures)
    text = _IMAGE.sub("", html)
    for _ in ("a link", "the paragraph around it"):
        text = _LEFT_EMPTY.sub("", text)
    if text.strip():
        yield Markup(text.strip())  # noqa: S704 - nh3 made this HTML


def _known(file: str | None, pictures: Mapping[str, Picture]) -> list[Picture]:
    return [pictures[file]] if file and file in pictures else []


def _linked(html: str, root: str, known: Mapping[str, str]) -> str:
    def link(match: re.Match[str]) -> str:
        whole, address, text = match.group(0, 1, 2)
        here = known.get(key_at(address))
        return whole.replace(f"/{address}", f"{root}{story_url(here)}", 1) if here else text

    return _STORY_LINK.sub(link, html)
