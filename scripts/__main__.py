"""The command line, ``python -m scripts …``: the only place that reads the clock."""

import argparse
import io
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from scripts.editors import approve, build, check, release, script, tidy, withdraw
from scripts.editors import server_files as deploy
from scripts.editors.console import WRONG_USE, Console, Session
from scripts.source.vietnam_time import VIETNAM

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = {command.NAME: command for command in (check, tidy, script, approve, withdraw, build, release, deploy)}


class _Parser(argparse.ArgumentParser):
    """argparse with its few fixed words in Vietnamese."""

    def error(self, message: str) -> "NoReturn":  # type: ignore[name-defined]  # noqa: F821
        self.exit(WRONG_USE, f"{self.format_usage()}{self.prog}: dùng sai: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # Messages are Vietnamese whatever the locale says; a letter must not end in a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    if not options.content.is_dir():
        sys.stderr.write(f"Không có thư mục “{options.content}”. Hãy kiểm lại tham số --content.\n")
        return WRONG_USE
    today = datetime.now(UTC).astimezone(VIETNAM).date()
    console = Console(sys.stdout.write, sys.stderr.write)
    status: int = COMMANDS[options.command].run(options, Session(ROOT, options.content, today, console))
    return status


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m scripts", description="Kiểm và dựng trang Dân vận khéo.")
    parser.add_argument(
        "--content", type=Path, default=Path("content"), metavar="DIR", help="thư mục nội dung (content)"
    )
    named = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", parser_class=_Parser)
    for command in COMMANDS.values():
        command.add_arguments(named.add_parser(command.NAME, help=command.HELP))
    return parser


if __name__ == "__main__":
    sys.exit(main())
