"""Words that belong to no one story pass the scans that stories pass: collections, reports, broadcasts. Pure.

They list nobody, so whoever is named in them must have agreed to it in a story they speak of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.source.privacy.named_people import NameUse
from scripts.source.privacy.names_in_words import KnownNames, mark_in, sign_of
from scripts.source.privacy.private_text import check_story_text
from scripts.source.problems.problem import Mark, Problem
from scripts.source.problems.registry.people import PERSON_NOT_AGREED, PERSON_WITHOUT_STORY
from scripts.source.schema.declared import leaves_of
from scripts.source.schema.part import ContributedPart
from scripts.source.text.body import Body
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument
from scripts.source.vocabulary.taxonomy import Taxonomy


@dataclass(frozen=True)
class OtherWords:
    """A file that is no story: as written, and as read with its places."""

    front: ContributedPart
    source: SourceText
    document: YamlDocument
    body: Body


def check_other_words(
    words: OtherWords, agreed: Iterable[str], taxonomy: Taxonomy, *, stops: bool
) -> Iterator[Problem]:
    """Nothing private, and nobody who is not among the ``agreed``.

    A name is a remark when it ``stops`` nothing: the words are left out all the same, but a consent
    taken back must not hold up the publication of everything else.
    """
    yield from check_story_text(words.source, words.document, words.body)
    for mark, use in _names(words, KnownNames(agreed, taxonomy)):
        yield words.source.problem(mark, PERSON_NOT_AGREED if stops else PERSON_WITHOUT_STORY, person=use.name)


def fit_to_show(problems: Iterable[Problem]) -> bool:
    """Return whether ``problems``, remarks among them, leave the words fit to be shown."""
    return all(problem.is_remark and problem.kind is not PERSON_WITHOUT_STORY for problem in problems)


def _names(words: OtherWords, known: KnownNames) -> Iterator[tuple[Mark, NameUse]]:
    for leaf in leaves_of(words.front):
        sign = sign_of(leaf)
        for use in known.others(leaf.value, sign) if sign else ():
            yield words.document.mark(leaf.location), use
    for use in known.others(words.body.text):
        yield mark_in(words.body, use), use
