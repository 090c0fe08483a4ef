"""Many long phrases looked for in a text at once, however a page, a feed or a document spells it. Pure.

What it costs depends on the text, not on how many phrases there are: about 15 ms for a megabyte.
"""

import html
import re
from collections.abc import Iterable

LEAST_SYLLABLES = 5
"""A shorter phrase ("chưa rõ năm nào") may be what everybody says anyway: to find it proves nothing."""

_TAG = re.compile(r"<[^<>]*>")
_SPACES = dict.fromkeys(("“", "”", "‘", "’", "…", "–", "—", "\u00a0", "\\n"), " ")
_SIGNS = bytes.maketrans(bytes(range(128)), bytes(sign if chr(sign).isalnum() else 32 for sign in range(128)))
_Start = tuple[bytes, bytes, bytes, bytes, bytes]


class LongPhrases:
    """Phrases of at least ``LEAST_SYLLABLES`` syllables; shorter ones are passed over."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_start: dict[_Start, list[tuple[list[bytes], str]]] = {}
        for phrase in dict.fromkeys(phrases):
            syllables = _syllables(_plain(phrase))
            if len(syllables) >= LEAST_SYLLABLES:
                self._by_start.setdefault(_start_of(syllables), []).append((syllables, phrase))

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._by_start)

    def found_in(self, text: str) -> set[str]:
        """Return the phrases that ``text`` holds whole: as it stands, or without the tags that part their words."""
        plain = _plain(text)
        forms = (plain, _TAG.sub(" ", plain)) if "<" in plain else (plain,)
        return {phrase for form in forms for phrase in self._in(_syllables(form))}

    def _in(self, said: list[bytes]) -> Iterable[str]:
        starts = zip(said, said[1:], said[2:], said[3:], said[4:], strict=False)
        # Nearly every text holds none of them, and this alone is fast.
        if self._by_start.keys().isdisjoint(starts):
            return
        for index in range(len(said) - LEAST_SYLLABLES + 1):
            for syllables, phrase in self._by_start.get(_start_of(said[index : index + LEAST_SYLLABLES]), ()):
                if said[index : index + len(syllables)] == syllables:
                    yield phrase


def _plain(text: str) -> str:
    """Return ``text`` in small letters; what HTML in a feed escapes twice is read too."""
    text = html.unescape(html.unescape(text)).casefold()
    for sign, space in _SPACES.items():
        text = text.replace(sign, space)
    return text


def _syllables(text: str) -> list[bytes]:
    return text.encode(errors="replace").translate(_SIGNS).split()


def _start_of(syllables: list[bytes]) -> _Start:
    first, second, third, fourth, fifth = syllables[:LEAST_SYLLABLES]
    return first, second, third, fourth, fifth
