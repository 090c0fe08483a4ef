"""One story in facts: whatever a story is written to, every output says the same of it."""

import csv
import io
import json
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from pydantic import create_model

from scripts.catalog.catalog import Edition, build_catalog
from scripts.catalog.shelves import say_standing
from scripts.render.machines.data_page import data_files
from scripts.render.machines.open_data import rows_of
from scripts.render.machines.open_data_tables import columns_of
from scripts.render.machines.structured_data import Heads
from scripts.render.pages import Pages
from scripts.render.press.fact_rows import fact_rows
from scripts.render.press.facts import fact_sheet, facts_json
from scripts.render.press.kit import KitParts, kit_files
from scripts.render.press.radio import radio_script, script_text
from scripts.render.search.documents import search_document, search_files
from scripts.render.site import render_assets, render_files, render_site
from scripts.render.urls import story_url
from scripts.source.library import load_library
from scripts.source.schema.part import optional
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.story_parts import Coverage
from scripts.source.schema.told import Words
from scripts.source.schema.value_types import Line
from tests.conftest import MADE_UP, TODAY
from tests.made_up import made_up_story, made_up_taxonomy
from tests.render.mixed import BODY, RICH, SITE_URL

LOGGED = Coverage(outlet="Báo bịa ghi sau", date="2024-03-02", title="Chuyện ghi ở sổ", url="https://bao.example/so")
FIGURES = [
    {"value": value, "unit": "người"}
    for value in ("từ 3 đến 5", "3-5", "53/64", "khoảng 10 - 15%", "hơn 1.099", "12,4", "ít nhất 3", "98,5%")
]
STORIES = (
    replace(RICH, logged=(LOGGED,)),
    made_up_story("nhieu-so", approved=True, body=BODY, results=FIGURES, registered="2017"),
    made_up_story("it-dieu", approved=True),
)
CATALOG = build_catalog(STORIES, made_up_taxonomy(), Edition.PUBLIC)
FILES = data_files(CATALOG, SITE_URL)
MODELS = {row["id"]: row for row in json.loads(FILES["du-lieu/models.json"])["models"]}
LINES = {
    row["id"]: row for row in csv.DictReader(io.StringIO(FILES["du-lieu/models.csv"].decode("utf-8-sig"), newline=""))
}
BOOK = openpyxl.load_workbook(io.BytesIO(FILES["du-lieu/models.xlsx"]))
PAGES = {page.address: page for page in render_site(CATALOG, SITE_URL)}
OF_A_FIGURE = ("value", "number", "qualifier", "second", "relation", "percent", "label", "unit", "when", "source")


def facts_of(story):
    return json.loads(facts_json(fact_sheet(story, CATALOG, SITE_URL)))


def sheet_rows(name):
    heads, *rows = BOOK[name].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def papers(items, publisher):
    return [(p["title"], p[publisher], p["date"] or "", p["url"] or "") for p in items]


@pytest.fixture(params=STORIES, ids=lambda story: story.slug)
def story(request):
    return request.param


def test_json_for_newsrooms_and_json_for_programs_agree(story):
    facts, model = facts_of(story), MODELS[story.key]
    assert (facts["title"], facts["summary"], facts["who"]) == (model["title"], model["summary"], model["subject"])
    for figure, result in zip(facts["results"], model["results"], strict=True):
        assert {key: figure[key] or None for key in OF_A_FIGURE} == {key: result[key] or None for key in OF_A_FIGURE}
    assert ", ".join(facts["where"]["then"]) == model["place_then"]
    assert ", ".join(facts["where"]["now"]) == model["place_now"]
    assert (facts["started"], facts["registered"]) == (model["started"], model["registered"])
    for name, word in (("recognition", "level"), ("commendations", "form")):
        acts = [(a["what"]["slug"], a["what"]["name"], a["by"], a["document"], a["date"]) for a in facts[name]]
        assert acts == [
            (a[word], a[f"{word}_name"], a["by"], a["document"] or "", a["date"] or "") for a in model[name]
        ]
    assert papers(facts["sources"], "publisher") == papers(model["sources"], "publisher")
    assert papers(facts["coverage"], "publisher") == papers(model["coverage"], "outlet")
    assert [quote["text"] for quote in facts["quotes"]] == [quote["text"] for quote in model["quotes"]]
    assert facts["approval"] == model["approval"]


def test_what_sources_say_of_the_movement_is_said_in_words(story):
    """Where they say nothing, so do the data: what an editor is told of it is not for readers."""
    model, standing = MODELS[story.key], story.front.movement
    assert (model["movement"], model["movement_name"]) == (standing.value, say_standing(standing))
    assert LINES[story.key]["movement_name"] == say_standing(standing)
    assert facts_of(story)["movement"] == {"slug": standing.value, "name": say_standing(standing)}


def test_what_the_coverage_log_adds_is_in_every_output():
    """It stands in a file of its own, and was in the newsrooms' JSON only."""
    key = STORIES[0].key
    told = (json.dumps(facts_of(STORIES[0])), json.dumps(MODELS[key]), json.dumps(LINES[key]))
    title = json.dumps(LOGGED.title).strip('"')
    assert [title in text for text in told] == [True, True, True]
    assert LOGGED.title in next(row for row in sheet_rows("Các bài") if row["Mã bài"] == key)["Báo, đài đã đưa"]


def test_a_new_key_of_the_schema_is_in_every_output_as_it_declares():
    """Nobody has to tell the open data, the tables, the search or the table of facts."""
    for fate in (True, False):
        entry = optional(
            "Tên gọi", "Xóm gọi là gì.", "tổ heo đất", Words.PROSE, seen=fate, searched=fate, row="" if fate else None
        )
        longer = create_model("Longer", __base__=FrontMatter, nickname=(Line | None, entry))
        front = longer.model_validate({**RICH.front.model_dump(), "nickname": "Tổ heo đất"})
        story = replace(RICH, front=front)
        catalog = build_catalog([story], made_up_taxonomy(), Edition.PUBLIC)
        sheet = fact_sheet(story, catalog, SITE_URL)

        (row,) = rows_of(catalog, SITE_URL)
        columns = {column.key: column for column in columns_of(longer)}
        text = search_document(story, catalog.taxonomy, sheet).text
        rows = {row.label: row.lines for row in fact_rows(sheet)}

        assert (row.get("nickname") == "Tổ heo đất") is fate
        assert ("nickname" in columns) is fate
        assert ("Tổ heo đất" in text) is fate
        assert (rows.get("Tên gọi") == ("Tổ heo đất",)) is fate
        if fate:
            assert (columns["nickname"].label, columns["nickname"].cell(row)) == ("Tên gọi", "Tổ heo đất")


def plain(data):
    """Return the bytes of a file, those of an archive or an office document unpacked."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(plain(archive.read(name)) for name in archive.namelist())


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("approved", [True, False])
def test_a_question_is_on_the_page_of_the_preview_alone_and_a_correction_everywhere(edition, approved):
    """What the fact check asks is the editors' own, answered or not; what was put right is everybody's."""
    question, mended = "CAU-HOI-9071", "Số nhà là 20, không phải 9071."
    answer = {"answer": f"{question}: 20", "by": f"Hội {question}", "date": "2026-11-19"} if approved else {}
    story = made_up_story(
        "con-hoi",
        approved=approved,
        body=BODY,
        to_verify=[{"about": "figure", "text": f"Hỏi lại {question}", **answer}],
        corrected=[{"date": "2026-11-19", "what": mended}],
    )
    catalog = build_catalog([story], made_up_taxonomy(), edition)
    files = {page.address: page.text.encode() for page in render_site(catalog, SITE_URL)}
    files |= {name: text.encode() for name, text in render_assets(catalog).items()}
    files |= dict(render_files(catalog, SITE_URL, {}))
    files |= search_files(catalog, {})
    files["script"] = script_text(radio_script(story, catalog.taxonomy), Pages(), marked=True).encode()
    if approved:
        files |= kit_files(story, catalog, KitParts(), SITE_URL)
    said = {name: plain(data) for name, data in files.items()}
    told = {name for name, data in said.items() if question.encode() in data}
    assert told == ({story_url(story.key)} if edition is Edition.PREVIEW else set())
    assert any(mended.encode() in data for data in said.values()) is bool(catalog.stories)


def test_the_tables_say_what_the_json_says(story):
    model, line = MODELS[story.key], LINES[story.key]
    assert (line["title"].lstrip("'"), line["place_then"], line["place_now"]) == (
        model["title"],
        model["place_then"],
        model["place_now"],
    )
    for item in (*model["coverage"], *model["sources"]):
        assert item["title"] in line["coverage" if "outlet" in item else "sources"]
    row = next(row for row in sheet_rows("Các bài") if row["Mã bài"] == story.key)
    assert (row["Báo, đài đã đưa"] or "") == line["coverage"].lstrip("'")
    figures = [row for row in sheet_rows("Kết quả bằng số") if row["Mã bài"] == story.key]
    for figure, result in zip(figures, model["results"], strict=True):
        assert [
            figure[head] for head in ("Con số", "Con số để tính", "Số thứ hai", "Quan hệ hai số", "Chữ đi trước")
        ] == [result[key] or None for key in ("value", "number", "second", "relation", "qualifier")]
        assert figure["Là phần trăm"] is result["percent"]
    if model["results"]:
        first = model["results"][0]
        for key in ("value", "number", "second", "relation", "qualifier"):
            assert line[f"result_{key}"] == ("" if first[key] is None else str(first[key]))


def test_the_kit_the_press_page_and_json_ld_say_the_same(story):
    facts = facts_of(story)
    files = kit_files(story, CATALOG, KitParts(), SITE_URL)
    assert json.loads(files["facts.json"]) == facts
    (article,) = [
        node
        for node in json.loads(Heads(CATALOG, SITE_URL).head_of(PAGES[f"mo-hinh/{story.key}/"]).data)["@graph"]
        if node["@type"] == "Article"
    ]
    assert (article["headline"], article["description"]) == (facts["title"], facts["summary"])
    assert article["about"]["name"] == ", ".join(facts["where"]["then"])
    assert article["datePublished"] == facts["approval"]["date"]
    press = PAGES[f"mo-hinh/{story.key}/bao-chi/"].html
    said = {line for row in fact_rows(fact_sheet(story, CATALOG, SITE_URL)) for line in row.lines}
    for ran in facts["coverage"]:
        assert ran["title"].lstrip("-") in press
        assert any(ran["title"] in line for line in said)


def test_the_made_up_province_agrees_too():
    library = load_library(MADE_UP, TODAY)
    catalog = build_catalog(library.stories, library.taxonomy, Edition.PUBLIC)
    models = json.loads(data_files(catalog, SITE_URL)["du-lieu/models.json"])["models"]
    assert models
    for model in models:
        (story,) = [story for story in catalog.stories if story.key == model["id"]]
        facts = json.loads(facts_json(fact_sheet(story, catalog, SITE_URL)))
        assert [r["number"] for r in facts["results"]] == [r["number"] for r in model["results"]]
        assert papers(facts["coverage"], "publisher") == papers(model["coverage"], "outlet")
