"""``deploy``: renew the set-up files of web servers in ``deploy/``. Writes, through ``publish``."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scripts.editors.console import GOOD, Session
from scripts.editors.messages.stopped import STOPPED, say_stopped
from scripts.publish.server_files import write_deploy_files


def add_arguments(parser: ArgumentParser) -> None:
    """Say what may follow the name of the command."""
    parser.add_argument("--out", type=Path, default=None, metavar="THƯ-MỤC", help="nơi ghi (deploy)")


def run(options: Namespace, session: Session) -> int:
    """Write what changed and say so."""
    folder = options.out or session.root / "deploy"
    try:
        changed = write_deploy_files(folder)
    except STOPPED as error:
        why, status = say_stopped(error)
        session.console.err(why)
        return status
    session.console.out(f"Đã ghi: {', '.join(changed)}\n" if changed else "Không có gì thay đổi.\n")
    return GOOD
