"""Build an edition: stage, run the engine, add what the engine has no part in, pass the gate. Writes.

``build_site`` puts it in place on a workbench; ``release`` publishes it. Both go through
``build_edition``: what was looked at is made the same way as what the public reads.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from scripts.catalog.catalog import Catalog, Edition, build_catalog, date_of
from scripts.publish.disk.cache import disk_cache
from scripts.publish.disk.in_place import fresh_beside, put_in_place, refuse_foreign_site
from scripts.publish.disk.kept_files import KeptFiles
from scripts.publish.disk.lock import only_one
from scripts.publish.disk.our_folder import CACHE, DOCS, LOCK, WORKPLACE, claim, refuse_foreign_workplace
from scripts.publish.editors_words import editors_words
from scripts.publish.engine import Engine
from scripts.publish.gate.gate import Expectation, check_site
from scripts.publish.gate.inventory import site_name
from scripts.publish.images.fonts import font_files
from scripts.publish.images.photos import ENCODERS, PhotoFiles, story_media
from scripts.publish.images.share_images import share_images
from scripts.publish.kept_scripts import radio_scripts
from scripts.publish.kits import Suppliers, kits, series
from scripts.publish.staging import Changes, files_in, stage
from scripts.render.press.radio import RadioScript
from scripts.render.reading.moved import moved_addresses
from scripts.render.search.documents import search_files
from scripts.render.site import render_assets, render_files, render_site, share_cards
from scripts.render.urls import story_url
from scripts.source.library import Library
from scripts.source.problems.problem import Problem
from scripts.source.vocabulary.taxonomy import Taxonomy

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

    @property
    def cache(self) -> Path:
        """What is kept from build to build, a folder or a file for each purpose."""
        return self.build / CACHE


@dataclass(frozen=True, slots=True)
class Task:
    """What is being built: all that a writer may ask."""

    library: Library
    """Everything that was read, drafts too: mind the edition."""
    catalog: Catalog
    """The stories of this edition only."""
    place: Workplace
    scripts: Mapping[str, RadioScript]
    """The radio script of every story, by its key."""
    mapped: dict[str, str] = field(default_factory=dict)
    """What the sitemap will hold, noted as the pages are made: complete once all is staged."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. With problems, nothing was put in place."""

    catalog: Catalog
    changes: Changes
    pages: int
    problems: tuple[Problem, ...]


Files = Iterable[tuple[PurePosixPath, bytes]]
Writer = Callable[[Task], Files]
"""Yields files by their path in the site, one at a time; what is slow to make it keeps in ``place.cache``."""


def _hand_written(task: Task) -> Files:
    for path, data in files_in(task.place.root / "docs"):
        if path.suffix == ".md":
            task.mapped[f"{path.with_suffix('')}/"] = ""
        yield path, data


def _fonts(task: Task) -> Files:
    return font_files(task.place.cache / "fonts")


def _pages(task: Task) -> Files:
    for path, text in render_assets(task.catalog).items():
        yield PurePosixPath(path), text.encode()
    for page in render_site(task.catalog, task.place.site_url, task.library.withdrawn_addresses, task.scripts):
        if not page.robots:
            task.mapped[page.address] = page.changed
        yield page.path, page.text.encode()
        yield from ((PurePosixPath(address), data) for address, data in page.files.items())


def _search_index(task: Task) -> Files:
    with disk_cache(task.place.cache / f"search-{task.catalog.edition}.sqlite") as cache:
        for name, data in search_files(task.catalog, cache).items():
            yield PurePosixPath(name), data


def _media(task: Task) -> Files:
    return story_media(task.catalog, task.library, task.place.cache / "photos")


def _for_the_press(task: Task) -> Files:
    photos = PhotoFiles(task.library, KeptFiles(task.place.cache / "photos"))
    suppliers = Suppliers(
        photos=lambda story: photos.for_press(story, task.catalog.taxonomy),
        script=lambda story: task.scripts[story.key],
        marked=task.catalog.edition is Edition.PREVIEW,
        recipe=ENCODERS,
    )
    yield from kits(task.catalog, task.place.cache / f"kits-{task.catalog.edition}", task.place.site_url, suppliers)
    yield from series(task.catalog, task.place.site_url)


def _data_and_feeds(task: Task) -> Files:
    for name, data in render_files(task.catalog, task.place.site_url, task.mapped):
        yield PurePosixPath(name), data


def _share_images(task: Task) -> Files:
    if cards := share_cards(task.catalog, task.place.site_url):
        with disk_cache(task.place.cache / "share-images.sqlite") as cache:
            for name, data in share_images(cards, task.place.root / "docs" / "assets" / "img", cache):
                yield PurePosixPath(name), data


STAGED: tuple[Writer, ...] = (_hand_written, _fonts, _pages)
"""Who makes what the engine reads: pages, and what lies beside them."""
ADDED: tuple[Writer, ...] = (_search_index, _media, _data_and_feeds, _share_images, _for_the_press)
"""Who makes the files that go straight into the finished site, past the engine, before the gate."""


def build_site(library: Library, taxonomy: Taxonomy, edition: Edition, place: Workplace) -> BuildReport:
    """Build ``edition`` from a library that nothing stops; the old site stays until the new one passes.

    Raises ``NotOursError`` before anything is written, ``EngineError`` when MkDocs refuses.
    """
    refuse_foreign_site(place.out)
    with _alone_in(place), fresh_beside(place.out, edition.value) as fresh:
        report = _build(_task(library, taxonomy, edition, place), fresh)
        if not report.problems:
            put_in_place(fresh, place.out)
        return report


def build_edition(library: Library, taxonomy: Taxonomy, edition: Edition, place: Workplace, fresh: Path) -> BuildReport:
    """Make ``edition`` in the folder ``fresh``, which is empty or missing, and hold it to the gate.

    Raises ``NotOursError`` when the workplace is not ours and ``BusyError`` when another build uses it, before
    anything is written; ``EngineError`` when MkDocs refuses, ``ValueError`` when two writers claim one file,
    ``MediaChangedError`` when a photo changed since it was checked.
    """
    with _alone_in(place):
        return _build(_task(library, taxonomy, edition, place), fresh)


@contextmanager
def _alone_in(place: Workplace) -> Iterator[None]:
    refuse_foreign_workplace(place.build, place.out)
    claim(place.build, WORKPLACE)
    with only_one(place.build / LOCK):
        yield


def catalog_of(library: Library, taxonomy: Taxonomy, edition: Edition) -> Catalog:
    """Return what ``edition`` shows of a library: what is built, and what a rollback is measured by."""
    return build_catalog(
        library.stories,
        taxonomy,
        edition,
        collections=library.collections,
        reports=library.reports,
        house=library.house,
        moved=library.moved,
    )


def _task(library: Library, taxonomy: Taxonomy, edition: Edition, place: Workplace) -> Task:
    catalog = catalog_of(library, taxonomy, edition)
    return Task(library, catalog, place, radio_scripts(catalog, place.cache / f"scripts-{edition}.sqlite"))


def _build(task: Task, fresh: Path) -> BuildReport:
    place, edition, site = task.place, task.catalog.edition, task.catalog.taxonomy.site
    docs = place.build / DOCS
    changes = stage((file for writer in STAGED for file in writer(task)), docs)
    site_url = f"{place.site_url.rstrip('/')}/" if place.site_url else ""
    engine = Engine(place.root / "mkdocs.yml", site, edition.value, _epoch(task.catalog), site_url)
    engine.build(docs, fresh)
    for folder in _UNUSED_THEME_ASSETS:
        shutil.rmtree(fresh / folder, ignore_errors=True)
    for writer in ADDED:
        _add(writer(task), fresh)
    problems = check_site(fresh, _expectation(task, site_url, changes))
    return BuildReport(task.catalog, changes, changes.kept + len(changes.written), tuple(problems))


def _add(files: Files, site: Path) -> None:
    for path, data in files:
        target = site / path
        if target.exists():
            message = f"two sources for one file: {path}"
            raise ValueError(message)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _expectation(task: Task, site_url: str, staged: Changes) -> Expectation:
    library, catalog = task.library, task.catalog
    shown = {story.key for story in catalog.stories}
    # In the public edition drafts, what waits for its hour or for a word; in either whom nobody may be told of.
    hidden = [story for story in (*library.stories, *library.withheld) if story.key not in shown]
    gone = {one.story for one in library.withdrawn_addresses}
    lost = library.moved.keys() - catalog.moved.keys() - gone
    return Expectation(
        drafts_allowed=catalog.edition is Edition.PREVIEW,
        absent=frozenset(map(story_url, [*(story.key for story in hidden), *library.faulty, *lost])),
        waiting={story.key: story.front.title for story in hidden if story.waits_until},
        told=tuple(story.front.title for story in catalog.stories),
        unseen=editors_words(library, catalog) if catalog.edition is Edition.PUBLIC else {},
        withdrawn=frozenset(map(story_url, gone)),
        moved=moved_addresses(catalog),
        site_url=site_url,
        explained=frozenset(site_name(path) for path in staged.files),
    )


def _epoch(catalog: Catalog) -> int:
    """Return the moment that stands for "now": the date of the newest story, at noon UTC."""
    newest = max((date_of(story) for story in catalog.stories), default="")
    parts = [int(part) for part in newest.split("-")] if newest else []
    day = date(*[*parts, 1, 1][:3]) if parts else catalog.taxonomy.movement.date
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())
