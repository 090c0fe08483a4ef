"""Keep what a programmer needs to see of a fault of ours. Writes one file."""

from pathlib import Path

from scripts.publish.disk.durable import write_whole

FAULT_FILE = "loi-chuong-trinh.txt"


def keep_fault(folder: Path, details: str) -> Path | None:
    """Write ``details`` into ``folder`` and return the file; ``None`` when even that cannot be done."""
    file = folder / FAULT_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(file, details.encode(errors="backslashreplace"))
    except OSError:
        return None
    return file
