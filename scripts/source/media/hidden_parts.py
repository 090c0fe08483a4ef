"""The parts of a photo that are no picture: segments, chunks, what stands behind the end. Pure.

Walked by the rules of the format, and only so far as to tell pixels from the rest: ITU-T T.81
(JPEG), the PNG specification, the WebP container specification. What is packed is unpacked within
bounds; a part that would be larger raises ``ValueError``.
"""

import re
import zlib
from collections.abc import Iterator

MAX_UNPACKED = 1_000_000
"""Bytes of one packed part."""

_NEXT_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
"""Within coded pixels 0xFF is followed by zero or by one of eight restarts: anything else ends them."""
_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_TABLES = frozenset({*range(0xC0, 0xD0), _SOS, 0xDB, 0xDC, 0xDD})
_PIXELS_OF_PNG = frozenset({b"IHDR", b"IDAT", b"IEND", b"fdAT"})
_PIXELS_OF_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})


def hidden_parts(data: bytes, kind: str) -> Iterator[bytes]:
    """Yield every part of a whole photo of this ``kind`` that is not pixels, in the order of the file."""
    walk = {"JPEG": _of_jpeg, "PNG": _of_png, "WEBP": _of_webp}[kind]
    return walk(data)


def _of_jpeg(data: bytes) -> Iterator[bytes]:
    found = _NEXT_MARKER.search(data, 2)
    while found:
        marker, start = found[1][0], found.end()
        if marker == _EOI:
            yield data[start:]
            return
        length = int.from_bytes(data[start : start + 2], "big") if marker != _SOI else 0
        if marker not in _TABLES:
            yield data[start + 2 : start + length]
        found = _NEXT_MARKER.search(data, start + length)


def _of_png(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        part = data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind not in _PIXELS_OF_PNG:
            yield part
            yield from _unpacked(kind, part)
        if kind == b"IEND":
            break
    yield data[at:]


def _of_webp(data: bytes) -> Iterator[bytes]:
    at, end = 12, min(len(data), int.from_bytes(data[4:8], "little") + 8)
    while at + 8 <= end:
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind not in _PIXELS_OF_WEBP:
            yield data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    yield data[end:]


def _unpacked(kind: bytes, part: bytes) -> Iterator[bytes]:
    """Yield what is packed in a chunk of a PNG: after its name, and after two more names in an ``iTXt``."""
    _, _, rest = part.partition(b"\0")
    if kind in (b"zTXt", b"iCCP"):
        yield _inflated(rest[1:])
    elif kind == b"iTXt" and rest[:1] == b"\x01":
        yield _inflated(rest[2:].split(b"\0", 2)[-1])


def _inflated(packed: bytes) -> bytes:
    stream = zlib.decompressobj()
    try:
        plain = stream.decompress(packed, MAX_UNPACKED)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if stream.unconsumed_tail:
        message = "more than may be unpacked"
        raise ValueError(message)
    return plain
