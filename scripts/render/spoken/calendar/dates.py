"""Dates and months with a year, and spans of days: ``14-5-2011``, ``09.10.2023``, ``14-20/5``, ``8-2020``. Pure.

With a year it is always a date, whatever stands before it: these come before telephones and codes. What has
no year is the business of ``days``, which ``say_dates`` ends with.
"""

import re

from scripts.render.spoken.calendar.days import is_counted, say_days
from scripts.render.spoken.calendar.parts import (
    ANY_YEAR,
    DAY,
    DAY_WORD,
    END,
    LAST_MONTH,
    MONTH,
    START,
    TO,
    YEAR,
    check_exists,
    day_word,
    possible,
    said_day,
    said_month,
    said_year,
    with_year,
)
from scripts.render.spoken.calendar.years import say_double_years
from scripts.render.spoken.voice import Voice, before, word_before

_SIGNED = re.compile(r"\d[ ]?[-–/][ ]?[\dtn]|\d\.(?:\d{1,2}(?!\d)|(?:19|20)\d{2}(?!\d))")
"""A number, a sign, and what can follow it in a date; most lines have none and are not looked at further."""
_SPACED = re.compile(rf"{START}({DAY})[ ]([-–/])[ ]({MONTH})[ ]\2[ ]({YEAR}){END}")
_MIXED = re.compile(rf"({DAY_WORD})({DAY})([-/.])({MONTH})[-/.]({YEAR}){END}")
_NAMED_YEAR = re.compile(rf"{START}({DAY}([-/.]){MONTH})[ ](?:[Nn]ăm|NĂM)[ ](?={YEAR}{END})")
_ISO = re.compile(rf"(?P<word>{DAY_WORD})?{START}({YEAR})-(\d{{2}})-(\d{{2}}){END}")
_ISO_MONTH = re.compile(rf"{START}({YEAR})-(0\d|1[0-2]){END}")
_FULL = re.compile(rf"(?P<word>{DAY_WORD})?{START}({DAY})([-/.])({MONTH})\3({YEAR}){END}")
_FULL_RANGE = re.compile(
    rf"{START}({DAY}([-/.]){MONTH}\2{YEAR})(?:[ ][–-][ ]|–|-)(?={DAY_WORD}?{DAY}\2{MONTH}\2{YEAR}{END})"
)
_SHORT_YEAR = re.compile(
    rf"(?P<word>{DAY_WORD})?{START}(?P<d>{DAY})(?P<s>[-/.])(?P<m>{MONTH})(?P=s)(?P<y>\d{{2}}){END}"
)
_PAIR = re.compile(
    rf"(?P<word>{DAY_WORD})?{START}(?P<d1>{DAY})(?P<s>[-/.])(?P<m1>{MONTH})"
    rf"(?P<to>{TO})(?P<word2>{DAY_WORD})?(?P<d2>{DAY})(?P=s)(?P<m2>{MONTH})(?:(?P=s)(?P<y>{YEAR}))?{END}"
)
_DAYS = re.compile(
    rf"(?P<word>{DAY_WORD})?{START}(?P<d1>{DAY})(?P<to>[ ]?[–-][ ]?|[ ]đến[ ])(?P<d2>{DAY})"
    rf"(?:/(?P<m>{MONTH})(?:/(?P<y>{YEAR}))?|(?P<s>[-.])(?P<m3>{MONTH})(?P=s)(?P<y3>{YEAR})){END}"
)
_LIST = re.compile(
    rf"(?P<word>{DAY_WORD})(?P<days>(?:{DAY}(?:,[ ]|[ ]và[ ]|[ ]đến[ ])){{1,12}})"
    rf"(?P<d>{DAY})(?P<s>[-/.])(?P<m>{MONTH})(?:(?P=s)(?P<y>{YEAR}))?{END}"
)
_COUNT_OF_DAYS = re.compile(r"(?<!\w)(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|mấy|các|những)[ ]$")
_MONTH_LIST = re.compile(
    rf"(?<!\w)(?P<word>[Tt]háng)[ ](?P<months>{MONTH}(?:,[ ]{MONTH}){{0,5}})[ ]và[ ](?P<last>{MONTH})"
    rf"(?=[/-]{YEAR}{END}|[ ]năm[ ]{YEAR})"
)
_MONTH_RANGE = re.compile(
    rf"(?P<from>(?<!\w)[Tt]ừ[ ])?(?P<word>(?<!\w)[Tt]háng[ ])?{START}(?P<m1>{MONTH})[-/](?P<y1>{YEAR})[ ]?[-–][ ]?"
    rf"(?:[Tt]háng[ ])?(?P<m2>{MONTH})[-/](?P<y2>{YEAR}){END}"
)
_MONTH_YEAR = re.compile(rf"(?P<word>(?<!\w)[Tt]háng[ ])?{START}({MONTH})[ ]?[-/][ ]?({YEAR}){END}")
_DOTTED_MONTH_YEAR = re.compile(rf"(?P<word>(?<!\w)[Tt]háng[ ])?{START}({MONTH})\.((?:19|20)\d{{2}}){END}")
_MONTH_BESIDE_YEAR = re.compile(rf"(?<!\w)(?P<word>[Tt]háng|[Qq]uý)[ ](\d{{1,2}})[ ]((?:19|20)\d{{2}}){END}")
_MONTHS = re.compile(
    rf"(?P<word>(?<!\w)[Tt]háng[ ])?{START}({MONTH})[ ]?[–-][ ]?({MONTH})(?:[/-]({YEAR}))?(?![\w/]|[-.,]\d)"
)
_MONTH_SHORT_YEAR = re.compile(rf"(?P<word>(?<!\w)[Tt]háng[ ])({MONTH})[/-](\d{{2}})(?![\w/%]|[-–.,]\d)")
_STROKE_MONTH = re.compile(r"(?<=\d)[ ]?[/-][ ]?(?=tháng[ ]\d)")
_T_MONTH = re.compile(rf"(?<!\w)T\.?(?=(?:0?[1-9]|1[0-2])[/-]{YEAR}{END})")
_NAMED_DAY = re.compile(
    rf"(?P<word>{DAY_WORD})?{START}({DAY})[ ]tháng[ ]({MONTH})"
    rf"(?:(?P<sep>[ ]năm[ ]|[ ]?[/-][ ]?|,?[ ])(?P<y>{YEAR}))?{END}"
)
_NAMED_MONTH = re.compile(r"((?<!\w)(?<!\d[ ])[Tt]háng )(0?[1-9]|1[0-2])(?:/(\d{4}))?(?![\w/%]|[-–.,]\d)")
_NO_DATE = re.compile(rf"{START}(\d{{1,2}})([/.])(\d{{1,2}})\2({YEAR}){END}")
_NUMBER_OF = frozenset({"quý", "đợt", "kỳ", "lần", "số", "vụ", "khóa", "khoá", "tập", "tuần", "thứ"})
_NO_ISO = frozenset({"học", "khóa", "khoá", "đoạn", "vụ", "kỳ"})
_THIS_CENTURY_TO = 49


def say_dates(text: str, voice: Voice) -> str:
    """Say every date and month of ``text``."""
    signed = _SIGNED.search(text) is not None
    if signed:
        text = say_double_years(text, voice)
        text = _T_MONTH.sub("tháng ", _STROKE_MONTH.sub(" ", text))
    named = "tháng" in text.lower()
    if named:
        text = _NAMED_DAY.sub(lambda m: _named_day(m, voice), text)
        text = _MONTH_LIST.sub(_month_list, text)
    if signed:
        text = _say_signed(text, voice)
    text = _MONTH_BESIDE_YEAR.sub(lambda m: _month_beside_year(m, voice), text)
    if named:
        text = _NAMED_MONTH.sub(lambda m: f"{m[1]}{said_month(m[2], voice)}{with_year(m[3], voice)}", text)
    return text


def _say_signed(text: str, voice: Voice) -> str:
    """Say what is written with hyphens, strokes or dots, from the longest form to the shortest."""
    text = _SPACED.sub(lambda m: f"{m[1]}-{m[3]}-{m[4]}" if possible(m[1], m[3]) else m[0], text)
    text = _MIXED.sub(lambda m: f"{m[1]}{m[2]}-{m[4]}-{m[5]}" if possible(m[2], m[4]) else m[0], text)
    text = _NAMED_YEAR.sub(lambda m: f"{m[1]}{m[2]}" if possible(*m[1].split(m[2])) else m[0], text)
    text = _ISO.sub(lambda m: _date(m, voice, m[4], m[3], m[2]), text)
    text = _FULL_RANGE.sub(lambda m: f"{'' if word_before(m) in ('từ', 'ngày') else 'từ '}{m[1]} đến ", text)
    text = _PAIR.sub(lambda m: _pair(m, voice), text)
    text = _DAYS.sub(lambda m: _days(m, voice), text)
    text = _LIST.sub(lambda m: _list(m, voice), text)
    text = _FULL.sub(lambda m: _date(m, voice, m[2], m[4], m[5]), text)
    text = _SHORT_YEAR.sub(lambda m: _short_year(m, voice), text)
    text = _NO_DATE.sub(lambda m: _no_date(m, voice), text)
    text = _ISO_MONTH.sub(lambda m: _iso_month(m, voice), text)
    text = _MONTH_RANGE.sub(lambda m: _month_range(m, voice), text)
    text = _MONTH_YEAR.sub(lambda m: _month_year(m, voice), text)
    text = _DOTTED_MONTH_YEAR.sub(lambda m: _month_year(m, voice), text)
    text = _MONTHS.sub(lambda m: _months(m, voice), text)
    text = _MONTH_SHORT_YEAR.sub(lambda m: _month_short_year(m, voice), text)
    return say_days(text, voice)


def _date(match: re.Match[str], voice: Voice, day: str, of: str, year: str) -> str:
    if not possible(day, of):
        return match[0]
    check_exists(match[0], day, of, year, voice)
    return f"{day_word(match, 'word')}{said_day(day, voice)} tháng {said_month(of, voice)} năm {said_year(year, voice)}"


def _named_day(match: re.Match[str], voice: Voice) -> str:
    """``ngày 1 tháng 4``, ``1 tháng 4 năm 2011``; ``6 tháng 4`` alone may be half a year."""
    day, of, year = match[2], match[3], match["y"]
    if year and not match["sep"].strip(" ,") and is_counted(match, voice):
        return match[0]
    if not possible(day, of) or not (match["word"] or year):
        return match[0]
    check_exists(match[0], day, of, year or ANY_YEAR, voice)
    return f"{day_word(match, 'word')}{said_day(day, voice)} tháng {said_month(of, voice)}{with_year(year, voice)}"


def _short_year(match: re.Match[str], voice: Voice) -> str:
    """``ngày 14/5/11``: read as 2011, and the editor is told. Hyphens and dots need the day word."""
    if not possible(match["d"], match["m"]) or not (match["word"] or match["s"] == "/"):
        return match[0]
    year = _in_full(match["y"])
    written = match[0].removeprefix(match["word"] or "")
    voice.warn(f"“{written}”: năm chỉ viết hai chữ số, đang đọc là {year}. Hãy viết đủ bốn chữ số.")
    return _date(match, voice, match["d"], match["m"], year)


def _in_full(year: str) -> str:
    return f"{'20' if int(year) <= _THIS_CENTURY_TO else '19'}{year}"


def _no_date(match: re.Match[str], voice: Voice) -> str:
    """``09/30/2023``: month first, or a slip. Three numbers with pauses, and the editor is told."""
    voice.warn(f"“{match[0]}”: không phải ngày, tháng, năm theo lối viết Việt Nam. Hãy viết lại, như 30-9-2023.")
    return ", ".join(voice.numbers.integer(int(number)) for number in match.group(1, 3, 4))


def _pair(match: re.Match[str], voice: Voice) -> str:
    if not (possible(match["d1"], match["m1"]) and possible(match["d2"], match["m2"])):
        return match[0]
    if not match["y"] and not match["word"] and (match["s"] == "." or is_counted(match, voice)):
        return match[0]
    dashed = match["to"].strip() in ("-", "–")
    start = "từ " if dashed and word_before(match) != "từ" else ""
    first = f"{day_word(match, 'word')}{said_day(match['d1'], voice)} tháng {said_month(match['m1'], voice)}"
    last = f"{day_word(match, 'word2')}{said_day(match['d2'], voice)} tháng {said_month(match['m2'], voice)}"
    return f"{start}{first}{' đến ' if dashed else match['to']}{last}{with_year(match['y'], voice)}"


def _days(match: re.Match[str], voice: Voice) -> str:
    of, year = match["m"] or match["m3"], match["y"] or match["y3"]
    if not (possible(match["d1"], of) and possible(match["d2"], of)) or int(match["d1"]) >= int(match["d2"]):
        return match[0]
    if "đến" in match["to"] and not match["word"] and word_before(match) != "từ":
        return match[0]
    start = "" if word_before(match) == "từ" else "từ "
    first, last = said_day(match["d1"], voice), said_day(match["d2"], voice)
    days = f"{start}ngày {first} đến ngày {last}"
    if match["word"] and _COUNT_OF_DAYS.search(before(match)):
        beside = int(match["d2"]) - int(match["d1"]) == 1
        days = f"{match['word']}{first}, {last}" if beside else f"{match['word']}từ {first} đến {last}"
    return f"{days} tháng {said_month(of, voice)}{with_year(year, voice)}"


def _list(match: re.Match[str], voice: Voice) -> str:
    if not possible(match["d"], match["m"]):
        return match[0]
    days = re.sub(r"\d+", lambda day: said_day(day[0], voice), match["days"] + match["d"])
    return f"{match['word']}{days} tháng {said_month(match['m'], voice)}{with_year(match['y'], voice)}"


def _iso_month(match: re.Match[str], voice: Voice) -> str:
    """``năm học 2011-12`` is no December."""
    if word_before(match) in _NO_ISO:
        return match[0]
    return f"tháng {said_month(match[2], voice)} năm {said_year(match[1], voice)}"


def _month_range(match: re.Match[str], voice: Voice) -> str:
    """``tháng 11/2023 - 02/2024`` is from month to month."""
    months = (match["m1"], match["m2"])
    if not all(1 <= int(month) <= LAST_MONTH for month in months):
        return match[0]
    first, last = (said_month(month, voice) for month in months)
    start = match["from"] or ("Từ " if (match["word"] or "")[:1] == "T" else "từ ")
    years = (said_year(match["y1"], voice), said_year(match["y2"], voice))
    return f"{start}tháng {first} năm {years[0]} đến tháng {last} năm {years[1]}"


def _month_list(match: re.Match[str]) -> str:
    """``tháng 3, 4 và 5/2024``: the word is said with each, so that "bốn năm" is heard as no time."""
    numbers = match["months"].split(", ")
    if not all(1 <= int(number) <= LAST_MONTH for number in (*numbers, match["last"])):
        return match[0]
    return f"{match['word']} {', tháng '.join(numbers)} và tháng {match['last']}"


def _month_year(match: re.Match[str], voice: Voice) -> str:
    number, last = match[2], word_before(match)
    if last in _NUMBER_OF and not match["word"]:
        return f"{voice.numbers.whole(number)} năm {said_year(match[3], voice)}"
    if not 1 <= int(number) <= LAST_MONTH:
        return match[0]
    return f"{match['word'] or 'tháng '}{said_month(number, voice)} năm {said_year(match[3], voice)}"


def _month_beside_year(match: re.Match[str], voice: Voice) -> str:
    """``tháng 1 2024``; ``tháng 1 2024 hộ`` counts households."""
    if not 1 <= int(match[2]) <= LAST_MONTH or is_counted(match, voice):
        return match[0]
    quarter = match["word"].lower() == "quý"
    number = voice.numbers.integer(int(match[2])) if quarter else said_month(match[2], voice)
    return f"{match['word']} {number} năm {said_year(match[3], voice)}"


def _months(match: re.Match[str], voice: Voice) -> str:
    """``tháng 4-6``; without the word it needs its year: ``4-6/2020``."""
    first, last = int(match[2]), int(match[3])
    if not 1 <= first < last <= LAST_MONTH or not (match["word"] or match[4]):
        return match[0]
    if not match["word"] and word_before(match) in _NUMBER_OF:
        return f"{voice.numbers.integer(first)} đến {voice.numbers.integer(last)}{with_year(match[4], voice)}"
    word = match[1] or ("tháng " if word_before(match) == "từ" else "từ tháng ")
    return f"{word}{said_month(match[2], voice)} đến tháng {said_month(match[3], voice)}{with_year(match[4], voice)}"


def _month_short_year(match: re.Match[str], voice: Voice) -> str:
    if not 1 <= int(match[2]) <= LAST_MONTH:
        return match[0]
    year = _in_full(match[3])
    written = match[0].removeprefix(match["word"])
    voice.warn(f"“{written}”: năm chỉ viết hai chữ số, đang đọc là {year}. Hãy viết đủ bốn chữ số.")
    return f"{match['word']}{said_month(match[2], voice)} năm {said_year(year, voice)}"
