"""The lexicon: an editor's mistake is named at its place."""

import pytest

from scripts.source.vocabulary.taxonomy_files import load_taxonomy
from tests.conftest import MADE_UP


def said(content):
    taxonomy, problems = load_taxonomy(content.root / "taxonomy")
    assert (taxonomy is None) == bool(problems)
    return [(p.path.rsplit("/", 1)[-1], p.code) for p in problems]


def test_the_lexicon_is_part_of_the_vocabulary():
    taxonomy, problems = load_taxonomy(MADE_UP / "taxonomy")
    assert problems == []
    assert taxonomy.lexicon.abbreviations["UBND"] == "Ủy ban nhân dân"
    assert taxonomy.lexicon.units["%"] == "phần trăm"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"233"', '"0"', "bad-form"),
        ('"233"', "nhanh", "bad-form"),
        ("linh", "lẽ", "unknown-value"),
        ("UBND: Ủy ban nhân dân", "UBND: UB nhân dân 2", "bad-form"),
        ("UBND: Ủy ban nhân dân", 'UBND: "ủy ban, nhân dân"', "bad-form"),
        ("UBND: Ủy ban nhân dân", "UBND: văn phòng UBND", "spoken-again"),
        ("papers: {CV: công văn", "papers: {CV: UBND", "spoken-again"),
        ("UBND: Ủy ban nhân dân", "UBND: [a, b]", "not-text"),
        ('short: "/"', "short: nghỉ", "bad-form"),
        ("units:", "unit:", "unknown-key"),
        ("TP.: thành phố", "TP.: thành phố, UBND: ủy ban", "duplicate-key"),
    ],
)
def test_a_wrong_entry_is_named(old, new, code, content):
    file = content.root / "taxonomy" / "lexicon.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert ("lexicon.yml", code) in said(content)
