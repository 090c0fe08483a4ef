"""The vocabularies as links with counts, and what is said where nothing is counted yet. Pure."""

from scripts.catalog.catalog import Catalog, Edition
from scripts.render import urls
from scripts.render.reading.views import Link
from scripts.render.wording import capital
from scripts.source.schema.story_keys import KIND_NAMES, Kind
from scripts.source.vocabulary.taxonomy import Site


def field_links(catalog: Catalog) -> tuple[Link, ...]:
    """Return the fields with their counts, in the order of the vocabulary."""
    return tuple(
        Link(
            field.name,
            urls.field_url(field.slug),
            len(catalog.by_field.get(field.slug, ())),
            field.about,
            slug=field.slug,
        )
        for field in catalog.taxonomy.fields
    )


def kind_links(catalog: Catalog) -> tuple[Link, ...]:
    """Return collectives and individuals with their counts."""
    return tuple(
        Link(capital(KIND_NAMES[kind]), urls.kind_url(kind), len(catalog.by_kind.get(kind.value, ())), slug=kind.value)
        for kind in Kind
    )


def level_links(catalog: Catalog) -> tuple[Link, ...]:
    """Return the levels of recognition with their counts."""
    return tuple(
        Link(
            level.name,
            urls.level_url(level.slug),
            len(catalog.by_level.get(level.slug, ())),
            level.about,
            slug=level.slug,
        )
        for level in catalog.taxonomy.levels
    )


def year_links(catalog: Catalog) -> tuple[Link, ...]:
    """Return the years with stories, newest first."""
    return tuple(
        Link(year, urls.year_url(year), len(catalog.by_year[year]), slug=year)
        for year in sorted(catalog.by_year, reverse=True)
    )


def collection_links(catalog: Catalog) -> tuple[Link, ...]:
    """Return the collections that this edition can show, with their counts."""
    return tuple(
        Link(
            shown.collection.front.title,
            urls.collection_url(shown.collection.slug),
            len(shown.stories),
            shown.collection.front.summary,
        )
        for shown in catalog.collections
    )


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
