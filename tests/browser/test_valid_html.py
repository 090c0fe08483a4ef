"""Every kind of page is valid HTML, by the checker that the W3C's own service runs (the Nu HTML checker)."""

import json
import os
import subprocess

import pytest

from tests.browser.page_kinds import page_kinds

pytestmark = pytest.mark.slow


def errors_in(*pages):
    """Return the errors of the checker, each as ``file:line: message``, in the order of the files.

    Its remarks are left out: it reads files, and so takes all that the policy allows as ``'self'`` for foreign.
    """
    jar = os.environ.get("VNU")
    if not jar:
        pytest.fail("the HTML checker is fetched by make test-slow: run that, or make vnu and set VNU to its file")
    command = ["java", "-jar", jar, "--errors-only", "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=True, timeout=300)
    found = json.loads(done.stdout)["messages"]
    return [f"{one.get('url')}:{one.get('lastLine')}: {one['message']}" for one in found if one["type"] != "info"]


def test_every_kind_of_page_is_valid_html(site_folder):
    kinds = page_kinds(site_folder)
    assert errors_in(*(site_folder / path / ("" if path.endswith(".html") else "index.html") for path in kinds)) == []


def test_the_checker_sees_an_error(tmp_path):
    """So the test above can fail: what Material's shell left on each page, and a name where none may be."""
    page = tmp_path / "index.html"
    fault = '<input type="checkbox" autocomplete="off"><pre aria-label="x">x</pre>'
    page.write_text(f'<!doctype html><html lang="vi"><title>x</title>{fault}</html>', encoding="utf-8")
    assert len(errors_in(page)) == len(["autocomplete", "aria-label"])
