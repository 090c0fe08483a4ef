"""The page of one story: everything the file says, told to a reader. Pure."""

from collections.abc import Iterator, Sequence

from scripts.catalog.catalog import Catalog, date_of, year_of
from scripts.catalog.places import Whereabouts, whereabouts
from scripts.catalog.related import Relation
from scripts.catalog.shelves import say_shelf, say_standing, shelf_of
from scripts.render import urls
from scripts.render.facets.table import DISTRICT, DISTRICT_FIELD, FIELD, KIND, METHOD, SHELF, TOPIC
from scripts.render.pages import Page, Pages
from scripts.render.reading.cards import cover_of, related_card
from scripts.render.reading.for_editors.grade import completeness_in
from scripts.render.reading.for_editors.questions import questions_of
from scripts.render.reading.links import propose_address
from scripts.render.reading.pictures import lead_file, pictures_of, recordings_of
from scripts.render.reading.story_text import text_blocks
from scripts.render.reading.views import Card, Fact, Figure, Honour, Quote, Seal, Section, Source, StoryView
from scripts.render.ways import Crumb, Link
from scripts.render.wording import capital, say_date, say_moment, say_number, say_partial_date, say_title
from scripts.source.schema.figure import numbers_apart
from scripts.source.schema.story_parts import KIND_NAMES, STATUS_NAMES, Commendation, Recognition
from scripts.source.story import Story
from scripts.source.text.body import HOW_TO

LATEST_RUNS = 15
"""How many broadcasts a page names; a file of the press page names all."""


def story_page(
    pages: Pages, story: Story, catalog: Catalog, cards: dict[str, Card], relations: Sequence[Relation]
) -> Page:
    """Return the page of ``story``."""
    place = whereabouts(story, catalog.taxonomy, year_of(story))
    title = f"{story.front.title}, {say_place(story, catalog)}"
    address = urls.story_url(story.key)
    view = _view(story, place, catalog, cards, relations)
    return pages.page("reading/story.html.j2", address, title, story.front.summary, changed=date_of(story), story=view)


def say_place(story: Story, catalog: Catalog) -> str:
    """Return the place in a few words: ``xã Kiên Bình, Kiên Lương``, or the district alone."""
    district = catalog.taxonomy.districts[story.district].short_name
    return f"{story.front.place.commune}, {district}" if story.front.place.commune else district


def _view(
    story: Story, place: Whereabouts, catalog: Catalog, cards: dict[str, Card], relations: Sequence[Relation]
) -> StoryView:
    front, taxonomy = story.front, catalog.taxonomy
    field, district = taxonomy.fields[front.field], taxonomy.districts[story.district]
    approval = front.approval if not story.draft else None
    pictures = pictures_of(story, taxonomy)
    shown = {lead_file(story), *(image.target for image in story.body.images)}
    root = urls.relative(urls.HOME, urls.story_url(story.key))
    known = catalog.destinations
    return StoryView(
        title=front.title,
        summary=front.summary,
        field=front.field,
        field_name=field.name,
        kind_name=capital(KIND_NAMES[front.kind]),
        shelf=shelf_of(story),
        shelf_said=say_shelf(story),
        draft=story.draft,
        doubted=story.doubted,
        questions=questions_of(story, catalog),
        completeness=completeness_in(story, catalog),
        waits=say_moment(story.waits_until) if story.waits_until else "",
        public=story.public,
        snapshot=front.format == "snapshot",
        crumbs=(
            Crumb("Trang chủ", urls.HOME),
            Crumb(district.short_name, DISTRICT.url(district.slug)),
            Crumb(field.name, DISTRICT_FIELD.url(f"{district.slug}/{field.slug}")),
        ),
        cover=cover_of(story, catalog),
        figures=figures_of(story),
        sections=tuple(
            Section(part.anchor, part.heading, text_blocks(part.html, root, known, pictures), part.heading == HOW_TO)
            for part in story.body.sections
        ),
        photos=tuple(picture for file, picture in pictures.items() if file not in shown),
        recordings=tuple(recordings_of(story, taxonomy)),
        quotes=tuple(Quote(quote.text, quote.by) for quote in front.quotes),
        facts=tuple(_facts(story, place, catalog)),
        recognition=tuple(_recognition(act, catalog) for act in front.recognition),
        commendations=tuple(_commendation(act, catalog) for act in front.commendations),
        sources=tuple(
            Source(s.title, s.publisher, say_partial_date(s.date) if s.date else "", s.url or "") for s in front.sources
        ),
        coverage=tuple(
            Source(say_title(c.title), c.outlet, say_date(c.date), c.url or "") for c in story.coverage[-LATEST_RUNS:]
        ),
        runs=len(story.coverage),
        runs_file=urls.press_file_url(story.key, urls.RUNS) if len(story.coverage) > LATEST_RUNS else "",
        seal=Seal(approval.by, approval.document, say_date(approval.date)) if approval else None,
        related=tuple(related_card(cards[r.story.key], r, catalog) for r in relations),
        press=urls.press_url(story.key),
        propose=propose_address(story.key, taxonomy.site),
        reuse_name=taxonomy.site.reuse.name,
        reuse_terms=taxonomy.site.reuse.terms,
    )


def figures_of(story: Story) -> tuple[Figure, ...]:
    """Return the headline numbers of ``story``, as written."""
    return tuple(
        Figure(r.value, r.unit or "", r.label or "", r.when or "", r.source or "", numbers_apart(r.value))
        for r in story.front.results
    )


def _facts(story: Story, place: Whereabouts, catalog: Catalog) -> Iterator[Fact]:
    front, taxonomy = story.front, catalog.taxonomy
    kind = Link(capital(KIND_NAMES[front.kind]), KIND.url(front.kind.value))
    yield Fact("Ai làm", (Link(front.subject, ""), kind))
    now = f"nay là {', '.join(place.now)}" if place.now else ""
    yield Fact("Ở đâu", (Link(", ".join(place.then), "", note=now),))
    shelf = shelf_of(story)
    yield Fact(SHELF.name, (Link(shelf.label, SHELF.url(shelf.value), note=say_standing(front.movement)),))
    if front.started or front.registered or front.status:
        registered = f"đăng ký mô hình năm {front.registered}" if front.registered else ""
        status = STATUS_NAMES[front.status] if front.status else ""
        note = "; ".join(filter(None, (registered, status)))
        yield Fact(
            "Từ khi nào", (Link(f"năm {front.started}" if front.started else "chưa rõ năm bắt đầu", "", note=note),)
        )
    yield Fact("Lĩnh vực", (Link(taxonomy.fields[front.field].name, FIELD.url(front.field)),))
    yield Fact("Cách làm", tuple(Link(taxonomy.methods[m].name, METHOD.url(m)) for m in front.methods))
    if front.topics:
        yield Fact(TOPIC.name, tuple(_topic_link(topic, catalog) for topic in front.topics))
    if front.replications:
        copies = [
            Link(copy.place, "", note=", ".join(filter(None, (copy.by, copy.when)))) for copy in front.replications
        ]
        yield Fact(f"Đã nhân rộng ({say_number(len(copies))} nơi)", tuple(copies))
    if front.contact:
        ways = ", ".join(filter(None, (front.contact.phone, front.contact.email)))
        yield Fact("Liên hệ", (Link(front.contact.office, "", note=ways),))


def _topic_link(written: str, catalog: Catalog) -> Link:
    """Return a topic as the vocabulary spells it, with its page if it has one; an unknown one as written."""
    topic = catalog.taxonomy.topics.named(written)
    if topic is None:
        return Link(written, "")
    return Link(topic.name, TOPIC.url(topic.slug) if TOPIC.has_page(catalog, topic.slug) else "")


def _recognition(act: Recognition, catalog: Catalog) -> Honour:
    level = catalog.taxonomy.levels[act.level].name
    return Honour(f"Công nhận, {level[:1].lower()}{level[1:]}", act.by, _paper(act))


def _commendation(act: Commendation, catalog: Catalog) -> Honour:
    return Honour(catalog.taxonomy.commendations[act.form].name, act.by, _paper(act))


def _paper(act: Recognition | Commendation) -> str:
    known = [act.document or "", say_date(act.date) if act.date else ""]
    return ", ".join(filter(None, known)) or "chưa rõ số văn bản"
