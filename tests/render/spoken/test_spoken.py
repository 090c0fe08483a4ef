"""The spoken form: golden cases of every class of token, and what holds for any text at all."""

import re
from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.render.spoken.speech import speak, spoken
from scripts.source.vocabulary.lexicon_file import load_lexicon

GOLDEN = Path(__file__).parent.parent.parent / "golden" / "spoken"
LEXICON, _PROBLEMS = load_lexicon(GOLDEN.parent)
assert LEXICON is not None, _PROBLEMS
FILES = sorted(GOLDEN.glob("*.yml"))
CASES = [
    pytest.param(case["in"], case["out"], case.get("mark", ""), id=f"{file.stem}: {case['in'][:40]}")
    for file in FILES
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]
SAYABLE = re.compile(r"(?:[^\W\d_]|[ \n,;:.?!]|(?<=[^\W\d_])-(?=[^\W\d_]))*")

PIECES = (
    "1.099|14-5-2011|2021-2023|12.000 m²|98,5%|7h30|238-CV/TU|UBND|TP.|quý III|10-15|15-10|2/3|2/9|0297|"
    "/|-|–|.|,|:|(|)|“|”|'|%|$|đ|km/h|ngày |tháng |từ |năm |số |thứ |Đ/c|I|V|X|VI|QL61|x|đến |tỷ số |1.5|0|00|"
    "…|https://a.vn/1|a@b.vn| |\n|hộ|QĐ|NĐ-CP|+84|24/7|½|²|Ⅳ|④|'N|CV|TU|Covid|email|P.|KP|1) |- |_|^|"
    "Em |chị |anh T|Bà |N.T.H.|P. |V. |Th. |CCB |(UBND)|Hội |HND|ĐT.|(ĐT.963)|GD&ĐT|mục iv|gọi |113|20.11|của "
)
written = st.lists(
    st.one_of(
        st.sampled_from(PIECES.split("|")),
        st.text(max_size=4),
        st.integers(0, 10**13).map(str),
    ),
    max_size=60,
).map("".join)


@pytest.mark.parametrize(("text", "said", "mark"), CASES)
def test_golden(text, said, mark):
    """Every class of token is read as its golden file says, and again unchanged; a guess is marked, nothing else is."""
    speech = speak(text, LEXICON)
    assert speech.text == said
    assert bool(speech.warnings) is bool(mark)
    assert mark in "".join(speech.warnings)
    assert spoken(said, LEXICON) == said


def test_there_are_enough_golden_cases():
    assert len(CASES) >= 400
    assert len({case.values[0] for case in CASES}) == len(CASES), "one case is written once"


@example("quý “V”")
@example("1'N")
@given(st.one_of(written, st.text(max_size=2000)))
def test_any_text_is_said_without_digits_or_signs_and_only_once(text):
    """No text raises; the result can be read aloud; reading it again changes nothing."""
    said = spoken(text, LEXICON)
    assert SAYABLE.fullmatch(said), said
    assert not any(character.isdigit() for character in said)
    assert spoken(said, LEXICON) == said


HOSTILE = (
    "1|1.|1.1m|1-1.|1-|1/|1,1.|ngày 1, |"
    "gọi 0 |gọi 0912 |0912.|113/|ngày 1.1, |ngày 1-1 |1 - |tháng 1 |1/1 và |2024/2025, |A.|A.B. |N.T.H |"
    "anh T |chị P. N|HTX (HTX) |AB (A |(AB) |05-NQ/TU và |Quyết định số |Quyết định |ĐT.1 |A&B|A-B-|A - |mục i |"
    "Hội HND |Em N. |Ngày A 1-1 |"
    "~1 |1 000 |1 000-|1k |1tr5|1 a/1 b |1 1/2 |#1 |3kg-|3kg-3kg-|a/b/|km |đồng/a|3p2s|1:00-|homestay |"
    "1,2|1,2,|tổ 1,2 |"
    "1:|0 |A1|A/|CV-|a.b|(|'|1x|TP.|a@|1' | |,|, |…|,…|- |1 -| /|Đ/c|quý I |www.|a@a."
)


@pytest.mark.parametrize("part", HOSTILE.split("|"))
def test_hostile_repetition_takes_linear_time(part):
    """Sixty thousand letters of anything: a quadratic rule would need many times this bound."""
    started = process_time()
    spoken(part * (60_000 // len(part)), LEXICON)
    assert process_time() - started < 10


def test_an_unknown_short_form_is_spelt_and_the_editor_is_told():
    said = speak("Đội XYZ của xã", LEXICON)
    assert said.text == "Đội ích-xì i dài dét của xã"
    assert said.warnings == ("“XYZ”: chữ viết tắt chưa có trong lexicon.yml; đang đánh vần từng chữ. Hãy thêm nghĩa.",)


def test_known_forms_raise_no_remark():
    assert speak("UBND xã có 1.099 hộ, TP. Rạch Giá, VI PHẠM, TỈNH ỦY", LEXICON).warnings == ()


def test_an_address_is_remarked_once():
    said = speak("Xem https://a.vn/1 hoặc www.b.vn", LEXICON)
    assert said.text == "Xem địa chỉ ghi trên trang hoặc địa chỉ ghi trên trang"
    assert len(said.warnings) == 1


def test_a_station_may_choose_its_own_words():
    southern = LEXICON.model_copy(
        update={"numerals": LEXICON.numerals.model_copy(update={"zero_ten": "lẻ", "thousand": "ngàn"})}
    )
    assert spoken("1.105", southern) == "một ngàn một trăm lẻ năm"
