"""Open data: one schema, three files, the numbers of the pages; nothing that is not approved."""

import csv
import io
import json
import re
import zipfile
from datetime import date

import jsonschema
import openpyxl
import pytest
from pydantic import create_model
from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition
from scripts.render.machines.data_page import data_files
from scripts.render.machines.open_data import DERIVED, LEFT_OUT, rows_of
from scripts.render.machines.open_data_tables import COLUMNS, columns_of, models_csv, models_xlsx
from scripts.render.site import render_site
from scripts.source.schema.declared import declarations
from scripts.source.schema.part import label_of, meaning_of, several
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.story_parts import Replication
from scripts.source.schema.told import Words
from tests.render.mixed import HIDDEN, PUBLIC_KEYS, RICH, SITE_URL, TAXONOMY, catalog_of, hostile
from tests.sites import texts_in

RICH_KEY = "bai-sen/duyet-mot"


def files_of(stories=None, edition=Edition.PUBLIC, site_url=SITE_URL):
    return data_files(catalog_of(edition=edition) if stories is None else catalog_of(stories, edition), site_url)


def json_of(files):
    return json.loads(files["du-lieu/models.json"])


def schema_of(files):
    return json.loads(files["du-lieu/models.schema.json"])


def csv_of(data):
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def book_of(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def cells_of(sheet):
    """Return the rows of a sheet as dicts by the heads of its first row."""
    heads, *rows = sheet.iter_rows()
    return [dict(zip([head.value for head in heads], row, strict=True)) for row in rows]


def row_of(key=RICH_KEY):
    return next(row for row in json_of(files_of())["models"] if row["id"] == key)


def page_of(address, stories=None):
    pages = {page.address: page for page in render_site(catalog_of() if stories is None else catalog_of(stories))}
    return LexborHTMLParser(pages[address].html)


@pytest.mark.parametrize("edition", list(Edition))
def test_each_file_holds_exactly_the_approved_stories(edition):
    """Not the draft, not the one edited after its approval, not the one without consent - not even in a preview."""
    files = files_of(edition=edition)
    assert {row["id"] for row in json_of(files)["models"]} == PUBLIC_KEYS
    assert json_of(files)["count"] == len(PUBLIC_KEYS)
    assert {row["id"] for row in csv_of(files["du-lieu/models.csv"])} == PUBLIC_KEYS
    book = book_of(files["du-lieu/models.xlsx"])
    assert {row["Mã bài"].value for row in cells_of(book["Các bài"])} == PUBLIC_KEYS
    assert {row["Mã bài"].value for row in cells_of(book["Kết quả bằng số"])} == {RICH_KEY}
    packed = zipfile.ZipFile(io.BytesIO(files["du-lieu/models.xlsx"]))
    everything = b"".join([*files.values(), *(packed.read(name) for name in packed.namelist())]).decode(errors="ignore")
    for story in HIDDEN:
        assert story.front.title not in everything
        assert "Người Từ Chối" not in everything


def test_the_export_follows_the_published_schema():
    files = files_of()
    schema = schema_of(files)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    whole = json_of(files)
    assert list(validator.iter_errors(whole)) == []
    for key, value in (("year", "2016"), ("title", None), ("approval", {"by": "x"}), ("people", [])):
        changed = {**whole, "models": [{**whole["models"][0], key: value}]}
        assert list(validator.iter_errors(changed)), key


SEEN = {name for name, told in declarations(FrontMatter) if told.seen}
"""What no reader sees is no word for the dictionary either."""


def test_every_key_of_the_front_matter_is_exported_or_left_out_with_a_reason():
    """A new key in the schema must be decided on here before it can be published or forgotten."""
    story = schema_of(files_of())["$defs"]["Story"]["properties"]
    keys = SEEN
    assert set(story) == (keys - set(LEFT_OUT)) | set(DERIVED)
    assert set(LEFT_OUT) <= keys
    assert {column.path[0] for column in COLUMNS if column.path} == keys - set(LEFT_OUT)
    assert set(row_of()) == set(story)


def test_a_key_that_is_left_out_takes_its_column_along():
    """Its declaration is enough: nobody has to strike it from the table."""
    entry = several("Nhân rộng", "Những nơi đã làm theo.", "…", Words.PARTS, most=60, left_out="Xem ở trang bài.")
    shorter = create_model("Shorter", __base__=FrontMatter, replications=(tuple[Replication, ...], entry))
    keys = [[column.key for column in columns_of(model)] for model in (FrontMatter, shorter)]
    assert "replications" in keys[0]
    assert keys[1] == [key for key in keys[0] if key != "replications"]


def test_the_words_of_the_dictionary_are_those_of_the_schema():
    """Labels and help are written once, in the one schema."""
    story = schema_of(files_of())["$defs"]["Story"]["properties"]
    for key in SEEN - set(LEFT_OUT):
        assert story[key]["title"] == label_of(FrontMatter, (key,))
        assert story[key]["description"] == meaning_of(FrontMatter, (key,))
    text = page_of("du-lieu/").text()
    assert len({column.key for column in COLUMNS}) == len({column.label for column in COLUMNS}) == len(COLUMNS)
    for column in COLUMNS:
        assert column.label
        assert column.about
        assert column.label in text
        assert column.key in text
    for key, why in LEFT_OUT.items():
        assert label_of(FrontMatter, (key,)) in text
        assert why in text


def test_nothing_private_is_exported():
    """People are only in the prose they agreed to; a contact is an office's."""
    everything = json.dumps(json_of(files_of()), ensure_ascii=False)
    assert "Người Bịa" not in everything
    assert "consent" not in everything
    assert "sha256" not in everything
    assert row_of()["contact"] == {
        "office": "Hội Nông dân bịa",
        "phone": "+84 297 000 000",
        "email": "hoi@vi-du.example",
    }


def test_every_number_is_the_page_s():
    page = page_of(f"mo-hinh/{RICH_KEY}/")
    shown = [node.text() for node in page.css(".story-cover .figures dd")]
    row = row_of()
    assert [result["value"] for result in row["results"]] == shown == ["1.099", "12,4", "hơn 98,5%", "10-12"]
    assert [result["number"] for result in row["results"]] == [1099, 12.4, 98.5, 10]
    files = files_of()
    line = next(line for line in csv_of(files["du-lieu/models.csv"]) if line["id"] == RICH_KEY)
    assert (line["result_value"], line["result_number"]) == ("1.099", "1099")
    assert all(value in line["results"] for value in shown)
    cells = cells_of(book_of(files["du-lieu/models.xlsx"])["Kết quả bằng số"])
    assert [cell["Con số"].value for cell in cells] == shown
    assert [cell["Con số để tính"].value for cell in cells] == [1099, 12.4, 98.5, 10]
    text = " ".join(page.text(separator=" ").split())
    for said in (
        row["place_then"],
        row["place_now"],
        row["subject"],
        f"năm {row['started']}",
        f"năm {row['registered']}",
    ):
        assert said in text
    assert "Đã duyệt 2 bài: 1 điển hình, 1 cách làm hay" in " ".join(page_of("du-lieu/").text().split())


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "＝"])
def test_no_cell_of_the_csv_is_a_formula(sign):
    """Excel runs what begins with these; an apostrophe makes it text. Numbers stay numbers."""
    words = f"{sign}cmd|' /C calc'!A0"
    rows = rows_of(catalog_of([hostile(RICH, title=words, subject=words)]), SITE_URL)
    (line,) = csv_of(models_csv(rows))
    assert line["title"] == line["subject"] == f"'{words}"
    assert line["contact_phone"] == "'+84 297 000 000"
    assert line["topics"] == "'=1+1; vốn"
    assert line["year"] == "2016"
    assert not [value for value in line.values() if value.startswith(("=", "+", "-", "@", "\t", "＝"))]


def test_the_csv_keeps_to_rfc_4180_and_opens_right_in_excel():
    words = 'Câu "có ngoặc", phẩy\nvà xuống dòng ở huyện Ẩn'
    data = models_csv(rows_of(catalog_of([hostile(RICH, summary=words)]), SITE_URL))
    assert data.startswith(b"\xef\xbb\xbfid,title,")
    assert data.endswith(b"\r\n")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert {len(line) for line in lines} == {len(COLUMNS)}
    assert lines[1][2] == words
    assert b'"C\xc3\xa2u ""c' in data


def test_the_workbook_keeps_texts_as_texts():
    """``012`` and ``1.099`` stay as written; a formula is never made; numbers and dates are real ones."""
    book = book_of(
        models_xlsx(rows_of(catalog_of([hostile(RICH, subject="012", title="=HYPERLINK(1)")]), ""), TAXONOMY)
    )
    sheet = book["Các bài"]
    (row,) = cells_of(sheet)
    assert (row["Ai làm"].value, row["Ai làm"].data_type) == ("012", "s")
    assert (row["Tên bài"].value, row["Tên bài"].data_type) == ("=HYPERLINK(1)", "s")
    assert (row["Con số"].value, row["Con số"].data_type) == ("1.099", "s")
    assert (row["Con số để tính"].value, row["Con số để tính"].data_type) == (1099, "n")
    assert row["Ngày duyệt"].value.date() == date(2026, 11, 20)
    assert row["Ngày duyệt"].number_format == "dd-mm-yyyy"
    assert (row["Năm đăng ký"].value, row["Năm đăng ký"].number_format) == (2016, "0")
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(2, len(COLUMNS)).coordinate}"
    assert sheet.column_dimensions["B"].width > 40
    assert "f" not in {cell.data_type for sheet in book for cells in sheet.iter_rows() for cell in cells}


def test_the_workbook_explains_itself():
    sheet = book_of(files_of()["du-lieu/models.xlsx"])["Giải thích"]
    told = {row["Tên trong CSV"].value for row in cells_of(sheet)}
    assert told >= {column.key for column in COLUMNS}
    assert TAXONOMY.site.reuse.terms in sheet.cell(sheet.max_row, 3).value


def test_same_stories_same_bytes():
    again = data_files(catalog_of(tuple(reversed(catalog_of().stories))), SITE_URL)
    assert files_of() == again
    packed = zipfile.ZipFile(io.BytesIO(again["du-lieu/models.xlsx"]))
    assert b"2011-10-14T00:00:00Z" in packed.read("docProps/core.xml")
    assert {item.date_time[0] for item in packed.infolist()} == {1980}


def test_addresses_are_whole_when_the_site_knows_its_own():
    assert row_of()["address"] == f"{SITE_URL}mo-hinh/{RICH_KEY}/"
    row = json_of(files_of(site_url=""))["models"][0]
    assert row["address"].startswith("mo-hinh/bai-sen/")


def test_without_a_story_the_files_are_empty_and_valid():
    files = files_of([])
    assert list(jsonschema.Draft202012Validator(schema_of(files)).iter_errors(json_of(files))) == []
    assert csv_of(files["du-lieu/models.csv"]) == []
    assert cells_of(book_of(files["du-lieu/models.xlsx"])["Các bài"]) == []
    assert "Chưa có bài nào được duyệt" in page_of("du-lieu/", []).text()


TOLD_TO_WRITERS = re.compile(
    r"\b(?:Ghi|ghi đúng|Không ghi|Viết như|[Bb]ỏ trống|sửa tay|[Ll]ệnh approve|nguồn không|không đoán)\b"
)


@pytest.mark.parametrize("file", ["du-lieu/models.schema.json", "du-lieu/models.xlsx"])
def test_readers_of_the_data_are_told_what_a_key_holds_and_not_what_to_write(file):
    """The help of a key is for who fills it in; where it tells them what to do, the data have words of their own."""
    told = "\n".join(texts_in(files_of()[file]))
    assert "Đúng như trên trang" in told
    assert not TOLD_TO_WRITERS.findall(told)
    page = next(
        page for page in render_site(catalog_of(edition=Edition.PUBLIC), SITE_URL) if page.address == "du-lieu/"
    )
    assert "Đúng như trên trang" in page.html
    assert not TOLD_TO_WRITERS.findall(page.html)
