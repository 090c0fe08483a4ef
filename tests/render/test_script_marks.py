"""What was guessed in a radio script stands beside its line for editors, and never before readers."""

import io
from datetime import date

import docx
import pytest

from scripts.catalog.catalog import Edition
from scripts.render.pages import Pages
from scripts.render.press.documents import script_document
from scripts.render.press.docx import docx_bytes
from scripts.render.press.press_page import press_page
from scripts.render.press.radio import radio_script
from tests.render.press_scene import SITE_URL, TAXONOMY, catalog_of, script_of, story_of, texts_of

BODY = "## Cách làm\n\nCả tổ họp một đêm. Đội XBC góp sức, ai cũng mừng.\n"
GUESS = "“XBC”"
LONG = "## Cách làm\n\n" + "Cả tổ họp một đêm. Đội XBC góp sức, ai cũng mừng.\n\n" * 400


def pages_of(edition, body=BODY):
    """Return what a reader of the press page of a public story can get: the page, and the files it offers."""
    story = story_of(body=body)
    page = press_page(Pages(), story, catalog_of(story, edition=edition), radio_script(story, TAXONOMY), SITE_URL)
    return [page.html, *(data.decode("utf-8-sig") for data in page.files.values())]


@pytest.mark.parametrize("body", [BODY, LONG], ids=["on the page", "as a file"])
def test_the_preview_marks_the_line_and_the_public_page_marks_nothing(body):
    previewed = "".join(pages_of(Edition.PREVIEW, body))
    line = previewed.index("Đội ích-xì bê xê góp sức")
    assert 0 < previewed.index(GUESS, line) - line < 200
    for text in pages_of(Edition.PUBLIC, body):
        assert "góp sức" in text
        assert "lexicon.yml" not in text
        assert "Xem lại" not in text


@pytest.mark.parametrize("body", [BODY, LONG], ids=["on the page", "as a file"])
def test_who_put_a_cut_together_is_told_to_editors_alone(body):
    assert "Máy ghép từ câu của bài" in "".join(pages_of(Edition.PREVIEW, body))
    assert "Máy ghép" not in "".join(pages_of(Edition.PUBLIC, body))


def test_a_document_of_the_script_sets_the_mark_apart_from_what_is_said():
    """The words to be read stand in large type, the mark right below them in small."""
    story = story_of(body=BODY)
    document = script_document(script_of(story), texts_of(story), "Trang", date(2026, 11, 20), marked=True)
    paragraphs = docx.Document(io.BytesIO(docx_bytes(document))).paragraphs
    at = next(number for number, one in enumerate(paragraphs) if GUESS in one.text)
    assert paragraphs[at].style.name == "Note"
    assert paragraphs[at - 1].style.name == "Script"
    assert "Đội ích-xì bê xê góp sức" in paragraphs[at - 1].text
