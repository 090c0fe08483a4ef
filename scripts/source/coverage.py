"""The coverage log ``content/coverage/*.yml``: what newsrooms ran, one small file a broadcast. Reads.

A record stands outside the story, so a newsroom adds it without touching approved text, and two
newsrooms never edit the same file. A record inside the story (key ``coverage``) counts as well.
"""

from collections.abc import Container, Iterator
from datetime import date
from pathlib import Path

from scripts.source.addresses import STORIES
from scripts.source.problems.problem import START, Problem
from scripts.source.problems.registry.facts import DATE_IN_FUTURE
from scripts.source.problems.registry.lists import COVERAGE_MISSING_STORY, COVERAGE_NOT_MAPPING
from scripts.source.schema.part import key
from scripts.source.schema.story_keys import Coverage
from scripts.source.schema.told import Words
from scripts.source.schema.validation import validate
from scripts.source.schema.value_types import Line
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import parse_yaml
from scripts.source.text.text_file import read_text
from scripts.source.tree import is_slug

CoverageLog = dict[str, tuple[Coverage, ...]]


class CoverageRecord(Coverage):
    """One record: which story, and what was run."""

    story: Line = key("Bài", "Địa bàn và tên thư mục của bài.", "kien-luong/gop-von-xoay-vong", Words.CODE)


def load_coverage(folder: Path, stories: Container[str], today: date) -> tuple[CoverageLog, list[Problem]]:
    """Return the records by the key of their story, in the order of the files, and what is wrong with the files.

    ``stories`` are the keys that exist. A missing folder is an empty log.
    """
    log: CoverageLog = {}
    problems: list[Problem] = []
    # What is no plain file, or has no name of ours, is reported by ``tree.scan_root`` and never opened.
    for file in sorted(folder.glob("*.yml")) if folder.is_dir() and not folder.is_symlink() else ():
        if not is_slug(file.stem) or file.is_symlink():
            continue
        source, found = read_text(file)
        problems += found
        if source is None:
            continue
        record, found = _parse_record(source)
        problems += found
        if record is not None:
            problems += _check_record(record, source, stories, today)
            log[record.story] = (*log.get(record.story, ()), Coverage(**record.model_dump(exclude={"story"})))
    return log, problems


def _parse_record(source: SourceText) -> tuple[CoverageRecord | None, list[Problem]]:
    document, problems = parse_yaml(source)
    if not isinstance(document.value, dict):
        return None, problems or [source.problem(START, COVERAGE_NOT_MAPPING)]
    record, invalid = validate(CoverageRecord, document)
    return record, [*problems, *invalid]


def _check_record(
    record: CoverageRecord, source: SourceText, stories: Container[str], today: date
) -> Iterator[Problem]:
    """The story exists, and the day has come."""
    if record.story not in stories:
        yield source.problem(START, COVERAGE_MISSING_STORY, story=record.story, stories=STORIES)
    if record.date > today:
        yield source.problem(START, DATE_IN_FUTURE, day=record.date)
