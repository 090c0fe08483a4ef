"""The fact sheet as rows to read: Vietnamese labels, dates and documents as the page writes them. Pure."""

from collections.abc import Iterator

from scripts.catalog.facts import HonourFact, PaperFact, PersonFact, PhotoFact
from scripts.render.press.docx import Row
from scripts.render.press.facts import FactSheet
from scripts.render.press.texts import say_figure
from scripts.render.wording import capital, say_partial_date


def fact_rows(sheet: FactSheet) -> tuple[Row, ...]:
    """Return the rows of the fact sheet that have something to say, in the order a newsroom asks."""
    return tuple(Row(label, kept) for label, lines in _rows(sheet) if (kept := tuple(filter(None, lines))))


def _rows(sheet: FactSheet) -> Iterator[tuple[str, list[str]]]:
    yield "Ai làm", [f"{sheet.who} ({sheet.kind.name})"]
    yield "Làm gì", [f"{sheet.field.name}: {', '.join(method.name for method in sheet.methods)}"]
    yield "Ở đâu", [", ".join(sheet.where.then), f"Nay là: {', '.join(sheet.where.now)}" if sheet.where.now else ""]
    yield (
        "Từ khi nào",
        [
            f"Bắt đầu năm {sheet.started}" if sheet.started else "Chưa rõ năm bắt đầu",
            f"Đăng ký mô hình năm {sheet.registered}" if sheet.registered else "",
            capital(sheet.status.name) if sheet.status else "",
        ],
    )
    yield "Kết quả", [f"{say_figure(r)}{f'. Nguồn của số: {r.source}' if r.source else ''}" for r in sheet.results]
    yield "Công nhận", [_honour(act) for act in sheet.recognition] or ["Chưa ghi nhận"]
    yield "Biểu dương, khen thưởng", [_honour(act) for act in sheet.commendations] or ["Chưa ghi nhận"]
    yield "Đã nhân rộng", [", ".join(filter(None, (c.place, c.by, c.when))) for c in sheet.replications]
    yield "Người được nêu tên", [_person(person) for person in sheet.people if person.may_name]
    yield "Lời được trích", [f"“{q.text.strip('“”')}” ({q.by})" for q in sheet.quotes if q.may_quote]
    yield "Ảnh", [_photo(photo) for photo in sheet.photos]
    approval = sheet.approval
    yield (
        "Duyệt đăng",
        [f"{approval.by}, văn bản {approval.document}, ngày {say_partial_date(approval.date)}"]
        if approval
        else ["Chưa duyệt: không đăng, không trích"],
    )
    contact = sheet.contact
    yield (
        "Nơi chịu trách nhiệm",
        [", ".join(filter(None, (contact.office, contact.phone, contact.email)))] if contact else [],
    )
    yield "Nguồn", [_paper(source) for source in sheet.sources]
    yield "Báo, đài đã đưa", [_paper(ran) for ran in sheet.coverage] or ["Chưa ghi nhận"]
    yield "Địa chỉ bài", [sheet.address]


def _honour(act: HonourFact) -> str:
    paper = f"văn bản {act.document}" if act.document else "nguồn không nêu số văn bản"
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
