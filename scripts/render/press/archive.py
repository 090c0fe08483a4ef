"""Files in a ZIP whose bytes depend on the files alone: order as given, one date, one set of rights. Pure."""

import io
import stat
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The oldest date a ZIP can hold: it says that no date is meant."""
_LEVEL = 6
_UNIX = 3
_READABLE = (stat.S_IFREG | 0o644) << 16
_PACKED = (".jpg", ".jpeg", ".zip", ".docx", ".mp3")
"""Endings of files that are compressed already and only stored."""


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of ``files`` in their order; the same files give the same bytes with one zlib."""
    sink = io.BytesIO()
    with ZipFile(sink, "w") as archive:
        for name, data in files.items():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            entry.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=_LEVEL)
    return sink.getvalue()


def plain_file(text: str) -> bytes:
    """Return ``text`` as the oldest Notepad and Word open it right: UTF-8 with its mark, Windows line ends."""
    return ("\ufeff" + text.strip("\n") + "\n").replace("\n", "\r\n").encode()
