"""How a story is told: what reads and sounds better. Advice; pure.

Each kind once a story, naming what was found first: who has ten of one kind needs to hear of it once.
The words looked for are data (``content/taxonomy/style.yml``).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.style import (
    LONG_SENTENCE,
    OFFICIALESE,
    REPEATED_SENTENCE,
    SUMMARY_NEAR_TITLE,
)
from scripts.source.reading import Reading
from scripts.source.rules.refused_later import MOST_OF_STORY
from scripts.source.rules.unspoken import plain_words
from scripts.source.text.body import Body
from scripts.source.text.sentences import sentences_of
from scripts.source.text.strict_yaml import YamlDocument
from scripts.source.vocabulary.style import Style
from scripts.source.writing.phrases import clauses, found_in, lists_of, phrases_of, place_of, without
from scripts.source.writing.qualifiers import advice_on_qualifiers
from scripts.source.writing.telling import advice_on_telling
from scripts.source.writing.unspelt import advice_on_abbreviations

LONGEST_SENTENCE = 40
"""Syllables; a newsreader breathes after thirty (``lexicon.yml``), and a reader on a phone sees three lines."""
SHORTEST_REPEATED = 5
"""A sentence of fewer syllables may come back on purpose: "Ai cũng làm.\""""
MOST_NAMED = 4
"""So many of a kind are named; who mends these has seen what is meant."""
LEAST_OWN = 8
"""So many syllables of its own, and a summary says something, whatever it repeats."""
_QUOTED = re.compile(r"“[^“”]*”")


def advice_on_style(story: Reading, body: Body) -> list[Problem]:
    """Return what would make a story better, each kind once; nothing for one that is refused for its size."""
    if len(body.text) > MOST_OF_STORY:
        return []
    front = story.front
    sentences = [sentence for line in body.text.split("\n") for sentence in sentences_of(line, inside_quotes=True)]
    return [
        *_summary_near_title(story),
        *_repeated(story, body, sentences),
        *_too_long(story, body, sentences),
        *advice_on_officialese(front.title, front.summary, story.document, body, story.taxonomy.style),
        *advice_on_abbreviations(story, body),
        *advice_on_qualifiers(story, body),
        *advice_on_telling(story, body),
    ]


def _summary_near_title(story: Reading) -> Iterator[Problem]:
    """The summary does more than say the title again: half its syllables are its own, or enough for a result."""
    title, summary = plain_words(story.front.title).split(), plain_words(story.front.summary).split()
    if title == summary:
        return  # said already, as a problem
    own = [word for word in summary if word not in frozenset(title)]
    if len(own) < LEAST_OWN and len(own) * 2 < len(summary):
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


def advice_on_officialese(
    title: str, summary: str, document: YamlDocument, body: Body, style: Style
) -> Iterator[Problem]:
    """No word of the office where a plain one tells more; what is quoted is somebody else's."""
    lists = lists_of(style.lists)
    looked_for, fine = phrases_of(tuple(style.officialese), lists), phrases_of(style.not_officialese, lists)
    head, told = (clauses(_QUOTED.sub(" | ", text)) for text in (f"{title}\n{summary}", body.text))
    if not found_in(head + told, looked_for):
        return
    in_head, in_body = (found_in(without(line, fine), looked_for) for line in (head, told))
    said = {one.text: style.officialese[one.phrase.written] for one in (*in_head, *in_body)}
    if said:
        named = "; ".join(f"“{one}” ({instead})" for one, instead in islice(said.items(), MOST_NAMED))
        mark = document.mark(("summary",)) if in_head else place_of(in_body[0].text, body.source)
        yield body.source.problem(mark, OFFICIALESE, words=named)
