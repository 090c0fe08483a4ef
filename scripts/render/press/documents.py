"""What the documents of the press room hold: a story's texts, its script, a collection as a series. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from scripts.render.press.docx import Paragraph, Row, Style, Table, WordDocument
from scripts.render.press.facts import FactSheet
from scripts.render.press.radio import RadioScript
from scripts.render.press.texts import PressText, PressTexts
from scripts.render.spoken.voice import MARK
from scripts.render.wording import say_number

_STYLES: dict[str, Style] = {"paragraph": "BodyText", "item": "ListBullet", "heading": "Heading2", "row": "BodyText"}


def text_document(sheet: FactSheet, texts: PressTexts, rows: tuple[Row, ...], creator: str, day: date) -> WordDocument:
    """Return the three texts and the facts of a story; ``day`` is that of its properties."""
    blocks: list[Paragraph | Table] = list(_mark(texts))
    blocks.append(Paragraph("Title", sheet.title))
    for name, text in (("Bản ngắn", texts.short), ("Bản vừa", texts.medium), ("Bản đầy đủ", texts.full)):
        blocks.append(Paragraph("Heading1", f"{name} ({text.words} chữ)"))
        blocks += _text(text, texts.credit)
    blocks += [Paragraph("Heading1", "Phiếu dữ kiện"), Table(rows)]
    blocks += [Paragraph("Heading1", "Cách ghi nguồn"), Paragraph("BodyText", texts.citation)]
    blocks.append(Paragraph("Note", texts.reuse))
    return WordDocument(sheet.title, creator, day, tuple(blocks))


def script_document(
    script: RadioScript, texts: PressTexts, creator: str, day: date, *, marked: bool = False
) -> WordDocument:
    """Return a radio script, each cut under its heading, in large type for reading aloud.

    A line is a paragraph with its time in the margin and nothing else that could be read out; ``marked``, for
    editors alone, has what to look at below it in small.
    """
    blocks = [*_mark(texts), Paragraph("Title", script.title)]
    blocks.append(
        Paragraph(
            "Note",
            f"Kịch bản phát thanh. Tính {script.rate} âm tiết mỗi phút. "
            f"Dấu {script.short_mark} nghỉ ngắn, {script.long_mark} nghỉ dài.",
        )
    )
    for cut in script.cuts:
        blocks.append(Paragraph("Heading1", f"{cut.name} ({cut.clock}, {say_number(cut.syllables)} âm tiết)"))
        if marked:
            blocks.append(Paragraph("Note", cut.by_whom))
        for line in cut.lines:
            blocks.append(Paragraph("Script", line.text, line.start))
            blocks += [Paragraph("Note", f"{MARK} {mark}") for mark in line.marks if marked]
    if marked and script.warnings:
        blocks.append(Paragraph("Heading1", "Xin xem lại"))
        blocks += [Paragraph("Note", warning) for warning in script.warnings]
    blocks.append(Paragraph("Note", texts.credit))
    return WordDocument(script.title, creator, day, tuple(blocks))


def series_document(
    title: str, lead: Sequence[str], stories: Sequence[tuple[FactSheet, PressTexts]], creator: str, day: date
) -> WordDocument:
    """Return a collection as a ready series: each story whole, with its credit line below it."""
    blocks: list[Paragraph | Table] = [Paragraph("Title", title), *(Paragraph("BodyText", text) for text in lead)]
    blocks += [
        Paragraph("ListBullet", f"Kỳ {number}: {sheet.title}") for number, (sheet, _) in enumerate(stories, start=1)
    ]
    for number, (sheet, texts) in enumerate(stories, start=1):
        blocks += _mark(texts)
        blocks.append(Paragraph("Heading1", f"Kỳ {number}: {sheet.title}"))
        blocks += _text(PressText("", texts.full.blocks), texts.credit)
    if stories:
        blocks.append(Paragraph("Note", stories[0][1].reuse))
    return WordDocument(title, creator, day, tuple(blocks))


def _mark(texts: PressTexts) -> Iterator[Paragraph]:
    if texts.notice:
        yield Paragraph("Mark", texts.notice)


def _text(text: PressText, credit: str) -> Iterator[Paragraph]:
    if text.headline:
        yield Paragraph("Heading2", text.headline)
    for block in text.blocks:
        yield Paragraph(_STYLES[block.kind], f"- {block.text}" if block.kind == "item" else block.text)
    yield Paragraph("Note", credit)
