"""The scene of the tests: a made-up province, good stories, and the ways to spoil one.

``tests/content/`` is a small, complete content folder: an invented province with two districts
(``bai-sen``, ``cu-lao``) and ``toan-tinh``, and five good stories. Tests see it as ``MADE_UP``: a copy
in which one of them, ``APPROVED``, is approved and so public; the others are drafts.
No test needs a real place, person or deed.
"""

import os
import re
import runpy
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.source.library import Library, load_library
from scripts.source.problems.problem import Problem
from scripts.source.text.body import Body
from tests.made_up import APPROVED, MADE_UP, NOW, ROOT, TODAY, approve, approve_house, with_keys

__all__ = ["APPROVED", "MADE_UP", "TODAY", "approve", "approve_house", "with_keys"]

DISTRICT, SLUG = "bai-sen", "bai-thu"

GOOD_STORY = """\
---
title: Tổ Ba cùng nhau vét kênh
summary: Hai mươi nhà trong một tổ bịa góp ngày công vét con kênh cạn, nước về đủ ba vụ lúa.
format: snapshot
kind: collective
subject: Tổ Ba ấp Gò Sen
place: {commune: xã Lá Dừa}
movement: registered
field: kinh-te
methods: [tu-quan]
started: "2015"
sources:
  - {title: Báo cáo bịa, publisher: Hội Nông dân xã Lá Dừa, date: 2020-08}
---
## Cách làm

Cả tổ ngồi lại, chia nhau từng đoạn kênh, rồi cùng vét trong ba ngày.
"""


# How many examples a property is tried with; `make test-slow` asks for the thorough ones. No deadline: the machine of
# a test is often busy with others, and what has to be fast is measured in CPU time.
settings.register_profile("quick", max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=3000)
settings.load_profile("quick")

READ_THE_REAL_CONTENT = {"tests/test_content.py", "tests/slow/test_real_use.py"}
"""The tests whose matter is the real ``content/``; whatever editors do to it, no other may turn red."""
WATCHED = ROOT / "tests" / "watched"


def pytest_configure():
    """Watch this process and every Python it starts (``tests/watched/sitecustomize.py``)."""
    file, os.environ["NOTES_ON_CONTENT"] = tempfile.mkstemp(prefix="content-")
    os.close(file)
    if not in_a_worker():  # a key of this run, not of who runs it; its workers have it too, and know what others kept
        os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="state-")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(WATCHED), os.environ.get("PYTHONPATH")]))
    runpy.run_path(str(WATCHED / "sitecustomize.py"))


def pytest_unconfigure():
    Path(os.environ["NOTES_ON_CONTENT"]).unlink(missing_ok=True)
    if not in_a_worker():
        shutil.rmtree(os.environ["XDG_STATE_HOME"], ignore_errors=True)


def in_a_worker():
    return "PYTEST_XDIST_WORKER" in os.environ


def opened_content() -> list[str]:
    """Return what was opened of the real ``content/`` since the last call."""
    notes = Path(os.environ["NOTES_ON_CONTENT"])
    if not notes.stat().st_size:
        return []
    paths = notes.read_text(encoding="utf-8").split()
    notes.write_bytes(b"")
    return sorted(set(paths))


@pytest.fixture(autouse=True)
def _only_made_up_content(request):
    """Fail a test of code that reads the real content: editors' work must never turn it red."""
    yield
    opened = opened_content()
    if request.node.path.relative_to(ROOT).as_posix() not in READ_THE_REAL_CONTENT:
        assert opened == [], "tests of code read tests/content, never the real content"


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
        return load_library(self.root, TODAY, only, moment=NOW)

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
    """Return a copy of the made-up province with its five stories, to read or to spoil."""
    root = tmp_path / "content"
    shutil.copytree(MADE_UP, root)
    return ContentFolder(root)


@pytest.fixture(scope="session")
def made_up_library() -> Library:
    """Return the made-up province as read; four drafts and one public story, no problem."""
    return load_library(MADE_UP, TODAY, moment=NOW)


# What the HTML of a body may hold, written down a second time: an independent measure.
_TEXT_TAGS = {"p", "h2", "h3", "em", "strong", "code", "blockquote", "a", "img", "br", "hr", "sup", "div"}
_LIST_TAGS = {"ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
_TAGS = _TEXT_TAGS | _LIST_TAGS | {"html", "head", "body"}
_ATTRIBUTES = {("a", "href"), ("a", "rel"), ("img", "src"), ("img", "alt"), ("ol", "start"), ("div", "id")}
_CLASSES = {None, "", "footnote-reference", "footnote-definition"}
_HREF = re.compile(r"https?://[^\s/\\]+.*|mailto:\S+|#[^\s]*|/mo-hinh/[a-z0-9-]+/[a-z0-9-]+/")


def html_of(body: Body) -> str:
    """Return the whole HTML of a compiled body, its section headings put back."""
    return "".join(f"<h2>{s.heading}</h2>{s.html}" if s.heading else s.html for s in body.sections)


def is_harmless(html: str) -> str:
    """Return the first thing in ``html`` that could harm a reader, or an empty text."""
    for node in HTMLParser(html).root.traverse():
        if node.tag not in _TAGS:
            return f"tag {node.tag}"
        for name, value in node.attributes.items():
            if name == "class" and value in _CLASSES:
                continue
            if (node.tag, name) not in _ATTRIBUTES:
                return f"{node.tag} {name}={value}"
            if name == "href" and not _HREF.fullmatch(value or ""):
                return f"href {value}"
            if name == "src" and not re.fullmatch(r"[a-z0-9._-]*", value or ""):
                return f"src {value}"
            if name == "id" and not re.fullmatch(r"chu-thich-[0-9]+", value or ""):
                return f"id {value}"
    return ""
