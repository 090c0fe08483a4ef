"""The scene of the tests: a made-up province, good stories, and the ways to spoil one.

``tests/content/`` is a small, complete content folder: an invented province with two districts
(``bai-sen``, ``cu-lao``) and ``toan-tinh``, and five good stories. One of them,
``bai-sen/gop-von-xoay-vong-to-hai``, is approved and so public; the others are drafts.
No test needs a real place, person or deed.
"""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from scripts.source.approval import digest_of
from scripts.source.library import Library, load_library
from scripts.source.problem import Problem

MADE_UP = Path(__file__).parent / "content"
TODAY = date(2026, 11, 24)
"""The day on which every test takes place."""

APPROVED = "bai-sen/gop-von-xoay-vong-to-hai"
DISTRICT, SLUG = "bai-sen", "bai-thu"

GOOD_STORY = """\
---
title: Tổ Ba cùng nhau vét kênh
summary: Hai mươi nhà trong một tổ bịa góp ngày công vét con kênh cạn, nước về đủ ba vụ lúa.
format: snapshot
kind: collective
subject: Tổ Ba ấp Gò Sen
place:
  commune: xã Lá Dừa
field: kinh-te
methods: [tu-quan]
started: "2015"
sources:
  - {title: Báo cáo bịa, publisher: Hội Nông dân xã Lá Dừa, date: 2020-08}
---
## Cách làm

Cả tổ ngồi lại, chia nhau từng đoạn kênh, rồi cùng vét trong ba ngày.
"""


@dataclass(frozen=True)
class ContentFolder:
    """A content folder in a temporary place: the made-up vocabulary and the stories a test writes."""

    root: Path

    def folder(self, slug: str = SLUG, district: str = DISTRICT) -> Path:
        """Return the folder of a story, made if need be."""
        folder = self.root / "models" / district / slug
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def write_story(self, text: str | bytes, slug: str = SLUG, district: str = DISTRICT) -> Path:
        """Write a story byte for byte and return its file."""
        file = self.folder(slug, district) / "index.md"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def load(self, *only: Path) -> Library:
        """Read everything through the real door."""
        return load_library(self.root, TODAY, only)

    def problems_of(self, text: str | bytes) -> list[Problem]:
        """Write ``text`` as the one story of this folder and return what is wrong with it."""
        self.write_story(text)
        return list(self.load().problems)


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    """Return a content folder with the made-up vocabulary and no story yet."""
    root = tmp_path / "content"
    (root / "models").mkdir(parents=True)
    shutil.copytree(MADE_UP / "taxonomy", root / "taxonomy")
    return ContentFolder(root)


@pytest.fixture
def made_up_content(tmp_path: Path) -> ContentFolder:
    """Return a copy of ``tests/content`` with its five stories, to read or to spoil."""
    root = tmp_path / "content"
    shutil.copytree(MADE_UP, root)
    return ContentFolder(root)


@pytest.fixture(scope="session")
def made_up_library() -> Library:
    """Return ``tests/content`` as read; four drafts and one public story, no problem."""
    return load_library(MADE_UP, TODAY)


def with_keys(text: str, lines: str) -> str:
    """Return the story ``text`` with ``lines`` added at the end of its front matter."""
    front, body = text.split("\n---\n", 1)
    return f"{front}\n{lines.rstrip()}\n---\n{body}"


def approve(file: Path, on: date = date(2026, 11, 20)) -> None:
    """Write a valid approval, as it stands today, into the story ``file`` of a content folder."""
    root = file.parents[3]
    library = load_library(root, TODAY, [file])
    (story,) = library.stories
    digests: dict[str, str] = {}
    text = file.read_text(encoding="utf-8")
    file.write_text(
        with_keys(
            text,
            "approval:\n"
            "  by: Ban Tuyên giáo và Dân vận Tỉnh ủy Biển Mây\n"
            "  document: 57-CV/BTGDVTU\n"
            f"  date: {on}\n"
            f"  digest: {digest_of(story.front, story.body, digests)}\n",
        ),
        encoding="utf-8",
    )
