"""Taking an approval back: what ``approve``, ``approve --revoke`` and ``withdraw`` add to the list of revoked seals."""

import shutil
from argparse import ArgumentParser

import pytest
import yaml

from scripts.editors import approve as approve_command
from scripts.editors import withdraw as withdraw_command
from scripts.editors.console import Console, Session
from scripts.publish.contributions import story_file
from scripts.source.addresses import MOVED_FILE
from scripts.source.approval.revoked import REVOKED_FILE, seals_in
from scripts.source.story import Approved
from scripts.source.withdrawn import WITHDRAWN_FILE
from tests.commands import run
from tests.conftest import GOOD_STORY
from tests.made_up import NOW
from tests.under_git import BODY, commit

KEY = "bai-sen/bai-thu"


def approve(content, document="57-CV/BTGDVTU"):
    return run(content, "approve", KEY, "--by", BODY, "--document", document, "--date", "2026-11-20")


def revoke(content, *arguments, reason="sai-su-that"):
    return run(content, "approve", "--revoke", KEY, "--reason", reason, *arguments)


def withdraw(content):
    return run(content, "withdraw", KEY, "--reason", "sai-su-that", "--date", "2026-11-20")


def listed(content):
    """Return kind and seal of every entry, in the order of the list."""
    file = content.root / REVOKED_FILE
    entries = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else None
    return [(entry["kind"], entry["digest"]) for entry in entries or ()]


def state(content):
    (story,) = content.load().stories
    return story.approved


def seal_of(text):
    (seal,) = seals_in(text)
    return seal


def edit(file, old="ba ngày", new="bốn ngày"):
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.fixture
def approved(content):
    """Return the file of a story that was approved by the command."""
    file = content.write_story(GOOD_STORY)
    assert approve(content).returncode == 0
    return file


# ---- row 58


def test_row_58_a_text_that_was_replaced_and_comes_back_with_its_block_is_no_longer_approved(content, approved):
    """As a pull request would restore it, byte for byte; merged, it is a draft, and the check says what to do."""
    old = approved.read_text(encoding="utf-8")
    edit(approved)
    done = approve(content)
    assert done.returncode == 0
    assert f"Hãy ghi (commit) ngay tệp này và {content.root / REVOKED_FILE}" in done.stderr
    assert listed(content) == [("superseded", seal_of(old))]
    assert state(content) is Approved.YES
    commit(content)

    approved.write_text(old, encoding="utf-8")

    assert state(content) is Approved.REVOKED
    commit(content, "ai đó đã nhận")
    done = run(content, "check")
    assert done.returncode == 0
    assert "[seal-revoked]" in done.stderr
    assert "0 đã duyệt" in done.stderr
    waiting = run(content, "approve", "--list")
    assert "(dấu duyệt trong bài đã bị thu hồi hoặc thay bằng lần duyệt khác)" in waiting.stdout


def test_row_58_a_contribution_that_restores_it_is_refused_at_the_block_already(content, approved):
    old = approved.read_text(encoding="utf-8")
    edit(approved)
    approve(content)
    base = commit(content)
    approved.write_text(old, encoding="utf-8")

    done = run(content, "check", "--no-approvals-since", base)

    assert done.returncode == 1
    assert "[approval-by-stranger]" in done.stdout


def test_row_58_a_contribution_that_undoes_an_edit_nobody_approved_yet_is_refused_too(content, approved):
    old = approved.read_text(encoding="utf-8")
    edit(approved)
    base = commit(content)
    approved.write_text(old, encoding="utf-8")

    done = run(content, "check", "--no-approvals-since", base)

    assert done.returncode == 1
    assert "không được đưa nó về lời văn hay ảnh đã duyệt" in done.stdout


def test_row_58_what_was_revoked_stays_revoked_when_text_and_block_come_back(content, approved):
    old = approved.read_text(encoding="utf-8")

    done = revoke(content)

    assert done.returncode == 0, done.stderr
    assert approved.read_text(encoding="utf-8") == GOOD_STORY, "the block goes, nothing else"
    assert listed(content) == [("revoked", seal_of(old))]
    assert state(content) is Approved.NO
    approved.write_text(old, encoding="utf-8")
    assert state(content) is Approved.REVOKED


def test_row_58_a_withdrawn_story_put_back_on_purpose_needs_a_new_approval(content, approved):
    """The line in ``withdrawn.yml`` may be taken out by whoever answers for it; the seal stays revoked."""
    old = approved.read_text(encoding="utf-8")
    assert withdraw(content).returncode == 0
    assert listed(content) == [("withdrawn", seal_of(old))]
    (content.root / WITHDRAWN_FILE).unlink()

    content.write_story(old)

    assert state(content) is Approved.REVOKED


def test_row_58_the_same_seal_is_not_given_again(content, approved):
    """The same words under the same document: what was revoked is that very act."""
    revoke(content)
    before = approved.read_bytes()

    done = approve(content)

    assert done.returncode == 1
    assert "đã bị thu hồi" in done.stdout
    assert "[seal-revoked]" in done.stdout
    assert approved.read_bytes() == before
    assert approve(content, "58-CV/BTGDVTU").returncode == 0, "the same words, another act"
    assert state(content) is Approved.YES


def test_row_58_the_difference_is_shown_beside_a_revoked_seal_too(content, approved):
    """From the text that the seal was given to: who wants it back sees what it said."""
    commit(content)
    seal = seal_of(approved.read_text(encoding="utf-8"))
    edit(approved)
    line = f"- {{story: {KEY}, digest: {seal}, date: 2026-11-20, kind: revoked}}\n"
    (content.root / REVOKED_FILE).write_text(line, encoding="utf-8")

    done = run(content, "approve", "--diff", KEY)

    assert done.returncode == 0, done.stderr
    assert "đã bị thu hồi hoặc thay" in done.stderr
    assert "+Cả tổ ngồi lại, chia nhau từng đoạn kênh, rồi cùng vét trong bốn ngày." in done.stdout


def test_row_58_a_seal_of_the_address_before_is_listed_there_too(content, approved):
    """A story that moved carries the seal of its old address; there it would hold, if its folder came back."""
    old = approved.read_text(encoding="utf-8")
    approved.parent.rename(approved.parent.with_name("bai-moi"))
    (content.root / MOVED_FILE).write_text(f"- {{old: {KEY}, new: bai-sen/bai-moi}}\n", encoding="utf-8")
    done = run(content.root, "approve", "--revoke", "bai-sen/bai-moi", "--reason", "sai-su-that")
    assert done.returncode == 0, done.stderr

    shutil.rmtree(content.root / "models/bai-sen/bai-moi")
    (content.root / MOVED_FILE).unlink()
    content.write_story(old)

    assert state(content) is Approved.REVOKED


@pytest.mark.parametrize("take", ["approve", "withdraw"])
@pytest.mark.parametrize("committed", [True, False])
def test_row_58_a_move_that_nobody_told_of_is_seen_by_git(take, committed, content, approved):
    """Or else the seal of the old address would count again with the folder of the old text."""
    old = approved.read_text(encoding="utf-8")
    commit(content)
    approved.parent.rename(approved.parent.with_name("bai-moi"))
    if committed:
        commit(content)
    words = ("--revoke",) if take == "approve" else ()
    done = run(content.root, take, *words, "bai-sen/bai-moi", "--reason", "sai-su-that")
    assert done.returncode == 0, done.stderr

    shutil.rmtree(content.root / "models/bai-sen/bai-moi", ignore_errors=True)
    content.write_story(old)

    assert state(content) is Approved.REVOKED


# ---- what is listed


SPELLINGS = {
    "folded": lambda seal: f"digest: >-\n    {seal}",
    "kept lines": lambda seal: f"digest: |-\n    {seal}",
    "escaped": lambda seal: f'digest: "{seal[:7]}\\x{ord(seal[7]):02x}{seal[8:]}"',
    "a comment first": lambda seal: f"digest: # dấu\n    {seal}",
}
"""Ways of YAML to write the same seal; it counts in each."""


@pytest.mark.parametrize("take", [approve, revoke, withdraw])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_row_58_a_seal_is_taken_back_however_it_is_spelled(spelling, take, content, approved):
    text = approved.read_text(encoding="utf-8")
    seal = seal_of(text)
    spelled = text.replace(f"digest: {seal}", SPELLINGS[spelling](seal))
    approved.write_text(spelled, encoding="utf-8")
    assert state(content) is Approved.YES

    take(content, **({"document": "58-CV/BTGDVTU"} if take is approve else {}))
    (content.root / WITHDRAWN_FILE).unlink(missing_ok=True)
    approved.parent.mkdir(exist_ok=True)
    approved.write_text(spelled, encoding="utf-8")

    assert seal in [digest for _, digest in listed(content)]
    assert state(content) is Approved.REVOKED


@pytest.mark.usefixtures("approved")
def test_approving_again_what_is_approved_lists_nothing(content):
    assert approve(content).returncode == 0
    assert listed(content) == []


def test_a_seal_that_no_longer_held_is_superseded_too(content, approved):
    """Two edits, one approval: the text of the first seal could be restored otherwise."""
    first = seal_of(approved.read_text(encoding="utf-8"))
    edit(approved)
    edit(approved, "bốn ngày", "năm ngày")
    approve(content)
    edit(approved, "năm ngày", "sáu ngày")
    approve(content)

    kinds, seals = zip(*listed(content), strict=True)
    assert kinds == ("superseded", "superseded")
    assert seals[0] == first


@pytest.mark.parametrize(("take", "kind"), [(revoke, "revoked"), (withdraw, "withdrawn")])
def test_what_an_approval_took_the_place_of_is_taken_back_with_it(take, kind, content, approved):
    """Else a rollback could return to the words before, of which nobody asked whether they are right."""
    first = seal_of(approved.read_text(encoding="utf-8"))
    edit(approved)
    approve(content)
    second = seal_of(approved.read_text(encoding="utf-8"))

    assert take(content).returncode == 0

    assert listed(content) == [("superseded", first), (kind, second), (kind, first)]
    assert run(content, "check").returncode == 0


def test_a_story_nobody_can_read_is_withdrawn_with_its_seal(content, approved):
    seal = seal_of(approved.read_text(encoding="utf-8"))
    edit(approved, "title:", "title: [")

    assert withdraw(content).returncode == 0
    assert listed(content) == [("withdrawn", seal)]


@pytest.mark.usefixtures("approved")
def test_the_list_keeps_its_comments_and_earlier_entries(content):
    before = f"# của chúng ta\n- {{story: cu-lao/cu, digest: sha256:{'0' * 64}, date: 2020-01-01, kind: revoked}} # cũ"
    (content.root / REVOKED_FILE).write_text(before, encoding="utf-8")

    assert revoke(content).returncode == 0

    text = (content.root / REVOKED_FILE).read_text(encoding="utf-8")
    assert text.startswith(f"{before}\n- {{story: {KEY}, digest: sha256:")
    assert text.endswith(", kind: revoked, reason: sai-su-that}\n")


# ---- interrupted


class CutError(Exception):
    """Stands for the plug that is pulled."""


def call(command, content, *arguments):
    """Run a command in this process, so that it can be cut."""
    parser = ArgumentParser()
    command.add_arguments(parser)
    session = Session(content.root.parent, content.root, NOW, Console(lambda _: None, lambda _: None))
    return command.run(parser.parse_args(arguments), session)


APPROVE = (approve_command, KEY, "--by", BODY, "--document", "58-CV/BTGDVTU", "--date", "2026-11-21")
REVOKE = (approve_command, "--revoke", KEY, "--reason", "sai-su-that")
WITHDRAW = (withdraw_command, KEY, "--reason", "sai-su-that")


@pytest.mark.parametrize("act", [APPROVE, REVOKE, WITHDRAW], ids=["approve", "revoke", "withdraw"])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_row_58_killed_between_two_steps_the_old_text_never_counts_and_the_next_run_finishes(
    act, after, content, approved, monkeypatch
):
    """First the list, then the story: what was done before the end can only make a draft."""
    old = approved.read_text(encoding="utf-8")
    edit(approved)
    command, *arguments = act
    done, write_whole, remove = 0, story_file.write_whole, story_file.remove_story

    def cut_short(step):
        def act(*arguments):
            nonlocal done
            if done == after:
                raise CutError
            done += 1
            step(*arguments)

        return act

    monkeypatch.setattr(story_file, "write_whole", cut_short(write_whole))
    monkeypatch.setattr(withdraw_command, "remove_story", cut_short(remove))
    cut = False
    try:
        call(command, content, *arguments)
    except CutError:
        cut = True
    monkeypatch.undo()
    assert cut == (after < (3 if command is withdraw_command else 2))
    if after and approved.exists():
        now = approved.read_text(encoding="utf-8")
        approved.write_text(old, encoding="utf-8")
        assert {story.approved for story in content.load().stories} <= {Approved.REVOKED}
        approved.write_text(now, encoding="utf-8")
    if cut:
        assert call(command, content, *arguments) == 0
    assert [seal for _, seal in listed(content)] == [seal_of(old)]
    assert content.load().problems == ()
    content.write_story(old)
    (content.root / WITHDRAWN_FILE).unlink(missing_ok=True)
    assert state(content) is Approved.REVOKED


# ---- refused


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--reason", "sai-su-thuc"], "có phải ý bạn là “sai-su-that”?"),
        ([], "--reason: "),
    ],
)
def test_a_reason_is_one_of_the_list(arguments, said, content, approved):
    before = approved.read_bytes()

    done = run(content, "approve", "--revoke", KEY, *arguments)

    assert done.returncode == 2
    assert said in done.stderr
    assert approved.read_bytes() == before
    assert listed(content) == []


def test_a_story_without_a_seal_has_nothing_to_revoke(content):
    content.write_story(GOOD_STORY)

    done = revoke(content)

    assert done.returncode == 2
    assert "không có dấu duyệt nào" in done.stderr


def test_a_block_that_cannot_be_taken_out_is_revoked_and_said(content, approved):
    seal = seal_of(approved.read_text(encoding="utf-8"))
    edit(approved, "title:", "title: [")

    done = revoke(content)

    assert done.returncode == 1
    assert "Đã thu hồi dấu duyệt; khối approval còn trong bài." in done.stderr
    assert listed(content) == [("revoked", seal)]


@pytest.mark.parametrize("text", ["hỏng", "[]\n#", "- {story: bai-sen/a}\n"])
def test_beside_a_list_that_cannot_be_trusted_nothing_is_done(text, content, approved):
    """Neither approved, nor revoked, nor withdrawn, nor published."""
    file, before = content.root / REVOKED_FILE, approved.read_bytes()
    file.write_text(text, encoding="utf-8")
    acts = [revoke, withdraw] if text.startswith("[]") else [approve, revoke, withdraw]

    for act in acts:
        done = act(content)
        assert done.returncode == 1, act
        assert str(file) in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
    assert approved.read_bytes() == before
    assert file.read_text(encoding="utf-8") == text
    assert not (content.root / WITHDRAWN_FILE).exists()
