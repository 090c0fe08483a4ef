"""The one schema of a story's front matter. Each key carries its Vietnamese label, help and example. Pure.

Each key also declares what its words are and where they go (``told.Told``). Everything that speaks
of keys is made from here (decisions/07): the validator, the messages, the scans, the seal, the
search document, the open data with their schema and dictionary, the table of facts. All values
arrive as text (``strict_yaml``) and are converted here, so nothing is guessed.
"""

from typing import Annotated, Literal

from scripts.source.schema.desk_parts import Brief, Correction, Cover, OpenQuestion, Radio
from scripts.source.schema.part import ContributedPart, key, optional, several
from scripts.source.schema.story_parts import (
    STANDING_NAMES,
    STATUS_NAMES,
    Approval,
    Audio,
    Commendation,
    Contact,
    Coverage,
    Kind,
    Origin,
    Person,
    Photo,
    Place,
    Quotation,
    Recognition,
    Replication,
    Result,
    Standing,
)
from scripts.source.schema.told import Words
from scripts.source.schema.value_types import (
    Line,
    Moment,
    Text,
    Word,
    Year,
)

_STATUSES = ", ".join(f"{word} ({said})" for word, said in STATUS_NAMES.items())
_STANDINGS = ", ".join(f"{word} ({said})" for word, said in STANDING_NAMES.items())


class FrontMatter(ContributedPart):
    """Phần dữ kiện của một bài: one line a key."""

    title: Annotated[str, Text(10, 110)] = key(
        "Tên bài", "10 đến 110 ký tự.", "Cả ấp góp vốn theo mùa vụ", Words.PROSE, searched=True, row=None
    )
    summary: Annotated[str, Text(40, 260)] = key(
        "Tóm tắt",
        "Một câu, 40 đến 260 ký tự.",
        "Hai mươi nhà góp ngày công vét con kênh cạn, nước về đủ ba vụ.",
        Words.PROSE,
        searched=True,
        row=None,
    )
    format: Literal["full", "snapshot"] = key(
        "Loại bài", "full (đủ) hoặc snapshot (ngắn, khi còn ít thông tin).", "snapshot", Words.CODE, row=None
    )
    kind: Kind = key(
        "Tập thể hay cá nhân",
        "collective (tập thể) hoặc individual (cá nhân).",
        "collective",
        Words.CODE,
        row="Ai làm",
    )
    subject: Annotated[str, Text(3, 200)] = key(
        "Ai làm", "Tên tập thể, hoặc cách gọi cá nhân.", "Hội Nông dân ấp Kiên Thanh", Words.EXEMPLAR, searched=True
    )
    place: Place = key(
        "Nơi làm", "Xã và ấp lúc đó.", "{commune: xã Kiên Bình}", Words.PARTS, row="Ở đâu", default=Place()
    )
    movement: Standing = key(
        "Dân vận khéo",
        f"{_STANDINGS}. Ghi đúng điều nguồn nói, không đoán.",
        "presented",
        Words.CODE,
        meaning=f"{_STANDINGS.replace(STANDING_NAMES[Standing.NOT_STATED], 'chưa có thông tin')}.",
        row="Nhóm bài",
    )
    field: Word = key(
        "Lĩnh vực",
        "Mã trong fields.yml: như lúc đăng ký; không có thì theo kết quả chính, không theo người làm.",
        "kinh-te",
        Words.CODE,
        row="Làm gì",
        of="fields",
    )
    methods: tuple[Word, ...] = key(
        "Cách làm",
        "Một đến bốn mã trong methods.yml.",
        "[gop-von-xoay-vong]",
        Words.CODE,
        row="Làm gì",
        of="methods",
        min_length=1,
        max_length=4,
    )
    topics: tuple[Line, ...] = several(
        "Chủ đề", "Từ khóa tự do, nhiều nhất tám.", "[nông thôn mới]", Words.PROSE, most=8, searched=True, row=None
    )
    started: Year | None = optional("Năm bắt đầu", "Năm công việc bắt đầu.", "2008", Words.DATE, row="Từ khi nào")
    registered: Year | None = optional("Năm đăng ký", "Năm đăng ký mô hình.", "2016", Words.DATE, row="Từ khi nào")
    status: Literal["running", "ended", "replicated"] | None = optional(
        "Hiện trạng",
        f"{_STATUSES}.",
        "running",
        Words.CODE,
        row="Từ khi nào",
    )
    results: tuple[Result, ...] = several(
        "Kết quả bằng số",
        "Con số, đơn vị, thời điểm.",
        '[{value: "22", unit: thành viên}]',
        Words.PARTS,
        most=8,
        row="Kết quả",
    )
    recognition: tuple[Recognition, ...] = several(
        "Công nhận", "Tách riêng với khen thưởng.", "[{level: huyen, by: …}]", Words.PARTS, most=12
    )
    commendations: tuple[Commendation, ...] = several(
        "Khen thưởng",
        "Hình thức, nơi khen, văn bản.",
        "[{form: giay-khen, by: …}]",
        Words.PARTS,
        most=30,
        row="Biểu dương, khen thưởng",
    )
    replications: tuple[Replication, ...] = several(
        "Nhân rộng", "Những nơi đã làm theo.", "[{place: xã Hòa Điền}]", Words.PARTS, most=60, row="Đã nhân rộng"
    )
    people: tuple[Person, ...] = several(
        "Người được nêu tên",
        "Kèm sự đồng ý.",
        "[{name: …, consent: …}]",
        Words.PARTS,
        most=40,
        left_out="Người được nêu tên chỉ có trong lời văn, đúng phạm vi họ đồng ý; không gom thành danh sách.",
    )
    quotes: tuple[Quotation, ...] = several(
        "Trích lời",
        "Lời nói được phép trích.",
        "[{text: …, by: …}]",
        Words.PARTS,
        most=12,
        row="Lời được trích",
    )
    photos: tuple[Photo, ...] = several(
        "Ảnh",
        "Ảnh nằm cạnh bài.",
        "[{file: …, alt: …}]",
        Words.PARTS,
        most=24,
        left_out="Ảnh và quyền dùng từng ảnh xem ở trang bài.",
    )
    audio: tuple[Audio, ...] = several(
        "Âm thanh",
        "Bản phát thanh được phép đăng.",
        "[{file: …}]",
        Words.PARTS,
        most=6,
        left_out="Bản ghi âm xem ở trang bài.",
        row=None,
    )
    cover: Cover | None = optional(
        "Chữ trên bìa",
        "Cho bài không có ảnh.",
        "{figure: 22 người, phrase: một cái hộp gỗ}",
        Words.PARTS,
        left_out="Chữ trên bìa vẽ xem ở trang bài.",
        row=None,
    )
    contact: Contact | None = optional(
        "Đầu mối liên hệ",
        "Một cơ quan, không phải cá nhân.",
        "{office: Hội Nông dân xã}",
        Words.PARTS,
        row="Nơi chịu trách nhiệm",
    )
    coverage: tuple[Coverage, ...] = several(
        "Báo, đài đã đưa",
        "Không tính vào bản duyệt.",
        "[{outlet: …, date: …}]",
        Words.PARTS,
        meaning="Nơi đăng, phát, ngày, tên bài và địa chỉ.",
        most=200,
        sealed=False,
        row="Báo, đài đã đưa",
    )
    sources: tuple[Origin, ...] = key(
        "Nguồn", "Ít nhất một nguồn.", "[{title: …, publisher: …}]", Words.PARTS, min_length=1, max_length=20
    )
    brief: Brief | None = optional(
        "Tin cho báo",
        "Bài rút gọn, người biên tập viết, duyệt cùng bài.",
        "{short: …, medium: …}",
        Words.PARTS,
        left_out="Bài rút gọn cho báo xem ở trang báo chí của bài.",
        row=None,
    )
    radio: Radio | None = optional(
        "Lời phát thanh",
        "Lời dẫn, lời kết, cách đọc tên; duyệt cùng bài.",
        "{lead: …, pronounce: {Xẻo Kè: xẻo kè}}",
        Words.PARTS,
        left_out="Lời cho đài xem ở trang báo chí của bài.",
        row=None,
    )
    corrected: tuple[Correction, ...] = several(
        "Đã đính chính", "Điều sửa sau khi đăng.", "[{date: …, what: …}]", Words.PARTS, most=20
    )
    embargo: Moment | None = optional(
        "Giờ được đăng",
        "Trước giờ này bài không có trong bản công khai.",
        "2026-12-01T06:00+07:00",
        Words.MOMENT,
        left_out="Chỉ dùng khi gửi bài cho báo, đài.",
        row=None,
    )
    to_verify: tuple[OpenQuestion, ...] = several(
        "Cần kiểm lại",
        "Điều nguồn chưa rõ; không bao giờ đăng. Còn điều chưa có answer thì bài chưa duyệt được.",
        "[{about: figure, text: Bài báo ghi hai con số khác nhau.}]",
        Words.PARTS,
        most=40,
        seen=False,
        sealed=False,
    )
    approval: Approval | None = optional(
        "Duyệt đăng",
        "Lệnh approve tự ghi, không sửa tay.",
        "…",
        Words.PARTS,
        meaning="Cơ quan duyệt, số và ngày văn bản.",
    )

    @property
    def lead_photo(self) -> Photo | None:
        """The photo that stands for the story: the one marked, else the first."""
        marked = [photo for photo in self.photos if photo.lead]
        return next(iter(marked or self.photos), None)
