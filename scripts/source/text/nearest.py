"""The known word nearest to what somebody wrote, and the message that offers it. Pure."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from scripts.source.problems.problem import shown
from scripts.source.text.vietnamese import fold


def nearest(written: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known word nearest to ``written``, marks and case ignored, or an empty text.

    ``likeness`` is the least ratio (0 to 1, ``difflib``) at which two words count as near.
    """
    by_fold = {fold(word).replace("_", "-").replace(" ", "-"): word for word in known}
    plain = fold(written[:80]).strip().replace("_", "-").replace(" ", "-")
    found = get_close_matches(plain, by_fold, n=1, cutoff=likeness)
    return by_fold[found[0]] if found else ""


def unknown_word(what: str, written: str, known: Sequence[str]) -> str:
    """Return the message for a value outside a vocabulary: the nearest word, or the whole list."""
    said = f"{what} “{shown(written)}” không có trong danh mục"
    if guess := nearest(written, known):
        return f"{said}; có phải ý bạn là “{guess}”?"
    listed = ", ".join(known[:20])
    return f"{said}. Hãy chọn một trong: {listed}{'…' if len(known) > 20 else ''}."  # noqa: PLR2004
