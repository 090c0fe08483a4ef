"""Write the set-up files of web servers into ``deploy/``. Writes what changed."""

from pathlib import Path

from scripts.publish.disk.durable import write_whole
from scripts.render.servers.server_files import render_deploy_files


def write_deploy_files(folder: Path) -> list[str]:
    """Make the files of ``folder`` what the policy says; return the names of those that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    changed: list[str] = []
    for name, text in render_deploy_files().items():
        file = folder / name
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            write_whole(file, text.encode())
            changed.append(name)
    return changed
