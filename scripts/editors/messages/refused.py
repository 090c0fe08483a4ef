"""What to tell an editor when the system refuses to read or write: the disk, rights, a folder for a file. Pure."""

import errno

from scripts.source.problems.shown import shown
from scripts.source.problems.system_words import say_why

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def say_refused(error: OSError) -> str:
    """Return one line: what happened, where, and what to do."""
    where = f" (“{shown(str(error.filename), 300)}”)" if error.filename else ""
    if error.errno in _FULL:
        return f"Đĩa đã đầy, không ghi tiếp được{where}. Hãy dọn bớt rồi chạy lại.\n"
    if error.errno in _FORBIDDEN:
        return f"Không có quyền đọc hoặc ghi{where}. Hãy kiểm lại quyền của thư mục rồi chạy lại.\n"
    return f"Không đọc hoặc ghi được{where}: {say_why(error)}. Hãy xem lại chỗ ấy rồi chạy lại.\n"
