"""Feeds for readers and newsrooms: Atom, JSON Feed, and a podcast of the broadcasts. Pure.

One pair for all stories, one for each value of a facet with feeds; the newest ``NEWEST`` in full. Dates come
from the approvals, so nothing changes until a story does. Sources: RFC 4287 (Atom),
jsonfeed.org/version/1.1, RSS 2.0 with Apple's podcast tags, Media RSS for the thumbnail.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import format_datetime

from markupsafe import Markup

from scripts.catalog.catalog import Catalog, date_of
from scripts.catalog.shelves import Shelf, say_shelf, shelf_of
from scripts.render import urls
from scripts.render.facets.table import FACETS
from scripts.render.machines.share import HEIGHT, WIDTH, story_card
from scripts.render.pages import Pages
from scripts.render.reading.pictures import recording_url
from scripts.render.reading.story import figures_of
from scripts.render.reading.story_text import resolve_links
from scripts.render.reading.views import Quote, Section
from scripts.render.servers.policy import MEDIA_TYPES
from scripts.render.wording import say_date
from scripts.source.moves.moved import former_of
from scripts.source.schema.story_parts import Audio
from scripts.source.story import Story
from scripts.source.vietnam_time import start_of

NEWEST = 50
"""Stories in a feed: more than a newsroom misses in a month, and still a light file."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A story as a feed carries it, every address whole."""

    id: str
    """Its first address: an id never changes, or readers would be shown the story again (RFC 4287, 4.2.6)."""
    url: str
    """Its address."""
    title: str
    summary: str
    html: str
    updated: str
    image: str
    field: str
    field_name: str
    district: str
    district_name: str
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, whatever its format."""

    page: str
    """The address of the list it follows; the feed lies below it."""
    title: str
    description: str
    updated: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A broadcast as published: where, how many bytes, of what type."""

    address: str
    size: int
    media_type: str


Recordings = Mapping[tuple[str, str], Enclosure]
"""Published recordings by story key and file name."""


def enclosures_of(catalog: Catalog) -> dict[tuple[str, str], Enclosure]:
    """Return the published recordings of the stories that may leave the site."""
    types = {f".{ending}": kind for kind, endings in MEDIA_TYPES for ending in endings.split()}
    return {
        (story.key, facts.file): Enclosure(
            recording_url(story, facts), facts.size, types[facts.file[facts.file.rindex(".") :]]
        )
        for story in catalog.public
        for facts in story.recordings
    }


def feed_files(catalog: Catalog, site_url: str, recordings: Recordings) -> Iterator[tuple[str, str]]:
    """Yield the address and text of every feed; ``site_url`` must be known, a feed has whole addresses only.

    A district without a story has its feed too: one may wait for the first. The podcast exists
    once a recording does.
    """
    pages = Pages()
    site = catalog.taxonomy.site
    for feed in _feeds(catalog, pages, site_url):
        values = {"feed": feed, "site": site, "root": site_url, "width": WIDTH, "height": HEIGHT}
        yield urls.atom_url(feed.page), pages.text("machines/feed.xml.j2", absolute=urls.absolute, **values)
        yield urls.json_feed_url(feed.page), _json_feed(feed, site.name, site_url)
    if podcast := _podcast(catalog, pages, site_url, recordings):
        yield urls.PODCAST, podcast


def moment_of(day: date) -> str:
    """Return the first moment of ``day`` in Vietnam as RFC 3339 writes it."""
    return start_of(day).isoformat()


def _feeds(catalog: Catalog, pages: Pages, site_url: str) -> Iterator[Feed]:
    taxonomy, site = catalog.taxonomy, catalog.taxonomy.site
    public = {story.key for story in catalog.public}
    known = {written: key for written, key in catalog.destinations.items() if key in public}
    entries: dict[str, FeedEntry] = {}

    def feed(page: str, title: str, description: str, stories: Sequence[Story]) -> Feed:
        newest = [story for story in stories if story.public][:NEWEST]
        for story in newest:
            if story.key not in entries:
                entries[story.key] = _entry(story, catalog, pages, site_url, known)
        chosen = tuple(entries[story.key] for story in newest)
        updated = max((entry.updated for entry in chosen), default=moment_of(taxonomy.movement.date))
        return Feed(page, title, description, updated, chosen)

    yield feed(urls.HOME, site.name, site.description, catalog.stories)
    for facet in (facet for facet in FACETS if facet.feed):
        for value in facet.shown(catalog):
            words = facet.words(value, taxonomy)
            about = words.feed or words.description
            stories = facet.stories(catalog, value.slug)
            yield feed(facet.url(value.slug), f"{words.heading} - {site.name}", about, stories)


def _entry(story: Story, catalog: Catalog, pages: Pages, site_url: str, known: Mapping[str, str]) -> FeedEntry:
    front, taxonomy = story.front, catalog.taxonomy
    approval = front.approval
    assert approval is not None, "a public story has its approval"  # noqa: S101 - states what mypy cannot see
    url = urls.absolute(urls.story_url(story.key), site_url)
    first = next(iter(former_of(story.key, catalog.moved)), story.key)
    root = urls.absolute(urls.HOME, site_url)

    def link_all(text: str) -> Markup:
        # In a feed reader "#" would mean the reader's own page; a tag is the only place for "<".
        return resolve_links(text.replace('<a href="#', f'<a href="{url}#'), root, known)

    html = pages.text(
        "machines/feed_story.html.j2",
        summary=front.summary,
        figures=figures_of(story),
        sections=[Section("", part.heading, (link_all(part.html),)) for part in story.body.sections],
        quotes=[Quote(quote.text, quote.by) for quote in front.quotes],
        shelf_said=say_shelf(story),
        approval=approval,
        approved_on=say_date(approval.date),
        url=url,
        site=taxonomy.site,
    )
    district = taxonomy.districts[story.district]
    return FeedEntry(
        id=urls.absolute(urls.story_url(first), site_url),
        url=url,
        title=front.title,
        summary=front.summary,
        html=html.strip(),
        updated=moment_of(date.fromisoformat(date_of(story))),
        image=urls.absolute(story_card(story, taxonomy).address, site_url),
        field=front.field,
        field_name=taxonomy.fields[front.field].name,
        district=district.slug,
        district_name=district.short_name,
        shelf=shelf_of(story),
    )


def _json_feed(feed: Feed, author: str, site_url: str) -> str:
    authors = [{"name": author, "url": urls.absolute(urls.HOME, site_url)}]
    items = [
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.html,
            "image": entry.image,
            "date_published": entry.updated,
            "date_modified": entry.updated,
            "tags": [entry.field_name, entry.district_name, entry.shelf.label],
        }
        for entry in feed.entries
    ]
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": urls.absolute(feed.page, site_url),
        "feed_url": urls.absolute(urls.json_feed_url(feed.page), site_url),
        "description": feed.description,
        "authors": authors,
        "language": "vi",
        "items": items,
    }
    return json.dumps(whole, ensure_ascii=False) + "\n"


def _podcast(catalog: Catalog, pages: Pages, site_url: str, recordings: Recordings) -> str:
    """Return the RSS feed of the published recordings, newest broadcast first, or an empty text."""
    episodes = [
        (audio, story, recording)
        for story in catalog.public
        for audio in story.front.audio
        if (recording := recordings.get((story.key, audio.file)))
    ]
    if not episodes:
        return ""
    episodes.sort(key=lambda episode: episode[0].date, reverse=True)
    return pages.text(
        "machines/podcast.xml.j2",
        site=catalog.taxonomy.site,
        home=urls.absolute(urls.HOME, site_url),
        own=urls.absolute(urls.PODCAST, site_url),
        episodes=[_episode(audio, story, recording, site_url) for audio, story, recording in episodes],
    )


def _episode(audio: Audio, story: Story, recording: Enclosure, site_url: str) -> dict[str, object]:
    day = audio.date
    return {
        "title": story.front.title,
        "summary": story.front.summary,
        "outlet": audio.outlet,
        "length": audio.length,
        "date": format_datetime(start_of(day)),
        "page": urls.absolute(urls.story_url(story.key), site_url),
        "file": urls.absolute(recording.address, site_url),
        "size": recording.size,
        "type": recording.media_type,
    }
