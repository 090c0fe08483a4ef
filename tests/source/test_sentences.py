"""Where a sentence ends: one answer for print and radio, over one file of hard cases."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.render.spoken.sentences import say_sentences
from scripts.source.text.sentences import sentences_of
from tests.made_up import made_up_taxonomy

GOLDEN = yaml.safe_load((Path(__file__).parent.parent / "golden" / "sentences.yml").read_text(encoding="utf-8"))
TOGETHER = GOLDEN.pop("kept_together_in_print")
CASES = [sentences for group in GOLDEN.values() for sentences in group]
LEXICON = made_up_taxonomy().lexicon


@pytest.mark.parametrize("sentences", CASES, ids=" ".join)
@pytest.mark.parametrize("inside_quotes", [False, True])
def test_the_paragraph_comes_apart_into_its_sentences(sentences, inside_quotes):
    """A short form, an initial, a number or a quotation ends nothing."""
    assert list(sentences_of(" ".join(sentences), inside_quotes=inside_quotes)) == sentences


@pytest.mark.parametrize("sentences", CASES, ids=" ".join)
def test_the_radio_cuts_where_print_does(sentences):
    """As many lines to read as sentences in print, whatever the short forms are read as."""
    assert len(list(say_sentences(" ".join(sentences), LEXICON))) == len(sentences)


@pytest.mark.parametrize(("heard", "printed"), TOGETHER)
def test_a_quotation_is_one_sentence_in_print_and_several_on_the_radio(heard, printed):
    """Print keeps the marks in pairs; a newsreader needs to breathe."""
    text = " ".join(printed)
    assert list(sentences_of(text)) == printed
    assert list(sentences_of(text, inside_quotes=True)) == heard


@given(st.text(alphabet="aĐ .!?…“”()1", max_size=60), st.booleans())
def test_sentences_put_together_are_the_paragraph(text, inside_quotes):
    """Nothing is lost, nothing is said twice."""
    assert "".join("".join(sentences_of(text, inside_quotes=inside_quotes)).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["V. " * 60_000, "." * 40_000, ".”" * 40_000], ids=["initials", "stops", "quotes"])
def test_no_text_is_slow(text):
    """The checker, the press texts and the radio cut whatever is sent."""
    begun = time.process_time()
    sentences_of(text, inside_quotes=True)
    assert time.process_time() - begun < 2
