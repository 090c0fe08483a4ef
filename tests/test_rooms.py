"""Who may import whom: ``architecture/rooms.toml``, held by import-linter (design, 1)."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def lint(root):
    """Return import-linter's verdict on ``root/scripts``: exit status and report."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            str(ROOT / "tests/architecture/rooms.toml"),
            "--no-cache",
        ],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout + done.stderr


def test_imports_point_from_room_to_room_one_way_and_never_in_a_circle():
    status, report = lint(ROOT)
    assert status == 0, report


@pytest.mark.parametrize(
    ("module", "line", "named"),
    [
        (
            "source/text/body.py",
            "import scripts.catalog.catalog",
            "scripts.source.text.body -> scripts.catalog.catalog",
        ),
        (
            "source/text/body.py",
            "import scripts.source.schema.part",
            "scripts.source.text.body -> scripts.source.schema",
        ),
        ("publish/disk/lock.py", "import scripts.publish.build", "scripts.publish.disk.lock -> scripts.publish.build"),
        ("source/text/nearest.py", "import scripts.source.text.body", "no circle anywhere BROKEN"),
        ("render/new.py", '"""Pure."""', "render.new"),
    ],
    ids=["room", "sub-room", "over two rooms", "circle", "no place"],
)
def test_a_planted_import_is_named(tmp_path, module, line, named):
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__", "*.j2"))
    with (tmp_path / "scripts" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    if "circle" in named:
        with (tmp_path / "scripts/source/text/body.py").open("a", encoding="utf-8") as file:
            file.write("\nimport scripts.source.text.nearest\n")
    status, report = lint(tmp_path)
    assert status == 1
    assert named in report
