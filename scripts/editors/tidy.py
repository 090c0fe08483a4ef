"""``tidy``: mend what can be mended without a decision. Writes, through ``publish``."""

from argparse import ArgumentParser, Namespace

from scripts.editors.console import GOOD, Occasion
from scripts.publish.tidy import write_tidy
from scripts.render.wording import say_number
from scripts.source.library import load_library

NAME = "tidy"
HELP = "sửa bảng mã, dấu tổ hợp, dấu xuống dòng của các bài"


def add_arguments(_parser: ArgumentParser) -> None:
    """Nothing may follow the name of the command."""


def run(_options: Namespace, occasion: Occasion) -> int:
    """Rewrite stories that are not NFC, LF or without BOM; say which."""
    changed = write_tidy(load_library(occasion.content, occasion.today).files)
    occasion.console.out("".join(f"Đã sửa: {file}\n" for file in changed))
    occasion.console.err(f"Đã sửa {say_number(len(changed))} tệp.\n")
    return GOOD
