"""What can be wrong with photos and recordings. Pure."""

from scripts.source.problems.code import Code
from scripts.source.problems.registry.files import FILE_NAME

TITLE = "Ảnh và âm thanh"

_PHOTO, _SOUND = "hop-to.jpg", "hop-to.mp3"
_TIDY = "python -m scripts tidy"

# ---- listed and shown
MEDIA_MISSING = Code(
    "media-missing", "Không thấy tệp “{name:1000}” cạnh bài. Hãy thêm tệp, hoặc sửa tên cho đúng.", {"name": _PHOTO}
)
MEDIA_UNUSED = Code(
    "media-unused",
    "Tệp “{name:1000}” nằm cạnh bài nhưng không mục nào dùng. Hãy khai ở mục photos hoặc audio, hoặc xóa tệp.",
    {"name": _PHOTO},
)
IMAGE_UNLISTED = Code(
    "image-unlisted",
    "Ảnh “{target}” không có trong mục photos. Chỉ dùng ảnh nằm cạnh bài "
    "và đã khai ở mục photos (mô tả, người chụp, quyền dùng).",
    {"target": _PHOTO},
)
IMAGE_IN_COLLECTION = IMAGE_UNLISTED.worded("Lời dẫn của bộ sưu tập không có ảnh: ảnh nằm ở từng bài. Hãy xóa ảnh này.")
IMAGE_IN_REPORT = IMAGE_UNLISTED.worded("Báo cáo về phong trào không có ảnh: ảnh nằm ở từng bài. Hãy xóa ảnh này.")
MANY_LEAD_PHOTOS = Code(
    "many-lead-photos",
    "Chỉ một ảnh được đặt lead: true.",
    do="Hãy giữ lead: true ở ảnh chính, xóa ở các ảnh khác.",
)
REPEATED_PHOTO = Code("repeated-photo", "Ảnh “{file:1000}” ghi hai lần. Hãy xóa một.", {"file": _PHOTO})
ALT_FILE_NAME = Code(
    "alt-file-name",
    "Mô tả ảnh “{alt}” chỉ là tên tệp. Hãy tả điều nhìn thấy, cho người không xem được ảnh.",
    {"alt": "IMG_2024.jpg"},
)
ALT_SAYS_NOTHING = Code(
    "alt-says-nothing",
    "Mô tả ảnh “{alt}” không cho biết trong ảnh có gì. Hãy tả điều nhìn thấy, cho người không xem được ảnh.",
    {"alt": "Hình minh họa 1"},
)
ALT_REPEATS_CAPTION = Code(
    "alt-repeats-caption",
    "Mô tả ảnh “{alt}” lặp lại chú thích. Hãy tả điều nhìn thấy, cho người không xem được ảnh.",
    {"alt": "Buổi họp tổ đầu vụ"},
)

# ---- the photo itself
PHOTO_EMPTY = Code("photo-empty", "Tệp “{name:1000}” trống (0 byte). Hãy chép lại ảnh.", {"name": _PHOTO})
PHOTO_TYPE = Code(
    "photo-type",
    "Tệp “{name:1000}” không phải ảnh JPEG, PNG hay WebP. Hãy lưu lại thành một trong ba dạng đó.",
    {"name": _PHOTO},
)
PHOTO_OF_OTHER_TYPE = PHOTO_TYPE.worded(
    "Tệp “{name:1000}” thật ra là {kind}, đổi đuôi không đủ. Hãy lưu lại thành JPEG, PNG hoặc WebP.",
    name=_PHOTO,
    kind="ảnh HEIC hoặc AVIF",
)
PHOTO_IS_POINTER = PHOTO_TYPE.worded(
    "Tệp “{name:1000}” chỉ là dòng trỏ của Git LFS, không phải ảnh. Hãy bỏ LFS và thêm chính tệp ảnh.",
    name="hop-to.jpg",
)
PHOTO_HEIC = PHOTO_TYPE.worded(
    f"Tệp “{{name:1000}}” là ảnh HEIC của điện thoại, trình duyệt không mở được. Hãy chạy: {_TIDY} "
    "(lệnh đổi thành JPEG, bỏ vị trí chụp và thông tin ẩn)",
    name="img-2024.heic",
)
PHOTO_UNDER_OTHER_NAME = FILE_NAME.worded(
    f"Tệp này là ảnh {{kind}}, mà tên tệp chưa đúng dạng. Hãy chạy: {_TIDY} (lệnh bỏ thông tin ẩn, đổi tên tệp thành "
    "“{name:1000}” và sửa tên ấy trong bài)",
    kind="JPEG",
    name="img-2024.jpg",
)
PHOTO_ANIMATED = Code("photo-animated", "Tệp “{name:1000}” là ảnh động. Hãy dùng một ảnh tĩnh.", {"name": _PHOTO})
PHOTO_TRUNCATED = Code(
    "photo-truncated",
    "Tệp “{name:1000}” bị cụt: tệp thiếu phần cuối. Hãy chép lại ảnh gốc.",
    {"name": _PHOTO},
)
PHOTO_HEAD_TRUNCATED = PHOTO_TRUNCATED.worded(
    "Tệp “{name:1000}” bị cụt hoặc hỏng ngay từ phần đầu. Hãy chép lại ảnh gốc.", name=_PHOTO
)
PHOTO_BROKEN = Code(
    "photo-broken",
    "Tệp “{name:1000}” bị hỏng, không mở được hết. Hãy chép lại ảnh gốc, hoặc lưu lại thành JPEG.",
    {"name": _PHOTO},
)
PHOTO_TOO_HEAVY = Code(
    "photo-too-heavy",
    f"Tệp “{{name:1000}}” nặng quá {{most}} MB. Hãy thu nhỏ bằng lệnh: {_TIDY}",
    {"name": _PHOTO, "most": 8},
)
PHOTO_TOO_LARGE = Code(
    "photo-too-large",
    f"Tệp “{{name:1000}}” có quá nhiều điểm ảnh (nhiều nhất {{most}} triệu). Hãy thu nhỏ ảnh: {_TIDY}",
    {"name": _PHOTO, "most": 60},
)
PHOTO_TOO_SMALL = Code(
    "photo-too-small",
    "Tệp “{name:1000}” nhỏ quá: {width}×{height} điểm ảnh, cần ít nhất {min_width}×{min_height}. "
    "Hãy xin ảnh gốc (ảnh gửi qua tin nhắn thường bị thu nhỏ).",
    {"name": _PHOTO, "width": 320, "height": 240, "min_width": 600, "min_height": 300},
)
PHOTO_GPS = Code(
    "photo-gps",
    f"Tệp “{{name:1000}}” còn ghi vị trí chụp (GPS). Hãy chạy: {_TIDY}, rồi mới commit; ảnh đã commit thì còn mãi "
    "trong lịch sử git, xóa tệp không đủ (xem trang Góp bài).",
    {"name": _PHOTO},
)
PHOTO_METADATA = Code(
    "photo-metadata",
    f"Tệp “{{name:1000}}” có phần thông tin ẩn bị hỏng, không biết có ghi vị trí chụp hay không. Hãy chạy: {_TIDY}",
    {"name": _PHOTO},
)
PHOTO_HIDES_MUCH = PHOTO_METADATA.worded(
    f"Tệp “{{name:1000}}” giấu chữ ngoài phần ảnh, nhiều quá hoặc nén hỏng, không xem hết được. Hãy chạy: {_TIDY}",
    name=_PHOTO,
)
PHOTO_PERSONAL_DATA = Code(
    "photo-personal-data",
    "Tệp “{name:1000}” còn ghi dữ liệu riêng (số, thư điện tử, mã) trong thông tin ẩn: “{found:1000}”. "
    f"Hãy xóa trước khi commit: {_TIDY}",
    {"name": _PHOTO, "found": "09…78"},
)

# ---- the recording
AUDIO_TOO_HEAVY = Code(
    "audio-too-heavy",
    "Tệp “{name:1000}” nặng quá {most} MB. Hãy cắt bớt, hoặc lưu ở 64 kbit/s một kênh.",
    {"name": _SOUND, "most": 12},
)
AUDIO_TYPE = Code(
    "audio-type",
    "Tệp “{name:1000}” không phải tệp {suffix} thật. Hãy lưu lại từ chương trình âm thanh, đừng đổi đuôi.",
    {"name": _SOUND, "suffix": ".mp3"},
)
AUDIO_GPS = Code(
    "audio-gps",
    f"Tệp “{{name:1000}}” còn ghi vị trí thu âm hoặc chụp ảnh bìa. Hãy chạy: {_TIDY}, rồi mới commit.",
    {"name": _SOUND},
)
AUDIO_BROKEN = Code(
    "audio-broken",
    "Tệp “{name:1000}” bị hỏng, bị cụt, hoặc không phải âm thanh {suffix} thường nghe được trên trang. "
    "Hãy lưu lại từ chương trình âm thanh.",
    {"name": _SOUND, "suffix": ".mp3"},
)
AUDIO_PERSONAL_DATA = Code(
    "audio-personal-data",
    "Tệp “{name:1000}” còn ghi dữ liệu riêng (số, thư điện tử, mã) bên cạnh phần âm thanh: “{found:1000}”. "
    f"Hãy xóa trước khi commit: {_TIDY}",
    {"name": _SOUND, "found": "09…78"},
)
AUDIO_HIDES_MUCH = AUDIO_PERSONAL_DATA.worded(
    f"Tệp “{{name:1000}}” giấu thông tin bên cạnh phần âm thanh, nhiều quá hoặc bị hỏng, không xem hết được. "
    f"Hãy chạy: {_TIDY}",
    name=_SOUND,
)
AUDIO_LENGTH = Code(
    "audio-length",
    "Độ dài ghi là {written}, mà tệp “{name:1000}” dài {measured}. Hãy thay đúng tệp, hoặc sửa thành: {measured}",
    {"written": "3:20", "name": _SOUND, "measured": "2:05"},
)
AUDIO_LENGTH_FORM = AUDIO_LENGTH.worded(
    "Độ dài “{written}” không phải là phút:giây. Hãy ghi: {measured}", written="hơn 3 phút", measured="3:20"
)
