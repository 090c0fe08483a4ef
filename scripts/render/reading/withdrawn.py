"""The page left at the address of a withdrawn story: that it was withdrawn, when, where to read on. Pure.

Nothing of the story is on it, not even its title: who was named there may have asked for that.
"""

from dataclasses import replace

from scripts.render.facets.table import DISTRICT
from scripts.render.pages import NOINDEX, Page, Pages
from scripts.render.urls import story_url
from scripts.render.ways import Link
from scripts.render.wording import say_date
from scripts.source.vocabulary.taxonomy import Taxonomy
from scripts.source.withdrawn import Withdrawal

_TITLE = "Bài đã gỡ"
_DESCRIPTION = "Bài ở địa chỉ này đã được gỡ khỏi trang."


def withdrawn_page(pages: Pages, withdrawal: Withdrawal, taxonomy: Taxonomy) -> Page:
    """Return the page that search engines are asked not to keep, in either edition."""
    slug = withdrawal.story.partition("/")[0]
    # A withdrawal never waits for the approval of a district's name.
    district = taxonomy.districts.get(slug)
    page = pages.page(
        "reading/withdrawn.html.j2",
        story_url(withdrawal.story),
        _TITLE,
        _DESCRIPTION,
        since=say_date(withdrawal.date),
        notice=taxonomy.withdrawals[withdrawal.reason].notice or "",
        district=Link(district.short_name, DISTRICT.url(slug)) if district else None,
    )
    return replace(page, robots=NOINDEX)
