"""Search as a reader meets it: the box and the explore page, by keyboard alone where it can be."""

import csv
import io
import re
from itertools import pairwise
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from scripts.source.text.vietnamese import fold
from tests.browser.library import STORY, STORY_KEY

STORY_URL = f"mo-hinh/{STORY_KEY}/"
OFFLINE = "Không tải được dữ liệu tìm kiếm. Hãy kiểm lại mạng rồi thử lại."
SHOWN, PAGE_SIZE = 6, 24
"""Options in the box, stories on a page."""
DISTRICTS = 2
"""Those of the made-up province that are drawn as tiles."""

WITH_BOX = ["", "dia-ban/", STORY_URL, "404.html"]
ODD = {
    "one letter": "a",
    "one letter with a mark": "đ",
    "only stop words": "và của là",
    "quotes": '"góp vốn"',
    "an open quote": '"góp vốn',
    "empty quotes": '""',
    "500 characters": "hiến đất làm đường " * 26 + "abcdef",
    "500 letters": "x" * 500,
    "emoji": "🌾👩‍🌾",
    "a long row of emoji": "zzq" + "🌾" * 240,
    "nothing anyone wrote": "zzqq",
    "markup": "<b>dân vận</b>",
}
HOSTILE = ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "'-alert(1)-'", "<svg/onload=alert(1)>"]


# ---- the box


def field(page):
    return page.locator("form[role=search] input[name=q]")


def options(page):
    return page.get_by_role("option")


def said(page):
    """What a screen reader announces."""
    return page.locator("form[role=search] [role=status]")


def ask(page, query):
    """Turn to the box by keyboard, put a query into it, and wait for the answer."""
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.insert_text(query)
    expect(said(page)).not_to_be_empty()


def active(page):
    """The option that the field points to, or None; no other may look chosen."""
    ident = field(page).get_attribute("aria-activedescendant")
    chosen = page.locator("[role=option][aria-selected=true]").evaluate_all("all => all.map(option => option.id)")
    assert chosen == ([ident] if ident else [])
    return page.locator(f"#{ident}") if ident else None


def titles_in_box(page):
    return options(page).locator("> b").all_inner_texts()


@pytest.mark.parametrize("path", ["", "dia-ban/", STORY_URL])
def test_a_plain_page_view_loads_nothing_of_search(visit, path):
    """Neither the index nor the code that reads it, until somebody turns to the field."""
    asked = []
    visit.page.on("request", lambda request: asked.append(request.url.removeprefix(visit.address)))
    page = visit.open(path)
    page.mouse.wheel(0, 2000)
    page.evaluate("document.fonts.ready.then(() => true)")
    assert not [url for url in asked if re.match(r"assets/(index|search)/|assets/js/(?!site\.js)", url)]
    ask(page, "góp vốn")
    assert {"assets/js/box.js", "assets/search/search.js", "assets/index/index.json"} <= set(asked)


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
@pytest.mark.parametrize("path", WITH_BOX)
def test_a_key_leads_to_the_field(visit, path, key):
    page = visit.open(path)
    page.keyboard.press(key)
    expect(field(page)).to_be_focused()
    assert field(page).input_value() == ""


def test_a_slash_that_is_typed_stays_a_slash(visit):
    page = visit.open("dia-ban/")
    page.keyboard.press("/")
    page.keyboard.type("QĐ 24/7")
    assert field(page).input_value() == "QĐ 24/7"
    expect(said(page)).not_to_be_empty()


def test_control_k_within_the_field_chooses_what_is_there(visit):
    page = visit.open("dia-ban/")
    ask(page, "góp vốn")
    page.keyboard.press("Control+k")
    assert page.evaluate("getSelection().toString()") == "góp vốn"


def test_results_come_as_letters_are_typed_without_marks(visit):
    """No Enter, no marks; the page stays where it is and the count is announced."""
    page = visit.open("dia-ban/")
    page.keyboard.press("/")
    page.keyboard.type("gop von xoay")
    expect(options(page).filter(has_text=STORY)).to_be_visible()
    expect(said(page)).to_have_text(re.compile(r"^\d+ bài$"))
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    assert page.url == visit.address + "dia-ban/"


def test_the_box_is_a_combobox_with_a_listbox(visit):
    page = visit.open("dia-ban/")
    ask(page, "góp vốn")
    box = page.get_by_role("combobox", name="Tìm trong các bài")
    expect(box).to_be_focused()
    listbox = page.locator(f"#{box.get_attribute('aria-controls')}")
    assert listbox.get_attribute("role") == "listbox"
    assert listbox.get_attribute("aria-label")
    expect(listbox).to_be_visible()


def test_arrows_choose_and_wrap(visit):
    page = visit.open("dia-ban/")
    ask(page, "nông dân")
    last = options(page).count() - 1
    assert last == SHOWN
    assert active(page) is None
    for key, place in [
        ("Down", 0),
        ("Down", 1),
        ("Up", 0),
        ("Up", last),
        ("Up", last - 1),
        ("Down", last),
        ("Down", 0),
    ]:
        page.keyboard.press(f"Arrow{key}")
        assert active(page).get_attribute("id") == options(page).nth(place).get_attribute("id")
        expect(active(page)).to_be_in_viewport()
    expect(field(page)).to_be_focused()


def test_enter_on_a_choice_goes_to_the_story(visit):
    page = visit.open("dia-ban/")
    ask(page, "gop von xoay vong")
    page.keyboard.press("ArrowDown")
    title = titles_in_box(page)[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**/mo-hinh/*/*/")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_an_option_can_be_pressed(visit):
    page = visit.open("dia-ban/")
    ask(page, "gop von xoay vong")
    options(page).filter(has_text=STORY).click()
    page.wait_for_url(f"**/{STORY_URL}")


def test_enter_without_a_choice_asks_the_explore_page(visit):
    page = visit.open("dia-ban/")
    ask(page, "góp vốn")
    found = titles_in_box(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/tim-kiem/?q={quote('góp')}+{quote('vốn')}")
    expect(page.locator(".result").first).to_be_visible()
    assert titles(page)[: len(found)] == found


def test_the_last_option_leads_to_all_results(visit):
    page = visit.open("")
    ask(page, "chuyện bịa & thử máy")
    total = re.match(r"\d+", said(page).inner_text()).group()
    assert int(total) > SHOWN
    page.keyboard.press("ArrowUp")
    assert active(page).inner_text() == f"Xem tất cả {total} bài"
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=*")
    expect(page.locator("#trang-thai > b")).to_have_text(total)
    expect(field(page)).to_have_value("chuyện bịa & thử máy")


def test_escape_closes_and_an_arrow_opens_again(visit):
    page = visit.open("dia-ban/")
    ask(page, "góp vốn")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".found-panel")).to_be_hidden()
    assert active(page) is None
    expect(field(page)).to_be_focused()
    assert field(page).input_value() == "góp vốn"
    page.keyboard.press("ArrowDown")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    assert active(page).get_attribute("id") == options(page).first.get_attribute("id")


def test_an_answer_that_comes_after_escape_opens_nothing(visit):
    held = []

    def hold(route):
        held.append(route)

    page = visit.open("dia-ban/")
    ask(page, "góp vốn")
    page.route("**/assets/index/*/d/*.json", hold)
    field(page).press("Control+a")
    with page.expect_request("**/assets/index/*/d/*.json"):
        page.keyboard.insert_text("biên phòng")
    page.keyboard.press("Escape")
    while held:
        with page.expect_event("requestfinished"):
            held.pop().continue_()
    page.evaluate("new Promise(requestIdleCallback)")
    expect(page.locator(".found-panel")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_contain_text(re.compile("biên phòng", re.IGNORECASE))


def test_typing_on_gives_up_the_choice(visit):
    """Else Enter would go to a story of the former question."""
    page = visit.open("dia-ban/")
    ask(page, "góp vốn")
    page.keyboard.press("ArrowDown")
    page.keyboard.insert_text(" xoay")
    assert active(page) is None
    page.keyboard.press("ArrowDown")
    expect(said(page)).to_have_text(re.compile(r"^\d+ bài$"))


def test_leaving_the_form_closes_the_panel(visit):
    page = visit.open("dia-ban/")
    ask(page, "góp vốn")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Tìm", exact=True)).to_be_focused()
    expect(page.locator(".found-panel")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".found-panel")).to_be_hidden()


def test_exact_matches_come_first_and_are_marked_as_such(visit):
    """Asked for "dương", the trees of that name go before every "đường"."""
    page = visit.open("dia-ban/")
    ask(page, "dương")
    exact = [option.locator("mark.exact").count() > 0 for option in options(page).all()[:SHOWN]]
    assert exact == sorted(exact, reverse=True)
    assert set(exact) == {True, False}
    assert set(page.locator("mark.exact").all_inner_texts()) <= {"dương", "Dương"}
    assert {"đường"} <= set(page.locator("mark:not(.exact)").all_inner_texts())


def test_the_words_asked_for_are_marked_and_nothing_else(visit):
    page = visit.open("dia-ban/")
    ask(page, "hòa giải")
    marked = {text.lower() for text in page.locator("[role=option] mark").all_inner_texts()}
    assert {fold(text) for text in marked} <= {"hoa", "giai", "hoa giai"}
    assert options(page).first.locator("mark.exact").first.inner_text().lower() == "hòa giải"


def test_a_draft_says_that_it_is_one(visit):
    page = visit.open("dia-ban/")
    ask(page, "gop von xoay vong")
    assert "Bản thảo, chưa duyệt" in options(page).filter(has_text=STORY).inner_text()


@pytest.mark.parametrize("query", ODD.values(), ids=ODD)
def test_any_query_gets_results_or_a_helpful_sentence(visit, width, query):
    """In the box and on the explore page alike, and the page does not grow sideways."""
    page = visit.open("dia-ban/")
    ask(page, query)
    first = said(page).inner_text()
    found = options(page).count()
    assert re.match(r"^\d+ bài|^Không có bài nào cho “.+”\. (Hãy thử ít chữ hơn|Có phải bạn tìm)", first)
    assert bool(found) == (not first.startswith("Không có"))
    assert said(page).evaluate("said => said.textContent.isWellFormed()")  # no letter is cut in half
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=*")
    told = re.escape(first).replace("\\ bài", "\\ bài(: [^.]+)?")  # here each shelf is told too
    expect(page.locator("#trang-thai")).to_have_text(re.compile(f"^{told}$"))
    assert field(page).input_value() == query.strip()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_emptied_field_closes_the_panel(visit):
    page = visit.open("dia-ban/")
    ask(page, "góp vốn")
    field(page).press("Control+a")
    page.keyboard.press("Delete")
    expect(page.locator(".found-panel")).to_be_hidden()
    expect(said(page)).to_be_empty()


def test_a_slip_is_offered_mended_and_the_offer_can_be_taken_by_keyboard(visit):
    page = visit.open("dia-ban/")
    ask(page, "gop vom xoay vong")
    assert "Có phải bạn tìm" in said(page).inner_text()
    offer = page.locator(".found-panel button")
    better = offer.inner_text()
    assert better == "gop vốn xoay vong"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(offer).to_be_focused()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value(better)
    expect(said(page)).to_have_text(re.compile(r"^\d+ bài$"))
    assert STORY in titles_in_box(page)


def test_an_offer_can_be_pressed(visit):
    page = visit.open("dia-ban/")
    ask(page, "gop vom xoay vong")
    page.locator(".found-panel button").click()
    expect(field(page)).to_be_focused()
    expect(said(page)).to_have_text(re.compile(r"^\d+ bài$"))


def test_offline_in_the_middle_the_box_says_so_and_comes_back(stranger):
    page = stranger.open("dia-ban/")
    ask(page, "góp vốn")
    page.context.set_offline(True)
    field(page).press("Control+a")
    page.keyboard.insert_text("biên phòng")
    expect(page.locator(".found-note")).to_have_text(OFFLINE)
    expect(said(page)).to_have_text(OFFLINE)
    assert options(page).count() == 0
    page.context.set_offline(False)
    expect(options(page).first).to_contain_text(re.compile("biên phòng", re.IGNORECASE))


def test_offline_before_the_first_use_the_box_waits(stranger):
    """The form stays a plain form; the box comes with the next letter after the network."""
    page = stranger.open("dia-ban/")
    page.context.set_offline(True)
    page.keyboard.press("/")
    page.keyboard.type("gop von")
    assert field(page).get_attribute("role") is None
    page.context.set_offline(False)
    page.keyboard.type(" xoay vong")
    expect(options(page).filter(has_text=STORY)).to_be_visible()


def test_a_new_release_in_the_middle_is_taken_up(tabs, site_url):
    """The files of the old index are gone: the reader's page opens the new one by itself."""
    with tabs.open(site_url, 1280) as page:
        page.goto(f"{site_url}dia-ban/")
        ask(page, "góp vốn")
        opened = []
        page.route("**/assets/index/*/**", lambda r: r.continue_() if opened else r.fulfill(status=404, body="{}"))
        page.on("request", lambda request: opened.append(1) if request.url.endswith("/index.json") else None)
        field(page).press("Control+a")
        page.keyboard.insert_text("biên phòng")
        expect(options(page).first).to_contain_text(re.compile("biên phòng", re.IGNORECASE))
        assert len(opened) == 1


@pytest.mark.parametrize("path", ["", "dia-ban/"])
def test_nothing_covers_or_cuts_off_the_chosen_option(visit, width, path):
    page = visit.open(path)
    ask(page, "nông dân")
    assert page.evaluate("""() => {
      const panel = document.querySelector(".found-panel"), { left, width, bottom } = panel.getBoundingClientRect();
      return panel.contains(document.elementFromPoint(left + width / 2, Math.min(bottom, innerHeight) - 5));
    }""")
    for _ in range(SHOWN + 1):
        page.keyboard.press("ArrowDown")
        page.wait_for_function(
            """option => {
              const { left, top, width, height } = option.getBoundingClientRect();
              return option.contains(document.elementFromPoint(left + width / 2, top + height / 2));
            }""",
            arg=active(page).element_handle(),
        )
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_only_text(visit, query):
    """In the box, in the address of the explore page, in its filters."""
    visit.page.on("dialog", lambda dialog: (visit.wrong.append(dialog.message), dialog.dismiss()))
    page = visit.open("dia-ban/")
    ask(page, query)
    assert page.locator("form[role=search]").locator("img, script, svg").count() == 0
    page = visit.open(f"tim-kiem/?q={quote(query)}&dia-ban={quote(query)}&xep={quote(query)}&trang={quote(query)}")
    expect(page.locator("#trang-thai")).to_contain_text(re.compile("bài"))
    assert field(page).input_value() == query
    assert page.locator("#noi-dung").locator("img, script, svg").count() == 0
    assert "Bỏ mọi bộ lọc" not in page.locator("#trang-thai").inner_text()


# ---- the explore page


def titles(page):
    return page.locator(".result-title").all_inner_texts()


def explore(visit, query=""):
    """Open the explore page and wait for its list."""
    page = visit.open(f"tim-kiem/{query}")
    expect(page.locator(".result").first).to_be_visible()
    return page


SUM = "(part => [...part.querySelectorAll('.counts b')].reduce((sum, b) => sum + parseInt(b.textContent), 0))"
"""The numbers of both shelves that a part of the page shows, in JavaScript."""


def total(page):
    return int(page.locator("#trang-thai > b").inner_text())


def expect_total(page, number):
    expect(page.locator("#trang-thai > b")).to_have_text(str(number))


def given(page):
    """The state in the address."""
    return parse_qs(urlsplit(page.url).query)


def counts(page, facet):
    """The choices of a facet and how many stories each would leave, of both shelves together."""
    found = page.locator(f'[data-facet="{facet}"] label').evaluate_all(
        f"all => all.map(label => [label.htmlFor, {SUM}(label)])"
    )
    return {ident.removeprefix(f"loc-{facet}-"): count for ident, count in found}


def marked(part):
    """The two numbers that a part of the page shows, by shelf."""
    return dict(
        part.locator("[data-shelf]").evaluate_all("all => all.map(b => [b.dataset.shelf, parseInt(b.textContent)])")
    )


def unfold(page, width, facet):
    """Open a facet by keyboard; on a phone the filters are folded away first."""
    if width < 960 and page.locator(".explore-filters").get_attribute("open") is None:
        page.locator(".explore-filters > summary").press("Enter")
    summary = page.locator(f"#loc-{facet}")
    if page.locator(f'[data-facet="{facet}"]').get_attribute("open") is None:
        summary.press("Enter")
    return page.locator(f'[data-facet="{facet}"]')


def whole_list(visit, query=""):
    """Titles of every page of a list, by following its pager."""
    page = explore(visit, query)
    found = titles(page)
    while page.get_by_role("link", name="Trang sau").count():
        page.get_by_role("link", name="Trang sau").press("Enter")
        expect(page.locator(".result-title").first).not_to_have_text(found[-PAGE_SIZE])
        found += titles(page)
    return found


def test_the_explore_page_answers_the_query_in_its_address(visit, width):
    page = explore(visit, "?q=gop+von+xoay+vong")
    assert field(page).input_value() == "gop von xoay vong"
    assert titles(page)[0] == STORY
    assert total(page) == len(titles(page))
    assert page.locator("html").get_attribute("lang") == "vi"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_typed_while_the_script_is_on_its_way_are_asked_for(stranger):
    """On a slow line a reader types sooner than the page can search: the words were wiped off."""
    page, held = stranger.page, []

    def hold(route):
        held.append(route)

    page.route("**/assets/js/explore.js", hold)
    with page.expect_request("**/assets/js/explore.js"):
        stranger.open("tim-kiem/")
    field(page).fill("gop von xoay vong")
    held.pop().continue_()
    expect(page.locator(".result-title").first).to_have_text(STORY)
    assert field(page).input_value() == "gop von xoay vong"
    assert given(page) == {"q": ["gop von xoay vong"]}


def test_without_a_query_it_shows_everything(visit):
    """Not only what fits on a page: the count is that of all stories."""
    page = explore(visit)
    assert total(page) > PAGE_SIZE
    assert len(titles(page)) == PAGE_SIZE
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()


def test_a_story_can_be_opened_by_keyboard(visit):
    page = explore(visit, "?q=gop+von+xoay+vong")
    page.get_by_role("link", name=STORY).press("Enter")
    page.wait_for_url(f"**/{STORY_URL}")


def test_drafts_are_marked_in_the_list(visit):
    page = explore(visit, "?q=gop+von+xoay+vong")
    assert "Bản thảo, chưa duyệt" in page.locator(".result").filter(has_text=STORY).inner_text()


def test_counts_follow_the_other_filters(visit):
    """A facet counts what is left if the other filters stay and its own goes."""
    everything = explore(visit)
    all_stories, all_fields = total(everything), counts(everything, "field")
    all_districts = counts(everything, "district")  # kept: the page goes elsewhere
    assert sum(all_fields.values()) == all_stories
    page = explore(visit, "?linh-vuc=kinh-te")
    assert total(page) == all_fields["kinh-te"]
    assert counts(page, "field") == all_fields
    assert sum(counts(page, "district").values()) == total(page)
    district = max(counts(page, "district"), key=counts(page, "district").get)
    both = explore(visit, f"?linh-vuc=kinh-te&dia-ban={district}")
    assert total(both) == counts(page, "district")[district]
    assert counts(both, "district") == counts(page, "district")
    assert sum(counts(both, "field").values()) == all_districts[district]


def test_counts_follow_the_query(visit):
    page = explore(visit, "?q=bi%C3%AAn+ph%C3%B2ng")
    assert sum(counts(page, "field").values()) == sum(counts(page, "district").values()) == total(page)


def test_each_shelf_is_counted_by_itself_and_can_be_chosen(visit, width):
    """In the answer, on the map, beside every choice; chosen, one shelf is all there is."""
    page = explore(visit)
    both = marked(page.locator("#trang-thai"))
    assert sum(both.values()) == total(page)
    assert marked(page.locator(".legend")).keys() == both.keys()
    for choices in ("field", "district", "shelf"):
        parts = [marked(part) for part in page.locator(f'[data-facet="{choices}"] label').all()]
        assert {shelf: sum(part.get(shelf, 0) for part in parts) for shelf in both} == both
    unfold(page, width, "shelf").get_by_role("checkbox", name="Cách làm hay").press("Space")
    expect_total(page, both["cach-lam-hay"])
    assert given(page) == {"nhom": ["cach-lam-hay"]}
    assert marked(page.locator("#trang-thai")) == {"cach-lam-hay": both["cach-lam-hay"]}
    assert counts(page, "shelf") == both, "the other one can still be chosen"
    assert set(page.locator(".result .shelf-mark").all_inner_texts()) == {"Cách làm hay"}
    on_map = [marked(tile) for tile in page.locator("#ban-do-loc button").all()]
    assert all("dien-hinh" not in shown for shown in on_map)


def test_a_choice_is_made_and_taken_back_by_keyboard(visit, width):
    """Space on a box; the focus stays on it while the counts around it change."""
    page = explore(visit)
    before, expected = total(page), counts(page, "field")
    facet = unfold(page, width, "field")
    box = facet.get_by_role("checkbox", name=re.compile("Kinh tế"))
    box.press("Space")
    expect_total(page, expected["kinh-te"])
    assert given(page) == {"linh-vuc": ["kinh-te"]}
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    second = facet.get_by_role("checkbox", name=re.compile("Quốc phòng"))
    second.press("Space")
    expect_total(page, expected["kinh-te"] + expected["quoc-phong-an-ninh"])
    assert given(page) == {"linh-vuc": ["kinh-te", "quoc-phong-an-ninh"]}
    box.press("Space")
    second.press("Space")
    expect_total(page, before)
    assert given(page) == {}


def test_a_choice_taken_back_stays_under_the_focus(visit, width):
    """Even when nothing would be found with it: the reader may want it again."""
    page = explore(visit, "?q=xã+Đảo+Xa&dia-ban=cu-lao&dia-ban=bai-sen&linh-vuc=quoc-phong-an-ninh")
    facet = unfold(page, width, "district")
    box = facet.get_by_role("checkbox", name=re.compile("Bãi Sen"))
    box.press("Space")
    expect(page).to_have_url(re.compile(r"dia-ban=cu-lao&linh-vuc"))
    expect(box).to_be_focused()
    expect(box).not_to_be_checked()


def test_a_folded_facet_stays_folded(visit, width):
    page = explore(visit, "?linh-vuc=kinh-te")
    facet = unfold(page, width, "field")
    page.locator("#loc-field").press("Enter")
    unfold(page, width, "methods").get_by_role("checkbox").first.press("Space")
    expect(page).to_have_url(re.compile("cach-lam="))
    expect(page.locator("#trang-thai > b")).not_to_be_empty()
    expect(page.locator("#loc-methods")).to_contain_text("1")
    assert facet.get_attribute("open") is None


def test_the_tile_map_filters_by_district(visit, width):
    page = explore(visit)
    before, expected = total(page), counts(page, "district")
    unfold(page, width, "district")
    tile = page.get_by_role("button", name=re.compile("^Bãi Sen"))
    assert tile.get_attribute("aria-pressed") == "false"
    tile.press("Enter")
    expect(tile).to_have_attribute("aria-pressed", "true")
    expect_total(page, expected["bai-sen"])
    assert given(page) == {"dia-ban": ["bai-sen"]}
    assert all("Bãi Sen" in text for text in page.locator(".result .meta").all_inner_texts())
    expect(page.locator("#loc-district-bai-sen")).to_be_checked()
    page.get_by_role("button", name=re.compile("^Cù Lao")).press("Space")
    expect_total(page, expected["bai-sen"] + expected["cu-lao"])
    for name in ("Bãi Sen", "Cù Lao"):
        page.get_by_role("button", name=re.compile(f"^{name}")).press("Enter")
    expect_total(page, before)
    expect(tile).to_have_attribute("aria-pressed", "false")


def test_the_tile_map_is_shaded_by_what_is_found(visit):
    """The darkest tile has the most, an empty one has no shade, and each says its number."""
    page = explore(visit, "?q=n%C3%B4ng+d%C3%A2n")
    expected = counts(page, "district")
    tiles = page.locator("#ban-do-loc button").evaluate_all(
        f"all => all.map(t => [t.dataset.district, Number(t.dataset.shade), {SUM}(t)])"
    )
    assert len(tiles) == DISTRICTS
    assert {district: count for district, _, count in tiles if count} == {
        district: count for district, count in expected.items() if district != "toan-tinh"
    }
    by_count = sorted((count, shade) for _, shade, count in tiles)
    assert by_count[-1][1] == 5
    assert all(low[1] <= high[1] for low, high in pairwise(by_count))
    assert all((shade == 0) == (count == 0) for count, shade in by_count)


def test_sorted_by_date_the_newest_comes_first(visit):
    """The same stories, in the order that the list of everything has."""
    everything = whole_list(visit)
    page = explore(visit, "?q=đường")
    relevant = titles(page)
    page.get_by_label("Xếp theo").press("ArrowDown")
    expect(page).to_have_url(re.compile("xep=moi"))
    by_date = [title for title in everything if title in relevant]
    assert by_date != relevant
    expect(page.locator(".result-title")).to_have_text(by_date)
    page.get_by_label("Xếp theo").press("ArrowUp")
    expect(page.locator(".result-title")).to_have_text(relevant)
    assert given(page) == {"q": ["đường"]}


def test_the_address_holds_the_whole_state(visit, width):
    """Whoever is sent the address sees the same list, choices and order."""
    page = explore(visit)
    page.keyboard.press("/")
    page.keyboard.type("nong dan")
    expect(page).to_have_url(re.compile(r"q=nong\+dan$"))
    page.get_by_label("Xếp theo").press("ArrowDown")
    expect(page).to_have_url(re.compile("xep=moi"))
    unfold(page, width, "field").get_by_role("checkbox", name=re.compile("Văn hóa")).press("Space")
    expect(page).to_have_url(re.compile("linh-vuc="))
    page.get_by_role("button", name=re.compile("^Bãi Sen")).press("Enter")
    page.get_by_role("button", name=re.compile("^Cù Lao")).press("Enter")
    expect(page).to_have_url(re.compile("dia-ban=bai-sen&dia-ban=cu-lao"))
    expect(page.locator("#loc-district b")).to_have_text("2")
    wanted = titles(page)
    assert len(wanted) > 1
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".result-title")).to_have_text(wanted)
    assert field(other).input_value() == "nong dan"
    assert other.get_by_label("Xếp theo").input_value() == "moi"
    checked = "all => all.filter(box => box.checked).map(box => box.id)"
    assert other.locator("#bo-loc input").evaluate_all(checked) == page.locator("#bo-loc input").evaluate_all(checked)
    assert other.locator("button[aria-pressed=true]").count() == 2
    assert other.locator("#trang-thai").inner_text() == page.locator("#trang-thai").inner_text()


def test_back_and_forward_restore_each_state(visit, width):
    """A row of typed letters is one step, a choice another."""
    page = explore(visit)
    everything = titles(page)
    page.keyboard.press("/")
    page.keyboard.insert_text("nong")
    expect(page).to_have_url(re.compile("q=nong$"))
    page.keyboard.insert_text(" dan")
    expect(page).to_have_url(re.compile(r"q=nong\+dan$"))
    expect(page.locator(".result-title").first).not_to_have_text(everything[0])
    page.keyboard.press("Enter")
    page.evaluate("new Promise(requestIdleCallback)")
    typed, expected = total(page), counts(page, "field")
    unfold(page, width, "field").get_by_role("checkbox", name=re.compile("Kinh tế")).press("Space")
    expect_total(page, expected["kinh-te"])
    page.go_back()
    expect_total(page, typed)
    expect(page.locator("#loc-field-kinh-te")).not_to_be_checked()
    assert given(page) == {"q": ["nong dan"]}
    page.go_back()
    expect(page.locator(".result-title")).to_have_text(everything)
    assert field(page).input_value() == ""
    page.go_forward()
    page.go_forward()
    expect_total(page, expected["kinh-te"])
    expect(page.locator("#loc-field-kinh-te")).to_be_checked()
    assert field(page).input_value() == "nong dan"


def test_a_choice_made_while_typing_loses_no_letter(visit):
    page = explore(visit)
    page.evaluate("""() => {
      const input = document.querySelector("#tim-bai");
      input.value = "nong dan";
      input.dispatchEvent(new Event("input", { bubbles: true }));
      document.getElementById("loc-field-kinh-te").click();
    }""")
    expect(page).to_have_url(re.compile(r"q=nong\+dan&linh-vuc=kinh-te"))
    assert field(page).input_value() == "nong dan"
    expect(page.locator(".result mark").first).to_be_visible()


def test_24_a_page_and_the_pager_reaches_every_story_once(visit):
    found = whole_list(visit)
    page = visit.page
    assert given(page)["trang"] == [str(-(-len(found) // PAGE_SIZE))]
    assert len(found) == len(set(found)) == total(page)
    expect(page.locator("#trang-thai")).to_be_focused()
    expect(page.locator("#trang-thai")).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".result-title").last).to_have_text(
        found[PAGE_SIZE - 1 if len(found) <= 48 else -PAGE_SIZE - 1]
    )


def test_a_page_past_the_end_is_the_last_one(visit):
    page = explore(visit, "?trang=99")
    last = -(-total(page) // PAGE_SIZE)
    assert page.locator("#phan-trang").inner_text().split("\n")[-1] == f"Trang {last} trên {last}"
    assert given(page) == {"trang": [str(last)]}


def test_a_short_list_has_no_pager(visit):
    page = explore(visit, "?q=gop+von+xoay+vong")
    expect(page.locator("#phan-trang")).to_be_hidden()


@pytest.mark.parametrize("query", ["", "?q=nong+dan&xep=moi&linh-vuc=van-hoa-xa-hoi"])
def test_the_downloaded_list_is_the_list_shown(visit, query):
    """All its pages, in its order; a spreadsheet reads it as UTF-8."""
    shown = whole_list(visit, query)
    page = explore(visit, query)
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải danh sách này").press("Enter")
    data = download.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    headings, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert headings == ["Tên bài", "Tóm tắt", "Nhóm bài", "Nơi làm", "Lĩnh vực", "Năm", "Tình trạng", "Địa chỉ"]
    assert [row[0] for row in rows] == shown
    assert len(rows) == total(page)
    assert {len(row) for row in rows} == {8}
    assert all(row[7].startswith(f"{visit.address}mo-hinh/") and row[7].endswith("/") for row in rows)
    assert download.value.suggested_filename.endswith(".csv")


def test_an_empty_list_offers_no_download(visit):
    page = visit.open("tim-kiem/?q=zzqq")
    expect(page.locator("#trang-thai")).to_contain_text("Không có bài nào cho “zzqq”")
    expect(page.get_by_role("button", name="Tải danh sách này")).to_be_hidden()
    expect(page.locator("#phan-trang")).to_be_hidden()


def test_all_filters_can_be_dropped_at_once(visit):
    """The query stays, and so does the place of the keyboard."""
    page = explore(visit, "?q=nong+dan&linh-vuc=kinh-te&nam=2015")
    expected = total(explore(visit, "?q=nong+dan"))
    page = explore(visit, "?q=nong+dan&linh-vuc=kinh-te&nam=2015")
    page.get_by_role("button", name="Bỏ mọi bộ lọc").press("Enter")
    expect_total(page, expected)
    assert given(page) == {"q": ["nong dan"]}
    expect(page.locator("#trang-thai")).to_be_focused()
    assert page.get_by_role("button", name="Bỏ mọi bộ lọc").count() == 0


def test_filters_that_leave_nothing_say_what_to_do(visit):
    page = visit.open("tim-kiem/?q=nong+dan&dia-ban=khong-co")
    expect(page.locator("#trang-thai")).to_contain_text("với bộ lọc này. Hãy bỏ bớt bộ lọc. Bỏ mọi bộ lọc")


def test_a_slip_is_offered_mended_on_the_explore_page(visit):
    page = explore(visit, "?q=gop+vom+xoay+vong")
    expect(page.locator("#trang-thai")).to_contain_text("Có phải bạn tìm gop vốn xoay vong?")
    page.get_by_role("button", name="gop vốn xoay vong").press("Enter")
    expect(page.locator("#trang-thai")).to_have_text(re.compile(r"^\d+ bài: \d+ điển hình$"))
    assert given(page) == {"q": ["gop vốn xoay vong"]}
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("gop vốn xoay vong")


def test_offline_in_the_middle_the_explore_page_says_so_and_comes_back(stranger):
    """No stale list under a new address; the ways in without search are there meanwhile."""
    page = explore(stranger, "?q=gop+von")
    page.context.set_offline(True)
    field(page).fill("biên phòng")
    expect(page.locator("#trang-thai")).to_have_text(OFFLINE)
    assert page.locator(".result").count() == 0
    expect(page.get_by_role("heading", name="Theo lĩnh vực")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator(".result").first).to_contain_text(re.compile("biên phòng", re.IGNORECASE))
    expect(page.get_by_role("heading", name="Theo lĩnh vực")).to_be_hidden()


def test_offline_a_download_says_so(stranger):
    page = explore(stranger)
    page.context.set_offline(True)
    page.get_by_role("button", name="Tải danh sách này").press("Enter")
    expect(page.locator("#trang-thai")).to_have_text(OFFLINE)


def test_a_phone_that_is_turned_keeps_its_filters_within_reach(tabs, site_url):
    with tabs.open(site_url, 390) as page:
        page.goto(f"{site_url}tim-kiem/")
        expect(page.locator(".result").first).to_be_visible()
        expect(page.locator("#bo-loc")).to_be_hidden()
        page.set_viewport_size({"width": 1280, "height": 844})
        expect(page.locator("#bo-loc")).to_be_visible()


def test_without_javascript_the_search_page_leads_on(tabs, site_url, width):
    """The form still submits, and the page it leads to lists places, fields and methods."""
    with tabs.open(site_url, width, java_script_enabled=False) as page:
        page.goto(f"{site_url}dia-ban/")
        page.locator("#tim").fill("góp vốn")
        page.locator("#tim").press("Enter")
        page.wait_for_url("**/tim-kiem/?q=*")
        assert "Tìm theo chữ cần JavaScript" in page.locator("noscript").text_content()  # Playwright never shows one
        for heading, name, address in [
            ("Theo địa bàn", "Bãi Sen", "dia-ban/bai-sen/"),
            ("Theo lĩnh vực", "Kinh tế", "linh-vuc/kinh-te/"),
            ("Theo cách làm", "Góp vốn xoay vòng", "cach-lam/gop-von-xoay-vong/"),
        ]:
            link = page.get_by_role("navigation", name=heading).get_by_role("link", name=name)
            assert link.is_visible()
            assert link.evaluate("link => link.href") == site_url + address
        assert page.locator("#ban-do-loc a[data-district]").count() == DISTRICTS
        assert not page.get_by_label("Xếp theo").is_visible()
        page.locator("#tim-bai").fill("biên phòng")
        page.get_by_role("button", name="Tìm", exact=True).click()
        page.wait_for_url(f"**/tim-kiem/?q={quote('biên')}+*")
