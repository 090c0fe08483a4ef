"""Times of day, codes of joined numbers and periods of years. Pure."""

import re

from scripts.render.spoken.voice import Voice, before, word_before

_CLOCK = r"(?:[01]?\d|2[0-4])"
_TIME = re.compile(
    rf"(?<![\w.,:/-])(?P<h>{_CLOCK})[ ]?[hg](?:(?P<m>[0-5]\d)(?:['p]|ph)?)?(?!\w)"
    rf"(?:[ ]?[-–][ ]?(?P<h2>{_CLOCK})[ ]?[hg](?:(?P<m2>[0-5]\d)(?:['p]|ph)?)?(?!\w))?"
)
_WRITTEN_TIME = rf"{_CLOCK}[ ]?(?:giờ|h|g)(?:[ ]?[0-5]\d)?(?:[ ]phút)?"
_WRITTEN = re.compile(rf"(?<![\w.,:/-])({_WRITTEN_TIME})[ ]?[-–][ ]?({_WRITTEN_TIME})(?!\w)")
_COLON = re.compile(
    rf"(?<![\w.,:/-])(?P<h>{_CLOCK}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?"
    rf"(?:[ ]?[-–][ ]?(?P<h2>{_CLOCK}):(?P<m2>[0-5]\d))?(?![\w:]|[.,]\d)"
)
_RATIO = re.compile(r"(?<![\w.,:])(\d{1,9}(?:\.\d{3}){0,3}):(\d{1,9}(?:\.\d{3}){0,3})(?![\w:])")
_IN_MINUTES = re.compile(
    r"(?<![\w.,/-])(?:(?P<h>\d{1,2})h(?=\d))?(?P<m>\d{1,3})(?:p|ph)(?:(?P<s>[0-5]?\d)s?)?(?![\w/])"
    r"|(?<![\w.,/-])(?P<only>\d{1,3})s(?![\w/])"
)
_MINUTES = re.compile(r"(?<![\w.,])(\d{1,3})'(?:(\d{1,2})(?:\"|''))?(?!\w)")
_MINUTE_RANGE = re.compile(r"(?<![\w.,/-])(\d{1,3}[ ]?[-–][ ]?\d{1,3})'(?!\w)")
_DAY_AFTER = re.compile(r"[ ](?:thứ|sáng|trưa|chiều|tối|đêm|khuya|ngày|hôm|mỗi|hằng|hàng|chủ nhật)(?!\w)")
_AT = frozenset({"lúc", "từ", "đến", "hồi", "vào", "khoảng", "trước", "sau"})
_RATIO_BEFORE = re.compile(r"(?:tỷ lệ|tỉ lệ|bản đồ|tỷ xích)[ ](?:là[ ])?$")
_SCORE_BEFORE = re.compile(r"(?:tỷ số|tỉ số|thắng|thua|hòa|hoà|luân lưu|chung cuộc)[ ]$")
_VERSION_FROM = 1000

_CHAIN = re.compile(r"(?<![\w.,/-])\d{1,6}(?:-\d{1,6}){2,6}(?![\w/]|[-.,]\d)")

_PLATE = re.compile(
    r"(?<![\w-])(?:(?P<port>[A-ZĐ]{2,3})[ -](?P<boat>\d{4,5})[ -](?P<kind>[A-ZĐ]{2})"
    r"|(?P<place>\d{2})(?P<series>[A-ZĐ]{1,2}\d?)[ ]?-[ ]?(?P<number>\d{4,5}|\d{3}\.\d{2}))(?![\w-])"
)
"""Of a fishing boat (``KG-91234-TS``), of a car or a motorcycle (``68H1-234.56``)."""

_YEAR = r"(?:1[5-9]|20|21)\d{2}"
_PERIOD = re.compile(
    rf"(?P<word>(?<!\w)[Nn]ăm[ ])?(?<![\w.,/-])(?P<a>{_YEAR})[ ]?[-–][ ]?(?P<b>{_YEAR})(?![\w/]|[-.,]\d)"
)
_UNIT_AFTER = re.compile(r"[ ]?([^\W\d_]{1,4}[23²³]?|[%‰$€₫])(?!\w)")
_IN_BRACKETS = re.compile(rf"(?<=[(])(?={_YEAR}[);:,])")
_OF_YEAR = re.compile(rf"(?<=[^\W\d_])/({_YEAR})(?![\w/.,-]\d|\w)")
_MANY = re.compile(r"(?:\d|các|những|mấy|nhiều|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)[ ]$")


def say_chains(text: str, voice: Voice) -> str:
    """Three numbers or more joined by hyphens are a code, not a range; a number plate is letters and digits."""
    text = _PLATE.sub(lambda m: _plate(m, voice), text)
    return _CHAIN.sub(lambda m: ", ".join(voice.numbers.digits(group) for group in m[0].split("-")), text)


def _plate(match: re.Match[str], voice: Voice) -> str:
    digits, spell = voice.numbers.digits, voice.spell
    if match["port"]:
        return f"{spell(match['port'])}, {digits(match['boat'])}, {spell(match['kind'])}"
    series = " ".join(digits(sign) if sign.isdecimal() else spell(sign) for sign in match["series"])
    return f"{digits(match['place'])} {series}, {digits(match['number'].replace('.', ''))}"


def say_times(text: str, voice: Voice) -> str:
    """``7h30``, ``19g30``, ``7:30``, ``90'``; what has a colon and is no time is a ratio or a score."""
    text = _WRITTEN.sub(lambda m: f"{_from(m)}{m[1]} đến {m[2]}" if "giờ" in m[0] else m[0], text)
    text = _IN_MINUTES.sub(lambda m: _in_minutes(m, voice), _TIME.sub(lambda m: _time(m, voice), text))
    text = _COLON.sub(lambda m: _colon(m, voice), text)
    text = _RATIO.sub(lambda m: _ratio(m, voice), text)
    text = _MINUTE_RANGE.sub(r"\1 phút", text)
    return _MINUTES.sub(lambda m: _clock_part(m[1], "phút", voice) + _clock_part(m[2], "giây", voice, " "), text)


def _time(match: re.Match[str], voice: Voice) -> str:
    hour_word = word_before(match) in _AT or _DAY_AFTER.match(match.string, match.end())
    if "g" in match[0] and not (match["m"] or hour_word):
        return match[0]
    first = _hour(match["h"], match["m"], voice)
    if match["h2"] is None:
        return first
    return f"{_from(match)}{first} đến {_hour(match['h2'], match['m2'], voice)}"


def _from(match: re.Match[str]) -> str:
    return "" if word_before(match) in ("từ", "lúc", "khoảng") else "từ "


def _in_minutes(match: re.Match[str], voice: Voice) -> str:
    """``3p20s``, ``15p``, ``45s``: a zero before is not said, a zero alone neither."""
    if match["only"]:
        return _clock_part(match["only"], "giây", voice)
    hours, seconds = _clock_part(match["h"], "giờ", voice), match["s"] if match["s"] and int(match["s"]) else None
    minutes = _clock_part(match["m"], "phút", voice, " " if hours else "")
    return f"{hours}{minutes}{_clock_part(seconds, 'giây', voice, ' ')}"


def _hour(hour: str, minute: str | None, voice: Voice) -> str:
    rest = _clock_part(minute, "phút", voice, " ") if minute and int(minute) else ""
    return f"{voice.numbers.integer(int(hour))} giờ{rest}"


def _clock_part(number: str | None, name: str, voice: Voice, glue: str = "") -> str:
    return f"{glue}{voice.numbers.integer(int(number))} {name}" if number else ""


def _colon(match: re.Match[str], voice: Voice) -> str:
    if _RATIO_BEFORE.search(before(match)) or _SCORE_BEFORE.search(before(match)):
        return match[0]
    seconds = match["s"] if match["s"] and int(match["s"]) else None
    first = _hour(match["h"], match["m"], voice) + _clock_part(seconds, "giây", voice, " ")
    return f"{_from(match)}{first} đến {_hour(match['h2'], match['m2'], voice)}" if match["h2"] else first


def _ratio(match: re.Match[str], voice: Voice) -> str:
    left, right = match[1], match[2]
    glue = " trên "
    if _SCORE_BEFORE.search(before(match)):
        glue = " "
    elif int(left.replace(".", "")) >= _VERSION_FROM:
        glue = ", "
    said = f"{voice.numbers.number(left)}{glue}{voice.numbers.number(right)}"
    if glue == " trên " and not _RATIO_BEFORE.search(before(match)):
        voice.guess(match[0], said, "hai số cách nhau bằng dấu : đọc là “trên”")
    return said


def say_periods(text: str, voice: Voice) -> str:
    """``2021-2023`` is "từ … đến …", without a second "từ" or "năm"; ``quý ba/2024``, ``(2024)`` are "năm 2024"."""
    text = _IN_BRACKETS.sub("năm ", text)
    text = _PERIOD.sub(lambda m: _period(m, voice), text)
    return _OF_YEAR.sub(lambda m: f" năm {voice.numbers.integer(int(m[1]))}", text)


def _period(match: re.Match[str], voice: Voice) -> str:
    unit = _UNIT_AFTER.match(match.string, match.end())
    if int(match["a"]) >= int(match["b"]) or (unit and voice.unit(unit[1])):
        return match[0]
    ahead, word = before(match), match["word"] or ""
    first, last = voice.numbers.integer(int(match["a"])), voice.numbers.integer(int(match["b"]))
    if ahead.endswith(("năm học ", "niên khóa ", "niên khoá ")):
        return f"{first}, {last}"
    if not word:
        return f"{'' if ahead.endswith('từ ') else 'từ '}{first} đến {last}"
    if _MANY.search(ahead):
        return f"{word}từ {first} đến {last}"
    start = "" if ahead.endswith("từ ") else ("Từ " if word[0] == "N" else "từ ")
    return f"{start}năm {first} đến năm {last}"
