"""What the public edition may say in the house's name: only what somebody answers for (decisions/20). Pure.

A word that changed since the house approval is shown in its approved wording, a new one not at all, and
what needs a name that nobody approved waits: a story whose method is new, a broadcast of a new station.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from scripts.source.approval.house_approval import HouseApproval
from scripts.source.house_texts.collection import Collection
from scripts.source.house_texts.report import Report
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.house import STORY_WAITS
from scripts.source.schema.declared import leaves_of
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.story_parts import Coverage
from scripts.source.story import Story
from scripts.source.vocabulary.house_words import as_approved
from scripts.source.vocabulary.outlets import fault_of
from scripts.source.vocabulary.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Answered:
    """Stories, vocabulary, collections and reports as somebody answers for them."""

    stories: tuple[Story, ...]
    taxonomy: Taxonomy
    collections: tuple[Collection, ...] = ()
    reports: tuple[Report, ...] = ()
    waiting: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Stories that are left out, by their key: the entries (``methods/tu-quan``) without an approved name."""


def answered(
    stories: Iterable[Story],
    taxonomy: Taxonomy,
    house: HouseApproval | None,
    *,
    collections: Iterable[Collection] = (),
    reports: Iterable[Report] = (),
) -> Answered:
    """Return what of the given things may be shown.

    Before the first house approval every label and reading stands as it is written, so that nothing
    deadlocks; a collection or a report waits all the same, for its words are about people and their deeds.
    """
    if house is None:
        return Answered(tuple(stories), taxonomy)
    shown = as_approved(taxonomy, house.words)
    waiting: dict[str, tuple[str, ...]] = {}
    kept: list[Story] = []
    for story in stories:
        if unnamed := tuple(_unnamed(story, shown)):
            waiting[story.key] = unnamed
        else:
            kept.append(_with_broadcasts_of(story, shown))
    return Answered(
        tuple(kept),
        shown,
        tuple(one for one in collections if house.has(one)),
        tuple(one for one in reports if house.has(one) and one.front.place in shown.districts),
        waiting,
    )


def remarks_on_waiting(stories: Iterable[Story], taxonomy: Taxonomy, house: HouseApproval | None) -> Iterator[Problem]:
    """Yield a remark on each approved story that waits for the name of something."""
    stories = tuple(stories)
    waiting = answered(stories, taxonomy, house).waiting
    for story in stories:
        if not story.draft and story.key in waiting:
            yield problem_at(story.path, START, STORY_WAITS, waiting=", ".join(waiting[story.key]))


def _unnamed(story: Story, taxonomy: Taxonomy) -> Iterator[str]:
    """Yield the entries that ``story`` speaks of and ``taxonomy`` has no name for, each once."""
    named = [("districts", story.district), *_entries_of(story.front)]
    for vocabulary, slug in dict.fromkeys(named):
        if slug not in getattr(taxonomy, vocabulary):
            yield f"{vocabulary}/{slug}"


def _entries_of(front: FrontMatter) -> Iterator[tuple[str, str]]:
    """Yield the entries of vocabularies that ``front`` names by their code, as its keys declare."""
    for leaf in leaves_of(front):
        if leaf.told.of:
            yield leaf.told.of, str(leaf.value)


def _with_broadcasts_of(story: Story, taxonomy: Taxonomy) -> Story:
    """Return ``story`` with only the broadcasts of outlets that are approved, at their approved hosts."""

    def approved(log: tuple[Coverage, ...]) -> tuple[Coverage, ...]:
        return tuple(one for one in log if fault_of(one, taxonomy.outlets) is None)

    if not story.coverage:
        return story
    front = story.front.model_copy(update={"coverage": approved(story.front.coverage)})
    return replace(story, front=front, logged=approved(story.logged))
