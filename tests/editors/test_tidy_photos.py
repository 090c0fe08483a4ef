"""``tidy`` on photos, as an editor runs it."""

from io import BytesIO

import pytest
from PIL import Image

from scripts.publish.contributions.photo_tidy import write_tidy_photo
from scripts.source.media.photo_file import MAX_PHOTO_BYTES
from tests.commands import run
from tests.conftest import GOOD_STORY, approve, with_keys
from tests.made_up_photos import PHOTO, XMP_POSITION, colour_at, drawing, encoded, exif, is_red, png_words

SPOILT = {
    "position": (encoded(exif=exif(gps=True)), "bỏ vị trí chụp"),
    "position of a webp": (encoded(kind="WEBP", xmp=XMP_POSITION), "bỏ vị trí chụp"),
    "position of a png": (
        encoded(kind="PNG", pnginfo=png_words(**{"XML:com.adobe.xmp": XMP_POSITION.decode()})),
        "bỏ vị trí chụp",
    ),
    "owner": (encoded(exif=exif(serial="XK-1")), "bỏ thông tin ẩn"),
    "comment": (encoded(comment=b"x"), "bỏ thông tin ẩn"),
    "words": (encoded(kind="PNG", pnginfo=png_words(Author="Ai")), "bỏ thông tin ẩn"),
    "tail": (encoded() + b"PK\x03\x04", "bỏ thông tin ẩn"),
    "tail of a webp": (encoded(kind="WEBP") + b"PK\x03\x04", "bỏ thông tin ẩn"),
    "sideways": (encoded(drawing().transpose(Image.Transpose.ROTATE_90), exif=exif(orientation=6)), "xoay cho đứng"),
}


def photo_in(content, data):
    file = content.write_story(with_keys(GOOD_STORY, PHOTO)).parent / "a.jpg"
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("kind", SPOILT)
def test_a_photo_is_mended_once_and_says_how(kind, content):
    data, cure = SPOILT[kind]
    photo = photo_in(content, data)

    done = write_tidy_photo(photo).done

    assert cure in done
    mended = photo.read_bytes()
    with Image.open(BytesIO(mended)) as image, Image.open(BytesIO(data)) as before:
        assert image.format == before.format
        assert image.size == (800, 600)
        assert not image.getexif()
    assert is_red(colour_at(mended, 0.05, 0.05))
    assert content.load().problems == ()
    assert write_tidy_photo(photo).done == ()
    assert photo.read_bytes() == mended


@pytest.mark.parametrize(
    "data",
    [encoded(), encoded(kind="PNG"), encoded(kind="WEBP"), encoded(drawing().quantize(16), "PNG")],
    ids=["jpeg", "png", "webp", "palette"],
)
def test_a_good_photo_is_left_alone(data, content):
    photo = photo_in(content, data)
    before = photo.stat().st_mtime_ns

    assert write_tidy_photo(photo).done == ()
    assert (photo.stat().st_mtime_ns, photo.read_bytes()) == (before, data)


def test_a_photo_that_is_too_large_is_shrunk(content):
    noise = Image.effect_noise((5000, 2500), 90)
    large = encoded(Image.merge("RGB", [noise, noise, noise]), quality=95)
    assert len(large) > MAX_PHOTO_BYTES
    photo = photo_in(content, large)

    assert "thu nhỏ" in write_tidy_photo(photo).done
    assert content.load().problems == ()
    assert photo.stat().st_size <= MAX_PHOTO_BYTES


@pytest.mark.parametrize(
    "data",
    [encoded(exif=exif(gps=True))[:4000], b"<script>", b"", encoded(kind="GIF")],
    ids=["cut short", "a script", "empty", "gif"],
)
def test_what_cannot_be_decoded_to_its_end_is_left_alone(data, content):
    photo = photo_in(content, data)

    assert write_tidy_photo(photo).done == ()
    assert photo.read_bytes() == data


def test_the_command_says_what_it_did_and_skips_links(content, tmp_path):
    photo = photo_in(content, encoded(exif=exif(gps=True)))
    (tmp_path / "secret.jpg").write_bytes(encoded(comment=b"x"))
    (photo.parent / "b.jpg").symlink_to(tmp_path / "secret.jpg")

    done = run(content, "tidy")

    assert done.returncode == 0
    assert done.stdout == f"Đã sửa: {photo} (bỏ vị trí chụp, bỏ thông tin ẩn)\n"
    assert (tmp_path / "secret.jpg").read_bytes() == encoded(comment=b"x")


def test_a_photo_of_an_approved_story_is_mended_only_when_asked_for(content):
    """Any change makes it a draft again: tidy says so before, and after."""
    photo = photo_in(content, encoded(comment=b"x"))
    approve(photo.parent / "index.md")
    before = photo.read_bytes()

    careful = run(content, "tidy")

    assert photo.read_bytes() == before
    assert "Để nguyên" in careful.stderr
    assert "--approved" in careful.stderr
    assert "(1 đã duyệt" in run(content, "check").stderr

    asked = run(content, "tidy", "--approved")

    assert photo.read_bytes() != before
    assert "trở lại bản thảo" in asked.stderr
    assert "nay là bản thảo" in asked.stderr
    assert "(0 đã duyệt" in run(content, "check").stderr
