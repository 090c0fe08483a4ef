"""Collections: curated sets of stories in ``content/collections``, for a campaign or an anniversary. Reads.

A collection holds no story, only keys in the order they are to be read. A key of a story that is
withdrawn is no mistake (the collection shows the others); one that never was is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.facts import REPEATED_COLLECTION_TITLE
from scripts.source.problems.registry.lists import REPEATED_STORY, UNKNOWN_STORY
from scripts.source.problems.registry.media import IMAGE_IN_COLLECTION
from scripts.source.schema.part import ContributedPart, key, optional
from scripts.source.schema.told import Words
from scripts.source.schema.validation import validate
from scripts.source.schema.value_types import Day, Line, Text, Word
from scripts.source.text.body import Body, check_story_links, compile_body
from scripts.source.text.front_matter import split_story
from scripts.source.text.nearest import offer
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import Location, YamlDocument
from scripts.source.text.text_file import read_text
from scripts.source.text.vietnamese import fold
from scripts.source.tree import is_slug

COLLECTIONS_FOLDER = "collections"
MAX_STORIES = 40
"""As many cards as one page may weigh."""


class CollectionFront(ContributedPart):
    """Phần dữ kiện của một bộ sưu tập."""

    title: Annotated[str, Text(10, 110)] = key(
        "Tên bộ sưu tập", "10 đến 110 chữ cái.", "Góp vốn giúp nhau qua mùa", Words.PROSE
    )
    summary: Annotated[str, Text(40, 260)] = key(
        "Lời dẫn",
        "Một, hai câu, 40 đến 260 chữ cái.",
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
class Collection:
    """One file of ``content/collections``, read and checked. ``body`` may be empty."""

    path: str
    slug: str
    front: CollectionFront
    body: Body
    source: SourceText = field(compare=False, repr=False)
    document: YamlDocument = field(compare=False, repr=False)


def load_collections(folder: Path, keys: frozenset[str]) -> tuple[tuple[Collection, ...], list[Problem]]:
    """Return the collections in ``folder``, sorted by name, and every problem of theirs.

    One that has problems is among them, if it can be read at all. ``keys`` are the stories that
    exist or once did. Without the folder there is no collection.
    """
    collections: list[Collection] = []
    problems: list[Problem] = []
    # What is no plain file, or has no name of ours, is reported by ``tree.scan_root`` and never opened.
    files = () if folder.is_symlink() or not folder.is_dir() else sorted(folder.glob("*.md"))
    for file in files:
        if file.is_file() and not file.is_symlink() and is_slug(file.stem):
            collection, found = _load(file, keys)
            problems += found
            collections += [collection] if collection is not None else []
    return tuple(collections), [*problems, *_check_titles_differ(collections)]


def _load(file: Path, keys: frozenset[str]) -> tuple[Collection | None, list[Problem]]:
    source, problems = read_text(file)
    if source is None:
        return None, problems
    parts, found = split_story(source)
    problems += found
    if parts.document is None:
        return None, problems
    body, found = _compile(parts.body)
    problems += [*found, *check_story_links(body, keys), *_check_images(body)]
    if parts.document.value is None:
        return None, problems
    front, found = validate(CollectionFront, parts.document)
    problems += found
    if front is None:
        return None, problems
    problems += _check_stories(front, parts.document, keys)
    return Collection(source.path, file.stem, front, body, source, parts.document), problems


def _compile(source: SourceText) -> tuple[Body, list[Problem]]:
    """Compile an introduction like the body of a story; here it may be missing."""
    return compile_body(source, "collection") if source.text.strip() else (Body((), "", source), [])


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


def _check_images(body: Body) -> Iterator[Problem]:
    """An introduction shows no photo: photos belong to stories, with their licence and consent."""
    for image in body.images:
        yield body.source.problem(image.mark, IMAGE_IN_COLLECTION)


def _check_titles_differ(collections: list[Collection]) -> Iterator[Problem]:
    """Two collections never carry the same title."""
    first: dict[str, Collection] = {}
    for collection in collections:
        title = fold(collection.front.title)
        if other := first.get(title):
            yield problem_at(collection.path, START, REPEATED_COLLECTION_TITLE, path=other.path)
        first.setdefault(title, collection)
