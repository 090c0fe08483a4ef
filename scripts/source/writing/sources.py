"""What a text says of its own sources: on no page and not on the air. Pure.

What can mean nothing else is a problem; what may mean something else ("theo nguồn, tới tận ấp cuối") is advice.
The words and how they follow each other are data (``style.yml``); the names of newspapers are those of
``outlets.yml`` and of the text's own sources.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.style import MAY_SPEAK_OF_SOURCE, SPEAKS_OF_SOURCE
from scripts.source.schema.declared import Leaf
from scripts.source.schema.told import Words
from scripts.source.text.body import Body
from scripts.source.text.strict_yaml import YamlDocument
from scripts.source.vocabulary.style import PRESS
from scripts.source.vocabulary.taxonomy import Taxonomy
from scripts.source.writing.phrases import clauses, found_in, lists_of, phrases_of, place_of, without, word_line

MAX_REPORTS = 10
"""So many paragraphs are named in one run: who wrote a hundred does not need a hundred messages."""
_MAY_SPEAK = frozenset({"sources", "coverage", "corrected", "quotes"})
"""Keys that tell of sources, or in somebody else's words."""
_OWN_SOURCE = "source"
_FOR_NEWSROOMS = frozenset({"brief", "radio"})
"""Keys in which a newspaper may be named: who runs the story says on whose word (decisions/30)."""


class _Ear:
    """Hears what one text says of its sources; ``sure`` alone of what can mean nothing else."""

    def __init__(self, text: str, leaves: Iterable[Leaf], taxonomy: Taxonomy, *, press: bool = True) -> None:
        style, line = taxonomy.style, clauses(text)
        lists = dict(style.lists)
        if not press:
            lists[PRESS] = ()
        elif named := [name for name in _newspapers(leaves, taxonomy) if f" {name} " in line]:
            lists[PRESS] = (*lists.get(PRESS, ()), *named)
        told = lists_of(lists)
        self._sure, self._perhaps, self._fine = (
            phrases_of(some, told)
            for some in (style.about_sources, style.perhaps_about_sources, style.not_about_sources)
        )

    def hears(self, text: str, *, sure: bool) -> str:
        """Return the words that speak of a source; nothing when there are none."""
        line = clauses(text)
        phrases = self._sure if sure else self._perhaps
        if not found_in(line, phrases):
            return ""
        found = found_in(without(line, self._fine), phrases)
        return found[0].text if found else ""


def check_sources_unsaid(
    leaves: Iterable[Leaf], document: YamlDocument, body: Body, taxonomy: Taxonomy
) -> Iterator[Problem]:
    """A text tells what was done; of its sources it says nothing, on the page or on the air.

    What is open is asked in ``to_verify``; what the sources call it stands in ``movement``. ``leaves`` are all
    values of the front matter. Of what may mean something else the first is named, when nothing is sure.
    """
    every = tuple(leaves)
    told = [leaf for leaf in every if _is_told(leaf)]
    aired = [leaf for leaf in told if leaf.location[0] in _FOR_NEWSROOMS]
    told = [leaf for leaf in told if leaf.location[0] not in _FOR_NEWSROOMS]
    front = _together(told)
    ear = _Ear(f"{front}\n{body.text}", every, taxonomy)
    sure = False
    for problem in (*_sure(ear, told, document), *_sure(_Ear("", (), taxonomy, press=False), aired, document)):
        sure = True
        yield problem
    suspect = body.text.split("\n") if ear.hears(body.text, sure=True) else ()
    paragraphs = ((said, one) for one in suspect if (said := ear.hears(one, sure=True)))
    for said, paragraph in islice(paragraphs, MAX_REPORTS):
        sure = True
        yield body.source.problem(place_of(said, body.source, paragraph), SPEAKS_OF_SOURCE, found=said)
    if not sure:
        yield from _perhaps(ear, told, document, body)


def _together(leaves: Iterable[Leaf]) -> str:
    return "\n".join(str(leaf.value) for leaf in leaves)


def _sure(ear: _Ear, told: Sequence[Leaf], document: YamlDocument) -> Iterator[Problem]:
    """Yield a problem for each value that speaks of a source; one look at all of them, as there is nearly never any."""
    for leaf in told if told and ear.hears(_together(told), sure=True) else ():
        if said := ear.hears(str(leaf.value), sure=True):
            yield document.problem(leaf.location, SPEAKS_OF_SOURCE, found=said)


def _perhaps(ear: _Ear, told: Iterable[Leaf], document: YamlDocument, body: Body) -> Iterator[Problem]:
    for leaf in told:
        if said := ear.hears(str(leaf.value), sure=False):
            yield document.problem(leaf.location, MAY_SPEAK_OF_SOURCE, found=said)
            return
    if said := ear.hears(body.text, sure=False):
        yield body.source.problem(place_of(said, body.source), MAY_SPEAK_OF_SOURCE, found=said)


def _is_told(leaf: Leaf) -> bool:
    own = leaf.told.words in (Words.PROSE, Words.EXEMPLAR)
    return leaf.seen and own and leaf.location[0] not in _MAY_SPEAK and leaf.location[-1] != _OWN_SOURCE


def _newspapers(leaves: Iterable[Leaf], taxonomy: Taxonomy) -> Iterator[str]:
    """Yield the names of newspapers and stations as a line of words has them."""
    for outlet in taxonomy.outlets:
        yield _bare_name(outlet.name)
    for leaf in leaves:
        if leaf.location[0] == "sources" and leaf.location[-1] == "publisher":
            name = _bare_name(str(leaf.value))
            if any(name.startswith(f"{kind} ") for kind in taxonomy.style.press_kinds):
                yield name


@lru_cache(maxsize=256)
def _bare_name(name: str) -> str:
    """Return ``Báo Kiên Giang (qua Báo Mới)`` as ``báo kiên giang``."""
    return word_line(name.partition("(")[0]).strip(" |")
