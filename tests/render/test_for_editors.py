"""What the preview shows editors of the fact check, on the page of a story and on the desk."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition, build_catalog
from scripts.render.pages import Pages
from scripts.render.press.desk import desk_data, desk_pages
from scripts.render.reading.for_editors.grade import completeness_in
from scripts.render.site import render_site
from scripts.render.urls import press_url, story_url
from tests.made_up import BODY, made_up_story, made_up_taxonomy

OPEN = [
    {"about": "figure", "text": "Báo cáo ghi 20 nhà & danh sách có 21 chữ ký"},
    {"about": "recognition", "text": "Chưa rõ quyết định nào"},
]
ANSWERED = {
    "about": "place",
    "text": "Ấp này nay thuộc xã nào",
    "answer": "Nay thuộc xã Bến Gạo",
    "by": "Ủy ban nhân dân xã Bến Gạo",
    "date": "2026-11-02",
}


def catalog_of(story, edition=Edition.PREVIEW):
    return build_catalog([story], made_up_taxonomy(), edition)


def page_of(story, edition=Edition.PREVIEW):
    """Return the page of ``story``, parsed."""
    pages = {page.address: page for page in render_site(catalog_of(story, edition))}
    return LexborHTMLParser(pages[story_url(story.key)].html)


def words_of(node):
    return " ".join(node.text(separator=" ").split())


def test_what_is_to_be_asked_stands_on_the_page_of_the_preview_and_what_was_answered_folded_beneath():
    box = page_of(made_up_story(to_verify=[*OPEN, ANSWERED])).css_first("[data-editors]")

    assert words_of(box) == (
        "Cần kiểm lại trước khi duyệt (2)"
        " Con số Báo cáo ghi 20 nhà & danh sách có 21 chữ ký"
        " Công nhận, khen thưởng Chưa rõ quyết định nào"
        " Đã kiểm (1)"
        " Nơi làm Ấp này nay thuộc xã nào"
        " Trả lời: Nay thuộc xã Bến Gạo Ủy ban nhân dân xã Bến Gạo, 02-11-2026"
        " Độ đầy đủ: sơ lược Còn thiếu: bối cảnh; các bước làm; kết quả; phần Làm theo"
        " Phần này chỉ có ở bản xem trước."
    )
    assert ["open" in node.attributes for node in box.css("details")] == [True, False]


@pytest.mark.parametrize(
    ("questions", "heading"),
    [(OPEN, "Cần kiểm lại trước khi duyệt (2)"), ([ANSWERED], "Đã kiểm (1)")],
    ids=["open only", "answered only"],
)
def test_what_is_not_there_has_no_heading(questions, heading):
    page = page_of(made_up_story(to_verify=questions))
    assert [words_of(node) for node in page.css("[data-editors] summary")] == [heading]


@pytest.mark.parametrize(
    ("edition", "questions"), [(Edition.PREVIEW, []), (Edition.PUBLIC, [ANSWERED])], ids=["nothing asked", "public"]
)
def test_there_is_no_box(edition, questions):
    page = page_of(made_up_story(approved=True, to_verify=questions), edition)
    assert page.css_first("[data-editors]") is None


def test_an_approved_story_that_is_doubted_does_not_say_that_nobody_approved_it():
    page = page_of(made_up_story(approved=True, to_verify=OPEN))

    assert words_of(page.css_first("[data-draft]")).startswith("Đã duyệt, đang kiểm lại Còn điều chưa kiểm xong")
    assert words_of(page.css_first("[data-editors] summary")) == "Cần kiểm lại (2)"


@pytest.mark.parametrize(("questions", "count"), [([*OPEN, ANSWERED], 2), ([ANSWERED], None)], ids=["two", "none"])
def test_the_desk_says_how_much_is_still_to_be_asked_and_not_what(questions, count):
    catalog = catalog_of(made_up_story(to_verify=questions))
    html = "".join(page.html for page in desk_pages(Pages(), catalog))
    (entry,) = json.loads(desk_data(catalog))

    assert entry.get("questions") == count
    assert ("<span data-editors>cần kiểm lại 2 điều</span>" in html) is (count is not None)
    assert "Báo cáo ghi" not in html


HOW_TO = "## Làm theo\n\nMười người, một năm.\n"
COMPLETE = f"## Bối cảnh\n\nCạn.\n\n## Cách làm\n\nVét. Rủ. Chia.\n\n## Kết quả\n\nĐủ nước.\n\n{HOW_TO}"


@pytest.mark.parametrize(
    ("body", "said"),
    [(BODY, "sơ lược Còn thiếu: bối cảnh; các bước làm; kết quả; phần Làm theo"), (COMPLETE, "đầy đủ")],
    ids=["a stub", "complete"],
)
def test_a_draft_says_on_its_page_how_complete_it_is_and_what_it_lacks(body, said):
    """To editors, in their box; nothing need have been asked for it to be there."""
    box = page_of(made_up_story(body=body)).css_first("[data-editors]")
    assert words_of(box) == f"Độ đầy đủ: {said} Phần này chỉ có ở bản xem trước."


def test_the_desk_says_how_complete_a_draft_is_and_of_an_approved_text_nothing():
    draft, approved = made_up_story(), made_up_story("to-khac", approved=True)
    catalog = build_catalog([draft, approved], made_up_taxonomy(), Edition.PREVIEW)
    html = "".join(page.html for page in desk_pages(Pages(), catalog))
    grades = {entry["url"]: entry.get("grade") for entry in json.loads(desk_data(catalog))}

    assert html.count("<span data-editors>độ đầy đủ: sơ lược</span>") == 1
    assert grades == {press_url(draft.key): "sơ lược", press_url(approved.key): None}


def test_no_page_of_the_public_edition_says_how_complete_a_story_is():
    """Not even of a story that is handed to it as a draft: the public edition has no words for editors."""
    catalog = catalog_of(made_up_story(approved=True), Edition.PUBLIC)
    every = "".join(page.html for page in render_site(catalog)) + desk_data(catalog)
    assert "độ đầy đủ:" not in every.lower()
    assert completeness_in(made_up_story(), catalog) is None
