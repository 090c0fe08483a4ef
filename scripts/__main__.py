"""The command line, ``python -m scripts …``: the only place that reads the clock."""

import argparse
import io
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from scripts.catalog.catalog import Edition
from scripts.editors import commands
from scripts.editors.report import FORMATS
from scripts.publish.build import Workplace

ROOT = Path(__file__).resolve().parent.parent
VIETNAM = timezone(timedelta(hours=7))


class _Parser(argparse.ArgumentParser):
    """argparse with its few fixed words in Vietnamese."""

    def error(self, message: str) -> "NoReturn":  # type: ignore[name-defined]  # noqa: F821
        self.exit(commands.WRONG_USE, f"{self.format_usage()}{self.prog}: dùng sai: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # Messages are Vietnamese whatever the locale says; a letter must not end in a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    content = options.content
    if not content.is_dir():
        sys.stderr.write(f"Không có thư mục “{content}”. Hãy kiểm lại tham số --content.\n")
        return commands.WRONG_USE
    console = commands.Console(sys.stdout.write, sys.stderr.write)
    today = datetime.now(UTC).astimezone(VIETNAM).date()
    if options.command == "tidy":
        return commands.tidy(content, today, console)
    if options.command == "check":
        return commands.check(content, options.paths, options.format, today, console)
    place = Workplace(ROOT, options.build, options.out, options.site_url)
    return commands.build(content, Edition(options.edition), place, today, console)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m scripts", description="Kiểm và dựng trang Dân vận khéo.")
    parser.add_argument(
        "--content", type=Path, default=Path("content"), metavar="DIR", help="thư mục nội dung (content)"
    )
    named = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", parser_class=_Parser)
    check = named.add_parser("check", help="kiểm mọi bài, báo mọi lỗi trong một lượt")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="chỉ kiểm các bài này")
    check.add_argument("--format", choices=sorted(FORMATS), default="text", help="dạng báo lỗi")
    named.add_parser("tidy", help="sửa bảng mã, dấu tổ hợp, dấu xuống dòng của các bài")
    build = named.add_parser("build", help="kiểm rồi dựng trang")
    editions = [edition.value for edition in Edition]
    build.add_argument("--edition", choices=editions, default=Edition.PREVIEW.value, help="bản xem trước hay công khai")
    build.add_argument("--out", type=Path, default=Path("site"), metavar="DIR", help="nơi đặt trang (site)")
    build.add_argument("--build", type=Path, default=Path("build"), metavar="DIR", help="nơi làm việc (build)")
    build.add_argument("--site-url", default="", metavar="URL", help="địa chỉ công khai của trang")
    return parser


if __name__ == "__main__":
    sys.exit(main())
