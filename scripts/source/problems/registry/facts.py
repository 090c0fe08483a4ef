"""What can be wrong with the values of the front matter: the schema's words and the editorial rules. Pure."""

from datetime import date

from scripts.source.problems.code import Code, Severity

TITLE = "Các mục của phần dữ kiện"

_GUIDE = "Hãy sửa theo ví dụ ở cuối lời báo, hoặc xem trang Góp bài."
_NAME = "“title” (Tên bài)"
_YEAR = "“started” (Năm bắt đầu)"
_DAY = "“recognition.1.date” (Ngày văn bản)"

# ---- keys
MISSING_KEY = Code(
    "missing-key",
    "Thiếu mục {name:1000}. Hãy thêm, ví dụ: {key}: {example:1000}",
    {"name": "“field” (Lĩnh vực)", "key": "field", "example": "kinh-te"},
)
MISSING_CHOICE = MISSING_KEY.worded(
    "Thiếu mục {name:1000}. Hãy thêm, chọn một trong: {choices:1000}",
    name="“kind” (Tập thể hay cá nhân)",
    choices="collective (tập thể) hoặc individual (cá nhân).",
)
FIGURE_WITHOUT_UNIT = MISSING_KEY.worded(
    "Con số “{value:1000}” thiếu đơn vị. Hãy thêm mục unit, ví dụ: unit: thành viên", value="1.099"
)
UNKNOWN_KEY = Code(
    "unknown-key",
    "Không có mục tên {name:1000}: có phải ý bạn là “{guess}”?",
    {"name": "“sumary”", "guess": "summary"},
)
UNLIKE_ANY_KEY = UNKNOWN_KEY.worded(
    "Không có mục tên {name:1000}. Hãy xóa dòng này; các mục được dùng: {known:1000}.",
    name="“template”",
    known="title, summary, format",
)
UNKNOWN_VALUE = Code(
    "unknown-value",
    "Giá trị của {name:1000} “{written}” không có trong danh mục{offer:2000}",
    {"name": "“kind” (Tập thể hay cá nhân)", "written": "colective", "offer": "; có phải ý bạn là “collective”?"},
)
INVALID_VALUE = Code(
    "invalid-value",
    "Giá trị của {name:1000} không dùng được. Ví dụ đúng: {example:1000}. Xem trang Góp bài.",
    {"name": _NAME, "example": "Góp vốn giúp nhau qua mùa"},
    do=_GUIDE,
)
TOO_SHORT = Code(
    "too-short",
    "Mục {name:1000} quá ngắn: đang có {length} ký tự, cần ít nhất {least}. Hãy viết rõ hơn. "
    "Ví dụ đúng: {example:1000}",
    {"name": _NAME, "length": 4, "least": 10, "example": "Góp vốn giúp nhau qua mùa"},
)
TOO_LONG = Code(
    "too-long",
    "Mục {name:1000} quá dài: đang có {length} ký tự, nhiều nhất {most}. Hãy rút gọn. Ví dụ đúng: {example:1000}",
    {"name": _NAME, "length": 180, "most": 110, "example": "Góp vốn giúp nhau qua mùa"},
)
WORD_COUNT = Code(
    "word-count",
    "Mục {name:1000} đang có {length} tiếng (đếm theo dấu cách), cần từ {least} đến {most}. "
    "Hãy viết thêm hoặc rút gọn.",
    {"name": "“brief.short” (Tin ngắn)", "length": 82, "least": 45, "most": 70},
)
TOO_FEW = Code(
    "too-few",
    "Mục {name:1000} cần ít nhất {least} giá trị. Ví dụ đúng: {example:1000}",
    {"name": "“methods” (Cách làm)", "least": 1, "example": "[neu-guong]"},
    do="Hãy thêm cho đủ.",
)
TOO_MANY = Code(
    "too-many",
    "Mục {name:1000} nhiều nhất {most} giá trị. Hãy giữ những giá trị chính. Ví dụ đúng: {example:1000}",
    {"name": "“methods” (Cách làm)", "most": 4, "example": "[neu-guong]"},
)
NOT_TEXT = Code(
    "not-text",
    "Mục {name:1000} phải là một dòng chữ, không phải danh sách. Hãy bỏ dấu gạch đầu dòng và các mục con. "
    "Ví dụ đúng: {example:1000}",
    {"name": _NAME, "example": "Góp vốn giúp nhau qua mùa"},
)
NOT_LIST = Code(
    "not-list",
    "Mục {name:1000} phải là một danh sách, mỗi dòng một gạch đầu dòng. Ví dụ đúng: {example:1000}",
    {"name": "“methods” (Cách làm)", "example": "[neu-guong]"},
    do="Hãy viết mỗi giá trị một dòng, mở bằng dấu gạch.",
)
NOT_MAPPING = Code(
    "not-mapping",
    "Mục {name:1000} phải gồm các mục con “tên: giá trị”. Ví dụ đúng: {example:1000}",
    {"name": "“place” (Nơi làm)", "example": "{commune: xã Kiên Bình}"},
    do="Hãy viết các mục con, mỗi mục một dòng.",
)
NOT_TRUE_FALSE = Code(
    "not-true-false",
    "Mục {name:1000} chỉ nhận true hoặc false (đang là “{given}”). Ví dụ đúng: {example:1000}",
    {"name": "“photos.1.lead” (Ảnh chính)", "given": "có", "example": "true"},
    do="Hãy viết true (có) hoặc false (không).",
)
NEITHER_TRUE_NOR_FALSE = NOT_TRUE_FALSE.worded(
    "Mục {name:1000} chỉ nhận true hoặc false. Ví dụ đúng: {example:1000}",
    name="“photos.1.lead” (Ảnh chính)",
    example="true",
)
BAD_FORM = Code(
    "bad-form",
    "Mục {name:1000} không đúng dạng (đang là “{given}”). Ví dụ đúng: {example:1000}",
    {"name": "“approval.document” (Số văn bản)", "given": "57", "example": "57-CV/BTGDVTU"},
    do=_GUIDE,
)
BAD_ADDRESS = Code(
    "bad-address",
    "Mục {name:1000} phải là địa chỉ đầy đủ, bắt đầu bằng https:// (đang là “{given}”). Ví dụ đúng: {example:1000}",
    {"name": "“sources.1.url” (Địa chỉ)", "given": "bao.example", "example": "https://bao.example/bai"},
    do="Hãy chép cả địa chỉ từ thanh địa chỉ của trình duyệt.",
)
BAD_FIGURE = Code(
    "bad-number",
    "Mục {name:1000} phải là số viết theo lối Việt Nam: 1.099 hoặc 12,4 (đang là “{given}”); "
    "trước số chỉ có thể có hơn, gần, khoảng, trên, dưới, chỉ, ít nhất, nhiều nhất; một khoảng viết: từ 300 đến 500; "
    "đơn vị ghi ở unit. Ví dụ đúng: {example:1000}",
    {"name": "“results.1.value” (Con số)", "given": "2.4 km", "example": "2,4"},
    do="Hãy chỉ viết con số, kèm hơn, gần, khoảng nếu có; đơn vị ghi ở mục unit.",
)
FIGURE_MEANT = BAD_FIGURE.worded(
    "Mục {name:1000} không đúng dạng một con số (đang là “{given}”). Có phải ý bạn là: {cure}? "
    "Số viết theo lối Việt Nam, đơn vị ghi ở unit.",
    name="“results.1.value” (Con số)",
    given="2.4 km",
    cure='value: "2,4", unit: km',
)
FIGURE_FALLS = BAD_FIGURE.worded(
    "Mục {name:1000}: một khoảng đi từ số nhỏ đến số lớn, như từ 300 đến 500 (đang là “{given}”). "
    "Nếu con số đã giảm, hãy ghi số cuối, và nói số đầu ở label.",
    name="“results.1.value” (Con số)",
    given="từ 500 đến 300",
)
BAD_COUNT = BAD_FIGURE.worded(
    "Mục {name:1000} phải là số đếm từ 1 đến 99 (đang là “{given}”). Ví dụ đúng: {example:1000}",
    name="“month” (Tháng)",
    given="0",
    example="10",
)
MARKUP_IN_TEXT = Code(
    "markup-in-text",
    "Mục {name:1000} không được có ký tự “{found}” (các ký tự < > {{ }} dành cho mã máy). "
    "Hãy thay bằng ngoặc tròn. Ví dụ đúng: {example:1000}",
    {"name": _NAME, "found": "<", "example": "Góp vốn giúp nhau qua mùa"},
)

# ---- days and years
BAD_YEAR = Code(
    "bad-year",
    "Mục {name:1000} phải là năm bốn chữ số, từ 1945 (đang là “{given}”). Ví dụ đúng: {example:1000}",
    {"name": _YEAR, "given": "năm 2015", "example": "2015"},
    do="Hãy viết đủ bốn chữ số, không thêm chữ.",
)
NO_YEAR = BAD_YEAR.worded(
    "Mục {name:1000} phải là một năm bốn chữ số. Ví dụ đúng: {example:1000}", name=_YEAR, example="2015"
)
BAD_DATE = Code(
    "bad-date",
    "Mục {name:1000} phải viết năm-tháng-ngày: hãy sửa thành {cure} (đang là “{given}”). Ví dụ đúng: {example:1000}",
    {"name": _DAY, "cure": "2026-03-15", "given": "15/03/2026", "example": "2020-08-12"},
    do="Hãy viết theo ví dụ ở cuối lời báo.",
)
DATE_FORM = BAD_DATE.worded(
    "Mục {name:1000} phải viết năm-tháng-ngày (đang là “{given}”). Ví dụ đúng: {example:1000}",
    name=_DAY,
    given="mùa mưa",
    example="2020-08-12",
)
PARTIAL_DATE = BAD_DATE.worded(
    "Mục {name:1000} phải viết năm-tháng-ngày: hãy sửa thành {cure} (đang là “{given}”); "
    "chỉ biết năm hay tháng thì viết 2020 hoặc 2020-08. Ví dụ đúng: {example:1000}",
    name=_DAY,
    cure="2026-03-15",
    given="15/03/2026",
    example="2020-08",
)
PARTIAL_DATE_FORM = BAD_DATE.worded(
    "Mục {name:1000} phải viết năm-tháng-ngày (đang là “{given}”); "
    "chỉ biết năm hay tháng thì viết 2020 hoặc 2020-08. Ví dụ đúng: {example:1000}",
    name=_DAY,
    given="mùa mưa",
    example="2020-08",
)
NO_DATE = BAD_DATE.worded(
    "Mục {name:1000} phải là một ngày viết năm-tháng-ngày. Ví dụ đúng: {example:1000}", name=_DAY, example="2020-08-12"
)
NO_MOMENT = BAD_DATE.worded(
    "Mục {name:1000} phải là một giờ viết năm-tháng-ngàyTgiờ:phút+07:00. Ví dụ đúng: {example:1000}",
    name="“embargo” (Giờ được đăng)",
    example="2026-10-15T08:00+07:00",
)
MOMENT_FORM = BAD_DATE.worded(
    "Mục {name:1000} phải viết năm-tháng-ngàyTgiờ:phút+07:00. Ví dụ đúng: {example:1000}",
    name="“embargo” (Giờ được đăng)",
    example="2026-10-15T08:00+07:00",
)
IMPOSSIBLE_DATE = BAD_DATE.worded(
    "Mục {name:1000} là ngày không có trong lịch: “{given}”. Hãy kiểm lại. Ví dụ đúng: {example:1000}",
    name=_DAY,
    given="2026-02-30",
    example="2020-08-12",
)
DATE_IN_FUTURE = Code("date-in-future", "Chưa tới {when}. Hãy kiểm lại.", {"when": "ngày 02-5-2031"})
YEAR_IN_FUTURE = DATE_IN_FUTURE.worded("Chưa tới năm {year}. Hãy kiểm lại.", year=2031)
DATES_OUT_OF_ORDER = Code(
    "dates-out-of-order",
    "Năm đăng ký ({registered}) sớm hơn năm bắt đầu ({started}). Hãy kiểm lại hai năm này.",
    {"registered": 2011, "started": 2014},
)
ACT_BEFORE_START = DATES_OUT_OF_ORDER.worded(
    "Ngày {day} sớm hơn năm bắt đầu ({started}). Hãy kiểm lại.", day=date(2012, 1, 5), started=2014
)
PERIOD_BACKWARD = DATES_OUT_OF_ORDER.worded(
    "Giai đoạn “{period:1000}” kết thúc trước khi bắt đầu. Hãy kiểm lại hai năm này.", period="2020-2016"
)
YEARS_BACKWARD = DATES_OUT_OF_ORDER.worded(
    "Năm đầu (since: {since}) sau năm cuối (until: {until}). Hãy kiểm lại hai năm này.", since=2023, until=2021
)
SPAN_BACKWARD = DATES_OUT_OF_ORDER.worded(
    "“{name:1000}”: ngày thôi (to) không sau ngày bắt đầu (from). Hãy kiểm lại hai ngày.", name="Ban Dân vận"
)

# ---- what sources say about the movement
MOVEMENT_DISAGREES = Code(
    "movement-disagrees",
    "Mục movement ghi {standing} ({said}), mà bài không có mục {key}. "
    "Hãy ghi {key}, hoặc sửa movement theo đúng điều nguồn nói.",
    {"standing": "recognised", "said": "được công nhận", "key": "recognition"},
)
MOVEMENT_SAYS_LESS = MOVEMENT_DISAGREES.worded(
    "Bài có mục {key}, mà movement ghi {standing} ({said}). "
    "Hãy sửa movement thành {meant}, hoặc xóa {key} nếu điều ấy không thuộc phong trào “Dân vận khéo”.",
    key="recognition",
    standing="presented",
    said="được giới thiệu",
    meant="recognised",
)

# ---- words of the vocabulary
UNKNOWN_FIELD = Code(
    "unknown-field",
    "Lĩnh vực “{written}” không có trong danh mục{offer:2000}",
    {"written": "kinh te", "offer": "; có phải ý bạn là “kinh-te”?"},
)
UNKNOWN_METHOD = Code(
    "unknown-method",
    "Cách làm “{written}” không có trong danh mục{offer:2000}",
    {"written": "neu guong", "offer": "; có phải ý bạn là “neu-guong”?"},
)
REPEATED_METHOD = Code("repeated-method", "Cách làm “{method:1000}” ghi hai lần. Hãy xóa một.", {"method": "neu-guong"})
UNKNOWN_TOPIC = Code(
    "unknown-topic",
    "Chủ đề “{topic}” chưa có trong taxonomy/topics.yml nên không có trang riêng; có phải ý bạn là “{guess}”?",
    {"topic": "khai thac IU", "guess": "khai thác IUU"},
    severity=Severity.REMARK,
)
UNLIKE_ANY_TOPIC = UNKNOWN_TOPIC.worded(
    "Chủ đề “{topic}” chưa có trong taxonomy/topics.yml nên không có trang riêng; "
    "nếu cần, hãy nhờ người giữ trang ghi thêm vào đó.",
    topic="đường hoa",
)
UNKNOWN_LEVEL = Code(
    "unknown-level",
    "Cấp “{written}” không có trong danh mục{offer:2000}",
    {"written": "tinh uy", "offer": "; có phải ý bạn là “tinh”?"},
)
UNKNOWN_COMMENDATION = Code(
    "unknown-commendation",
    "Hình thức khen “{written}” không có trong danh mục{offer:2000}",
    {"written": "giay khen", "offer": "; có phải ý bạn là “giay-khen”?"},
)
UNKNOWN_LICENCE = Code(
    "unknown-licence",
    "Quyền dùng “{written}” không có trong danh mục{offer:2000}",
    {"written": "press", "offer": "; có phải ý bạn là “press-with-credit”?"},
)
UNKNOWN_COMMUNE = Code(
    "unknown-commune",
    "Xã, phường ở {district:1000}: “{written}” không có trong danh mục{offer:2000}",
    {"district": "huyện Kiên Lương", "written": "xã Kiên Bìn", "offer": "; có phải ý bạn là “xã Kiên Bình”?"},
)
COMMUNE_ELSEWHERE = UNKNOWN_COMMUNE.worded(
    "“{commune}” thuộc {elsewhere:1000}, không thuộc {district:1000}. "
    "Hãy chuyển thư mục của bài sang content/models/{slug:1000}/, hoặc sửa tên xã.",
    commune="xã Kiên Bình",
    elsewhere="huyện Kiên Lương",
    district="huyện Hòn Đất",
    slug="kien-luong",
)
COMMUNE_PROVINCE_WIDE = Code(
    "commune-province-wide",
    "Bài toàn tỉnh không ghi xã. Hãy xóa mục này, hoặc chuyển bài vào thư mục của huyện có xã đó.",
)
