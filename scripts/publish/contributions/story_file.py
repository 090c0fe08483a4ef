"""Change the content itself: an approval, its revocation, a withdrawal. Writes; every file is old or new, never half.

The only module that writes under ``content/`` beside the two that tidy. ``write_approval`` is the only
writer of an approval, and only the command ``approve`` calls it (a test reads the whole source).
"""

import shutil
from pathlib import Path

from scripts.publish.disk.durable import sync, write_whole
from scripts.source.approval.approval_block import Approving, with_approval, without_approval
from scripts.source.tree import STORY_FILE


def write_approval(file: Path, approving: Approving) -> None:
    """Write ``approving`` into the story ``file``; raises ``BlockError`` before anything changes."""
    write_whole(file, with_approval(file.read_bytes().decode(), approving).encode())


def remove_approval(file: Path) -> None:
    """Take the approval out of the story ``file``; raises ``BlockError`` before anything changes."""
    write_whole(file, without_approval(file.read_bytes().decode()).encode())


def write_list(file: Path, text: str) -> None:
    """Write ``text`` to a list in ``content/``, new or not."""
    write_whole(file, text.encode())


def remove_story(folder: Path) -> None:
    """Delete a story's folder, ``index.md`` last: while it is there, a check still knows what to finish."""
    inside = sorted(folder.iterdir(), key=lambda path: (path.name == STORY_FILE, path.name))
    for path in inside:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    folder.rmdir()
    sync(folder.parent)
