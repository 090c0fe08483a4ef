"""How a story is told: what it must not say of its own sources, and what reads and sounds better. Pure.

One problem, ``check_sources_unsaid``; all else is advice, each kind once a story, naming what was found first:
who has ten of one kind needs to hear of it once. The words looked for are data (``content/taxonomy/style.yml``).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.style import (
    LONG_SENTENCE,
    OFFICIALESE,
    REPEATED_SENTENCE,
    SPEAKS_OF_SOURCE,
    SUMMARY_NEAR_TITLE,
)
from scripts.source.reading import Reading
from scripts.source.rules.refused_later import MOST_OF_STORY
from scripts.source.rules.unspoken import plain_words
from scripts.source.schema.declared import Leaf
from scripts.source.schema.told import Words
from scripts.source.text.body import Body
from scripts.source.text.sentences import sentences_of
from scripts.source.writing.phrases import phrases_in, phrases_of, place_of, without, word_line
from scripts.source.writing.telling import advice_on_telling
from scripts.source.writing.unspelt import advice_on_abbreviations

LONGEST_SENTENCE = 40
"""Syllables; a newsreader breathes after thirty (``lexicon.yml``), and a reader on a phone sees three lines."""
SHORTEST_REPEATED = 5
"""A sentence of fewer syllables may come back on purpose: "Ai cũng làm.\""""
MAX_REPORTS = 10
"""So many paragraphs are named in one run: who wrote a hundred does not need a hundred messages."""
MOST_NAMED = 4
"""So many of a kind are named; who mends these has seen what is meant."""
_MAY_SPEAK = frozenset({"sources", "coverage", "corrected", "quotes"})
"""Keys that tell of sources, or in somebody else's words."""
_OWN_SOURCE = "source"
_QUOTED = re.compile(r"“[^“”]*”")


def check_sources_unsaid(story: Reading, body: Body) -> Iterator[Problem]:
    """A story tells what was done; of its sources it says nothing, on the page or on the air.

    What is open is asked in ``to_verify``; what the sources call it stands in ``movement``.
    """
    style = story.taxonomy.style
    unsaid, fine = phrases_of(style.about_sources), phrases_of(style.not_about_sources)

    def found_in(text: str) -> str:
        line = _line_of(text)
        found = phrases_in(line, unsaid) and phrases_in(without(line, fine), unsaid)
        return found[0].strip(" |") if found else ""

    told = [leaf for leaf in story.leaves if _is_told(leaf)]
    # One look at all values, one at the body: there is nearly never anything.
    for leaf in told if found_in("\n".join(str(leaf.value) for leaf in told)) else ():
        if said := found_in(str(leaf.value)):
            yield story.problem(leaf.location, SPEAKS_OF_SOURCE, found=said)
    suspect = body.text.split("\n") if found_in(body.text) else ()
    paragraphs = ((said, one) for one in suspect if (said := found_in(one)))
    for said, paragraph in islice(paragraphs, MAX_REPORTS):
        yield body.source.problem(place_of(said, body.source, paragraph), SPEAKS_OF_SOURCE, found=said)


def advice_on_style(story: Reading, body: Body) -> list[Problem]:
    """Return what would make a story better, each kind once; nothing for one that is refused for its size."""
    if len(body.text) > MOST_OF_STORY:
        return []
    sentences = [sentence for line in body.text.split("\n") for sentence in sentences_of(line, inside_quotes=True)]
    return [
        *_summary_near_title(story),
        *_repeated(story, body, sentences),
        *_too_long(story, body, sentences),
        *_officialese(story, body),
        *advice_on_abbreviations(story, body),
        *advice_on_telling(story, body),
    ]


def _is_told(leaf: Leaf) -> bool:
    own = leaf.told.words in (Words.PROSE, Words.EXEMPLAR)
    return leaf.seen and own and leaf.location[0] not in _MAY_SPEAK and leaf.location[-1] != _OWN_SOURCE


def _summary_near_title(story: Reading) -> Iterator[Problem]:
    """The summary does more than say the title again: half its words are its own."""
    title, summary = plain_words(story.front.title).split(), plain_words(story.front.summary).split()
    if title == summary:
        return  # said already, as a problem
    own = Counter(summary) - Counter(title)
    whole = len(title) >= SHORTEST_REPEATED and f" {' '.join(title)} " in f" {' '.join(summary)} "
    if whole or own.total() * 2 < len(summary):
        yield story.problem(("summary",), SUMMARY_NEAR_TITLE)


def _repeated(story: Reading, body: Body, sentences: Iterable[str]) -> Iterator[Problem]:
    """No sentence stands twice, in the body or in body and summary."""
    seen = {_bare(sentence) for sentence in sentences_of(story.front.summary, inside_quotes=True)}
    for sentence in sentences:
        if sentence.count(" ") < SHORTEST_REPEATED - 1:
            continue
        plain = _bare(sentence)
        if plain in seen:
            yield body.source.problem(place_of(sentence, body.source), REPEATED_SENTENCE, sentence=sentence)
            return
        seen.add(plain)


def _bare(sentence: str) -> str:
    return sentence.lower().replace(",", "").strip("“”‘’\"'.!?… ")


def _too_long(story: Reading, body: Body, sentences: Iterable[str]) -> Iterator[Problem]:
    """No sentence, the summary's among them, has more syllables than can be read in two breaths."""
    summary = sentences_of(story.front.summary, inside_quotes=True)
    long = [
        (sentence.count(" ") + 1, sentence)
        for sentence in (*sentences, *summary)
        if sentence.count(" ") >= LONGEST_SENTENCE
    ]
    if long:
        longest, sentence = max(long)
        inside = sentence not in summary
        mark = place_of(sentence, body.source) if inside else story.document.mark(("summary",))
        said = {"count": len(long), "most": LONGEST_SENTENCE, "longest": longest, "sentence": sentence}
        yield body.source.problem(mark, LONG_SENTENCE, **said)


def _officialese(story: Reading, body: Body) -> Iterator[Problem]:
    """No word of the office where a plain one tells more; what is quoted is somebody else's."""
    front, instead = story.front, story.taxonomy.style.officialese
    told = _line_of(_QUOTED.sub(" | ", body.text))
    head = _line_of(_QUOTED.sub(" | ", f"{front.title}\n{front.summary}"))
    if found := phrases_in(told + head, phrases_of(tuple(instead))):
        as_written = {word_line(one): one for one in instead}
        named = "; ".join(f"“{one}” ({instead[one]})" for one in (as_written[each] for each in found[:MOST_NAMED]))
        inside = [one for one in found if one in told]
        mark = place_of(inside[0], body.source) if inside else story.document.mark(("summary",))
        yield body.source.problem(mark, OFFICIALESE, words=named)


def _line_of(text: str) -> str:
    """Return a text of one paragraph or more as one line of words; each ends a clause."""
    return word_line(f"{text}\n".replace("\n", " | "))
