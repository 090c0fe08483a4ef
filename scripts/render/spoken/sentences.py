"""A text as the sentences that are said, each with its own remarks. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts.render.spoken.speech import NOTHING, speak
from scripts.render.spoken.syllables import count_syllables
from scripts.render.wording import capital
from scripts.source.text.sentences import sentences_of
from scripts.source.vocabulary.lexicon import Lexicon


@dataclass(frozen=True)
class Sentence:
    """One sentence as it is said, and what an editor should look at in it."""

    text: str
    marks: tuple[str, ...] = ()

    @cached_property
    def syllables(self) -> int:
        """How long it is."""
        return count_syllables(self.text)


def say_sentences(text: str, lexicon: Lexicon, own: Mapping[str, str] = NOTHING) -> Iterator[Sentence]:
    """Yield the sentences of ``text`` as they are read aloud, each with a capital, an end, and its own remarks."""
    for line in text.split("\n"):
        for written in sentences_of(line, inside_quotes=True):
            speech = speak(written, lexicon, own)
            said = speech.text.replace("\n", " ").strip(" ,;:")
            if count_syllables(said):
                yield Sentence(capital(said if said[-1] in ".?!" else f"{said}."), speech.warnings)
