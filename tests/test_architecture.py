"""The rooms of the house: an import may only point to a room on the left (design, 1)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parent.parent / "scripts"
ROOMS = ("source", "catalog", "render", "publish", "editors")
MAX_LINES = 330
MODULES = sorted(SCRIPTS.rglob("*.py"))

# What a room must never touch, and what only one place may.
PURE_ROOMS = ("catalog", "render")
DISK_AND_CLOCK = {"os", "pathlib.Path", "shutil", "tempfile", "time", "subprocess", "io.open"}


def room_of(module: Path) -> str:
    return module.relative_to(SCRIPTS).parts[0]


def imports_of(module: Path) -> Iterator[str]:
    """Yield every name a module imports, dotted: ``scripts.source.story.Story``."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def names(modules: list[Path]) -> list[str]:
    return [module.relative_to(SCRIPTS).as_posix() for module in modules]


@pytest.mark.parametrize("module", MODULES, ids=names(MODULES))
def test_imports_point_left(module):
    """Source <- catalog <- render <- publish <- editors: never an arrow back."""
    room = room_of(module)
    allowed = ROOMS if room not in ROOMS else ROOMS[: ROOMS.index(room) + 1]
    for name in imports_of(module):
        if name.startswith("scripts."):
            assert name.split(".")[1] in allowed, f"{module.name} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=names(MODULES))
def test_the_pure_rooms_touch_neither_disk_nor_clock(module):
    """Catalog and render work on values only."""
    if room_of(module) in PURE_ROOMS:
        found = {name for name in imports_of(module) if name in DISK_AND_CLOCK or name.split(".")[0] in DISK_AND_CLOCK}
        assert not found


def test_only_the_command_line_reads_the_clock_and_the_environment():
    """Everything else is told what day it is: same input, same bytes."""
    for module in MODULES:
        text = module.read_text(encoding="utf-8")
        reads = [sign for sign in (".now(", ".today(", "time.time", "os.environ", "getenv(") if sign in text]
        assert not reads or module.name == "__main__.py", f"{module}: {reads}"


def test_only_source_reads_content_and_only_publish_writes():
    """One reader, one writer: the ends of the flow."""
    for module in MODULES:
        room, text = room_of(module), module.read_text(encoding="utf-8")
        writes = [sign for sign in ("write_text(", "write_bytes(", ".unlink(", "rmtree(", ".mkdir(") if sign in text]
        assert not writes or room == "publish", f"{module}: {writes}"


@pytest.mark.parametrize("module", MODULES, ids=names(MODULES))
def test_a_module_is_short_and_says_what_it_is_for(module):
    """One idea a module: its first line says which, and it can be read in one sitting."""
    text = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "the first line says what the module is for"
    assert len(text.splitlines()) <= MAX_LINES


@pytest.mark.parametrize("word", ["utils", "helpers", "manager"])
def test_no_room_for_odds_and_ends(word):
    """Names say what a module is for."""
    assert not [module for module in MODULES if word in module.stem]


def test_no_html_in_python():
    """Choose in Python, write in templates."""
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not node.value.startswith(("<div", "<p>", "<ul", "<section", "<span", "<table")), module
