"""Short forms and names by the lexicon; unknown capitals by their letters, with a remark. Pure."""

import re
from collections.abc import Callable

from scripts.render.spoken.syllables import is_syllable
from scripts.render.spoken.voice import NUMBER, Voice

_ADDRESS = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"“”]{1,2000}", re.IGNORECASE)
_SITE = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:vn|com|org|net|gov|edu)(?:/[^\s<>\"“”]{0,2000})?(?![\w@])"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-zA-Z]{2,10}(?!\w)")
_END = ".,;:!?)"

_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)(\.(?=[ ]?[A-ZĐÀ-Ỹ\d]))?")
_SHORT_BEFORE_NUMBER = re.compile(r"(?<!\w)([A-ZĐa-zđ]{1,3})\.?[ ]?(?=\d)(?!0\d{2,4}[ .-]?\d{3})")
"""Not before a telephone: ``ĐT 0297 …`` is no road."""
_MIXED = re.compile(r"(?<!\w)(?=\d*[A-ZĐ])(?=[A-ZĐ]*\d)[A-ZĐ\d]{2,10}(?!\w)")
_WITH_NUMBER = re.compile(rf"(?<=[^\W\d_])-(?={NUMBER})")
_RUNS = re.compile(r"\d+|\D+")
_MOST_LETTERS = 6


def say_addresses(text: str, voice: Voice) -> str:
    """A listener cannot note an address: it becomes a pointer to the page, with a remark."""

    def instead(words: str) -> Callable[[re.Match[str]], str]:
        def say(match: re.Match[str]) -> str:
            voice.warn("Trong bài có địa chỉ mạng hoặc thư điện tử: kịch bản chỉ nói “ghi trên trang”.")
            tail = match[0][len(match[0].rstrip(_END)) :]
            return words + tail

        return say

    text = _MAIL.sub(instead("địa chỉ thư ghi trên trang"), text)
    text = _ADDRESS.sub(instead("địa chỉ ghi trên trang"), text)
    return _SITE.sub(instead("địa chỉ ghi trên trang"), text)


def say_names(text: str, voice: Voice) -> str:
    """Say names and the short forms that hold a sign of their own: ``Đ/c``, ``TP.HCM``, ``v.v.``."""
    for written, said in voice.lexicon.written_whole:
        if written in text:
            text = re.sub(rf"(?<![^\W\d_]){re.escape(written)}(?![^\W\d_])", said, text)
    return text


def say_before_numbers(text: str, voice: Voice) -> str:
    """``QL61``, ``P. 3``: some short forms mean something only before a number."""
    known = voice.lexicon.before_number
    return _SHORT_BEFORE_NUMBER.sub(lambda m: f"{known[m[1]]} " if m[1] in known else m[0], text)


def say_codes(text: str, voice: Voice) -> str:
    """``A4``, ``H5N1``, ``Covid-19``: letters by name, numbers as numbers; a measure (``5MW``) is none."""

    def say(match: re.Match[str]) -> str:
        runs = _RUNS.findall(match[0])
        if runs[0].isdigit() and voice.unit("".join(runs[1:])):
            return match[0]
        known = voice.lexicon.abbreviations
        return " ".join(
            voice.numbers.whole(run) if run.isdigit() else known.get(run) or voice.spell(run) for run in runs
        )

    return _WITH_NUMBER.sub(" ", _MIXED.sub(say, text))


def say_abbreviations(text: str, voice: Voice) -> str:
    """Say short forms by the lexicon, and spell unknown capitals."""
    known = voice.lexicon.abbreviations

    def say(match: re.Match[str]) -> str:
        word, dot = match[1], match[2] or ""
        if dot and (said := known.get(word + dot)):
            return said if match.string[match.end() : match.end() + 1] == " " else f"{said} "
        if said := known.get(word):
            return said + dot
        if len(word) > 1 and word.isupper() and not is_syllable(word):
            return _spell(word, voice) + dot
        if not word.isupper() and any(letter.isupper() for letter in word[1:]):
            voice.warn(f"“{word}”: chưa biết đọc thế nào. Hãy thêm vào lexicon.yml.")
        return match[0]

    return _WORD.sub(say, text)


def _spell(word: str, voice: Voice) -> str:
    if len(word) > _MOST_LETTERS and any(letter in "AEIOUY" for letter in word):
        voice.warn(f"“{word}”: chưa biết đọc thế nào. Hãy thêm vào lexicon.yml.")
        return word
    voice.warn(f"“{word}”: chữ viết tắt chưa có trong lexicon.yml; đang đánh vần từng chữ. Hãy thêm nghĩa.")
    return voice.spell(word)
