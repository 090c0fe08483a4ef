"""The whole site as pages and texts. The door of the render room; pure."""

from collections.abc import Iterator

from scripts.catalog.catalog import Catalog
from scripts.catalog.related import relate
from scripts.render.cards import cards_of
from scripts.render.collections import collection_pages
from scripts.render.directories import directory_pages, explore_page, home_page
from scripts.render.listings import list_pages
from scripts.render.pages import Page, Pages
from scripts.render.story_pages import story_page

FIELD_COLOURS = "assets/css/fields.css"


def render_site(catalog: Catalog) -> Iterator[Page]:
    """Yield every page of the edition, in a fixed order."""
    pages = Pages()
    cards = cards_of(catalog)
    relations = relate(catalog)
    yield home_page(pages, catalog, cards)
    yield explore_page(pages, catalog)
    yield from directory_pages(pages, catalog)
    yield from list_pages(pages, catalog, cards)
    yield from collection_pages(pages, catalog, cards)
    for story in catalog.stories:
        yield story_page(pages, story, catalog, cards, relations[story.key])


def render_assets(catalog: Catalog) -> dict[str, str]:
    """Return the texts, by path, that the pages need and data decides: the colours of the fields."""
    return {FIELD_COLOURS: Pages().text("fields.css.j2", fields=tuple(catalog.taxonomy.fields))}
