"""The colours of ``docs/assets/css/site.css``: what is read on them can be read, by day and in the dark."""

import re
from itertools import product

import pytest

from scripts.source.vocabulary.taxonomy_rules import LEGIBLE, NIGHT, PAPER, contrast
from tests.made_up import ROOT

STYLE = (ROOT / "docs/assets/css/site.css").read_text(encoding="utf-8")
BY_DAY, IN_THE_DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{([^}]*)\}", STYLE)[:2]
)
GROUNDS = ("paper", "surface", "rice")
TEXTS = ("ink", "ink-soft", "brand", "sun")


@pytest.mark.parametrize("colours", [BY_DAY, IN_THE_DARK], ids=["by day", "in the dark"])
def test_text_stands_out_from_what_it_stands_on(colours):
    pairs = [*product(TEXTS, GROUNDS), ("brand-ink", "brand"), ("ink", "brand-tint"), ("brand", "brand-tint")]
    assert {pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < LEGIBLE} == set()


def test_the_colour_of_a_field_is_held_against_the_paper_of_the_pages():
    assert (BY_DAY["paper"], IN_THE_DARK["paper"]) == (PAPER, NIGHT)
