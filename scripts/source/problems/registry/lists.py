"""What can be wrong with the lists of the house. Pure."""

from datetime import date

from scripts.source.addresses import STORIES, story_url
from scripts.source.problems.code import Code, Severity
from scripts.source.problems.registry.facts import NOT_LIST, NOT_MAPPING, NOT_TEXT

TITLE = "Danh mục, bộ sưu tập, bài đã phát và bài đã gỡ"

_STORY = "kien-luong/gop-von"

# ---- vocabularies
TAXONOMY_MISSING = Code(
    "taxonomy-missing",
    "Tệp danh mục này thiếu hoặc trống, nên trang không dựng được. Hãy lấy lại từ kho (git checkout).",
)
TAXONOMY_NOT_LIST = NOT_LIST.worded("Tệp danh mục phải là một danh sách, mỗi mục bắt đầu bằng dấu gạch đầu dòng.")
ALIASES_NOT_MAPPING = NOT_MAPPING.worded("Tệp này phải gồm các dòng “chữ tắt: nghĩa đầy đủ”.")
ALIAS_NOT_TEXT = NOT_TEXT.worded(
    "“{typed:1000}”: mỗi nghĩa phải là một cụm chữ. "
    "Hãy viết: {typed:1000}: nghĩa, hoặc {typed:1000}: [nghĩa 1, nghĩa 2].",
    typed="MTTQ",
)
REPEATED_ALIAS = Code(
    "repeated-alias",
    "“{typed:1000}”: bỏ dấu thì trống, hoặc trùng một dòng ở trên. Hãy xóa dòng này, hoặc gộp hai dòng.",
    {"typed": "mttq"},
)
DUPLICATE_SLUG = Code(
    "duplicate-slug",
    "Mã “{slug:1000}” đã dùng ở một mục bên trên. Hãy đặt mã khác.",
    {"slug": "kinh-te"},
)
UNKNOWN_SUCCESSOR = Code(
    "unknown-successor",
    "Đơn vị ngày nay của {commune:1000} “{written}” không có trong danh mục{offer:2000}",
    {"commune": "xã Kiên Bình", "written": "kien luong", "offer": "; có phải ý bạn là “kien-luong”?"},
)
NAMES_APART = Code(
    "names-apart",
    "“{earlier:1000}” và “{later:1000}” không nối nhau: "
    "ngày to của tên trước phải là ngày from của tên sau. Hãy kiểm lại hai ngày.",
    {"earlier": "huyện Hà Tiên", "later": "thị xã Hà Tiên"},
)
TILES_TOGETHER = Code(
    "tiles-together",
    "“{name:1000}” và “{other:1000}” ở cùng một ô bản đồ. Hãy đổi column hoặc row của một nơi.",
    {"name": "huyện Hòn Đất", "other": "huyện Kiên Lương"},
)
FAINT_COLOUR = Code(
    "colour-too-faint",
    "Màu {key} “{colour}” của lĩnh vực “{name:1000}” khó đọc trên nền {ground}: tương phản chưa tới 4,5. "
    "Hãy chọn màu đậm hơn cho light, sáng hơn cho dark.",
    {"key": "light", "colour": "#e3b25a", "name": "Kinh tế", "ground": "#fbf9f4"},
)
NO_FORERUNNER = Code(
    "no-forerunner",
    "Không xã nào trong districts.yml ghi nay là “{name:1000}”. "
    "Hãy ghi successor: {slug:1000} ở các xã đã nhập vào đó, hoặc xóa đơn vị này.",
    {"name": "xã Kiên Lương", "slug": "kien-luong"},
)
UNKNOWN_PATTERN = Code(
    "unknown-pattern",
    "Họa tiết của {district:1000} “{written}” không có trong danh mục{offer:2000}",
    {"district": "huyện Hòn Đất", "written": "song", "offer": "; có phải ý bạn là “song-nuoc”?"},
)
UNKNOWN_APPROVER = Code(
    "unknown-approver",
    "Cơ quan duyệt “{written}” không có trong danh mục{offer:2000}",
    {"written": "Ban Dân vận Tỉnh", "offer": "; có phải ý bạn là “Ban Dân vận Tỉnh ủy”?"},
)
SPOKEN_AGAIN = Code(
    "spoken-again",
    "“{short:1000}”: lời đọc còn chữ tắt “{again:1000}”. Hãy viết ra thành lời, đúng như phát thanh viên đọc.",
    {"short": "VP UBND", "again": "UBND"},
)

# ---- collections
UNKNOWN_STORY = Code(
    "unknown-story",
    "Bài “{written}” không có trong danh mục{offer:2000}",
    {"written": "kien-luong/gop-vo", "offer": f"; có phải ý bạn là “{_STORY}”?"},
)
REPEATED_STORY = Code(
    "repeated-story", "Bài “{story}” có hai lần trong bộ sưu tập. Hãy xóa một dòng.", {"story": _STORY}
)

# ---- coverage
COVERAGE_NOT_MAPPING = NOT_MAPPING.worded(
    "Tệp này ghi một lần đăng, phát: các dòng story, outlet, date, title, url. Hãy chép lại từ trang báo chí."
)
COVERAGE_MISSING_STORY = Code(
    "coverage-missing-story",
    "Không có bài nào là “{story}”. Hãy chép phần sau /{stories} trong địa chỉ của bài.",
    {"story": "kien-luong/gop-vo", "stories": STORIES},
)
UNKNOWN_OUTLET = Code(
    "unknown-outlet",
    "Báo, đài “{written}” không có trong danh mục{offer:2000}",
    {"written": "Bao Kien Giang", "offer": "; có phải ý bạn là “Báo Kiên Giang”?"},
    do="Hãy ghi đúng tên trong taxonomy/outlets.yml; báo, đài mới thì nhờ người giữ trang thêm vào đó trước.",
)
FOREIGN_ADDRESS = Code(
    "foreign-address",
    "Địa chỉ “{address}” không nằm trên trang của {outlet} ({hosts:1000}). "
    "Hãy ghi địa chỉ trên trang của chính báo, đài ấy, hoặc bỏ dòng url.",
    {"address": "https://trang-khac.example/bai", "outlet": "Báo Kiên Giang", "hosts": "baokiengiang.vn"},
)

# ---- stories that wait for their hour
QUOTES_WAITING_TITLE = Code(
    "quotes-waiting-title",
    "Ở đây nêu tên của bài {story:1000}, bài chưa tới giờ đăng. Hãy bỏ tên ấy, hoặc đợi tới giờ.",
    {"story": _STORY},
)

# ---- withdrawn stories
WITHDRAWN_NOT_LIST = NOT_LIST.worded(
    "Tệp này phải là một danh sách, mỗi dòng: - {{story: địa-bàn/tên-bài, date: …, reason: …}}."
)
WITHDRAWN_TWICE = Code("withdrawn-twice", "Bài “{story:1000}” ghi hai lần. Hãy xóa một dòng.", {"story": _STORY})
WITHDRAWN_PRESENT = Code(
    "withdrawn-present",
    "Bài này đã gỡ ngày {day} (ghi ở {list:1000}) mà thư mục còn đây. Hãy chạy lại "
    "lệnh withdraw để xóa thư mục; nếu được đăng lại thì xóa dòng của bài trong {list:1000}, "
    "rồi duyệt bằng văn bản mới.",
    {"day": date(2026, 11, 24), "list": "withdrawn.yml"},
)
REVOKED_NOT_LIST = NOT_LIST.worded(
    "Tệp này phải là một danh sách, mỗi dòng: - {{story: địa-bàn/tên-bài, digest: …, date: …, kind: …}}. "
    "Hãy lấy lại từ kho (git checkout)."
)
REVOKED_TWICE = Code(
    "revoked-twice", "Một dấu duyệt của bài “{story:1000}” ghi hai lần như nhau. Hãy xóa dòng sau.", {"story": _STORY}
)
# ---- stories that have moved
MOVED_NOT_LIST = NOT_LIST.worded(
    "Tệp này phải là một danh sách, mỗi dòng: - {{old: địa-bàn/tên-cũ, new: địa-bàn/tên-mới}}."
)
MOVED_TWICE = Code("moved-twice", "Địa chỉ cũ “{old:1000}” ghi hai lần. Hãy giữ một dòng.", {"old": _STORY})
MOVED_PRESENT = Code(
    "moved-present",
    "“{old:1000}” ghi là đã chuyển mà thư mục còn đó. Hãy xóa dòng này, hoặc chuyển nốt thư mục.",
    {"old": _STORY},
)
MOVED_WITHDRAWN = Code(
    "moved-withdrawn",
    "“{old:1000}” đã gỡ (withdrawn.yml): địa chỉ ấy chỉ báo đã gỡ, không dẫn đi đâu. Hãy xóa dòng này.",
    {"old": _STORY},
)
MOVED_IN_CIRCLE = Code(
    "moved-in-circle",
    "Địa chỉ này dẫn vòng về chính nó qua “{new:1000}”. Hãy để mỗi địa chỉ cũ dẫn tới nơi bài đang nằm.",
    {"new": _STORY},
)
MOVED_TO_NOWHERE = Code(
    "moved-to-nowhere",
    "Bài “{written}” không có trong danh mục{offer:2000}",
    {"written": "kien-luong/gop-vo", "offer": f"; có phải ý bạn là “{_STORY}”?"},
    do="Hãy ghi ở new nơi bài đang nằm: địa-bàn/tên-bài.",
)
MOVED_UNTOLD = Code(
    "moved-untold",
    "Bài này trước ở “{old:1000}”, địa chỉ ấy sẽ không mở được nữa; địa chỉ nằm trong dấu duyệt, nên bài đã duyệt mà "
    "chuyển thì là bản thảo cho đến khi duyệt lại. Hãy thêm vào content/moved.yml dòng: {line:1000}",
    {"old": _STORY, "line": "- {old: kien-luong/gop-von, new: hon-dat/gop-von}"},
    severity=Severity.REMARK,
)

UNKNOWN_REASON = Code(
    "unknown-reason",
    "Lý do gỡ “{written}” không có trong danh mục{offer:2000}",
    {"written": "sai su that", "offer": "; có phải ý bạn là “sai-su-that”?"},
)
LINK_WITHDRAWN_STORY = Code(
    "link-withdrawn-story",
    "Liên kết “{target}” trỏ tới bài đã gỡ ngày {day}; trang chỉ còn hiện chữ. Hãy bỏ liên kết khi sửa bài lần tới.",
    {"target": f"/{story_url(_STORY)}", "day": date(2026, 11, 24)},
    severity=Severity.REMARK,
)
REPEATED_TITLE = Code(
    "repeated-title",
    "Tên bài trùng với {path:1000}. Hãy thêm ấp, năm hoặc tên đơn vị vào tên bài.",
    {"path": "content/models/kien-luong/gop-von/index.md"},
)
REPEATED_COLLECTION_TITLE = REPEATED_TITLE.worded(
    "Tên trùng với {path:1000}. Hãy đặt tên khác.", path="content/collections/mua-lu.md"
)
REPEATED_REPORT_TITLE = REPEATED_TITLE.worded(
    "Tên trùng với {path:1000}. Hãy thêm nơi hoặc thời kỳ vào tên báo cáo.", path="content/reports/mot-huyen.md"
)
