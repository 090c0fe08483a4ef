"""The key that makes what is kept from build to build our own. Reads and writes one file in the user's home.

A checksum tells a damaged cache from a sound one, not ours from a stranger's: who can write a value
can write its checksum too. A CI job restores ``build/cache`` from a run that a pull request started;
a folder is handed from machine to machine. So each value is sealed with a key that lies outside the
workplace and is copied with nothing (decisions/22).
"""

import hashlib
import hmac
import os
import secrets
import stat
from functools import cache
from pathlib import Path

_KEY_BYTES = 32
_KEY_FILE = Path("dan-van-kheo", "cache.key")


def seal(purpose: str, key: str, value: bytes) -> bytes:
    """Return 32 bytes that nobody without our key can make; they hold for one place of one cache only."""
    return seal_by(own_key(), purpose, hashlib.sha256(key.encode()).digest(), value)


def seal_by(own: bytes, purpose: str, digest_of_key: bytes, value: bytes) -> bytes:
    """Return the seal that the key ``own`` gives (HMAC-SHA-256, RFC 2104)."""
    return hmac.digest(own, hashlib.sha256(purpose.encode()).digest() + digest_of_key + value, "sha256")


@cache
def own_key() -> bytes:
    """Return the key of this user on this machine, made by the first build.

    Where none can be kept, and where others may read or change it, it is a key for this process alone:
    then nothing that was kept before counts, which costs time and nothing else.
    """
    try:
        file = _state_folder() / _KEY_FILE
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _read(file) or _make(file)
    except (OSError, RuntimeError):  # no disk, no right, no home
        return secrets.token_bytes(_KEY_BYTES)


def _state_folder() -> Path:
    """Return where programs keep what outlives a run and is no setting (XDG Base Directory Specification)."""
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")


def _read(file: Path) -> bytes:
    """Return the key, or nothing if there is none that only we can read and write."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return b""
    with os.fdopen(handle, "rb") as stream:
        status = os.fstat(handle)
        private = stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o077
        key = stream.read(_KEY_BYTES + 1) if private else b""
    return key if len(key) == _KEY_BYTES else b""


def _make(file: Path) -> bytes:
    """Put a new key in the place of whatever is there."""
    file.unlink(missing_ok=True)
    key = secrets.token_bytes(_KEY_BYTES)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "wb") as stream:
        stream.write(key)
    return key
