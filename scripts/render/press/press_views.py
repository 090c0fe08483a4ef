"""What the press templates are given: values ready to be read. Pure."""

from dataclasses import dataclass

from scripts.catalog.shelves import Shelf, ShelfCounts
from scripts.render.press.docx import Row
from scripts.render.reading.views import Pager, Quote
from scripts.render.ways import Crumb, Link


@dataclass(frozen=True, slots=True)
class DeskEntry:
    """A story on the newsroom desk."""

    address: str
    """Of its press page."""
    title: str
    summary: str
    field: str
    field_name: str
    place: str
    shelf: Shelf
    shelf_said: str
    """The shelf with what sources say of the deed (``say_shelf``)."""
    draft: bool
    size: str
    """How long the story is, in words to read: ``350 chữ``."""
    has: tuple[str, ...]
    """``ảnh``, ``trích lời``, ``âm thanh``: what there is to use beside the text."""
    coverage: str
    questions: int
    """How many questions of the fact check are open: none of a public story."""
    grade: str
    """How complete a draft is, in the preview: ``gần đủ``; else empty."""
    embargo: str
    """``Không đăng trước 06:00 ngày 01-12-2026``, or empty."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day of every year on which exemplars are asked for."""

    when: str
    name: str
    source: str
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Desk:
    """One page of the newsroom desk."""

    heading: str
    crumbs: tuple[Crumb, ...]
    entries: tuple[DeskEntry, ...]
    counts: ShelfCounts
    untold: int
    """Stories that nobody has run."""
    occasions: tuple[Occasion, ...]
    fields: tuple[Link, ...]
    districts: tuple[Link, ...]
    sizes: tuple[Link, ...]
    pager: Pager | None
    first: bool
    empty: str = ""


@dataclass(frozen=True, slots=True)
class CopyText:
    """A text ready to be copied, and how long it is."""

    anchor: str
    heading: str
    note: str
    text: str
    file: str = ""
    """Address of the text as a file, where it is too long to stand on the page; ``text`` is empty then."""


@dataclass(frozen=True, slots=True)
class PressPhoto:
    """A photo and what may be done with it."""

    alt: str
    caption: str
    credit: str
    licence: str
    terms: str
    file: str
    """Address of the print size, or empty when the licence does not allow it."""


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One line of a radio script: when it begins, what is said, its length."""

    at: str
    text: str
    syllables: int
    long: bool
    """Whether the line has more syllables than one breath."""
    marks: tuple[str, ...] = ()
    """What an editor should look at; empty on public pages."""


@dataclass(frozen=True, slots=True)
class ScriptCut:
    """A radio script cut to a length."""

    anchor: str
    name: str
    length: str
    lines: tuple[SpokenLine, ...]
    file: str = ""
    """Address of the whole script as a file, where it is too long to stand on the page; no lines then."""
    by_whom: str = ""
    """Whether an editor wrote it or the program put it together; empty on public pages."""


@dataclass(frozen=True, slots=True)
class Prompter:
    """What the prompter is told beside the lines of the script."""

    rate: int
    """Syllables a minute that it begins with: the pace the times are reckoned by."""
    breath: tuple[str, str]
    """The marks of a short and of a long breath, which stand back there."""


@dataclass(frozen=True, slots=True)
class Press:
    """Everything a newsroom needs of one story."""

    title: str
    story: str
    """Address of the story itself."""
    crumbs: tuple[Crumb, ...]
    field: str
    draft: bool
    public: bool
    """Whether newsrooms may run it."""
    embargo: str
    rows: tuple[Row, ...]
    """The fact sheet."""
    quotes: tuple[Quote, ...]
    photos: tuple[PressPhoto, ...]
    texts: tuple[CopyText, ...]
    cuts: tuple[ScriptCut, ...]
    prompter: Prompter
    rate: str
    """How the times of the script are reckoned."""
    warnings: tuple[str, ...]
    """What an editor should look at in the script as a whole; empty on public pages."""
    reuse: tuple[CopyText, ...]
    """The story and a link card as clean HTML, to be pasted elsewhere."""
    reuse_name: str
    reuse_terms: str
    record: str
    """The coverage record that a newsroom fills in."""
    record_link: str
    """Opens that record ready filled; empty without a public repository."""
    kit: str
    """Address of the press kit, or empty."""
    runs: int = 0
    """How often newsrooms ran the story."""
    runs_file: str = ""
    """Address of the list of all of them; empty when the page names all."""
