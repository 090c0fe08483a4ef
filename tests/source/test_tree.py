"""What the folders hold; the hostile cases are in ``tests/broken/test_broken_folders.py``."""

from scripts.source.tree import scan_models, scan_root
from tests.conftest import MADE_UP

DISTRICTS = ("bai-sen", "cu-lao", "toan-tinh")


def test_the_made_up_content_is_five_stories_in_order():
    folders, problems = scan_models(MADE_UP / "models", DISTRICTS)

    assert problems == []
    assert [folder.key for folder in folders] == [
        "bai-sen/duong-hoa-lo-rach-xep",
        "bai-sen/gop-von-xoay-vong-to-hai",
        "cu-lao/doi-rac-nhua-lay-gao",
        "cu-lao/ong-lai-do-giu-ben",
        "toan-tinh/lop-hoc-chu-ban-dem",
    ]
    assert scan_root(MADE_UP) == ([], [])


def test_photos_and_sound_beside_a_story_are_listed_by_name(content):
    folder = content.write_story("x").parent
    for name in ("hop-to.jpg", "a.jpeg", "b_1.png", "c.webp", "d.mp3", "e.m4a", "f.ogg"):
        (folder / name).write_bytes(b"x")
    (folder / ".gitkeep").touch()

    (found,), problems = scan_models(content.root / "models", DISTRICTS)

    assert problems == []
    assert found.media == {"hop-to.jpg", "a.jpeg", "b_1.png", "c.webp", "d.mp3", "e.m4a", "f.ogg"}


def test_an_empty_district_is_no_problem(content):
    (content.root / "models" / "bai-sen").mkdir()
    (content.root / "models" / "bai-sen" / ".gitkeep").touch()

    assert scan_models(content.root / "models", DISTRICTS) == ([], [])


def test_collections_and_withdrawals_have_their_place(content):
    (content.root / "collections").mkdir()
    (content.root / "collections" / "ngay-truyen-thong.md").touch()
    (content.root / "withdrawn.yml").touch()
    (content.root / "revoked.yml").touch()

    assert scan_root(content.root) == ([], [])
