"""The registry of problems: each code once, said whole, used, and never read back out of its words."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from scripts.source.problems import look_up
from scripts.source.problems.code import Code
from scripts.source.problems.look_up import CODES, WORDINGS, wordings_of
from scripts.source.problems.problem import START, problem_at
from scripts.source.problems.registry.approval import APPROVER_NOT_IN_OFFICE
from scripts.source.problems.registry.facts import YEAR_IN_FUTURE
from scripts.source.problems.registry.form import FILE_TOO_LARGE
from scripts.source.problems.registry.people import PRIVATE, PRIVATE_IN_NAME

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"
REGISTRY = SCRIPTS / "source" / "problems" / "registry"
CONSTANTS = {
    name: value for module in look_up._MODULES for name, value in vars(module).items() if isinstance(value, Code)
}
LATER = {"MediaFaultError": {"name"}}
"""What is added to the values after the call: whoever opens a photo does not know what the story calls it."""
WHOLE = {"problem", "problem_at", "problem_at_key", "report", "_problem", "_RefusedError", "MediaFaultError"}
"""Calls that take a code and all its values."""


def calls():
    """Yield each call that is given a code by its constant: where, what is called, the code, the other values."""
    for module in sorted(SCRIPTS.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                for argument in node.args:
                    if isinstance(argument, ast.Name) and argument.id in CONSTANTS and called in WHOLE:
                        yield f"{module.name}:{node.lineno}", called, CONSTANTS[argument.id], node.keywords


def test_each_call_gives_a_code_exactly_its_values():
    """What is forgotten here would be a traceback before an editor, and only on the day it is needed."""
    wrong = []
    for where, called, code, keywords in calls():
        given = {keyword.arg for keyword in keywords}
        if None not in given and given != code.names - LATER.get(called, set()):
            wrong.append((where, code.name, sorted(given), sorted(code.names)))
    assert not wrong
    assert len(list(calls())) > 150


def test_each_entry_is_used():
    used = {
        name.id
        for module in SCRIPTS.rglob("*.py")
        if module.parent != REGISTRY
        for name in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(name, ast.Name)
    }
    private = {*PRIVATE.values(), *PRIVATE_IN_NAME.values()}
    assert [name for name, code in CONSTANTS.items() if name not in used and code not in private] == []


@pytest.mark.parametrize("code", WORDINGS, ids=lambda code: code.name)
def test_each_wording_says_what_is_wrong_and_what_to_do(code):
    assert code.fault
    assert code.cure
    assert code.cure[0].isupper()


def test_a_code_that_stands_twice_is_refused(monkeypatch):
    monkeypatch.setattr(look_up.body, "AGAIN", Code("phone", "Sai. Hãy sửa."), raising=False)
    with pytest.raises(ValueError, match="phone stands twice"):
        look_up._themes()


def test_a_message_is_made_of_exactly_its_values():
    code = Code("x", "Có {found}.", {"found": "a"})
    assert code.said({"found": "a\n::b"}) == "Có a\\u{a}\\u{3a}\\u{3a}b."
    for values in ({}, {"found": "a", "more": "b"}):
        with pytest.raises(ValueError, match="x needs"):
            code.said(values)
    with pytest.raises(ValueError, match="the example holds"):
        Code("x", "Có {found}.")


def test_another_wording_has_the_same_name_and_weight():
    for code in CODES.values():
        for other in wordings_of(code):
            assert (other.name, other.severity) == (code.name, code.severity)


def test_nobody_reads_a_message_as_data():
    """The words may change; a program asks ``kind`` and ``values``. Only reports and the terminal print messages."""
    may = {"problems/problem.py", "messages/report.py", "editors/approve.py", "house/approve_house.py"}
    readers = {
        "/".join(module.parts[-2:])
        for module in SCRIPTS.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "message" and isinstance(node.ctx, ast.Load)
    }
    assert readers <= may


def test_a_day_in_a_message_is_written_as_readers_write_it():
    """A file holds 2026-07-01; what is told about it says 01-7-2026, whatever the code (the letter's own form)."""
    said = problem_at("a.md", START, APPROVER_NOT_IN_OFFICE, by="Ban bịa", day=date(2026, 7, 1)).message

    assert "vào ngày 01-7-2026." in said


def test_a_day_reaches_a_message_as_a_day():
    """So that it is said in the letter's form; only what stands in a file, or should, is shown as it stands there."""
    as_in_a_file = {"given", "cure", "example"}
    iso = re.compile(r"\d{4}-\d{2}-\d{2}")

    assert not {
        (code.name, name)
        for code in WORDINGS
        for name, value in code.example.items()
        if name not in as_in_a_file and isinstance(value, str) and iso.search(value)
    }


def test_a_large_number_in_a_message_has_dots_and_a_year_has_none():
    """1.204.880 byte, and 2031."""
    size = problem_at("a.md", START, FILE_TOO_LARGE, size=1_204_880, most=200_000).message
    year = problem_at("a.md", START, YEAR_IN_FUTURE, year=2031).message

    assert "1.204.880 byte, quá mức 200.000 byte" in size
    assert "năm 2031." in year
    assert not [code.name for code in WORDINGS if re.search(r"\b\d{5,}\b(?=[ .,:])", code.said(code.example))]
