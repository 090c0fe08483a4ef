"""The manifest of a release: the SHA-256 of every file, as ``sha256sum -c`` reads it. Reads; the text is made here.

Paths are sorted by their bytes, so the same files give the same manifest wherever they lie. Whoever can
edit a page can make its sums anew: a manifest proves something only beside its own hash, kept elsewhere.
"""

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.publish.releases.readable import closed_to_readers

MANIFEST = "SHA256SUMS"
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<path>[^\\\r\n]+)")

Digests = Mapping[str, str]
"""The SHA-256 of each file, in hexadecimal, by its path below the release."""


class ManifestError(Exception):
    """A folder has no manifest, or one that nobody of ours has written."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What is not as the manifest says: paths, sorted."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    changed: tuple[str, ...]
    closed: tuple[str, ...] = ()
    """What a web server may not read, though its bytes may be right."""

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.missing or self.extra or self.changed or self.closed)


def manifest_of(digests: Digests) -> str:
    """Return the text of ``SHA256SUMS``.

    ``ValueError`` for what is not a plain file, or has a name that ``sha256sum`` would have to escape.
    """
    lines = [f"{digests[path]}  {path}" for path in sorted(digests, key=os.fsencode)]
    if strange := [line for line in lines if not _LINE.fullmatch(line)]:
        message = f"not a public file: {strange[0]!r}"
        raise ValueError(message)
    return "".join(f"{line}\n" for line in lines)


def digest_files(folder: Path) -> dict[str, str]:
    """Return the digest of every file below ``folder`` but its manifest; empty for what is not a plain file.

    A symbolic link is not followed: what it points at is no part of the folder.
    """
    digests: dict[str, str] = {}
    for place, folders, files in os.walk(folder):
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in (*files, *links):
            path = Path(place, name)
            if (relative := path.relative_to(folder).as_posix()) != MANIFEST:
                digests[relative] = _digest(path)
    return digests


def load_manifest(folder: Path) -> dict[str, str]:
    """Return what the manifest in ``folder`` says; raises ``ManifestError`` when it is missing or malformed."""
    try:
        text = _manifest_in(folder).decode()
    except UnicodeDecodeError as error:
        raise ManifestError(folder) from error
    lines = [_LINE.fullmatch(line) for line in text.split("\n")[:-1]]
    digests = {line["path"]: line["digest"] for line in lines if line}
    if not digests or len(digests) != len(lines) or not text.endswith("\n"):
        raise ManifestError(folder)
    return digests


def compare(folder: Path, expected: str | None = None) -> Differences:
    """Return how the files in ``folder`` differ from its manifest; raises ``ManifestError`` when it has none.

    ``expected`` is the SHA-256 that the manifest itself must have; another one counts as a file that changed.
    """
    said, found = load_manifest(folder), digest_files(folder)
    if expected is not None:
        said[MANIFEST], found[MANIFEST] = expected, digest_of_manifest(_manifest_in(folder))
    return Differences(
        missing=tuple(sorted(said.keys() - found.keys())),
        extra=tuple(sorted(found.keys() - said.keys())),
        changed=tuple(sorted(path for path in said.keys() & found.keys() if said[path] != found[path])),
        closed=tuple(sorted(closed_to_readers(folder))),
    )


def digest_of_manifest(manifest: bytes) -> str:
    """Return the hash that stands for a whole release: it goes into its name."""
    return hashlib.sha256(manifest).hexdigest()


def _manifest_in(folder: Path) -> bytes:
    file = folder / MANIFEST
    try:
        if file.is_symlink() or not file.is_file():
            raise ManifestError(folder)
        return file.read_bytes()
    except PermissionError as error:
        raise ManifestError(folder) from error


def _digest(path: Path) -> str:
    try:
        if path.is_symlink() or not path.is_file():
            return ""
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except PermissionError:  # nobody knows what it holds, so it is not what it should be
        return ""
