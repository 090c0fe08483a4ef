"""Initials of people: ``Em N.T.H.``, ``chị P. Nguyễn``, ``Em Q. 12 tuổi``. Letters by name, never a place. Pure.

Who is meant is a guess by its nature, so each is remarked. A letter that may shorten a place (``P.``, ``H.``)
is a person's after a form of address, after a name, and before an age.
"""

import re

from scripts.render.spoken.voice import CAPITALS, Voice, words
from scripts.source.text.sentences import starts_sentence

_LETTER = r"(?:Ngh|[CGKNPT]h|Ng|Tr|Qu|Gi|[A-ZĐÂÊÔƠƯ])"
_ADDRESS = (
    "anh|chị|em|ông|bà|cô|chú|bác|cháu|thầy|dì|cậu|mợ|thím|dượng|cụ|bé|bạn|mẹ|má|cha|vợ|chồng|đồng chí|đ/c|"
    "nạn nhân|bị can|bị cáo|bệnh nhân|học sinh|sinh viên|nông dân|chủ hộ|hộ|gia đình|hội viên|đoàn viên|đảng viên|"
    "cựu chiến binh|thương binh|(?:thiếu|trung|thượng|đại) (?:tá|úy|uý)|đại đức|hòa thượng|thượng tọa|linh mục|cha xứ|"
    "bác sĩ|kỹ sư|thạc sĩ|tiến sĩ|trưởng ấp"
)
_NAME = rf"[{CAPITALS}](?:(?![{CAPITALS}])[^\W\d_]){{1,6}}"
_CHAIN = re.compile(
    rf"(?<![\w.&/-])(?P<letters>{_LETTER}(?:\.[ ]?{_LETTER}(?=\.)){{1,5}}(?:\.{_LETTER})?|{_LETTER}\.{_LETTER})"
    rf"(?P<dot>\.)?(?P<glued>{_NAME})?(?![\w&/-]|\.\w)"
)
_ANY = re.compile(rf"(?<!\w){_LETTER}(?!\w)")
"""Most lines have no letter alone, and are not looked at further."""
_GLUED = re.compile(
    rf"(?<![\w.&/-])(?P<letters>{_LETTER}(?:\.{_LETTER}){{0,4}})\.(?!{_LETTER}(?!\w))(?P<name>{_NAME})(?!\w)"
)
_ONE = re.compile(rf"(?<![\w.&/-])(?P<letters>{_LETTER})\.(?=[ ]|$|[,;:!?)\]\n–-])")
_BARE = re.compile(
    r"(?<!\w)(?P<who>(?i:anh|chị|em|ông|bà|cô|chú|bác|cháu|thầy|dì|cậu|cụ|bé|bạn))[ ]"
    r"(?P<letters>[A-ZĐ])(?=[ ]?(?:[,;:.!?)\n]|$)|[ ](?![A-ZĐ]))(?!\.)"
)
_WHO = re.compile(rf"(?<!\w)(?i:{_ADDRESS})(?:[ ]{_NAME}){{0,3}}[ ](?:{_LETTER}\.?(?:,[ ]|[ ]và[ ])){{0,4}}$")
_AFTER_NAME = re.compile(rf"(?<!\w){_NAME}[ ]$")
_AGE = re.compile(r"[ ,(]{0,3}\d{1,3}[ ]tuổi")
_NAMES_AFTER = re.compile(rf"[ ]({_NAME})((?:[ ]{_NAME})?)(?!\w)")
_END = re.compile(r"[ ”\"')\]]{0,4}(?:\n|$)")
_TITLE = re.compile(rf"(?<![\w.])(?P<title>[^\W\d_]{{2,4}}\.)[ ]?(?={_LETTER}\.)")
_LAST = re.compile(r"([^\W\d_][\w./]{0,11})[ ]$")
_SURNAMES = words(
    "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Danh Thạch Trương Đinh Lâm Tô Thị Văn"
)
_LOOK_BACK = 48
_A_NAME_OF_INITIALS = 2
_A_WHOLE_NAME = 3


def say_initials(text: str, voice: Voice) -> str:
    """Say every initial of a person by its letters; places and known short forms are left to their rules."""
    if not _ANY.search(text):
        return text
    text = _TITLE.sub(lambda m: _title(m, voice), text)
    text = _GLUED.sub(lambda m: _glued(m, voice), text)
    text = _CHAIN.sub(lambda m: _chain(m, voice), text)
    text = _ONE.sub(lambda m: _one(m, voice), text)
    return _BARE.sub(lambda m: _bare(m, voice), text)


def _said(match: re.Match[str], voice: Voice) -> str:
    letters = re.sub(r"[^\w]", "", match["letters"])
    said = voice.spell(letters)
    voice.guess(match["letters"], said, "chữ viết tắt của tên người, đọc tên chữ cái")
    return said


def _title(match: re.Match[str], voice: Voice) -> str:
    """``ThS. N.V.A``: once the initials are words, the stop of a title would end a sentence."""
    said = voice.lexicon.abbreviations.get(match["title"])
    return f"{said} " if said else match[0]


def _glued(match: re.Match[str], voice: Voice) -> str:
    """``N.T.Hoa``, ``chị P.Nguyễn``; ``P.Vĩnh Thanh`` is a place, ``TP.Rạch Giá`` never gets here."""
    initials = match["letters"].count(".") + 1
    if initials < _A_NAME_OF_INITIALS and not _is_addressed(_ahead(match), voice):
        return match[0]
    return f"{_said(match, voice)} {match['name']}"


def _chain(match: re.Match[str], voice: Voice) -> str:
    letters = re.sub(r"[^\w]", "", match["letters"])
    known = voice.lexicon.abbreviations
    meant = known.get(letters) or known.get(f"{letters}.")
    if match["glued"]:
        return match[0]
    said = meant if meant and not _is_addressed(_ahead(match), voice) else _said(match, voice)
    return said + (_stop(match) if match["dot"] else "")


def _one(match: re.Match[str], voice: Voice) -> str:
    if not _is_a_person(match, voice):
        return match[0]
    return _said(match, voice) + _stop(match)


def _bare(match: re.Match[str], voice: Voice) -> str:
    """``Anh T nói``; ``bảng Anh T`` is money."""
    if not _is_addressed(f"{_ahead(match)}{match['who']} ", voice):
        return match[0]
    return f"{match['who']} {_said(match, voice)}"


def _is_addressed(ahead: str, voice: Voice) -> bool:
    """Whether ``ahead`` ends with a form of address, or a short form of one, and perhaps a name after it."""
    last = _LAST.search(ahead)
    if last and (said := voice.lexicon.abbreviations.get(last[1])):
        ahead = f"{ahead[: last.start()]}{said} "
    who = _WHO.search(ahead)
    if who is None:
        return False
    return who[0][0].islower() or not re.search(r"[^\W\d_][ ]$", ahead[: who.start()])


def _is_a_person(match: re.Match[str], voice: Voice) -> bool:
    ahead, text, end = _ahead(match), match.string, match.end()
    if _is_addressed(ahead, voice) or _AGE.match(text, end):
        return True
    following = _NAMES_AFTER.match(text, end)
    place = voice.lexicon.abbreviations.get(f"{match['letters']}.", "")
    after_name = _AFTER_NAME.search(ahead) is not None
    if not place or following is None or starts_sentence(text, end):
        return after_name or (following is not None and len(match["letters"]) > 1)
    several = bool(following[2])
    if following[1] in _SURNAMES and not several:
        return True
    begins, several = not ahead.strip() or ahead.rstrip(' “"')[-1:] in ".:;!?\n", bool(following[2])
    if (after_name and several) or not (after_name or begins or several):
        voice.guess(f"{match['letters']}.{following[0]}", f"{place}{following[0]}", "có thể là tên người viết tắt")
    return not several if after_name else begins and not several


def _stop(match: re.Match[str]) -> str:
    """The stop of an initial ends the sentence too, at the end of a line and before a word that begins one."""
    text, end = match.string, match.end()
    if text.startswith(("- ", "– "), end):
        return ","
    whole = len(re.findall(_LETTER, match["letters"])) >= _A_WHOLE_NAME
    return "." if _END.match(text, end) or starts_sentence(text, end, after_whole_name=whole) else ""


def _ahead(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
