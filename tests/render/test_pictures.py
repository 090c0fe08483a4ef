"""Photos and recordings on the pages: which, where, with what words, without a jump."""

from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition, build_catalog
from scripts.publish.disk.kept_files import KeptFiles
from scripts.publish.images.photos import PhotoFiles
from scripts.render.site import render_site
from tests.conftest import GOOD_STORY, with_keys
from tests.made_up_photos import AUDIO, SOUND, drawing, encoded

LINES = """\
photos:
  - {file: a.jpg, alt: Hai người bên kênh, caption: Ngày đầu, credit: "Ảnh: Tổ Ba", licence: site-only}
  - {file: b.jpg, alt: Cây cầu mới, caption: Ngày thứ hai, credit: Tổ Ba, licence: press-with-credit, lead: true}
  - {file: c.jpg, alt: "Cờ & hoa “mới” bên cầu", caption: Ngày thứ ba, credit: Tổ Ba, licence: site-only}
"""
BODY = """
Câu một.

![chữ khác](a.jpg)

Câu hai.
"""


def site_of(content, text):
    file = content.write_story(text)
    for name, size in (("a.jpg", (1600, 1000)), ("b.jpg", (900, 600)), ("c.jpg", (600, 900))):
        (file.parent / name).write_bytes(encoded(drawing(*size)))
    (file.parent / "a.mp3").write_bytes(SOUND)
    library = content.load()
    assert library.problems == ()
    pages = render_site(build_catalog(library.stories, library.taxonomy, Edition.PREVIEW))
    return library, {page.address: LexborHTMLParser(page.html) for page in pages}


def story_page(content, body=BODY, lines=LINES):
    _, site = site_of(content, with_keys(GOOD_STORY, f"{lines}{AUDIO}") + body)
    return site["mo-hinh/bai-sen/bai-thu/"]


def test_every_photo_has_its_words_its_room_and_files_to_choose_from(content):
    page = story_page(content)

    images = {image.attributes["alt"]: image for image in page.css("img")}

    assert set(images) == {"Hai người bên kênh", "Cây cầu mới", "Cờ & hoa “mới” bên cầu"}
    sizes = {alt: (image.attributes["width"], image.attributes["height"]) for alt, image in images.items()}
    assert sizes["Hai người bên kênh"] == ("1200", "750")
    assert sizes["Cây cầu mới"] == ("900", "600")
    for image in images.values():
        assert image.attributes["srcset"].count(",") == 1
        assert " 480w, " in image.attributes["srcset"]
        source = image.parent.css_first("source")
        assert source.attributes["type"] == "image/webp"
        assert source.attributes["srcset"].count(".webp") == 2
    words = [" ".join(node.text().split()) for node in page.css("figcaption")]
    assert "Ngày đầu Ảnh: Tổ Ba. Quyền dùng: Chỉ đăng trên trang này." in words


def test_the_lead_is_the_cover_the_named_ones_stand_in_the_text_the_rest_below(content):
    page = story_page(content)

    assert page.css_first(".story-cover img").attributes["alt"] == "Cây cầu mới"
    assert page.css_first(".story-cover .cover") is None
    section = page.css_first(".story-body section")
    order = [node.attributes.get("alt") or " ".join(node.text().split()) for node in section.css("p, img")]
    assert order[-3:] == ["Câu một.", "Hai người bên kênh", "Câu hai."]
    assert [image.attributes["alt"] for image in page.css("[aria-labelledby=anh] img")] == ["Cờ & hoa “mới” bên cầu"]
    assert not page.css("[data-story-text] img")


def test_only_the_lead_is_loaded_at_once(content):
    page = story_page(content)

    for image in page.css("img"):
        lead = image.attributes["alt"] == "Cây cầu mới"
        assert (image.attributes.get("fetchpriority") == "high") == lead
        assert (image.attributes.get("loading") == "lazy") != lead


def test_without_a_mark_the_first_photo_leads_and_without_photos_the_cover_is_drawn(content):
    assert story_page(content, lines=LINES.replace(", lead: true", "")).css_first(".story-cover img").attributes[
        "alt"
    ] == ("Hai người bên kênh")

    for name in ("a.jpg", "b.jpg", "c.jpg", "a.mp3"):
        (content.folder() / name).unlink()
    content.write_story(GOOD_STORY)
    library = content.load()
    pages = {p.address: p for p in render_site(build_catalog(library.stories, library.taxonomy, Edition.PREVIEW))}
    page = LexborHTMLParser(pages["mo-hinh/bai-sen/bai-thu/"].html)
    assert page.css_first(".story-cover .cover-text") is not None
    assert not page.css("img, audio")


def test_a_photo_inside_a_list_a_sentence_or_a_link_follows_the_text(content):
    body = "\n- một ![x](a.jpg)\n\n  ![x](c.jpg)\n\nCâu ![x](b.jpg) cuối. [![x](a.jpg)](https://bao.example/)\n"
    page = story_page(content, body)

    section = page.css_first(".story-body section")
    assert [image.attributes["alt"] for image in section.css("img")] == [
        "Hai người bên kênh",
        "Cờ & hoa “mới” bên cầu",
        "Cây cầu mới",
        "Hai người bên kênh",
    ]
    assert not section.css("li img, p img")
    assert all(link.text(strip=True) for link in section.css("a")), "no link is left empty"


def test_a_card_shows_the_small_photo_and_says_nothing_twice(content):
    _, site = site_of(content, with_keys(GOOD_STORY, f"{LINES}{AUDIO}"))

    (image,) = site["mo-hinh/"].css(".card img")

    assert image.attributes["alt"] == ""
    assert image.attributes["loading"] == "lazy"
    assert image.attributes["src"].endswith("-480.jpg")


def test_a_recording_can_be_heard_and_read(content):
    page = story_page(content)

    (audio,) = page.css("audio")

    assert audio.attributes["preload"] == "none"
    assert "controls" in audio.attributes
    heard = " ".join(page.css_first(".recording").text().split())
    for said in ("Đài Sông Mây", "01-9-2020", "3:20", "Chỉ đăng trên trang này", "Lời đọc bịa"):
        assert said in heard


def test_pages_name_exactly_the_files_that_are_published(content, tmp_path):
    """What is named is made, and what is made is named."""
    library, site = site_of(content, with_keys(GOOD_STORY, f"{LINES}{AUDIO}"))
    page = site["mo-hinh/bai-sen/bai-thu/"]
    named = {audio.attributes["src"] for audio in page.css("audio")}
    for node in page.css("img, source"):
        choices = f"{node.attributes.get('srcset') or ''},{node.attributes.get('src') or ''}"
        named |= {choice.split()[0] for choice in choices.split(",") if choice.strip()}

    made = {name for name, _ in PhotoFiles(library, KeptFiles(tmp_path)).for_pages(library.stories[0])}

    assert {name.removeprefix("../../../") for name in named} == made
