"""The one environment of templates: what is escaped, and that there is no second."""

import ast
from pathlib import Path

import pytest
from jinja2 import DictLoader, UndefinedError

from scripts.render import templates
from scripts.render.templates import render

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"


@pytest.fixture
def written(monkeypatch):
    """Templates made up here, in the environment that makes the site."""

    def write(name, text):
        made = templates._environment().overlay(loader=DictLoader({name: text}))
        monkeypatch.setattr(templates, "_environment", lambda: made)

    return write


@pytest.mark.parametrize("name", ["a.html.j2", "document.xml.j2", "a.css.j2", "feed.j2"])
def test_what_machines_parse_is_escaped(written, name):
    """HTML, XML, and whatever is not said to be plain text."""
    written(name, "<p>{{ word }}</p>")
    assert render(name, word="<b>&") == "<p>&lt;b&gt;&amp;</p>"


def test_plain_text_is_not(written):
    """Nobody would turn ``&amp;`` back."""
    written("kich-ban.txt.j2", "{{ word }}")
    assert render("kich-ban.txt.j2", word="<b>&") == "<b>&"


def test_a_name_that_is_not_given_is_an_error(written):
    """A page with a hole in it is worse than none."""
    written("a.html.j2", "{{ word }}")
    with pytest.raises(UndefinedError):
        render("a.html.j2")


def test_no_other_module_has_templates_of_its_own():
    """A second environment costs 25 ms, and may escape otherwise."""
    users = {
        path.relative_to(SCRIPTS).as_posix()
        for path in SCRIPTS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "jinja2"
    }
    assert users == {"render/templates.py"}
    assert templates._environment() is templates._environment()
