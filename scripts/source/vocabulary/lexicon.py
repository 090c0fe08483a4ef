"""The lexicon of the radio script: how a newsreader says what writers shorten. Values only; pure.

Editors own the file, ``content/taxonomy/lexicon.yml``; ``scripts/render/spoken`` reads aloud with
it. Every value on the right is spoken as it stands, so it holds words only: no digit, no sign and
no entry of the left side, or reading a text twice would change it (``check_lexicon``).
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import StringConstraints

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.lists import SPOKEN_AGAIN
from scripts.source.schema.part import ContributedPart, key
from scripts.source.schema.told import Words
from scripts.source.schema.value_types import Line, Said
from scripts.source.text.strict_yaml import YamlDocument

Rate = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{1,2}$")]
Mark = Annotated[str, StringConstraints(pattern=r"^[^\w\s<>{}]{1,3}$")]
Written = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f]+$", max_length=40)]
"""What stands in a text: anything, on one line."""

Entries = dict[Written, Said]


class Pace(ContributedPart):
    """How fast a newsreader speaks, and when a line is too long for one breath."""

    syllables_per_minute: Rate = key("Tốc độ đọc", "Âm tiết mỗi phút, 10 đến 999.", "233", Words.FIGURE)
    source: Line = key("Nguồn của tốc độ", "Đo ở đâu.", "Đo trên bản tin của VOV", Words.PROSE)
    longest_line: Rate = key("Dòng dài nhất", "Âm tiết; dài hơn thì lệnh script nhắc.", "30", Words.FIGURE, seen=False)


class Numerals(ContributedPart):
    """The words in which regions and stations differ when they read a number."""

    zero_ten: Literal["linh", "lẻ"] = key("Số 0 ở hàng chục", "linh hoặc lẻ: 105.", "linh", Words.CODE)
    thousand: Literal["nghìn", "ngàn"] = key("Hàng nghìn", "nghìn hoặc ngàn.", "nghìn", Words.CODE)


class Breath(ContributedPart):
    """The marks that tell a reader where to breathe."""

    short: Mark = key("Nghỉ ngắn", "Sau dấu phẩy.", "/", Words.CODE)
    long: Mark = key("Nghỉ dài", "Cuối câu.", "//", Words.CODE)


class Lexicon(ContributedPart):
    """Everything that ``lexicon.yml`` says."""

    pace: Pace = key("Nhịp đọc", "Tốc độ và độ dài dòng.", "{syllables_per_minute: …}", Words.PARTS)
    numerals: Numerals = key("Cách đọc số", "linh hay lẻ, nghìn hay ngàn.", "{zero_ten: linh}", Words.PARTS)
    breath: Breath = key("Dấu nghỉ hơi", "Ngắn và dài.", '{short: "/", long: "//"}', Words.PARTS)
    letters: Entries = key("Tên chữ cái", "Chữ in hoa: cách gọi.", "B: bê", Words.PROSE)
    units: Entries = key("Đơn vị đo", "Chỉ đọc khi đứng sau một con số hoặc sau dấu /.", "km: ki-lô-mét", Words.PROSE)
    counted: tuple[Said, ...] = key("Từ đếm sau dấu /", "15 triệu đồng/người/năm.", "[người, năm]", Words.PROSE)
    before_number: Entries = key("Chữ tắt đứng trước số", "QL61, P. 3.", "QL: quốc lộ", Words.PROSE)
    abbreviations: Entries = key(
        "Chữ viết tắt", "Viết hoa, viết thường đúng như trong bài.", "UBND: Ủy ban nhân dân", Words.PROSE
    )
    papers: Entries = key("Loại văn bản", "Chữ tắt trong số văn bản.", "CV: công văn", Words.PROSE)
    issuers: Entries = key("Nơi ra văn bản", "Chữ tắt sau dấu / trong số văn bản.", "TU: Tỉnh ủy", Words.PROSE)
    names: Entries = key("Tên khó đọc", "Tên riêng, tiếng nước ngoài: cách đọc.", "Facebook: phây-búc", Words.PROSE)

    @cached_property
    def written_whole(self) -> tuple[tuple[str, str], ...]:
        """Names, and short forms that are more than letters (``Đ/c``): found as they stand, the longest first."""
        signed = ((short, said) for short, said in self.abbreviations.items() if not short.rstrip(".").isalpha())
        return tuple(sorted((*signed, *self.names.items()), key=lambda entry: -len(entry[0])))

    @cached_property
    def units_in_any_case(self) -> dict[str, str]:
        """Units of two letters or more in small letters, where their case tells nothing: ``GB`` and ``gb``."""
        said: dict[str, set[str]] = {}
        for unit, called in self.units.items():
            said.setdefault(unit.lower(), set()).add(called)
        return {unit: called.pop() for unit, called in said.items() if len(unit) > 1 and len(called) == 1}

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word that stands on either side of the lexicon: what is said of it needs no remark."""
        groups = (self.units, self.before_number, self.abbreviations, self.papers, self.issuers, self.names)
        sides = (side for group in groups for entry in group.items() for side in entry)
        return frozenset(word for side in sides for word in re.findall(r"[^\W\d_]+", side))

    @cached_property
    def joined(self) -> dict[str, str]:
        """Short forms by their letters alone, for compounds: ``VH-TT&DL`` and ``VHTTDL`` mean one thing."""
        return {re.sub(r"[&. -]", "", short): said for short, said in self.abbreviations.items()}


GROUPS = ("units", "before_number", "abbreviations", "papers", "issuers", "names")
_WRITTEN = ("abbreviations", "names")


def check_lexicon(lexicon: Lexicon, document: YamlDocument) -> Iterator[Problem]:
    """No value would be read again as an abbreviation."""
    written = {entry for group in _WRITTEN for entry in getattr(lexicon, group)}
    for group in (*GROUPS, "letters"):
        for short, said in getattr(lexicon, group).items():
            again = sorted({word for word in re.split(r"[ -]", said) if word in written} | ({said} & written))
            if again:
                yield document.problem((group, short), SPOKEN_AGAIN, short=short, again=again[0])
