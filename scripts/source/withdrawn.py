"""``content/withdrawn.yml``: which addresses held a story once, since when not, and why. Reads.

Without the file nothing is withdrawn. A file that cannot be read is a problem, and so nothing
is published: a story taken down must never come back by a slip of the keyboard.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from scripts.source.addresses import key_at
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.facts import DATE_IN_FUTURE
from scripts.source.problems.registry.files import UNKNOWN_DISTRICT_NAMED
from scripts.source.problems.registry.lists import (
    LINK_WITHDRAWN_STORY,
    UNKNOWN_REASON,
    WITHDRAWN_NOT_LIST,
    WITHDRAWN_PRESENT,
    WITHDRAWN_TWICE,
)
from scripts.source.schema.part import Part, key
from scripts.source.schema.validation import validate
from scripts.source.schema.value_types import STORY_KEY, Day, StoryKey, Word
from scripts.source.text.body import Body
from scripts.source.text.growing_list import with_entries
from scripts.source.text.nearest import offer
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument, parse_yaml
from scripts.source.text.text_file import printable, read_text
from scripts.source.tree import StoryFolder
from scripts.source.vietnam_time import name_partial_date
from scripts.source.vocabulary.taxonomy import Taxonomy

WITHDRAWN_FILE = "withdrawn.yml"

_HEADER = """\
# Stories that were withdrawn: what was at the address, since when, and the kind of reason (taxonomy/withdrawals.yml).
# Written by `python -m scripts withdraw`. Never a name or a word about a person: this file is public.

"""


class Withdrawal(Part):
    """Gỡ bài: one story that is no longer published."""

    story: StoryKey = key("Bài", "Địa bàn/tên bài.", "kien-luong/gop-von")
    date: Day = key("Ngày gỡ", "Năm-tháng-ngày.", "2026-11-24")
    reason: Word = key("Lý do", "Mã trong withdrawals.yml.", "sai-su-that")


def load_withdrawn(file: Path, taxonomy: Taxonomy, today: date) -> tuple[tuple[Withdrawal, ...], list[Problem]]:
    """Return what is withdrawn, sorted by story, and every problem of the file."""
    if not file.exists() and not file.is_symlink():
        return (), []
    source, problems = read_text(file)
    if source is None:
        return (), problems
    withdrawals, found = parse_withdrawn(source, taxonomy, today)
    return withdrawals, [*problems, *found]


def parse_withdrawn(
    source: SourceText, taxonomy: Taxonomy, today: date
) -> tuple[tuple[Withdrawal, ...], list[Problem]]:
    """Return what ``source`` lists as withdrawn, sorted by story, and every problem in it."""
    document, problems = parse_yaml(source)
    if not document.value:
        return (), problems
    if not isinstance(document.value, list):
        return (), [*problems, source.problem(START, WITHDRAWN_NOT_LIST)]
    listed: dict[str, Withdrawal] = {}
    for index in range(len(document.value)):
        item = document.item(index)
        entry, invalid = validate(Withdrawal, item)
        problems += invalid
        if entry is None:
            continue
        problems += _check_entry(entry, item, taxonomy, today)
        if entry.story in listed:
            problems.append(item.problem(("story",), WITHDRAWN_TWICE, story=entry.story))
        listed.setdefault(entry.story, entry)
    return tuple(listed[story] for story in sorted(listed)), problems


def _check_entry(entry: Withdrawal, item: YamlDocument, taxonomy: Taxonomy, today: date) -> Iterator[Problem]:
    """The district and the reason are known, and the day has come."""
    district = entry.story.partition("/")[0]
    if district not in taxonomy.districts:
        yield item.problem(
            ("story",), UNKNOWN_DISTRICT_NAMED, written=district, offer=offer(district, taxonomy.districts.slugs)
        )
    if entry.reason not in taxonomy.withdrawals:
        yield item.problem(
            ("reason",), UNKNOWN_REASON, written=entry.reason, offer=offer(entry.reason, taxonomy.withdrawals.slugs)
        )
    if entry.date > today:
        yield item.problem(("date",), DATE_IN_FUTURE, when=name_partial_date(entry.date.isoformat()))


def with_entry(file: Path, story: str, on: date, reason: str) -> str:
    """Return what ``file`` shall hold with one entry more, all else as it was; raises ``ListError``."""
    return with_entries(file, _HEADER, [{"story": story, "date": on.isoformat(), "reason": reason}])


def story_folder(content: Path, story: str) -> Path | None:
    """Return the folder of ``story`` if it is one, whatever it holds; a link is none."""
    folder = content / "models" / story
    there = (
        STORY_KEY.fullmatch(story) and folder.is_dir() and not folder.is_symlink() and not folder.parent.is_symlink()
    )
    return folder if there else None


def check_absent(withdrawn: Iterable[Withdrawal], folders: Iterable[StoryFolder]) -> Iterator[Problem]:
    """A withdrawn story has no folder: it must not come back with the next build."""
    since = {one.story: one.date for one in withdrawn}
    for folder in folders:
        if folder.key in since:
            yield problem_at(
                printable(folder.file), START, WITHDRAWN_PRESENT, day=since[folder.key], list=WITHDRAWN_FILE
            )


def remark_links(withdrawn: Iterable[Withdrawal], bodies: Iterable[Body]) -> Iterator[Problem]:
    """A link to a withdrawn story is worth a word: its words stay on the page, the link does not.

    Not a problem: a withdrawal must reach readers at the next build, and not wait until every
    story that points to it was edited and approved again.
    """
    since = {one.story: one.date for one in withdrawn}
    if not since:
        return
    for body in bodies:
        for link in body.story_links:
            day = since.get(key_at(link.target))
            if day is not None:
                yield body.source.problem(link.mark, LINK_WITHDRAWN_STORY, target=link.target, day=day)
