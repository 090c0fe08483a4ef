"""Rows 29 to 33: names and kinds of files and folders. Nothing refused is ever opened."""

import os
import unicodedata
from pathlib import Path

import pytest

from scripts.source.library import load_library
from tests.conftest import GOOD_STORY, TODAY

SECRET = "SECRET-THAT-MUST-NOT-BE-READ"


def found(content, folder=None):
    """Return ``(path below the folder, code)`` of every problem, sorted."""
    start = folder or content.root / "models" / "bai-sen"
    problems = content.load().problems
    assert all((problem.line, problem.column) == (1, 1) for problem in problems)
    return sorted((os.path.relpath(problem.path, start), problem.code) for problem in problems)


@pytest.mark.parametrize(
    ("slug", "code", "said"),
    [
        ("góp-vốn", "slug-form", "Hãy đổi thành: gop-von"),
        ("Gop-Von", "slug-form", "Hãy đổi thành: gop-von"),
        ("gop von", "slug-form", "Hãy đổi thành: gop-von"),
        ("Đường hoa", "slug-form", "Hãy đổi thành: duong-hoa"),
        ("gop_von", "slug-form", "Hãy đổi thành: gop-von"),
        ("-gop-von", "slug-form", "Hãy đổi thành: gop-von"),
        ("gop--von", "slug-form", "Hãy đổi thành: gop-von"),
        ("..gop-von", "slug-form", "Hãy đổi thành: gop-von"),
        ("gop..von", "slug-form", "Hãy đổi thành: gop-von"),
        ("...", "slug-form", "Hãy đổi thành: ten-bai"),
        ("gop-von.", "slug-form", "Hãy đổi thành: gop-von"),
        ("gop#von", "slug-form", "Hãy đổi thành: gop-von"),
        ("gop?von", "slug-form", "Hãy đổi thành: gop-von"),
        ("gop%2e%2e", "slug-form", "Hãy đổi thành: gop-2e-2e"),
        ("gop\\von", "slug-form", "Hãy đổi thành: gop-von"),
        ("gop\nvon", "slug-form", "Hãy đổi thành: gop-von"),
        ("a" * 200, "slug-too-long", "dài 200 ký tự, nhiều nhất 60"),
        ("a" * 61, "slug-too-long", "dài 61 ký tự, nhiều nhất 60"),
        *(
            (name, "slug-reserved", "tên dành riêng của Windows")
            for name in ("con", "aux", "nul", "prn", "com1", "lpt9")
        ),
    ],
    ids=ascii,
)
def test_row_29_a_folder_name_that_is_no_address_is_refused(slug, code, said, content):
    """The name a story should have is proposed; the story is not read."""
    content.write_story(GOOD_STORY, slug=slug)
    content.write_story(GOOD_STORY, slug="bai-tot")

    library = content.load()

    (problem,) = library.problems
    assert (problem.line, problem.column, problem.code) == (1, 1, code)
    assert said in problem.message
    assert [story.slug for story in library.stories] == ["bai-tot"]


def test_row_29_a_name_that_is_not_even_text_is_refused(content):
    (content.root / "models" / "bai-sen").mkdir()
    Path(content.root, "models", "bai-sen", os.fsdecode(b"g\xf3p-v\xf4n")).mkdir()

    (problem,) = content.load().problems

    assert problem.code == "slug-form"
    assert problem.path.encode()


@pytest.mark.parametrize("slug", ["a", "gop-von", "khu-pho-8", "8", "a" * 60])
def test_row_29_a_plain_name_is_good(slug, content):
    content.write_story(GOOD_STORY, slug=slug)

    assert [story.slug for story in content.load().stories] == [slug]


@pytest.mark.parametrize(
    ("one", "other"),
    [("gop-von", "Gop-Von"), ("góp-vốn", unicodedata.normalize("NFD", "góp-vốn")), ("CON", "con")],
    ids=["case", "normal form", "case of a reserved name"],
)
def test_row_30_names_that_are_one_on_other_machines_are_refused(one, other, content):
    """Windows and macOS would keep only one of the two folders."""
    content.write_story(GOOD_STORY, slug=one)
    content.write_story(GOOD_STORY, slug=other)

    twins = [problem for problem in content.load().problems if problem.code == "name-twins"]

    assert len(twins) == 1
    assert Path(twins[0].path).name in {one, other}
    assert "Trùng tên với" in twins[0].message


def test_row_30_photos_that_are_one_on_other_machines_are_refused(content):
    folder = content.write_story(GOOD_STORY).parent
    (folder / "hop-to.jpg").write_bytes(b"x")
    (folder / "Hop-To.jpg").write_bytes(b"x")

    assert ("bai-thu/hop-to.jpg", "name-twins") in found(content)


def test_row_30_two_stories_of_one_place_with_one_title_are_told_apart(content):
    """Nobody could tell them apart in a list; the second is left out, and told of the first."""
    content.write_story(GOOD_STORY, slug="bai-mot")
    content.write_story(GOOD_STORY.replace("Tổ Ba cùng", "tổ ba Cùng"), slug="bai-hai")

    library = content.load()

    assert [(problem.path.split("/")[-2], problem.code) for problem in library.problems] == [
        ("bai-mot", "repeated-title")
    ]
    assert "bai-hai/index.md" in library.problems[0].message
    assert [story.slug for story in library.stories] == ["bai-hai"]


def link_to_file(story, outside):
    (outside / "secret.jpg").write_text(SECRET)
    (story / "anh.jpg").symlink_to(outside / "secret.jpg")
    return [("bai-thu/anh.jpg", "symlink")]


def link_as_story(story, outside):
    (outside / "secret.md").write_text(GOOD_STORY.replace("Tổ Ba", SECRET))
    (story / "index.md").unlink()
    (story / "index.md").symlink_to(outside / "secret.md")
    return [("bai-thu/index.md", "symlink")]


def link_to_folder(story, outside):
    (outside / "bai").mkdir()
    (outside / "bai" / "index.md").write_text(GOOD_STORY.replace("Tổ Ba", SECRET))
    (story.parent / "bai-hai").symlink_to(outside / "bai")
    return [("bai-hai", "symlink")]


def link_in_a_loop(story, outside):  # noqa: ARG001
    (story / "lap").symlink_to(story)
    (story.parent / "vong").symlink_to(story.parent)
    (story / "minh.jpg").symlink_to(story / "minh.jpg")
    return [("bai-thu/lap", "symlink"), ("bai-thu/minh.jpg", "symlink"), ("vong", "symlink")]


def link_to_nowhere(story, outside):
    (story / "mat.jpg").symlink_to(outside / "khong-co")
    return [("bai-thu/mat.jpg", "symlink")]


def link_for_a_district(story, outside):
    (outside / "bai").mkdir()
    (outside / "bai" / "index.md").write_text(GOOD_STORY.replace("Tổ Ba", SECRET))
    (story.parents[1] / "cu-lao").symlink_to(outside)
    return [("../cu-lao", "symlink")]


def submodule_file(story, outside):  # noqa: ARG001
    (story / ".git").write_text("gitdir: ../../../../.git/modules/bai")
    return [("bai-thu", "submodule")]


def submodule_for_a_district(story, outside):  # noqa: ARG001
    (story.parents[1] / "cu-lao" / ".git").mkdir(parents=True)
    return [("../cu-lao", "submodule")]


def executable_story(story, outside):  # noqa: ARG001
    (story / "index.md").chmod(0o755)
    return [("bai-thu/index.md", "executable")]


def executable_photo(story, outside):  # noqa: ARG001
    (story / "a.jpg").write_bytes(b"#!/bin/sh")
    (story / "a.jpg").chmod(0o654)
    return [("bai-thu/a.jpg", "executable")]


def pipe(story, outside):  # noqa: ARG001
    os.mkfifo(story / "a.jpg")
    return [("bai-thu/a.jpg", "not-a-file")]


def folder_inside(story, outside):  # noqa: ARG001
    (story / "anh").mkdir()
    return [("bai-thu/anh", "unexpected-folder")]


def folder_as_story(story, outside):  # noqa: ARG001
    (story / "index.md").unlink()
    (story / "index.md").mkdir()
    return [("bai-thu/index.md", "unexpected-folder")]


def no_story(story, outside):  # noqa: ARG001
    (story / "index.md").unlink()
    return [("bai-thu", "story-missing")]


SCENES = [
    link_to_file,
    link_as_story,
    link_to_folder,
    link_in_a_loop,
    link_to_nowhere,
    link_for_a_district,
    submodule_file,
    submodule_for_a_district,
    executable_story,
    executable_photo,
    pipe,
    folder_inside,
    folder_as_story,
    no_story,
]


@pytest.mark.parametrize("scene", SCENES, ids=[scene.__name__ for scene in SCENES])
def test_row_31_what_is_no_plain_file_is_refused_and_never_read(scene, content, tmp_path):
    """A link could lead to a secret, a submodule to somebody else's repository; neither is followed."""
    outside = tmp_path / "outside"
    outside.mkdir()
    story = content.write_story(GOOD_STORY).parent
    content.write_story(GOOD_STORY.replace("Tổ Ba", "Tổ Tư"), slug="bai-tot")

    expected = scene(story, outside)

    library = content.load()
    assert found(content) == sorted(expected)
    assert "bai-tot" in {entry.slug for entry in library.stories}
    assert SECRET not in str(library)


@pytest.mark.parametrize("name", ["models", "taxonomy"])
def test_row_31_the_folders_of_content_are_no_links_either(name, content, tmp_path):
    (content.root / name).rename(tmp_path / "elsewhere")
    (content.root / name).symlink_to(tmp_path / "elsewhere")

    library = content.load()

    assert (name, "symlink") in found(content, content.root)
    assert library.stories == ()


def test_row_31_a_vocabulary_file_is_no_link(content, tmp_path):
    (tmp_path / "secret.yml").write_text(f"- {SECRET}: {SECRET}\n")
    (content.root / "taxonomy" / "fields.yml").unlink()
    (content.root / "taxonomy" / "fields.yml").symlink_to(tmp_path / "secret.yml")

    library = content.load()

    assert ("taxonomy/fields.yml", "symlink") in found(content, content.root)
    assert SECRET not in str(library)


def test_row_31_a_folder_that_cannot_be_opened_is_a_problem(content, monkeypatch):
    """No traceback, and the stories beside it are read."""
    closed = content.write_story(GOOD_STORY, slug="dong").parent
    content.write_story(GOOD_STORY)
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: os.fspath(path) != str(closed) and allowed(path, mode))

    assert found(content) == [("dong", "unreadable")]
    assert [story.slug for story in content.load().stories] == ["bai-thu"]


BESIDE = [
    "trang.html",
    "ma.js",
    "anh.svg",
    "bai.MD",
    "README.md",
    "_headers",
    "_redirects",
    "CNAME",
    ".htaccess",
    "robots.txt",
    "sw.js",
    "404.html",
    "feed.xml",
    ".DS_Store",
    "Thumbs.db",
    "a.jpg.html",
    "a.gif",
    "a.pdf",
    "index.md~",
    "a.php",
    "search.json",
]


@pytest.mark.parametrize("name", BESIDE)
def test_row_32_a_file_that_is_no_story_photo_or_sound_is_refused_beside_a_story(name, content):
    """Refused, so never copied; the only files that ever leave a folder are those its story lists."""
    (content.write_story(GOOD_STORY).parent / name).write_text(SECRET)

    assert found(content) == [(f"bai-thu/{name}", "file-type")]
    assert SECRET not in str(content.load())


@pytest.mark.parametrize(
    "name", ["Anh.jpg", "anh to.jpg", "ảnh.jpg", "a.JPG", "con.jpg", "..jpg", ".jpg", "a..jpg", "a#.png"]
)
def test_row_32_a_photo_has_a_plain_name(name, content):
    (content.write_story(GOOD_STORY).parent / name).write_bytes(b"x")

    ((path, code),) = found(content)

    assert path == f"bai-thu/{name}"
    assert code == ("file-type" if name == "a.JPG" else "file-name")


@pytest.mark.parametrize("where", ["models", "models/bai-sen", "", "taxonomy", "collections", "reports"])
def test_row_32_nor_anywhere_else_under_content(where, content):
    """Nothing under content may shadow a page, an asset of the theme or a file a server acts on."""
    folder = content.root / where
    folder.mkdir(exist_ok=True, parents=True)
    for name in BESIDE:
        (folder / name).write_text(SECRET)
    content.write_story(GOOD_STORY)

    library = content.load()

    refused = found(content, folder)
    assert [path for path, _ in refused] == sorted(BESIDE)
    assert {code for _, code in refused} <= {"unexpected-file", "file-type"}
    assert [story.slug for story in library.stories] == ["bai-thu"]


@pytest.mark.parametrize("name", ["assets", "stylesheets", "search", "css", "mo-hinh"])
def test_row_32_a_folder_that_would_shadow_a_part_of_the_site_is_refused(name, content):
    (content.root / name).mkdir()
    (content.root / "models" / name).mkdir()
    content.write_story(GOOD_STORY)

    assert found(content, content.root) == sorted([(name, "unexpected-file"), (f"models/{name}", "unknown-district")])


@pytest.mark.parametrize(
    ("district", "said"),
    [
        ("bai-sem", "có phải ý bạn là “bai-sen”?"),
        ("Bãi Sen", "có phải ý bạn là “bai-sen”?"),
        ("Bai-Sen", "có phải ý bạn là “bai-sen”?"),
        ("xyz", "Hãy chọn một trong: bai-sen, cu-lao, toan-tinh."),
    ],
)
def test_row_33_an_unknown_district_gets_the_nearest_one(district, said, content):
    content.write_story(GOOD_STORY, district=district)
    content.write_story(GOOD_STORY)

    library = content.load()

    (problem,) = library.problems
    assert problem.path.endswith(f"models/{district}")
    assert (problem.line, problem.column, problem.code) == (1, 1, "unknown-district")
    assert said in problem.message
    assert [story.district for story in library.stories] == ["bai-sen"]


def test_only_the_named_story_is_reported(made_up_content):
    """``check PATH``: the story, everything in its folder, nothing beside it."""
    good = made_up_content.root / "models" / "bai-sen" / "gop-von-xoay-vong-to-hai"
    bad = made_up_content.write_story(GOOD_STORY.replace("kinh-te", "kinh"))
    (bad.parent / "robots.txt").write_text("x")

    assert made_up_content.load(good).problems == ()
    assert [story.slug for story in made_up_content.load(good).stories] == ["gop-von-xoay-vong-to-hai"]
    for path in (bad, bad.parent, bad.parents[1], bad.parent / "robots.txt"):
        codes = {problem.code for problem in made_up_content.load(path).problems}
        assert "unknown-field" in codes
        assert "file-type" in codes


def test_a_folder_with_an_odd_name_can_be_named_too(content):
    """A path is compared with problems the way they show it: nothing is lost on the way to the screen."""
    odd = content.write_story(GOOD_STORY, slug="bài\x1b😀").parent

    assert [problem.code for problem in content.load(odd).problems] == ["slug-form"]


def test_a_content_folder_without_models_is_said(content):
    (content.root / "models").rmdir()

    assert [problem.code for problem in load_library(content.root, TODAY).problems] == ["models-missing"]


def test_row_32_an_ending_in_capitals_is_another_file_and_on_windows_the_same(content):
    """``index.MD`` is no story here, and would be the story itself elsewhere: both are said."""
    (content.write_story(GOOD_STORY).parent / "index.MD").write_text(SECRET)

    assert found(content) == [("bai-thu/index.MD", "file-type"), ("bai-thu/index.md", "name-twins")]
    assert SECRET not in str(content.load())
