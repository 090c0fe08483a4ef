"""How problems are shown to programs."""

import json

from scripts.editors.messages.report import as_json
from scripts.source.problems.problem import START, problem_at
from scripts.source.problems.registry.facts import TOO_FEW
from scripts.source.problems.registry.form import NEW_TONE_STYLE, NOT_NFC


def test_json_says_what_to_do_beside_the_message():
    """The end of the message, or what the registry says where the message itself does not."""
    problems = [
        problem_at("a.md", START, NOT_NFC),
        problem_at("a.md", START, TOO_FEW, name="“methods”", least=1, example="[neu-guong]"),
        problem_at("a.md", START, NEW_TONE_STYLE, written="thuỷ", mended="thủy"),
    ]

    whole, told, remark = json.loads(as_json(problems))

    assert whole["cure"].startswith("Hãy chạy: python -m scripts tidy")
    assert whole["message"].endswith(whole["cure"])
    assert told["cure"] == "Hãy thêm cho đủ."
    assert (whole["remark"], remark["remark"]) == (False, True)
