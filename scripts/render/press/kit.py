"""The press kit of a story: facts, texts, script and photos in one ZIP, ready to print and to air. Pure.

There is none for a draft: what is in a newsroom's folder will be run. Before an embargo only an editor has one
made, to be sent by hand; every text in it begins by saying so.
Text files are UTF-8 with its mark and with Windows line ends, so that the oldest Notepad and Word
open them right; ``facts.json`` is for machines and has neither.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scripts.catalog.catalog import Catalog, date_of
from scripts.catalog.facts import PhotoFact
from scripts.render.pages import Pages
from scripts.render.press.archive import plain_file, zip_bytes
from scripts.render.press.documents import script_document, text_document
from scripts.render.press.docx import docx_bytes
from scripts.render.press.fact_rows import fact_rows
from scripts.render.press.facts import FactSheet, fact_sheet, facts_json
from scripts.render.press.radio import RadioScript, script_text
from scripts.render.press.texts import press_texts, ready_to_copy
from scripts.render.reading.links import propose_address
from scripts.render.urls import absolute_url
from scripts.render.wording import say_moment
from scripts.source.story import Story


class NotForPressError(ValueError):
    """The story is a draft, or its hour has not come and nobody asked for a kit beforehand; the message is its key."""


@dataclass(frozen=True, slots=True)
class KitPhoto:
    """A photo in the kit: its name there, what it shows, its bytes."""

    name: str
    fact: PhotoFact
    data: bytes


@dataclass(frozen=True, slots=True)
class KitParts:
    """What other modules bring to a kit."""

    photos: Mapping[str, bytes] = field(default_factory=dict)
    """The print-size JPEG of a photo by the name of its file in the story."""
    script: RadioScript | None = None
    """The radio script; without one the kit has none."""
    marked: bool = False
    """Whether the script has what editors should look at beside its lines."""
    beforehand: bool = False
    """Whether it is sent to newsrooms before the hour of the story."""


def kit_files(story: Story, catalog: Catalog, parts: KitParts, site_url: str = "") -> dict[str, bytes]:
    """Return the files of the kit by name, in the order of the ZIP.

    Photos the press may not use stay out even when they are given. Raises ``NotForPressError``.
    """
    if not story.public and not (parts.beforehand and story.waits_until):
        raise NotForPressError(story.key)
    site = catalog.taxonomy.site
    sheet = fact_sheet(story, catalog, site_url)
    texts = press_texts(story, sheet, site)
    rows = fact_rows(sheet)
    inside = _photos(sheet, parts.photos)
    words = {
        "sheet": sheet,
        "texts": texts,
        "rows": rows,
        "photos": inside,
        "left_out": len(sheet.photos) - len(inside),
        "has_script": bool(parts.script),
        "embargo": say_moment(story.front.embargo) if story.front.embargo else "",
        "propose": absolute_url(propose_address(story.key, site), site_url),
        "contact": ", ".join(filter(None, (sheet.contact.office, sheet.contact.phone, sheet.contact.email)))
        if sheet.contact
        else "",
    }
    copies = {name: ready_to_copy(getattr(texts, name), texts).rstrip() for name in ("short", "medium", "full")}
    day = date.fromisoformat(date_of(story))
    files = {
        "README.txt": plain_file(_PAGES.text("press/press_readme.txt.j2", **words)),
        "facts.json": facts_json(sheet).encode(),
        "text.txt": plain_file(_PAGES.text("press/press_text.txt.j2", **words, **copies)),
        "text.docx": docx_bytes(text_document(sheet, texts, rows, site.name, day)),
    }
    if parts.script:
        files["script.txt"] = plain_file(script_text(parts.script, _PAGES, marked=parts.marked))
        document = script_document(parts.script, texts, site.name, day, marked=parts.marked)
        files["script.docx"] = docx_bytes(document)
    if inside:
        files["photos/photos.txt"] = plain_file(_PAGES.text("press/press_photos.txt.j2", **words))
        files |= {photo.name: photo.data for photo in inside}
    return files


def kit_zip(story: Story, catalog: Catalog, parts: KitParts, site_url: str = "") -> bytes:
    """Return the kit of ``kit_files`` as a ZIP in a folder of the story's name; same input, same bytes."""
    files = kit_files(story, catalog, parts, site_url)
    return zip_bytes({f"{story.slug}/{name}": data for name, data in files.items()})


def _photos(sheet: FactSheet, photos: Mapping[str, bytes]) -> tuple[KitPhoto, ...]:
    """Return the photos the press may use, numbered in the order of the story."""
    usable = [fact for fact in sheet.photos if fact.press_may_use and fact.file in photos]
    return tuple(
        KitPhoto(f"photos/{number:02d}-{fact.file.rpartition('.')[0]}.jpg", fact, photos[fact.file])
        for number, fact in enumerate(usable, start=1)
    )


_PAGES = Pages()
