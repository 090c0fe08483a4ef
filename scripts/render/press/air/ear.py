"""A written sentence made for the ear: large figures rounded truly, hours that are no clock, a speaker first. Pure.

Only what is put together from a story's sentences goes through here; what an editor wrote for the air is said as it
stands. The exact figure stays in the story, in its facts and in the texts for print.
"""

import re

_EXACT = 4
"""Digits that count (1.685 has four, 12.400 three): from here on a listener keeps none of them."""
_KEPT = 2
_LARGE = re.compile(r"(?<![\w.,/–-])(\d{1,3}(?:\.\d{3})+)(?=[ ][^\W\d_])")
_WORDS_BEFORE = re.compile(r"(?:([^\W\d_]+)[ ])?([^\W\d_]+)[ ]$")
_AT_LEAST = frozenset({"hơn", "trên"})
_AT_MOST = frozenset({"gần", "dưới", "ngót", "suýt"})
_AS_THEY_ARE = frozenset({
    "khoảng", "chừng", "độ", "ước", "đúng", "đủ", "cả", "chỉ", "số", "điều", "thứ", "tròn", "vừa", "nhất", "đa",
    "thiểu", "mốc", "cột", "mã", "quá", "định",
})  # fmt: skip
"""Words after which a number is a guess already, exact on purpose, a bound (``tối đa``) or a label, not a count."""
_LOOK_BACK = 24

_COUNTED_HOURS = r"(?:\d+(?:,\d+)?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)"
_NO_CLOCK = r"(?![ ](?:sáng|trưa|chiều|tối|đêm|khuya|kém|rưỡi|đồng hồ|\d))"
_HOURS_AFTER = re.compile(
    rf"(?<!lúc )\b({_COUNTED_HOURS}) giờ{_NO_CLOCK}(?=[ ](?:sau|liền|liên tục|mỗi|một ngày|công|lao động)|/ngày|/tuần)"
)
_HOURS_WITHIN = re.compile(
    rf"\b((?:trong vòng|trong|suốt|kéo dài|mất|tốn)[ ]{_COUNTED_HOURS}) giờ{_NO_CLOCK}", re.IGNORECASE
)
_HOURS = r"(?:\d+(?:,\d+)?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)"
_NO_CLOCK = r"(?![ ](?:sáng|trưa|chiều|tối|đêm|khuya|kém|rưỡi|đồng hồ|\d))"
_HOURS_AFTER = re.compile(
    rf"(?<!lúc )\b({_COUNTED_HOURS}) giờ{_NO_CLOCK}(?=[ ](?:sau|liền|liên tục|mỗi|một ngày|công|lao động)|/ngày|/tuần)"
)
_HOURS_WITHIN = re.compile(
    rf"\b((?:trong vòng|trong|suốt|kéo dài|mất|tốn)[ ]{_COUNTED_HOURS}) giờ{_NO_CLOCK}", re.IGNORECASE
)
_HOURS = "tiếng đồng hồ"

_SPEAKER_LAST = re.compile(
    r"“([^“”]{2,400}?)[,.]?”[,.]?[ ](?:[-–][ ])?([^“”,.]{2,80}?)[ ](nói|kể|bảo|cho biết|cho hay|chia sẻ|nhớ lại|tâm sự)"
    r"(?:[ ]rằng)?[.]?"
)

_FIRST_WORD = re.compile(r"([^\W\d_]+)(?=([^\w]*)(\w)?)")
_NEVER_A_NAME = frozenset({
    "xã", "phường", "xóm", "ấp", "huyện", "tỉnh", "nghe", "thấy", "cùng", "mấy", "trước", "sau", "từ", "trong",
    "ngoài", "với", "tại", "đến", "nhờ", "khi", "do", "để", "ở", "có", "năm", "tháng", "ngày", "các", "những", "mỗi",
    "một", "hai", "ba", "bốn", "cả", "việc", "nay", "riêng", "tính",
})  # fmt: skip
"""Words that are small inside a sentence, whatever follows."""
_NAMES_OF_BODIES = re.compile(
    r"(?:Ủy ban|Điện lực|Hợp tác xã|Huyện đoàn|Xã đoàn|Tỉnh đoàn|Thành đoàn|Công an|Trung tâm|Tết)\b"
)
"""Beginnings of names in which the second word has no capital, and of a feast."""


def for_the_ear(sentence: str) -> str:
    """Return ``sentence``, still in writing, so that it can be followed by ear; no claim in it becomes another."""
    if turned := _SPEAKER_LAST.fullmatch(sentence):
        speaker, verb, words = turned[2], turned[3], turned[1]
        sentence = f"{speaker} {verb}: “{words}.”"
    sentence = _LARGE.sub(_rounded, sentence)
    if "giờ" in sentence:
        sentence = _HOURS_AFTER.sub(rf"\1 {_HOURS}", sentence)
        sentence = _HOURS_WITHIN.sub(rf"\1 {_HOURS}", sentence)
    return sentence


def figure_unit(unit: str) -> str:
    """Return the unit of a headline figure as it is said: hours counted are never a time of day."""
    return re.sub(r"^giờ\b(?! đồng hồ)", _HOURS, unit)


def lowered(text: str) -> str:
    """Return ``text`` as it goes on after words put before it: its first letter small, unless it begins a name.

    A name is known by its second word, which has a capital too (``Hội Nông dân``), or by all capitals.
    """
    first = _FIRST_WORD.match(text)
    if first is None or (len(first[1]) > 1 and first[1].isupper()) or _NAMES_OF_BODIES.match(text):
        return text
    goes_on = first[3] is None or not first[3].isupper() or first[2].strip() != ""
    return text[0].lower() + text[1:] if goes_on or first[1].lower() in _NEVER_A_NAME else text


def _rounded(match: re.Match[str]) -> str:
    """Return a large number as "more than" what is below it, or as "nearly" what is above it: both stay true."""
    written = match[1]
    digits = written.replace(".", "")
    before = _WORDS_BEFORE.search(match.string, max(0, match.start() - _LOOK_BACK), match.start())
    word = before[2].lower() if before else ""
    if len(digits.rstrip("0")) < _EXACT or word in _AS_THEY_ARE:
        return written
    step = 10 ** (len(digits) - _KEPT)
    below = int(digits) // step * step
    if word in _AT_MOST:
        return _grouped(below + step)
    return _grouped(below) if word in _AT_LEAST else f"hơn {_grouped(below)}"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
