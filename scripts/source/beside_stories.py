"""What stands beside the stories and speaks of them: records of broadcasts, collections, reports. Reads.

Each passes the rules that a story passes, and is left out by itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from scripts.source.approval.house_approval import HouseApproval
from scripts.source.concerned import Spoilt
from scripts.source.coverage import Logged, load_coverage
from scripts.source.house_texts.collection import Collection, load_collections
from scripts.source.house_texts.house_text import HouseText
from scripts.source.house_texts.report import Report, load_reports
from scripts.source.moves.moved import followed
from scripts.source.privacy.other_words import OtherWords, check_other_words, fit_to_show
from scripts.source.problems.problem import Problem
from scripts.source.rules.lookalikes import remarks_on_lookalikes
from scripts.source.rules.refused_later import MOST_OF_COLLECTION, MOST_OF_REPORT, Room, check_refused_later
from scripts.source.rules.report_rules import check_report
from scripts.source.rules.unspoken import check_unspoken_titles, of_others, telling_titles
from scripts.source.schema.declared import leaves_of
from scripts.source.schema.story_parts import Coverage
from scripts.source.story import Story
from scripts.source.story_reading import Known, load_stories
from scripts.source.text.body import Body
from scripts.source.tree import StoryFolder
from scripts.source.writing.sources import check_sources_unsaid
from scripts.source.writing.style import advice_on_officialese

Text = TypeVar("Text", bound=HouseText[Any])


class Agreed:
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
            found = load_stories([self._others[key]], self.known)[0] if key in self._others else []
            self._stories[key] = found[0] if found else None
        story = self._stories[key]
        if story is None or story.withheld:
            return None
        return [person.name for person in story.front.people]

    def check(
        self, words: OtherWords, stories: Iterable[str], *, beside: str = "", most: int = MOST_OF_COLLECTION
    ) -> list[Problem]:
        """Hold ``words`` that speak of ``stories`` to the rules of stories.

        ``beside`` is the story they are shown with and never without: its title is theirs to say. ``most`` is what
        their page may carry of them: a collection shows its stories beside them, a report none.
        """
        names = [self.in_story(key) for key in stories]
        agreed = [name for listed in names for name in listed or ()]
        later = check_refused_later(
            # What the fact check asks of a report stands on no page: the preview only says what about.
            (leaf for leaf in leaves_of(words.front) if leaf.seen),
            words.document,
            words.body,
            own_host=self.known.own_host,
            room=Room(most, cards=len(names) if most == MOST_OF_COLLECTION else 0),
        )
        seeming = remarks_on_lookalikes(leaves_of(words.front), words.document, words.body)
        unspoken = check_unspoken_titles(of_others(beside, self.waiting), words.front, words.body)
        named = check_other_words(words, agreed, self.known.taxonomy, stops=None not in names)
        return [*named, *later, *seeming, *unspoken]


@dataclass(frozen=True, slots=True)
class Beside:
    """What was read and is good."""

    log: Mapping[str, tuple[Coverage, ...]]
    """What was run, by the key of its story, in the order of the files."""
    collections: tuple[Collection, ...]
    reports: tuple[Report, ...]


def load_beside(
    content: Path, agreed: Agreed, spoilt: Spoilt, house: HouseApproval | None
) -> tuple[Beside, list[Problem]]:
    """Return what is good of it, collections and reports sorted by name, and all problems.

    What ``house`` has approved word for word is not asked how it is written.
    """
    known = agreed.known
    log, problems = _load_log(content / "coverage", agreed, spoilt)
    collections, found = load_collections(content / Collection.FOLDER, known.stories)
    found += _on_writing(collections, known, house)
    problems += found
    shelves, more = _fit(((one, one.front.stories) for one in collections), found, agreed, spoilt)
    problems += more
    reports, found = load_reports(content / Report.FOLDER, known.stories)
    found += [problem for one in reports for problem in check_report(one, known.taxonomy, known.today)]
    found += _on_writing(reports, known, house)
    problems += found
    told, more = _fit(((one, one.stories) for one in reports), found, agreed, spoilt, most=MOST_OF_REPORT)
    return Beside(log, shelves, told), [*problems, *more]


def _on_writing(texts: Iterable[HouseText[Any]], known: Known, house: HouseApproval | None) -> Iterator[Problem]:
    """Yield what is said of the words of ``texts``, as of a story's: of sources nothing, of the office little."""
    for one in texts:
        if house is not None and house.has(one):
            continue
        yield from check_sources_unsaid(leaves_of(one.front), one.document, one.body, known.taxonomy)
        title, summary = one.front.title, one.front.summary
        yield from advice_on_officialese(title, summary, one.document, one.body, known.taxonomy.style)


def _fit(
    texts: Iterable[tuple[Text, Iterable[str]]],
    problems: Iterable[Problem],
    agreed: Agreed,
    spoilt: Spoilt,
    most: int = MOST_OF_COLLECTION,
) -> tuple[tuple[Text, ...], list[Problem]]:
    """Return those of ``texts``, each with the stories that it speaks of, that are good, and the further problems."""
    wrong = {problem.path for problem in problems if not problem.is_remark}
    further: list[Problem] = []
    good: list[Text] = []
    for one, stories in texts:
        words = OtherWords(one.front, one.source, one.document, one.body)
        found = agreed.check(words, followed(stories, agreed.moved), most=most)
        further += found
        good += [one] if one.path not in wrong and one.path not in spoilt and fit_to_show(found) else []
    return tuple(good), further


def _load_log(folder: Path, agreed: Agreed, spoilt: Spoilt) -> tuple[Mapping[str, tuple[Coverage, ...]], list[Problem]]:
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


def _waiting_titles(stories: Sequence[Story]) -> dict[str, str]:
    """Return the titles that nobody may quote yet, by the keys of their stories."""
    waiting = {story.key: story.front.title for story in stories if story.waits_until}
    return telling_titles(waiting, (story.front.title for story in stories if story.public))
