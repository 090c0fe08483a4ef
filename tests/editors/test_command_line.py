"""The door of the commands: what it imports, what it says, how it ends when we are wrong."""

import re
import subprocess
import sys
from importlib import import_module

import pytest

from scripts import __main__ as door
from scripts.editors.commands import COMMANDS
from scripts.editors.console import OUR_FAULT, WRONG_USE
from tests.made_up import ROOT

AFTER = "import sys, scripts.__main__ as d\ntry: d.main(sys.argv[1:])\nfinally: print('imported', *sorted(sys.modules))"


def imported_by(*arguments):
    """Return the modules that are loaded when the command line has ended."""
    command = [sys.executable, "-c", AFTER, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60)
    return set(done.stdout.rpartition("imported ")[2].split())


def test_help_imports_no_command_and_no_library():
    loaded = imported_by("--help")
    assert "argparse" in loaded
    assert not loaded & {"pydantic", "jinja2", "yaml", "mkdocs", "PIL", "scripts.source.library"}


def test_a_sentence_is_read_aloud_without_what_a_story_needs():
    loaded = imported_by("--content", "tests/content", "script", "1.099 hộ")
    assert "scripts.render.spoken.speech" in loaded
    assert not loaded & {"jinja2", "mkdocs", "PIL", "scripts.source.library", "scripts.source.vocabulary.taxonomy"}


def test_every_module_that_is_a_command_can_be_named():
    room = ROOT / "scripts/editors"
    places = {
        ".".join(file.relative_to(room).with_suffix("").parts)
        for file in room.rglob("*.py")
        if "\ndef add_arguments(" in file.read_text()
    }
    assert {command.place for command in COMMANDS.values()} == places
    for command in COMMANDS.values():
        assert callable(import_module(f"scripts.editors.{command.place}").run)


@pytest.mark.parametrize(
    "words", [["--help"], ["check", "--help"], ["chekc"], ["script"], ["build", "--edition", "x"], ["tidy", "--x"], []]
)
def test_help_and_wrong_use_are_said_in_vietnamese(words, capsys):
    with pytest.raises(SystemExit) as ended:
        door.main(words)
    assert ended.value.code == (0 if "--help" in words else WRONG_USE)
    said = "".join(capsys.readouterr())
    assert said.startswith("cách dùng: ")
    assert not re.search(r"usage|options:|positional|show this|invalid|required|unrecognized|argument", said)


def test_a_fault_of_ours_is_one_sentence_and_its_details_are_kept(monkeypatch, tmp_path, capsys):
    def fail():
        message = "không ai ngờ"
        raise ZeroDivisionError(message)

    monkeypatch.setattr(door, "main", fail)
    monkeypatch.setattr(door, "ROOT", tmp_path)
    assert door.main_without_traceback() == OUR_FAULT
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said
    kept = tmp_path / "build/loi-chuong-trinh.txt"
    assert str(kept) in said
    assert "ZeroDivisionError: không ai ngờ" in kept.read_text(encoding="utf-8")


def test_a_fault_that_cannot_be_kept_is_still_one_sentence(monkeypatch, tmp_path, capsys):
    (tmp_path / "build").write_text("no folder")
    monkeypatch.setattr(door, "main", lambda: 1 // 0)
    monkeypatch.setattr(door, "ROOT", tmp_path)
    assert door.main_without_traceback() == OUR_FAULT
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt, 130), (BrokenPipeError, 141)])
def test_stopping_is_no_fault(monkeypatch, capsys, error, status):
    def stop():
        raise error

    monkeypatch.setattr(door, "main", stop)
    monkeypatch.setattr(door.sys, "stdout", sys.stdout)
    assert door.main_without_traceback() == status
    assert "lỗi" not in capsys.readouterr().err


def test_a_missing_library_is_said_with_its_cure(monkeypatch, capsys):
    monkeypatch.setattr(door, "main", lambda: import_module("khong_co_thu_vien"))
    assert door.main_without_traceback() == OUR_FAULT
    assert "Thiếu thư viện “khong_co_thu_vien”. Hãy chạy “make site”" in capsys.readouterr().err
