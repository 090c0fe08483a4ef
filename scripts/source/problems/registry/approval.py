"""What can be wrong with an approval, and what changed since it was given. Pure."""

from datetime import date

from scripts.source.problems.code import Code, Severity
from scripts.source.problems.registry.facts import MISSING_KEY

TITLE = "Duyệt đăng, và những gì đổi sau khi duyệt"

_SINCE = "sau khi duyệt ({document}, {day})"
_ACT = {"document": "57-CV/BTGDVTU", "day": date(2026, 11, 20)}

APPROVAL_BY_HAND = Code(
    "approval-by-hand",
    "Mục {name:1000} thiếu hoặc sai. Khối approval chỉ do lệnh python -m scripts approve ghi. "
    "Hãy xóa cả khối này rồi gửi bài chờ duyệt.",
    {"name": "“approval.digest” (Dấu kiểm)"},
)
APPROVAL_BY_STRANGER = Code(
    "approval-by-stranger",
    "Bài góp từ ngoài không được thêm hay sửa khối approval. "
    "Hãy xóa các dòng approval này, hoặc để nguyên như cũ; "
    "cơ quan có trách nhiệm sẽ duyệt sau: python -m scripts approve.",
)
LIST_BY_STRANGER = APPROVAL_BY_STRANGER.worded(
    "Bài góp từ ngoài không được thêm, sửa hay bỏ dòng nào trong tệp này: chỉ người phụ trách ghi vào, bằng lệnh. "
    "Hãy để tệp như cũ (git checkout).",
)
MOVE_BY_STRANGER = APPROVAL_BY_STRANGER.worded(
    "Bài góp từ ngoài chỉ được thêm dòng vào tệp này, không được sửa hay bỏ dòng cũ: "
    "địa chỉ báo đã in phải còn dẫn tới đúng bài. Hãy trả các dòng ấy lại như cũ.",
)
TEXT_BY_STRANGER = APPROVAL_BY_STRANGER.worded(
    "Bài này đã được sửa sau khi duyệt nên là bản thảo; "
    "bài góp từ ngoài không được đưa nó về lời văn hay ảnh đã duyệt. "
    "Hãy giữ các chỗ đã sửa, hoặc xóa khối approval; cơ quan có trách nhiệm sẽ duyệt sau.",
)
FILE_BY_STRANGER = Code(
    "beyond-content",
    "Bài góp từ ngoài chỉ được đổi tệp trong thư mục “{folder:1000}”, không đổi mã, quy trình máy, trang viết tay. "
    "Hãy bỏ tệp này khỏi bài góp; cần sửa nó thì mở một pull request khác để người giữ trang đọc.",
    {"folder": "content"},
)
SUBMODULE_BY_STRANGER = FILE_BY_STRANGER.worded(
    "Bài góp từ ngoài không được kéo theo một kho khác (submodule). Hãy bỏ mục này khỏi bài góp.",
)
QUESTION_BY_STRANGER = Code(
    "question-by-stranger",
    "Bài góp từ ngoài không được bỏ, sửa hay trả lời điều cần kiểm lại đã có ở đây (to_verify): "
    "người biên tập làm việc ấy. Hãy để các điều ấy như cũ; biết câu trả lời thì viết vào lời kèm pull request.",
)
QUESTIONS_GONE = QUESTION_BY_STRANGER.worded(
    "Tệp này có điều cần kiểm lại (to_verify), nên bài góp từ ngoài không được xóa nó. "
    "Hãy lấy lại tệp (git checkout); bài chuyển chỗ thì đặt ở địa chỉ chưa có bài nào, giữ lời văn và mục ấy, "
    "rồi khai ở moved.yml.",
)
QUESTIONS_LEFT_BEHIND = QUESTION_BY_STRANGER.worded(
    "Lời văn ở đây vốn của “{origin:1000}”, nơi có điều cần kiểm lại (to_verify): lời đi đâu, các điều ấy theo đó. "
    "Hãy chép nguyên văn các điều ấy vào mục to_verify của bài này, hoặc bỏ lời văn ấy khỏi bài.",
    origin="models/kien-luong/gop-von/index.md",
)
REMOVED_BY_STRANGER = APPROVAL_BY_STRANGER.worded(
    "Tệp này đã được duyệt, nên bài góp từ ngoài không được xóa nó: gỡ bài là việc của người phụ trách. "
    "Hãy lấy lại tệp (git checkout) và mở một issue nói vì sao cần gỡ; "
    "bài chuyển chỗ thì đặt ở địa chỉ chưa có bài nào, giữ lời văn, rồi khai ở moved.yml.",
)
ANSWER_BY_STRANGER = QUESTION_BY_STRANGER.worded(
    "Bài góp từ ngoài không được ghi câu trả lời: chỉ người biên tập ghi, khi đã hỏi cơ quan. "
    "Hãy xóa answer, by, date ở đây; biết câu trả lời thì viết vào lời kèm pull request.",
)
DOUBT_BY_STRANGER = QUESTION_BY_STRANGER.worded(
    "Thêm một điều cần kiểm lại vào chỗ đã duyệt là rút nó khỏi trang, nên bài góp từ ngoài không được thêm. "
    "Hãy mở một issue nói rõ chỗ nghi ngờ; người biên tập sẽ xem.",
)
REVOKED_LINE_GONE = Code(
    "revoked-line-gone",
    "Danh sách này chỉ thêm, không bớt: lần ghi trước (commit) có dấu duyệt đã thu hồi của bài “{story:1000}”, "
    "nay dòng ấy mất hoặc bị sửa. Hãy lấy lại tệp (git checkout), rồi chạy lại lệnh đã định làm.",
    {"story": "kien-luong/gop-von"},
)
APPROVER_NOT_IN_OFFICE = Code(
    "approver-not-in-office",
    "“{by}” không duyệt được vào ngày {day}. Hãy kiểm lại cơ quan và ngày.",
    {"by": "Ban Dân vận Tỉnh ủy", "day": date(2026, 11, 20)},
)
APPROVED_BEFORE_WRITTEN = Code(
    "approved-before-written",
    "Ngày duyệt {approved} sớm hơn {written} ở dòng {line}, nên lời văn này lúc ấy chưa có. "
    "Hãy kiểm lại hai ngày, hoặc duyệt lại bằng văn bản mới: python -m scripts approve.",
    {"approved": date(2020, 1, 5), "written": "ngày 12-8-2020", "line": 14},
)
CONSENT_BEFORE_APPROVAL = Code(
    "consent-before-approval",
    "{person} chưa đồng ý cho nêu tên, nên chưa duyệt được. Hãy hỏi ý người ấy, hoặc bỏ tên khỏi bài.",
    {"person": "Nguyễn Văn Bịa"},
)
QUESTION_BEFORE_APPROVAL = Code(
    "question-before-approval",
    "Bài chưa duyệt được: còn một điều chưa kiểm xong, về {about} (“{text:600}”). "
    "Hãy hỏi cho rõ rồi ghi vào mục này: answer (câu trả lời), by (cơ quan trả lời), date (ngày trả lời).",
    {"about": "con số", "text": "Báo cáo ghi 20 nhà, danh sách có 21 chữ ký."},
)
STEPS_BEFORE_APPROVAL = Code(
    "steps-before-approval",
    "Bài đầy đủ (format: full) mà “Cách làm” mới có {steps} câu, cần ít nhất {least}: nơi khác chưa làm theo được nên "
    "chưa duyệt được. Hãy kể ai làm gì trước, nói với ai, mỗi bên góp gì; chưa biết thì đổi thành format: snapshot.",
    {"steps": 1, "least": 3},
)

WITHDRAWAL_UNDONE = Code(
    "withdrawal-undone",
    "Lần ghi trước (commit) có bài “{story:1000}” trong danh sách bài đã gỡ, nay dòng ấy mất hoặc bị sửa. "
    "Nếu lỡ tay, hãy lấy lại tệp (git checkout); muốn đăng lại bài thì phải duyệt bằng văn bản mới.",
    {"story": "kien-luong/gop-von"},
    severity=Severity.REMARK,
)

# ---- remarks: the seal counts no more, whatever the text is
SEAL_REVOKED = Code(
    "seal-revoked",
    "Dấu duyệt này đã bị thu hồi ngày {day} nên không còn giá trị, dù lời văn đúng như lúc duyệt; bài là bản thảo. "
    "Hãy xin văn bản duyệt mới rồi duyệt lại (python -m scripts approve), hoặc xóa khối approval này.",
    {"day": date(2026, 11, 24)},
    severity=Severity.REMARK,
)
SEAL_SUPERSEDED = SEAL_REVOKED.worded(
    "Ngày {day}, một lần duyệt khác đã thay dấu duyệt này, nên nó không còn giá trị; bài là bản thảo. "
    "Hãy lấy lại bài và khối approval của lần duyệt sau, hoặc duyệt lại bằng văn bản mới (python -m scripts approve).",
    day=date(2026, 11, 24),
)

# ---- remarks: the seal holds, and yet somebody doubts
QUESTION_AFTER_APPROVAL = Code(
    "question-after-approval",
    "Bài đã duyệt mà điều này chưa kiểm xong, nên bản công khai tạm không có bài. "
    "Hãy hỏi cho rõ rồi ghi answer, by và date: bài hiện lại, không phải duyệt lại nếu lời văn vẫn đúng.",
    severity=Severity.REMARK,
)

# ---- remarks: the story is a draft again, and these are the places
CHANGED_SINCE_APPROVAL = Code(
    "changed-since-approval",
    f"Dòng này đổi {_SINCE}.",
    _ACT,
    severity=Severity.REMARK,
    do="Hãy duyệt lại bài (python -m scripts approve), hoặc sửa chỗ này về như cũ.",
)
APPROVAL_EDITED = Code(
    "approval-edited",
    "Khối approval bị sửa sau khi ghi (lúc duyệt: {document}, {day}), nên bài lại là bản thảo. "
    "Hãy trả dòng này về như cũ, hoặc duyệt lại theo văn bản mới: python -m scripts approve.",
    _ACT,
    severity=Severity.REMARK,
)
LINE_GONE = CHANGED_SINCE_APPROVAL.worded(f"Ngay trước dòng này đã bỏ một dòng {_SINCE}.", **_ACT)
LINES_GONE = CHANGED_SINCE_APPROVAL.worded(f"Ngay trước dòng này đã bỏ {{count}} dòng {_SINCE}.", count=3, **_ACT)
LINE_ADDED = CHANGED_SINCE_APPROVAL.worded(f"Dòng này thêm vào {_SINCE}.", **_ACT)
LINES_ADDED = CHANGED_SINCE_APPROVAL.worded(f"Dòng này (đến dòng {{last}}) thêm vào {_SINCE}.", last=31, **_ACT)
LINE_REWRITTEN = CHANGED_SINCE_APPROVAL.worded(f"Dòng này đổi {_SINCE}; trước có {{count}} dòng.", count=3, **_ACT)
LINES_REWRITTEN = CHANGED_SINCE_APPROVAL.worded(
    f"Dòng này (đến dòng {{last}}) đổi {_SINCE}; trước có {{count}} dòng.", last=31, count=2, **_ACT
)
MEDIA_CHANGED_SINCE_APPROVAL = Code(
    "media-changed-since-approval",
    f"Tệp “{{file:1000}}” đổi {_SINCE}: không còn là tệp đã duyệt.",
    {"file": "hop-to.jpg", **_ACT},
    severity=Severity.REMARK,
    do="Hãy duyệt lại bài (python -m scripts approve), hoặc đặt lại tệp cũ.",
)
MORE_CHANGES = Code(
    "more-changes",
    f"Còn {{count}} chỗ khác đổi {_SINCE}. Xem hết: python -m scripts approve --diff {{story:1000}}",
    {"count": 7, "story": "kien-luong/gop-von", **_ACT},
    severity=Severity.REMARK,
    do="Hãy xem hết các chỗ đổi bằng lệnh ấy, rồi duyệt lại bài.",
)
APPROVED_TEXT_UNKNOWN = Code(
    "approved-text-unknown",
    "Bài không còn đúng bản đã duyệt nên lại là bản thảo. Không chỉ ra được dòng đã đổi: {why:1000}.",
    {"why": "chưa lần ghi nào (commit) giữ bản đã duyệt, hoặc bài đã chuyển thư mục"},
    severity=Severity.REMARK,
    do="Hãy duyệt lại bài: python -m scripts approve.",
)

# ---- what the fact check asked
ANSWER_UNSIGNED = MISSING_KEY.worded(
    "Điều cần kiểm lại này đã có answer mà thiếu mục {name:1000}. Hãy thêm, ví dụ: {key}: {example:1000}",
    name="“to_verify.1.by” (Cơ quan trả lời)",
    key="by",
    example="Hội Nông dân xã Kiên Bình",
)
ANSWER_MISSING = MISSING_KEY.worded(
    "Điều cần kiểm lại này ghi {key} mà chưa có answer (câu trả lời). "
    "Hãy ghi thêm answer, hoặc xóa {key} cho tới khi có trả lời.",
    key="by",
)
ANSWER_SAYS_NOTHING = MISSING_KEY.worded(
    "Câu trả lời này chưa nói điều gì nên điều cần kiểm lại vẫn còn đó. Hãy ghi cơ quan đã nói hay chỉ ra điều gì, "
    "ví dụ: “{example:1000}” Chưa hỏi được thì xóa answer, by, date.",
    example="Sổ của hội ghi 22 hộ.",
)
