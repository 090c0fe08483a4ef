"""Every attempt past a check that let it through: what a reader's browser then does.

The stories are made as values, so that no rule of ``source`` sees them. ``sanitised``: their text has
gone through the compiler all the same, as it always does. ``raw``: the sanitiser was broken too, and
only the gate and the policy are left.
"""

import pickle
from dataclasses import replace
from urllib.parse import quote

import pytest

from scripts.catalog.catalog import Edition
from scripts.publish import build
from scripts.publish.build import Workplace, build_site
from scripts.publish.gate.gate import check_site
from scripts.source.library import Library
from scripts.source.schema.story_parts import Coverage, Origin, Place, Quotation, Result
from scripts.source.text.body import BodySection, compile_body
from scripts.source.text.markdown import MARKDOWN
from scripts.source.text.source_text import SourceText
from tests.browser.conftest import Strangers, Visit, serving, visiting
from tests.hostile.corpus import BODIES, KEYS, PRIVATE, SIGN, TITLES
from tests.made_up import ROOT, TODAY, made_up_story
from tests.sites import built_once, give_fonts

PRESS_PAGES = {f"mo-hinh/bai-sen/thu-{n:03d}/bao-chi/index.html" for n in range(len(TITLES))}
"""Those that show the words of a title; a body reaches a press page as plain text, which the same template escapes."""
SENDS_ELSEWHERE = "<meta http-equiv=refresh"
TOO_LARGE = 20_000
"""Letters of text above which an attempt is about time, not about a browser."""


def story_with(number, words, body, *, sanitised):
    """Return a story with ``words`` wherever an editor writes a line, and ``body`` below."""
    story = made_up_story(f"thu-{number:03d}", "bai-sen", methods=["tu-quan"])
    source = f"## Cách làm\n\nCả tổ cùng làm.\n\n{body}\n\n[ghi chú]: # ({PRIVATE})\n\n<!-- {PRIVATE} -->\n"
    compiled, _ = compile_body(SourceText(source))
    if not sanitised:
        compiled = replace(compiled, sections=(BodySection("Cách làm", "cach-lam", MARKDOWN.html(body)),))
    link = {0: f"javascript:{SIGN}", 1: f"data:text/html,<script>{SIGN}</script>"}.get(number % 20)
    front = story.front.model_copy(
        update={
            "title": f"{words} {number}",
            "summary": words,
            "subject": words,
            "topics": (words,),
            "place": Place.model_construct(commune=words, hamlet=words),
            "results": (Result.model_construct(value="22", unit=words, label=words, when=words, source=words),),
            "quotes": (Quotation.model_construct(text=words, by=words),),
            "sources": (Origin.model_construct(title=words, publisher=words, date=None, url=link),),
            "coverage": (Coverage.model_construct(outlet=words, date=TODAY, title=words, url=None),),
            "secret": PRIVATE,
        }
    )
    return replace(story, front=front, body=compiled)


def stories(*, sanitised):
    plain = "Một chuyện bịa để thử máy, không có thật ở bất cứ nơi nào"
    attempts = [
        *((attempt.text, "Chữ.") for attempt in (*TITLES, *KEYS)),
        *((plain, attempt.text) for attempt in BODIES if len(attempt.text) < TOO_LARGE),
    ]
    return tuple(story_with(n, words[:2000], body, sanitised=sanitised) for n, (words, body) in enumerate(attempts))


@pytest.fixture(scope="module", params=["sanitised", "raw"])
def hostile(request, tmp_path_factory, made_up_library):
    """(whether the sanitiser worked, the site that the gate was not asked about, what the gate says of it)."""
    sanitised = request.param == "sanitised"
    taxonomy = made_up_library.taxonomy

    def make(work):
        seen = []

        def look_away(site, expected):
            seen.extend(check_site(site, expected))
            return []

        give_fonts(work / "build")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(build, "check_site", look_away)
            library = Library(stories(sanitised=sanitised), taxonomy, ())
            build_site(library, taxonomy, Edition.PREVIEW, Workplace(ROOT, work / "build", work / "site"))
        (work / "seen").write_bytes(pickle.dumps(seen))

    work = built_once(tmp_path_factory, f"hostile-{request.param}", make)
    return sanitised, work / "site", pickle.loads((work / "seen").read_bytes())


SANITISED = pytest.mark.parametrize("hostile", ["sanitised"], indirect=True, scope="module")
RAW = pytest.mark.parametrize("hostile", ["raw"], indirect=True, scope="module")


def refused_pages(problems):
    return {problem.path.removeprefix("site/") for problem in problems if problem.code != "page-too-heavy"}


def pages_of(site):
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_every_attempt_has_a_page(hostile):
    """Nothing was lost on the way: what is looked at below is there."""
    sanitised, site, _ = hostile
    found = [page for page in pages_of(site) if page.startswith("mo-hinh/bai-sen/thu-") and "/bao-chi/" not in page]
    assert len(found) == len(stories(sanitised=sanitised)) > 100


def test_no_private_text_is_in_the_site(hostile):
    """Neither of comments, nor of keys that no page shows, nor of references that nothing uses."""
    sanitised, site, _ = hostile
    shown = {"a key for oneself", "the body of the staged page"}  # as words of a title, which are public
    visible = {f"thu-{n:03d}" for n, attempt in enumerate([*TITLES, *KEYS]) if attempt.tries in shown}
    for path in site.rglob("*"):
        if path.is_file() and path.suffix not in {".woff2", ".gz", ".xlsx"}:
            text = path.read_text(encoding="utf-8")
            if sanitised and not any(name in path.as_posix() or name in text for name in visible):
                assert PRIVATE not in text, path


def test_the_gate_refuses_each_page_that_is_not_inert(hostile):
    """Past a broken sanitiser, too."""
    _, site, problems = hostile
    refused = refused_pages(problems)
    acting = ("<script>", "<svg", "<iframe", "<object", "<embed", "<base", "<style", "<math", "srcdoc=", "javascript:")
    for page in pages_of(site):
        text = (site / page).read_text(encoding="utf-8").lower()
        if any(f"{sign}" in text and f"&lt;{sign[1:]}" not in text for sign in acting[:9]):
            assert page in refused, page


def test_the_gate_names_what_it_refuses(hostile):
    """With the sanitiser at work, only what the schema would have refused is left: it looks odd, it does not act."""
    sanitised, _, problems = hostile
    codes = {problem.code for problem in problems}
    if sanitised:
        odd = {"page-title-markup", "template-leak", "front-matter-leak", "image-alt", "image-size"}
        assert codes - {"page-too-heavy"} == odd | {"link-scheme"}
    else:
        wanted = {"inline-script", "handler", "inline-style", "page-tag", "page-attribute", "foreign-origin", "policy"}
        assert wanted <= codes


def look_at(browser, site, refused, *, press=frozenset(), only=None, **settings):
    """Open every story, and the ``press`` pages; return what each did that it should not.

    And odd links, what was loaded from elsewhere, what left for elsewhere. ``refused`` pages are not asked
    for their links: they may have gone elsewhere by then. What a page does late is told of the next one.
    """
    wrong, odd_links, loaded, gone = {}, {}, [], []
    stories = [page for page in pages_of(site) if page.startswith("mo-hinh/bai-sen/thu-")]
    with serving(site) as address, Strangers(browser).open(address, 1280, **settings) as page:

        def stop(route):
            (gone if route.request.is_navigation_request() else loaded).append(route.request.url)
            route.abort()

        page.context.route(lambda url: not url.startswith((address, "data:")), stop)
        seen = Visit(page, address)
        for name in only or [page for page in stories if "/bao-chi/" not in page or page in press]:
            seen.wrong = wrong[name] = []
            seen.open(name.removesuffix("index.html"))
            if name not in refused:
                schemes = set(seen.page.evaluate("[...document.links].map((link) => link.protocol)"))
                odd_links[name] = schemes - {"http:", "https:", "mailto:"}
            if SENDS_ELSEWHERE in (site / name).read_text(encoding="utf-8").lower():
                seen.page.close()
                seen = Visit(page.context.new_page(), address)
    return wrong, odd_links, loaded, gone


@pytest.mark.slow
def test_in_a_browser_nothing_happens(hostile, browser):
    """Every page is opened. Where the sanitiser worked, nothing is even tried; else the policy forbids it.

    But one thing: no policy forbids a page to send its reader elsewhere (``<meta refresh>``). Only the
    sanitiser and the gate do.
    """
    sanitised, site, problems = hostile
    refused = refused_pages(problems)
    wrong, odd_links, loaded, gone = look_at(browser, site, refused, press=PRESS_PAGES if sanitised else frozenset())
    assert loaded == []
    if sanitised:
        assert gone == []
    assert not any(odd_links.values())
    for page, lines in wrong.items():
        assert not [line for line in lines if line.startswith("dialog")], page
        if sanitised or page not in refused:
            assert lines == [], page


def test_in_a_browser_nothing_happens_on_the_pages_the_gate_refuses(hostile, browser):
    """The pages of the test above that are most likely to act: the gate says which."""
    sanitised, site, problems = hostile
    refused = refused_pages(problems)
    chosen = sorted(page for page in refused if page.startswith("mo-hinh/bai-sen/thu-") and "/bao-chi/" not in page)
    assert chosen
    wrong, _, loaded, gone = look_at(browser, site, refused, only=chosen)
    assert loaded == []
    if sanitised:
        assert gone == []
    for page, lines in wrong.items():
        assert not [line for line in lines if line.startswith("dialog")], page
        if sanitised:
            assert lines == [], page


def sending(site):
    return [page for page in pages_of(site) if SENDS_ELSEWHERE in (site / page).read_text(encoding="utf-8").lower()]


@SANITISED
def test_the_sanitiser_stops_what_would_send_a_reader_elsewhere(hostile):
    _, site, _ = hostile
    assert sending(site) == []


@RAW
def test_only_sanitiser_and_gate_stop_a_page_that_sends_its_reader_elsewhere(hostile, browser):
    """A ``<meta refresh>`` that got past both would work: so the claim above is not an empty one."""
    _, site, problems = hostile
    assert sending(site)
    assert set(sending(site)) <= refused_pages(problems)
    with serving(site) as address, Strangers(browser).open(address, 1280) as page:
        page.route(lambda url: not url.startswith((address, "data:")), lambda route: route.abort())
        with page.expect_request(lambda asked: not asked.url.startswith(address) and asked.is_navigation_request()):
            page.goto(address + sending(site)[0].removesuffix("index.html"))


@RAW
def test_without_policy_and_sanitiser_the_corpus_does_harm(hostile, browser):
    """So the test above can fail: the same pages, with the policy switched off, speak and call out."""
    _, site, problems = hostile
    codes = {"inline-script", "handler", "foreign-origin", "page-tag", "inline-style"}
    acting = sorted({problem.path.removeprefix("site/") for problem in problems if problem.code in codes})
    wrong, _, loaded, _ = look_at(browser, site, refused_pages(problems), only=acting, bypass_csp=True)
    spoke = [page for page, lines in wrong.items() if any(line.startswith("dialog") for line in lines)]
    assert len(spoke) >= 5
    assert len(loaded) >= 5


def test_a_link_that_is_a_script_does_nothing_when_followed(hostile, browser):
    """The one thing the templates leave to the schema: the gate refuses it, and the policy forbids it."""
    _, site, problems = hostile
    path = "mo-hinh/bai-sen/thu-000/"
    assert f"{path}index.html" in refused_pages(problems)
    with serving(site) as address, Strangers(browser).open(address, 1280) as page:
        seen = Visit(page, address)
        seen.open(path).locator('a[href^="javascript:"]').first.click()
        page.wait_for_timeout(200)
        assert not [line for line in seen.wrong if line.startswith("dialog")]
        assert [line for line in seen.wrong if line.startswith("policy: script-src-elem") or "Trusted" in line]


@SANITISED
def test_a_search_that_finds_them_shows_text(hostile, browser):
    """Titles and excerpts come out of the index as text; that is made of the plain text, whatever the sanitiser did."""
    _, site, _ = hostile
    with serving(site) as address, visiting(Strangers(browser), address, 1280) as seen:
        for query in ["script", "onerror", "<script>", "alert(9071)", "javascript"]:
            page = seen.open(f"tim-kiem/?q={quote(query)}")
            page.locator("#ket-qua li, #trang-thai:not(:empty)").first.wait_for()
            page.wait_for_load_state("networkidle")
            assert page.locator("#ket-qua script, #ket-qua img, #ket-qua svg").count() == 0, query
