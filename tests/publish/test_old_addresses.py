"""Moved, not lost: what stands at the old addresses of a story in a public edition, and what speaks of the new one."""

import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.commands import run
from tests.conftest import APPROVED, GOOD_STORY, ContentFolder
from tests.made_up import approve, write_made_up
from tests.sites import site_once

URL = "https://vi-du.example/"
FIRST, SECOND = "cu-lao/ten-dau", "bai-sen/ten-sau"
OF_DRAFT, OF_WITHDRAWN = "bai-sen/thao-cu", "bai-sen/go-cu"
DRAFT, WITHDRAWN = "cu-lao/doi-rac-nhua-lay-gao", "cu-lao/ong-lai-do-giu-ben"
LINKED = "bai-sen/bai-ben-canh"


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The public edition of the made-up province after moves: one story twice, a draft, one withdrawn since."""
    content = ContentFolder(tmp_path_factory.mktemp("moved") / "content")
    write_made_up(content.root)
    (content.root / "moved.yml").write_text(
        f"- {{old: {FIRST}, new: {SECOND}}}\n- {{old: {SECOND}, new: {APPROVED}}}\n"
        f"- {{old: {OF_DRAFT}, new: {DRAFT}}}\n- {{old: {OF_WITHDRAWN}, new: {WITHDRAWN}}}\n"
    )
    link = f"Như [tổ kia](/mo-hinh/{FIRST}/) và [nơi nọ](/mo-hinh/{OF_DRAFT}/), cả tổ"
    approve(content.write_story(GOOD_STORY.replace("Cả tổ", link), LINKED.split("/")[1]))
    assert run(content, "withdraw", WITHDRAWN, "--reason", "sai-su-that", "--date", "2026-11-20").returncode == 0
    return site_once(tmp_path_factory, "moved", content.root, "--edition", "public", "--site-url", URL)[0]


def page(site, address):
    return LexborHTMLParser((site / address / "index.html").read_bytes())


@pytest.mark.parametrize("old", [FIRST, SECOND])
@pytest.mark.parametrize("tail", ["", "bao-chi/"])
def test_an_old_address_leads_on_without_a_script(site, old, tail):
    """At once for a browser, in words for a reader, by its canonical address for a search engine."""
    target = f"mo-hinh/{APPROVED}/{tail}"
    left = page(site, f"mo-hinh/{old}/{tail}")
    up = "../" * (4 if tail else 3)
    assert left.css_first('meta[http-equiv="refresh"]').attributes["content"] == f"0; url={up}{target}"
    assert left.css_first('link[rel="canonical"]').attributes["href"] == f"{URL}{target}"
    assert left.css_first('meta[name="robots"]').attributes["content"] == "noindex"
    link = left.css_first("[data-moved] a")
    assert (link.attributes["href"], link.text()) == (f"{up}{target}", "Tổ Hai góp vốn xoay vòng")
    assert (site / target / "index.html").is_file()


def test_nothing_else_stands_at_an_old_address(site):
    files = {path.relative_to(site / "mo-hinh" / FIRST).as_posix() for path in (site / "mo-hinh" / FIRST).rglob("*.*")}
    assert files == {"index.html", "bao-chi/index.html"}


def test_lists_feeds_and_data_name_the_new_address(site):
    """In data with those before; the id of a feed's entry is the first, or readers would be shown the story again."""
    row = next(row for row in json.loads((site / "du-lieu/models.json").read_text())["models"] if row["id"] == APPROVED)
    assert row["address"] == f"{URL}mo-hinh/{APPROVED}/"
    assert row["former_addresses"] == [f"{URL}mo-hinh/{FIRST}/", f"{URL}mo-hinh/{SECOND}/"]
    assert f"mo-hinh/{SECOND}/" in (site / "du-lieu/models.csv").read_text(encoding="utf-8")
    entry = next(item for item in json.loads((site / "feed.json").read_text())["items"] if "Tổ Hai" in item["title"])
    assert (entry["id"], entry["url"]) == (f"{URL}mo-hinh/{FIRST}/", f"{URL}mo-hinh/{APPROVED}/")
    assert f"<id>{URL}mo-hinh/{FIRST}/</id>" in (site / "feed.xml").read_text(encoding="utf-8")
    assert FIRST not in (site / "sitemap.xml").read_text(encoding="utf-8")
    for name in ("index.html", "mo-hinh/index.html", "bao-chi/danh-sach.json"):
        assert FIRST not in (site / name).read_text(encoding="utf-8"), name


def test_a_link_to_an_old_address_leads_straight_to_the_new_one(site):
    html = (site / "mo-hinh" / LINKED / "index.html").read_text(encoding="utf-8")
    assert re.search(rf'<a href="\.\./\.\./\.\./mo-hinh/{APPROVED}/"[^>]*>tổ kia</a>', html)
    assert "và nơi nọ, cả tổ" in html


def test_the_old_address_of_a_draft_tells_nothing(site):
    """A page that leads on would name the draft: there is none, as if nothing had ever been there."""
    assert not (site / "mo-hinh" / OF_DRAFT).exists()
    for path in (path for path in site.rglob("*") if path.is_file()):
        assert OF_DRAFT.encode() not in path.read_bytes(), path


def test_the_old_address_of_a_withdrawn_story_says_that_it_was_withdrawn(site):
    """The same notice at each of its addresses; none names another."""
    for key in (WITHDRAWN, OF_WITHDRAWN):
        left = page(site, f"mo-hinh/{key}")
        assert left.css_first("[data-withdrawn]")
        assert not left.css_first("[http-equiv=refresh]")
    assert WITHDRAWN not in page(site, f"mo-hinh/{OF_WITHDRAWN}").html
