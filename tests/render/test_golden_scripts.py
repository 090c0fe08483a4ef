"""Whole radio scripts of made-up stories, as an editor would want to read them: ``golden/scripts``."""

from pathlib import Path

import pytest
import yaml

from scripts.render.press.radio import radio_script
from tests.made_up import made_up_story, made_up_taxonomy

GOLDEN = sorted((Path(__file__).parent.parent / "golden" / "scripts").glob("*.yml"))
TAXONOMY = made_up_taxonomy()


def written_out(script):
    """Return the cuts of ``script`` as the golden files have them."""
    lines = []
    for cut in script.cuts:
        lines += [f"== {cut.name} ==", f"[{cut.by_whom}]"]
        for line in cut.lines:
            lines += [line.text, *(f"(?) {mark}" for mark in line.marks)]
    return lines


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_a_script_is_told_as_an_editor_would_want_it(file):
    golden = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    script = radio_script(made_up_story(body=golden["body"], **golden["story"]), TAXONOMY)
    assert written_out(script) == golden["script"].splitlines()


def test_there_are_scripts_to_compare():
    assert len(GOLDEN) >= 4
