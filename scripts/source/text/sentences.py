"""Where a Vietnamese sentence ends, as written: for print and for the script of the radio alike. Pure.

Where it is not sure that a sentence ends (``TP. Rạch Giá``, ``Nguyễn V. An``, ``1. Bàn``), it does
not: two sentences kept together do less harm than one cut in the middle. Hard cases are in
``tests/golden/sentences.yml``.
"""

import re

_END = re.compile(r"(?<![.!?…])[.!?…]+[”’\"')\]]*\s+(?=[“‘\"'(\[]*(\w))")
"""Where a sentence may end: a stop, what closes with it, a space; then a capital or a digit must follow.
A stop that follows another is never tried anew: a row of ten thousand is read once."""
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_SHORT_FORMS = frozenset({"ths", "ts", "pgs", "gs", "bs", "ks", "cn", "tp", "tx", "tt", "nxb", "tr", "vd", "st", "v.v"})
_LOOK_BACK = 60
_NUMBERING = re.compile(r"\d{1,3}|[ivxlc]{1,6}|[a-zđ]")
_INITIAL = r"(?:NGH|Ngh|[CGKNPT][Hh]|N[Gg]|T[Rr]|Q[Uu]|G[Ii]|[^\W\d_])"
_INITIALS = re.compile(rf"{_INITIAL}(?:\.{_INITIAL})*|[A-ZĐ]{{2}}")
"""``V``, ``Th``, ``N.T.H``, ``N.Th.H``: of a name. Three capitals without stops (``HTX``) are a word like others."""
_STARTERS = frozenset({
    "chị", "ông", "bà", "cô", "chú", "bác", "cháu", "họ", "nhà", "sau", "khi", "từ", "trong", "ngoài", "với", "tại",
    "nhưng", "và", "các", "những", "theo", "hiện", "nay", "đây", "đó", "vì", "nếu", "do", "cũng", "để", "nhằm",
    "trước", "cả", "mỗi", "người", "việc", "ấp", "xã", "lớp",
})  # fmt: skip
"""Words that begin a sentence and are no name: after initials only they show that it ended."""
_OR_NAMES = frozenset({
    "anh", "em", "được", "có", "rồi", "riêng", "nhờ", "đến", "hội", "hộ", "tổ", "không", "đầu", "cuối", "số",
})  # fmt: skip
"""Words that begin a sentence and are names too (``Nguyễn V. Anh``): only after a name whole in its initials."""
_WHOLE_NAME = 3
_NEXT_TWO = re.compile(
    r"[\s.”’\"')\]]{0,8}(?:Công an|Chính quyền|Địa phương|Cán bộ|Chi bộ|Chi hội|Đảng ủy|Ủy ban|Mặt trận|Bộ đội|Mô hình|"
    r"Kết quả|Bên cạnh|Đồng thời|Bà con|(?:Năm|Tháng|Ngày) \d)"
)
_NEXT = re.compile(r"[\s.”’\"')\]]{0,8}([^\W\d_]+)")


def sentences_of(text: str, *, inside_quotes: bool = False) -> tuple[str, ...]:
    """Return the sentences of one paragraph, each whole; joined by spaces they are the paragraph.

    What stands in quotation marks or brackets stays together, or, ``inside_quotes``, is cut like the rest: a
    newsreader does not hear the marks, and needs to breathe.
    """
    sentences: list[str] = []
    start = 0
    for end in _END.finditer(text):
        begins = end[1].isupper() or end[1].isdigit()
        whole = inside_quotes or _is_closed(text[start : end.end()])
        if begins and whole and not _is_short_form(text, start, end.start()):
            sentences.append(text[start : end.end()].strip())
            start = end.end()
    rest = text[start:].strip()
    return tuple([*sentences, rest] if rest else sentences)


def starts_sentence(text: str, position: int, *, after_whole_name: bool = False) -> bool:
    """Return whether the next word of ``text`` from ``position`` on has a capital and is one that begins a sentence.

    ``after_whole_name`` when three initials or more stand before: then no name can follow.
    """
    if _NEXT_TWO.match(text, position):
        return True
    following = _NEXT.match(text, position)
    if following is None or not following[1][0].isupper():
        return False
    word = following[1].lower()
    return word in _STARTERS or (after_whole_name and word in _OR_NAMES)


def _is_short_form(text: str, start: int, stop: int) -> bool:
    """Whether the stop at ``stop`` belongs to a short form, an initial or a number of a list.

    No such form is longer than a few letters, so no more than ``_LOOK_BACK`` before the stop are looked at.
    """
    words = text[max(start, stop - _LOOK_BACK) : stop].split()
    last = words[-1].strip("“‘\"'([") if words else ""
    if len(words) == 1 and stop - start < _LOOK_BACK and _NUMBERING.fullmatch(last.lower()):
        return True
    initial = last[:1].isupper() and _INITIALS.fullmatch(last) is not None
    ended = initial and starts_sentence(text, stop + 1, after_whole_name=last.count(".") >= _WHOLE_NAME - 1)
    return last.lower() in _SHORT_FORMS or (initial and not ended)


def _is_closed(text: str) -> bool:
    """Whether every quotation and bracket that opens in ``text`` closes in it."""
    return all(text.count(opening) <= text.count(closing) for opening, closing in _PAIRS)
