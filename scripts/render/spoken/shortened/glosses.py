"""What a writer says twice for the eye: ``Ủy ban nhân dân (UBND)``, ``đường tỉnh 963 (ĐT.963)``. Said once. Pure."""

import re

from scripts.render.spoken.voice import Voice
from scripts.source.text.vietnamese import fold

_SHORT = r"[A-ZĐƯÂÊÔƠ][\w&./-]{1,14}"
_GLOSS = re.compile(
    rf"[ ]?\((?:(?:sau đây[ ]|dưới đây[ ])?(?:gọi|viết)[ ]tắt(?:[ ]là)?:?[ ])?[“\"]?(?P<short>{_SHORT})[”\"]?\)"
)
_SPELT_OUT = re.compile(rf"(?<![\w&./-])(?P<short>{_SHORT})[ ]\((?P<words>[^()\n\d]{{4,80}})\)")
_ROAD = re.compile(r"[ ]?\((?P<short>[A-ZĐ]{1,3})\.?[ ]?(?P<number>\d{1,4}[A-Z]?)\)")
_JOINING = frozenset({"và", "của", "các"})
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 100
_MOST_LEARNT = 20


def drop_glosses(text: str, voice: Voice) -> str:
    """Return ``text`` without the short forms, or the long ones, that only repeat what stands beside them."""
    text = _SPELT_OUT.sub(lambda m: _spelt_out(m, voice), text)
    text = _ROAD.sub(lambda m: _road(m, voice), text)
    return _drop_short(text, voice)


def _drop_short(text: str, voice: Voice) -> str:
    """Drop ``(QHTND)`` after its words; where it stands again in the text it is said as they are."""
    parts: list[str] = []
    done = 0
    learnt: dict[str, str] = {}
    for match in _GLOSS.finditer(text):
        ahead = text[max(0, match.start() - _LONGEST) : match.start()]
        words = _words_before(ahead, match["short"], voice)
        if words:
            parts.append(text[done : match.start()])
            done = match.end()
            if match["short"] not in voice.lexicon.abbreviations and len(learnt) < _MOST_LEARNT:
                learnt[match["short"]] = words
    said = "".join([*parts, text[done:]])
    if not learnt:
        return said
    again = "|".join(re.escape(short) for short in sorted(learnt, key=lambda short: (-len(short), short)))
    return re.sub(rf"(?<![\w&./-])(?:{again})(?![\w&/-])", lambda short: learnt[short[0]], said)


def _words_before(ahead: str, short: str, voice: Voice) -> str:
    """Return the words at the end of ``ahead`` that ``short`` stands for, or an empty text."""
    known = _known(short, voice)
    if known and known.lower() in ahead[-len(known) - 30 :].lower():
        return known
    words = re.split(r"[ ]", ahead.rstrip(' ”"'))
    letters = _letters(short)
    for count in range(len(letters), len(letters) + 3):
        tail = words[-count:]
        if len(tail) == count and _first_letters(tail) == letters:
            return " ".join(tail).lstrip('“"(')
    return ""


def _spelt_out(match: re.Match[str], voice: Voice) -> str:
    """``UBND (Ủy ban nhân dân)``, ``Hội LHPN (Hội Liên hiệp Phụ nữ)``."""
    short, words = match["short"], match["words"]
    if _means(short, words, voice):
        return words
    first, _, rest = words.partition(" ")
    ahead = match.string[max(0, match.start() - _LONGEST) : match.start()].lower()
    return short if ahead.endswith(f"{first.lower()} ") and _means(short, rest, voice) else match[0]


def _means(short: str, words: str, voice: Voice) -> bool:
    known = _known(short, voice)
    return (bool(known) and known.lower() == words.lower()) or _first_letters(words.split(" ")) == _letters(short)


def _known(short: str, voice: Voice) -> str:
    return voice.lexicon.abbreviations.get(short) or voice.lexicon.issuers.get(short) or ""


def _letters(short: str) -> str:
    return fold("".join(_LETTER.findall(short))).lower()


def _first_letters(words: list[str]) -> str:
    firsts = (_LETTER.search(word) for word in words if word.lower() not in _JOINING)
    return fold("".join(first[0] for first in firsts if first)).lower()


def _road(match: re.Match[str], voice: Voice) -> str:
    """``tỉnh lộ 963 (ĐT.963)``: the same number, and a short form that means something before one."""
    ahead = match.string[: match.start()]
    same = re.search(rf"(?<!\w){re.escape(match['number'])}$", ahead[-8:])
    return "" if same and match["short"] in voice.lexicon.before_number else match[0]
