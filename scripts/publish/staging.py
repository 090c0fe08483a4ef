"""Put files where MkDocs reads them: write what changed, remove what is stale. Writes.

Staging the same site twice writes nothing, so an incremental build needs no other memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath


@dataclass(slots=True)
class Changes:
    """What one staging did."""

    written: list[PurePosixPath] = field(default_factory=list)
    removed: list[PurePosixPath] = field(default_factory=list)
    kept: int = 0
    files: frozenset[PurePosixPath] = frozenset()
    """Everything that is staged now."""


def stage(files: Iterable[tuple[PurePosixPath, bytes]], folder: Path) -> Changes:
    """Make ``folder`` hold exactly ``files`` and return what changed.

    Raises ``ValueError`` if two files claim one path: a generated page must never shadow a
    hand-written one, or the reverse; and if a path leaves ``folder``.
    """
    changes = Changes()
    staged: set[PurePosixPath] = set()
    for path, data in files:
        if path in staged:
            message = f"two sources for one page: {path}"
            raise ValueError(message)
        if path.is_absolute() or ".." in path.parts:
            message = f"not a path below the folder: {path}"
            raise ValueError(message)
        staged.add(path)
        if _write_if_changed(folder / path, data):
            changes.written.append(path)
        else:
            changes.kept += 1
    changes.files = frozenset(staged)
    changes.removed = _remove_stale(folder, staged)
    return changes


def files_in(folder: Path) -> Iterable[tuple[PurePosixPath, bytes]]:
    """Yield every file below ``folder``, sorted; hidden files are left out."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in relative.parts):
            yield PurePosixPath(relative.as_posix()), path.read_bytes()


def _write_if_changed(target: Path, data: bytes) -> bool:
    try:
        if target.read_bytes() == data:
            return False
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return True


def _remove_stale(folder: Path, staged: set[PurePosixPath]) -> list[PurePosixPath]:
    removed: list[PurePosixPath] = []
    for path in sorted(folder.rglob("*"), reverse=True):
        relative = PurePosixPath(path.relative_to(folder).as_posix())
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif relative not in staged:
            path.unlink()
            removed.append(relative)
    return removed
