"""The fact sheet of a story: its facts with the address to cite, and both as JSON. Pure.

What the keys mean is told to newsrooms in ``templates/press_readme.txt.j2``; a test holds the two
together.
"""

import json
from dataclasses import asdict, dataclass, fields

from scripts.catalog.catalog import Catalog
from scripts.catalog.facts import StoryFacts
from scripts.render.urls import absolute_url, story_url
from scripts.render.wording import say_moment
from scripts.source.story import Story

FORMAT = 1
"""Raised when a program that reads ``facts.json`` would misread it."""

DRAFT_MARK = "BẢN THẢO, CHƯA DUYỆT"

_NOT_IN_JSON = ("year", "told")
"""Of the open data: newsrooms have the same in the keys of ``facts.json``."""


@dataclass(frozen=True, slots=True)
class FactSheet(StoryFacts):
    """The facts of a story as a newsroom gets them."""

    address: str
    notice: str
    """Why it may not be run yet, else empty (``notice_of``)."""


def notice_of(story: Story) -> str:
    """Return the line that stands before everything: of a draft, of a story whose hour has not come; else nothing."""
    if story.draft:
        return DRAFT_MARK
    return f"CHƯA TỚI GIỜ ĐĂNG: không đăng, phát trước {say_moment(story.waits_until)}" if story.waits_until else ""


def say_embargo(story: Story) -> str:
    """Return until when newsrooms have to wait for a story that is not public, or an empty text."""
    if story.public or story.front.embargo is None:
        return ""
    return f"Không đăng, phát trước {say_moment(story.front.embargo)}"


def fact_sheet(story: Story, catalog: Catalog, site_url: str = "") -> FactSheet:
    """Return the facts of ``story``; ``site_url`` makes its address complete."""
    facts = catalog.facts[story.key]
    address = absolute_url(story_url(story.key), site_url)
    known = {field.name: getattr(facts, field.name) for field in fields(facts)}
    return FactSheet(**known, address=address, notice=notice_of(story))


def facts_json(sheet: FactSheet) -> str:
    """Return ``sheet`` as JSON: keys in the order above, Vietnamese letters as they are, a line break at the end.

    First of all why it may not be run yet: a person who opens the file reads that before anything else.
    """
    told = {field.name: getattr(sheet, field.name) for field in fields(sheet) if field.name not in _NOT_IN_JSON}
    first = {"notice": sheet.notice, "format": FORMAT, "key": sheet.key, "address": sheet.address}
    return json.dumps({**first, **told}, default=asdict, ensure_ascii=False, indent=1) + "\n"
