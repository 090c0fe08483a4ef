"""The newsroom desk and the press page, as a newsroom meets them."""

import shutil

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.browser.conftest import serve, visiting
from tests.conftest import APPROVED, MADE_UP, approve
from tests.sites import run_build

PRESS = f"mo-hinh/{APPROVED}/bao-chi/"
QUOTED = "bai-sen/duong-hoa-lo-rach-xep"


@pytest.fixture(scope="module")
def press_site(tmp_path_factory):
    """The public edition of the made-up province with a second approved story and one broadcast: (address, folder)."""
    folder = tmp_path_factory.mktemp("press")
    content = folder / "content"
    shutil.copytree(MADE_UP, content)
    approve(content / "models" / QUOTED / "index.md")
    (content / "coverage").mkdir(exist_ok=True)
    record = f"story: {APPROVED}\noutlet: Đài bịa\ndate: 2026-11-22\ntitle: Chuyện góp vốn\n"
    (content / "coverage/luot-1.yml").write_text(record, encoding="utf-8")
    done = run_build(
        content, folder / "site", folder / "build", "--edition", "public", "--site-url", "https://dvk.example/"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    server, address = serve(folder / "site")
    yield address, folder / "site"
    server.shutdown()
    server.server_close()


@pytest.fixture
def newsroom(tabs, press_site, width):
    """A visitor who may use the clipboard; fails at the end if anything went wrong meanwhile."""
    with visiting(tabs, press_site[0], width, permissions=("clipboard-read", "clipboard-write")) as seen:
        yield seen


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("anchor", ["ngan", "vua", "ca-bai", "dan-nguon", "dung-lai-html", "the-lien-ket"])
def test_a_button_puts_exactly_its_text_on_the_clipboard(newsroom, anchor):
    """What is copied is what is seen, with the credit or the address in it."""
    page = newsroom.open(PRESS)
    page.locator(f"button[data-copy={anchor}]").click()
    page.locator(f"button[data-copy={anchor}]", has_text="Đã chép").wait_for()
    copied = clipboard(page)
    assert copied.strip() == page.locator(f"#{anchor}").text_content().strip()
    assert f"https://dvk.example/mo-hinh/{APPROVED}/" in copied
    if anchor in ("ngan", "vua", "ca-bai"):
        assert "57-CV/BTGDVTU" in copied


def test_the_whole_text_holds_every_paragraph_of_the_story(newsroom):
    page = newsroom.open(PRESS)
    whole = page.locator("#ca-bai").text_content()
    newsroom.open(f"mo-hinh/{APPROVED}/")
    for paragraph in page.locator("[data-story-text] p").all_text_contents():
        assert paragraph in whole


def test_the_script_has_no_digit_left_and_a_time_beside_each_line(newsroom):
    page = newsroom.open(PRESS)
    said = page.locator(".script [data-said]").all_text_contents()
    assert said
    assert not [line for line in said if any(letter.isdigit() for letter in line)]
    times = page.locator(".script").last.locator("time").all_text_contents()
    assert times[0] == "00:00"
    assert times == sorted(times)


def test_the_desk_filters_what_nobody_has_run(newsroom):
    page = newsroom.open("bao-chi/")
    assert page.locator("#bai-bao-chi > li").count() == 2
    page.get_by_label("chưa báo, đài nào đưa").check()
    page.locator("#so-bai", has_text="1 bài").wait_for()
    assert page.locator("#bai-bao-chi > li").count() == 1
    assert "moi=1" in page.url
    page.reload()
    page.locator("#so-bai", has_text="1 bài").wait_for()
    page.get_by_label("chưa báo, đài nào đưa").uncheck()
    page.wait_for_function("document.querySelectorAll('#bai-bao-chi > li').length === 2")
    page.get_by_label("có âm thanh").check()
    page.locator("#so-bai", has_text="Không có bài nào").wait_for()


def test_a_story_that_the_filters_show_opens_its_press_page(newsroom):
    page = newsroom.open("bao-chi/?moi=1")
    page.locator("#so-bai", has_text="1 bài").wait_for()
    page.locator("#bai-bao-chi a").click()
    page.wait_for_url(f"**/mo-hinh/{QUOTED}/bao-chi/")


def test_the_next_occasion_comes_first(newsroom):
    page = newsroom.open("bao-chi/")
    waits = page.evaluate(
        """[...document.querySelectorAll('#cac-dip > div')].map(({ dataset: { month, day } }) => {
             const now = new Date(), today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
             const date = new Date(now.getFullYear(), month - 1, day);
             if (date < today) date.setFullYear(now.getFullYear() + 1);
             return date - today; })"""
    )
    assert len(waits) == 2
    assert waits == sorted(waits)


@pytest.mark.parametrize("path", ["bao-chi/", "bao-chi/cach-dung/", PRESS])
def test_the_press_pages_work_without_javascript(tabs, press_site, width, path):
    """Lists, texts and scripts are read as they stand; no dead button is shown."""
    with tabs.open(press_site[0], width, java_script_enabled=False) as page:
        page.goto(press_site[0] + path)
        assert page.locator("main button:visible, dialog:visible, .desk-filters:visible").count() == 0
        if path == PRESS:
            assert page.locator("#ca-bai").is_visible()
            assert page.locator("#kich-ban-1 li").first.is_visible()
        if path == "bao-chi/":
            assert page.locator("#bai-bao-chi a").count() == 2


@pytest.mark.parametrize("path", ["bao-chi/", "bao-chi/cach-dung/", PRESS, f"mo-hinh/{APPROVED}/"])
def test_no_press_page_scrolls_sideways(newsroom, width, path):
    page = newsroom.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_pasted_elsewhere_loads_and_runs_nothing(newsroom):
    """The reuse HTML is text, headings, lists and one link."""
    page = newsroom.open(PRESS)
    pasted = [page.locator(f"#{anchor}").text_content() for anchor in ("dung-lai-html", "the-lien-ket")]
    tags = [node.tag for html in pasted for node in LexborHTMLParser(html).body.css("*")]
    assert set(tags) <= {"body", "article", "h2", "h3", "p", "ul", "li", "a", "blockquote", "strong", "small"}
    assert "a" in tags
