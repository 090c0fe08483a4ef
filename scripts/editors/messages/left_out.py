"""What a build or a release left out, and what stopped one: where, why, what to do. Pure."""

from scripts.editors.console import GOOD, LEFT_OUT
from scripts.editors.messages.report import FORMATS
from scripts.editors.messages.verdict import say_checked
from scripts.render.wording import say_number
from scripts.source.library import Library


def say_left_out(library: Library) -> str:
    """Return a line for each reason why something is left out, then how much is; empty when nothing is."""
    if not library.left_out:
        return ""
    places = len({problem.path for problem in library.left_out})
    return (
        f"{FORMATS['text'](library.left_out)}"
        f"Mọi thứ khác đã xong, nhưng {say_number(places)} nơi nêu trên bị để lại, chưa lên trang. "
        "Hãy sửa từng chỗ rồi chạy lại.\n"
    )


def say_stopped_by(library: Library, undone: str) -> str:
    """Return what was read and which places stop everything; ``undone`` says what was not done, as a sentence."""
    paths = sorted({problem.path for problem in library.stopping})
    return (
        f"{say_checked(library)}{undone} Mọi trang đều dựa vào {', '.join(paths)}. "
        "Hãy sửa các lỗi ở đó trước rồi chạy lại.\n"
    )


def status_of(library: Library) -> int:
    """Return the exit status of what was done with ``library``: good, or done with something left out."""
    return LEFT_OUT if library.left_out else GOOD
