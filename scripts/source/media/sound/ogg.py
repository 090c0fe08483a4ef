"""An Ogg file as its one stream of Vorbis or Opus, with an empty comment. Pure.

Sources: RFC 3533 (pages), RFC 7845 (Opus), the Vorbis I specification. Pictures and words all stand
in the packet of comments; other streams are left out. The length is that of the last page's
granule position: what a player shows.
"""

from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from typing import Any

from mutagen import MutagenError
from mutagen.ogg import OggPage

from scripts.source.media.sound.parts import NotSoundError, Sound


@dataclass(frozen=True, slots=True)
class _Codec:
    """How one kind of sound begins in Ogg."""

    sign: bytes
    """The first letters of its first packet."""
    comment: bytes
    """A packet of comments that says nothing."""
    heads: int
    """Packets before the first that sounds."""


_CODECS = (
    _Codec(b"\x01vorbis", b"\x03vorbis" + bytes(8) + b"\x01", 3),
    _Codec(b"OpusHead", b"OpusTags" + bytes(8), 2),
)
_HERTZ_OF_OPUS = 48_000
_SERIAL = 1
_PAGE: Any = OggPage
"""Half of it has no types."""


def read_ogg(data: bytes) -> Sound:
    """Return the recording; linear. Raises ``NotSoundError`` unless a whole stream of Vorbis or Opus is found."""
    try:
        return _read(data)
    except (EOFError, IndexError, MutagenError, StopIteration, ValueError, ZeroDivisionError) as error:
        message = f"no whole stream: {error!r}"
        raise NotSoundError(message) from error


def _read(data: bytes) -> Sound:
    every, rest = _pages(data)
    codec, serial = next((c, page.serial) for page in every for c in _CODECS if page.packets[0].startswith(c.sign))
    pages = [page for page in every if page.serial == serial]
    count = _pages_of_heads(pages, codec.heads)
    heads, sounding = _PAGE.to_packets(pages[:count], strict=True), pages[count:]
    if len(heads) != codec.heads or sounding[0].continued:
        message = "packets that run into one another"
        raise ValueError(message)
    last = max(page.position for page in sounding)
    rest += [heads[1], *(packet for page in every if page.serial != serial for packet in page.packets)]
    head = _PAGE.from_packets(heads[:1])
    head[0].first = True
    kept = [*head, *_PAGE.from_packets([codec.comment, *heads[2:]], sequence=1), *sounding]
    for number, page in enumerate(kept):
        page.serial, page.sequence = _SERIAL, number
    return Sound(_seconds(heads[0], last), b"".join(page.write() for page in kept), tuple(rest))


def _pages(data: bytes) -> tuple[list[OggPage], list[bytes]]:
    """Return the pages of all streams, and what stands between and behind them."""
    stream, pages, rest = BytesIO(data), list[OggPage](), list[bytes]()
    at = 0
    while (start := data.find(b"OggS", at)) >= 0:
        if start > at:
            rest.append(data[at:start])
        stream.seek(start)
        pages.append(_PAGE(stream))
        at = stream.tell()
    return pages, [*rest, data[at:]] if at < len(data) else rest


def _pages_of_heads(pages: list[OggPage], heads: int) -> int:
    """Return how many pages the first ``heads`` packets fill: sound begins on a page of its own."""
    whole = [*accumulate(len(page.packets) - (not page.complete) for page in pages)]
    if heads not in whole or not pages[whole.index(heads)].complete:
        message = f"no page ends after {heads} packets"
        raise ValueError(message)
    return whole.index(heads) + 1


def _seconds(head: bytes, position: int) -> float:
    """Return how long a stream plays that begins with the packet ``head`` and ends at granule ``position``."""
    if head.startswith(b"OpusHead"):
        return (position - int.from_bytes(head[10:12], "little")) / _HERTZ_OF_OPUS
    return position / int.from_bytes(head[12:16], "little")
