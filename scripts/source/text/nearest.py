"""The known word nearest to what somebody wrote, and the words that offer it. Pure."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from scripts.source.text.vietnamese import fold

_LISTED = 20
"""Words of a vocabulary that one message lists."""


def nearest(written: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known word nearest to ``written``, marks and case ignored, or an empty text.

    ``likeness`` is the least ratio (0 to 1, ``difflib``) at which two words count as near.
    """
    by_fold = {fold(word).replace("_", "-").replace(" ", "-"): word for word in known}
    plain = fold(written[:80]).strip().replace("_", "-").replace(" ", "-")
    found = get_close_matches(plain, by_fold, n=1, cutoff=likeness)
    return by_fold[found[0]] if found else ""


def offer(written: str, known: Sequence[str]) -> str:
    """Return how a message on a value outside a vocabulary ends: the nearest word, or the whole list."""
    if guess := nearest(written, known):
        return f"; có phải ý bạn là “{guess}”?"
    return f". Hãy chọn một trong: {', '.join(known[:_LISTED])}{'…' if len(known) > _LISTED else ''}."
