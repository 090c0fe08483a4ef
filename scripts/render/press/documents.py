"""What the documents of the press room hold: a story's texts, its script, a collection as a series. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from scripts.render.press.docx import Paragraph, Row, Style, Table, WordDocument
from scripts.render.press.facts import FactSheet
from scripts.render.press.texts import PressText, PressTexts
from scripts.render.spoken.voice import MARK

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


def script_document(title: str, script: str, texts: PressTexts, creator: str, day: date) -> WordDocument:
    """Return a radio script, a line a paragraph, in large type for reading aloud; a remark beside a line in small."""
    written = [line for line in script.split("\n") if line.strip()]
    lines = [Paragraph("Note" if line.lstrip().startswith(MARK) else "Script", line.strip()) for line in written]
    blocks = (*_mark(texts), Paragraph("Title", title), *lines, Paragraph("Note", texts.credit))
    return WordDocument(title, creator, day, blocks)


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
