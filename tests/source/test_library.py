"""The door of the source room: everything under ``content/`` in one reading."""

import pytest

from scripts.source.story import State
from scripts.source.text.text_file import read_text
from tests.conftest import APPROVED, GOOD_STORY, with_keys
from tests.made_up_photos import AUDIO, PHOTO, SOUND, encoded


def codes(library):
    return [problem.code for problem in library.problems]


def test_the_made_up_content_is_good_and_one_story_is_public(made_up_library):
    """The other tests build on it: four drafts, one story with a valid approval."""
    assert made_up_library.problems == ()
    assert {story.key: story.state for story in made_up_library.stories} == {
        "bai-sen/duong-hoa-lo-rach-xep": State.DRAFT,
        APPROVED: State.PUBLIC,
        "cu-lao/doi-rac-nhua-lay-gao": State.DRAFT,
        "cu-lao/ong-lai-do-giu-ben": State.DRAFT,
        "toan-tinh/lop-hoc-chu-ban-dem": State.DRAFT,
    }


def test_one_broken_story_stops_no_other(made_up_content):
    broken = made_up_content.root / "models" / "cu-lao" / "doi-rac-nhua-lay-gao" / "index.md"
    broken.write_bytes(b"\xff\xfe")

    library = made_up_content.load()

    assert codes(library) == ["not-utf-8"]
    assert len(library.stories) == 4


def test_a_file_that_cannot_be_read_is_a_problem(content, monkeypatch):
    content.write_story(GOOD_STORY)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("scripts.source.plain_file.os.open", refuse)

    library = content.load()

    assert "taxonomy" in library.problems[0].path
    assert codes(library)[0] == "unreadable"
    assert "không có quyền" in library.problems[0].message


def test_a_link_put_in_the_place_of_a_file_afterwards_is_not_followed(tmp_path):
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "index.md").symlink_to(tmp_path / "secret")

    text, (problem,) = read_text(tmp_path / "index.md")

    assert text is None
    assert problem.code == "symlink"


@pytest.mark.parametrize(("lines", "file", "data"), [(PHOTO, "a.jpg", encoded()), (AUDIO, "a.mp3", SOUND)])
def test_listed_files_lie_beside_the_story(lines, file, data, content):
    story = content.write_story(with_keys(GOOD_STORY, lines))
    assert codes(content.load()) == ["media-missing"]

    (story.parent / file).write_bytes(data)
    assert codes(content.load()) == []


def test_a_file_that_no_key_lists_is_a_problem(content):
    (content.write_story(GOOD_STORY).parent / "a.jpg").write_bytes(b"x")

    assert codes(content.load()) == ["media-unused"]


def test_problems_come_sorted_by_file_and_line(content):
    content.write_story(GOOD_STORY.replace("kinh-te", "kinh").replace("tu-quan", "tu"), slug="b")
    content.write_story(GOOD_STORY.replace("Cả tổ", "<b>").replace("kinh-te", "kinh"), slug="a")

    problems = content.load().problems

    assert [(p.path.split("/")[-2], p.line) for p in problems] == [("a", 9), ("a", 17), ("b", 9), ("b", 10)]
