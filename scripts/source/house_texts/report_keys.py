"""The schema of a report about the movement (decisions/28): each key with label, help and example. Values only; pure.

A report counts deeds, it tells none: a district's 93 models, the border guard's 40. So it has figures,
each with the act it counts, and no exemplar, field or method.
"""

from typing import Annotated

from scripts.source.schema.desk_parts import OpenQuestion
from scripts.source.schema.part import ContributedPart, key, optional, several
from scripts.source.schema.story_parts import STANDING_NAMES, Origin, Standing
from scripts.source.schema.told import Words
from scripts.source.schema.value_types import FigureValue, Line, Text, Word, Year

_ACTS_IN_ORDER = (
    Standing.REGISTERED,
    Standing.RECOGNISED,
    Standing.COMMENDED,
    Standing.PRESENTED,
    Standing.GOOD_DEED,
)
ACT_NAMES = {act: STANDING_NAMES[act] for act in _ACTS_IN_ORDER} | {Standing.NOT_STATED: "việc đã làm"}
"""What a figure counts, in the order in which one act follows another.

The last is for what is no count of exemplars at all: meetings held, money raised.
"""
_ACTS = ", ".join(f"{word} ({said})" for word, said in ACT_NAMES.items())
MOST_FIGURES, MOST_SOURCES = 12, 6


class ReportFigure(ContributedPart):
    """A number as the source gives it: registered, recognised and commended are three acts and never one number."""

    act: Standing = key("Đếm việc gì", f"{_ACTS}. Ghi đúng điều nguồn nói, không đoán.", "recognised", Words.CODE)
    value: FigureValue = key("Con số", "Viết như trong nguồn: 93, hơn 780 hoặc 82,8%.", "93", Words.FIGURE)
    unit: Line | None = optional("Đơn vị", "Đếm cái gì; bỏ trống khi con số là phần trăm.", "mô hình", Words.PROSE)
    label: Line | None = optional("Diễn giải", "Của ai, cấp nào, do ai.", "cấp huyện", Words.PROSE)
    when: Line | None = optional("Thời điểm", "Nếu khác thời kỳ chung.", "đến cuối năm 2023", Words.PROSE)


class ReportFront(ContributedPart):
    """Phần dữ kiện của một báo cáo về phong trào."""

    title: Annotated[str, Text(10, 110)] = key(
        "Tên báo cáo", "10 đến 110 ký tự.", "Vĩnh Thuận công nhận 93 mô hình cấp huyện", Words.PROSE
    )
    summary: Annotated[str, Text(40, 400)] = key(
        "Nội dung",
        "Vài câu, 40 đến 400 ký tự: nơi nào, thời kỳ nào, điều gì đáng nhớ.",
        "Sau ba năm, huyện công nhận 93 mô hình và khen những nơi làm tốt.",
        Words.PROSE,
    )
    place: Word = key(
        "Địa bàn", "Mã trong districts.yml; toan-tinh nếu là của cả tỉnh.", "vinh-thuan", Words.CODE, of="districts"
    )
    since: Year | None = optional("Từ năm", "Năm đầu của thời kỳ.", "2021", Words.DATE)
    until: Year = key("Đến năm", "Năm cuối của thời kỳ, hay năm của báo cáo.", "2023", Words.DATE)
    figures: tuple[ReportFigure, ...] = key(
        "Các con số",
        "Mỗi con số đếm một việc, của một nguồn; không cộng.",
        '[{act: recognised, value: "93", unit: mô hình}]',
        Words.PARTS,
        min_length=1,
        max_length=MOST_FIGURES,
    )
    sources: tuple[Origin, ...] = key(
        "Nguồn",
        "Nơi công bố các con số.",
        "[{title: …, publisher: …, date: 2023-10-15, url: https://…}]",
        Words.PARTS,
        min_length=1,
        max_length=MOST_SOURCES,
    )
    to_verify: tuple[OpenQuestion, ...] = several(
        "Cần kiểm lại",
        "Điều nguồn chưa rõ; không đăng.",
        "[{about: …, text: …}]",
        Words.PARTS,
        most=40,
        seen=False,
        sealed=False,
    )
