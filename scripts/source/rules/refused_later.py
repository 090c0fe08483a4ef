"""What the last check over the finished site would refuse, said first, at the words that cause it. Pure.

A story that passes here must never stop a release (``tests/hostile/test_check_and_gate.py``).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.body import FRONT_MATTER_WORDS, LONG_STORY, OWN_SITE_LINK, TOO_HEAVY
from scripts.source.schema.declared import Leaf
from scripts.source.schema.told import Words
from scripts.source.text.body import Body
from scripts.source.text.markdown import FRONT_MATTER_LINE
from scripts.source.text.strict_yaml import YamlDocument

MOST_OF_STORY, MOST_OF_COLLECTION, MOST_OF_REPORT = 34_000, 48_000, 4_000
"""What one page may have to carry of contributed words, photos and cards. The gate refuses a page of 60,000 bytes: the
shell needs the rest, and for a story what is related to it and its latest broadcasts."""
LONG_WORDS = 1_500
"""From here on a story is long: a press page that cannot carry it gives it as files."""
_PER_VALUE, _PER_PHOTO, _PER_CARD = 40, 700, 950
"""Bytes of the tags around a value; of the sizes and forms of a photo; of a story on a card."""


class Room(NamedTuple):
    """What a page has room for."""

    most: int = MOST_OF_STORY
    """Bytes of contributed words."""
    cards: int = 0
    """How many stories it shows beside them."""


STORY_PAGE = Room()


def check_refused_later(
    leaves: Iterable[Leaf], document: YamlDocument, body: Body, *, own_host: str, room: Room = STORY_PAGE
) -> Iterator[Problem]:
    """Nothing that reads as a leak, no web address of this very site, no more than a page can carry.

    ``own_host`` is where the site will be, empty when that is not known.
    """
    leaves = tuple(leaves)
    yield from _front_matter_words(leaves, document)
    if own_host:
        yield from _own_links(leaves, document, body, own_host)
    yield from _weight(leaves, body, room)


def remarks_on_length(body: Body) -> Iterator[Problem]:
    """A long story is published; newsrooms get the whole of it as a file, and few readers come to its end."""
    if (words := len(body.text.split())) > LONG_WORDS:
        yield body.source.problem(body.source.start, LONG_STORY, words=words, most=LONG_WORDS)


def _front_matter_words(leaves: Iterable[Leaf], document: YamlDocument) -> Iterator[Problem]:
    for leaf in leaves:
        if isinstance(leaf.value, str) and (found := FRONT_MATTER_LINE.search(leaf.value)):
            yield document.problem(leaf.location, FRONT_MATTER_WORDS, found=found.group().strip())


def _own_links(leaves: Iterable[Leaf], document: YamlDocument, body: Body, own_host: str) -> Iterator[Problem]:
    """A source on the site itself proves nothing, and a link in full breaks when the site moves."""
    for leaf in leaves:
        if leaf.told.words is Words.ADDRESS and host_of(str(leaf.value)) == own_host:
            yield document.problem(leaf.location, OWN_SITE_LINK, target=str(leaf.value))
    for link in body.web_links:
        if host_of(link.target) == own_host:
            yield body.source.problem(link.mark, OWN_SITE_LINK, target=link.target)


def host_of(address: str) -> str:
    """Return the host that ``address`` names, in small letters, no dot at its end; empty when it names none."""
    try:
        return (urlsplit(address).hostname or "").removesuffix(".")
    except ValueError:
        return ""


def _weight(leaves: Iterable[Leaf], body: Body, room: Room) -> Iterator[Problem]:
    """Words count in the bytes that a reader's telephone gets; broadcasts do not, for pages name the latest only.

    What readers never see stands on the page of the preview, once.
    """
    weight = sum(len(section.html.encode()) for section in body.sections) + _PER_CARD * room.cards
    for leaf in leaves:
        if leaf.location[0] != "coverage":
            value = leaf.value if isinstance(leaf.value, str) else ""
            weight += (1 + leaf.seen) * len(value.encode()) + (
                _PER_PHOTO if leaf.told.words is Words.FILE else _PER_VALUE
            )
    if weight > room.most:
        yield body.source.problem(body.source.start, TOO_HEAVY, size=weight, most=room.most)
