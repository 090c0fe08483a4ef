"""The one way in which a file of ``content/`` or ``docs/`` is opened. Reads.

What lies there was put there by others. A link could lead to a secret, a pipe waits for ever for
somebody to write into it, a device may act when it is opened: only a plain file is opened, and none
of the others is waited for, even when it takes the place of a file after that was looked at.
"""

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

from scripts.source.problems.code import Code
from scripts.source.problems.registry.files import NOT_A_FILE, SYMLINK

# Not followed if a link, not waited for if a pipe, no terminal of ours, not handed to MkDocs or git.
_HOW = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


class NotPlainError(OSError):
    """A link, folder, pipe, socket or device where a file belongs; it was not read."""

    def __init__(self, file: Path, code: Code) -> None:
        number = errno.ELOOP if code is SYMLINK else errno.ENXIO
        super().__init__(number, os.strerror(number), str(file))
        self.code = code


def open_plain(file: Path) -> BufferedReader:
    """Open ``file`` to be read; raises ``NotPlainError`` for what is none, ``OSError`` for what the system refuses."""
    _refuse(file.lstat(), file)
    handle = os.open(file, _HOW)
    try:
        _refuse(os.fstat(handle), file)
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def _refuse(status: os.stat_result, file: Path) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise NotPlainError(file, SYMLINK)
    if not stat.S_ISREG(status.st_mode):
        raise NotPlainError(file, NOT_A_FILE)
