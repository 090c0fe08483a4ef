"""The files newsrooms take with them: a press kit a story, a document a collection. Reads and writes a cache.

A kit is made again only when something it is made of changed: the story as it was approved (the
digest covers the photos too), what it was covered by, the vocabulary, the address of the site, or
our own code.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scripts.catalog.catalog import Catalog
from scripts.publish.disk.fingerprint import digest, digest_of_code, digest_of_story, digest_of_words
from scripts.publish.disk.kept_files import KeptFiles
from scripts.render.collections import series_docx
from scripts.render.press.kit import KitParts, kit_zip
from scripts.render.press.radio import RadioScript
from scripts.render.urls import collection_series_url, press_kit_url
from scripts.source.story import Story

Files = Iterator[tuple[PurePosixPath, bytes]]


@dataclass(frozen=True, slots=True)
class Suppliers:
    """Who brings what a kit does not make itself; nothing is asked of them for a kit that is kept."""

    photos: Callable[[Story], Mapping[str, bytes]] = lambda _: {}
    """Print-size JPEGs of a story by the name of the photo's file."""
    script: Callable[[Story], RadioScript | None] = lambda _: None
    """The radio script of a story."""
    marked: bool = False
    """Whether it has what editors should look at beside its lines."""
    recipe: str = ""
    """What the photos depend on besides their source: the encoder and its version."""


def kits(catalog: Catalog, cache: Path, site_url: str, suppliers: Suppliers | None = None) -> Files:
    """Yield the kit of every story that newsrooms may run, by its path in the site."""
    suppliers = suppliers or Suppliers()
    kept = KeptFiles(cache)
    common = digest(site_url, suppliers.recipe, digest_of_words(catalog.taxonomy), digest_of_code())
    for story in catalog.public:
        key = f"{common} {story.key} {digest_of_story(story)}"
        data = kept.get(key)
        if data is None:
            parts = KitParts(suppliers.photos(story), suppliers.script(story), suppliers.marked)
            data = kit_zip(story, catalog, parts, site_url)
            kept.put(key, data)
        yield PurePosixPath(press_kit_url(story.key)), data
    kept.forget_unused()


def kit_beforehand(story: Story, catalog: Catalog, site_url: str, suppliers: Suppliers) -> bytes:
    """Return the kit of ``story`` to be sent to newsrooms by hand, before its hour or after.

    Raises ``NotForPressError`` for a draft.
    """
    parts = KitParts(suppliers.photos(story), suppliers.script(story), suppliers.marked, beforehand=True)
    return kit_zip(story, catalog, parts, site_url)


def series(catalog: Catalog, site_url: str) -> Files:
    """Yield the document of every collection that has a story newsrooms may run."""
    for shown in catalog.collections:
        if (data := series_docx(shown, catalog, site_url)) is not None:
            yield PurePosixPath(collection_series_url(shown.collection.slug)), data
