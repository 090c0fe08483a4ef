"""Short forms that nobody spelt out before they were used. Advice; pure.

Only words of capitals are taken for one; what the lexicon reads tells what they stand for. Numbers of
documents (``57-CV/BDVTU``), units, Roman numbers and names that everybody knows (``style.yml``) are left in peace.
"""

import re
from collections.abc import Iterator

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.style import UNSPELT
from scripts.source.reading import Reading
from scripts.source.text.body import Body
from scripts.source.vocabulary.lexicon import Lexicon
from scripts.source.writing.phrases import place_of, word_line

MOST_NAMED = 4
_LONGEST = 12
_CAPITALS = "A-ZĂÂĐÊÔƠƯ"
_SHORT_FORM = re.compile(rf"(?<![\w/.-])[{_CAPITALS}]+(?:-[{_CAPITALS}]+)*(?![\w/-])")
"""No letter of a short form carries a tone: ``HÒA GIẢI`` is a word that shouts."""
_ROMAN = re.compile(r"[IVXLC]+")
_OPENS = re.compile(r"\((?:gọi tắt là|viết tắt là|gọi là|tắt là|tức|hay)? ?[“\"]?$")
_NUMBER = re.compile(r"([ .])\d")
_LOOK_BACK = 20


def advice_on_abbreviations(story: Reading, body: Body) -> Iterator[Problem]:
    """What is shortened is spelt out where it first stands, before it or in brackets.

    The title counts as said together with the summary: there is no room in it, and nobody sees it alone.
    """
    lexicon, known = story.taxonomy.lexicon, frozenset(story.taxonomy.style.known_to_all)
    head = f"{story.front.title}\n{story.front.summary}"
    unspelt = list(_unspelt(head, lexicon, known, said=head))
    place = ("title",) if unspelt and unspelt[0][0] in story.front.title else ("summary",)
    mark = story.document.mark(place)
    if not unspelt:
        unspelt = list(_unspelt(body.text, lexicon, known, said=f"{head}\n"))
        mark = place_of(unspelt[0][0], body.source) if unspelt else mark
    if unspelt:
        words = ", ".join(f"{short} ({meant})" if meant else short for short, meant in unspelt[:MOST_NAMED])
        yield body.source.problem(mark, UNSPELT, words=words)


def _unspelt(text: str, lexicon: Lexicon, known: frozenset[str], *, said: str) -> Iterator[tuple[str, str]]:
    """Yield each short form that comes unexplained, with what it stands for where the lexicon says it.

    ``said`` is what readers have read before.
    """
    before_all = word_line(said)
    if text.islower():
        return
    seen: set[str] = set(known)
    for match in _SHORT_FORM.finditer(text):
        short = match.group()
        if not 1 < len(short) <= _LONGEST or short in seen:
            continue
        seen.add(short)
        meant = _meaning(short, lexicon)
        if short in lexicon.units or _ROMAN.fullmatch(short) or (not meant and _in_capitals(text, match)):
            continue
        if _is_code(short, text, match.end(), lexicon):
            continue
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        explained = _OPENS.search(before) or text[match.end() : match.end() + 2] == " ("
        if explained or (
            meant and (spelt := word_line(meant)) and (spelt in before_all or spelt in word_line(text[: match.start()]))
        ):
            continue
        if f"({short})" not in said and not re.search(rf"\b{short} \(", said):
            yield short, meant


def _is_code(short: str, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a number follows that makes it a name: a road (``ĐT.963``), a rice (``OM 5451``)."""
    number = _NUMBER.match(text, end)
    return number is not None and (number[1] == "." or short in lexicon.before_number or not _meaning(short, lexicon))


def _in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether the word beside it has capitals alone too: then a whole line does, and shortens nothing."""
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()].split()
    after = text[match.end() : match.end() + _LOOK_BACK].split()
    return any(len(word) > 1 and word.isupper() and word.isalpha() for word in (*before[-1:], *after[:1]))


def _meaning(short: str, lexicon: Lexicon) -> str:
    """Return what the lexicon has for ``short``; nothing when it only names the letters."""
    meant = lexicon.abbreviations.get(short) or lexicon.before_number.get(short) or ""
    return "" if set(meant.split()) <= set(lexicon.letters.values()) else meant
