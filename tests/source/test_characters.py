"""Bytes to text."""

import pytest

from scripts.source.text.characters import MAX_BYTES, decode_text
from scripts.source.text.source_text import SourceText


def codes(data):
    return [problem.code for problem in decode_text(data, "a.md")[1]]


def test_good_text_comes_out_as_it_is():
    assert decode_text("Hòn Đất\n\tmột\n".encode(), "a.md") == (SourceText("Hòn Đất\n\tmột\n", "a.md"), [])


def test_line_ends_become_one():
    assert decode_text(b"a\r\nb\rc\n\r\n", "a.md") == (SourceText("a\nb\nc\n\n", "a.md"), [])


def test_a_text_over_the_limit_is_not_read():
    """Whoever opened the file: nothing is decoded beyond the limit."""
    assert decode_text(b"a" * MAX_BYTES, "a.md")[1] == []
    assert decode_text(b"a" * (MAX_BYTES + 1), "a.md")[0] is None
    assert codes(b"a" * (MAX_BYTES + 1)) == ["file-too-large"]


def test_a_byte_order_mark_is_taken_off():
    assert decode_text(b"\xef\xbb\xbfa", "a.md")[0].text == "a"


def test_text_is_composed():
    source, problems = decode_text("ho\u0300n".encode(), "a.md")

    assert source.text == "hòn"
    assert [(p.line, p.column, p.code) for p in problems] == [(1, 2, "not-nfc")]


def test_refused_characters_become_one_replacement_each():
    """Columns stay where they were for whatever reads on."""
    source, problems = decode_text("a\u200bb\u2028c".encode(), "a.md")

    assert source.text == "a\ufffdb\ufffdc"
    assert [(p.line, p.column) for p in problems] == [(1, 2), (1, 4)]


@pytest.mark.parametrize("data", ["Ñöôøng", "naïve", "§ 5, © 2020", "12 m² × 3"])
def test_a_few_foreign_letters_are_no_old_font(data):
    assert codes(data.encode()) == []


@pytest.mark.parametrize(
    "data", [b"\x00", b"\x00" * 10, b"a\x00b", b"\x00\x00 text that is plain", b"ab\x00cdefgh\x00ijklmnopq"]
)
def test_a_stray_nul_is_no_utf16(data):
    assert "not-utf-8" not in codes(data)
    assert "forbidden-character" in codes(data)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["---\ntitle: Đường hoa của xóm Lò Rạch Xếp\n", "ab", "Tổ ba ở ấp"])
def test_utf16_without_its_mark_is_recognised(text, encoding):
    assert codes(text.encode(encoding)) == ["not-utf-8"]
