"""Which kind of image a file is, by its first bytes and never by its name. Pure."""

from pathlib import PurePosixPath

from scripts.source.text.text_file import decodable
from scripts.source.text.vietnamese import slugify
from scripts.source.tree import is_media_name

HEIC = "HEIC"
ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", HEIC: ".jpg"}
"""The ending of each kind that a story may have, or that ``tidy`` makes one of."""
_SIGNS = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"))
_OTHERS = (
    (b"GIF8", "ảnh GIF"),
    (b"BM", "ảnh BMP"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
)
# ISO/IEC 23008-12 (HEIF) and the AV1 image format: the brand of the file, then those it also is.
_AVIF = frozenset({b"avif", b"avis"})
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"})
_MOST_BRANDS = 32
_LONGEST_STEM = 60


def image_kind(data: bytes) -> str:
    """Return a key of ``ENDINGS``, or an empty text for everything else."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    brands = _brands(data)
    if brands & _HEIC and not brands & _AVIF:
        return HEIC
    return next((kind for sign, kind in _SIGNS if data.startswith(sign)), "")


def other_kind(data: bytes) -> str:
    """Return how an image is called in Vietnamese that is of no kind of ours, or an empty text."""
    if _brands(data) & _AVIF:
        return "ảnh AVIF"
    return next((kind for sign, kind in _OTHERS if data.startswith(sign)), "")


def plain_photo_name(name: str, kind: str) -> str:
    """Return how the photo ``name`` must be called; a name that may stay comes back as it is.

    >>> plain_photo_name("IMG_2024.JPG", "JPEG")
    'img-2024.jpg'
    >>> plain_photo_name("hop_to.jpeg", "JPEG")
    'hop_to.jpeg'
    """
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix
    if is_media_name(name) and kind != HEIC and ending in (".jpg", ".jpeg", ".png", ".webp"):
        return name
    if is_media_name(name) and kind == HEIC and ending in (".jpg", ".jpeg"):
        return name
    plain = slugify(decodable(stem))[:_LONGEST_STEM].strip("-") or "anh"
    wanted = f"{plain}{ENDINGS[kind]}"
    return wanted if is_media_name(wanted) else f"anh-{wanted}"


def _brands(data: bytes) -> frozenset[bytes]:
    if data[4:8] != b"ftyp":
        return frozenset()
    end = min(int.from_bytes(data[:4], "big"), 16 + 4 * _MOST_BRANDS)
    return frozenset({data[8:12], *(data[at : at + 4] for at in range(16, end, 4))})
