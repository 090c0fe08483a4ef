"""The open data as tables: ``models.csv`` for programs, ``models.xlsx`` for offices. Pure.

One row a story. A cell that a spreadsheet would take for a formula never reaches it as one
(OWASP, CSV injection). Same stories, same bytes: the workbook's dates are those of the movement's
letter. Sources: RFC 4180 (CSV); UTF-8 with a byte order mark, without which Excel misreads ế.
"""

import csv
import io
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from scripts.render.machines.open_data import DERIVED, DERIVED_INSIDE, LEFT_OUT, Row
from scripts.render.wording import say_title
from scripts.source.schema.declared import declarations, unexported
from scripts.source.schema.part import ContributedPart, example_of, label_of, meaning_of
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.vocabulary.taxonomy import Taxonomy

Cell = str | bool | int | float | date | None

_FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
_APART = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the tables."""

    key: str
    """Its name in the CSV; stable."""
    cell: Callable[[Row], Cell]
    path: tuple[str, ...] = ()
    """Where its words come from in the schema; derived columns have words of their own."""
    width: int = 18
    """In letters, for the workbook."""
    about_more: str = ""
    coded: bool = False
    """Whether it holds the slug of a word of a vocabulary; another column has the word."""
    model: type[ContributedPart] = FrontMatter
    """Whose key it tells."""

    @property
    def label(self) -> str:
        """What people call it."""
        return f"{self._words[0]} (mã)" if self.coded else self._words[0]

    @property
    def about(self) -> str:
        """What it holds, in a sentence."""
        return " ".join(filter(None, (self._words[1], self.about_more)))

    @property
    def example(self) -> str:
        """One value."""
        return self._words[2]

    @property
    def _words(self) -> tuple[str, str, str]:
        if not self.path:
            return DERIVED[self.key]
        if self.path in DERIVED_INSIDE:
            return DERIVED_INSIDE[self.path]
        return label_of(self.model, self.path), meaning_of(self.model, self.path), example_of(self.model, self.path)


def _plain(key: str, width: int = 18) -> Column:
    """A column whose cell is the row's value of that name."""
    return Column(key, lambda row: row[key], () if key in DERIVED else (key,), width)


def _code(key: str) -> Column:
    """A column of slugs, for programs."""
    return Column(key, lambda row: row[key], (key,), coded=True)


def _inside(part: str, key: str, width: int = 18, *, day: bool = False) -> Column:
    """A column of a key inside an optional part: the commune of a place."""

    def cell(row: Row) -> Cell:
        value = (row[part] or {}).get(key)
        return date.fromisoformat(value) if day and value else value

    return Column(f"{part}_{key}", cell, (part, key), width)


def _joined(key: str, say: Callable[[Row], Iterable[object]], width: int = 40, more: str = "") -> Column:
    """A column that tells each item of a list in a line, items apart by semicolons."""

    def cell(row: Row) -> Cell:
        return _APART.join(", ".join(str(part) for part in say(item) if part) for item in row[key])

    return Column(key, cell, (key,), width, more)


def _first_result(key: str, width: int = 14) -> Column:
    return Column(
        f"result_{key}",
        lambda row: row["results"][0][key] if row["results"] else None,
        ("results", key),
        width,
        "Của con số đầu tiên.",
    )


def say_result(result: Row) -> str:
    """Return a headline number as the page says it: ``22 thành viên tham gia góp vốn (2020)``."""
    words = " ".join(filter(None, (result["value"], result["unit"], result["label"])))
    return f"{words} ({result['when']})" if result["when"] else words


_KNOWN = (
    _plain("id", 34),
    _plain("title", 44),
    _plain("summary", 60),
    _plain("district_name"),
    _inside("place", "commune"),
    _inside("place", "hamlet"),
    _plain("place_then", 40),
    _plain("place_now", 30),
    _plain("field_name", 24),
    Column("method_names", lambda row: _APART.join(row["method_names"]), (), 30),
    Column("topics", lambda row: _APART.join(row["topics"]), ("topics",), 20),
    _plain("kind_name", 12),
    _plain("subject", 34),
    _plain("shelf_name", 24),
    _plain("movement_name", 24),
    _plain("year", 10),
    _plain("started", 10),
    _plain("registered", 10),
    _plain("status_name", 16),
    _joined("results", lambda item: (say_result(item),), 44),
    _first_result("value"),
    *(_first_result(key) for part, key in DERIVED_INSIDE if part == "results"),
    _first_result("unit", 18),
    _first_result("label", 30),
    _joined("recognition", lambda item: (item["level_name"], item["by"], item["document"], item["date"])),
    _joined("commendations", lambda item: (item["form_name"], item["by"], item["document"], item["date"])),
    _joined("replications", lambda item: (item["place"], item["by"], item["when"])),
    _joined("quotes", lambda item: (f"“{item['text']}”", item["by"])),
    _joined("coverage", lambda item: (item["outlet"], item["date"], say_title(item["title"]), item["url"])),
    _joined("sources", lambda item: (item["title"], item["publisher"], item["date"], item["url"])),
    _inside("contact", "office", 30),
    _inside("contact", "phone"),
    _inside("contact", "email", 24),
    _inside("approval", "by", 36),
    _inside("approval", "document"),
    _inside("approval", "date", 12, day=True),
    _plain("address", 44),
    Column("former_addresses", lambda row: _APART.join(row["former_addresses"]), (), 44),
    _plain("district"),
    _plain("shelf"),
    _code("field"),
    Column("methods", lambda row: _APART.join(row["methods"]), ("methods",), 24, coded=True),
    _code("kind"),
    _code("status"),
    _code("movement"),
    _code("format"),
)


def columns_of(model: type[ContributedPart]) -> tuple[Column, ...]:
    """Return the columns for ``model``: those above that it exports, and one for every other exported key."""
    told = {column.path[0] for column in _KNOWN if column.path}
    known = (column for column in _KNOWN if not column.path or unexported(model).get(column.path[0]) is not True)
    return (*known, *(_other(model, name) for name, _ in declarations(model) if _is_new(model, name, told)))


def _is_new(model: type[ContributedPart], name: str, told: Container[str]) -> bool:
    return name not in told and unexported(model).get(name) is not True


def _other(model: type[ContributedPart], name: str) -> Column:
    """A column for any key: the values inside it apart by commas, the items of a list by semicolons."""
    return Column(name, lambda row: _in_a_cell(row[name]), (name,), 30, model=model)


def _in_a_cell(value: Any) -> Cell:
    if isinstance(value, dict):
        return ", ".join(str(_in_a_cell(inner)) for inner in value.values() if inner)
    return _APART.join(str(_in_a_cell(item)) for item in value) if isinstance(value, list) else value


COLUMNS = columns_of(FrontMatter)


def models_csv(rows: Sequence[Row]) -> bytes:
    """Return ``models.csv``: keys in the first line, one story a line, UTF-8 with a byte order mark."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.key for column in COLUMNS])
    writer.writerows([_csv_cell(column.cell(row)) for column in COLUMNS] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _csv_cell(value: Cell) -> str | int | float:
    """Numbers stay numbers; a text that begins like a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def models_xlsx(rows: Sequence[Row], taxonomy: Taxonomy) -> bytes:
    """Return ``models.xlsx``: the stories, their numbers one a row, and what each column means."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    made = datetime.combine(taxonomy.movement.date, time())
    book.set_properties({"title": taxonomy.site.name, "author": taxonomy.site.name, "created": made})
    sheet = _Sheets(book)
    sheet.add("Các bài", [(c.label, c.width) for c in COLUMNS], ([c.cell(row) for c in COLUMNS] for row in rows))
    reckoned = [key for part, key in DERIVED_INSIDE if part == "results"]
    keys = ("value", "unit", "label", "when", "source")
    heads = [
        (DERIVED["id"][0], 34),
        (label_of(FrontMatter, ("title",)), 44),
        *((DERIVED_INSIDE["results", key][0], 14) for key in reckoned),
    ]
    heads += [(label_of(FrontMatter, ("results", key)), 24) for key in keys]
    results = (
        [row["id"], row["title"], *(result[key] for key in (*reckoned, *keys))]
        for row in rows
        for result in row["results"]
    )
    sheet.add("Kết quả bằng số", heads, results)
    sheet.add(
        "Giải thích",
        [("Cột", 28), ("Tên trong CSV", 22), ("Là gì", 80), ("Ví dụ (đặt ra)", 40)],
        [
            *([c.label, c.key, c.about, c.example] for c in COLUMNS),
            *([label_of(FrontMatter, (key,)), "", f"Không xuất. {why}", ""] for key, why in LEFT_OUT.items()),
            ["Điều kiện dùng lại", "", f"{taxonomy.site.reuse.name}. {taxonomy.site.reuse.terms}", ""],
        ],
    )
    book.close()
    return file.getvalue()


class _Sheets:
    """Adds sheets of one look: bold frozen heads, filters, every text as text."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bg_color": "#e4efe9", "valign": "top", "text_wrap": True})
        self._text = book.add_format({"num_format": "@", "valign": "top"})
        self._whole = book.add_format({"num_format": "0", "valign": "top"})
        self._parts = book.add_format({"num_format": "0.0##", "valign": "top"})
        self._day = book.add_format({"num_format": "dd-mm-yyyy", "valign": "top"})

    def add(self, name: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]) -> None:
        """Add a sheet called ``name`` with ``heads`` (label and width) above ``rows``."""
        sheet = self._book.add_worksheet(name)
        for place, (label, width) in enumerate(heads):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, label, self._head)
        last = 0
        for last, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(last, place, datetime.combine(value, time()), self._day)
                elif isinstance(value, bool):
                    sheet.write_boolean(last, place, value)
                elif isinstance(value, int | float):
                    sheet.write_number(last, place, value, self._whole if isinstance(value, int) else self._parts)
                elif value:
                    sheet.write_string(last, place, value, self._text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(heads) - 1)
