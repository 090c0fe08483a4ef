"""A photo as it was handed in: is it one, is it whole, does it say where it was taken. Reads.

Every photo is hostile until this has looked at it: opened as one of three formats only whatever
its name says, measured before anything is decoded, then decoded to its last byte, so that what
passes here passes the build.
"""

import hashlib
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile

from scripts.source.masking.masking import find_private
from scripts.source.media.hidden_parts import hidden_parts
from scripts.source.media.image_kind import HEIC, image_kind, other_kind
from scripts.source.media.media_file import MediaFaultError, load_media
from scripts.source.media.photo_metadata import is_sideways, kind_of, position_in, position_packed_in, texts_in
from scripts.source.media.words_in_bytes import private_in
from scripts.source.problems.registry.media import (
    PHOTO_ANIMATED,
    PHOTO_BROKEN,
    PHOTO_EMPTY,
    PHOTO_GPS,
    PHOTO_HEAD_TRUNCATED,
    PHOTO_HEIC,
    PHOTO_HIDES_MUCH,
    PHOTO_IS_POINTER,
    PHOTO_METADATA,
    PHOTO_OF_OTHER_TYPE,
    PHOTO_PERSONAL_DATA,
    PHOTO_TOO_HEAVY,
    PHOTO_TOO_LARGE,
    PHOTO_TOO_SMALL,
    PHOTO_TRUNCATED,
    PHOTO_TYPE,
)

FORMATS = ("JPEG", "PNG", "WEBP")
_POINTER = b"version https://git-lfs"
"""What Git LFS leaves in a file's place."""
MAX_PHOTO_BYTES = 8_000_000
MAX_PIXELS = 60_000_000
"""Decoded, four bytes each: the most memory one photo may ask for is 240 MB."""
MIN_WIDTH, MIN_HEIGHT = 600, 300

# Pillow warns above this and refuses above twice this, before it decodes anything.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS

_OURS = (b"\xff\xd8", b"\x89PNG", b"RIFF")
_LOOK_SMALLER = 8
_REAL_KINDS = (
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
    if not data.startswith(_OURS) or len(data) > MAX_PHOTO_BYTES:
        _refuse_position(lambda: position_in(data))
    if len(data) > MAX_PHOTO_BYTES:
        raise MediaFaultError(PHOTO_TOO_HEAVY, most=MAX_PHOTO_BYTES // 1_000_000)
    with open_photo(data) as image:
        _refuse_position(lambda: position_in(data))
        size = image.size
        try:
            _decode(image)
        except Exception as error:
            raise _broken(error) from error
        # A PNG may keep words behind its pixels, so these are read last.
        _refuse_position(lambda: position_packed_in(image))
        _refuse_private(data, image)
        width, height = size[::-1] if is_sideways(image) else size
    if width < MIN_WIDTH or height < MIN_HEIGHT:
        raise MediaFaultError(PHOTO_TOO_SMALL, width=width, height=height, min_width=MIN_WIDTH, min_height=MIN_HEIGHT)
    return PhotoFacts(name, hashlib.sha256(data).hexdigest(), width, height)


def _refuse_private(data: bytes, image: ImageFile.ImageFile) -> None:
    """What a camera or a program wrote into the photo is committed with it, though never published."""
    try:
        found = next((found[0] for text in texts_in(image) if (found := find_private(text))), None)
        found = found or private_in(hidden_parts(data, kind_of(image)))
    except ValueError as error:
        raise MediaFaultError(PHOTO_HIDES_MUCH) from error
    if found:
        raise MediaFaultError(PHOTO_PERSONAL_DATA, found=found.masked)


@contextmanager
def open_photo(data: bytes, max_pixels: int = MAX_PIXELS) -> Iterator[ImageFile.ImageFile]:
    """Give the opened photo, measured but not decoded; raises ``MediaFaultError`` for what is none of ours."""
    if not data:
        raise MediaFaultError(PHOTO_EMPTY)
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
                raise MediaFaultError(PHOTO_ANIMATED)
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
        raise MediaFaultError(PHOTO_METADATA) from error
    if found:
        raise MediaFaultError(PHOTO_GPS)


def _too_many_pixels() -> MediaFaultError:
    return MediaFaultError(PHOTO_TOO_LARGE, most=MAX_PIXELS // 1_000_000)


def _broken(error: Exception) -> MediaFaultError:
    if "truncated" in str(error):
        return MediaFaultError(PHOTO_TRUNCATED)
    return MediaFaultError(PHOTO_BROKEN)


def _not_a_photo(data: bytes) -> MediaFaultError:
    if image_kind(data) == HEIC:
        return MediaFaultError(PHOTO_HEIC)
    start = data[:256].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(_POINTER):
        return MediaFaultError(PHOTO_IS_POINTER)
    if kind := other_kind(data) or next((name for sign, name in _REAL_KINDS if start.startswith(sign)), ""):
        return MediaFaultError(PHOTO_OF_OTHER_TYPE, kind=kind)
    if start.startswith(_OURS):
        return MediaFaultError(PHOTO_HEAD_TRUNCATED)
    return MediaFaultError(PHOTO_TYPE)
