"""The prompter of the press page, as a newsreader uses it: by keys, by touch, at a pace, behind a pane of glass.

The page's clock is ours: what takes a minute on air takes none here, and nothing depends on how busy a machine is.
A clock is its whole profile's, so each visitor here is a stranger.
"""

import pytest

from tests.browser.conftest import Strangers, visiting
from tests.conftest import APPROVED

PRESS = f"mo-hinh/{APPROVED}/bao-chi/"
SEVERAL_CUTS = "mo-hinh/bai-sen/duong-hoa-lo-rach-xep/bao-chi/"
PHONE = 390
AN_HOUR_ON = 3600
AT = "[...document.querySelectorAll('#may-nhac li')].findIndex((line) => line.ariaCurrent === 'true')"
HOW_LARGE = "parseFloat(getComputedStyle(document.querySelector('#may-nhac ol')).fontSize)"
WHERE = "document.querySelector('.prompter-text').scrollTop"
FLIPPED = "getComputedStyle(document.querySelector('.prompter-text')).transform"
ON = "document.activeElement.matches"


def opened(visitor, path=PRESS):
    """Open the prompter with the first cut, by keyboard, under a clock that only moves when it is told to."""
    page = stopped(visitor, path)
    page.locator("button[data-prompt]").first.focus()
    page.keyboard.press("Enter")
    page.locator("#may-nhac").wait_for(state="visible")
    return page


def stopped(visitor, path):
    """Open a page whose clock stands still until a test lets it run."""
    visitor.page.clock.install(time=0)
    page = visitor.open(path)
    page.clock.pause_at(AN_HOUR_ON)
    return page


def total(page):
    """Return how long the cut is at the pace chosen, in seconds, as the prompter says it."""
    minutes, seconds = page.locator("[data-clock]").text_content().split(" / ")[1].split(":")
    return int(minutes) * 60 + int(seconds)


def button(page, name):
    return page.locator(f"#may-nhac [data-act={name}]")


def test_it_runs_at_the_pace_of_the_script_and_stops_at_the_end(stranger):
    """At the pace of the lexicon a cut takes the time that stands beside its name, and not less."""
    page = opened(stranger)
    length = page.locator("summary small").first.text_content()
    assert page.locator("[data-clock]").text_content() == f"00:00 / {length}"
    page.keyboard.press("Space")
    page.clock.run_for((total(page) - 2) * 1000)
    assert button(page, "run").text_content() == "Dừng"
    assert page.evaluate(AT) == page.locator("#may-nhac li").count() - 1
    page.clock.run_for(3000)
    assert button(page, "run").text_content() == "Chạy"
    page.keyboard.press("Space")
    page.clock.run_for(100)
    assert page.evaluate(AT) == 0, "after the end it begins anew"


def test_the_keys_run_stop_turn_and_leave(stranger):
    """Space, arrows, plus and minus, M, Home, Escape; focus goes in and comes back."""
    page = opened(stranger)
    assert page.locator("#may-nhac li").count() == page.locator("#kich-ban-1 li").count() > 2
    page.clock.run_for(5000)
    assert page.evaluate(AT) == 0, "nothing runs before it is asked to"

    page.keyboard.press("Space")
    page.clock.run_for(8000)
    at, place = page.evaluate(AT), page.evaluate(WHERE)
    assert at > 0
    page.keyboard.press("Space")
    page.clock.run_for(8000)
    assert (page.evaluate(AT), page.evaluate(WHERE)) == (at, place)

    page.keyboard.press("ArrowUp")
    assert page.evaluate(AT) == at - 1
    page.keyboard.press("ArrowDown")
    assert page.evaluate(AT) == at

    slow = total(page)
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    assert page.locator("[data-rate-now]").text_content() == "333/phút"
    assert total(page) < slow
    for _ in range(30):
        page.keyboard.press("ArrowLeft")
    assert total(page) > slow

    large = page.evaluate(HOW_LARGE)
    page.keyboard.press("+")
    assert page.evaluate(HOW_LARGE) > large
    page.keyboard.press("-")
    assert page.evaluate(HOW_LARGE) == pytest.approx(large)

    page.keyboard.press("m")
    assert page.evaluate(FLIPPED) == "matrix(-1, 0, 0, 1, 0, 0)"
    page.keyboard.press("Shift+M")
    assert page.evaluate(FLIPPED) == "none"

    page.keyboard.press("Home")
    assert page.evaluate(AT) == 0
    page.keyboard.press("Escape")
    page.wait_for_url(f"**/{PRESS}")
    assert not page.locator("#may-nhac").is_visible()
    assert page.evaluate(f"{ON}('button[data-prompt=kich-ban-1]')")


def test_a_button_with_the_focus_is_pressed_by_space_and_the_focus_stays_inside(stranger):
    """Who goes by Tab presses buttons as everywhere; a hand that pressed one gives the keys back to the text."""
    page = opened(stranger)
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(f"{ON}('[data-act=larger]')")
    button(page, "mirror").focus()
    page.keyboard.press("Space")
    assert page.evaluate(FLIPPED) != "none"
    assert button(page, "run").get_attribute("aria-pressed") == "false"
    button(page, "larger").click()
    assert page.evaluate(f"{ON}('.prompter-text')")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || document.activeElement.closest('#may-nhac')")


def test_another_cut_is_chosen_inside(stranger):
    page = opened(stranger, SEVERAL_CUTS)
    short = total(page)
    page.keyboard.press("Space")
    page.clock.run_for(5000)
    whole = page.locator("#may-nhac option").last.get_attribute("value")
    page.locator("#may-nhac select").select_option(whole)
    assert total(page) > short
    assert page.locator("#may-nhac li").count() == page.locator(f"#{whole} li").count()
    page.clock.run_for(5000)
    assert page.evaluate(AT) == 0, "another text waits to be asked"
    assert page.evaluate(f"{ON}('.prompter-text')")


def test_only_what_is_said_stands_there(stranger):
    """No time, no remark for editors; the breath marks are there for the eye alone, the text in one piece."""
    page = opened(stranger)
    assert page.locator("#may-nhac :is(.remark, time, [title])").count() == 0
    said = [" ".join(text.split()) for text in page.locator("#kich-ban-1 [data-said]").all_text_contents()]
    assert [" ".join(text.split()) for text in page.locator("#may-nhac li").all_text_contents()] == said
    marks = page.locator("#may-nhac i[aria-hidden=true]")
    assert set(marks.all_text_contents()) == {"/", "//"}


def test_the_address_opens_it_and_back_leaves_it(stranger):
    """A link to the prompter can be sent; on a phone "back" leaves the prompter, not the page."""
    page = stranger.open(f"{PRESS}#may-nhac")
    page.locator("#may-nhac").wait_for(state="visible")
    page.keyboard.press("Escape")
    page.locator("#may-nhac").wait_for(state="hidden")
    page.wait_for_url(f"**/{PRESS}")
    page.locator("button[data-prompt]").first.click()
    page.locator("#may-nhac").wait_for(state="visible")
    page.go_back()
    page.locator("#may-nhac").wait_for(state="hidden")
    page.wait_for_url(f"**/{PRESS}")


def test_who_wants_no_motion_goes_line_by_line(browser, site_url, width):
    """Nothing moves by itself then: space is the next line, and the prompter says why."""
    with visiting(Strangers(browser), site_url, width, reduced_motion="reduce") as visitor:
        page = opened(visitor)
        assert page.locator("[data-still]").is_visible()
        page.keyboard.press("Space")
        page.clock.run_for(20_000)
        assert page.evaluate(AT) == 1
        button(page, "run").click()
        page.clock.run_for(20_000)
        assert page.evaluate(AT) == 2


def test_a_finger_runs_and_stops_it(browser, site_url):
    """On a phone: a tap on the text; every control is large enough for a thumb, and most of the screen is text."""
    with visiting(Strangers(browser), site_url, PHONE, has_touch=True) as visitor:
        page = stopped(visitor, PRESS)
        page.locator("button[data-prompt]").first.tap()
        text = page.locator(".prompter-text")
        text.wait_for(state="visible")
        text.tap()
        page.clock.run_for(8000)
        at = page.evaluate(AT)
        assert at > 0
        text.tap()
        page.clock.run_for(8000)
        assert page.evaluate(AT) == at
        boxes = [one.bounding_box() for one in page.locator("#may-nhac :is(button, select)").all()]
        assert min(min(box["width"], box["height"]) for box in boxes) >= 44
        assert max(box["x"] + box["width"] for box in boxes) <= PHONE
        assert text.bounding_box()["height"] > 844 * 0.6
