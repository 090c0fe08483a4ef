"""A real Chromium over a real build: one browser and one server a worker, one site for the whole run."""

import functools
import http.server
import os
import shutil
import threading
import time
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

from scripts.render.servers.policy import SECURITY_HEADERS
from tests.browser.library import write_library
from tests.sites import built_once, site_once

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No sandbox: CI runs as root. The rest keeps the browser from calling home by itself.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # One renderer for all pages of the one site: a third less work a visit, every context as separate as before.
    "--process-per-site",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if {"browser", "hostile"} & set(item.path.parts) and "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing: the browser's own events are what the tests look at."""

    def end_headers(self):
        """Send what the servers of ``deploy/`` send."""
        for name, value in self.server.headers:
            self.send_header(name, value)
        super().end_headers()


def serve(folder, headers=SECURITY_HEADERS):
    """Serve ``folder`` on a free port of 127.0.0.1; returns the server and its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    server.headers = headers
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


@contextmanager
def serving(folder, headers=SECURITY_HEADERS):
    """Serve ``folder`` for a while; gives its address."""
    server, address = serve(folder, headers)
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser():
    """Chromium, or a skip; with CI=true a skip is a failure."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        reason = "no Chromium or Chrome on this machine"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


A_MINUTE = 60


class Tabs:
    """Fresh tabs of visitors who have the same settings: one profile for each, kept for a whole run.

    A profile of its own for each visitor costs half a second of CPU: the browser starts a process and reads every
    style and script anew. Our pages keep nothing in a browser, so of what was done in a tab nothing reaches the next
    one but files. Who switches the network off, or asks what is loaded how fast, is a stranger.
    """

    def __init__(self, browser):
        self._browser, self._profiles = browser, {}

    @contextmanager
    def open(self, address, width, **settings):
        """Give a tab of ``width`` for the site at ``address``; it and all that it opened is closed at the end."""
        key = (width, *map(str, sorted(settings.items())))
        if key not in self._profiles:
            screen = {"width": width, "height": 844}
            self._profiles[key] = self._browser.new_context(viewport=screen, locale="vi-VN", **settings)
            # A page that stays, so that the process of the site does.
            self._profiles[key].new_page().goto(f"{address}robots.txt")
        profile = self._profiles[key]
        others = set(profile.pages)
        try:
            yield profile.new_page()
        finally:
            for page in set(profile.pages) - others:
                page.close()

    def kept(self):
        """Return what visitors of the whole run were left with: cookies, what pages stored, a clock gone wrong."""
        profiles = self._profiles.values()
        stored = [kept for profile in profiles for kept in profile.storage_state().values() if kept]
        clocks = [profile.pages[0].evaluate("Date.now()") / 1000 for profile in profiles]
        return [*stored, *(clock for clock in clocks if abs(clock - time.time()) > A_MINUTE)]


class Strangers:
    """Visitors with a profile of their own, for tests that are about an empty browser, or about the network."""

    def __init__(self, browser):
        self._browser = browser

    @contextmanager
    def open(self, address, width, **settings):  # noqa: ARG002 - as ``Tabs.open``
        """Give a page of ``width``; its profile goes with it."""
        profile = self._browser.new_context(viewport={"width": width, "height": 844}, locale="vi-VN", **settings)
        try:
            yield profile.new_page()
        finally:
            profile.close()


@pytest.fixture(scope="session")
def tabs(browser):
    """Tabs of the one browser of this worker; at the end no page may have left anything with its visitors."""
    tabs = Tabs(browser)
    yield tabs
    assert tabs.kept() == []


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory):
    """The preview edition of a made-up library, built as its users build it."""

    def write(folder):
        write_library(folder / "content")

    content = built_once(tmp_path_factory, "library", write) / "content"
    return site_once(tmp_path_factory, "browser", content)[0]


@pytest.fixture(scope="session")
def site_url(site_folder):
    """The address of the preview edition."""
    server, address = serve(site_folder)
    yield address
    server.shutdown()
    server.server_close()


VIOLATIONS = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  console.error(`policy: ${effectiveDirective} ${blockedURI}`));"""


SWITCHED_OFF = "net::ERR_INTERNET_DISCONNECTED"
"""What was under way when a test switched the network off, an icon say: no fault of a page."""


class Visit:
    """A page being looked at, and everything it did that it should not."""

    def __init__(self, page, address):
        self.page, self.address, self.wrong = page, address, []
        page.add_init_script(VIOLATIONS)
        page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", self._heed)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: self._watch(request.url))
        page.on("requestfailed", self._failed)
        page.on(
            "response",
            lambda response: response.status >= 400 and self.wrong.append(f"{response.status} {response.url}"),
        )

    def _heed(self, message):
        if message.type == "error" and SWITCHED_OFF not in message.text:
            self.wrong.append(message.text)

    def _failed(self, request):
        # What a visitor who goes on leaves half loaded is no fault; what is missing or forbidden says so otherwise.
        if request.failure not in ("net::ERR_ABORTED", SWITCHED_OFF):
            self.wrong.append(f"failed: {request.url}")

    def _watch(self, url):
        if not url.startswith((self.address, "data:")):
            self.wrong.append(f"foreign: {url}")

    def open(self, path):
        """Open a page of the site and wait until it has loaded."""
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("load")
        return self.page


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def width(request):
    """A cheap phone and a desk."""
    return request.param


@contextmanager
def visiting(visitors, address, width, **settings):
    """Someone who looks at the site at ``width``; at the end nothing may have gone wrong on any page."""
    with visitors.open(address, width, **settings) as page:
        seen = Visit(page, address)
        yield seen
        wrong = list(seen.wrong)  # closing breaks off what is still under way, such as a typeface: no fault of the page
    assert wrong == []


@pytest.fixture
def visit(tabs, site_url, width):
    """A visitor at each width; fails at the end if anything went wrong meanwhile."""
    with visiting(tabs, site_url, width) as seen:
        yield seen


@pytest.fixture
def stranger(browser, site_url, width):
    """The same with a profile of its own: its network may be switched off."""
    with visiting(Strangers(browser), site_url, width) as seen:
        yield seen
