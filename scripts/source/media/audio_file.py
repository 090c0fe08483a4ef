"""A recording as it was handed in: is it what its ending says, how long is it, what does it hide. Reads.

Taken apart, never decoded: what is published of it is the sound alone (``sound``), and all the
rest is searched as a text is, for it is committed with the story.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.source.media.media_file import MediaFaultError, load_media
from scripts.source.media.photo_metadata import position_in
from scripts.source.media.sound.m4a import read_m4a
from scripts.source.media.sound.mp3 import read_mp3
from scripts.source.media.sound.ogg import read_ogg
from scripts.source.media.sound.parts import NotSoundError, Sound
from scripts.source.media.words_in_bytes import private_in
from scripts.source.problems.registry.media import (
    AUDIO_BROKEN,
    AUDIO_GPS,
    AUDIO_HIDES_MUCH,
    AUDIO_PERSONAL_DATA,
    AUDIO_TOO_HEAVY,
    AUDIO_TYPE,
)

MAX_AUDIO_BYTES = 12_000_000
"""Twelve minutes at 128 kbit/s: a long broadcast piece."""
TOLERANCE = 2
"""Seconds by which the length a story gives may differ from the true one."""

READERS: Mapping[str, Callable[[bytes], Sound]] = {".mp3": read_mp3, ".m4a": read_m4a, ".ogg": read_ogg}
"""By the ending of the file."""

_MPEG_FRAME, _LAYER_THREE, _LAYER_BITS = 0xFFE0, 0x0002, 0x0006
_LENGTH = re.compile(r"(?:(\d):)?(\d{1,3}):([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class AudioFacts:
    """What is known of a sound recording."""

    file: str
    digest: str
    """SHA-256 of the file, 64 hexadecimal digits."""
    published: str
    """The same of what is published of it."""
    size: int
    """Of what is published, in bytes."""
    seconds: float
    """How long it plays."""


def load_audio(file: Path) -> AudioFacts:
    """Return what is known of ``file``; raises ``MediaFaultError`` with the first thing that is wrong."""
    data = load_media(file, MAX_AUDIO_BYTES)
    if len(data) > MAX_AUDIO_BYTES:
        raise MediaFaultError(AUDIO_TOO_HEAVY, most=MAX_AUDIO_BYTES // 1_000_000)
    _refuse_position(data)
    if not _is(file.suffix, data):
        raise MediaFaultError(AUDIO_TYPE, suffix=file.suffix)
    try:
        sound = READERS[file.suffix](data)
    except NotSoundError as error:
        raise MediaFaultError(AUDIO_BROKEN, suffix=file.suffix) from error
    _refuse_private(sound)
    published = hashlib.sha256(sound.bare).hexdigest()
    return AudioFacts(file.name, hashlib.sha256(data).hexdigest(), published, len(sound.bare), sound.seconds)


def seconds_of(written: str) -> int | None:
    """Return the seconds of a length as a story gives it, minutes and seconds, or ``None`` if it is none.

    >>> seconds_of("3:20")
    200
    """
    found = _LENGTH.fullmatch(written)
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]) if found else None


def say_length(seconds: float) -> str:
    """Return a length as a story gives it.

    >>> say_length(200.4)
    '3:20'
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _refuse_position(data: bytes) -> None:
    try:
        found = position_in(data)
    except Exception as error:
        raise MediaFaultError(AUDIO_HIDES_MUCH) from error
    if found:
        raise MediaFaultError(AUDIO_GPS)


def _refuse_private(sound: Sound) -> None:
    """What a station's program or a telephone wrote beside the sound is committed with it."""
    try:
        found = private_in(sound.rest)
    except ValueError as error:
        raise MediaFaultError(AUDIO_HIDES_MUCH) from error
    if found:
        raise MediaFaultError(AUDIO_PERSONAL_DATA, found=found.masked)


def _is(ending: str, data: bytes) -> bool:
    """Return whether ``data`` begins as a recording with this ``ending`` does."""
    if ending == ".mp3":
        head = int.from_bytes(data[:2], "big")
        frame = head & _MPEG_FRAME == _MPEG_FRAME and head & _LAYER_BITS == _LAYER_THREE
        return data.startswith(b"ID3") or frame
    if ending == ".m4a":
        return data[4:8] == b"ftyp"
    return data.startswith(b"OggS")
