"""The hand-written guide ``docs/gop-bai.md``: what it shows can be copied."""

import re

from tests.made_up import ROOT


def test_the_example_of_the_guide_can_be_copied(content):
    """An editor who copies the example gets no complaint but for words that belong to another province."""
    guide = (ROOT / "docs/gop-bai.md").read_text(encoding="utf-8")
    example = re.search(r"```markdown\n(.*?)```", guide, re.DOTALL)[1]
    codes = {problem.code for problem in content.problems_of(example)}
    assert codes <= {"unknown-commune", "unknown-field", "unknown-method", "unknown-level", "unknown-commendation"}
