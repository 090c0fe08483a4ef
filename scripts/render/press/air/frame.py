"""Where, when, who and who says so: what stands around a story on the air. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scripts.catalog.catalog import year_of
from scripts.catalog.places import whereabouts
from scripts.render.press.air.ear import figure_unit, for_the_ear, lowered
from scripts.render.press.air.telling import Say, Unit, unit_of
from scripts.render.spoken.sentences import Sentence
from scripts.source.schema.story_parts import Result
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Taxonomy

_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_DOMAIN = re.compile(r"\S+\.[a-z]{2,}")
_SOME_SITE = "một trang tin trên mạng"
_MOST_NAMED = 2
_AGENCY = re.compile(r"^(.{2,}?) [-–] .+")
"""``TTXVN - Báo ảnh Việt Nam``: the house before the title."""
_SAID_BY_SOMEBODY = re.compile(r"\b[Tt]heo (?:(?:báo cáo|lời|số liệu|thống kê)\b|[A-ZĐ])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MOST_FIGURES = 2
_DESCRIBES = frozenset({
    "một", "hai", "ba", "các", "những", "nhân", "người", "nhà", "bà", "xã", "phường", "ấp", "nhóm", "mấy",
})  # fmt: skip
"""How a subject begins that describes whoever it was instead of naming them."""
_WHOSE = "Bài có nhiều nguồn: máy không biết câu này của nguồn nào. Hãy chỉ nêu nguồn đã viết điều ấy."
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_MONTH_OF_YEAR = re.compile(r"\d{1,2}-\d{4}")
_UNTIL_YEAR = re.compile(r"\b(đến|từ|sau|trước) (?=\d{4}\b)")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a piece says of a story besides telling it; each is there when there is something to say."""

    names: tuple[str, ...]
    """Ấp, xã, huyện as they were called then, and the province."""
    near: tuple[str, ...]
    """Xã and huyện only, or the province where nothing smaller is known."""
    started: int | None
    now: Unit | None
    closing: Unit
    """The words an editor wrote to end with, or who it was and where."""
    publishers: str
    """``Báo A và Báo B``: whoever the story was learnt from."""
    known: tuple[str, ...]
    """Every one of them, as called on the air."""
    site: str


def frame_of(story: Story, taxonomy: Taxonomy, say: Say) -> Frame:
    """Return the frame of ``story``."""
    front = story.front
    place = whereabouts(story, taxonomy, year_of(story))
    smaller = tuple(
        name for name in place.then if name not in {taxonomy.province.name_then, taxonomy.province.name_now}
    )
    near = tuple(name for name in smaller if name != front.place.hamlet) if front.place else smaller
    close = front.radio.close if front.radio else None
    publishers = _publishers([source.publisher for source in front.sources])
    return Frame(
        names=place.then,
        near=near or place.then,
        started=front.started,
        now=unit_of(say, f"Nơi này nay thuộc {', '.join(place.now)}.") if place.now else None,
        closing=unit_of(say, close or _closing(front.subject, near or place.then)),
        publishers=_say_publishers(publishers),
        known=publishers,
        site=taxonomy.site.name,
    )


def place_sentence(frame: Frame, before: str, told: str, say: Say, *, near: bool) -> Unit | None:
    """Return where it was, but for names said ``before``, and when it began, unless ``told`` says so anyhow."""
    names = [name for name in (frame.near if near else frame.names) if name.lower() not in before.lower()]
    where = f" ở {', '.join(names)}" if names else ""
    if frame.started and str(frame.started) not in told:
        return unit_of(say, f"Chuyện bắt đầu năm {frame.started}{',' if where else ''}{where}.")
    return unit_of(say, f"Chuyện{where}.") if where else None


def credit_sentence(frame: Frame, say: Say, *, attributed: bool) -> Unit:
    """Return the last words: the site, and the publishers when nothing before named them."""
    known = f"{frame.publishers} cùng " if frame.publishers and not attributed else ""
    return unit_of(say, f"Theo {known}trang {frame.site}.")


def attributed(unit: Unit, frame: Frame, say: Say) -> Unit:
    """Return ``unit`` with the publishers named before what it claims, remarked when there is more than one."""
    first, *rest = unit.written
    said = unit_of(say, f"Theo {frame.publishers}, {lowered(first)}", *rest)
    if len(frame.known) == 1:
        return said
    named, *others = said.said
    return replace(said, said=(Sentence(named.text, (*named.marks, _WHOSE)), *others))


def names_somebody(text: str) -> bool:
    """Return whether ``text`` says itself who says so."""
    return _SAID_BY_SOMEBODY.search(text) is not None


def figures_sentence(results: Sequence[Result], told: Sequence[Unit], say: Say) -> Unit | None:
    """Return the first headline figures that ``told`` does not say, two at most, in one sentence."""
    heard = " ".join(sentence.text.lower() for unit in told for sentence in unit.said)
    written = " ".join(unit.text for unit in told)
    new = [result for result in results if not _heard(result.value, written, heard, say)][:_MOST_FIGURES]
    if not new:
        return None
    head = "Một con số đáng nhớ" if len(new) == 1 else "Hai con số đáng nhớ"
    return unit_of(say, for_the_ear(f"{head}: {'; '.join(_figure(result, written) for result in new)}."))


def _heard(value: str, written: str, heard: str, say: Say) -> bool:
    """Whether every number of ``value`` was said: as it is or rounded for the ear, in figures or in words."""

    def said(number: str) -> bool:
        if re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d.,]*\d)", written):
            return True
        return all(sentence.text.lower().rstrip(".") in heard for sentence in say(number))

    numbers = _NUMBER.findall(value) or [value]
    return all(said(number) or said(for_the_ear(f"{number} x").removesuffix(" x")) for number in numbers)


def _figure(result: Result, written: str) -> str:
    counted = " ".join(filter(None, (result.value, figure_unit(result.unit or ""))))
    years = _YEAR.findall(result.when or "")
    when = "" if years and all(year in written for year in years) else _when(result.when or "")
    return ", ".join(filter(None, (counted, result.label, when)))


def _when(when: str) -> str:
    if _YEAR.fullmatch(when):
        return f"năm {when}"
    if _MONTH_OF_YEAR.fullmatch(when):
        return f"tháng {when}"
    return _UNTIL_YEAR.sub(r"\1 năm ", when)


def _closing(subject: str, near: Sequence[str]) -> str:
    """``Đó là việc làm của chi bộ ấp Xẻo Kè, ở xã Hòa Chánh, huyện U Minh Thượng``: no name twice."""
    who = _BRACKET.sub("", subject)
    away = [name for name in near if _own_name(name) not in who]
    linked = ", ở " if away and len(away) == len(near) else ", "
    return f"Đó là việc làm của {_inside(who)}{linked if away else ''}{', '.join(away)}."


def _inside(subject: str) -> str:
    """Return ``subject`` inside a sentence: ``một lão nông``, but ``Chi bộ ấp Xẻo Kè``."""
    first = subject.split(maxsplit=1)[0].lower()
    return subject[0].lower() + subject[1:] if first in _DESCRIBES else subject


def _own_name(place: str) -> str:
    """``Giồng Riềng`` of ``huyện Giồng Riềng``; a place with a number keeps its kind."""
    words = place.split()
    names = [number for number, word in enumerate(words) if word[0].isupper()]
    return " ".join(words[names[0] :]) if names else place


def _publishers(names: Sequence[str]) -> tuple[str, ...]:
    """Return the publishers as they are called on the air, each once."""
    plain = (_AGENCY.sub(r"\1", _BRACKET.sub("", name).strip()) for name in names)
    return tuple(dict.fromkeys(_SOME_SITE if _DOMAIN.fullmatch(name) else name for name in plain if name))


def _say_publishers(known: Sequence[str]) -> str:
    """``Báo A và Báo B``; of more than two the first is named; ``cùng`` where a name holds ``và`` itself."""
    if len(known) > _MOST_NAMED:
        return f"{known[0]} và vài nguồn khác"
    return f" {'cùng' if ' và ' in ' '.join(known) else 'và'} ".join(known)
