"""A remark says how to be rid of it: what it quotes, with its reading, in ``radio.pronounce``."""

import re

import pytest

from scripts.render.spoken.speech import speak
from tests.render.spoken.test_spoken import CASES, LEXICON

QUOTED = re.compile(r"^“([^”]+)”")
REMARKS = [
    pytest.param(text, remark, id=f"{text[:40]} {number}")
    for text, mark in ((case.values[0], case.values[2]) for case in CASES)
    if mark
    for number, remark in enumerate(speak(text, LEXICON).warnings)
    if "radio.pronounce" in remark and QUOTED.match(remark)
]


@pytest.mark.parametrize(("text", "remark"), REMARKS)
def test_what_a_remark_quotes_settles_it(text, remark):
    written = QUOTED.match(remark)[1]
    settled = speak(text, LEXICON, {written: "lời đọc"})
    assert "lời đọc" in settled.text
    assert remark not in settled.warnings


def test_there_are_remarks_to_settle():
    assert len(REMARKS) >= 50
