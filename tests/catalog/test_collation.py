"""Vietnamese order: letters first, then tones, syllable by syllable."""

import random

import pytest

from scripts.catalog.collation import place_sort_key, sort_key

ALPHABET = list("aăâbcdđeêghiklmnoôơpqrstuưvxy")


def shuffled(words):
    return sorted(words, key=lambda word: random.Random(word).random())


def test_the_29_letters_stand_in_their_order():
    assert sorted(shuffled(ALPHABET), key=sort_key) == ALPHABET


def test_tones_follow_ngang_huyen_hoi_nga_sac_nang():
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(shuffled(tones), key=sort_key) == tones


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Dương Hòa", "Đông Hòa"),  # đ comes after d
        ("An Minh", "Ấp Mới"),
        ("Hòa An", "Hòa Điền"),
        ("Vĩnh Bình Bắc", "Vĩnh Bình Nam"),
        ("Hòn Đất", "Hòn Nghệ"),
        ("Vĩnh", "Vĩnh An"),  # the shorter first
        ("ma túy", "mà cả"),  # the tone of the first syllable decides before the second syllable
        ("Thạnh Đông", "Thạnh Đông A"),
        ("trang 2", "trang ba"),  # digits before letters
    ],
)
def test_pairs(first, second):
    assert sort_key(first) < sort_key(second)


def test_decomposed_text_sorts_like_composed():
    """NFD looks the same and must sort the same."""
    assert sort_key("Hòa") == sort_key("Ho\u0300a")


def test_places_sort_by_their_own_name():
    """The words xã, huyện, thị trấn say what a place is, not where it stands in a list."""
    places = [
        "thành phố Rạch Giá",
        "huyện An Biên",
        "thị xã Hà Tiên",
        "huyện Giồng Riềng",
        "xã Đông Hòa",
        "phường Dương Đông",
    ]
    assert sorted(places, key=place_sort_key) == [
        "huyện An Biên",
        "phường Dương Đông",
        "xã Đông Hòa",
        "huyện Giồng Riềng",
        "thị xã Hà Tiên",
        "thành phố Rạch Giá",
    ]
