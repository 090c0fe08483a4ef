"""Words that no Vietnamese reader can sound out (``homestay``, ``tw``): left as they are, and remarked. Pure."""

import re

from scripts.render.spoken.syllables import is_syllable
from scripts.render.spoken.voice import Voice

_WORDS = re.compile(r"(?<![^\W\d_'-])[^\W\d_]{1,30}(?![^\W\d_'-])|[^\w\s]")
_HOW = "Hãy viết bằng tiếng Việt, hoặc ghi lời đọc vào lexicon.yml hay radio.pronounce của bài."


def remark_foreign(text: str, voice: Voice) -> str:
    """Return ``text`` unchanged; words of another language, and letters that are no word, are remarked.

    Neighbours are one name: ``Chôl Chnăm Thmây`` is remarked once.
    """
    name: list[str] = []
    for word in [*_WORDS.findall(text), "."]:
        if _is_foreign(word, voice):
            name.append(word)
        elif name:
            voice.warn(f"“{' '.join(name)}”: không đánh vần được như tiếng Việt. {_HOW}")
            name = []
    return text


def _is_foreign(word: str, voice: Voice) -> bool:
    if not word.isalpha() or word.isupper() or word[1:] != word[1:].lower():
        return False
    if len(word) == 1:
        return False  # ``remark_letters``, when units have been said
    return not (is_syllable(word) or word in voice.lexicon.known or voice.unit(word) is not None)
