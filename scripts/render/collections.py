"""The pages of collections, and each collection as one document: a ready series for a newsroom. Pure."""

from collections.abc import Iterator, Mapping
from datetime import date

from scripts.catalog.catalog import Catalog, ShownCollection, newest_of
from scripts.catalog.shelves import shelf_counts
from scripts.render import urls
from scripts.render.pages import Page, Pages
from scripts.render.press.documents import series_document
from scripts.render.press.docx import docx_bytes
from scripts.render.press.facts import fact_sheet
from scripts.render.press.texts import press_texts
from scripts.render.reading.listings import HOME_CRUMB
from scripts.render.reading.story_text import resolve_links
from scripts.render.reading.views import Card, CollectionView, Section
from scripts.render.ways import Crumb
from scripts.render.wording import say_date
from scripts.source.story import Story


def collection_pages(pages: Pages, catalog: Catalog, cards: Mapping[str, Card]) -> Iterator[Page]:
    """Yield the page of every collection that has a story in this edition."""
    for shown in catalog.collections:
        front, address = shown.collection.front, urls.collection_url(shown.collection.slug)
        for_press = _for_press(shown)
        view = CollectionView(
            title=front.title,
            summary=front.summary,
            occasion=say_occasion(shown),
            crumbs=(HOME_CRUMB, Crumb("Bộ sưu tập", urls.COLLECTIONS)),
            sections=tuple(
                Section(
                    part.anchor,
                    part.heading,
                    (resolve_links(part.html, urls.relative(urls.HOME, address), catalog.destinations),),
                )
                for part in shown.collection.body.sections
            ),
            cards=tuple(cards[story.key] for story in shown.stories),
            counts=shelf_counts(shown.stories),
            left_out=shown.left_out,
            series=urls.collection_series_url(shown.collection.slug) if for_press else "",
            in_series=len(for_press),
            draft=shown.draft,
        )
        title = f"Bộ sưu tập: {front.title}"
        changed = newest_of(shown.stories)
        yield pages.page("reading/collection.html.j2", address, title, front.summary, changed=changed, collection=view)


def series_docx(shown: ShownCollection, catalog: Catalog, site_url: str = "") -> bytes | None:
    """Return the stories of ``shown`` that newsrooms may run as one ``.docx``, or ``None`` if there are none.

    Drafts and stories that wait for their hour are left out, as they have no press kit either.
    """
    stories = _for_press(shown)
    if not stories:
        return None
    front, site = shown.collection.front, catalog.taxonomy.site
    sheets = [(story, fact_sheet(story, catalog, site_url)) for story in stories]
    told = [(sheet, press_texts(story, sheet, site)) for story, sheet in sheets]
    newest = date.fromisoformat(newest_of(stories))
    lead = [text for text in (front.summary, say_occasion(shown)) if text]
    return docx_bytes(series_document(front.title, lead, told, site.name, newest))


def say_occasion(shown: ShownCollection) -> str:
    """Return the occasion and its day in one line."""
    front = shown.collection.front
    return ", ".join(filter(None, (front.occasion, say_date(front.date) if front.date else "")))


def _for_press(shown: ShownCollection) -> list[Story]:
    """Return the stories that newsrooms may run, in order; of a collection nobody approved there is no series."""
    return [] if shown.draft else [story for story in shown.stories if story.public]
