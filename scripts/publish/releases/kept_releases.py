"""The releases that are kept, and the link that says which one the public reads. Writes.

    <out>/releases/0007-1a2b…/   a number that grows, and its manifest's hash, all 64 letters of it
    <out>/current                -> releases/0007-1a2b…

Numbers, not dates: a clock that was set back must not make the newest release the oldest. The whole
hash, not its first letters: so the name stands for one manifest alone, and the manifest for every byte.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from scripts.publish.disk.durable import sync
from scripts.publish.disk.lock import only_one
from scripts.publish.disk.our_folder import RELEASES, NotOursError, refuse_foreign
from scripts.publish.disk.unbroken import unbroken
from scripts.publish.releases.contents import MayBeTold, load_contents

LOCK = RELEASES
_NAME = re.compile(r"(?P<number>[0-9]{4,})-(?P<manifest>[0-9a-f]{64}|[0-9a-f]{12})")
"""With 12 letters of the hash only, as releases were named before: such a one is kept, and vouched for by nobody."""
_WHOLE = 64
_LEFTOVERS = (".new-", ".old-")


class KeptReleases:
    """The folder ``out`` of a release command; open it with ``open_releases``."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self.releases = out / "releases"
        self._link = out / "current"

    @property
    def kept(self) -> list[Path]:
        """Every release, the oldest first."""
        return sorted((path for path in self.releases.iterdir() if _NAME.fullmatch(path.name)), key=number_of)

    @property
    def current(self) -> Path | None:
        """The release that the public reads now; ``None`` before the first one."""
        if not self._link.is_symlink():
            return None
        return next((release for release in self.kept if release.name == self._link.readlink().name), None)

    @property
    def older(self) -> list[Path]:
        """The releases before the current one, the oldest first."""
        current = self.current
        return [r for r in self.kept if current is not None and number_of(r) < number_of(current)]

    @contextmanager
    def fresh(self) -> Iterator[Path]:
        """Give an empty folder on the same disk; what is still there at the end of the block is removed.

        Its name is new each time: the engine of a killed run may still be writing into its own.
        """
        folder: Path | None = None
        try:
            with unbroken():
                folder = Path(mkdtemp(prefix=_LEFTOVERS[0], dir=self.releases))
            yield folder
        finally:
            with unbroken():
                if folder is not None:
                    shutil.rmtree(folder, ignore_errors=True)

    def add(self, fresh: Path, digest: str) -> Path:
        """Give ``fresh``, which must be on the disk already, its name for good."""
        number = max(map(number_of, self.kept), default=0) + 1
        release = self.releases / f"{number:04d}-{digest}"
        fresh.rename(release)
        sync(self.releases)
        return release

    def make_current(self, release: Path) -> None:
        """Let the public read ``release``: one rename, so that nobody ever finds nothing."""
        beside = self._out / ".current.new"
        with unbroken():
            beside.unlink(missing_ok=True)
            beside.symlink_to(Path(self.releases.name, release.name))
            beside.replace(self._link)
            sync(self._out)

    def prune(self, allowed: MayBeTold, keep: int) -> list[str]:
        """Keep the current release and the ``keep - 1`` before it; return the names of what went.

        First those that tell what was taken down, then the surplus: it must not stay within reach. Only
        the first are returned.
        """
        older = self.older
        taken_down = [release for release in older if allowed.was_taken_down(load_contents(release))]
        sound = [release for release in older if release not in taken_down]
        for release in (*taken_down, *sound[: max(len(sound) - keep + 1, 0)]):
            self._discard(release)
        return [release.name for release in taken_down]

    def sweep(self) -> None:
        """Remove what killed runs left, and every release newer than the current one.

        A newer one never went live, or it was rolled back from: nobody shall go back to it.
        """
        for path in self.releases.iterdir():
            if path.name.startswith(_LEFTOVERS):
                shutil.rmtree(path, ignore_errors=True)
        current = self.current
        for release in self.kept:
            if current is not None and number_of(release) > number_of(current):
                self._discard(release)

    def _discard(self, release: Path) -> None:
        """Delete a release; renamed first, so that half a release is never taken for one."""
        old = release.with_name(f"{_LEFTOVERS[1]}{release.name}")
        with unbroken():
            release.rename(old)
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def open_releases(out: Path) -> Iterator[KeptReleases]:
    """Hold ``out`` alone for the block, swept.

    Raises ``NotOursError`` when something else lies there, ``BusyError`` when somebody else holds it.
    """
    _refuse_foreign(out)
    if not out.exists():
        out.mkdir(parents=True)
        out.chmod(0o755)
    with only_one(out / LOCK):
        kept = KeptReleases(out)
        kept.releases.mkdir(exist_ok=True)
        kept.releases.chmod(0o755)
        kept.sweep()
        yield kept


def number_of(release: Path) -> int:
    """Return the number in the name of a release."""
    return int(release.name.partition("-")[0])


def digest_in_name(release: Path) -> str | None:
    """Return the hash that the manifest of ``release`` must have; ``None`` when its name does not carry it whole."""
    name = _NAME.fullmatch(release.name)
    return name["manifest"] if name and len(name["manifest"]) == _WHOLE else None


def _refuse_foreign(out: Path) -> None:
    link = out / "current"
    refuse_foreign(out, LOCK)
    if link.exists() and not link.is_symlink():
        raise NotOursError(link)
    if (out / "releases").is_symlink():
        raise NotOursError(out / "releases")
