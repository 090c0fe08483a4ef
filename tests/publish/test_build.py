"""Whole builds, as people run them: ``python -m scripts build`` in its own process."""

import re
import shutil

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition, levels_of, year_of
from scripts.publish.gate.gate import Expectation, check_site
from scripts.source.library import load_library
from tests.commands import run
from tests.conftest import APPROVED, MADE_UP
from tests.made_up import TODAY
from tests.sites import digests, run_build, site_once, texts_in


@pytest.fixture(scope="session")
def preview(tmp_path_factory):
    """The preview edition of ``tests/content``: (site folder, what the command printed)."""
    return site_once(tmp_path_factory, "preview", MADE_UP)


@pytest.fixture(scope="session")
def public(tmp_path_factory):
    """The public edition of ``tests/content``."""
    return site_once(tmp_path_factory, "public", MADE_UP, "--edition", "public")[0]


def pages(site, pattern):
    return {path.parent.relative_to(site).as_posix() for path in site.glob(f"{pattern}/index.html")}


def test_the_preview_has_a_page_for_every_story_and_its_indexes(preview):
    site, printed = preview
    library = load_library(MADE_UP, TODAY)
    assert pages(site, "mo-hinh/*/*") == {f"mo-hinh/{story.key}" for story in library.stories}
    assert pages(site, "dia-ban/*") == {f"dia-ban/{district.slug}" for district in library.taxonomy.districts}
    assert pages(site, "linh-vuc/*") == {f"linh-vuc/{field.slug}" for field in library.taxonomy.fields}
    assert pages(site, "dia-ban/*/*") == {f"dia-ban/{s.district}/{s.front.field}" for s in library.stories}
    assert "Đã dựng bản xem trước" in printed
    assert str(site) in printed


def test_the_preview_marks_every_draft_and_is_not_indexed(preview):
    site, _ = preview
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in html
        assert "Bản xem trước" in html
        for card in LexborHTMLParser(html).css("li.card"):
            approved = any(f"/{APPROVED}/" in link.attributes["href"] for link in card.css("a"))
            assert approved or card.css("[data-draft]"), path
    drafts = pages(site, "mo-hinh/*/*") - {f"mo-hinh/{APPROVED}"}
    assert drafts
    for story in drafts:
        assert "data-draft" in (site / story / "index.html").read_text(encoding="utf-8")


def test_the_public_edition_without_an_approved_story_says_so(content_copy, tmp_path):
    shutil.rmtree(content_copy / "models/bai-sen")  # the approved story, and one that links to it
    shutil.rmtree(content_copy / "collections")
    shutil.rmtree(content_copy / "reports")
    done = run_build(content_copy, tmp_path / "site", tmp_path / "build", "--edition", "public")
    assert done.returncode == 0, done.stdout + done.stderr
    assert pages(tmp_path / "site", "mo-hinh/*/*") == set()
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "Chưa có bài nào được duyệt đăng trên trang này." in home
    assert "noindex" not in home


def test_nothing_of_a_draft_is_in_the_public_edition(public):
    everything = "".join(path.read_text(encoding="utf-8") for path in public.rglob("*.html"))
    drafts = [story for story in load_library(MADE_UP, TODAY).stories if story.draft]
    assert drafts
    assert not [story.key for story in drafts if story.front.title in everything]


def test_an_approved_story_is_public_and_stands_in_every_index(public):
    """The made-up province has one approved story among five; the public edition has that one."""
    site = public
    assert pages(site, "mo-hinh/*/*") == {f"mo-hinh/{APPROVED}"}
    story = next(s for s in load_library(MADE_UP, TODAY).stories if s.key == APPROVED)
    indexes = [
        "mo-hinh",
        f"dia-ban/{story.district}",
        f"dia-ban/{story.district}/{story.front.field}",
        f"linh-vuc/{story.front.field}",
        *(f"cach-lam/{method}" for method in story.front.methods),
        f"nam/{year_of(story)}",
        *(f"cap/{level}" for level in levels_of(story)),
        "tap-the",
    ]
    assert levels_of(story)
    for index in indexes:
        assert f'mo-hinh/{APPROVED}/"' in (site / index / "index.html").read_text(encoding="utf-8"), index


def test_what_an_editor_should_look_at_in_a_script_is_in_no_public_file(content_copy, tmp_path):
    """Neither on a page nor in a kit; the same story, read by its editor, has a remark at every line."""
    lexicon = content_copy / "taxonomy" / "lexicon.yml"
    lexicon.write_text(re.sub(r'longest_line: "?\d+"?', 'longest_line: "10"', lexicon.read_text("utf-8")), "utf-8")
    assert "(?) Câu" in run(content_copy, "script", APPROVED).stdout
    site = tmp_path / "site"
    assert run_build(content_copy, site, tmp_path / "build", "--edition", "public").returncode == 0
    (kit,) = site.glob(f"mo-hinh/{APPROVED}/**/*.zip")
    for file in (kit, site / "mo-hinh" / APPROVED / "bao-chi" / "index.html"):
        texts = list(texts_in(file.read_bytes()))
        assert any("KỊCH BẢN PHÁT THANH" in text or "Kịch bản phát thanh" in text for text in texts)
        assert not [text for text in texts if "(?)" in text or "Xem lại" in text or "khó đọc một hơi" in text]


def test_no_page_asks_another_origin_or_carries_inline_code(preview):
    """Only links a reader follows may lead elsewhere; the browser test watches the requests."""
    site, _ = preview
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "<style" not in html
        assert not LexborHTMLParser(html).css("[style]")  # text may show such a word
        assert "<script>" not in html
        assert 'src="http' not in html
        assert 'src="//' not in html


def test_nothing_of_the_theme_that_no_page_uses_is_published(preview):
    site, _ = preview
    assert not list(site.rglob("*.min.js"))
    assert not (site / "assets/stylesheets").exists()


def test_same_bytes_in_another_folder_time_zone_and_hash_seed(preview, tmp_path):
    site, _ = preview
    other = tmp_path / "nơi khác"
    done = run_build(
        MADE_UP,
        other / "site",
        other / "build",
        TZ="Asia/Tokyo",
        PYTHONHASHSEED="123",
        LC_ALL="C",
        SOURCE_DATE_EPOCH="1",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert digests(other / "site") == digests(site)


def test_building_twice_stages_nothing_and_gives_the_same_site(tmp_path):
    run_build(MADE_UP, tmp_path / "site", tmp_path / "build")
    first = digests(tmp_path / "site")
    again = run_build(MADE_UP, tmp_path / "site", tmp_path / "build")
    assert "0 tệp mới hoặc đổi" in again.stdout
    assert digests(tmp_path / "site") == first


def test_a_story_with_a_problem_is_left_out_and_told(tmp_path, content_copy):
    out = tmp_path / "site"
    assert run_build(content_copy, out, tmp_path / "build").returncode == 0
    story = next((content_copy / "models").glob("*/*/index.md"))
    page = out / "mo-hinh" / story.parent.relative_to(content_copy / "models") / "index.html"
    pages = len(list(out.glob("mo-hinh/*/*/index.html")))
    assert page.exists()
    story.write_text(story.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    done = run_build(content_copy, out, tmp_path / "build")
    assert done.returncode == 3
    assert f"{story}:2:1: " in done.stderr
    assert "[unknown-key]\nMọi thứ khác đã xong, nhưng 1 nơi nêu trên bị để lại, chưa lên trang." in done.stderr
    assert not page.exists()
    assert len(list(out.glob("mo-hinh/*/*/index.html"))) == pages - 1


def test_what_every_page_depends_on_stops_the_build_and_keeps_the_old_site(tmp_path, content_copy):
    out = tmp_path / "site"
    assert run_build(content_copy, out, tmp_path / "build").returncode == 0
    before = digests(out)
    (content_copy / "withdrawn.yml").write_text("- {story: [\n", encoding="utf-8")
    done = run_build(content_copy, out, tmp_path / "build")
    assert done.returncode == 1
    assert f"Chưa dựng trang. Mọi trang đều dựa vào {content_copy / 'withdrawn.yml'}." in done.stderr
    assert "Traceback" not in done.stderr
    assert digests(out) == before


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path):
    out = tmp_path / "quý"
    out.mkdir()
    (out / "luan-van.docx").write_text("x")
    done = run_build(MADE_UP, out, tmp_path / "build")
    assert done.returncode == 2
    assert "Hãy chọn thư mục khác" in done.stderr
    assert [path.name for path in out.iterdir()] == ["luan-van.docx"]


def test_the_gate_itself_finds_nothing(preview):
    site, _ = preview
    assert check_site(site, Expectation(drafts_allowed=True)) == []


def test_the_gate_would_have_found_the_drafts(preview):
    """The same site held to the public edition's rule fails on every page with a draft."""
    site, _ = preview
    problems = check_site(site, Expectation(drafts_allowed=False))
    assert {problem.code for problem in problems} == {"draft-in-public"}


def test_each_site_names_its_edition(preview, public):
    assert (preview[0] / ".edition").read_text() == f"{Edition.PREVIEW.value}\n"
    assert (public / ".edition").read_text() == f"{Edition.PUBLIC.value}\n"


@pytest.fixture
def content_copy(tmp_path):
    """A copy of ``tests/content`` that a test may spoil."""
    return shutil.copytree(MADE_UP, tmp_path / "content")
