"""What must not be said yet: nothing quotes the title of a story that waits for its hour. Pure.

The gate looks for the same in every finished file (``publish/gate/unspoken``); said here, at the words,
it costs one story, one collection or one report and not the whole release.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping

from scripts.source.problems.problem import START, Mark, Problem
from scripts.source.problems.registry.lists import QUOTES_WAITING_TITLE
from scripts.source.schema.declared import leaves_of
from scripts.source.schema.part import ContributedPart
from scripts.source.text.body import Body
from scripts.source.text.vietnamese import fold

LEAST_SYLLABLES = 5
"""A shorter title ("Hũ gạo tiết kiệm") may be what everybody says anyway: to find it proves nothing."""

_NO_LETTERS = re.compile(r"[\W_]+")


def plain_words(text: str) -> str:
    """Return the syllables of ``text`` without tones and signs; what HTML in a feed escapes twice is read too."""
    return _NO_LETTERS.sub(" ", fold(html.unescape(html.unescape(text)))).strip()


def telling_titles(waiting: Mapping[str, str], told: Iterable[str]) -> dict[str, str]:
    """Return which of the titles ``waiting`` (by their stories' keys) give a story away where they are quoted.

    Not a short one, and not one that a public story carries too, alone or in a longer title (``told``).
    """
    known = [plain_words(title) for title in told]
    plain = {key: plain_words(title) for key, title in waiting.items()}
    return {
        key: title
        for key, title in plain.items()
        if len(title.split()) >= LEAST_SYLLABLES and not any(title in other for other in known)
    }


def of_others(key: str, titles: Mapping[str, str]) -> dict[str, str]:
    """Return the ``titles`` of the other stories: its own is a story's to say."""
    return {story: title for story, title in titles.items() if story != key}


def check_unspoken_titles(titles: Mapping[str, str], front: ContributedPart, body: Body) -> Iterator[Problem]:
    """Yield a problem for each of ``titles`` (``telling_titles``) that the values or the words of a file quote.

    The message names the story by its address: who reads it in a log shall not read the title there.
    """
    if not titles:
        return
    values = " | ".join(leaf.value for leaf in leaves_of(front) if leaf.seen and isinstance(leaf.value, str))
    said = plain_words(f"{values} | {body.text}")
    for key, title in sorted(titles.items()):
        if title in said:
            yield body.source.problem(_place_of(title, body), QUOTES_WAITING_TITLE, story=key)


def _place_of(title: str, body: Body) -> Mark:
    """Return the line of the body that quotes ``title``; the beginning of the file when no single line does."""
    lines = (number for number, line in enumerate(body.source.lines) if title in plain_words(line))
    return next((Mark(body.source.first_line + number, 1) for number in lines), START)
