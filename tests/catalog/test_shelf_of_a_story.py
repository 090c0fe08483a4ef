"""The two shelves: where a story stands, what is said of it, how many stand on each."""

import pytest

from scripts.catalog.shelves import Shelf, ShelfCounts, say_shelf, say_standing, shelf_counts, shelf_of
from scripts.source.schema.story_parts import Standing
from tests.made_up import made_up_story

SAID = {
    Standing.RECOGNISED: "Điển hình “Dân vận khéo”: được công nhận",
    Standing.COMMENDED: "Điển hình “Dân vận khéo”: được khen thưởng",
    Standing.REGISTERED: "Điển hình “Dân vận khéo”: đã đăng ký",
    Standing.PRESENTED: "Điển hình “Dân vận khéo”: được giới thiệu",
    Standing.GOOD_DEED: "Cách làm hay: được nêu gương người tốt, việc tốt",
    Standing.NOT_STATED: "Cách làm hay",
}


@pytest.mark.parametrize("standing", Standing)
def test_what_sources_say_decides_the_shelf_and_is_said_as_they_say_it(standing):
    """Four acts under the name of the movement, never one for another; silence is no verdict."""
    story = made_up_story(movement=standing)
    assert say_shelf(story) == SAID[standing]
    assert SAID[standing].startswith(shelf_of(story).label)


def test_where_sources_say_nothing_nothing_is_said():
    assert say_standing(Standing.NOT_STATED) == ""


def test_the_shelves_are_counted_each_by_itself():
    counts = shelf_counts([made_up_story(movement=standing) for standing in Standing])
    assert counts == ShelfCounts(exemplars=4, practices=2)
    assert counts.by_shelf == ((Shelf.EXEMPLARS, 4), (Shelf.PRACTICES, 2))
    assert counts.total == len(Standing)
