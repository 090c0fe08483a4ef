"""How complete a story is: the grade and its reasons, where approvers see them, and what is not approved without."""

import pytest

from scripts.source.writing.completeness import Grade, completeness_of
from tests.commands import run
from tests.conftest import GOOD_STORY
from tests.made_up import made_up_story, made_up_taxonomy
from tests.under_git import BODY

KEY = "bai-sen/bai-thu"
STEPS = "Tổ trưởng vét trước. Chiều đó sáu nhà ra vét cùng. Hôm sau cả tổ chia nhau từng đoạn."
WHOLE = f"""\
## Bối cảnh

Kênh cạn.

## Cách làm

{STEPS}

## Kết quả

Ba vụ đủ nước.

## Làm theo

Mười người, một tháng.
"""
DATED, UNDATED = {"value": "3", "unit": "vụ", "when": "2020"}, {"value": "20", "unit": "nhà"}
FULL = GOOD_STORY.replace("format: snapshot", "format: full").split("## ")[0]


def graded(body, **keys):
    story = made_up_story(body=body, **keys)
    found = completeness_of(story.front, story.body, made_up_taxonomy().style)
    return found.grade, found.missing


@pytest.mark.parametrize(
    ("body", "keys", "grade", "missing"),
    [
        (WHOLE, {}, Grade.COMPLETE, ()),
        (WHOLE, {"results": [DATED, UNDATED]}, Grade.COMPLETE, ()),
        (WHOLE, {"results": [UNDATED, DATED, UNDATED]}, Grade.PARTIAL, ("năm của 2 con số",)),
        (WHOLE.replace("## Bối cảnh\n\nKênh cạn.\n\n", ""), {}, Grade.PARTIAL, ("bối cảnh",)),
        (WHOLE.split("## Làm theo", maxsplit=1)[0], {}, Grade.PARTIAL, ("phần Làm theo",)),
        (
            WHOLE.replace("Mười người, một tháng.", "Làm đều."),
            {},
            Grade.PARTIAL,
            ("người, tiền, vật tư, thời gian, chỗ dễ vấp trong Làm theo",),
        ),
        (WHOLE.replace("## Kết quả\n\nBa vụ đủ nước.\n\n", ""), {}, Grade.STUB, ("kết quả",)),
        (WHOLE.replace("## Kết quả\n\nBa vụ đủ nước.\n\n", ""), {"results": [DATED]}, Grade.COMPLETE, ()),
        (WHOLE.replace(STEPS, "Cả tổ vét. Ba ngày thì xong."), {}, Grade.STUB, ("các bước làm",)),
        (
            "## Cách làm\n\nCả tổ vét.\n",
            {},
            Grade.STUB,
            ("bối cảnh", "các bước làm", "kết quả", "phần Làm theo"),
        ),
    ],
)
def test_a_grade_says_what_another_commune_would_still_have_to_ask(body, keys, grade, missing):
    """Without the steps or the result it is a stub; complete is one that lacks nothing."""
    assert graded(body, **keys) == (grade, missing)


def test_whoever_approves_sees_the_grade_of_each_draft(content):
    content.write_story(FULL + WHOLE)
    content.write_story(GOOD_STORY.replace("Tổ Ba cùng", "Tổ Tư cùng"), slug="bai-khac")

    done = run(content, "approve", "--list")

    assert [line for line in done.stdout.splitlines() if "Độ đầy đủ" in line] == [
        "  Độ đầy đủ: sơ lược, còn thiếu: bối cảnh; các bước làm; kết quả; phần Làm theo",
        "  Độ đầy đủ: đầy đủ",
    ]


def approve(content):
    return run(content, "approve", KEY, "--by", BODY, "--document", "57-CV/BTGDVTU", "--date", "2026-11-20")


def test_a_full_story_without_steps_is_not_approved(content):
    """Named at its place in the file as it is, an older block of approval and all."""
    file = content.write_story(FULL + WHOLE.replace(STEPS, "Cả tổ vét. Ba ngày thì xong."))
    before = file.read_bytes()

    done = approve(content)

    assert done.returncode == 1
    line = before.decode().splitlines().index("## Cách làm") + 1
    assert f"{file}:{line}:4: Bài đầy đủ (format: full) mà “Cách làm” mới có 2 câu" in done.stdout
    assert "[steps-before-approval]" in done.stdout
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [FULL + WHOLE, FULL + WHOLE.replace(STEPS, "1. Vét trước.\n2. Rủ nhau.\n3. Chia đoạn."), GOOD_STORY],
    ids=["told", "listed", "a short piece"],
)
def test_a_story_with_steps_and_a_short_piece_are_approved(text, content):
    """A short piece may be all that anybody knows."""
    content.write_story(text)
    done = approve(content)
    assert done.returncode == 0, done.stdout
