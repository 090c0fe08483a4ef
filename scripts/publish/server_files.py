"""Write the set-up files of web servers into ``deploy/``. Writes what changed."""

from pathlib import Path

from scripts.publish.disk.durable import write_whole
from scripts.publish.disk.our_folder import NotOursError
from scripts.render.servers.server_files import render_deploy_files

_MADE_BY_US = b"Made by `python -m scripts deploy`"
"""Stands in the first line of each of these files."""


def write_deploy_files(folder: Path) -> list[str]:
    """Make the files of ``folder`` what the policy says; return the names of those that changed.

    Raises ``NotOursError`` before anything is written when a file of that name is somebody else's.
    """
    files = render_deploy_files()
    changed = [name for name, text in files.items() if _ours_in(folder / name) != text.encode()]
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        write_whole(folder / name, files[name].encode())
    return changed


def _ours_in(file: Path) -> bytes | None:
    """Return what ``file`` holds, or ``None`` if there is none; raises ``NotOursError``."""
    if not file.exists() and not file.is_symlink():
        return None
    data = file.read_bytes() if file.is_file() and not file.is_symlink() else b""
    if _MADE_BY_US not in data.partition(b"\n")[0]:
        raise NotOursError(file)
    return data
