"""The stories as search sees them, and the index made of them. Pure.

``search_index`` knows words and lists; this module knows stories: which text is searched, what
a place was called then and is called now, how the facets are named.
"""

from collections.abc import Iterator, MutableMapping

from scripts.catalog.catalog import Catalog, date_of
from scripts.catalog.facts import PlaceFact, StoryFacts
from scripts.render.facets.table import FILTERS
from scripts.render.search.index import SearchDocument, build_search_index
from scripts.render.urls import story_url
from scripts.render.wording import say_moment
from scripts.source.schema.declared import declarations, leaves_of
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.told import Words
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Taxonomy, bare_name

INDEX_FOLDER = "assets/index"
_IN_FIELDS = frozenset({"title", "summary", "place"})
"""Keys that a document has in fields of its own; a place is found by its name of then and of today."""


def search_files(catalog: Catalog, cache: MutableMapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the edition's index by their path in the site.

    ``cache`` keeps what was made of a story under the hash of its words.
    """
    taxonomy = catalog.taxonomy
    documents = [search_document(story, taxonomy, catalog.facts[story.key]) for story in catalog.stories]
    files = build_search_index(documents, aliases_of(taxonomy), facet_labels(catalog), cache)
    return {f"{INDEX_FOLDER}/{name}": data for name, data in files.items()}


def search_document(story: Story, taxonomy: Taxonomy, facts: StoryFacts) -> SearchDocument:
    """Return what is searched, filtered by and shown of one story, whose facts are ``facts``."""
    paragraphs = [story.body.text, *_searched(facts.told), ", ".join([*facts.where.then, *facts.where.now])]
    return SearchDocument(
        address=story_url(story.key),
        title=facts.title,
        summary=facts.summary,
        text="\n".join(filter(None, paragraphs)),
        place=_say_place(story, facts.where),
        field=facts.field.slug,
        field_name=facts.field.name,
        year=str(facts.year or ""),
        names=(facts.where.district.name, facts.field.name, *(method.name for method in facts.methods)),
        filed={facet.key: tuple(facet.belongs(story, taxonomy)) for facet in FILTERS},
        date=date_of(story),
        draft=story.draft,
        shelf=facts.shelf.slug,
        waits=say_moment(story.waits_until) if story.waits_until else "",
    )


def _searched(told: FrontMatter) -> Iterator[str]:
    """Yield what the schema lets a search find beside the fields of a document: an item a paragraph, keywords last."""
    keywords: list[str] = []
    for name, declared in declarations(type(told)):
        value = getattr(told, name)
        if name in _IN_FIELDS or not value:
            continue
        items = value if isinstance(value, tuple) else (value,)
        if declared.words is Words.PARTS:
            for item in items:
                yield " ".join(str(leaf.value) for leaf in leaves_of(item) if leaf.told.searched)
        elif declared.searched and isinstance(value, tuple):
            keywords.append(", ".join(items))
        elif declared.searched:
            yield str(value)
    yield from keywords


def _say_place(story: Story, place: PlaceFact) -> str:
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
