"""The radio script of a story: lines to be read aloud, with breath marks and times, in three cuts. Pure.

A cut is a piece that makes sense by itself (``air``): the idea or the obstacle, where and when, the deed in
steps, what came of it and who says so, who it was. What an editor wrote for the air goes first; the program puts
together the rest and says that it did. A sentence is never cut. Time is syllables by the rate in the lexicon (its
source stands beside it), breath included, as it was measured.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from scripts.render.pages import Pages
from scripts.render.press.air.breath import lines_of
from scripts.render.press.air.cuts import Material, short_piece, whole_piece, written_piece
from scripts.render.press.air.frame import frame_of
from scripts.render.press.air.telling import sayer, tell
from scripts.render.press.facts import notice_of
from scripts.render.spoken.sentences import Sentence
from scripts.render.spoken.syllables import count_syllables
from scripts.render.spoken.voice import MARK
from scripts.render.wording import capital, say_list
from scripts.source.schema.desk_parts import Brief, Radio
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.story import Story
from scripts.source.vocabulary.lexicon import Lexicon
from scripts.source.vocabulary.taxonomy import Taxonomy

_PAUSE = re.compile(r"([,;:])[ ]+")
SLACK = 1.05
"""By how much a cut may be longer than its name says: a newsreader makes that up."""
_BY_PROGRAM = "Máy ghép từ câu của bài."
_BY_EDITOR = "Biên tập viên viết"


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One sentence: its text with breath marks, its syllables, its start as ``mm:ss``."""

    text: str
    syllables: int
    start: str
    too_long: bool
    marks: tuple[str, ...] = ()
    """What an editor should look at in it before it airs, in Vietnamese: what was guessed, a sentence too long."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One length of the script. ``limit`` is in seconds, ``None`` for the whole."""

    name: str
    limit: int | None
    lines: tuple[ScriptLine, ...]
    syllables: int
    seconds: int
    """Rounded up."""
    fits: bool
    """False when even the shortest version that makes sense is longer than ``limit`` and its slack."""
    by_whom: str
    """For an editor, in Vietnamese: whether the program put it together, and how to have one's own."""

    @property
    def clock(self) -> str:
        """The length as ``mm:ss``."""
        return _clock(self.seconds)


@dataclass(frozen=True, slots=True)
class RadioScript:
    """Everything the text, the prompter and the document show; nothing left to decide."""

    title: str
    notice: str
    """Why it may not be aired yet, else empty (``notice_of``)."""
    cuts: tuple[Cut, ...]
    rate: int
    rate_source: str
    short_mark: str
    long_mark: str
    warnings: tuple[str, ...]
    """Vietnamese remarks for an editor about whole cuts; those about a line are its marks."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """Everything an editor should look at, each once: for who has no lines before him."""
        marks = (mark for cut in self.cuts for line in cut.lines for mark in line.marks)
        return tuple(dict.fromkeys((*self.warnings, *marks)))


def radio_script(story: Story, taxonomy: Taxonomy) -> RadioScript:
    """Return the script of ``story``: 30 seconds, 60 seconds, the whole; lengths that tell the same are one cut."""
    lexicon = taxonomy.lexicon
    front = story.front
    say = sayer(lexicon, front.radio.pronounce if front.radio else {})
    material = Material(tell(story, say), frame_of(story, taxonomy, say), front.results, say)
    brief, most = front.brief or Brief(), _most(lexicon)
    whole = _Made("Toàn bài", None, whole_piece(material), _by_whom_whole(front))
    short = _made((30, most[30]), material, whole, ("brief.short", brief.short))
    medium = _made((60, most[60]), material, whole, ("brief.medium", brief.medium))
    texts = [short, medium, whole]
    cuts = tuple(_cut(made, lexicon, most) for made in _merged(texts))
    pace, breath = lexicon.pace, lexicon.breath
    return RadioScript(
        title=front.title,
        notice=notice_of(story),
        cuts=cuts,
        rate=int(pace.syllables_per_minute),
        rate_source=pace.source,
        short_mark=breath.short,
        long_mark=breath.long,
        warnings=tuple(_remarks(cuts)),
    )


def script_text(script: RadioScript, pages: Pages, *, marked: bool) -> str:
    """Return ``script`` as plain text, ready for ``script.txt``; ``marked`` with what an editor should look at."""
    return pages.text("press/script.txt.j2", script=script, marked=marked, mark=MARK)


@dataclass(frozen=True, slots=True)
class _Made:
    """The sentences of a length, and who put them together."""

    name: str
    limit: int | None
    text: tuple[Sentence, ...]
    by_whom: str


def _made(length: tuple[int, int], material: Material, whole: _Made, written: tuple[str, str | None]) -> _Made:
    """Return a cut of ``length``, in seconds and syllables: around what an editor wrote for it where that fits.

    Else it is put together by the program. ``written`` is the key and what stands there.
    """
    (seconds, most), (key, text) = length, written
    name = f"{seconds} giây"
    if text and (piece := written_piece(material, text, most)):
        return _Made(name, seconds, piece, f"{_BY_EDITOR} ({key}).")
    why = f"{key} dài hơn {name}." if text else f"Muốn có bản do người viết: ghi {key}."
    return _Made(name, seconds, short_piece(material, whole.text, most), f"{_BY_PROGRAM} {why}")


def _by_whom_whole(front: FrontMatter) -> str:
    """Who wrote what stands around the story's own sentences."""
    radio = front.radio or Radio()
    missing = [key for key, text in (("radio.lead", radio.lead), ("radio.close", radio.close)) if not text]
    if not missing:
        return f"{_BY_EDITOR} lời dẫn, lời kết; giữa là câu của bài."
    return f"{_BY_PROGRAM} Muốn tự viết lời dẫn, lời kết: ghi {' và '.join(missing)}."


def _merged(texts: Sequence[_Made]) -> Iterator[_Made]:
    """Yield every text once; lengths that tell the same are named together, and the shortest limit is theirs."""
    for text, same in groupby(texts, lambda made: made.text):
        first, *others = same
        name = capital(say_list([first.name, *(other.name[0].lower() + other.name[1:] for other in others)]))
        yield _Made(name, first.limit, text, first.by_whom)


def _most(lexicon: Lexicon) -> dict[int, int]:
    """Return how many syllables fit 30 and 60 seconds with the slack there is, in whole seconds."""
    rate = int(lexicon.pace.syllables_per_minute)
    return {limit: int(limit * SLACK) * rate // 60 for limit in (30, 60)}


def _cut(made: _Made, lexicon: Lexicon, most: Mapping[int, int]) -> Cut:
    rate, longest = int(lexicon.pace.syllables_per_minute), int(lexicon.pace.longest_line)
    lines: list[ScriptLine] = []
    before = 0
    for sentence in made.text:
        parts = lines_of(sentence.text, longest)
        for number, part in enumerate(parts):
            length, start = count_syllables(part), _clock(before * 60 // rate)
            marks = (*(sentence.marks if number == 0 else ()), *_too_long(length, longest))
            last = number == len(parts) - 1
            lines.append(ScriptLine(_breathe(part, lexicon, last=last), length, start, length > longest, marks))
            before += length
    fits = made.limit is None or before <= most[made.limit]
    return Cut(made.name, made.limit, tuple(lines), before, -(-before * 60 // rate), fits, made.by_whom)


def _breathe(line: str, lexicon: Lexicon, *, last: bool) -> str:
    """Return ``line`` with a short mark after every inner pause; a long one at its end where the sentence ends."""
    short, long = lexicon.breath.short, lexicon.breath.long
    return f"{_PAUSE.sub(lambda pause: f'{pause[1]} {short} ', line)} {long if last else short}"


def _clock(seconds: int) -> str:
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def _too_long(length: int, longest: int) -> Iterator[str]:
    if length > longest:
        yield f"Câu {length} âm tiết, quá {longest}, khó đọc một hơi. Hãy tách câu."


def _remarks(cuts: Sequence[Cut]) -> Iterator[str]:
    """Cuts that do not fit."""
    for cut in cuts:
        if not cut.fits:
            yield f"Bản {cut.name} không vừa: bản ngắn nhất còn trọn ý dài {cut.seconds} giây. Hãy ghi brief.short."
