"""A story as a card, and why it is shown beside another. Pure."""

from scripts.catalog.catalog import Catalog, year_of
from scripts.catalog.related import Relation
from scripts.catalog.shelves import shelf_of
from scripts.render.reading.picture_views import Cover
from scripts.render.reading.pictures import lead_file, pictures_of
from scripts.render.reading.views import Card
from scripts.render.urls import story_url
from scripts.render.wording import say_moment
from scripts.source.story import Story
from scripts.source.text.vietnamese import fold


def cards_of(catalog: Catalog) -> dict[str, Card]:
    """Return the card of every story of the edition, by the story's key."""
    return {story.key: _card(story, catalog) for story in catalog.stories}


def related_card(card: Card, relation: Relation, catalog: Catalog) -> Card:
    """Return ``card`` with the reason it is related, in words."""
    taxonomy = catalog.taxonomy
    reasons = [
        f"cùng cách làm: {taxonomy.methods[relation.method].name}" if relation.method else "",
        f"cùng chủ đề: {_topic_name(relation, catalog)}" if relation.topic else "",
        f"cùng lĩnh vực: {taxonomy.fields[relation.field].name}" if relation.field and not relation.method else "",
        f"cùng địa bàn: {taxonomy.districts[relation.district].short_name}" if relation.district else "",
    ]
    return Card(
        **{name: getattr(card, name) for name in Card.__slots__ if name != "reason"},
        reason="; ".join(filter(None, reasons)),
    )


def _topic_name(relation: Relation, catalog: Catalog) -> str:
    """Return the shared topic as the vocabulary spells it; one it does not know as the related story does."""
    known = catalog.taxonomy.topics.named(relation.topic)
    return known.name if known else next(t for t in relation.story.front.topics if fold(t) == relation.topic)


def cover_of(story: Story, catalog: Catalog) -> Cover:
    """Return the cover of a story: its photo; without one the words that its editor chose, or others of the story."""
    taxonomy = catalog.taxonomy
    photo = pictures_of(story, taxonomy).get(lead_file(story))
    return Cover(_cover_text(story, catalog), story.front.field, taxonomy.districts[story.district].pattern, photo)


def _cover_text(story: Story, catalog: Catalog) -> str:
    """Return what a drawn cover says: the key ``cover``; without it the first figure, or the first method."""
    chosen, first = story.front.cover, next(iter(story.front.results), None)
    if chosen and (words := ", ".join(filter(None, (chosen.figure, chosen.phrase)))):
        return words
    return (
        f"{first.value} {first.unit or ''}".strip() if first else catalog.taxonomy.methods[story.front.methods[0]].name
    )


def _card(story: Story, catalog: Catalog) -> Card:
    taxonomy, front = catalog.taxonomy, story.front
    return Card(
        address=story_url(story.key),
        title=front.title,
        summary=front.summary,
        field=front.field,
        field_name=taxonomy.fields[front.field].name,
        place=taxonomy.districts[story.district].short_name,
        year=str(year_of(story) or ""),
        shelf=shelf_of(story),
        draft=story.draft,
        waits=say_moment(story.waits_until) if story.waits_until else "",
        cover=cover_of(story, catalog),
    )
