"""The real ``content/``, whatever editors make of it: the check is clean and both editions build.

No other test may read it (``tests/test_watched.py``). How many stories, districts or fields there are, which
stories are approved and what they say is the editors' business; what must hold of every story is a rule of the
checker.
"""

from datetime import datetime

import pytest

from scripts.catalog.catalog import Edition
from scripts.source.library import load_library
from scripts.source.vietnam_time import VIETNAM
from tests.made_up import ROOT
from tests.sites import run_build

CONTENT = ROOT / "content"


def test_the_content_has_no_problem():
    """Read today, as people read it: what was approved yesterday is no date in the future."""
    today = datetime.now(VIETNAM).date()
    assert load_library(CONTENT, today, docs=ROOT / "docs").problems == ()


@pytest.mark.parametrize("edition", [edition.value for edition in Edition])
def test_both_editions_build(edition, tmp_path):
    """With the gate's consent; the public one may hold no story yet."""
    done = run_build(CONTENT, tmp_path / "site", tmp_path / "build", "--edition", edition)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site/index.html").is_file()
