"""Whether the words of one text stand in another, whatever became of its spaces, marks, accents and order. Pure."""

import re

from scripts.source.text.body import compile_body
from scripts.source.text.source_text import SourceText
from scripts.source.text.vietnamese import fold

Runs = frozenset[tuple[str, ...]]
"""The runs of words in a text."""

_WORD = re.compile(r"\w+")
_RUN = 5
"""Words in a run: texts that tell of two deeds share few, a text that was copied shares nearly all."""


def runs_of(body: SourceText) -> Runs:
    """Return every run of five words of what a reader sees of ``body``; all of a shorter text is one run.

    Empty for a text without a word. Linear in the length of ``body``.
    """
    words = _WORD.findall(fold(compile_body(body)[0].text))
    return frozenset(
        tuple(words[start : start + _RUN]) for start in range(max(min(1, len(words)), len(words) - _RUN + 1))
    )


def stands_in(text: Runs, other: Runs) -> bool:
    """Return whether half of ``text`` or more stands in ``other``; a text without a word stands nowhere."""
    return bool(text) and 2 * len(text & other) >= len(text)
