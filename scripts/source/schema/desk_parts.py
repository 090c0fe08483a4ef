"""What an editor adds to a story: short texts, words for the air and for a cover, corrections, open questions. Pure."""

from enum import StrEnum
from typing import Annotated

from scripts.source.schema.part import ContributedPart, key, optional
from scripts.source.schema.told import Words
from scripts.source.schema.value_types import Day, Line, Name, Said, Text, WordCount

_LONGEST = 2_000


class Brief(ContributedPart):
    """The story in two lengths, to be run as they are."""

    short: Annotated[str, Text(1, _LONGEST), WordCount(45, 70)] | None = optional(
        "Tin ngắn", "45 đến 70 tiếng, đăng được ngay.", "…", Words.PROSE
    )
    medium: Annotated[str, Text(1, _LONGEST), WordCount(120, 170)] | None = optional(
        "Tin vừa", "120 đến 170 tiếng, đăng được ngay.", "…", Words.PROSE
    )


class Radio(ContributedPart):
    """What is said before and after the story on the air, and how its names are said."""

    lead: Annotated[str, Text(20, 600)] | None = optional(
        "Lời dẫn", "Phát thanh viên nói trước khi vào bài.", "…", Words.PROSE
    )
    close: Annotated[str, Text(10, 400)] | None = optional("Lời kết", "Nói sau khi hết bài.", "…", Words.PROSE)
    pronounce: dict[Line, Said] = key(
        "Cách đọc tên",
        "Tên khó như viết trong bài: đọc thành gì.",
        "{Xẻo Kè: xẻo kè}",
        Words.PROSE,
        default={},
        max_length=30,
    )


class Correction(ContributedPart):
    """Đính chính: what was put right after the story was published."""

    date: Day = key("Ngày đính chính", "Năm-tháng-ngày.", "2026-12-05", Words.DATE)
    what: Annotated[str, Text(10, 400)] = key(
        "Điều đã sửa", "Trước ghi gì, nay sửa thành gì.", "Số hộ tham gia là 22, không phải 32.", Words.PROSE
    )


class Cover(ContributedPart):
    """What a drawn cover says, where there is no photo."""

    figure: Annotated[str, Text(1, 20)] | None = optional("Số trên bìa", "Con số và đơn vị.", "22 người", Words.PROSE)
    phrase: Annotated[str, Text(2, 60)] | None = optional(
        "Chữ trên bìa", "Vài chữ nói được câu chuyện.", "một cái hộp gỗ", Words.PROSE
    )


class About(StrEnum):
    """What a question of the fact check is about."""

    PERSON = "person"
    PLACE = "place"
    FIGURE = "figure"
    FIELD = "field"
    RECOGNITION = "recognition"
    HOW = "how"
    SOURCE = "source"
    DATE = "date"


ABOUT_NAMES = {
    About.PERSON: "người",
    About.PLACE: "nơi làm",
    About.FIGURE: "con số",
    About.FIELD: "lĩnh vực",
    About.RECOGNITION: "công nhận, khen thưởng",
    About.HOW: "cách làm",
    About.SOURCE: "nguồn",
    About.DATE: "thời gian",
}
_ABOUT = ", ".join(f"{word} ({said})" for word, said in ABOUT_NAMES.items())


class OpenQuestion(ContributedPart):
    """A question of the fact check, open until somebody who may know has answered it."""

    about: About = key("Về điều gì", f"{_ABOUT}.", "figure", Words.CODE)
    text: Annotated[str, Text(5, 600)] = key(
        "Cần hỏi gì",
        "Nguồn ghi thế nào, còn thiếu gì.",
        "Trang không nêu quyết định riêng.",
        Words.PROSE,
    )
    answer: Annotated[str, Text(2, 600)] | None = optional(
        "Câu trả lời", "Đã hỏi rồi thì ghi ở đây, kèm by và date.", "Sổ của hội ghi 22 hộ.", Words.PROSE
    )
    by: Name | None = optional(
        "Cơ quan trả lời", "Một cơ quan, không phải cá nhân.", "Hội Nông dân xã Kiên Bình", Words.OFFICE
    )
    date: Day | None = optional("Ngày trả lời", "Năm-tháng-ngày.", "2026-11-20", Words.DATE)

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered yet."""
        return self.answer is None
