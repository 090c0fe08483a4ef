"""How values are written for readers."""

from datetime import date

import pytest

from scripts.render.wording import say_date, say_list, say_number, say_partial_date, say_title


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2011, 10, 14), "14-10-2011"),
        (date(2011, 7, 1), "01-7-2011"),
        (date(2011, 5, 14), "14-5-2011"),
        (date(2012, 2, 3), "03-02-2012"),
        (date(2025, 1, 9), "09-01-2025"),
    ],
)
def test_dates_are_written_as_in_the_letter(day, said):
    assert say_date(day) == said


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2020", "2020"), ("2020-08", "8-2020"), ("2020-02", "02-2020"), ("2020-08-05", "05-8-2020")],
)
def test_a_date_of_which_a_part_is_known(iso, said):
    assert say_partial_date(iso) == said


def test_thousands_have_dots():
    assert [say_number(n) for n in (0, 24, 1099, 1234567)] == ["0", "24", "1.099", "1.234.567"]


def test_names_are_joined_as_in_a_sentence():
    assert [say_list(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a và b", "a, b và c"]


def test_a_title_of_somebody_else_s_is_marked_as_theirs():
    """A mark of the end inside it does not let the rest pass for words of the site."""
    assert say_title("Gạo đổi rác") == "“Gạo đổi rác”"
    assert say_title("Gạo” Tỉnh nói: “rác") == "“Gạo’ Tỉnh nói: ‘rác”"
