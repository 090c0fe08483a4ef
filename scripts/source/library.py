"""Read everything: ``content/`` in, stories and problems out. The door of the source room; reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from scripts.source.addresses import MOVED_FILE
from scripts.source.approval.house_approval import HOUSE_FILE, HouseApproval, load_house_approval
from scripts.source.approval.revoked import REVOKED_FILE, RevokedSeals, load_revoked
from scripts.source.beside_stories import Agreed, load_beside
from scripts.source.concerned import Spoilt, Wanted
from scripts.source.house_texts.collection import Collection
from scripts.source.house_texts.house_text import HouseText
from scripts.source.house_texts.report import Report
from scripts.source.media.loose_file import look_into
from scripts.source.moves.moved import Addresses, former_of, load_moved
from scripts.source.privacy.other_files import check_files, files_of_one, shared_files
from scripts.source.privacy.other_words import fit_to_show
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.files import CONTENT_IS_LINK
from scripts.source.problems.registry.people import CONSENT_MISSING
from scripts.source.rules.refused_later import host_of
from scripts.source.rules.unspoken import check_unspoken_titles, of_others
from scripts.source.story import Story
from scripts.source.story_reading import Known, load_stories
from scripts.source.text.text_file import printable
from scripts.source.tree import TAXONOMY, scan_models, scan_root
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
    reports: tuple[Report, ...] = ()
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
    advice: tuple[Problem, ...] = ()
    """How the stories could be told better; nothing hangs on it."""
    stopping: tuple[Problem, ...] = ()
    """Those of ``problems`` that a reader of what every page depends on found: nothing is published before they
    are mended. All others are of one story, one collection, one file, which is left out."""
    faulty: frozenset[str] = frozenset()
    """Keys of the stories that are there and not among ``stories``, because something is wrong with them."""
    hindered: tuple[Story, ...] = ()
    """Stories that are good in themselves: what is wrong lies in their folder, or in the list of withdrawals."""

    @property
    def house_texts(self) -> tuple[HouseText[Any], ...]:
        """The files that the house approval covers word for word: collections, then reports."""
        return (*self.collections, *self.reports)

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
    stories, problems = load_stories(folders, known)
    hindered = tuple(story for story in stories if story.path in spoilt)
    stories = [story for story in stories if story not in hindered]
    others = [folder for folder in every_folder if folder not in folders and printable(folder.file) not in spoilt]
    agreed = Agreed(stories, others, known, moved)
    beside, found = load_beside(content, agreed, spoilt, house)
    stopping += wanted.among(dict.fromkeys(shared))
    problems += wanted.among(dict.fromkeys([*misplaced, *found]))
    stories = [replace(story, logged=beside.log.get(story.key, ())) for story in stories]
    problems += _check_unspoken(agreed.waiting, stories)
    read = Library(
        tuple(stories),
        taxonomy,
        (*stopping, *problems),
        tuple(folder.file for folder in folders),
        collections=beside.collections,
        reports=beside.reports,
        withdrawn=withdrawn,
        moved=moved,
        house=house,
        revoked=revoked,
        stopping=tuple(stopping),
        hindered=hindered,
        faulty=frozenset(folder.key for folder in folders) - {one.story for one in withdrawn},
    )
    return _sorted_out(read)


def _sorted_out(read: Library) -> Library:
    """Return what was read with problems apart from remarks, and good stories apart from those to be withheld."""
    problems = [problem for problem in read.problems if not problem.is_remark]
    remarks = [problem for problem in read.problems if problem.is_remark and not problem.is_advice]
    wrong = {problem.path for problem in problems}
    good = [story for story in read.stories if story.path not in wrong]
    stopping = (problem for problem in read.stopping if not problem.is_remark)
    shareable = tuple(story for story in good if not story.withheld)
    collections = tuple(one for one in read.collections if one.path not in wrong)
    reports = tuple(one for one in read.reports if one.path not in wrong)
    bodies = [one.body for some in (shareable, collections, reports) for one in some]
    return replace(
        read,
        stories=shareable,
        collections=collections,
        reports=reports,
        withheld=tuple(story for story in good if story.withheld),
        problems=tuple(sorted(dict.fromkeys(problems))),
        stopping=tuple(sorted(dict.fromkeys(stopping))),
        faulty=read.faulty - {story.key for story in good},
        remarks=tuple(sorted([*remarks, *remark_links(read.withdrawn, bodies)])),
        advice=tuple(sorted(problem for problem in read.problems if problem.is_advice)),
    )


def _check_unspoken(waiting: Mapping[str, str], stories: Iterable[Story]) -> Iterator[Problem]:
    """No story quotes the title of another that waits for its hour."""
    for story in stories:
        yield from check_unspoken_titles(of_others(story.key, waiting), story.front, story.body)
