"""A photo as it was handed in: is it one, is it whole, does it say where it was taken. Reads.

Every photo is hostile until this has looked at it: opened as one of three formats only whatever
its name says, measured before anything is decoded, then decoded to its last byte, so that what
passes here passes the build.
"""

import hashlib
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile

from scripts.source.masking.masking import find_private
from scripts.source.media.media_file import MediaFaultError, load_media
from scripts.source.media.photo_metadata import is_sideways, position_in, position_packed_in, texts_in

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PHOTO_BYTES = 8_000_000
MAX_PIXELS = 60_000_000
"""Decoded, four bytes each: the most memory one photo may ask for is 240 MB."""
MIN_WIDTH, MIN_HEIGHT = 600, 300
TIDY = "python -m scripts tidy"

# Pillow warns above this and refuses above twice this, before it decodes anything.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS

_LOOK_SMALLER = 8
_REAL_KINDS = (
    (b"GIF8", "ảnh GIF"),
    (b"BM", "ảnh BMP"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"%PDF", "tệp PDF"),
    (b"PK\x03\x04", "tệp nén hoặc tệp Office"),
    (b"<svg", "hình SVG"),
    (b"<?xml", "tệp XML hoặc hình SVG"),
    (b"<!DOCTYPE", "trang HTML"),
    (b"<!doctype", "trang HTML"),
    (b"<html", "trang HTML"),
    (b"<HTML", "trang HTML"),
    (b"<script", "mã lệnh"),
)
_APPLE = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What is known of a sound photo: enough to name what is made of it, and to tell whether it changed."""

    file: str
    digest: str
    """SHA-256 of the file, 64 hexadecimal digits."""
    width: int
    height: int
    """In pixels, as it is seen: upright."""


def load_photo(file: Path) -> PhotoFacts:
    """Return what is known of the photo ``file``; raises ``MediaFaultError`` with the first thing that is wrong."""
    return check_photo(file.name, load_media(file, MAX_PHOTO_BYTES))


def check_photo(name: str, data: bytes) -> PhotoFacts:
    """Return what is known of a photo; raises ``MediaFaultError`` with the first thing that is wrong.

    A position comes first: it must not be committed even if the photo is unusable. Costs about
    20 ms for 12 megapixels of JPEG, which is decoded at an eighth of its size.
    """
    if len(data) > MAX_PHOTO_BYTES:
        message = f"nặng quá {MAX_PHOTO_BYTES // 1_000_000} MB. Hãy thu nhỏ bằng lệnh: {TIDY}"
        raise MediaFaultError("photo-too-heavy", message)
    with open_photo(data) as image:
        _refuse_position(lambda: position_in(data))
        size = image.size
        try:
            _decode(image)
        except Exception as error:
            raise _broken(error) from error
        # A PNG may keep words behind its pixels, so these are read last.
        _refuse_position(lambda: position_packed_in(image))
        _refuse_private(texts_in(image))
        width, height = size[::-1] if is_sideways(image) else size
    if width < MIN_WIDTH or height < MIN_HEIGHT:
        message = (
            f"nhỏ quá: {width}×{height} điểm ảnh, cần ít nhất {MIN_WIDTH}×{MIN_HEIGHT}. "
            "Hãy xin ảnh gốc (ảnh gửi qua tin nhắn thường bị thu nhỏ)."
        )
        raise MediaFaultError("photo-too-small", message)
    return PhotoFacts(name, hashlib.sha256(data).hexdigest(), width, height)


def _refuse_private(texts: Iterable[str]) -> None:
    """What a camera or a program wrote into the photo is committed with it, though never published."""
    if any(find_private(text) for text in texts):
        message = f"còn ghi dữ liệu riêng (số, thư điện tử, mã) trong thông tin ẩn. Hãy xóa trước khi commit: {TIDY}"
        raise MediaFaultError("photo-personal-data", message)


@contextmanager
def open_photo(data: bytes, max_pixels: int = MAX_PIXELS) -> Iterator[ImageFile.ImageFile]:
    """Give the opened photo, measured but not decoded; raises ``MediaFaultError`` for what is none of ours."""
    if not data:
        raise MediaFaultError("photo-empty", "trống (0 byte). Hãy chép lại ảnh.")
    with warnings.catch_warnings():
        # Pillow only warns of what is measured below, and of metadata that nobody will see.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(BytesIO(data), formats=FORMATS)
        except Image.DecompressionBombError as error:
            raise _too_many_pixels() from error
        except Exception as error:
            raise _not_a_photo(data) from error
        with image:
            if image.width * image.height > max_pixels:
                raise _too_many_pixels()
            if image.format != "MPO" and getattr(image, "is_animated", False):
                raise MediaFaultError("photo-animated", "là ảnh động. Hãy dùng một ảnh tĩnh.")
            yield image


def _decode(image: ImageFile.ImageFile) -> None:
    """Read ``image`` to its end; JPEG is made small on the way, which reads every byte all the same."""
    size = (max(1, image.width // _LOOK_SMALLER), max(1, image.height // _LOOK_SMALLER))
    image.draft(None, size)
    image.load()


def _refuse_position(look: Callable[[], bool]) -> None:
    try:
        found = look()
    except Exception as error:
        message = f"có phần thông tin ẩn bị hỏng, không biết có ghi vị trí chụp hay không. Hãy chạy: {TIDY}"
        raise MediaFaultError("photo-metadata", message) from error
    if found:
        message = (
            f"còn ghi vị trí chụp (GPS). Hãy chạy: {TIDY}, rồi mới commit; ảnh đã commit thì còn mãi "
            "trong lịch sử git, xóa tệp không đủ (xem trang Góp bài)."
        )
        raise MediaFaultError("photo-gps", message)


def _too_many_pixels() -> MediaFaultError:
    most = f"{MAX_PIXELS // 1_000_000} triệu"
    return MediaFaultError("photo-too-large", f"có quá nhiều điểm ảnh (nhiều nhất {most}). Hãy thu nhỏ ảnh: {TIDY}")


def _broken(error: Exception) -> MediaFaultError:
    if "truncated" in str(error):
        return MediaFaultError("photo-truncated", "bị cụt: tệp thiếu phần cuối. Hãy chép lại ảnh gốc.")
    return MediaFaultError("photo-broken", "bị hỏng, không mở được hết. Hãy chép lại ảnh gốc, hoặc lưu lại thành JPEG.")


def _not_a_photo(data: bytes) -> MediaFaultError:
    start = data[:256].lstrip(b"\xef\xbb\xbf \t\r\n")
    kind = next((name for sign, name in _REAL_KINDS if start.startswith(sign)), "")
    if not kind and data[4:12] in _APPLE:
        kind = "ảnh HEIC hoặc AVIF"
    if kind:
        message = f"thật ra là {kind}, đổi đuôi không đủ. Hãy lưu lại thành JPEG, PNG hoặc WebP."
        return MediaFaultError("photo-type", message)
    if start.startswith((b"\xff\xd8", b"\x89PNG", b"RIFF")):
        return MediaFaultError("photo-truncated", "bị cụt hoặc hỏng ngay từ phần đầu. Hãy chép lại ảnh gốc.")
    return MediaFaultError("photo-type", "không phải ảnh JPEG, PNG hay WebP. Hãy lưu lại thành một trong ba dạng đó.")
