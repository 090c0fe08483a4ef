"""Change the content itself: an approval, a withdrawal. Writes; every file is old or new, never half.

The only module that writes under ``content/`` beside ``tidy``. ``write_approval`` is the only
writer of an approval, and only the command ``approve`` calls it (a test reads the whole source).
"""

import os
import shutil
from pathlib import Path

from scripts.source.approval.approval_block import Approving, with_approval
from scripts.source.tree import STORY_FILE


def write_approval(file: Path, text: str, approving: Approving) -> None:
    """Write the story ``text`` with ``approving`` in it to ``file``; raises ``BlockError`` before anything changes."""
    _replace(file, with_approval(text, approving).encode())


def write_list(file: Path, text: str) -> None:
    """Write ``text`` to a list in ``content/``, new or not."""
    _replace(file, text.encode())


def remove_story(folder: Path) -> None:
    """Delete a story's folder, ``index.md`` last: while it is there, a check still knows what to finish."""
    inside = sorted(folder.iterdir(), key=lambda path: (path.name == STORY_FILE, path.name))
    for path in inside:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    folder.rmdir()
    _sync(folder.parent)


def _replace(file: Path, data: bytes) -> None:
    """Put ``data`` in the place of ``file`` in one step that survives a power cut."""
    partial = file.with_name(f".{file.name}.part")
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o644
    with partial.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fchmod(stream.fileno(), mode)
        os.fsync(stream.fileno())
    partial.replace(file)
    _sync(file.parent)


def _sync(folder: Path) -> None:
    """Let the folder's own entries reach the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
