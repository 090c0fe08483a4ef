"""Publish: build beside what is live, check, put it on the disk, swap one link (decisions/10). Writes.

Whatever happens before the swap, the public reads the old release whole; after it, the new one whole.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.catalog.catalog import Edition
from scripts.publish.build import BuildReport, Workplace, build_edition
from scripts.publish.disk.durable import sync_tree
from scripts.publish.disk.our_folder import SITE, refuse_foreign_workplace
from scripts.publish.disk.unbroken import unbroken
from scripts.publish.releases.contents import (
    CONTENTS,
    STORY,
    Contents,
    MayBeTold,
    Told,
    contents_list,
    load_contents,
    may_be_told,
)
from scripts.publish.releases.kept_releases import digest_in_name, open_releases
from scripts.publish.releases.manifest import (
    MANIFEST,
    Differences,
    ManifestError,
    compare,
    digest_files,
    digest_of_manifest,
    manifest_of,
)
from scripts.publish.releases.precompress import precompress
from scripts.publish.releases.words_list import (
    WORDS,
    ChangedWord,
    Words,
    changed_words,
    check_approval_is_there,
    words_list,
)
from scripts.source.library import Library
from scripts.source.vocabulary.house_words import words_in
from scripts.source.vocabulary.taxonomy import Taxonomy

KEEP = 3
"""How many releases are kept, the current one included."""


@dataclass(frozen=True, slots=True)
class Released:
    """What a release did. With problems in the report, nothing was changed."""

    report: BuildReport
    name: str = ""
    """The release that is live now."""
    unchanged: bool = False
    """Whether it was live before: the same files, byte for byte."""
    taken_down: tuple[str, ...] = ()
    """Older releases that were deleted because they tell something that must not be public now."""
    changed_words: tuple[ChangedWord, ...] = ()
    """The house's words that readers find otherwise than in the release before."""


@dataclass(frozen=True, slots=True)
class RolledBack:
    """What a rollback did."""

    left: str
    name: str
    older_texts: tuple[str, ...]
    """Stories that are public in an earlier approved text again."""


class RollbackError(Exception):
    """There is nothing to go back to, or it must not be gone back to; nothing was changed."""

    def __init__(
        self,
        release: str = "",
        differences: Differences | None = None,
        returning: tuple[Told, ...] = (),
        *,
        unvouched: bool = False,
    ) -> None:
        super().__init__(release)
        self.release = release
        """Empty when there is no release before the current one."""
        self.differences = differences
        """How the release differs from what its name and its manifest say, if it does."""
        self.returning = returning
        """What it tells and must not be public now, sorted."""
        self.unvouched = unvouched
        """Whether its name does not carry the hash of its manifest, so that nobody knows if it was edited."""


def release_site(library: Library, taxonomy: Taxonomy, place: Workplace, keep: int = KEEP) -> Released:
    """Make the public edition of a library that nothing stops live in ``place.out``.

    Raises ``NotOursError``, ``BusyError`` and ``ApprovalGoneError`` before anything is written,
    ``EngineError`` when MkDocs refuses, ``OSError`` when the disk does; each leaves live what was live.
    """
    refuse_foreign_workplace(place.build, place.out)
    with open_releases(place.out) as kept:
        live = kept.current
        check_approval_is_there(live, library.house)
        with kept.fresh() as fresh:
            report = build_edition(library, taxonomy, Edition.PUBLIC, place, fresh)
            if report.problems:
                return Released(report)
            told = may_be_told(report.catalog, library.revoked, library.faulty)
            words = Words(words_in(report.catalog.taxonomy), library.house.digest if library.house else "")
            changed = changed_words(live, fresh, words)
            digests, manifest = _complete(fresh, told.now, words)
            unchanged = live is not None and digest_in_name(live) == manifest and not _damage(live, manifest)
            if live is None or not unchanged:
                _keep_dates(fresh, digests, live)
                _open_to_readers(fresh)
                sync_tree(fresh)
            # Once it is live, what it takes down goes as well: no Ctrl+C may leave that within reach.
            with unbroken():
                if live is None or not unchanged:
                    live = kept.add(fresh, manifest)
                    kept.make_current(live)
                taken_down = kept.prune(told, keep)
        return Released(report, live.name, unchanged, tuple(taken_down), changed)


def roll_back(out: Path, allowed: MayBeTold) -> RolledBack:
    """Make the release before the current one live again, unless it would bring back what was taken down.

    Words that were deleted, changed, un-approved, revoked or withdrawn since come back by no rollback;
    an earlier text of a story does that another approval took the place of, and it is named.
    Raises ``RollbackError``, and what ``open_releases`` raises.
    """
    if not out.exists():
        raise RollbackError
    with open_releases(out) as kept:
        current = kept.current
        if current is None or not kept.older:
            raise RollbackError
        older = kept.older[-1]
        manifest = digest_in_name(older)
        if manifest is None:
            raise RollbackError(older.name, unvouched=True)
        if differences := _damage(older, manifest):
            raise RollbackError(older.name, differences)
        told = load_contents(older)
        if returning := sorted(told - allowed.all):
            raise RollbackError(older.name, returning=tuple(returning))
        kept.make_current(older)
        earlier = sorted({one.key for one in told - allowed.now if one.kind == STORY})
        return RolledBack(current.name, older.name, tuple(earlier))


def _complete(fresh: Path, told: Contents, words: Words) -> tuple[dict[str, str], str]:
    """Add smaller forms, the name of the edition, the lists of what it tells and of its words, and the manifest.

    Return the digest of each file, and that of the manifest.
    """
    precompress(fresh)
    (fresh / SITE).write_text(f"{Edition.PUBLIC}\n", encoding="utf-8")
    (fresh / CONTENTS).write_text(contents_list(told), encoding="utf-8")
    (fresh / WORDS).write_text(words_list(words), encoding="utf-8")
    digests = digest_files(fresh)
    manifest = manifest_of(digests).encode()
    (fresh / MANIFEST).write_bytes(manifest)
    return digests, digest_of_manifest(manifest)


def _damage(release: Path, manifest: str) -> Differences:
    """Return how ``release`` differs from what its name vouches for: ``manifest`` is the hash in it."""
    try:
        return compare(release, manifest)
    except ManifestError:
        return Differences((MANIFEST,), (), ())


def _keep_dates(fresh: Path, digests: Mapping[str, str], live: Path | None) -> None:
    """Give a file whose bytes did not change the date it has in ``live``.

    Web servers make ETag and Last-Modified of a file's date and size. So an unchanged file stays in
    readers' caches over a release, a changed one never does, and the date is honest.
    """
    before = digest_files(live) if live else {}
    for path, digest in digests.items():
        if live and before.get(path) == digest:
            stat = (live / path).stat()
            os.utime(fresh / path, ns=(stat.st_mtime_ns, stat.st_mtime_ns))


def _open_to_readers(folder: Path) -> None:
    """Let the web server read everything, whatever the umask of who releases."""
    for place, _, files in os.walk(folder):
        Path(place).chmod(0o755)
        for name in files:
            Path(place, name).chmod(0o644)
