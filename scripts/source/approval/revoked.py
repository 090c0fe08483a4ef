"""``content/revoked.yml``: the seals of approval that count no more, whatever text and block come back. Reads.

Only commands add to it (``approve``, ``approve --revoke``, ``withdraw``), and nobody takes a line out.
Without the file no seal is revoked. A file that cannot be read is a problem that stops everything.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from scripts.source.problems.problem import START, Problem
from scripts.source.problems.registry.approval import SEAL_REVOKED, SEAL_SUPERSEDED
from scripts.source.problems.registry.facts import DATE_IN_FUTURE
from scripts.source.problems.registry.lists import REVOKED_NOT_LIST, REVOKED_TWICE, UNKNOWN_REASON
from scripts.source.schema.part import Part, key, optional
from scripts.source.schema.validation import validate
from scripts.source.schema.value_types import Day, Digest, StoryKey, Word
from scripts.source.text.front_matter import split_story
from scripts.source.text.growing_list import Entry, with_entries
from scripts.source.text.nearest import offer
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument, parse_yaml
from scripts.source.text.text_file import read_text
from scripts.source.vietnam_time import name_partial_date
from scripts.source.vocabulary.taxonomy import Taxonomy

REVOKED_FILE = "revoked.yml"

_HEADER = """\
# Seals of approval that count no more: of which story, which seal, since when, and why it does not count.
# Written by `approve`, `approve --revoke` and `withdraw` (python -m scripts). Lines are added, never changed or
# taken out. Never a name or a word about a person: this file is public.

"""
_SEAL = re.compile(r"digest[\"']?\s*:\s*[\"']?(sha256:[0-9a-f]{64})")
_WHOLE_SEAL = re.compile(r"sha256:[0-9a-f]{64}")


class RevocationKind(StrEnum):
    """Why a seal does not count."""

    WITHDRAWN = "withdrawn"
    """The story was taken off the site."""
    REVOKED = "revoked"
    """The approval was taken back."""
    SUPERSEDED = "superseded"
    """Another approval of the story took its place: nothing was wrong with it, so a rollback may return to it."""


class Revocation(Part):
    """Thu hồi dấu duyệt: one seal that counts no more."""

    story: StoryKey = key("Bài", "Địa bàn/tên bài.", "kien-luong/gop-von")
    digest: Digest = key("Dấu kiểm", "Lệnh tự ghi.", "sha256:…")
    date: Day = key("Ngày thu hồi", "Năm-tháng-ngày.", "2026-11-24")
    kind: RevocationKind = key("Vì sao", "withdrawn, revoked hoặc superseded.", "revoked")
    reason: Word | None = optional("Lý do", "Mã trong withdrawals.yml.", "sai-su-that")


@dataclass(frozen=True, slots=True)
class RevokedSeals:
    """What the list says, in its order."""

    entries: tuple[Revocation, ...] = ()
    _by_seal: Mapping[tuple[str, str], Revocation] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A seal that was superseded and later revoked is revoked.
        ordered = sorted(self.entries, key=lambda one: one.kind is not RevocationKind.SUPERSEDED)
        object.__setattr__(self, "_by_seal", {(one.story, one.digest): one for one in ordered})

    def find(self, story: str, digest: str) -> Revocation | None:
        """Return why the seal ``digest`` of ``story`` counts no more, or ``None`` if it does."""
        return self._by_seal.get((story, digest))

    def superseded(self, story: str) -> tuple[str, ...]:
        """Return the seals of ``story`` that another took the place of, and that were not revoked since."""
        listed = (one for one in self._by_seal.values() if one.story == story)
        return tuple(one.digest for one in listed if one.kind is RevocationKind.SUPERSEDED)


def load_revoked(file: Path, taxonomy: Taxonomy, today: date) -> tuple[RevokedSeals, list[Problem]]:
    """Return the seals that count no more, and every problem of the file."""
    if not file.exists() and not file.is_symlink():
        return RevokedSeals(), []
    source, problems = read_text(file)
    if source is None:
        return RevokedSeals(), problems
    revoked, found = parse_revoked(source, taxonomy, today)
    return revoked, [*problems, *found]


def parse_revoked(source: SourceText, taxonomy: Taxonomy, today: date) -> tuple[RevokedSeals, list[Problem]]:
    """Return the seals that ``source`` lists, and every problem in it."""
    document, problems = parse_yaml(source)
    if not document.value:
        return RevokedSeals(), problems
    if not isinstance(document.value, list):
        return RevokedSeals(), [*problems, source.problem(START, REVOKED_NOT_LIST)]
    entries: list[Revocation] = []
    seen: set[tuple[str, str, RevocationKind]] = set()
    for index in range(len(document.value)):
        item = document.item(index)
        entry, invalid = validate(Revocation, item)
        problems += invalid
        if entry is None:
            continue
        problems += _check_entry(entry, item, taxonomy, today)
        if (same := (entry.story, entry.digest, entry.kind)) in seen:
            problems.append(item.problem(("digest",), REVOKED_TWICE, story=entry.story))
        seen.add(same)
        entries.append(entry)
    return RevokedSeals(tuple(entries)), problems


def _check_entry(entry: Revocation, item: YamlDocument, taxonomy: Taxonomy, today: date) -> Iterator[Problem]:
    """The reason is known, and the day has come. The district may be gone: its stories' seals stay revoked."""
    if entry.reason is not None and entry.reason not in taxonomy.withdrawals:
        yield item.problem(
            ("reason",), UNKNOWN_REASON, written=entry.reason, offer=offer(entry.reason, taxonomy.withdrawals.slugs)
        )
    if entry.date > today:
        yield item.problem(("date",), DATE_IN_FUTURE, when=name_partial_date(entry.date.isoformat()))


@dataclass(frozen=True, slots=True)
class Act:
    """Since when seals count no more, and why."""

    date: date
    kind: RevocationKind
    reason: str = ""


def with_revoked(file: Path, revoked: RevokedSeals, keys: Sequence[str], seals: Iterable[str], act: Act) -> str | None:
    """Return what ``file`` shall hold once ``seals`` of a story count no more; ``None`` when it says so already.

    ``keys`` are the addresses at which it stands and stood: a seal that was given at one of them holds
    there and nowhere else. ``revoked`` is what the file says now. Raises ``ListError``.
    """
    why = {"date": act.date.isoformat(), "kind": act.kind.value, **({"reason": act.reason} if act.reason else {})}
    worse = act.kind is not RevocationKind.SUPERSEDED
    entries: list[Entry] = [
        {"story": story, "digest": seal, **why}
        for seal in dict.fromkeys(seals)
        for story in keys
        if (known := revoked.find(story, seal)) is None or (worse and known.kind is RevocationKind.SUPERSEDED)
    ]
    return with_entries(file, _HEADER, entries) if entries else None


def seals_to_revoke(file: Path, revoked: RevokedSeals, keys: Sequence[str]) -> tuple[str, ...]:
    """Return every seal of a story that might count again: the one in its ``file``, and those it took the place of.

    The file may be of any sort, and the block in it no longer hold: a text can be brought back to fit its seal.
    """
    source = read_text(file)[0]
    earlier = (seal for key in keys for seal in revoked.superseded(key))
    return tuple(dict.fromkeys([*(seals_in(source.text) if source else ()), *earlier]))


def seals_in(text: str) -> tuple[str, ...]:
    """Return the seals written in ``text``, readable as a story or not.

    Read as a story as well: YAML has more spellings of a seal that counts than a pattern can know.
    """
    document = split_story(SourceText(text))[0].document
    front = document.value if document else None
    block = front.get("approval") if isinstance(front, dict) else None
    counts = block.get("digest") if isinstance(block, dict) else None
    read = [counts] if isinstance(counts, str) and _WHOLE_SEAL.fullmatch(counts) else []
    return tuple(dict.fromkeys([*_SEAL.findall(text), *read]))


def remark_on_seal(revoked: Revocation, document: YamlDocument) -> Problem:
    """Return what to say of a story whose seal counts no more: it is a draft, and stops nothing."""
    code = SEAL_SUPERSEDED if revoked.kind is RevocationKind.SUPERSEDED else SEAL_REVOKED
    return document.problem(("approval", "digest"), code, day=revoked.date)
