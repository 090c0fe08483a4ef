"""What can be wrong with folders and files as names, before anything is read. Pure."""

from scripts.source.problems.code import Code

TITLE = "Thư mục và tên tệp"

MODELS_MISSING = Code("models-missing", "Không có thư mục này. Hãy kiểm lại tham số --content.")
STORY_MISSING = Code(
    "story-missing", "Thư mục này chưa có tệp {story:1000}. Hãy thêm bài, hoặc xóa thư mục.", {"story": "index.md"}
)
UNKNOWN_DISTRICT = Code(
    "unknown-district",
    "Thư mục địa bàn “{written}” không có trong danh mục{offer:2000}",
    {"written": "kien_luong", "offer": "; có phải ý bạn là “kien-luong”?"},
)
UNKNOWN_DISTRICT_NAMED = UNKNOWN_DISTRICT.worded(
    "Địa bàn “{written}” không có trong danh mục{offer:2000}",
    written="kien_luong",
    offer="; có phải ý bạn là “kien-luong”?",
)
SLUG_FORM = Code(
    "slug-form",
    "Tên thư mục chỉ gồm chữ thường không dấu, số và dấu gạch nối. Hãy đổi thành: {proposal}",
    {"proposal": "gop-von-xoay-vong"},
)
SLUG_TOO_LONG = Code(
    "slug-too-long",
    "Tên thư mục dài {length} ký tự, nhiều nhất {most}. Hãy rút gọn.",
    {"length": 84, "most": 60},
)
SLUG_RESERVED = Code(
    "slug-reserved",
    "Tên “{name}” là tên dành riêng của Windows hoặc của trang. Hãy thêm chữ, ví dụ: bai-{name}.",
    {"name": "con"},
)
NAME_TWINS = Code(
    "name-twins",
    "Trùng tên với “{first}” nếu bỏ qua chữ hoa và cách gõ dấu. Hãy đổi tên một trong hai.",
    {"first": "gop-von"},
)
FILE_NAME = Code(
    "file-name",
    "Tên tệp chỉ gồm chữ thường không dấu, số, dấu gạch nối và một đuôi, ví dụ: hop-to.jpg. Hãy đổi tên.",
)
FILE_TYPE = Code(
    "file-type",
    "Loại tệp này không được đặt cạnh bài (chỉ {story:1000}, ảnh {photos:1000} và âm thanh {sounds:1000}). "
    "Hãy chuyển tệp đi nơi khác, hoặc xóa.",
    {"story": "index.md", "photos": ".jpg, .png, .webp", "sounds": ".mp3, .m4a, .ogg"},
    do="Hãy chuyển tệp này đi nơi khác, hoặc xóa.",
)
STORY_UNDER_OTHER_NAME = FILE_TYPE.worded(
    "Bài phải nằm ở tệp tên đúng là {story:1000}. Nếu đây là bài, hãy đổi tên tệp thành {story:1000}.", story="index.md"
)
SECOND_STORY = FILE_TYPE.worded(
    "Mỗi thư mục chỉ có một bài, ở tệp {story:1000}. Hãy chuyển bài này sang thư mục riêng của nó, "
    "hoặc chép phần cần giữ vào {story:1000}.",
    story="index.md",
)
FILE_OF_WORD_PROCESSOR = FILE_TYPE.worded(
    "Đây là tệp của chương trình soạn thảo, trang không đọc được. Hãy chép lời văn vào {story:1000} "
    "theo mẫu ở trang Góp bài, rồi cất tệp này ở nơi khác.",
    story="index.md",
)
SOUND_OF_OTHER_ENDING = FILE_TYPE.worded(
    "Âm thanh cạnh bài có đuôi {sounds:1000}, viết thường. Hãy lưu lại thành một trong các dạng ấy; "
    "nếu tệp đã đúng dạng, hãy đổi tên.",
    sounds=".mp3, .m4a, .ogg",
)
FILE_TYPE_IN_FOLDER = FILE_TYPE.worded(
    "Thư mục này chỉ chứa tệp {ending:1000} tên không dấu. Hãy xóa tệp này.", ending=".yml"
)
UNEXPECTED_FILE = Code(
    "unexpected-file",
    "Tệp không đặt ở đây. Mỗi bài là một thư mục: content/models/<địa bàn>/<tên-bài>/index.md.",
    do="Hãy chuyển tệp vào thư mục của bài, hoặc xóa.",
)
UNEXPECTED_IN_CONTENT = UNEXPECTED_FILE.worded(
    "Trong content chỉ có {known:1000}. Hãy xóa, hoặc chuyển đi nơi khác.",
    known="collections, coverage, models, reports",
)
KEEPER_NOT_EMPTY = UNEXPECTED_FILE.worded(
    "Tệp .gitkeep chỉ để giữ một thư mục trống nên phải rỗng. Hãy xóa hết những gì trong tệp, hoặc xóa tệp."
)
UNFINISHED = UNEXPECTED_FILE.worded(
    "Tệp dở dang do một lệnh bị ngắt giữa chừng để lại; tệp thật vẫn nguyên. Hãy chạy: python -m scripts tidy."
)
UNEXPECTED_FOLDER = Code(
    "unexpected-folder", "Không đặt thư mục con trong thư mục của bài. Hãy để mọi tệp cạnh index.md."
)
SYMLINK = Code("symlink", "Đây là liên kết tượng trưng (symlink), không được dùng. Hãy chép tệp thật vào đây.")
CONTENT_IS_LINK = SYMLINK.worded(
    "Thư mục nội dung là liên kết tượng trưng (symlink) nên không đọc gì trong đó. Hãy dùng thư mục thật."
)
SUBMODULE = Code("submodule", "Đây là một kho git con (submodule), không được dùng. Hãy chép tệp thật vào đây.")
NOT_A_FILE = Code("not-a-file", "Đây không phải tệp thường. Hãy xóa.")
EXECUTABLE = Code(
    "executable",
    "Tệp bị đánh dấu là chương trình chạy được. Hãy bỏ dấu đó: chmod -x (git update-index --chmod=-x).",
)
