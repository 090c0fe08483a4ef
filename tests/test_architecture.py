"""What a module may do in its room (design, 1 and 4); who may import whom is in ``test_rooms``.

``architecture/syntax.py`` finds what a module does to the world. It is seen to find each breach planted here.
"""

import ast
from pathlib import Path

import pytest

from tests.architecture.syntax import breaches

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "scripts"
MODULES = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in SCRIPTS.rglob("*.py")}
MAX_LINES, A_DOZEN = 330, 12

MAY = {
    ("scripts/source/approval/git.py", "another process"): "the old text of a story is known to the program git alone",
    ("scripts/publish/engine.py", "another process"): "MkDocs is run as a program, so that it can be replaced",
    ("scripts/__main__.py", "another process"): "Ctrl+C and its like are answered at the door",
    ("scripts/publish/disk/unbroken.py", "another process"): "and wait for steps that belong together",
    (
        "scripts/publish/disk/own_key.py",
        "the environment",
    ): "a key of the user lies where such things lie",
    ("scripts/publish/disk/lock.py", "the environment"): "who holds the lock is named for whoever has to wait",
    ("scripts/render/machines/feeds.py", "HTML"): "a link within a page that was sanitised is found again by its tag",
}
"""What a module does although its room or its manner forbids it, and why that stands."""


def found_in(modules):
    return [breach for path, text in sorted(modules.items()) for breach in breaches(path, text)]


def test_every_module_does_what_it_says_and_no_more():
    """Disk, clock, environment, network, other processes, HTML: where the room and the first lines allow it."""
    assert [str(breach) for breach in found_in(MODULES) if (breach.path, breach.effect) not in MAY] == []


def test_what_is_allowed_by_name_is_still_done():
    """An exception that nobody needs is taken off the list."""
    assert MAY.keys() <= {(breach.path, breach.effect) for breach in found_in(MODULES)}


PURE = "render/pages.py"
PLANTED = [
    (PURE, 'text = open("a").read()', "reads: open"),
    (PURE, 'from pathlib import Path\n\nPath("a").open("w").write("x")', "writes: .open"),
    (PURE, 'def keep(file):\n    file.open(mode="ab")', "writes: .open"),
    (PURE, "def read(file):\n    return file.read_text()", "reads: .read_text"),
    (PURE, 'import io\n\nio.open("a", "w")', "writes: io.open"),
    (PURE, 'import sqlite3\n\nsqlite3.connect("a")', "writes: sqlite3"),
    (PURE, "import datetime as d\n\nd.datetime.utcnow()", "the clock: datetime.datetime.utcnow"),
    (PURE, "from datetime import datetime\n\nday = datetime.now", "the clock: datetime.datetime.now"),
    (PURE, "from datetime import date\n\ndate.today()", "the clock: datetime.date.today"),
    (PURE, "from time import time\n\ntime()", "the clock: time.time"),
    (PURE, "from os import environ", "the environment: os.environ"),
    (PURE, "import random", "the environment: random"),
    (PURE, "import urllib.request", "the network: urllib.request"),
    (PURE, "import socket", "the network: socket"),
    (PURE, "from subprocess import run", "another process: subprocess.run"),
    (PURE, 'import os\n\nos.system("ls")', "another process: os.system"),
    (PURE, 'def page(title):\n    return f"<h1>{title}</h1>"', "HTML: <h1>"),
    (PURE, 'def page(tag):\n    return f"<{tag} class=x>"', "HTML: <x class="),
    (PURE, 'import re\n\nre.compile(r"(?:ab)*+")', "possessive pattern: *+"),
    (PURE, 'import re\n\nre.compile(rf"{1}(?>a)")', "possessive pattern: (?>"),
    ("source/story.py", "def read(file):\n    return file.read_bytes()", "reads: .read_bytes"),
    ("source/tree.py", 'def write(file):\n    file.write_text("a")', "writes: .write_text"),
    ("editors/check.py", 'def write(file):\n    file.write_text("a")', "writes: .write_text"),
    ("editors/check.py", "import shutil\n\nshutil.rmtree", "writes: shutil.rmtree"),
    ("editors/check.py", "def read(file):\n    return file.read_text()", "reads: .read_text"),
    ("publish/staging.py", 'def find(content):\n    return content / "models"', "content: / 'models'"),
    ("publish/staging.py", "from datetime import datetime\n\ndatetime.now()", "the clock: datetime.datetime.now"),
    ("__main__.py", 'open("a", "w")', "writes: open"),
]


@pytest.mark.parametrize(("module", "planted", "said"), PLANTED)
def test_a_planted_breach_is_named_with_its_line(module, planted, said):
    """Put at the end of a real module, on the line where it stands."""
    path = f"scripts/{module}"
    before = MODULES[path].rstrip().count("\n") + 1
    spoilt = f"{MODULES[path].rstrip()}\n{planted}\n"
    fresh = [str(breach) for breach in breaches(path, spoilt) if breach.line > before]
    assert f"{path}:{before + 1 + line_of(planted, said)}: {said}" in fresh


def line_of(planted, said):
    """Return on which line of ``planted`` the breach stands: the last, or the import that is one by itself."""
    lines = planted.splitlines()
    return 0 if said.split(": ")[1] in {"sqlite3", "time.time"} else len(lines) - 1


@pytest.mark.parametrize("text", ['"""What it is for."""\n', "x = 1\n", '"""A page that writes itself."""\n'])
def test_a_module_that_does_not_state_its_manner_is_named(text):
    assert "no manner" in {breach.effect for breach in breaches("scripts/render/new.py", text)}


def test_a_module_can_be_read_in_one_sitting_and_a_room_be_seen_at_a_glance():
    """One idea a module, a dozen files a room, no room for odds and ends."""
    assert not [path for path, text in MODULES.items() if text.count("\n") > MAX_LINES]
    assert not [path for path, text in MODULES.items() if not ast.get_docstring(ast.parse(text))]
    assert not [path for path in MODULES if any(word in path for word in ("utils", "helpers", "manager"))]
    rooms = {folder: [*folder.glob("*.py")] for folder in (SCRIPTS, *SCRIPTS.rglob("*")) if folder.is_dir()}
    assert not [str(folder) for folder, files in rooms.items() if len(files) - 1 > A_DOZEN]
