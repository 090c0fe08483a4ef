"""Words that follow each other in a text, whatever their capitals: are they there, and where. Pure.

A text is put into one line of words in which every sign between words is a bar, so a phrase of several
words is never found across the end of a clause: "từ một nguồn. Không nêu tên" does not say "nguồn không nêu".
Looking for a phrase is then looking for a string, which no text can make slow.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from scripts.source.problems.problem import Mark
from scripts.source.text.source_text import SourceText

_SIGNS = re.compile(r"[^\w\s]+")
_WORD = re.compile(r"\w+")
_PLACED_BY = 6
"""So many words of a sentence are enough to find its line."""


class Phrase(NamedTuple):
    """A phrase as it is looked for."""

    line: str
    """Its ``word_line``."""
    words: frozenset[str]


@lru_cache(maxsize=8)
def word_line(text: str) -> str:
    """Return the words of ``text`` in small letters, parted and surrounded by single spaces, each sign a bar.

    >>> word_line("Cần kiểm lại.")
    ' cần kiểm lại | '
    """
    return f" {' '.join(_SIGNS.sub(' | ', text.lower()).split())} "


@lru_cache(maxsize=8)
def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


@lru_cache(maxsize=64)
def phrases_of(written: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Return ``written`` as they are looked for; the same few lists are asked for with every story."""
    return tuple(Phrase(line, frozenset(line.split())) for line in map(word_line, written))


def phrases_in(line: str, phrases: Iterable[Phrase]) -> list[str]:
    """Return which of ``phrases`` are in ``line``, a ``word_line``: first by their words, which is fast."""
    words = _words(line)
    return [phrase.line for phrase in phrases if phrase.words <= words and phrase.line in line]


def without(line: str, phrases: Iterable[Phrase]) -> str:
    """Return ``line`` with a bar in place of each of ``phrases``."""
    for phrase in phrases_in(line, phrases):
        line = line.replace(phrase, " | ")
    return line


def place_of(words: str, source: SourceText, paragraph: str = "") -> Mark:
    """Return where ``source`` has the first words of ``words``, whatever signs stand between them; else its start.

    ``paragraph`` is the one in which they stand, where they may stand in others too.
    """
    begin = _index_of(paragraph, source, 0) if paragraph else 0
    found = _index_of(words, source, max(begin, 0))
    return source.mark(found) if found >= 0 else source.start


def _index_of(words: str, source: SourceText, begin: int) -> int:
    few = [word.lower() for word in _WORD.findall(words)[:_PLACED_BY]]
    written = [(match.start(), match.group().lower()) for match in _WORD.finditer(source.text, begin)]
    starts = (at for at, (_, word) in enumerate(written) if few and word == few[0])
    found = next((at for at in starts if [word for _, word in written[at : at + len(few)]] == few), None)
    return -1 if found is None else written[found][0]
