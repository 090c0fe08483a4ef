"""The collections as links with counts, and what is said where nothing is counted yet. Pure."""

from scripts.catalog.catalog import Catalog, Edition
from scripts.catalog.shelves import shelf_counts
from scripts.render import urls
from scripts.render.ways import Link
from scripts.source.vocabulary.taxonomy import Site


def collection_links(catalog: Catalog) -> tuple[Link, ...]:
    """Return the collections that this edition can show, with their counts."""
    return tuple(
        Link(
            shown.collection.front.title,
            urls.collection_url(shown.collection.slug),
            shelf_counts(shown.stories),
            shown.collection.front.summary,
        )
        for shown in catalog.collections
    )


def say_order(catalog: Catalog) -> str:
    """Return which date orders a list of new stories (``catalog.date_of``): not the year that a card shows."""
    drafts = "" if catalog.edition is Edition.PUBLIC else "; bản thảo theo ngày của nguồn mới nhất"
    return f"Mới nhất trước: theo ngày duyệt đăng{drafts}, không theo năm ghi ở mỗi bài."


def say_nothing_yet(catalog: Catalog, where: str) -> str:
    """Return the polite sentence for a list without stories."""
    if catalog.edition is Edition.PUBLIC:
        return f"Chưa có bài nào được duyệt đăng {where}. Bài chỉ lên trang sau khi cơ quan có thẩm quyền duyệt."
    return f"Chưa có bài nào {where}."


def propose_address(key: str, site: Site) -> str:
    """Return where a reader proposes a change of a story: its file in the public repository, or our page."""
    if site.repository:
        return f"{site.repository.rstrip('/')}/edit/main/content/models/{key}/index.md"
    return urls.PROPOSE
