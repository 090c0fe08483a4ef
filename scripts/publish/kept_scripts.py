"""The radio scripts of an edition, made again only when a story or the lexicon changed. Reads and writes a cache.

A script costs some milliseconds: a site of 1,472 stories would spend seconds on them in every build.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from scripts.catalog.catalog import Catalog
from scripts.publish.disk.cache import disk_cache
from scripts.publish.disk.fingerprint import digest, digest_of_code, digest_of_story, digest_of_words
from scripts.render.press.radio import Cut, RadioScript, ScriptLine, radio_script


def radio_scripts(catalog: Catalog, cache_file: Path) -> dict[str, RadioScript]:
    """Return the script of every story of the edition by the story's key."""
    common = digest(digest_of_code(), digest_of_words(catalog.taxonomy))
    scripts: dict[str, RadioScript] = {}
    with disk_cache(cache_file) as cache:
        for story in catalog.stories:
            key = digest(common, digest_of_story(story))
            if (kept := cache.get(key)) is None:
                scripts[story.key] = radio_script(story, catalog.taxonomy)
                cache[key] = json.dumps(asdict(scripts[story.key]), ensure_ascii=False).encode()
            else:
                scripts[story.key] = _script(json.loads(kept))
    return scripts


def _script(values: dict[str, Any]) -> RadioScript:
    cuts = tuple(Cut(**{**cut, "lines": tuple(map(_line, cut["lines"]))}) for cut in values["cuts"])
    return RadioScript(**{**values, "cuts": cuts, "warnings": tuple(values["warnings"])})


def _line(values: dict[str, Any]) -> ScriptLine:
    return ScriptLine(**{**values, "marks": tuple(values["marks"])})
