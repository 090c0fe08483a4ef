"""Put a finished site where its owner looks at it, in place of the one before. Writes.

For a workbench: between the two renames the folder is missing for an instant. What the public
reads is swapped without a gap (``release``, decisions/10).
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.publish.disk.our_folder import SITE, NotOursError, claim, refuse_foreign
from scripts.publish.disk.unbroken import unbroken


def refuse_foreign_site(out: Path) -> None:
    """Raise ``NotOursError`` unless ``out``, and the neighbours that stand in for it while it is swapped, are ours."""
    for folder in (out, _beside(out, "new"), _beside(out, "old")):
        if folder.is_symlink():
            raise NotOursError(folder)
        refuse_foreign(folder, SITE)


@contextmanager
def fresh_beside(out: Path, edition: str) -> Iterator[Path]:
    """Give an empty folder for the next site, marked as ours; what is still there at the end is removed.

    It is a hidden neighbour of ``out``: on the same disk, so that a rename moves no bytes.
    """
    fresh = _beside(out, "new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        claim(fresh, SITE, f"{edition}\n")
        yield fresh
    finally:
        with unbroken():
            shutil.rmtree(fresh, ignore_errors=True)


def put_in_place(fresh: Path, out: Path) -> None:
    """Swap ``fresh`` for what is in ``out``; a swap that was cut short before is undone first."""
    old = _beside(out, "old")
    with unbroken():
        if old.exists() and not out.exists():
            old.rename(out)
        shutil.rmtree(old, ignore_errors=True)
        if out.exists():
            out.rename(old)
        fresh.rename(out)
        shutil.rmtree(old, ignore_errors=True)


def _beside(out: Path, what: str) -> Path:
    return out.with_name(f".{out.name}.{what}")
