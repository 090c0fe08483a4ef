"""The vocabulary as data: districts, communes, fields, methods, levels and the rest. Values only; pure.

Code never spells a district or a field; it asks here. ``taxonomy_files`` reads them from
``content/taxonomy`` (decisions/08).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import StringConstraints

from scripts.source.schema.part import ContributedPart, key, optional
from scripts.source.schema.story_parts import Kind
from scripts.source.schema.told import Words
from scripts.source.schema.value_types import Count, Day, Line, Name, Slug, Truth
from scripts.source.text.vietnamese import fold, plain_number
from scripts.source.vocabulary.lexicon import Lexicon
from scripts.source.vocabulary.outlets import Outlet
from scripts.source.vocabulary.style import Style

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]


class Term(ContributedPart):
    """A word of a vocabulary: its slug in addresses and files, its name for people."""

    slug: Slug = key("Mã", "Chữ thường không dấu.", "kinh-te", Words.CODE)
    name: Name = key("Tên", "Tên hiện trên trang.", "Kinh tế", Words.PROSE)
    about: str = key("Giải thích", "Một câu.", "…", Words.PROSE, default="")


class Colours(ContributedPart):
    """A field's colour on paper and in the dark."""

    light: Colour = key("Màu trên nền sáng", "Sáu chữ số mười sáu.", "#8a5a00", Words.CODE)
    dark: Colour = key("Màu trên nền tối", "Sáu chữ số mười sáu.", "#e3b25a", Words.CODE)


class Field(Term):
    """Lĩnh vực."""

    colour: Colours = key("Màu", "Sáng và tối.", "{light: …, dark: …}", Words.PARTS)


class Period(ContributedPart):
    """A name and when it held: from ``from`` until the day before ``to``."""

    name: Name = key("Tên", "Kèm loại: huyện, thị xã…", "huyện Kiên Lương", Words.PLACE)
    since: Day | None = key("Từ ngày", "Ngày đầu tiên.", "2018-11-01", Words.DATE, default=None, alias="from")
    until: Day | None = key(
        "Đến ngày", "Ngày đầu tiên không còn tên này.", "2025-07-01", Words.DATE, default=None, alias="to"
    )


class Tile(ContributedPart):
    """A place on the tile map."""

    column: Count = key("Cột", "Từ 1 đến 6: bản đồ phải vừa điện thoại.", "3", Words.CODE, le=6)
    row: Count = key("Hàng", "Từ 1.", "2", Words.CODE)


class Commune(ContributedPart):
    """A commune-level unit as it was just before 1-7-2025, and the unit it went to."""

    slug: Slug = key("Mã", "Chữ thường không dấu.", "xa-kien-binh", Words.CODE)
    name: Name = key("Tên", "Kèm loại.", "xã Kiên Bình", Words.PLACE)
    # A code, and yet a word of the house: every page that names the commune says where it lies today.
    successor: Slug = key("Nay là", "Mã trong units.yml.", "xa-hoa-dien", Words.PLACE)
    former_names: tuple[Name, ...] = key("Tên cũ hơn", "Trước nữa.", "[xã Mỹ Đức]", Words.PLACE, default=())


class District(ContributedPart):
    """Địa bàn cấp huyện: one of the 15 units of 2011, or the whole province."""

    slug: Slug = key("Mã", "Tên thư mục.", "kien-luong", Words.CODE)
    code: Line | None = optional("Mã GSO", "Ba chữ số.", "902", Words.CODE, seen=False)
    names: tuple[Period, ...] = key("Các tên", "Cũ trước.", "[{name: huyện Kiên Lương}]", Words.PARTS, min_length=1)
    tile: Tile | None = optional("Ô bản đồ", "Cột và hàng.", "{column: 3, row: 2}", Words.PARTS)
    pattern: Slug = key("Họa tiết", "Tên một hình trong docs/assets/img.", "dong-lua", Words.CODE)
    aliases: tuple[Name, ...] = key("Tên khác", "Cách gọi khác.", "[Kiên Lương]", Words.PLACE, sealed=False, default=())
    province_wide: Truth = key("Toàn tỉnh", "true cho mục toàn tỉnh.", "true", Words.TRUTH, default=False)
    communes: tuple[Commune, ...] = key("Xã, phường, thị trấn", "Trước 01-7-2025.", "[…]", Words.PARTS, default=())

    @cached_property
    def short_name(self) -> str:
        """The name without its type: Kiên Lương."""
        last: str = self.names[-1].name
        return last.capitalize() if self.province_wide else bare_name(last)

    def name_in(self, year: int | None) -> str:
        """Return what the place was called at the end of ``year``; the last name when unknown."""
        if year is None:
            return self.names[-1].name
        end = date(year, 12, 31)
        held = [period for period in self.names if period.since is None or period.since <= end]
        return (held or self.names)[-1].name


class Unit(ContributedPart):
    """A commune-level unit of today."""

    slug: Slug = key("Mã", "Chữ thường không dấu.", "xa-hoa-dien", Words.CODE)
    name: Name = key("Tên", "Kèm loại.", "xã Hòa Điền", Words.PLACE)
    code: Line | None = optional("Mã", "Mã hành chính.", "30787", Words.CODE, seen=False)


class Province(ContributedPart):
    """The province then and now."""

    name_then: Name = key("Tên lúc đó", "Kèm loại.", "tỉnh Kiên Giang", Words.PLACE)
    name_now: Name = key("Tên nay", "Kèm loại.", "tỉnh An Giang", Words.PLACE)
    merged_on: Day = key("Ngày hợp nhất", "Năm-tháng-ngày.", "2025-07-01", Words.DATE)
    document: Line = key("Văn bản", "Số văn bản.", "Nghị quyết 1654/NQ-UBTVQH15", Words.PROSE)


class Licence(Term):
    """What others may do with a photo or a recording. What is not said is not allowed."""

    press: Truth = key("Báo chí dùng được", "true nếu báo chí không phải hỏi.", "true", Words.TRUTH, default=False)
    anyone: Truth = key("Ai cũng dùng được", "true nếu không ai phải hỏi.", "true", Words.TRUTH, default=False)


class Approver(ContributedPart):
    """A body that may approve publication, and when it could."""

    slug: Slug = key("Mã", "Chữ thường không dấu.", "ban-dan-van-tinh-uy", Words.CODE)
    name: Name = key("Tên", "Tên cơ quan.", "Ban Dân vận Tỉnh ủy", Words.OFFICE, sealed=False)
    since: Day | None = key(
        "Từ ngày", "Ngày đầu tiên.", "2025-07-01", Words.DATE, sealed=False, default=None, alias="from"
    )
    until: Day | None = key(
        "Đến ngày", "Ngày đầu tiên không còn.", "2025-07-01", Words.DATE, sealed=False, default=None, alias="to"
    )


class WithdrawalReason(ContributedPart):
    """Why a story was withdrawn, as coarse as a public repository may say it."""

    slug: Slug = key("Mã", "Chữ thường không dấu.", "sai-su-that", Words.CODE)
    name: Name = key("Tên", "Cho người biên tập.", "Có điều sai sự thật", Words.PROSE, seen=False)
    notice: Line | None = optional(
        "Câu trên trang", "Bỏ trống: trang không nói lý do.", "Bài có điều chưa đúng.", Words.PROSE
    )


class PublicContact(ContributedPart):
    """Đầu mối công khai: an office's telephone or e-mail that somebody has checked is an office's."""

    office: Name = key("Cơ quan", "Tên cơ quan.", "Hội Nông dân xã Kiên Bình", Words.OFFICE, seen=False)
    phone: Line | None = optional("Điện thoại cơ quan", "Số để bàn của cơ quan.", "0297…", Words.CONTACT, seen=False)
    email: Line | None = optional("Thư điện tử cơ quan", "Hộp thư của cơ quan.", "…", Words.CONTACT, seen=False)
    reviewed_by: Name = key(
        "Người xem xét", "Ai đã kiểm: chức danh, cơ quan.", "Văn phòng Ban Dân vận", Words.OFFICE, seen=False
    )
    date: Day = key("Ngày xem xét", "Năm-tháng-ngày.", "2026-10-02", Words.DATE, seen=False)


class Reuse(ContributedPart):
    """The default terms under which stories may be used again."""

    name: Line = key("Tên điều kiện", "Ngắn.", "Dùng lại kèm nguồn", Words.PROSE)
    terms: str = key("Điều kiện", "Vài câu.", "…", Words.PROSE)


class Site(ContributedPart):
    """What the owner of the site may change in one place."""

    name: Name = key("Tên trang", "Tên hiện trên mọi trang.", "Dân vận khéo Kiên Giang", Words.PROSE)
    tagline: Line = key("Câu giới thiệu", "Một dòng.", "Người ta đã làm được. Đây là cách họ làm.", Words.PROSE)
    description: str = key("Mô tả", "Một, hai câu.", "…", Words.PROSE)
    place: Line = key("Nơi", "Một dòng dưới tên trang.", "Tỉnh Kiên Giang cũ", Words.PROSE)
    about: str = key("Trang này là gì", "Vài câu ở cuối mọi trang.", "…", Words.PROSE)
    basis: str = key("Căn cứ", "Văn bản làm căn cứ.", "…", Words.PROSE)
    repository: Line | None = optional("Kho mã", "Địa chỉ kho, nếu công khai.", "https://…", Words.ADDRESS)
    reuse: Reuse = key("Dùng lại", "Điều kiện mặc định.", "{name: …, terms: …}", Words.PARTS)


class MovementFigure(ContributedPart):
    """A number of the movement as a document gives it."""

    value: Line = key("Con số", "Như trong văn bản.", "1.099", Words.FIGURE)
    label: Line = key("Diễn giải", "Đếm cái gì.", "tập thể đăng ký mô hình", Words.PROSE)
    act: Literal["registered", "commended"] = key("Việc", "registered hoặc commended.", "registered", Words.CODE)
    kind: Kind = key("Tập thể hay cá nhân", "collective hoặc individual.", "collective", Words.CODE)
    when: Line = key("Thời điểm", "Như trong văn bản.", "đến cuối năm 2010", Words.PROSE)


class Milestone(ContributedPart):
    """A date the letter sets."""

    when: Line = key("Khi nào", "Như trong văn bản.", "cuối năm 2013", Words.PROSE)
    label: Line = key("Việc", "Việc gì.", "sơ kết", Words.PROSE)


class Movement(ContributedPart):
    """The movement's own figures: never added to the site's counts."""

    document: Line = key("Số văn bản", "Như in.", "238-CV/TU", Words.PAPER)
    date: Day = key("Ngày", "Năm-tháng-ngày.", "2011-10-14", Words.DATE)
    issuer: Name = key("Nơi ban hành", "Tên cơ quan.", "Ban Thường vụ Tỉnh ủy Kiên Giang", Words.OFFICE)
    subject: Line = key("Về việc", "Trích yếu.", "…", Words.PROSE)
    figures: tuple[MovementFigure, ...] = key("Các con số", "Như văn bản.", "[…]", Words.PARTS)
    note: str = key("Ghi chú", "Một, hai câu.", "…", Words.PROSE, default="")
    milestones: tuple[Milestone, ...] = key("Mốc", "Các mốc.", "[…]", Words.PARTS, default=())


class Anniversary(ContributedPart):
    """A day of every year on which exemplars are asked for."""

    slug: Slug = key("Mã", "Chữ thường không dấu.", "truyen-thong-dan-van", Words.CODE)
    name: Line = key("Dịp gì", "Một dòng.", "Ngày truyền thống công tác dân vận của Đảng", Words.PROSE)
    month: Count = key("Tháng", "1 đến 12.", "10", Words.FIGURE, le=12)
    day: Count | None = key("Ngày", "1 đến 31; bỏ trống là cuối tháng.", "15", Words.FIGURE, default=None, le=31)
    source: Line = key("Nguồn", "Văn bản nói đến dịp này.", "Công văn 238-CV/TU", Words.PROSE)


Entry = TypeVar("Entry", bound=ContributedPart)


class Vocabulary(Generic[Entry]):
    """An ordered set of entries, found by slug."""

    def __init__(self, entries: tuple[Entry, ...] = ()) -> None:
        self._by_slug: dict[str, Entry] = {entry.slug: entry for entry in entries}  # type: ignore[attr-defined]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._by_slug.values())

    def __len__(self) -> int:
        return len(self._by_slug)

    def __contains__(self, slug: str) -> bool:
        return slug in self._by_slug

    def __getitem__(self, slug: str) -> Entry:
        return self._by_slug[slug]

    def get(self, slug: str) -> Entry | None:
        """Return the entry of ``slug``, or ``None``."""
        return self._by_slug.get(slug)

    @property
    def slugs(self) -> tuple[str, ...]:
        """All slugs, in the order of the file."""
        return tuple(self._by_slug)

    def named(self, name: str) -> Entry | None:
        """Return the entry that is called ``name``, marks and capitals ignored."""
        return self._by_name.get(fold(name))

    @cached_property
    def _by_name(self) -> dict[str, Entry]:
        return {fold(entry.name): entry for entry in self}  # type: ignore[attr-defined] # asked of entries with a name


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Every vocabulary of the site."""

    districts: Vocabulary[District]
    units: Vocabulary[Unit]
    fields: Vocabulary[Field]
    methods: Vocabulary[Term]
    topics: Vocabulary[Term]
    """What stories are also about; a story may name others, which have no page."""
    levels: Vocabulary[Term]
    commendations: Vocabulary[Term]
    licences: Vocabulary[Licence]
    approvers: Vocabulary[Approver]
    withdrawals: Vocabulary[WithdrawalReason]
    calendar: Vocabulary[Anniversary]
    outlets: Vocabulary[Outlet]
    province: Province
    site: Site
    movement: Movement
    lexicon: Lexicon
    style: Style
    """How stories are written; read by the checker alone."""
    aliases: Mapping[str, tuple[str, ...]]
    """What a reader may type, and what to search for as well; editors own the file."""
    public_contacts: tuple[PublicContact, ...] = ()

    @property
    def reviewed_numbers(self) -> frozenset[str]:
        """The reviewed telephones and e-mails, as ``plain_number`` writes them."""
        written = (value for contact in self.public_contacts for value in (contact.phone, contact.email))
        return frozenset(plain_number(value) for value in written if value)


def bare_name(name: str) -> str:
    """Return a place name without its type word: ``xã Kiên Bình`` -> ``Kiên Bình``.

    >>> bare_name("thị trấn Thứ Ba")
    'Thứ Ba'
    """
    for kind in TYPE_WORDS:
        if fold(name).startswith(kind + " "):
            return name[len(kind) + 1 :]
    return name


TYPE_WORDS = ("thanh pho", "thi xa", "thi tran", "dac khu", "phuong", "huyen", "tinh", "xa", "ap", "khu pho")
"""Words that say what kind of place it is, folded; sorting and matching look past them."""
