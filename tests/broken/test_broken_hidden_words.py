"""Private words where nobody looks: in segments and chunks of a photo, and behind its end."""

import random
import time
import tracemalloc
import zlib

import pytest
from PIL import ImageCms

from scripts.source.media.hidden_parts import MAX_UNPACKED, hidden_parts
from scripts.source.media.photo_file import check_photo
from scripts.source.media.words_in_bytes import MAX_WORDS, private_in, words_in
from tests.broken.test_broken_photos import codes, handed_in
from tests.made_up_photos import chunk, drawing, encoded, exif, png_words

PHONE = "gọi 0912 345 678 nhé"
NOISE = random.Random(66).randbytes(8_000_000)
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def segment(marker, data):
    """Return a JPEG with one more segment."""
    photo = encoded()
    return photo[:2] + bytes([0xFF, marker]) + (len(data) + 2).to_bytes(2, "big") + data + photo[2:]


def iptc(words):
    """Return a caption as news agencies write it: dataset 2:120 in a resource of Photoshop."""
    dataset = b"\x1c\x02\x78" + len(words).to_bytes(2, "big") + words
    return b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + len(dataset).to_bytes(4, "big") + dataset


def png_with(kind, data):
    """Return a PNG with one more chunk before its pixels."""
    photo = encoded(kind="PNG")
    return photo[:33] + chunk(kind, data) + photo[33:]


def webp_with(kind, data):
    """Return a WebP file with one more chunk at its end."""
    photo = encoded(kind="WEBP") + kind + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) % 2)
    return photo[:4] + (len(photo) - 8).to_bytes(4, "little") + photo[8:]


WORDS = PHONE.encode()
HIDDEN = {
    "exif": encoded(exif=exif(artist=PHONE)),
    "exif for Windows, in UTF-16": encoded(exif=exif(xp_comment=PHONE.encode("utf-16-le"))),
    "exif of a second camera": segment(0xE1, b"Exif\0\0MM\0*" + WORDS),
    "iptc": segment(0xED, iptc(WORDS)),
    "xmp": encoded(xmp=b"<x:xmpmeta><dc:rights>" + WORDS + b"</dc:rights></x:xmpmeta>"),
    "icc": encoded(icc_profile=PROFILE + b"desc\0\0\0\0" + WORDS),
    "icc in UTF-16": encoded(icc_profile=PROFILE + b"mluc\0\0\0\0" + PHONE.encode("utf-16-be")),
    "a segment of a phone's maker": segment(0xE4, b"SEFT\0\0\x01\x02" + WORDS),
    "a comment": encoded(comment=WORDS),
    "behind a jpeg": encoded() + b"\0\x01\x02" + WORDS + b"\xff\0",
    "behind a progressive jpeg": encoded(progressive=True) + WORDS,
    "in a second photo behind the first": encoded() + encoded(drawing(320, 240), comment=WORDS),
    "words of a png": encoded(kind="PNG", pnginfo=png_words(Author=PHONE)),
    "packed words of a png": png_with(b"zTXt", b"Author\0\0" + zlib.compress(WORDS)),
    "packed words in any language": png_with(b"iTXt", b"Author\0\x01\0vi\0Ng\0" + zlib.compress(WORDS)),
    "a packed profile": png_with(b"iCCP", b"sRGB\0\0" + zlib.compress(PROFILE + WORDS)),
    "a chunk of nobody": png_with(b"biMa", WORDS),
    "behind a png": encoded(kind="PNG") + WORDS,
    "a chunk of a webp": webp_with(b"biMa", WORDS),
    "behind a webp": encoded(kind="WEBP") + WORDS,
}


@pytest.mark.parametrize("where", HIDDEN)
def test_row_66_a_number_is_found_wherever_a_photo_hides_it(where, content):
    (problem,) = handed_in(content, HIDDEN[where]).problems

    assert problem.code == "photo-personal-data"
    assert "“09…78”" in problem.message
    assert "python -m scripts tidy" in problem.message
    assert "345" not in problem.message


@pytest.mark.parametrize(
    "words",
    [
        "079123456789",
        "hỏi nguyen.bia@coquan.vn nhé",
        "biển số xe 68-B1 123.45",
        "ghp_" + "a1B2" * 9,
        "mật khẩu là Abc@12345",
        "số tài khoản 123456789",
    ],
)
def test_row_66_behind_a_photo_everything_private_is_looked_for(words, content):
    (problem,) = handed_in(content, encoded() + NOISE[:200] + b"\0" + words.encode() + b"\0\xff").problems

    assert problem.code == "photo-personal-data"
    assert words not in problem.message


def test_row_66_what_devices_and_programs_write_is_nobodys(content):
    """A profile, dates, serial letters, identities of documents, a table of a camera's maker."""
    for data in (
        encoded(icc_profile=PROFILE),
        encoded(kind="PNG", icc_profile=PROFILE),
        encoded(exif=exif(artist="Tổ Ba", serial="XK-1")),
        segment(0xED, iptc("Ảnh: Hội Nông dân xã, 24-11-2026".encode())),
        segment(
            0xE1, b"http://ns.adobe.com/xap/1.0/\0<x xmpMM:DocumentID='xmp.did:5D20892493BFDB11914A8590D31508C8'/>"
        ),
        segment(0xE0, b"JFXX\0\x10" + encoded(drawing(160, 120))),
        segment(0xEC, bytes(range(256)) * 8),
        segment(0xEC, b"".join(n.to_bytes(2, "big") for n in range(4096))),
    ):
        assert codes(handed_in(content, data)) == []


def test_row_66_noise_behind_a_photo_is_nobodys_address():
    """A film behind a photo is megabytes of anything; ``a@b.cd`` turns up there."""
    assert private_in([NOISE + b"\0a@b.vn\0"]) is None
    assert private_in([NOISE + b"\0hoi a@b.vn nhe ban oi\0"]) is not None


def test_row_66_private_words_are_named_even_beside_a_photo_no_key_lists(content):
    file = content.write_story("x").with_name("IMG_1.JPG")
    file.write_bytes(HIDDEN["iptc"])

    assert "photo-personal-data" in codes(content.load())


BOMBS = {
    "words": b"zTXt" + b"Author\0\0" + zlib.compress(b"a" * 300_000_000),
    "words in any language": b"iTXt" + b"Author\0\x01\0vi\0Ng\0" + zlib.compress(b"a" * 300_000_000),
    "a profile": b"iCCP" + b"sRGB\0\0" + zlib.compress(b"a" * 300_000_000),
    "no packing at all": b"zTXt" + b"Author\0\0abc",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_row_66_what_is_packed_is_unpacked_within_bounds(bomb, content):
    """300 MB in 300 kB: refused in well under a second, with the cure."""
    start = time.process_time()
    (problem,) = handed_in(content, png_with(BOMBS[bomb][:4], BOMBS[bomb][4:])).problems

    assert problem.code in ("photo-metadata", "photo-truncated", "photo-broken")
    assert time.process_time() - start < 1


@pytest.mark.parametrize("bomb", ["words", "words in any language", "a profile"])
def test_row_66_nor_does_our_own_walk_unpack_more_than_it_may(bomb):
    """Whatever Pillow made of it before."""
    data = png_with(BOMBS[bomb][:4], BOMBS[bomb][4:])
    tracemalloc.start()

    with pytest.raises(ValueError, match="more than may be unpacked"):
        list(hidden_parts(data, "PNG"))

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * MAX_UNPACKED


def test_row_66_where_the_format_tells_what_is_text_a_short_address_counts_too(content):
    assert codes(handed_in(content, encoded(kind="PNG", pnginfo=png_words(Author="a@b.vn")))) == ["photo-personal-data"]


def test_row_66_more_words_than_can_be_looked_through_are_refused(content):
    data = encoded() + b"chu giau sau anh " * (MAX_WORDS // 17 + 1)

    (problem,) = handed_in(content, data).problems

    assert problem.code == "photo-metadata"
    assert "nhiều quá" in problem.message


def test_words_are_read_in_three_spellings_at_odd_and_even_places():
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for before in (b"", b"\x80", b"\x80\x80", b"\xff" * 101):
            found = " ".join(words_in(before + PHONE.encode(encoding) + b"\xff\xff"))
            assert "0912 345 678" in found, (encoding, before)


def test_the_bound_on_what_is_unpacked_is_above_any_profile():
    assert len(PROFILE) * 100 < MAX_UNPACKED
    assert check_photo("a.png", encoded(kind="PNG", icc_profile=PROFILE + bytes(500_000))).width == 800
