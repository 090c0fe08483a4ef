"""An MP3 file as its frames: counted one by one, whatever a header says of their number. Pure.

Sources: ISO/IEC 11172-3 and 13818-3 (frames of layer III); id3.org (tags before and within);
the header frame of Xing, as LAME documents it. One such frame is written anew, since players tell
a length by it: true numbers, and nothing else that an encoder or a person wrote.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from scripts.source.media.sound.parts import NotSoundError, Sound

_MPEG_1, _MPEG_2, _MPEG_2_5 = 3, 2, 0
_KBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
_HERTZ = {_MPEG_1: (44_100, 48_000, 32_000), _MPEG_2: (22_050, 24_000, 16_000), _MPEG_2_5: (11_025, 12_000, 8_000)}
_MONO = 3
_HEAD, _UNPROTECTED = 4, 1

_CANDIDATE = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]")
_MOST_TRIES = 100_000
"""Places looked at where no frame fits: twelve megabytes of noise have a thousand."""
_TAG_BEFORE, _TAG_HEAD, _HAS_FOOTER = b"ID3", 10, 0x10
_TAGS_BEHIND = (b"TAG", b"APETAGEX", b"LYRICSBEGIN", _TAG_BEFORE)
_FRAUNHOFER_AT = 36
_NUMBERS = b"\0\0\0\x03"
"""The flags of a Xing header that gives the number of frames and of bytes."""


@dataclass(frozen=True, slots=True)
class _Header:
    """What the first four bytes of a frame say."""

    version: int
    hertz: int
    length: int
    """Of the frame, in bytes."""
    side: int
    """Bytes of side information: a Xing header follows them."""

    @property
    def samples(self) -> int:
        """Of one channel, in one frame."""
        return 1152 if self.version == _MPEG_1 else 576

    def goes_with(self, other: "_Header") -> bool:
        """Return whether both may stand in one recording."""
        return (self.version, self.hertz) == (other.version, other.hertz)


def read_mp3(data: bytes) -> Sound:
    """Return the recording; linear. Raises ``NotSoundError`` if no frame is followed by another."""
    frames, rest = _frames_and_rest(data)
    first, info = b"", False
    if frames:
        start, header = frames[0]
        first = data[start : start + header.length]
        info = _is_info(first, header)
    if info:
        rest, frames = [*rest, first], frames[1:]
    if not frames:
        message = "no frame of layer III"
        raise NotSoundError(message)
    sound = b"".join(data[start : start + header.length] for start, header in frames)
    head = _info_frame(first, header, len(frames), len(sound)) if info else b""
    return Sound(len(frames) * header.samples / header.hertz, head + sound, tuple(rest))


def _frames_and_rest(data: bytes) -> tuple[list[tuple[int, _Header]], list[bytes]]:
    """Return where each frame begins, and the bytes between."""
    frames: list[tuple[int, _Header]] = []
    rest: list[bytes] = []
    at = end = tries = 0
    while at < len(data):
        header = _header(data[at : at + 4])
        if header and _fits(data, at, header, frames[-1][1] if frames else header, sure=at == end and bool(frames)):
            if end < at:
                rest.append(data[end:at])
            frames.append((at, header))
            at = end = at + header.length
        elif data.startswith(_TAG_BEFORE, at):
            at += _length_of_tag(data[at : at + _TAG_HEAD])
        else:
            tries += 1
            found = _CANDIDATE.search(data, at + 1) if tries <= _MOST_TRIES else None
            at = found.start() if found else len(data)
    return frames, [*rest, data[end:]] if end < len(data) else rest


def _fits(data: bytes, at: int, header: _Header, before: _Header, *, sure: bool) -> bool:
    """Return whether a frame stands at ``at``; where none was expected, another must follow it."""
    behind = at + header.length
    if not header.goes_with(before) or behind > len(data):
        return False
    following = _header(data[behind : behind + 4])
    follows = following is not None and following.goes_with(header)
    return sure or follows or behind == len(data) or data.startswith(_TAGS_BEHIND, behind)


@lru_cache(maxsize=4096)
def _header(head: bytes) -> _Header | None:
    """Return what the four bytes at the beginning of a frame say, or ``None``."""
    if len(head) < _HEAD or not _CANDIDATE.match(head):
        return None
    version, kbits, hertz = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    rates = (_KBITS_1 if version == _MPEG_1 else _KBITS_2)[kbits]
    if not rates or hertz >= len(_HERTZ[version]):
        return None
    rate, mono = _HERTZ[version][hertz], head[3] >> 6 == _MONO
    length = (144 if version == _MPEG_1 else 72) * rates * 1000 // rate + (head[2] >> 1 & 1)
    side = (17 if mono else 32) if version == _MPEG_1 else (9 if mono else 17)
    return _Header(version, rate, length, side)


def _length_of_tag(head: bytes) -> int:
    """Return the bytes of an ID3v2 tag that begins with ``head``: seven bits of size a byte."""
    size = 0
    for seven in head[6:]:
        size = size << 7 | seven & 0x7F
    return size + _TAG_HEAD * (2 if head[5:6] and head[5] & _HAS_FOOTER else 1)


def _is_info(frame: bytes, header: _Header) -> bool:
    """Return whether ``frame`` tells players about the others and holds no sound."""
    start = _HEAD + header.side
    return frame.startswith((b"Xing", b"Info"), start) or frame.startswith(b"VBRI", _FRAUNHOFER_AT)


def _info_frame(frame: bytes, header: _Header, frames: int, size: int) -> bytes:
    """Return such a frame with true numbers of frames and bytes, or nothing where they do not fit."""
    kind = b"Info" if frame.startswith(b"Info", _HEAD + header.side) else b"Xing"
    said = kind + _NUMBERS + frames.to_bytes(4, "big") + (size + len(frame)).to_bytes(4, "big")
    head = bytes([frame[0], frame[1] | _UNPROTECTED, *frame[2:_HEAD]]) + bytes(header.side)
    return (head + said).ljust(len(frame), b"\0") if len(head + said) <= len(frame) else b""
