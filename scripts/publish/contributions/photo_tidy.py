"""Mend photos: no position, nothing hidden, upright, not too large, under a plain name. Writes, and only if need be.

A photo is known by its bytes, whatever its name says; one of a telephone (HEIC) becomes a JPEG.
A photo that cannot be decoded to its end is left as it is. Tidying twice changes nothing.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from scripts.publish.contributions.mended import Mended
from scripts.publish.contributions.photo_names import with_new_name
from scripts.publish.disk.durable import give_name, sync, write_whole
from scripts.publish.disk.unbroken import unbroken
from scripts.publish.images.photo_pixels import pixels_of, pixels_of_heic, save
from scripts.source.media.image_kind import HEIC, image_kind, plain_photo_name
from scripts.source.media.media_file import MediaFaultError, load_media
from scripts.source.media.photo_file import MAX_PHOTO_BYTES, MAX_PIXELS, open_photo
from scripts.source.media.photo_metadata import is_plain, is_turned, kind_of, position_in, position_packed_in
from scripts.source.tree import STORY_FILE

MAX_RAW_BYTES = 60_000_000
MAX_RAW_PIXELS = 2 * MAX_PIXELS
"""The largest phones take 108 megapixels."""
LONG_SIDES = (4000, 2400, 1600)
"""Pixels to which a photo that is too large is shrunk, the first that makes it light enough."""
SHRINK, RENAME, CONVERT = "thu nhỏ", "đổi tên", "đổi thành JPEG"
_QUALITY = 92
_SIGN_BYTES = 255
_UNREADABLE = (MediaFaultError, OSError, SyntaxError, ValueError)


def photos_below(folder: Path) -> Iterator[Path]:
    """Yield every file below ``folder`` that begins as a photo does, sorted; no link is followed."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        for file in (Path(place, name) for name in sorted(files)):
            if not file.is_symlink() and file.is_file() and image_kind(_start_of(file)):
                yield file


def cures_for_photo(file: Path) -> tuple[str, ...]:
    """Return what ``write_tidy_photo`` would do to ``file``; nothing for what is good or cannot be opened."""
    try:
        data = load_media(file, MAX_RAW_BYTES)
        return (*_cures(data), *_new_name(file, data))
    except _UNREADABLE:
        return ()


def write_tidy_photo(file: Path) -> Mended:
    """Rewrite ``file`` if there is a cure for it, and the story beside it if the photo gets another name."""
    try:
        data = load_media(file, MAX_RAW_BYTES)
        cures, renamed = _cures(data), _new_name(file, data)
        # What is written must be good, whatever was wrong with what was there.
        tidy = next(made for made in _tidied(data, cures) if not _cures(made)) if cures else data
    except (*_UNREADABLE, StopIteration):
        return Mended(file)
    # From here on an OSError is the disk's, which an editor must hear of.
    if not renamed:
        if cures:
            write_whole(file, tidy)
        return Mended(file, cures)
    new = _free_name(file.with_name(plain_photo_name(file.name, image_kind(data))), file, tidy)
    with unbroken():
        still_named = _move(file, new, tidy)
    return Mended(new, (*cures, *renamed), still_named)


def _new_name(file: Path, data: bytes) -> tuple[str, ...]:
    return (RENAME,) if plain_photo_name(file.name, image_kind(data)) != file.name else ()


def _free_name(wanted: Path, old: Path, data: bytes) -> Path:
    """Return ``wanted`` or the first name like it that is free, or holds ``data``: left by a run that was killed."""
    number, free = 1, wanted
    while os.path.lexists(free) and not _is_one(free, old) and (free.is_symlink() or free.read_bytes() != data):
        number += 1
        free = wanted.with_stem(f"{wanted.stem}-{number}")
    return free


def _move(old: Path, new: Path, data: bytes) -> bool:
    """Put ``data`` at ``new`` in place of ``old``; return whether the story beside it still says the old name.

    The new file, then the story, then the old one: a run that is killed between loses nothing, and
    the next one goes on where it stopped.
    """
    if _is_one(new, old):
        # Capitals count for nothing on this disk: the two names are one file.
        write_whole(old, data)
        give_name(old, new)
        return _tell_story(old, new)
    write_whole(new, data)
    still_named = _tell_story(old, new)
    old.unlink()
    sync(old.parent)
    return still_named


def _tell_story(old: Path, new: Path) -> bool:
    story = old.with_name(STORY_FILE)
    if story.is_symlink() or not story.is_file():
        return False
    try:
        text = story.read_bytes().decode()
    except UnicodeDecodeError:
        return False
    told = with_new_name(text, old.name, new.name)
    if told != text:
        write_whole(story, told.encode())
    return old.name in told


def _is_one(one: Path, other: Path) -> bool:
    return os.path.lexists(one) and not one.is_symlink() and one.samefile(other)


def _start_of(file: Path) -> bytes:
    try:
        return load_media(file, _SIGN_BYTES)
    except MediaFaultError:
        return b""


def _cures(data: bytes) -> tuple[str, ...]:
    if image_kind(data) == HEIC:
        cures = {"bỏ vị trí chụp": _tells_position(data), CONVERT: True}
        return tuple(cure for cure, needed in cures.items() if needed)
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


def _tells_position(data: bytes) -> bool:
    try:
        return position_in(data)
    except Exception:  # noqa: BLE001 - metadata that cannot be read goes too
        return False


def _tidied(data: bytes, cures: tuple[str, ...]) -> Iterator[bytes]:
    """Yield the photo as pixels alone, then smaller and smaller; only one that is too large loses any."""
    kind = image_kind(data)
    for long_side in LONG_SIDES if SHRINK in cures else (MAX_RAW_PIXELS, *LONG_SIDES):
        if kind == HEIC:
            pixels = pixels_of_heic(data, MAX_RAW_PIXELS)
        else:
            with open_photo(data, MAX_RAW_PIXELS) as image:
                scale = min(1.0, long_side / max(image.size))
            pixels = pixels_of(data, scale, MAX_RAW_PIXELS)
        if long_side < max(pixels.size):
            pixels.thumbnail((long_side, long_side))
        yield save(pixels, "JPEG" if kind == HEIC else kind, _QUALITY)
