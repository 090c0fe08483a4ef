"""A day and a month without a year: ``dịp 2/9``, ``ngày 20.11``, ``30-4``. Pure.

The hard question is what is a date. ``15-10`` and ``2/9`` are dates after a word that asks for a day (ngày, dịp, lễ …),
beside another date, or when nothing else is possible: ``30-4`` cannot be a range, nor ``22/12`` a part of a whole. A
dot needs a word that asks and nothing counted after it. What could be either is remarked.
"""

import re

from scripts.render.spoken.calendar.parts import (
    ANY_YEAR,
    DAY,
    DAY_WORD,
    END,
    MONTH,
    START,
    check_exists,
    day_word,
    possible,
    said_day,
    said_month,
)
from scripts.render.spoken.voice import CAPITALS, Voice, before, word_before, words

_NAMED_AFTER = r"(?:(?<!\w)(?i:đường|phố|thôn|công viên|quảng trường|trường|chợ|cầu|ấp|trung đội|hợp tác xã)[ ])"
_SHORT = re.compile(
    rf"(?P<word>{DAY_WORD}|{_NAMED_AFTER})?"
    rf"(?P<all>{START}{DAY}[-/]{MONTH}(?:(?:,[ ]|[ ]và[ ]|[ ]?[–-][ ]?){DAY}[-/]{MONTH}){{0,6}}){END}"
)
_DOTTED = re.compile(
    rf"(?P<word>{DAY_WORD}|{_NAMED_AFTER})?"
    rf"(?P<all>{START}{DAY}\.{MONTH}(?:(?:,[ ]|[ ]và[ ]|[ ]?[–-][ ]?|[ ]đến[ ]){DAY}\.{MONTH}){{0,6}}){END}"
)
_ONE = re.compile(rf"({DAY})([-/.])({MONTH})")
_SPAN = re.compile(
    rf"(?P<word>{DAY_WORD}){START}(?P<a>{DAY})[ ]?[-–][ ]?(?P<b>{DAY}){END}"
    r"(?P<month>(?=[ ](?:tháng|hằng tháng|hàng tháng|mỗi tháng|tết|Tết)(?!\w)))?"
)
_ASKS = re.compile(
    r"(?:^|[^\w])(?:dịp|lễ|tết|quốc khánh|lao động|thiếu nhi|phụ nữ|thắng lợi|truyền thống|kỷ niệm|nhà giáo|"
    r"nhà giáo việt nam|thầy thuốc|thầy thuốc việt nam|gia đình việt nam|phụ nữ việt nam|liệt sĩ|giải phóng|"
    r"cách mạng|đại đoàn kết|hôm nay|hôm qua|tối qua|đêm qua|sáng nay|chiều nay|tối nay|thứ hai|thứ ba|thứ tư|"
    r"thứ năm|thứ sáu|thứ bảy|chủ nhật|mừng|chào mừng)[ ,(]+$"
)
_BESIDE = re.compile(r"(?<!\w)tháng(?:[ ][^\W\d_]{1,5}){1,2}(?:,[ ]|[ ]và[ ])$")
"""Another date, said already: ``ngày ba tháng chín và 5/9``."""
_OF_A_CALENDAR = re.compile(r"[ ](?:âm lịch|dương lịch|hằng năm|hàng năm)(?!\w)")
_SPACED = re.compile(rf"(?P<word>{DAY_WORD}){START}(?P<d>{DAY})[ ][-–][ ](?P<m>{MONTH}){END}")
_NAMED_DAY = re.compile(
    rf"(?<!\w)[Nn]gày[ ](?=[{CAPITALS}]|hội|lễ|tết|thành lập|truyền thống|giỗ)(?:[^\W\d_]+[ ]){{1,9}}\(?$"
)
"""``Ngày Biên phòng toàn dân 3-3``, ``ngày thành lập Hội Nông dân 14-10``."""
_MAY_ASK = re.compile(
    r"(?:^|[^\w])(?:sáng|trưa|chiều|tối|đêm|hạn|trước|sau|đến hết|tính đến|rạng sáng|chót|thời hạn)[ ,(]+$"
)
_TIME_OF_DAY = re.compile(r"(?:^|[^\w])(?:sáng|trưa|chiều|tối|đêm)[ ,(]+$")
_ALMOST_ASKS = re.compile(r"(?:^|[^\w])(?:từ|kể từ|đến|tới|vào|hết)[ ]$")
_FAR_BACK = 64
_PAUSE = re.compile(r"\s*(?:$|[,;.:!?)\n]|[ ](?:đến|tới|năm)[ ])")
_NO_DAYS_OF = re.compile(r"(?:^|[^\w])(?:mỗi|một|hai|ba|nửa|vài|mấy|\d)[ ]$")
_SEVERAL = re.compile(r"(?:^|[^\w])(?:các|những)[ ]$")
_SCALE = re.compile(r"[ ]?[%‰]|[ ](?:nghìn|ngàn|triệu|tỷ|tỉ|phần trăm)(?!\w)")
_NOUN_AFTER = re.compile(r"[ ](?:tiêu chí|chỉ tiêu|diện tích|tổng|số|hộ|người)(?!\w)")
_OF_A_YEAR = re.compile(r"[ ]năm[ ](?:19|20|nay|trước|sau|ngoái|qua)")
_UNIT_AFTER = re.compile(r"[ ]?([^\W\d_]{1,7}[23²³]?)(?!\w)")
_TIMES_A_DAY = words("lần buổi giờ tiếng bữa chuyến lượt ca phút km kg tấn lít")
_OTHERS = words("số thắng thua hòa hoà lưu cuộc quả hẻm kiệt ngõ nhà lớp hạng loại binh tật lệ phòng tổ bậc tầng")
_RANK = re.compile(r"(?:thương binh|bệnh binh|thương tật|hạng|loại)[ ](?:(?:hạng|loại|mức)[ ])?$")
_HOLIDAYS = frozenset({(3, 2), (8, 3), (1, 5), (7, 5), (1, 6), (2, 9), (9, 1)})
"""Feasts whose digits are also a part of a whole: 30/4 can only be a day."""
ALWAYS_OPEN = (24, 7)
"""``24/7`` is no day in July."""


def say_days(text: str, voice: Voice) -> str:
    """Say every day and month of ``text`` that has no year."""
    text = _SPAN.sub(lambda m: _span(m, voice), text)
    text = _SPACED.sub(r"\g<word>\g<d>-\g<m>", text)
    text = _SHORT.sub(lambda m: _short(m, voice), text)
    return _DOTTED.sub(lambda m: _dotted(m, voice), text)


def is_counted(match: re.Match[str], voice: Voice) -> bool:
    """Return whether what follows ``match`` is a unit or a counted noun: households, not a day."""
    if _NOUN_AFTER.match(match.string, match.end()) or is_measured(match, voice):
        return True
    word = _next_word(match)
    return word in voice.lexicon.counted and not _OF_A_YEAR.match(match.string, match.end())


def is_measured(match: re.Match[str], voice: Voice) -> bool:
    """Return whether a unit, a large number or a count of times follows: no day has those, whatever asks for one."""
    if _SCALE.match(match.string, match.end()):
        return True
    word = _next_word(match)
    return word in _TIMES_A_DAY or voice.unit(word) is not None


def _span(match: re.Match[str], voice: Voice) -> str:
    """``ngày 5-10 tháng 9``, ``các ngày 5-7``, ``ngày 5-20``: from day to day, where a month follows or none can."""
    first, last = int(match["a"]), int(match["b"])
    several = _SEVERAL.search(before(match))
    sure = match["month"] is not None or not possible(match["a"], match["b"])
    if not 1 <= first < last or not possible(match["b"], "1") or _NO_DAYS_OF.search(before(match)):
        return match[0]
    if several and not sure:
        voice.warn(f"“{match[0]}”: đang đọc là từ ngày đến ngày. Nếu là ngày và tháng, hãy viết {first}/{last}.")
    if not (several or sure):
        return match[0]
    if several:
        return f"{match['word']}từ {said_day(match['a'], voice)} đến {said_day(match['b'], voice)}"
    word = match["word"]
    start = "" if word_before(match) == "từ" else ("Từ " if word[0].isupper() else "từ ")
    return f"{start}{word.lower()}{said_day(match['a'], voice)} đến {word.lower()}{said_day(match['b'], voice)}"


def _short(match: re.Match[str], voice: Voice) -> str:
    found = [(day, of) for day, _, of in _ONE.findall(match["all"])]
    if not all(possible(*one) for one in found):
        return match[0]
    if _RANK.search(before(match)) and "/" in match["all"]:
        return match["all"].replace("/", " trên ")
    if not _is_a_day(match, found, voice):
        return match[0]
    return _said(match, voice)


def _is_a_day(match: re.Match[str], found: list[tuple[str, str]], voice: Voice) -> bool:
    """Whether the days of ``match`` are such, and not parts of a whole, a range, a score, a class; or a guess."""
    counted, ahead = is_counted(match, voice), before(match)
    days = [(int(day), int(of)) for day, of in found]
    rises = all(day <= of for day, of in days)
    if match["word"]:
        return not (counted and rises and (_NO_DAYS_OF.search(ahead) or _next_word(match) in _TIMES_A_DAY))
    asked = _is_asked(match) or (_MAY_ASK.search(ahead) and not counted)
    if asked or counted or days == [ALWAYS_OPEN] or word_before(match) in _OTHERS:
        return bool(asked) and word_before(match) not in _OTHERS
    only_a_day = not rises or any("0" in (day[0], of[0]) for day, of in found)
    return only_a_day or _guessed(match, days, voice)


def _is_asked(match: re.Match[str]) -> bool:
    """Whether what stands before ``match`` can only be followed by a day."""
    ahead = match.string[max(0, match.start() - _FAR_BACK) : match.start()]
    if _OF_A_CALENDAR.match(match.string, match.end()) or _BESIDE.search(before(match)):
        return True
    return bool(_ASKS.search(before(match)) or _NAMED_DAY.search(ahead))


def _guessed(match: re.Match[str], days: list[tuple[int, int]], voice: Voice) -> bool:
    """``Từ 1/7, xã làm``: taken for a day where a pause follows; what may be one and is not taken is remarked too."""
    pause = _PAUSE.match(match.string, match.end())
    if pause and _ALMOST_ASKS.search(before(match)):
        voice.warn(f"“{match['all']}”: đang đọc là ngày, tháng. Hãy viết chữ “ngày” trước nó, hoặc viết bằng chữ.")
        return True
    if pause or any(day in _HOLIDAYS for day in days):
        voice.warn(f"“{match['all']}”: không đọc là ngày, tháng. Nếu là ngày, hãy viết chữ “ngày” trước nó.")
    return False


def _dotted(match: re.Match[str], voice: Voice) -> str:
    found = [(day, of) for day, _, of in _ONE.findall(match["all"])]
    if not all(possible(*one) for one in found) or is_measured(match, voice):
        return match[0]
    ahead = before(match)
    if (match["word"] and not _NO_DAYS_OF.search(ahead)) or _is_asked(match):
        return _said(match, voice)
    falls = any(int(day) > int(of) for day, of in found)
    if is_counted(match, voice) or not (falls or _TIME_OF_DAY.search(ahead)):
        return match[0]
    if _ALMOST_ASKS.search(ahead):
        voice.warn(f"“{match['all']}”: đang đọc là ngày, tháng. Hãy viết chữ “ngày” trước nó, hoặc viết bằng chữ.")
        return _said(match, voice)
    return _said(match, voice) if _MAY_ASK.search(ahead) else match[0]


def _said(match: re.Match[str], voice: Voice) -> str:
    kept = iter([day_word(match, "word")])

    def say(one: re.Match[str]) -> str:
        check_exists(one[0], one[1], one[3], ANY_YEAR, voice)
        return f"{next(kept, 'ngày ')}{said_day(one[1], voice)} tháng {said_month(one[3], voice)}"

    return re.sub(r"(?<=[^\W\d_])[ ]?[–-][ ]?(?=ngày)", " đến ", _ONE.sub(say, match["all"]))


def _next_word(match: re.Match[str]) -> str:
    following = _UNIT_AFTER.match(match.string, match.end())
    return following[1] if following else ""
