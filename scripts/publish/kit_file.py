"""The press kit of one story as a file for an editor to send. Writes."""

from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.catalog.answered import answered
from scripts.catalog.catalog import Edition, build_catalog
from scripts.publish.disk.durable import write_whole
from scripts.publish.disk.kept_files import KeptFiles
from scripts.publish.images.photos import PhotoFiles
from scripts.publish.kits import Suppliers, kit_beforehand
from scripts.render.press.kit import NotForPressError
from scripts.render.press.radio import radio_script
from scripts.source.library import Library
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Taxonomy


def write_kit(story: Story, library: Library, taxonomy: Taxonomy, site_url: str, out: Path) -> Path:
    """Write the kit of ``story`` as ``<slug>.zip`` in the folder ``out``, made if need be, and return its path.

    Raises ``FileExistsError`` when there is another file of that name, ``NotForPressError`` for a draft
    and for what waits for an approved name,
    ``MediaChangedError`` when a photo changed since it was checked.
    """
    # A newsroom gets the words that readers get, not those of today.
    may = answered([story], taxonomy, library.house)
    if not may.stories:
        raise NotForPressError(story.key)
    (story,), taxonomy = may.stories, may.taxonomy
    catalog = build_catalog([story], taxonomy, Edition.PREVIEW)
    with TemporaryDirectory() as folder:
        photos = PhotoFiles(library, KeptFiles(Path(folder)))
        suppliers = Suppliers(
            photos=lambda one: photos.for_press(one, taxonomy),
            script=lambda one: radio_script(one, taxonomy),
        )
        data = kit_beforehand(story, catalog, site_url, suppliers)
    target = out / f"{story.slug}.zip"
    if target.exists() and (not target.is_file() or target.read_bytes() != data):
        raise FileExistsError(target)
    out.mkdir(parents=True, exist_ok=True)
    write_whole(target, data)
    return target
