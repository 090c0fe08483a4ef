"""The fact sheet as rows to read: Vietnamese labels, dates and documents as the page writes them. Pure."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date

from scripts.catalog.facts import HonourFact, PaperFact, PersonFact, PhotoFact
from scripts.render.press.docx import Row
from scripts.render.press.facts import FactSheet
from scripts.render.press.texts import say_figure
from scripts.render.wording import capital, say_partial_date, say_title
from scripts.source.schema.declared import declarations, leaves_of, row_of
from scripts.source.schema.part import ContributedPart
from scripts.source.schema.story_keys import FrontMatter


def fact_rows(sheet: FactSheet) -> tuple[Row, ...]:
    """Return the rows of the fact sheet that have something to say, in the order a newsroom asks."""
    known = dict(_rows(sheet))
    rows = {**known, **dict(_others(sheet.told, known)), "Địa chỉ bài": [sheet.address]}
    return tuple(Row(label, kept) for label, lines in rows.items() if (kept := tuple(filter(None, lines))))


def _label(name: str) -> str:
    return row_of(FrontMatter, name)


def _others(told: FrontMatter, known: Container[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield a row for every key that the schema gives one and nothing above tells, by its label."""
    for name, declared in declarations(type(told)):
        label, value = row_of(type(told), name), getattr(told, name)
        if label and label not in known and declared.seen and value:
            items = value if isinstance(value, tuple) else (value,)
            yield label, [_said(item) for item in items]


def _said(item: object) -> str:
    """Return a value as a line: the values of a part that readers see, apart by commas."""
    if isinstance(item, ContributedPart):
        return ", ".join(_said(leaf.value) for leaf in leaves_of(item) if leaf.seen)
    return say_partial_date(item.isoformat()) if isinstance(item, date) else str(item)


def _rows(sheet: FactSheet) -> Iterator[tuple[str, list[str]]]:
    yield _label("subject"), [f"{sheet.who} ({sheet.kind.name})"]
    yield _label("field"), [f"{sheet.field.name}: {'; '.join(method.name for method in sheet.methods)}"]
    yield _label("movement"), [": ".join(filter(None, (sheet.shelf.name, sheet.movement.name)))]
    yield (
        _label("place"),
        [", ".join(sheet.where.then), f"Nay là: {', '.join(sheet.where.now)}" if sheet.where.now else ""],
    )
    yield (
        _label("started"),
        [
            f"Bắt đầu năm {sheet.started}" if sheet.started else "Chưa rõ năm bắt đầu",
            f"Đăng ký mô hình năm {sheet.registered}" if sheet.registered else "",
            capital(sheet.status.name) if sheet.status else "",
        ],
    )
    yield (
        _label("results"),
        [f"{say_figure(r)}{f'. Nguồn của số: {r.source}' if r.source else ''}" for r in sheet.results],
    )
    yield _label("recognition"), [_honour(act) for act in sheet.recognition] or ["Chưa có thông tin"]
    yield _label("commendations"), [_honour(act) for act in sheet.commendations] or ["Chưa có thông tin"]
    yield _label("replications"), [", ".join(filter(None, (c.place, c.by, c.when))) for c in sheet.replications]
    yield _label("people"), [_person(person) for person in sheet.people if person.may_name]
    yield _label("quotes"), [f"“{q.text.strip('“”')}” ({q.by})" for q in sheet.quotes if q.may_quote]
    yield _label("photos"), [_photo(photo) for photo in sheet.photos]
    approval = sheet.approval
    yield (
        _label("approval"),
        [f"{approval.by}, văn bản {approval.document}, ngày {say_partial_date(approval.date)}"]
        if approval
        else ["Chưa duyệt: không đăng, không trích"],
    )
    contact = sheet.contact
    yield (
        _label("contact"),
        [", ".join(filter(None, (contact.office, contact.phone, contact.email)))] if contact else [],
    )
    yield _label("sources"), [_paper(source) for source in sheet.sources]
    yield (
        _label("coverage"),
        lines_of_runs(sheet.coverage) or ["Chưa ghi nhận"],
    )


def lines_of_runs(coverage: Iterable[PaperFact]) -> list[str]:
    """Return a line for each time that a newsroom ran the story: title, outlet, day, address."""
    return [_paper(replace(ran, title=say_title(ran.title))) for ran in coverage]


def _honour(act: HonourFact) -> str:
    paper = f"văn bản {act.document}" if act.document else "chưa rõ số văn bản"
    day = f"ngày {say_partial_date(act.date)}" if act.date else ""
    return ", ".join(filter(None, (act.what.name, act.by, paper, day)))


def _person(person: PersonFact) -> str:
    photo = "đồng ý nêu tên và đăng ảnh" if person.may_photograph else "đồng ý nêu tên, không đồng ý đăng ảnh"
    return ", ".join(filter(None, (person.name, person.role, photo)))


def _photo(photo: PhotoFact) -> str:
    use = photo.licence.name if photo.press_may_use else "Không dùng lại được"
    return f"{photo.caption} ({photo.credit}). {use}."


def _paper(paper: PaperFact) -> str:
    day = say_partial_date(paper.date) if paper.date else ""
    return ", ".join(filter(None, (paper.title, paper.publisher, day, paper.url)))
