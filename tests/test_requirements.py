"""What is pinned is held against what ``pyproject.toml`` promises: the lowest Python, and no index of ours."""

import re
import shutil
import subprocess
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parent.parent
LOWEST = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"].lstrip(">=")
FILES = sorted(ROOT.glob("requirements*.txt"))
PIN = re.compile(r"^([a-z0-9.-]+)==(\S+)", re.MULTILINE)


def refused_by(lowest, pins):
    """Return the pins, of those installed, whose own Requires-Python refuses the Python ``lowest``."""
    for name, version in sorted(pins):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # only `make bench-search` installs it
        asks = SpecifierSet(found.metadata["Requires-Python"] or "")
        if found.version == version and lowest not in asks:
            yield f"{name}=={version} asks for Python {asks}"


def test_every_pin_admits_the_lowest_python_we_name():
    pins = {pin for file in FILES for pin in PIN.findall(file.read_text(encoding="utf-8"))}
    assert len(pins) > 50
    assert not list(refused_by(LOWEST, pins))


def test_a_pin_that_refuses_it_is_named():
    pinned = {("pydantic", distribution("pydantic").version)}
    assert "pydantic" in next(refused_by("3.8.1", pinned))


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_every_line_is_a_pin_or_its_hash(file):
    """No option, no address of an index: the file means the same on every machine."""
    for line in file.read_text(encoding="utf-8").splitlines():
        assert PIN.match(line) or re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line), line


def test_nothing_in_the_repository_leads_out_of_it():
    """A link would name a path of somebody's machine, and lead nowhere on another."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("no repository here")
    listed = subprocess.run(["git", "ls-files", "-s"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert listed
    assert [line for line in listed.splitlines() if line.startswith("120000")] == []
