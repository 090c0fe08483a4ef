"""The words of approved texts that only editors see and that the public site must not hold, by their file. Pure.

What they are is declared (``Told.seen``): the questions of the fact check and their answers today. Of drafts nothing is
looked for: their words may be a stranger's, who could choose what a page says anyway, and no draft is in the edition.
"""

import json
from collections.abc import Iterator

from scripts.catalog.catalog import Catalog
from scripts.publish.gate.long_phrases import LongPhrases
from scripts.source.library import Library
from scripts.source.schema.declared import leaves_of
from scripts.source.schema.part import ContributedPart
from scripts.source.schema.told import Words
from scripts.source.story import Approved
from scripts.source.vocabulary.house_words import words_in


def editors_words(library: Library, public: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the phrases by the path of their file, but for those that the ``public`` edition says in its own words.

    An answer may well stand in the story by now, word for word.
    """
    approved: dict[str, ContributedPart] = {
        **{story.path: story.front for story in library.stories if story.approved is Approved.YES},
        **{one.report.path: one.report.front for one in public.reports if not one.draft},
    }
    held = {path: tuple(_sentences(front, seen=False)) for path, front in approved.items()}
    phrases = LongPhrases(phrase for unseen in held.values() for phrase in unseen)
    if not phrases:
        return {}
    said = {phrase for text in _public_words(public) for phrase in phrases.found_in(text)}
    kept = {path: tuple(phrase for phrase in unseen if phrase not in said) for path, unseen in held.items()}
    return {path: unseen for path, unseen in kept.items() if unseen}


def _public_words(public: Catalog) -> Iterator[str]:
    yield from (_whole(story.front, story.body.text) for story in public.stories)
    yield from (_whole(one.collection.front, one.collection.body.text) for one in public.collections)
    yield from (_whole(one.report.front, one.report.body.text) for one in public.reports)
    yield json.dumps(list(words_in(public.taxonomy).values()), ensure_ascii=False)


def _whole(front: ContributedPart, body: str) -> str:
    return " | ".join([*_sentences(front, seen=True), body])


def _sentences(front: ContributedPart, *, seen: bool) -> Iterator[str]:
    """Yield the sentences of ``front`` that readers see, or that they do not; offices and codes are none."""
    for leaf in leaves_of(front):
        if leaf.seen is seen and isinstance(leaf.value, str) and (seen or leaf.told.words is Words.PROSE):
            yield leaf.value
