"""What a release tells of the house's words: what changed for readers, what waits, that nobody approved any."""

import json
import shutil
from pathlib import Path

import pytest

from scripts.publish.releases.words_list import (
    WORDS,
    ApprovalGoneError,
    Words,
    changed_words,
    check_approval_is_there,
    load_words,
    words_list,
)
from scripts.source.approval.house_approval import HOUSE_FILE
from tests.commands import run as run_command
from tests.conftest import GOOD_STORY, MADE_UP, approve, approve_house
from tests.made_up import house_of, made_up_taxonomy
from tests.sites import give_fonts

BEFORE = {"fields/kinh-te/name": "Kinh tế", "levels/huyen/name": "Cấp huyện", "topics/von/name": "vốn & nghề"}


def site(folder, said, *pages):
    folder.mkdir()
    (folder / WORDS).write_text(words_list(Words(said)), encoding="utf-8")
    for number, page in enumerate(pages):
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
    return folder


def test_what_changes_is_told_with_the_pages_it_stands_on(tmp_path):
    live = site(tmp_path / "live", BEFORE, "<p>Kinh tế", "<p>Cấp huyện, kinh tế", "<p>Cấp huyện")
    now = {
        "fields/kinh-te/name": "Kinh tế xóm",
        "topics/von/name": "vốn & nghề mới",
        "lexicon/abbreviations/HTX": "hợp tác xã",
    }
    fresh = site(tmp_path / "fresh", now, "<p>kinh tế xóm", "<p>Kinh tế xóm, vốn &amp; nghề mới", "<p>khác")

    told = {
        word.change.address: (word.change.old, word.change.new, word.pages)
        for word in changed_words(live, fresh, Words(now))
    }

    assert told == {
        "fields/kinh-te/name": ("Kinh tế", "Kinh tế xóm", 2),
        "levels/huyen/name": ("Cấp huyện", None, 2),
        "topics/von/name": ("vốn & nghề", "vốn & nghề mới", 1),
        "lexicon/abbreviations/HTX": (None, "hợp tác xã", 0),
    }


def test_of_a_list_the_texts_count_that_are_new(tmp_path):
    live = site(tmp_path / "live", {"a": [{"name": "huyện Bịa"}]}, "huyện Bịa")
    now = {"a": [{"name": "huyện Bịa"}, {"name": "thị xã Bịa"}]}
    fresh = site(tmp_path / "fresh", now, "huyện Bịa", "thị xã Bịa")
    assert [word.pages for word in changed_words(live, fresh, Words(now))] == [1]


def test_nothing_is_told_of_the_first_release_nor_of_one_that_does_not_say(tmp_path):
    fresh = site(tmp_path / "fresh", {}, "Kinh tế")
    assert changed_words(None, fresh, Words(BEFORE)) == ()
    for text in (b"", b"[]", b'{"words": 1, "approval": ""}', b"\xff", b'{"words": {}}'):
        (fresh / WORDS).write_bytes(text)
        assert load_words(fresh) is None
        assert changed_words(fresh, fresh, Words(BEFORE)) == ()


def test_an_approval_that_is_gone_is_not_the_time_before_the_first(tmp_path):
    house = house_of(made_up_taxonomy())
    live = site(tmp_path / "live", BEFORE)
    check_approval_is_there(live, None)
    (live / WORDS).write_text(words_list(Words(BEFORE, house.digest)), encoding="utf-8")
    check_approval_is_there(live, house)
    with pytest.raises(ApprovalGoneError):
        check_approval_is_there(live, None)


def run(content, work, *arguments):
    return run_command(
        content, "release", "--out", work / "public", "--build", work / "build", *(arguments or ("--site-url", URL))
    )


URL = "https://trang.example/"


@pytest.fixture(scope="module")
def first_release(tmp_path_factory):
    """One release of the made-up province before anybody approved a word; only copies of it are touched."""
    work = tmp_path_factory.mktemp("first")
    give_fonts(work / "build")
    content = shutil.copytree(MADE_UP, work / "content")
    (content / HOUSE_FILE).unlink()
    done = run(content, work)
    assert (done.returncode, "Cảnh báo: chưa có lần duyệt từ ngữ nào" in done.stderr) == (0, True)
    assert "1 bộ sưu tập, 2 báo cáo chưa lên trang" in done.stderr
    return work


@pytest.fixture
def work(tmp_path, first_release):
    return Path(shutil.copytree(first_release, tmp_path / "work", symlinks=True))


def rename(root, new, old="name: Kinh tế\n"):
    file = root / "taxonomy" / "fields.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, f"name: {new}\n"), encoding="utf-8")


def page(work, address):
    return (work / "public/current" / address / "index.html").read_text(encoding="utf-8")


def test_row_55_from_no_approval_to_the_first_to_a_word_that_changes(work):
    """The whole way, as the handbook tells it, on one place of release."""
    root = work / "content"
    assert not (work / "public/current/bo-suu-tap").exists()

    approve_house(root)
    first = run(root, work)
    assert (first.returncode, "Từ ngữ" in first.stdout + first.stderr) == (0, False), "no word is another now"
    assert "Góp sức mà làm ở Biển Mây" in page(work, "bo-suu-tap/gop-suc-ma-lam")

    rename(root, "Kinh tế xóm bịa")
    waits = run(root, work)
    assert waits.returncode == 0
    assert "Không có gì đổi" in waits.stdout
    assert "chờ duyệt: 1 từ, 0 bộ sưu tập" in waits.stderr
    assert "xóm bịa" not in page(work, "linh-vuc/kinh-te")

    approve_house(root)
    done = run(root, work)
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("  fields/")]
    assert line.startswith("  fields/kinh-te/name: đổi: “Kinh tế” → “Kinh tế xóm bịa” (")
    assert int(line.rpartition("(")[2].split()[0]) > 1
    assert "Kinh tế xóm bịa" in page(work, "linh-vuc/kinh-te")
    said = json.loads((work / "public/current" / WORDS).read_bytes())["words"]
    assert said["fields/kinh-te/name"] == "Kinh tế xóm bịa"

    (root / HOUSE_FILE).unlink()
    gone = run(root, work)
    assert gone.returncode == 1
    assert f"{HOUSE_FILE} nay không còn" in gone.stderr
    assert "Kinh tế xóm bịa" in page(work, "linh-vuc/kinh-te")


def test_a_broken_approval_stops_a_release_and_a_rollback(work):
    root = work / "content"
    approve_house(root)
    assert run(root, work).returncode == 0
    live = (work / "public/current").readlink()
    (root / HOUSE_FILE).write_text("words: {}\n", encoding="utf-8")
    done = run(root, work)
    assert (done.returncode, HOUSE_FILE in done.stdout) == (1, True)
    assert run(root, work, "--rollback").returncode == 1
    assert (work / "public/current").readlink() == live


def test_a_withdrawal_waits_for_no_word(work):
    root = work / "content"
    approve_house(root)
    assert run(root, work).returncode == 0
    rename(root, "Kinh tế xóm bịa")
    assert run_command(root, "withdraw", "bai-sen/gop-von-xoay-vong-to-hai", "--reason", "sai-su-that").returncode == 0

    assert run(root, work).returncode == 0

    assert "data-withdrawn" in page(work, "mo-hinh/bai-sen/gop-von-xoay-vong-to-hai")
    assert not (work / "public/current/bo-suu-tap").exists()


def test_row_59_a_rollback_brings_no_word_back_that_was_changed_or_taken_away_since(work):
    """What readers must not find again stays within nobody's reach: the release that says it is deleted."""
    root = work / "content"
    approve_house(root)
    assert run(root, work).returncode == 0
    rename(root, "Kinh tế xóm bịa")
    approve_house(root)

    back = run(root, work, "--rollback")

    assert back.returncode == 1
    assert "từ ngữ của trang đã bỏ, đã đổi hoặc chưa được duyệt: fields/kinh-te/name" in back.stderr

    done = run(root, work)
    assert "Đã xóa bản cũ còn chứa điều không được công khai nữa" in done.stdout
    assert run(root, work, "--rollback").returncode == 1


def test_a_rollback_across_a_new_word_is_no_hindrance(work):
    root = work / "content"
    approve_house(root)
    assert run(root, work).returncode == 0
    file = root / "taxonomy" / "levels.yml"
    file.write_text(file.read_text(encoding="utf-8") + "- {slug: them, name: Cấp thêm}\n", encoding="utf-8")
    approve_house(root)
    assert "levels/them/name: mới: “Cấp thêm”" in run(root, work).stdout
    done = run(root, work, "--rollback")
    assert done.returncode == 0, done.stderr


def test_a_release_names_each_approved_story_that_waits_for_a_name(work):
    root = work / "content"
    approve_house(root)
    methods, story = root / "taxonomy" / "methods.yml", root / "models" / "bai-sen" / "moi" / "index.md"
    methods.write_text(methods.read_text(encoding="utf-8") + "- {slug: moi, name: Cách mới bịa}\n", encoding="utf-8")
    story.parent.mkdir(parents=True)
    story.write_text(GOOD_STORY.replace("[tu-quan]", "[moi]"), encoding="utf-8")
    approve(story)

    done = run(root, work)

    assert done.returncode == 3
    assert f"{story}:1:1" in done.stderr
    assert "methods/moi" in done.stderr
    assert not (work / "public/current/mo-hinh/bai-sen/moi").exists()
    assert (work / "public/current/mo-hinh/bai-sen/gop-von-xoay-vong-to-hai").exists()
