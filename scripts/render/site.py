"""The whole site as pages and files. The door of the render room; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from scripts.catalog.catalog import Catalog, Edition
from scripts.catalog.related import relate
from scripts.render import urls
from scripts.render.collections import collection_pages
from scripts.render.guide.messages_page import messages_pages
from scripts.render.guide.style_page import style_page
from scripts.render.machines.data_page import data_files, data_page
from scripts.render.machines.feeds import enclosures_of, feed_files
from scripts.render.machines.share import ShareCard, site_card, story_card
from scripts.render.machines.sitemap import Mapped, robots_text, sitemap_files
from scripts.render.machines.structured_data import Heads
from scripts.render.pages import Page, Pages
from scripts.render.press.desk import desk_data, desk_pages
from scripts.render.press.press_page import press_page
from scripts.render.press.radio import RadioScript, radio_script
from scripts.render.reading.cards import cards_of
from scripts.render.reading.directories import directory_pages, explore_page, home_page
from scripts.render.reading.listings import list_pages
from scripts.render.reading.moved import moved_pages
from scripts.render.reading.story import story_page
from scripts.render.reading.withdrawn import withdrawn_page
from scripts.render.timeline.page import timeline_pages
from scripts.render.urls import ROBOTS
from scripts.source.withdrawn import Withdrawal

FIELD_COLOURS = "assets/css/fields.css"
Scripts = Mapping[str, RadioScript]


def render_site(
    catalog: Catalog, site_url: str = "", withdrawn: Iterable[Withdrawal] = (), scripts: Scripts = MappingProxyType({})
) -> Iterator[Page]:
    """Yield every page of the edition, in a fixed order.

    ``site_url`` is where the site will be public; without it pages tell machines nothing of themselves.
    ``withdrawn`` addresses get a page that says so, old ones of a story one that leads on. ``scripts`` are
    radio scripts already made.
    """
    heads = Heads(catalog, site_url) if is_open(catalog, site_url) else None
    for page in _pages(catalog, site_url, scripts, feeds=heads is not None):
        yield replace(page, head=heads.head_of(page)) if heads else page
    pages = Pages()
    yield from moved_pages(pages, catalog)
    for withdrawal in withdrawn:
        yield withdrawn_page(pages, withdrawal, catalog.taxonomy)


def is_open(catalog: Catalog, site_url: str) -> bool:
    """Return whether other machines may be told: the public edition, at an address that is known.

    Feeds, JSON-LD, pictures of shared links and the sitemap need whole addresses, and a preview
    must not spread.
    """
    return catalog.edition is Edition.PUBLIC and bool(site_url)


def _pages(catalog: Catalog, site_url: str, scripts: Scripts, *, feeds: bool) -> Iterator[Page]:
    pages = Pages()
    cards = cards_of(catalog)
    relations = relate(catalog)
    yield home_page(pages, catalog, cards)
    yield explore_page(pages, catalog)
    yield data_page(pages, catalog, feeds=feeds)
    yield style_page(pages)
    yield from messages_pages(pages)
    yield from directory_pages(pages, catalog)
    yield from list_pages(pages, catalog, cards)
    yield from collection_pages(pages, catalog, cards)
    yield from timeline_pages(pages, catalog)
    yield from desk_pages(pages, catalog)
    for story in catalog.stories:
        yield story_page(pages, story, catalog, cards, relations[story.key])
        script = scripts.get(story.key) or radio_script(story, catalog.taxonomy)
        yield press_page(pages, story, catalog, script, site_url)


def render_files(catalog: Catalog, site_url: str, mapped: Mapped) -> Iterator[tuple[str, bytes]]:
    """Yield the address and bytes of what lies beside the pages, for machines.

    Open data and ``robots.txt`` in every edition; feeds and the sitemap of the ``mapped`` pages
    where others may be told.
    """
    opened = is_open(catalog, site_url)
    yield from data_files(catalog, site_url).items()
    yield ROBOTS, robots_text(opened=catalog.edition is Edition.PUBLIC, site_url=site_url).encode()
    if opened:
        for address, text in (
            *feed_files(catalog, site_url, enclosures_of(catalog)),
            *sitemap_files(mapped, site_url),
        ):
            yield address, text.encode()


def share_cards(catalog: Catalog, site_url: str) -> tuple[ShareCard, ...]:
    """Return the pictures that pages of this edition point to: the site's, and one a story."""
    if not is_open(catalog, site_url):
        return ()
    taxonomy = catalog.taxonomy
    return (site_card(taxonomy.site), *(story_card(story, taxonomy) for story in catalog.public))


def render_assets(catalog: Catalog) -> dict[str, str]:
    """Return the texts, by path, that the pages need and data decides: the colours of the fields."""
    return {
        FIELD_COLOURS: Pages().text("reading/fields.css.j2", fields=tuple(catalog.taxonomy.fields)),
        urls.PRESS_DATA: desk_data(catalog),
    }
