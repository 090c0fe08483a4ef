"""A text that knows its file: where its letters stand, whole or in part."""

from scripts.source.problems.code import Code
from scripts.source.text.source_text import SourceText

WHOLE = SourceText("ab\nĐc\n\nd\n", "a.md")


def test_a_mark_counts_lines_and_letters_from_1():
    assert WHOLE.mark(0) == (1, 1)
    assert WHOLE.mark(4) == (2, 2)
    assert WHOLE.mark(6) == (3, 1)


def test_a_part_keeps_its_place_in_the_file():
    """What is found in a body is located in the file, not in the body."""
    part = WHOLE.part(1)

    assert (part.text, part.path, part.start) == ("Đc\n\nd\n", "a.md", (2, 1))
    assert part.mark(part.text.index("d")) == WHOLE.mark(WHOLE.text.index("d")) == (4, 1)
    assert part.part(2).start == (4, 1)


def test_a_part_holds_its_lines_with_their_ends():
    """The last line of a block scalar ends like the others, though a fence follows."""
    assert WHOLE.part(0, 2).text == "ab\nĐc\n"
    assert WHOLE.part(0).text == WHOLE.text
    assert WHOLE.part(9).text == ""
    assert SourceText("a\nb").part(1, 2).text == "b"


def test_a_problem_of_a_text_names_its_file():
    assert str(WHOLE.part(1).problem(WHOLE.part(1).start, Code("x", "Sai."))) == "a.md:2:1: Sai. [x]"
