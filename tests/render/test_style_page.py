"""The page of the house style: its rules agree with the checker, and it says which of them the checker knows."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.publish.gate.gate import MAX_PAGE_BYTES
from scripts.render import urls
from scripts.render.guide.house_style import HOUSE_STYLE
from scripts.render.guide.style_page import style_page
from scripts.render.pages import Pages
from scripts.source.problems.look_up import CODES, THEMES
from scripts.source.problems.registry import style
from scripts.source.problems.registry.form import NEW_TONE_STYLE
from scripts.source.problems.registry.style import LONG_SENTENCE, OFFICIALESE, SPEAKS_OF_SOURCE, UNSPELT
from tests.conftest import GOOD_STORY

RULES = [rule for group in HOUSE_STYLE for rule in group.rules]
IN_A_BODY = {SPEAKS_OF_SOURCE, OFFICIALESE, LONG_SENTENCE, UNSPELT, NEW_TONE_STYLE}
"""What the checker sees in any sentence of a body, so that a pair can be put to it."""
PUT_TO_THE_CHECKER = [(rule, code) for rule in RULES for code in rule.codes if code in IN_A_BODY]
PAGE = style_page(Pages())


def told(content, sentence):
    """Return the codes of all that the checker says of a story whose body ends with ``sentence``."""
    content.write_story(f"{GOOD_STORY.rstrip()}\n\n{sentence}\n")
    library = content.load()
    return {problem.code for problem in (*library.problems, *library.remarks, *library.advice)}


@pytest.mark.parametrize(("rule", "code"), PUT_TO_THE_CHECKER, ids=[code.name for _, code in PUT_TO_THE_CHECKER])
def test_the_checker_says_of_the_wrong_half_of_a_pair_what_the_rule_claims(rule, code, content):
    """And nothing of the kind of the right half."""
    assert code.name in told(content, rule.wrong)
    assert code.name not in told(content, rule.right)


def test_each_rule_of_style_that_the_checker_knows_is_told_to_writers():
    """A code added to the theme finds its rule here, or writers would first meet it as a message."""
    (theme,) = (theme for theme in THEMES if theme.title == style.TITLE)

    assert {code.name for code in theme.codes} <= {code.name for rule in RULES for code in rule.codes}


def test_a_rule_says_whether_the_checker_knows_it_and_leads_to_what_it_says():
    page = LexborHTMLParser(PAGE.html)
    for number, rule in enumerate(RULES, 1):
        item = page.css_first(f"li#dieu-{number}")
        links = [link.attributes["href"].rpartition("#")[2] for link in item.css(".note a")]
        assert links == [code.name for code in rule.codes]
        assert ("Máy không biết" in item.text()) is (not rule.codes)
        assert set(links) <= set(CODES)
    known = sum(bool(rule.codes) for rule in RULES)
    assert f"{known} điều máy biết" in page.text()
    assert 0 < known < len(RULES)


def test_a_rule_has_both_halves_of_its_pair_or_neither():
    assert not [rule.says for rule in RULES if bool(rule.wrong) is not bool(rule.right)]
    assert sum(bool(rule.wrong) for rule in RULES) > len(RULES) / 2


def test_the_page_is_read_in_ten_minutes_and_is_light():
    words = LexborHTMLParser(PAGE.html).body.text().split()
    assert len(words) < 10 * 230
    assert len(PAGE.html.encode()) < MAX_PAGE_BYTES / 2
    assert PAGE.address == urls.HOUSE_STYLE
