"""Whether a web server may read a release: the modes of its files and folders. Reads modes only.

Sums say nothing of modes, and whoever checks them is often root, who may read everything: a page of
mode 000 has the right sum and is a 403 to the public.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path


def closed_to_readers(folder: Path) -> Iterator[str]:
    """Yield, by its path below ``folder``, each file that others may not read and each folder they may not pass.

    What lies in a closed folder is not named apart; ``folder`` itself is ``.``. A link is no part of a release.
    """
    for place, folders, files in os.walk(folder):
        if not _may(Path(place), stat.S_IXOTH):
            yield f"{Path(place).relative_to(folder).as_posix()}/".removeprefix("./") or "."
            folders.clear()
            continue
        for name in files:
            if not _may(Path(place, name), stat.S_IROTH):
                yield Path(place, name).relative_to(folder).as_posix()


def _may(path: Path, right: int) -> bool:
    mode = path.lstat().st_mode
    return stat.S_ISLNK(mode) or bool(mode & right)
