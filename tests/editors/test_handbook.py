"""The commands of ``CONTRIBUTING.md``, as an editor types them who is not a programmer."""

import re
import subprocess

import pytest

from scripts.source.addresses import MOVED_FILE
from scripts.source.approval.revoked import REVOKED_FILE
from scripts.source.withdrawn import WITHDRAWN_FILE
from tests.conftest import GOOD_STORY
from tests.made_up import ROOT
from tests.under_git import commit, git

BLOCKS = re.findall(r"```sh\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
COMMITS = [line for block in BLOCKS for line in block.splitlines() if "git commit" in line]


def test_the_handbook_tells_how_to_commit_an_approval_a_revocation_the_words_and_a_withdrawal():
    assert len(COMMITS) == 4


@pytest.mark.parametrize("line", COMMITS)
def test_a_commit_of_the_handbook_takes_along_the_lists_that_a_command_has_just_made(content, line):
    """The first revocation makes a new file, which ``commit -am`` leaves out: it would hold on no other machine."""
    content.write_story(GOOD_STORY)
    commit(content)
    git(content, "config", "user.name", "Thử")
    git(content, "config", "user.email", "thu@example.org")
    made = [f"content/{name}" for name in (REVOKED_FILE, WITHDRAWN_FILE, MOVED_FILE)]
    for name in made:
        (content.root.parent / name).write_text("# bịa\n", encoding="utf-8")

    subprocess.run(["sh", "-c", line], cwd=content.root.parent, check=False, capture_output=True, timeout=60)

    assert set(made) <= set(git(content, "ls-tree", "-r", "--name-only", "HEAD").splitlines())
