"""A photo's pixels and nothing else: upright, in the colours of a screen, on white. Pure."""

import io
import math
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageCms, ImageFile, ImageOps

from scripts.render.reading.pictures import Encoding, height_of, width_of
from scripts.source.media.media_file import MediaFaultError
from scripts.source.media.photo_file import PhotoFacts, open_photo
from scripts.source.problems.registry.media import PHOTO_BROKEN, PHOTO_TOO_LARGE

_HOW: dict[str, dict[str, Any]] = {
    "JPEG": {"optimize": True, "progressive": True},
    "WEBP": {"method": 4},
    "PNG": {"optimize": True},
}
_DEEP_GREY = ("I", "I;16", "I;16B", "I;16L")
_WHITE = (255, 255, 255)


def encode_all(data: bytes, facts: PhotoFacts, encodings: Sequence[Encoding]) -> list[bytes]:
    """Return the photo in each of ``encodings``: the same bytes for the same Pillow; decodes once.

    About half a second of CPU for 12 megapixels in four encodings up to 1200 wide (bench/photos.py). Raises
    ``MediaFaultError`` or Pillow's errors only for a photo that ``check_photo`` refuses.
    """
    widest = max(width_of(facts, encoding) for encoding in encodings)
    pixels = pixels_of(data, widest / facts.width)
    return [_encode(pixels, facts, encoding) for encoding in encodings]


def pixels_of(data: bytes, scale: float = 1.0, max_pixels: int | None = None) -> Image.Image:
    """Return the photo upright in RGB, without anything that is not a pixel, at least ``scale`` times its size."""
    with open_photo(data, *([max_pixels] if max_pixels else [])) as image:
        image.draft(None, (math.ceil(image.width * scale), math.ceil(image.height * scale)))
        image.load()
        upright = _upright(image)
        return _without_words(_rgb(upright, image.info.get("icc_profile")))


def pixels_of_heic(data: bytes, max_pixels: int) -> Image.Image:
    """Return the main photo of a HEIC file in the same way; raises ``MediaFaultError``.

    The decoder turns it upright, as the file's own boxes say; orientation in its EXIF repeats them.
    """
    # Imported where it is needed: only `tidy` converts, on an editor's machine.
    import pillow_heif  # noqa: PLC0415

    try:
        file = pillow_heif.open_heif(data, convert_hdr_to_8bit=True)
        photo = file[file.primary_index]
        if photo.size[0] * photo.size[1] > max_pixels:
            raise MediaFaultError(PHOTO_TOO_LARGE, most=max_pixels // 1_000_000)
        image = photo.to_pillow()
    except (
        ArithmeticError,
        LookupError,
        MemoryError,
        OSError,
        EOFError,
        RuntimeError,
        SyntaxError,
        ValueError,
    ) as error:
        raise MediaFaultError(PHOTO_BROKEN) from error
    if image.mode == "RGBa":
        image = image.convert("RGBA")
    return _without_words(_rgb(image, image.info.get("icc_profile")))


def save(pixels: Image.Image, kind: str, quality: int) -> bytes:
    """Return ``pixels`` as a file of ``kind``: ``JPEG``, ``PNG`` or ``WEBP``."""
    out = io.BytesIO()
    pixels.save(out, kind, quality=quality, **_HOW[kind])
    return out.getvalue()


def _encode(pixels: Image.Image, facts: PhotoFacts, encoding: Encoding) -> bytes:
    size = (width_of(facts, encoding), height_of(facts, encoding))
    small = pixels if pixels.size == size else pixels.resize(size, Image.Resampling.LANCZOS)
    return save(small, encoding.format, encoding.quality)


def _upright(image: ImageFile.ImageFile) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # noqa: BLE001 - metadata that cannot be read turns nothing; only `tidy` comes here with it
        return image.copy()


def _rgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return ``image`` in sRGB: its profile applied, its transparency laid on white, 16 bits made 8."""
    if image.mode in _DEEP_GREY:
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("P", "PA", "LA") or "transparency" in image.info:
        image = image.convert("RGBA")
    if profile and image.mode in ("RGB", "RGBA", "L", "CMYK"):
        image = _from_profile(image, profile)
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, _WHITE)
        paper.paste(image, mask=image.getchannel("A"))
        return paper
    return image.convert("RGB")


def _from_profile(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        wanted = "RGBA" if image.mode == "RGBA" else "RGB"
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=wanted)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a profile that does not fit: the colours are taken as they are
    return converted or image


def _without_words(image: Image.Image) -> Image.Image:
    """Return the pixels alone: Pillow would write a comment of the old file into the new one."""
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    return clean
