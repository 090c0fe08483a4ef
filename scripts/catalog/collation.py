"""Vietnamese order: 29 letters, then six tones, syllable by syllable. Pure.

Source: the Vietnamese alphabet (a ă â b c d đ e ê …) and the customary order of tones
(ngang, huyền, hỏi, ngã, sắc, nặng). Python's own order puts đ after z and á before ă.
"""

import re
import unicodedata
from functools import lru_cache

from scripts.source.vocabulary.taxonomy import bare_name

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=20)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_WORDS = re.compile(r"\w+")

SortKey = tuple[tuple[tuple[int, ...], int], ...]


@lru_cache(maxsize=65_536)
def _syllable_key(syllable: str) -> tuple[tuple[int, ...], int]:
    tone = 0
    letters: list[str] = []
    for mark in unicodedata.normalize("NFD", syllable.casefold()):
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            letters.append(mark)
    spelled = unicodedata.normalize("NFC", "".join(letters))
    return tuple(
        _RANK.get(letter, ord(letter) if ord(letter) > ord("z") else ord(letter) - ord("0") + 1) for letter in spelled
    ), tone


def sort_key(text: str) -> SortKey:
    """Return the key that puts ``text`` where a Vietnamese dictionary would.

    >>> sorted(["đa", "da", "dạ", "dà", "ăn", "an", "ân"], key=sort_key)
    ['an', 'ăn', 'ân', 'da', 'dà', 'dạ', 'đa']
    """
    return tuple(_syllable_key(word) for word in _WORDS.findall(unicodedata.normalize("NFC", text)))


def place_sort_key(name: str) -> SortKey:
    """Return the key of a place by its own name: the words xã, huyện… are looked past."""
    return sort_key(bare_name(name))
