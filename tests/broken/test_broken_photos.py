"""Photos and recordings as strangers hand them in: what is refused, why, and what of the rest is published."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from scripts.publish.disk.kept_files import KeptFiles
from scripts.publish.images.photos import PhotoFiles
from scripts.source.media.photo_file import MAX_PHOTO_BYTES, open_photo
from scripts.source.media.photo_metadata import texts_in
from tests.conftest import GOOD_STORY, with_keys
from tests.made_up_photos import (
    AUDIO,
    PHOTO,
    SOUND,
    XMP_POSITION,
    colour_at,
    drawing,
    encoded,
    exif,
    is_red,
    png_claiming,
    png_words,
)
from tests.made_up_sounds import id3, m4a, ogg

ROOT = Path(__file__).parent.parent.parent


def handed_in(content, data, lines=PHOTO, name="a.jpg"):
    """Put a story with one photo into ``content`` and return what is read."""
    file = content.write_story(with_keys(GOOD_STORY, lines))
    (file.parent / name).write_bytes(data)
    return content.load()


def codes(library):
    return [problem.code for problem in library.problems]


def published(content, tmp_path):
    """Return the published files of the one story of ``content``."""
    library = content.load()
    (story,) = library.stories
    return dict(PhotoFiles(library, KeptFiles(tmp_path / "kept")).for_pages(story))


def two_photos():
    out = BytesIO()
    drawing().save(out, "MPO", save_all=True, append_images=[drawing(640, 480)])
    return out.getvalue()


def with_zip(data):
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("bi-mat.txt", "bí mật trong đuôi")
    return out.getvalue()


GOOD = {
    "jpeg": encoded(),
    "progressive": encoded(progressive=True),
    "grey": encoded(drawing().convert("L")),
    "cmyk": encoded(drawing().convert("CMYK")),
    "png": encoded(kind="PNG"),
    "palette": encoded(drawing().quantize(32), "PNG"),
    "alpha": encoded(drawing().convert("RGBA"), "PNG"),
    "16 bits": encoded(drawing().convert("I").point(lambda v: v * 256).convert("I;16"), "PNG"),
    "webp": encoded(kind="WEBP"),
    "two photos in one, as a phone saves them": two_photos(),
    "no position in it": encoded(exif=exif(artist="Tổ Ba".encode())),
}


@pytest.mark.parametrize("kind", GOOD)
def test_a_sound_photo_passes_whatever_its_ending_says(kind, content, tmp_path):
    assert codes(handed_in(content, GOOD[kind])) == []

    for name, data in published(content, tmp_path).items():
        with Image.open(BytesIO(data)) as image:
            assert image.mode == "RGB", name
            assert image.height * 4 == image.width * 3
        sun = 218 if kind in ("grey", "16 bits", "palette") else 250
        assert abs(colour_at(data, 0.67, 0.3)[0] - sun) < 12, "the sun keeps its colour"


def test_row_34_a_photo_outside_the_folder_is_no_photo_of_the_story(content):
    (content.root / "secret.jpg").write_bytes(encoded())

    library = handed_in(content, encoded(), PHOTO.replace("a.jpg", "../../../secret.jpg"))

    assert "bad-form" in codes(library)
    assert library.stories == ()


def test_row_34_a_missing_photo_is_named_at_its_key(content):
    library = handed_in(content, encoded(), PHOTO.replace("a.jpg", "b.jpg"))

    assert sorted(codes(library)) == ["media-missing", "media-unused"]
    missing = next(problem for problem in library.problems if problem.code == "media-missing")
    assert (missing.line, missing.column) == (15, 12)


def test_row_34_a_photo_that_no_key_lists_is_a_problem_and_never_published(content):
    (content.write_story(GOOD_STORY).parent / "a.jpg").write_bytes(encoded())

    assert codes(content.load()) == ["media-unused"]


POSITIONS = {
    "jpeg": encoded(exif=exif(gps=True)),
    "png": encoded(kind="PNG", exif=exif(gps=True, artist="Tổ Ba".encode())),
    "webp": encoded(kind="WEBP", exif=exif(gps=True)),
    "xmp in a jpeg": encoded(xmp=XMP_POSITION),
    "xmp in a webp": encoded(kind="WEBP", xmp=XMP_POSITION),
    "xmp in a png": encoded(kind="PNG", pnginfo=png_words(**{"XML:com.adobe.xmp": XMP_POSITION.decode()})),
    "a second photo behind the first": encoded() + encoded(drawing(320, 240), exif=exif(gps=True)),
    "a film behind the photo": encoded() + b"....ftypmp42....\xa9xyz\x00\x12\x15\xc7+10.0123+105.0834/",
}


@pytest.mark.parametrize("where", POSITIONS)
def test_row_35_a_position_is_refused_with_the_cure_and_a_word_on_history(where, content):
    (problem,) = handed_in(content, POSITIONS[where]).problems

    assert problem.code == "photo-gps"
    assert (problem.line, problem.column) == (15, 12)
    assert "python -m scripts tidy" in problem.message
    assert "lịch sử git" in problem.message


def test_row_35_compressed_words_of_a_png_are_read_too(content):
    words = png_words()
    words.add_itxt("XML:com.adobe.xmp", XMP_POSITION.decode(), zip=True)

    assert codes(handed_in(content, encoded(kind="PNG", pnginfo=words))) == ["photo-gps"]


@pytest.mark.parametrize("words", ["0912 345 678", "a.bia@example.vn", "079123456789"])
def test_row_42_what_is_private_in_the_metadata_of_a_photo_is_refused_masked(words, content):
    (problem,) = handed_in(content, encoded(kind="PNG", pnginfo=png_words(Comment=f"của {words}"))).problems

    assert problem.code == "photo-personal-data"
    assert "python -m scripts tidy" in problem.message
    assert words not in str(problem)


@pytest.mark.parametrize("words", ["2026:10:02 06:12:33", "Pixel 8, f/1.68, 1/120", "Ảnh: Tổ Ba"])
def test_row_42_what_a_camera_usually_writes_is_no_personal_data(words, content):
    assert codes(handed_in(content, encoded(kind="PNG", pnginfo=png_words(Comment=words)))) == []


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_row_36_a_photo_is_published_upright(kind, orientation, content, tmp_path):
    """The red mark stands in the upper left corner when the photo is held as it was taken."""
    turned = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}[orientation]
    data = encoded(drawing(1200, 800).transpose(turned), kind, exif=exif(orientation=orientation))

    library = handed_in(content, data)

    assert codes(library) == []
    assert [(facts.width, facts.height) for facts in library.stories[0].photos] == [(1200, 800)]
    files = published(content, tmp_path)
    assert len(files) == 4
    for name, published_data in files.items():
        with Image.open(BytesIO(published_data)) as image:
            assert f"-{image.width}." in name
            assert image.width > image.height
            assert not image.getexif()
        assert is_red(colour_at(published_data, 0.05, 0.05))
        assert not is_red(colour_at(published_data, 0.95, 0.05))
        assert not is_red(colour_at(published_data, 0.05, 0.95))


MEASURED = """
import resource, sys, time
from scripts.source.media.photo_file import check_photo
from scripts.source.media.media_file import MediaFaultError
data = sys.stdin.buffer.read()
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
try:
    check_photo("a.png", data)
except MediaFaultError as fault:
    used = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    print(fault.code.name, used, int(time.process_time() - start))
"""


@pytest.mark.parametrize(
    "bomb",
    [
        png_claiming(60_000, 60_000),
        encoded(Image.new("1", (16_000, 16_000)), "PNG"),
        encoded(Image.new("L", (11_000, 6_000)), "PNG"),
    ],
    ids=["60000 x 60000", "16000 x 16000 of one bit", "just over the limit"],
)
def test_row_37_a_photo_with_too_many_points_is_refused_before_it_is_decoded(bomb):
    """Under a second and under 200 MB: the claim in the header is enough."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED], input=bomb, cwd=ROOT, capture_output=True, check=True, timeout=60
    )
    code, megabytes, seconds = done.stdout.decode().split()

    assert code == "photo-too-large"
    assert int(megabytes) < 20
    assert int(seconds) < 1


def test_row_37_a_hollow_photo_is_found_by_the_check_and_not_by_the_build(content):
    """The header is good and small enough; what should follow is not there."""
    assert codes(handed_in(content, png_claiming(800, 600))) == ["photo-truncated"]
    assert codes(handed_in(content, png_claiming(800, 600, b""))) == ["photo-broken"]


PRETENDERS = {
    "html": (b"<!DOCTYPE html><script>alert(1)</script>", "photo-type", "trang HTML"),
    "html after a blank line": (b"\n  <html><body>", "photo-type", "trang HTML"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "photo-type", "SVG"),
    "svg with a declaration": (b'<?xml version="1.0"?><svg/>', "photo-type", "SVG"),
    "gif": (encoded(kind="GIF"), "photo-type", "ảnh GIF"),
    "bmp": (encoded(kind="BMP"), "photo-type", "ảnh BMP"),
    "tiff": (encoded(kind="TIFF"), "photo-type", "ảnh TIFF"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "photo-type", "python -m scripts tidy"),
    "avif": (b"\0\0\0\x18ftypmif1\0\0\0\0avifmif1", "photo-type", "AVIF"),
    "word": (b"PK\x03\x04....", "photo-type", "Office"),
    "anything": (b"\x01\x02\x03", "photo-type", "không phải ảnh"),
    "empty": (b"", "photo-empty", "0 byte"),
    "half a jpeg": (encoded()[: len(encoded()) // 2], "photo-truncated", "cụt"),
    "a jpeg without its last letters": (encoded()[:-40], "photo-truncated", "cụt"),
    "the first letters of a jpeg": (encoded()[:20], "photo-truncated", "phần đầu"),
    "half a png": (encoded(kind="PNG")[:1500], "photo-truncated", "cụt"),
    "half a webp": (encoded(kind="WEBP")[:500], "photo-truncated", "hỏng"),
    "moving webp": (
        encoded(kind="WEBP", save_all=True, append_images=[drawing().rotate(90)]),
        "photo-animated",
        "ảnh động",
    ),
    "moving png": (
        encoded(kind="PNG", save_all=True, append_images=[drawing().rotate(90)]),
        "photo-animated",
        "ảnh động",
    ),
}


@pytest.mark.parametrize("kind", PRETENDERS)
def test_row_38_what_is_no_photo_gets_the_real_reason(kind, content):
    data, code, said = PRETENDERS[kind]

    (problem,) = handed_in(content, data).problems

    assert problem.code == code
    assert said in problem.message
    assert (problem.line, problem.column) == (15, 12)


TALKING = {
    "a script behind it": (encoded() + b"<script>alert('bi mat')</script>", b"bi mat"),
    "an archive behind it": (with_zip(encoded()), b"bi-mat.txt"),
    "a comment": (encoded(comment=b"bi mat"), b"bi mat"),
    "exif": (encoded(exif=exif(artist="bi mat", serial="bi mat")), b"bi mat"),
    "xmp": (encoded(xmp=b"<x>bi mat</x>"), b"bi mat"),
    "words in a png": (encoded(kind="PNG", pnginfo=png_words(Author="bi mat")), b"bi mat"),
    "xmp in a webp": (encoded(kind="WEBP", xmp=b"<x>bi mat</x>", exif=exif(artist="bi mat")), b"bi mat"),
    "a profile": (encoded(icc_profile=b"\0" * 128 + b"bi mat"), b"bi mat"),
}


@pytest.mark.parametrize("kind", TALKING)
def test_row_39_nothing_but_pixels_is_published(kind, content, tmp_path):
    data, secret = TALKING[kind]
    assert secret in data
    assert codes(handed_in(content, data)) == []

    for name, published_data in published(content, tmp_path).items():
        assert secret not in published_data, name
        with Image.open(BytesIO(published_data)) as image:
            image.load()
            assert not image.getexif()
            plain = {name for name in image.info if not name.startswith("jfif")}
            assert plain <= {"progressive", "progression", "loop", "background", "timestamp", "duration", "dpi"}
        assert published_data.endswith(b"\xff\xd9") or name.endswith(".webp")


def test_row_40_a_photo_is_neither_too_heavy_nor_too_small(content):
    heavy = encoded() + b"\0" * MAX_PHOTO_BYTES
    for data, code in (
        (heavy, "photo-too-heavy"),
        (encoded(drawing(599, 800)), "photo-too-small"),
        (encoded(drawing(800, 299)), "photo-too-small"),
        (encoded(drawing(900, 500), exif=exif(orientation=6)), "photo-too-small"),
        (encoded(drawing(600, 300)), None),
    ):
        assert codes(handed_in(content, data)) == ([code] if code else [])


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("alt: Hai người bên kênh, ", "", "missing-key"),
        ("alt: Hai người bên kênh, ", "alt: Hai, ", "too-short"),
        ("alt: Hai người bên kênh, ", "alt: IMG_20261124.jpg, ", "alt-file-name"),
        ("alt: Hai người bên kênh, ", "alt: Ảnh minh họa số 1, ", "alt-says-nothing"),
        ("caption: Ngày đầu, ", "caption: Hai người bên kênh, ", "alt-repeats-caption"),
        ("caption: Ngày đầu, ", "", "missing-key"),
        ("credit: Tổ Ba, ", "", "missing-key"),
        (", licence: site-only", "", "missing-key"),
        ("licence: site-only", "licence: cc-by", "unknown-licence"),
    ],
)
def test_row_41_a_photo_comes_with_its_words_and_rights(before, after, code, content):
    assert before in PHOTO

    assert codes(handed_in(content, encoded(), PHOTO.replace(before, after))) == [code]


@pytest.mark.parametrize("kind", [kind for kind in TALKING if "behind" not in kind and "profile" not in kind])
def test_what_is_written_in_a_photo_can_be_read_by_who_looks_for_names(kind):
    with open_photo(TALKING[kind][0]) as image:
        assert any("bi mat" in text for text in texts_in(image))


RECORDINGS = {"a.mp3": SOUND, "b.mp3": id3((b"TIT2", b"\0x")) + SOUND, "a.m4a": m4a(200), "a.ogg": ogg(200)}


@pytest.mark.parametrize("name", RECORDINGS)
def test_a_recording_is_what_its_ending_says(name, content):
    lines = AUDIO.replace("a.mp3", name)
    assert codes(handed_in(content, RECORDINGS[name], lines, name)) == []
    assert codes(handed_in(content, b"<script>", lines, name)) == ["audio-type"]
    assert codes(handed_in(content, b"", lines, name)) == ["audio-type"]
    position = RECORDINGS[name] + b"\xa9xyz\x00\x12\x15\xc7+10.0123+105.0834/"
    assert codes(handed_in(content, position, lines, name)) == ["audio-gps"]


def test_a_recording_has_a_limit(content, monkeypatch):
    monkeypatch.setattr("scripts.source.media.audio_file.MAX_AUDIO_BYTES", len(SOUND))
    assert codes(handed_in(content, SOUND, AUDIO, "a.mp3")) == []
    assert codes(handed_in(content, SOUND + b"\0", AUDIO, "a.mp3")) == ["audio-too-heavy"]
