"""Rows 1 to 7: bytes and characters that plain text cannot hold."""

import unicodedata

import pytest

from scripts.source.text.body import compile_body
from scripts.source.text.characters import MAX_BYTES, MAX_REPORTS, decode_text
from tests.conftest import GOOD_STORY

TCVN3 = {"ả": 0xB6, "ề": 0xD2, "ạ": 0xB9, "ộ": 0xE9, "ế": 0xD5, "ồ": 0xE5, "ổ": 0xE6, "á": 0xB8, "à": 0xB5, "ắ": 0xBE}


def codes(problems):
    return [problem.code for problem in problems]


def places(problems):
    return [(problem.line, problem.column) for problem in problems]


def test_row_01_a_byte_order_mark_is_a_problem_with_a_cure(content):
    """A BOM is reported with the command that removes it; the rest of the story is read and checked."""
    problems = content.problems_of(b"\xef\xbb\xbf" + GOOD_STORY.replace("field: kinh-te", "field: kinh").encode())

    assert [(p.line, p.column, p.code) for p in problems] == [(1, 1, "byte-order-mark"), (9, 8, "unknown-field")]
    assert "BOM" in problems[0].message
    assert "python -m scripts tidy" in problems[0].message


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_row_02_line_ends_of_windows_and_old_macs_are_accepted(end, content):
    """The story is the same, letter by letter: same values, same HTML, same digest."""
    file = content.write_story(GOOD_STORY)
    (plain,) = content.load().stories

    file.write_bytes(GOOD_STORY.replace("\n", end).encode())
    library = content.load()

    assert library.problems == ()
    assert library.stories == (plain,)
    assert "\r" not in plain.body.source.text


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_row_02_problems_keep_their_lines_whatever_ends_them(end, content):
    spoiled = GOOD_STORY.replace("field: kinh-te", "field: kinh").replace("Cả tổ", "Cả <b>tổ")

    assert places(content.problems_of(spoiled.replace("\n", end))) == places(content.problems_of(spoiled))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_row_03_utf16_is_named_with_the_cure(encoding, content):
    """With or without its mark, UTF-16 is told apart from text that happens to hold a NUL."""
    (problem,) = content.problems_of(GOOD_STORY.encode(encoding))

    assert (problem.line, problem.column, problem.code) == (1, 1, "not-utf-8")
    assert "UTF-16" in problem.message
    assert "Encoding: UTF-8" in problem.message


@pytest.mark.parametrize(
    ("word", "column"),
    [(b"ca\xd2ng", 9), (b"c\xb6ng", 8), (b"ca\xfbng", 9), (b"cafe\xe9", 11)],
    ids=["windows-1258", "TCVN3", "VNI", "latin-1"],
)
def test_row_03_old_code_pages_are_located_never_a_traceback(word, column, content):
    """The first byte that is not UTF-8 is the place, counted in letters, not in bytes."""
    (problem,) = content.problems_of(GOOD_STORY.encode().replace("Cả tổ".encode(), "Cả tổ ".encode() + word))

    assert (problem.line, problem.column, problem.code) == (17, column, "not-utf-8")
    assert "UniKey" in problem.message


def test_row_03_a_whole_text_in_tcvn3_is_one_located_problem(content):
    data = "".join(chr(TCVN3.get(letter, ord(letter) if ord(letter) < 128 else 0xB5)) for letter in GOOD_STORY)

    (problem,) = content.problems_of(data.encode("latin-1"))

    assert (problem.line, problem.column, problem.code) == (2, 9, "not-utf-8")


def test_row_04_decomposed_letters_are_a_problem_with_a_cure(content):
    """NFD looks the same and is another text; what is read on is NFC, so nothing else goes wrong."""
    lines = GOOD_STORY.split("\n")
    lines[16] = unicodedata.normalize("NFD", lines[16])

    (problem,) = content.problems_of("\n".join(lines))

    assert (problem.line, problem.column, problem.code) == (17, 2, "not-nfc")
    assert "python -m scripts tidy" in problem.message


def test_row_04_a_composed_story_is_what_comes_out(content):
    content.write_story(GOOD_STORY)
    (story,) = content.load().stories

    assert unicodedata.is_normalized("NFC", story.front.title + story.body.source.text + story.body.text)


@pytest.mark.parametrize(
    ("character", "said"),
    [
        ("\u200b", "U+200B (ZERO WIDTH SPACE)"),
        ("\u200d", "U+200D (ZERO WIDTH JOINER)"),
        ("\u202e", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("\u2066", "U+2066 (LEFT-TO-RIGHT ISOLATE)"),
        ("\u061c", "U+061C (ARABIC LETTER MARK)"),
        ("\x00", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x07", "U+0007"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028 (LINE SEPARATOR)"),
        ("\ue000", "U+E000"),
        ("\U000f0000", "U+F0000"),
        ("\ufffd", "U+FFFD (REPLACEMENT CHARACTER)"),
        ("\ufeff", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
        ("\ufffe", "U+FFFE"),
        ("\xad", "U+00AD (SOFT HYPHEN)"),
    ],
    ids=lambda value: value if value.startswith("U+") else "",
)
@pytest.mark.parametrize(
    ("before", "place"), [("Tổ Ba", (2, 13)), ("cùng vét", (17, 55))], ids=["in the title", "in the body"]
)
def test_row_05_an_invisible_character_is_named_where_it_stands(character, said, before, place, content):
    """One problem, the character's own: it never confuses the readers that come after."""
    (problem,) = content.problems_of(GOOD_STORY.replace(before, before + character, 1))

    assert (problem.line, problem.column) == place
    assert problem.code == "forbidden-character"
    assert f": {said}. " in problem.message
    assert character not in problem.message


def test_row_05_no_refused_character_reaches_the_html():
    """Even where the check has failed, what is compiled holds none of them."""
    source, _ = decode_text("## Cách làm\n\na\u202eb\x1bc\u200bd\x00e\n".encode(), "x.md")
    body, _ = compile_body(source)

    assert body.sections[0].html == "<p>a\ufffdb\ufffdc\ufffdd\ufffde</p>"


def test_row_05_reports_of_one_kind_are_capped(content):
    """5,000 invisible characters have one cause; an editor is not shown 5,000 lines."""
    problems = content.problems_of(GOOD_STORY.replace("Cả tổ", "\u200b" * 5000 + "Cả tổ"))

    assert codes(problems) == ["forbidden-character"] * MAX_REPORTS


def test_row_06_an_empty_file_of_no_bytes_at_all(content):
    (problem,) = content.problems_of(b"")

    assert str(problem).endswith("Tệp rỗng. Hãy chép bài mẫu trong trang Góp bài vào rồi điền. [empty-file]")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (GOOD_STORY.encode() + b"a" * 5_000_000, f"5.000.{len(GOOD_STORY.encode())} byte"),
        (GOOD_STORY.encode() + b"a" * 2_000_000 + b"\n", f"2.000.{len(GOOD_STORY.encode()) + 1} byte"),
        (b"[" * 5_000_000, "5.000.000"),
        (b"\x00" * 5_000_000, "5.000.000"),
        (b"\xff" * 5_000_000, "5.000.000"),
    ],
    ids=["5 MB", "a line of 2 MB", "brackets", "zeros", "no text"],
)
def test_row_07_a_huge_file_is_a_problem_of_size(data, said, content):
    (problem,) = content.problems_of(data)

    assert (problem.line, problem.column, problem.code) == (1, 1, "file-too-large")
    assert f"Tệp nặng {said}" in problem.message
    assert "quá mức 200.000 byte" in problem.message


def test_row_07_a_huge_file_is_never_read_whole(content):
    """A sparse file of 50 GB would not fit into memory: its first bytes and its size are enough."""
    file = content.write_story(GOOD_STORY)
    with file.open("r+b") as stream:
        stream.truncate(50_000_000_000)

    (problem,) = content.load().problems

    assert "Tệp nặng 50.000.000.000 byte" in problem.message


def test_row_07_the_limit_itself_is_good(content):
    size = MAX_BYTES - len(GOOD_STORY.encode())
    longest = GOOD_STORY + ("a" * 99 + "\n") * (size // 100) + "b" * (size % 100)
    assert len(longest.encode()) == MAX_BYTES

    assert [problem.code for problem in content.problems_of(longest)] == ["too-heavy"], "no file is too large"
    assert codes(content.problems_of(longest + "b")) == ["file-too-large"]
