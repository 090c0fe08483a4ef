"""Row 68: a folder that holds somebody else's files is neither written to nor emptied, whatever it is named for."""

import pytest

from scripts.catalog.catalog import Edition, build_catalog
from scripts.editors.messages.stopped import say_stopped
from scripts.publish import build
from scripts.publish.build import BuildReport, Workplace, build_site
from scripts.publish.disk.lock import only_one
from scripts.publish.disk.our_folder import LOCK, RELEASES, SITE, WORKPLACE, NotOursError, Why, claim
from scripts.publish.fault_file import FAULT_FILE, keep_fault
from scripts.publish.releases import release
from scripts.publish.releases.release import release_site
from scripts.publish.staging import Changes, stage
from scripts.source.library import Library
from tests.commands import run
from tests.made_up import MADE_UP, made_up_taxonomy
from tests.sites import run_build

TAXONOMY = made_up_taxonomy()


def stand_in(task, fresh):
    """Do what a build does to the disk, without the engine: stage, delete what is stale, make a page."""
    changes = stage([], task.place.build / "docs")
    fresh.mkdir(exist_ok=True)
    (fresh / "index.html").write_text("trang mới")
    return BuildReport(task.catalog, changes, 1, ())


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "_build", stand_in)
    return Workplace(tmp_path, tmp_path / "build", tmp_path / "site")


def make(place):
    return build_site(Library((), TAXONOMY, ()), TAXONOMY, Edition.PREVIEW, place)


def everything(folder):
    return {path.relative_to(folder).as_posix(): path.is_file() and path.read_bytes() for path in folder.rglob("*")}


# ---- refused: nothing is written or deleted


def with_docs_of_a_project(root):
    for name in ("docs/luan-van.md", "cache/fonts/chu.ttf", ".lock"):
        (root / "build" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "build" / name).write_text("của người khác")
    (root / "build/README.md").write_text("của người khác")


def with_one_file(root):
    (root / "build").mkdir()
    (root / "build/anh.jpg").write_text("của người khác")


def a_file_for_a_folder(root):
    (root / "build").write_text("của người khác")


def a_site_of_somebody(root):
    (root / "site").mkdir()
    (root / "site/index.html").write_text("của người khác")


def beside_it_new(root):
    (root / ".site.new/sau").mkdir(parents=True)
    (root / ".site.new/sau/anh.jpg").write_text("của người khác")


def beside_it_old(root):
    (root / ".site.old").mkdir()
    (root / ".site.old/anh.jpg").write_text("của người khác")


def beside_it_a_link(root):
    claim(root / "noi-khac", SITE)
    (root / ".site.new").symlink_to(root / "noi-khac")


def staged_through_a_link(root):
    with_one_file(root)
    (root / "build").rename(root / "noi-khac")
    claim(root / "build", WORKPLACE)
    (root / "build/docs").symlink_to(root / "noi-khac")


def the_mark_of_another_kind(root):
    claim(root / "build", SITE)


def a_link_for_a_mark(root):
    with_one_file(root)
    (root / "build" / WORKPLACE).symlink_to("anh.jpg")


SCENES = [
    with_docs_of_a_project,
    with_one_file,
    a_file_for_a_folder,
    a_site_of_somebody,
    beside_it_new,
    beside_it_old,
    beside_it_a_link,
    staged_through_a_link,
    the_mark_of_another_kind,
    a_link_for_a_mark,
]


@pytest.mark.parametrize("scene", SCENES, ids=[scene.__name__ for scene in SCENES])
def test_row_68_a_build_touches_nothing_of_somebody_else_s(scene, place):
    scene(place.root)
    before = everything(place.root)
    with pytest.raises(NotOursError) as raised:
        make(place)
    assert everything(place.root) == before
    said, status = say_stopped(raised.value)
    assert (status, said.count("\n")) == (2, 1)
    assert "thư mục khác" in said


@pytest.mark.parametrize("scene", SCENES[:3], ids=[scene.__name__ for scene in SCENES[:3]])
def test_row_68_nor_does_a_release_in_its_workplace(scene, tmp_path):
    scene(tmp_path)
    before = everything(tmp_path)
    with pytest.raises(NotOursError):
        release_site(Library((), TAXONOMY, ()), TAXONOMY, Workplace(tmp_path, tmp_path / "build", tmp_path / "public"))
    assert everything(tmp_path) == before, "not even the folder of releases"


def test_row_68_nor_through_a_link_for_the_folder_of_releases(tmp_path):
    (tmp_path / "noi-khac/.new-anh").mkdir(parents=True)
    claim(tmp_path / "public", RELEASES)
    (tmp_path / "public/releases").symlink_to(tmp_path / "noi-khac")
    with pytest.raises(NotOursError):
        release_site(Library((), TAXONOMY, ()), TAXONOMY, Workplace(tmp_path, tmp_path / "build", tmp_path / "public"))
    assert (tmp_path / "noi-khac/.new-anh").is_dir()


@pytest.mark.parametrize(("work", "out"), [("a", "a"), ("a/b", "a"), ("a", "a/docs"), ("a", "a/cache/b"), ("./a", "a")])
def test_row_68_the_site_and_the_workplace_do_not_empty_each_other(work, out, place):
    with pytest.raises(NotOursError) as raised:
        make(Workplace(place.root, place.root / work, place.root / out))
    assert raised.value.why is Why.OVERLAP
    assert not (place.root / "a").exists()
    with pytest.raises(NotOursError):
        release_site(Library((), TAXONOMY, ()), TAXONOMY, Workplace(place.root, place.root / work, place.root / out))
    assert not (place.root / "a").exists()


def test_row_68_the_command_says_it_in_one_sentence(tmp_path):
    with_docs_of_a_project(tmp_path)
    before = everything(tmp_path)
    done = run_build(MADE_UP, tmp_path / "site", tmp_path / "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"“{tmp_path}/build” không do lệnh này làm ra nên không được đụng tới." in done.stderr
    assert "Traceback" not in done.stderr
    assert everything(tmp_path) == before


# ---- ours: never a dead end


def test_a_folder_that_is_missing_or_empty_becomes_ours_and_stays_so(place):
    place.build.mkdir()
    for _ in range(2):
        make(place)
        assert (place.build / WORKPLACE).is_file()
        assert (place.out / SITE).read_text() == "preview\n"
        assert sorted(path.name for path in place.root.iterdir()) == ["build", "site"]


def test_the_mark_is_the_first_thing_in_a_folder(place, monkeypatch):
    """Killed at any later moment, the run leaves a folder that the next one takes."""
    monkeypatch.setattr(build, "only_one", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        make(place)
    assert [path.name for path in place.build.iterdir()] == [WORKPLACE]
    monkeypatch.undo()
    monkeypatch.setattr(build, "_build", stand_in)
    make(place)


def test_what_a_killed_swap_left_is_ours(place):
    make(place)
    place.out.rename(place.root / ".site.old")
    claim(place.root / ".site.new", SITE, "preview\n")
    make(place)
    assert sorted(path.name for path in place.root.iterdir()) == ["build", "site"]


def test_a_fault_that_was_kept_there_first_makes_no_foreign_folder(place):
    keep_fault(place.build, "Traceback …")
    make(place)
    assert (place.build / FAULT_FILE).is_file()


def test_a_fault_is_kept_in_a_foreign_folder_too_and_does_not_claim_it(tmp_path):
    with_one_file(tmp_path)
    assert keep_fault(tmp_path / "build", "Traceback …") == tmp_path / "build" / FAULT_FILE
    assert not (tmp_path / "build" / WORKPLACE).exists()


def test_a_workplace_from_before_the_mark_is_told_what_to_do(place):
    """Everything in it can be made again, so it may be deleted; whether it is, a person decides."""
    for name in ("docs", "cache"):
        (place.build / name).mkdir(parents=True)
    with only_one(place.build / LOCK):
        pass
    with pytest.raises(NotOursError) as raised:
        make(place)
    assert raised.value.why is Why.OLDER
    assert "hãy xóa thư mục ấy rồi chạy lại" in say_stopped(raised.value)[0]


def test_a_second_build_does_not_take_away_what_the_first_is_making(place, monkeypatch):
    """The new site is made beside the old one only by who holds the workplace."""
    seen = []

    def meanwhile(task, fresh):
        (fresh / "half.html").write_text("đang làm")
        monkeypatch.setattr(build, "_build", stand_in)
        with pytest.raises(Exception, match="Holder"):
            make(place)
        seen.append((fresh / "half.html").is_file())
        return stand_in(task, fresh)

    monkeypatch.setattr(build, "_build", meanwhile)
    make(place)
    assert seen == [True]


def test_the_releases_of_before_are_still_ours(tmp_path, monkeypatch):
    """Their lock was there from the first release on."""

    def built(library, taxonomy, edition, _place, fresh):
        (fresh / "index.html").write_text("trang")
        return BuildReport(build_catalog(library.stories, taxonomy, edition), Changes(), 1, ())

    monkeypatch.setattr(release, "build_edition", built)
    place = Workplace(tmp_path, tmp_path / "build", tmp_path / "public")
    first = release_site(Library((), TAXONOMY, ()), TAXONOMY, place)
    assert release_site(Library((), TAXONOMY, ()), TAXONOMY, place).name == first.name


@pytest.mark.parametrize("kind", ["a file", "a link", "a folder"])
def test_row_68_the_settings_of_somebody_s_server_are_not_written_over(kind, tmp_path):
    """``deploy --out /etc/nginx`` is quickly written."""
    theirs = tmp_path / "nginx.conf"
    if kind == "a folder":
        theirs.mkdir()
    else:
        ours = "# Made by `python -m scripts deploy`\n" if kind == "a link" else ""
        (tmp_path / "that.conf").write_text(f"{ours}worker_processes 8;\n")
        (tmp_path / "that.conf").rename(theirs) if kind == "a file" else theirs.symlink_to("that.conf")
    before = everything(tmp_path)
    done = run(MADE_UP, "deploy", "--out", tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert f"“{theirs}” không do lệnh này làm ra" in done.stderr
    assert everything(tmp_path) == before


def test_what_deploy_wrote_itself_it_renews(tmp_path):
    assert "nginx.conf" in run(MADE_UP, "deploy", "--out", tmp_path).stdout
    with (tmp_path / "nginx.conf").open("a") as file:
        file.write("# của ai đó\n")
    assert run(MADE_UP, "deploy", "--out", tmp_path).stdout == "Đã ghi: nginx.conf\n"
    assert run(MADE_UP, "deploy", "--out", tmp_path).stdout == "Không có gì thay đổi.\n"
    first = {file.name: file.read_bytes().partition(b"\n")[0] for file in tmp_path.iterdir()}
    assert all(b"Made by `python -m scripts deploy`" in line for line in first.values()), first
