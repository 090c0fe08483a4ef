"""Personal names in Vietnamese prose: how they look, and what only looks like one. Pure.

Family names: the commonest of the country, and those of the Khmer and Chinese families of the
province. A name is a family name and one to four more words with capitals; the words before it
tell a person from a street, a school or a hamlet. Names of history are a list, editors may add.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import Enum

_COMMON = (
    "An Âu Bạch Bành Bùi Cao Chau Châu Chu Chung Công Cù Danh Diệp Doãn Dương Đàm Đặng Đào Đinh Đoàn Đỗ Đồng Giang "
    "Hà Hàn Hồ Hoàng Hứa Huỳnh Khưu Kiên Kiều Kim Kha La Lã Lâm Lê Lương Lưu Lý Mã Mạc Mai Neáng Nghiêm Ngô Nguyễn "
    "Nhan Ninh Phạm Phan Phùng Quách Quan Sơn Tạ Tăng Thạch Thái Thân Thị Thiều Tiêu Tô Tôn Tống Trà Trần "
    "Triệu Trịnh Trương Từ Vi Viên Võ Vũ Vương"
)
_FAMILIES = frozenset((*_COMMON.split(), *_COMMON.upper().split()))
_CAPITAL = "".join(chr(n) for n in (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA)) if chr(n).isupper())
_CAPITALS = re.compile(rf"[{_CAPITAL}](?<![\w-].)[^\W\d_]{{0,7}}(?: +[{_CAPITAL}][^\W\d_]{{0,7}}){{1,9}}(?![\w-])")
_SPACE = re.compile(r"[^\S\n]")
"""Any space between words: a thin or a wide one parts a name for no reader."""
_WORD = re.compile(r"\S+")
_MIDDLE = re.compile(r" (?:Văn|Thị) ")
_MOST_WORDS = 5
_WORD_BEFORE = re.compile(r"(\w+)\W{0,2}\Z")
_SCHOOL_BEFORE = re.compile(r"\b(?:tiểu học|trung học(?: cơ sở| phổ thông)?|mầm non|mẫu giáo) [“\"']?\Z", re.IGNORECASE)
_TWO_BEFORE = re.compile(r"(?:(\w+) )?(\w+) [“\"']?\Z")

_ONE = "ông bà anh chị em cô chú bác thầy cụ dì cậu mợ thím sư cha chí"
TITLES = frozenset(_ONE.split())
"""Words for one person, said just before the name."""

_MANY = "anh chị ông bà cô chú bác các những mấy nhiều hai"
_BEFORE_MANY = frozenset(_MANY.split())
"""Before a title they make it many: "chị em Châu Thành" are the women of a place."""

_PLACES = (
    "ấp xã phường trấn huyện tỉnh phố quận khóm thôn làng xóm vùng đảo hòn núi sông kênh rạch cầu chợ bến cảng cống "
    "đường lộ hẻm tuyến trường thpt thcs học viện chùa đình đền đồn trạm khu cụm quê ở tại xưởng "
    "quỹ giải hiệu tượng báo đài tế khẩu"
)
_OF_A_PLACE = frozenset(_PLACES.split())
"""Words before a name of a place, a school, a prize."""

HISTORIC = frozenset(
    (
        "Bùi Thị Xuân",
        "Đào Duy Từ",
        "Hà Huy Tập",
        "Hồ Chí Minh",
        "Hoàng Diệu",
        "Hoàng Hoa Thám",
        "Hoàng Văn Thụ",
        "Huỳnh Mẫn Đạt",
        "Huỳnh Thúc Kháng",
        "Lâm Quang Ky",
        "Lê Duẩn",
        "Lê Hồng Phong",
        "Lê Lai",
        "Lê Lợi",
        "Lê Thánh Tôn",
        "Lê Thị Hồng Gấm",
        "Lê Thị Riêng",
        "Lý Thái Tổ",
        "Lý Thường Kiệt",
        "Lý Tự Trọng",
        "Mạc Cửu",
        "Mạc Thiên Tích",
        "Mai Thị Hồng Hạnh",
        "Ngô Gia Tự",
        "Ngô Quyền",
        "Nguyễn Ái Quốc",
        "Nguyễn An Ninh",
        "Nguyễn Bỉnh Khiêm",
        "Nguyễn Chí Thanh",
        "Nguyễn Công Trứ",
        "Nguyễn Du",
        "Nguyễn Đình Chiểu",
        "Nguyễn Hữu Cảnh",
        "Nguyễn Huệ",
        "Nguyễn Sinh Cung",
        "Nguyễn Sinh Sắc",
        "Nguyễn Tất Thành",
        "Nguyễn Thái Bình",
        "Nguyễn Thị Định",
        "Nguyễn Thị Minh Khai",
        "Nguyễn Thiện Thuật",
        "Nguyễn Trãi",
        "Nguyễn Tri Phương",
        "Nguyễn Trung Trực",
        "Nguyễn Văn Cừ",
        "Nguyễn Văn Linh",
        "Nguyễn Văn Trỗi",
        "Phạm Hùng",
        "Phạm Ngũ Lão",
        "Phạm Văn Đồng",
        "Phan Bội Châu",
        "Phan Chu Trinh",
        "Phan Châu Trinh",
        "Phan Đình Phùng",
        "Phan Thị Ràng",
        "Thái Phiên",
        "Tôn Đức Thắng",
        "Trần Văn Thời",
        "Trần Hưng Đạo",
        "Trần Phú",
        "Trần Quốc Toản",
        "Trần Quý Cáp",
        "Võ Nguyên Giáp",
        "Võ Thị Sáu",
        "Võ Văn Kiệt",
    )
)
"""People everybody may name: streets and schools bear their names."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """A personal name as a text writes it, from ``start``."""

    name: str
    start: int


class Sign(Enum):
    """What must be seen before a name is taken for a person's; each asks for less than the one before."""

    TITLE = 1
    """A word for one person before it: ông, chị, thầy…"""
    TITLE_OR_MIDDLE = 2
    """Or Văn or Thị in the middle, which no place has."""
    NAME = 3
    """Nothing: the line says who."""


def find_names(text: str, *, places: Container[str] = (), sign: Sign = Sign.TITLE_OR_MIDDLE) -> Iterator[NameUse]:
    """Yield the personal names in ``text`` that show ``sign``; linear in its length.

    ``places`` holds names of places, which are passed over.
    """
    text = _SPACE.sub(" ", text)
    for match in _CAPITALS.finditer(text):
        words = list(_WORD.finditer(match.group()))
        first = next((n for n, word in enumerate(words[:-1]) if word.group() in _FAMILIES), None)
        if first is None:
            continue
        name = " ".join(word.group().capitalize() for word in words[first : first + _MOST_WORDS])
        start = match.start() + words[first].start()
        before = text[max(0, start - 30) : start]
        if name in HISTORIC or name in places or _is_of_a_place(before):
            continue
        middle = sign is Sign.TITLE_OR_MIDDLE and _MIDDLE.search(name)
        if sign is Sign.NAME or middle or _after_a_title(before):
            yield NameUse(name, start)


def _is_of_a_place(before: str) -> bool:
    word = _WORD_BEFORE.search(before)
    return (word is not None and word[1].lower() in _OF_A_PLACE) or _SCHOOL_BEFORE.search(before) is not None


def _after_a_title(before: str) -> bool:
    words = _TWO_BEFORE.search(before)
    return words is not None and words[2].lower() in TITLES and (words[1] or "").lower() not in _BEFORE_MANY
