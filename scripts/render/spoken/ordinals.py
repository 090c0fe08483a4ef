"""Ordinals and roman numerals: ``thứ 1`` is nhất, ``quý III`` is ba, ``thế kỷ XX`` is hai mươi. Pure.

Two letters or more of I, V, X are a roman numeral anywhere but in a line of capitals (``VI PHẠM``);
one letter only after a word that counts in romans, so that "ấp B", "khối A", "vitamin C" stay.
"""

import re

from scripts.render.spoken.syllables import is_syllable
from scripts.render.spoken.voice import Voice, words

_COUNTED_IN_ROMANS = (
    "lần thứ|thứ|quý|khóa|khoá|kỳ họp thứ|kỳ|thế kỷ|thế kỉ|đại hội|chương|phần|hạng|loại|khu vực|vùng|quân khu|"
    "quân đoàn|tập|cấp|giai đoạn|đợt|mục|bậc|nhóm|điều|khoản|quyển|thế hệ|lớp|trung đoàn|đội|hội nghị|tiểu khu|"
    "phân khu|phụ lục"
)
_ROMAN = r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_IN_CONTEXT = re.compile(
    rf"(?<!\w)(?P<word>(?i:{_COUNTED_IN_ROMANS}))[ ](?P<a>{_ROMAN})(?!\w)"
    rf"(?:(?P<to>[ ]?[-–][ ]?|,[ ]| và )(?P<b>{_ROMAN})(?!\w))?"
)
_SMALL = re.compile(
    r"(?<!\w)(?P<word>(?i:mục|khoản|khóa|khoá|chương|phần|phụ lục|thế kỷ|thế kỉ|đại hội|quý|kỳ họp thứ|lần thứ))[ ]"
    r"(?P<a>(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))(?!\w|\.\w)(?P<on>[ ][^\W\d_]+)?"
)
"""Small romans, where nothing else can stand: ``mục iv``; ``khoản vi phạm`` is two words."""
_HAS_SMALL = re.compile(r"[ ][ivx]{1,6}(?!\w)")
_WORDS = frozenset({"vi", "xi", "i", "v", "x"})
_GOES_ON = words("và hoặc của về là có trong tại ở đến điều khoản mục luật này năm")
_ALONE = re.compile(r"(?<![^\W\d_])(?<![/-])(?=[IVX]{2})(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![^\W_]|/)")
_AT_LINE_START = re.compile(r"(?m)^[ ]*([IVX]{1,5})[.)][ ](?=\S)")
_WHOLE = re.compile(_ROMAN)
_ORDINAL = re.compile(
    r"(?<!\w)(?P<word>(?i:thứ|hạng))[ ](?P<a>\d{1,4})(?:[ ]?[-–][ ]?(?:thứ[ ])?(?P<b>\d{1,4}))?(?![\w%]|[.,/-]\d)"
)
_NEXT_WORD = re.compile(r"[ ]([^\W\d_]{2,7})(?![^\W\d_])")
_AS_SYLLABLES = frozenset({"VI", "XI"})
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50}
_FIRST, _FOURTH = 1, 4


def say_ordinals(text: str, voice: Voice) -> str:
    """Say ordinals and roman numerals."""
    text = _AT_LINE_START.sub(lambda m: f"{_roman(m[1], voice)}. " if _WHOLE.fullmatch(m[1]) else m[0], text)
    text = _IN_CONTEXT.sub(lambda m: _in_context(m, voice), text)
    if _HAS_SMALL.search(text):
        text = _SMALL.sub(lambda m: _small(m, voice), text)
    text = _ALONE.sub(lambda m: m[0] if _is_word(m, voice) else _roman(m[0], voice), text)
    return _ORDINAL.sub(lambda m: _ordinal(m, voice), text)


def ordinal(number: int, word: str, voice: Voice) -> str:
    """Return the word for ``number`` after ``word``: thứ nhất, thứ tư; hạng nhất."""
    kind = word.lower().split()[-1]
    if number == _FIRST and kind in ("thứ", "hạng"):
        return "nhất"
    return "tư" if number == _FOURTH and kind == "thứ" else voice.numbers.integer(number)


def _in_context(match: re.Match[str], voice: Voice) -> str:
    word = match["word"]
    said = f"{word} {ordinal(_value(match['a']), word, voice)}"
    if not match["b"]:
        return said
    to = " đến " if match["to"].strip() in ("-", "–") else match["to"]
    return f"{said}{to}{ordinal(_value(match['b']), word, voice)}"


def _small(match: re.Match[str], voice: Voice) -> str:
    written, on = match["a"], match["on"] or ""
    if written in _WORDS and on and on.strip() not in _GOES_ON:
        return match[0]
    word = match["word"]
    return f"{word} {ordinal(_value(written.upper()), word, voice)}{on}"


def _ordinal(match: re.Match[str], voice: Voice) -> str:
    word = match["word"]
    said = f"{word} {ordinal(int(match['a']), word, voice)}"
    return f"{said} đến {word.lower()} {ordinal(int(match['b']), word, voice)}" if match["b"] else said


def _is_word(match: re.Match[str], voice: Voice) -> bool:
    """``VI PHẠM``: followed by another syllable in capitals that is no short form."""
    following = _NEXT_WORD.match(match.string, match.end())
    if match[0] not in _AS_SYLLABLES or following is None:
        return False
    word = following[1]
    return word.isupper() and is_syllable(word) and word not in voice.lexicon.abbreviations


def _roman(written: str, voice: Voice) -> str:
    return voice.numbers.integer(_value(written))


def _value(written: str) -> int:
    values = [_LETTERS[letter] for letter in written]
    return sum(-v if v < later else v for v, later in zip(values, [*values[1:], 0], strict=True))
