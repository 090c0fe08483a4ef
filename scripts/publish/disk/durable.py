"""Writing that survives a power cut: a file is whole or not there, a folder is on the disk. Writes.

POSIX promises nothing about a rename after a power cut unless what is renamed was synchronised
before, and the folder that holds the name after (fsync(2), rename(2)).
"""

import errno
import os
import secrets
import stat
from pathlib import Path

from scripts.publish.disk.unbroken import unbroken


def write_whole(file: Path, data: bytes) -> None:
    """Make ``file`` hold ``data``, or leave it as it was: written beside, synchronised, renamed over it.

    Mode, owner and group stay those of the file that was there; its extended attributes do not. A
    killed process may leave ``.<letters>.part`` beside it, one that is stopped does not. Raises
    ``OSError`` when the disk refuses, when the group cannot be kept, and for a symbolic link: what it
    points to is not ours to change, and the link not ours to replace.
    """
    with unbroken():
        _write_whole(file, data)


def _write_whole(file: Path, data: bytes) -> None:
    before = _status_of(file)
    beside = file.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
            stream.flush()
            if before is not None:
                _give_to_owner_of(before, stream.fileno())
                os.fchmod(stream.fileno(), stat.S_IMODE(before.st_mode))
            os.fsync(stream.fileno())
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync(file.parent)


def give_name(file: Path, name: Path) -> None:
    """Call ``file`` ``name``, in its folder: for two names that a disk takes for one, so that nothing is lost."""
    file.rename(name)
    sync(name.parent)


def _status_of(file: Path) -> os.stat_result | None:
    """Return what is known of ``file``, or ``None`` if there is none."""
    try:
        status = file.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(status.st_mode):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(file))
    return status


def _give_to_owner_of(before: os.stat_result, handle: int) -> None:
    """Keep owner and group; only root may give files away, so for others the group has to do.

    A file that several editors write belongs to their group. Losing that would lock the others out.
    """
    try:
        os.fchown(handle, before.st_uid, before.st_gid)
    except PermissionError:
        os.fchown(handle, -1, before.st_gid)


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
