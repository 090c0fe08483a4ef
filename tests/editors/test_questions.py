"""Questions of the fact check, as whoever approves meets them: nothing is approved over one, and none is lost."""

import pytest

from scripts.catalog.catalog import Edition, build_catalog
from scripts.editors.messages.verdict import say_checked
from scripts.publish.releases.contents import STORY, may_be_told
from scripts.source.approval.revoked import RevokedSeals
from scripts.source.story import Approved
from tests.commands import run
from tests.conftest import GOOD_STORY, approve, with_keys
from tests.under_git import BODY

KEY = "bai-sen/bai-thu"
FIGURE = "- {about: figure, text: Danh sách có 21 chữ ký}"
SOURCE = "- about: source\n  text: Chưa rõ tên bài báo"
ANSWER = ", answer: Sổ của tổ ghi 20 nhà, by: Hội Nông dân xã Lá Dừa, date: 2026-11-22}"
ANSWERED = FIGURE.replace("}", ANSWER)


def asked(*questions):
    return with_keys(GOOD_STORY, "\n".join(["to_verify:", *questions]))


def approving(content):
    return run(content, "approve", KEY, "--by", BODY, "--document", "57-CV/BTGDVTU", "--date", "2026-11-20")


def test_nothing_is_approved_while_a_question_is_open_and_each_is_named_at_its_words(content):
    file = content.write_story(asked(FIGURE, ANSWERED, SOURCE))
    before = file.read_bytes()

    done = approving(content)

    assert (done.returncode, file.read_bytes()) == (1, before)
    first, second = done.stdout.splitlines()
    assert first.startswith(
        f"{file}:15:25: Bài chưa duyệt được: còn một điều chưa kiểm xong, về con số (“Danh sách có 21 chữ ký”). "
    )
    assert second.startswith(
        f"{file}:18:9: Bài chưa duyệt được: còn một điều chưa kiểm xong, về nguồn (“Chưa rõ tên bài báo”). "
    )
    assert all("Hãy hỏi cho rõ rồi ghi vào mục này: answer" in line for line in (first, second))


def test_the_place_is_that_of_the_file_as_it_is_when_an_old_block_stands_above(content):
    """The block that goes is five lines: what were said of the file without it would point beside the question."""
    block = f'approval:\n  by: "{BODY}"\n  document: 1-CV/X\n  date: 2026-11-19\n  digest: sha256:{"0" * 64}\n'
    file = content.write_story(with_keys(GOOD_STORY, f"{block}to_verify:\n{FIGURE}"))

    assert approving(content).stdout.startswith(f"{file}:20:25: ")


def test_a_malformed_number_does_not_hide_the_questions(content):
    content.write_story(asked(FIGURE))
    done = run(content, "approve", KEY, "--by", BODY, "--document", "57 CV", "--date", "2026-11-20")
    assert "[bad-form]" in done.stdout
    assert "[question-before-approval]" in done.stdout


def test_an_answered_question_stands_in_nobody_s_way_and_is_kept(content):
    file = content.write_story(asked(ANSWERED))

    assert approving(content).returncode == 0

    (story,) = content.load().stories
    assert (story.approved, story.public) == (Approved.YES, True)
    assert ANSWERED in file.read_text(encoding="utf-8")


def test_what_waits_is_listed_with_its_questions(content):
    file = content.write_story(asked(FIGURE, ANSWERED, SOURCE))
    content.write_story(GOOD_STORY.replace("Tổ Ba cùng", "Tổ Tư cùng"), slug="bai-khac")

    done = run(content, "approve", "--list")

    graded = "  Độ đầy đủ: sơ lược, còn thiếu: bối cảnh; các bước làm; kết quả; phần Làm theo"
    assert [line for line in done.stdout.splitlines() if line != graded] == [
        f"{file.parents[1]}/bai-khac/index.md: Tổ Tư cùng nhau vét kênh (chưa duyệt lần nào)",
        f"{file}: Tổ Ba cùng nhau vét kênh (chưa duyệt lần nào)",
        "  Cần kiểm lại 2 điều trước khi duyệt:",
        f"  {file}:15:25: về con số: Danh sách có 21 chữ ký",
        f"  {file}:18:9: về nguồn: Chưa rõ tên bài báo",
    ]
    assert "2 bài chờ duyệt; 2 điều cần kiểm lại trước khi duyệt.\n" in done.stderr


@pytest.fixture
def public_story(content):
    """A public story to which an editor then puts a question."""
    file = content.write_story(asked(ANSWERED))
    approve(file)
    assert content.load().stories[0].public
    return file


def test_a_question_put_to_a_public_story_takes_it_off_and_an_answer_brings_it_back(content, public_story):
    """The seal is not touched: nobody has to approve again what turned out to be right."""
    text = public_story.read_text(encoding="utf-8")
    public_story.write_text(text.replace(ANSWERED, f"{ANSWERED}\n{SOURCE}"), encoding="utf-8")

    library = content.load()
    (story,) = library.stories
    assert (story.approved, story.public) == (Approved.YES, False)
    public = build_catalog(library.stories, library.taxonomy, Edition.PUBLIC)
    assert public.stories == ()
    told = {told.kind for told in may_be_told(public, RevokedSeals()).all}
    assert STORY not in told, "nor may an earlier release with it be gone back to"
    (remark,) = [remark for remark in library.remarks if remark.code == "question-after-approval"]
    assert (remark.line, remark.column) == (17, 9)
    assert f"1 bài đã duyệt còn điều phải kiểm lại nên tạm rút: {public_story}" in say_checked(library)
    assert "(đã duyệt, tạm rút để kiểm lại)" in run(content, "approve", "--list").stdout

    answered = f"{SOURCE}\n  answer: Tên bài là Vét kênh\n  by: Hội Nông dân xã Lá Dừa\n  date: 2026-11-24"
    public_story.write_text(text.replace(ANSWERED, f"{ANSWERED}\n{answered}"), encoding="utf-8")
    assert content.load().stories[0].public
