"""What the picture of a shared link says, and the name it gets from that. Pure.

The name is a hash of what is drawn: pages are written before a picture exists, and a picture
that changed has another address. ``publish.share_images`` draws.
"""

import hashlib
import json
from dataclasses import asdict, dataclass

from scripts.render import urls
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Site, Taxonomy

WIDTH, HEIGHT = 1200, 630
"""Pixels: the size that Facebook, Zalo and X all show whole."""

DRAWING = 1
"""Raise it when the drawing changes: browsers keep a picture for as long as its name stays."""

_BRAND, _SITE_PATTERN = "#0f5c4d", "song-bien"


@dataclass(frozen=True, slots=True)
class ShareCard:
    """One picture: the words on it, its colour, its drawing."""

    title: str
    place: str
    field: str
    site: str
    colour: str
    pattern: str
    """Name of a drawing in ``docs/assets/img``."""

    @property
    def address(self) -> str:
        """Where the picture is published."""
        said = json.dumps([DRAWING, asdict(self)], ensure_ascii=False, sort_keys=True)
        return f"{urls.SHARE_IMAGES}{hashlib.sha256(said.encode()).hexdigest()[:16]}.png"

    @property
    def alt(self) -> str:
        """The words on the picture, for those who do not see it."""
        return ". ".join(filter(None, (self.title, self.place, self.field)))


def story_card(story: Story, taxonomy: Taxonomy) -> ShareCard:
    """Return the picture of ``story``: its title, district and field, in the field's colour."""
    district, field = taxonomy.districts[story.district], taxonomy.fields[story.front.field]
    name = story.front.title
    return ShareCard(name, district.short_name, field.name, taxonomy.site.name, field.colour.light, district.pattern)


def site_card(site: Site) -> ShareCard:
    """Return the picture of every page that is not a story."""
    return ShareCard(site.tagline, site.place, "", site.name, _BRAND, _SITE_PATTERN)
