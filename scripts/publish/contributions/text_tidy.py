"""Rewrite stories the way the checker wants them. Writes whole files, and only what changed."""

from collections.abc import Iterable
from pathlib import Path

from scripts.publish.disk.durable import write_whole
from scripts.source.text.characters import tidied


def write_tidy(files: Iterable[Path]) -> list[Path]:
    """Rewrite each of ``files`` in UTF-8, NFC, LF, without BOM; return those that changed.

    A file that is not UTF-8 at all is left as it is: guessing its old encoding could spoil it.
    """
    changed: list[Path] = []
    for file in files:
        data = file.read_bytes()
        tidy = tidied(data)
        if tidy != data:
            write_whole(file, tidy)
            changed.append(file)
    return changed
