"""The page of the checker's messages."""

from selectolax.lexbor import LexborHTMLParser

from scripts.publish.gate.gate import MAX_PAGE_BYTES
from scripts.render.pages import Pages
from scripts.render.reading.messages_page import messages_page
from scripts.source.problems.look_up import CODES

PAGE = LexborHTMLParser(messages_page(Pages()).html)
SHELL = 9_000
"""Bytes of a page around its own part."""


def test_each_code_has_its_place_and_says_what_to_do():
    """A line of the checker leads here: the code in its brackets is the anchor."""
    for name, code in CODES.items():
        term = PAGE.css_first(f"dt[id='{name}']")
        assert name in term.text()
        assert ("lời nhắc" in term.text()) is code.is_remark
        section = next(part for part in PAGE.css("section") if part.css_first(f"dt[id='{name}']"))
        assert code.fault in " ".join(section.text().split())
        assert code.cure in " ".join(section.text().split())


def test_the_page_stays_light():
    assert len(messages_page(Pages()).html.encode()) + SHELL < MAX_PAGE_BYTES
