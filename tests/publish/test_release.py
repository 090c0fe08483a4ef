"""Whole releases, as people run them: ``python -m scripts release``, killed, crowded, short of room, elsewhere."""

import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from scripts.publish.disk.lock import only_one
from scripts.publish.disk.our_folder import WORKPLACE, claim
from scripts.publish.disk.own_key import seal_by
from scripts.publish.engine import Engine
from scripts.publish.gate.gate import Expectation, check_site
from scripts.publish.releases.contents import CONTENTS
from scripts.publish.releases.kept_releases import LOCK
from scripts.publish.releases.manifest import MANIFEST, compare, digest_files, load_manifest, manifest_of
from scripts.source.approval.revoked import REVOKED_FILE, Act, RevocationKind, seals_in, with_revoked
from scripts.source.library import load_library
from tests.commands import run as run_command
from tests.commands import run_alone, words_of
from tests.conftest import APPROVED, GOOD_STORY, MADE_UP, TODAY, approve
from tests.made_up import ROOT
from tests.sites import give_fonts

URL = "https://example.org/"
TAKEN = "bài đã gỡ, đã thu hồi, chưa được duyệt hoặc đang có lỗi"


def words(work, *arguments):
    """Return the words of ``release`` in ``work``; without arguments it publishes."""
    return "release", "--out", work / "public", "--build", work / "build", *(arguments or ("--site-url", URL))


def command(content, work):
    """Return what starts a release as a process of its own."""
    return [sys.executable, "-m", "scripts", *words_of(content, words(work))]


def run(content, work, *arguments):
    return run_command(content, *words(work, *arguments))


def released(content, work):
    """Publish, and return the folder that is live."""
    done = run(content, work)
    assert done.returncode == 0, done.stdout + done.stderr
    return (work / "public/current").resolve()


@pytest.fixture(scope="module")
def first_release(tmp_path_factory):
    """One release of ``tests/content`` with its workplace, made once; only copies of it are touched."""
    work = tmp_path_factory.mktemp("first")
    give_fonts(work / "build")
    released(MADE_UP, work)
    return work


@pytest.fixture
def work(tmp_path, first_release):
    """A place where ``tests/content`` is live."""
    return Path(shutil.copytree(first_release, tmp_path / "work", symlinks=True))


def rewrite(content, number):
    """Approve another text of a story: the next release differs in pages, index and manifest.

    As the command does it, the seal before is listed as replaced.
    """
    file = content.folder("bai-doi") / "index.md"
    before = seals_in(file.read_text(encoding="utf-8")) if file.exists() else ()
    content.write_story(GOOD_STORY.replace("ba ngày", f"{number} ngày"), slug="bai-doi")
    approve(file)
    listed, act = content.root / REVOKED_FILE, Act(date(2026, 11, 20), RevocationKind.SUPERSEDED)
    if (text := with_revoked(listed, content.load().revoked, ["bai-sen/bai-doi"], before, act)) is not None:
        listed.write_text(text, encoding="utf-8")


# ---- row 49: killed at any moment


class Reader(threading.Thread):
    """Reads as a visitor does, every 2 ms: where the link leads, then the manifest and three files there."""

    FILES = ("index.html", "assets/index/index.json", "assets/css/site.css")

    def __init__(self, public):
        super().__init__()
        self._public = public
        self._done = threading.Event()
        self.whole = 0
        self.bad = []
        self.seen = set()

    def run(self):
        while not self._done.wait(0.002):
            try:
                live = self._public / (self._public / "current").readlink()
                said = load_manifest(live)
                for name in self.FILES:
                    assert hashlib.sha256((live / name).read_bytes()).hexdigest() == said[name], name
                self.seen.add(live.name)
                self.whole += 1
            except Exception as error:  # noqa: BLE001 - whatever a reader meets is what the test is about
                self.bad.append(repr(error))

    def stop(self):
        self._done.set()
        self.join()


@pytest.mark.slow
def test_row_49_every_read_is_whole_through_25_releases_killed_at_random_moments(work, made_up_content):
    """Signal 9 to the whole group, or to the parent alone, whose MkDocs then goes on writing; one in six is spared."""
    chance = random.Random(49)
    content, public = made_up_content.root, work / "public"
    reader = Reader(public)
    reader.start()
    ended = []
    for number in range(1, 26):
        rewrite(made_up_content, number)
        began = time.monotonic()
        process = subprocess.Popen(
            command(content, work),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if number % 6 == 1:
            process.wait(120)
            whole_run = time.monotonic() - began
        else:
            try:
                process.wait(chance.uniform(0, whole_run))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL) if number % 2 else process.kill()
        ended.append(process.wait())
        assert not compare(public / "current"), "what is live is whole, not only what was read of it"
    reader.stop()
    assert reader.bad == []
    assert reader.whole > 25
    assert len(reader.seen) > 1, "it read more than one release"
    assert ended.count(-signal.SIGKILL) >= 5, ended
    assert set(ended) == {0, -signal.SIGKILL}, "a run that nobody kills goes through, whatever the one before left"
    live = released(content, work)
    assert not compare(live)
    names = [path.name for path in (public / "releases").iterdir()]
    assert len(names) <= 3
    assert not [name for name in names if name.startswith(".")]
    assert "25 ngày" in (live / "mo-hinh/bai-sen/bai-doi/index.html").read_text(encoding="utf-8")


def test_row_49_a_full_disk_leaves_the_old_release_and_is_told_in_vietnamese(tmp_path, first_release, made_up_content):
    """A small tmpfs, filled to a few last kilobytes; then room again, and the release goes through."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small disk here; test_release_steps.py has the refusing disk")
    try:
        rewrite(made_up_content, 1)
        for work in (disk / "with-the-workplace", disk / "without"):
            shutil.copytree(first_release, work, symlinks=True)
            live = (work / "public/current").resolve()
            filler = disk / "filler"
            filler.write_bytes(bytes(shutil.disk_usage(disk).free - 150_000))
            build = work / "build" if work.name == "with-the-workplace" else tmp_path / "build"
            done = run(made_up_content.root, work, "--site-url", URL, "--build", build)
            assert done.returncode == 1
            assert "Đĩa đã đầy" in done.stderr
            assert "Bản đang công khai vẫn giữ nguyên." in done.stderr
            assert "Traceback" not in done.stdout + done.stderr
            assert (work / "public/current").resolve() == live
            assert not compare(live)
            assert [path.name for path in (work / "public/releases").iterdir()] == [live.name]
            filler.unlink()
        assert released(made_up_content.root, work) != live
    finally:
        subprocess.run(["umount", str(disk)], check=True)


# ---- row 50: two at once


def test_row_50_of_two_releases_at_once_one_refuses(work, made_up_content):
    live = (work / "public/current").resolve()
    rewrite(made_up_content, 1)
    with only_one(work / "public" / LOCK):
        done = run(made_up_content.root, work)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"Đang có một lần chạy khác ở đây (tiến trình {os.getpid()} của " in done.stderr
        assert "Traceback" not in done.stderr
        assert (work / "public/current").resolve() == live
    pair = [
        subprocess.Popen(command(made_up_content.root, work), cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[1] for process in pair]
    assert sorted(process.returncode for process in pair) == [0, 2], said
    assert not compare(work / "public/current")


def test_row_50_a_build_and_a_release_do_not_share_a_workplace(tmp_path, made_up_content):
    """Else a preview that stages drafts could slip them under a release of the same moment."""
    claim(tmp_path / "build", WORKPLACE)
    with only_one(tmp_path / "build/.lock"):
        done = run(made_up_content.root, tmp_path)
        built = run_command(made_up_content, "build", "--out", tmp_path / "site", "--build", tmp_path / "build")
    for process in (done, built):
        assert process.returncode == 2
        assert "Hãy chờ xong rồi chạy lại." in process.stderr
    assert not (tmp_path / "site").exists()
    assert not (tmp_path / "public/current").exists()


# ---- row 52: the same bytes


IN_ANOTHER_YEAR = """
import sys
from datetime import datetime
import scripts.__main__ as program
class Later(datetime):
    @classmethod
    def now(cls, zone):
        return cls(2031, 3, 1, 23, 30, tzinfo=zone)
program.datetime = Later
sys.exit(program.main(sys.argv[1:]))
"""


def clone(source, target, names):
    """Copy what a release reads, in another order of files, all of them dated 2001."""
    files = [path for name in names for path in [source / name, *(source / name).rglob("*")] if path.is_file()]
    for path in sorted((p for p in files if "__pycache__" not in p.parts), reverse=True):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (1_000_000_000, 1_000_000_000))


def test_row_52_two_clones_give_one_manifest(tmp_path, work, made_up_content):
    """Another path, year, time zone, locale, hash seed, umask, order and date of files: the same bytes."""
    rewrite(made_up_content, 1)
    here = released(made_up_content.root, work)
    other = tmp_path / "nơi khác" / "sâu hơn"
    clone(ROOT, other, ["scripts", "docs", "theme", "mkdocs.yml"])
    clone(made_up_content.root.parent, other, ["content"])
    arguments = words_of("content", words(Path()))
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_YEAR, *arguments],
        cwd=other,
        env={**os.environ, "TZ": "America/Caracas", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "5"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        umask=0o077,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    there = (other / "public/current").resolve()
    assert (there / MANIFEST).read_bytes() == (here / MANIFEST).read_bytes()
    assert there.name.split("-")[1] == here.name.split("-")[1]
    assert not compare(there)


# ---- row 45 and 46: over the command line


def test_what_was_taken_down_cannot_be_rolled_back_to(work, made_up_content):
    """The story is edited after its approval: a draft again. The release before still has the approved text."""
    rewrite(made_up_content, 1)
    released(made_up_content.root, work)
    rewrite(made_up_content, 2)
    live = released(made_up_content.root, work)
    file = made_up_content.root / "models/bai-sen/bai-doi/index.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Tổ Ba cùng", "Tổ Bốn cùng"), encoding="utf-8")
    done = run(made_up_content.root, work, "--rollback")
    assert done.returncode == 1
    assert f"bản ấy còn {TAKEN}: mo-hinh/bai-sen/bai-doi/." in done.stderr
    assert (work / "public/current").resolve() == live
    again = run(made_up_content.root, work)
    assert again.returncode == 0
    assert "Đã xóa bản cũ còn chứa điều không được công khai nữa: " in again.stdout
    left = sorted((work / "public/releases").iterdir())
    assert left[1:] == [(work / "public/current").resolve()], "the two between are gone"
    assert not list((work / "public").rglob("bai-doi/*")), "the first never had the story"


def test_row_45_withdraw_then_release_then_nothing_of_it_is_within_reach(work, made_up_content):
    """The command that withdraws, and a shelf with two releases that have the story."""
    content = made_up_content.root
    rewrite(made_up_content, 1)
    released(content, work)
    rewrite(made_up_content, 2)
    live = released(content, work)
    words = ("Tổ Ba cùng nhau vét kênh", "chia nhau từng đoạn kênh")
    told = (live / "mo-hinh/bai-sen/bai-doi/index.html").read_text("utf-8")
    assert all(said in told for said in words)
    why = ("--reason", "nguoi-trong-bai-de-nghi", "--date", "2026-11-24")
    done = run_command(content, "withdraw", content / "models/bai-sen/bai-doi", *why)
    assert done.returncode == 0, done.stderr
    assert run(content, work, "--rollback").returncode == 1
    assert (work / "public/current").resolve() == live
    now = released(content, work)
    pages = "".join(path.read_text("utf-8") for path in (work / "public").rglob("*.html"))
    assert not [said for said in words if said in pages]
    assert "data-withdrawn" in (now / "mo-hinh/bai-sen/bai-doi/index.html").read_text("utf-8")
    assert "bai-doi" not in (now / CONTENTS).read_text("utf-8")
    another = made_up_content.write_story(GOOD_STORY, slug="bai-khac")
    approve(another)
    released(content, work)
    assert run(content, work, "--rollback").returncode == 0, "the polite page does not stand in the way"
    assert (work / "public/current").resolve() == now


def test_a_finished_release_held_to_the_gate_again_passes(first_release):
    """What a release adds (smaller forms, manifest, lists) is known to the gate."""
    expected = Expectation(drafts_allowed=False, site_url=URL)
    assert check_site(first_release / "public/current", expected) == []


def test_a_rollback_and_what_it_says(tmp_path, work, made_up_content):
    assert "Không có bản phát hành nào trước" in run(made_up_content.root, tmp_path, "--rollback").stderr
    assert not (tmp_path / "public").exists()
    rewrite(made_up_content, 1)
    first = released(made_up_content.root, work)
    rewrite(made_up_content, 2)
    second = released(made_up_content.root, work)
    done = run(made_up_content.root, work, "--rollback")
    assert done.returncode == 0
    assert done.stdout == (
        f"Đã quay về bản {first.name} (trước đó là {second.name}).\n"
        "Các bài trở lại bản chữ đã duyệt trước đây: mo-hinh/bai-sen/bai-doi/.\n"
    )
    assert (work / "public/current").resolve() == first


# ---- the command


def test_only_public_stories_are_released_and_the_second_time_says_that_nothing_changed(work, made_up_content):
    live = (work / "public/current").resolve()
    stories = load_library(made_up_content.root, TODAY).stories
    public = {story.key for story in stories if not story.draft}
    assert public == {APPROVED} != {story.key for story in stories}
    assert {
        page.parent.relative_to(live / "mo-hinh").as_posix() for page in live.glob("mo-hinh/*/*/index.html")
    } == public
    assert "noindex" not in (live / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{URL}">' in (live / "index.html").read_text(encoding="utf-8")
    assert (live / ".edition").read_text() == "public\n"
    done = run(made_up_content.root, work)
    assert done.returncode == 0
    assert done.stdout == f"Không có gì đổi: bản {live.name} vẫn đang công khai, 1 bài.\n"


def test_a_story_with_a_problem_is_left_out_the_others_are_released(work, made_up_content):
    rewrite(made_up_content, 1)
    made_up_content.write_story(GOOD_STORY.replace("title:", "titel:", 1))
    done = run(made_up_content.root, work)
    live = (work / "public/current").resolve()
    assert done.returncode == 3
    assert "bai-thu/index.md:2:1: " in done.stderr
    assert "1 nơi nêu trên bị để lại" in done.stderr
    assert f"Đã phát hành bản {live.name}: 2 bài." in done.stdout
    assert (live / "mo-hinh/bai-sen/bai-doi/index.html").exists()
    assert not (live / "mo-hinh/bai-sen/bai-thu").exists()


def test_a_public_story_that_somebody_doubts_leaves_the_site_and_is_told(work, made_up_content):
    """One question more, and neither the new release nor an earlier one has it."""
    file = made_up_content.root / "models" / APPROVED / "index.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\n---\n", "\nto_verify: [{about: figure, text: Ai đếm}]\n---\n", 1), "utf-8")
    assert (work / "public/current/mo-hinh" / APPROVED / "index.html").exists()

    done = run(made_up_content.root, work)

    assert done.returncode == 0
    assert f"1 bài đã duyệt còn điều phải kiểm lại nên tạm rút: {file}.\n" in done.stdout
    assert not list((work / "public").rglob(f"{APPROVED}/index.html"))


def test_a_withheld_story_is_left_out_and_told(work, made_up_content):
    file = made_up_content.root / "models/cu-lao/ong-lai-do-giu-ben/index.md"
    file.write_text(file.read_text(encoding="utf-8").replace("name: true", "name: false", 1), encoding="utf-8")
    done = run(made_up_content.root, work)
    assert done.returncode == 3
    assert "[consent-missing]" in done.stderr
    assert "1 nơi nêu trên bị để lại" in done.stderr


@pytest.mark.parametrize(("name", "text"), [("withdrawn.yml", "- ["), ("taxonomy/fields.yml", "{}")])
def test_what_every_page_depends_on_stops_the_release(work, made_up_content, name, text):
    live = (work / "public/current").resolve()
    rewrite(made_up_content, 1)
    (made_up_content.root / name).write_text(text, encoding="utf-8")
    for words in ((), ("--rollback",)):
        done = run(made_up_content.root, work, *words)
        assert done.returncode == 1
        assert name in done.stdout
        assert (work / "public/current").resolve() == live


def test_a_copy_is_verified_and_each_difference_named(work, made_up_content):
    live = (work / "public/current").resolve()
    copy = work / "bản sao"
    shutil.copytree(live, copy)
    done = run(made_up_content.root, work, "--verify", copy, "--expect", live.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nguyên vẹn: ")
    (copy / "index.html").chmod(0o000)
    done = run(made_up_content.root, work, "--verify", copy, "--expect", live.name)
    assert (done.returncode, done.stdout) == (1, "máy chủ web không đọc được: index.html\n")
    assert done.stderr == f"Các tệp khớp SHA256SUMS nhưng chưa mở quyền đọc. Hãy chạy: chmod -R a+rX “{copy}”\n"
    (copy / "index.html").chmod(0o644)
    (copy / "index.html").write_text("x")
    (copy / "404.html").unlink()
    (copy / "::error::\x1b[2J.html").write_text("x")
    done = run(made_up_content.root, work, "--verify", copy)
    assert done.returncode == 1
    assert done.stdout == (
        "thiếu: 404.html\nthừa: \\u{3a}\\u{3a}error\\u{3a}\\u{3a}\\u{1b}[2J.html\nbị đổi: index.html\n"
    )
    (copy / MANIFEST).unlink()
    assert "không có tệp SHA256SUMS đúng dạng" in run(made_up_content.root, work, "--verify", copy).stderr
    assert run(made_up_content.root, work, "--verify", work / "không có").returncode == 2


def test_row_60_a_release_edited_by_hand_with_its_sums_made_anew_is_refused_with_a_sentence(work, made_up_content):
    """The one that is live, the one before, and a copy of another name, which cannot tell by itself."""
    content, first = made_up_content.root, (work / "public/current").resolve()
    assert run(content, work, "--verify", work / "public/current").stdout.startswith("Nguyên vẹn: ")
    (first / "index.html").write_text("Lời không ai duyệt.", encoding="utf-8")
    (first / MANIFEST).write_text(manifest_of(digest_files(first)), encoding="utf-8")
    anew = "SHA256SUMS không còn là danh sách lúc phát hành: có người đã sửa tệp rồi làm lại danh sách.\n"
    copy = work / "bản sao"
    shutil.copytree(first, copy)
    for said in (
        run(content, work, "--verify", work / "public/current"),
        run(content, work, "--verify", copy, "--expect", first.name),
        run(content, work, "--verify", copy, "--expect", first.name.partition("-")[2].upper()),
    ):
        assert (said.returncode, said.stdout) == (1, "bị đổi: SHA256SUMS\n")
        assert said.stderr == f"{anew}Hãy chép lại từ nơi phát hành.\n"
    unsure = run(content, work, "--verify", copy)
    assert (unsure.returncode, unsure.stdout) == (1, "")
    assert "chưa biết danh sách ấy có bị làm lại hay không" in unsure.stderr
    assert "Hãy thêm --expect" in unsure.stderr
    rewrite(made_up_content, 1)
    live = released(content, work)
    back = run(content, work, "--rollback")
    assert (back.returncode, back.stdout) == (1, "")
    assert back.stderr.endswith(f"nên không quay về; chưa đổi gì.\nbị đổi: SHA256SUMS\n{anew}")
    assert (work / "public/current").resolve() == live


def test_row_59_words_that_were_taken_away_come_back_by_no_rollback_and_are_named(work, made_up_content):
    """A collection that was deleted, a record of what was run that was corrected, an approval that was taken back."""
    content = made_up_content.root
    record = content / "coverage/mot.yml"
    record.parent.mkdir()
    heard = f"story: {APPROVED}\noutlet: Báo bịa\ndate: 2026-11-01\ntitle: Chuyện góp vốn\n"
    record.write_text(heard, encoding="utf-8")
    rewrite(made_up_content, 1)
    released(content, work)
    made_up_content.write_story(GOOD_STORY.replace("Tổ Ba cùng", "Tổ Tư cùng"), slug="bai-khac")
    approve(content / "models/bai-sen/bai-khac/index.md")
    live = released(content, work)

    (content / "collections/gop-suc-ma-lam.md").unlink()
    record.write_text(heard.replace("Chuyện góp vốn", "Chuyện góp vốn ở Biển Mây"), encoding="utf-8")
    revoke = run_command(content, "approve", "--revoke", "bai-sen/bai-doi", "--reason", "sai-su-that")
    assert revoke.returncode == 0, revoke.stderr
    back = run(content, work, "--rollback")

    assert (back.returncode, back.stdout) == (1, "")
    assert back.stderr.endswith(
        f": bản ấy còn {TAKEN}: mo-hinh/bai-sen/bai-doi/; "
        "bộ sưu tập đã bỏ, đã đổi hoặc chưa được duyệt: bo-suu-tap/gop-suc-ma-lam/; "
        f"lượt đăng, phát đã bỏ hoặc đã đổi, của bài: mo-hinh/{APPROVED}/. Chưa đổi gì. Hãy phát hành bản mới.\n"
    )
    assert (work / "public/current").resolve() == live
    now = released(content, work)
    assert list((work / "public/releases").iterdir()) == [now], "nothing of it is within reach any more"


@pytest.mark.parametrize("name", ["withdrawn.yml", "revoked.yml", "house-approval.yml"])
def test_beside_a_list_that_cannot_be_read_nothing_is_released_and_nothing_gone_back_to(name, work, made_up_content):
    """What must not be public is not known then; with one release only, a rollback would say that there is none."""
    content, live = made_up_content.root, (work / "public/current").resolve()
    (content / name).write_text("- {hỏng", encoding="utf-8")
    for arguments in (["--site-url", URL], ["--rollback"]):
        done = run(content, work, *arguments)
        assert done.returncode == 1
        assert f"{content / name}:1:" in done.stdout
        assert "hưa " in done.stderr
        assert "Không có bản phát hành nào" not in done.stderr
        assert (work / "public/current").resolve() == live


def test_a_release_named_in_the_old_way_is_said(work, made_up_content):
    first = (work / "public/current").resolve()
    rewrite(made_up_content, 1)
    live = released(made_up_content.root, work)
    first.rename(first.with_name(first.name[:17]))
    done = run(made_up_content.root, work, "--rollback")
    assert done.returncode == 1
    assert "tên đặt theo lối cũ" in done.stderr
    assert (work / "public/current").resolve() == live


@pytest.mark.parametrize(
    "arguments",
    [
        ["--keep", "3"],
        ["--site-url", URL, "--expect", "0" * 64],
        ["--verify", ".", "--expect", "0" * 12],
        ["--site-url", "javascript:alert(1)"],
        ["--site-url", "example.org"],
        ["--site-url", URL, "--keep", "0"],
        ["--rollback", "--verify", "x"],
    ],
)
def test_wrong_use(tmp_path, made_up_content, arguments):
    done = run(made_up_content.root, tmp_path, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "public").exists()


# ---- row 54


def test_row_54_the_engine_is_strict_and_never_quiet(tmp_path, monkeypatch):
    """``mkdocs build -q --strict`` ends with 0 on broken links: warnings that nobody hears are not counted."""
    seen = []

    def hear(words, **_):
        seen.extend(words)
        return subprocess.CompletedProcess(words, 0, "", "")

    monkeypatch.setattr(subprocess, "run", hear)
    site = load_library(MADE_UP, TODAY).taxonomy.site
    Engine(ROOT / "mkdocs.yml", site, "public", 0).build(tmp_path / "docs", tmp_path / "out")
    assert "--strict" in seen
    assert not [word for word in seen if word in {"-q", "--quiet"} or (word[:1] == "-" != word[1:2] and "q" in word)]


def test_row_54_a_broken_link_on_a_hand_written_page_stops_the_engine(tmp_path, work):
    """Not only the words of the command: the engine as it is run here does refuse."""
    other = tmp_path / "clone"
    clone(ROOT, other, ["scripts", "docs", "theme", "mkdocs.yml"])
    page = other / "docs/gioi-thieu.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[Hỏng](khong-co.md)\n", encoding="utf-8")
    done = run_alone(MADE_UP, *words(work), cwd=other)
    assert done.returncode == 1
    assert "khong-co.md" in done.stderr
    assert not compare(work / "public/current")
    assert len(list((work / "public/releases").iterdir())) == 1


# ---- row 82: what was kept by somebody else


def poisoned(cache):
    """Put a lie in the place of everything that is kept, with the right names and the seals of a stranger's key."""
    stranger, lie, spoilt = bytes(range(32)), b'"Loi khong ai duyet"', 0
    for file in (path for path in cache.rglob("*") if path.is_file()):
        if file.suffix == ".sqlite":
            with closing(sqlite3.connect(file)) as connection, connection:
                for (key,) in connection.execute("select key from kept").fetchall():
                    sealed = seal_by(stranger, file.name, hashlib.sha256(key.encode()).digest(), lie)
                    connection.execute("update kept set value = ?, seal = ? where key = ?", (lie, sealed, key))
                    spoilt += 1
        else:
            file.write_bytes(seal_by(stranger, file.parent.name, bytes.fromhex(file.name), lie) + lie)
            spoilt += 1
    return spoilt


def test_row_82_a_poisoned_cache_changes_nothing_that_is_published(work, made_up_content):
    """As a CI job might restore it from the run of a pull request."""
    live = (work / "public/current").resolve()
    assert {path.name for path in (work / "build/cache").iterdir()} >= {"fonts", "kits-public", "share-images.sqlite"}
    assert poisoned(work / "build/cache") > 10
    done = run(made_up_content.root, work)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Không có gì đổi: bản {live.name} vẫn đang công khai, 1 bài.\n"
