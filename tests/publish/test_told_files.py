"""What a finished site tells machines: feeds, data, sitemap, robots, and the head of every page."""

import json
import re
import shutil

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import APPROVED, GOOD_STORY, MADE_UP, approve, with_keys
from tests.made_up_photos import AUDIO, SOUND
from tests.sites import run_build

SITE_URL = "https://vi-du.example/"
STORY = f"mo-hinh/{APPROVED}/index.html"


def built(tmp_path_factory, *arguments):
    folder = tmp_path_factory.mktemp("told")
    done = run_build(MADE_UP, folder / "site", folder / "build", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site", done.stdout


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    """The public edition of the made-up province, at an address."""
    return built(tmp_path_factory, "--edition", "public", "--site-url", SITE_URL)[0]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """The same with thirty approved stories of one topic more: lists of two pages, a topic with a page."""
    folder = tmp_path_factory.mktemp("crowded")
    content = folder / "content"
    shutil.copytree(MADE_UP, content)
    for number in range(30):
        file = content / "models" / "bai-sen" / f"bai-{number}" / "index.md"
        file.parent.mkdir()
        file.write_text(
            with_keys(GOOD_STORY.replace("Tổ Ba cùng", f"Tổ số {number} cùng"), "topics: [Vốn]"), encoding="utf-8"
        )
        approve(file)
    done = run_build(content, folder / "site", folder / "build", "--edition", "public", "--site-url", SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def head_of(site, page):
    return LexborHTMLParser((site / page).read_bytes()).css_first("head")


def metas(head):
    named = {node.attributes.get("property") or node.attributes.get("name"): node for node in head.css("meta")}
    return {name: node.attributes["content"] for name, node in named.items() if name}


def test_the_public_site_has_every_file_and_none_with_the_date_of_the_build(public):
    for name in ("feed.xml", "feed.json", "dia-ban/bai-sen/feed.xml", "linh-vuc/kinh-te/feed.json"):
        assert (public / name).is_file(), name
    assert sorted(path.name for path in (public / "du-lieu").iterdir()) == [
        "index.html",
        "models.csv",
        "models.json",
        "models.schema.json",
        "models.xlsx",
    ]
    assert f"<loc>{SITE_URL}mo-hinh/{APPROVED}/</loc><lastmod>2026-11-20</lastmod>" in (
        public / "sitemap.xml"
    ).read_text(encoding="utf-8")
    assert not list(public.glob("sitemap*.gz"))
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (public / "robots.txt").read_text(encoding="utf-8")


def indexable(site):
    """Return the addresses of the pages that search engines may index: nothing on them says otherwise."""
    pages = {path.relative_to(site): metas(head_of(site, path.relative_to(site))) for path in site.rglob("*.html")}
    return {
        f"{SITE_URL}{path.as_posix().removesuffix('index.html')}"
        for path, told in pages.items()
        if "robots" not in told
    }


def test_the_sitemap_holds_every_page_that_may_be_indexed_and_no_other(public, crowded):
    """Both ways, whatever the page: a list and its second page, a collection, the desk, a hand-written page."""
    for site in (public, crowded):
        mapped = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
        assert len(mapped) > 20
        assert sorted(mapped) == sorted(indexable(site))
    pages = ("bo-suu-tap/", "bao-chi/", "bao-chi/cach-dung/", "mo-hinh/trang-2/", "chu-de/von/")
    assert {f"{SITE_URL}{page}" for page in pages} <= indexable(crowded)


def test_every_mapped_page_of_ours_tells_machines_where_it_stands(crowded):
    """All but the hand-written pages and the search have structured data, collections and the desk too."""
    silent = {
        page for page in indexable(crowded) if "ld+json" not in (crowded / file_of(page)).read_text(encoding="utf-8")
    }
    hand_written = ("gioi-thieu/", "gop-bai/", "bao-chi/cach-dung/")
    assert silent == {f"{SITE_URL}{page}" for page in (*hand_written, "tim-kiem/")}
    assert "ItemList" in (crowded / "bo-suu-tap/gop-suc-ma-lam/index.html").read_text(encoding="utf-8")


def file_of(address):
    return f"{address.removeprefix(SITE_URL)}index.html"


def test_every_page_has_its_card_and_its_feeds(public):
    """The picture exists, the address is the page's own, the feeds lead somewhere (the gate checks that)."""
    pages = list(public.rglob("index.html"))
    assert len(pages) > 20
    for path in pages:
        head = head_of(public, path.relative_to(public))
        told = metas(head)
        if "bao-chi" in path.parts and "mo-hinh" in path.parts:
            assert told["robots"] == "noindex"  # the story's own page is the one to share
            assert "og:url" not in told
            continue
        canonical = head.css_first('link[rel="canonical"]').attributes["href"]
        assert told["og:url"] == canonical
        assert canonical.startswith(SITE_URL)
        assert told["og:title"]
        assert told["og:description"] == told["description"]
        assert told["twitter:card"] == "summary_large_image"
        assert (public / told["og:image"].removeprefix(SITE_URL)).is_file()
        assert len(head.css('link[rel="alternate"]')) in (2, 4)
    kinds = {node.attributes["type"] for node in head_of(public, "index.html").css('link[rel="alternate"]')}
    assert kinds == {"application/atom+xml", "application/feed+json"}
    own = [n.attributes["href"] for n in head_of(public, "dia-ban/bai-sen/index.html").css('link[rel="alternate"]')]
    assert own == ["../../feed.xml", "../../feed.json", "feed.xml", "feed.json"]


def test_a_story_has_a_picture_of_its_own_and_structured_data(public):
    head = head_of(public, STORY)
    assert metas(head)["og:type"] == "article"
    assert metas(head)["og:image"] != metas(head_of(public, "index.html"))["og:image"]
    (script,) = head.css('script[type="application/ld+json"]')
    graph = {node["@type"]: node for node in json.loads(script.text())["@graph"]}
    assert graph["Article"]["url"] == metas(head)["og:url"]
    assert graph["Article"]["image"] == metas(head)["og:image"]


def test_a_preview_tells_nothing_but_its_approved_data(tmp_path_factory):
    """A draft must not spread: no feed, no map, no card; robots are sent away."""
    site, _ = built(tmp_path_factory, "--site-url", SITE_URL)
    assert not [path for path in site.rglob("*") if re.match(r"feed\.|sitemap|podcast", path.name)]
    assert not (site / "assets" / "share").exists()
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "og:" not in html
        assert "ld+json" not in html
        assert 'rel="alternate"' not in html
    rows = json.loads((site / "du-lieu" / "models.json").read_text(encoding="utf-8"))["models"]
    assert [row["id"] for row in rows] == [APPROVED]


def test_a_public_site_that_does_not_know_its_address_says_what_it_lacks(tmp_path_factory):
    site, said = built(tmp_path_factory, "--edition", "public")
    assert "--site-url" in said
    assert not (site / "feed.xml").exists()
    assert not (site / "sitemap.xml").exists()
    assert "og:" not in (site / STORY).read_text(encoding="utf-8")


def test_the_podcast_points_to_the_published_recording(made_up_content, tmp_path):
    """The whole way: an approved story with a recording becomes an episode whose file is there, byte for byte."""
    file = made_up_content.write_story(with_keys(GOOD_STORY, AUDIO))
    (file.parent / "a.mp3").write_bytes(SOUND)
    approve(file)

    done = run_build(
        made_up_content.root, tmp_path / "site", tmp_path / "build", "--edition", "public", "--site-url", SITE_URL
    )

    assert done.returncode == 0, done.stdout + done.stderr
    told = feedparser.parse((tmp_path / "site/podcast.xml").read_bytes())
    assert not told.bozo
    ((enclosure,),) = [entry.enclosures for entry in told.entries]
    assert (enclosure.type, int(enclosure.length)) == ("audio/mpeg", len(SOUND))
    assert (tmp_path / "site" / enclosure.href.removeprefix(SITE_URL)).read_bytes() == SOUND
