"""The parts of a story's front matter and its fixed words, each key with what it declares. Pure."""

from enum import StrEnum
from typing import Annotated

from scripts.source.schema.figure import QUALIFIERS
from scripts.source.schema.part import ContributedPart, key, optional
from scripts.source.schema.told import Words
from scripts.source.schema.value_types import (
    Day,
    Digest,
    FigureValue,
    FileName,
    Line,
    Name,
    PaperNumber,
    PartialDate,
    Text,
    Truth,
    WebAddress,
    Word,
)


class Kind(StrEnum):
    """Tập thể or cá nhân: who is the exemplar."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"


class Standing(StrEnum):
    """What sources say about this deed and the movement “Dân vận khéo”: four different acts, or none of them."""

    RECOGNISED = "recognised"
    COMMENDED = "commended"
    REGISTERED = "registered"
    PRESENTED = "presented"
    """Told as an example of it, without any act."""
    GOOD_DEED = "good-deed"
    """Told as “người tốt, việc tốt”, the other name that the letter knows (point 4), by a source that says so."""
    NOT_STATED = "not-stated"


STANDING_NAMES = {
    Standing.RECOGNISED: "được công nhận",
    Standing.COMMENDED: "được khen thưởng",
    Standing.REGISTERED: "đã đăng ký",
    Standing.PRESENTED: "được giới thiệu",
    Standing.GOOD_DEED: "được nêu gương người tốt, việc tốt",
    Standing.NOT_STATED: "nguồn không nói tới",
}
KIND_NAMES = {Kind.COLLECTIVE: "tập thể", Kind.INDIVIDUAL: "cá nhân"}
STATUS_NAMES = {"running": "đang duy trì", "ended": "đã kết thúc", "replicated": "đã nhân rộng"}


class Place(ContributedPart):
    """Địa chỉ nơi làm, as it was called then."""

    commune: Name | None = optional(
        "Xã, phường, thị trấn", "Tên lúc đó; trang tự tra tên nay.", "xã Kiên Bình", Words.PLACE, searched=True
    )
    hamlet: Name | None = optional("Ấp, khu phố", "Tên ấp hoặc khu phố.", "ấp Kiên Thanh", Words.PLACE, searched=True)


class Result(ContributedPart):
    """One headline number."""

    value: FigureValue = key(
        "Con số",
        f"Viết như trong báo: 1.099 hoặc 12,4; giữ nguyên {', '.join(QUALIFIERS)}; một khoảng: từ 300 đến 500.",
        "hơn 1,7",
        Words.FIGURE,
        meaning=f"Đúng như trên trang, kèm {', '.join(QUALIFIERS)} nếu có; hoặc một khoảng: từ 300 đến 500.",
        searched=True,
    )
    unit: Line | None = optional(
        "Đơn vị",
        "Đếm cái gì; bỏ trống khi con số là phần trăm.",
        "tỷ đồng",
        Words.PROSE,
        searched=True,
        meaning="Đếm cái gì; trống khi con số là phần trăm.",
    )
    label: Line | None = optional("Diễn giải", "Con số nói điều gì.", "vốn góp trong 5 năm", Words.PROSE, searched=True)
    when: Line | None = optional("Thời điểm", "Năm hoặc giai đoạn.", "2020", Words.PROSE)
    source: Line | None = optional("Nguồn của số", "Nếu khác nguồn chung của bài.", "Báo cáo 12-BC/HND", Words.PROSE)


class Recognition(ContributedPart):
    """Công nhận: an act of a steering committee."""

    level: Word = key("Cấp", "co-so, huyen, tinh hoặc trung-uong.", "huyen", Words.CODE, of="levels")
    by: Name = key("Nơi công nhận", "Tên cơ quan.", "Ban Chỉ đạo huyện Kiên Lương", Words.OFFICE)
    document: PaperNumber | None = optional("Số văn bản", "Như in trên văn bản.", "12-QĐ/BCĐ", Words.PAPER)
    date: Day | None = optional("Ngày văn bản", "Năm-tháng-ngày.", "2020-08-12", Words.DATE)


class Commendation(ContributedPart):
    """Biểu dương, khen thưởng: a separate act, often another body."""

    form: Word = key("Hình thức", "giay-khen, bang-khen…", "giay-khen", Words.CODE, of="commendations")
    by: Name = key("Nơi khen", "Tên cơ quan.", "Chủ tịch UBND huyện Kiên Lương", Words.OFFICE)
    document: PaperNumber | None = optional("Số văn bản", "Như in trên văn bản.", "345/QĐ-UBND", Words.PAPER)
    date: Day | None = optional("Ngày văn bản", "Năm-tháng-ngày.", "2020-08-14", Words.DATE)


class Replication(ContributedPart):
    """Nhân rộng: where it has been copied."""

    place: Name = key("Nơi làm theo", "Xã, huyện hoặc đơn vị.", "xã Hòa Điền", Words.PLACE)
    when: Line | None = optional("Khi nào", "Năm.", "2019", Words.PROSE)
    by: Name | None = optional("Ai làm", "Tên đơn vị.", "Hội Nông dân xã", Words.OFFICE)


class Consent(ContributedPart):
    """What a named person agreed to; the paper itself is kept outside this repository."""

    name: Truth = key("Đồng ý nêu tên", "true hoặc false.", "true", Words.TRUTH)
    photo: Truth = key("Đồng ý đăng ảnh", "true hoặc false.", "false", Words.TRUTH)
    recorded: Day = key("Ngày ghi nhận", "Năm-tháng-ngày.", "2026-10-02", Words.DATE)


class Person(ContributedPart):
    """Somebody the story names."""

    name: Name = key("Họ tên", "Chỉ người mà bài nêu tên.", "Nguyễn Văn A", Words.LISTED)
    role: Line | None = optional("Vai trò", "Làm gì trong chuyện này.", "chi hội trưởng", Words.PROSE)
    consent: Consent = key(
        "Sự đồng ý",
        "Phạm vi mà người đó đồng ý.",
        "{name: true, photo: false, recorded: 2026-10-02}",
        Words.PARTS,
        seen=False,
    )


class Quotation(ContributedPart):
    """Words that may be quoted."""

    text: Annotated[str, Text(5, 600)] = key(
        "Lời nói", "Nguyên văn.", "Mượn của hàng xóm thì khó quên lắm.", Words.PROSE, searched=True
    )
    by: Name = key("Của ai", "Tên hoặc vai trò.", "Tổ trưởng tổ góp vốn", Words.SPEAKER, searched=True)


class Photo(ContributedPart):
    """A photo in the story's folder."""

    file: FileName = key("Tệp ảnh", "Tên tệp nằm cạnh bài.", "hop-to.jpg", Words.FILE)
    alt: Annotated[str, Text(10, 300)] = key(
        "Mô tả ảnh", "Cho người không nhìn thấy ảnh.", "Mười người ngồi quanh bàn, đếm tiền góp", Words.PROSE
    )
    caption: Annotated[str, Text(5, 300)] = key("Chú thích", "Ai, làm gì, ở đâu.", "Buổi họp tổ đầu vụ", Words.PROSE)
    credit: Line = key("Người chụp", "Tên người hoặc cơ quan.", "Ảnh: Hội Nông dân xã", Words.BYLINE)
    licence: Word = key("Quyền dùng", "Mã trong licences.yml.", "press-with-credit", Words.CODE, of="licences")
    lead: Truth = key("Ảnh chính", "true cho một ảnh.", "true", Words.TRUTH, default=False)


class Audio(ContributedPart):
    """A broadcast the station lets us carry."""

    file: FileName = key("Tệp âm thanh", "Tên tệp nằm cạnh bài.", "phat-thanh.mp3", Words.FILE)
    outlet: Name = key("Đài", "Tên đài.", "Đài Truyền thanh huyện", Words.BYLINE)
    date: Day = key("Ngày phát", "Năm-tháng-ngày.", "2020-09-01", Words.DATE)
    length: Line = key("Độ dài", "Phút:giây.", "3:20", Words.PROSE)
    transcript: Annotated[str, Text(20, 20_000)] = key("Lời văn", "Chép lại lời đọc.", "…", Words.PROSE)
    licence: Word = key(
        "Quyền dùng", "Mã trong licences.yml, do đài quyết định.", "ask-first", Words.CODE, of="licences"
    )


class Contact(ContributedPart):
    """An office, never a person."""

    office: Name = key("Cơ quan", "Nơi báo chí liên hệ.", "Hội Nông dân xã Kiên Bình", Words.OFFICE)
    phone: Line | None = optional(
        "Điện thoại cơ quan", "Không ghi số riêng.", "0297…", Words.CONTACT, meaning="Số của cơ quan."
    )
    email: Line | None = optional(
        "Thư điện tử cơ quan", "Không ghi thư riêng.", "…", Words.CONTACT, meaning="Thư của cơ quan."
    )


class Coverage(ContributedPart):
    """What a newsroom ran."""

    outlet: Name = key("Báo, đài", "Tên cơ quan báo chí, như trong outlets.yml.", "Báo Kiên Giang", Words.CODE)
    date: Day = key("Ngày đăng, phát", "Năm-tháng-ngày.", "2020-09-01", Words.DATE)
    title: Annotated[str, Text(3, 200)] = key("Tên bài", "Như đã đăng.", "…", Words.WORK, sealed=False)
    url: WebAddress | None = optional(
        "Địa chỉ", "Trên trang của chính báo, đài ấy; bắt đầu bằng https://.", "https://…", Words.ADDRESS
    )


class Origin(ContributedPart):
    """Nguồn: where the facts come from."""

    title: Annotated[str, Text(3, 240)] = key(
        "Tên nguồn", "Tên bài báo, báo cáo.", "Kiên Lương nhiều mô hình dân vận khéo", Words.WORK
    )
    publisher: Name = key("Nơi công bố", "Báo, đài, cơ quan.", "Đài Truyền thanh huyện Kiên Lương", Words.BYLINE)
    date: PartialDate | None = optional("Ngày", "2020, 2020-08 hoặc 2020-08-15.", "2020-08", Words.DATE)
    url: WebAddress | None = optional("Địa chỉ", "Bắt đầu bằng https://.", "https://…", Words.ADDRESS)


class Approval(ContributedPart):
    """Duyệt đăng: makes a story public on this site. Written by ``approve`` only."""

    by: Name = key(
        "Cơ quan duyệt", "Một cơ quan trong approvers.yml.", "Ban Tuyên giáo và Dân vận Tỉnh ủy An Giang", Words.CODE
    )
    document: PaperNumber = key("Số văn bản", "Như in trên văn bản.", "57-CV/BTGDVTU", Words.PAPER)
    date: Day = key("Ngày duyệt", "Năm-tháng-ngày.", "2026-11-20", Words.DATE)
    digest: Digest = key("Dấu kiểm", "Lệnh approve tự ghi.", "sha256:…", Words.DIGEST, seen=False, sealed=False)
