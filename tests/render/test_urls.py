"""Public addresses: stable, and relative so that the site lives in any folder."""

import pytest

from scripts.render import urls
from scripts.render.facets.table import DISTRICT_FIELD, KIND, YEAR


@pytest.mark.parametrize(
    ("address", "page", "link"),
    [
        ("", "", "./"),
        ("dia-ban/", "", "dia-ban/"),
        ("", "dia-ban/", "../"),
        ("gop-bai/#sua-bai", "mo-hinh/a/b/", "../../../gop-bai/#sua-bai"),
        ("https://example.org/x", "mo-hinh/a/b/", "https://example.org/x"),
    ],
)
def test_relative(address, page, link):
    assert urls.relative(address, page) == link


def test_the_addresses_of_the_design():
    assert urls.story_url("bai-sen/gop-von") == "mo-hinh/bai-sen/gop-von/"
    assert DISTRICT_FIELD.url("bai-sen/kinh-te") == "dia-ban/bai-sen/kinh-te/"
    assert KIND.url("individual") == "ca-nhan/"
    assert YEAR.url("2016") == "nam/2016/"
    assert urls.list_page_url("nam/2016/", 1) == "nam/2016/"
    assert urls.list_page_url("nam/2016/", 3) == "nam/2016/trang-3/"
