"""An M4A file as its one track of sound: the samples, and the few boxes that a player needs. Pure.

Source: ISO/IEC 14496-12 (boxes, sample tables) and 14496-14. A new file is made of the samples
that the tables name; covers, comments, positions, chapters and other tracks have no way into it.
What the boxes say of their length is replaced by the sum of the samples.
"""

import struct
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise

from scripts.source.media.sound.parts import NotSoundError, Sound

_HEAD, _LONG_HEAD = 8, 16
_MOST_BOXES = 10_000
_FILE_TYPE = b"M4A \0\0\0\0M4A mp42isom"
_NO_NAME = b"\0\0\0\0\0\0\0\0soun" + bytes(13)
_HERE = b"\0\0\0\0\0\0\0\x01\0\0\0\x0curl \0\0\0\x01"
"""The data stand in this very file."""
_PLAYED = b"mp4a"

Boxes = Mapping[bytes, bytes]


def read_m4a(data: bytes) -> Sound:
    """Return the recording; linear. Raises ``NotSoundError`` unless one whole track of AAC is found."""
    try:
        return _read(data)
    except (IndexError, KeyError, OverflowError, StopIteration, ValueError, ZeroDivisionError, struct.error) as error:
        message = f"no whole track: {error!r}"
        raise NotSoundError(message) from error


def _read(data: bytes) -> Sound:
    content = next(content for kind, content in _boxes(data, strict=False) if kind == b"moov")
    movie = dict(_boxes(content))
    track, media, table = _sound_track(content)
    chunks = [*_chunks(table, len(data))]
    units = sum(count * length for count, length in struct.iter_unpack(">II", _entries(table[b"stts"], 8)))
    seconds = units / _per_second(media[b"mdhd"])
    in_movie = round(seconds * _per_second(movie[b"mvhd"]))
    heads = {
        b"mvhd": _timed(movie[b"mvhd"], 16, in_movie),
        b"tkhd": _timed(track[b"tkhd"], 20, in_movie),
        b"mdhd": _timed(media[b"mdhd"], 16, units),
    }
    sizes = [end - start for start, end in chunks]
    first = len(_file(heads, track, table, sizes, b""))
    offsets = [first + before for before in accumulate(sizes[:-1], initial=0)]
    sound = b"".join(data[start:end] for start, end in chunks)
    return Sound(seconds, _file(heads, track, table, offsets, sound), tuple(_between(data, chunks)))


def _boxes(data: bytes, *, strict: bool = True) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the content of each box of ``data``; what is no box raises ``ValueError``, or ends it."""
    at = count = 0
    while at + _HEAD <= len(data):
        size, head = _word(data, at), _HEAD
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), _LONG_HEAD
        elif size == 0:
            size = len(data) - at
        count += 1
        if size < head or at + size > len(data) or count > _MOST_BOXES:
            if not strict:
                return
            message = f"a box of {size} bytes at {at}"
            raise ValueError(message)
        yield data[at + 4 : at + 8], data[at + head : at + size]
        at += size


def _sound_track(movie: bytes) -> tuple[Boxes, Boxes, Boxes]:
    """Return the boxes of the first track of AAC: its own, those of its media, those of its tables."""
    for kind, content in _boxes(movie):
        if kind == b"trak":
            track = dict(_boxes(content))
            media = dict(_boxes(track[b"mdia"]))
            table = dict(_boxes(dict(_boxes(media[b"minf"]))[b"stbl"]))
            if media[b"hdlr"][8:12] == b"soun" and table[b"stsd"][12:16] == _PLAYED:
                return track, media, table
    message = "no track of AAC"
    raise ValueError(message)


def _chunks(table: Boxes, size: int) -> Iterator[tuple[int, int]]:
    """Yield where each run of samples begins and ends; raises ``ValueError`` unless all lie in ``size`` bytes."""
    lengths = _lengths(table[b"stsz"], size)
    wide = b"co64" in table
    offsets = [at for (at,) in struct.iter_unpack(">Q" if wide else ">I", _offsets(table, wide=wide))]
    runs = [*struct.iter_unpack(">III", _entries(table[b"stsc"], 12)), (len(offsets) + 1, 0, 0)]
    if sum(count for count, _ in struct.iter_unpack(">II", _entries(table[b"stts"], 8))) != len(lengths):
        message = "as many times as samples"
        raise ValueError(message)
    sample, left = 0, size
    for (first, count, _), (behind, _, _) in pairwise(runs):
        for offset in offsets[first - 1 : behind - 1]:
            length = sum(lengths[sample : sample + count])
            sample, left = sample + count, left - length
            if offset + length > size or left < 0:
                message = "samples that are not there"
                raise ValueError(message)
            yield offset, offset + length
    if sample < len(lengths) or not lengths:
        message = "samples in no chunk"
        raise ValueError(message)


def _offsets(table: Boxes, *, wide: bool) -> bytes:
    return _entries(table[b"co64"], 8) if wide else _entries(table[b"stco"], 4)


def _lengths(box: bytes, size: int) -> list[int]:
    """Return the length of each sample."""
    alike, count = _word(box, 4), _word(box, 8)
    if alike:
        if alike * count > size:
            message = "more samples than bytes"
            raise ValueError(message)
        return [alike] * count
    return [length for (length,) in struct.iter_unpack(">I", box[12 : 12 + 4 * count])]


def _entries(box: bytes, width: int) -> bytes:
    """Return the entries of a table, each ``width`` bytes; they follow version, flags and their number."""
    return box[8 : 8 + width * min(_word(box, 4), (len(box) - 8) // width)]


def _word(data: bytes, at: int) -> int:
    return int(struct.unpack_from(">I", data, at)[0])


def _per_second(box: bytes) -> int:
    """Return how many units of time a second has, in a head box of either version."""
    return _word(box, 20 if box[0] else 12)


def _timed(box: bytes, at: int, length: int) -> bytes:
    """Return a head box without the moments it was made, with ``length``; ``at`` is where that stands in version 0."""
    if box[0]:  # moments and length have eight bytes each
        return box[:4] + bytes(16) + box[20 : at + 8] + length.to_bytes(8, "big") + box[at + 16 :]
    return box[:4] + bytes(8) + box[12:at] + length.to_bytes(4, "big") + box[at + 4 :]


def _between(data: bytes, chunks: list[tuple[int, int]]) -> Iterator[bytes]:
    """Yield the bytes of ``data`` that no chunk holds."""
    end = 0
    for start, behind in sorted(chunks):
        if start > end:
            yield data[end:start]
        end = max(end, behind)
    if end < len(data):
        yield data[end:]


def _file(heads: Boxes, track: Boxes, table: Boxes, offsets: list[int], sound: bytes) -> bytes:
    """Return a whole file of these boxes and ``sound``, which begins where it ends without it."""
    numbers = struct.pack(f">II{len(offsets)}I", 0, len(offsets), *offsets)
    tables = b"".join(_box(kind, table[kind]) for kind in (b"stsd", b"stts", b"stsc", b"stsz"))
    place = _box(b"smhd", bytes(8)) + _box(b"dinf", _box(b"dref", _HERE))
    inner = place + _box(b"stbl", tables + _box(b"stco", numbers))
    media = _box(b"mdhd", heads[b"mdhd"]) + _box(b"hdlr", _NO_NAME) + _box(b"minf", inner)
    edits = _box(b"edts", track[b"edts"]) if b"edts" in track else b""
    whole = _box(b"tkhd", heads[b"tkhd"]) + edits + _box(b"mdia", media)
    movie = _box(b"moov", _box(b"mvhd", heads[b"mvhd"]) + _box(b"trak", whole))
    return _box(b"ftyp", _FILE_TYPE) + movie + _box(b"mdat", sound)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + _HEAD) + kind + content
