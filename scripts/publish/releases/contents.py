"""What a release tells, by whom it is answered for: a small file in the release. Reads; the text is made here.

Each story as which approved text, each collection, each report, each broadcast and each word of the house as which
words. Pages do not say it (a withdrawn story's address still answers, politely), so this list does: a rollback asks it
before it lets anything be read again. A line is ``kind  digest  key``, so another kind of words
joins by a line in ``_told_by``; a kind that a program does not know is never gone back to.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from scripts.catalog.catalog import Catalog
from scripts.source.approval.house_approval import digest_of_text
from scripts.source.approval.revoked import RevocationKind, RevokedSeals
from scripts.source.moves.moved import every_key_of
from scripts.source.vocabulary.house_words import words_in

CONTENTS = "CONTENTS"
STORY, COLLECTION, REPORT, BROADCAST, WORD = "story", "collection", "report", "broadcast", "word"
UNKNOWN = "?"
"""The kind of the one thing that a release holds whose list is missing or malformed."""
_LINE = re.compile(r"(?P<kind>[a-z]+)  (?P<digest>sha256:[0-9a-f]{64})  (?P<key>[^\x00-\x1f]+)")


class Told(NamedTuple):
    """One thing that a release tells."""

    kind: str
    key: str
    """``<district>/<slug>`` of a story, also of a broadcast; slug of a collection or report; address of the word."""
    digest: str
    """The seal of the approved text, or of the words that are shown."""


Contents = frozenset[Told]


@dataclass(frozen=True, slots=True)
class MayBeTold:
    """What may be public at this moment."""

    now: Contents
    """What the public edition of today tells."""
    earlier: Contents = frozenset()
    """Earlier approved texts of its stories, replaced by another approval and never taken back."""

    faulty: frozenset[str] = frozenset()
    """Keys of stories that a slip keeps out today: not gone back to, and yet nobody took them down."""

    @property
    def all(self) -> Contents:
        """What a release may hold to be gone back to."""
        return self.now | self.earlier

    def was_taken_down(self, contents: Contents) -> bool:
        """Return whether ``contents`` tell what somebody took down: a release that does is not even kept."""
        return any(told.kind not in {STORY, BROADCAST} or told.key not in self.faulty for told in contents - self.all)


def may_be_told(public: Catalog, revoked: RevokedSeals, faulty: frozenset[str] = frozenset()) -> MayBeTold:
    """Return what may be public, given the catalog of the public edition.

    ``faulty`` are the keys of the stories that something is wrong with. One whose approval was ever
    taken back is not spared for it.
    """
    taken_back = {one.story for one in revoked.entries if one.kind is not RevocationKind.SUPERSEDED}
    keys = [key for story in public.stories for key in every_key_of(story.key, public.moved)]
    return MayBeTold(
        now=frozenset(_told_by(public)),
        earlier=frozenset(Told(STORY, key, seal) for key in keys for seal in revoked.superseded(key)),
        faulty=faulty - taken_back,
    )


def _told_by(public: Catalog) -> Iterator[Told]:
    for story in public.public:
        if story.front.approval:
            yield Told(STORY, story.key, story.front.approval.digest)
        for broadcast in story.coverage:
            yield Told(BROADCAST, story.key, _digest(broadcast.model_dump(mode="json")))
    for shown in public.collections:
        yield Told(COLLECTION, shown.collection.slug, digest_of_text(shown.collection))
    for report in public.reports:
        yield Told(REPORT, report.report.slug, digest_of_text(report.report))
    for address, wording in words_in(public.taxonomy).items():
        yield Told(WORD, address, _digest(wording))


def _digest(words: Any) -> str:
    text = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def contents_list(contents: Iterable[Told]) -> str:
    """Return the text of the file ``CONTENTS``."""
    return "".join(f"{told.kind}  {told.digest}  {told.key}\n" for told in sorted(contents))


def load_contents(release: Path) -> Contents:
    """Return what ``release`` says it tells; only something of the kind ``UNKNOWN`` when it does not say."""
    unknown = frozenset({Told(UNKNOWN, "", "")})
    try:
        lines = (release / CONTENTS).read_bytes().decode().split("\n")
    except (OSError, UnicodeDecodeError):
        return unknown
    found = [_LINE.fullmatch(line) for line in lines[:-1]]
    if lines[-1] or not all(found):
        return unknown
    return frozenset(Told(line["kind"], line["key"], line["digest"]) for line in found if line)
