"""The words of a compiled body as plain paragraphs and whole sentences, for print. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

_END = re.compile(r"[.!?…]+[”’\"')\]]*\s+(?=[“‘\"'(\[]*(\w))")
"""Where a sentence may end: a stop, what closes with it, a space; then a capital or a digit must follow."""
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_SHORT_FORMS = frozenset({"ths", "ts", "pgs", "gs", "bs", "ks", "cn", "tp", "tx", "tt", "nxb", "tr", "vd", "st", "v.v"})
_NUMBERING = re.compile(r"\d{1,3}|[ivxlc]{1,6}|[a-zđ]")
_LONGEST_INITIALS = 5
_SKIPPED = frozenset({"hr", "div"})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, a smaller heading or a row of a table, as plain text."""

    kind: Literal["paragraph", "item", "heading", "row"]
    text: str


def blocks_of(html: str) -> tuple[Block, ...]:
    """Return the blocks of a body's sanitised ``html``; footnotes and pictures have no place in print."""
    root = LexborHTMLParser(html).body
    return tuple(_blocks(root)) if root else ()


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of one paragraph, each whole; joined by spaces they are the paragraph.

    Where it is not sure that a sentence ends (``TP. Rạch Giá``, ``Nguyễn V. An``, ``1. Bàn``), it
    does not: two sentences kept together do less harm than one cut in the middle.
    """
    sentences: list[str] = []
    start = 0
    for end in _END.finditer(text):
        begins = end[1].isupper() or end[1].isdigit()
        if begins and not _is_short_form(text[start : end.start()]) and _is_closed(text[start : end.end()]):
            sentences.append(text[start : end.end()].strip())
            start = end.end()
    rest = text[start:].strip()
    return tuple([*sentences, rest] if rest else sentences)


def count_words(text: str) -> int:
    """Return the number of words as Vietnamese newsrooms count them: syllables between spaces.

    >>> count_words("Góp vốn 1,7 tỷ đồng")
    5
    """
    return len(text.split())


def _is_short_form(before: str) -> bool:
    """Whether the stop after ``before`` belongs to a short form, an initial or a number of a list."""
    whole = before.split()
    last = whole[-1].strip("“‘\"'([") if whole else ""
    if len(whole) == 1 and _NUMBERING.fullmatch(last.lower()):
        return True
    return last.lower() in _SHORT_FORMS or (last.isupper() and len(last) <= _LONGEST_INITIALS and last.isalpha())


def _is_closed(text: str) -> bool:
    """Whether every quotation and bracket that opens in ``text`` closes in it."""
    return all(text.count(opening) <= text.count(closing) for opening, closing in _PAIRS)


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
            yield from _block("paragraph", _text(node))


def _item(item: LexborNode) -> Iterator[Block]:
    """Yield an item: its own words first, then the items of a list inside it."""
    inner = [node for node in item.iter() if node.tag in ("ul", "ol")]
    nested = [block for node in inner for block in _blocks(node)]
    for node in inner:
        node.decompose()
    yield from _block("item", _text(item))
    yield from nested


def _block(kind: Literal["paragraph", "item", "heading", "row"], text: str) -> Iterator[Block]:
    if text:
        yield Block(kind, text)


def _text(node: LexborNode) -> str:
    for mark in node.css("sup.footnote-reference"):
        mark.decompose()
    for line_break in node.css("br"):
        line_break.replace_with(" ")
    return " ".join(node.text(separator="").split())
