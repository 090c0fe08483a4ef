"""Put a finished site where its owner looks at it, in place of the one before. Writes.

For a workbench: between the two renames the folder is missing for an instant. What the public
reads is swapped without a gap (``release``, decisions/10).
"""

import shutil
from pathlib import Path

MARKER = ".edition"
"""A file in every site that is put in place: names the edition, and marks the folder as ours to replace."""


class NotOursError(Exception):
    """The output folder holds something that no build of ours has made."""


def refuse_foreign(out: Path) -> None:
    """Raise ``NotOursError`` unless ``out`` is missing, empty, or a site that was put there before."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotOursError(out)
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        raise NotOursError(out)


def beside(out: Path, what: str) -> Path:
    """Return a hidden neighbour of ``out``: on the same disk, so that a rename moves no bytes."""
    return out.with_name(f".{out.name}.{what}")


def put_in_place(fresh: Path, out: Path, edition: str) -> None:
    """Swap ``fresh`` for what is in ``out``; a swap that was cut short before is undone first."""
    (fresh / MARKER).write_text(f"{edition}\n", encoding="utf-8")
    old = beside(out, "old")
    if old.exists() and not out.exists():
        old.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
