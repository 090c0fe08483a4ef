"""The style of the house as data: words that a story does without, names that need no spelling out. Values; pure.

Editors own the file, ``content/taxonomy/style.yml``; the rules of ``scripts/source/rules`` read it. No reader
sees a word of it, so no approval covers it.
"""

from typing import Annotated

from pydantic import StringConstraints

from scripts.source.schema.part import ContributedPart, key
from scripts.source.schema.told import Words
from scripts.source.schema.value_types import Line, Text

PRESS = "báo"
"""The list of ``lists`` that the names of ``outlets.yml`` and of a text's own sources join."""

Name = Annotated[str, StringConstraints(pattern=r"^\w{1,30}$")]
Said = Annotated[str, Text(1, 60), StringConstraints(pattern=r"^\w")]
_PART = r"(?:[^\W_][^\s()#]*|\(\w+\)\??|#)"
Phrase = Annotated[str, Text(2, 80), StringConstraints(pattern=rf"^(?:\. ?)?{_PART}(?: {_PART})*(?: ?\.)?$")]
"""Words as they follow each other in a sentence, small letters; a full stop stands for any sign that ends a clause,
``(name)`` for any word of that list, ``(name)?`` for one that may be missing, ``#`` for a number in digits."""
Phrases = tuple[Phrase, ...]
TellingPhrase = Annotated[str, Text(2, 80), StringConstraints(pattern=r"^(?:\. ?)?[\w()]+\.? [\w(]")]
"""Two words at least: a story is refused for these, and one word may mean anything."""


class Needs(ContributedPart):
    """By which words "Làm theo" tells what another commune needs."""

    people: Phrases = key("Người", "Ai làm, bao nhiêu người.", "[người, hộ]", Words.PROSE, seen=False, min_length=1)
    money: Phrases = key("Tiền", "Tiền, của, vật tư.", "[tiền, vốn]", Words.PROSE, seen=False, min_length=1)
    time: Phrases = key("Thời gian", "Bao lâu, lúc nào.", "[tháng, vụ]", Words.PROSE, seen=False, min_length=1)
    pitfalls: Phrases = key("Chỗ vấp", "Điều phải tránh.", "[đừng, tránh]", Words.PROSE, seen=False, min_length=1)


class Style(ContributedPart):
    """Everything that ``style.yml`` says."""

    lists: dict[Name, tuple[Said, ...]] = key(
        "Nhóm chữ", "Chữ thay được cho nhau, để cụm chữ gọi tên: (nói).", "{nói: [nêu, ghi]}", Words.PROSE, seen=False
    )
    press_kinds: tuple[Said, ...] = key(
        "Chữ đầu tên báo, đài", "Nguồn có tên bắt đầu như vậy là báo, đài.", "[báo, đài]", Words.PROSE, seen=False
    )
    about_sources: tuple[TellingPhrase, ...] = key(
        "Câu nói về nguồn", "Chữ chỉ có khi bài nói về nguồn của mình.", "[nguồn không nêu]", Words.PROSE, seen=False
    )
    perhaps_about_sources: tuple[TellingPhrase, ...] = key(
        "Câu có thể nói về nguồn", "Chữ có khi là nói về nguồn, có khi không.", "[theo nguồn]", Words.PROSE, seen=False
    )
    not_about_sources: Phrases = key(
        "Không phải nói về nguồn",
        "Cụm chữ có chứa một cụm trên mà nói việc khác.",
        "[làm theo bài báo]",
        Words.PROSE,
        seen=False,
        default=(),
    )
    officialese: dict[Phrase, Line] = key(
        "Chữ công văn",
        "Chữ nên tránh: viết thế nào thay vào.",
        "{đẩy mạnh: nói làm thêm việc gì}",
        Words.PROSE,
        seen=False,
    )
    not_officialese: Phrases = key(
        "Không phải chữ công văn",
        "Cụm chữ có chứa một cụm trên mà là lời thường.",
        "[góp phần gạo]",
        Words.PROSE,
        seen=False,
        default=(),
    )
    known_to_all: tuple[Line, ...] = key(
        "Chữ tắt ai cũng biết", "Không cần viết đủ.", "[VTV, GPS]", Words.PROSE, seen=False
    )
    needs: Needs = key(
        "Điều Làm theo cần nói", "Chữ nói về người, tiền, thời gian, chỗ vấp.", "{people: […]}", Words.PARTS
    )
