"""One at a time: a lock on a folder that ends with its holder, however that ends. Writes one file.

The kernel drops the lock (flock(2)) when the process that holds it is gone, so a killed run leaves
nothing to clean up. The file stays; it says who holds the lock, its date since when.
"""

import fcntl
import os
import pwd
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scripts.source.vietnam_time import VIETNAM


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works there now, as far as the lock file tells."""

    who: str
    """The process and its user; may be empty when the holder has only just begun."""
    since: datetime


class BusyError(Exception):
    """Somebody else works in the folder; nothing was touched."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder)
        self.holder = holder


@contextmanager
def only_one(file: Path) -> Iterator[None]:
    """Hold the lock ``file`` for the block; raises ``BusyError`` at once when another process holds it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # Opened without truncating: the words of a holder must survive those who ask in vain.
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(_holder_of(handle)) from None
        os.truncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()} {_user()}".encode(), 0)
        yield
    finally:
        os.close(handle)


def _holder_of(handle: int) -> Holder:
    who = os.pread(handle, 200, 0).decode(errors="replace")
    return Holder(who, datetime.fromtimestamp(os.fstat(handle).st_mtime, VIETNAM))


def _user() -> str:
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
