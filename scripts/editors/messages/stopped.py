"""What to tell an editor when a build cannot go on: the disk, another run, the engine, the wrong folder. Pure."""

from scripts.editors.console import PROBLEMS, WRONG_USE
from scripts.editors.messages.refused import say_refused
from scripts.publish.disk.lock import BusyError, Holder
from scripts.publish.disk.our_folder import NotOursError, Why
from scripts.publish.engine import EngineError
from scripts.publish.images.photos import MediaChangedError
from scripts.publish.releases.words_list import ApprovalGoneError
from scripts.render.wording import say_date
from scripts.source.approval.house_approval import HOUSE_FILE
from scripts.source.problems.shown import shown

Stopped = ApprovalGoneError | NotOursError | BusyError | EngineError | MediaChangedError | OSError
STOPPED = (ApprovalGoneError, NotOursError, BusyError, EngineError, MediaChangedError, OSError)
"""What ``publish`` raises when it cannot go on; whatever was in place is still there."""

_NOT_OURS = {
    Why.FOREIGN: "“{}” không do lệnh này làm ra nên không được đụng tới. Hãy chọn thư mục khác, trống hoặc chưa có.\n",
    Why.OLDER: "Thư mục “{0}” có vẻ do một bản cũ của lệnh này làm ra, chưa có dấu để nhận. Nếu đúng vậy, hãy xóa thư "
    "mục ấy rồi chạy lại (mọi thứ trong đó làm lại được); nếu không, hãy chọn thư mục khác.\n",
    Why.OVERLAP: "Nơi đặt trang “{}” và nơi làm việc (--build) trùng nhau hoặc nằm trong nhau ở chỗ sẽ bị xóa. "
    "Hãy chọn hai thư mục tách nhau.\n",
}


def say_stopped(error: Stopped) -> tuple[str, int]:
    """Return why it stopped and what to do, one line or more, and the exit status that goes with it."""
    if isinstance(error, NotOursError):
        return _NOT_OURS[error.why].format(shown(str(error.folder), 300)), WRONG_USE
    if isinstance(error, BusyError):
        return f"Đang có một lần chạy khác ở đây ({_say_holder(error.holder)}). Hãy chờ xong rồi chạy lại.\n", WRONG_USE
    if isinstance(error, EngineError):
        return f"MkDocs không dựng được trang:\n{error}\n", PROBLEMS
    if isinstance(error, ApprovalGoneError):
        why = f"Bản đang công khai dùng từ ngữ đã duyệt, mà {HOUSE_FILE} nay không còn. "
        return f"{why}Hãy lấy lại tệp ấy từ kho (git checkout), hoặc duyệt lại: approve --house.\n", PROBLEMS
    if isinstance(error, MediaChangedError):
        return f"Tệp {error} vừa đổi trong khi dựng. Hãy chạy lại.\n", PROBLEMS
    return say_refused(error), PROBLEMS


def _say_holder(holder: Holder) -> str:
    process, _, user = holder.who.partition(" ")
    who = f"tiến trình {process} của {user}, " if user else ""
    return f"{who}từ {holder.since:%H:%M:%S} ngày {say_date(holder.since)}"
