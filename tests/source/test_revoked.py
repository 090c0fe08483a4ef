"""Seals of approval that count no more: how the list is read, and what it does to a story."""

import pytest

from scripts.source.approval.revoked import REVOKED_FILE, seals_in
from scripts.source.story import Approved
from tests.conftest import APPROVED, GOOD_STORY
from tests.made_up import approve

KEY = "bai-sen/bai-thu"
SEAL, OTHER = (f"sha256:{letter * 64}" for letter in "ab")
LINE = f"- {{story: {KEY}, digest: {SEAL}, date: 2026-11-20, kind: revoked, reason: sai-su-that}}\n"


def write(content, *lines):
    (content.root / REVOKED_FILE).write_text("".join(lines), encoding="utf-8")


def entry(seal, kind="revoked", story=KEY):
    return f"- {{story: {story}, digest: {seal}, date: 2026-11-20, kind: {kind}}}\n"


def seal_of(file):
    (seal,) = seals_in(file.read_text(encoding="utf-8"))
    return seal


@pytest.fixture
def approved(content):
    """Return the file of a story that is approved."""
    file = content.write_story(GOOD_STORY)
    approve(file)
    assert content.load().stories[0].approved is Approved.YES
    return file


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("revoked", "đã bị thu hồi ngày 20-11-2026"),
        ("withdrawn", "đã bị thu hồi ngày 20-11-2026"),
        ("superseded", "Ngày 20-11-2026, một lần duyệt khác đã thay dấu duyệt này"),
    ],
)
def test_row_58_a_seal_that_is_listed_never_counts_whatever_the_text_is(kind, said, content, approved):
    """It is a draft with a remark where the seal stands; nothing else waits for it."""
    write(content, entry(seal_of(approved), kind))

    library = content.load()

    assert library.problems == ()
    (story,) = library.stories
    assert (story.approved, story.draft) == (Approved.REVOKED, True)
    (remark,) = (one for one in library.remarks if one.code == "seal-revoked")
    assert said in remark.message
    assert approved.read_text(encoding="utf-8").splitlines()[remark.line - 1].strip().startswith("digest:")


def test_row_58_not_even_when_the_text_is_another(content, approved):
    write(content, entry(seal_of(approved)))
    approved.write_text(approved.read_text(encoding="utf-8").replace("ba ngày", "bốn ngày"), encoding="utf-8")

    assert content.load().stories[0].approved is Approved.REVOKED


def test_a_seal_of_another_story_is_not_taken_away(content, approved):
    """Whoever writes a foreign seal into a block must not be able to take that story off the site."""
    write(content, entry(seal_of(approved), story="bai-sen/bai-khac"), entry(OTHER))

    assert content.load().stories[0].approved is Approved.YES


def test_what_was_superseded_and_revoked_later_is_revoked_in_whatever_order(content):
    for lines in (entry(SEAL, "superseded"), entry(SEAL, "withdrawn")), (entry(SEAL), entry(SEAL, "superseded")):
        write(content, *lines)
        revoked = content.load().revoked
        assert revoked.find(KEY, SEAL).kind != "superseded"
        assert revoked.superseded(KEY) == ()
    write(content, entry(SEAL, "superseded"), entry(OTHER, "superseded"), entry(OTHER, "superseded", "cu-lao/bai-cu"))
    assert content.load().revoked.superseded(KEY) == (SEAL, OTHER)


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        (LINE.replace("sai-su-that", "sai-su-thuc"), "1:150", "unknown-reason"),
        (LINE.replace("sai-su-that", "bà A ở ấp Gò"), "1:150", "unknown-reason"),
        (LINE.replace("bai-sen/", "bai-sen/../"), "1:11", "bad-form"),
        (LINE.replace("2026-11", "2027-11"), "1:115", "date-in-future"),
        (LINE.replace("2026-11-20", "20/11/2026"), "1:115", "bad-date"),
        (LINE.replace(SEAL, SEAL[:-1]), "1:36", "bad-form"),
        (LINE.replace(f"digest: {SEAL}, ", ""), "1:3", "missing-key"),
        (LINE.replace("kind: revoked, ", ""), "1:3", "missing-key"),
        (LINE.replace("kind: revoked", "kind: huy"), "1:133", "unknown-value"),
        (LINE.replace("}", ", note: bà A}"), "1:163", "unknown-key"),
        (f"{LINE}{LINE}", "2:36", "revoked-twice"),
        (f"story: {KEY}", "1:1", "not-list"),
        (f"- {{story: {KEY}", "1:3", "yaml-syntax"),
        ("\ufeff", "1:1", "byte-order-mark"),
    ],
)
def test_the_list_is_read_as_strictly_as_a_story(text, place, code, content):
    write(content, text)

    (problem,) = content.load().problems

    assert (f"{problem.line}:{problem.column}", problem.code) == (place, code)
    assert problem.path.endswith(f"/{REVOKED_FILE}")


@pytest.mark.parametrize("what", ["folder", "link", "binary"])
def test_a_list_that_is_no_plain_file_is_a_problem(what, content, tmp_path):
    file = content.root / REVOKED_FILE
    act = {
        "folder": file.mkdir,
        "link": lambda: file.symlink_to(tmp_path / "khong-co"),
        "binary": lambda: file.write_bytes(b"\xff\xfe\x00"),
    }
    act[what]()

    assert {problem.path for problem in content.load().problems} == {file.as_posix()}


@pytest.mark.parametrize("text", [None, "", "# chưa có\n", "[]\n"])
def test_without_entries_every_seal_counts(text, made_up_content):
    if text is not None:
        write(made_up_content, text)

    library = made_up_content.load()

    assert library.problems == ()
    assert library.revoked.entries == ()
    assert APPROVED in {story.key for story in library.stories if not story.draft}
