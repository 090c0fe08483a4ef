"""A cache of files that are slow to make: cut fonts, photos, compressed pages. Reads and writes one folder.

A key says everything the data depends on (usually a hash of the source and of the settings).
Each file begins with our seal over its key and its data, so a damaged, cut or misnamed file, or one
that a stranger put there, is never taken for good: it is forgotten and made again.
"""

import hashlib
import hmac
from pathlib import Path

from scripts.publish.disk.durable import write_whole
from scripts.publish.disk.own_key import seal

_SEAL = 32


class KeptFiles:
    """What earlier builds made, in a folder that belongs to the cache alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """Return what was kept under ``key``, byte for byte, or ``None``."""
        name = _name_of(key)
        self._used.add(name)
        try:
            kept = (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None
        data = kept[_SEAL:]
        return data if hmac.compare_digest(kept[:_SEAL], self._seal(key, data)) else None

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``: on the disk, whole or not at all."""
        name = _name_of(key)
        self._used.add(name)
        self._folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._folder / name, self._seal(key, data) + data)

    def _seal(self, key: str, data: bytes) -> bytes:
        return seal(self._folder.name, key, data)

    def spare(self, key: str) -> None:
        """Do not forget ``key``, though this build has no use for it: another edition has."""
        self._used.add(_name_of(key))

    def forget_unused(self) -> None:
        """Delete what nobody asked for since this object was made; call it when a build has all it needs."""
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if path.name not in self._used:
                    path.unlink(missing_ok=True)


def _name_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
