"""A story told at a length: what an editor wrote for it first, else what of the story's own sentences fits. Pure.

A section is told from its beginning or not at all, a list whole or not at all, and who says so always.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from scripts.render.press.air.frame import (
    Frame,
    attributed,
    credit_sentence,
    figures_sentence,
    names_somebody,
    place_sentence,
)
from scripts.render.press.air.telling import (
    BACKGROUND,
    COPYING,
    DEED,
    LESSONS,
    RESULTS,
    Say,
    Telling,
    Unit,
    announces_steps,
    is_alike,
    unit_of,
    was_told,
    without_told,
    words_of,
)
from scripts.render.spoken.sentences import Sentence
from scripts.source.schema.story_parts import Result

_MOST_OF = 0.6
"""Share of a section, in syllables, that stands for it better than the summary does."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a cut may be made of."""

    telling: Telling
    frame: Frame
    results: tuple[Result, ...]
    say: Say


@dataclass(frozen=True, slots=True)
class _Picked:
    """What a cut tells so far."""

    near: bool
    """Whether the place is said without hamlet and province."""
    place: bool = True
    closing: bool = True
    now: bool = False
    summary: bool = False
    figures: bool = False
    quotes: int = 0
    told: dict[str, int] = field(default_factory=dict)
    """How many units of a section, from its first."""


def whole_piece(material: Material) -> tuple[Sentence, ...]:
    """Return everything there is to tell."""
    parts = material.telling.parts
    every = {heading: len(units) for heading, units in parts.items()}
    picked = _Picked(near=False, now=True, figures=True, quotes=len(material.telling.quotes), told=every)
    return _assemble(material, picked)


def short_piece(material: Material, whole: tuple[Sentence, ...], most: int) -> tuple[Sentence, ...]:
    """Return the piece of at most ``most`` syllables that tells most, ``whole`` where it fits.

    When none fits, the shortest there is.
    """
    if _length(whole) <= most:
        return whole
    frames = (
        _Picked(near=True),
        _Picked(near=True, place=False),
        _Picked(near=True, place=False, closing=False),
    )
    told = (
        replace(frame, told=heart.told, summary=heart.summary) for frame in frames for heart in _hearts(material, most)
    )
    for picked in (*told, *frames):
        if _length(_assemble(material, picked)) <= most:
            return _assemble(material, _filled(material, picked, most))
    return _assemble(material, frames[-1])


def written_piece(material: Material, written: str, most: int) -> tuple[Sentence, ...] | None:
    """Return the piece around ``written``, a text of an editor in this length; ``None`` when that is too long."""
    say, frame = material.say, material.frame
    text = unit_of(say, *written.split("\n"))
    led = material.telling.opening if material.telling.led else ()
    heard = " ".join(unit.text for unit in (*led, text))
    said_where = any(name.lower() in heard.lower() for name in frame.near)
    place = (
        None if said_where or not led else place_sentence(replace(frame, started=None), heard, heard, say, near=True)
    )
    credit = credit_sentence(frame, say, attributed=_names_publisher(frame, heard))
    for around in (
        (led, place, frame.closing),
        (led, None, frame.closing),
        (led, None, None),
        ((), None, frame.closing),
        ((), None, None),
    ):
        first, where, last = around
        piece = _said([*first, *filter(None, [where]), text, *filter(None, [last]), credit])
        if _length(piece) <= most:
            return piece
    return None


def _hearts(material: Material, longest: int) -> list[_Picked]:
    """Return what a piece of at most ``longest`` syllables may tell at its heart, the best first.

    That is the deed and what came of it, else the summary; what is too long by itself is not tried.
    """
    telling = material.telling
    deed, results = telling.parts.get(DEED, ()), telling.parts.get(RESULTS, ())
    length = sum(unit.syllables for unit in deed)
    outcome = min(1, len(results))
    running = accumulate(unit.syllables for unit in deed)
    prefixes = [(n, told) for n, told in enumerate(running, start=1) if told <= longest][::-1]
    most = [{DEED: n, RESULTS: outcome} for n, told in prefixes if told >= _MOST_OF * length]
    some = [{DEED: n, RESULTS: outcome} for n, told in prefixes if told < _MOST_OF * length]
    opening = " ".join(unit.text for unit in telling.opening)
    fresh = telling.summary is not None and not was_told(telling.summary.text, words_of(opening))
    return [
        *(_Picked(near=True, told=told) for told in most),
        *([_Picked(near=True, summary=True)] if fresh else []),
        *(_Picked(near=True, told=told) for told in some),
        *([_Picked(near=True, told={RESULTS: 1})] if outcome and not deed else []),
    ]


def _filled(material: Material, picked: _Picked, most: int) -> _Picked:
    """Return ``picked`` with whatever else fits, the most telling first."""
    parts = material.telling.parts

    def with_(*changes: _Picked) -> _Picked:
        """Return the last of ``changes`` that fits, else what was picked before."""
        return next((one for one in reversed(changes) if _length(_assemble(material, one)) <= most), picked)

    for heading in (RESULTS, BACKGROUND) if picked.summary else (RESULTS, BACKGROUND, "", DEED):
        for count in range(picked.told.get(heading, 0) + 1, len(parts.get(heading, ())) + 1):
            more = replace(picked, told={**picked.told, heading: count})
            if with_(more) is picked:
                break
            picked = more
    quotes = min(1, len(material.telling.quotes))
    picked = with_(replace(picked, quotes=quotes), replace(picked, figures=True))
    picked = with_(replace(picked, quotes=quotes), replace(picked, quotes=quotes, figures=True))
    for heading in () if picked.summary else (LESSONS, COPYING):
        picked = with_(replace(picked, told={**picked.told, heading: len(parts.get(heading, ()))}))
    near = replace(picked, now=True)
    return with_(replace(picked, near=False), near, replace(near, near=False))


def _assemble(material: Material, picked: _Picked) -> tuple[Sentence, ...]:
    """Return the sentences of ``picked`` in the order of telling."""
    telling, frame, say = material.telling, material.frame, material.say

    def told(*headings: str) -> list[Unit]:
        return [unit for heading in headings for unit in telling.parts.get(heading, ())[: picked.told.get(heading, 0)]]

    background, deed, claims = told("", BACKGROUND), told(DEED), told(RESULTS)
    if picked.summary and (summary := telling.summary):
        claims = [summary, *(unit for unit in claims if not is_alike(unit.text, words_of(summary.text)))]
    heard = [*telling.opening, *background, *deed, *claims]
    after = [*telling.quotes[: picked.quotes], *_new(told(LESSONS, COPYING), heard)]
    if picked.figures and (figures := figures_sentence(material.results, [*heard, *after], say)):
        claims = [*claims, figures]
    deed, claims, named = _by_whom(frame, telling.opening, deed, claims, say)
    before = " ".join(unit.text for unit in telling.opening)
    everything = " ".join(unit.text for unit in (*heard, *claims))
    place = place_sentence(frame, before, everything, say, near=picked.near) if picked.place else None
    ending = [frame.closing] if picked.closing else []
    if picked.now and frame.now:
        ending.append(frame.now)
    ending.append(credit_sentence(frame, say, attributed=named))
    return _said([*telling.opening, *filter(None, [place]), *background, *deed, *claims, *after, *ending])


def _by_whom(
    frame: Frame, opening: Sequence[Unit], deed: list[Unit], claims: list[Unit], say: Say
) -> tuple[list[Unit], list[Unit], bool]:
    """Return deed and claims with the publishers named before the first claim, and whether somebody is named now.

    What names them itself, or whoever it has its claim from, is left alone; without results the deed is the claim,
    but for our own words that so many steps follow: then they are named at the end.
    """
    if _names_publisher(frame, " ".join(unit.text for unit in (*opening, *deed, *claims))):
        return deed, claims, True
    for told in (claims, deed):
        if told and (names_somebody(told[0].text) or announces_steps(told[0].text)):
            return deed, claims, False
        if told and frame.publishers:
            told[0] = attributed(told[0], frame, say)
            return deed, claims, True
    return deed, claims, False


def _new(units: Sequence[Unit], heard: Sequence[Unit]) -> list[Unit]:
    """Return ``units`` without what ``heard`` said already."""
    words = words_of(" ".join(unit.text for unit in heard)) if units else frozenset()
    return [left for unit in units if (left := without_told(unit, words))]


def _names_publisher(frame: Frame, text: str) -> bool:
    """Whether ``text`` names whoever it was learnt from: one of them is enough, an editor knows which."""
    return any(f"theo {name}".lower() in text.lower() for name in frame.known)


def _said(units: Sequence[Unit]) -> tuple[Sentence, ...]:
    return tuple(sentence for unit in units for sentence in unit.said)


def _length(sentences: Sequence[Sentence]) -> int:
    return sum(sentence.syllables for sentence in sentences)
