"""Text to the words that search compares, in the form both ends of the search agree on. Pure.

`docs/assets/search/query.js` does the same to what a reader types; `tests/golden/words.yml`
holds examples that both must pass. Change them together.
"""

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from scripts.source.text.vietnamese import fold, nfc

TITLE_SPAN = 64
"""Positions below this belong to the title; a longer title goes on in the text."""

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = "\u00ad\u200c\u200d\u2060\ufeff"
_OPEN_CLUSTER = re.compile("(o(?=[ae])|(?<!q)u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])$")


def clean_text(text: str) -> str:
    """Return ``text`` in NFC, without invisible characters, one space or line break at a time.

    A zero-width space parts words, as it was put there to do.
    """
    text = nfc(text).replace("\u200b", " ")
    for character in _INVISIBLE:
        text = text.replace(character, "")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def canonical_word(token: str) -> str:
    """Return one word in lower case, NFC, its tone placed the old way (hoà is hòa, thuỷ is thủy).

    Only open oa, oe and uy are written in two ways; after q the u is not a vowel.

    >>> [canonical_word(word) for word in ("HOÀ", "thuỷ", "quý", "hoàn")]
    ['hòa', 'thủy', 'quý', 'hoàn']
    """
    return nfc(_OPEN_CLUSTER.sub(r"\1\3\2", unicodedata.normalize("NFD", token.lower())))


class CanonicalWords(dict[str, str]):
    """Every token met so far with its canonical word: a corpus has few different ones."""

    def __missing__(self, token: str) -> str:
        """Work the word out once."""
        word = self[token] = canonical_word(token)
        return word

    def split(self, text: str) -> list[str]:
        """Return the words of NFC ``text`` in order; letters and digits count, the rest parts."""
        return [self[token] for token in _WORD.findall(text)]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in a row. No phrase reaches from one passage into the next."""

    start: int
    """Position of the first word within its document."""
    words: Sequence[str]


def place_passages(title: Sequence[str], others: Sequence[Sequence[str]]) -> tuple[Passage, ...]:
    """Return the passages of a document: the title from 0, the others from ``TITLE_SPAN`` on.

    One position is left free between two passages, so that no words meet across it.
    """
    passages = [Passage(0, title[:TITLE_SPAN])]
    start = TITLE_SPAN
    for words in (title[TITLE_SPAN:], *others):
        if words:
            passages.append(Passage(start, words))
            start += len(words) + 1
    return tuple(passages)


def canonical_aliases(aliases: Mapping[str, str | Sequence[str]], known: Container[str]) -> dict[str, list[str]]:
    """Return what may be typed -> what else to search for, as canonical words.

    ``known`` holds the folded words of the index. A meaning with a word that no document
    holds can find nothing and is left out. An empty meaning is kept: it says that the typed
    words may be dropped ("TP Rạch Giá").
    """
    words = CanonicalWords()
    table: dict[str, list[str]] = {}
    for typed, given in aliases.items():
        key = " ".join(words.split(nfc(typed)))
        for meaning in (given,) if isinstance(given, str) else given:
            wanted = words.split(nfc(meaning))
            text = " ".join(wanted)
            reachable = all(fold(word) in known for word in wanted)
            if key and text != key and reachable and text not in table.get(key, ()):
                table.setdefault(key, []).append(text)
    return table
