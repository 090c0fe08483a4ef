"""What a contribution from outside may do to the questions of the fact check: put them to a draft, no more (row 95)."""

import shutil

import pytest

from tests.commands import run
from tests.conftest import GOOD_STORY, approve, with_keys
from tests.under_git import commit

OPEN = "- {about: figure, text: Danh sách có 21 chữ ký}"
ANSWER = ", answer: Sổ của tổ ghi 20 nhà, by: Hội Nông dân xã Lá Dừa, date: 2026-11-01}"
ANSWERED = "- {about: how, text: Ai vét đoạn cuối" + ANSWER
NEW = "- {about: place, text: Ấp này nay thuộc xã nào}"
WORDS = "Cả tổ ngồi lại, chia nhau từng đoạn kênh, rồi cùng vét trong ba ngày."
OTHER_STORY = GOOD_STORY.replace("Tổ Ba cùng", "Tổ Năm cùng").replace(
    WORDS, "Chị em góp mỗi tuần một lon gạo, để dành cho nhà nào tới kỳ giáp hạt thì mượn trước."
)


def asked(*questions, of=GOOD_STORY):
    return with_keys(of, "\n".join(["to_verify:", *questions]))


def moved(content, *pairs):
    """List where the stories of Bãi Sen stand now."""
    lines = [f"- {{old: bai-sen/{old}, new: bai-sen/{new}}}\n" for old, new in pairs]
    (content.root / "moved.yml").write_text("".join(lines), encoding="utf-8")


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
    content.write_story(asked(NEW, of=OTHER_STORY), slug="bai-moi")

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

    again, gone = checked(content, base)
    assert gone.startswith("/models/bai-sen/bai-thu/index.md:1:1: Tệp này có điều cần kiểm lại (to_verify), nên")
    assert again.startswith(
        "/models/bai-sen/bai-thu-nua/index.md:2:1: Lời văn ở đây vốn của “models/bai-sen/bai-thu/index.md”"
    )


@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        WORDS.replace(", rồi", ",\n**RỒI**").replace("ngồi", "*ngồi*"),
        f"{WORDS}\n\nXong việc, mỗi nhà nấu một món, cả xóm ăn chung một bữa.",
        WORDS.replace("ba ngày", "bốn ngày"),
    ],
    ids=["as it is", "set otherwise", "with words of its own", "a word changed"],
)
def test_row_95_a_text_that_is_copied_takes_its_questions_along(words, content):
    content.write_story(asked(OPEN, ANSWERED))
    base = commit(content)
    copy = GOOD_STORY.replace("Tổ Ba cùng", "Tổ Tư cùng").replace(WORDS, words)
    content.write_story(asked(NEW, ANSWERED, of=copy), slug="bai-chep")

    (said,) = checked(content, base)
    assert said.startswith("/models/bai-sen/bai-chep/index.md:14:1: Lời văn ở đây vốn của “models/bai-sen/bai-thu/")
    assert said.endswith("[question-by-stranger]")

    content.write_story(asked(NEW, ANSWERED, OPEN, of=copy), slug="bai-chep")
    assert checked(content, base) == []


def test_row_95_two_texts_do_not_change_places_while_their_questions_stay(content):
    content.write_story(asked(OPEN))
    content.write_story(asked(NEW, of=OTHER_STORY), slug="bai-khac")
    base = commit(content)
    content.write_story(asked(OPEN, of=OTHER_STORY))
    content.write_story(asked(NEW), slug="bai-khac")

    said = checked(content, base)
    assert [line.partition(" ")[0] for line in said] == [
        "/models/bai-sen/bai-khac/index.md:14:1:",
        "/models/bai-sen/bai-thu/index.md:14:1:",
    ]
    assert all("Lời văn ở đây vốn của" in line for line in said)


def test_row_95_a_story_does_not_vanish_into_another_that_takes_its_questions(content):
    """The text comes back under a third name, without a question."""
    file = content.write_story(asked(OPEN))
    content.write_story(asked(NEW, of=OTHER_STORY), slug="bai-khac")
    base = commit(content)
    shutil.rmtree(file.parent)
    content.write_story(asked(NEW, OPEN, of=OTHER_STORY), slug="bai-khac")
    moved(content, ("bai-thu", "bai-khac"))

    (said,) = checked(content, base)
    assert said.startswith("/models/bai-sen/bai-thu/index.md:1:1: Tệp này có điều cần kiểm lại (to_verify), nên")

    content.write_story(GOOD_STORY, slug="bai-ba")
    assert len(checked(content, base)) == 2


def test_row_95_a_new_story_without_the_text_is_not_where_the_old_one_went(content):
    file = content.write_story(asked(OPEN))
    base = commit(content)
    shutil.rmtree(file.parent)
    content.write_story(asked(OPEN, of=OTHER_STORY), slug="bai-khac")
    moved(content, ("bai-thu", "bai-khac"))

    (said,) = checked(content, base)
    assert said.startswith("/models/bai-sen/bai-thu/index.md:1:1: Tệp này có điều cần kiểm lại")


def test_row_95_a_story_does_not_vanish_into_its_like(content):
    """The text stood there already, and nobody asked."""
    file = content.write_story(asked(OPEN))
    content.write_story(GOOD_STORY.replace("Tổ Ba cùng", "Tổ Tư cùng"), slug="bai-khac")
    base = commit(content)
    shutil.rmtree(file.parent)
    moved(content, ("bai-thu", "bai-khac"))

    (said,) = checked(content, base)
    assert said.startswith("/models/bai-sen/bai-thu/index.md:1:1: Tệp này có điều cần kiểm lại")


def test_two_stories_that_were_alike_before_stay_as_free_as_they_were(content):
    content.write_story(asked(OPEN))
    content.write_story(GOOD_STORY.replace("Tổ Ba cùng", "Tổ Tư cùng"), slug="bai-khac")
    base = commit(content)
    content.write_story(GOOD_STORY.replace("Tổ Ba cùng", "Tổ Sáu cùng"), slug="bai-khac")

    assert checked(content, base) == []


@pytest.mark.parametrize("told", [(), (("bai-thu", "bai-khac"),)], ids=["without a word", "as if it had moved"])
def test_row_95_no_stranger_deletes_what_was_approved(told, content):
    file = content.write_story(GOOD_STORY)
    approve(file)
    content.write_story(OTHER_STORY, slug="bai-khac")
    base = commit(content)
    shutil.rmtree(file.parent)
    moved(content, *told)

    (said,) = checked(content, base)
    assert said.startswith("/models/bai-sen/bai-thu/index.md:1:1: Tệp này đã được duyệt, nên bài góp từ ngoài không")
    assert said.endswith("[approval-by-stranger]")


def test_a_draft_nobody_asks_about_may_go_and_an_approved_story_may_move(content):
    approved = content.write_story(GOOD_STORY)
    approve(approved)
    draft = content.write_story(OTHER_STORY, slug="bai-khac")
    base = commit(content)
    shutil.rmtree(draft.parent)
    shutil.rmtree(approved.parent)
    content.write_story(GOOD_STORY, slug="bai-da-doi")
    moved(content, ("bai-thu", "bai-da-doi"))

    assert checked(content, base) == []


@pytest.mark.parametrize(("brought", "problems"), [(asked(OPEN), 0), (GOOD_STORY, 1)], ids=["with", "without"])
def test_row_95_a_story_that_moves_takes_its_questions_along(brought, problems, content):
    file = content.write_story(asked(OPEN))
    base = commit(content)
    file.unlink()
    file.parent.rmdir()
    content.write_story(brought, slug="bai-da-doi")
    moved(content, ("bai-thu", "bai-da-doi"))

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
    """The made-up house has approved it."""
    file = made_up_content.root / "reports" / "bai-sen-chin-muoi-mo-hinh.md"
    front, body = file.read_text(encoding="utf-8").split("\n---\n")
    file.write_text(f"{front}\n{held}---\n{body}", encoding="utf-8")
    base = commit(made_up_content)
    file.write_text(f"{front}\n{brought}---\n{body}", encoding="utf-8")

    (line,) = checked(made_up_content, base)
    assert line.startswith("/reports/bai-sen-chin-muoi-mo-hinh.md:")
    assert said in line


def test_a_report_that_nobody_approved_may_be_asked_more(made_up_content):
    folder = made_up_content.root / "reports"
    front, body = (folder / "bai-sen-chin-muoi-mo-hinh.md").read_text(encoding="utf-8").split("\n---\n")
    front = front.replace("\ntitle: ", "\ntitle: Lại nói về ")
    (folder / "bai-sen-nam-sau.md").write_text(f"{front}\n---\n{body}", encoding="utf-8")
    base = commit(made_up_content)
    (folder / "bai-sen-nam-sau.md").write_text(f"{front}\nto_verify:\n{OPEN}\n---\n{body}", encoding="utf-8")

    assert checked(made_up_content, base) == []


def test_row_95_no_stranger_deletes_an_approved_report(made_up_content):
    base = commit(made_up_content)
    (made_up_content.root / "reports" / "bai-sen-chin-muoi-mo-hinh.md").unlink()

    (said,) = checked(made_up_content, base)
    assert said.startswith("/reports/bai-sen-chin-muoi-mo-hinh.md:1:1: Tệp này đã được duyệt")


def test_an_editor_of_ours_does_all_of_it(content):
    content.write_story(asked(OPEN, ANSWERED))
    commit(content)
    content.write_story(asked(OPEN.replace("}", ANSWER)))

    assert run(content, "check").returncode == 0
