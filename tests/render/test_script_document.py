"""The radio script as a Word document: what a newsreader is handed on paper."""

import io
from datetime import date

import docx
import pytest

from scripts.render.press.documents import script_document
from scripts.render.press.docx import docx_bytes
from tests.render.press_scene import script_of, story_of, texts_of

GUESSED = "## Cách làm\n\nCả tổ họp một đêm. Đội XBC góp sức, ai cũng mừng.\n"


def paper(story, *, marked=False):
    document = script_document(script_of(story), texts_of(story), "Trang", date(2026, 11, 20), marked=marked)
    return docx.Document(io.BytesIO(docx_bytes(document)))


def of_style(document, name):
    return [paragraph for paragraph in document.paragraphs if paragraph.style.name == name]


def test_it_has_one_title_and_a_heading_for_each_cut():
    """Headings are styles, so that Word lists them; no sign of a plain text stands in for one."""
    story = story_of()
    script, document = script_of(story), paper(story)
    (title,) = of_style(document, "Title")
    assert title.text == story.front.title
    headings = [heading.text for heading in of_style(document, "Heading 1")]
    assert headings == [f"{cut.name} ({cut.clock}, {cut.syllables} âm tiết)" for cut in script.cuts]
    assert not [one.text for one in document.paragraphs if "==" in one.text or one.text.isupper()]


def test_a_line_is_what_is_said_with_its_time_small_in_the_margin():
    """Nothing else stands in large type: no count of syllables, no label that could be read out."""
    story = story_of()
    said = [(line.start, line.text) for cut in script_of(story).cuts for line in cut.lines]
    lines = of_style(paper(story), "Script")
    assert [(line.runs[0].text, line.runs[-1].text) for line in lines] == said
    assert {line.runs[0].style.name for line in lines} == {"Cue"}


def test_its_pages_are_numbered():
    (section,) = paper(story_of()).sections
    assert " PAGE " in section.header.part.element.xpath("string(//w:instrText)")


@pytest.mark.parametrize("marked", [False, True])
def test_remarks_are_for_editors_and_below_their_line(marked):
    """Among them who put a cut together."""
    story = story_of(body=GUESSED)
    texts = [one.text for one in paper(story, marked=marked).paragraphs]
    assert any("lexicon.yml" in text for text in texts) is marked
    assert any(cut.by_whom in texts for cut in script_of(story).cuts) is marked
