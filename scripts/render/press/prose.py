"""The words of a compiled body as plain paragraphs, for print. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SKIPPED = frozenset({"hr", "div"})
_ANNOUNCING = 3
"""Words that may stand before a link in a line that is nothing but a link: ``Xem thêm bài``."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, a smaller heading or a row of a table, as plain text."""

    kind: Literal["paragraph", "item", "heading", "row"]
    text: str
    step: bool = False
    """Whether it is an item of a numbered list: the order is part of what it says."""
    pointer: bool = False
    """Whether it only sends the reader to another page: a link, and at most a few words that announce it."""


def blocks_of(html: str) -> tuple[Block, ...]:
    """Return the blocks of a body's sanitised ``html``; footnotes and pictures have no place in print."""
    root = LexborHTMLParser(html).body
    return tuple(_blocks(root)) if root else ()


def count_words(text: str) -> int:
    """Return the number of words as Vietnamese newsrooms count them: syllables between spaces.

    >>> count_words("Góp vốn 1,7 tỷ đồng")
    5
    """
    return len(text.split())


def _blocks(parent: LexborNode) -> Iterator[Block]:
    for node in parent.iter():
        tag = node.tag or ""
        if tag in ("ul", "ol", "blockquote", "table", "thead", "tbody"):
            yield from _blocks(node)
        elif tag == "li":
            yield from _item(node)
        elif tag == "tr":
            cells = [_text(cell) for cell in node.iter()]
            yield from _block("row", "; ".join(filter(None, cells)))
        elif tag == "h3":
            yield from _block("heading", _text(node))
        elif tag not in _SKIPPED:
            text = _text(node)
            yield from _block("paragraph", text, pointer=_points_elsewhere(node))


def _item(item: LexborNode) -> Iterator[Block]:
    """Yield an item: its own words first, then the items of a list inside it."""
    inner = [node for node in item.iter() if node.tag in ("ul", "ol")]
    nested = [block for node in inner for block in _blocks(node)]
    for node in inner:
        node.decompose()
    step = item.parent is not None and item.parent.tag == "ol"
    text = _text(item)
    yield from _block("item", text, step=step, pointer=_points_elsewhere(item))
    yield from nested


def _block(
    kind: Literal["paragraph", "item", "heading", "row"], text: str, *, step: bool = False, pointer: bool = False
) -> Iterator[Block]:
    if text:
        yield Block(kind, text, step, pointer)


def _points_elsewhere(node: LexborNode) -> bool:
    """Whether ``node``, its footnote marks taken out, is a link and little else."""
    links = node.css("a")
    if not links:
        return False
    linked = sum(count_words(link.text()) for link in links)
    return count_words(node.text()) <= linked + _ANNOUNCING


def _text(node: LexborNode) -> str:
    for mark in node.css("sup.footnote-reference"):
        mark.decompose()
    for line_break in node.css("br"):
        line_break.replace_with(" ")
    return " ".join(node.text(separator="").split())
