"""Words that follow each other in a text, whatever their capitals: are they there, and where. Pure.

A text is put into one line of words in which every sign between words is a bar, so a phrase of several
words is never found across the end of a clause: "từ một nguồn. Không nêu tên" does not say "nguồn không nêu".

A phrase may name a list of ``style.yml``: ``(nguồn) (thêm)? (nói)`` is any word of the first, perhaps one of the
second, one of the third; ``#`` is a number in digits; a stop is any sign, or where a paragraph begins or ends.
Nothing in a phrase repeats, so a text takes as long as it is long.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from scripts.source.problems.problem import Mark
from scripts.source.text.source_text import SourceText

Lists = tuple[tuple[str, tuple[str, ...]], ...]
"""The lists that phrases may name; hashable, for the same few phrases are asked for with every story."""

_SIGNS = re.compile(r"[^\w\s]+")
_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"\((?P<list>\w+)\)(?P<maybe>\??)|(?P<number>#)|[^\s(#]+")
_NUMBER = r"\d+(?: \| \d+)*"
_TAKEN_BACK = " ¬ "
"""What stands in place of a phrase that was taken back: neither a word nor the end of a clause."""
_PLACED_BY = 6
"""So many words of a sentence are enough to find its line."""


class Phrase(NamedTuple):
    """A phrase as it is looked for."""

    written: str
    look: re.Pattern[str]
    needs: tuple[tuple[frozenset[str], ...], ...]
    """For each part that must be there, the words of each way to say it: without them nobody need look."""


class Found(NamedTuple):
    """Where a phrase stands first in a line of words."""

    at: int
    text: str
    """The words as they stand, without the signs around them."""
    phrase: Phrase


@lru_cache(maxsize=8)
def word_line(text: str) -> str:
    """Return the words of ``text`` in small letters, parted and surrounded by single spaces, each sign a bar.

    >>> word_line("Cần kiểm lại.")
    ' cần kiểm lại | '
    """
    return f" {' '.join(_SIGNS.sub(' | ', text.lower()).split())} "


def clauses(text: str) -> str:
    """Return a text of one paragraph or more as one line of words; each begins and ends a clause."""
    return word_line(f"\n{text}\n".replace("\n", " | "))


@lru_cache(maxsize=8)
def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


def lists_of(lists: Mapping[str, tuple[str, ...]]) -> Lists:
    """Return ``lists`` as ``phrases_of`` takes them."""
    return tuple(lists.items())


@lru_cache(maxsize=64)
def phrases_of(written: tuple[str, ...], lists: Lists = ()) -> tuple[Phrase, ...]:
    """Return ``written`` as they are looked for; a name that is no list stands for itself."""
    named = dict(lists)
    return tuple(_phrase(one, named) for one in written)


def _phrase(written: str, named: Mapping[str, tuple[str, ...]]) -> Phrase:
    look, needs = "", []
    for part in _PARTS.finditer(written):
        if part["number"]:
            look += f"{_NUMBER} "
            continue
        said = named.get(part["list"], (part["list"],)) if part["list"] else (part.group(),)
        lines = [word_line(one).strip() for one in sorted(said, key=lambda one: (-len(one), one))]
        any_of = "|".join(map(re.escape, lines))
        look += f"(?:(?:{any_of}) )?" if part["maybe"] else f"(?:{any_of}) "
        needs += [] if part["maybe"] else [tuple(frozenset(line.split()) for line in lines)]
    return Phrase(written, re.compile(f"(?<= ){look[:-1]}(?= )"), tuple(needs))


def found_in(line: str, phrases: Iterable[Phrase]) -> list[Found]:
    """Return where each of ``phrases`` that is in ``line``, a ``word_line``, stands first, in the order of the text."""
    words = _words(line)
    found = [
        Found(match.start(), match.group().strip(" |"), phrase)
        for phrase in phrases
        if all(any(one <= words for one in ways) for ways in phrase.needs) and (match := phrase.look.search(line))
    ]
    return sorted(found, key=lambda one: (one.at, -len(one.text)))


def without(line: str, phrases: Iterable[Phrase]) -> str:
    """Return ``line`` without any of ``phrases``."""
    for found in found_in(line, phrases):
        line = found.phrase.look.sub(_TAKEN_BACK.strip(), line)
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
