"""The coverage log ``content/coverage/*.yml``: what newsrooms ran, one small file a broadcast. Reads.

A record stands outside the story, so a newsroom adds it without touching approved text, and two
newsrooms never edit the same file. A record inside the story (key ``coverage``) counts as well.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.source.addresses import STORIES
from scripts.source.problems.problem import START, Problem
from scripts.source.problems.registry.facts import DATE_IN_FUTURE
from scripts.source.problems.registry.lists import COVERAGE_MISSING_STORY, COVERAGE_NOT_MAPPING
from scripts.source.schema.part import key
from scripts.source.schema.story_parts import Coverage
from scripts.source.schema.told import Words
from scripts.source.schema.validation import validate
from scripts.source.schema.value_types import Line
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument, parse_yaml
from scripts.source.text.text_file import read_text
from scripts.source.tree import is_slug
from scripts.source.vietnam_time import name_partial_date
from scripts.source.vocabulary.outlets import fault_of
from scripts.source.vocabulary.taxonomy import Taxonomy


class CoverageRecord(Coverage):
    """One record: which story, and what was run."""

    story: Line = key("Bài", "Địa bàn và tên thư mục của bài.", "kien-luong/gop-von-xoay-vong", Words.CODE)


@dataclass(frozen=True, slots=True)
class Logged:
    """One file of the log, as written and as read."""

    record: CoverageRecord
    source: SourceText
    document: YamlDocument

    @property
    def coverage(self) -> Coverage:
        """What was run, as a story lists it."""
        return Coverage(**self.record.model_dump(exclude={"story"}))


def load_coverage(
    folder: Path, stories: Container[str], taxonomy: Taxonomy, today: date
) -> tuple[tuple[Logged, ...], list[Problem]]:
    """Return the records in the order of the files, and what is wrong with the files.

    A record that has problems is among them, if it can be read at all. ``stories`` are the keys that
    exist or once did. A missing folder is an empty log.
    """
    log: list[Logged] = []
    problems: list[Problem] = []
    # What is no plain file, or has no name of ours, is reported by ``tree.scan_root`` and never opened.
    for file in sorted(folder.glob("*.yml")) if folder.is_dir() and not folder.is_symlink() else ():
        if not is_slug(file.stem) or file.is_symlink():
            continue
        source, found = read_text(file)
        problems += found
        if source is None:
            continue
        logged, found = _parse_record(source)
        problems += found
        if logged is not None:
            problems += _check_record(logged, stories, taxonomy, today)
            log.append(logged)
    return tuple(log), problems


def _parse_record(source: SourceText) -> tuple[Logged | None, list[Problem]]:
    document, problems = parse_yaml(source)
    if not isinstance(document.value, dict):
        return None, problems or [source.problem(START, COVERAGE_NOT_MAPPING)]
    record, invalid = validate(CoverageRecord, document)
    return Logged(record, source, document) if record else None, [*problems, *invalid]


def _check_record(logged: Logged, stories: Container[str], taxonomy: Taxonomy, today: date) -> Iterator[Problem]:
    """The story exists, the outlet is known, the address is its own, and the day has come."""
    record, source = logged.record, logged.source
    if record.story not in stories:
        yield source.problem(START, COVERAGE_MISSING_STORY, story=record.story, stories=STORIES)
    if fault := fault_of(record, taxonomy.outlets):
        yield logged.document.problem((fault.key,), fault.code, **fault.values)
    if record.date > today:
        yield source.problem(START, DATE_IN_FUTURE, when=name_partial_date(record.date.isoformat()))
