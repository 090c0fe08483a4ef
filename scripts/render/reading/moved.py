"""The pages left where a story stood before: each leads on to where it stands now. Pure.

Without a script and on any server: the browser is told to go on at once, and there is a link besides.
"""

from collections.abc import Iterator
from dataclasses import replace

from scripts.catalog.catalog import Catalog
from scripts.render import urls
from scripts.render.pages import NOINDEX, Page, Pages
from scripts.render.ways import Link

_LEFT_BEHIND = (("Bài đã chuyển địa chỉ", urls.story_url), ("Trang báo chí đã chuyển địa chỉ", urls.press_url))
_DESCRIPTION = "Trang ở địa chỉ này nay nằm ở địa chỉ khác."


def moved_pages(pages: Pages, catalog: Catalog) -> Iterator[Page]:
    """Yield the pages at the old addresses of the edition's stories: of the story, and of its press page.

    None for a story that is not in this edition: such a page would name it.
    """
    titles = {story.key: story.front.title for story in catalog.stories}
    for old, new in catalog.moved.items():
        for heading, url in _LEFT_BEHIND:
            yield _page(pages, heading, url(old), Link(titles[new], url(new)))


def moved_addresses(catalog: Catalog) -> dict[str, str]:
    """Return where each of those pages leads, by its address."""
    return {url(old): url(new) for old, new in catalog.moved.items() for _, url in _LEFT_BEHIND}


def _page(pages: Pages, heading: str, address: str, target: Link) -> Page:
    page = pages.page(
        "reading/moved.html.j2", address, heading, _DESCRIPTION, robots=NOINDEX, heading=heading, target=target
    )
    return replace(page, leads_to=target.address)
