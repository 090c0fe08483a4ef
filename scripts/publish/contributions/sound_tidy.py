"""Mend recordings in place: the sound alone, without tags and pictures. Writes, and only what is not so.

What cannot be taken apart is left as it is. Tidying twice changes nothing.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from scripts.publish.contributions.mended import Mended
from scripts.publish.disk.durable import write_whole
from scripts.source.media.audio_file import READERS
from scripts.source.media.media_file import MediaFaultError, load_media
from scripts.source.media.sound.parts import NotSoundError

MAX_RAW_BYTES = 60_000_000
BARED = "bỏ thông tin ẩn"


def recordings_below(folder: Path) -> Iterator[Path]:
    """Yield every file below ``folder`` that is called a recording, sorted; no link is followed."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        for file in (Path(place, name) for name in sorted(files)):
            if file.suffix in READERS and not file.is_symlink() and file.is_file():
                yield file


def cures_for_recording(file: Path) -> tuple[str, ...]:
    """Return what ``write_tidy_recording`` would do to ``file``, in Vietnamese, or nothing."""
    return (BARED,) if _bare(file) is not None else ()


def write_tidy_recording(file: Path) -> Mended:
    """Rewrite ``file`` if anything stands beside its sound."""
    bare = _bare(file)
    if bare is None:
        return Mended(file)
    write_whole(file, bare)
    return Mended(file, (BARED,))


def _bare(file: Path) -> bytes | None:
    """Return the sound alone, or ``None`` if it is alone already or cannot be told from the rest."""
    try:
        data = load_media(file, MAX_RAW_BYTES)
        bare = READERS[file.suffix](data).bare
    except (MediaFaultError, NotSoundError):
        return None
    return bare if bare != data else None
