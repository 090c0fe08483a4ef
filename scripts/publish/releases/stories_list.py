"""Which stories a release holds, and as which approved text: a small file in the release. Reads; the text is made here.

A withdrawn story's address still answers, politely; so the pages do not say which stories are in a
release, and this list does. A rollback asks it before it lets anything be read again.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts.source.story import Story

STORIES = "STORIES"
UNKNOWN = "?"
"""Stands for the stories of a release whose list is missing or malformed: no story has this address."""
_LINE = re.compile(r"(?P<digest>sha256:[0-9a-f]{64})  (?P<key>[a-z0-9-]+/[a-z0-9-]+)")


def approved_texts(stories: Iterable[Story]) -> dict[str, str]:
    """Return the digest of the approved text of each public story, by ``<district>/<slug>``."""
    return {s.key: s.front.approval.digest for s in stories if s.front.approval and s.public}


def stories_list(texts: Mapping[str, str]) -> str:
    """Return the text of the file ``STORIES``."""
    return "".join(f"{texts[key]}  {key}\n" for key in sorted(texts))


def load_stories(release: Path) -> dict[str, str]:
    """Return what ``release`` says it holds; ``UNKNOWN`` as the only key when it does not say."""
    try:
        lines = (release / STORIES).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {UNKNOWN: ""}
    found = [_LINE.fullmatch(line) for line in lines]
    if not all(found):
        return {UNKNOWN: ""}
    return {line["key"]: line["digest"] for line in found if line}
