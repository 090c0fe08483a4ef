"""Telephone numbers, digit by digit. Pure.

A number is a telephone only after a word that says so (gọi, điện thoại, đường dây nóng …), or when
nothing else begins so: a zero, then groups of three digits and more. A date is never one, wherever it stands
(``09-10-2023`` has the digits of a telephone).
"""

import re

from scripts.render.spoken.voice import Voice

_WORDS = (
    "gọi|gọi điện|nhắn tin|nhắn|alo|bấm số|bấm|quay số|điện thoại|di động|số máy|máy bàn|đường dây|đường dây nóng|"
    "hotline|tổng đài|liên hệ|liên lạc|báo|báo tin|số khẩn cấp|fax|tel|zalo|đt|sđt|đtdđ|dđ"
)
_LINK = r"(?:[ ](?:số|đến|tới|vào|về|là|theo|qua|cho|ngay|của|và|hoặc|hay|thường trực|tiếp nhận|xã|ấp|tổ|đội))"
_BEFORE = r"(?:[ ,/]{0,2}[(+]?\d[\d.() -]{2,16}[,]?)"
_SAYS_SO = re.compile(rf"(?<!\w)(?:{_WORDS})(?:{_LINK}|{_BEFORE}){{0,4}}[ ]?[.:(]?[ ]?$")
_LOOK_BACK = 60

_GROUP = r"[ .-]?(?:\d{2,8}|\d(?=[ .-]?\d{2}))"
_PHONE = re.compile(
    rf"(?:(?<![\w.,/-])|(?<=\d[/-])(?=0\d{{2}}))(?:\(0\d{{1,3}}\)|\(?\+84\)?|0\d{{1,4}}|1[89]00)(?:{_GROUP}){{1,5}}"
    r"(?:(?P<and>[ ]?[-–/][ ]?)(?=\(?0\d{2})|(?![\w/]|[-.,]\d))"
)
_STOP = re.compile(r"(?<=ĐT)\.(?=[ ]?[(+]?[01]\d{2})")
"""Of ``ĐT. 0297 …``: it ends no sentence."""
_ACCOUNT = re.compile(
    r"(?P<name>(?<!\w)(?i:tài khoản|mã số thuế|căn cước|căn cước công dân|chứng minh nhân dân|số thẻ|cccd|cmnd|mst|stk)"
    r"(?:[ ](?:số|là))?:?[ ])(?P<number>\d{2,16}(?:[ .-]\d{2,8}){0,5})(?![\w/]|[-.,]\d)"
)
"""An account, a card: digits, however long and however it is grouped."""
_BY_SHAPE = re.compile(
    r"\(0\d{2,3}\)[ ]?\d{3,4}[ .-]?\d{3,4}|0\d{2,3}[ .-](?:\d{6,7}|(?:\d[ .-]?)?\d{3,4}[ .-]\d{3,4})|"
    r"\(?\+84\)?(?:[ .-]?\d{2,4}){1,4}"
)
_LOCAL = re.compile(
    r"(?P<name>(?<!\w)(?i:số máy|điện thoại|máy bàn|đường dây nóng)(?:[ ](?:số|là))?:?[ ])"
    r"(?P<number>[2-9]\d{0,3}[ .-]\d{3}[ .-]?\d{3,4})(?![\w/]|[-.,]\d)"
)
"""A number of the district's exchange, without its zero: only right after the word."""
_DATE = re.compile(r"(?:0[1-9]|[12]\d|3[01])([-./ ])(?:0?[1-9]|1[0-2])\1(?:1[5-9]|20|21)\d{2}")
_FEWEST_DIGITS, _MOST_DIGITS = 8, 13

_EMERGENCY = r"(?:11[1-5]|1022)"
_AND = r"(?:[/-]|,[ ]|[ ](?:và|hoặc|hay)[ ])"
_SHORT = re.compile(rf"(?<![\w.,/-]){_EMERGENCY}(?:{_AND}{_EMERGENCY}){{0,4}}(?![\w%/]|[-.,]\d)")
_SERVICE = re.compile(r"(?<!\w)(?:cảnh sát|công an|cấp cứu|cứu hỏa|cứu hoả|cứu nạn|cứu hộ|chữa cháy)[ ](?:số[ ])?$")
_COUNTED = re.compile(r"[ ](?:nghìn|ngàn|triệu|đồng|trường hợp|lượt|vụ|%|[^\W\d_]+[ ](?:viên|dân)(?!\w))")
_WORD_AFTER = re.compile(r"[ ]([^\W\d_]+)(?!\w)")
_DIGITS = re.compile(r"\d+")


def say_phones(text: str, voice: Voice) -> str:
    """Say telephone numbers digit by digit, with a pause where they were written apart; ``113`` is "một một ba"."""
    text = _STOP.sub("", text)
    text = _ACCOUNT.sub(lambda match: f"{match['name']}{_digits(match['number'], voice)}", text)
    text = _LOCAL.sub(lambda match: f"{match['name']}{_digits(match['number'], voice)}", text)
    text = _PHONE.sub(lambda match: _phone(match, voice), text)
    return _SHORT.sub(lambda match: _short(match, voice), text)


def _phone(match: re.Match[str], voice: Voice) -> str:
    written = match[0].removesuffix(match["and"] or "")
    groups = _DIGITS.findall(written)
    if _DATE.match(written) or not _FEWEST_DIGITS <= sum(map(len, groups)) <= _MOST_DIGITS:
        return match[0]
    if not (_BY_SHAPE.fullmatch(written) or _is_asked_for(match)):
        return match[0]
    plus = "cộng " if "+" in written else ""
    return f"{plus}{_digits(written, voice)}{', ' if match['and'] else ''}"


def _digits(written: str, voice: Voice) -> str:
    return ", ".join(voice.numbers.digits(group) for group in _DIGITS.findall(written))


def _short(match: re.Match[str], voice: Voice) -> str:
    """The numbers of the police, the firemen, the doctors: three of them in a row, or after a word that asks."""
    numbers = _DIGITS.findall(match[0])
    several = len(numbers) > 2 and "1022" not in numbers  # noqa: PLR2004 - 113/114 may be a part of a whole, 113/114/115 may not
    if not several and (_is_counted(match, voice) or not (_is_asked_for(match) or _SERVICE.search(_ahead(match)))):
        return match[0]
    said = _DIGITS.sub(lambda number: voice.numbers.digits(number[0]), match[0])
    return re.sub(r"[/-]", ", ", said)


def _is_counted(match: re.Match[str], voice: Voice) -> bool:
    """``gọi 113 hộ đến họp``: households, not the police."""
    following = _WORD_AFTER.match(match.string, match.end())
    return bool((following and following[1] in voice.lexicon.counted) or _COUNTED.match(match.string, match.end()))


def _is_asked_for(match: re.Match[str]) -> bool:
    return bool(_SAYS_SO.search(_ahead(match)))


def _ahead(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()].lower()
