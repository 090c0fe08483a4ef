"""The pages of collections, and each collection as one document: a ready series for a newsroom. Pure."""

from collections.abc import Iterator, Mapping
from datetime import date

from scripts.catalog.catalog import Catalog, Shelf, date_of
from scripts.render import urls
from scripts.render.docx import docx_bytes
from scripts.render.facts import fact_sheet
from scripts.render.listings import HOME_CRUMB
from scripts.render.pages import Page, Pages
from scripts.render.press_documents import series_document
from scripts.render.press_texts import press_texts
from scripts.render.story_text import resolve_links
from scripts.render.views import Card, CollectionView, Crumb, Section
from scripts.render.wording import say_date
from scripts.source.story import Story


def collection_pages(pages: Pages, catalog: Catalog, cards: Mapping[str, Card]) -> Iterator[Page]:
    """Yield the page of every collection that has a story in this edition."""
    for shelf in catalog.shelves:
        front, address = shelf.collection.front, urls.collection_url(shelf.collection.slug)
        for_press = _for_press(shelf, catalog)
        view = CollectionView(
            title=front.title,
            summary=front.summary,
            occasion=say_occasion(shelf),
            crumbs=(HOME_CRUMB, Crumb("Bộ sưu tập", urls.COLLECTIONS)),
            sections=tuple(
                Section(
                    part.anchor, part.heading, (resolve_links(part.html, urls.relative(urls.HOME, address), cards),)
                )
                for part in shelf.collection.body.sections
            ),
            cards=tuple(cards[story.key] for story in shelf.stories),
            left_out=shelf.left_out,
            series=urls.collection_series_url(shelf.collection.slug) if for_press else "",
            in_series=len(for_press),
        )
        title = f"Bộ sưu tập: {front.title}"
        yield pages.page("collection.html.j2", address, title, front.summary, collection=view)


def series_docx(shelf: Shelf, catalog: Catalog, site_url: str = "") -> bytes | None:
    """Return the stories of ``shelf`` that newsrooms may run as one ``.docx``, or ``None`` if there are none.

    Drafts and stories under embargo are left out, as they have no press kit either.
    """
    stories = _for_press(shelf, catalog)
    if not stories:
        return None
    front, site = shelf.collection.front, catalog.taxonomy.site
    sheets = [(story, fact_sheet(story, catalog, site_url)) for story in stories]
    told = [(sheet, press_texts(story, sheet, site)) for story, sheet in sheets]
    newest = date.fromisoformat(max(date_of(story) for story in stories))
    lead = [text for text in (front.summary, say_occasion(shelf)) if text]
    return docx_bytes(series_document(front.title, lead, told, site.name, newest))


def say_occasion(shelf: Shelf) -> str:
    """Return the occasion and its day in one line."""
    front = shelf.collection.front
    return ", ".join(filter(None, (front.occasion, say_date(front.date) if front.date else "")))


def _for_press(shelf: Shelf, catalog: Catalog) -> list[Story]:
    return [story for story in shelf.stories if story.key in catalog.press_ready]
