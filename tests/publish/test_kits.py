"""Kits in a build: where they lie, and when they are made again."""

import io
from zipfile import ZipFile

from scripts.catalog.catalog import Edition
from scripts.publish.kits import Suppliers, kits, series
from scripts.source.house_texts.collection import load_collections
from tests.made_up import made_up_story
from tests.render.press_scene import PRINTS, SITE_URL, catalog_of, script_of, story_of


class Newsroom:
    """Counts whose photos and scripts were asked for: a kit that is made, not kept."""

    def __init__(self):
        self.asked = []

    def script(self, story):
        self.asked.append(story.slug)
        return script_of(story)

    def kits(self, catalog, folder, url=SITE_URL):
        self.asked = []
        return {str(path): data for path, data in kits(catalog, folder, url, Suppliers(lambda _: PRINTS, self.script))}


def test_every_story_that_may_run_has_a_kit_at_its_address(tmp_path):
    stories = [story_of(), made_up_story("khac", approved=True), made_up_story("thao")]
    for edition in Edition:
        assert set(Newsroom().kits(catalog_of(*stories, edition=edition), tmp_path)) == {
            "mo-hinh/bai-sen/gop-von/bao-chi/gop-von.zip",
            "mo-hinh/bai-sen/khac/bao-chi/khac.zip",
        }


def test_a_kit_is_made_again_only_when_something_in_it_changed(tmp_path):
    room = Newsroom()
    first = room.kits(catalog_of(story_of(), made_up_story("khac", approved=True)), tmp_path)
    assert sorted(room.asked) == ["gop-von", "khac"]

    again = room.kits(catalog_of(story_of(), made_up_story("khac", approved=True)), tmp_path)
    assert room.asked == []
    assert again == first

    room.kits(catalog_of(story_of(coverage=[]), made_up_story("khac", approved=True)), tmp_path)
    assert room.asked == ["gop-von"]

    room.kits(catalog_of(story_of(coverage=[])), tmp_path, url="https://khac.example")
    assert room.asked == ["gop-von"]


def test_the_kit_of_a_story_that_left_is_forgotten(tmp_path):
    room = Newsroom()
    room.kits(catalog_of(story_of()), tmp_path)
    assert list(tmp_path.iterdir())
    assert room.kits(catalog_of(), tmp_path) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_kit_is_made_again(tmp_path):
    room = Newsroom()
    whole = room.kits(catalog_of(story_of()), tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert room.kits(catalog_of(story_of()), tmp_path) == whole


def test_a_collection_is_one_document_of_what_may_run(tmp_path):
    (tmp_path / "mot-loat.md").write_text(
        "---\ntitle: Một loạt bài bịa\nsummary: Những chuyện bịa xếp thành một loạt để thử máy, không có thật.\n"
        "stories: [bai-sen/thao, bai-sen/gop-von]\n---\n",
        encoding="utf-8",
    )
    collections, problems = load_collections(tmp_path, frozenset({"bai-sen/thao", "bai-sen/gop-von"}))
    assert problems == []

    made = dict(series(catalog_of(story_of(), made_up_story("thao"), collections=collections), SITE_URL))

    ((path, data),) = made.items()
    assert str(path) == "bo-suu-tap/mot-loat/mot-loat.docx"
    with ZipFile(io.BytesIO(data)) as archive:
        words = archive.read("word/document.xml").decode()
    assert "Kỳ 1: Chuyện bịa để thử: gop-von" in words
    assert "57-CV/BTGDVTU" in words
    assert "thao" not in words
    assert dict(series(catalog_of(made_up_story("thao"), collections=collections), SITE_URL)) == {}
