"""What a contribution from outside may do to the questions of the fact check: put them to a draft, no more (row 95)."""

import pytest

from tests.commands import run
from tests.conftest import GOOD_STORY, approve, with_keys
from tests.under_git import commit

OPEN = "- {about: figure, text: Danh sách có 21 chữ ký}"
ANSWER = ", answer: Sổ của tổ ghi 20 nhà, by: Hội Nông dân xã Lá Dừa, date: 2026-11-01}"
ANSWERED = "- {about: how, text: Ai vét đoạn cuối" + ANSWER
NEW = "- {about: place, text: Ấp này nay thuộc xã nào}"


def asked(*questions):
    return with_keys(GOOD_STORY, "\n".join(["to_verify:", *questions]))


def checked(content, base):
    """Commit what is there and return what ``check`` says of it as of a contribution, without the paths."""
    commit(content, "bài góp")
    done = run(content, "check", "--no-approvals-since", base)
    assert done.returncode == bool(done.stdout)
    return [line.split(str(content.root))[1] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    "brought",
    [
        asked(OPEN, ANSWERED).replace("Tổ Ba cùng", "Tổ Tư cùng"),
        asked(ANSWERED, OPEN),
        asked("- {text: 'Danh sách có 21 chữ ký', about: figure} # nguyên như cũ", ANSWERED),
        asked(OPEN, ANSWERED, NEW),
    ],
    ids=["other words", "another order", "another spelling", "a question more"],
)
def test_a_draft_may_be_mended_and_asked_more(brought, content):
    content.write_story(asked(OPEN, ANSWERED))
    base = commit(content)
    content.write_story(brought)
    content.write_story(asked(NEW).replace("Tổ Ba cùng", "Tổ Năm cùng"), slug="bai-moi")

    assert checked(content, base) == []


@pytest.mark.parametrize(
    ("brought", "place"),
    [
        (GOOD_STORY, "2:1"),
        (asked(ANSWERED), "14:1"),
        (asked(OPEN), "14:1"),
        (asked(OPEN.replace("21", "20"), ANSWERED), "14:1"),
        (asked(OPEN, ANSWERED.replace("20 nhà", "21 nhà")), "14:1"),
        (asked(OPEN.replace("}", ANSWER), ANSWERED), "14:1"),
        (asked(OPEN, ANSWERED.replace(ANSWER, "}")), "14:1"),
    ],
    ids=["all gone", "open gone", "answered gone", "other words", "other answer", "answered", "open again"],
)
def test_row_95_a_question_is_neither_closed_nor_changed_nor_lost(brought, place, content):
    content.write_story(asked(OPEN, ANSWERED))
    base = commit(content)
    content.write_story(brought)

    (said,) = checked(content, base)
    assert said.startswith(f"/models/bai-sen/bai-thu/index.md:{place}: Bài góp từ ngoài không được bỏ, sửa hay trả lời")
    assert said.endswith("[question-by-stranger]")


def test_row_95_no_stranger_answers_in_a_story_of_their_own(content):
    base = commit(content)
    content.write_story(asked(NEW, ANSWERED))

    (said,) = checked(content, base)
    assert said.startswith("/models/bai-sen/bai-thu/index.md:16:3: Bài góp từ ngoài không được ghi câu trả lời")


def test_row_95_no_stranger_takes_an_approved_story_off_by_a_question(content):
    file = content.write_story(asked(ANSWERED))
    approve(file)
    base = commit(content)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(ANSWERED, f"{ANSWERED}\n{NEW}"), encoding="utf-8")

    (said,) = checked(content, base)
    assert said.startswith("/models/bai-sen/bai-thu/index.md:16:3: Thêm một điều cần kiểm lại vào chỗ đã duyệt")


def test_row_95_a_story_with_questions_is_not_deleted_to_come_back_without_them(content):
    file = content.write_story(asked(OPEN))
    base = commit(content)
    file.unlink()
    file.parent.rmdir()
    content.write_story(GOOD_STORY, slug="bai-thu-nua")

    (said,) = checked(content, base)
    assert said.startswith("/models/bai-sen/bai-thu/index.md:1:1: Tệp này có điều cần kiểm lại (to_verify), nên")


@pytest.mark.parametrize(("brought", "problems"), [(asked(OPEN), 0), (GOOD_STORY, 1)], ids=["with", "without"])
def test_row_95_a_story_that_moves_takes_its_questions_along(brought, problems, content):
    file = content.write_story(asked(OPEN))
    base = commit(content)
    file.unlink()
    file.parent.rmdir()
    content.write_story(brought, slug="bai-da-doi")
    (content.root / "moved.yml").write_text("- {old: bai-sen/bai-thu, new: bai-sen/bai-da-doi}\n", encoding="utf-8")

    said = checked(content, base)
    assert len(said) == problems
    assert all(line.startswith("/models/bai-sen/bai-da-doi/index.md:2:1: ") for line in said)


@pytest.mark.parametrize(
    ("held", "brought", "said"),
    [
        (f"to_verify:\n{OPEN}\n", "", "bỏ, sửa hay trả lời"),
        ("", f"to_verify:\n{OPEN}\n", "Thêm một điều cần kiểm lại vào chỗ đã duyệt"),
    ],
    ids=["gone", "put"],
)
def test_row_95_a_report_keeps_its_questions_too(held, brought, said, made_up_content):
    """One file approves all the words of the house: a report is taken for approved."""
    file = made_up_content.root / "reports" / "bai-sen-chin-muoi-mo-hinh.md"
    front, body = file.read_text(encoding="utf-8").split("\n---\n")
    file.write_text(f"{front}\n{held}---\n{body}", encoding="utf-8")
    base = commit(made_up_content)
    file.write_text(f"{front}\n{brought}---\n{body}", encoding="utf-8")

    (line,) = checked(made_up_content, base)
    assert line.startswith("/reports/bai-sen-chin-muoi-mo-hinh.md:")
    assert said in line


def test_an_editor_of_ours_does_all_of_it(content):
    content.write_story(asked(OPEN, ANSWERED))
    commit(content)
    content.write_story(asked(OPEN.replace("}", ANSWER)))

    assert run(content, "check").returncode == 0
