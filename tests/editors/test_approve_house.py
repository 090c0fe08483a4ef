"""``approve --house``: the words of the house, as a responsible editor approves them."""

from zipfile import ZipFile

import pytest

from scripts.source.approval.house_approval import HOUSE_FILE, changes_since
from tests.commands import run
from tests.conftest import GOOD_STORY, approve_house
from tests.conftest import approve as approve_story
from tests.under_git import BODY, commit, git

COLLECTION = """\
---
title: Một loạt bài bịa để thử
summary: Một lời dẫn bịa cho một loạt bài bịa, đủ dài để máy nhận.
stories: [bai-sen/bai-thu]
---
"""


def approve(content, *arguments, by=BODY, document="60-CV/BTGDVTU", date="2026-11-20"):
    return run(content, "approve", "--house", "--by", by, "--document", document, "--date", date, *arguments)


def rename(content, old="name: Kinh tế", new="name: Kinh tế xóm", name="fields"):
    file = content.root / "taxonomy" / f"{name}.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def house(content):
    """Return a content folder with a story, and a collection of it, whose words are approved."""
    content.write_story(GOOD_STORY)
    (content.root / "collections").mkdir()
    (content.root / "collections" / "mot-loat.md").write_text(COLLECTION, encoding="utf-8")
    done = approve(content)
    assert done.returncode == 0, done.stdout + done.stderr
    return content


def said(content):
    return [(p.path.rsplit("/", 1)[-1], p.line, p.code) for p in content.load().problems]


def test_it_records_every_word_and_each_collection(house):
    library = house.load()
    assert library.problems == ()
    assert (library.house.by, library.house.document, str(library.house.date)) == (BODY, "60-CV/BTGDVTU", "2026-11-20")
    assert changes_since(library.house, library.taxonomy) == ()
    assert all(library.house.has(one) for one in library.collections)
    assert library.house.words["fields/kinh-te/name"] == "Kinh tế"


def test_it_writes_the_same_bytes_again(house):
    before = (house.root / HOUSE_FILE).read_bytes()
    assert approve(house).returncode == 0
    assert (house.root / HOUSE_FILE).read_bytes() == before


def test_check_names_each_word_that_waits_at_its_line_and_the_diff_shows_all(house):
    rename(house)
    rename(house, "UBND: Ủy ban nhân dân", "UBND: lũ người bịa, HTX: hợp tác xã", "lexicon")
    rename(house, "name: xã Bến Gạo", "name: xã Bến Đậu", "districts")
    file = house.root / "collections" / "mot-loat.md"
    file.write_text(COLLECTION.replace("Một lời dẫn", "Một lời khác"), encoding="utf-8")

    done, diff = run(house, "check"), run(house, "approve", "--house", "--diff")

    assert done.returncode == 0
    lines = {line.split(": ")[0].rsplit("/", 1)[-1] for line in done.stderr.splitlines() if "not-approved]" in line}
    assert lines == {
        "fields.yml:4:9",
        "lexicon.yml:10:23",
        "lexicon.yml:10:42",
        "districts.yml:12:32",
        "mot-loat.md:1:1",
    }
    assert "“Kinh tế xóm” chưa được duyệt: bản công khai còn dùng “Kinh tế” (60-CV/BTGDVTU, 20-11-2026)" in done.stderr
    assert diff.returncode == 0
    assert "fields/kinh-te/name: đổi: “Kinh tế” → “Kinh tế xóm”\n" in diff.stdout
    assert "lexicon/abbreviations/HTX: mới: “hợp tác xã”\n" in diff.stdout
    assert "mot-loat.md: đổi: “Một loạt bài bịa để thử”\n" in diff.stdout
    assert "chờ duyệt: 4 từ, 1 bộ sưu tập" in diff.stderr


def test_approving_again_shows_what_changes_and_then_nothing_waits(house):
    rename(house)

    done = approve(house, document="61-CV/BTGDVTU")

    assert "đổi: “Kinh tế” → “Kinh tế xóm”" in done.stdout
    assert "not-approved" not in run(house, "check").stderr
    assert "chờ duyệt" not in run(house, "approve", "--house", "--diff").stderr


def test_before_the_first_approval_there_is_one_remark(content):
    content.write_story(GOOD_STORY)
    done = run(content, "check")
    assert (done.returncode, done.stderr.count("[house-not-approved]")) == (0, 1)
    assert "từ, 0 bộ sưu tập" in run(content, "approve", "--list").stderr


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"by": "Ban bịa ra"}, "unknown-approver"),
        ({"date": "2025-06-30"}, "approver-not-in-office"),
        ({"document": "số mấy cũng được"}, "bad-form"),
        ({"date": "2027-01-01"}, "date-in-future"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_act_is_held_to_the_rules_of_a_story_s_approval(asked, code, content):
    content.write_story(GOOD_STORY)
    done = approve(content, **asked)
    assert (done.returncode, f"[{code}]" in done.stdout) == (1, True), done.stdout
    assert not (content.root / HOUSE_FILE).exists()


@pytest.mark.parametrize("where", ["vocabulary", "collection"])
def test_words_that_have_a_problem_are_not_approved(where, house):
    before = (house.root / HOUSE_FILE).read_bytes()
    if where == "vocabulary":
        rename(house, "UBND: Ủy ban nhân dân", "UBND: Ủy ban nhân dân TP.", "lexicon")
    else:
        file = house.root / "collections" / "mot-loat.md"
        file.write_text(COLLECTION.replace("bai-thu]", "bai-khac]"), encoding="utf-8")
    done = approve(house)
    assert done.returncode == 1
    assert (house.root / HOUSE_FILE).read_bytes() == before


@pytest.mark.parametrize("arguments", [["bai-sen/bai-thu"], []])
def test_wrong_use(arguments, content):
    content.write_story(GOOD_STORY)
    assert run(content, "approve", "--house", "--by", BODY, *arguments).returncode == 2


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ('"Kinh tế"', '"Kinh tế xóm"', (7, "house-approval-by-hand")),
        ("60-CV/BTGDVTU", "61-CV/BTGDVTU", (7, "house-approval-by-hand")),
        ("2026-11-20", "2026-11-21", (7, "house-approval-by-hand")),
        ('"mot-loat": "sha', '"hai-loat": "sha', (7, "house-approval-by-hand")),
        (BODY, "Ban bịa ra", (4, "unknown-approver")),
        ("words:", "word:", (8, "unknown-key")),
        ('digest: "', 'digest: "x', (7, "bad-form")),
        ("document:", "# document:", (4, "missing-key")),
        ("words:", "words: [", (8, "yaml-syntax")),
        ("words:", "words: &a", (8, "yaml-alias")),
    ],
)
def test_an_approval_changed_by_hand_or_broken_is_a_problem_at_its_place(written, instead, problem, house):
    file = house.root / HOUSE_FILE
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(text.replace(written, instead, 1), encoding="utf-8")
    assert (HOUSE_FILE, *problem) in said(house)
    assert house.load().house.words == {}, "what was changed by hand approves nothing"


@pytest.mark.parametrize("text", ["", "# trống\n", "- một\n", "một câu\n"])
def test_a_file_that_approves_nothing_is_a_problem_and_never_the_time_before_the_first(text, house):
    (house.root / HOUSE_FILE).write_text(text, encoding="utf-8")
    assert said(house) == [(HOUSE_FILE, 1, "not-mapping")]


def test_what_is_broken_can_be_approved_anew(house):
    (house.root / HOUSE_FILE).write_text("words: [\n", encoding="utf-8")
    assert run(house, "check").returncode == 1
    assert approve(house).returncode == 0
    assert run(house, "check").returncode == 0


@pytest.mark.parametrize("act", ["added", "changed", "deleted"])
def test_a_contribution_from_outside_brings_no_approval_of_the_house(act, house):
    file = house.root / HOUSE_FILE
    text = file.read_bytes()
    if act == "added":
        file.unlink()
    base = commit(house)
    assert run(house, "check", "--no-approvals-since", base).returncode == 0
    if act == "added":
        file.write_bytes(text)
    elif act == "changed":
        rename(house)
        assert approve(house).returncode == 0
    else:
        file.unlink()
    git(house, "add", "-A")

    done = run(house, "check", "--no-approvals-since", base)

    assert done.returncode == 1
    assert f"{HOUSE_FILE}:1:1" in done.stdout
    assert "[approval-by-stranger]" in done.stdout


def test_the_kit_that_is_sent_to_a_newsroom_has_the_words_that_readers_get(content, tmp_path):
    file = content.write_story(GOOD_STORY.replace("Cả tổ ngồi lại", "UBND xã và cả tổ ngồi lại"))
    approve_story(file)
    approve_house(content.root)
    rename(content, "UBND: Ủy ban nhân dân", "UBND: lũ người bịa", "lexicon")

    assert run(content, "kit", "bai-sen/bai-thu", "--out", tmp_path / "kit").returncode == 0

    with ZipFile(tmp_path / "kit" / "bai-thu.zip") as kit:
        texts = "\n".join(kit.read(name).decode("utf-8", "replace") for name in kit.namelist()).casefold()
    assert "ủy ban nhân dân xã và cả tổ" in texts
    assert "lũ người bịa" not in texts


def test_there_is_no_kit_of_a_story_that_waits_for_a_name(content, tmp_path):
    approve_house(content.root)
    rename(content, "- {slug: tu-quan,", "- {slug: cach-moi, name: Cách mới bịa}\n- {slug: tu-quan,", "methods")
    approve_story(content.write_story(GOOD_STORY.replace("[tu-quan]", "[cach-moi]")))

    done = run(content, "kit", "bai-sen/bai-thu", "--out", tmp_path / "kit")

    assert (done.returncode, (tmp_path / "kit").exists()) == (1, False)
    assert "story-waits-for-word" in run(content, "check").stderr
