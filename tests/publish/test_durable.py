"""A file of an editor is the old one or the new one, whatever happens while it is written."""

import ast
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.publish.contributions.text_tidy import write_tidy
from scripts.publish.disk.durable import remove_unfinished, write_whole
from tests.commands import run
from tests.conftest import GOOD_STORY

ROOT = Path(__file__).parent.parent.parent
OLD, NEW = b"chu cu\n", b"chu moi, dai hon\n" * 1000


@pytest.fixture
def file(tmp_path):
    """A file with what an editor wrote, readable by its group."""
    file = tmp_path / "index.md"
    file.write_bytes(OLD)
    file.chmod(0o640)
    return file


def test_the_new_bytes_the_old_mode_and_nothing_beside(file):
    """Written beside and renamed, and yet the same file to everybody else."""
    write_whole(file, NEW)
    assert file.read_bytes() == NEW
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_was_not_there_is_made_as_the_umask_says(tmp_path):
    """Nobody's mode is known then."""
    write_whole(tmp_path / "moi.yml", NEW)
    before = os.umask(0)
    os.umask(before)
    assert stat.S_IMODE((tmp_path / "moi.yml").stat().st_mode) == 0o666 & ~before


def test_the_owner_stays_the_owner(file, monkeypatch):
    """Run by root, tidying must not take an editor's files away."""
    given = []
    monkeypatch.setattr(os, "fchown", lambda _, *owner: given.append(owner))
    write_whole(file, NEW)
    assert given == [(file.stat().st_uid, file.stat().st_gid)]


def test_who_may_not_give_files_away_keeps_at_least_the_group(file, monkeypatch):
    """Editors who share files by a group go on sharing them."""
    given = []

    def for_all_but_root(_, user, group):
        if user != -1:
            raise PermissionError
        given.append(group)

    monkeypatch.setattr(os, "fchown", for_all_but_root)
    write_whole(file, NEW)
    assert (file.read_bytes(), given) == (NEW, [file.stat().st_gid])


def test_a_group_that_cannot_be_kept_leaves_the_file_as_it_was(file, monkeypatch):
    """Rather nothing than a file the others can no longer open."""

    def refused(*_):
        raise PermissionError

    monkeypatch.setattr(os, "fchown", refused)
    with pytest.raises(PermissionError):
        write_whole(file, NEW)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_a_link_is_neither_followed_nor_replaced(file):
    """What it points to may lie anywhere on the disk."""
    link = file.with_name("lien-ket.md")
    link.symlink_to(file)
    with pytest.raises(OSError, match="symbolic"):
        write_whole(link, NEW)
    assert (file.read_bytes(), link.is_symlink()) == (OLD, True)


@pytest.mark.parametrize("step", ["fchown", "fchmod", "fsync", "replace"])
def test_a_step_that_fails_leaves_the_old_file_and_nothing_beside(file, monkeypatch, step):
    """A full disk, a lost right: the editor's words are still there."""

    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path if step == "replace" else os, step, fails)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, NEW)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


KILLED = """
import os, signal, sys
from pathlib import Path
from scripts.publish.contributions.text_tidy import write_tidy

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

step = sys.argv[1]
setattr(Path if step == "replace" else os, step, killed)
write_tidy([Path(sys.argv[2])])
"""


@pytest.mark.parametrize("step", ["fchown", "fchmod", "fsync", "replace"])
def test_killed_while_tidying_the_editor_loses_nothing(file, step):
    """Kill -9 cannot be caught: every step has to leave the old file whole."""
    untidy = "chữ có dấu xuống dòng cũ\r\n".encode() * 5000
    file.write_bytes(untidy)
    done = subprocess.run([sys.executable, "-c", KILLED, step, file], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert file.read_bytes() == untidy
    assert write_tidy([file]) == [file], "and the next run does what the killed one did not"


def test_what_changes_the_files_of_editors_writes_them_whole():
    """``write_bytes`` empties a file first: a kill between the two loses it."""
    modules = [*(ROOT / "scripts/publish/contributions").glob("*.py"), ROOT / "scripts/publish/server_files.py"]
    calls = {
        (module.name, getattr(node.func, "attr", None) or getattr(node.func, "id", None))
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    assert {name for name, call in calls if call == "write_whole"} >= {"story_file.py", "text_tidy.py", "photo_tidy.py"}
    unsafe = {"write_bytes", "write_text", "open", "replace", "rename", "copy", "copyfile", "move"}
    assert {(name, call) for name, call in calls if call in unsafe} == set()


# ---- what a killed run leaves


def test_what_a_killed_run_left_is_named_and_tidied_away(content):
    """By ``check`` in words of its own, at the place; by ``tidy`` for good, and the story is what it was."""
    untidy = GOOD_STORY.replace("\n", "\r\n")
    file = content.write_story(untidy)
    subprocess.run([sys.executable, "-c", KILLED, "replace", file], cwd=ROOT, check=False)
    (left,) = file.parent.glob(".*.part")
    (content.root / left.name).write_bytes(b"")
    for found in content.load().problems:
        assert found.path in {str(left), str(content.root / left.name)}
        assert (found.code, "tệp thật vẫn nguyên" in found.message) == ("unexpected-file", True)
    assert len(content.load().problems) == 2
    done = run(content, "tidy")
    assert done.stdout.count("Đã xóa tệp dở dang: ") == 2
    assert content.load().problems == ()
    assert file.read_text(encoding="utf-8") == GOOD_STORY
    assert "Đã xóa" not in run(content, "tidy").stdout


def test_what_is_being_written_now_is_left_alone(file, monkeypatch):
    seen = []
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (seen.append(remove_unfinished(file.parent)), sync(handle)))
    write_whole(file, NEW)
    assert seen[0] == []
    assert file.read_bytes() == NEW


@pytest.mark.parametrize("name", ["bai.part", ".bai.part", ".0123456789abcdef.md", ".0123456789ABCDEF.part"])
def test_no_other_file_is_taken_for_a_leftover(name, tmp_path):
    (tmp_path / name).write_bytes(b"")
    (tmp_path / ".0123456789abcdef.part").symlink_to(name)
    assert remove_unfinished(tmp_path) == []
    assert len([*tmp_path.iterdir()]) == 2
