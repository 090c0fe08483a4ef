"""An embargo means not public (row 61): before its hour nothing of a story is in any file of a public edition.

The scene is a story that has everything: photo, recording, collection, broadcast, a link from another story. It is
built twice, a minute apart. What the later site has of it shows that the look would find it in the earlier one.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

from scripts.source.text.vietnamese import fold, nfc
from tests.conftest import GOOD_STORY, with_keys
from tests.made_up import approve, approve_house, write_made_up
from tests.made_up_photos import SOUND, encoded
from tests.sites import run_build, site_once, texts_in

SLUG, TITLE = "nuoi-ong-giua-rung", "Cả xóm chung tay nuôi ong giữa rừng tràm"
KEY = f"bai-sen/{SLUG}"
BEFORE, HOUR = "2026-11-24T05:59+07:00", "2026-11-24T06:00+07:00"
NEEDLES = {
    "slug": SLUG,
    "title": TITLE,
    "summary": "Mười sáu đõ ong đầu tiên",
    "body": "bầu đàn chúa tơ",
    "picture": "cầu ong vàng sậm",
    "recording": "mật tràm đầu mùa quay tay",
    "broadcast": "Ong về rừng tràm",
    "figure": "đõ ong nội",
}
KEYS = f"""\
topics: [nông thôn mới]
results:
  - {{value: "16", unit: đõ ong nội, label: góp chung, when: "2020"}}
photos:
  - file: dan-ong.jpg
    alt: Hai người nâng cầu ong vàng sậm
    caption: Ngày đầu
    credit: Tổ Ba
    licence: press-with-credit
audio:
  - file: nghe-ong.mp3
    outlet: Đài Sông Mây
    date: 2020-09-01
    length: 3:20
    licence: press-with-credit
    transcript: Nghe kể chuyện mật tràm đầu mùa quay tay
embargo: {HOUR}
"""
STORY = (
    with_keys(GOOD_STORY, KEYS)
    .replace("Tổ Ba cùng nhau vét kênh", TITLE)
    .replace("Hai mươi nhà trong một tổ bịa", f"{NEEDLES['summary']} của một tổ bịa")
    .replace("chia nhau từng đoạn kênh", f"chia nhau trông từng {NEEDLES['body']}")
)
FILES = {
    "page": f"mo-hinh/{KEY}/index.html",
    "press page": f"mo-hinh/{KEY}/bao-chi/index.html",
    "kit": f"mo-hinh/{KEY}/bao-chi/{SLUG}.zip",
    "photo": rf"mo-hinh/{KEY}/dan-ong[^/]*\.webp",
    "recording": rf"mo-hinh/{KEY}/[^/]*\.mp3",
    "home": "index.html",
    "all stories": "mo-hinh/index.html",
    "district": "dia-ban/bai-sen/index.html",
    "district and field": "dia-ban/bai-sen/kinh-te/index.html",
    "field": "linh-vuc/kinh-te/index.html",
    "method": "cach-lam/tu-quan/index.html",
    "feed": r"feed\.xml",
    "JSON feed": r"feed\.json",
    "feed of a district": r"dia-ban/bai-sen/feed\.xml",
    "podcast": r"podcast\.xml",
    "JSON": r"du-lieu/models\.json",
    "table": r"du-lieu/models\.csv",
    "workbook": r"du-lieu/models\.xlsx",
    "desk": "bao-chi/index.html",
    "list of the desk": r"bao-chi/danh-sach\.json",
    "search": r"assets/index/[0-9a-f]+/.*\.json",
    "sitemap": r"sitemap\.xml",
    "collection": "bo-suu-tap/gop-suc-ma-lam/index.html",
    "series": r"bo-suu-tap/gop-suc-ma-lam/gop-suc-ma-lam\.docx",
    "the story that links to it": "mo-hinh/bai-sen/bai-ben-canh/index.html",
}
"""Every kind of public file that holds something of a public story: what to find it by."""


PUBLIC = ("--edition", "public", "--site-url", "https://vi-du.example/", "--at")


@pytest.fixture(scope="session")
def waiting_province(tmp_path_factory):
    """The made-up province with the story of the scene."""
    content = tmp_path_factory.mktemp("embargo") / "content"
    write_made_up(content)
    write_waiting_story(content)
    approve_house(content)
    return content


@pytest.fixture(scope="session")
def sites(tmp_path_factory, waiting_province):
    """The public edition a minute before the hour of the story, and at it."""
    moments = (("before", BEFORE), ("at", HOUR))
    return tuple(site_once(tmp_path_factory, name, waiting_province, *PUBLIC, at) for name, at in moments)


def write_waiting_story(content):
    """Add the story of the scene, approved, with all that speaks of it."""
    folder, beside = content / f"models/{KEY}", content / "models/bai-sen/bai-ben-canh"
    folder.mkdir()
    beside.mkdir()
    (folder / "dan-ong.jpg").write_bytes(encoded())
    (folder / "nghe-ong.mp3").write_bytes(SOUND)
    (folder / "index.md").write_text(STORY, encoding="utf-8")
    linked = GOOD_STORY.replace("trong ba ngày", f"như [xóm bên](/mo-hinh/{KEY}/) đã làm")
    (beside / "index.md").write_text(linked, encoding="utf-8")
    for file in (folder / "index.md", beside / "index.md"):
        approve(file)
    shelf = content / "collections/gop-suc-ma-lam.md"
    shelf.write_text(
        shelf.read_text(encoding="utf-8").replace("stories:\n", f"stories:\n  - {KEY}\n"), encoding="utf-8"
    )
    (content / "coverage").mkdir(exist_ok=True)
    (content / "coverage/ong-1.yml").write_text(
        f"story: {KEY}\noutlet: Đài Sông Mây\ndate: 2020-09-02\ntitle: Ong về rừng tràm\n", encoding="utf-8"
    )


def found_in(site):
    """Return which needles stand in which file of ``site``, in its name or its words, with marks or without."""
    found = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        said = nfc("\n".join([name, *texts_in(path.read_bytes())])).lower()
        folded = fold(said)
        here = {kind for kind, needle in NEEDLES.items() if needle.lower() in said or fold(needle) in folded}
        if here:
            found[name] = here
    return found


def test_row_61_nothing_of_a_story_is_in_any_public_file_before_its_hour(sites):
    (before, _), _ = sites
    assert found_in(before) == {}


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_of_public_file_speaks_of_the_story_at_its_hour(found_at_the_hour, kind):
    """Or else the look above would look for nothing."""
    assert [name for name in found_at_the_hour if re.fullmatch(FILES[kind], name)], sorted(found_at_the_hour)


def test_every_needle_can_be_found(found_at_the_hour):
    assert set().union(*found_at_the_hour.values()) == set(NEEDLES)


@pytest.fixture(scope="session")
def found_at_the_hour(sites):
    return found_in(sites[1][0])


def test_a_collection_that_names_it_is_left_out_before_its_hour(tmp_path, waiting_province):
    """Not its address but its title, in words that somebody wrote: check says it at the words, nothing else waits."""
    content = Path(shutil.copytree(waiting_province, tmp_path / "content"))
    shelf = content / "collections/gop-suc-ma-lam.md"
    text = shelf.read_text(encoding="utf-8")
    shelf.write_text(text.replace("Ba nơi, ba cách góp.", f"Sắp có: {TITLE}."), encoding="utf-8")
    approve_house(content)
    done = run_build(content, tmp_path / "site", tmp_path / "build", *PUBLIC, BEFORE)
    assert done.returncode == 3
    assert "[quotes-waiting-title]" in done.stderr
    assert f"{shelf}:" in done.stderr
    assert (tmp_path / "site/index.html").exists()
    assert not (tmp_path / "site/bo-suu-tap/gop-suc-ma-lam").exists()
    assert found_in(tmp_path / "site") == {}


def test_no_count_speaks_of_it_before_its_hour(sites):
    """Neither the number of stories, nor that of what a collection leaves out."""
    (before, _), (at, _) = sites
    counts = [json.loads((site / "du-lieu/models.json").read_text())["count"] for site in (before, at)]
    assert counts == [2, 3]
    for site in (before, at):
        assert "còn 2 bài không có ở bản này" in (site / FILES["collection"]).read_text(encoding="utf-8")


def test_its_share_picture_is_drawn_at_its_hour(sites):
    """Its name is a digest: what tells is that there is one more."""
    before, at = ({path.name for path in site.glob("assets/share/*")} for site, _ in sites)
    assert before < at
    assert len(at - before) == 1


def test_a_link_to_it_is_plain_words_before_its_hour(sites):
    (before, _), (at, _) = sites
    name = FILES["the story that links to it"]
    assert "như xóm bên đã làm" in (before / name).read_text(encoding="utf-8")
    assert ">xóm bên</a>" in (at / name).read_text(encoding="utf-8")


def test_a_build_says_when_the_next_story_may_come(sites):
    (_, said_before), (_, said_at) = sites
    assert "1 bài đã duyệt chờ tới giờ. Sớm nhất có bài tới giờ đăng: 06:00 ngày 24-11-2026." in said_before
    assert "tới giờ đăng" not in said_at
