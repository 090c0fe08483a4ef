"""A withdrawn story in a whole build: gone from everything, in both editions, but for a polite page."""

import gzip
import re
import shutil

import pytest

from tests.commands import run
from tests.conftest import APPROVED, MADE_UP, ContentFolder
from tests.sites import run_build

DRAFT = "cu-lao/doi-rac-nhua-lay-gao"
# Words that only the two stories say.
WORDS = {APPROVED: "bốc thăm thứ tự mượn", DRAFT: "ba ký chai nhựa"}


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """Both editions, built, then built again in place after an approved story and a draft were withdrawn."""
    folder = tmp_path_factory.mktemp("go-bai")
    content = ContentFolder(folder / "content")
    shutil.copytree(MADE_UP, content.root)
    link = content.root / "models/toan-tinh/lop-hoc-chu-ban-dem/index.md"
    link.write_text(link.read_text(encoding="utf-8") + f"\n[Chuyện kia](/mo-hinh/{APPROVED}/).\n", encoding="utf-8")
    built = {}
    for edition in ("preview", "public"):
        place = (folder / edition, folder / f"build-{edition}", "--edition", edition, "--site-url", "https://e.vn/")
        first = run_build(content.root, *place)
        assert first.returncode == 0, first.stdout + first.stderr
        assert (folder / edition / "mo-hinh" / APPROVED / "index.html").read_text().count("data-story-text")
        built[edition] = place
    for key in (APPROVED, DRAFT):
        assert run(content, "withdraw", key, "--reason", "sai-su-that", "--date", "2026-11-20").returncode == 0
    for place in built.values():
        done = run_build(content.root, *place)
        assert done.returncode == 0, done.stdout + done.stderr
    return {edition: place[0] for edition, place in built.items()}


def bytes_of(path):
    data = path.read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


@pytest.mark.parametrize("key", [APPROVED, DRAFT])
@pytest.mark.parametrize("edition", ["preview", "public"])
def test_row_45_its_address_says_politely_that_it_was_withdrawn(edition, key, sites):
    html = (sites[edition] / "mo-hinh" / key / "index.html").read_text(encoding="utf-8")

    assert "data-withdrawn" in html
    assert re.search(r"đã được gỡ khỏi trang ngày\s*<span[^>]*>20-11-2026</span>", html)
    assert '<meta name="robots" content="noindex">' in html
    assert "Bài có điều chưa đúng." in html
    assert "data-story-text" not in html


@pytest.mark.parametrize("key", [APPROVED, DRAFT])
@pytest.mark.parametrize("edition", ["preview", "public"])
def test_row_45_it_is_in_no_other_file_of_the_site(edition, key, sites):
    """Pages, lists, search, sitemap, feeds, exports, whatever later joins them: neither address nor words."""
    site, slug = sites[edition], key.split("/")[1]
    own = site / "mo-hinh" / key
    assert [path.name for path in own.iterdir()] == ["index.html"]
    files = [path for path in site.rglob("*") if path.is_file()]
    assert len(files) > 30
    for path in files:
        data = bytes_of(path)
        assert WORDS[key].encode() not in data, path
        assert own in path.parents or slug.encode() not in data, path


def test_row_45_other_pages_of_the_public_edition_may_be_indexed(sites):
    """The mark stands on the withdrawn pages, and on lists that have no story left."""
    site = sites["public"]
    pages = {p.parent.relative_to(site).as_posix(): p.read_text() for p in site.rglob("index.html")}
    hidden = {page for page, html in pages.items() if '<meta name="robots"' in html and "noindex" in html}
    waiting = {page for page, html in pages.items() if "<span>Chưa có bài</span>" in html} - {"mo-hinh", "bao-chi"}
    assert hidden == {f"mo-hinh/{APPROVED}", f"mo-hinh/{DRAFT}"} | waiting
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://e.vn/mo-hinh/" in sitemap
    assert APPROVED not in sitemap


def test_row_45_counts_no_longer_count_it(sites):
    home = (sites["public"] / "mo-hinh/index.html").read_text(encoding="utf-8")
    assert "Chưa có bài nào được duyệt đăng trên trang này." in home


def test_row_45_a_link_to_it_becomes_plain_words(sites):
    html = (sites["preview"] / "mo-hinh/toan-tinh/lop-hoc-chu-ban-dem/index.html").read_text(encoding="utf-8")
    assert "Chuyện kia" in html


@pytest.mark.parametrize("edition", ["preview", "public"])
def test_row_45_listed_and_present_at_once_it_is_left_out(tmp_path, made_up_content, edition):
    """Withdrawing half done, or a pull request that brings the folder back: the address keeps its notice."""
    line = f"- {{story: {APPROVED}, date: 2026-11-20, reason: sai-su-that}}\n"
    (made_up_content.root / "withdrawn.yml").write_text(line, encoding="utf-8")

    done = run_build(made_up_content.root, tmp_path / "site", tmp_path / "build", "--edition", edition)

    assert done.returncode == 3, done.stdout + done.stderr
    assert "[withdrawn-present]" in done.stderr
    assert "data-withdrawn" in (tmp_path / "site/mo-hinh" / APPROVED / "index.html").read_text(encoding="utf-8")
    for path in (tmp_path / "site").rglob("*"):
        assert path.is_dir() or WORDS[APPROVED].encode() not in bytes_of(path), path
