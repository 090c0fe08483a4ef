"""The search engine again, by reading every document for every query. Slow, short and plain.

It shares no code with the engine beyond the documents. It knows tiers, quotes, beginnings,
aliases of one word and the rule for partial matches; it does not score.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from scripts.render.search.index import SearchDocument

PARTIAL, ALL, MARKS, ADJACENT, PHRASE = range(5)
TITLE = 64  # words of a title that count as title
NAMES = ("partial", "all", "marks", "adjacent", "phrase")

_NEW_TO_OLD = dict(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)


def split(text: str) -> list[str]:
    """Return the words of a text: lower case, NFC, tone placed the old way."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())
    return [place_tone(word) for word in words]


def place_tone(word: str) -> str:
    """Return the word with the tone of open oa, oe, uy on the first vowel."""
    ending = _NEW_TO_OLD.get(word[-2:])
    return word[:-2] + ending if ending and word[-3:-2] != "q" else word


@cache
def strip_marks(word: str) -> str:
    """Return the word without marks, đ as d."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@dataclass(frozen=True)
class Word:
    """A word asked for; a beginning may be completed by any of ``options``."""

    form: str
    options: frozenset[str]
    beginning: bool
    quote: int

    def fits(self, form: str) -> bool:
        """Whether a word of a document is this one, marks aside."""
        return strip_marks(form) in self.options

    def exact(self, form: str) -> bool:
        """Whether it is this one with its marks."""
        return self.fits(form) and (form.startswith(self.form) if self.beginning else form == self.form)


class Reference:
    """Documents read anew for each query."""

    def __init__(self, documents: Sequence[SearchDocument], aliases: Mapping[str, str]) -> None:
        """Split the documents once; everything else is done per query."""
        self.aliases = {strip_marks(split(k)[0]): split(v) for k, v in aliases.items()}
        self.passages: dict[str, list[list[str]]] = {}
        for d in documents:
            title = split(d.title)
            parts = [split(p) for p in (d.text, d.summary, d.place, *d.names, d.year)]
            self.passages[d.address] = [title[:TITLE], title[TITLE:], *parts]
        everything = [p for passages in self.passages.values() for p in passages]
        self.known = {strip_marks(word) for passage in everything for word in passage}
        self.pairs = Counter((strip_marks(a), strip_marks(b)) for passage in everything for a, b in pairwise(passage))

    def search(self, query: str) -> dict[str, tuple[int, bool]]:
        """Return address -> (tier, whether in the title) of what a query finds, uncorrected."""
        typed = self.parse(query)
        wordings = [typed, *self.other_wordings(typed)]
        results = self.merge([self.match(self.read(words)) for words in wordings])
        if not any(tier >= ADJACENT for tier, _ in results.values()):
            completed = [self.complete(words) for words in wordings]
            results = self.merge([results, *[self.match(words) for words in completed if words]])
        full = {a: found for a, found in results.items() if found[0] > PARTIAL}
        return results if len(full) < 10 else full

    def parse(self, query: str) -> list[tuple[str, int]]:
        """Return (word, number of its quotes or 0)."""
        parts = query.split('"')
        return [
            (word, i if i % 2 and i < len(parts) - 1 else 0) for i, part in enumerate(parts) for word in split(part)
        ]

    def other_wordings(self, typed: Sequence[tuple[str, int]]) -> list[list[tuple[str, int]]]:
        """Return the query with some of its aliases replaced, in all ways that change it."""
        choices = []
        for form, quote in typed:
            meaning = None if quote else self.aliases.get(strip_marks(form))
            same = [(form, quote)]
            choices.append([same] if meaning is None else [same, [(m, 0) for m in meaning]])
        wordings = [[word for part in parts for word in part] for parts in product(*choices)]
        return [words for words in wordings if words and words != list(typed)]

    def read(self, words: Sequence[tuple[str, int]]) -> list[Word]:
        """Return the words to look for."""
        return [
            Word(form, frozenset({strip_marks(form)} & self.known), beginning=False, quote=quote)
            for form, quote in words
        ]

    def complete(self, words: Sequence[tuple[str, int]]) -> list[Word]:
        """Return the words with the last as a beginning; nothing if it begins no word."""
        if words[-1][1]:
            return []
        form, folded = words[-1][0], strip_marks(words[-1][0])
        able = sorted(w for w in self.known if w.startswith(folded))
        before = strip_marks(words[-2][0]) if len(words) > 1 else ""
        options = [w for w in able if self.pairs[before, w]]
        options.sort(key=lambda w: (-self.pairs[before, w], w))
        if not options and folded not in self.known:
            options = sorted(able, key=lambda w: (-self.frequency_class(w), w))
        options = [w for w in options if w != folded][:8]
        last = Word(form, frozenset(options), beginning=True, quote=0)
        return [*self.read(words[:-1]), last] if options else []

    def frequency_class(self, folded: str) -> int:
        """Return the bits of the number of (document, exact word) pairs of a folded word."""
        count = 0
        for passages in self.passages.values():
            forms = {word for passage in passages for word in passage}
            count += sum(strip_marks(form) == folded for form in forms)
        return count.bit_length()

    def match(self, words: Sequence[Word]) -> dict[str, tuple[int, bool]]:
        """Return address -> (tier, in title) of one reading."""
        results = {}
        for address, passages in self.passages.items():
            found = judge(words, passages)
            if found:
                results[address] = found
        return results

    @staticmethod
    def merge(results: Iterable[Mapping[str, tuple[int, bool]]]) -> dict[str, tuple[int, bool]]:
        """Return the best of several results for each address."""
        best: dict[str, tuple[int, bool]] = {}
        for result in results:
            for address, found in result.items():
                best[address] = max(found, best.get(address, found))
        return best


def judge(words: Sequence[Word], passages: Sequence[Sequence[str]]) -> tuple[int, bool] | None:
    """Return (tier, whether the words stand in the title) of one document; None if it fails."""
    if not words:
        return None
    held = [any(word.fits(form) for passage in passages for form in passage) for word in words]
    if held.count(False) > (1 if len(words) > 3 else 0):
        return None
    if not all(quote_stands(words, quote, passages) for quote in {w.quote for w in words} - {0}):
        return None
    title = passages[:1]
    for tier, exact in ((PHRASE, True), (ADJACENT, False)):
        if phrase_stands(words, passages, exact=exact):
            return tier, phrase_stands(words, title, exact=exact)
    every_exact = all(any(w.exact(f) for p in passages for f in p) for w in words)
    in_title = all(any(w.fits(f) for f in title[0]) for w in words)
    return (PARTIAL if not all(held) else MARKS if every_exact else ALL), in_title


def quote_stands(words: Sequence[Word], quote: int, passages: Sequence[Sequence[str]]) -> bool:
    """Whether the words of a quote stand side by side, with marks if any were typed."""
    quoted = [word for word in words if word.quote == quote]
    marked = any(word.form != strip_marks(word.form) for word in quoted)
    return phrase_stands(quoted, passages, exact=marked)


def phrase_stands(words: Sequence[Word], passages: Sequence[Sequence[str]], *, exact: bool) -> bool:
    """Whether the words stand side by side in one passage."""
    fits = Word.exact if exact else Word.fits
    return any(
        all(fits(word, form) for word, form in zip(words, p[i : i + len(words)], strict=True))
        for p in passages
        for i in range(len(p) - len(words) + 1)
        if fits(words[0], p[i])
    )
