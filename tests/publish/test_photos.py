"""The photos of a site: which files there are, what they hold, when they are made again."""

import zipfile
from io import BytesIO

import pytest
from PIL import Image

from scripts.catalog.catalog import Edition, build_catalog
from scripts.publish.disk.kept_files import KeptFiles
from scripts.publish.images.photos import MediaChangedError, PhotoFiles, story_media
from tests.conftest import GOOD_STORY, approve, with_keys
from tests.made_up_photos import AUDIO, PHOTO, SOUND, drawing, encoded
from tests.made_up_sounds import id3
from tests.sites import digests, run_build

PRESS_PHOTO = PHOTO.replace("site-only", "press-with-credit")


def story_with_photo(content, data=None, lines=PHOTO, slug="bai-thu"):
    text = GOOD_STORY.replace("Tổ Ba cùng", f"Tổ {slug} cùng")
    file = content.write_story(with_keys(text, lines), slug=slug)
    (file.parent / "a.jpg").write_bytes(encoded(drawing(1600, 1200)) if data is None else data)
    return file


def files_of(content, folder, edition=Edition.PREVIEW):
    library = content.load()
    assert library.problems == ()
    catalog = build_catalog(library.stories, library.taxonomy, edition)
    return {str(path): data for path, data in story_media(catalog, library, folder)}


@pytest.mark.parametrize(("width", "widths"), [(1600, {480, 1200}), (1200, {480, 1200}), (700, {480, 700})])
def test_two_formats_in_two_widths_never_wider_than_the_photo(width, widths, content, tmp_path):
    story_with_photo(content, encoded(drawing(width, width * 3 // 4)))

    files = files_of(content, tmp_path / "kept")

    assert len(files) == 4
    for name, data in files.items():
        assert name.startswith("mo-hinh/bai-sen/bai-thu/a-")
        with Image.open(BytesIO(data)) as image:
            assert f"-{image.width}." in name
            assert image.width in widths
            assert image.format == {"webp": "WEBP", "jpg": "JPEG"}[name.rpartition(".")[2]]
            assert abs(image.width * 3 / 4 - image.height) <= 1


def test_the_same_photo_gives_the_same_bytes_and_is_made_once(content, tmp_path, monkeypatch):
    story_with_photo(content)
    first = files_of(content, tmp_path / "kept")
    assert files_of(content, tmp_path / "other") == first

    monkeypatch.setattr("scripts.publish.images.photos.encode_all", lambda *_: pytest.fail("made a second time"))
    assert files_of(content, tmp_path / "kept") == first


def test_a_kept_photo_that_was_cut_short_is_made_again(content, tmp_path):
    """What a power cut left half written is never published."""
    story_with_photo(content)
    first = files_of(content, tmp_path / "kept")
    for file in (tmp_path / "kept").iterdir():
        file.write_bytes(file.read_bytes()[:-20])

    assert files_of(content, tmp_path / "kept") == first


def test_another_photo_under_the_same_name_gets_another_address(content, tmp_path):
    story_with_photo(content)
    first = files_of(content, tmp_path / "kept")
    story_with_photo(content, encoded(drawing(1600, 1200).transpose(Image.Transpose.FLIP_LEFT_RIGHT)))

    assert not set(files_of(content, tmp_path / "kept")) & set(first)


def test_only_stories_of_the_edition_have_photos_and_the_others_stay_kept(content, tmp_path):
    approve(story_with_photo(content, slug="duyet"))
    story_with_photo(content, encoded(drawing(900, 600)), slug="thao")
    both = files_of(content, tmp_path / "kept")
    kept = sorted((tmp_path / "kept").iterdir())

    public = files_of(content, tmp_path / "kept", Edition.PUBLIC)

    assert {name.split("/")[2] for name in both} == {"duyet", "thao"}
    assert {name.split("/")[2] for name in public} == {"duyet"}
    assert sorted((tmp_path / "kept").iterdir()) == kept


def test_what_no_story_needs_any_more_goes_from_the_cache(content, tmp_path):
    file = story_with_photo(content)
    files_of(content, tmp_path / "kept")
    assert len(list((tmp_path / "kept").iterdir())) == 4

    (file.parent / "a.jpg").unlink()
    file.write_text(GOOD_STORY, encoding="utf-8")

    assert files_of(content, tmp_path / "kept") == {}
    assert list((tmp_path / "kept").iterdir()) == []


def test_the_press_gets_a_print_where_the_licence_says_so(content, tmp_path):
    """Code spells no licence: the vocabulary says which one lets newspapers print."""
    story_with_photo(content, encoded(drawing(3000, 2000)), PRESS_PHOTO)
    story_with_photo(content, encoded(drawing(3000, 2000)), slug="rieng")
    library = content.load()
    photos = PhotoFiles(library, KeptFiles(tmp_path / "kept"))

    prints = {story.slug: photos.for_press(story, library.taxonomy) for story in library.stories}

    assert prints["rieng"] == {}
    ((name, data),) = prints["bai-thu"].items()
    assert name == "a.jpg"
    with Image.open(BytesIO(data)) as image:
        assert image.size == (2400, 1600)


def test_a_photo_that_changed_since_it_was_checked_is_not_published(content, tmp_path):
    file = story_with_photo(content)
    library = content.load()
    (file.parent / "a.jpg").write_bytes(encoded(drawing(1000, 800)))

    with pytest.raises(MediaChangedError, match=r"bai-sen/bai-thu/a\.jpg"):
        list(PhotoFiles(library, KeptFiles(tmp_path / "kept")).for_pages(library.stories[0]))


def test_a_recording_is_published_without_its_tag_under_the_name_of_what_is_published(content, tmp_path):
    """Another tag changes nothing for readers: neither a byte nor an address that a browser keeps."""
    file = content.write_story(with_keys(GOOD_STORY, AUDIO))
    (file.parent / "a.mp3").write_bytes(SOUND)
    untagged = files_of(content, tmp_path / "kept")
    (file.parent / "a.mp3").write_bytes(id3((b"TIT2", b"\0Bai noi")) + SOUND)
    assert files_of(content, tmp_path / "kept") == untagged

    ((name, data),) = files_of(content, tmp_path / "kept").items()

    assert name.startswith("mo-hinh/bai-sen/bai-thu/a-")
    assert name.endswith(".mp3")
    assert data == SOUND


def test_a_whole_site_with_photos_passes_the_gate_and_is_the_same_twice(made_up_content, tmp_path):
    """Every file a page names is there, every photo that is there is shown, no original is, nor one of a draft."""
    story_with_photo(made_up_content, lines=f"{PHOTO}\n{AUDIO}")
    (made_up_content.folder() / "a.mp3").write_bytes(SOUND)
    approve(story_with_photo(made_up_content, lines=PRESS_PHOTO, slug="duyet"))
    for name in ("mot", "hai"):
        done = run_build(made_up_content.root, tmp_path / name, tmp_path / f"build-{name}")
        assert done.returncode == 0, done.stdout + done.stderr
    site = digests(tmp_path / "mot")
    assert site == digests(tmp_path / "hai")
    photos = [name for name in site if name.startswith("mo-hinh/") and name.endswith((".jpg", ".webp"))]
    assert len(photos) == 8
    assert "mo-hinh/bai-sen/bai-thu/a.jpg" not in site

    public = run_build(made_up_content.root, tmp_path / "ba", tmp_path / "build-hai", "--edition", "public")

    assert public.returncode == 0, public.stdout + public.stderr
    media = [name for name in digests(tmp_path / "ba") if name.endswith((".jpg", ".webp", ".mp3"))]
    assert {name.split("/")[2] for name in media} == {"duyet"}
    with zipfile.ZipFile(next((tmp_path / "ba" / "mo-hinh/bai-sen/duyet").rglob("*.zip"))) as kit:
        (name,) = [name for name in kit.namelist() if name.endswith(".jpg")]
        with Image.open(BytesIO(kit.read(name))) as image:
            assert image.size == (1600, 1200)
