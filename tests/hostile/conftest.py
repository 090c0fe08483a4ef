"""The hostile corpus in a browser: the one of the browser tests."""

from tests.browser.conftest import browser

__all__ = ["browser"]
