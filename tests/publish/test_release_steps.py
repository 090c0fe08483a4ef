"""What one release does, step by step, in this process; a stand-in for the engine makes it quick."""

import errno
import hashlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import brotli
import pytest

from scripts.catalog.catalog import Edition
from scripts.publish.build import BuildReport, Workplace, catalog_of
from scripts.publish.disk.lock import BusyError, only_one
from scripts.publish.disk.our_folder import NotOursError
from scripts.publish.releases import release
from scripts.publish.releases.contents import (
    BROADCAST,
    COLLECTION,
    CONTENTS,
    REPORT,
    STORY,
    UNKNOWN,
    WORD,
    MayBeTold,
    contents_list,
    load_contents,
    may_be_told,
)
from scripts.publish.releases.kept_releases import LOCK, open_releases
from scripts.publish.releases.manifest import (
    MANIFEST,
    Differences,
    ManifestError,
    compare,
    digest_files,
    digest_of_manifest,
    load_manifest,
    manifest_of,
)
from scripts.publish.releases.precompress import precompress
from scripts.publish.releases.release import RollbackError, release_site, roll_back
from scripts.publish.staging import Changes
from scripts.source.approval.revoked import Revocation, RevokedSeals
from scripts.source.house_texts.collection import Collection, CollectionFront
from scripts.source.house_texts.report import Report
from scripts.source.house_texts.report_keys import ReportFront
from scripts.source.library import Library
from scripts.source.problems.problem import START, problem_at
from scripts.source.problems.registry.site import BROKEN_LINK
from scripts.source.schema.story_parts import Coverage
from scripts.source.text.body import Body
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import parse_yaml
from scripts.source.vocabulary.house_words import words_in
from scripts.source.vocabulary.taxonomy import Vocabulary
from tests.made_up import TODAY, house_of, made_up_story, made_up_taxonomy

LONG = "<p>Cả tổ ngồi lại, bàn từng việc, rồi chia nhau làm.</p>\n" * 40


def stand_in(library, taxonomy, edition, _place, fresh):
    """Do what ``build_edition`` does as far as a release can see: a page a story, and two files that never change."""
    catalog = catalog_of(library, taxonomy, edition)
    files = {"index.html": f"{LONG}{len(catalog.stories)}", "assets/site.css": LONG, "assets/dot.png": "\x00"}
    files |= {f"mo-hinh/{s.key}/index.html": f"{s.front.title}\n{s.body.source.text}" for s in catalog.stories}
    for name, text in files.items():
        (fresh / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).write_text(text, encoding="utf-8")
    return BuildReport(catalog, Changes(), len(files), ())


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(release, "build_edition", stand_in)
    return Workplace(tmp_path, tmp_path / "build", tmp_path / "public", "https://example.org/")


TAXONOMY = made_up_taxonomy()
ONE, TWO, THREE = (made_up_story(slug, approved=True) for slug in ("mot", "hai", "ba"))
TWO_AGAIN = made_up_story("hai", approved=True, body="## Cách làm\n\nChữ đã sửa rồi duyệt lại.\n")


OLD_FORM = "0123456789ab"
"""The end of a release's name before names carried the whole hash."""


def replaced(*stories):
    """Return the seals of ``stories`` as a list that says another approval took their place."""
    return RevokedSeals(
        tuple(
            Revocation(story=story.key, digest=story.front.approval.digest, date=TODAY, kind="superseded")
            for story in stories
        )
    )


def publish(place, *stories, keep=3, **others):
    return release_site(library_of(stories, **others), TAXONOMY, place, keep)


def library_of(stories, *, collections=(), reports=(), earlier=(), approved=None):
    """Return a library in which the house approved collections and reports, or only those that are ``approved``."""
    house = house_of(TAXONOMY, (*collections, *reports) if approved is None else approved)
    others = {"collections": tuple(collections), "reports": tuple(reports)}
    return Library(stories, TAXONOMY, (), revoked=replaced(*earlier), house=house, **others)


def publish_many(place, count):
    """Make ``count`` releases, each with the same stories and another front page; return their names."""
    names = []
    for number in range(count):
        drafts = [made_up_story(f"to-{n}", approved=True) for n in range(number + 1)]
        names.append(publish(place, *drafts).name)
    return names


def shelf_of(place):
    return sorted(path.name for path in (place.out / "releases").iterdir())


def current(place):
    return (place.out / "current").readlink().name


def may_be_public(*stories, **others):
    library = library_of(stories, **others)
    return may_be_told(catalog_of(library, TAXONOMY, Edition.PUBLIC), library.revoked)


# ---- one release


def test_the_link_leads_to_a_whole_release(place):
    released = publish(place, ONE)
    live = place.out / "current"
    assert live.readlink() == Path("releases", released.name), "relative: the folder may be moved or mounted elsewhere"
    assert not compare(live)
    assert (live / f"mo-hinh/{ONE.key}/index.html").is_file()
    assert released.name == f"0001-{hashlib.sha256((live / MANIFEST).read_bytes()).hexdigest()}"
    assert shelf_of(place) == [released.name]


def test_sha256sum_itself_agrees_with_the_manifest(place):
    publish(place, ONE)
    done = subprocess.run(
        ["sha256sum", "--strict", "--quiet", "-c", MANIFEST],
        cwd=place.out / "current",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    found = {p.relative_to(place.out / "current").as_posix() for p in (place.out / "current").rglob("*") if p.is_file()}
    assert set(load_manifest(place.out / "current")) == found - {MANIFEST}


def test_the_manifest_is_sorted_by_bytes_and_names_no_strange_file():
    text = manifest_of({"b/a": "0" * 64, "B": "1" * 64, "a": "2" * 64, "đ": "3" * 64})
    assert [line[66:] for line in text.splitlines()] == ["B", "a", "b/a", "đ"]
    for name in ("a\nb", "a\\b", ""):
        with pytest.raises(ValueError, match="not a public file"):
            manifest_of({name: "0" * 64})
    with pytest.raises(ValueError, match="not a public file"):
        manifest_of({"link": ""})


def test_releasing_the_same_again_changes_nothing(place):
    first = publish(place, ONE)
    before = {path: path.lstat().st_mtime_ns for path in place.out.rglob("*") if path.name != LOCK}
    again = publish(place, ONE)
    assert (again.name, again.unchanged) == (first.name, True)
    kept = {path: path.lstat().st_mtime_ns for path in place.out.rglob("*") if path.name != LOCK}
    assert {p: t for p, t in kept.items() if p.name != "releases"} == {
        p: t for p, t in before.items() if p.name != "releases"
    }


def test_a_live_release_that_was_damaged_is_replaced(place):
    """The same content again, but the disk has lost a byte: it is no longer the same release."""
    first = publish(place, ONE)
    (place.out / "current/index.html").write_bytes(b"")
    again = publish(place, ONE)
    assert not again.unchanged
    assert again.name.split("-") == ["0002", first.name.split("-")[1]]
    assert not compare(place.out / "current")


def test_problems_of_the_gate_leave_live_what_is_live(place, monkeypatch):
    first = publish(place, ONE)
    bad = problem_at("site/index.html", START, BROKEN_LINK, target="a")
    monkeypatch.setattr(release, "build_edition", lambda *a: replace(stand_in(*a), problems=(bad,)))
    assert publish(place, ONE, TWO).report.problems == (bad,)
    assert current(place) == first.name
    assert shelf_of(place) == [first.name]


# ---- row 51: who may read it


def test_row_51_the_web_server_can_read_everything_under_umask_077(place):
    before = os.umask(0o077)
    try:
        publish(place, ONE)
    finally:
        os.umask(before)
    release_folder = (place.out / "current").resolve()
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [release_folder, *release_folder.rglob("*")]}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o755}
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o644}
    assert stat.S_IMODE(place.out.stat().st_mode) == stat.S_IMODE((place.out / "releases").stat().st_mode) == 0o755


@pytest.mark.parametrize("name", ["index.html", "assets/site.css.gz", "assets", ".", MANIFEST])
def test_row_83_what_the_web_server_may_not_read_is_not_called_intact(place, name):
    """Its sum is right, and root reads it: only the mode tells."""
    first = publish(place, ONE)
    live = (place.out / "current").resolve()
    (live / name).chmod(0o700 if (live / name).is_dir() else 0)
    assert compare(live) == Differences((), (), (), (f"{name}/" if name == "assets" else name,))
    again = publish(place, ONE)
    assert not again.unchanged
    assert again.name != first.name
    assert not compare(place.out / "current")


def test_row_83_nor_is_it_gone_back_to(place):
    first, _ = publish(place, ONE), publish(place, ONE, TWO)
    (place.out / "releases" / first.name / "index.html").chmod(0o600)
    with pytest.raises(RollbackError) as raised:
        roll_back(place.out, may_be_public(ONE, TWO))
    assert raised.value.differences.closed == ("index.html",)


def test_row_83_what_we_may_not_read_ourselves_is_changed_and_no_failure(place, monkeypatch):
    publish(place, ONE)
    live, opened = (place.out / "current").resolve(), Path.open
    closed = ["index.html"]

    def refuse(path, mode="r"):
        if path.name in closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert compare(live).changed == ("index.html", f"mo-hinh/{ONE.key}/index.html")
    closed.append(MANIFEST)
    with pytest.raises(ManifestError):
        compare(live)


# ---- dates: ETag and Last-Modified are made of them


def test_an_unchanged_file_keeps_its_date_and_a_changed_one_never_does(place):
    publish(place, ONE)
    old = place.out / "releases" / current(place)
    for path in old.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    publish(place, ONE, TWO)
    live = place.out / "current"
    css, page = (live / name for name in ("assets/site.css", "index.html"))
    assert css.stat().st_mtime == (live / "assets/site.css.br").stat().st_mtime == 1_700_000_000
    assert page.stat().st_size == (old / "index.html").stat().st_size, "size alone would not tell a cache"
    assert page.read_bytes() != (old / "index.html").read_bytes()
    assert page.stat().st_mtime > 1_700_000_000
    assert (live / "index.html.gz").stat().st_mtime > 1_700_000_000


# ---- row 49: power cut


def test_row_49_everything_is_on_the_disk_before_it_is_renamed_and_the_names_after(place, monkeypatch):
    """Synchronise every file and folder, rename, fsync of the folder; then the link the same way."""
    publish(place, ONE)
    done = []
    fsync, rename, move = os.fsync, Path.rename, Path.replace
    real = os.path.realpath
    monkeypatch.setattr(os, "fsync", lambda h: (done.append(("fsync", real(f"/proc/self/fd/{h}"))), fsync(h)))
    monkeypatch.setattr(Path, "rename", lambda s, to: (done.append(("rename", str(s), str(to))), rename(s, to))[1])
    monkeypatch.setattr(Path, "replace", lambda s, to: (done.append(("replace", str(to))), move(s, to))[1])
    name = publish(place, ONE, TWO).name
    out, live = place.out, place.out / "releases" / name
    (at,) = [n for n, step in enumerate(done) if step[0] == "rename" and step[2] == str(live)]
    fresh = Path(done[at][1])
    synced = {Path(step[1]) for step in done[:at]}
    assert synced >= {fresh / path.relative_to(live) for path in [live, *live.rglob("*")]}
    assert done[at + 1 : at + 4] == [
        ("fsync", str(out / "releases")),
        ("replace", str(out / "current")),
        ("fsync", str(out)),
    ]


@pytest.mark.parametrize("at", [1, 5, 12])
def test_row_49_a_disk_that_refuses_leaves_live_what_is_live(place, monkeypatch, at):
    first = publish(place, ONE)
    count = iter(range(1, 1000))

    def refuse(_):
        if next(count) == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space left"):
        publish(place, ONE, TWO)
    assert current(place) == first.name
    assert not compare(place.out / "current")
    assert shelf_of(place) == [first.name], "and the room is given back"


def release_killed_at(root, step):
    """Release in a child that is killed before it changes a name for the ``step``-th time.

    Return how it ended: ``-9``, or the number of steps it took when ``step`` is never reached.
    """
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    steps = 0

    def on_event(event, _):
        nonlocal steps
        if event in {"os.rename", "os.symlink", "os.rmdir"}:
            steps += 1
            if steps == step:
                os.kill(os.getpid(), signal.SIGKILL)

    try:
        sys.addaudithook(on_event)
        publish(Workplace(root, root / "build", root / "public", ""), ONE, TWO, THREE)
    finally:
        os._exit(steps)


def test_row_49_killed_before_each_rename_link_and_deletion(place, tmp_path):
    """Not at a random moment but at every step that changes a name: what is live is whole each time."""
    publish_many(place, 3)
    before = current(place)
    kept = tmp_path / "kept"
    shutil.copytree(place.out, kept / "public", symlinks=True)
    total = release_killed_at(kept, 0)
    assert current(Workplace(kept, kept, kept / "public")) != before
    assert total >= 6, "the name of the release, two of the link, and the deletion of the oldest"
    seen = set()
    for step in range(1, total + 1):
        root = tmp_path / f"step-{step}"
        shutil.copytree(place.out, root / "public", symlinks=True)
        assert release_killed_at(root, step) == -9
        live = root / "public/current"
        assert not compare(live), step
        seen.add(live.readlink().name == before)
        assert all(not compare(path) for path in (root / "public/releases").glob("[0-9]*")), "no half release"
        there = Workplace(root, root / "build", root / "public", "")
        after = publish(there, ONE, TWO, THREE)
        assert current(there) == after.name
        assert len(shelf_of(there)) <= 3, "what the killed run left is gone"
        assert not [name for name in shelf_of(there) if name.startswith(".")]
    assert seen == {True, False}, "some were killed before the swap and some after"


# ---- row 50: one at a time


def test_row_50_a_second_release_refuses_and_says_who_is_first(place):
    first = publish(place, ONE)
    with only_one(place.out / LOCK), pytest.raises(BusyError) as raised:
        publish(place, ONE, TWO)
    assert raised.value.holder.who.startswith(f"{os.getpid()} ")
    assert current(place) == first.name
    assert publish(place, ONE, TWO).name != first.name, "the lock ends with its holder"


def test_row_50_the_lock_of_a_killed_process_is_free(tmp_path):
    program = (
        "import os, signal, sys; from pathlib import Path; from scripts.publish.disk.lock import only_one\n"
        "with only_one(Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / LOCK)], cwd=Path(__file__).parents[2], check=False
    )
    assert done.returncode == -9
    with only_one(tmp_path / LOCK):
        pass


@pytest.mark.parametrize("what", ["a file in it", "current is a folder", "a file", "the site of a build"])
def test_a_folder_that_is_not_ours_is_left_alone(place, what):
    out = place.out
    if what == "a file":
        out.write_text("x")
    else:
        (out / "current").mkdir(parents=True) if what == "current is a folder" else out.mkdir()
        name = {"a file in it": "luan-van.docx", "current is a folder": LOCK, "the site of a build": ".edition"}[what]
        (out / name).write_text("x")
    before = sorted(place.root.rglob("*"))
    with pytest.raises(NotOursError):
        publish(place, ONE)
    assert sorted(place.root.rglob("*")) == before


# ---- what is kept


def test_three_releases_are_kept(place):
    names = publish_many(place, 5)
    assert shelf_of(place) == names[2:]
    assert current(place) == names[4]


def test_one_may_be_kept(place):
    """After an edit that protects somebody, the earlier texts can be made to go at once."""
    publish_many(place, 3)
    name = publish(place, ONE, keep=1).name
    assert shelf_of(place) == [name]


def test_the_current_release_is_never_pruned(place):
    """Not when only one may be kept, and not when nothing in it may be public any more."""
    names = publish_many(place, 3)
    stories = [made_up_story(f"to-{n}", approved=True) for n in range(3)]
    assert roll_back(place.out, may_be_public(*stories)).name == names[1]
    assert roll_back(place.out, may_be_public(*stories)).name == names[0]
    with open_releases(place.out) as shelf:
        shelf.prune(MayBeTold(frozenset()), keep=1)
    assert shelf_of(place) == [names[0]], "what was rolled back from goes; what is live stays"
    assert not compare(place.out / "current")


def test_a_release_that_was_rolled_back_from_is_not_gone_back_to(place):
    names = publish_many(place, 3)
    stories = [made_up_story(f"to-{n}", approved=True) for n in range(4)]
    roll_back(place.out, may_be_public(*stories))
    fourth = publish(place, *stories)
    assert shelf_of(place) == [*names[:2], fourth.name]
    assert roll_back(place.out, may_be_public(*stories)).name == names[1]


def test_what_killed_runs_left_is_swept(place):
    publish(place, ONE)
    for name in (".new-abc", f".old-0001-{OLD_FORM}"):
        (place.out / "releases" / name / "x").mkdir(parents=True)
    (place.out / ".current.new").symlink_to("nowhere")
    name = publish(place, ONE, TWO).name
    assert [entry for entry in shelf_of(place) if entry.startswith(".")] == []
    assert current(place) == name
    assert not (place.out / ".current.new").is_symlink()


# ---- row 45, in the releases that are kept: what was taken down stays down


def test_row_45_a_release_deletes_the_older_ones_that_hold_a_withdrawn_story(place):
    first, second = publish(place, ONE).name, publish(place, ONE, TWO).name
    released = publish(place, ONE)
    assert released.taken_down == (second,)
    assert shelf_of(place) == [first, released.name]
    assert not list(place.out.rglob(f"mo-hinh/{TWO.key}/*"))


def test_row_45_even_when_nothing_else_changed(place):
    """The run that took it down was killed before it deleted: the next one does."""
    publish(place, ONE, TWO)
    copy = place.root / "copy"
    shutil.copytree((place.out / "current").resolve(), copy)
    publish(place, ONE)
    shutil.copytree(copy, place.out / f"releases/0001-{OLD_FORM}")
    again = publish(place, ONE)
    assert (again.unchanged, again.taken_down) == (True, (f"0001-{OLD_FORM}",))


def test_row_45_a_rollback_never_brings_back_a_withdrawn_story(place):
    publish(place, ONE, TWO)
    name = publish(place, ONE, TWO, THREE).name
    with pytest.raises(RollbackError) as raised:
        roll_back(place.out, may_be_public(ONE, THREE))
    assert [(told.kind, told.key) for told in raised.value.returning] == [(STORY, TWO.key)]
    assert current(place) == name


def test_the_page_that_says_a_story_was_withdrawn_does_not_stand_in_the_way(place, monkeypatch):
    """Its address answers in both releases; the list of stories knows that it is no story."""

    def with_a_polite_page(*arguments):
        page = arguments[-1] / f"mo-hinh/{TWO.key}/index.html"
        page.parent.mkdir(parents=True)
        page.write_text("Bài này đã được gỡ.")
        return stand_in(*arguments)

    monkeypatch.setattr(release, "build_edition", with_a_polite_page)
    first, second = publish(place, ONE).name, publish(place, ONE, THREE).name
    assert shelf_of(place) == [first, second]
    assert roll_back(place.out, may_be_public(ONE, THREE)).name == first


def test_a_draft_of_today_is_not_brought_back_either(place):
    """Its approval no longer holds, or somebody withdrew consent: the catalog no longer calls it public."""
    publish(place, ONE, TWO)
    publish(place, ONE, TWO, THREE)
    draft = made_up_story("hai")
    assert draft.draft
    with pytest.raises(RollbackError):
        roll_back(place.out, may_be_public(ONE, draft, THREE))


def test_a_rollback_says_which_stories_return_to_an_earlier_text(place):
    first = publish(place, ONE, TWO).name
    second = publish(place, ONE, TWO_AGAIN, earlier=[TWO]).name
    done = roll_back(place.out, may_be_public(ONE, TWO_AGAIN, earlier=[TWO]))
    assert (done.left, done.name, done.older_texts) == (second, first, (TWO.key,))
    assert current(place) == first


def test_a_release_that_does_not_say_what_it_holds_is_not_gone_back_to(place):
    publish(place, ONE)
    publish(place, ONE, TWO)
    (old,) = set((place.out / "releases").iterdir()) - {(place.out / "current").resolve()}
    digests = load_manifest(old)
    (old / CONTENTS).unlink()
    text = manifest_of({k: v for k, v in digests.items() if k != CONTENTS})
    (old / MANIFEST).write_text(text)
    old.rename(old.with_name(f"0001-{digest_of_manifest(text.encode())}"))
    with pytest.raises(RollbackError) as raised:
        roll_back(place.out, may_be_public(ONE, TWO))
    assert [told.kind for told in raised.value.returning] == [UNKNOWN]


def test_a_story_whose_hour_was_put_off_is_not_brought_back_either():
    """It came out, then its embargo was moved: approved, and not public."""
    told = may_be_public(made_up_story("ba", approved=True, embargo="2026-12-01T06:00+07:00"))
    assert {one.kind for one in told.all} == {WORD}


ZERO = f"sha256:{'0' * 64}"


@pytest.mark.parametrize(
    "text",
    [
        "x\n",
        "story  sha256:0  a/b\n",
        f"{ZERO}  a/b\n",
        f"story  {ZERO}  a/b",
        f"story  {ZERO}  a/b\n\n",
        f"story  {ZERO}  a\rb\n",
        "\xff",
    ],
)
def test_a_malformed_list_is_no_list(tmp_path, text):
    (tmp_path / CONTENTS).write_bytes(text.encode("latin-1"))
    assert [told.kind for told in load_contents(tmp_path)] == [UNKNOWN]


def test_the_list_holds_stories_collections_reports_broadcasts_and_words_and_reads_back_the_same(tmp_path):
    told = may_be_public(HEARD, TWO, collections=[SERIES], reports=[COUNTED]).now
    (tmp_path / CONTENTS).write_text(contents_list(told))
    assert load_contents(tmp_path) == told
    kinds = [(one.kind, one.key) for one in sorted(told) if one.kind != WORD]
    texts = [(COLLECTION, "loat-bai"), (REPORT, "mot-huyen")]
    assert kinds == [(BROADCAST, ONE.key), *texts, (STORY, TWO.key), (STORY, ONE.key)]
    assert {one.key for one in told if one.kind == WORD} == set(words_in(made_up_taxonomy()))


# ---- row 59: words that were taken away come back by no rollback


HEARD = replace(ONE, logged=(Coverage(outlet="Đài bịa", date="2026-11-01", title="Chuyện góp vốn"),))
"""The same approved story, with what a newsroom ran."""


def collection(**keys):
    front = {"title": "Góp sức mà làm", "summary": "Hai chuyện bịa để thử máy, không có thật ở đâu cả, xin đừng trích."}
    front |= {"stories": (ONE.key, TWO.key), **keys}
    source = SourceText("", "content/collections/loat-bai.md")
    document = parse_yaml(source)[0]
    return Collection("loat-bai", CollectionFront(**front), Body((), "", source), source, document)


def report(**keys):
    front = {"title": "Huyện bịa công nhận 93 mô hình", "place": "bai-sen", "until": "2023"}
    front |= {"summary": "Ba năm liền huyện bịa này xét từng nơi rồi mới công nhận."}
    front |= {"figures": [{"act": "recognised", "value": "93", "unit": "mô hình"}]}
    front |= {"sources": [{"title": "Bài bịa", "publisher": "Đài bịa"}], **keys}
    source = SourceText("", "content/reports/mot-huyen.md")
    document = parse_yaml(source)[0]
    return Report("mot-huyen", ReportFront(**front), Body((), "", source), source, document)


SERIES, COUNTED = collection(), report()
QUESTION = {"about": "recognition", "text": "Quyết định nào công nhận?"}


def returning(place, *stories, **others):
    """Return what stops a rollback, after a look that nothing moved."""
    before = current(place)
    with pytest.raises(RollbackError) as raised:
        roll_back(place.out, may_be_public(*stories, **others))
    assert current(place) == before
    return [(told.kind, told.key) for told in raised.value.returning]


def test_row_59_a_text_whose_seal_was_revoked_is_not_brought_back(place):
    """The story is public, in another text; the one before was taken back, so it is not in the list of the replaced."""
    publish(place, ONE, TWO)
    publish(place, ONE, TWO_AGAIN, earlier=[TWO])
    assert returning(place, ONE, TWO_AGAIN) == [(STORY, TWO.key)]


def test_row_59_a_text_that_was_replaced_returns_only_while_its_story_is_public(place):
    publish(place, ONE, TWO)
    publish(place, ONE, TWO_AGAIN, THREE, earlier=[TWO])
    assert returning(place, ONE, THREE, earlier=[TWO]) == [(STORY, TWO.key)]


@pytest.mark.parametrize(
    "today",
    [
        {"collections": []},
        {"collections": [collection(summary="Hai chuyện bịa để thử máy, nay kể bằng lời khác hẳn lời cũ.")]},
        {"collections": [SERIES], "approved": []},
    ],
    ids=["deleted", "changed", "un-approved"],
)
def test_row_59_a_collection_that_was_taken_away_is_not_brought_back(place, today):
    publish(place, ONE, TWO, collections=[SERIES])
    publish(place, ONE, TWO, THREE, collections=[SERIES])
    assert returning(place, ONE, TWO, THREE, **today) == [(COLLECTION, "loat-bai")]
    assert roll_back(place.out, may_be_public(ONE, TWO, THREE, collections=[SERIES]))


@pytest.mark.parametrize(
    "today",
    [
        {"reports": []},
        {"reports": [report(figures=[{"act": "recognised", "value": "39", "unit": "mô hình"}])]},
        {"reports": [COUNTED], "approved": []},
        {"reports": [report(to_verify=[QUESTION])]},
    ],
    ids=["deleted", "changed", "un-approved", "doubted"],
)
def test_row_59_a_report_that_was_taken_away_is_not_brought_back(place, today):
    publish(place, ONE, TWO, reports=[COUNTED])
    publish(place, ONE, TWO, THREE, reports=[COUNTED])
    assert returning(place, ONE, TWO, THREE, **today) == [(REPORT, "mot-huyen")]
    assert roll_back(place.out, may_be_public(ONE, TWO, THREE, reports=[COUNTED]))


@pytest.mark.parametrize(
    "today", [(), (Coverage(outlet="Đài bịa", date="2026-11-01", title="Chuyện góp vốn, đã sửa tên"),)]
)
def test_row_59_a_broadcast_that_was_deleted_or_changed_is_not_brought_back(place, today):
    publish(place, HEARD, TWO)
    publish(place, HEARD, TWO, THREE)
    assert returning(place, replace(ONE, logged=today), TWO, THREE) == [(BROADCAST, ONE.key)]
    assert roll_back(place.out, may_be_public(HEARD, TWO, THREE))


def other_words(**fields):
    """Return the made-up vocabulary with other entries in ``fields``."""
    return replace(TAXONOMY, **{name: Vocabulary(entries) for name, entries in fields.items()})


@pytest.mark.parametrize("act", ["deleted", "changed"])
def test_row_59_a_word_of_the_house_that_was_taken_away_is_not_brought_back(place, act):
    """As the public edition says it: in the approved wording, so an un-approved one is not said either."""
    publish(place, ONE, TWO)
    publish(place, ONE, TWO, THREE)
    library, last = library_of([ONE, TWO, THREE]), list(TAXONOMY.methods)[-1]
    kept = [one for one in TAXONOMY.methods if one != last]
    kept += [last.model_copy(update={"name": "Tên khác hẳn"})] if act == "changed" else []
    today = other_words(methods=tuple(kept))
    library = replace(library, house=house_of(today))
    with pytest.raises(RollbackError) as raised:
        roll_back(place.out, may_be_told(catalog_of(library, today, Edition.PUBLIC), library.revoked))
    assert {told.kind for told in raised.value.returning} == {WORD}
    assert f"methods/{last.slug}/name" in {told.key for told in raised.value.returning}


def test_row_59_a_text_at_the_address_before_returns_when_its_story_only_moved(place):
    """The story is public at its new address; its seal of then was replaced, at both addresses."""
    first = publish(place, ONE, TWO).name
    moved = made_up_story("hai-moi", approved=True)
    library = replace(library_of([ONE, moved], earlier=[TWO]), moved={TWO.key: moved.key})
    release_site(library, TAXONOMY, place)
    done = roll_back(place.out, may_be_told(catalog_of(library, TAXONOMY, Edition.PUBLIC), library.revoked))
    assert (done.name, done.older_texts) == (first, (TWO.key,))


def test_row_59_what_was_added_since_stands_in_no_rollback_s_way(place):
    first = publish(place, ONE, TWO).name
    publish(place, HEARD, TWO, collections=[SERIES])
    assert roll_back(place.out, may_be_public(HEARD, TWO, collections=[SERIES])).name == first


def test_row_59_words_of_a_kind_this_program_does_not_know_are_not_brought_back(place):
    first = publish(place, ONE).name
    publish(place, ONE, TWO)
    old = place.out / "releases" / first
    (old / CONTENTS).write_text(f"{(old / CONTENTS).read_text()}song  {ZERO}  Dạ cổ hoài lang\n")
    text = manifest_of(digest_files(old))
    (old / MANIFEST).write_text(text)
    old.rename(old.with_name(f"0001-{digest_of_manifest(text.encode())}"))
    assert returning(place, ONE, TWO) == [("song", "Dạ cổ hoài lang")]


def test_row_59_a_slip_in_a_story_does_not_cost_the_releases_that_hold_it(place):
    """It is left out today and gone back to by no rollback; mended, the release before is there again."""
    publish(place, ONE, TWO)
    slip = replace(library_of([ONE]), faulty=frozenset({TWO.key}))
    released = release_site(slip, TAXONOMY, place)
    assert released.taken_down == ()
    assert returning(place, ONE) == [(STORY, TWO.key)]
    assert roll_back(place.out, may_be_public(ONE, TWO)).left == released.name


def test_row_59_a_slip_spares_no_release_with_a_text_that_was_taken_back(place):
    first = publish(place, ONE, TWO).name
    seal = Revocation(story=TWO.key, digest=TWO.front.approval.digest, date=TODAY, kind="revoked")
    slip = replace(library_of([ONE]), faulty=frozenset({TWO.key}), revoked=RevokedSeals((seal,)))
    assert release_site(slip, TAXONOMY, place).taken_down == (first,)


def test_row_59_a_release_deletes_the_older_ones_that_tell_what_was_taken_away(place):
    """A collection, a broadcast, a text that was taken back; one that was replaced is kept."""
    names = [publish(place, HEARD, TWO).name, publish(place, HEARD, TWO, collections=[SERIES]).name]
    third = publish(place, ONE, TWO)
    assert third.taken_down == tuple(names)
    fourth = publish(place, ONE, TWO_AGAIN, earlier=[TWO])
    assert fourth.taken_down == ()
    fifth = publish(place, ONE, TWO_AGAIN, THREE)
    assert fifth.taken_down == (third.name,)


def test_a_damaged_release_is_not_gone_back_to(place):
    first, second = publish(place, ONE).name, publish(place, ONE, TWO).name
    (place.out / "releases" / first / "index.html").write_bytes(b"half")
    with pytest.raises(RollbackError) as raised:
        roll_back(place.out, may_be_public(ONE, TWO))
    assert raised.value.differences.changed == ("index.html",)
    assert current(place) == second


def edit_by_hand(folder):
    """Change a page of a release and make its sums anew, as ``sha256sum`` would: every file agrees with the list."""
    (folder / "index.html").write_text("Lời không ai duyệt.")
    (folder / MANIFEST).write_text(manifest_of(digest_files(folder)))
    assert not compare(folder)


def test_row_60_a_release_edited_by_hand_with_its_sums_made_anew_is_not_gone_back_to(place):
    first, second = publish(place, ONE).name, publish(place, ONE, TWO).name
    edit_by_hand(place.out / "releases" / first)
    with pytest.raises(RollbackError) as raised:
        roll_back(place.out, may_be_public(ONE, TWO))
    assert raised.value.differences.changed == (MANIFEST,)
    assert current(place) == second


def test_row_60_a_live_release_edited_by_hand_is_replaced(place):
    """Its manifest speaks for the edited page; its name does not."""
    first = publish(place, ONE)
    edit_by_hand(place.out / "releases" / first.name)
    again = publish(place, ONE)
    assert not again.unchanged
    assert again.name.partition("-")[2] == first.name.partition("-")[2]
    assert LONG in (place.out / "current/index.html").read_text()


def test_row_60_two_manifests_of_the_same_first_letters_do_not_share_a_name(place):
    """The first 12 letters of a hash can be met on purpose; so the name has to carry all of them."""
    first, second = publish(place, ONE).name, publish(place, ONE, TWO).name
    old = place.out / "releases" / first
    old.rename(old.with_name(f"{first[:-1]}{'0' if first[-1] != '0' else '1'}"))
    with pytest.raises(RollbackError) as raised:
        roll_back(place.out, may_be_public(ONE, TWO))
    assert raised.value.differences.changed == (MANIFEST,)
    assert current(place) == second


def test_a_release_named_in_the_old_way_is_known_replaced_and_not_gone_back_to(place):
    """Its name has the first letters of the hash: right ones, and still nobody vouches for its pages."""
    first = publish(place, ONE).name
    old = place.out / "releases" / first[: len("0001-") + len(OLD_FORM)]
    (place.out / "releases" / first).rename(old)
    (place.out / "current").unlink()
    (place.out / "current").symlink_to(Path("releases", old.name))
    again = publish(place, ONE)
    assert (again.unchanged, again.name) == (False, f"0002-{first.partition('-')[2]}")
    with pytest.raises(RollbackError) as raised:
        roll_back(place.out, may_be_public(ONE))
    assert (raised.value.release, raised.value.unvouched) == (old.name, True)
    assert current(place) == again.name


def test_there_is_nothing_before_the_first_release(place):
    publish(place, ONE)
    with pytest.raises(RollbackError) as raised:
        roll_back(place.out, may_be_public(ONE))
    assert raised.value.release == ""


# ---- copies


def test_a_copy_is_compared_file_by_file(place, tmp_path):
    publish(place, ONE)
    copy = tmp_path / "copy"
    shutil.copytree((place.out / "current").resolve(), copy)
    assert not compare(copy)
    (copy / "index.html").write_bytes(b"x")
    (copy / "assets/dot.png").unlink()
    (copy / "la.html").write_text("x")
    (copy / "ngoai").symlink_to("/etc")
    (copy / "assets/site.css.gz").unlink()
    (copy / "assets/site.css.gz").symlink_to(place.out / "current/assets/site.css.gz")
    differences = compare(copy)
    assert differences.changed == ("assets/site.css.gz", "index.html")
    assert differences.missing == ("assets/dot.png",)
    assert differences.extra == ("la.html", "ngoai")


@pytest.mark.parametrize("what", ["link", "pipe", "folder"])
def test_a_manifest_that_is_no_plain_file_is_no_manifest(tmp_path, what):
    file = tmp_path / MANIFEST
    {"link": lambda: file.symlink_to("/etc/hostname"), "pipe": lambda: os.mkfifo(file), "folder": file.mkdir}[what]()
    with pytest.raises(ManifestError):
        compare(tmp_path)


@pytest.mark.parametrize("text", ["", "x", f"{'0' * 64}  a", f"{'0' * 64} *a\n", f"{'0' * 64}  a\n{'0' * 64}  a\n"])
def test_a_malformed_manifest_is_no_manifest(tmp_path, text):
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(ManifestError):
        compare(tmp_path)


# ---- smaller forms


def test_text_files_have_smaller_forms_that_unpack_to_the_same(tmp_path):
    for name in ("a.html", "b.css", "d.json"):
        (tmp_path / name).write_text(LONG * (90 if name == "d.json" else 1), encoding="utf-8")
    (tmp_path / "small.html").write_text("x" * 1023)
    (tmp_path / "photo.jpg").write_text(LONG)
    (tmp_path / "noise.txt").write_bytes(b"".join(hashlib.sha512(bytes([n])).digest() for n in range(64)))
    precompress(tmp_path)
    made = sorted(path.name for path in tmp_path.iterdir() if path.suffix in {".gz", ".br"})
    assert made == ["a.html.br", "a.html.gz", "b.css.br", "b.css.gz", "d.json.br", "d.json.gz"]
    for name in ("a.html", "b.css", "d.json"):
        data = (tmp_path / name).read_bytes()
        assert zlib.decompress((tmp_path / f"{name}.gz").read_bytes(), 31) == data
        assert brotli.decompress((tmp_path / f"{name}.br").read_bytes()) == data


def test_a_gzip_form_names_no_time_and_no_file(tmp_path):
    """RFC 1952, 2.3: no flags, MTIME zero."""
    (tmp_path / "a.html").write_text(LONG)
    precompress(tmp_path)
    assert (tmp_path / "a.html.gz").read_bytes()[:8] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00"
