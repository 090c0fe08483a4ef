"""Short forms and names by the lexicon; unknown capitals by their letters, with a remark. Pure."""

import re
from collections.abc import Callable

from scripts.render.spoken.shortened.before_numbers import without_what_was_said
from scripts.render.spoken.syllables import is_syllable
from scripts.render.spoken.voice import CAPITALS, NUMBER, Voice
from scripts.source.text.sentences import starts_sentence

_ADDRESS = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"“”]{1,2000}", re.IGNORECASE)
_SITE = re.compile(
    r"(?<![\w@.-])(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:vn|com|org|net|gov|edu)(?:/[^\s<>\"“”]{0,2000})?(?![\w@])"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-zA-Z]{2,10}(?!\w)")
_HAS_ADDRESS = re.compile(r"://|@|www\.|\.(?:vn|com|org|net|gov|edu)", re.IGNORECASE)
_END = ".,;:!?)"

_WORD = re.compile(rf"(?<![^\W\d_])([^\W\d_]+)(\.(?=[ ]?[{CAPITALS}\d]))?")
_MIXED = re.compile(r"(?<!\w)(?<!\d[.,])(?=\d*[A-ZĐ])(?=[A-ZĐ]*\d)[A-ZĐ\d]{2,10}(?!\w)")
_WITH_NUMBER = re.compile(rf"(?<=[^\W\d_])-(?={NUMBER})")
_JOINED = re.compile(
    r"(?<![\w&./-])(?=[A-ZĐƯ])(?=[A-ZĐƯ &-]{0,40}[A-ZĐƯ]{2})"
    r"[A-ZĐƯ]{1,8}(?:(?:[&-]|[ ][&-][ ])[A-ZĐƯ]{1,8}){1,4}(?![\w&/]|-\w)"
)
_ROMAN = re.compile(r"[IVXL]+")
_MEANT = 3
_JOINS = {"&": " và ", "-": " "}
_RUNS = re.compile(r"\d+|\D+")
_MOST_LETTERS = 6
_INITIALS = 2
_LOOK_BACK = 40
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ ,]{1,2}$")
_WORD_AFTER = re.compile(r"[ ,]{1,2}([^\W\d_]+)")


def say_addresses(text: str, voice: Voice) -> str:
    """A listener cannot note an address: it becomes a pointer to the page, with a remark."""

    def instead(words: str) -> Callable[[re.Match[str]], str]:
        def say(match: re.Match[str]) -> str:
            voice.warn("Trong bài có địa chỉ mạng hoặc thư điện tử: kịch bản chỉ nói “ghi trên trang”.")
            tail = match[0][len(match[0].rstrip(_END)) :]
            return words + tail

        return say

    if not _HAS_ADDRESS.search(text):
        return text
    text = _MAIL.sub(instead("địa chỉ thư ghi trên trang"), text)
    text = _ADDRESS.sub(instead("địa chỉ ghi trên trang"), text)
    return _SITE.sub(instead("địa chỉ ghi trên trang"), text)


def say_names(text: str, voice: Voice) -> str:
    """Say names and the short forms that hold a sign of their own: ``Đ/c``, ``TP.HCM``, ``v.v.``.

    A compound in capitals is no part of a longer one: ``VH-TT`` in ``VH-TT&DL``.
    """
    for written, said in voice.lexicon.written_whole:
        if written in text:
            ends = (r"(?<![A-ZĐ][&-])", r"(?![&-][A-ZĐ])") if written.isupper() else ("", "")
            text = re.sub(rf"(?<![^\W\d_]){ends[0]}{re.escape(written)}(?![^\W\d_]){ends[1]}", said, text)
    return text


def say_joined(text: str, voice: Voice) -> str:
    """``LĐ-XD&ZT``: a compound that the lexicon does not hold whole, and whose letters would mislead one by one."""
    return _JOINED.sub(lambda match: _joined(match, voice), text)


def _joined(match: re.Match[str], voice: Voice) -> str:
    """Parts that are known and long enough to be meant are said; with one unknown the short ones are spelt too."""
    parts = re.split(r"([&-])", match[0].replace(" ", ""))
    a_name = "&" not in parts and any(len(part) == 1 for part in parts[::2])  # ``N-NI``
    if a_name or all(_ROMAN.fullmatch(part) for part in parts[::2]):
        return match[0]
    known = voice.lexicon.abbreviations
    if whole := voice.lexicon.joined.get("".join(parts[::2])):
        return whole
    all_known = all(part in known or f"{part}." in known for part in parts[::2])
    if " " in match[0]:
        return match[0]
    if all_known and all(len(part) >= _MEANT for part in parts[::2]):
        return match[0]
    said = "".join(_JOINS.get(part) or _part(part, voice, all_known=all_known) for part in parts)
    voice.guess(match[0], said, "chữ viết tắt ghép chưa có trong lexicon.yml")
    return said


def _part(part: str, voice: Voice, *, all_known: bool) -> str:
    """A part that is known, and long enough to be meant where others are unknown; else its letters."""
    known = voice.lexicon.abbreviations
    said = known.get(part) or known.get(f"{part}.")
    return said if said and (all_known or len(part) >= _MEANT) else voice.spell(part)


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
        ahead = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
        if dot and (said := known.get(word + dot)):
            said = without_what_was_said(ahead, said) or "\x00"
            return said if match.string[match.end() : match.end() + 1] == " " else f"{said} "
        if said := known.get(word):
            return (without_what_was_said(ahead, said) or "\x00") + dot
        if len(word) > 1 and word.isupper() and not is_syllable(word):
            short = len(word) <= _INITIALS and dot and not starts_sentence(match.string, match.end())
            return _spell(word, voice) + ("" if short else dot)
        if _is_lone_in_capitals(match):
            voice.guess(word, word.lower(), "viết hoa cả chữ; nếu là chữ viết tắt, hãy thêm vào lexicon.yml")
        if not word.isupper() and any(letter.isupper() for letter in word[1:]):
            voice.warn(f"“{word}”: chưa biết đọc thế nào. Hãy thêm vào lexicon.yml.")
        return match[0]

    return re.sub(r"[ ]?\x00", "", _WORD.sub(say, text))


def _is_lone_in_capitals(match: re.Match[str]) -> bool:
    """``CEO``, ``VIP``: could be read as a syllable, but stands among words that are not in capitals."""
    word = match[1]
    if not (len(word) > 1 and word.isascii() and word.isupper()):
        return False
    ahead = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    beside = (_WORD_BEFORE.search(ahead), _WORD_AFTER.match(match.string, match.end()))
    return any(beside) and not any(found and found[1].isupper() and len(found[1]) > 1 for found in beside)


def _spell(word: str, voice: Voice) -> str:
    if len(word) > _MOST_LETTERS and any(letter in "AEIOUY" for letter in word):
        voice.warn(f"“{word}”: chưa biết đọc thế nào. Hãy thêm vào lexicon.yml.")
        return word
    voice.warn(f"“{word}”: chữ viết tắt chưa có trong lexicon.yml; đang đánh vần từng chữ. Hãy thêm nghĩa.")
    return voice.spell(word)
