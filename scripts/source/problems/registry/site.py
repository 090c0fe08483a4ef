"""What the last check refuses in a finished site: for whoever keeps it, hardly ever for a contributor. Pure."""

from scripts.source.addresses import story_url
from scripts.source.problems.code import Code
from scripts.source.problems.registry.body import LINK_SCHEME
from scripts.source.problems.registry.files import FILE_TYPE

TITLE = "Kiểm tra cuối trên trang đã dựng"

_DO = (
    "Trang đang công khai vẫn giữ nguyên. Người giữ trang: hãy xem trang được nêu, sửa mẫu trang, mã nguồn "
    "hoặc trang viết tay trong docs/, rồi dựng lại."
)
_OTHER = story_url("kien-luong/gop-von")


def _of_site(name: str, says: str, house: str = "", **example: object) -> Code:
    """Return an entry; ``house`` says why no contributor's words can cause it (``Code.house``)."""
    return Code(name, says, example, do=_DO, house=house)


_SHELL = "the shell of every page is the theme's"
_OURS = "only our writers make such files, pages or marks; what is contributed is copied by name"
_CODE = "scripts, styles and headers are files of this repository, guarded by review"


# ---- the page as a page
PAGE_TOO_HEAVY = _of_site("page-too-heavy", "Trang nặng {size:,} byte, nhiều nhất {most:,}.", size=81_250, most=60_000)
PAGE_LANGUAGE = _of_site("page-language", 'Trang thiếu lang="vi".', house=_SHELL)
PAGE_TITLE = _of_site("page-title", "Trang phải có đúng một tên trang.", house=_SHELL)
PAGE_TITLE_REPEATED = _of_site(
    "page-title-repeated", "Tên trang “{title}” trùng với {page:1000}.", title="Góp vốn", page="a/index.html"
)
PAGE_TITLE_MARKUP = _of_site("page-title-markup", "Tên trang có ký tự < hoặc >.")
PAGE_DESCRIPTION = _of_site("page-description", "Trang thiếu lời mô tả.")
PAGE_HEADING = _of_site("page-heading", "Trang có {count} đề mục lớn nhất, phải có đúng một.", count=2)
IMAGE_ALT = _of_site("image-alt", "Ảnh “{src}” thiếu alt.", src="hop-to.webp")
IMAGE_SIZE = _of_site("image-size", "Ảnh “{src}” thiếu width hoặc height.", house=_OURS, src="hop-to.webp")

# ---- links
BROKEN_LINK = _of_site("broken-link", "Liên kết “{target}” không trỏ tới tệp nào.", target="../gop-von/")
BROKEN_LINK_IN_CSS = BROKEN_LINK.worded("Tệp CSS tải “{target}”, không có tệp đó.", target="../fonts/a.woff2")
BROKEN_ANCHOR = _of_site(
    "broken-anchor", "Liên kết “#{anchor}” không có trong {file:1000}.", anchor="ket-qua", file="a/index.html"
)
LINK_SCHEME_ON_PAGE = LINK_SCHEME.worded("Liên kết “{target}” không được phép.", target="javascript:alert(1)")
ADDRESS_FORM = _of_site(
    "address-form", "Địa chỉ “{target}” có dấu cách, ký tự điều khiển hoặc dấu \\.", target="gop von/"
)
OWN_ADDRESS = _of_site(
    "own-address", "Địa chỉ “{target}” phải ở đúng nơi đặt trang.", house=_SHELL, target="https://khac.example/"
)
FOREIGN_ORIGIN = _of_site(
    "foreign-origin", "Thẻ <{tag}> tải từ nơi khác: “{target}”.", tag="img", target="https://khac.example/a.png"
)
FOREIGN_ORIGIN_IN_CSS = FOREIGN_ORIGIN.worded(
    "Tệp CSS tải “{target}”: chỉ dùng tệp của trang.", target="https://khac.example/a.woff2"
)

# ---- what could act
MARKUP_UNCLEAR = _of_site("markup-unclear", "Trang có dấu < mà trình duyệt có thể hiểu khác máy kiểm.")
PAGE_TAG = _of_site("page-tag", "Trang có thẻ <{tag}> không được phép.", tag="iframe")
PAGE_ATTRIBUTE = _of_site("page-attribute", "Trang có thuộc tính {attribute} không được phép.", attribute="srcdoc")
HANDLER = _of_site("handler", "Trang có thuộc tính {attribute}: mã chạy ngay trong thẻ.", attribute="onclick")
INLINE_STYLE = _of_site("inline-style", "Trang có thuộc tính style. Kiểu dáng chỉ nằm trong tệp CSS.")
INLINE_SCRIPT = _of_site("inline-script", "Trang có mã chạy viết thẳng trong trang. Mã chỉ nằm trong tệp .js.")
UNKNOWN_SCRIPT = _of_site(
    "unknown-script", "Trang chạy {file}, không có trong danh sách SCRIPTS.", house=_CODE, file="assets/js/la.js"
)
UNKNOWN_SCRIPT_FILE = UNKNOWN_SCRIPT.worded(
    "Tệp mã này không có trong danh sách SCRIPTS (scripts/publish/gate/inventory.py)."
)
JSON_LD = _of_site("json-ld", "Khối dữ liệu JSON-LD không đọc được, hoặc có dấu < (hãy viết \\u003c).")
POLICY = _of_site("policy", "Trang thiếu chính sách an toàn, hoặc có lệnh meta http-equiv khác.", house=_CODE)
POLICY_LATE = POLICY.worded("Chính sách an toàn phải đứng trước mọi tệp mà trang tải.")
STORY_TAG = _of_site("story-tag", "Lời văn của bài có thẻ <{tag}> không được phép.", tag="iframe")

# ---- what must not be seen
TEMPLATE_LEAK = _of_site(
    "template-leak", "Trang lộ ký hiệu của khuôn mẫu (hai dấu ngoặc nhọn, hoặc ngoặc nhọn kèm % hay #)."
)
FRONT_MATTER_LEAK = _of_site("front-matter-leak", "Trang lộ phần dữ kiện của bài.")
DRAFT_IN_PUBLIC = _of_site(
    "draft-in-public",
    "Bản công khai không được có bản thảo, bài chưa tới giờ đăng, hay phần dành cho người biên tập.",
    house=_OURS,
)
WITHHELD_MENTIONED = _of_site(
    "withheld-mentioned", "Tệp này còn nhắc tới “{address}”, trang đã ẩn hoặc gỡ.", address=_OTHER
)
TITLE_BEFORE_ITS_HOUR = _of_site(
    "title-before-its-hour",
    "Tệp này nhắc tên của bài {story}, bài chưa tới giờ đăng: hãy bỏ tên ấy, hoặc đợi tới giờ.",
    story="kien-luong/gop-von",
)
EDITORS_WORDS = _of_site(
    "editors-words",
    "Tệp này có lời chỉ dành cho người biên tập (điều cần kiểm lại) của {file:1000}.",
    house="of approved texts alone, which no contribution puts a question to; nor what public words say too",
    file="content/models/kien-luong/gop-von/index.md",
)
WITHDRAWN_LINKED = _of_site("withdrawn-linked", "Trang còn dẫn tới bài đã gỡ: {address}.", address=_OTHER)
WITHDRAWN_MARK = _of_site("withdrawn-mark", "Trang mang dấu bài đã gỡ mà không có trong withdrawn.yml.", house=_OURS)
WITHDRAWN_PAGE = _of_site(
    "withdrawn-page", "Địa chỉ của bài đã gỡ chỉ được có lời báo đã gỡ, kèm noindex.", house=_OURS
)
WITHDRAWN_PAGE_MISSING = WITHDRAWN_PAGE.worded("Thiếu trang báo bài đã gỡ ở địa chỉ này.")
WITHDRAWN_LEFTOVER = _of_site("withdrawn-leftover", "Tệp của bài đã gỡ còn nằm trên trang.", house=_OURS)

# ---- what has moved
MOVED_PAGE = _of_site(
    "moved-page", "Địa chỉ cũ của bài đã chuyển chỉ được có trang dẫn tới địa chỉ mới, kèm noindex.", house=_OURS
)
MOVED_PAGE_MISSING = MOVED_PAGE.worded("Thiếu trang dẫn tới địa chỉ mới.")
MOVED_MARK = MOVED_PAGE.worded("Trang mang dấu bài đã chuyển mà không có trong moved.yml.")
MOVED_LEFTOVER = MOVED_PAGE.worded("Tệp của bài đã chuyển còn nằm ở địa chỉ cũ.")

# ---- files
FILE_TYPE_ON_SITE = FILE_TYPE.worded("Loại tệp này không được có trong trang.")
FILE_UNEXPLAINED = _of_site(
    "file-unexplained", "Không rõ tệp này từ đâu ra: không trang hay tệp nào sinh ra nó.", house=_OURS
)
FILE_UNUSED = _of_site("file-unused", "Không trang nào dùng tệp này.")
