"""The command line, ``python -m scripts …``: the only place that reads the clock and the environment."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any, NoReturn

from scripts.publish.disk.unbroken import STOPS

SIGNALLED, NOBODY_READS = 128, 141
"""Exit statuses as a shell gives them: this plus the signal's number (Ctrl+C: 130); a pipe whose reader has gone."""
SAID_STOPPED = "Đã dừng theo yêu cầu; không có gì dở dang, chạy lại lúc nào cũng được.\n"


def _listen(heard: Callable[[int, FrameType | None], Any] | signal.Handlers) -> None:
    """Let ``heard`` answer; what whoever started us wants not to be heard (nohup, a job behind) stays unheard."""
    for number in STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, heard)


def _end_at_once(number: int, _: FrameType | None) -> NoReturn:
    """Nothing has been begun yet."""
    sys.stderr.write(SAID_STOPPED)
    sys.stderr.flush()
    os._exit(SIGNALLED + number)


if __name__ == "__main__":
    _listen(_end_at_once)  # before what is imported below: that takes a while, and Ctrl+C in it would be a traceback

import argparse
import io
import traceback
from datetime import UTC, datetime
from pathlib import Path

from scripts.editors.commands import COMMANDS
from scripts.editors.console import OUR_FAULT, PROBLEMS, WRONG_USE, Console, Session
from scripts.source.vietnam_time import VIETNAM

ROOT = Path(__file__).resolve().parent.parent

_WORDS = {
    "the following arguments are required": "còn thiếu",
    "one of the arguments": "phải có một trong",
    "is required": "",
    "unrecognized arguments": "không có tham số",
    "invalid choice": "không có lựa chọn này",
    "choose from": "hãy chọn",
    "expected one argument": "cần một giá trị theo sau",
    "not allowed with argument": "không đi cùng",
    "argument ": "tham số ",
}
"""What argparse says in English, in the order of looking."""


class _Parser(argparse.ArgumentParser):
    """argparse with its few fixed words in Vietnamese."""

    def __init__(self, **told: Any) -> None:
        super().__init__(add_help=False, **told)
        self._positionals.title, self._optionals.title = "ghi sau lệnh", "có thể thêm"
        self.add_argument("-h", "--help", action="help", help="hiện lời hướng dẫn này")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "cách dùng: ", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "cách dùng: ", 1)

    def error(self, message: str) -> NoReturn:
        for english, ours in _WORDS.items():
            message = message.replace(english, ours)
        self.exit(WRONG_USE, f"{self.format_usage()}{self.prog}: dùng sai: {message}\n")


class _CommandParser(_Parser):
    """The words after the name of a command; its module is asked for them when they are needed."""

    def __init__(self, *, command: str, **told: Any) -> None:
        super().__init__(**told)
        self.command = command

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        COMMANDS[self.command].module().add_arguments(self)
        return super().parse_known_args(args, namespace)


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
    moment = datetime.now(UTC).astimezone(VIETNAM)
    console = Console(sys.stdout.write, sys.stderr.write)
    return COMMANDS[options.command].module().run(options, Session(ROOT, options.content, moment, console))


def main_without_traceback() -> int:
    """Run ``main``; what nobody foresaw is one sentence, and the details are kept in a file for whoever mends it."""
    _CAME.clear()
    try:
        status = main()
        sys.stdout.flush()
    except KeyboardInterrupt as stopped:
        sys.stderr.write(SAID_STOPPED)
        return _status_of(stopped)
    except BrokenPipeError:
        sys.stdout = None  # what is left has no reader; closing it would only complain
        return NOBODY_READS
    except Exception as error:  # noqa: BLE001 - the last door: past it there is only a traceback
        if (behind := _stop_behind(error)) is not None:
            sys.stderr.write(SAID_STOPPED)
            return _status_of(behind)
        if isinstance(error, OSError) and error.errno is not None:
            sys.stderr.write(_say_refused(error))
            return PROBLEMS
        sys.stderr.write(_say_our_fault(error))
        return OUR_FAULT
    return status


def _say_refused(error: OSError) -> str:
    from scripts.editors.messages.refused import say_refused  # noqa: PLC0415 - imported when the system refuses

    return f"{say_refused(error).rstrip()} Tệp nào chưa ghi xong thì vẫn nguyên như cũ.\n"


def _say_our_fault(error: Exception) -> str:
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("scripts"):
        return f"Thiếu thư viện “{error.name}”. Hãy chạy “make site” một lần, rồi dùng .venv/bin/python.\n"
    from scripts.publish.fault_file import keep_fault  # noqa: PLC0415 - imported when there is a fault, not before

    kept = keep_fault(ROOT / "build", traceback.format_exc())
    where = f"Chi tiết nằm ở tệp {kept}; hãy gửi tệp ấy" if kept else "Hãy gửi dòng này"
    return f"Chương trình gặp lỗi của chính nó ({type(error).__name__}). {where} cho người giữ mã nguồn.\n"


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m scripts", description="Kiểm và dựng trang Dân vận khéo.")
    parser.add_argument(
        "--content", type=Path, default=Path("content"), metavar="THƯ-MỤC", help="thư mục nội dung (content)"
    )
    named = parser.add_subparsers(
        dest="command", required=True, metavar="LỆNH", parser_class=_CommandParser, title="các lệnh"
    )
    for name, command in COMMANDS.items():
        named.add_parser(name, help=command.help, command=name)
    return parser


class _Stopped(KeyboardInterrupt):
    """A signal came. Not ``KeyboardInterrupt`` itself: once that has passed an ``exec``, Python ends by SIGINT."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


_CAME: list[_Stopped] = []
"""The signals that came: a library may answer one with an error of its own that does not say so."""


def _stop(number: int, _: FrameType | None) -> NoReturn:
    """Whatever is being done clears away what it has begun; ``unbroken`` steps are done first."""
    _CAME.append(_Stopped(number))
    raise _CAME[-1]


def _stop_again(lost: "sys.UnraisableHookArgs") -> None:
    """What is raised in a callback of the interpreter itself is dropped there: it is raised again a moment later."""
    if not isinstance(lost.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(lost)
        return
    number = _status_of(lost.exc_value) - SIGNALLED
    signal.signal(signal.SIGALRM, lambda *_: _stop(number, None))
    signal.setitimer(signal.ITIMER_REAL, 0.01)


def _stop_behind(error: BaseException | None) -> KeyboardInterrupt | None:
    """Return the signal that ``error`` was made of, or that came before it.

    Python wraps what is raised while a class is being made, and pydantic tells of it in words alone.
    """
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__
    return error or next(iter(_CAME), None)


def _status_of(stopped: KeyboardInterrupt) -> int:
    return SIGNALLED + (stopped.number if isinstance(stopped, _Stopped) else signal.SIGINT)


def _run() -> int:
    """Run the command so that it can be stopped at any moment; once it has ended it ends."""
    _listen(_stop)
    sys.unraisablehook = _stop_again
    try:
        return main_without_traceback()
    except KeyboardInterrupt as stopped:  # a second one, while the first was being answered
        return _status_of(stopped)
    finally:
        _listen(signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(_run())
