"""Asking each engine in a real browser, on a real page of its site. Runs Chromium."""

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooSlowError

from bench.search_queries import DEPTH
from bench.shaped_server import SLOW, Line, Server, held_to_a_quarter

DRAWN = 5
"""Results on the screen that stop the clock: Pagefind's box and ours draw few more at first."""
_QUIET = 3_000
"""Milliseconds after which a page that has loaded is taken to fetch nothing more by itself."""
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True, slots=True)
class Engine:
    """How to reach an engine, as its own pages do."""

    name: str
    files: tuple[str, ...]
    """Beginnings of the paths that only search needs."""
    field: str
    """Selector of the search field."""
    result: str
    """Selector of a result on the screen."""
    ask: str
    """JavaScript: queries, depth -> promise of the addresses found for each."""


OURS = Engine(
    "ours",
    ("/assets/index/", "/assets/search/", "/assets/js/box.js", "/assets/js/show.js"),
    "#tim",
    ".found-panel [role=option]",
    """async ([queries, limit]) => {
      await import("/assets/js/box.js"); // what its box needs besides the engine
      const { openIndex } = await import("/assets/search/search.js");
      const index = await openIndex(new URL("/assets/index/", location).href);
      const answers = [];
      for (const query of queries) {
        const { hits } = await index.search(query, { limit, counts: false });
        answers.push(hits.map(({ url }) => url));
      }
      return answers;
    }""",
)
PAGEFIND = Engine(
    "Pagefind",
    ("/pagefind/",),
    ".pagefind-ui__search-input",
    ".pagefind-ui__result-link",
    """async ([queries, limit]) => {
      const pagefind = await import("/pagefind/pagefind.js");
      const answers = [];
      for (const query of queries) {
        const { results } = await pagefind.search(query);
        answers.push((await Promise.all(results.slice(0, limit).map((result) => result.data()))).map(({ url }) => url));
      }
      return answers;
    }""",
)
MATERIAL = Engine(
    "Material",
    ("/search/", "/assets/javascripts/workers/", "/assets/javascripts/lunr/"),
    ".md-search__input",
    ".md-search-result__item",
    """async ([queries, limit]) => {
      await ready;
      const ask = (query) => new Promise((resolve) => {
        theWorker.postMessage({ type: 2, data: query });
        const mine = theWorker.asked;
        const listen = ({ data }) => {
          if (theWorker.answered !== mine) return;
          theWorker.removeEventListener("message", listen);
          resolve(data.data);
        };
        theWorker.addEventListener("message", listen);
      });
      const answers = [];
      for (const query of queries) {
        const { items } = await ask(query);
        answers.push(items.slice(0, limit).map(([{ location }]) => location.replace(/#.*/, "")));
      }
      return answers;
    }""",
)

# Material keeps its worker to itself; this lets `ask` speak to it, after the page has set it up.
# The page asks too, and answers come in the order of the questions: so both are counted.
_EXPOSE_WORKER = """
  globalThis.Worker = class extends Worker {
    asked = 0;
    answered = 0;
    constructor(...given) {
      super(...given);
      globalThis.theWorker = this;
      globalThis.ready = new Promise((resolve) => this.addEventListener("message", ({ data }) => {
        if (data.type === 1) resolve();
        if (data.type === 3) this.answered++;
      }));
    }
    postMessage(message, ...given) {
      if (message.type === 2) this.asked++;
      super.postMessage(message, ...given);
    }
  };
"""

# On a machine without a network a browser believes that it cannot reach our server either.
_ON_LINE = 'Object.defineProperty(navigator, "onLine", { get: () => true });'

_STOPWATCH = """([field, result, query, enough]) => new Promise((resolve) => {
  const from = performance.now();
  const input = document.querySelector(field);
  input.focus();
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  const look = () => {
    const drawn = [...document.querySelectorAll(result)].filter((one) => one.getClientRects().length).length;
    if (drawn >= enough) resolve((performance.now() - from) / 1000);
    else requestAnimationFrame(look);
  };
  look();
})"""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was sent for search: bodies as they cross the line."""

    requests: int
    kilobytes: float


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser of this machine."""
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        sys.exit("no Chromium or Chrome on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who looks at a page of an engine's site, each time with an empty cache."""

    browser: Browser
    server: Server
    engine: Engine
    page: str
    """The address of the page."""

    @contextmanager
    def visit(self) -> Iterator[Page]:
        """Open the page as a stranger."""
        context = self.browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
        context.add_init_script(_ON_LINE + _EXPOSE_WORKER)
        page = context.new_page()
        page.set_default_timeout(0)
        page.goto(self.server.address + self.page)
        yield page
        context.close()

    def plain_view(self) -> Fetched:
        """Return what search fetches on a page where nobody searches."""
        self.server.sent.clear()
        with self.visit() as page:
            page.wait_for_timeout(_QUIET)
            return self._fetched()

    def first_query(self, query: str) -> Fetched:
        """Return what search fetches until ten results of the first query are there, the page view included."""
        self.server.sent.clear()
        with self.visit() as page:
            page.evaluate(self.engine.ask, [[query], DEPTH])
            return self._fetched()

    def answer(self, queries: Sequence[str]) -> list[list[str]]:
        """Return the addresses found for each query, the front page left out."""
        with self.visit() as page:
            found: list[list[str]] = page.evaluate(self.engine.ask, [list(queries), DEPTH + 1])
        return [[address for url in urls if (address := url.strip("/") + "/") != "/"][:DEPTH] for urls in found]

    def first_results(self, query: str, line: Line, most: float) -> float | None:
        """Return the seconds from a query put whole into the box to results on the screen; None after ``most``."""
        given = [self.engine.field, self.engine.result, query, DRAWN]
        with self.server.over(line), self.visit() as page:
            clock = f"globalThis.seconds = 0; ({_STOPWATCH})({json.dumps(given)}).then((s) => {{ seconds = s; }}); 0"
            if line is not SLOW:
                return self._wait(page, clock, most)
            with held_to_a_quarter(self._leader()):
                return self._wait(page, clock, most)

    def _wait(self, page: Page, clock: str, most: float) -> float | None:
        page.evaluate(clock)
        try:
            seconds: Any = page.wait_for_function("seconds", timeout=most * 1000).json_value()
        except TooSlowError:
            return None
        return float(seconds)

    def _leader(self) -> int:
        """Return the process of the browser itself."""
        processes = self.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
        return next(int(process["id"]) for process in processes if process["type"] == "browser")

    def _fetched(self) -> Fetched:
        sizes = [size for path, size in self.server.sent if path.startswith(self.engine.files)]
        return Fetched(len(sizes), sum(sizes) / 1000)
