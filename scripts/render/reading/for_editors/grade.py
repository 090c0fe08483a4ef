"""How complete a draft is, as the preview shows it: on its page with the reasons, on the desk in two words. Pure."""

from scripts.catalog.catalog import Catalog, Edition
from scripts.source.story import Story
from scripts.source.writing.completeness import Completeness, completeness_of


def completeness_in(story: Story, catalog: Catalog) -> Completeness | None:
    """Return what the preview shows of a draft; ``None`` of an approved text, and always in the public edition.

    An approved text stays as it was approved, and a grade is no judgement for readers.
    """
    if catalog.edition is not Edition.PREVIEW or not story.draft:
        return None
    return completeness_of(story.front, story.body, catalog.taxonomy.style)
