"""What a key declares of its words: what they are, who reads them, where they go. Pure; values only.

Everything that treats one key otherwise than another asks here: the scan for names and for private
data, the seal, the house approval, the search document, the open data, the table of facts (decisions/07).
"""

from dataclasses import dataclass
from enum import Enum, auto

from pydantic.fields import FieldInfo


class Words(Enum):
    """What stands under a key; the first eight are free text, in which somebody may be named.

    What is not free text has a form or a vocabulary of its own, so nothing else fits in it.
    """

    PROSE = auto()
    """Sentences and phrases of the story."""
    EXEMPLAR = auto()
    """Who did it: a group, or the person whom a story about an individual tells of."""
    SPEAKER = auto()
    """Whose words are quoted."""
    OFFICE = auto()
    """A body that acts: an office, a committee, a group."""
    PLACE = auto()
    """A place, as people call it."""
    BYLINE = auto()
    """Who made or published a work: a photographer, a newspaper. A byline is its bearer's own."""
    WORK = auto()
    """The title of somebody else's work."""
    LISTED = auto()
    """The name of a person whose consent stands beside it."""

    CONTACT = auto()
    """The only place for a number or an address: an office's, and reviewed (decisions/14)."""
    CODE = auto()
    """A word of a vocabulary, or one of a few that the schema lists."""
    PAPER = auto()
    """The number of a document."""
    DATE = auto()
    """A day, a month or a year that has come."""
    MOMENT = auto()
    """A moment that may lie ahead."""
    FIGURE = auto()
    FILE = auto()
    ADDRESS = auto()
    """Of a page on the web."""
    TRUTH = auto()
    DIGEST = auto()
    PARTS = auto()
    """No words of its own: the keys below it declare theirs."""


@dataclass(frozen=True, slots=True)
class Told:
    """The declaration of one key. What holds for a key holds for every key below it."""

    words: Words
    seen: bool = True
    """Whether a reader sees it, on a page, in the press room or in a file to download."""
    sealed: bool = True
    """Whether an approval covers it: a change makes the story a draft again, or keeps the house's old word."""
    searched: bool = False
    """Whether the search finds a story by it."""
    left_out: str = ""
    """Why the open data do not have it though it is seen, in words for the reader; empty: they have it."""
    row: str | None = ""
    """What a table of facts calls it when not by its label (one row may tell several keys); ``None``: it has no row."""
    meaning: str = ""
    """What readers of the open data are told it holds, when its help tells a writer what to do; empty: its help."""
    of: str = ""
    """Which vocabulary of ``Taxonomy`` names what this code means; empty: none, or its entries go by name."""


def told_of(entry: FieldInfo) -> Told | None:
    """Return what a key declares, or ``None``."""
    return next((told for told in reversed(entry.metadata) if isinstance(told, Told)), None)
