"""What a photo says beside its pixels: where it was taken, and anything else that is hidden in it. Pure.

A phone writes its position into a photo, and often a second photo or a short film behind the
first, with a position of its own. So the whole file is looked through, not only the one place
that a viewer shows.
"""

import re
import struct
import warnings
from collections.abc import Iterator
from itertools import islice

from PIL import ExifTags, Image, ImageFile

from scripts.source.media.image_kind import HEIC, image_kind

ORIENTATION = ExifTags.Base.Orientation
UPRIGHT = 1
_SIDEWAYS = frozenset({5, 6, 7, 8})

_EXIF_BLOCK = re.compile(rb"Exif\x00\x00(?=II\*\x00|MM\x00\*)")
# HEIC may keep the block without its name; a TIFF file is such a block from its first byte.
_BLOCK_OF_HEIC = re.compile(rb"(?=II\*\x00|MM\x00\*)")
_TIFF = (b"II*\x00", b"MM\x00*")
_EXIF_BYTES = 65_535
"""The longest block a JPEG can hold."""
_MAX_BLOCKS = 32
# XMP writes names; a film writes an atom "©xyz" and the position as text: +10.0123+105.1234/
# Two expressions, each with a beginning that is searched for at the speed of memory.
_POSITIONS = (re.compile(rb"GPSL(?:at|ong)itude"), re.compile(rb"\xa9xyz[\x00-\xff]{4}[+-][0-9]"))
_LATITUDE, _LONGITUDE = ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude

_PLAIN_INFO = {
    "JPEG": frozenset({"dpi", "icc_profile", "adobe", "adobe_transform", "progressive", "progression"}),
    "PNG": frozenset({"dpi", "icc_profile", "gamma", "srgb", "chromaticity", "transparency", "aspect", "interlace"}),
    "WEBP": frozenset({"icc_profile", "loop", "background", "timestamp", "duration"}),
}
"""What Pillow may say of a photo that holds nothing but a picture."""
_PLAIN_SEGMENTS = frozenset({"APP0", "APP2", "APP14"})
"""JFIF, the colour profile, Adobe's colour transform; APP2 also announces a second photo, which is told apart."""
_ENDS = {"JPEG": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82", "WEBP": b""}


def position_in(data: bytes) -> bool:
    """Return whether the bytes of a file say where it was made: EXIF, XMP, a second photo or a film; linear."""
    with warnings.catch_warnings():
        # Pillow warns of each tag it cannot read, on the terminal of whoever runs a check.
        warnings.simplefilter("ignore")
        return _tells_position(data)


def _tells_position(data: bytes) -> bool:
    if any(position.search(data) for position in _POSITIONS):
        return True
    if data.startswith(_TIFF):
        return _has_position(_exif_of(data))
    if image_kind(data) == HEIC and any(_may_have_position(block) for block in _blocks(_BLOCK_OF_HEIC, data)):
        return True
    return any(_has_position(_exif_of(block)) for block in _blocks(_EXIF_BLOCK, data))


def position_packed_in(image: ImageFile.ImageFile) -> bool:
    """Return whether ``image`` says so where only its format tells: packed, or under another name."""
    packed = [value for value in image.info.values() if isinstance(value, (bytes, str))]
    texts = (value if isinstance(value, bytes) else value.encode("utf-8", "replace") for value in packed)
    return _has_position(image.getexif()) or any(position_in(text) for text in texts)


def is_sideways(image: ImageFile.ImageFile) -> bool:
    """Return whether width and height change places when ``image`` is shown upright."""
    return image.getexif().get(ORIENTATION) in _SIDEWAYS


def is_turned(image: ImageFile.ImageFile) -> bool:
    """Return whether ``image`` must be turned or mirrored to be upright."""
    return image.getexif().get(ORIENTATION) in range(UPRIGHT + 1, 9)


def is_plain(data: bytes, image: ImageFile.ImageFile) -> bool:
    """Return whether the file is an upright picture and nothing else: no metadata, no second photo, no tail.

    ``image`` is decoded if it is a PNG, which may keep words behind its pixels.
    """
    kind = kind_of(image)
    segments = {name for name, _ in getattr(image, "applist", ())}
    return (
        image.format == kind
        and not image.getexif()
        and {name for name in image.info if not str(name).startswith("jfif")} <= _PLAIN_INFO[kind]
        and segments <= _PLAIN_SEGMENTS
        and not getattr(image, "private_chunks", None)
        and data.endswith(_ENDS[kind])
        and (kind != "WEBP" or len(data) == struct.unpack("<I", data[4:8])[0] + 8)
    )


def texts_in(image: ImageFile.ImageFile) -> Iterator[str]:
    """Yield what is written in the metadata of ``image``: names, comments, serial numbers, captions."""
    exif = image.getexif()
    parts = [*exif.values(), *exif.get_ifd(ExifTags.IFD.Exif).values()]
    parts += [value for name, value in image.info.items() if name not in ("icc_profile", "exif")]
    for part in parts:
        if isinstance(part, bytes):
            yield part.decode("utf-8", "replace").replace("\x00", "")
        elif isinstance(part, str):
            yield part


def kind_of(image: ImageFile.ImageFile) -> str:
    """Return ``JPEG``, ``PNG`` or ``WEBP``; a JPEG with a second photo behind it is a JPEG."""
    return "JPEG" if image.format == "MPO" else str(image.format)


def _blocks(sign: re.Pattern[bytes], data: bytes) -> Iterator[bytes]:
    """Yield what stands behind the first places where ``sign`` is found."""
    for found in islice(sign.finditer(data), _MAX_BLOCKS):
        yield data[found.end() : found.end() + _EXIF_BYTES]


def _may_have_position(block: bytes) -> bool:
    """Return whether ``block``, which may be pixels, reads as a position."""
    try:
        return _has_position(_exif_of(block))
    except Exception:  # noqa: BLE001 - it was pixels
        return False


def _exif_of(block: bytes) -> Image.Exif:
    exif = Image.Exif()
    exif.load(block)
    return exif


def _has_position(exif: Image.Exif) -> bool:
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    return _LATITUDE in place or _LONGITUDE in place
