"""A number in Vietnamese words. Pure.

School Vietnamese: every group of three digits after the first is read whole (``không trăm``),
1, 4 and 5 change after ``mươi`` (mốt, tư, lăm), a zero before units is ``linh``.
"""

import re
from dataclasses import dataclass

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_THOUSAND, _MILLION, _BILLION = 10**3, 10**6, 10**9

_GROUPED = re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?")
_ENGLISH = re.compile(r"([1-9]\d{0,2}(?:,\d{3}){2,})(?:\.(\d+))?")
_PLAIN = re.compile(r"(\d+)(?:,(\d+))?")
_SIGN = {".": " chấm ", ",": " phẩy "}

MOST_DIGITS = 21
"""Above this a number is no number: it is read digit by digit."""

_WHOLE_FRACTION = 3


@dataclass(frozen=True, slots=True)
class NumberReader:
    """Reads numbers with the station's own words for a zero ten and for a thousand."""

    zero_ten: str = "linh"
    thousand: str = "nghìn"

    def number(self, written: str) -> str:
        """Return a number written the Vietnamese way: ``1.099``, ``12,4``, ``9.888,91``, ``4.0``."""
        for form in (_GROUPED, _ENGLISH, _PLAIN):
            if match := form.fullmatch(written):
                whole = re.sub(r"\D", "", match[1])
                return f"{self.whole(whole)} phẩy {self.fraction(match[2])}" if match[2] else self.whole(whole)
        first, *rest = re.split(r"([.,])", written)
        return self.whole(first) + "".join(_SIGN.get(part) or self._part(part) for part in rest)

    def whole(self, digits: str) -> str:
        """Return digits without separators: a number, or digit by digit when it begins with a zero or is endless."""
        if len(digits) > MOST_DIGITS or (digits[0] == "0" and len(digits) > 1):
            return self.digits(digits)
        return self.integer(int(digits))

    def fraction(self, digits: str) -> str:
        """Return what follows a decimal comma: a number to three digits (12,40: bốn mươi), else digit by digit."""
        if digits[0] == "0" or len(digits) > _WHOLE_FRACTION:
            return self.digits(digits)
        return self.integer(int(digits))

    def _part(self, digits: str) -> str:
        """Return what follows a dot that groups nothing (1.25, 4.0): a short number, else digit by digit."""
        return self.fraction(digits) if len(digits) < _WHOLE_FRACTION else self.digits(digits)

    def digits(self, digits: str) -> str:
        """Return ``digits`` one by one."""
        return " ".join(DIGITS[int(digit)] for digit in digits)

    def integer(self, number: int) -> str:
        """Return ``number``, at least 0, in words."""
        return " ".join(self._words(number, whole=False)) or DIGITS[0]

    def _words(self, number: int, *, whole: bool) -> list[str]:
        """Return the words of ``number``; ``whole`` when something stands before it."""
        words: list[str] = []
        billions, rest = divmod(number, _BILLION)
        if billions:
            words += [*self._words(billions, whole=whole), "tỷ"]
        for size, name in ((_MILLION, "triệu"), (_THOUSAND, self.thousand), (1, "")):
            group, rest = divmod(rest, size)
            if group:
                words += [*self._group(group, whole=whole or bool(words)), *([name] if name else [])]
        return words

    def _group(self, group: int, *, whole: bool) -> list[str]:
        hundreds, rest = divmod(group, 100)
        tens, ones = divmod(rest, 10)
        words = [DIGITS[hundreds], "trăm"] if hundreds or whole else []
        if not rest:
            return words
        if tens == 0:
            return [*words, *([self.zero_ten] if words else []), DIGITS[ones]]
        if tens == 1:
            return [*words, "mười", *([] if not ones else ["lăm" if ones == 5 else DIGITS[ones]])]  # noqa: PLR2004
        return [*words, DIGITS[tens], "mươi", *([_AFTER_TENS.get(ones, DIGITS[ones])] if ones else [])]
