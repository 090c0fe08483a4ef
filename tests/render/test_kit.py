"""The press kit: what a newsroom unpacks, and what must never be in it."""

import hashlib
import io
import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from zipfile import ZipFile

import docx
import pytest

from scripts.catalog.catalog import Edition
from scripts.render.pages import Pages
from scripts.render.press.kit import KitParts, NotForPressError, kit_files, kit_zip
from scripts.render.press.press_page import press_page
from scripts.render.press.radio import radio_script
from scripts.source.vietnam_time import VIETNAM
from tests.made_up import ROOT
from tests.render.press_scene import FULL, PRINTS, SITE_URL, TAXONOMY, catalog_of, script_of, story_of, texts_of

HOUR = datetime(2026, 12, 1, 6, tzinfo=VIETNAM)
NOT_YET = "CHƯA TỚI GIỜ ĐĂNG: không đăng, phát trước 06:00 ngày 01-12-2026"


def files_of(story, photos=PRINTS, *, aired=True, **scene):
    script = script_of(story) if aired else None
    return kit_files(story, catalog_of(story, **scene), KitParts(photos, script), SITE_URL)


def read(data):
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def test_a_kit_holds_what_a_newsroom_needs():
    story = story_of()
    with ZipFile(
        io.BytesIO(kit_zip(story, catalog_of(story), KitParts(PRINTS, script_of(story)), SITE_URL))
    ) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            f"gop-von/{name}"
            for name in (
                "README.txt",
                "facts.json",
                "text.txt",
                "text.docx",
                "script.txt",
                "script.docx",
                "photos/photos.txt",
                "photos/01-mot.jpg",
                "photos/02-bon.jpg",
            )
        ]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}


def test_only_photos_the_press_may_use_are_in_a_kit():
    """By licence, and by what the people in them agreed to; the rest is counted, not shown."""
    files = files_of(story_of())
    assert {data for name, data in files.items() if name.endswith(".jpg")} == {PRINTS["mot.jpg"], PRINTS["bon.webp"]}
    told = read(files["photos/photos.txt"])
    assert "Ngày đầu vét kênh" in told
    assert "Ảnh: Tổ bịa" in told
    assert "Báo chí dùng được, ghi nguồn" in told
    assert "thêm 2 ảnh không cho báo chí dùng lại" in told
    assert "TRẦN VĂN BỊA" not in told


def test_a_kit_without_photos_or_script_does_not_speak_of_them():
    files = files_of(story_of(photos=[]), photos={}, aired=False)
    assert list(files) == ["README.txt", "facts.json", "text.txt", "text.docx"]
    assert "photos/" not in read(files["README.txt"])
    assert "script" not in read(files["README.txt"])


def test_a_draft_has_no_kit():
    with pytest.raises(NotForPressError):
        files_of(story_of(approved=False))


@pytest.mark.parametrize(
    ("minutes", "open_"), [(-1, False), (0, True), (1, True)], ids=["before", "at its hour", "after"]
)
def test_there_is_no_kit_on_the_site_before_the_hour_of_a_story(minutes, open_):
    story = story_of(embargo=HOUR.isoformat("T", "minutes"), read_at=HOUR + timedelta(minutes=minutes))
    assert story.public is open_
    if open_:
        assert "Đã qua giờ hẹn (06:00 ngày 01-12-2026)" in read(files_of(story)["README.txt"])
    else:
        with pytest.raises(NotForPressError):
            files_of(story)


def waiting():
    return story_of(embargo=HOUR.isoformat("T", "minutes"))


def kit_sent_beforehand(story):
    return kit_files(story, catalog_of(story), KitParts(PRINTS, script_of(story), beforehand=True), SITE_URL)


def first_words(name, data):
    """Return what somebody reads first who opens a file of a kit."""
    if name.endswith(".docx"):
        return docx.Document(io.BytesIO(data)).paragraphs[0].text
    return next(iter(json.loads(data).values())) if name.endswith(".json") else read(data).lstrip().split("\n")[0]


def test_every_text_of_a_kit_sent_beforehand_begins_with_the_embargo():
    files = kit_sent_beforehand(waiting())
    texts = {name: data for name, data in files.items() if not name.endswith(".jpg")}
    assert set(texts) == {
        "README.txt",
        "facts.json",
        "text.txt",
        "text.docx",
        "script.txt",
        "script.docx",
        "photos/photos.txt",
    }
    for name, data in texts.items():
        assert first_words(name, data) == NOT_YET, name


def test_the_texts_to_copy_begin_with_the_embargo_too():
    story = waiting()
    page = press_page(Pages(), story, catalog_of(story), radio_script(story, TAXONOMY), SITE_URL).values["press"]
    assert [text.text.split("\n")[0] for text in page.texts] == [NOT_YET] * 4
    assert not page.public


def test_a_kit_after_the_hour_says_nothing_of_waiting():
    files = kit_sent_beforehand(story_of(embargo="2026-11-01T06:00+07:00"))
    assert not [name for name, data in files.items() if b"CH\xc6\xafA T" in data]
    assert json.loads(files["facts.json"])["notice"] == ""


def test_a_draft_has_no_kit_beforehand_either():
    with pytest.raises(NotForPressError):
        kit_sent_beforehand(story_of(approved=False, embargo=HOUR.isoformat("T", "minutes")))


def test_the_readme_explains_every_key_of_the_facts():
    """The dictionary and the facts are two texts: this holds them together."""
    files = files_of(story_of())

    def keys(value):
        if isinstance(value, dict):
            yield from value
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from keys(inner)

    dictionary = read(files["README.txt"]).split("CÁC KHÓA TRONG facts.json")[1]
    words = set(dictionary.replace(":", " ").replace(",", " ").replace(".", " ").split())
    assert set(keys(json.loads(files["facts.json"]))) <= words


def test_the_readme_says_whom_to_credit_and_where_to_correct():
    readme = read(files_of(story_of())["README.txt"])
    assert texts_of(story_of()).credit in readme
    assert f"{SITE_URL}/gop-bai/#sua-bai" in readme
    assert "Hội bịa xã Bến Gạo, hoi@vi-du.example" in readme


def test_plain_texts_open_right_in_the_oldest_notepad():
    for name, data in files_of(story_of()).items():
        if name.endswith(".txt"):
            assert data.startswith(b"\xef\xbb\xbf"), name
            assert data.count(b"\n") == data.count(b"\r\n"), name


def test_the_documents_say_what_the_texts_say():
    files = files_of(story_of())
    document = docx.Document(io.BytesIO(files["text.docx"]))
    said = [paragraph.text for paragraph in document.paragraphs]
    plain = read(files["text.txt"])

    for text in said:
        assert text in plain or text in ("Phiếu dữ kiện", "Cách ghi nguồn") or text.startswith("Bản "), text
    for row in document.tables[0].rows:
        assert all(line in plain for cell in row.cells for line in cell.text.split("\n"))
    values = "\n".join(row.cells[1].text for row in document.tables[0].rows)
    assert all(result["value"] in values for result in FULL["results"])
    script = docx.Document(io.BytesIO(files["script.docx"]))
    read_out = [paragraph.runs[-1].text for paragraph in script.paragraphs if paragraph.style.name == "Script"]
    assert read_out
    assert all(line in read(files["script.txt"]) for line in read_out)


def test_no_text_is_escaped_twice_or_as_html():
    files = files_of(story_of())
    assert "Việc một & hai." in read(files["text.txt"])
    assert "&amp;" not in read(files["text.txt"])


@pytest.mark.parametrize(("seed", "zone", "language"), [("0", "UTC", "C"), ("7", "Asia/Ho_Chi_Minh", "C.UTF-8")])
def test_a_kit_is_the_same_bytes_everywhere(seed, zone, language):
    story = story_of()
    here = hashlib.sha256(kit_zip(story, catalog_of(story), KitParts(PRINTS, script_of(story)), SITE_URL)).hexdigest()
    program = (
        "import hashlib; from tests.render.press_scene import *; from scripts.render.press.kit import *; "
        "s = story_of(); "
        "z = kit_zip(s, catalog_of(s), KitParts(PRINTS, script_of(s)), SITE_URL); print(hashlib.sha256(z).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == here


def test_the_public_edition_has_the_same_kit():
    story = story_of()
    assert files_of(story, edition=Edition.PUBLIC) == files_of(story)
