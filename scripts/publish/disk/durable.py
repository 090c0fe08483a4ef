"""Writing that survives a power cut: a file is whole or not there, a folder is on the disk. Writes.

POSIX promises nothing about a rename after a power cut unless what is renamed was synchronised
before, and the folder that holds the name after (fsync(2), rename(2)).
"""

import errno
import fcntl
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from scripts.publish.disk.unbroken import unbroken
from scripts.source.tree import UNFINISHED_NAME


def write_whole(file: Path, data: bytes) -> None:
    """Make ``file`` hold ``data``, or leave it as it was: written beside, synchronised, renamed over it.

    Mode, owner and group stay those of the file that was there; its extended attributes do not. A
    killed process may leave ``.<letters>.part`` beside it (``remove_unfinished``), one that is stopped does not. Raises
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
            with suppress(OSError):  # some network disks know no locks
                fcntl.flock(stream, fcntl.LOCK_SH)  # the sign that somebody is at work here: remove_unfinished
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


def remove_unfinished(folder: Path) -> list[Path]:
    """Delete, below ``folder``, what killed runs left of files that were never finished; return them, sorted.

    One that somebody is writing now is left alone; no link is followed.
    """
    found = sorted(Path(place, name) for place, _, names in os.walk(folder) for name in names)
    left = [file for file in found if UNFINISHED_NAME.fullmatch(file.name) and _is_left(file)]
    for file in left:
        file.unlink(missing_ok=True)
    return left


def _is_left(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    try:
        with file.open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # somebody holds it, or nobody can tell
        return False
    return True


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
