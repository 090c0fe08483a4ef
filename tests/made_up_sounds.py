"""Made-up recordings: silence of a given length in each container a story may have, and ways to spoil one."""

import struct

from mutagen.ogg import OggPage

HEAD = b"\xff\xe3\x18\xc0"
"""A frame of MPEG 2.5, layer III: 8 kbit/s, 8 kHz, one channel; 576 samples in 72 bytes."""
FRAME = HEAD + bytes(68)
SECONDS_OF_FRAME = 576 / 8000
OPUS_SILENCE = b"\xf8\xff\xfe"
"""Twenty milliseconds."""


def mp3(seconds: float) -> bytes:
    """Return an MP3 file without any tag."""
    return FRAME * round(seconds / SECONDS_OF_FRAME)


def numbered(count: int) -> list[bytes]:
    """Return frames that can be told apart."""
    return [HEAD + n.to_bytes(4, "big") + bytes(64) for n in range(count)]


def xing(frames: int, kind: bytes = b"Xing") -> bytes:
    """Return a header frame that claims so many frames, with a table and the name of its encoder."""
    said = kind + b"\0\0\0\x0f" + struct.pack(">II", frames, 1)
    return (HEAD + bytes(9) + said).ljust(60, b"\x01") + b"LAME3.100\0\0\0"


def id3(*frames: tuple[bytes, bytes]) -> bytes:
    """Return an ID3v2.3 tag."""
    body = b"".join(name + len(data).to_bytes(4, "big") + b"\0\0" + data for name, data in frames)
    return b"ID3\x03\0\0" + bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0)) + body


_AAC = bytes(4) + b"\x03\x19\0\1\0\x04\x11\x40\x15" + bytes(11) + b"\x05\x02\x12\x10\x06\x01\x02"
"""What a decoder must know: AAC of low complexity, 44,100 Hz, two channels."""


def box(kind: bytes, *content: bytes) -> bytes:
    """Return a box of an M4A file."""
    data = b"".join(content)
    return struct.pack(">I", len(data) + 8) + kind + data


def m4a(seconds: float, more: bytes = b"", claimed: float | None = None, samples: list[bytes] | None = None) -> bytes:
    """Return an M4A file; ``more`` stands in its movie box, ``claimed`` is the length its heads tell."""
    count = round(seconds * 44_100 / 1024)
    samples = samples or [b"\x21%05d" % (n % 100_000) for n in range(count)]
    units = len(samples) * 1024 if claimed is None else round(claimed * 44_100)
    runs = [samples[at : at + 40] for at in range(0, len(samples), 40)]
    last = [struct.pack(">III", len(runs), len(runs[-1]), 1)] if len(runs) > 1 else []
    short = bytes(4) + bytes(8)
    entry = box(b"mp4a", bytes(6), b"\0\1", bytes(8), struct.pack(">HHII", 2, 16, 0, 44_100 << 16), box(b"esds", _AAC))
    fixed = [
        box(b"stsd", bytes(4), struct.pack(">I", 1), entry),
        box(b"stts", bytes(4), struct.pack(">III", 1, len(samples), 1024)),
        box(b"stsc", bytes(4), struct.pack(">IIII", 1 + len(last), 1, len(runs[0]), 1), *last),
        box(b"stsz", bytes(4), struct.pack(f">II{len(samples)}I", 0, len(samples), *map(len, samples))),
    ]

    def whole(offsets: list[int]) -> bytes:
        table = box(b"stbl", *fixed, box(b"stco", bytes(4), struct.pack(f">I{len(runs)}I", len(runs), *offsets)))
        media = box(
            b"mdia",
            box(b"mdhd", short, struct.pack(">II", 44_100, units), bytes(4)),
            box(b"hdlr", bytes(8), b"soun", bytes(12), b"Core Media Audio\0"),
            box(b"minf", box(b"smhd", bytes(8)), table),
        )
        track = box(b"trak", box(b"tkhd", short, struct.pack(">III", 1, 0, units), bytes(60)), media)
        movie = box(b"moov", box(b"mvhd", short, struct.pack(">II", 44_100, units), bytes(80)), track, more)
        return box(b"ftyp", b"M4A \0\0\0\0isom") + movie + box(b"mdat", *samples)

    first = len(whole([0] * len(runs))) - sum(map(len, samples))
    lengths = [sum(map(len, run)) for run in runs]
    return whole([first + sum(lengths[:n]) for n in range(len(runs))])


def ogg(seconds: float, words: bytes = b"", packets: list[bytes] | None = None) -> bytes:
    """Return Opus in Ogg; ``words`` are its comment."""
    packets = packets or [OPUS_SILENCE] * round(seconds * 50)
    comment = b"OpusTags" + struct.pack("<I", 3) + b"bia" + struct.pack("<II", 1, len(words)) + words
    heads = [b"OpusHead\1\1" + struct.pack("<HIHB", 312, 48_000, 0, 0), comment]
    pages = [*OggPage.from_packets(heads[:1]), *OggPage.from_packets(heads[1:], sequence=1)]
    pages[0].first = True
    for at in range(0, len(packets), 50):
        page = OggPage()
        page.packets = packets[at : at + 50]
        page.position = 312 + 960 * (at + len(page.packets))
        pages.append(page)
    pages[-1].last = True
    for number, page in enumerate(pages):
        page.sequence, page.serial = number, 0x5EED
    return b"".join(page.write() for page in pages)
