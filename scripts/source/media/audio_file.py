"""A recording as it was handed in: its size, and whether it is what its ending says. Reads.

Recordings are published as they are, so they are held to a size and to a container; they are
not decoded.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from scripts.source.media.media_file import MediaFaultError, load_media
from scripts.source.media.photo_metadata import position_in
from scripts.source.problems.registry.media import AUDIO_GPS, AUDIO_TOO_HEAVY, AUDIO_TYPE

MAX_AUDIO_BYTES = 12_000_000
"""Twelve minutes at 128 kbit/s: a long broadcast piece."""

_MPEG_FRAME, _LAYER_THREE, _LAYER_BITS = 0xFFE0, 0x0002, 0x0006


@dataclass(frozen=True, slots=True)
class AudioFacts:
    """What is known of a sound recording."""

    file: str
    digest: str
    """SHA-256 of the file, 64 hexadecimal digits."""
    size: int
    """In bytes."""


def load_audio(file: Path) -> AudioFacts:
    """Return what is known of ``file``; raises ``MediaFaultError`` with the first thing that is wrong."""
    data = load_media(file, MAX_AUDIO_BYTES)
    if len(data) > MAX_AUDIO_BYTES:
        raise MediaFaultError(AUDIO_TOO_HEAVY, most=MAX_AUDIO_BYTES // 1_000_000)
    if position_in(data):
        raise MediaFaultError(AUDIO_GPS)
    if not _is(file.suffix, data):
        raise MediaFaultError(AUDIO_TYPE, suffix=file.suffix)
    return AudioFacts(file.name, hashlib.sha256(data).hexdigest(), len(data))


def _is(ending: str, data: bytes) -> bool:
    """Return whether ``data`` begins as a recording with this ``ending`` does."""
    if ending == ".mp3":
        head = int.from_bytes(data[:2], "big")
        frame = head & _MPEG_FRAME == _MPEG_FRAME and head & _LAYER_BITS == _LAYER_THREE
        return data.startswith(b"ID3") or frame
    if ending == ".m4a":
        return data[4:8] == b"ftyp"
    return data.startswith(b"OggS")
