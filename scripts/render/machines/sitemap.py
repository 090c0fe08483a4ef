"""The map of the site for search engines, and what robots may read. Pure.

A story's date is its approval's, a list's that of its newest story; nothing has the date of the
build. Source: sitemaps.org (at most 50,000 addresses a file, an index above), RFC 9309.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.catalog.catalog import Catalog, date_of
from scripts.render import urls
from scripts.render.pages import Pages
from scripts.source.schema.story_keys import Kind
from scripts.source.story import Story

LIMIT = 50_000

_HAND_WRITTEN = (urls.ABOUT, urls.CONTRIBUTE)


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page and the ISO day it last changed; empty when its words are not ours to date."""

    url: str
    changed: str = ""


def sitemap_files(catalog: Catalog, site_url: str, limit: int = LIMIT) -> Iterator[tuple[str, str]]:
    """Yield the address and text of the sitemap of a public edition: one file, or an index and its parts."""
    pages = Pages()
    entries = [
        SitemapEntry(urls.absolute(address, site_url), newest_of(stories))
        for address, stories in addresses_of(catalog).items()
    ]
    parts = [entries[start : start + limit] for start in range(0, len(entries), limit)]
    if len(parts) == 1:
        yield urls.SITEMAP, pages.text("machines/sitemap.xml.j2", entries=entries)
        return
    for number, part in enumerate(parts, start=1):
        yield urls.sitemap_part_url(number), pages.text("machines/sitemap.xml.j2", entries=part)
    index = [
        SitemapEntry(urls.absolute(urls.sitemap_part_url(number), site_url), max(entry.changed for entry in part))
        for number, part in enumerate(parts, start=1)
    ]
    yield urls.SITEMAP, pages.text("machines/sitemap_index.xml.j2", entries=index)


def robots_text(*, opened: bool, site_url: str) -> str:
    """Return ``robots.txt``: all of a public edition, nothing of a preview."""
    if not opened:
        return "User-agent: *\nDisallow: /\n"
    where = f"\nSitemap: {urls.absolute(urls.SITEMAP, site_url)}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{where}"


def addresses_of(catalog: Catalog) -> dict[str, Sequence[Story]]:
    """Return every address worth finding, with the stories that date it: no empty list, no page 2 of a list."""
    public = catalog.public
    found: dict[str, Sequence[Story]] = {urls.HOME: public, urls.STORIES: public, urls.DATA: public}
    for address in (urls.DISTRICTS, urls.FIELDS, urls.METHODS, urls.YEARS, urls.LEVELS):
        found[address] = public
    found |= dict.fromkeys(_HAND_WRITTEN, ())
    for pair, stories in catalog.by_district_field.items():
        found[urls.district_field_url(*pair.split("/"))] = stories
    groups = (
        (catalog.by_district, urls.district_url),
        (catalog.by_field, urls.field_url),
        (catalog.by_method, urls.method_url),
        (catalog.by_year, urls.year_url),
        (catalog.by_level, urls.level_url),
        (catalog.by_kind, lambda kind: urls.kind_url(Kind(kind))),
    )
    for group, address_of in groups:
        found |= {address_of(key): stories for key, stories in group.items()}
    found |= {urls.story_url(story.key): (story,) for story in public}
    return dict(sorted(found.items()))


def newest_of(stories: Sequence[Story]) -> str:
    """Return the newest ISO day of ``stories``, or an empty text."""
    return max((date_of(story) for story in stories), default="")
