"""What a page tells machines about itself: schema.org as JSON-LD, its picture, its feed. Pure.

Only for pages of the public edition at a known address: every identifier is a whole address.
Nothing is said that the page does not show. Source: schema.org (Article, BreadcrumbList,
ItemList, Dataset). No sign is written that could end the script element the theme puts it in.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from scripts.catalog.catalog import Catalog, date_of, newest_of
from scripts.render import urls
from scripts.render.facets.table import FACETS
from scripts.render.guide.messages_page import MessagesPage
from scripts.render.guide.style_page import StylePage
from scripts.render.machines.data_views import DataPage
from scripts.render.machines.share import story_card
from scripts.render.pages import Head, Page
from scripts.render.press.press_views import Desk
from scripts.render.reading.listings import PAGE_SIZE
from scripts.render.reading.views import Card, CollectionView, Directory, Home, Listing, StoryView
from scripts.render.timeline.views import Timeline
from scripts.render.ways import Crumb
from scripts.render.wording import say_counts
from scripts.source.story import Story

_UNSAFE = re.compile("[<>&\x85\u2028\u2029]")

Node = dict[str, Any]


def json_in_html(value: object) -> str:
    """Return ``value`` as one line of JSON that no script element, comment or line break can end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text)


class Heads:
    """Makes the heads of one edition's pages."""

    def __init__(self, catalog: Catalog, site_url: str) -> None:
        self._catalog = catalog
        self._site_url = site_url
        self._stories = {urls.story_url(story.key): story for story in catalog.public}
        site = catalog.taxonomy.site
        self._publisher: Node = {"@type": "Organization", "name": site.name, "url": self._whole(urls.HOME)}
        self._with_feeds = {facet.url(value.slug) for facet in FACETS if facet.feed for value in facet.shown(catalog)}

    def head_of(self, page: Page) -> Head:
        """Return the head of ``page``; of a page it knows nothing of, an empty one."""
        graph = list(self._nodes(page))
        data = json_in_html({"@context": "https://schema.org", "@graph": graph}) if graph else ""
        story = self._stories.get(page.address)
        card = story_card(story, self._catalog.taxonomy) if story else None
        return Head(
            image=card.address if card else "",
            image_alt=card.alt if card else "",
            feed=page.address if page.address in self._with_feeds else "",
            data=data,
        )

    def _nodes(self, page: Page) -> Iterator[Node]:
        match page.values:
            case {"story": StoryView() as view} if page.address in self._stories:
                yield self._article(self._stories[page.address])
                yield self._breadcrumbs(view.crumbs, view.title, page)
            case {"listing": Listing() as view}:
                yield self._breadcrumbs(view.crumbs, view.heading, page)
                yield from self._items(view)
            case {"collection": CollectionView() as view}:
                yield self._breadcrumbs(view.crumbs, view.title, page)
                yield self._item_list(view.title, view.cards, len(view.cards))
            case {"timeline": Timeline() as view}:
                yield self._breadcrumbs(view.crumbs, view.heading, page)
            case {"desk": Desk() as view}:
                yield self._breadcrumbs(view.crumbs, view.heading, page)
            case {"directory": Directory() as view} | {"data": (MessagesPage() | StylePage()) as view}:
                yield self._breadcrumbs(view.crumbs, view.heading, page)
            case {"data": DataPage() as view}:
                yield self._dataset(page, view)
                yield self._breadcrumbs(view.crumbs, view.heading, page)
            case {"home": Home()}:
                yield self._website()

    def _article(self, story: Story) -> Node:
        facts, taxonomy = self._catalog.facts[story.key], self._catalog.taxonomy
        url = self._whole(urls.story_url(story.key))
        return {
            "@type": "Article",
            "@id": url,
            "url": url,
            "mainEntityOfPage": url,
            "headline": facts.title,
            "description": facts.summary,
            "inLanguage": "vi",
            "datePublished": date_of(story),
            "dateModified": date_of(story),
            "author": self._publisher,
            "publisher": self._publisher,
            "image": self._whole(story_card(story, taxonomy).address),
            "articleSection": facts.field.name,
            "about": {"@type": "Place", "name": ", ".join(facts.where.then)},
            "isPartOf": {"@type": "WebSite", "name": taxonomy.site.name, "url": self._whole(urls.HOME)},
            "license": self._whole(urls.REUSE),
            "usageInfo": self._whole(urls.REUSE),
        }

    def _breadcrumbs(self, crumbs: Sequence[Crumb], name: str, page: Page) -> Node:
        steps = [*((crumb.label, crumb.address) for crumb in crumbs), (name, page.address)]
        return {"@type": "BreadcrumbList", "itemListElement": self._numbered(steps)}

    def _items(self, listing: Listing) -> Iterator[Node]:
        """The stories of this page of a list, numbered through all its pages."""
        if listing.cards:
            first = (listing.pager.number - 1) * PAGE_SIZE + 1 if listing.pager else 1
            yield self._item_list(listing.heading, listing.cards, listing.counts.total, first)

    def _item_list(self, name: str, cards: Sequence[Card], count: int, first: int = 1) -> Node:
        return {
            "@type": "ItemList",
            "name": name,
            "numberOfItems": count,
            "itemListElement": self._numbered([(card.title, card.address) for card in cards], first),
        }

    def _dataset(self, page: Page, view: DataPage) -> Node:
        site, province = self._catalog.taxonomy.site, self._catalog.taxonomy.province
        url = self._whole(page.address)
        node: Node = {
            "@type": "Dataset",
            "@id": url,
            "url": url,
            "name": f"{view.heading} - {site.name}",
            "description": page.description,
            "inLanguage": "vi",
            "isAccessibleForFree": True,
            "creator": self._publisher,
            "license": self._whole(urls.REUSE),
            "spatialCoverage": {"@type": "Place", "name": province.name_then},
            "size": say_counts(view.counts),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": file.label,
                    "encodingFormat": file.media_type,
                    "contentUrl": self._whole(file.address),
                }
                for file in view.files
            ],
        }
        newest = newest_of(self._catalog.public)
        return {**node, "dateModified": newest} if newest else node

    def _website(self) -> Node:
        site = self._catalog.taxonomy.site
        url = self._whole(urls.HOME)
        return {
            "@type": "WebSite",
            "@id": url,
            "url": url,
            "name": site.name,
            "description": site.description,
            "inLanguage": "vi",
            "publisher": self._publisher,
        }

    def _numbered(self, steps: Sequence[tuple[str, str]], first: int = 1) -> list[Node]:
        return [
            {"@type": "ListItem", "position": position, "name": name, "item": self._whole(address)}
            for position, (name, address) in enumerate(steps, start=first)
        ]

    def _whole(self, address: str) -> str:
        return urls.absolute(address, self._site_url)
