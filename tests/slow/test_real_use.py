"""The site in editors' hands: the real content changes in every way it may, and checks and builds go on.

One copy of the checkout, one change after another, as people make them. Only ``tests/test_content.py``
may read the real content (``tests/test_watched.py``), so it is the test that has to stay green.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.made_up import ROOT

pytestmark = pytest.mark.slow
LEFT_OUT = shutil.ignore_patterns(".*", "build", "site", "public", "__pycache__")
UNIT = "Ban Tuyên giáo và Dân vận Tỉnh ủy An Giang"

DISTRICT = """
- slug: huyen-bia
  code: "999"
  names:
    - {name: huyện Bịa, to: "2025-07-01"}
  tile: {column: 6, row: 6}
  pattern: dong-lua
  aliases: [Bịa]
  communes:
    - {slug: xa-bia, name: xã Bịa, successor: xa-bia}
"""
UNITS = '\n- {slug: xa-bia, name: xã Bịa, code: "99999"}\n'
FIELD = """
- slug: linh-vuc-bia
  name: Lĩnh vực bịa
  about: Thêm vào để thử.
  colour: {light: "#004488", dark: "#88bbee"}
"""


@pytest.fixture
def checkout(tmp_path):
    """A copy of the checkout as it stands."""
    return Path(shutil.copytree(ROOT, tmp_path / "kho", ignore=LEFT_OUT))


def run(checkout, *command):
    """Run ``python -m …`` in the checkout; fails with what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def stories(checkout):
    return sorted((checkout / "content/models").glob("*/*/index.md"))


def key_of(file):
    return "/".join(file.parts[-3:-1])


def add(file, text):
    file.write_text(file.read_text(encoding="utf-8").rstrip() + "\n" + text, encoding="utf-8")


def without(text, *keys):
    """Return the story ``text`` without ``keys`` of its front matter and what stands below them."""
    return re.sub(rf"^(?:{'|'.join(keys)}):.*\n(?:(?: |- ).*\n)*", "", text, flags=re.MULTILINE)


def approve_a_story(checkout):
    """Everything that was open has been asked: nothing is approved over a question."""
    file = stories(checkout)[0]
    file.write_text(without(file.read_text(encoding="utf-8"), "to_verify"), encoding="utf-8")
    command = ("scripts", "approve", key_of(stories(checkout)[0]), "--by", UNIT, "--document", "57-CV/BTGDVTU")
    run(checkout, *command, "--date", "2025-11-20")


def quote_a_person_who_agreed(checkout):
    file = stories(checkout)[1]
    text = file.read_text(encoding="utf-8")
    lines = (
        "people:\n  - {name: Trần Văn Bịa, consent: {name: true, photo: false, recorded: 2025-10-02}}\n"
        "quotes:\n  - {text: Cả xóm cùng làm thì việc gì cũng xong., by: Trần Văn Bịa}\n"
    )
    text = without(text, "people", "quotes")
    file.write_text(text.replace("\n---\n", f"\n{lines}---\n", 1), encoding="utf-8")


def withdraw_a_story(checkout):
    run(checkout, "scripts", "withdraw", key_of(stories(checkout)[0]), "--reason", "nguoi-trong-bai-de-nghi")


def delete_all_stories(checkout):
    for file in stories(checkout):
        shutil.rmtree(file.parent)


def add_a_district_and_a_field(checkout):
    taxonomy = checkout / "content/taxonomy"
    for name, text in (("districts", DISTRICT), ("units", UNITS), ("fields", FIELD)):
        add(taxonomy / f"{name}.yml", text)
    (checkout / "content/models/huyen-bia").mkdir(parents=True)


CHANGES = (
    approve_a_story,
    quote_a_person_who_agreed,
    withdraw_a_story,
    delete_all_stories,
    add_a_district_and_a_field,
)


def test_the_suite_outlives_what_editors_do(checkout):
    """After each, on top of those before it: the check is clean, both editions build, the content's tests pass."""
    for change in CHANGES:
        change(checkout)

        run(checkout, "scripts", "check")
        run(checkout, "pytest", "-q", "-p", "no:cacheprovider", "tests/test_content.py")
