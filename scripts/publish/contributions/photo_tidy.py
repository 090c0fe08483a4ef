"""Mend photos in place: no position, nothing hidden, upright, not too large. Writes, and only what is not so.

A photo that cannot be decoded to its end is left as it is. Tidying twice changes nothing.
"""

from collections.abc import Iterable
from pathlib import Path

from scripts.publish.disk.durable import write_whole
from scripts.publish.images.photo_pixels import pixels_of, save
from scripts.source.media.media_file import MediaFaultError, load_media
from scripts.source.media.photo_file import MAX_PHOTO_BYTES, MAX_PIXELS, open_photo
from scripts.source.media.photo_metadata import is_plain, is_turned, kind_of, position_in, position_packed_in
from scripts.source.tree import PHOTO_ENDINGS

MAX_RAW_BYTES = 60_000_000
MAX_RAW_PIXELS = 2 * MAX_PIXELS
"""The largest phones take 108 megapixels."""
LONG_SIDES = (4000, 2400, 1600)
"""Pixels to which a photo that is too large is shrunk, the first that makes it light enough."""
SHRINK = "thu nhỏ"
_QUALITY = 92


def photos_beside(stories: Iterable[Path]) -> list[Path]:
    """Return the photos in the folders of ``stories``, sorted; no link is followed."""
    found = (file for story in stories for file in sorted(story.parent.iterdir()))
    return [file for file in found if file.suffix in PHOTO_ENDINGS and file.is_file() and not file.is_symlink()]


def cures_for(file: Path) -> tuple[str, ...]:
    """Return what ``write_tidy_photo`` would do to ``file``; nothing for what is good or cannot be opened."""
    try:
        return _cures(load_media(file, MAX_RAW_BYTES))
    except (MediaFaultError, OSError, SyntaxError, ValueError):
        return ()


def write_tidy_photo(file: Path) -> tuple[str, ...]:
    """Rewrite ``file`` if there is a cure for it; return what was done, in Vietnamese, or nothing."""
    try:
        data = load_media(file, MAX_RAW_BYTES)
        if done := _cures(data):
            # What is written must be good, whatever was wrong with what was there.
            tidy = next(made for side in LONG_SIDES if not _cures(made := _tidied(data, done, side)))
            write_whole(file, tidy)
    except (MediaFaultError, StopIteration, OSError, SyntaxError, ValueError):
        return ()
    return done


def _cures(data: bytes) -> tuple[str, ...]:
    with open_photo(data, MAX_RAW_PIXELS) as image:
        kind, large = kind_of(image), len(data) > MAX_PHOTO_BYTES or image.width * image.height > MAX_PIXELS
        if kind == "PNG":
            image.load()
        try:
            cures = {
                "bỏ vị trí chụp": position_in(data) or position_packed_in(image),
                "xoay cho đứng": is_turned(image),
                "bỏ thông tin ẩn": not is_plain(data, image),
            }
        except Exception:  # noqa: BLE001 - metadata that cannot be read goes too
            cures = {"bỏ thông tin ẩn": True}
    return tuple(cure for cure, needed in {**cures, SHRINK: large}.items() if needed)


def _tidied(data: bytes, done: tuple[str, ...], long_side: int) -> bytes:
    """Return the photo as pixels alone; only one that is too large loses any."""
    with open_photo(data, MAX_RAW_PIXELS) as image:
        kind, size = kind_of(image), image.size
    scale = min(1.0, long_side / max(size)) if SHRINK in done else 1.0
    pixels = pixels_of(data, scale, MAX_RAW_PIXELS)
    if scale < 1:
        pixels.thumbnail((long_side, long_side))
    return save(pixels, kind, _QUALITY)
