"""All stories of an edition: sorted, and filed in any way that is asked for. Pure."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from scripts.catalog.answered import answered
from scripts.catalog.collation import SortKey, sort_key
from scripts.catalog.facts import StoryFacts, story_facts
from scripts.catalog.shelves import ShelfCounts, shelf_counts
from scripts.source.approval.house_approval import HouseApproval
from scripts.source.house_texts.collection import Collection
from scripts.source.house_texts.report import Report
from scripts.source.moves.moved import followed
from scripts.source.story import State, Story
from scripts.source.vocabulary.taxonomy import Taxonomy


class Edition(StrEnum):
    """What the site is built for."""

    PREVIEW = "preview"
    """Approved stories, those that wait for their hour, and drafts, each marked; never indexed by search engines."""
    PUBLIC = "public"
    """Stories that are approved and whose hour has come, no others."""


Group = Mapping[str, tuple[Story, ...]]
"""Stories by the slug of what they have in common, each in the catalog's order; a slug without stories is absent."""

Counted = Mapping[str, ShelfCounts]
"""How many stories of each shelf a group has, by its slug; a slug without stories is absent."""

Belongs = Callable[[Story, Taxonomy], Iterable[str]]
"""How a story is filed: the slugs it belongs to."""


@dataclass(frozen=True, slots=True)
class ShownCollection:
    """A collection as this edition can show it: its stories in the order written."""

    collection: Collection
    stories: tuple[Story, ...]
    left_out: int
    """How many of its stories are not in this edition: drafts, or withdrawn. Of an embargo nothing is said."""
    draft: bool = False
    """Whether the house approval does not have it: the preview alone shows it, marked."""


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report about the movement, as this edition can show it."""

    report: Report
    draft: bool = False
    """Whether the house approval does not have it: the preview alone shows it, marked."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """The stories of one edition, newest first; ``grouped`` files them in any way that is asked for."""

    taxonomy: Taxonomy
    edition: Edition
    stories: tuple[Story, ...]
    facts: Mapping[str, StoryFacts]
    """What every output says of a story, by its key."""
    collections: tuple[ShownCollection, ...] = ()
    """The collections that have a story in this edition: by the date of their occasion, newest first."""
    reports: tuple[ShownReport, ...] = ()
    """What is told of the movement beside its stories, oldest first. No count of stories has them."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Where the story of an old key stands now, of the stories in this edition."""
    _groups: dict[Belongs, Group] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What ``grouped`` has answered; it depends on nothing but the stories."""
    _counts: dict[Belongs, Counted] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What ``counted`` has answered."""

    @property
    def public(self) -> tuple[Story, ...]:
        """The stories that may leave the site, in feeds, data and kits: the public ones, in either edition."""
        return tuple(story for story in self.stories if story.public)

    @property
    def destinations(self) -> dict[str, str]:
        """Where a link to a story leads, by the key that is written: the key itself, or that it has now."""
        return {story.key: story.key for story in self.stories} | dict(self.moved)

    def grouped(self, belongs: Belongs) -> Group:
        """Return the stories by the slugs that ``belongs`` gives each; filed once, then remembered."""
        if belongs not in self._groups:
            groups: dict[str, list[Story]] = {}
            for story in self.stories:
                for slug in belongs(story, self.taxonomy):
                    groups.setdefault(slug, []).append(story)
            self._groups[belongs] = {slug: tuple(members) for slug, members in groups.items()}
        return self._groups[belongs]

    def counted(self, belongs: Belongs) -> Counted:
        """Return how many stories of each shelf ``grouped`` files under a slug; counted once, then remembered."""
        if belongs not in self._counts:
            self._counts[belongs] = {slug: shelf_counts(members) for slug, members in self.grouped(belongs).items()}
        return self._counts[belongs]


def build_catalog(  # noqa: PLR0913 - all that was read and bears on an edition, each named at the call
    stories: Iterable[Story],
    taxonomy: Taxonomy,
    edition: Edition,
    *,
    collections: Iterable[Collection] = (),
    reports: Iterable[Report] = (),
    house: HouseApproval | None = None,
    moved: Mapping[str, str] = MappingProxyType({}),
) -> Catalog:
    """Return the catalog of the stories that belong in ``edition``; a withheld story belongs in none.

    The public edition speaks the house's words as the ``house`` approval has them; the preview as they
    stand today.
    """
    stories = [story for story in stories if not story.withheld]
    waiting = {story.key for story in stories if story.state is State.EMBARGOED}
    if edition is Edition.PUBLIC:
        may = answered(stories, taxonomy, house, collections=collections, reports=reports)
        stories, taxonomy, collections, reports = may.stories, may.taxonomy, may.collections, may.reports
    kept = [story for story in stories if edition is Edition.PREVIEW or story.public]
    kept.sort(key=lambda story: (sort_key(story.front.title), story.key))
    kept.sort(key=date_of, reverse=True)
    here = {story.key for story in kept}
    shelves = [
        _Shelf(one, followed(one.front.stories, moved), draft=house is None or not house.has(one))
        for one in collections
    ]
    return Catalog(
        taxonomy=taxonomy,
        edition=edition,
        stories=tuple(kept),
        facts={story.key: story_facts(story, taxonomy, year_of(story)) for story in kept},
        collections=tuple(_shown(shelves, kept, waiting)),
        reports=tuple(
            ShownReport(one, draft=house is None or not house.has(one)) for one in sorted(reports, key=_time_of)
        ),
        moved={old: new for old, new in moved.items() if new in here},
    )


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A collection, and its stories by the keys that they have now."""

    collection: Collection
    keys: tuple[str, ...]
    draft: bool


def _shown(shelves: Iterable[_Shelf], kept: Iterable[Story], waiting: Container[str]) -> Iterator[ShownCollection]:
    by_key = {story.key: story for story in kept}
    ordered = sorted(shelves, key=lambda shelf: sort_key(shelf.collection.front.title))
    ordered.sort(key=lambda shelf: shelf.collection.front.date or date.min, reverse=True)
    for shelf in ordered:
        stories = tuple(by_key[key] for key in shelf.keys if key in by_key)
        if stories:
            missing = sum(key not in by_key and key not in waiting for key in shelf.keys)
            yield ShownCollection(shelf.collection, stories, missing, shelf.draft)


def _time_of(report: Report) -> tuple[int, str, SortKey]:
    """Return what a report is sorted by: the last year it tells of, its newest source, its title."""
    front = report.front
    return front.until, max((source.date or "" for source in front.sources), default=""), sort_key(front.title)


def year_of(story: Story) -> int | None:
    """Return the year a story is filed under, or ``None``.

    The year of registration; when unknown, of the first recognition; then of the start of the
    work; then of the oldest source that has a date.
    """
    front = story.front
    recognised = [act.date.year for act in front.recognition if act.date]
    reported = [int(source.date[:4]) for source in front.sources if source.date]
    known = (front.registered, min(recognised, default=None), front.started, min(reported, default=None))
    return next((year for year in known if year), None)


def date_of(story: Story) -> str:
    """Return the ISO date a story is sorted by: its approval, else its newest source, else its year.

    An approved story that waited for its hour is as new as that hour.
    """
    front = story.front
    if front.approval and not story.draft:
        public_since = max(front.approval.date, front.embargo.date()) if front.embargo else front.approval.date
        return public_since.isoformat()
    reported = max((source.date for source in front.sources if source.date), default="")
    return reported or str(year_of(story) or "")


def levels_of(story: Story) -> tuple[str, ...]:
    """Return the levels at which a story was recognised, each once, in the order written."""
    return tuple(dict.fromkeys(act.level for act in story.front.recognition))


def topics_of(story: Story, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the slugs of the topics of ``story`` that the vocabulary knows, however they are written, each once."""
    known = (taxonomy.topics.named(topic) for topic in story.front.topics)
    return tuple(dict.fromkeys(topic.slug for topic in known if topic))


def newest_of(stories: Iterable[Story]) -> str:
    """Return the newest ISO day of ``stories``, or an empty text."""
    return max((date_of(story) for story in stories), default="")
