"""Parts, mixed numbers, and two amounts with a stroke between: ``2/3``, ``2 1/2``, ``3 ấp/7 ấp``. Pure."""

import re

from scripts.render.spoken.measures.units import say_unit
from scripts.render.spoken.voice import NUMBER, Voice, before, word_before, words

_WHOLE = r"\d{1,9}(?:\.\d{3}){0,3}(?:,\d{1,3})?"
_NOUNS = r"[^\W\d_]{1,12}(?:[ ][^\W\d_]{1,12}){0,2}?"
_PAIR = re.compile(
    rf"({NUMBER})(?P<gap>[ ]?)(?P<left>{_NOUNS}[23²³]?)[ ]?/[ ]?"
    rf"(?=(?P<number>{NUMBER})(?P<gap2>[ ]?)(?P<right>[^\W\d_]+(?:[23²³](?!\w)|[ ][^\W\d_]+)?))"
)
_MIXED = re.compile(r"(?<![\w.,/])(?<![\w)]-)(?<!\d[ ])(-?)(\d{1,3})[ ](?=([1-9])/(\d{1,2})(?![\w/]|[.,]\d))")
_SYMBOL = r"(?:[°℃]C?|[%‰$€₫]|[cdkm]?[mM][23²³]|[A-Za-zđĐ]{1,4})(?!\w)"
_FRACTION = re.compile(
    rf"(?P<sign>(?<![\w.)%/])[-−][ ]?)?(?<![\w.,/])(?<![\w)]-)(?P<n>{_WHOLE})/(?P<d>{_WHOLE})(?!\d|/|[.,]\d)"
    rf"(?P<unit>[ ]?{_SYMBOL})?"
)

_HOUSE = re.compile(r"(?:số|hẻm|kiệt|ngõ|nhà|tổ|lớp|phòng|thửa|lô)[ ]$")
_LABELS = words("số năm tổ ấp lớp khóa khoá ngày tháng tuần thứ lần điều khoản đợt quý kỳ")
_HOUSEHOLDS = words("hộ gia nhà căn")
_PEOPLE = words("khẩu nhân người dân")
_PARTS_OF = frozenset({100, 1000})
_MOST_PARTS, _HALF = 10, 50


def say_pairs(text: str, voice: Voice) -> str:
    """``3 ấp/7 ấp`` is "trên", ``1 hộ/5 nhân khẩu`` two numbers told one after the other; the digits stay."""

    def say(match: re.Match[str]) -> str:
        left, right = match["left"], match["right"]
        said = match[0].rstrip(" /")
        if left.split()[0] in _HOUSEHOLDS and right.split()[0] in _PEOPLE:
            return f"{said}, "
        if right.split()[: len(left.split())] != left.split():
            second = f"{match['number']}{match['gap2']}{right.split()[0]}"
            voice.guess(f"{match[0]}{second}", f"{said} trên {second}", "dấu / giữa hai số đọc là “trên”")
        return f"{said} trên "

    return _PAIR.sub(say, text)


def say_fractions(text: str, voice: Voice) -> str:
    """Say parts (``2/3``), parts of a count (``12/15``) and mixed numbers (``2 1/2``: hai và một phần hai)."""
    text = _MIXED.sub(lambda m: _mixed(m, voice), text)
    return _FRACTION.sub(lambda m: _fraction(m, voice), text)


def _mixed(match: re.Match[str], voice: Voice) -> str:
    if word_before(match) in _LABELS or not int(match[3]) < int(match[4]) <= _MOST_PARTS:
        return match[0]
    return f"{'âm ' if match[1] else ''}{voice.numbers.integer(int(match[2]))} và "


def _fraction(match: re.Match[str], voice: Voice) -> str:
    top, bottom = (int(match[name].replace(".", "").partition(",")[0]) for name in "nd")
    if top == bottom == _HALF:
        return f"{voice.numbers.integer(_HALF)}, {voice.numbers.integer(_HALF)}"
    few = "," not in match[0] and 0 < top < bottom and (bottom <= _MOST_PARTS or bottom in _PARTS_OF)
    house = _HOUSE.search(before(match))
    if few and not house:
        said = f"{voice.numbers.number(match['n'])} phần {_part(bottom, voice)}"
    else:
        said = f"{voice.numbers.number(match['n'])} trên {voice.numbers.number(match['d'])}"
    unit = f" {say_unit(match['unit'], voice)}" if match["unit"] else ""
    return f"{'âm ' if match['sign'] else ''}{said}{unit}"


def _part(bottom: int, voice: Voice) -> str:
    special = {4: "tư", 100: "trăm", 1000: voice.numbers.thousand}
    return special.get(bottom) or voice.numbers.integer(bottom)
