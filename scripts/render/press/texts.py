"""Texts that a newsroom copies: short, medium and full. Pure.

What an editor wrote for a length (``brief``) stands as it is. Else the text is made of the story's own sentences:
nothing is written anew and no sentence is cut: what does not fit whole is left out. A word is what
Vietnamese newsrooms count, a syllable between spaces (``prose.count_words``). The count covers the
headline and the text; the credit line stands below and is not counted, because every text carries
it and a newsroom may set it as it sets its own credits. What may not be run yet says so in its first line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.catalog.facts import ResultFact
from scripts.render.press.facts import FactSheet
from scripts.render.press.prose import Block, blocks_of, count_words
from scripts.render.wording import say_date
from scripts.source.schema.desk_parts import Brief
from scripts.source.story import Story
from scripts.source.text.sentences import sentences_of
from scripts.source.text.vietnamese import fold
from scripts.source.vocabulary.taxonomy import Site

SHORT_WORDS, MEDIUM_WORDS = 60, 150
_TOLD = ("Cách làm", "Kết quả")
"""The sections whose first sentences a medium text tells, in turn."""


@dataclass(frozen=True, slots=True)
class PressText:
    """A text as it is to be printed; ``words`` counts headline and blocks, not the credit line."""

    headline: str
    """Empty when it would not fit beside the summary."""
    blocks: tuple[Block, ...]

    @property
    def words(self) -> int:
        """Syllables between spaces, headline included."""
        return count_words(" ".join([self.headline, *(block.text for block in self.blocks)]))


@dataclass(frozen=True, slots=True)
class PressTexts:
    """The three lengths of a story, and the lines that go with each."""

    short: PressText
    medium: PressText
    full: PressText
    credit: str
    """``Nguồn: …``: the site, the canonical address, the approval."""
    citation: str
    """For a list of sources: title, site, day of approval, address."""
    reuse: str
    """The terms of reuse of the site, as its owner wrote them."""
    notice: str
    """Why it may not be run yet, else empty; it stands before everything (``notice_of``)."""


def press_texts(story: Story, sheet: FactSheet, site: Site) -> PressTexts:
    """Return the texts of ``story``; ``sheet`` is its fact sheet."""
    brief = story.front.brief or Brief()
    approval = story.front.approval if not story.draft else None
    vouched = f"duyệt đăng ngày {say_date(approval.date)}" if approval else "bản thảo, chưa duyệt"
    paper = (
        f"Đã duyệt đăng: {approval.by}, văn bản {approval.document}, ngày {say_date(approval.date)}."
        if approval
        else ""
    )
    return PressTexts(
        short=_written(sheet, brief.short) or _short(sheet),
        medium=_written(sheet, brief.medium) or _medium(story, sheet),
        full=PressText(sheet.title, tuple(_full(story, sheet))),
        credit=f"Nguồn: {site.name}, {sheet.address}. {paper or 'Chưa duyệt: không đăng, không trích.'}",
        citation=f"“{sheet.title}”, {site.name}, {vouched}, {sheet.address}.",
        reuse=f"{site.reuse.name}. {site.reuse.terms.strip()}",
        notice=sheet.notice,
    )


def ready_to_copy(text: PressText, texts: PressTexts) -> str:
    """Return ``text`` as plain text with its credit line, a blank line between paragraphs."""
    blocks = [f"- {block.text}" if block.kind == "item" else block.text for block in text.blocks]
    return "\n\n".join(filter(None, [texts.notice, text.headline, *blocks, texts.credit])) + "\n"


def say_figure(result: ResultFact) -> str:
    """Return a figure in a phrase: ``1,7 tỷ đồng vốn góp (5 năm)``, every number as written."""
    phrase = " ".join(filter(None, (result.value, result.unit, result.label)))
    return f"{phrase} ({result.when})" if result.when else phrase


def _written(sheet: FactSheet, text: str | None) -> PressText | None:
    """Return what an editor wrote for a length, a paragraph a line, under the headline."""
    lines = [line.strip() for line in (text or "").split("\n") if line.strip()]
    return PressText(sheet.title, tuple(Block("paragraph", line) for line in lines)) if lines else None


def _short(sheet: FactSheet) -> PressText:
    """Return headline and summary; the summary alone, or the title alone, when that is all that fits."""
    headline, budget = sheet.title, SHORT_WORDS
    sentences = [_stopped(sentence) for sentence in sentences_of(sheet.summary)]
    if not _fitting(sentences, budget - count_words(headline)):
        headline = ""
    kept = _fitting(sentences, budget - count_words(headline))
    if not kept:
        return PressText(sheet.title, ())
    figures = _say_figures(sheet.results)
    blocks = [Block("paragraph", " ".join(kept))]
    room = budget - count_words(f"{headline} {blocks[0].text}")
    if figures and len(kept) == len(sentences) and count_words(figures) <= room:
        blocks.append(Block("paragraph", figures))
    return PressText(headline, tuple(blocks))


def _medium(story: Story, sheet: FactSheet) -> PressText:
    """Return headline, summary, then by turns a sentence of each told section, and the figures, while they fit."""
    room = MEDIUM_WORDS - count_words(sheet.title)
    summary = _fitting([_stopped(sentence) for sentence in sentences_of(sheet.summary)], room)
    waiting = {heading: _opening(story, heading) for heading in _TOLD}
    told: dict[str, list[str]] = {heading: [] for heading in _TOLD}
    said = {fold(sentence) for sentence in summary}
    room -= count_words(" ".join(summary))
    figures = _say_figures(sheet.results)
    if count_words(figures) > room:
        figures = ""
    room -= count_words(figures)
    while any(waiting.values()):
        for heading, sentences in waiting.items():
            if not sentences:
                continue
            sentence = sentences.pop(0)
            if fold(sentence) in said:
                continue
            if count_words(sentence) > room:
                # A section is told from its beginning or not at all: nothing is skipped inside it.
                sentences.clear()
                continue
            told[heading].append(sentence)
            room -= count_words(sentence)
    how, outcome = (" ".join(told[heading]) for heading in _TOLD)
    paragraphs = (" ".join(summary), how, outcome, figures)
    return PressText(sheet.title, tuple(Block("paragraph", text) for text in paragraphs if text))


def _full(story: Story, sheet: FactSheet) -> Iterator[Block]:
    yield Block("paragraph", _stopped(sheet.summary))
    for section in story.body.sections:
        blocks = blocks_of(section.html)
        if section.heading and blocks:
            yield Block("heading", section.heading)
        yield from blocks
    for quote in sheet.quotes:
        if quote.may_quote:
            yield Block("paragraph", f"“{quote.text.strip('“”')}” ({quote.by})")


def _opening(story: Story, heading: str) -> list[str]:
    """Return the sentences of a section up to its first list, table or smaller heading."""
    sentences: list[str] = []
    for section in story.body.sections:
        if section.heading != heading:
            continue
        for block in blocks_of(section.html):
            if block.kind != "paragraph":
                break
            # A sentence that announces a list says nothing without it.
            sentences += [sentence for sentence in sentences_of(block.text) if not sentence.endswith(":")]
    return sentences


def _fitting(sentences: Sequence[str], room: int) -> list[str]:
    """Return the longest beginning of ``sentences`` of at most ``room`` words."""
    kept: list[str] = []
    for sentence in sentences:
        room -= count_words(sentence)
        if room < 0:
            break
        kept.append(sentence)
    return kept


def _say_figures(results: Sequence[ResultFact]) -> str:
    return f"Những con số: {'; '.join(say_figure(result) for result in results)}." if results else ""


def _stopped(sentence: str) -> str:
    """Return ``sentence`` with a full stop when it ends with none."""
    return sentence if sentence.endswith((".", "!", "?", "…", "”", '"')) else f"{sentence}."
