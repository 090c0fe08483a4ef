"""Dates and months: ``14-5-2011``, ``01-7 đến 15-10-2011``, ``14-20/5``, ``8-2020``, ``dịp 2/9``. Pure.

The hard question is what is a date. With a year it always is. Without one, ``15-10`` and ``2/9``
are dates after a word that asks for a day (ngày, dịp, lễ …), beside another date, or when
nothing else is possible: ``30-4`` cannot be a range, nor ``22/12`` a part of a whole.
"""

import re

from scripts.render.spoken.voice import Voice, before, word_before

_DAY, _MONTH, _YEAR = r"[0-3]?\d", r"[01]?\d", r"(?:1[5-9]|20|21)\d{2}"
_START, _END = r"(?<![\w./,-])", r"(?![\w/]|[-.,]\d)"
_DAY_WORD = r"(?:(?<!\w)(?:[Nn]gày|[Hh]ôm|[Mm]ùng|[Mm]ồng)[ ])"
_TO = r"(?:[ ](?:đến|tới|đến hết|–|-)[ ]|[–-])"

_ISO = re.compile(rf"{_START}({_YEAR})-(\d{{2}})-(\d{{2}}){_END}")
_ISO_MONTH = re.compile(rf"{_START}({_YEAR})-(0\d|1[0-2]){_END}")
_FULL = re.compile(rf"(?P<word>{_DAY_WORD})?{_START}({_DAY})([-/.])({_MONTH})\3({_YEAR}){_END}")
_FULL_RANGE = re.compile(
    rf"{_START}({_DAY}([-/.]){_MONTH}\2{_YEAR})(?:[ ][–-][ ]|–|-)(?={_DAY}\2{_MONTH}\2{_YEAR}{_END})"
)
_PAIR = re.compile(
    rf"(?P<word>{_DAY_WORD})?{_START}(?P<d1>{_DAY})(?P<s>[-/.])(?P<m1>{_MONTH})"
    rf"(?P<to>{_TO})(?P<word2>{_DAY_WORD})?(?P<d2>{_DAY})(?P=s)(?P<m2>{_MONTH})(?:(?P=s)(?P<y>{_YEAR}))?{_END}"
)
_DAYS = re.compile(
    rf"(?P<word>{_DAY_WORD})?{_START}(?P<d1>{_DAY})(?P<to>[ ]?[–-][ ]?|[ ]đến[ ])(?P<d2>{_DAY})"
    rf"(?:/(?P<m>{_MONTH})(?:/(?P<y>{_YEAR}))?|-(?P<m3>{_MONTH})-(?P<y3>{_YEAR})){_END}"
)
_LIST = re.compile(
    rf"(?P<word>{_DAY_WORD})(?P<days>(?:{_DAY}(?:,[ ]|[ ]và[ ]|[ ]đến[ ])){{1,12}})"
    rf"(?P<d>{_DAY})(?P<s>[-/])(?P<m>{_MONTH})(?:(?P=s)(?P<y>{_YEAR}))?{_END}"
)
_MONTH_YEAR = re.compile(rf"(?P<word>(?<!\w)[Tt]háng[ ])?{_START}({_MONTH})[ ]?[-/][ ]?({_YEAR}){_END}")
_MONTHS = re.compile(
    rf"(?P<word>(?<!\w)[Tt]háng[ ])({_MONTH})[ ]?[–-][ ]?({_MONTH})(?:[/-]({_YEAR}))?(?![\w/]|[-.,]\d)"
)
_NAMED_MONTH = re.compile(r"((?<!\w)(?<!\d[ ])[Tt]háng )(0?[1-9]|1[0-2])(?:/(\d{4}))?(?![\w/%]|[-–.,]\d)")
_DAY_MONTH = rf"{_DAY}[-/]{_MONTH}"
_NAMED_AFTER = r"(?:(?<!\w)(?i:đường|phố|thôn|công viên|quảng trường)[ ])"
_SHORT = re.compile(
    rf"(?P<word>{_DAY_WORD}|{_NAMED_AFTER})?"
    rf"(?P<all>{_START}{_DAY_MONTH}(?:(?:,[ ]|[ ]và[ ]|[ ]?[–-][ ]?){_DAY_MONTH}){{0,6}}){_END}"
)
_ONE = re.compile(rf"({_DAY})([-/])({_MONTH})")
_ASKS = re.compile(
    r"(?:^|[^\w])(?:dịp|lễ|tết|quốc khánh|lao động|thiếu nhi|phụ nữ|thắng lợi|truyền thống|kỷ niệm|sáng|trưa|chiều|tối|"
    r"đêm|hạn|trước|sau|đến hết|tính đến|rạng sáng|chủ nhật|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|"
    r"cách mạng)[ ,(]+$"
)
_NUMBER_OF = frozenset({"quý", "đợt", "kỳ", "lần", "số", "vụ", "khóa", "khoá", "tập", "tuần", "thứ"})
_COUNTS = re.compile(r"[ ]?(?:%|[^\W\d_]*[ ]?(?:hộ|người|lần|tấn|ha|kg|km|m|tuổi|chỉ tiêu|tiêu chí)(?!\w))")
_OTHERS = frozenset({"số", "thắng", "thua", "hòa", "hoà", "hẻm", "kiệt", "ngõ", "nhà"})
_LAST_DAY, _LAST_MONTH = 31, 12
ALWAYS_OPEN = (24, 7)
"""``24/7`` is no day in July."""


def say_dates(text: str, voice: Voice) -> str:
    """Say every date and month of ``text``."""
    text = _ISO.sub(lambda m: _date(m, voice, m[3], m[2], m[1]), text)
    text = _FULL_RANGE.sub(lambda m: f"{'' if word_before(m) in ('từ', 'ngày') else 'từ '}{m[1]} đến ", text)
    text = _PAIR.sub(lambda m: _pair(m, voice), text)
    text = _DAYS.sub(lambda m: _days(m, voice), text)
    text = _LIST.sub(lambda m: _list(m, voice), text)
    text = _FULL.sub(lambda m: _date(m, voice, m[2], m[4], m[5]), text)
    text = _ISO_MONTH.sub(lambda m: f"tháng {month(int(m[2]), voice)} năm {_year(m[1], voice)}", text)
    text = _MONTH_YEAR.sub(lambda m: _month_year(m, voice), text)
    text = _MONTHS.sub(lambda m: _months(m, voice), text)
    text = _SHORT.sub(lambda m: _short(m, voice), text)
    return _NAMED_MONTH.sub(lambda m: f"{m[1]}{month(int(m[2]), voice)}{_with_year(m[3], voice)}", text)


def month(number: int, voice: Voice) -> str:
    """Return the name of a month: the fourth is "tư"."""
    return "tư" if number == 4 else voice.numbers.integer(number)  # noqa: PLR2004


def _date(match: re.Match[str], voice: Voice, day: str, of: str, year: str) -> str:
    if not _possible(day, of):
        return match[0]
    return f"{_word(match, 'word')}{_day(day, voice)} tháng {month(int(of), voice)} năm {_year(year, voice)}"


def _pair(match: re.Match[str], voice: Voice) -> str:
    if not (_possible(match["d1"], match["m1"]) and _possible(match["d2"], match["m2"])):
        return match[0]
    if not match["y"] and not match["word"] and (match["s"] == "." or _COUNTS.match(match.string, match.end())):
        return match[0]
    dashed = match["to"].strip() in ("-", "–")
    start = "từ " if dashed and word_before(match) != "từ" else ""
    first = f"{_word(match, 'word')}{_day(match['d1'], voice)} tháng {month(int(match['m1']), voice)}"
    last = f"{_word(match, 'word2')}{_day(match['d2'], voice)} tháng {month(int(match['m2']), voice)}"
    return f"{start}{first}{' đến ' if dashed else match['to']}{last}{_with_year(match['y'], voice)}"


def _days(match: re.Match[str], voice: Voice) -> str:
    of, year = match["m"] or match["m3"], match["y"] or match["y3"]
    if not (_possible(match["d1"], of) and _possible(match["d2"], of)) or int(match["d1"]) >= int(match["d2"]):
        return match[0]
    if "đến" in match["to"] and not match["word"] and word_before(match) != "từ":
        return match[0]
    start = "" if word_before(match) == "từ" else "từ "
    days = f"{start}ngày {_day(match['d1'], voice)} đến ngày {_day(match['d2'], voice)}"
    return f"{days} tháng {month(int(of), voice)}{_with_year(year, voice)}"


def _list(match: re.Match[str], voice: Voice) -> str:
    if not _possible(match["d"], match["m"]):
        return match[0]
    days = re.sub(r"\d+", lambda day: _day(day[0], voice), match["days"] + match["d"])
    return f"{match['word']}{days} tháng {month(int(match['m']), voice)}{_with_year(match['y'], voice)}"


def _month_year(match: re.Match[str], voice: Voice) -> str:
    number, last = match[2], word_before(match)
    if last in _NUMBER_OF and not match["word"]:
        return f"{voice.numbers.whole(number)} năm {_year(match[3], voice)}"
    if not 1 <= int(number) <= _LAST_MONTH:
        return match[0]
    return f"{match['word'] or 'tháng '}{month(int(number), voice)} năm {_year(match[3], voice)}"


def _months(match: re.Match[str], voice: Voice) -> str:
    first, last = int(match[2]), int(match[3])
    if not 1 <= first < last <= _LAST_MONTH:
        return match[0]
    return f"{match[1]}{month(first, voice)} đến tháng {month(last, voice)}{_with_year(match[4], voice)}"


def _short(match: re.Match[str], voice: Voice) -> str:
    found = _ONE.findall(match["all"])
    if not all(_possible(day, of) for day, _, of in found):
        return match[0]
    counted = _COUNTS.match(match.string, match.end())
    asked = bool(match["word"]) or bool(_ASKS.search(before(match)) and not counted)
    days = [(int(day), int(of)) for day, _, of in found]
    only_a_date = any(day > of for day, of in days) or any("0" in (day[0], of[0]) for day, _, of in found)
    alone = only_a_date and not counted and days != [ALWAYS_OPEN] and not _is_other(match)
    if not (asked or alone):
        return match[0]
    kept = iter([_word(match, "word"), *["ngày "] * len(found)])
    said = _ONE.sub(lambda one: f"{next(kept)}{_day(one[1], voice)} tháng {month(int(one[3]), voice)}", match["all"])
    return re.sub(r"(?<=[^\W\d_])[ ]?[–-][ ]?(?=ngày)", " đến ", said)


def _is_other(match: re.Match[str]) -> bool:
    """A score, or the number of a house."""
    return word_before(match) in _OTHERS


def _word(match: re.Match[str], group: str) -> str:
    """Return the day word that stands there already, or ``ngày``."""
    found: str | None = match.groupdict().get(group)
    return found or "ngày "


def _day(written: str, voice: Voice) -> str:
    return voice.numbers.integer(int(written))


def _year(written: str, voice: Voice) -> str:
    return voice.numbers.integer(int(written))


def _with_year(written: str | None, voice: Voice) -> str:
    return f" năm {_year(written, voice)}" if written else ""


def _possible(day: str, of: str) -> bool:
    return 1 <= int(day) <= _LAST_DAY and 1 <= int(of) <= _LAST_MONTH
