"""What one code means and what to do about it, for the screen. Pure."""

from scripts.source.problems.code import Code, Severity
from scripts.source.problems.look_up import CODES, wordings_of
from scripts.source.problems.shown import shown
from scripts.source.text.nearest import nearest

_KINDS = {
    Severity.PROBLEM: "lỗi, bài chưa đăng được cho đến khi sửa xong",
    Severity.REMARK: "lời nhắc, không chặn bài",
    Severity.ADVICE: "gợi ý viết hay hơn, không chặn bài",
}


def say_code(code: Code) -> str:
    """Return what ``check --explain`` says of ``code``: kind, example, cure, a part a line."""
    lines = [f"{code.name}: {_KINDS[code.severity]}", f"  Ví dụ: {code.fault}", f"  Làm gì: {code.cure}"]
    for other in wordings_of(code):
        if other.fault != code.fault:
            lines.append(f"  Hoặc: {other.fault}")
        if other.cure != code.cure:
            lines.append(f"  Làm gì: {other.cure}")
    return "".join(f"{line}\n" for line in lines)


def say_unknown_code(written: str) -> str:
    """Return the message for a code that there is not, with the nearest that is."""
    guess = nearest(written, CODES)
    cure = f"có phải ý bạn là “{guess}”?" if guess else "mã là chữ trong ngoặc vuông ở cuối mỗi lời báo."
    return f"Không có mã “{shown(written)}”: {cure}\n"
