"""Where a tone is written: the old way, hòa and thủy, as press and textbooks do. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.form import NEW_TONE_STYLE
from scripts.source.text.source_text import SourceText

MAX_REPORTS = 20

# The end of an open syllable in oa, oe, uy with the tone on its last letter. After q the u is no vowel: quý, quỳ.
_NEW_STYLE = re.compile(
    r"https?://\S+|(?P<first>o(?=[àáảãạèéẻẽẹ])|(?<!q)u(?=[ỳýỷỹỵ]))(?P<last>\w)(?![^\W\d_])", re.IGNORECASE
)
_LONGEST = 4
"""Letters that may stand before the two in a Vietnamese syllable, and one to be sure: ngh."""


def check_tones(source: SourceText) -> list[Problem]:
    """Return a remark for each syllable of ``source`` (NFC) that carries its tone in the new style, at most 20.

    A remark, not a problem: the title of a document and a name are copied as they are printed, search
    takes both ways for one, and an approved text is never refused for its spelling. Addresses are passed over.
    """
    return [
        source.problem(source.mark(start), NEW_TONE_STYLE, written=word, mended=mended)
        for start, word, mended in islice(_new_style(source.text), MAX_REPORTS)
    ]


def _new_style(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where such a syllable begins, the syllable, and the same written the old way."""
    for match in _NEW_STYLE.finditer(text):
        if match["first"]:
            start = match.start()
            while start and text[start - 1].isalpha() and match.start() - start < _LONGEST:
                start -= 1
            letter, tone = tuple(unicodedata.normalize("NFD", match["last"]))
            head = text[start : match.end("first")]
            yield start, text[start : match.end()], unicodedata.normalize("NFC", f"{head}{tone}{letter}")
