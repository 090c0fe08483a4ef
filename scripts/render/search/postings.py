"""Which word and which pair of neighbours stands where, written as small JSON chunks. Pure.

Two inverted lists replace a list of all positions. *Words* say in which documents a word
stands, how often, and whether in the title. *Pairs* say at which positions two words stand
side by side, so a phrase is a chain of pairs at positions that follow each other; a pair is
far rarer than a word, and that is what keeps the files that a phrase needs small.

Documents are gathered in blocks with numbers of their own; `merge_runs` puts blocks behind
one another. A block depends on nothing outside it, so unchanged blocks can be kept.
`scripts/render/search/README.md` holds the whole file format.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice
from operator import sub

from scripts.render.search.words import Passage
from scripts.source.text.vietnamese import fold

WORD_CHUNK = 5_000
PAIR_CHUNK = 6_000
"""Characters after which a chunk is closed. Smaller: less to load, more files."""

WEIGHTS = 8
"""A document of a word is written as document x 8 + weight."""
IN_TITLE = 4
_FREQUENCY = (0, 0, 1, 2, 2)
"""Weight of 0-4 occurrences; more weigh ``_OFTEN``."""
_OFTEN = 3
_SPAN = 1 << 24
"""More than any document has words."""

_DIGITS = "".join(map(chr, range(ord("#"), ord("~") + 1))).replace("\\", "!")
_FINAL = 64
_LEADING = len(_DIGITS) - _FINAL
_DROP_LEADING = dict.fromkeys(map(ord, _DIGITS[_FINAL:]))


def number_code(number: int) -> str:
    r"""Return a number from 0 up in printable ASCII without ``"`` and ``\``.

    The last digit is one of the first 64 of ``_DIGITS``, all before it one of the other 28,
    so codes can be written one after another. 0-63 take one character, up to 1,855 two, up to
    52,031 three. A chunk made of them is text: JSON today, a script for a USB stick tomorrow.

    >>> [number_code(number) for number in (0, 63, 64, 1855, 1856)]
    ['#', 'c', 'd#', '~c', 'dd#']
    """
    rest, last = divmod(number, _FINAL)
    code = _DIGITS[last]
    while rest:
        rest, digit = divmod(rest - 1, _LEADING)
        code = _DIGITS[_FINAL + digit] + code
    return code


class NumberCodes(dict[int, str]):
    """Codes worked out so far: the same numbers come again and again."""

    def __missing__(self, number: int) -> str:
        """Work the code out once."""
        code = self[number] = number_code(number)
        return code


def number_codes(numbers: Iterable[int]) -> str:
    """Return the codes of the numbers, one after another."""
    return "".join(map(number_code, numbers))


def rising_codes(numbers: Sequence[int]) -> str:
    """Return rising numbers as the codes of their differences."""
    return number_codes(map(sub, numbers, chain((0,), numbers)))


def count_codes(codes: str) -> int:
    """Return how many numbers are written in ``codes``."""
    return len(codes.translate(_DROP_LEADING))


@dataclass(frozen=True, slots=True)
class Runs:
    """For each key (a word, a pair) of a block its places, written up to the first number.

    The number that says where a run starts depends on what stands before the block, so it is
    kept apart: ``start`` of the first place and of the last, counted from the block.
    """

    keys: list[str]
    starts: list[int]
    ends: list[int]
    codes: list[str]


def gather_words(documents: Sequence[Sequence[Passage]], code: Mapping[int, str]) -> Runs:
    """Return exact word -> documents, each the distance from the one before it.

    A place is ``document x WEIGHTS + weight``.
    """
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, passages in enumerate(documents):
        counts: Counter[str] = Counter()
        for passage in passages:
            counts.update(passage.words)
        title = set(passages[0].words)
        base = number * WEIGHTS
        for word, count in counts.items():
            weight = _FREQUENCY[count] if count < len(_FREQUENCY) else _OFTEN
            postings[word].append(base + weight + (IN_TITLE if word in title else 0))
    places = postings.values()
    gaps = (map(sub, islice(run, 1, None), run) for run in places)
    return Runs(
        keys=list(postings),
        starts=[run[0] for run in places],
        ends=[run[-1] for run in places],
        codes=["".join(map(code.__getitem__, gap)) for gap in gaps],
    )


def gather_pairs(documents: Sequence[Sequence[Passage]], code: Mapping[int, str]) -> Runs:
    """Return pair of exact words -> places of the first of them.

    A place is the distance in documents from the one before, then the position.
    """
    postings: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, passages in enumerate(documents):
        for passage in passages:
            pairs = zip(passage.words, islice(passage.words, 1, None), strict=False)
            for place, pair in enumerate(pairs, number * _SPAN + passage.start):
                postings[pair].append(place)
    return Runs(
        keys=list(map(" ".join, postings)),
        starts=[run[0] // _SPAN for run in postings.values()],
        ends=[run[-1] // _SPAN for run in postings.values()],
        codes=[_pair_codes(run, code) for run in postings.values()],
    )


def _pair_codes(run: Sequence[int], code: Mapping[int, str]) -> str:
    """Return the places of a pair without the first document."""
    last, position = divmod(run[0], _SPAN)
    text = code[position]
    for place in islice(run, 1, None):
        document, position = divmod(place, _SPAN)
        text += code[document - last] + code[position]
        last = document
    return text


def merge_runs(blocks: Iterable[tuple[int, Runs]], code: Mapping[int, str], step: int) -> dict[str, str]:
    """Return key -> all its places as codes.

    ``blocks`` come with the number of documents before them; ``step`` is what one document
    adds to a place (``WEIGHTS`` for words, 1 for pairs).
    """
    merged: dict[str, str] = {}
    last: dict[str, int] = {}
    for documents, runs in blocks:
        base = documents * step
        for key, start, end, codes in zip(runs.keys, runs.starts, runs.ends, runs.codes, strict=True):
            before = last.get(key)
            if before is None:
                merged[key] = code[base + start] + codes
            else:
                merged[key] += code[base + start - before] + codes
            last[key] = base + end
    return merged


@dataclass(frozen=True, slots=True)
class FoldedWords:
    """The folded words of all documents in order, and for each exact word its place there."""

    folded: tuple[str, ...]
    place: Mapping[str, int]


def fold_words(words: Iterable[str]) -> FoldedWords:
    """Return the given exact words by what they fold to."""
    folds = {word: fold(word) for word in words}
    folded = sorted(set(folds.values()))
    number = {word: n for n, word in enumerate(folded)}
    return FoldedWords(tuple(folded), {word: number[folds[word]] for word in folds})


@dataclass(frozen=True, slots=True)
class Chunks:
    """Files of one kind, each with the key its range begins with."""

    first_keys: tuple[int, ...]
    texts: tuple[str, ...]


def word_chunks(places: Mapping[str, str], folded_words: FoldedWords) -> Chunks:
    """Return the word lists as chunks, in the order of the folded words."""
    return _pack_chunks(sorted((folded_words.place[w], w) for w in places), places, WORD_CHUNK)


def pair_chunks(places: Mapping[str, str], folded_words: FoldedWords) -> Chunks:
    """Return the pair lists as chunks, in the order of the folded pairs.

    The key of a pair is ``place of the first x number of folded words + place of the second``.
    """
    size = len(folded_words.folded)
    second = folded_words.place
    first = {word: place * size for word, place in second.items()}
    order = [(first[a] + second[b], pair) for pair in places for a, b in (pair.split(" "),)]
    order.sort()
    return _pack_chunks(order, places, PAIR_CHUNK)


def _pack_chunks(order: Sequence[tuple[int, str]], places: Mapping[str, str], limit: int) -> Chunks:
    """Return entries, sorted by key, as JSON objects; entries of one key stay together.

    Words are letters and digits and codes need no escape, so the JSON is written directly.
    """
    entries = [f'"{name}":"{places[name]}"' for _, name in order]
    written = [0, *accumulate(map(len, entries))]
    keys: list[int] = []
    texts: list[str] = []
    start = 0
    while start < len(entries):
        end = min(bisect_left(written, written[start] + limit), len(entries))
        while end < len(entries) and order[end][0] == order[end - 1][0]:
            end += 1
        keys.append(order[start][0])
        texts.append("{" + ",".join(entries[start:end]) + "}")
        start = end
    return Chunks(tuple(keys), tuple(texts))
