"""Which folders are ours to empty: those that carry a mark of ours. Looks at them, and writes the marks. Writes.

A build deletes what it no longer needs, and a mistyped path is quickly written: ``--build .`` would
delete what lies below ``docs/``. So a folder is used only if it is missing, empty or marked, and the
mark is the first thing that is put into it: a killed run leaves no folder of ours that we refuse.
"""

import re
from enum import Enum
from pathlib import Path

WORKPLACE = ".workplace"
"""Marks a folder of work, ``build/``."""
SITE = ".edition"
"""Marks a site on a workbench, ``site/`` and what lies beside it for a moment; says which edition it is."""
RELEASES = ".release.lock"
"""Marks a folder of releases, ``public/``: the lock that every release holds."""
DOCS, CACHE, LOCK = "docs", "cache", ".lock"
"""What is in a workplace."""

_TEXT = (
    "Thư mục này do lệnh build, release làm ra; mọi thứ trong đây có thể bị xóa bất cứ lúc nào. "
    "Đừng để tệp của mình ở đây.\n"
)

_HOLDER = re.compile(rb"[0-9]+ [^\s]+")


class Why(Enum):
    """Why a folder is refused."""

    FOREIGN = "something in it was made by nobody of ours"
    OLDER = "it looks like a workplace that was made before workplaces had a mark"
    OVERLAP = "what one of the two folders may empty holds the other"


class NotOursError(Exception):
    """A folder that we would empty is not ours; nothing was written or deleted."""

    def __init__(self, folder: Path, why: Why = Why.FOREIGN) -> None:
        super().__init__(folder)
        self.folder, self.why = folder, why


def refuse_foreign(folder: Path, mark: str) -> None:
    """Raise ``NotOursError`` unless ``folder`` is missing, empty, or carries ``mark``."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise NotOursError(folder)
    if any(folder.iterdir()) and not _is_plain(folder / mark):
        raise NotOursError(folder, Why.OLDER if mark == WORKPLACE and _seems_older(folder) else Why.FOREIGN)


def refuse_foreign_workplace(build: Path, out: Path) -> None:
    """Raise ``NotOursError`` unless ``build`` may be worked in, and what is emptied there does not hold ``out``."""
    refuse_foreign(build, WORKPLACE)
    for inside in (build / DOCS, build / CACHE):
        if inside.is_symlink():
            raise NotOursError(inside)
    work, site = build.resolve(), out.resolve()
    if work.is_relative_to(site) or any(site.is_relative_to(work / name) for name in (DOCS, CACHE)):
        raise NotOursError(out, Why.OVERLAP)


def is_within_ours(folder: Path) -> bool:
    """Return whether ``folder`` is, or lies below, a folder that carries one of our marks: work, a site, releases."""
    place = folder.resolve()
    return any(_is_plain(one / mark) for one in (place, *place.parents) for mark in (WORKPLACE, SITE, RELEASES))


def claim(folder: Path, mark: str, text: str = _TEXT) -> None:
    """Make ``folder`` ours, and make it if it is missing; raises ``NotOursError`` if it is somebody else's."""
    refuse_foreign(folder, mark)
    folder.mkdir(parents=True, exist_ok=True)
    if not _is_plain(folder / mark):
        (folder / mark).write_text(text, encoding="utf-8")


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _seems_older(folder: Path) -> bool:
    """Both folders, and a lock that says what ours say: a process and its user."""
    if not ((folder / DOCS).is_dir() and (folder / CACHE).is_dir() and _is_plain(folder / LOCK)):
        return False
    return _HOLDER.fullmatch((folder / LOCK).read_bytes()) is not None
