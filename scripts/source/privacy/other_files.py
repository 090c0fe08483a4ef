"""Files of words that are no story: which they are, and that nothing private stands in them. Reads."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.source.privacy.private_text import check_text
from scripts.source.problems.problem import Problem
from scripts.source.text.text_file import printable, read_text
from scripts.source.text.tones import check_tones
from scripts.source.vocabulary.taxonomy import Taxonomy


def shared_files(content: Path, docs: Path | None) -> list[Path]:
    """Return the files of words whose fault concerns every page: vocabularies, lists, hand-written pages."""
    lists = [*content.glob("taxonomy/*.yml"), *content.glob("*.yml")]
    return [*sorted(lists), *(sorted(docs.rglob("*.md")) if docs else ())]


def files_of_one(content: Path) -> list[Path]:
    """Return the files of words that are left out one by one: collections, reports, records of broadcasts."""
    return sorted(
        file for glob in ("collections/*.md", "coverage/*.yml", "reports/*.md") for file in content.glob(glob)
    )


def check_files(files: Iterable[Path], taxonomy: Taxonomy, refused: frozenset[str]) -> Iterator[Problem]:
    """Words that are in no story hold nothing private but reviewed contacts of offices; their tones stand as ours do.

    What is ``refused`` (a link, a foreign file, a folder that is a link) is not opened.
    """
    for file in files:
        if not file.is_dir() and not {printable(file), printable(file.parent)} & refused:
            source, problems = read_text(file)
            yield from check_text(source, taxonomy.reviewed_numbers) if source is not None else problems
            yield from check_tones(source) if source is not None else ()
