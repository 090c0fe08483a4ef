"""Images under any name, and what people bring beside a story: what ``check`` says, what ``tidy`` makes of it."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from scripts.publish.contributions.photo_names import with_new_name
from scripts.publish.contributions.photo_tidy import write_tidy_photo
from tests.commands import run
from tests.conftest import GOOD_STORY, approve, with_keys
from tests.made_up_photos import PHOTO, XMP_POSITION, colour_at, drawing, encoded, exif, heic, is_red

WITH_GPS = encoded(exif=exif(gps=True))


def beside(content, name, data, story=GOOD_STORY):
    """Put a story with one more file into ``content``."""
    file = content.write_story(story).parent / name
    file.write_bytes(data)
    return file


def said(content):
    return [(problem.path.rsplit("/", 1)[1], problem.code) for problem in content.load().problems]


IMAGES = {
    "IMG_2024.JPG": (WITH_GPS, "img-2024.jpg"),
    "IMG_2024.JPEG": (WITH_GPS, "img-2024.jpg"),
    "img.jfif": (WITH_GPS, "img.jpg"),
    "anh": (WITH_GPS, "anh.jpg"),
    "Ảnh họp tổ.png": (encoded(kind="PNG", exif=exif(gps=True, artist="x")), "anh-hop-to.png"),
    "a.txt": (encoded(kind="WEBP", xmp=XMP_POSITION), "a.webp"),
    "😀.jpg": (WITH_GPS, "anh.jpg"),
    "CON.jpg": (WITH_GPS, "anh-con.jpg"),
}


@pytest.mark.parametrize("name", IMAGES)
def test_row_64_an_image_under_any_name_is_looked_at_and_gets_its_cure(name, content):
    data, proposal = IMAGES[name]
    beside(content, name, data)

    naming, position = sorted(content.load().problems, key=lambda problem: problem.code)

    assert (naming.code, position.code) == ("file-name", "photo-gps")
    assert "python -m scripts tidy" in naming.message
    assert f"“{proposal}”" in naming.message


@pytest.mark.parametrize("name", IMAGES)
def test_row_64_tidy_cleans_it_renames_it_and_tells_the_story(name, content):
    data, proposal = IMAGES[name]
    story = with_keys(GOOD_STORY, PHOTO.replace("file: a.jpg", f'file: "{name}"')) + f"\n![Kênh](<{name}>)\n"
    photo = beside(content, name, data, story)

    done = run(content, "tidy")

    assert done.stdout == f"Đã sửa: {photo} → {proposal} (bỏ vị trí chụp, bỏ thông tin ẩn, đổi tên)\n"
    assert sorted(file.name for file in photo.parent.iterdir()) == [proposal, "index.md"]
    assert f'file: "{proposal}"' in (photo.parent / "index.md").read_text(encoding="utf-8")
    with Image.open(photo.with_name(proposal)) as image:
        assert not image.getexif()
    assert run(content, "tidy").stdout == ""
    assert [code for _, code in said(content)] == ["image-unlisted"], "what Markdown puts in brackets is left alone"
    assert f"còn nhắc tên cũ {name}" in done.stderr


def test_row_64_a_photo_that_no_key_lists_is_looked_at_too(content):
    """Listed or not, even beside a story that cannot be read: it is committed with the folder."""
    beside(content, "a.jpg", WITH_GPS)
    assert said(content) == [("a.jpg", "photo-gps"), ("index.md", "media-unused")]

    content.write_story(GOOD_STORY.replace("---\n", "", 1))
    assert ("a.jpg", "photo-gps") in said(content)


@pytest.mark.parametrize("where", ["", "collections", "reports", "models", "models/bai-sen"])
def test_row_64_an_image_elsewhere_in_content_is_looked_at_and_moved_by_its_owner(where, content):
    content.write_story(GOOD_STORY)
    folder = content.root / where
    folder.mkdir(exist_ok=True)
    (folder / "IMG_1.JPG").write_bytes(WITH_GPS)

    assert {code for _, code in said(content)} - {"file-type", "unexpected-file"} == {"photo-gps"}
    assert len(said(content)) == 2


def test_row_64_a_program_by_its_mark_or_too_heavy_it_still_says_where_it_was_taken(content):
    """Memory cards mark every file as a program; a telephone's photo may weigh more than we take."""
    photo = beside(content, "IMG_1.JPG", WITH_GPS + b"\0" * 9_000_000)
    photo.chmod(0o755)

    assert said(content) == [("IMG_1.JPG", "executable"), ("IMG_1.JPG", "photo-gps")]


def test_row_64_what_is_only_called_a_photo_is_not_one(content):
    beside(content, "IMG_1.JPG", b"x" * 999)

    assert said(content) == [("IMG_1.JPG", "file-type")]


def test_row_64_two_photos_that_want_one_name_both_stay(content):
    """A telephone exports the same picture twice; nothing is written over."""
    first = beside(content, "IMG_1.JPG", WITH_GPS)
    second = beside(content, "IMG_1.heic", heic())

    assert write_tidy_photo(first).file.name == "img-1.jpg"
    assert write_tidy_photo(second).file.name == "img-1-2.jpg"
    assert len(list(first.parent.iterdir())) == 3


def test_row_64_a_run_that_was_killed_is_finished_by_the_next(content, monkeypatch):
    """The new file is there, the story is told, the old file is not gone yet: at every step nothing is lost."""
    story = with_keys(GOOD_STORY, PHOTO.replace("a.jpg", "IMG_1.JPG"))
    for step in ("_tell_story", "sync"):
        photo = beside(content, "IMG_1.JPG", WITH_GPS, story)
        with monkeypatch.context() as killed:
            killed.setattr(f"scripts.publish.contributions.photo_tidy.{step}", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                write_tidy_photo(photo)
        assert photo.with_name("img-1.jpg").exists()

        if photo.exists():
            write_tidy_photo(photo)
        assert said(content) == []
        assert not photo.exists()


def test_row_64_on_a_disk_where_capitals_count_for_nothing_the_photo_is_not_lost(content, monkeypatch):
    """Two names of one file, as such a disk sees them: who deletes the one deletes the other."""
    photo = beside(content, "A.JPG", WITH_GPS, with_keys(GOOD_STORY, PHOTO.replace("a.jpg", "A.JPG")))
    photo.with_name("a.jpg").hardlink_to(photo)
    monkeypatch.setattr(Path, "unlink", lambda path: [*map(os.remove, path.parent.glob("[aA].*"))])

    assert write_tidy_photo(photo).file.name == "a.jpg"
    assert said(content) == []
    assert not photo.exists()


def test_row_64_a_photo_beside_an_approved_story_waits_to_be_asked_for(content):
    """It is published by nobody; renamed, it would be a photo that the story forgot to list."""
    approve(content.write_story(GOOD_STORY))
    photo = content.folder() / "IMG_1.JPG"
    photo.write_bytes(WITH_GPS)

    assert "Để nguyên" in run(content, "tidy").stderr
    assert photo.read_bytes() == WITH_GPS


NAMED = [
    ("photos:\n  - file: IMG_1.JPG\n", "photos:\n  - file: a.jpg\n"),
    ("photos:\n  - {file: 'IMG_1.JPG', alt: IMG_1.JPG}\n", "photos:\n  - {file: 'a.jpg', alt: IMG_1.JPG}\n"),
    ("photos: [{file: b.jpg}, {file: IMG_1.JPG}]\n", "photos: [{file: b.jpg}, {file: a.jpg}]\n"),
    ("photos: IMG_1.JPG\n", "photos: IMG_1.JPG\n"),
    ("photos:\n  - file: IMG_1.JPG.jpg\n", "photos:\n  - file: IMG_1.JPG.jpg\n"),
    ("photos:\n  - file: IMG_1.JPG\n - x: [\n", "photos:\n  - file: IMG_1.JPG\n - x: [\n"),
]


@pytest.mark.parametrize(("before", "after"), NAMED)
def test_row_64_only_the_name_of_the_photo_changes_in_the_story(before, after):
    body = '---\nMột ![x](IMG_1.JPG) hai IMG_1.JPG và `](IMG_1.JPG)` ![y](IMG_1.JPG "IMG_1.JPG")\n'
    shown = '---\nMột ![x](a.jpg) hai IMG_1.JPG và `](IMG_1.JPG)` ![y](a.jpg "IMG_1.JPG")\n'
    readable = "- x: [" not in before

    told = with_new_name(f"---\n{before}{body}", "IMG_1.JPG", "a.jpg")

    assert told == f"---\n{after}{shown if readable else body}"


def test_row_65_a_photo_of_a_telephone_is_named_with_its_cure_and_its_position(content):
    beside(content, "IMG_2024.HEIC", heic(exif=exif(gps=True).tobytes()))

    naming, position = sorted(content.load().problems, key=lambda problem: problem.code, reverse=True)

    assert (naming.code, position.code) == ("photo-type", "photo-gps")
    assert "ảnh HEIC của điện thoại" in naming.message
    assert "python -m scripts tidy" in naming.message


@pytest.mark.parametrize("name", ["IMG_2024.HEIC", "a.heic", "a.jpg"])
def test_row_65_tidy_makes_it_a_clean_upright_jpeg(name, content):
    """Under its own ending, or sent as a JPEG it is not."""
    sideways = drawing().transpose(Image.Transpose.ROTATE_90)
    data = heic(sideways, exif=exif(gps=True, orientation=6, serial="XK-1").tobytes())
    photo = beside(content, name, data, with_keys(GOOD_STORY, PHOTO.replace("a.jpg", name)))

    done = write_tidy_photo(photo)

    assert "đổi thành JPEG" in done.done
    assert "bỏ vị trí chụp" in done.done
    mended = done.file.read_bytes()
    with Image.open(BytesIO(mended)) as image:
        assert (image.format, image.size) == ("JPEG", (800, 600))
        assert not image.getexif()
        assert {key for key in image.info if not key.startswith("jfif")} <= {"progressive", "progression"}
    assert is_red(colour_at(mended, 0.05, 0.05))
    assert said(content) == []
    assert [file.suffix for file in sorted(photo.parent.iterdir())] == [".jpg", ".md"]


def test_row_65_a_heic_that_was_cut_short_is_left_alone(content):
    data = heic()
    for spoilt in (data[: len(data) // 2], data[:24], data[:-40]):
        photo = beside(content, "a.heic", spoilt)

        assert write_tidy_photo(photo).done == ()
        assert photo.read_bytes() == spoilt


BROUGHT = {
    "bai.docx": (b"PK\x03\x04", "chép lời văn vào index.md"),
    "bai.DOC": (b"\xd0\xcf\x11\xe0", "chép lời văn vào index.md"),
    "bai.md": (GOOD_STORY.encode(), "chuyển bài này sang thư mục riêng"),
    "Index.md": (GOOD_STORY.encode(), "chuyển bài này sang thư mục riêng"),
    "a.MP3": (b"ID3", "hãy đổi tên"),
    "a.wav": (b"RIFF....WAVE", "lưu lại thành một trong các dạng ấy"),
    "a.tif": (encoded(kind="TIFF"), "lưu lại thành JPEG"),
    "la.xyz": (b"x", "chuyển tệp đi nơi khác, hoặc xóa"),
}


@pytest.mark.parametrize("name", BROUGHT)
def test_row_77_each_file_gets_something_to_do_that_is_not_only_to_delete_it(name, content):
    data, cure = BROUGHT[name]
    beside(content, name, data)

    problem = next(problem for problem in content.load().problems if problem.path.endswith(f"/{name}"))

    assert cure in problem.message
    assert problem.code in ("file-type", "photo-type")


@pytest.mark.parametrize("name", ["Index.md", "bai.md", "index.txt", "INDEX.MD"])
def test_row_77_a_story_under_another_name_is_told_its_name_and_nothing_else(name, content):
    """One fault, one message: not that the story is missing as well."""
    (content.folder() / name).write_text(GOOD_STORY, encoding="utf-8")

    (problem,) = content.load().problems

    assert problem.code == "file-type"
    assert "hãy đổi tên tệp thành index.md" in problem.message
