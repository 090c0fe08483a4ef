"""A text as it is read aloud. The door of ``spoken``; pure.

The order of the rules is the meaning: what is most certain goes first (an address, a document
number), and each rule leaves words, so a later one cannot take them for something else.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scripts.render.spoken.calendar.dates import say_dates
from scripts.render.spoken.foreign import remark_foreign
from scripts.render.spoken.measures.long_forms import write_out
from scripts.render.spoken.measures.quantities import say_quantities
from scripts.render.spoken.measures.units import remark_letters, say_lone_units
from scripts.render.spoken.numerals import NumberReader
from scripts.render.spoken.ordinals import say_ordinals
from scripts.render.spoken.phones import say_phones
from scripts.render.spoken.shortened.abbreviations import (
    say_abbreviations,
    say_addresses,
    say_codes,
    say_joined,
    say_names,
)
from scripts.render.spoken.shortened.before_numbers import say_before_numbers
from scripts.render.spoken.shortened.documents import say_documents
from scripts.render.spoken.shortened.glosses import drop_glosses
from scripts.render.spoken.shortened.initials import say_initials
from scripts.render.spoken.signs import drop_quotes, plain, say_list_numbers, say_signs
from scripts.render.spoken.times import say_chains, say_periods, say_times
from scripts.render.spoken.voice import Voice
from scripts.source.vocabulary.lexicon import Lexicon

_RULES: tuple[Callable[[str, Voice], str], ...] = (
    say_addresses,
    lambda text, _: text.replace("_", " "),
    say_list_numbers,
    drop_glosses,
    say_documents,
    say_names,
    say_joined,
    say_initials,
    say_before_numbers,
    say_phones,
    say_ordinals,
    say_dates,
    say_chains,
    say_periods,
    say_times,
    lambda text, _: drop_quotes(text),
    write_out,
    say_codes,
    remark_foreign,
    say_quantities,
    say_signs,
    say_lone_units,
    remark_letters,
    say_ordinals,
    say_names,
    say_abbreviations,
    say_initials,
    say_ordinals,
)
"""Romans, names and short forms stand after the signs: only then is it known what is a word of its own.
Units come once more where signs fell away; romans for a word that a short form held (``CP V``), and initials for
one that a sign did."""

_OF_NUMBERS = frozenset(
    {say_list_numbers, say_before_numbers, say_phones, say_dates, say_chains, say_times, write_out, say_codes}
)
"""What is skipped when a text holds no digit, as most lines do."""

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said, and what an editor should look at, in Vietnamese."""

    text: str
    warnings: tuple[str, ...]


NOTHING: Mapping[str, str] = {}
"""A text that brings no readings of its own."""


def speak(text: str, lexicon: Lexicon, own: Mapping[str, str] = NOTHING) -> Speech:
    """Return ``text`` as it is read aloud, with remarks. Never raises; linear in ``len(text)``.

    ``own`` says how something written in this text is read (``radio.pronounce`` of a story): it goes
    before every rule, so it settles what they would guess.
    The result holds words and the pauses ``, ; : . ? !``: no digit, no sign. Reading it again
    changes nothing. Lines stay lines.
    """
    numerals = lexicon.numerals
    voice = Voice(lexicon, NumberReader(numerals.zero_ten, numerals.thousand))
    text = _say_own(plain(text), own)
    for rule in _RULES:
        if rule not in _OF_NUMBERS or _DIGIT.search(text):
            text = rule(text, voice)
    return Speech(text, tuple(voice.warnings))


def _say_own(text: str, own: Mapping[str, str]) -> str:
    """Say what a text brings its own reading for, the longest first."""
    written = sorted(((plain(key), said) for key, said in own.items()), key=lambda entry: -len(entry[0]))
    for key, said in written:
        if key and key in text:
            start = r"(?<!\w)" if key[0].isalnum() else ""
            end = r"(?!\d)" if key[-1].isdecimal() else r"(?!\w)" if key[-1].isalpha() else ""
            text = re.sub(f"{start}{re.escape(key)}{end}", f" {said} ".replace("\\", ""), text)
    return text


def spoken(text: str, lexicon: Lexicon) -> str:
    """Return ``text`` as it is read aloud; see ``speak``.

    >>> spoken("1.099 hộ, đạt 98,5%", lexicon)  # doctest: +SKIP
    'một nghìn không trăm chín mươi chín hộ, đạt chín mươi tám phẩy năm phần trăm'
    """
    return speak(text, lexicon).text
