"""What a card says of a story, and its cover where there is no photo."""

import pytest

from scripts.catalog.catalog import Edition, build_catalog
from scripts.render.reading.cards import cards_of
from tests.made_up import made_up_story, made_up_taxonomy

FIGURE = {"value": "hơn 20", "unit": "hộ", "label": "vào tổ", "when": "2020"}


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"cover": {"figure": "22 người", "phrase": "một cái hộp gỗ"}}, "22 người, một cái hộp gỗ"),
        ({"cover": {"phrase": "một cái hộp gỗ"}, "results": [FIGURE]}, "một cái hộp gỗ"),
        ({"cover": {"figure": "22 người"}, "results": [FIGURE]}, "22 người"),
        ({"results": [FIGURE]}, "hơn 20 hộ"),
        ({}, "Góp vốn xoay vòng"),
    ],
)
def test_a_drawn_cover_says_what_the_editor_chose_before_a_figure_or_a_method(keys, said):
    story = made_up_story(**keys)

    catalog = build_catalog((story,), made_up_taxonomy(), Edition.PREVIEW)

    assert cards_of(catalog)[story.key].cover.text == said
