"""The fact sheet of a story: its facts with the address to cite, and both as JSON. Pure.

What the keys mean is told to newsrooms in ``templates/press_readme.txt.j2``; a test holds the two
together.
"""

import json
from dataclasses import asdict, dataclass, fields

from scripts.catalog.catalog import Catalog
from scripts.catalog.facts import StoryFacts
from scripts.render.urls import absolute_url, story_url
from scripts.source.story import Story

FORMAT = 1
"""Raised when a program that reads ``facts.json`` would misread it."""

_NOT_IN_JSON = ("year", "told")
"""Of the open data: newsrooms have the same in the keys of ``facts.json``."""


@dataclass(frozen=True, slots=True)
class FactSheet(StoryFacts):
    """The facts of a story as a newsroom gets them."""

    address: str


def fact_sheet(story: Story, catalog: Catalog, site_url: str = "") -> FactSheet:
    """Return the facts of ``story``; ``site_url`` makes its address complete."""
    facts = catalog.facts[story.key]
    address = absolute_url(story_url(story.key), site_url)
    return FactSheet(**{field.name: getattr(facts, field.name) for field in fields(facts)}, address=address)


def facts_json(sheet: FactSheet) -> str:
    """Return ``sheet`` as JSON: keys in the order above, Vietnamese letters as they are, a line break at the end."""
    told = {field.name: getattr(sheet, field.name) for field in fields(sheet) if field.name not in _NOT_IN_JSON}
    first = {"format": FORMAT, "key": sheet.key, "address": sheet.address}
    return json.dumps({**first, **told}, default=asdict, ensure_ascii=False, indent=1) + "\n"
