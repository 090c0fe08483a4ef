"""Keep what a programmer needs to see of a fault of ours. Writes one file."""

from contextlib import suppress
from pathlib import Path

from scripts.publish.disk.durable import write_whole
from scripts.publish.disk.our_folder import WORKPLACE, NotOursError, claim

FAULT_FILE = "loi-chuong-trinh.txt"


def keep_fault(folder: Path, details: str) -> Path | None:
    """Write ``details`` into ``folder`` and return the file; ``None`` when even that cannot be done."""
    file = folder / FAULT_FILE
    try:
        with suppress(NotOursError):  # a file more spoils nobody's folder
            claim(folder, WORKPLACE)
        write_whole(file, details.encode(errors="backslashreplace"))
    except OSError:
        return None
    return file
