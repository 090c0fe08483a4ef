"""The stories as open data: one JSON object a story, and the JSON Schema that it keeps. Pure.

Both are made from the one schema of the front matter (decisions/07): what ``FrontMatter`` holds is
exported or says why not (``Told.left_out``). Public stories only, in either edition, and
only what their pages show. Source of the schema's form: JSON Schema draft 2020-12.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from scripts.catalog.catalog import Catalog
from scripts.catalog.facts import StoryFacts
from scripts.catalog.shelves import Shelf, ShelfCounts
from scripts.render import urls
from scripts.render.wording import capital
from scripts.source.moves.moved import former_of
from scripts.source.schema.declared import meanings, reasons_left_out, unexported
from scripts.source.schema.figure import QUALIFIERS
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.vocabulary.taxonomy import Site

LEFT_OUT = reasons_left_out(FrontMatter)
"""Keys of the front matter that readers see and the open data leave out, and why, in words for the reader."""

Row = dict[str, Any]

DERIVED = {
    "id": ("Mã bài", "Địa bàn và tên thư mục của bài; không đổi.", "kien-luong/gop-von-xoay-vong"),
    "address": ("Địa chỉ", "Trang của bài.", urls.story_url("kien-luong/gop-von-xoay-vong")),
    "former_addresses": (
        "Địa chỉ cũ",
        "Nơi bài từng nằm; các địa chỉ ấy nay dẫn tới trang của bài.",
        urls.story_url("kien-luong/gop-von"),
    ),
    "kind_name": ("Tập thể hay cá nhân", "Viết bằng chữ.", "Tập thể"),
    "district": ("Mã địa bàn", "Mã trong địa chỉ trang của địa bàn.", "kien-luong"),
    "district_name": ("Địa bàn", "Tên địa bàn cấp huyện.", "Kiên Lương"),
    "place_then": ("Nơi làm, tên lúc đó", "Từ ấp đến tỉnh.", "xã Kiên Bình, huyện Kiên Lương, tỉnh Kiên Giang"),
    "place_now": ("Nơi làm, tên nay", "Trống khi chưa rõ xã, hoặc tên không đổi.", "xã Hòa Điền, tỉnh An Giang"),
    "field_name": ("Lĩnh vực", "Viết bằng chữ.", "Kinh tế"),
    "method_names": ("Cách làm", "Viết bằng chữ.", "Góp vốn xoay vòng"),
    "status_name": ("Hiện trạng", "Viết bằng chữ.", "đang duy trì"),
    "shelf": (
        "Mã nhóm bài",
        "; ".join(f"{shelf.value}: {shelf.label}" for shelf in Shelf) + ".",
        Shelf.EXEMPLARS.value,
    ),
    "shelf_name": ("Nhóm bài", "Viết bằng chữ. Hai nhóm đếm riêng, không cộng thành một.", Shelf.EXEMPLARS.label),
    "movement_name": (
        "Dân vận khéo",
        "Được công nhận, được khen thưởng, đã đăng ký hay được giới thiệu; trống khi chưa có thông tin.",
        "được công nhận",
    ),
    "year": ("Năm xếp bài", "Năm đăng ký; chưa rõ thì năm công nhận, bắt đầu, rồi năm của nguồn.", "2016"),
}
"""What a row holds beside the front matter: label, help, example."""

DERIVED_INSIDE = {
    ("results", "number"): ("Con số để tính", "Số thứ nhất trong “Con số”; xem cả hai cột sau.", "1.7"),
    ("results", "second"): ("Số thứ hai", "Của một khoảng, hoặc của một tổng; thường trống.", "5"),
    ("results", "relation"): ("Quan hệ hai số", "to: từ số đầu đến số sau; of: số đầu trên tổng là số sau.", "to"),
    ("results", "qualifier"): ("Chữ đi trước", f"{', '.join(QUALIFIERS)}; trống khi con số là chính xác.", "hơn"),
    ("results", "percent"): ("Là phần trăm", "true khi con số là phần trăm.", "false"),
    ("recognition", "level_name"): ("Tên cấp", "Viết bằng chữ.", "Cấp huyện"),
    ("commendations", "form_name"): ("Tên hình thức", "Viết bằng chữ.", "Giấy khen"),
}


_TYPES_INSIDE: dict[str, object] = {"number": "number", "second": ["number", "null"], "percent": "boolean"}


def models_json(rows: Sequence[Row], site: Site, counts: ShelfCounts) -> str:
    """Return ``models.json``: whose data it is, under which terms, and every story, one a line."""
    whole = {
        "name": site.name,
        "description": site.description,
        "terms": f"{site.reuse.name}. {site.reuse.terms}",
        "count": len(rows),
        "shelves": {shelf.value: count for shelf, count in counts.by_shelf},
        "models": [],
    }
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return json.dumps(whole, ensure_ascii=False).removesuffix("]}") + f"\n{lines}\n]}}\n"


def rows_of(catalog: Catalog, site_url: str) -> list[Row]:
    """Return one row a public story, newest first; addresses are whole when ``site_url`` is known."""
    return [_row(catalog.facts[story.key], former_of(story.key, catalog.moved), site_url) for story in catalog.public]


def _row(facts: StoryFacts, former: Iterable[str], site_url: str) -> Row:
    row: Row = {
        "id": facts.key,
        "address": urls.absolute_url(urls.story_url(facts.key), site_url),
        "former_addresses": [urls.absolute_url(urls.story_url(key), site_url) for key in former],
        "kind_name": capital(facts.kind.name),
        "district": facts.where.district.slug,
        "district_name": facts.where.district.name,
        "place_then": ", ".join(facts.where.then),
        "place_now": ", ".join(facts.where.now),
        "field_name": facts.field.name,
        "method_names": [method.name for method in facts.methods],
        "status_name": facts.status.name if facts.status else "",
        "shelf": facts.shelf.slug,
        "shelf_name": facts.shelf.name,
        "movement_name": facts.movement.name,
        "year": facts.year,
        **facts.told.model_dump(mode="json", exclude=unexported(type(facts.told))),
    }
    for result, figure in zip(row["results"], facts.results, strict=True):
        result |= {key: getattr(figure, key) for part, key in DERIVED_INSIDE if part == "results"}
    for act, fact in zip(row["recognition"], facts.recognition, strict=True):
        act["level_name"] = fact.what.name
    for act, fact in zip(row["commendations"], facts.commendations, strict=True):
        act["form_name"] = fact.what.name
    return row


def models_schema() -> str:
    """Return ``models.schema.json``: what ``models.json`` holds, every key with its label and help."""
    made = FrontMatter.model_json_schema(mode="serialization")
    parts: dict[str, Row] = made["$defs"]
    for whose, key, meaning in meanings(FrontMatter):
        parts.get(whose, made)["properties"][key]["description"] = meaning
    front = {name: entry for name, entry in made["properties"].items() if unexported(FrontMatter).get(name) is not True}
    for name, inner in unexported(FrontMatter).items():
        for key in inner if isinstance(inner, dict) else ():
            del parts[name.capitalize()]["properties"][key]
    for (name, key), words in DERIVED_INSIDE.items():
        part = front[name]["items"]["$ref"].rpartition("/")[2]
        parts[part]["properties"][key] = _entry(words, _TYPES_INSIDE.get(key, "string"))
    derived = {name: _entry(words, _type_of(name)) for name, words in DERIVED.items()}
    for name in ("method_names", "former_addresses"):
        derived[name]["items"] = {"type": "string"}
    model = {"type": "object", "additionalProperties": False, "properties": {**derived, **front}}
    parts = {name: part for name, part in parts.items() if name in _used(front, parts)}
    for part in (model, *parts.values()):
        _tidy(part)
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "models.json",
        "description": "Ví dụ đặt ra để chỉ cách ghi, không phải chuyện thật.",
        "type": "object",
        "additionalProperties": False,
        "required": ["name", "description", "terms", "count", "shelves", "models"],
        "properties": {
            "name": {"title": "Tên trang", "type": "string"},
            "description": {"title": "Mô tả", "type": "string"},
            "terms": {"title": "Điều kiện dùng lại", "type": "string"},
            "count": {"title": "Số bài", "type": "integer", "minimum": 0},
            "shelves": _shelves(),
            "models": {"title": "Các bài", "type": "array", "items": {"$ref": "#/$defs/Story"}},
        },
        "$defs": {"Story": model, **parts},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _shelves() -> Row:
    """Return the schema of the numbers of stories by shelf."""
    counts = {shelf.value: {"title": shelf.label, "type": "integer", "minimum": 0} for shelf in Shelf}
    return {
        "title": "Số bài từng nhóm",
        "type": "object",
        "additionalProperties": False,
        "required": list(counts),
        "properties": counts,
    }


def _entry(words: tuple[str, str, str], kind: object) -> Row:
    label, about, example = words
    return {"title": label, "description": about, "examples": [example], "type": kind}


def _type_of(derived: str) -> object:
    return {"year": ["integer", "null"], "method_names": "array", "former_addresses": "array"}.get(derived, "string")


def _tidy(part: Row) -> None:
    """Every key is always there; the notes of the code and the examples in YAML stay with the code."""
    if part["type"] != "object":
        return
    part["required"] = list(part["properties"])
    part.pop("description", None)
    part.pop("title", None)
    for entry in part["properties"].values():
        entry.pop("default", None)
        if entry.get("type") != "string":
            entry.pop("examples", None)


def _used(front: Row, parts: dict[str, Row]) -> set[str]:
    """Return the names of the parts that ``front`` speaks of, directly or through another."""
    found: set[str] = set()
    waiting = list(_references(front))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _references(parts[name])
    return found


def _references(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner.rpartition("/")[2]
            else:
                yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)
