"""Row 81: Ctrl+C, a job that is ended, a terminal that is closed: one sentence, and nothing half made."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import traceback

import pytest

from scripts import __main__ as door
from scripts.catalog.catalog import Edition
from scripts.publish import build
from scripts.publish.build import Workplace, build_site
from scripts.publish.disk.durable import write_whole
from scripts.publish.disk.unbroken import STOPS, unbroken
from scripts.publish.releases import kept_releases, release
from scripts.publish.releases.manifest import compare
from scripts.source.library import Library
from tests.commands import words_of
from tests.conftest import GOOD_STORY, approve
from tests.made_up import ROOT, made_up_story
from tests.made_up_photos import encoded
from tests.publish import test_our_folder, test_release_steps
from tests.sites import give_fonts
from tests.under_git import BODY

STORY = "bai-sen/bai-thu"
SAID = "Đã dừng theo yêu cầu; không có gì dở dang, chạy lại lúc nào cũng được.\n"
COMMANDS = {
    "check": ["check"],
    "withdraw": ["withdraw", STORY, "--reason", "sai-su-that"],
    "approve": ["approve", STORY, "--by", BODY, "--document", "57-CV/BTGDVTU", "--date", "2026-11-20"],
    "tidy": ["tidy"],
    "build": ["build", "--out", "site", "--build", "build"],
    "release": ["release", "--out", "public", "--build", "build", "--site-url", "https://example.org/"],
}
FEW, MANY = 3, 40


def state(folder):
    """Return every file and link below ``folder``; only what is kept to save time is left out."""
    return {
        path.relative_to(folder).as_posix(): path.is_file() and path.read_bytes()
        for path in folder.rglob("*")
        if path.relative_to(folder).parts[0] != "build"
    }


# ---- a real process, at any moment


def started(content, command):
    """Start a command, and return it when it can hear: before that there is only Python, starting."""
    process = subprocess.Popen(
        [sys.executable, "-m", "scripts", *words_of(content, COMMANDS[command])],
        cwd=content.root.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    bit = 1 << (signal.SIGTERM - 1)
    while process.poll() is None:
        with open(f"/proc/{process.pid}/status", encoding="utf-8") as file:  # noqa: PTH123
            if int(re.search(r"SigCgt:\s*(\w+)", file.read())[1], 16) & bit:
                break
        time.sleep(0.001)
    return process


def stopped_at(content, command, moment, number, whole_group):
    """Run a command, send it a signal ``moment`` seconds later, and return how it ended and what it said."""
    process = started(content, command)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, number) if whole_group else process.send_signal(number)
    said = process.communicate(timeout=60)
    return process.returncode, *said


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("times", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_row_81_at_any_moment_one_sentence_and_nothing_half_made(command, times, content):
    """To the whole group, as a terminal does it, or to the process alone, whose MkDocs must not go on."""
    chance = random.Random(81)
    content.write_story(GOOD_STORY)
    if command in {"withdraw", "tidy"}:
        (content.folder() / "anh.jpg").write_bytes(encoded(orientation=6))
    home = content.root.parent
    if command in {"build", "release"}:
        give_fonts(home / "build")  # so that moments are not spent on cutting typefaces
    shutil.copytree(content.root, home / "whole")
    began = time.monotonic()
    process = started(content, command)
    said = process.communicate(timeout=60)
    whole_run = time.monotonic() - began
    assert process.returncode in {0, 3} or command == "check", said
    after, before = state(home), None
    ended = []
    for turn in range(times):
        if command in {"withdraw", "approve", "tidy"}:
            shutil.rmtree(content.root)
            shutil.copytree(home / "whole", content.root)
            before = state(home)
        number = STOPS[turn % 2]
        status, _, complained = stopped_at(content, command, chance.uniform(0, whole_run), number, turn % 3 == 0)
        ended.append(status)
        assert "Traceback" not in complained
        assert "Exception" not in complained
        if status == 128 + number:
            assert complained.endswith(SAID)
            assert complained.count("Đã dừng") == 1
        else:
            assert status == process.returncode, complained
        now = state(home)
        if command != "tidy":  # each of its files is old or new
            assert now in (before, after) or command == "release"
        assert not [name for name in now if name.endswith(".part") or "/.new-" in name or ".site." in name]
        if command == "release":
            assert not compare(home / "public/current")
    assert times == FEW or len(set(ended)) > 1, ended


# ---- at each step that changes a name


AT_STEP = """
import os, runpy, signal, sys
count, step, below = 0, int(sys.argv.pop(1)), sys.argv.pop(1)
def on_event(event, arguments):
    global count
    if event in {"os.rename", "os.remove", "os.rmdir", "os.mkdir"} and str(arguments[0]).startswith(below):
        count += 1
        if count >= step:
            os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(on_event)
runpy.run_module("scripts", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("command", ["withdraw", "approve"])
def test_row_81_what_belongs_together_is_done_together(command, content):
    """An impatient hand, before each change of a name below ``content`` and all that follow: all were made, or none."""
    file = content.write_story(GOOD_STORY)
    approve(file)
    file.write_text(file.read_text(encoding="utf-8").replace("ba ngày", "bốn ngày"), encoding="utf-8")
    home, steps = content.root.parent, 0
    shutil.copytree(content.root, home / "whole")
    before = state(home)

    def run_to(step):
        shutil.rmtree(content.root)
        shutil.copytree(home / "whole", content.root)
        words = [str(step), str(content.root), *words_of(content, COMMANDS[command])]
        done = subprocess.run(
            [sys.executable, "-c", AT_STEP, *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
        assert "Traceback" not in done.stderr
        return done

    assert run_to(1000).returncode == 0
    after = state(home)
    assert {name for name in after if after[name] != before.get(name)} >= {"content/revoked.yml"}
    while (done := run_to(steps + 1)).returncode == 130:
        steps += 1
        assert done.stderr == SAID
        assert state(home) in (before, after), steps
    assert done.returncode == 0
    assert steps >= 2, "two lists and a folder, or a list and the story"


def interrupted_at(step, events, act):
    """Do ``act`` in a child that gets Ctrl+C before the ``step``-th event and all later ones; was there such a step."""
    if child := os.fork():
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert ended in {0, 1}
        return ended == 1
    count = 0

    def on_event(event, _):
        nonlocal count
        count += event in events
        if event in events and count >= step:
            signal.raise_signal(signal.SIGINT)

    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.addaudithook(on_event)
    ended = 2
    try:
        act()
        ended = 0
    except KeyboardInterrupt:
        ended = 1
    except Exception:  # noqa: BLE001 - said, and the test fails
        traceback.print_exc()
    os._exit(ended)


NAMES = {"os.rename", "os.symlink", "os.mkdir", "shutil.rmtree", "tempfile.mkdtemp"}


def test_row_81_a_site_is_the_old_or_the_new_one_and_nothing_lies_beside_it(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "_build", test_our_folder.stand_in)
    place = Workplace(tmp_path, tmp_path / "build", tmp_path / "site")
    taxonomy = test_our_folder.TAXONOMY

    def make():
        build_site(Library((), taxonomy, ()), taxonomy, Edition.PREVIEW, place)

    make()
    (place.out / "index.html").write_text("trang cũ")
    seen, step = set(), 1
    while interrupted_at(step, NAMES, make):
        seen.add((place.out / "index.html").read_text())
        assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "site"], step
        (place.out / "index.html").write_text("trang cũ")
        step += 1
    assert seen == {"trang cũ", "trang mới"}


def test_row_81_a_release_is_live_whole_or_not_and_nothing_lies_beside_it(tmp_path, monkeypatch):
    """And once it is live, what it takes down is gone as well: the two belong together."""
    monkeypatch.setattr(release, "build_edition", test_release_steps.stand_in)
    one, two = (made_up_story(slug, approved=True) for slug in ("mot", "hai"))
    there = Workplace(tmp_path, tmp_path / "build", tmp_path / "public", "")
    test_release_steps.publish(there, one, two)
    test_release_steps.publish(there, two, one, made_up_story("ba", approved=True))
    shutil.copytree(there.out, tmp_path / "kept", symlinks=True)
    seen, step = set(), 1

    def publish():
        test_release_steps.publish(there, one)

    while interrupted_at(step, NAMES, publish):
        assert not compare(there.out / "current"), step
        names = test_release_steps.shelf_of(there)
        assert not [name for name in names if name.startswith(".")], step
        is_new = test_release_steps.current(there).startswith("0003")
        assert len(names) == (1 if is_new else 2), step
        assert not (there.out / ".current.new").is_symlink()
        seen.add(is_new)
        shutil.rmtree(there.out)
        shutil.copytree(tmp_path / "kept", there.out, symlinks=True)
        step += 1
    assert seen == {True, False}


def test_row_81_one_file_is_the_old_or_the_new_one_and_nothing_lies_beside_it(tmp_path):
    file, step = tmp_path / "bai.md", 1
    file.write_bytes(b"cu")
    while interrupted_at(step, {"os.rename", "os.remove"}, lambda: write_whole(file, b"moi")):
        assert file.read_bytes() in {b"cu", b"moi"}
        assert list(tmp_path.iterdir()) == [file]
        step += 1
    assert step > 1


def test_row_81_a_folder_that_was_just_made_is_not_left_behind(tmp_path, monkeypatch):
    made = kept_releases.mkdtemp

    def and_then(**how):
        folder = made(**how)
        signal.raise_signal(signal.SIGINT)
        return folder

    monkeypatch.setattr(kept_releases, "mkdtemp", and_then)
    with (
        pytest.raises(KeyboardInterrupt),
        kept_releases.open_releases(tmp_path / "public") as kept,
        kept.fresh(),
    ):
        pytest.fail("it goes on")
    assert list((tmp_path / "public/releases").iterdir()) == []


# ---- the pieces


def test_row_81_a_signal_waits_for_the_end_of_what_belongs_together():
    done = []
    with pytest.raises(KeyboardInterrupt):
        both(done)
    assert done == ["one", "two"]


def test_row_81_a_signal_that_another_thread_is_given_waits_too():
    """The mask is a thread's own, and the kernel hands a signal to any thread that does not hold it off."""
    done, go = [], threading.Event()

    def interrupt():
        go.wait()
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)

    other = threading.Thread(target=interrupt)
    other.start()  # before the block: a thread has the mask of whoever started it

    def both():
        with unbroken():
            go.set()
            other.join()
            done.extend(["one", "two"])
        done.append("three")

    with pytest.raises(KeyboardInterrupt):
        both()
    assert done == ["one", "two"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def both(done):
    with unbroken():
        done.append("one")
        signal.raise_signal(signal.SIGINT)
        with unbroken():
            done.append("two")
    done.append("three")


def test_row_81_before_the_libraries_are_there_it_ends_at_once():
    """What is imported takes a while; Ctrl+C in it would be a traceback of somebody else's code."""
    program = AT_STEP.replace('{"os.rename", "os.remove", "os.rmdir", "os.mkdir"}', '{"import"}')
    done = subprocess.run(
        [sys.executable, "-c", program, "1", "argparse", "--help"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", SAID)


def test_row_81_one_that_the_interpreter_drops_is_raised_again():
    """In a callback of its own, such as the end of an object, nobody can catch it."""
    program = """
import os, signal, sys, time
import scripts.__main__ as door
class Ends:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        [n for n in range(1000)]
def run():
    Ends()
    time.sleep(20)
door.main = run
sys.exit(door._run())
"""
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (130, SAID)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("number", STOPS)
def test_row_81_the_exit_status_is_the_one_a_shell_gives(number, monkeypatch, capsys):
    def stop():
        door._stop(number, None)

    monkeypatch.setattr(door, "main", stop)
    assert door.main_without_traceback() == 128 + number
    assert capsys.readouterr().err == SAID


def test_row_81_a_stop_that_python_wrapped_is_still_a_stop(monkeypatch, capsys):
    """Raised while a class is being made, it comes out as ``RuntimeError: Error calling __set_name__``."""

    class Stops:
        def __set_name__(self, *_):
            door._stop(signal.SIGTERM, None)

    monkeypatch.setattr(door, "main", lambda: type("Made", (), {"stops": Stops()}))
    assert door.main_without_traceback() == 128 + signal.SIGTERM
    assert capsys.readouterr().err == SAID


def test_row_81_a_stop_that_a_library_told_in_its_own_words_is_still_a_stop(monkeypatch, capsys):
    """Pydantic answers one while it makes a class with an error that names the signal in its text alone."""

    def broken():
        try:
            door._stop(signal.SIGTERM, None)
        except KeyboardInterrupt as stopped:
            words = f"Error building `model` serializer: {stopped!r}"
        raise ValueError(words)

    monkeypatch.setattr(door, "main", broken)
    assert door.main_without_traceback() == 128 + signal.SIGTERM
    assert capsys.readouterr().err == SAID


def test_row_81_who_is_told_not_to_hear_does_not(content):
    """``nohup``, or a job in the background of a script: what is ignored when we start stays ignored."""
    process = subprocess.Popen(
        [sys.executable, "-m", "scripts", *words_of(content, ["check"])],
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),  # noqa: PLW1509 - no thread runs here
        cwd=ROOT,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    while process.poll() is None:
        process.send_signal(signal.SIGHUP)
        time.sleep(0.05)
    assert "không có lỗi" in process.communicate()[1]
    assert process.returncode == 0
