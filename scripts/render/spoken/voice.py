"""What every rule of speech is given: the lexicon, the numerals, and where to remark. Pure."""

import re
from dataclasses import dataclass, field

from scripts.render.spoken.numerals import NumberReader
from scripts.source.vocabulary.lexicon import Lexicon

CAPITALS = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capital letters of Vietnamese, for a class: Unicode alternates them with the small ones, so no range will do."""

REST_OF_NUMBER = r"\d+(?:[.,]\d+)*(?![.,]?\d)"
NUMBER = rf"(?<!\d)(?<!\d[.,]){REST_OF_NUMBER}"
"""A number as written, from its first digit to its last: it can begin and end in one place only, so a
million dots cost a few looks each. (A possessive repeat says the same, but matches wrongly before Python 3.11.5.)"""

MARK = "(?)"
"""What stands before a remark beside a line of a script, so that nobody takes it for words to be said."""

_LONGEST_SHOWN = 60
_SETTLE = "Ghi lời đọc đúng vào radio.pronounce của bài thì máy hết nhắc."
_LAST_WORDS = re.compile(r"([^\W\d_]+)[ ]?$")
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Voice:
    """One reading of one text. ``warnings`` grows: Vietnamese sentences for an editor, in order.

    Whatever a rule is not sure of it says here (``guess``, ``warn``); a script shows it beside the line.
    """

    lexicon: Lexicon
    numbers: NumberReader
    warnings: list[str] = field(default_factory=list)

    def warn(self, message: str) -> None:
        """Say ``message`` once."""
        if message not in self.warnings:
            self.warnings.append(message)

    def guess(self, written: str, said: str, why: str) -> None:
        """Remark that ``written`` was read as ``said`` without being sure: ``why`` ends the sentence."""
        shown, read = written.strip(), said.strip()
        if shown and len(shown) <= _LONGEST_SHOWN:
            self.warn(f"“{shown}” đang đọc là “{read}”: {why}. {_SETTLE}")
        else:
            self.warn(f"Chỗ đọc là “{read[:_LONGEST_SHOWN]}”: {why}. {_SETTLE}")

    def spell(self, letters: str) -> str:
        """Return the names of ``letters``; a letter without a name stays."""
        names = self.lexicon.letters
        return " ".join(names.get(letter.upper(), letter) for letter in letters)

    def unit(self, written: str) -> str | None:
        """Return how the unit ``written`` is called (``m²`` and ``m2``, ``kW`` and ``KW`` alike), or ``None``."""
        plain = written.replace("²", "2").replace("³", "3")
        return self.lexicon.units.get(plain) or self.lexicon.units_in_any_case.get(plain.lower())


def before(match: re.Match[str]) -> str:
    """Return the last 24 characters before ``match``, in lower case: enough for a word or two."""
    return match.string[max(0, match.start() - _LOOK_BACK) : match.start()].lower()


def word_before(match: re.Match[str]) -> str:
    """Return the word right before ``match`` in lower case, or an empty text."""
    found = _LAST_WORDS.search(before(match))
    return found[1] if found else ""


def words(text: str) -> frozenset[str]:
    """Return the words of ``text`` as a set: how the rules write their lists of words."""
    return frozenset(text.split())
