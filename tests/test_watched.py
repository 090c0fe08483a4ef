"""No test reads the real ``content/`` unseen, whether itself or through a command that it starts."""

import os
import subprocess
import sys

import pytest

from tests.conftest import opened_content
from tests.made_up import MADE_UP, ROOT


@pytest.fixture(autouse=True)
def _only_made_up_content():
    """Take the place of the one that would fail these tests: they look at the notes themselves."""
    yield
    opened_content()


@pytest.mark.parametrize("look", [lambda: [*os.scandir("content")], (ROOT / "content/taxonomy/fields.yml").read_bytes])
def test_a_test_that_looks_into_the_content_is_noticed(look, monkeypatch):
    monkeypatch.chdir(ROOT)
    look()
    assert opened_content()
    assert not opened_content(), "each breach is told once"


def test_a_command_that_is_not_told_where_its_content_is_is_noticed():
    subprocess.run([sys.executable, "-m", "scripts", "check"], cwd=ROOT, capture_output=True, check=False)
    assert any("/content/taxonomy/" in path for path in opened_content())


def test_made_up_content_is_free_to_read():
    (MADE_UP / "taxonomy/fields.yml").read_bytes()
    assert opened_content() == []
