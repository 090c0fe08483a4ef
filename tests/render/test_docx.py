"""Documents that an office opens: python-docx reads back every word, LibreOffice draws the page."""

import io
import shutil
import subprocess
import unicodedata
from datetime import date
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st

from scripts.render.press.docx import Paragraph, Row, Table, WordDocument, docx_bytes

ANYTHING = st.text(max_size=80)


def opened(*blocks, title="Tên", creator="Trang"):
    return docx.Document(io.BytesIO(docx_bytes(WordDocument(title, creator, date(2026, 11, 20), tuple(blocks)))))


def readable(text):
    """Return ``text`` as a paragraph can hold it, worked out without our own code."""
    spaced = "".join(" " if letter in "\t\n\r" else letter for letter in text)
    return "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cs") and c not in "\ufffe\uffff")


@pytest.mark.parametrize(
    "text",
    [
        "A & B < C > D \"E\" 'F' ]]> <!-- --> &amp; &#0; {{ x }} {% y %}",
        "Đường Trần Hưng Đạo, ấp Gò Đất, xã Hòa Điền: ằẳẵặ ỗộ ưỡự",
        "😀 👩🏽‍🌾 🇻🇳 𝒳",
        "  hai  dấu cách  ",
        "",
    ],
)
def test_every_letter_survives(text):
    document = opened(Paragraph("BodyText", text), Table((Row(text, (text, text)),)), title=text)
    assert document.paragraphs[0].text == text
    cells = document.tables[0].rows[0].cells
    assert cells[0].text == text
    assert cells[1].text == f"{text}\n{text}"
    assert document.core_properties.title == text


def test_what_xml_cannot_hold_is_left_out():
    assert opened(Paragraph("BodyText", "a\x00\x07b\tc\nd\x85\ufffee\ud800")).paragraphs[0].text == "ab c de"


@given(title=ANYTHING, body=ANYTHING, cell=ANYTHING)
def test_any_text_makes_a_document_that_opens_with_that_text(title, body, cell):
    document = opened(Paragraph("Title", title), Paragraph("BodyText", body), Table((Row(cell, (body,)),)), title=title)
    assert [paragraph.text for paragraph in document.paragraphs] == [readable(title), readable(body)]
    assert [c.text for c in document.tables[0].rows[0].cells] == [readable(cell), readable(body)]
    assert document.core_properties.title == readable(title)


def test_the_page_is_that_of_a_vietnamese_office():
    """A4, margins of Decree 30/2020, Times New Roman 13 pt, Vietnamese, the story's own date."""
    document = opened(Paragraph("Heading1", "Đề mục"), Paragraph("BodyText", "Chữ"))
    section, normal = document.sections[0], document.styles["Normal"]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.left_margin.mm) == 30
    assert all(
        abs(margin - Mm(20)) < Mm(1) for margin in (section.top_margin, section.bottom_margin, section.right_margin)
    )
    assert [p.style.name for p in document.paragraphs] == ["Heading 1", "Body Text"]
    defaults = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    assert defaults.rFonts_ascii == "Times New Roman"
    assert defaults.sz_val == Pt(13)
    assert defaults.xpath("w:lang/@w:val") == ["vi-VN"]
    assert normal.font.name is None
    assert document.core_properties.language == "vi-VN"
    assert document.core_properties.created.date() == date(2026, 11, 20)


def test_the_same_document_is_the_same_bytes():
    one = WordDocument("Tên", "Trang", date(2026, 11, 20), (Paragraph("BodyText", "Chữ"),))
    data = docx_bytes(one)
    assert data == docx_bytes(one)
    with ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed on this machine")
def test_libreoffice_draws_it(tmp_path):
    """Where there is an office to try: it makes a page of our words, without complaint."""
    source = tmp_path / "thu.docx"
    blocks = (Paragraph("Title", "Tên bài"), Paragraph("BodyText", "Đường & cầu"), Table((Row("Ai làm", ("Tổ bịa",)),)))
    source.write_bytes(docx_bytes(WordDocument("Tên", "Trang", date(2026, 11, 20), blocks)))
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/office",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]

    subprocess.run([*command, "--outdir", str(tmp_path), str(source)], check=True, capture_output=True, timeout=120)

    text = (tmp_path / "thu.txt").read_text(encoding="utf-8-sig")
    assert [line for line in text.splitlines() if line] == ["Tên bài", "Đường & cầu", "Ai làm", "Tổ bịa"]
