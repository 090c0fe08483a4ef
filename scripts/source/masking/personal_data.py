"""Numbers and addresses of private people in a text: where they stand, and what may be printed of them. Pure.

Vietnamese citizen and older IDs, telephone numbers, e-mail addresses, bank accounts, number
plates, passports. Every pattern is bounded and every text is read once, so hostile input costs
linear time. What a figure, a date, a document number or a web address looks like is left alone;
``tests/golden/personal-data.yml`` is the list of both kinds (decisions/14).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise

MAX_FINDINGS = 200
"""In one text: whoever has mended so many will run the check again."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something private at ``text[start:end]``; ``masked`` is all of it that may be printed."""

    start: int
    end: int
    code: str
    masked: str


# \d is a digit of any script. U+FFFD stands where a character was refused (``characters``).
_D = r"[\d①-⑨⓪]"
_GAP = "[ \\t\u00a0\u2000-\u200a\u202f\u3000.\\-\u2010-\u2015\u2212()·•_*~\u20e3\ufe0f\ufffd]{0,3}"
_RUN = re.compile(rf"{_D}(?:{_GAP}{_D}){{5,}}")
_GROUP = re.compile(rf"{_D}+")
_NOT_DIGIT = re.compile(r"[^0-9]+")

# What six digits and more may also be.
_FIGURE = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
_TAIL_OF_FIGURE = re.compile(r"\d{3}(?:\.\d{3})*", re.ASCII)
_YEAR = r"(?:19|20)\d\d"
# Two years with a dash between are no period when a dash joins them to more digits: 0912-2016-2020 is an ID.
_JOINED_BEFORE = r"(?<!\d[-–—.])(?<!\d[-–—.] )(?<!\d [-–—.] )"
_PERIOD = rf"{_JOINED_BEFORE}{_YEAR} ?[-–—] ?{_YEAR}(?! ?[-–—.] ?\d)"
_DATED = re.compile(rf"(?<!\d)(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR}|{_YEAR}-\d\d-\d\d|{_PERIOD})(?!\d)", re.ASCII)

_PHONE = re.compile(r"0(?:[3-9]\d{8}|2\d{8,9}|1[2689]\d{8})")
_PHONE_ABROAD = re.compile(r"(?:00)?840?[1-9]\d{7,9}")
_PHONE_84 = re.compile(r"84(?:[35789]\d{8}|2\d{9})")
_CITIZEN_ID = re.compile(r"0\d{11}")
_OLD_ID = re.compile(r"[0-3]\d{8}")
_OLD_LENGTH = 9
_WITH_0, _WITH_00, _WITH_84, _ABROAD, _NONE = range(10, 13), range(10, 16), range(11, 13), range(9, 16), range(0)
_MAX_DIGITS = _ABROAD[-1]

# Words that say what the number after them is; looked for in the few letters before a number.
_BEFORE = 40
_WORDS = re.compile(
    r"(?P<id>cmnd|cmtnd|chứng minh|căn cước|cccd|định danh|giấy tờ tùy thân)"
    r"|(?P<bank>số tài khoản|stk|tài khoản|\btk\b|[a-z]+bank\b|bidv|momo)"
    r"|(?P<phone>điện thoại|đthoại|\bđt\b|sđt|số máy|zalo|hotline|di động)"
)
_WORTH = {"id": range(9, 13), "bank": range(6, 20), "phone": range(7, 12)}
_CODE = {"id": "citizen-id", "bank": "bank-account", "phone": "phone"}

_AT_SIGNS = ("@", "＠", "﹫", "(at)", "(AT)", "[at]", "[AT]", "(a còng)", "[a còng]", " a còng ")
_DOT = r"(?:\.| ?[(\[{] ?(?:dot|chấm) ?[)\]}] ?| chấm | dot )"
_DOMAIN = re.compile(rf" ?((?:[a-z0-9-]{{1,63}}{_DOT}){{1,4}}[a-z]{{2,24}})(?![\w-])", re.ASCII | re.IGNORECASE)
_LOCAL_EXTRA = frozenset("._+-")
_MAX_LOCAL = 64
# RFC 2606: names that can belong to nobody, for examples.
_NOBODY = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|invalid|test)", re.IGNORECASE)

_PLATE = re.compile(
    r"[1-9][0-9](?<![\w/.-]..) ?[-.]? ?(?!(?:CV|QĐ|KH|NQ|TB|BC|CT|HD|TT|NĐ|TU|TW)\b)[A-ZĐ]{1,2}\d?"
    r"(?: ?[-.] ?| )(?:\d{3}[. ]\d{2}|\d{5}|(?!(?:19|20)\d\d)\d{4})(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_PASSPORT_SIGNS = ("ộ chiếu", "Ộ CHIẾU", "assport", "ASSPORT")
_PASSPORT = re.compile(r"(?:hộ chiếu|passport)[^\n]{0,30}?\b([A-Z]\d{7,8})\b", re.IGNORECASE)

_IN_ADDRESS = re.compile(r"(?:https?://|www\.|sha256:)[^\s\"'<>()\[\]]*\Z", re.IGNORECASE)
_TELLS_A_PHONE = re.compile(r"://(?:zalo\.me|wa\.me|viber)/|[?&](?:phone|tel|sdt)=", re.IGNORECASE)
_LONGEST_ADDRESS = 500


def find_personal_data(text: str) -> list[Finding]:
    """Return what is private in ``text``, in order, at most ``MAX_FINDINGS``; linear in ``len(text)``.

    Numbers inside a web address are left alone (an article has one), unless the address is
    one that dials.
    """
    found = find_numbers(text)
    plates = islice(_PLATE.finditer(text), MAX_FINDINGS)
    found += (Finding(m.start(), m.end(), "number-plate", mask(m.group())) for m in plates)
    if any(sign in text for sign in _PASSPORT_SIGNS):
        found += (Finding(m.start(1), m.end(1), "passport", f"{m[1][0]}…") for m in _PASSPORT.finditer(text))
    return sorted(found)[:MAX_FINDINGS]


def find_numbers(text: str) -> list[Finding]:
    """Return only the long numbers and the e-mail addresses: what markup or a line's end can break in two."""
    found = [*islice(_numbers(text), MAX_FINDINGS), *islice(_emails(text), MAX_FINDINGS)]
    return sorted(finding for finding in found if not _in_address(text, finding))


def mask(value: str) -> str:
    """Return at most the first two and the last two letters and digits of ``value``.

    >>> mask("0912 345 678")
    '09…78'
    """
    plain = [character for character in value if character.isalnum()]
    return f"{''.join(plain[:2])}…{''.join(plain[-2:])}"


def _digits(text: str) -> str:
    """Return the digits of ``text``, of whatever script, as 0 to 9."""
    if text.isascii():
        return _NOT_DIGIT.sub("", text)
    return "".join(str(value) for c in text if (value := unicodedata.digit(c, None)) is not None)


def _numbers(text: str) -> Iterator[Finding]:
    for run in _RUN.finditer(text):
        written = run.group()
        if _DATED.fullmatch(written):
            continue
        word = _word_before(text, run.start())
        if word != "id" and _FIGURE.fullmatch(written):
            continue
        for start, end in _between_dates(written):
            yield from _numbers_in(text, run.start() + start, run.start() + end, word)


def _between_dates(written: str) -> Iterator[tuple[int, int]]:
    start = 0
    for dated in _DATED.finditer(written):
        yield start, dated.start()
        start = dated.end()
    yield start, len(written)


def _word_before(text: str, start: int) -> str:
    """Return which kind of number the words just before ``start`` speak of, or an empty text."""
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2].lower()
    kind = ""
    for word in _WORDS.finditer(before):
        kind = word.lastgroup or ""
    return kind


def _numbers_in(text: str, start: int, end: int, word: str) -> Iterator[Finding]:
    """Yield the private numbers among the groups of digits in ``text[start:end]``."""
    groups = [(start + g.start(), start + g.end()) for g in _GROUP.finditer(text[start:end])]
    if not groups:
        return
    if word and (code := _in_context(text[groups[0][0] : groups[-1][1]], word)):
        yield Finding(groups[0][0], groups[-1][1], code, mask(_digits(text[start:end])))
        return
    at = 0
    while at < len(groups):
        count, code = _reading(text, groups[at : at + _MAX_DIGITS])
        if code:
            first, last = groups[at][0], groups[at + count - 1][1]
            yield Finding(first, last, code, mask(_digits(text[first:last])))
        at += count


def _in_context(written: str, word: str) -> str:
    """Return the code of a whole number that the words before it announce."""
    digits = _digits(written)
    as_figure = _FIGURE.fullmatch(written) and word != "id"
    return _CODE[word] if len(digits) in _WORTH[word] and not as_figure else ""


def _reading(text: str, groups: Sequence[tuple[int, int]]) -> tuple[int, str]:
    """Return how many of ``groups`` make one private number, and its code: the first alone, else as many as can."""
    first, lead = groups[0][0], _digits(text[slice(*groups[0])])
    before = text[max(0, first - 3) : first]
    lengths = _lengths(lead, abroad=before.rstrip(" (").endswith("+"))
    ends = list(accumulate(end - start for start, end in groups)) if lengths else []
    counts = [count for count, digits in enumerate(ends, start=1) if digits in lengths]
    for count in sorted(counts, key=lambda count: (count > 1, -count)):
        last = groups[count - 1][1]
        written = text[first:last]
        if code := _code_of(written, _digits(written), before, text[last : last + 2]):
            return count, code
    return 1, ""


def _lengths(lead: str, *, abroad: bool) -> range:
    """Return how many digits a private number may have that begins with the group ``lead``."""
    if abroad:
        return _ABROAD
    if lead[0] == "0" and len(lead) != _OLD_LENGTH:
        return _WITH_00 if lead[:2] == "00" else _WITH_0
    if lead[:2] == "84":
        return _WITH_84
    return range(_OLD_LENGTH, _OLD_LENGTH + 1) if _OLD_ID.fullmatch(lead) else _NONE


def _code_of(written: str, digits: str, before: str, after: str) -> str:
    """Return the code of one whole number, or an empty text; ``before`` and ``after`` are a few letters around it."""
    if _FIGURE.fullmatch(written) or (_TAIL_OF_FIGURE.fullmatch(written) and re.search(r"\d[.,]\Z", before)):
        return ""
    if before.rstrip(" (").endswith("+"):
        return "phone"
    if _PHONE.fullmatch(digits):
        return "" if _counts(written) else "phone"
    if digits[:2] in ("00", "84") and (_PHONE_84 if digits[0] == "8" else _PHONE_ABROAD).fullmatch(digits):
        return "phone"
    if _CITIZEN_ID.fullmatch(digits):
        return "" if _counts(written) else "citizen-id"
    free = not re.search(r"[\w/.,-]\Z", before) and not re.match(r"[\w/-]|[.,]\w", after)
    return "citizen-id" if free and _OLD_ID.fullmatch(digits) else ""


def _counts(written: str) -> bool:
    """Whether the groups are but numbers in a row: 05 06 07 08 09."""
    steps = [int(_digits(group)) for group in _GROUP.findall(written) if len(group) <= 2]  # noqa: PLR2004
    apart = {after - before for before, after in pairwise(steps)}
    return apart == {1} and len(steps) == len(_GROUP.findall(written))


def _emails(text: str) -> Iterator[Finding]:
    for sign in _AT_SIGNS:
        at = text.find(sign)
        while at != -1:
            domain = _DOMAIN.match(text, at + len(sign))
            start = _start_of_local(text, at)
            if domain and start is not None and not _NOBODY.fullmatch(domain[1]):
                yield Finding(start, domain.end(), "email", f"{text[start]}…@…")
            at = text.find(sign, at + len(sign))


def _start_of_local(text: str, at: int) -> int | None:
    """Return where the part of an e-mail address before ``text[at]`` begins, or ``None``."""
    end = at - 1 if at and text[at - 1] == " " else at
    start = end
    while start and end - start < _MAX_LOCAL and (text[start - 1].isalnum() or text[start - 1] in _LOCAL_EXTRA):
        start -= 1
    return start if start < end else None


def _in_address(text: str, finding: Finding) -> bool:
    """Whether a number is part of a web address or of a digest; an e-mail address there is one all the same."""
    if finding.code == "email":
        return False
    before = text[max(0, finding.start - _LONGEST_ADDRESS) : finding.start]
    address = _IN_ADDRESS.search(before[-_LONGEST_ADDRESS:].rpartition("\n")[2].rpartition(" ")[2])
    return address is not None and not _TELLS_A_PHONE.search(address.group())
