"""Whom a text names beside those who are listed, and how surely, by what its key declares. Pure."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from scripts.source.privacy.named_people import NameUse, Sign, find_names
from scripts.source.problems.problem import Mark
from scripts.source.rules.story_rules import commune_names
from scripts.source.schema.declared import Leaf
from scripts.source.schema.told import Words
from scripts.source.text.body import Body
from scripts.source.vocabulary.taxonomy import Taxonomy, bare_name

_SIGN = {
    Words.PROSE: Sign.TITLE_OR_MIDDLE,
    Words.EXEMPLAR: Sign.TITLE_OR_MIDDLE,
    Words.OFFICE: Sign.TITLE_OR_MIDDLE,
    Words.PLACE: Sign.TITLE_OR_MIDDLE,
    Words.SPEAKER: Sign.NAME,
    # A newspaper may bear its founder's name, and a photographer signs with their own.
    Words.BYLINE: Sign.TITLE,
}
"""How surely a name must be a person's, by what the words are; other words are not free text, or have a rule."""


class KnownNames:
    """Who is listed and what places there are: both are passed over in the search for names."""

    def __init__(self, listed: Iterable[str], taxonomy: Taxonomy) -> None:
        self._listed = [_folded(name) for name in listed]
        self._taxonomy = taxonomy

    @cached_property
    def _places(self) -> frozenset[str]:
        # Most stories name nobody, and never ask.
        return _place_names(self._taxonomy)

    def others(self, text: str, sign: Sign = Sign.TITLE_OR_MIDDLE) -> Iterator[NameUse]:
        """Yield whom ``text`` names beside them."""
        for use in find_names(text, sign=sign):
            if use.name not in self._places and not any(_same(_folded(use.name), name) for name in self._listed):
                yield use


def sign_of(leaf: Leaf) -> Sign | None:
    """Return what shows that ``leaf`` names somebody; ``None`` when its words are no free text, or have a rule.

    The title of somebody else's work is an editor's to judge (``remarks_on_titles``), unless nobody approves it.
    """
    if leaf.told.words is Words.WORK and not leaf.sealed:
        return Sign.TITLE_OR_MIDDLE
    return _SIGN.get(leaf.told.words)


def mark_in(body: Body, use: NameUse) -> Mark:
    """Return where the source of the body writes a name; its beginning when markup hides the place."""
    return body.source.mark(max(0, body.source.text.find(use.name)))


def _place_names(taxonomy: Taxonomy) -> frozenset[str]:
    """Return every name of a place without its type word."""
    whole = [name for district in taxonomy.districts for name in commune_names(district, taxonomy)]
    wider = [name.name for district in taxonomy.districts for name in district.names]
    return frozenset(bare_name(name) for name in [*whole, *wider, *(unit.name for unit in taxonomy.units)])


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _same(used: str, listed: str) -> bool:
    """Whether a name in a text is that of a listed person; the capital after it may be another word's."""
    return used == listed or used.startswith(f"{listed} ")
