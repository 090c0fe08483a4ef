"""The radio script of a story: lines to be read aloud, with breath marks and times, in three cuts. Pure.

A cut is a script that makes sense by itself: who and where, the summary, figures or the story as
far as they fit, and where it comes from. A sentence is never cut. Time is syllables by the rate
in the lexicon (its source stands beside it), breath included, as it was measured.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scripts.catalog.catalog import year_of
from scripts.catalog.places import whereabouts
from scripts.render.pages import Pages
from scripts.render.press.facts import notice_of
from scripts.render.spoken.sentences import Sentence, say_sentences
from scripts.render.spoken.voice import MARK
from scripts.render.wording import capital
from scripts.source.schema.story_parts import Result
from scripts.source.story import Story
from scripts.source.vocabulary.lexicon import Lexicon
from scripts.source.vocabulary.taxonomy import Taxonomy

_PAUSE = re.compile(r"([,;:])[ ]+")
_TELLING_ORDER = ("Bối cảnh", "Cách làm", "Kết quả", "Bài học kinh nghiệm", "Làm theo")
_HEART = ("Cách làm", "Kết quả")
"""What a short cut tells of the story, after the summary."""


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
    """False when even the shortest version that makes sense is longer than ``limit``."""

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


@dataclass(frozen=True, slots=True)
class _Parts:
    """The sentences a script is put together from, all as spoken."""

    opening: tuple[Sentence, ...]
    summary: tuple[Sentence, ...]
    figures: tuple[tuple[Sentence, ...], ...]
    body: tuple[tuple[str, tuple[Sentence, ...]], ...]
    quotes: tuple[tuple[Sentence, ...], ...]
    closing: tuple[Sentence, ...]
    credit: tuple[Sentence, ...]


def radio_script(story: Story, taxonomy: Taxonomy) -> RadioScript:
    """Return the script of ``story``: 30 seconds, 60 seconds, the whole."""
    lexicon = taxonomy.lexicon
    parts = _parts(story, taxonomy)
    cuts = (
        _cut("30 giây", 30, _short_cut(parts, _most(30, lexicon)), lexicon),
        _cut("60 giây", 60, _short_cut(parts, _most(60, lexicon)), lexicon),
        _cut("Toàn bài", None, _whole(parts), lexicon),
    )
    pace, breath = lexicon.pace, lexicon.breath
    return RadioScript(
        title=story.front.title,
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


def _parts(story: Story, taxonomy: Taxonomy) -> _Parts:
    front, lexicon = story.front, taxonomy.lexicon
    own = front.radio.pronounce if front.radio else {}

    def say(*texts: str) -> tuple[Sentence, ...]:
        return tuple(sentence for text in texts for sentence in say_sentences(text, lexicon, own))

    place = whereabouts(story, taxonomy, year_of(story))
    now = [f"Nơi này nay thuộc {', '.join(place.now)}"] if place.now else []
    credit = f"Theo trang {taxonomy.site.name}"
    return _Parts(
        opening=say(front.title, f"Chuyện ở {', '.join(place.then)}"),
        summary=say(front.summary),
        figures=tuple(say(_figure(result)) for result in front.results),
        body=tuple((heading, say(*lines)) for heading, lines in _sections(story)),
        quotes=tuple(say(f"{quote.by} nói: {quote.text}") for quote in front.quotes),
        closing=say(*now, credit),
        credit=say(credit),
    )


def _figure(result: Result) -> str:
    """``{value: "22", unit: thành viên, label: tham gia, when: "2020"}`` as a sentence."""
    when = f"Năm {result.when}" if result.when and result.when.isdecimal() else (result.when or "")
    number = " ".join(filter(None, (result.value, result.unit, result.label)))
    return f"{capital(when)}: {number}" if when else number


def _sections(story: Story) -> Iterator[tuple[str, list[str]]]:
    """Yield the heading and the lines of every section, in the order of telling."""
    headings = {section.heading for section in story.body.sections}
    found: dict[str, list[str]] = {}
    lines = found.setdefault("", [])
    for line in story.body.text.split("\n"):
        if line in headings - found.keys():
            lines = found.setdefault(line, [])
        else:
            lines.append(line)
    for heading in ("", *_TELLING_ORDER):
        if found.get(heading):
            yield heading, found[heading]


def _most(seconds: int, lexicon: Lexicon) -> int:
    """Return how many syllables fit ``seconds``."""
    return seconds * int(lexicon.pace.syllables_per_minute) // 60


def _short_cut(parts: _Parts, most: int) -> list[Sentence]:
    """Return the richest script of at most ``most`` syllables; the shortest there is when none fits."""
    if _syllables(whole := _whole(parts)) <= most:
        return whole
    frames = [
        (parts.opening, parts.summary, parts.closing),
        (parts.opening, parts.summary, parts.credit),
        (parts.opening[:1], parts.summary, parts.credit),
        (parts.opening, (), parts.credit),
        (parts.opening[:1], (), parts.credit),
    ]
    opening, summary, closing = next((frame for frame in frames if _syllables(sum(frame, ())) <= most), frames[-1])
    left = most - _syllables((*opening, *summary, *closing))
    told: list[Sentence] = []
    if summary:
        told, left = _as_fits([s for h in _HEART for heading, text in parts.body if heading == h for s in text], left)
        if not _whole_story_told(told, parts):
            told, left = [], left + _syllables(told)
            told, left = _figures_first(parts, left)
    return [*opening, *summary, *told, *closing]


def _whole_story_told(told: Sequence[Sentence], parts: _Parts) -> bool:
    return bool(told) and len(told) == sum(len(text) for heading, text in parts.body if heading in _HEART)


def _figures_first(parts: _Parts, left: int) -> tuple[list[Sentence], int]:
    """Figures say most in few words; how it was done is told as far as the rest allows."""
    figures: list[Sentence] = []
    for figure in parts.figures[:3]:
        more, left = _as_fits(figure, left)
        figures += more
    how, left = _as_fits([s for heading, text in parts.body if heading == _HEART[0] for s in text], left)
    return [*how, *figures], left


def _as_fits(text: Iterable[Sentence], left: int) -> tuple[list[Sentence], int]:
    """Return the sentences from the first on that fit ``left`` syllables, and what remains."""
    taken: list[Sentence] = []
    for sentence in text:
        if sentence.syllables > left:
            break
        taken.append(sentence)
        left -= sentence.syllables
    return taken, left


def _whole(parts: _Parts) -> list[Sentence]:
    body = [sentence for _, text in parts.body for sentence in text]
    quotes = [sentence for quote in parts.quotes for sentence in quote]
    return [*parts.opening, *parts.summary, *body, *quotes, *parts.closing]


def _cut(name: str, limit: int | None, text: Sequence[Sentence], lexicon: Lexicon) -> Cut:
    rate, longest = int(lexicon.pace.syllables_per_minute), int(lexicon.pace.longest_line)
    lines: list[ScriptLine] = []
    before = 0
    for sentence in text:
        length, start = sentence.syllables, _clock(before * 60 // rate)
        marks = (*sentence.marks, *_too_long(length, longest))
        lines.append(ScriptLine(_breathe(sentence.text, lexicon), length, start, length > longest, marks))
        before += length
    seconds = -(-before * 60 // rate)
    return Cut(name, limit, tuple(lines), before, seconds, limit is None or seconds <= limit)


def _breathe(sentence: str, lexicon: Lexicon) -> str:
    """Return ``sentence`` with a short mark after every inner pause and a long one at its end."""
    short, long = lexicon.breath.short, lexicon.breath.long
    return f"{_PAUSE.sub(lambda pause: f'{pause[1]} {short} ', sentence)} {long}"


def _clock(seconds: int) -> str:
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def _syllables(text: Iterable[Sentence]) -> int:
    return sum(sentence.syllables for sentence in text)


def _too_long(length: int, longest: int) -> Iterator[str]:
    if length > longest:
        yield f"Câu {length} âm tiết, quá {longest}, khó đọc một hơi. Hãy tách câu."


def _remarks(cuts: Sequence[Cut]) -> Iterator[str]:
    """Cuts that do not fit."""
    for cut in cuts:
        if not cut.fits:
            yield f"Bản {cut.name} không vừa: bản ngắn nhất còn trọn ý dài {cut.seconds} giây. Hãy rút tên bài."
