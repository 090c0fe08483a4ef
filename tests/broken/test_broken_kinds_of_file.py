"""Rows 69 and 70: a pipe, a socket, a device or a link where a file or folder belongs; what hides in a placeholder."""

import ast
import os
import shutil
import signal
import socket
import stat

import pytest

from scripts.source import plain_file
from scripts.source.library import load_library
from scripts.source.media.media_file import MediaFaultError, load_media
from scripts.source.plain_file import NotPlainError, open_plain
from tests.architecture.syntax import effects
from tests.commands import run
from tests.conftest import GOOD_STORY, TODAY, with_keys
from tests.made_up import ROOT

SECRET = "SECRET-THAT-MUST-NOT-BE-READ"


@pytest.fixture(autouse=True)
def _never_hangs():
    """Whoever waits for a pipe waits for ever; here for ten seconds."""

    def too_long(*_):
        pytest.fail("it waits")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def pipe(file):
    os.mkfifo(file)


def listening(file):
    with socket.socket(socket.AF_UNIX) as door:
        here = os.open(file.parent, os.O_RDONLY)
        door.bind(f"/proc/self/fd/{here}/{file.name}")  # the whole path may be longer than a socket's may be
        os.close(here)


def device(file):
    """``/dev/zero``: it never ends."""
    try:
        os.mknod(file, 0o644 | stat.S_IFCHR, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes a device")


def folder(file):
    file.mkdir()


KINDS = [pipe, listening, device, folder]
STORY = "models/bai-sen/bai-thu/index.md"
PLACES = [
    "withdrawn.yml",
    "revoked.yml",
    "house-approval.yml",
    "taxonomy/fields.yml",
    "taxonomy/lexicon.yml",
    "taxonomy/public-contacts.yml",
    "collections/bo.md",
    "reports/bo.md",
    "coverage/dai.yml",
    STORY,
    "models/bai-sen/bai-thu/anh.jpg",
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", PLACES)
def test_row_69_what_is_no_file_is_a_problem_and_nobody_waits_for_it(kind, place, content):
    content.write_story(GOOD_STORY)
    file = content.root / place
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    kind(file)

    found = [problem for problem in content.load().problems if problem.path == str(file)]

    assert {problem.code for problem in found} <= {"not-a-file", "unexpected-folder"}
    assert found
    assert len(set(found)) == len(found), "each is said once"
    assert all("Hãy" in problem.message and (problem.line, problem.column) == (1, 1) for problem in found)


@pytest.mark.parametrize("kind", KINDS[:3])
def test_row_69_nor_among_the_hand_written_pages(kind, content, tmp_path):
    (tmp_path / "docs").mkdir()
    kind(tmp_path / "docs/trang.md")
    (problem,) = load_library(content.root, TODAY, docs=tmp_path / "docs").problems
    assert (problem.path, problem.code) == (str(tmp_path / "docs/trang.md"), "not-a-file")


@pytest.mark.parametrize(
    ("command", "status"),
    [
        (["withdraw", "--reason", "sai-su-that"], {"withdrawn.yml": 1, "taxonomy/lexicon.yml": 1, STORY: 0}),
        (["approve", "--diff"], {"withdrawn.yml": 1, "taxonomy/lexicon.yml": 1, STORY: 2}),
        (["script"], {"withdrawn.yml": 0, "taxonomy/lexicon.yml": 1, STORY: 2}),
    ],
)
@pytest.mark.parametrize("place", ["withdrawn.yml", "taxonomy/lexicon.yml", STORY])
def test_row_69_no_command_waits(command, status, place, content):
    """A story that has become a pipe can still be withdrawn."""
    content.write_story(GOOD_STORY)
    (content.root / place).unlink(missing_ok=True)
    pipe(content.root / place)
    done = run(content, *command, "bai-sen/bai-thu")
    assert "Traceback" not in done.stderr
    assert done.stdout + done.stderr
    assert done.returncode == status[place]


@pytest.mark.parametrize("kind", [pipe, folder])
def test_row_69_not_even_one_that_takes_the_place_of_a_file_that_was_looked_at(kind, tmp_path, monkeypatch):
    (tmp_path / "truoc.md").write_text("x")
    looked = (tmp_path / "truoc.md").lstat()
    kind(tmp_path / "bai.md")
    monkeypatch.setattr(plain_file.Path, "lstat", lambda _: looked)
    with pytest.raises(OSError, match=r"bai\.md") as raised:
        open_plain(tmp_path / "bai.md")
    assert isinstance(raised.value, NotPlainError)


def test_row_69_nor_a_link_that_does(tmp_path, monkeypatch):
    (tmp_path / "that.md").write_text(SECRET)
    looked = (tmp_path / "that.md").lstat()
    (tmp_path / "bai.md").symlink_to("that.md")
    monkeypatch.setattr(plain_file.Path, "lstat", lambda _: looked)
    with pytest.raises(OSError, match=r"bai\.md"):
        open_plain(tmp_path / "bai.md")


@pytest.mark.parametrize("kind", KINDS)
def test_row_69_a_photo_that_turns_into_something_else_is_a_fault_of_the_photo(kind, tmp_path):
    kind(tmp_path / "anh.jpg")
    with pytest.raises(MediaFaultError) as raised:
        load_media(tmp_path / "anh.jpg", 100)
    assert raised.value.values["why"] == "đây không phải tệp thường"


def opens(text):
    """Yield each sign that a module opens a file by itself."""
    reads = r"read_text|read_bytes|open|fdopen|read"
    for _, effect, sign in effects(ast.parse(text)):
        if effect in {"reads", "writes"} and sign.rpartition(".")[2] in reads.split("|"):
            yield sign


def test_row_69_one_door_into_content():
    """Whoever opens a file in the source room does it through ``plain_file``; a module that does not is named."""
    source = ROOT / "scripts/source"
    doors = {path.relative_to(source).as_posix() for path in source.rglob("*.py") if [*opens(path.read_text())]}
    assert doors == {"plain_file.py"}
    for planted in ("import os\nos.open('a', 0)", "p.read_bytes()", "p.read_text()", "p.open()", "open('a')"):
        assert [*opens(planted)]


# ---- row 70


def test_row_70_content_itself_is_no_link(content):
    """Nothing behind it is read, by no command."""
    content.write_story(GOOD_STORY)
    elsewhere = content.root.with_name("noi-khac")
    content.root.rename(elsewhere)
    (elsewhere / "withdrawn.yml").write_text(SECRET)
    content.root.symlink_to(elsewhere)
    library = content.load()
    ((path, code),) = [(problem.path, problem.code) for problem in library.problems]
    assert (path, code, library.taxonomy, library.files) == (str(content.root), "symlink", None, ())
    for command in (["check"], ["approve", "--list"], ["withdraw", "bai-sen/bai-thu", "--reason", "sai-su-that"]):
        done = run(content, *command)
        assert done.returncode == 1
        assert "[symlink]" in done.stdout
        assert SECRET not in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["taxonomy", "models", "collections", "coverage", "reports"])
def test_row_70_nor_is_a_folder_of_it_and_what_is_behind_is_not_read(name, content, tmp_path):
    secret = tmp_path / "noi-khac"
    secret.mkdir()
    for file in ("fields.yml", "bo.md", "dai.yml"):
        (secret / file).write_text(f"{SECRET}: [\n")
    shutil.rmtree(content.root / name, ignore_errors=True)
    (content.root / name).symlink_to(secret)
    problems = content.load().problems
    assert (str(content.root / name), "symlink") in {(problem.path, problem.code) for problem in problems}
    assert [problem.path for problem in problems if problem.path.startswith(f"{content.root / name}/")] == []
    assert SECRET not in str(problems)


KEEPERS = ["", "models", "models/bai-sen", "models/bai-sen/bai-thu", "taxonomy", "collections", "reports"]


@pytest.mark.parametrize("where", KEEPERS)
def test_row_70_a_placeholder_is_empty(where, content):
    """Git keeps no empty folder, so a file without a byte may lie in one; what hides words there is refused."""
    content.write_story(GOOD_STORY)
    (content.root / where).mkdir(exist_ok=True)
    keeper = content.root / where / ".gitkeep"
    keeper.touch()
    assert content.load().problems == ()
    keeper.write_text(f"{SECRET}\n")
    ((path, code, said),) = [(problem.path, problem.code, problem.message) for problem in content.load().problems]
    assert (path, code) == (str(keeper), "unexpected-file")
    assert "phải rỗng" in said


@pytest.mark.parametrize(("kind", "code"), [(pipe, "not-a-file"), (folder, "unexpected-folder")])
def test_row_70_and_it_is_a_file(kind, code, content):
    kind(content.write_story(GOOD_STORY).parent / ".gitkeep")
    assert [problem.code for problem in content.load().problems] == [code]


def test_row_70_nor_is_it_a_link(content):
    (content.write_story(GOOD_STORY).parent / ".gitkeep").symlink_to("/dev/null")
    assert [problem.code for problem in content.load().problems] == ["symlink"]


def test_the_digest_of_a_listed_file_is_read_through_the_same_door(content):
    """An approval covers bytes, so a recording that became a pipe must not be waited for either."""
    text = with_keys(GOOD_STORY, "photos:\n  - {file: anh.jpg, alt: Cả tổ vét con kênh cạn, credit: x}\n")
    pipe(content.write_story(text).parent / "anh.jpg")
    assert "not-a-file" in {problem.code for problem in content.load().problems}
