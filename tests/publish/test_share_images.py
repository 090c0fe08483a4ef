"""The pictures of shared links: what is drawn, how large, always the same, kept between builds."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from scripts.publish.images.drawings import load_drawing
from scripts.publish.images.share_images import SharePictures, share_images
from scripts.render.machines.share import ShareCard, site_card, story_card
from scripts.render.site import share_cards
from tests.made_up import ROOT
from tests.render.mixed import PUBLIC, SITE_URL, TAXONOMY, catalog_of

DRAWINGS = ROOT / "docs" / "assets" / "img"
MOST_BYTES = 40_000
CARD = ShareCard("Tổ Ba vét kênh", "Bãi Sen", "Kinh tế", "Trang thử", "#8a5a00", "dong-lua")
LONG = " ".join(["Nghiêng nước nghiêng thành"] * 8)[:110]


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def drawn(card):
    return SharePictures(DRAWINGS).picture(card)


def pixels(data, box=None):
    return opened(data).convert("RGB").crop(box) if box else opened(data).convert("RGB")


def differs(one, two, box=None):
    return ImageChops.difference(pixels(one, box), pixels(two, box)).getbbox() is not None


TITLE, LABEL, BAND = (0, 120, 1200, 458), (0, 40, 1200, 118), (0, 460, 1200, 630)


@pytest.mark.parametrize("card", [CARD, site_card(TAXONOMY.site), story_card(PUBLIC[0], TAXONOMY)])
def test_a_picture_is_a_light_png_of_the_size_all_networks_show_whole(card):
    data = drawn(card)
    assert opened(data).format == "PNG"
    assert opened(data).size == (1200, 630)
    assert len(data) <= MOST_BYTES
    assert opened(data).info.keys() <= {"transparency"}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"title": "Tổ Tư vét kênh"}, TITLE),
        ({"place": "Cù Lao"}, LABEL),
        ({"field": "Văn hóa"}, LABEL),
        ({"site": "Trang khác"}, BAND),
        ({"colour": "#1f4f8f"}, BAND),
        ({"pattern": "song-bien"}, BAND),
    ],
)
def test_everything_on_the_card_is_drawn_and_names_the_picture(change, where):
    """A picture that changed has another address: browsers keep one for as long as its name stays."""
    values = {name: getattr(CARD, name) for name in CARD.__slots__} | change
    other = ShareCard(**values)
    assert other.address != CARD.address
    assert differs(drawn(CARD), drawn(other), where)


@pytest.mark.parametrize("title", [LONG, "Ẫ" * 20 + " Ặ", "nghiêng" * 15, "Ổ", "W" * 110])
def test_the_title_stays_inside_its_room(title):
    """However long: smaller type, more lines, but never over the band, the label or the right edge."""
    data = drawn(ShareCard(title, "", "", "Trang thử", "#8a5a00", "dong-lua"))
    assert len(data) <= MOST_BYTES
    empty = drawn(ShareCard("", "", "", "Trang thử", "#8a5a00", "dong-lua"))
    box = ImageChops.difference(pixels(data), pixels(empty)).getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert top >= 100
    assert bottom <= 458
    assert left >= 60
    if len(max(title.split(), key=len)) < 40:
        assert right <= 1200 - 60


@pytest.mark.parametrize("drawing", sorted({d.pattern for d in TAXONOMY.districts} | {"song-bien"}))
def test_each_drawing_of_the_site_can_be_drawn(drawing):
    tile = load_drawing(DRAWINGS / f"{drawing}.svg", 1.0)
    inked = sum(count for value, count in enumerate(tile.histogram()) if value > 100)
    assert 0.01 < inked / (tile.width * tile.height) < 0.4


def test_same_card_same_bytes():
    assert drawn(CARD) == drawn(CARD)


def test_a_story_and_the_site_have_their_pictures_and_a_draft_has_none():
    cards = share_cards(catalog_of(), SITE_URL)
    assert {card.title for card in cards} == {TAXONOMY.site.tagline, *(story.front.title for story in PUBLIC)}
    assert len({card.address for card in cards}) == len(cards)


def test_what_was_drawn_is_kept_and_used_again():
    kept = {}
    first = dict(share_images([CARD, CARD], DRAWINGS, kept))
    assert list(first) == [CARD.address]
    (key,) = kept
    kept[key] = b"kept"
    assert dict(share_images([CARD], DRAWINGS, kept)) == {CARD.address: b"kept"}


def test_a_changed_drawing_is_drawn_again(tmp_path):
    """The name of the picture cannot tell; the key of what is kept must."""
    for file in DRAWINGS.glob("*.svg"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    kept = {}
    before = dict(share_images([CARD], tmp_path, kept))
    (tmp_path / "dong-lua.svg").write_text(
        Path(DRAWINGS / "song-bien.svg").read_text(encoding="utf-8"), encoding="utf-8"
    )
    after = dict(share_images([CARD], tmp_path, kept))
    assert differs(before[CARD.address], after[CARD.address], BAND)
