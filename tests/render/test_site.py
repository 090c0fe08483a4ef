"""The pages made of a catalog: what is there, what it says, what it must not say."""

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition, build_catalog
from scripts.render.site import FIELD_COLOURS, render_assets, render_site
from tests.made_up import made_up_story, made_up_taxonomy

TAXONOMY = made_up_taxonomy()


def site_of(stories, edition=Edition.PREVIEW):
    """Return the pages by address."""
    return {page.address: page for page in render_site(build_catalog(stories, TAXONOMY, edition))}


def parsed(page):
    return LexborHTMLParser(page.html)


def text_of(page):
    return " ".join(parsed(page).text(separator=" ").split())


def links_of(page):
    return {node.attributes["href"] for node in parsed(page).css("a[href]")}


APPROVED = made_up_story(
    "duyet",
    approved=True,
    methods=["tu-quan"],
    registered="2016",
    started="2008",
    status="running",
    place={"commune": "xã Bến Gạo", "hamlet": "ấp Gò Sen"},
    results=[{"value": "22", "unit": "thành viên", "label": "tham gia", "when": "2020"}],
    recognition=[{"level": "huyen", "by": "Ban Chỉ đạo bịa", "document": "12-QĐ/BCĐ", "date": "2020-08-12"}],
    commendations=[{"form": "giay-khen", "by": "Chủ tịch bịa"}],
)


def test_an_approved_story_stands_in_every_index_of_the_public_edition():
    site = site_of([APPROVED, made_up_story("thao")], Edition.PUBLIC)
    for address in (
        "",
        "mo-hinh/",
        "dia-ban/bai-sen/",
        "dia-ban/bai-sen/kinh-te/",
        "linh-vuc/kinh-te/",
        "cach-lam/tu-quan/",
        "nam/2016/",
        "cap/huyen/",
        "tap-the/",
    ):
        assert any(link.endswith("mo-hinh/bai-sen/duyet/") for link in links_of(site[address])), address
    assert "mo-hinh/bai-sen/duyet/" in site
    assert not [address for address, page in site.items() if "thao" in address or "bai-sen/thao" in page.html]


def test_the_story_page_tells_everything_and_keeps_the_four_acts_apart():
    page = site_of([APPROVED])["mo-hinh/bai-sen/duyet/"]
    text = text_of(page)
    for said in (
        "ấp Gò Sen, xã Bến Gạo, huyện Bãi Sen, tỉnh Sông Mây",
        "nay là xã Lá Dừa, tỉnh Biển Mây",
        "năm 2008",
        "đăng ký mô hình năm 2016; đang duy trì",
        "Công nhận, cấp huyện Ban Chỉ đạo bịa 12-QĐ/BCĐ, 12-8-2020",
        "Giấy khen Chủ tịch bịa chưa rõ số văn bản",
        "57-CV/BTGDVTU",
        "20-11-2026",
        "Nguồn bịa",
        "8-2020",
    ):
        assert said in text
    assert "Bản thảo" not in text


def test_a_draft_is_marked_on_its_page_and_on_every_card():
    site = site_of([made_up_story("thao"), made_up_story("khac")])
    assert "Bản thảo, chưa duyệt" in text_of(site["mo-hinh/bai-sen/thao/"])
    for address, page in site.items():
        cards = parsed(page).css(".card")
        assert len(cards) == len(parsed(page).css(".card [data-draft]")), address


def test_every_index_shows_its_count():
    site = site_of([made_up_story(f"bai-{n}") for n in range(3)])
    for address in ("mo-hinh/", "dia-ban/bai-sen/", "linh-vuc/kinh-te/", "tap-the/", "nam/2020/"):
        assert "3 bài" in text_of(site[address]), address
    for address in ("dia-ban/", "linh-vuc/", "cach-lam/", "nam/", "cap/"):
        assert "bài" in text_of(site[address]), address


def test_lists_hold_24_cards_a_page():
    site = site_of([made_up_story(f"bai-{n}") for n in range(50)])
    counts = [len(parsed(site[f"mo-hinh/{tail}"]).css(".card")) for tail in ("", "trang-2/", "trang-3/")]
    assert counts == [24, 24, 2]
    assert "mo-hinh/trang-4/" not in site
    assert "../../mo-hinh/trang-3/" in links_of(site["mo-hinh/trang-2/"])
    assert "../../mo-hinh/" in links_of(site["mo-hinh/trang-2/"])
    titles = {site[f"mo-hinh/{tail}"].title for tail in ("", "trang-2/", "trang-3/")}
    assert len(titles) == 3


def test_district_and_field_pages_exist_only_where_there_is_a_story():
    site = site_of([made_up_story()])
    pairs = [address for address in site if address.startswith("dia-ban/") and address.count("/") == 3]
    assert pairs == ["dia-ban/bai-sen/kinh-te/"]


def test_every_district_keeps_its_page_and_says_what_it_is_today():
    site = site_of([])
    for district in TAXONOMY.districts:
        if not district.province_wide:
            text = text_of(site[f"dia-ban/{district.slug}/"])
            assert "Từ 01-7-2025 không còn cấp huyện: địa bàn này nay thuộc tỉnh Biển Mây, gồm" in text
    assert "xã Lá Dừa và phường Cây Bàng" in text_of(site["dia-ban/bai-sen/"])
    assert "Thị xã Cù Lao" in text_of(site["dia-ban/cu-lao/"])


def test_an_empty_place_says_what_is_missing():
    site = site_of([made_up_story()])
    assert "Chưa có bài nào ở địa bàn này." in text_of(site["dia-ban/cu-lao/"])
    missing = "Văn hóa - xã hội và Quốc phòng - an ninh chưa có bài nào ở địa bàn này."
    assert missing in text_of(site["dia-ban/bai-sen/"])


def test_the_public_edition_without_a_story_says_so_politely():
    site = site_of([made_up_story("thao")], Edition.PUBLIC)
    assert "Chưa có bài nào được duyệt đăng trên trang này." in text_of(site[""])
    assert not [address for address in site if address.startswith("mo-hinh/") and address != "mo-hinh/"]


def test_the_home_page_gives_the_letter_s_figures():
    text = text_of(site_of([APPROVED])[""])
    for figure in ("1.234", "56", "1-CV/BIA", "14-10-2011"):
        assert figure in text


def test_text_of_a_story_is_escaped_everywhere():
    """The schema forbids < and >, but a template must not depend on that."""
    story = made_up_story("a")
    hostile = 'Chuyện <script>alert(1)</script> & "ngoặc"'
    front = story.front.model_copy(
        update={"title": hostile, "summary": hostile, "subject": hostile, "topics": (hostile,)}
    )
    other = made_up_story("b")
    changed = type(story)(story.path, story.district, story.slug, front, story.body, story.approved)
    for page in site_of([changed, other]).values():
        assert "<script" not in page.html
        assert not parsed(page).css("script")


def test_a_staged_page_cannot_be_ended_or_steered_by_its_words():
    """Front matter of ours holds three keys, whatever title and text say."""
    story = made_up_story("a")
    front = story.front.model_copy(update={"title": 'x"\n---\ntemplate: evil.html\nhide: [toc]\n'})
    changed = type(story)(story.path, story.district, story.slug, front, story.body, story.approved)
    page = site_of([changed])["mo-hinh/bai-sen/a/"]
    assert page.text.count("\n---\n") == 1
    read = yaml.safe_load(page.text.split("\n---\n")[0])
    assert list(read) == ["title", "description", "html"]
    assert read["title"] == page.title
    assert read["html"].strip() == page.html.strip()


def test_links_between_stories_follow_the_edition():
    body = "## Cách làm\n\nXem [bài kia](/mo-hinh/bai-sen/kia/) nữa.\n"
    story = made_up_story("a", approved=True, body=body)
    other = made_up_story("kia")
    preview = site_of([story, other])["mo-hinh/bai-sen/a/"]
    public = site_of([story, other], Edition.PUBLIC)["mo-hinh/bai-sen/a/"]
    assert "../../../mo-hinh/bai-sen/kia/" in links_of(preview)
    assert "Xem bài kia nữa." in text_of(public)
    assert not [link for link in links_of(public) if "kia" in link]


def test_a_change_can_be_proposed_from_each_story():
    page = site_of([made_up_story()])["mo-hinh/bai-sen/to-gop-von/"]
    assert "../../../gop-bai/#sua-bai" in links_of(page)


def test_related_stories_say_why():
    site = site_of([made_up_story("a"), made_up_story("b")])
    reason = "cùng cách làm: Góp vốn xoay vòng; cùng địa bàn: Bãi Sen"
    assert reason in text_of(site["mo-hinh/bai-sen/a/"])


def test_field_colours_come_from_data():
    css = render_assets(build_catalog([], TAXONOMY, Edition.PREVIEW))[FIELD_COLOURS]
    for field in TAXONOMY.fields:
        assert f'[data-field="{field.slug}"]' in css
        assert field.colour.dark in css


@pytest.mark.parametrize("edition", list(Edition))
def test_titles_and_addresses_are_unique(edition):
    pages = list(render_site(build_catalog([APPROVED, made_up_story("b")], TAXONOMY, edition)))
    assert len({page.address for page in pages}) == len(pages)
    assert len({page.title for page in pages}) == len(pages)


def test_same_input_same_text():
    stories = [made_up_story(f"bai-{n}", methods=["tu-quan", "gop-von-xoay-vong"]) for n in range(30)]
    one = [page.text for page in render_site(build_catalog(stories, TAXONOMY, Edition.PREVIEW))]
    two = [page.text for page in render_site(build_catalog(reversed(stories), TAXONOMY, Edition.PREVIEW))]
    assert one == two


def test_the_preview_marks_a_story_that_waits_with_its_hour():
    """On its page and on every card; it is approved, so nothing calls it a draft, and nothing offers it for reuse."""
    story = made_up_story("a", approved=True, embargo="2026-12-01T06:00+07:00")
    site = site_of([story, made_up_story("b")])
    page = LexborHTMLParser(site["mo-hinh/bai-sen/a/"].html)
    assert "Chờ đến 06:00 ngày 01-12-2026" in page.css_first("[data-embargo]").text()
    assert page.css_first("[data-draft]") is None or "a/" not in page.css_first("[data-draft]").html
    assert "Dùng lại" not in page.css_first(".colophon").text()
    for address in ("", "mo-hinh/", "dia-ban/bai-sen/"):
        marks = [
            node.text() for node in LexborHTMLParser(site[address].html).css(".card [data-embargo], [data-embargo]")
        ]
        assert "Chờ đến 06:00 ngày 01-12-2026" in marks, address
    press = LexborHTMLParser(site["mo-hinh/bai-sen/a/bao-chi/"].html)
    assert "Không đăng, phát trước 06:00 ngày 01-12-2026" in press.css_first("[data-embargo]").text()
    assert press.css_first("[download]") is None


def test_the_front_page_begins_with_the_newest_story_that_another_place_can_copy():
    """A story is shown once: the one to begin with is not among the latest below it."""
    newest = made_up_story("moi-nhat", sources=[{"title": "Nguồn bịa", "publisher": "Báo bịa", "date": "2025-02"}])
    body = "\n## Cách làm\n\nCả tổ làm.\n\n## Làm theo\n\n- Người: mười người.\n"
    copied = made_up_story(
        "lam-theo", body=body, sources=[{"title": "Nguồn bịa", "publisher": "Báo bịa", "date": "2024-02"}]
    )

    home = parsed(site_of([newest, copied])[""])

    def told(part):
        return [link.attributes["href"] for link in home.css(f"{part} .card-title a")]

    assert told(".lead") == ["mo-hinh/bai-sen/lam-theo/"]
    assert told(".cards") == ["mo-hinh/bai-sen/moi-nhat/"]
    assert [link.attributes["href"] for link in parsed(site_of([newest])[""]).css(".lead .card-title a")] == [
        "mo-hinh/bai-sen/moi-nhat/"
    ]
