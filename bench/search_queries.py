"""Queries whose answers are known: phrases of the stories, typed in the ways readers type. Pure.

A phrase is drawn from titles and texts in turn. The stories that are right are all that hold the
phrase, its marks included, anywhere in their title, summary or text: found by brute force.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from scripts.render.search.index import SearchDocument
from scripts.render.search.words import CanonicalWords
from scripts.source.text.vietnamese import fold, nfc

DEPTH = 10
"""Results that are judged."""

_TONE_KEYS = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_SHAPE_KEYS = {"\u0302": "", "\u0306": "w", "\u031b": "w"}
_OLD_PLACE = re.compile("(o(?=.[ae])|(?<!q)u(?=.y))([\u0300\u0301\u0303\u0309\u0323])([aey])$", re.IGNORECASE)
_SENTENCE_PART = re.compile(r"[^,.;:!?…“”\"()–\n]+")
_WORD = re.compile(r"[^\W_]+")
_split = CanonicalWords().split


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and the addresses of the stories that are right."""

    group: str
    text: str
    right: frozenset[str]
    exact: bool
    """It is typed with its marks, so the first hit should hold exactly it."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well some queries were answered."""

    recall: float
    """Of the right stories, as many as fit into ten results: the share that is there."""
    rank: float
    """Mean of 1 / place of the first right story; 0 where there is none in the ten."""
    first: int
    """Queries whose first result holds the phrase."""
    queries: int


class Stories:
    """The words of all stories, to draw phrases from and to look them up in."""

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        """Take every text apart once."""
        self.titles = [_phrases_in(document.title) for document in documents]
        self.texts = [_phrases_in(document.text) for document in documents]
        self._held = {d.address: _as_words((d.title, d.summary, *d.text.split("\n"))) for d in documents}

    def holders(self, *phrases: str) -> frozenset[str]:
        """Return the addresses of the stories that hold any of the phrases, marks and all."""
        wanted = [f" {' '.join(_split(nfc(phrase)))} " for phrase in phrases]
        return frozenset(address for address, held in self._held.items() if any(w in held for w in wanted))

    def draw(self, dice: random.Random, number: int, words: tuple[int, int]) -> str:
        """Return a run of words without a sign between them; an even ``number`` means from a title."""
        while True:
            run = dice.choice(dice.choice(self.texts if number % 2 else self.titles) or [[]])
            length = dice.randint(*words)
            if len(run) >= length:
                start = dice.randrange(len(run) - length + 1)
                return " ".join(run[start : start + length])


def make_queries(stories: Stories, aliases: Mapping[str, Sequence[str]], each: int, seed: int) -> list[Query]:
    """Return ``each`` queries of every group, the same for the same seed."""
    groups = [_disguised(stories, name, each, seed) for name in DISGUISES]
    return [
        *(query for group in groups for query in group),
        *_abbreviated(stories, aliases, each, seed),
        *_slipped(stories, each, seed),
    ]


def disguised_phrases(stories: Stories, count: int, seed: int) -> list[Query]:
    """Return ``count`` random phrases, each in the five disguises that keep its words."""
    names = ("no marks", "NFD", "upper case", "new tone place", "Telex")
    dice = random.Random(f"{seed}/phrases")
    phrases = [stories.draw(dice, number, (2, 4)) for number in range(count)]
    right = [stories.holders(phrase) for phrase in phrases]
    return [
        Query(name, DISGUISES[name](phrase), held, exact=name != "no marks")
        for name in names
        for phrase, held in zip(phrases, right, strict=True)
    ]


def score(queries: Sequence[Query], answers: Sequence[Sequence[str]]) -> Score:
    """Return how well ``answers``, addresses in order, answer the queries."""
    recall = rank = 0.0
    first = 0
    for query, found in zip(queries, answers, strict=True):
        hits = [address in query.right for address in found[:DEPTH]]
        recall += sum(hits) / min(DEPTH, len(query.right))
        rank += 1 / (hits.index(True) + 1) if any(hits) else 0
        first += hits[:1] == [True]
    return Score(recall / len(queries), rank / len(queries), first, len(queries))


def _disguised(stories: Stories, name: str, each: int, seed: int) -> Iterator[Query]:
    """Yield phrases that the disguise changes."""
    change, dice = DISGUISES[name], random.Random(f"{seed}/{name}")
    always = name in ("as written", "quoted")
    made = 0
    while made < each:
        phrase = stories.draw(dice, made, (2, 4))
        if always or change(phrase) != phrase:
            yield Query(name, change(phrase), stories.holders(phrase), exact=name not in ("no marks", "d for đ"))
            made += 1


def _abbreviated(stories: Stories, aliases: Mapping[str, Sequence[str]], each: int, seed: int) -> Iterator[Query]:
    """Yield abbreviations the editors listed, alone or with the word that follows their meaning."""
    dice = random.Random(f"{seed}/abbreviations")
    known = {typed: [m for m in meanings if m and stories.holders(m)] for typed, meanings in aliases.items()}
    usable = sorted(typed for typed, meanings in known.items() if meanings)
    for number in range(each if usable else 0):
        typed = usable[number % len(usable)] if number < len(usable) else dice.choice(usable)
        after = f" {_next_word(stories, dice, known[typed][0])}" if number >= len(usable) else ""
        right = stories.holders(*(meaning + after for meaning in (typed, *known[typed])))
        yield Query("abbreviations", typed + after, right, exact=False)


def _next_word(stories: Stories, dice: random.Random, phrase: str) -> str:
    """Return a word that follows ``phrase`` somewhere; nothing if none does."""
    wanted = _split(nfc(phrase))
    found = set()
    for run in (run for text in stories.texts for run in text):
        words = [word.lower() for word in run]
        for at in range(len(words) - len(wanted)):
            if words[at : at + len(wanted)] == wanted:
                found.add(words[at + len(wanted)])
    return dice.choice(sorted(found)) if found else ""


def _slipped(stories: Stories, each: int, seed: int) -> Iterator[Query]:
    """Yield phrases with one slip of a finger, which no story holds as typed."""
    dice = random.Random(f"{seed}/slips")
    made = 0
    while made < each:
        words = stories.draw(dice, made, (3, 4)).split()
        at = max(range(len(words)), key=lambda n: (len(words[n]), n))
        slip = [*words[:at], _slip(dice, words[at]), *words[at + 1 :]]
        if fold(slip[at]) != fold(words[at]) and not stories.holders(" ".join(slip)):
            yield Query("one slip", " ".join(slip), stories.holders(" ".join(words)), exact=False)
            made += 1


def _slip(dice: random.Random, word: str) -> str:
    """Return the word with a letter left out, doubled, or in its neighbour's place."""
    at = dice.randrange(len(word) - 1) if len(word) > 1 else 0
    kind = dice.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[: at + 1] + word[at:]
    return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def _phrases_in(text: str) -> list[list[str]]:
    """Return runs of words, as they are spelt."""
    runs = (_WORD.findall(part) for part in _SENTENCE_PART.findall(nfc(text)))
    return [run for run in runs if len(run) > 1]


def _as_words(passages: Iterable[str]) -> str:
    return " | ".join(["", *(" ".join(_split(nfc(passage))) for passage in passages), ""])


@cache
def _telex(word: str) -> str:
    """Return the keys that type a word in Telex, the tone last."""
    keys, tone = "", ""
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter == "đ":
            keys += "dd"
        elif letter in _TONE_KEYS:
            tone = _TONE_KEYS[letter]
        elif letter in _SHAPE_KEYS:
            keys += _SHAPE_KEYS[letter] or re.findall("[aeo]", keys)[-1]
        else:
            keys += letter
    return keys + tone


def _new_place(word: str) -> str:
    """Return the word with the tone of open oa, oe and uy on the second vowel."""
    return nfc(_OLD_PLACE.sub(r"\1\3\2", unicodedata.normalize("NFD", word)))


def _words(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda phrase: " ".join(map(change, phrase.split()))


DISGUISES: dict[str, Callable[[str], str]] = {
    "as written": str,
    "quoted": lambda phrase: f'"{phrase}"',
    "NFD": lambda phrase: unicodedata.normalize("NFD", phrase),
    "upper case": str.upper,
    "new tone place": _words(_new_place),
    "no marks": _words(fold),
    "d for đ": lambda phrase: phrase.replace("đ", "d").replace("Đ", "D"),
    "Telex": _words(_telex),
}
"""How a phrase may be typed."""
