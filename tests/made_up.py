"""Made-up stories: the folder ``tests/content`` with its approvals, and stories as values. No real person or deed.

    python -m tests.made_up DIR

writes the made-up province into ``DIR``. ``tests/content`` stores no approval: a seal covers every key of
the schema, so a stored one would have to be made anew with each key that is added.
"""

import atexit
import shutil
import sys
import tempfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from scripts.source.approval.covered_files import media_digests
from scripts.source.approval.house_approval import HOUSE_FILE, HouseApproval, approving_house, parse_house_approval
from scripts.source.approval.seal import approved_state, digest_of
from scripts.source.house_texts.house_text import HouseText
from scripts.source.library import load_library
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.story import Story
from scripts.source.text.body import compile_body
from scripts.source.text.source_text import SourceText
from scripts.source.tree import StoryFolder
from scripts.source.vietnam_time import VIETNAM
from scripts.source.vocabulary.taxonomy import Taxonomy
from scripts.source.vocabulary.taxonomy_files import load_taxonomy

ROOT = Path(__file__).parent.parent
WRITTEN = ROOT / "tests" / "content"
"""The made-up province as it is kept: nothing in it is approved."""
APPROVED = "bai-sen/gop-von-xoay-vong-to-hai"
"""The one story of it that tests see approved."""
TODAY = date(2026, 11, 24)
"""The day on which every test takes place."""
NOW = datetime(2026, 11, 24, 12, tzinfo=VIETNAM)
"""The moment of that day."""
_SAID_BY = {"recognition": "recognised", "commendations": "commended", "registered": "registered"}
BODY = "## Cách làm\n\nCả tổ ngồi lại, bàn từng việc, rồi chia nhau làm.\n"


def with_keys(text: str, lines: str) -> str:
    """Return the story ``text`` with ``lines`` added at the end of its front matter; its ``movement`` agrees."""
    front, body = text.split("\n---\n", 1)
    if "recognition:" in lines:
        front = front.replace("movement: registered", "movement: recognised")
    return f"{front}\n{lines.rstrip()}\n---\n{body}"


def approve(file: Path, on: date = date(2026, 11, 20)) -> None:
    """Write a valid approval, as it stands today, into the story ``file`` of a content folder."""
    unsealed = f"sha256:{'0' * 64}"
    block = (
        "approval:\n"
        "  by: Ban Tuyên giáo và Dân vận Tỉnh ủy Biển Mây\n"
        "  document: 57-CV/BTGDVTU\n"
        f"  date: {on}\n"
        f"  digest: {unsealed}\n"
    )
    file.write_text(with_keys(file.read_text(encoding="utf-8"), block), encoding="utf-8")
    library = load_library(file.parents[3], TODAY, [file])
    assert library.stories, library.problems  # what is missing in tests/content, said in the checker's words
    (story,) = library.stories
    digests = media_digests(StoryFolder(story.district, story.slug, file), story.front)
    digest = digest_of(story.key, story.front, story.body, digests)
    file.write_text(file.read_text(encoding="utf-8").replace(unsealed, digest), encoding="utf-8")


def approve_house(root: Path, on: date = date(2026, 11, 20)) -> None:
    """Write a valid approval of the house's words, as they stand today, into the content folder ``root``."""
    library = load_library(root, TODAY)
    assert library.taxonomy is not None, library.problems
    by = "Ban Tuyên giáo và Dân vận Tỉnh ủy Biển Mây"
    text = approving_house(by, "60-CV/BTGDVTU", on.isoformat(), library.taxonomy, library.house_texts)
    (root / HOUSE_FILE).write_text(text, encoding="utf-8")


def house_of(taxonomy: Taxonomy, texts: Iterable[HouseText[Any]] = ()) -> HouseApproval:
    """Return a valid approval of every word of ``taxonomy``, and of ``texts``."""
    by = "Ban Tuyên giáo và Dân vận Tỉnh ủy Biển Mây"
    text = approving_house(by, "60-CV/BIA", "2026-11-20", taxonomy, texts)
    house, problems = parse_house_approval(SourceText(text, "bia.yml"), taxonomy, TODAY)
    assert house is not None, problems
    return house


def write_made_up(folder: Path) -> None:
    """Make ``folder`` the made-up province of the tests: four drafts, one public story, the words of its house."""
    shutil.copytree(WRITTEN, folder)
    approve(folder / "models" / APPROVED / "index.md")
    approve_house(folder)


def _made_once() -> Path:
    """Return the made-up province of this process, gone when it ends."""
    place = tempfile.mkdtemp(prefix="made-up-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    write_made_up(Path(place, "content"))
    return Path(place, "content")


MADE_UP = _made_once()
"""The made-up province as tests read it; nobody may change what is in it."""


def made_up_taxonomy() -> Taxonomy:
    """Return the vocabulary in ``tests/content/taxonomy``: an invented province."""
    taxonomy, problems = load_taxonomy(WRITTEN / "taxonomy")
    assert taxonomy is not None, problems
    return taxonomy


def made_up_story(
    slug: str = "to-gop-von",
    district: str = "bai-sen",
    *,
    approved: bool = False,
    body: str = BODY,
    read_at: datetime = NOW,
    **keys: Any,
) -> Story:
    """Return a story with the given keys; the rest is filled in. ``approved`` adds a valid approval."""
    front = {
        "title": f"Chuyện bịa để thử: {slug}",
        "summary": "Một chuyện bịa để thử máy, không có thật ở bất cứ nơi nào, xin đừng trích.",
        "format": "snapshot",
        "kind": "collective",
        "subject": "Tổ bịa số một",
        "movement": next((word for key, word in _SAID_BY.items() if keys.get(key)), "not-stated"),
        "field": "kinh-te",
        "methods": ["gop-von-xoay-vong"],
        "sources": [{"title": "Nguồn bịa", "publisher": "Nơi bịa", "date": "2020-08"}],
        **keys,
    }
    compiled, problems = compile_body(SourceText(body, "bia.md"))
    assert not problems, problems
    model = FrontMatter.model_validate(front)
    if approved:
        approval = {
            "by": "Ban Tuyên giáo và Dân vận Tỉnh ủy Biển Mây",
            "document": "57-CV/BTGDVTU",
            "date": "2026-11-20",
            "digest": f"sha256:{'0' * 64}",
        }
        model = FrontMatter.model_validate({**front, "approval": approval})
        approval["digest"] = digest_of(f"{district}/{slug}", model, compiled, {})
        model = FrontMatter.model_validate({**front, "approval": approval})
    path = f"content/models/{district}/{slug}/index.md"
    approved_as = approved_state(f"{district}/{slug}", model, compiled, {})
    return Story(path, district, slug, model, compiled, approved_as, read_at=read_at)


if __name__ == "__main__":
    write_made_up(Path(sys.argv[1]))
