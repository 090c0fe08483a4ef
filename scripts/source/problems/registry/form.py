"""What can be wrong with a file as bytes and as text. Pure."""

from scripts.source.problems.code import Code, Severity

TITLE = "Bảng mã và khuôn của tệp"

# ---- bytes and characters
UNREADABLE = Code(
    "unreadable", "Không đọc được tệp này ({why}). Hãy kiểm lại quyền của tệp.", {"why": "không có quyền"}
)
UNREADABLE_FOLDER = UNREADABLE.worded("Không mở được thư mục này. Hãy kiểm lại quyền của thư mục.")
UNREADABLE_MEDIA = UNREADABLE.worded(
    "Tệp “{name:1000}” không đọc được ({why}). Hãy kiểm lại quyền của tệp.", name="hop-to.jpg", why="không có quyền"
)
FILE_TOO_LARGE = Code(
    "file-too-large",
    "Tệp nặng {size:,} byte, quá mức {most:,} byte. "
    "Hãy rút gọn bài, hoặc bỏ phần dán nhầm (ảnh, bảng tính) ra khỏi tệp.",
    {"size": 1_204_880, "most": 200_000},
)
NOT_UTF_8 = Code(
    "not-utf-8",
    "Từ chỗ này chữ không phải UTF-8 (thường là tệp gõ bằng bảng mã cũ: Windows-1258, TCVN3 hoặc VNI). "
    "Hãy chuyển mã sang Unicode (UniKey: Ctrl+Shift+F6) rồi lưu lại là UTF-8.",
)
UTF_16 = NOT_UTF_8.worded(
    "Tệp lưu ở dạng UTF-16. Hãy lưu lại với bảng mã UTF-8 (trong Notepad: Save As, Encoding: UTF-8)."
)
BYTE_ORDER_MARK = Code(
    "byte-order-mark",
    "Đầu tệp có dấu BOM không nhìn thấy. Hãy lưu lại là “UTF-8” (không phải “UTF-8 with BOM”), "
    "hoặc chạy: python -m scripts tidy.",
)
NOT_NFC = Code(
    "not-nfc",
    "Chữ có dấu được gõ ở dạng tổ hợp (NFD): nhìn giống nhưng máy hiểu là chữ khác. "
    "Hãy chạy: python -m scripts tidy, hoặc gõ lại bằng Unicode dựng sẵn.",
)
FORBIDDEN_CHARACTER = Code(
    "forbidden-character",
    "Có ký tự không nhìn thấy hoặc hỏng: {name:1000}. Hãy xóa ký tự này.",
    {"name": "U+200B (ZERO WIDTH SPACE)"},
)
FORBIDDEN_ENTITY = FORBIDDEN_CHARACTER.worded(
    "Có mã “&…;” của một ký tự không nhìn thấy: {name:1000}. Hãy xóa mã này.", name="U+202E (RIGHT-TO-LEFT OVERRIDE)"
)
FORBIDDEN_ESCAPE = FORBIDDEN_CHARACTER.worded(
    "Trong ngoặc kép có mã của một ký tự không nhìn thấy: {name:1000}. Hãy xóa mã đó (dấu \\ và chữ sau nó).",
    name="U+200B (ZERO WIDTH SPACE)",
)
LEGACY_FONT = Code(
    "legacy-font",
    "Chữ ở đây gõ theo phông cũ (TCVN3 hoặc VNI), người đọc sẽ thấy chữ lạ. "
    "Hãy chuyển mã sang Unicode (UniKey: Ctrl+Shift+F6) rồi dán lại.",
)

NEW_TONE_STYLE = Code(
    "new-tone-style",
    "“{written}” đặt dấu kiểu mới; trang này viết “{mended}”. "
    "Hãy sửa, trừ khi đó là tên riêng hoặc tên văn bản chép đúng như in.",
    {"written": "hoà", "mended": "hòa"},
    severity=Severity.REMARK,
)

# ---- the two parts of a file
EMPTY_FILE = Code("empty-file", "Tệp rỗng. Hãy chép bài mẫu trong trang Góp bài vào rồi điền.")
FRONT_MATTER_MISSING = Code(
    "front-matter-missing",
    "Dòng đầu tiên phải là “---” để mở phần dữ kiện của bài. Hãy thêm dòng này lên đầu tệp.",
)
FRONT_MATTER_UNCLOSED = Code(
    "front-matter-unclosed",
    "Phần dữ kiện mở bằng “---” nhưng chưa đóng. Hãy thêm một dòng “---” trước phần lời văn.",
)
FRONT_MATTER_NOT_MAPPING = Code(
    "front-matter-not-mapping",
    "Phần dữ kiện phải gồm các dòng “tên mục: giá trị”, không phải một danh sách hay một câu.",
    do="Hãy viết mỗi dòng một mục, như bài mẫu trong trang Góp bài.",
)
