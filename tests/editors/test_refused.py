"""A disk that is full, a right that is missing, a folder for a file: one line in Vietnamese from every command."""

import errno
import os

import pytest

from scripts import __main__ as door
from scripts.editors.console import PROBLEMS
from scripts.source.problems.system_words import say_why
from tests.commands import run_alone
from tests.conftest import GOOD_STORY
from tests.under_git import BODY

COMMANDS = {
    "approve": ["approve", "bai-sen/bai-thu", "--by", BODY, "--document", "57-CV/BTGDVTU", "--date", "2026-11-20"],
    "withdraw": ["withdraw", "bai-sen/bai-thu", "--reason", "sai-su-that"],
    "tidy": ["tidy"],
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "refusal", [(errno.ENOSPC, "Đĩa đã đầy"), (errno.EACCES, "Không có quyền"), (errno.EIO, "ổ đĩa bị lỗi")]
)
def test_a_disk_that_refuses_is_one_line_and_every_file_stays(command, refusal, content, monkeypatch, capsys):
    number, said = refusal
    text = GOOD_STORY.replace("\n", "\r\n") if command == "tidy" else GOOD_STORY
    file = content.write_story(text)

    def refuse(_):
        raise OSError(number, os.strerror(number), str(file))

    monkeypatch.setattr(os, "fsync", refuse)
    monkeypatch.setattr(door, "ROOT", content.root / "root")
    monkeypatch.setattr(door.sys, "argv", ["scripts", "--content", str(content.root), *COMMANDS[command]])
    assert door.main_without_traceback() == PROBLEMS
    printed = capsys.readouterr().err
    assert said in printed
    assert printed.count("\n") == 1
    assert "vẫn nguyên như cũ" in printed
    assert file.read_bytes().decode() == text
    assert [path.name for path in content.root.rglob("*") if path.name.endswith(".part")] == []
    assert not (content.root / "root").exists(), "no fault of the program"


def test_a_file_where_a_folder_belongs(content, tmp_path):
    (tmp_path / "tep").write_text("x")
    done = run_alone(content, "deploy", "--out", tmp_path / "tep")
    assert (done.returncode, done.stderr.count("\n"), done.stdout) == (1, 1, "")
    assert "đã có tệp tên này" in done.stderr


def test_an_error_of_the_system_that_has_no_number_is_a_fault_of_ours(monkeypatch, tmp_path, capsys):
    """Libraries raise ``OSError`` for a picture that is none: that is no message for an editor."""

    def fail():
        raise OSError

    monkeypatch.setattr(door, "main", fail)
    monkeypatch.setattr(door, "ROOT", tmp_path)
    assert door.main_without_traceback() == door.OUR_FAULT
    assert "lỗi của chính nó" in capsys.readouterr().err


def test_a_reason_without_words_of_ours_keeps_the_system_s():
    assert say_why(OSError(errno.EDEADLK, "Resource deadlock avoided")) == "Resource deadlock avoided"
    assert say_why(OSError()) == "OSError"
