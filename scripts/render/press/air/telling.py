"""What a radio piece tells of a story, part by part, each said once and ready to be put in or left out. Pure.

A ``Unit`` is what a cut may not take apart: a sentence, or a list with the words that announce it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby

from scripts.catalog.facts import may_quote
from scripts.render.press.air.ear import for_the_ear, lowered
from scripts.render.press.prose import Block, blocks_of
from scripts.render.spoken.sentences import Sentence, say_sentences
from scripts.source.story import Story
from scripts.source.text.sentences import sentences_of
from scripts.source.text.vietnamese import fold
from scripts.source.vocabulary.lexicon import Lexicon

Say = Callable[[str], tuple[Sentence, ...]]

BACKGROUND, DEED, RESULTS, LESSONS, COPYING = "Bối cảnh", "Cách làm", "Kết quả", "Bài học kinh nghiệm", "Làm theo"
_SO_MANY_STEPS = "Cách làm gồm"
_ANNOUNCED = {COPYING: "Nơi khác muốn làm theo, xin lưu ý:", LESSONS: "Kinh nghiệm rút ra:"}
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_IN_ORDER = re.compile(r"(?:Sau đó|Rồi|Tiếp theo|Tiếp đó|Kế đó|Cuối cùng|Sau cùng|Trước hết|Đầu tiên|Xong)\b")
"""How a step begins that says its own place in the order."""
_LEANS_BACK = re.compile(
    r"(?:Đó|Đây|Họ|Ấy|Thế|Vậy|Rồi|Nhưng|Song|Còn|Từ đó|Nhờ (?:đó|vậy|thế)|Vì (?:vậy|thế)|Do (?:đó|vậy))\b"
)
"""How a sentence begins that is understood only right after the one before it."""
_LONGEST_OPENING = 3
_WHEN = re.compile(r"(?:[Tt]háng|[Nn]ăm) \d{1,4}(?:-\d{4})?\b")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({
    "va", "la", "co", "cua", "o", "cho", "voi", "nhung", "cac", "mot", "thi", "ma", "de", "tu", "den", "trong", "da",
    "duoc", "cung", "do", "nay", "khi",
})  # fmt: skip
_TOLD_BEFORE = 0.8
"""Share of the words of a text that were said already, from which on a listener has heard it."""
_ALIKE = 0.5


@dataclass(frozen=True)
class Unit:
    """What is told whole or not at all."""

    written: tuple[str, ...]
    said: tuple[Sentence, ...]
    leans_back: bool = False
    """Whether it is understood only right after the sentence before it, in the same paragraph."""
    listed: bool = False
    items: tuple["Unit", ...] = ()
    """Of a list without an order: its items, any of which may be left out; what announces them is not among them."""

    @cached_property
    def syllables(self) -> int:
        """How long it is."""
        return sum(sentence.syllables for sentence in self.said)

    @property
    def text(self) -> str:
        """Its written words."""
        return " ".join(self.written)


@dataclass(frozen=True, slots=True)
class Telling:
    """The parts of a story in the order in which they are told."""

    opening: tuple[Unit, ...]
    parts: Mapping[str, tuple[Unit, ...]] = field(default_factory=dict)
    """The rest of the sections, by heading."""
    quotes: tuple[Unit, ...] = ()
    summary: Unit | None = None
    """Empty when the piece opens with it."""
    led: bool = False
    """Whether an editor wrote the opening for the air."""


def sayer(lexicon: Lexicon, own: Mapping[str, str]) -> Say:
    """Return what says a text with the lexicon and a story's own readings, each text once."""
    known: dict[str, tuple[Sentence, ...]] = {}

    def say(text: str) -> tuple[Sentence, ...]:
        if text not in known:
            known[text] = tuple(say_sentences(text, lexicon, own))
        return known[text]

    return say


def unit_of(say: Say, *texts: str, leans_back: bool = False) -> Unit:
    """Return ``texts`` as one unit."""
    return Unit(texts, tuple(sentence for text in texts for sentence in say(text)), leans_back)


def without_told(unit: Unit, heard: frozenset[str]) -> Unit | None:
    """Return ``unit`` without the items that say nothing beyond the words ``heard``; nothing when nothing is left."""
    if not unit.items:
        return None if was_told(unit.text, heard) else unit
    left = tuple(item for item in unit.items if not was_told(item.text, heard))
    if len(left) == len(unit.items):
        return unit
    lead = unit.written[: len(unit.written) - len(unit.items)]
    spoken = unit.said[: len(unit.said) - sum(len(item.said) for item in unit.items)]
    said = (*spoken, *(sentence for item in left for sentence in item.said))
    return Unit((*lead, *(item.text for item in left)), said, listed=True, items=left) if left else None


def tell(story: Story, say: Say) -> Telling:
    """Return the parts of ``story``; its opening is what an editor wrote for the air, else its own first sentence."""
    front = story.front
    parts = {heading: _units(heading, blocks, say) for heading, blocks in _sections(story)}
    quotes = tuple(
        unit_of(say, f"{quote.by} nói: {quote.text}") for quote in front.quotes if may_quote(quote.by, front.people)
    )
    summary = unit_of(say, for_the_ear(front.summary))
    if front.radio and front.radio.lead:
        opening = (unit_of(say, front.radio.lead),)
        return Telling(opening, _without_first_if_told(parts, front.radio.lead), quotes, summary, led=True)
    first = next(iter(parts), "")
    units = parts.get(first, ())
    if not units or units[0].listed:
        return Telling((summary,), parts, quotes)
    count = 1
    while count < min(len(units), _LONGEST_OPENING) and units[count].leans_back:
        count += 1
    return Telling(units[:count], {**parts, first: units[count:]}, quotes, summary)


def was_told(text: str, heard: frozenset[str]) -> bool:
    """Return whether a listener who heard the words ``heard`` has heard ``text``: most of it, and every figure.

    Years and months say when, not how much: alone they make nothing new.
    """
    words = words_of(_WHEN.sub("", text))
    if any(word.isdigit() and word not in heard for word in words):
        return False
    return bool(words) and len(words & heard) >= _TOLD_BEFORE * len(words)


def is_alike(text: str, heard: frozenset[str]) -> bool:
    """Return whether ``text`` right after the words ``heard`` would sound like the same again: half of it came."""
    words = words_of(_WHEN.sub("", text))
    return len(words & heard) >= _ALIKE * len(words)


def words_of(text: str) -> frozenset[str]:
    """Return the words of ``text`` that tell something, folded."""
    return frozenset(_WORD.findall(fold(text))) - _SMALL


def _sections(story: Story) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield heading and blocks of every section in the order of telling, whatever the order in the file."""
    found = {section.heading: section.html for section in story.body.sections}
    for heading in ("", BACKGROUND, DEED, RESULTS, LESSONS, COPYING):
        if heading in found and (blocks := blocks_of(found[heading])):
            yield heading, blocks


def _units(heading: str, blocks: Iterable[Block], say: Say) -> tuple[Unit, ...]:
    """Return what is told of a section: no smaller heading, no table, no line that only points elsewhere."""
    units: list[Unit] = []
    announced = ""
    read = [block for block in blocks if block.kind in {"paragraph", "item"} and not block.pointer]
    for kind, run in groupby(read, lambda block: (block.kind, block.step)):
        texts = [block.text for block in run]
        if kind[0] == "item":
            units.append(_list(heading, announced, texts, say, steps=kind[1]))
            announced = ""
            continue
        for text in texts:
            sentences = sentences_of(text)
            if announced:
                units.append(unit_of(say, for_the_ear(announced)))
            announced = sentences[-1] if sentences and sentences[-1].endswith(":") else ""
            for number, sentence in enumerate(sentences[: -1 if announced else None]):
                back = number > 0 and _LEANS_BACK.match(sentence) is not None
                units.append(unit_of(say, for_the_ear(sentence), leans_back=back))
    return tuple(unit for unit in units if unit.said)


def announces_steps(text: str) -> bool:
    """Return whether ``text`` begins with our own words about how many steps follow: no publisher said them."""
    return text.startswith(_SO_MANY_STEPS)


def _list(heading: str, announced: str, items: Sequence[str], say: Say, *, steps: bool) -> Unit:
    ordered = steps and len(items) > 1
    lead = announced or (
        f"{_SO_MANY_STEPS} {len(items)} việc." if ordered and heading == DEED else _ANNOUNCED.get(heading, "")
    )
    told = [
        f"Thứ {_ordinal(number)}, {lowered(item)}" if ordered and not _IN_ORDER.match(item) else item
        for number, item in enumerate(map(for_the_ear, items))
    ]
    unit = unit_of(say, *filter(None, (lead, *told)))
    return replace(unit, listed=True, items=() if ordered else tuple(unit_of(say, item) for item in told))


def _ordinal(number: int) -> str:
    return _ORDINALS[number] if number < len(_ORDINALS) else str(number + 1)


def _without_first_if_told(parts: dict[str, tuple[Unit, ...]], lead: str) -> dict[str, tuple[Unit, ...]]:
    first = next(iter(parts), "")
    units = parts.get(first, ())
    return {**parts, first: units[1:]} if units and was_told(units[0].text, words_of(lead)) else parts
