"""What holds for every kind of page: read off the site, so that a new kind is looked at the day it is made."""

import io
from collections import deque
from contextlib import ExitStack
from itertools import cycle

import pytest
from PIL import Image

from tests.browser.conftest import Strangers, visiting
from tests.browser.page_kinds import page_kinds

SMALL_PHONE, PHONE, DESK = 320, 390, 1280
LONG_PAGES = ["gop-bai/", "gioi-thieu/", "bao-chi/cach-dung/"]
EXPLORE = "tim-kiem/"
POLICY = 'meta[http-equiv="Content-Security-Policy"]'
HOW_WIDE = "document.documentElement.scrollWidth"
AT_ONCE = 4
"""Tabs that load side by side: each waits half a second in which nothing happens."""
SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""
"""Adds up how far a page jumped by itself: the score that browsers call Cumulative Layout Shift."""
NOTICED = 0.05
"""A jump that a reader would see; browsers call 0.1 good. The explore page once had 0.84, and has 0.001 but for the
typeface: on the smallest phones the name of the site may take a line less when it comes, which is 0.03."""
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""A phone on a poor mobile line: milliseconds, bytes a second."""


def each_settled(visitors, paths):
    """Yield ``(path, page)``, the network of the page having been quiet for half a second; meanwhile others load."""
    loading = deque()
    for path, visitor in zip(paths, cycle(visitors), strict=False):
        if len(loading) == len(visitors):
            yield settled(*loading.popleft())
        visitor.open(path)
        loading.append((path, visitor.page))
    for path, page in loading:
        yield settled(path, page)


def settled(path, page):
    page.wait_for_load_state("networkidle")
    return path, page


@pytest.mark.parametrize(("width", "wider"), [(SMALL_PHONE, PHONE), (DESK, DESK)])
def test_row_53_every_kind_of_page_fits_the_screen_and_lives_under_the_policy(
    tabs, site_url, site_folder, width, wider
):
    """No scrolling sideways, one main heading, in Vietnamese, its own policy in it; no error, nothing foreign."""
    kinds = [*page_kinds(site_folder), f"{EXPLORE}?q=gop+von"]
    faults = []
    with ExitStack() as stack:
        visitors = [stack.enter_context(visiting(tabs, site_url, width)) for _ in range(AT_ONCE)]
        for path, page in each_settled(visitors, kinds):
            narrow = page.evaluate(HOW_WIDE)
            page.set_viewport_size({"width": wider, "height": 844})
            faults += [
                f"/{path}: {fault}"
                for fault, found in {
                    f"scrolls sideways at {width}": narrow > width,
                    f"scrolls sideways at {wider}": page.evaluate(HOW_WIDE) > wider,
                    "has not one main heading": page.locator("h1").count() != 1,
                    "is not in Vietnamese": page.locator("html").get_attribute("lang") != "vi",
                    "does not name its policy": page.locator(POLICY).count() != 1,
                }.items()
                if found
            ]
            page.set_viewport_size({"width": width, "height": 844})
    assert len(kinds) > len(LONG_PAGES)
    assert faults == []


@pytest.mark.parametrize(("width", "query"), [(SMALL_PHONE, ""), (PHONE, ""), (PHONE, "?q=khongcogidau"), (DESK, "")])
def test_the_explore_page_keeps_still_on_a_slow_line(browser, site_url, width, query):
    """The script comes seconds after the page, the index after the script: room is kept for both."""
    with visiting(Strangers(browser), site_url, width) as seen:
        seen.page.add_init_script(SHIFTS)
        line = seen.page.context.new_cdp_session(seen.page)
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", SLOW_LINE)
        page = seen.open(EXPLORE + query)
        page.locator("#bo-loc .facet").first.wait_for(state="attached")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("window.shifted") < NOTICED


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_without_its_script_the_explore_page_shows_the_ways_in(tabs, site_url, width):
    """It is laid out for search from the start; when search cannot come, that is taken back."""
    with tabs.open(site_url, width) as page:
        page.route("**/explore.js", lambda route: route.abort())
        page.goto(site_url + EXPLORE)
        page.locator(".explore-ways").get_by_role("link").first.wait_for()
        assert page.locator("#ban-do-loc a").first.is_visible()
        assert not page.get_by_label("Xếp theo").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_preview_banner_is_a_band_in_forced_colours_too(tabs, site_url, scheme):
    """Who has chosen their own two colours still sees at once that this edition is not to be quoted."""
    with visiting(tabs, site_url, DESK, forced_colors="active", color_scheme=scheme) as seen:
        banner = seen.open("").locator(".banner")
        corner = Image.open(io.BytesIO(banner.screenshot())).getpixel((2, 2))
        paper = Image.open(io.BytesIO(seen.page.locator("h1").screenshot())).getpixel((2, 2))
    assert corner != paper


@pytest.mark.parametrize("width", [SMALL_PHONE, DESK])
@pytest.mark.parametrize("path", LONG_PAGES)
def test_a_long_page_lists_its_sections(tabs, site_url, width, path):
    with visiting(tabs, site_url, width) as seen:
        page = seen.open(path)
        contents = page.get_by_role("navigation", name="Mục lục trang này")
        headings = page.locator("main h2").all_text_contents()
        assert [text.strip() for text in contents.get_by_role("link").all_text_contents()] == headings
        contents.get_by_role("link").last.click()
        page.wait_for_url("**#*")
        assert page.locator(":target").text_content() == headings[-1]
        page.emulate_media(media="print")
        assert not contents.is_visible()
