"""What is written short, written out while its digits are still digits: ``~500`` is "khoảng 500". Pure.

A range whose ends both carry a unit becomes "từ 3 đến 6kg", ``2 000`` becomes ``2.000``, ``1tr5``
becomes ``1,5 triệu`` in words; the rules that read numbers then meet one form only.
"""

import re

from scripts.render.spoken.voice import NUMBER, REST_OF_NUMBER, Voice, before, word_before, words

_TILDE = re.compile(r"(?<=\d)[ ]?~[ ]?(?=\d)")
_SQUARE = re.compile(r"(?<=\bmét)[ ]?[²³]|(?<=\dm)\^[23](?!\d)|(?<=\d m)\^[23](?!\d)")
_SQUARES = {"²": " vuông", " ²": " vuông", "³": " khối", " ³": " khối", "^2": "²", "^3": "³"}
_ABOUT = re.compile(r"~[ ]?(?=\d)")
_MORE_THAN = re.compile(rf"({NUMBER})\+(?![ ]?\d)")
_DOLLARS = re.compile(r"(?<=\d)[ ]?US\$")
_NUMBER_SIGN = re.compile(r"(?<![\w#])#[ ]?(?=\d)")
_GROUPS = r"[1-9]\d{0,2}(?:[ ]\d{3})+(?:,\d{1,2})?"
_SPACED = re.compile(
    rf"(?<![\w.,/:+])(?<![\w)]-)(?<!\d[ ])(?<!\d[ ]-)({_GROUPS}(?:[ ]?[-–][ ]?{_GROUPS})?)(?![\d_./:]|[-,]\d|[ ]\d)"
)
_TIMES = re.compile(r"(?<=\d)([ ]?(?:[cmk]?m)?)[ ]?[xX×*][ ]?(?=\d)")
_MULTIPLIED = re.compile(r"(?<=[^\W\d_])[ ][xX×][ ](?=\d)")
_POWER = re.compile(r"(?<=\d)\^(?=\d)")
_JOINED = re.compile(rf"({NUMBER})(?P<unit>m|tr|tỷ|tỉ)(?P<rest>\d{{1,3}})(?!\w)")
_JOINED_END = r"(?:m|tr|tỷ)\d{0,3}(?!\w)"
_UP_TO = re.compile(rf"({NUMBER}{_JOINED_END})[ ]?[-–][ ]?(?=({REST_OF_NUMBER}{_JOINED_END}))")
_HOUSE = re.compile(r"(?<![\w.,/-])\d{1,4}(?:(?:/\d{1,4}){1,4}(?=[A-ZĐ](?!\w))|(?:/\d{1,4}){2,4}(?![\w/]|[.,-]\d))")
_HOUSE_BEFORE = re.compile(r"(?:số|hẻm|kiệt|ngõ|nhà|lô|thửa)[ ]$")
_LISTED = re.compile(r"(?<![\w.,/-])\d{1,3}(?:,\d{1,2}){2,9}(?![\w/-]|[.,]\d)")
_LABELLED = re.compile(
    r"(?<!\w)((?i:tổ|ấp|thôn|khóm|lớp|điều|khoản|mục|phường|quận|kênh|khu phố|đội|nhóm|tuyến|(?<!hệ )(?<!chỉ )số)"
    r"[ ]\d{1,2}),(\d{1,2})(?![\w/%-]|[.,]\d|[ ](?:triệu|tỷ|nghìn|lần|ha|km|m)(?!\w))"
)
_CHAIN = re.compile(r"(?<![\w.,/-])\d{1,4}(?:-\d{1,4}){2,4}(?=[ ]?[^\W\d_])")
_UNIT = r"(?:nghìn|ngàn|triệu|tỷ|tỉ)(?:[ ]đồng)?|[%‰$€₫¥£₹₩฿₭៛]|[°℃]C?|[^\W\d_]{1,7}[23²³]?"
_RANGE = re.compile(
    rf"({NUMBER})(?P<g1>[ ]?)(?P<u1>{_UNIT})(?![^\W_])(?:[ ]?[-–][ ]?)(?P<b>{REST_OF_NUMBER})"
    rf"(?P<g2>[ ]?)(?P<u2>{_UNIT})(?![^\W_])"
)

_ALREADY = words("khoảng chừng độ gần tầm cỡ hơn trên")
_HEIGHT = words("cao sâu dày")
_SCALES = {"nghìn", "ngàn", "triệu", "tỷ", "tỉ"}
WITHOUT_FROM = words(
    "từ khoảng chừng độ gần hơn lên đến số tổ ấp lớp khối trang tuần điều khoản kênh phố phường thứ bàn phòng tập "
    "khóa khoá"
)
"""After these a range has no "từ": it is said already, or the numbers are labels."""
_AREA = frozenset("23")


def write_out(text: str, voice: Voice) -> str:
    """Return ``text`` with every short way of writing a number written out; its digits stay."""
    text = _SQUARE.sub(lambda m: _SQUARES[m[0]], _TILDE.sub("-", text))
    text = _ABOUT.sub(lambda m: "" if word_before(m) in _ALREADY else "khoảng ", text)
    text = _MORE_THAN.sub(lambda m: m[1] if word_before(m) in _ALREADY else f"trên {m[1]}", text)
    text = _DOLLARS.sub("$", text)
    text = _NUMBER_SIGN.sub("số ", text)
    text = _SPACED.sub(lambda m: _spaced(m, voice), text)
    text = _MULTIPLIED.sub(" nhân ", text)
    text = _POWER.sub(" mũ ", _TIMES.sub(r"\1 nhân ", text))
    text = _LABELLED.sub(lambda m: _labelled(m, voice), _LISTED.sub(lambda m: m[0].replace(",", ", "), text))
    text = _CHAIN.sub(lambda m: _chain(m, voice), text)
    text = _HOUSE.sub(lambda m: _house(m, voice), text)
    text = _UP_TO.sub(_up_to, text)
    text = _JOINED.sub(lambda m: _joined(m, voice), text)
    return _RANGE.sub(lambda m: _range(m, voice), text)


def _spaced(match: re.Match[str], voice: Voice) -> str:
    said = re.sub(r"(?<=\d)[ ](?=\d)", ".", match[1])
    numbers = " đến ".join(map(voice.numbers.number, re.findall(r"[\d.,]+", said)))
    voice.guess(match[1], numbers, "các nhóm số viết cách nhau đọc là một số")
    return said


def _joined(match: re.Match[str], voice: Voice) -> str:
    """``1m65``, ``2tr5``, ``1tỷ2``; ``5m2`` is an area, but not after a word of height."""
    number, unit, rest = match[1], match["unit"], match["rest"]
    if unit == "m":
        area = rest in _AREA and word_before(match) not in _HEIGHT
        if area or len(rest) > 2:  # noqa: PLR2004 - centimetres
            return match[0]
        return f"{voice.numbers.number(number)} mét {voice.numbers.integer(int(rest))}"
    small, name = ("triệu", "triệu") if unit != "tr" else (voice.numbers.thousand, "")
    large = "triệu" if unit == "tr" else "tỷ"
    return f"{voice.numbers.number(number)} {large} {voice.numbers.integer(int(rest.ljust(3, '0')))} {name or small}"


def _labelled(match: re.Match[str], voice: Voice) -> str:
    """``tổ 1,2`` are two groups: a label has no parts."""
    said = f"{match[1]}, {match[2]}"
    voice.guess(match[0], said, "dấu phẩy sau một tên có số đọc là hai số")
    return said


def _chain(match: re.Match[str], voice: Voice) -> str:
    """``10-15-20kg``: three amounts told one after the other."""
    said = match[0].replace("-", ", ")
    voice.guess(match[0], said, "ba số nối bằng gạch đọc liền nhau")
    return said


def _up_to(match: re.Match[str]) -> str:
    """``1m-1m5``: the dash between two ends of which one is written as spoken."""
    spoken = match[1][-1].isdecimal() or match[2][-1].isdecimal()
    return f"{_from(match)}{match[1]} đến " if spoken else match[0]


def _range(match: re.Match[str], voice: Voice) -> str:
    """A range whose ends say the same unit, or each its own: ``3kg-6kg``, ``800m-1,2km``, ``5 hộ - 10 hộ``."""
    first, last = match["u1"], match["u2"]
    if first != last and not (_measures(first, voice) and _measures(last, voice)):
        return match[0]
    near = f"{match['g1']}{first}" if first != last else ""
    return f"{_from(match)}{match[1]}{near} đến {match['b']}{match['g2']}{last}"


def _from(match: re.Match[str]) -> str:
    return "" if word_before(match) in WITHOUT_FROM or before(match).endswith("lúc ") else "từ "


def _house(match: re.Match[str], voice: Voice) -> str:
    """``hẻm 45/2/1``, ``số 12/3A``: the stroke of an address."""
    said = match[0].replace("/", " trên ")
    if not _HOUSE_BEFORE.search(before(match)):
        voice.guess(match[0], said, "các dấu / đọc là “trên”")
    return said


def _measures(written: str, voice: Voice) -> bool:
    return written.split(maxsplit=1)[0] in _SCALES or written == "đồng" or voice.unit(written) is not None
