"""What the template of the timeline is given: values ready to be read, nothing left to decide. Pure."""

from dataclasses import dataclass

from markupsafe import Markup

from scripts.render.reading.views import Pager, Source
from scripts.render.ways import Crumb


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as its source gives it: ``hơn 90`` ``mô hình cấp huyện``, ``đến cuối năm 2010``."""

    value: str
    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, and the numbers that count it: no other number stands among them."""

    name: str
    """``Được công nhận``."""
    amounts: tuple[Amount, ...]
    when: str = ""
    """The time that all of them share; empty when each says its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One stop of the timeline: the letter, a milestone that it sets, or a report."""

    anchor: str
    when: str
    title: str
    place: str = ""
    text: str = ""
    words: tuple[Markup, ...] = ()
    """What else a report says, already sanitised."""
    acts: tuple[Act, ...] = ()
    sources: tuple[Source, ...] = ()
    draft: bool = False
    """Whether nobody approved it yet: the preview alone has it."""
    questions: str = ""
    """What the fact check still asks, in the preview: ``công nhận, khen thưởng; nguồn``; else empty."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of the timeline."""

    heading: str
    lead: str
    note: str
    crumbs: tuple[Crumb, ...]
    entries: tuple[Entry, ...]
    pager: Pager | None
    missing: str = ""
    """Said when there is no report; empty when there is one."""
