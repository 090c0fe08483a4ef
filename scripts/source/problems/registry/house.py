"""What can be wrong with the approval of the house's words, and what waits for one. Pure."""

from datetime import date

from scripts.source.problems.code import Code, Severity
from scripts.source.problems.registry.approval import APPROVAL_BY_STRANGER
from scripts.source.problems.registry.facts import NOT_MAPPING

TITLE = "Từ ngữ của trang: nhãn, lời đọc, bộ sưu tập, báo cáo"

_DO = "Hãy nhờ cơ quan có trách nhiệm xem và duyệt: python -m scripts approve --house."
_ACT = {"document": "57-CV/BTGDVTU", "day": date(2026, 11, 20)}

HOUSE_NOT_MAPPING = NOT_MAPPING.worded(
    "Tệp này giữ từ ngữ đã duyệt của trang: by, document, date, digest, words, collections, reports; nay trống hoặc "
    "sai dạng. "
    "Hãy lấy lại từ kho (git checkout), hoặc duyệt lại: python -m scripts approve --house."
)
HOUSE_BY_HAND = Code(
    "house-approval-by-hand",
    "Tệp này không còn như lệnh approve --house đã ghi, nên không tính là đã duyệt. "
    "Hãy lấy lại từ kho (git checkout), hoặc duyệt lại: python -m scripts approve --house.",
)
HOUSE_BY_STRANGER = APPROVAL_BY_STRANGER.worded(
    "Đóng góp từ ngoài không được thêm, sửa hay xóa tệp này. "
    "Hãy để nguyên như cũ; cơ quan có trách nhiệm sẽ duyệt sau: python -m scripts approve --house."
)

# ---- remarks: what readers do not see yet
HOUSE_NOT_APPROVED = Code(
    "house-not-approved",
    "Chưa có lần duyệt từ ngữ nào của trang: nhãn và lời đọc lên trang như đang ghi, bộ sưu tập và báo cáo chưa lên.",
    severity=Severity.REMARK,
    do=_DO,
)
WORD_CHANGED = Code(
    "house-word-not-approved",
    "“{word:80}” chưa được duyệt: bản công khai còn dùng “{approved:80}” ({document}, {day}).",
    {"word": "Kinh tế xóm", "approved": "Kinh tế", **_ACT},
    severity=Severity.REMARK,
    do=_DO,
)
WORD_NEW = WORD_CHANGED.worded("“{word:80}” chưa được duyệt nên bản công khai chưa có.", word="Kinh tế biển")
COLLECTION_WAITS = Code(
    "collection-not-approved",
    "Bộ sưu tập này chưa được duyệt, hoặc đã đổi sau khi duyệt, nên chỉ có ở bản xem trước.",
    severity=Severity.REMARK,
    do=_DO,
)
REPORT_WAITS = Code(
    "report-not-approved",
    "Báo cáo này chưa được duyệt, đã đổi sau khi duyệt hoặc còn điều cần kiểm lại, nên chỉ có ở bản xem trước.",
    severity=Severity.REMARK,
    do=_DO,
)
MORE_WORDS = WORD_CHANGED.worded(
    "Còn {count} từ khác chưa được duyệt. Xem hết: python -m scripts approve --house --diff", count=7
)
STORY_WAITS = Code(
    "story-waits-for-word",
    "Bài đã duyệt nhưng chưa lên trang: {waiting:300} chưa có tên nào được duyệt.",
    {"waiting": "methods/gop-von-xoay-vong"},
    severity=Severity.REMARK,
    do=_DO,
)
