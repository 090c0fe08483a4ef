"""What a unit is called, after a number and without one; and what ``k`` means. Pure.

A unit without a number is said after a word that counts ("mấy ha", "số km"); ``km`` and ``kg`` can be
nothing else, so they are said anywhere.
"""

import re

from scripts.render.spoken.syllables import is_syllable
from scripts.render.spoken.voice import Voice, before, words

_THOUSANDS = frozenset({"k", "K"})
_CURRENCY = re.compile(r"[ ]?(?:đồng|đ|vnđ|vnd|VNĐ|VND)(?!\w)")
_PRICE = re.compile(
    r"(?<!\w)(?:giá(?! trị)|bán|mua|tiền|phí|vé|công|thưởng|lương|lãi|vốn|vay|quỹ|góp|đóng|trả)"
    r"(?:[ ][^\W\d_]+){0,2}[ ](?:từ[ ])?$"
)
_RULE = re.compile(r"(?:thông điệp|quy tắc|nguyên tắc|biện pháp|khuyến cáo|phim|màn hình|video|độ phân giải)[ ]$")
_LONE = re.compile(r"(?<![\w/-])(?<!\d[ ])([A-Za-z]{1,4}[23²³]?)(?![\w/-])")
_COUNTING = words(
    "số mấy vài nhiều mỗi từng một hai ba bốn năm sáu bảy tám chín mười mươi mốt tư lăm nửa trăm nghìn ngàn vạn triệu "
    "chục hàng nhiêu rưỡi theo bằng"
)
_ROMAN_AFTER = words("mục chương phần phụ lục khoản khóa khoá kỷ kỉ thứ đoạn điều")
"""After these ``cm`` or ``mm`` is a roman numeral, if anything."""
_LARGE = words("trăm nghìn ngàn vạn triệu chục mươi")
_LETTER = re.compile(r"(?<![\w-])[b-df-hj-np-tv-xzđ](?![\w-])")
_SINGLE = frozenset("mgl")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ ]$")


def say_unit(written: str, voice: Voice, number: str = "") -> str:
    """Return how ``written`` is called, as it stands when it is no unit (``foreign`` remarks what is no word).

    A capital after a part (``number``) can be no name of a class: ``2,5T`` is spelt, and remarked.
    """
    unit = written.strip()
    said = voice.unit(unit)
    if said is None and len(unit) == 1 and unit.isupper() and re.search(r"\d[.,]\d+[ ]?$", number):
        said = voice.spell(unit)
        voice.guess(f"{number}{unit}", f"{number} {said}", f"{unit} sau con số đọc là chữ cái")
    return said or unit


def is_thousands(unit: str) -> bool:
    """Whether ``unit`` is a ``k``: thousands, of money or not, or a letter of a name."""
    return unit in _THOUSANDS


def say_thousands(match: re.Match[str], unit: str, *, rated: bool, voice: Voice) -> str:
    """Return what the ``k`` of ``match`` is: "nghìn đồng" of a price, "nghìn" before "đồng", "ca" of a name.

    ``rated`` says that a stroke follows (``250k/ký``). What no word near it tells is remarked.
    """
    thousand = voice.numbers.thousand
    if _CURRENCY.match(match.string, match.end("unit")):
        return thousand
    money = rated or _PRICE.search(before(match))
    if unit == "K" and not money:
        if not _RULE.search(before(match)):
            voice.guess(match[0], f"{_number(match, voice)} ca", "K đọc là chữ cái, không phải nghìn đồng")
        return voice.lexicon.letters.get("K", "ca")
    if not money:
        voice.guess(match[0], f"{_number(match, voice)} {thousand} đồng", "k đọc là nghìn đồng")
    return f"{thousand} đồng"


def _number(match: re.Match[str], voice: Voice) -> str:
    return voice.numbers.number(match["b"] or match["a"])


def say_lone_units(text: str, voice: Voice) -> str:
    """Say units that no digits stand before: ``số km``, ``mấy ha``, ``hàng trăm m2``."""

    def say(match: re.Match[str]) -> str:
        written = match[1]
        said = voice.lexicon.units.get(written.replace("²", "2").replace("³", "3"))
        if said is None and len(written) > 1 and written[1:].islower():
            said = voice.unit(written)
        if said is None:
            return match[0]
        letters = written.rstrip("23²³")
        sure = len(letters) > 1 and not letters.isupper() and not is_syllable(letters)
        counted = _LAST_WORD.search(before(match))
        word = counted[1] if counted else ""
        if word in _ROMAN_AFTER:
            return match[0]
        letter = len(letters) == 1
        if not sure and (word not in _COUNTING or (letter and (letters not in _SINGLE or word == "số"))):
            return match[0]
        if letter and written == letters and word not in _LARGE:
            voice.guess(f"{word} {written}", f"{word} {said}", "đơn vị không có con số đứng trước")
        return said

    return _LONE.sub(say, text)


def remark_letters(text: str, voice: Voice) -> str:
    """Return ``text`` unchanged; small letters that are still no word (``chữ m``) are remarked."""
    for letter in dict.fromkeys(_LETTER.findall(text)):
        voice.warn(f"“{letter}”: một chữ cái đứng riêng, máy để nguyên. Hãy viết ra lời đọc.")
    return text
