"""Words that no Vietnamese reader can sound out (``homestay``, ``tw``): left as they are, and remarked. Pure."""

import re

from scripts.render.spoken.syllables import is_syllable
from scripts.render.spoken.voice import Voice

_WORD = re.compile(r"(?<![^\W\d_'-])[^\W\d_]{1,30}(?![^\W\d_'-])")


def remark_foreign(text: str, voice: Voice) -> str:
    """Return ``text`` unchanged; words of another language, and letters that are no word, are remarked."""
    for word in dict.fromkeys(_WORD.findall(text)):
        known = is_syllable(word) or (len(word) > 1 and word in voice.lexicon.known) or voice.unit(word) is not None
        if not known and word[1:] == word[1:].lower() and not word.isupper():
            voice.warn(f"“{word}”: không đánh vần được như tiếng Việt. {_HOW}")
    return text


_HOW = "Hãy viết bằng tiếng Việt, hoặc ghi lời đọc vào lexicon.yml hay radio.pronounce của bài."
