"""The site as a visitor meets it: nothing foreign, nothing broken, everything within reach."""

from itertools import pairwise

from tests.browser.conftest import Tabs
from tests.browser.library import STORY, STORY_KEY
from tests.made_up import APPROVED


def test_the_typeface_is_ours_and_holds_every_letter(visit):
    """Both subsets load; no letter of the page falls back to another face."""
    page = visit.open("")
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.evaluate("document.fonts.check('400 16px \"Be Vietnam Pro\"', 'Ộ ữ đ Đ ằ')")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family + f.weight)")
    assert any("400" in face for face in loaded)


def test_from_home_to_a_story_by_place(visit):
    page = visit.open("")
    page.get_by_role("link", name="Bãi Sen").first.click()
    page.wait_for_url("**/dia-ban/bai-sen/")
    page.get_by_role("link", name=STORY).click()
    page.wait_for_url(f"**/{STORY_KEY}/")
    assert page.get_by_text("nay là xã Lá Dừa, tỉnh Biển Mây").is_visible()
    assert page.get_by_text("Bản thảo, chưa duyệt").first.is_visible()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(visit):
    page = visit.open("dia-ban/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Đến nội dung chính"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


def test_buttons_below_a_story_do_not_touch_each_other(visit):
    page = visit.open(f"mo-hinh/{APPROVED}/")
    boxes = [one.bounding_box() for one in page.locator(".colophon .button").all()]
    assert len(boxes) >= 2  # one to use it again, one for newsrooms
    for above, below in pairwise(boxes):
        beside = above["y"] == below["y"] and above["x"] + above["width"] <= below["x"]
        assert beside or below["y"] - (above["y"] + above["height"]) >= 4


def test_the_menu_works_by_keyboard_on_a_phone(tabs, site_url):
    with tabs.open(site_url, 390) as page:
        page.goto(site_url)
        button = page.get_by_role("button", name="Mục lục")
        place = page.locator("#muc-luc").get_by_text("Địa bàn")
        assert button.get_attribute("aria-expanded") == "false"
        assert not place.is_visible()
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        assert place.is_visible()
        page.keyboard.press("Escape")
        assert not place.is_visible()
        assert page.evaluate("document.activeElement === document.querySelector('.menu-button')")


def test_everything_can_be_reached_without_javascript(tabs, site_url):
    with tabs.open(site_url, 390, java_script_enabled=False) as page:
        page.goto(site_url)
        page.get_by_role("navigation", name="Mục lục").get_by_role("link", name="Địa bàn").click()
        assert page.url.endswith("/dia-ban/")


def test_both_colour_schemes_have_their_own_paper(tabs, site_url):
    papers = set()
    for scheme in ("light", "dark"):
        with tabs.open(site_url, 1280, color_scheme=scheme) as page:
            page.goto(site_url)
            papers.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(papers) == 2


def test_what_a_page_would_keep_is_noticed(browser, site_url):
    """So the look at all visitors at the end of a run (``conftest.py``) can fail."""
    visitors = Tabs(browser)
    with visitors.open(site_url, 390) as page:
        page.goto(site_url)
        page.evaluate("localStorage.setItem('a', 'b'); document.cookie = 'c=d'")
    assert len(visitors.kept()) == 2
