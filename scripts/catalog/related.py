"""Related stories: near by what they share, each with its reason. Pure.

Stories are put in buckets from the closest likeness to the loosest; a story takes its
neighbours from the closest buckets first, reading on from its own place in each bucket. So the
choice is explainable, deterministic, spread over the collection, and linear in its size.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.catalog.catalog import Catalog
from scripts.source.story import Story
from scripts.source.text.vietnamese import fold

HOW_MANY = 3
_LOOK_AHEAD = 8
"""How many neighbours of one bucket are looked at: enough to skip the ones already taken."""

Bucket = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A related story and what it shares: slugs of a method, a field, a district; a topic folded."""

    story: Story
    method: str = ""
    topic: str = ""
    field: str = ""
    district: str = ""


def relate(catalog: Catalog) -> dict[str, tuple[Relation, ...]]:
    """Return, for each story's key, its ``HOW_MANY`` nearest stories, nearest first."""
    buckets: dict[Bucket, list[Story]] = {}
    places: dict[tuple[Bucket, str], int] = {}
    for story in catalog.stories:
        for bucket in _buckets(story):
            members = buckets.setdefault(bucket, [])
            places[bucket, story.key] = len(members)
            members.append(story)
    return {story.key: tuple(_nearest(story, buckets, places)) for story in catalog.stories}


def _nearest(
    story: Story, buckets: dict[Bucket, list[Story]], places: dict[tuple[Bucket, str], int]
) -> Iterator[Relation]:
    taken = {story.key}
    for bucket in _buckets(story):
        members = buckets[bucket]
        own = places[bucket, story.key]
        for step in range(1, min(len(members), _LOOK_AHEAD + 1)):
            other = members[(own + step) % len(members)]
            if other.key not in taken:
                taken.add(other.key)
                yield _relation(other, bucket)
                if len(taken) > HOW_MANY:
                    return


def _buckets(story: Story) -> Iterator[Bucket]:
    """Yield what a story can share, the closest likeness first."""
    front, district = story.front, story.district
    for method in front.methods:
        yield ("method", method, "field", front.field, "district", district)
    for method in front.methods:
        yield ("method", method, "field", front.field)
    for method in front.methods:
        yield ("method", method, "district", district)
    for topic in dict.fromkeys(fold(topic) for topic in front.topics):
        yield ("topic", topic, "field", front.field)
    yield ("field", front.field, "district", district)
    for method in front.methods:
        yield ("method", method)
    yield ("district", district)
    yield ("field", front.field)


def _relation(story: Story, bucket: Bucket) -> Relation:
    return Relation(story, **dict(zip(bucket[::2], bucket[1::2], strict=True)))
