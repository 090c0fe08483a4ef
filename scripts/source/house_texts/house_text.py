"""A file of the house's own words: front matter as strict as a story's, and a few words that may be missing. Reads.

``collection`` and ``report`` are made of it. The house approval (decisions/20) covers each word for word.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Generic, NamedTuple, TypeVar

from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.schema.part import ContributedPart
from scripts.source.schema.validation import validate
from scripts.source.text.body import Body, check_story_links, compile_body
from scripts.source.text.front_matter import split_story
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument
from scripts.source.text.text_file import read_text
from scripts.source.text.vietnamese import fold
from scripts.source.tree import is_slug

Front = TypeVar("Front", bound=ContributedPart)


@dataclass(frozen=True, slots=True)
class HouseText(Generic[Front]):
    """One file, read and checked. ``body`` may be empty."""

    FOLDER: ClassVar[str]
    """The folder in ``content`` that holds such files; so does the house approval call what it has of them."""

    slug: str
    front: Front
    body: Body
    source: SourceText = field(compare=False, repr=False)
    document: YamlDocument = field(compare=False, repr=False)

    @property
    def path(self) -> str:
        """The file, as problems name it."""
        return self.source.path

    @property
    def questions(self) -> int:
        """How many open questions keep it from being approved."""
        return 0


class Written(NamedTuple, Generic[Front]):
    """What one file holds; ``front`` is ``None`` when it cannot be understood."""

    front: Front | None
    body: Body
    source: SourceText
    document: YamlDocument


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files to be read in ``folder``, sorted by name; none when it is not there."""
    # What is no plain file, or has no name of ours, is reported by ``tree.scan_root`` and never opened.
    for file in () if folder.is_symlink() or not folder.is_dir() else sorted(folder.glob("*.md")):
        if file.is_file() and not file.is_symlink() and is_slug(file.stem):
            yield file


def read_written(
    file: Path, model: type[Front], keys: frozenset[str], image: Code
) -> tuple[Written[Front] | None, list[Problem]]:
    """Return what ``file`` holds, if it can be read at all, and its problems.

    ``keys`` are the stories that may be linked to; ``image`` is said of a photo, which stands in stories alone,
    with its licence and consent.
    """
    source, problems = read_text(file)
    if source is None:
        return None, problems
    parts, found = split_story(source)
    problems += found
    if parts.document is None:
        return None, problems
    body, found = _compile(parts.body)
    problems += [*found, *check_story_links(body, keys), *_check_images(body, image)]
    if parts.document.value is None:
        return None, problems
    front, found = validate(model, parts.document)
    problems += found
    return Written(front, body, source, parts.document), problems


def _compile(source: SourceText) -> tuple[Body, list[Problem]]:
    """Compile an introduction like the body of a story; here it may be missing."""
    return compile_body(source, "") if source.text.strip() else (Body((), "", source), [])


def _check_images(body: Body, code: Code) -> Iterator[Problem]:
    for found in body.images:
        yield body.source.problem(found.mark, code)


def check_titles_differ(titles: Iterator[tuple[str, str]], code: Code) -> Iterator[Problem]:
    """Two files of one folder never carry the same title; ``titles`` are their paths and what they are called."""
    first: dict[str, str] = {}
    for path, title in titles:
        folded = fold(title)
        if folded in first:
            yield problem_at(path, START, code, path=first[folded])
        first.setdefault(folded, path)
