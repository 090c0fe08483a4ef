"""The stories as search sees them, and the index made of them. Pure.

``search_index`` knows words and lists; this module knows stories: which text is searched, what
a place was called then and is called now, how the facets are named.
"""

from collections.abc import MutableMapping

from scripts.catalog.catalog import Catalog, date_of, year_of
from scripts.catalog.places import Whereabouts, whereabouts
from scripts.render.facets.table import FILTERS
from scripts.render.search.index import SearchDocument, build_search_index
from scripts.render.urls import story_url
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Taxonomy, bare_name

INDEX_FOLDER = "assets/index"


def search_files(catalog: Catalog, cache: MutableMapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the edition's index by their path in the site.

    ``cache`` keeps what was made of a story under the hash of its words.
    """
    taxonomy = catalog.taxonomy
    documents = [search_document(story, taxonomy) for story in catalog.stories]
    files = build_search_index(documents, aliases_of(taxonomy), facet_labels(catalog), cache)
    return {f"{INDEX_FOLDER}/{name}": data for name, data in files.items()}


def search_document(story: Story, taxonomy: Taxonomy) -> SearchDocument:
    """Return what is searched, filtered by and shown of one story."""
    front, year = story.front, year_of(story)
    place, field_name = whereabouts(story, taxonomy, year), taxonomy.fields[front.field].name
    figures = [" ".join(filter(None, (result.value, result.unit, result.label))) for result in front.results]
    quotes = [f"{quote.text} {quote.by}" for quote in front.quotes]
    everywhere = ", ".join([*place.then, *place.now])
    paragraphs = [story.body.text, front.subject, *figures, *quotes, ", ".join(front.topics), everywhere]
    return SearchDocument(
        address=story_url(story.key),
        title=front.title,
        summary=front.summary,
        text="\n".join(filter(None, paragraphs)),
        place=_say_place(story, place),
        field=front.field,
        field_name=field_name,
        year=str(year or ""),
        names=(
            taxonomy.districts[story.district].short_name,
            field_name,
            *(taxonomy.methods[method].name for method in front.methods),
        ),
        filed={facet.key: tuple(facet.belongs(story, taxonomy)) for facet in FILTERS},
        date=date_of(story),
        draft=story.draft,
    )


def _say_place(story: Story, place: Whereabouts) -> str:
    """Return the place in a line of a list: without hamlet and province, with today's unit."""
    local = [name for name in place.then[:-1] if name != story.front.place.hamlet] or place.then
    return ", ".join(local) + (f" (nay: {place.now[0]})" if place.now else "")


def facet_labels(catalog: Catalog) -> dict[str, dict[str, str]]:
    """Return the name of each value of each facet, in the order a reader should see them."""
    return {facet.key: {value.slug: value.name for value in facet.all_values(catalog)} for facet in FILTERS}


def aliases_of(taxonomy: Taxonomy) -> dict[str, tuple[str, ...]]:
    """Return what else to search for: the editors' own list, and what places were called before."""
    aliases = dict(taxonomy.aliases)
    for district in taxonomy.districts:
        former = [(period.name, bare_name(district.names[-1].name)) for period in district.names[:-1]]
        former += [(name, commune.name) for commune in district.communes for name in commune.former_names]
        for old, new in former:
            aliases[old] = (*aliases.get(old, ()), new)
    return aliases
