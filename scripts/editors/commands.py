"""The commands of ``python -m scripts``: their names, where each stands, what its line of help says. Pure.

A module of a command has ``add_arguments(parser)`` and ``run(options, session)``. It is imported when
its command is given and not before: the whole house takes half a second to import, a sentence of help none.
"""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from scripts.editors.console import Session


class Module(Protocol):
    """What the module of a command holds."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may follow the name of the command."""

    def run(self, options: Namespace, session: Session) -> int:
        """Do it, and return the exit status."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command that can be named before it is known."""

    place: str
    help: str

    def module(self) -> Module:
        """Import what does it."""
        return cast("Module", import_module(f"scripts.editors.{self.place}"))


COMMANDS = {
    "check": Command("check", "kiểm mọi bài, báo mọi lỗi trong một lượt"),
    "tidy": Command(
        "tidy",
        "sửa bảng mã, dấu tổ hợp, dấu xuống dòng của các bài; bỏ vị trí và thông tin ẩn trong ảnh, xoay, thu nhỏ, "
        "đổi tên ảnh, đổi ảnh HEIC thành JPEG; bỏ thông tin ẩn trong âm thanh",
    ),
    "script": Command("press.script", "đọc thành lời: một câu, hoặc kịch bản phát thanh của một bài"),
    "approve": Command("approve", "ghi việc duyệt đăng một bài; xem bài nào chờ duyệt, bài nào đổi sau khi duyệt"),
    "withdraw": Command("withdraw", "gỡ một bài khỏi trang: xóa thư mục, ghi địa chỉ vào withdrawn.yml"),
    "build": Command("build", "kiểm rồi dựng trang"),
    "release": Command("release", "phát hành bản công khai, kiểm một bản sao, hoặc quay về bản trước"),
    "kit": Command("press.kit", "làm bộ tài liệu báo chí của một bài đã duyệt để gửi trước cho báo, đài"),
    "deploy": Command("server_files", "làm lại các tệp cài đặt máy chủ trong deploy/"),
}
