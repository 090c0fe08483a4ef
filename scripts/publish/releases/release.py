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
from scripts.publish.releases.stories_list import STORIES, approved_texts, load_stories, stories_list
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
    """Older releases that were deleted because they hold a story that must not be public now."""
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
        stories: tuple[str, ...] = (),
        *,
        unvouched: bool = False,
    ) -> None:
        super().__init__(release)
        self.release = release
        """Empty when there is no release before the current one."""
        self.differences = differences
        """How the release differs from what its name and its manifest say, if it does."""
        self.stories = stories
        """Stories in it that must not be public now."""
        self.unvouched = unvouched
        """Whether its name does not carry the hash of its manifest, so that nobody knows if it was edited."""


def release_site(library: Library, taxonomy: Taxonomy, place: Workplace, keep: int = KEEP) -> Released:
    """Make the public edition of a library without problems live in ``place.out``.

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
            public = approved_texts(report.catalog.stories)
            words = Words(words_in(report.catalog.taxonomy), library.house.digest if library.house else "")
            changed = changed_words(live, fresh, words)
            digests, manifest = _complete(fresh, public, words)
            unchanged = live is not None and digest_in_name(live) == manifest and not _damage(live, manifest)
            if live is None or not unchanged:
                _keep_dates(fresh, digests, live)
                _open_to_readers(fresh)
                sync_tree(fresh)
                live = kept.add(fresh, manifest)
                kept.make_current(live)
        taken_down = kept.prune(public, keep)
        return Released(report, live.name, unchanged, tuple(taken_down), changed)


def roll_back(out: Path, public: Mapping[str, str]) -> RolledBack:
    """Make the release before the current one live again.

    ``public`` are the stories that may be public now (``approved_texts``): a rollback never brings
    back what was taken down. Raises ``RollbackError``, and what ``open_releases`` raises.
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
        stories = load_stories(older)
        if forbidden := sorted(stories.keys() - public.keys()):
            raise RollbackError(older.name, stories=tuple(forbidden))
        kept.make_current(older)
        changed = sorted(key for key, digest in stories.items() if public[key] != digest)
        return RolledBack(current.name, older.name, tuple(changed))


def _complete(fresh: Path, public: Mapping[str, str], words: Words) -> tuple[dict[str, str], str]:
    """Add smaller forms, the name of the edition, the lists of stories and words, and the manifest over everything.

    Return the digest of each file, and that of the manifest.
    """
    precompress(fresh)
    (fresh / SITE).write_text(f"{Edition.PUBLIC}\n", encoding="utf-8")
    (fresh / STORIES).write_text(stories_list(public), encoding="utf-8")
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
