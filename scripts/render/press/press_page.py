"""The press page of a story: facts, texts to copy, quotes, photos, the radio script, terms of reuse. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from urllib.parse import urlencode, urlsplit

from scripts.catalog.catalog import Catalog, Edition
from scripts.render import urls
from scripts.render.pages import NOINDEX, Page, Pages
from scripts.render.press.archive import plain_file
from scripts.render.press.fact_rows import fact_rows, lines_of_runs
from scripts.render.press.facts import FactSheet, fact_sheet, say_embargo
from scripts.render.press.press_views import CopyText, Press, PressPhoto, Prompter, ScriptCut, SpokenLine
from scripts.render.press.radio import Cut, RadioScript, script_text
from scripts.render.press.texts import PressText, PressTexts, press_texts, ready_to_copy
from scripts.render.reading.listings import HOME_CRUMB
from scripts.render.reading.story import LATEST_RUNS
from scripts.render.reading.views import Quote
from scripts.render.ways import Crumb
from scripts.render.wording import say_number
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Site

_COVERAGE = "content/coverage"
MOST_INLINE = 38_000
"""Bytes of a page's body; past them the longest texts are files. The gate refuses a page of 60,000, shell included."""
_WHOLE, _WHOLE_HTML = "ca-bai", "dung-lai-html"


def press_page(pages: Pages, story: Story, catalog: Catalog, script: RadioScript, site_url: str) -> Page:
    """Return the press page of ``story``; ``site_url`` makes the addresses in its texts complete."""
    site = catalog.taxonomy.site
    every = fact_sheet(story, catalog, site_url)
    # A page names the latest broadcasts; all of them are in the file, in the kit and in the open data.
    sheet = replace(every, coverage=every.coverage[-LATEST_RUNS:])
    texts = press_texts(story, sheet, site)
    marked = catalog.edition is Edition.PREVIEW
    record = pages.text("press/press_record.txt.j2", key=story.key)
    press = Press(
        title=sheet.title,
        story=urls.story_url(story.key),
        crumbs=(HOME_CRUMB, Crumb("Báo chí", urls.PRESS), Crumb(sheet.title, urls.story_url(story.key))),
        field=story.front.field,
        draft=story.draft,
        public=story.public,
        embargo=say_embargo(story),
        rows=fact_rows(sheet),
        quotes=tuple(Quote(quote.text, quote.by) for quote in sheet.quotes if quote.may_quote),
        photos=tuple(
            PressPhoto(photo.alt, photo.caption, photo.credit, photo.licence.name, photo.terms, "")
            for photo in sheet.photos
        ),
        texts=tuple(_copies(texts)),
        cuts=tuple(_cut(number, cut, marked=marked) for number, cut in enumerate(script.cuts, start=1)),
        prompter=Prompter(script.rate, (script.short_mark, script.long_mark)),
        rate=f"Tính {script.rate} âm tiết mỗi phút. {script.rate_source}.",
        warnings=script.warnings if marked else (),
        reuse=tuple(_reuse(pages, sheet, texts, site)),
        reuse_name=site.reuse.name,
        reuse_terms=site.reuse.terms,
        record=record,
        record_link=_record_link(story, record, site),
        kit=urls.press_kit_url(story.key) if story.public else "",
        runs=len(every.coverage),
        runs_file=urls.press_file_url(story.key, urls.RUNS) if len(every.coverage) > LATEST_RUNS else "",
    )
    page = _page(pages, press, story, sheet)
    files = {press.runs_file: plain_file("\n".join(lines_of_runs(every.coverage)))} if press.runs_file else {}
    if len(page.html.encode()) > MOST_INLINE:
        press, more = _lightened(press, story, script_text(script, pages, marked=marked))
        page, files = _page(pages, press, story, sheet), files | more
    return replace(page, files=files)


def _page(pages: Pages, press: Press, story: Story, sheet: FactSheet) -> Page:
    address = urls.press_url(story.key)
    description = f"Dữ kiện, văn bản, trích lời và kịch bản phát thanh của bài “{sheet.title}”."
    title = f"Dành cho báo chí: {sheet.title}, {sheet.where.district.name}"
    return pages.page(
        "press/press.html.j2",
        address,
        title,
        description,
        styles=("press",),
        scripts=("press", "prompter"),
        robots=NOINDEX,
        press=press,
    )


def _lightened(press: Press, story: Story, script: str) -> tuple[Press, dict[str, bytes]]:
    """Return ``press`` without what is as long as the story itself, and the files that have it instead."""
    files: dict[str, bytes] = {}

    def kept(ending: str, text: str) -> str:
        address = urls.press_file_url(story.key, ending)
        files[address] = plain_file(text)
        return address

    def copied(items: tuple[CopyText, ...]) -> tuple[CopyText, ...]:
        return tuple(
            replace(item, text="", file=kept(f"{item.anchor}.txt", item.text))
            if item.anchor in {_WHOLE, _WHOLE_HTML}
            else item
            for item in items
        )

    *shorter, longest = press.cuts
    if shorter:
        # One cut alone is the whole story in thirty seconds: what is long here is something else.
        longest = replace(longest, lines=(), file=kept("kich-ban.txt", script))
    reuse = copied(press.reuse) if press.public else press.reuse
    return replace(press, texts=copied(press.texts), reuse=reuse, cuts=(*shorter, longest)), files


def _copies(texts: PressTexts) -> Iterator[CopyText]:
    for anchor, name, text in (
        ("ngan", "Ngắn", texts.short),
        ("vua", "Vừa", texts.medium),
        (_WHOLE, "Cả bài", texts.full),
    ):
        yield CopyText(anchor, name, f"{say_number(text.words)} chữ", ready_to_copy(text, texts))
    citation = "\n".join(filter(None, [texts.notice, texts.citation]))
    yield CopyText("dan-nguon", "Dòng dẫn nguồn", "", citation)


def _cut(number: int, cut: Cut, *, marked: bool) -> ScriptCut:
    lines = tuple(
        SpokenLine(line.start, line.text, line.syllables, marked and line.too_long, line.marks if marked else ())
        for line in cut.lines
    )
    return ScriptCut(f"kich-ban-{number}", cut.name, cut.clock, lines, by_whom=cut.by_whom if marked else "")


def _reuse(pages: Pages, sheet: FactSheet, texts: PressTexts, site: Site) -> Iterator[CopyText]:
    """Yield what another site pastes: the story and a link card, as HTML that loads nothing."""
    story = pages.text("press/press_reuse.html.j2", sheet=sheet, runs=_runs(texts.full), credit=texts.credit)
    yield CopyText(_WHOLE_HTML, "Cả bài, dạng HTML", "dán vào hệ quản trị nội dung", story)
    card = pages.text("press/press_card.html.j2", sheet=sheet, site=site)
    yield CopyText("the-lien-ket", "Thẻ liên kết", "một ô giới thiệu, không khung nhúng", card)


def _runs(text: PressText) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the blocks of ``text`` with neighbours of one kind together: a list is one list."""
    return tuple((kind, tuple(block.text for block in run)) for kind, run in groupby(text.blocks, lambda b: b.kind))


def _record_link(story: Story, record: str, site: Site) -> str:
    """Return where GitHub opens a new coverage record, ready filled; empty on other forges."""
    if not site.repository or urlsplit(site.repository).hostname != "github.com":
        return ""
    name = f"{story.slug}-{len(story.coverage) + 1}.yml"
    return f"{site.repository.rstrip('/')}/new/main/{_COVERAGE}?{urlencode({'filename': name, 'value': record})}"
