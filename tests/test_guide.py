"""What people read beside the code: the guide ``docs/gop-bai.md`` can be copied, the newcomers' map leads somewhere."""

import re

from tests.made_up import ROOT


def test_the_example_of_the_guide_can_be_copied(content):
    """An editor who copies the example gets no complaint but for words that belong to another province."""
    guide = (ROOT / "docs/gop-bai.md").read_text(encoding="utf-8")
    example = re.search(r"```markdown\n(.*?)```", guide, re.DOTALL)[1]
    codes = {problem.code for problem in content.problems_of(example)}
    assert codes <= {"unknown-commune", "unknown-field", "unknown-method", "unknown-level", "unknown-commendation"}


def test_every_path_of_the_newcomers_map_leads_somewhere():
    """From the root of the project, so that it can be opened as it stands."""
    page = (ROOT / "decisions/README.md").read_text(encoding="utf-8")
    table = page.partition("## Where to change things")[2].partition("\n## ")[0]
    paths = {
        word
        for told in re.findall(r"`([^`]+)`", table)
        for word in told.split()
        if re.search(r"/|\.\w+$", word) and not word.startswith(".venv")
    }
    assert len(paths) > len(re.findall(r"^\| ", table, re.MULTILINE)), "each row names a place"
    assert not [path for path in sorted(paths) if not (ROOT / path).exists()]
