"""A cache on disk that forgets what a build no longer asks for. Reads and writes one file.

One SQLite file instead of thousands of small ones. Everything in it can be made again: a value that
is damaged or does not carry our seal is forgotten, a file that cannot be read or written is thrown away.
"""

import hmac
import sqlite3
from collections.abc import Iterator, MutableMapping
from contextlib import closing, contextmanager
from pathlib import Path

from scripts.publish.disk.own_key import seal

_TABLE = "create table if not exists kept (key text primary key, value blob, seal blob) without rowid"


class _Remembered(MutableMapping[str, bytes]):
    """What was kept, plus what is new; knows which keys were used."""

    def __init__(self, kept: dict[str, bytes]) -> None:
        self._values = kept
        self.used: set[str] = set()
        self.new: set[str] = set()

    def __getitem__(self, key: str) -> bytes:
        value = self._values[key]
        self.used.add(key)
        return value

    def __setitem__(self, key: str, value: bytes) -> None:
        self._values[key] = value
        self.used.add(key)
        self.new.add(key)

    def __delitem__(self, key: str) -> None:
        del self._values[key]
        self.used.discard(key)
        self.new.discard(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@contextmanager
def disk_cache(file: Path) -> Iterator[MutableMapping[str, bytes]]:
    """Give a mapping that is read from ``file`` and written back when the block ends well."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        kept = _load(file)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        file.unlink(missing_ok=True)
        kept = {}
    before = set(kept)
    remembered = _Remembered(kept)
    yield remembered
    try:
        _save(file, remembered, gone=before - remembered.used)
    except sqlite3.DatabaseError:
        file.unlink(missing_ok=True)


def _load(file: Path) -> dict[str, bytes]:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(_TABLE)
        rows = connection.execute("select key, value, seal from kept")
        return {key: value for key, value, sealed in rows if _is_ours(file.name, key, value, sealed)}


def _is_ours(purpose: str, key: object, value: object, sealed: object) -> bool:
    if not (isinstance(key, str) and isinstance(value, bytes) and isinstance(sealed, bytes)):
        return False
    return hmac.compare_digest(sealed, seal(purpose, key, value))


def _save(file: Path, remembered: _Remembered, gone: set[str]) -> None:
    new = [(key, remembered[key], seal(file.name, key, remembered[key])) for key in sorted(remembered.new)]
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(_TABLE)
        connection.executemany("delete from kept where key = ?", ((key,) for key in sorted(gone)))
        connection.executemany("insert or replace into kept values (?, ?, ?)", new)
