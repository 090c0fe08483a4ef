"""Made-up stories for tests that need values, not files. No real person, no real deed."""

from datetime import date
from pathlib import Path
from typing import Any

from scripts.source.approval.seal import approved_state, digest_of
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.story import Story
from scripts.source.text.body import compile_body
from scripts.source.text.source_text import SourceText
from scripts.source.vocabulary.taxonomy import Taxonomy
from scripts.source.vocabulary.taxonomy_files import load_taxonomy

ROOT = Path(__file__).parent.parent
MADE_UP = ROOT / "tests" / "content"
TODAY = date(2026, 11, 24)
"""The day on which every test takes place."""
BODY = "## Cách làm\n\nCả tổ ngồi lại, bàn từng việc, rồi chia nhau làm.\n"


def made_up_taxonomy() -> Taxonomy:
    """Return the vocabulary in ``tests/content/taxonomy``: an invented province."""
    taxonomy, problems = load_taxonomy(MADE_UP / "taxonomy")
    assert taxonomy is not None, problems
    return taxonomy


def made_up_story(
    slug: str = "to-gop-von", district: str = "bai-sen", *, approved: bool = False, body: str = BODY, **keys: Any
) -> Story:
    """Return a story with the given keys; the rest is filled in. ``approved`` adds a valid approval."""
    front = {
        "title": f"Chuyện bịa để thử: {slug}",
        "summary": "Một chuyện bịa để thử máy, không có thật ở bất cứ nơi nào, xin đừng trích.",
        "format": "snapshot",
        "kind": "collective",
        "subject": "Tổ bịa số một",
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
            "digest": digest_of(f"{district}/{slug}", model, compiled, {}),
        }
        model = FrontMatter.model_validate({**front, "approval": approval})
    path = f"content/models/{district}/{slug}/index.md"
    return Story(path, district, slug, model, compiled, approved_state(f"{district}/{slug}", model, compiled, {}))
