"""What tidying did to one photo or recording. Pure."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mended:
    """What was done to a file."""

    file: Path
    """Where it is now."""
    done: tuple[str, ...] = ()
    """In Vietnamese; nothing if the file was good, or cannot be mended."""
    still_named: bool = False
    """Whether the story still speaks of the old name, where no machine can tell what is meant."""
