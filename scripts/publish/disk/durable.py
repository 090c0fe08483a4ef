"""Writing that survives a power cut: a file is whole or not there, a folder is on the disk. Writes.

POSIX promises nothing about a rename after a power cut unless what is renamed was synchronised
before, and the folder that holds the name after (fsync(2), rename(2)).
"""

import os
import secrets
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Make ``file`` hold ``data``, or leave it as it was: written beside, synchronised, renamed over it."""
    beside = file.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync(file.parent)


def sync_tree(folder: Path) -> None:
    """Put every file and every folder below ``folder``, and ``folder`` itself, on the disk."""
    for path, _, files in os.walk(folder, topdown=False):
        for name in files:
            sync(Path(path, name))
        sync(Path(path))


def sync(path: Path) -> None:
    """Put a file's bytes, or a folder's list of names, on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
