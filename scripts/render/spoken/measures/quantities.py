"""Every number that is left: counts, measures, money, percentages, ranges. Pure.

The last rule that looks at digits: after it there are none. A unit is only a unit right after a
number or after the stroke of a rate (``đồng/kg``), so an "m" among words stays an "m".
"""

import re

from scripts.render.spoken.measures.fractions import say_fractions, say_pairs
from scripts.render.spoken.measures.long_forms import WITHOUT_FROM
from scripts.render.spoken.measures.rates import RATES, say_bare_rates, say_rate
from scripts.render.spoken.measures.units import is_thousands, say_lone_units, say_thousands, say_unit
from scripts.render.spoken.voice import NUMBER, REST_OF_NUMBER, Voice, before, word_before, words

_MONEY_SIGNS = "$€₫¥£₹₩฿₭៛"
_SYMBOL = rf"(?:[°℃]C?|[ ]?độ C|(?:US)?[%‰{_MONEY_SIGNS}]|[cdkm]?[mM][23²³]|[A-Za-zđĐ]{{1,4}})(?!\w)"
_QUANTITY = re.compile(
    rf"(?P<money>(?:US)?[{_MONEY_SIGNS}][ ]?)?(?P<sign>(?<![\w.)%])(?:-|[+±][ ]?)(?=\d))?(?P<a>{NUMBER})"
    rf"(?:(?P<ua>[ ]?{_SYMBOL})?(?P<dash>[ ]?[-–][ ]?)(?P<b>{REST_OF_NUMBER}))?"
    rf"(?P<scale>[ ](?:nghìn|ngàn|triệu|tỷ|tỉ|trăm|chục|vạn)(?!\w))?(?P<unit>[ ]?{_SYMBOL})?"
    rf"(?P<rate>(?:[ ][^\W\d_]{{1,7}}){{0,2}}{RATES}{{1,4}})?"
)
_DIGITS = re.compile(r"\d+")
_SIGNS = {"-": "âm ", "+": "cộng ", "±": "cộng trừ "}
_LABELS = words("số mã mẫu tổ ấp phố đội phòng kênh điều khoản lô thửa bàn nhóm xe nghị chỉ thị thẻ cước thuế seri")
_IDENTIFIES = words("số mã khoản thẻ cước thuế seri cccd cmnd mst imei máy")
_SCORES = re.compile(r"(?:kết quả|tỷ số|tỉ số|thắng|thua|hòa|hoà|luân lưu|chung cuộc)[ ]$")
_NAMED_VERSION = re.compile(r"(?:công nghiệp|cách mạng|thời|thời đại|phiên bản|du lịch|nông nghiệp|web|mục|điểm)[ ]$")
_PADDED = re.compile(r"0[1-9]")
_COUNTS_AHEAD = re.compile(
    r"(?<!\w)(?:tổng số|tổng cộng|số lượng|(?:gồm|có|được|thêm|còn|đạt|là)(?![ ]số))(?:[ ][^\W\d_]+){0,3}:?[ ]$"
)
"""``Tổng số 02``, ``gồm 03``: a count, though nothing counted follows."""
_TOTALS = frozenset({"tổng số", "số lượng"})
_POINTED = re.compile(r"\d+\.\d{1,2}|0\.\d+")
_THREE_PLACES = re.compile(r"[1-9]\d{0,2},\d{3}")
_COUNTED_WORD = re.compile(r"[ ][^\W\d_]")
_LONG = 10
"""So many digits in a row, without points, may be an account as well as a sum."""


def say_quantities(text: str, voice: Voice) -> str:
    """Say every number of ``text`` with its unit; what is returned holds no digit."""
    text = say_lone_units(text, voice)
    text = say_fractions(say_pairs(text, voice), voice)
    text = _QUANTITY.sub(lambda m: _apart(m, _quantity(m, voice)), text)
    text = say_bare_rates(text, voice)
    return _DIGITS.sub(lambda m: _apart(m, voice.numbers.whole(m[0])), text)


def _apart(match: re.Match[str], said: str) -> str:
    """Return ``said`` with a space where a letter touches: ``A12b``."""
    before_it, after_it = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return f"{' ' if before_it.isalnum() else ''}{said}{' ' if after_it.isalnum() else ''}"


def _quantity(match: re.Match[str], voice: Voice) -> str:
    said = _SIGNS.get((match["sign"] or "").strip(), "") + _one(match, voice)
    if match["b"]:
        said = _range(match, voice)
    said += (match["scale"] or "").replace("tỉ", "tỷ")
    unit = (match["unit"] or match["money"] or "").strip().replace("US$", "$")
    rate = match["rate"] or ""
    return f"{said}{_unit(match, unit, voice)}{say_rate(rate, unit, voice) if rate else ''}"


def _unit(match: re.Match[str], unit: str, voice: Voice) -> str:
    if not unit:
        return ""
    if is_thousands(unit):
        return f" {say_thousands(match, unit, rated=bool(match['rate']), voice=voice)}"
    if unit == "độ C":
        return f" {voice.unit('°C') or unit}"
    return f" {say_unit(unit, voice, match['b'] or match['a'])}"


def _one(match: re.Match[str], voice: Voice) -> str:
    """``05 hộ`` is five households; ``tổ 05`` keeps its zero."""
    number, ahead = match["a"], word_before(match)
    noun = _COUNTED_WORD.match(match.string, match.end("a")) and ahead not in _LABELS
    total = _COUNTS_AHEAD.search(before(match))
    counted = noun or (total and (ahead not in _LABELS or total[0].strip(" :") in _TOTALS))
    measured = bool(match["unit"] or match["scale"] or match["money"])
    if _PADDED.fullmatch(number) and counted:
        return voice.numbers.number(number[1:])
    if number.isdecimal() and len(number) >= _LONG and number[0] != "0":
        return _long(match, number, voice, sure=bool(measured or noun))
    if _POINTED.fullmatch(number) and (measured or not number.endswith(".0")):
        return _pointed(match, number, voice, measured=measured or bool(_COUNTED_WORD.match(match.string, match.end())))
    said = voice.numbers.number(number)
    if _THREE_PLACES.fullmatch(number):
        voice.guess(number, said, "dấu phẩy trước ba chữ số đọc là phần lẻ, không phải hàng nghìn")
    return said


def _long(match: re.Match[str], number: str, voice: Voice, *, sure: bool) -> str:
    """``1234567890 đồng`` is a sum, ``tài khoản 1234567890`` a row of digits."""
    if word_before(match) in _IDENTIFIES:
        return voice.numbers.digits(number)
    said = voice.numbers.whole(number)
    if not sure:
        voice.guess(number, said, "số dài không có dấu chấm đọc là một con số, không từng chữ số")
    return said


def _pointed(match: re.Match[str], number: str, voice: Voice, *, measured: bool) -> str:
    """``1.5 ha`` is one and a half, written as abroad; ``8.5`` alone keeps its point."""
    if _NAMED_VERSION.search(before(match)):
        return voice.numbers.number(number)
    said = voice.numbers.number(number.replace(".", ",") if measured else number)
    voice.guess(number, said, "dấu chấm ở đây không phải dấu hàng nghìn")
    return said


def _range(match: re.Match[str], voice: Voice) -> str:
    first, last = (voice.numbers.number(n[1:] if _PADDED.fullmatch(n) else n) for n in (match["a"], match["b"]))
    near = (match["ua"] or "").strip()
    unit = (match["unit"] or "").strip()
    if near and near != unit:
        first += f" {say_unit(near, voice)}"
    if _SCORES.search(before(match)):
        return f"{first} {last}"
    if not unit and not match["scale"] and _value(match["a"]) >= _value(match["b"]):
        voice.guess(match[0], f"{first}, {last}", "hai số nối bằng gạch, số sau không lớn hơn, đọc liền nhau")
        return f"{first}, {last}"
    return f"{'' if word_before(match) in WITHOUT_FROM else 'từ '}{first} đến {last}"


def _value(written: str) -> float:
    """Return about what ``written`` is worth: enough to tell a rise from a fall."""
    whole, _, part = written.partition(",")
    return int(whole.replace(".", "")[:30]) + (float(f"0.{re.sub(r'[^0-9]', '', part)[:9]}") if part else 0)
