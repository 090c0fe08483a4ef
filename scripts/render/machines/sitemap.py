"""The map of the site for search engines, and what robots may read. Pure.

It is made from the pages that were made: whatever search engines may index is on it, and nothing
else. A story's date is its approval's, a list's that of its newest story; nothing has the date of
the build. Source: sitemaps.org (at most 50,000 addresses a file, an index above), RFC 9309.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.render import urls
from scripts.render.pages import Pages

LIMIT = 50_000

Mapped = Mapping[str, str]
"""The address of every page that search engines may index, and the ISO day it changed, or an empty text."""


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page and the ISO day it last changed; empty when its words are not ours to date."""

    url: str
    changed: str = ""


def sitemap_files(mapped: Mapped, site_url: str, limit: int = LIMIT) -> Iterator[tuple[str, str]]:
    """Yield the address and text of the sitemap of a public edition: one file, or an index and its parts."""
    pages = Pages()
    entries = [SitemapEntry(urls.absolute(address, site_url), day) for address, day in sorted(mapped.items())]
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
