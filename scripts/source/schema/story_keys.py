"""The one schema of a story's front matter. Each key carries its Vietnamese label, help and example.

Everything that speaks of keys is made from here: the validator, the messages, and later the
field guide, the JSON Schema, the web form and the Excel template (decisions/07). All values
arrive as text (``strict_yaml``) and are converted here, so nothing is guessed.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scripts.source.schema.part import Part, key, optional, several
from scripts.source.schema.value_types import (
    Day,
    FigureValue,
    FileName,
    Line,
    Moment,
    Name,
    PaperNumber,
    PartialDate,
    Text,
    Truth,
    WebAddress,
    Word,
    Year,
)


class Kind(StrEnum):
    """Tập thể or cá nhân: who is the exemplar."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"


KIND_NAMES = {Kind.COLLECTIVE: "tập thể", Kind.INDIVIDUAL: "cá nhân"}
STATUS_NAMES = {"running": "đang duy trì", "ended": "đã kết thúc", "replicated": "đã nhân rộng"}


class Place(Part):
    """Địa chỉ nơi làm, as it was called then."""

    commune: Name | None = optional("Xã, phường, thị trấn", "Tên lúc đó; trang tự tra tên nay.", "xã Kiên Bình")
    hamlet: Name | None = optional("Ấp, khu phố", "Tên ấp hoặc khu phố.", "ấp Kiên Thanh")


class Result(Part):
    """One headline number."""

    value: FigureValue = key("Con số", "Viết như trong báo: 1.099 hoặc 12,4.", "1,7")
    unit: Line | None = optional("Đơn vị", "Đếm cái gì; bỏ trống khi con số là phần trăm.", "tỷ đồng")
    label: Line | None = optional("Diễn giải", "Con số nói điều gì.", "vốn góp trong 5 năm")
    when: Line | None = optional("Thời điểm", "Năm hoặc giai đoạn.", "2020")
    source: Line | None = optional("Nguồn của số", "Nếu khác nguồn chung của bài.", "Báo cáo 12-BC/HND")


class Recognition(Part):
    """Công nhận: an act of a steering committee."""

    level: Word = key("Cấp", "co-so, huyen, tinh hoặc trung-uong.", "huyen")
    by: Name = key("Nơi công nhận", "Tên cơ quan.", "Ban Chỉ đạo huyện Kiên Lương")
    document: PaperNumber | None = optional("Số văn bản", "Như in trên văn bản.", "12-QĐ/BCĐ")
    date: Day | None = optional("Ngày văn bản", "Năm-tháng-ngày.", "2020-08-12")


class Commendation(Part):
    """Biểu dương, khen thưởng: a separate act, often another body."""

    form: Word = key("Hình thức", "giay-khen, bang-khen…", "giay-khen")
    by: Name = key("Nơi khen", "Tên cơ quan.", "Chủ tịch UBND huyện Kiên Lương")
    document: PaperNumber | None = optional("Số văn bản", "Như in trên văn bản.", "345/QĐ-UBND")
    date: Day | None = optional("Ngày văn bản", "Năm-tháng-ngày.", "2020-08-14")


class Replication(Part):
    """Nhân rộng: where it has been copied."""

    place: Name = key("Nơi làm theo", "Xã, huyện hoặc đơn vị.", "xã Hòa Điền")
    when: Line | None = optional("Khi nào", "Năm.", "2019")
    by: Name | None = optional("Ai làm", "Tên đơn vị.", "Hội Nông dân xã")


class Consent(Part):
    """What a named person agreed to; the paper itself is kept outside this repository."""

    name: Truth = key("Đồng ý nêu tên", "true hoặc false.", "true")
    photo: Truth = key("Đồng ý đăng ảnh", "true hoặc false.", "false")
    recorded: Day = key("Ngày ghi nhận", "Năm-tháng-ngày.", "2026-10-02")


class Person(Part):
    """Somebody the story names."""

    name: Name = key("Họ tên", "Chỉ người mà bài nêu tên.", "Nguyễn Văn A")
    role: Line | None = optional("Vai trò", "Làm gì trong chuyện này.", "chi hội trưởng")
    consent: Consent = key(
        "Sự đồng ý", "Phạm vi mà người đó đồng ý.", "{name: true, photo: false, recorded: 2026-10-02}"
    )


class Quotation(Part):
    """Words that may be quoted."""

    text: Annotated[str, Text(5, 600)] = key("Lời nói", "Nguyên văn.", "Mượn của hàng xóm thì khó quên lắm.")
    by: Name = key("Của ai", "Tên hoặc vai trò.", "Tổ trưởng tổ góp vốn")


class Photo(Part):
    """A photo in the story's folder."""

    file: FileName = key("Tệp ảnh", "Tên tệp nằm cạnh bài.", "hop-to.jpg")
    alt: Annotated[str, Text(10, 300)] = key(
        "Mô tả ảnh", "Cho người không nhìn thấy ảnh.", "Mười người ngồi quanh bàn, đếm tiền góp"
    )
    caption: Annotated[str, Text(5, 300)] = key("Chú thích", "Ai, làm gì, ở đâu.", "Buổi họp tổ đầu vụ")
    credit: Line = key("Người chụp", "Tên người hoặc cơ quan.", "Ảnh: Hội Nông dân xã")
    licence: Word = key("Quyền dùng", "Mã trong licences.yml.", "press-with-credit")
    lead: Truth = Field(default=False, title="Ảnh chính", description="true cho một ảnh.", examples=["true"])


class Audio(Part):
    """A broadcast the station lets us carry."""

    file: FileName = key("Tệp âm thanh", "Tên tệp nằm cạnh bài.", "phat-thanh.mp3")
    outlet: Name = key("Đài", "Tên đài.", "Đài Truyền thanh huyện")
    date: Day = key("Ngày phát", "Năm-tháng-ngày.", "2020-09-01")
    length: Line = key("Độ dài", "Phút:giây.", "3:20")
    transcript: Annotated[str, Text(20, 20_000)] = key("Lời văn", "Chép lại lời đọc.", "…")


class Contact(Part):
    """An office, never a person."""

    office: Name = key("Cơ quan", "Nơi báo chí liên hệ.", "Hội Nông dân xã Kiên Bình")
    phone: Line | None = optional("Điện thoại cơ quan", "Không ghi số riêng.", "0297…")
    email: Line | None = optional("Thư điện tử cơ quan", "Không ghi thư riêng.", "…")


class Coverage(Part):
    """What a newsroom ran."""

    outlet: Name = key("Báo, đài", "Tên cơ quan báo chí.", "Báo Kiên Giang")
    date: Day = key("Ngày đăng, phát", "Năm-tháng-ngày.", "2020-09-01")
    title: Annotated[str, Text(3, 200)] = key("Tên bài", "Như đã đăng.", "…")
    url: WebAddress | None = optional("Địa chỉ", "Bắt đầu bằng https://.", "https://…")


class Origin(Part):
    """Nguồn: where the facts come from."""

    title: Annotated[str, Text(3, 240)] = key(
        "Tên nguồn", "Tên bài báo, báo cáo.", "Kiên Lương nhiều mô hình dân vận khéo"
    )
    publisher: Name = key("Nơi công bố", "Báo, đài, cơ quan.", "Đài Truyền thanh huyện Kiên Lương")
    date: PartialDate | None = optional("Ngày", "2020, 2020-08 hoặc 2020-08-15.", "2020-08")
    url: WebAddress | None = optional("Địa chỉ", "Bắt đầu bằng https://.", "https://…")


class Approval(Part):
    """Duyệt đăng: makes a story public on this site. Written by ``approve`` only."""

    by: Name = key("Cơ quan duyệt", "Một cơ quan trong approvers.yml.", "Ban Dân vận Tỉnh ủy Kiên Giang")
    document: PaperNumber = key("Số văn bản", "Như in trên văn bản.", "57-CV/BDVTU")
    date: Day = key("Ngày duyệt", "Năm-tháng-ngày.", "2026-11-20")
    digest: Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")] = key(
        "Dấu vân bài", "Lệnh approve tự ghi.", "sha256:…"
    )


class FrontMatter(Part):
    """Phần dữ kiện của một bài: one line a key."""

    title: Annotated[str, Text(10, 110)] = key("Tên bài", "10 đến 110 chữ cái.", "Cả ấp góp vốn theo mùa vụ")
    summary: Annotated[str, Text(40, 260)] = key(
        "Tóm tắt", "Một câu, 40 đến 260 chữ cái.", "Hai mươi nhà góp ngày công vét con kênh cạn, nước về đủ ba vụ."
    )
    format: Literal["full", "snapshot"] = key(
        "Loại bài", "full (đủ) hoặc snapshot (ngắn, khi còn ít thông tin).", "snapshot"
    )
    kind: Kind = key("Tập thể hay cá nhân", "collective (tập thể) hoặc individual (cá nhân).", "collective")
    subject: Annotated[str, Text(3, 200)] = key(
        "Ai làm", "Tên tập thể, hoặc cách gọi cá nhân.", "Hội Nông dân ấp Kiên Thanh"
    )
    place: Place = Field(Place(), title="Nơi làm", description="Xã và ấp lúc đó.", examples=["{commune: xã Kiên Bình}"])
    field: Word = key("Lĩnh vực", "Mã trong fields.yml.", "kinh-te")
    methods: tuple[Word, ...] = key(
        "Cách làm", "Một đến bốn mã trong methods.yml.", "[gop-von-xoay-vong]", min_length=1, max_length=4
    )
    topics: tuple[Line, ...] = several("Chủ đề", "Từ khóa tự do, nhiều nhất tám.", "[nông thôn mới]", most=8)
    started: Year | None = optional("Năm bắt đầu", "Năm công việc bắt đầu.", "2008")
    registered: Year | None = optional("Năm đăng ký", "Năm đăng ký mô hình.", "2016")
    status: Literal["running", "ended", "replicated"] | None = optional(
        "Hiện trạng", "running, ended hoặc replicated.", "running"
    )
    results: tuple[Result, ...] = several(
        "Kết quả bằng số", "Con số, đơn vị, thời điểm.", '[{value: "22", unit: thành viên}]', most=8
    )
    recognition: tuple[Recognition, ...] = several(
        "Công nhận", "Tách riêng với khen thưởng.", "[{level: huyen, by: …}]", most=12
    )
    commendations: tuple[Commendation, ...] = several(
        "Khen thưởng", "Hình thức, nơi khen, văn bản.", "[{form: giay-khen, by: …}]", most=30
    )
    replications: tuple[Replication, ...] = several(
        "Nhân rộng", "Những nơi đã làm theo.", "[{place: xã Hòa Điền}]", most=60
    )
    people: tuple[Person, ...] = several("Người được nêu tên", "Kèm sự đồng ý.", "[{name: …, consent: …}]", most=40)
    quotes: tuple[Quotation, ...] = several("Trích lời", "Lời nói được phép trích.", "[{text: …, by: …}]", most=12)
    photos: tuple[Photo, ...] = several("Ảnh", "Ảnh nằm cạnh bài.", "[{file: …, alt: …}]", most=24)
    audio: tuple[Audio, ...] = several("Âm thanh", "Bản phát thanh được phép đăng.", "[{file: …}]", most=6)
    contact: Contact | None = optional(
        "Đầu mối liên hệ", "Một cơ quan, không phải cá nhân.", "{office: Hội Nông dân xã}"
    )
    coverage: tuple[Coverage, ...] = several(
        "Báo, đài đã khai thác", "Không tính vào bản duyệt.", "[{outlet: …, date: …}]", most=200
    )
    sources: tuple[Origin, ...] = key(
        "Nguồn", "Ít nhất một nguồn.", "[{title: …, publisher: …}]", min_length=1, max_length=20
    )
    embargo: Moment | None = optional("Giờ được đăng", "Trước giờ này báo chí chưa đăng.", "2026-12-01T06:00+07:00")
    approval: Approval | None = optional("Duyệt đăng", "Lệnh approve tự ghi, không sửa tay.", "…")
