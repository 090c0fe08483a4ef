"""The pages of the messages: the checker's, and those of the last check."""

from selectolax.lexbor import LexborHTMLParser

from scripts.publish.gate.gate import MAX_PAGE_BYTES
from scripts.render.guide.messages_page import messages_pages
from scripts.render.pages import Pages
from scripts.source.problems.look_up import CODES
from scripts.source.problems.registry import site

PAGES = [LexborHTMLParser(page.html) for page in messages_pages(Pages())]
SHELL = 9_000
"""Bytes of a page around its own part."""


def test_each_code_has_its_place_and_says_what_to_do():
    """A line of the checker leads here: the code in its brackets is the anchor."""
    for name, code in CODES.items():
        (page,) = (page for page in PAGES if page.css_first(f"dt[id='{name}']"))
        term = page.css_first(f"dt[id='{name}']")
        assert name in term.text()
        assert ("lời nhắc" in term.text()) is (code.is_remark and not code.is_advice)
        assert ("gợi ý" in term.text()) is code.is_advice
        section = next(part for part in page.css("section") if part.css_first(f"dt[id='{name}']"))
        assert code.fault in " ".join(section.text().split())
        assert code.cure in " ".join(section.text().split())


def test_the_pages_stay_light():
    assert all(len(page.html.encode()) + SHELL < MAX_PAGE_BYTES for page in messages_pages(Pages()))


def test_what_the_last_check_says_has_a_page_of_its_own():
    """Most who send a story never meet it."""
    checker, lists, last = PAGES
    assert lists.css_first("dt#withdrawn-present")
    assert last.css_first("dt#draft-in-public")
    assert not checker.css_first("dt#draft-in-public")
    assert checker.css_first("nav a[href$='kiem-tra-cuoi/']")


def test_what_most_messages_of_a_group_ask_for_is_said_once():
    """One message that asks for something else does not make all others repeat themselves."""
    last = PAGES[2]
    asked = site.DRAFT_IN_PUBLIC.do

    assert last.body.text().count(asked) == 1
    assert "Hãy bỏ tên ấy, hoặc đợi tới giờ." in last.body.text()
