"""Document numbers: ``238-CV/TU`` is "công văn số hai trăm ba mươi tám của Tỉnh ủy". Pure.

A listener gets nothing from "xê vê trên tê u", so the kind of paper and its issuer are said in
full where the lexicon knows them, the year is set off by pauses, and a kind that the sentence
has already named ("Chỉ thị 03-CT/TW") is not said twice. This is the only place that decides it.
"""

import re

from scripts.render.spoken.voice import Voice
from scripts.source.vocabulary.lexicon import Lexicon

_CODE = r"[A-ZĐ][A-ZĐa-zđƯưy&]{0,15}\d{0,2}(?:[-/][A-ZĐ][A-ZĐa-zđƯưy&]{0,15}\d{0,2}){0,3}"
_NUMBERED = re.compile(
    r"(?P<lead>(?<!\w)[Ss]ố[: ][ ]?)?(?<![\w.,/-])(?P<number>\d{1,6})(?:/(?P<year>\d{4}))?"
    rf"(?:[ ]?[-/][ ]?(?P<code>{_CODE}))(?![\w])"
)
_BARE = re.compile(rf"(?<![\w/-])(?P<code>{_CODE})(?![\w/-])")
_KIND = re.compile(r"(?<![\w/-])([A-ZĐ][A-ZĐa-z]{1,3})(?=[ ](?:số[: ][ ]?)?\d)")
_YEARED = re.compile(r"(?P<number>\d{1,6})/(?P<year>(?:19|20)\d{2})(?![\w/-])")
_SESSION = re.compile(r"(\D+)(\d+)")
_OTHER_KINDS = [
    "luật",
    "pháp lệnh",
    "văn bản",
    "thông tri",
    "công điện",
    "phương án",
    "biên bản",
    "hợp đồng",
    "quy định",
    "điều lệ",
    "lệnh",
    "thư",
    "thông cáo",
    "giấy",
]
"""Kinds of paper that no code of the lexicon stands for: where the sentence names one, it is the kind."""
_DATE = r"(?:\d{1,2}[-/.–]\d{1,2}(?:[-/.–]\d{2,4})?|\d{1,2}[ ]tháng[ ]\d{1,2}(?:[ ]năm[ ]\d{4})?)"
_NAMED_AFTER = re.compile(
    rf"[,]?(?:[ ]\(?(?:(?:ký|ban hành|ra)[ ])?(?:ngày[ ])?{_DATE}\)?)?(?:[ ]năm[ ]\d{{4}})?[,]?[ ]"
    r"(?:\(?của[ ]|do[ ][^.;,\n]{2,60}[ ](?:ban hành|ký|phát hành|phê duyệt)(?!\w))"
)
"""``… ngày 14-10-2011 của Tỉnh ủy``, ``… do UBND tỉnh ban hành``: the sentence names the issuer itself."""
_SIGN_FOR_THE_CENTRE = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương")
"""Bodies whose papers carry ``TW``: where the sentence names one, it is the issuer and not all of Trung ương."""
_CENTRE = "TW"
_ISSUED = re.compile(
    r"(?<!\w)(?:ban hành|ra|ký|có|gửi|phát hành|thông qua|công bố)[ ]"
    r"(?:(?:kèm theo|ngay|chung|thêm)[ ])?(?:các[ ]|những[ ])?$"
)
"""``Bộ Chính trị ban hành Chỉ thị …``: the subject is the issuer."""
_SUBJECT = re.compile(rf"[,]?(?:[ ](?:ngày[ ])?{_DATE})?,[ ](?:chủ tịch[ ])?(?P<who>.{{1,60}})")
"""``Tại Quyết định 1600/QĐ-TTg, Thủ tướng Chính phủ …``."""
_CLAUSE = 80


def say_documents(text: str, voice: Voice) -> str:
    """Say every document number of ``text``, then codes without a number (``NQ-CP``)."""
    text = _KIND.sub(lambda match: voice.lexicon.papers.get(match[1], match[0]), text)
    text = _NUMBERED.sub(lambda match: _say_numbered(match, voice), text)
    text = _say_yeared(text, voice)
    return _BARE.sub(lambda match: _say_bare(match, voice), text)


def kind_before(text: str, lexicon: Lexicon) -> str:
    """Return the kind of paper that ``text`` ends with (``… Chỉ thị số``), in lower case, or an empty text."""
    words = text[-40:].lower().rstrip(" :").removesuffix(" số").rstrip()
    return next((kind for kind in (*lexicon.papers.values(), *_OTHER_KINDS) if _ends_with(words, kind)), "")


def _ends_with(text: str, word: str) -> bool:
    return text.endswith(word) and not text[: -len(word)][-1:].isalpha()


def _named_kind(ahead: str, kind: str, lexicon: Lexicon) -> int:
    """Return where the clause at the end of ``ahead`` names the kind of the paper, or -1.

    Right before the number any kind will do (``Thông tri 12-TT/TU``); a few words before it, the same
    one (``Chương trình hành động``, ``Quyết định khen thưởng số``).
    """
    clause = ahead[-_CLAUSE:].lower()
    if right_before := kind_before(clause, lexicon):
        return len(ahead) - len(clause) + clause.rindex(right_before)
    found = list(re.finditer(rf"(?<!\w)(?<!hội ){kind}(?=(?:[ ][^\s,;:.()]+){{0,6}}[ :]*$)", clause)) if kind else []
    return len(ahead) - len(clause) + found[-1].start() if found else -1


def _say_numbered(match: re.Match[str], voice: Voice) -> str:
    lexicon, parts = voice.lexicon, re.split(r"[-/]", match["code"])
    kind = lexicon.papers.get(parts[0], "")
    issuers = parts[1:] if kind else parts
    ahead = match.string[max(0, match.start() - 2 * _CLAUSE) : match.start()]
    named = _named_kind(ahead, kind, lexicon)
    if not (kind or match["year"] or len(parts) > 1 or (named >= 0 and parts[0] in lexicon.issuers)):
        return match[0]
    lead, number = match["lead"] or "", f"số {voice.numbers.whole(match['number'])}"
    if kind and named < 0:
        number = f"{kind[:1].upper()}{kind[1:]} {number}" if lead[:1] == "S" else f"{kind} {number}"
    elif lead[:1] == "S":
        number = f"S{number[1:]}"
    year = f", năm {voice.numbers.integer(int(match['year']))}" if match["year"] else ""
    by = _by(match, issuers, ahead[:named] if named >= 0 else ahead, voice)
    if not by:
        return f"{number}{year}," if year and match.string.startswith(" của ", match.end()) else f"{number}{year}"
    return f"{number}{year}{',' if year else ''} {by}"


def _by(match: re.Match[str], issuers: list[str], ahead: str, voice: Voice) -> str:
    """Return ``của …``, or nothing where the sentence says itself who issued the paper."""
    known = _issuers(voice)
    if len(issuers) > 1 and not voice.lexicon.papers.get(re.split(r"[-/]", match["code"])[0]):
        issuers = [code for code in issuers if code in known] or issuers  # ``UBND-VX``: who drafted it
    rest = match.string[match.end() : match.end() + 4 * _CLAUSE]
    if not issuers or _NAMED_AFTER.match(rest) or _ISSUED.search(ahead.lower()):
        return ""
    said = _say_issuers(issuers, voice)
    names = [said, *issuers, *(_SIGN_FOR_THE_CENTRE if issuers == [_CENTRE] else ())]
    if _names_one(rest, names) or _same_follows(rest, match["code"]):
        return ""
    in_brackets = ahead.rstrip().endswith("(") and any(name in ahead for name in names)
    return "" if in_brackets else f"của {said}"


def _names_one(rest: str, names: list[str]) -> bool:
    """Whether the rest of the sentence says one of ``names``: after ``của``, or as the subject that follows."""
    sentence = re.split(r"[.;!?\n](?=\s|$)", rest, maxsplit=1)[0].lower()
    one = rf"(?:{'|'.join(re.escape(name.lower()) for name in names)})(?!\w)"
    if re.search(rf"(?<!\w)của {one}", sentence):
        return True
    subject = _SUBJECT.match(sentence)
    return subject is not None and re.match(one, subject["who"]) is not None


def _same_follows(rest: str, code: str) -> bool:
    """``05-NQ/TU và 06-NQ/TU``: the issuer of both is said after the last."""
    return (
        re.match(rf"(?:,|[ ]và|[ ]hoặc)[ ](?:số[ ])?\d{{1,6}}(?:/\d{{4}})?[-/]{re.escape(code)}(?![\w/-])", rest)
        is not None
    )


def _issuers(voice: Voice) -> dict[str, str]:
    return {**voice.lexicon.abbreviations, **voice.lexicon.issuers}


def _say_issuers(codes: list[str], voice: Voice) -> str:
    whole = voice.lexicon.issuers.get("-".join(codes))
    return whole or " và ".join(_say_issuer(code, voice) for code in codes)


def _say_issuer(code: str, voice: Voice) -> str:
    """``QH15`` is "Quốc hội khóa mười lăm"; an unknown issuer is spelt, and the editor told."""
    known = _issuers(voice)
    if code in known:
        return known[code]
    if (session := _SESSION.fullmatch(code)) and session[1] in known:
        return f"{known[session[1]]} khóa {voice.numbers.integer(int(session[2]))}"
    voice.warn(f"“{code}”: nơi ra văn bản chưa có trong lexicon.yml (issuers); đang đánh vần từng chữ.")
    return " ".join(
        voice.numbers.digits(part) if part.isdigit() else voice.spell(part) for part in re.findall(r"\d+|\D+", code)
    )


def _say_yeared(text: str, voice: Voice) -> str:
    """``Nghị định 13/2023`` has a number and a year; without a kind of paper before it, it is a month."""

    def say(match: re.Match[str]) -> str:
        ahead = match.string[max(0, match.start() - 40) : match.start()]
        if not (kind_before(ahead, voice.lexicon) or ahead.lower().endswith(("văn bản số ", "văn bản "))):
            return match[0]
        number, year = voice.numbers.whole(match["number"]), voice.numbers.integer(int(match["year"]))
        return f"{'' if ahead.lower().endswith('số ') else 'số '}{number}, năm {year}"

    return _YEARED.sub(say, text)


def _say_bare(match: re.Match[str], voice: Voice) -> str:
    parts = re.split(r"[-/]", match["code"])
    kind = voice.lexicon.papers.get(parts[0])
    known = _issuers(voice)
    if not kind or len(parts) == 1 or match["code"] in known or any(part not in known for part in parts[1:]):
        return match[0]
    by = f"của {_say_issuers(parts[1:], voice)}"
    return by if kind_before(match.string[: match.start()], voice.lexicon) == kind else f"{kind} {by}"
