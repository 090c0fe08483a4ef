"""The command ``check`` over broken content: exit status, and where it says what."""

import json

import pytest

from tests.commands import run
from tests.conftest import GOOD_STORY


def check(content, *arguments):
    return run(content, "check", *arguments)


def test_good_content_ends_with_0(made_up_content):
    done = check(made_up_content)

    assert (done.returncode, done.stdout) == (0, "")
    *remarks, drafts, last = done.stderr.splitlines()
    assert drafts.startswith("Bản thảo: 1 đầy đủ, 3 sơ lược. Có 4 gợi ý viết hay hơn cho 3 bài; xem từng bài: check ")
    assert last == "5 bài hợp lệ (1 đã duyệt, 4 bản thảo), không có lỗi."
    assert {remark.rsplit("[")[-1] for remark in remarks} == {"sources-on-paper]", "unknown-topic]"}


def test_problems_end_with_1_all_of_them_in_one_run(made_up_content):
    """Every problem of every story, sorted by file and place; then one line that counts."""
    one = made_up_content.write_story(GOOD_STORY.replace("kinh-te", "kinh te").replace("Cả tổ", "Cả <b>tổ"))
    two = made_up_content.write_story(b"\xff", slug="bai-hai")

    done = check(made_up_content)

    assert done.returncode == 1
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == [f"{two}:1:1", f"{one}:9:8", f"{one}:17:4"]
    assert done.stderr.splitlines()[-1] == "5 bài hợp lệ (1 đã duyệt, 4 bản thảo); 3 lỗi trong 2 tệp."


def test_one_story_alone(made_up_content):
    bad = made_up_content.write_story(b"\xff")

    assert check(made_up_content, made_up_content.root / "models" / "cu-lao").returncode == 0
    assert check(made_up_content, bad).returncode == 1


def test_who_works_on_one_story_hears_its_grade_and_all_the_advice(made_up_content):
    """After what stops it or may mislead; who looks at everything sees one line of it."""
    story = made_up_content.write_story(GOOD_STORY)

    grade, advice, last = [line for line in check(made_up_content, story).stderr.splitlines() if "on-paper" not in line]

    assert grade == f"{story}: sơ lược, còn thiếu: bối cảnh; các bước làm; kết quả; phần Làm theo."
    assert advice.startswith(f"{story}:15:4: “Cách làm” mới có 1 câu")
    assert last == "1 bài hợp lệ (0 đã duyệt, 1 bản thảo), không có lỗi."


def test_advice_hides_nothing_in_a_pull_request(made_up_content):
    """GitHub shows ten notices of a run; asked about one story, it shows the advice too."""
    story = made_up_content.write_story(GOOD_STORY)
    assert "few-steps" not in check(made_up_content, "--format", "github").stdout
    assert "few-steps" in check(made_up_content, story, "--format", "github").stdout


def test_the_formats_for_machines(made_up_content):
    """JSON for programs; GitHub's annotations; GitLab's report: one entry a problem, remarks last, ending with 1."""
    bad = made_up_content.write_story(GOOD_STORY.replace("kinh-te", "kinh te"))

    entry, *remarks = json.loads(check(made_up_content, "--format", "json").stdout)
    assert (entry["path"], entry["line"], entry["column"], entry["code"]) == (str(bad), 9, 8, "unknown-field")
    weights = [(other["remark"], other["advice"]) for other in remarks]
    assert weights == sorted(weights)
    assert {other["code"] for other in remarks if not other["advice"]} == {"sources-on-paper", "unknown-topic"}
    assert {other["code"] for other in remarks if other["advice"]} == {"few-steps", "thin-how-to"}
    quality, *_ = json.loads(check(made_up_content, "--format", "gitlab").stdout)
    assert quality["location"] == {"path": str(bad), "positions": {"begin": {"line": 9, "column": 8}}}
    assert quality["check_name"] == "unknown-field"
    github = check(made_up_content, "--format", "github")
    assert github.returncode == 1
    assert github.stdout.startswith(f"::error file={bad},line=9,col=8,title=unknown-field::Lĩnh vực")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["khong-co"], "Không có tệp hay thư mục “khong-co”."),
        (["/etc"], "“/etc” không nằm trong "),
        (["--format", "xml"], "dùng sai: "),
        (["--la"], "dùng sai: "),
    ],
)
def test_wrong_use_ends_with_2_and_says_why(arguments, said, made_up_content):
    done = check(made_up_content, *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_content_folder_that_is_not_there_is_wrong_use(content):
    content.root.rename(content.root.with_name("other"))

    done = check(content)

    assert done.returncode == 2
    assert "Hãy kiểm lại tham số --content." in done.stderr


def test_a_broken_vocabulary_ends_with_1(made_up_content):
    (made_up_content.root / "taxonomy" / "fields.yml").write_text("- slug: Kinh tế\n", encoding="utf-8")

    done = check(made_up_content)

    assert done.returncode == 1
    assert "taxonomy/fields.yml:1:9: Mục “slug” (Mã) không đúng dạng" in done.stdout
    assert "Traceback" not in done.stderr
