"""A made-up content folder with as many stories as two pages of a list hold. Writes where it is told."""

import shutil
from pathlib import Path

import yaml

from tests.made_up import MADE_UP

TABLE = yaml.safe_load((Path(__file__).parent / "library.yml").read_text(encoding="utf-8"))
FIRST_YEAR, YEARS = 2009, 12
"""Stories begin in one of these years, one after another."""

STORY = "Góp vốn xoay vòng theo mùa vụ"
STORY_KEY = "bai-sen/gop-von-xoay-vong-theo-mua-vu"
"""The draft that tests look for by its own words."""

_STORY = """\
---
title: {title}
summary: {title}, một chuyện bịa ở {hamlet}, {commune}, viết ra chỉ để thử máy tìm.
format: snapshot
kind: collective
subject: {subject} {hamlet}
place: {{commune: {commune}, hamlet: {hamlet}}}
movement: recognised
field: {field}
methods: [{methods}]
started: "{year}"
recognition:
  - {{level: {level}, by: Ban Chỉ đạo bịa}}
sources:
  - {{title: Báo cáo bịa, publisher: Nơi bịa, date: "{year}"}}
---
## Cách làm

{text}
"""


def write_library(root):
    """Make ``root`` a content folder: ``tests/content``, every deed of the table in every place, and one draft more."""
    shutil.copytree(MADE_UP, root)
    stories = [
        {
            **deed,
            **place,
            "slug": f"{deed['slug']}-{place['slug']}",
            "title": f"{deed['title']}, {place['hamlet']}",
            "methods": ", ".join(deed["methods"]),
        }
        for deed in TABLE["deeds"]
        for place in TABLE["places"]
    ]
    stories.append(
        {
            **TABLE["places"][0],
            "slug": STORY_KEY.split("/")[1],
            "title": STORY,
            "subject": "Chi hội Nông dân",
            "field": "kinh-te",
            "methods": "gop-von-xoay-vong",
            "commune": "xã Bến Gạo",
            "text": "Đầu mùa góp vốn, cuối mùa xoay vòng: hết mùa vụ này, vốn sang nhà nông dân khác.",
        }
    )
    for number, story in enumerate(stories):
        folder = root / "models" / story["district"] / story["slug"]
        folder.mkdir()
        level = ("co-so", "huyen", "tinh")[number % 3]
        text = _STORY.format(**story, year=FIRST_YEAR + number % YEARS, level=level)
        (folder / "index.md").write_text(text, encoding="utf-8")
    return root
