"""What a headline figure means, and what is none: the qualifier and the range belong to it."""

import doctest

import pytest

from scripts.source.problems.registry.facts import BAD_FIGURE
from scripts.source.schema import figure
from scripts.source.schema.figure import (
    QUALIFIERS,
    Figure,
    FigureError,
    FigureOrderError,
    meant_by,
    numbers_apart,
    parse_figure,
)
from scripts.source.schema.story_parts import Result


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.099", Figure(1099)),
        ("12,4", Figure(12.4)),
        ("0,5", Figure(0.5)),
        ("1.234,56", Figure(1234.56)),
        ("98,5%", Figure(98.5, percent=True)),
        ("hơn 1.200", Figure(1200, "hơn")),
        ("ít nhất 3", Figure(3, "ít nhất")),
        ("chỉ 8", Figure(8, "chỉ")),
        ("dưới 2,5%", Figure(2.5, "dưới", percent=True)),
        ("từ 300 đến 500", Figure(300, second=500, relation="to")),
        ("từ 50% đến 60%", Figure(50, second=60, relation="to", percent=True)),
        ("5 đến 6", Figure(5, second=6, relation="to")),
        ("3-5", Figure(3, second=5, relation="to")),
        ("từ 35–37", Figure(35, second=37, relation="to")),
        ("khoảng 10 - 15%", Figure(10, "khoảng", 15, "to", percent=True)),
        ("khoảng từ 1.000.000 đến 2.000.000", Figure(1_000_000, "khoảng", 2_000_000, "to")),
        ("53/64", Figure(53, second=64, relation="of")),
        ("26/24", Figure(26, second=24, relation="of")),
        ("gần 9 / 10", Figure(9, "gần", 10, "of")),
    ],
)
def test_a_figure_means_what_a_vietnamese_reader_takes_it_for(written, meant):
    assert parse_figure(written) == meant


@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_every_qualifier_stands_before_a_number_and_before_a_range(qualifier):
    assert parse_figure(f"{qualifier} 20").qualifier == qualifier
    assert parse_figure(f"{qualifier} 20-30").qualifier == qualifier


def test_the_editor_is_told_every_qualifier():
    """In the message for what is no figure, and in the help of the key."""
    help_of_the_key = Result.model_fields["value"].description
    for qualifier in QUALIFIERS:
        assert qualifier in BAD_FIGURE.says
        assert qualifier in help_of_the_key


@pytest.mark.parametrize(
    "written",
    [
        *("", "hơn", "hàng trăm", "~500", "500+", ">500", "từ 300", "đến 500", "Hơn 50", "hơn  50", "hơn gần 50"),
        *("2.4", "012", "1.099.00", "1_000", "1e3", "١٢", "12:30", "3-5-7", "1/2/3", "50 60", "50%%", "-5"),
        "9" * 5_000 + "x",
    ],
)
def test_what_is_no_figure_is_not_guessed(written):
    with pytest.raises(FigureError) as error:
        parse_figure(written)
    assert not isinstance(error.value, FigureOrderError)


@pytest.mark.parametrize(
    ("written", "figure", "unit"),
    [
        ("~500", "khoảng 500", ""),
        ("500+", "hơn 500", ""),
        ("Hơn 50", "hơn 50", ""),
        ("hơn  50", "hơn 50", ""),
        ("hơn1.099", "hơn 1.099", ""),
        ("2.4", "2,4", ""),
        ("2.4 km", "2,4", "km"),
        ("2,4 km", "2,4", "km"),
        ("gần 1,7 tỷ", "gần 1,7", "tỷ"),
        *((written, "", "") for written in ("hàng trăm", "012", "1e3", "12:30", "1.099.00", "hơn gần 50")),
    ],
)
def test_row_79_what_was_meant_is_offered_its_unit_apart(written, figure, unit):
    assert meant_by(written) == (figure, unit)


@pytest.mark.parametrize("written", ["từ 500 đến 300", "5-5", "12,5-12", "từ 60% đến 50%"])
def test_a_range_climbs(written):
    with pytest.raises(FigureOrderError):
        parse_figure(written)


@pytest.mark.parametrize(
    "written", ["từ 300 đến 500", "hơn 1.099", "3-5", "53/64", "98,5%", "khoảng từ 5 đến 6%", "22"]
)
def test_the_pieces_are_the_figure_and_the_large_ones_are_its_numbers(written):
    pieces = numbers_apart(written)
    assert "".join(piece for piece, _ in pieces) == written
    assert all(large is not any(letter.isalpha() for letter in piece) for piece, large in pieces)


def test_the_examples_of_the_module_hold():
    assert doctest.testmod(figure).failed == 0
