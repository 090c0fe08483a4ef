"""Words that follow each other in a text, whatever their capitals: are they there, and where. Pure.

A text is put into one line of words in which every sign between words is a bar, so a phrase of several
words is never found across the end of a clause: "từ một nguồn. Không nêu tên" does not say "nguồn không nêu".
Looking for a phrase is then looking for a string, which no text can make slow.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from scripts.source.problems.problem import Mark
from scripts.source.text.source_text import SourceText

_SIGNS = re.compile(r"[^\w\s]+")
_WORD = re.compile(r"\w+")
_PLACED_BY = 6
"""So many words of a sentence are enough to find its line."""


def word_line(text: str) -> str:
    """Return the words of ``text`` in small letters, parted and surrounded by single spaces, each sign a bar.

    >>> word_line("Cần kiểm lại.")
    ' cần kiểm lại | '
    """
    return f" {' '.join(_SIGNS.sub(' | ', text.lower()).split())} "


@lru_cache(maxsize=64)
def lined(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ``word_line`` of each of ``phrases``; the same few lists are asked for with every story."""
    return tuple(map(word_line, phrases))


def phrases_in(line: str, phrases: Iterable[str]) -> list[str]:
    """Return which of ``phrases``, each a ``word_line``, are in ``line``, another; in their own order."""
    return [phrase for phrase in phrases if phrase in line]


def without(line: str, phrases: Iterable[str]) -> str:
    """Return ``line`` with a bar in place of each of ``phrases``."""
    for phrase in phrases:
        if phrase in line:
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
    few = _WORD.findall(words)[:_PLACED_BY]
    spelled = re.compile(r"(?<!\w)" + r"[\W_]+".join(map(re.escape, few)) + r"(?!\w)", re.IGNORECASE)
    match = spelled.search(source.text, begin) if few else None
    return match.start() if match else -1
