"""A sentence as the lines a newsreader takes in one breath each, parted where grammar allows. Pure."""

import re

from scripts.render.spoken.syllables import count_syllables
from scripts.render.spoken.voice import CAPITALS

_SHORTEST = 6
"""Syllables that a line holds at least: a shorter one is no breath but a stumble."""
_AFTER_STOP = re.compile(r"(?<=[;:])[ ]")
_AFTER_COMMA = re.compile(r"(?<=,)[ ](?=(?:và|nhưng|để|rồi|còn|nên|mà|vì|do|nhờ|song|trong đó)[ ])")
_ANY_COMMA = re.compile(r"(?<=,)[ ]")
_BARE = re.compile(r"(?<!không)(?<!đừng)(?<!chẳng)(?<!chớ)[ ](?=nhưng[ ]|để[ ](?!dành\b|ý\b))")
"""Before a word that joins; not in ``không để``, ``để dành``."""
_BARE_AND = re.compile(rf"[ ](?=và[ ](?![{CAPITALS}]))")
"""Before a word that may join two nouns as well; not inside a name (``Tuyên giáo và Dân vận``)."""
_PLACES = ((_AFTER_STOP, 0), (_AFTER_COMMA, 2), (_ANY_COMMA, 4), (_BARE, 6), (_BARE_AND, 10))
"""Where a line may end, and by how many syllables a more even place must win against a better one."""


def lines_of(sentence: str, longest: int) -> tuple[str, ...]:
    """Return ``sentence``, as said, in parts of at most ``longest`` syllables where it can be parted.

    Joined by spaces they are the sentence. A part that offers no place stays longer.
    """
    if count_syllables(sentence) <= longest:
        return (sentence,)
    best: tuple[int, str, str] | None = None
    for places, handicap in _PLACES:
        for place in places.finditer(sentence):
            left, right = sentence[: place.start()], sentence[place.end() :]
            before, after = count_syllables(left), count_syllables(right)
            cost = abs(before - after) + handicap
            if min(before, after) >= _SHORTEST and (best is None or cost < best[0]):
                best = cost, left, right
    if best is None:
        return (sentence,)
    return (*lines_of(best[1], longest), *lines_of(best[2], longest))
