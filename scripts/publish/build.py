"""Build a site: stage, run the engine, pass the gate, and only then put it in place. Writes."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from scripts.catalog.catalog import Catalog, Edition, build_catalog, date_of
from scripts.publish.cache import disk_cache
from scripts.publish.engine import Engine
from scripts.publish.fonts import font_files
from scripts.publish.gate import Expectation, check_site
from scripts.publish.staging import Changes, files_in, stage
from scripts.render.search_documents import search_files
from scripts.render.site import render_assets, render_site
from scripts.render.urls import story_url
from scripts.source.library import Library
from scripts.source.problem import Problem
from scripts.source.taxonomy import Taxonomy

MARKER = ".edition"
"""A file in every site we build: names the edition, and marks the folder as ours to replace."""

_UNUSED_THEME_ASSETS = ("assets/javascripts", "assets/stylesheets", "assets/images")


@dataclass(frozen=True, slots=True)
class Workplace:
    """The folders of one build."""

    root: Path
    """Holds ``docs/``, ``theme/`` and ``mkdocs.yml``."""
    build: Path
    """Ours to write: staged pages and caches."""
    out: Path
    """Where the finished site goes."""
    site_url: str = ""
    """Where it will be public, for canonical links; empty when that is not known."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. With problems, nothing was put in place."""

    catalog: Catalog
    changes: Changes
    pages: int
    problems: tuple[Problem, ...]


class NotOursError(Exception):
    """The output folder holds something that no build of ours has made."""


def build_site(library: Library, taxonomy: Taxonomy, edition: Edition, place: Workplace) -> BuildReport:
    """Build ``edition`` from a library without problems; the old site stays until the new one passes.

    Raises ``NotOursError`` before anything is written, ``EngineError`` when MkDocs refuses.
    """
    _refuse_foreign(place.out)
    catalog = build_catalog(library.stories, taxonomy, edition)
    docs = place.build / "docs"
    changes = stage(_files(catalog, place), docs)
    fresh = _beside(place.out, "new")
    fresh.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(fresh, ignore_errors=True)
    engine = Engine(place.root / "mkdocs.yml", taxonomy.site, edition.value, _epoch(catalog), place.site_url)
    engine.build(docs, fresh)
    for folder in _UNUSED_THEME_ASSETS:
        shutil.rmtree(fresh / folder, ignore_errors=True)
    _write_search_index(catalog, fresh, place.build / "cache" / f"search-{edition.value}.sqlite")
    problems = check_site(fresh, _expectation(library, edition))
    if not problems:
        (fresh / MARKER).write_text(f"{edition.value}\n", encoding="utf-8")
        _put_in_place(fresh, place.out)
    shutil.rmtree(fresh, ignore_errors=True)
    pages = changes.kept + len(changes.written)
    return BuildReport(catalog, changes, pages, tuple(problems))


def _files(catalog: Catalog, place: Workplace) -> Iterator[tuple[PurePosixPath, bytes]]:
    yield from files_in(place.root / "docs")
    yield from font_files(place.build / "cache")
    for path, text in render_assets(catalog).items():
        yield PurePosixPath(path), text.encode()
    for page in render_site(catalog):
        yield page.path, page.text.encode()


def _write_search_index(catalog: Catalog, site: Path, cache_file: Path) -> None:
    """Write the index beside the pages; MkDocs has no part in it."""
    with disk_cache(cache_file) as cache:
        for name, data in search_files(catalog, cache).items():
            target = site / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def _expectation(library: Library, edition: Edition) -> Expectation:
    drafts = frozenset(story_url(story.key) for story in library.stories if story.draft)
    return Expectation(drafts_allowed=edition is Edition.PREVIEW, drafts=drafts)


def _epoch(catalog: Catalog) -> int:
    """Return the moment that stands for "now": the date of the newest story, at noon UTC."""
    newest = max((date_of(story) for story in catalog.stories), default="")
    parts = [int(part) for part in newest.split("-")] if newest else []
    day = date(*[*parts, 1, 1][:3]) if parts else catalog.taxonomy.movement.date
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())


def _beside(out: Path, what: str) -> Path:
    """Return a hidden neighbour of ``out``: on the same disk, so that a rename moves no bytes."""
    return out.with_name(f".{out.name}.{what}")


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise NotOursError(out)
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        raise NotOursError(out)


def _put_in_place(fresh: Path, out: Path) -> None:
    """Swap ``fresh`` for what is in ``out``; a swap that was cut short before is undone first."""
    old = _beside(out, "old")
    if old.exists() and not out.exists():
        old.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
