"""What can be wrong about people: names without consent, numbers and secrets that nobody may publish. Pure."""

from scripts.source.problems.code import Code, Severity

TITLE = "Người được nêu tên, dữ liệu riêng, mật khẩu"

_PERSON = "Nguyễn Văn Bịa"

# ---- consent
PERSON_NOT_LISTED = Code(
    "person-not-listed",
    "Bài nêu tên “{person}” mà mục people chưa có. Hãy thêm vào people kèm sự đồng ý đã ghi nhận, "
    "hoặc viết “một nông dân ở xã …”.",
    {"person": _PERSON},
)
PERSON_NOT_AGREED = PERSON_NOT_LISTED.worded(
    "Chỗ này nêu tên “{person}”, người chưa ghi là đồng ý nêu tên ở bài nào được nói đến. "
    "Hãy bỏ tên người ấy, hoặc hỏi và ghi sự đồng ý vào mục people của bài.",
    person=_PERSON,
)
PERSON_WITHOUT_STORY = Code(
    "person-without-story",
    "Chỗ này nêu tên “{person}”, mà một bài được nói đến đã gỡ, tạm giữ hoặc còn lỗi, không rõ người ấy có đồng ý; "
    "vì vậy lời này chưa hiện ở đâu. Hãy bỏ tên người ấy, hoặc bỏ bài không còn ra khỏi danh sách.",
    {"person": _PERSON},
    severity=Severity.REMARK,
)
PERSON_IN_TITLE = Code(
    "person-in-title",
    "Tên bài nguồn nêu “{person}”, người mà mục people chưa có. Lời ấy là của nơi đã đăng, nhưng trang này đăng lại: "
    "hãy hỏi ý người ấy, hoặc dẫn một nguồn khác.",
    {"person": _PERSON},
    severity=Severity.REMARK,
)
CONSENT_MISSING = Code(
    "consent-missing",
    "“{person}” chưa đồng ý nêu tên, nên bài được tạm giữ, không đăng ở bản nào. "
    "Hãy hỏi và ghi nhận, hoặc bỏ tên người này khỏi bài.",
    {"person": _PERSON},
    severity=Severity.REMARK,
    do="Hãy hỏi ý người ấy và ghi nhận sự đồng ý ở mục people.",
)
INDIVIDUAL_WITHOUT_CONSENT = CONSENT_MISSING.worded(
    "Bài về một cá nhân mà mục people chưa ghi sự đồng ý của người ấy, nên vẫn là bản thảo dù đã duyệt."
)
PHOTO_CONSENT = Code(
    "photo-consent",
    "Ảnh nêu tên “{person}”, người chưa đồng ý đăng ảnh (consent.photo). Hãy bỏ ảnh, hoặc hỏi và ghi nhận sự đồng ý.",
    {"person": _PERSON},
)
PHOTO_OF_SUBJECT = PHOTO_CONSENT.worded(
    "Bài về “{person}”, người chưa đồng ý đăng ảnh (consent.photo), nên bài chưa được có ảnh. "
    "Hãy bỏ ảnh, hoặc hỏi và ghi nhận sự đồng ý.",
    person=_PERSON,
)
LEAD_PHOTO_NAMES_NOBODY = PHOTO_CONSENT.worded(
    "“{person}” chưa đồng ý đăng ảnh (consent.photo), mà ảnh chính không ghi tên ai. "
    "Nếu người ấy có trong ảnh, hãy bỏ ảnh, hoặc hỏi và ghi nhận sự đồng ý; "
    "nếu không, hãy ghi ở caption tên những người trong ảnh, đã đồng ý.",
    person=_PERSON,
)
CONTACT_NOT_REVIEWED = Code(
    "contact-not-reviewed",
    "Số hoặc địa chỉ này chưa được xem xét. Nếu đúng là của cơ quan, hãy nhờ người giữ trang ghi vào "
    "taxonomy/public-contacts.yml (cơ quan, số, người xem xét, ngày); nếu là của một người thì xóa.",
)

# ---- numbers, addresses, secrets; what is found is masked before it gets here
_REVIEWED = "; nếu là của cơ quan thì ghi ở mục contact, sau khi có tên trong taxonomy/public-contacts.yml"
_HERE, _IN_NAME = "Ở đây có", "Tên thư mục hoặc tệp có"

CITIZEN_ID = Code("citizen-id", f"{_HERE} số giấy tờ tùy thân “{{found:1000}}”. Hãy xóa.", {"found": "09…78"})
PHONE = Code("phone", f"{_HERE} số điện thoại “{{found:1000}}”. Hãy xóa{_REVIEWED}.", {"found": "09…78"})
EMAIL = Code("email", f"{_HERE} địa chỉ thư điện tử “{{found:1000}}”. Hãy xóa{_REVIEWED}.", {"found": "t…@…"})
BANK_ACCOUNT = Code("bank-account", f"{_HERE} số tài khoản “{{found:1000}}”. Hãy xóa.", {"found": "01…23"})
NUMBER_PLATE = Code("number-plate", f"{_HERE} biển số xe “{{found:1000}}”. Hãy xóa.", {"found": "68…89"})
PASSPORT = Code("passport", f"{_HERE} số hộ chiếu “{{found:1000}}”. Hãy xóa.", {"found": "B1…67"})
SECRET = Code(
    "secret",
    f"{_HERE} mật khẩu hoặc khóa bí mật “{{found:1000}}”. "
    "Hãy xóa và thu hồi ngay: kho giữ lại mọi thứ đã gửi, xóa đi vẫn còn trong lịch sử.",
    {"found": "…"},
)
PRIVATE = {code.name: code for code in (CITIZEN_ID, PHONE, EMAIL, BANK_ACCOUNT, NUMBER_PLATE, PASSPORT, SECRET)}
"""By what the search for private things calls its findings."""
PRIVATE_IN_NAME = {
    name: code.worded(code.says.replace(_HERE, _IN_NAME), **code.example) for name, code in PRIVATE.items()
}
