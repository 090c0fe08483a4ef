"""The sitemap and robots.txt: every page worth finding, with the stories' own dates; nothing of a preview."""

import xml.etree.ElementTree as ET

import pytest

from scripts.catalog.catalog import Edition
from scripts.render.machines.sitemap import LIMIT, robots_text, sitemap_files
from scripts.render.site import render_files, render_site
from tests.made_up import made_up_story
from tests.render.mixed import HIDDEN, PUBLIC, SITE_URL, STORIES, catalog_of

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries_of(text, tag="url"):
    root = ET.fromstring(text)
    assert root.tag == f"{SITEMAP}{'urlset' if tag == 'url' else 'sitemapindex'}"
    return {e.findtext(f"{SITEMAP}loc"): e.findtext(f"{SITEMAP}lastmod") for e in root.findall(f"{SITEMAP}{tag}")}


def mapped(stories=STORIES):
    """Return what the pages that were made say of themselves, as the build notes it."""
    return {page.address: page.changed for page in render_site(catalog_of(stories), SITE_URL) if not page.robots}


def test_exactly_the_approved_stories_are_mapped_with_the_date_of_their_approval():
    entries = entries_of(dict(sitemap_files(mapped(), SITE_URL))["sitemap.xml"])
    stories = {url: date for url, date in entries.items() if "/mo-hinh/" in url and url != f"{SITE_URL}mo-hinh/"}
    assert stories == {f"{SITE_URL}mo-hinh/{s.key}/": s.front.approval.date.isoformat() for s in PUBLIC}
    assert not [url for url in entries for story in HIDDEN if story.slug in url]


def test_every_list_with_a_story_is_mapped_and_no_list_without():
    found = mapped()
    for address in (
        "",
        "du-lieu/",
        "dia-ban/bai-sen/",
        "dia-ban/bai-sen/kinh-te/",
        "linh-vuc/van-hoa-xa-hoi/",
        "cach-lam/tu-quan/",
        "nam/2016/",
        "cap/huyen/",
        "tap-the/",
    ):
        assert address in found, address
    assert "dia-ban/cu-lao/" not in found


def test_a_list_has_the_date_of_its_newest_story():
    entries = entries_of(dict(sitemap_files(mapped(), SITE_URL))["sitemap.xml"])
    assert entries[f"{SITE_URL}linh-vuc/kinh-te/"] == "2026-11-20"
    assert dict(sitemap_files({"gioi-thieu/": ""}, SITE_URL))["sitemap.xml"].count("lastmod") == 0


def test_a_long_sitemap_is_split_and_indexed():
    """sitemaps.org: at most 50,000 addresses a file."""
    assert LIMIT == 50_000
    found = mapped([made_up_story(f"bai-{n}", approved=True) for n in range(10)])
    files = dict(sitemap_files(found, SITE_URL, limit=7))
    index = entries_of(files["sitemap.xml"], "sitemap")
    parts = [name for name in files if name != "sitemap.xml"]
    assert list(index) == [f"{SITE_URL}{name}" for name in parts]
    assert all(date == "2026-11-20" for date in index.values())
    sizes = [len(entries_of(files[name])) for name in parts]
    assert len(parts) > 2
    assert max(sizes) == 7
    assert sum(sizes) == len(found)
    (whole,) = dict(sitemap_files(found, SITE_URL, limit=sum(sizes))).items()
    assert whole[0] == "sitemap.xml"
    assert len(entries_of(whole[1])) == sum(sizes)


def test_robots_may_read_a_public_edition_and_nothing_of_a_preview():
    assert robots_text(opened=True, site_url=SITE_URL) == f"User-agent: *\nAllow: /\n\nSitemap: {SITE_URL}sitemap.xml\n"
    assert robots_text(opened=True, site_url="") == "User-agent: *\nAllow: /\n"
    assert robots_text(opened=False, site_url=SITE_URL) == "User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize("url", [SITE_URL, ""])
def test_the_preview_has_no_sitemap_and_closes_itself(url):
    files = dict(render_files(catalog_of(edition=Edition.PREVIEW), url, mapped()))
    assert files["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert "sitemap.xml" not in files
    assert "du-lieu/models.json" in files


def test_addresses_are_escaped():
    text = dict(sitemap_files(mapped(), "https://vi-du.example/a&b/"))["sitemap.xml"]
    assert f"{'https://vi-du.example/a&b/'}du-lieu/" in entries_of(text)
