"""The house's words as a release says them: a small file in it; and what changes for readers. Reads.

Beside them stands the seal of the approval they were published under, so that an approval that is gone
(a deleted file) is not taken for the time before the first one.
"""

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.source.approval.house_approval import HouseApproval, WordChange, changes_between

WORDS = "WORDS"


class ApprovalGoneError(Exception):
    """What is live speaks approved words, and the approval is no longer there."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a release says in the house's name."""

    said: Mapping[str, Any]
    """Every word by its address (``house_words``)."""
    approval: str = ""
    """The seal of the house approval; empty before the first."""


@dataclass(frozen=True, slots=True)
class ChangedWord:
    """A word that readers find otherwise than before, and on how many pages it stands."""

    change: WordChange
    pages: int


def words_list(words: Words) -> str:
    """Return the text of the file ``WORDS``: JSON, a word a line."""
    told = {"approval": words.approval, "words": words.said}
    return json.dumps(told, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def load_words(release: Path) -> Words | None:
    """Return what ``release`` says; ``None`` when its list is missing or malformed."""
    try:
        told = json.loads((release / WORDS).read_bytes())
        return Words(dict(told["words"]), str(told["approval"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def check_approval_is_there(live: Path | None, house: HouseApproval | None) -> None:
    """Raise ``ApprovalGoneError`` when ``live`` was published under an approval and there is none now."""
    before = load_words(live) if live else None
    if house is None and before and before.approval:
        raise ApprovalGoneError


def changed_words(live: Path | None, fresh: Path, now: Words) -> tuple[ChangedWord, ...]:
    """Return what changes for readers when ``fresh``, which says ``now``, takes the place of ``live``."""
    before = load_words(live) if live else None
    changes = changes_between(before.said, now.said) if before else ()
    if live is None or not changes:
        return ()
    pages, old_pages = _texts(fresh), _texts(live) if any(change.new is None for change in changes) else []
    return tuple(ChangedWord(change, _count(old_pages if change.new is None else pages, change)) for change in changes)


def _count(pages: list[str], change: WordChange) -> int:
    """Return on how many of ``pages`` the new wording stands, or the old one if it is gone."""
    wanted, known = (change.old, None) if change.new is None else (change.new, change.old)
    texts = _strings(wanted) - _strings(known) or _strings(wanted)
    return sum(any(text in page for text in texts) for page in pages)


def _strings(wording: Any) -> set[str]:
    if isinstance(wording, dict | list):
        return set().union(*map(_strings, wording.values() if isinstance(wording, dict) else wording))
    return {html.escape(str(wording), quote=False).casefold()} if wording is not None else set()


def _texts(site: Path) -> list[str]:
    return [page.read_text(encoding="utf-8", errors="replace").casefold() for page in sorted(site.rglob("*.html"))]
