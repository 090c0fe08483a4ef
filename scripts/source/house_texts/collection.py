"""Collections: curated sets of stories in ``content/collections``, for a campaign or an anniversary. Reads.

A collection holds no story, only keys in the order they are to be read. A key of a story that is
withdrawn is no mistake (the collection shows the others); one that never was is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar

from scripts.source.house_texts.house_text import HouseText, check_titles_differ, files_in, read_written
from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.lists import REPEATED_COLLECTION_TITLE, REPEATED_STORY, UNKNOWN_STORY
from scripts.source.problems.registry.media import IMAGE_IN_COLLECTION
from scripts.source.schema.part import ContributedPart, key, optional
from scripts.source.schema.told import Words
from scripts.source.schema.value_types import Day, Line, Text, Word
from scripts.source.text.nearest import offer
from scripts.source.text.strict_yaml import Location, YamlDocument

MAX_STORIES = 40
"""As many cards as one page may weigh."""


class CollectionFront(ContributedPart):
    """Phần dữ kiện của một bộ sưu tập."""

    title: Annotated[str, Text(10, 110)] = key(
        "Tên bộ sưu tập", "10 đến 110 ký tự.", "Góp vốn giúp nhau qua mùa", Words.PROSE
    )
    summary: Annotated[str, Text(40, 260)] = key(
        "Lời dẫn",
        "Một, hai câu, 40 đến 260 ký tự.",
        "Những nơi góp vốn cho nhau mượn theo mùa vụ, không lấy lãi.",
        Words.PROSE,
    )
    stories: tuple[Word, ...] = key(
        "Các bài",
        "Địa bàn/tên bài, xếp theo thứ tự đọc.",
        "[kien-luong/gop-von]",
        Words.CODE,
        min_length=1,
        max_length=MAX_STORIES,
    )
    occasion: Line | None = optional(
        "Dịp", "Đợt tuyên truyền, ngày kỷ niệm.", "Ngày truyền thống công tác dân vận", Words.PROSE
    )
    date: Day | None = optional("Ngày của dịp đó", "Năm-tháng-ngày.", "2026-10-15", Words.MOMENT)


@dataclass(frozen=True, slots=True)
class Collection(HouseText[CollectionFront]):
    """One file of ``content/collections``, read and checked."""

    FOLDER: ClassVar[str] = "collections"


def load_collections(folder: Path, keys: frozenset[str]) -> tuple[tuple[Collection, ...], list[Problem]]:
    """Return the collections in ``folder``, sorted by name, and every problem of theirs.

    One that has problems is among them, if it can be read at all. ``keys`` are the stories that
    exist or once did. Without the folder there is no collection.
    """
    collections: list[Collection] = []
    problems: list[Problem] = []
    for file in files_in(folder):
        written, found = read_written(file, CollectionFront, keys, IMAGE_IN_COLLECTION)
        problems += found
        if written is not None and written.front is not None:
            problems += _check_stories(written.front, written.document, keys)
            collections.append(Collection(file.stem, written.front, written.body, written.source, written.document))
    titles = ((one.path, one.front.title) for one in collections)
    return tuple(collections), [*problems, *check_titles_differ(titles, REPEATED_COLLECTION_TITLE)]


def _check_stories(front: CollectionFront, document: YamlDocument, keys: frozenset[str]) -> Iterator[Problem]:
    """Each story of a collection exists, and is in it once."""
    seen: set[str] = set()
    for index, story in enumerate(front.stories):
        place: Location = ("stories", index)
        if story not in keys:
            yield document.problem(place, UNKNOWN_STORY, written=story, offer=offer(story, sorted(keys)))
        elif story in seen:
            yield document.problem(place, REPEATED_STORY, story=story)
        seen.add(story)
