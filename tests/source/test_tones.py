"""Tones placed the new way: told wherever people write, refused nowhere, cheap to look for."""

from time import process_time

import pytest

from scripts.source.library import load_library
from scripts.source.text.source_text import SourceText
from scripts.source.text.tones import MAX_REPORTS, check_tones
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("place", "comment"),
    [
        ("content/collections/gop-suc-ma-lam.md", ""),
        ("content/reports/bai-sen-chin-muoi-mo-hinh.md", ""),
        ("content/taxonomy/fields.yml", "#"),
        ("docs/gioi-thieu.md", ""),
    ],
)
def test_a_new_style_tone_is_remarked_on_in_every_text(place, comment, made_up_content, tmp_path):
    """In collections, vocabularies and hand-written pages, as in stories (``tests/broken/remarks``)."""
    file = tmp_path / place
    file.parent.mkdir(exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{before}{comment} Chỗ này hoà nhau.\n", encoding="utf-8")

    library = load_library(made_up_content.root, TODAY, docs=tmp_path / "docs")

    (remark,) = [remark for remark in library.remarks if remark.code == "new-tone-style"]
    assert remark.path == file.as_posix()
    assert "“hòa”" in remark.message
    assert library.problems == ()


@pytest.mark.parametrize("part", ["o", "oà", "oà ", "https://a.vn/"])
def test_hostile_repetition_takes_linear_time_and_few_lines(part):
    begun = process_time()
    assert len(check_tones(SourceText(part * 100_000))) <= MAX_REPORTS
    assert process_time() - begun < 2
