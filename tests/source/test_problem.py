"""A problem on one line, and contributed text made safe to show."""

import pytest

from scripts.source.problems.code import Code, Severity
from scripts.source.problems.problem import START, Mark, problem_at
from scripts.source.problems.shown import shown

SAID = Code("too-short", "Tên “{name}” quá ngắn.", {"name": "a"})
NOTED = Code("changed", "Đổi.", severity=Severity.REMARK)


def test_a_problem_is_one_line_that_editors_can_click():
    problem = problem_at("content/a.md", Mark(3, 7), SAID, name="Tổ")

    assert str(problem) == "content/a.md:3:7: Tên “Tổ” quá ngắn. [too-short]"


def test_a_problem_keeps_what_it_is_about():
    """The message cuts a long value short; who asks the values gets all of it."""
    problem = problem_at("a.md", START, SAID, name="a" * 90)

    assert "a" * 61 not in problem.message
    assert (problem.kind, problem.values) == (SAID, {"name": "a" * 90})


def test_problems_and_remarks_sort_together_by_file_and_place():
    places = [
        problem_at("b", Mark(1, 1), NOTED),
        problem_at("a", Mark(10, 1), NOTED),
        problem_at("a", Mark(9, 2), SAID, name="a"),
        problem_at("a", Mark(9, 1), NOTED),
    ]

    assert [(p.path, p.line, p.column) for p in sorted(places)] == [
        ("a", 9, 1),
        ("a", 9, 2),
        ("a", 10, 1),
        ("b", 1, 1),
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Đường hoa, 1.099 “hộ” – 12%", "Đường hoa, 1.099 “hộ” – 12%"),
        ("a\nb\tc", "a\\u{a}b\\u{9}c"),
        ("\x1b[31m", "\\u{1b}[31m"),
        ("\u202e\u2066\u200b\ufeff", "\\u{202e}\\u{2066}\\u{200b}\\u{feff}"),
        ("\udc80", "\\u{dc80}"),
        ("::error::x", "\\u{3a}\\u{3a}error\\u{3a}\\u{3a}x"),
        ("a ##[group]b", "a \\u{23}\\u{23}[group]b"),
        ("##vso[x]", "\\u{23}\\u{23}vso[x]"),
        ("## Cách làm: tốt", "## Cách làm: tốt"),
        ("\xa0\xad\u3000", "\\u{a0}\\u{ad}\\u{3000}"),
        ("😀 日本", "😀 日本"),
    ],
)
def test_contributed_text_is_shown_on_one_harmless_line(written, said):
    assert shown(written) == said


def test_contributed_text_is_shown_short():
    assert shown("a" * 61) == "a" * 59 + "…"
    assert shown("a" * 60) == "a" * 60
    assert shown("abcdef", limit=4) == "abc…"
