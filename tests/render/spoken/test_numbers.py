"""Numbers as they are said: in every grouping the same, and heard back as the number that was written."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.render.spoken.speech import speak, spoken
from scripts.render.spoken.syllables import is_syllable
from tests.render.spoken.test_spoken import LEXICON

EDGES = sorted(
    {
        number + step
        for number in (0, 10, 15, 20, 21, 24, 55, 100, 105, 110, 999, *(10**power for power in range(3, 9)))
        for step in (-1, 0, 1, 4, 5, 10, 21, 100, 101, 1_000, 1_001, 15_015)
        if 0 <= number + step < 10**9
    }
)
numbers = st.one_of(st.integers(0, 10**9 - 1), st.sampled_from(EDGES))

DIGITS = dict(zip(["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"], range(10), strict=True))
DIGITS |= {"mốt": 1, "tư": 4, "lăm": 5}
SIZES = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 1_000}


def heard(said):
    """Return the number that a listener writes down: worked out without our own code."""
    total = group = last = 0
    for word in said.split():
        if word in SIZES:
            total, group, last = total + (group + last) * SIZES[word], 0, 0
        elif word == "trăm":
            group, last = last * 100, 0
        elif word == "mươi":
            group, last = group + last * 10, 0
        elif word == "mười":
            group, last = group + 10, 0
        elif word != "linh":
            last = DIGITS[word]
    return total + group + last


def grouped(number, mark):
    return f"{number:,}".replace(",", mark)


@example(0)
@given(numbers)
def test_a_number_is_heard_as_it_was_written(number):
    assert heard(spoken(str(number), LEXICON)) == number


@pytest.mark.parametrize(
    "mark", [".", " ", "\u00a0", "\u202f", "\u2009"], ids=["dot", "space", "no-break", "narrow", "thin"]
)
@given(number=numbers)
def test_every_grouping_is_read_as_the_plain_form(mark, number):
    """Alone, before a noun, before a unit, and as a sum of money."""
    for sentence in ("{}", "Cả huyện có {} hộ.", "Đường dài {} m.", "Góp {}đ."):
        plain = sentence.format(number)
        assert spoken(sentence.format(grouped(number, mark)), LEXICON) == spoken(plain, LEXICON)


@given(st.integers(10**6, 10**9 - 1))
def test_the_english_grouping_is_read_so_where_it_can_be_nothing_else(number):
    assert spoken(grouped(number, ","), LEXICON) == spoken(str(number), LEXICON)


@given(st.integers(1_000, 999_999))
def test_one_comma_before_three_digits_is_a_part_and_is_marked(number):
    """``60,240`` is sixty and a part in Vietnamese; who meant sixty thousand is told."""
    written = grouped(number, ",")
    speech = speak(f"Đất rộng {written} m2", LEXICON)
    assert "phẩy" in speech.text
    assert written in "".join(speech.warnings)


@given(st.integers(0, 10**4), st.sampled_from(["kg", "m", "ha", "triệu đồng", "hộ", "đ", "%"]), st.integers(1, 99))
def test_a_range_is_said_with_its_two_ends_in_whatever_way_it_is_written(first, unit, more):
    """With one unit or two, a hyphen or a dash, spaces or none: "từ … đến …", the unit once."""
    last = first + more
    ways = (f"{first}{{0}}{last} {unit}", f"{first} {unit}{{0}}{last} {unit}")
    if unit in ("kg", "m", "ha", "đ", "%"):
        ways += (f"{first}{unit}{{0}}{last}{unit}",)
    said = {spoken(f"Có {way.format(dash)} như vậy.", LEXICON) for way in ways for dash in ("-", "–", " - ", " – ")}
    assert len(said) == 1, said
    (one,) = said
    assert one.startswith(f"Có từ {spoken(str(first), LEXICON)} đến {spoken(str(last), LEXICON)} ")


UNSAID = "₪₿→∑√≡∞#*|^~\\"


@pytest.mark.parametrize("sign", UNSAID)
def test_a_sign_without_a_word_is_never_dropped_in_silence(sign):
    """Between words and after a number; a sign that only opens a line is an ornament of the list."""
    for sentence in (f"Góp công {sign} góp của", f"Góp 15{sign} mỗi tháng"):
        speech = speak(sentence, LEXICON)
        assert sign not in speech.text
        assert f"“{sign}”" in "".join(speech.warnings), sentence


LETTERS = "ABCDĐEGHIKLMNOPQRSTUVXY"


@given(st.text(LETTERS, min_size=2, max_size=9))
def test_no_run_of_capitals_is_left_unspelt_without_a_mark(run):
    """It is said in full or spelt, or can be read as it stands; otherwise its line is marked."""
    speech = speak(f"Đội {run} góp sức", LEXICON)
    for word in speech.text.split():
        if len(word) > 1 and word.isupper() and not is_syllable(word):
            assert f"“{word}”" in "".join(speech.warnings)


@given(st.integers(1, 999), st.text("bcdfghklmnprstvwxz", min_size=1, max_size=4))
def test_letters_after_a_number_are_a_unit_or_marked(number, letters):
    speech = speak(f"Đo được {number} {letters} mỗi lần", LEXICON)
    if letters in speech.text.split():
        assert letters in "".join(speech.warnings)
