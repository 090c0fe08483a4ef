"""Every number that is left: counts, measures, money, percentages, ranges, fractions. Pure.

The last rule that looks at digits: after it there are none. A unit is only a unit right after a
number or after the stroke of a rate (``đồng/kg``), so an "m" among words stays an "m".
"""

import re

from scripts.render.spoken.voice import NUMBER, REST_OF_NUMBER, Voice, before, word_before, words

_SYMBOL = r"(?:[°℃]C?|[%‰$€₫]|[cdkm]?[mM][23²³]|[A-Za-zđĐ]{1,4})(?!\w)"
_RATES = r"(?:[ ]?/[ ]?[^\W\d_]{1,12}(?:[ ]phố|[ ]viên)?[23²³]?(?!\w))"
_QUANTITY = re.compile(
    rf"(?P<money>(?:US)?\$[ ]?|€[ ]?)?(?P<sign>(?<![\w.)%])[-+±][ ]?(?=\d))?(?P<a>{NUMBER})"
    rf"(?:(?P<ua>[ ]?{_SYMBOL})?(?P<dash>[ ]?[-–][ ]?)(?P<b>{REST_OF_NUMBER}))?"
    rf"(?P<scale>[ ](?:nghìn|ngàn|triệu|tỷ|tỉ|trăm|chục|vạn)(?!\w))?(?P<unit>[ ]?{_SYMBOL})?"
    rf"(?P<rate>(?:[ ][^\W\d_]{{1,7}}){{0,2}}{_RATES}{{1,4}})?"
)
_FRACTION = re.compile(
    rf"(?<![\w.,/-])(?P<n>\d{{1,9}}(?:\.\d{{3}}){{0,3}})/"
    rf"(?P<d>\d{{1,9}}(?:\.\d{{3}}){{0,3}})(?!\d|/|[.,]\d)(?P<unit>[ ]?{_SYMBOL})?"
)
_RATE = re.compile(rf"(?<![^\W\d_])(?P<left>[^\W\d_]{{1,12}}[23²³]?){_RATES}{{1,4}}")
_TIMES = re.compile(r"(?<=\d)([ ]?(?:[cmk]?m)?)[ ]?[xX×*][ ]?(?=\d)")
_POWER = re.compile(r"(?<=\d)\^(?=\d)")
_JOINED = re.compile(rf"{NUMBER}(?P<unit>m|tr)(?P<rest>\d{{1,2}})(?!\w)")
_DIGITS = re.compile(r"\d+")
_SIGNS = {"-": "âm ", "+": "cộng ", "±": "cộng trừ "}
_WITHOUT_FROM = words(
    "từ khoảng chừng độ gần hơn số tổ ấp lớp trang tuần điều khoản kênh phố phường thứ bàn phòng tập khóa khoá lên đến"
)
_LABELS = words("số mã mẫu tổ ấp phố đội phòng kênh điều khoản lô thửa bàn nhóm xe nghị chỉ thị")
_SCORES = re.compile(r"(?:tỷ số|tỉ số|thắng|thua|hòa|hoà)[ ]$")
_HOUSE = re.compile(r"(?:số|hẻm|kiệt|ngõ|nhà|tổ|lớp|phòng)[ ]$")
_PADDED = re.compile(r"0[1-9]")
_COUNTS_AHEAD = re.compile(
    r"(?<!\w)(?:tổng số|tổng cộng|số lượng|(?:gồm|có|được|thêm|còn|đạt|là)(?![ ]số))(?:[ ][^\W\d_]+){0,3}:?[ ]$"
)
"""``Tổng số 02``, ``gồm 03``: a count, though nothing counted follows."""
_TOTALS = frozenset({"tổng số", "số lượng"})
_COUNTED_WORD = re.compile(r"[ ][^\W\d_]")
_PARTS_OF = frozenset({100, 1000})
_MOST_PARTS = 10
_COUNTERS = words("đồng triệu tỷ lần tấn tạ lít trăm buổi giờ ngày tháng người hộ con cây suất mét vuông")


def say_quantities(text: str, voice: Voice) -> str:
    """Say every number of ``text`` with its unit; what is returned holds no digit."""
    text = _POWER.sub(" mũ ", _TIMES.sub(r"\1 nhân ", text))
    text = _JOINED.sub(lambda m: _joined(m, voice), text)
    text = _FRACTION.sub(lambda m: _apart(m, _fraction(m, voice)), text)
    text = _QUANTITY.sub(lambda m: _apart(m, _quantity(m, voice)), text)
    text = _RATE.sub(lambda m: _bare_rate(m, voice), text)
    return _DIGITS.sub(lambda m: _apart(m, voice.numbers.whole(m[0])), text)


def _apart(match: re.Match[str], said: str) -> str:
    """Return ``said`` with a space where a letter touches: ``A12b``."""
    before_it, after_it = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return f"{' ' if before_it.isalnum() else ''}{said}{' ' if after_it.isalnum() else ''}"


def _joined(match: re.Match[str], voice: Voice) -> str:
    """``1m65`` and ``2tr5``; ``5m2`` is an area."""
    number, rest = voice.numbers.number(match[0][: match.start("unit") - match.start()]), match["rest"]
    if match["unit"] == "m":
        return match[0] if len(rest) == 1 else f"{number} mét {voice.numbers.integer(int(rest))}"
    return f"{number} triệu {voice.numbers.integer(int(rest.ljust(3, '0')))} {voice.numbers.thousand}"


def _fraction(match: re.Match[str], voice: Voice) -> str:
    top, bottom = (int(match[name].replace(".", "")) for name in "nd")
    few = top < bottom and (bottom <= _MOST_PARTS or bottom in _PARTS_OF)
    if few and not _HOUSE.search(before(match)):
        said = f"{voice.numbers.number(match['n'])} phần {_part(bottom, voice)}"
    else:
        said = f"{voice.numbers.number(match['n'])} trên {voice.numbers.number(match['d'])}"
    return said + _say_unit(match["unit"], voice)


def _part(bottom: int, voice: Voice) -> str:
    special = {4: "tư", 100: "trăm", 1000: voice.numbers.thousand}
    return special.get(bottom) or voice.numbers.integer(bottom)


def _quantity(match: re.Match[str], voice: Voice) -> str:
    said = _SIGNS.get((match["sign"] or "").strip(), "") + _one(match, voice)
    if match["b"]:
        said = _range(match, voice)
    said += (match["scale"] or "").replace("tỉ", "tỷ")
    unit = match["unit"] or ""
    if match["money"]:
        unit = ("€" if "€" in match["money"] else "$") if not unit.strip() else unit
    return said + _say_unit(unit, voice) + _say_rate(match["rate"] or "", voice)


def _one(match: re.Match[str], voice: Voice) -> str:
    """``05 hộ`` is five households; ``tổ 05`` keeps its zero."""
    number = match["a"]
    noun = _COUNTED_WORD.match(match.string, match.end("a")) and word_before(match) not in _LABELS
    total = _COUNTS_AHEAD.search(before(match))
    counted = noun or (total and (word_before(match) not in _LABELS or total[0].strip(" :") in _TOTALS))
    return voice.numbers.number(number[1:] if _PADDED.fullmatch(number) and counted else number)


def _range(match: re.Match[str], voice: Voice) -> str:
    first, last = (voice.numbers.number(n[1:] if _PADDED.fullmatch(n) else n) for n in (match["a"], match["b"]))
    near = (match["ua"] or "").strip()
    unit = (match["unit"] or "").strip()
    if near and near != unit:
        first += _say_unit(near, voice)
    if _SCORES.search(before(match)):
        return f"{first} {last}"
    if not unit and not match["scale"] and _value(match["a"]) >= _value(match["b"]):
        return f"{first}, {last}"
    return f"{'' if word_before(match) in _WITHOUT_FROM else 'từ '}{first} đến {last}"


def _value(written: str) -> float:
    """Return about what ``written`` is worth: enough to tell a rise from a fall."""
    whole, _, part = written.partition(",")
    return int(whole.replace(".", "")[:30]) + (float(f"0.{re.sub(r'[^0-9]', '', part)[:9]}") if part else 0)


def _say_unit(written: str | None, voice: Voice) -> str:
    if not written:
        return ""
    said = voice.unit(written.strip())
    return f" {said or written.strip()}"


def _say_rate(written: str, voice: Voice) -> str:
    """``/người/năm`` after a number is "một người một năm"; another stroke is left to the signs."""
    head, *parts = re.split(r"[ ]?/[ ]?", written)
    said = [_per(part, voice) for part in parts]
    if all(said):
        return " một ".join([head, *filter(None, said)])
    return written


def _per(written: str, voice: Voice) -> str:
    return voice.unit(written) or (written if written in voice.lexicon.counted else "")


def _bare_rate(match: re.Match[str], voice: Voice) -> str:
    """``đồng/kg``, ``người/km²`` without a number before them."""
    left, *parts = re.split(r"[ ]?/[ ]?", match[0])
    measured = left in _COUNTERS
    said = [voice.unit(part) or (part if measured and part in voice.lexicon.counted else "") for part in parts]
    return " một ".join([voice.unit(left) or left, *said]) if all(said) else match[0]
