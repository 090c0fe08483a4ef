"""Read everything: ``content/`` in, stories and problems out. The door of the source room; reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from scripts.source.addresses import MOVED_FILE
from scripts.source.approval.house_approval import HOUSE_FILE, HouseApproval, load_house_approval
from scripts.source.approval.revoked import REVOKED_FILE, RevokedSeals, load_revoked
from scripts.source.collection import COLLECTIONS_FOLDER, Collection, load_collections
from scripts.source.concerned import Spoilt, Wanted
from scripts.source.coverage import Logged, load_coverage
from scripts.source.media.loose_file import look_into
from scripts.source.moves.moved import Addresses, followed, former_of, load_moved
from scripts.source.privacy.other_files import check_files, files_of_one, shared_files
from scripts.source.privacy.other_words import OtherWords, check_other_words, fit_to_show
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.facts import REPEATED_TITLE
from scripts.source.problems.registry.files import CONTENT_IS_LINK
from scripts.source.problems.registry.people import CONSENT_MISSING
from scripts.source.rules.lookalikes import remarks_on_lookalikes
from scripts.source.rules.refused_later import check_refused_later, host_of
from scripts.source.rules.unspoken import check_unspoken_titles, telling_titles
from scripts.source.schema.declared import leaves_of
from scripts.source.schema.story_parts import Coverage
from scripts.source.story import Approved, Story
from scripts.source.story_reading import Known, load_story
from scripts.source.text.body import Body
from scripts.source.text.text_file import printable
from scripts.source.text.vietnamese import fold
from scripts.source.tree import TAXONOMY, StoryFolder, scan_models, scan_root
from scripts.source.vocabulary.taxonomy import Taxonomy
from scripts.source.vocabulary.taxonomy_files import DISTRICTS, load_taxonomy
from scripts.source.vocabulary.taxonomy_rules import check_patterns
from scripts.source.withdrawn import WITHDRAWN_FILE, Withdrawal, check_absent, load_withdrawn, remark_links

PATTERNS_FOLDER = "assets/img"
"""Where ``docs`` keeps the drawings."""


@dataclass(frozen=True, slots=True)
class Library:
    """What was read: the stories that passed, the vocabulary, and every problem."""

    stories: tuple[Story, ...]
    taxonomy: Taxonomy | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()
    """The file of every story that was looked at, good or not."""
    collections: tuple[Collection, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    """Addresses that held a story once, sorted."""
    house: HouseApproval | None = None
    """The approved wording of the house's words; ``None`` before the first approval."""
    revoked: RevokedSeals = field(default_factory=RevokedSeals)
    """Seals of approval that count no more."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Where the story of each old key stands now; it may be withdrawn since."""
    withheld: tuple[Story, ...] = ()
    """Good stories that name somebody who did not agree to it: no edition has them."""
    remarks: tuple[Problem, ...] = ()
    """What an editor should look at though it stops nothing."""
    stopping: tuple[Problem, ...] = ()
    """Those of ``problems`` that a reader of what every page depends on found: nothing is published before they
    are mended. All others are of one story, one collection, one file, which is left out."""
    faulty: frozenset[str] = frozenset()
    """Keys of the stories that are there and not among ``stories``, because something is wrong with them."""
    hindered: tuple[Story, ...] = ()
    """Stories that are good in themselves: what is wrong lies in their folder, or in the list of withdrawals."""

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """Why something that is in ``content`` is not published though it was meant to be, sorted; where, and the cure.

        A draft is not left out: it waits for its approval.
        """
        stops, withheld = set(self.stopping), {story.path for story in self.withheld}
        problems = (problem for problem in self.problems if problem not in stops)
        unagreed = (one for one in self.remarks if one.kind is CONSENT_MISSING and one.path in withheld)
        unfit = (one for one in self.remarks if not fit_to_show([one]))
        return tuple(sorted([*problems, *unagreed, *unfit]))

    @property
    def withdrawn_addresses(self) -> tuple[Withdrawal, ...]:
        """What is withdrawn, at every address that it ever had."""
        former = (
            one.model_copy(update={"story": old}) for one in self.withdrawn for old in former_of(one.story, self.moved)
        )
        return (*self.withdrawn, *former)


def load_library(  # noqa: PLR0913 - what is read, and what is known of the world, named at the call
    content: Path,
    today: date,
    only: Sequence[Path] = (),
    docs: Path | None = None,
    *,
    moment: datetime | None = None,
    site_url: str = "",
) -> Library:
    """Return everything under ``content``; with ``only``, just the stories at or below those paths.

    ``docs`` holds the hand-written pages, only searched for what is private and for misplaced tones,
    and the drawings that districts choose their patterns from. ``moment`` is what time it is: without
    it every embargo is taken to lie ahead, as is right for whoever only reads. ``site_url`` is where the site
    will be public, if that is known: nothing may claim to have a source there. Problems are sorted by file and
    place. A story with a problem is left out of ``stories``; the others are read all the same.
    """
    if content.is_symlink():
        link = (problem_at(printable(content), START, CONTENT_IS_LINK),)
        return Library((), None, link, stopping=link)
    shared, misplaced = scan_root(content)
    taxonomy, stopping = (None, []) if (content / TAXONOMY).is_symlink() else load_taxonomy(content / TAXONOMY)
    if taxonomy is None:
        unread = tuple(sorted(dict.fromkeys([*shared, *misplaced, *stopping])))
        return Library((), None, unread, stopping=unread)
    every_folder, found = scan_models(content / "models", taxonomy.districts.slugs)
    shared, misplaced = [*look_into(shared)], [*look_into([*misplaced, *found])]
    refused = frozenset(problem.path for problem in [*shared, *misplaced])
    shared += check_files(shared_files(content, docs), taxonomy, refused)
    misplaced += check_files(files_of_one(content), taxonomy, refused)
    if drawn := {file.stem for file in (docs / PATTERNS_FOLDER).glob("*.svg")} if docs else set():
        shared += check_patterns(printable(content / "taxonomy" / DISTRICTS), taxonomy.districts, drawn)
    withdrawn, found = load_withdrawn(content / WITHDRAWN_FILE, taxonomy, today)
    stopping += found
    revoked, found = load_revoked(content / REVOKED_FILE, taxonomy, today)
    stopping += found
    house, found = load_house_approval(content / HOUSE_FILE, taxonomy, today)
    stopping += found
    misplaced += check_absent(withdrawn, every_folder)
    # A link to a withdrawn story is no mistake of the story that has it: the page shows its words alone.
    present, gone = frozenset(folder.key for folder in every_folder), frozenset(one.story for one in withdrawn)
    moved, found = load_moved(content / MOVED_FILE, Addresses(taxonomy.districts.slugs, present, gone))
    shared += found
    known = Known(taxonomy, today, frozenset([*present, *gone, *moved]), moment, revoked, host_of(site_url))
    wanted, spoilt = Wanted(only), Spoilt(misplaced)
    folders = [folder for folder in every_folder if folder.file.parent in wanted]
    stories, problems = _load_stories(folders, known)
    hindered = tuple(story for story in stories if story.path in spoilt)
    stories = [story for story in stories if story not in hindered]
    others = [folder for folder in every_folder if folder not in folders and printable(folder.file) not in spoilt]
    agreed = _Agreed(stories, others, known, moved)
    log, found = _load_log(content / "coverage", agreed, spoilt)
    misplaced += found
    collections, found = _load_collections(content / COLLECTIONS_FOLDER, agreed, spoilt)
    stopping += wanted.among(dict.fromkeys(shared))
    problems += wanted.among(dict.fromkeys([*misplaced, *found]))
    stories = [replace(story, logged=log.get(story.key, ())) for story in stories]
    problems += _check_unspoken(agreed.waiting, stories)
    read = Library(
        tuple(stories),
        taxonomy,
        (*stopping, *problems),
        tuple(folder.file for folder in folders),
        collections=tuple(collections),
        withdrawn=withdrawn,
        moved=moved,
        house=house,
        revoked=revoked,
        stopping=tuple(stopping),
        hindered=hindered,
        faulty=frozenset(folder.key for folder in folders) - {one.story for one in withdrawn},
    )
    return _sorted_out(read)


class _Agreed:
    """Who agreed to be named in which story; a story that was not asked for is read when it is needed."""

    def __init__(
        self, stories: Sequence[Story], others: Iterable[StoryFolder], known: Known, moved: Mapping[str, str]
    ) -> None:
        self.known, self.moved = known, moved
        self.waiting = _waiting_titles(stories) if known.moment is not None else {}
        self._stories: dict[str, Story | None] = {story.key: story for story in stories}
        self._others = {folder.key: folder for folder in others}

    def in_story(self, key: str) -> list[str] | None:
        """Return the names; ``None`` when the story is not shown: withdrawn, withheld, or not good."""
        if key not in self._stories:
            found = _load_stories([self._others[key]], self.known)[0] if key in self._others else []
            self._stories[key] = found[0] if found else None
        story = self._stories[key]
        if story is None or story.withheld:
            return None
        return [person.name for person in story.front.people]

    def check(self, words: OtherWords, stories: Iterable[str], *, beside: str = "") -> list[Problem]:
        """Hold ``words`` that speak of ``stories`` to the rules of stories.

        ``beside`` is the story they are shown with and never without: its title is theirs to say.
        """
        names = [self.in_story(key) for key in stories]
        agreed = [name for listed in names for name in listed or ()]
        later = check_refused_later(
            leaves_of(words.front), words.document, words.body, own_host=self.known.own_host, entries=len(names)
        )
        seeming = remarks_on_lookalikes(leaves_of(words.front), words.document, words.body)
        unspoken = check_unspoken_titles(_of_others(beside, self.waiting), words.front, words.body)
        named = check_other_words(words, agreed, self.known.taxonomy, stops=None not in names)
        return [*named, *later, *seeming, *unspoken]


def _load_log(
    folder: Path, agreed: _Agreed, spoilt: Spoilt
) -> tuple[Mapping[str, tuple[Coverage, ...]], list[Problem]]:
    """Return what was run by the key of its story, the good records in the order of the files; and all problems."""
    records, problems = load_coverage(folder, agreed.known.stories, agreed.known.taxonomy, agreed.known.today)
    wrong = {problem.path for problem in problems}
    log: dict[str, tuple[Coverage, ...]] = {}
    for one in records:
        (story,) = followed([one.record.story], agreed.moved)
        found = agreed.check(_words_of(one), [story], beside=story)
        problems += found
        if one.source.path not in wrong and one.source.path not in spoilt and fit_to_show(found):
            log[story] = (*log.get(story, ()), one.coverage)
    return log, problems


def _words_of(one: Logged) -> OtherWords:
    return OtherWords(one.record, one.source, one.document, Body((), "", one.source))


def _load_collections(folder: Path, agreed: _Agreed, spoilt: Spoilt) -> tuple[list[Collection], list[Problem]]:
    """Return the good collections, sorted by name, and all problems."""
    collections, problems = load_collections(folder, agreed.known.stories)
    wrong = {problem.path for problem in problems}
    good: list[Collection] = []
    for one in collections:
        words = OtherWords(one.front, one.source, one.document, one.body)
        found = agreed.check(words, followed(one.front.stories, agreed.moved))
        problems += found
        good += [one] if one.path not in wrong and one.path not in spoilt and fit_to_show(found) else []
    return good, problems


def _load_stories(folders: Iterable[StoryFolder], known: Known) -> tuple[list[Story], list[Problem]]:
    """Return the story of each folder that holds a good one, and all problems."""
    stories: list[Story] = []
    problems: list[Problem] = []
    for folder in folders:
        story, found = load_story(folder, known)
        problems += found
        if story is not None and all(problem.is_remark for problem in found):
            stories.append(story)
    repeated = list(_check_titles_differ(stories))
    again = {problem.path for problem in repeated}
    return [story for story in stories if story.path not in again], [*problems, *repeated]


def _sorted_out(read: Library) -> Library:
    """Return what was read with problems apart from remarks, and good stories apart from those to be withheld."""
    problems = [problem for problem in read.problems if not problem.is_remark]
    remarks = [problem for problem in read.problems if problem.is_remark]
    wrong = {problem.path for problem in problems}
    good = [story for story in read.stories if story.path not in wrong]
    stopping = (problem for problem in read.stopping if not problem.is_remark)
    shareable = tuple(story for story in good if not story.withheld)
    bodies = [*(story.body for story in shareable), *(one.body for one in read.collections if one.path not in wrong)]
    return replace(
        read,
        stories=shareable,
        collections=tuple(one for one in read.collections if one.path not in wrong),
        withheld=tuple(story for story in good if story.withheld),
        problems=tuple(sorted(dict.fromkeys(problems))),
        stopping=tuple(sorted(dict.fromkeys(stopping))),
        faulty=read.faulty - {story.key for story in good},
        remarks=tuple(sorted([*remarks, *remark_links(read.withdrawn, bodies)])),
    )


def _waiting_titles(stories: Sequence[Story]) -> dict[str, str]:
    """Return the titles that nobody may quote yet, by the keys of their stories."""
    waiting = {story.key: story.front.title for story in stories if story.waits_until}
    return telling_titles(waiting, (story.front.title for story in stories if story.public))


def _check_unspoken(waiting: Mapping[str, str], stories: Iterable[Story]) -> Iterator[Problem]:
    """No story quotes the title of another that waits for its hour."""
    for story in stories:
        yield from check_unspoken_titles(_of_others(story.key, waiting), story.front, story.body)


def _of_others(key: str, titles: Mapping[str, str]) -> dict[str, str]:
    return {story: title for story, title in titles.items() if story != key}


def _check_titles_differ(stories: Iterable[Story]) -> Iterator[Problem]:
    """Two stories of one commune never carry the same title: nobody could tell them apart.

    The approved one has it: a draft that comes after it must not take it off the site.
    """
    first: dict[tuple[str, str, str], Story] = {}
    for story in sorted(stories, key=lambda story: story.approved is not Approved.YES):
        place = story.front.place.commune or ""
        same = (story.district, place, fold(story.front.title))
        if other := first.get(same):
            yield problem_at(story.path, START, REPEATED_TITLE, path=other.path)
        first.setdefault(same, story)
