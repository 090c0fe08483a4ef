"""``approve`` as a responsible editor runs it: what it writes, what it refuses, what it shows."""

import ast
import json
import os
from pathlib import Path

import pytest
import yaml

from scripts.publish.contributions import story_file
from scripts.source.story import Approved
from tests.commands import run
from tests.conftest import APPROVED, GOOD_STORY, approve_house, with_keys
from tests.made_up import ROOT
from tests.under_git import BODY, commit, git

KEY = "bai-sen/bai-thu"
WITH_COMMENTS = """\
---
# Bài mẫu để thử: giữ nguyên mọi chữ.
title:   "Tổ Ba cùng nhau vét kênh"   # tên tạm
summary: 'Hai mươi nhà trong một tổ bịa góp ngày công vét con kênh cạn, nước về đủ ba vụ lúa.'
format: snapshot
kind: collective

subject: Tổ Ba ấp Gò Sen
place: {commune: xã Lá Dừa}
movement: registered
field: kinh-te
methods: [ tu-quan ]
approval:
  by: "Ai đó"
  document: "1-CV/X"
  # ghi chú trong khối cũ
  date: 2020-01-01
  digest: không phải dấu kiểm
# Nguồn của bài:
sources:
- {title: Báo cáo bịa, publisher: Hội Nông dân xã Lá Dừa, date: 2020-08}
# hết
---
## Cách làm

Cả tổ ngồi lại.
"""


def approve(content, *arguments, story=KEY, by=BODY, document="57-CV/BTGDVTU", date="2026-11-20"):
    return run(content, "approve", story, "--by", by, "--document", document, "--date", date, *arguments)


def state(content, key=KEY):
    return next(story.approved for story in content.load().stories if story.key == key)


def test_an_approval_makes_the_story_public_and_touches_no_other_byte(content):
    """Comments, quotes, order, blank lines stay; the old block goes; the new one is the last."""
    file = content.write_story(WITH_COMMENTS)

    done = approve(content)

    assert done.returncode == 0, done.stdout + done.stderr
    assert state(content) is Approved.YES
    lines = WITH_COMMENTS.splitlines(keepends=True)
    old = slice(lines.index("approval:\n"), lines.index("# Nguồn của bài:\n"))
    del lines[old]
    fence = lines.index("---\n", 1)
    written = file.read_text(encoding="utf-8").splitlines(keepends=True)
    block = written[fence : fence + 5]
    assert written == [*lines[:fence], *block, *lines[fence:]]
    assert block[:4] == [
        "approval:\n",
        f'  by: "{BODY}"\n',
        '  document: "57-CV/BTGDVTU"\n',
        "  date: 2026-11-20\n",
    ]
    assert f"Đã duyệt: {file} ({BODY}, 57-CV/BTGDVTU, 20-11-2026)" in done.stdout


def test_windows_line_ends_stay_windows_line_ends(content):
    file = content.write_story(GOOD_STORY.replace("\n", "\r\n"))

    assert approve(content).returncode == 0

    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert state(content) is Approved.YES


@pytest.mark.parametrize("written", [KEY, "{folder}", "{folder}/", "{folder}/index.md"])
def test_a_story_may_be_named_by_its_key_its_folder_or_its_file(written, content):
    file = content.write_story(GOOD_STORY)

    assert approve(content, story=written.format(folder=file.parent)).returncode == 0


def test_approving_twice_changes_nothing(content):
    file = content.write_story(GOOD_STORY)
    approve(content)
    first = file.read_bytes()

    assert approve(content).returncode == 0
    assert file.read_bytes() == first


def test_without_a_date_the_day_is_today(content):
    file = content.write_story(GOOD_STORY)

    done = run(content, "approve", KEY, "--by", "Ban Dân vận Tỉnh ủy Sông Mây", "--document", "57-CV/BDVTU")

    assert done.returncode == 1
    assert "không duyệt được vào ngày " in done.stdout, "that body ended in 2025"
    assert file.read_text(encoding="utf-8") == GOOD_STORY


def test_row_47_everything_wrong_with_an_approval_is_said_at_once(content):
    """Unknown body, malformed number, a day that has not come."""
    file = content.write_story(GOOD_STORY)

    done = approve(content, by="Ban Tuyên giáo Biển Mây", document="57 CV", date="2999-01-01")

    assert done.returncode == 1
    for code in ("unknown-approver", "bad-form", "date-in-future"):
        assert f"[{code}]" in done.stdout
    assert "Ban Tuyên giáo và Dân vận Tỉnh ủy Biển Mây" in done.stdout, "the nearest is suggested"
    assert file.read_text(encoding="utf-8") == GOOD_STORY


@pytest.mark.parametrize(
    ("lines", "date", "code"),
    [
        ("", "2025-06-30", "approver-not-in-office"),
        ("recognition: [{level: huyen, by: Ban bịa, date: 2026-08-12}]", "2026-08-11", "approved-before-written"),
        ("registered: '2026'", "2025-12-31", "approved-before-written"),
    ],
)
def test_row_47_a_day_that_cannot_be_is_refused(lines, date, code, content):
    file = content.write_story(with_keys(GOOD_STORY, lines))
    before = file.read_bytes()

    done = approve(content, date=date)

    assert done.returncode == 1
    assert f"[{code}]" in done.stdout
    assert file.read_bytes() == before


def test_a_story_with_problems_is_refused_with_all_of_them_each_at_its_line(content):
    file = content.write_story(GOOD_STORY.replace("tu-quan", "tu-quang").replace("## Cách làm", "## Cách lam"))
    before = file.read_bytes()

    done = approve(content, document="57")

    assert done.returncode == 1
    for said in (f"{file}:10:11:", "[unknown-method]", "[section-unknown]", "[bad-form]"):
        assert said in done.stdout
    assert done.stdout.count("[unknown-method]") == 1
    assert file.read_bytes() == before


def test_somebody_who_did_not_agree_is_named_and_nothing_written(content):
    people = "people: [{name: Trần Văn Bịa, consent: {name: false, photo: false, recorded: 2020-10-02}}]"
    file = content.write_story(with_keys(GOOD_STORY, people))
    before = file.read_bytes()

    done = approve(content)

    assert done.returncode == 1
    assert "Trần Văn Bịa chưa đồng ý cho nêu tên" in done.stdout
    assert file.read_bytes() == before


IN_BRACES = f"---\n{json.dumps(yaml.safe_load(GOOD_STORY.split('---')[1]), ensure_ascii=False, default=str)}\n---\n"
LEFT_EDGE = with_keys(GOOD_STORY, "approval: {by: x,\ndocument: 1-CV/X}\nstatus: running")


@pytest.mark.parametrize("text", [IN_BRACES + GOOD_STORY.split("---\n")[2], LEFT_EDGE], ids=["braces", "left edge"])
def test_a_block_that_cannot_be_replaced_cleanly_is_refused(text, content):
    """Better no approval than a file changed in another place."""
    file = content.write_story(text)

    done = approve(content)

    assert done.returncode == 1
    assert "không chen được khối approval" in done.stdout
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("text", [b"", b"---\n", b"---\n---\n", b"\xff\xfe", b"\r---\r", b"khong co gi"])
def test_a_file_that_is_no_story_is_refused(text, content):
    file = content.write_story(text)

    done = approve(content)

    assert done.returncode == 1
    assert done.stdout
    assert "Traceback" not in done.stderr
    assert file.read_bytes() == text


@pytest.mark.parametrize("story", ["bai-sen/bai-thi", "../../etc", "/etc/passwd", "", "bai-sen"])
def test_an_unknown_story_is_wrong_use(story, content):
    content.write_story(GOOD_STORY)

    done = approve(content, story=story)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    if story == "bai-sen/bai-thi":
        assert f"có phải ý bạn là “{KEY}”?" in done.stderr


def test_a_wrong_day_is_said_in_vietnamese(content):
    done = approve(content, date="20/11/2026")

    assert done.returncode == 2
    assert "Hãy viết năm-tháng-ngày" in done.stderr


def test_the_old_file_stays_whole_when_the_disk_fails(content, monkeypatch):
    """Written beside, flushed, then swapped: a failure in between leaves the old bytes."""
    file = content.write_story(GOOD_STORY)

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        story_file.write_list(file, "khác")

    assert file.read_text(encoding="utf-8") == GOOD_STORY


def test_the_list_shows_what_waits(made_up_content):
    file = made_up_content.root / "models" / APPROVED / "index.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Đầu vụ", "Cuối vụ"), encoding="utf-8")
    people = "people: [{name: Trần Văn Bịa, consent: {name: false, photo: false, recorded: 2020-10-02}}]"
    made_up_content.write_story(with_keys(GOOD_STORY, people))
    made_up_content.write_story("hỏng", slug="bai-hong")

    done = run(made_up_content, "approve", "--list")

    assert done.returncode == 0
    lines = [line for line in done.stdout.splitlines() if not line.startswith("  ")]
    assert len(lines) == 6
    act = f"{BODY}, 57-CV/BTGDVTU, 20-11-2026"
    assert f"{file}: Tổ Hai góp vốn xoay vòng (khối duyệt ghi {act}; sau khi duyệt, bài hoặc khối ấy đã đổi)" in lines
    assert sum(line.endswith("(chưa duyệt lần nào)") for line in lines) == 4
    assert sum("chờ sự đồng ý của Trần Văn Bịa" in line for line in lines) == 1
    assert "6 bài chờ duyệt; 1 tệp còn lỗi" in done.stderr


def test_the_difference_shows_lines_before_and_after(content):
    file = content.write_story(GOOD_STORY)
    approve(content)
    commit(content)
    assert "vẫn đúng bản đã duyệt" in run(content, "approve", "--diff", KEY).stderr
    file.write_text(file.read_text(encoding="utf-8").replace("ba ngày", "bốn ::error::"), encoding="utf-8")

    done = run(content, "approve", "--diff", KEY)

    assert done.returncode == 0
    assert "-Cả tổ ngồi lại, chia nhau từng đoạn kênh, rồi cùng vét trong ba ngày." in done.stdout
    assert "+Cả tổ ngồi lại, chia nhau từng đoạn kênh, rồi cùng vét trong bốn " in done.stdout
    assert "::error::" not in done.stdout
    assert "digest" not in done.stdout


def test_the_difference_of_a_story_never_approved_says_so(content):
    content.write_story(GOOD_STORY)

    done = run(content, "approve", "--diff", KEY)

    assert done.returncode == 1
    assert "chưa được duyệt lần nào" in done.stderr


def test_the_editor_hears_when_git_first_saw_the_story_after_its_approval(content):
    """A text may be approved on paper first, so this is a word of warning and no refusal."""
    content.write_story(GOOD_STORY)
    commit(content, day="2026-11-22T08:00:00+07:00")

    done = approve(content)

    assert done.returncode == 0
    assert "vào kho lần đầu ngày 22-11-2026, sau ngày duyệt" in done.stderr
    assert "Lưu ý" not in approve(content, date="2026-11-22").stderr


def test_row_46_check_names_the_lines_that_changed_and_stays_good(content):
    file = content.write_story(GOOD_STORY)
    approve(content)
    approve_house(content.root)
    commit(content)
    file.write_text(file.read_text(encoding="utf-8").replace("Hai mươi nhà", "Hai chục nhà"), encoding="utf-8")

    text, github = run(content, "check"), run(content, "check", "--format", "github")

    assert text.returncode == 0
    said = "Dòng này đổi sau khi duyệt (57-CV/BTGDVTU, 20-11-2026)."
    assert f"{file}:3:14: {said} [changed-since-approval]\n" in text.stderr
    assert text.stdout == ""
    assert github.stdout == f"::notice file={file},line=3,col=14,title=changed-since-approval::{said}\n"


def test_row_48_a_contribution_with_an_approval_fails_the_check_and_one_without_passes(content):
    content.write_story(GOOD_STORY)
    base = commit(content)
    assert run(content, "check", "--no-approvals-since", base).returncode == 0
    approve(content)

    done = run(content, "check", "--no-approvals-since", base)

    assert done.returncode == 1
    assert "[approval-by-stranger]" in done.stdout
    assert run(content, "check", "--no-approvals-since", "khong-co").returncode == 2
    assert git(content, "status", "--porcelain").count("\n") == 1, "the check writes nothing"


SCRIPTS = Path(ROOT) / "scripts"


def names_in(module):
    return {
        name
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        for name in (
            *([node.id] if isinstance(node, ast.Name) else []),
            *([node.attr] if isinstance(node, ast.Attribute) else []),
            *([alias.name for alias in node.names] if isinstance(node, ast.ImportFrom) else []),
        )
    }


def test_row_48_only_the_command_can_write_an_approval():
    """One function writes it, one command calls it: no import, form or tidy can."""
    modules = {module.relative_to(SCRIPTS).as_posix(): names_in(module) for module in SCRIPTS.rglob("*.py")}

    def using(name):
        return {module for module, names in modules.items() if name in names}

    assert using("write_approval") == {"editors/approve.py"}
    assert using("with_approval") == {"editors/approve.py", "publish/contributions/story_file.py"}
    assert using("Approving") == {
        "editors/approve.py",
        "publish/contributions/story_file.py",
        "source/approval/approval_block.py",
    }
    # Who knows how a digest is made: the reader that checks it, and the command.
    assert using("digest_of") == {"editors/approve.py", "source/approval/seal.py"}
