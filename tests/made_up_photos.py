"""Made-up photos, drawn when a test needs them, and the ways to spoil one. Nothing of a real place."""

import struct
import zlib
from io import BytesIO

import pillow_heif
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from tests.made_up_sounds import mp3

PHOTO = "photos:\n  - {file: a.jpg, alt: Hai người bên kênh, caption: Ngày đầu, credit: Tổ Ba, licence: site-only}"
AUDIO = (
    "audio:\n  - {file: a.mp3, outlet: Đài Sông Mây, date: 2020-09-01, length: 3:20, "
    "transcript: Lời đọc bịa dài hơn hai mươi chữ, licence: site-only}"
)
SOUND = mp3(200)
"""As long as ``AUDIO`` says, silent, and nothing else."""
ARTIST, COMMENT, ORIENTATION, GPS, SERIAL, XP_COMMENT = 0x013B, 0x9286, 0x0112, 0x8825, 0xA431, 0x9C9C
XMP_POSITION = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="10,0.5N"/></x:xmpmeta>'


def drawing(width: int = 800, height: int = 600) -> Image.Image:
    """Return a field under a sky, with a red mark in the upper left corner."""
    sky = Image.linear_gradient("L").resize((width, height))
    image = Image.merge("RGB", [sky.point(lambda v, k=k: 90 + v // k) for k in (3, 2, 4)])
    draw = ImageDraw.Draw(image)
    draw.ellipse((width * 0.6, height * 0.2, width * 0.75, height * 0.4), fill=(250, 220, 120))
    draw.rectangle((0, height * 0.7, width, height), fill=(90, 140, 80))
    draw.rectangle((0, 0, width // 8, height // 8), fill=(220, 20, 20))
    return image


def encoded(image: Image.Image | None = None, kind: str = "JPEG", **how: object) -> bytes:
    """Return ``image`` (or a drawing) as a file."""
    out = BytesIO()
    (drawing() if image is None else image).save(out, kind, **how)
    return out.getvalue()


def heic(image: Image.Image | None = None, **how: object) -> bytes:
    """Return ``image`` (or a drawing) as a telephone saves it."""
    out = BytesIO()
    pillow_heif.from_pillow(drawing() if image is None else image).save(out, quality=80, **how)
    return out.getvalue()


def exif(*, gps: bool = False, **tags: object) -> Image.Exif:
    """Return EXIF data; names of tags are those above."""
    values = Image.Exif()
    for name, value in tags.items():
        values[globals()[name.upper()]] = value
    if gps:
        values.get_ifd(GPS).update({1: "N", 2: (10.0, 1.0, 42.0), 3: "E", 4: (105.0, 5.0, 12.0)})
    return values


def png_words(**words: str) -> PngInfo:
    """Return the text chunks of a PNG."""
    info = PngInfo()
    for name, text in words.items():
        info.add_text(name, text)
    return info


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_claiming(width: int, height: int, pixels: bytes = b"\0" * 1000) -> bytes:
    """Return a PNG whose header promises more than is there."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(pixels)) if pixels else b""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def colour_at(data: bytes, across: float, down: float) -> tuple[int, ...]:
    """Return the colour at a place of a photo, given as shares of its width and height."""
    with Image.open(BytesIO(data)) as image:
        return image.convert("RGB").getpixel((int(image.width * across), int(image.height * down)))


def is_red(colour: tuple[int, ...]) -> bool:
    return colour[0] > 180 and max(colour[1:]) < 90
