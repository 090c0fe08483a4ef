"""What can be wrong with the prose of a story: sections, links, marks of Markdown. Pure."""

from scripts.source.addresses import STORIES, story_url
from scripts.source.problems.code import Code, Severity

TITLE = "Lời văn của bài"

_STORY = f"/{story_url('kien-luong/gop-von')}"

BODY_EMPTY = Code("body-empty", "Bài chưa có lời văn. Hãy viết ít nhất phần “## Cách làm”.")
SECTION_MISSING = Code(
    "section-missing",
    "Thiếu phần “## {heading:1000}”. Hãy thêm phần này và viết vài câu.",
    {"heading": "Cách làm"},
)
SECTION_EMPTY = Code(
    "section-empty",
    "Phần “## {heading:1000}” chưa có chữ nào. Hãy viết vài câu, hoặc xóa đề mục này.",
    {"heading": "Kết quả"},
)
SECTION_REPEATED = Code("section-repeated", "Phần “{heading}” bị lặp. Hãy gộp làm một.", {"heading": "Cách làm"})
SECTION_UNKNOWN = Code(
    "section-unknown",
    "Phần “{heading}” không có trong khuôn bài: có phải ý bạn là “## {guess}”?",
    {"heading": "Kêt qua", "guess": "Kết quả"},
)
SECTION_UNLIKE_ANY = SECTION_UNKNOWN.worded(
    "Phần “{heading}” không có trong khuôn bài. Hãy dùng một trong: {known:1000}.",
    heading="Lời bạt",
    known="Bối cảnh, Cách làm, Kết quả",
)
HEADING_LEVEL = Code(
    "heading-level",
    "Đề mục mở bằng “{marks}” không dùng trong bài (tên bài đã là đề mục lớn nhất). "
    "Hãy dùng “##” cho phần, “###” cho mục con.",
    {"marks": "#"},
)
SUBHEADING_ALONE = HEADING_LEVEL.worded("Mục con “###” phải nằm dưới một phần “##”. Hãy thêm phần, ví dụ: ## Cách làm.")
HEADING_IN_REPORT = HEADING_LEVEL.worded(
    "Lời văn của báo cáo không có đề mục: tên báo cáo đã là đề mục. Hãy viết thành câu, hoặc tách thành hai báo cáo."
)
HEADING_NESTED = Code(
    "heading-nested",
    "Đề mục không nằm trong danh sách, trích dẫn hay chú thích. Hãy đưa “##” ra đầu dòng riêng.",
)
LINK_MISSING_STORY = Code(
    "link-missing-story",
    "Không có bài nào ở “{target}”. Hãy kiểm lại địa chỉ, hoặc xóa liên kết.",
    {"target": _STORY},
)
LINK_ANCHOR = Code(
    "link-anchor",
    "Liên kết “#{target}” không có phần nào như vậy trong bài. Hãy sửa hoặc xóa.",
    {"target": "ket-qua"},
)
LINK_SCHEME = Code(
    "link-scheme",
    "Liên kết “{target}” không được phép. Chỉ dùng địa chỉ bắt đầu bằng https:// hoặc mailto:.",
    {"target": "javascript:alert(1)"},
    do="Hãy sửa hoặc bỏ liên kết này.",
)
LINK_TARGET = Code(
    "link-target",
    "Liên kết “{target}” không trỏ tới đâu. Hãy dùng địa chỉ đầy đủ https://…, "
    "hoặc /{stories}<địa bàn>/<bài>/ cho bài khác trên trang.",
    {"target": "../gop-von", "stories": STORIES},
)
RAW_HTML = Code(
    "raw-html",
    "Không dùng mã HTML trong bài: “{html:40}”. Hãy xóa, hoặc viết bằng chữ thường.",
    {"html": "<!-- xem lại -->"},
)
TEMPLATE_SYNTAX = Code(
    "template-syntax",
    "Không dùng “{sign}” trong lời văn (đó là lệnh của máy). Hãy thay bằng chữ thường.",
    {"sign": "{ {"},
)
TEMPLATE_SPELT = TEMPLATE_SYNTAX.worded(
    "Chỗ này viết vòng (&#123; hoặc dấu \\) nhưng trên trang vẫn hiện ra “{sign}”, dấu của máy. "
    "Hãy thay bằng chữ thường.",
    sign="{ {",
)
FRONT_MATTER_WORDS = Code(
    "front-matter-words",
    "“{found}” đứng một mình trông như phần dữ kiện bị lộ ra trang. Hãy viết thành câu, hoặc xóa.",
    {"found": "approval:"},
)
OWN_SITE_LINK = Code(
    "own-site-link",
    "Địa chỉ “{target}” nằm trên chính trang này. Hãy ghi địa chỉ của nơi công bố đầu tiên; "
    f"trong lời văn, dẫn tới bài khác thì viết /{STORIES}<địa bàn>/<bài>/.",
    {"target": f"https://dia-chi-cua-trang.vn{_STORY}"},
)
TOO_HEAVY = Code(
    "too-heavy",
    "Lời văn, dữ kiện và ảnh cộng lại nặng {size:,} byte, một trang mang được nhiều nhất {most:,}: "
    "máy yếu sẽ không mở nổi. Hãy rút bớt, hoặc tách thành hai.",
    {"size": 51_200, "most": 34_000},
)
LONG_STORY = Code(
    "long-story",
    "Bài dài {words:,} chữ; quá {most:,} chữ thì ít người đọc hết, và trang báo chí đưa cả bài thành tệp tải về. "
    "Nếu có thể, hãy rút gọn.",
    {"words": 2_500, "most": 1_500},
    severity=Severity.REMARK,
)
LOOKALIKE_LETTER = Code(
    "lookalike-letter",
    "Từ “{word}” có chữ “{letter}” lấy từ bảng chữ {script}, trông y như chữ của ta mà máy hiểu khác (tìm không ra, "
    "đọc không được). Hãy gõ lại cả từ bằng bàn phím tiếng Việt.",
    {"word": "Kiên Giаng", "letter": "а", "script": "Kirin"},
    severity=Severity.REMARK,
)
HOST_IN_OTHER_LETTERS = Code(
    "odd-host",
    "Tên miền trong “{target}” viết bằng chữ ngoài a-z (hoặc xn--), có thể giả một trang quen. "
    "Hãy mở thử, và ghi lại địa chỉ đúng của nơi công bố.",
    {"target": "https://xn--bo-kga.vn/bai"},
    severity=Severity.REMARK,
)
HOST_IS_NUMBER = HOST_IN_OTHER_LETTERS.worded(
    "“{target}” dẫn tới một con số (địa chỉ IP), không phải tên miền của ai. Hãy ghi địa chỉ trang của nơi công bố.",
    target="http://10.0.0.8/bai",
)
HOST_IS_OWN_MACHINE = HOST_IN_OTHER_LETTERS.worded(
    "“{target}” chỉ mở được trên máy hoặc trong mạng của người viết. Hãy ghi địa chỉ trang của nơi công bố.",
    target="http://localhost:8000/bai",
)
LINK_NAMES_OTHER_HOST = Code(
    "link-names-other-host",
    "Chữ của liên kết nêu “{named}” mà liên kết dẫn tới “{host}”. Hãy sửa cho khớp, hoặc đổi chữ.",
    {"named": "baokiengiang.vn", "host": "trang-khac.example"},
    severity=Severity.REMARK,
)
CODE_BLOCK = Code(
    "code-block",
    "Dòng này thụt vào từ 4 dấu cách (hoặc nằm giữa ```) nên máy hiểu là mã lệnh. Hãy xóa các dấu cách ở đầu dòng.",
)
NESTED_TOO_DEEP = Code(
    "nested-too-deep",
    "Danh sách hoặc trích dẫn lồng nhau quá {most} lớp. Hãy viết lại thành vài đoạn ngắn.",
    {"most": 6},
)
FOOTNOTE_LABEL = Code(
    "footnote-label",
    "Chú thích “[^{label:20}]” phải đánh số, ví dụ [^1].",
    {"label": "nguon"},
    do="Hãy đổi nhãn thành số: [^1], [^2], …",
)
FOOTNOTE_IN_REPORT = FOOTNOTE_LABEL.worded(
    "Báo cáo không dùng chú thích “[^1]”: nhiều báo cáo đứng chung một trang. Hãy viết thẳng vào câu."
)
FOOTNOTE_MISSING = Code(
    "footnote-missing",
    "Chú thích “[^{label:20}]” không có lời chú. Hãy thêm ở cuối bài một dòng: [^{label:20}]: lời chú.",
    {"label": "2"},
)
