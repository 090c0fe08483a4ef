"""What can be read in bytes of any kind: lines of letters as UTF-8 or UTF-16. Pure.

As the command ``strings`` does, with the letters of Vietnamese. Among pixels and sound some bytes
look like a very short address; none look like a long one.
"""

import re
from collections.abc import Iterable, Iterator

from scripts.source.masking.masking import find_private
from scripts.source.masking.personal_data import Finding

SHORTEST = 6
"""Letters; a line of fewer is an accident, and holds no number of a person either."""
SHORTEST_WITH_ADDRESS = 16
"""Letters in a line where an e-mail address counts: in a megabyte of noise one of six letters does turn up."""
MAX_WORDS = 4_000_000
"""Letters in one file; one that holds more beside its picture or sound is refused."""

# One class of bytes repeated is searched for at the speed of memory. What is private has a plain run
# of its own; the words that tell what it is may stand before it, in letters of several bytes.
_PLAIN_RUN = re.compile(rb"[\t\n\r\x20-\x7e]{%d,}" % SHORTEST)
_BEFORE, _AFTER = 60, 12
# In UTF-16 every second byte is one of these where Vietnamese is written.
_HIGH_BYTES = re.compile(rb"[\x00\x01\x03\x1e]{%d,}" % SHORTEST)
_LINE = re.compile(f"[\\t\\x20-\\x7e\u00a0-\u036f\u1e00-\u1eff\u2000-\u24ff\uff00-\uff5e]{{{SHORTEST},}}")


def words_in(data: bytes) -> Iterator[str]:
    """Yield each line of readable letters in ``data``; linear, about 60 ms for a megabyte of noise."""
    for text in (*_in_utf_8(data), *_in_utf_16(data)):
        yield from _LINE.findall(text)


def private_in(parts: Iterable[bytes]) -> Finding | None:
    """Return the first private thing that can be read in ``parts``; raises ``ValueError`` beyond ``MAX_WORDS``."""
    left = MAX_WORDS
    for part in parts:
        lines = [*words_in(part)]
        left -= sum(map(len, lines))
        if left < 0:
            message = "more words than a file may hide"
            raise ValueError(message)
        lines = [line if len(line) >= SHORTEST_WITH_ADDRESS else line.replace("@", " ") for line in lines]
        if found := find_private("\n".join(lines)):
            return found[0]
    return None


def _in_utf_8(data: bytes) -> Iterator[str]:
    start, end = 0, 0
    for run in _PLAIN_RUN.finditer(data):
        if run.start() - _BEFORE > end:
            yield data[start:end].decode("utf-8", "replace")
            start = run.start() - _BEFORE
        end = run.end() + _AFTER
    yield data[start:end].decode("utf-8", "replace")


def _in_utf_16(data: bytes) -> Iterator[str]:
    for first in (0, 1):
        for run in _HIGH_BYTES.finditer(data[first::2]):
            start, end = 2 * run.start() + first, 2 * run.end() + first
            yield data[start:end].decode("utf-16-be", "replace")
            if start:
                yield data[start - 1 : end - 1].decode("utf-16-le", "replace")
