"""Collections as files: read as strictly as stories, each mistake at its place."""

import pytest

from tests.conftest import APPROVED

REASON = "nguoi-trong-bai-de-nghi"

GOOD = """\
---
title: Góp sức bịa cho một dịp
summary: Những chuyện bịa xếp thành một loạt để thử máy, không có thật ở đâu.
stories: [cu-lao/doi-rac-nhua-lay-gao, bai-sen/gop-von-xoay-vong-to-hai]
---
"""


@pytest.fixture
def shelf(made_up_content):
    """Return a function that writes the one collection and returns (what was read, its problems)."""
    folder = made_up_content.root / "collections"
    for old in folder.glob("*.md"):
        old.unlink()

    def write(text, name="mot-loat.md"):
        (folder / name).write_bytes(text.encode())
        library = made_up_content.load()
        return library.collections, [(p.line, p.column, p.code) for p in library.problems]

    return write


def test_the_order_of_the_stories_is_the_file_s(shelf):
    (collection,), problems = shelf(GOOD)
    assert problems == []
    assert collection.slug == "mot-loat"
    assert collection.front.stories == ("cu-lao/doi-rac-nhua-lay-gao", APPROVED)
    assert collection.body.sections == ()


def test_a_library_without_the_folder_has_no_collection(content):
    assert content.load().collections == ()
    assert content.load().problems == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("cu-lao/doi-rac", "cu-lao/doi-rat", (4, 11, "unknown-story")),
        ("cu-lao/doi-rac-nhua-lay-gao", APPROVED, (4, 45, "repeated-story")),
        ("stories: [cu-lao/doi-rac-nhua-lay-gao, bai-sen/gop-von-xoay-vong-to-hai]", "stories: []", (4, 1, "too-few")),
        ("title:", "titel:", (2, 1, "unknown-key")),
        ("title: Góp sức bịa cho một dịp", "title: <b>Góp sức bịa", (2, 8, "markup-in-text")),
        ("\n---\n", "\ndate: 2026-02-30\n---\n", (5, 7, "bad-date")),
        ("\n---\n", "\n---\nXem [bài](/mo-hinh/cu-lao/khong-co/).\n", (6, 5, "link-missing-story")),
        ("\n---\n", "\n---\nẢnh: ![mô tả ảnh](a.jpg)\n", (6, 6, "image-unlisted")),
        ("\n---\n", "\n---\n<script>alert(1)</script>\n", (6, 1, "raw-html")),
        ("\n---\n", "\n---\n# Đề mục lạ\n", (6, 1, "heading-level")),
    ],
)
def test_a_mistake_is_told_at_its_place_and_stops_the_collection(shelf, old, new, problem):
    collections, problems = shelf(GOOD.replace(old, new, 1))
    assert problem in problems
    assert collections == ()


def test_the_nearest_story_is_suggested(made_up_content):
    folder = made_up_content.root / "collections"
    (folder / "gop-suc-ma-lam.md").write_text(GOOD.replace("lay-gao", "lay-gau"), encoding="utf-8")
    (problem,) = made_up_content.load().problems
    assert problem.path.endswith("collections/gop-suc-ma-lam.md")
    assert "có phải ý bạn là “cu-lao/doi-rac-nhua-lay-gao”?" in problem.message


@pytest.mark.parametrize("name", ["index", "readme", "con"])
def test_a_collection_has_no_name_of_a_page_or_of_windows(shelf, name):
    """Under the first two the engine takes it for the page of the folder, and its links lead nowhere."""
    collections, problems = shelf(GOOD, f"{name}.md")
    assert problems == [(1, 1, "slug-reserved")]
    assert collections == ()


def test_two_collections_never_carry_one_title(shelf):
    shelf(GOOD)
    _, problems = shelf(GOOD, "hai-loat.md")
    assert [code for *_, code in problems] == ["repeated-title"]


def test_a_link_out_of_the_folder_is_never_followed(shelf, made_up_content, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text(GOOD, encoding="utf-8")
    (made_up_content.root / "collections" / "loi.md").symlink_to(secret)
    collections, problems = shelf(GOOD)
    assert [code for *_, code in problems] == ["symlink"]
    assert [collection.slug for collection in collections] == ["mot-loat"]


def named(key="summary"):
    """Return a collection that names the boatman, who agreed to it in his own story."""
    named = {
        "title": "Chuyện ông Trần Văn Bịa",
        "summary": "Chuyện ông Trần Văn Bịa và bến đò, bịa để thử máy mà thôi.",
    }
    lines = [f"{key}: {named[key]}" if line.startswith(f"{key}:") else line for line in GOOD.splitlines()]
    return "\n".join([*lines, ""])


BOATMAN = "cu-lao/ong-lai-do-giu-ben"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (named("title"), (2, 8)),
        (named("summary"), (3, 10)),
        (GOOD.replace("\n---\n", "\noccasion: Ngày ông Trần Văn Bịa\n---\n"), (5, 11)),
        (f"{GOOD}Trước hết là ông Trần Văn Bịa.\n", (6, 18)),
    ],
)
def test_row_55_a_collection_names_only_who_agreed_in_one_of_its_stories(shelf, text, place):
    assert shelf(text) == ((), [(*place, "person-not-listed")])

    (collection,), problems = shelf(text.replace("[cu-lao/doi-rac-nhua-lay-gao", f"[{BOATMAN}"))
    assert problems == []
    assert collection.slug == "mot-loat"


def test_row_55_a_name_does_not_outlive_its_story_in_a_collection(shelf, made_up_content):
    """Withdrawn: the collection is shown nowhere, and holds up nothing else."""
    folder = made_up_content.root / "models" / BOATMAN
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    entry = f"- {{story: {BOATMAN}, date: 2026-11-20, reason: {REASON}}}\n"
    (made_up_content.root / "withdrawn.yml").write_text(entry, encoding="utf-8")

    assert shelf(named().replace("[cu-lao/doi-rac-nhua-lay-gao", f"[{BOATMAN}")) == ((), [])
    assert "person-without-story" in {remark.code for remark in made_up_content.load().remarks}


def test_row_55_nor_a_consent_taken_back(shelf, made_up_content):
    file = made_up_content.root / "models" / BOATMAN / "index.md"
    file.write_text(file.read_text(encoding="utf-8").replace("{name: true", "{name: false"), encoding="utf-8")
    assert shelf(named().replace("[cu-lao/doi-rac-nhua-lay-gao", f"[{BOATMAN}")) == ((), [])


def test_a_number_broken_in_pieces_is_found_in_a_collection(shelf):
    _, problems = shelf(f"{GOOD}Gọi 0912 *345* 678 nhé.\n")
    assert [code for *_, code in problems] == ["phone"]


def test_one_collection_asked_for_alone_is_told_the_same(shelf, made_up_content):
    """Its stories are read to learn who agreed, though nobody asked for them."""
    shelf(named().replace("[cu-lao/doi-rac-nhua-lay-gao", f"[{BOATMAN}"))
    file = made_up_content.root / "collections" / "mot-loat.md"
    assert made_up_content.load(file).problems == ()
