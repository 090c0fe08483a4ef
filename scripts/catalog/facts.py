"""A story in facts: made once from its file and the vocabulary, and written from by every output. Pure.

Fact sheet, Word document, press kit, ``facts.json``, open data and JSON-LD say what stands here, so
they cannot disagree. Figures stand as the page has them (``value``), with the number a machine can
reckon with beside them (``number``). Nothing that a person did not agree to is in it: a name
without consent is empty, and so are the words of somebody who may not be quoted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scripts.catalog.places import whereabouts
from scripts.catalog.shelves import say_standing, shelf_of
from scripts.source.schema.figure import Number, parse_figure
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.story_parts import KIND_NAMES, STATUS_NAMES, Person, Photo, Result
from scripts.source.story import Story
from scripts.source.text.vietnamese import fold
from scripts.source.vocabulary.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a vocabulary: the slug for machines, the name for people."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """Where: from the small to the large, as it was called then and is called now."""

    then: tuple[str, ...]
    now: tuple[str, ...]
    district: Named


@dataclass(frozen=True, slots=True)
class ResultFact:
    """A headline number: ``value`` as written, then what it means (``figure.Figure``)."""

    value: str
    number: Number
    qualifier: str
    second: Number | None
    relation: str
    percent: bool
    unit: str
    label: str
    when: str
    source: str


@dataclass(frozen=True, slots=True)
class HonourFact:
    """A recognition (``what`` is the level) or a commendation (``what`` is the form), never mixed."""

    what: Named
    by: str
    document: str
    date: str


@dataclass(frozen=True, slots=True)
class ReplicationFact:
    """Where it has been copied."""

    place: str
    when: str
    by: str


@dataclass(frozen=True, slots=True)
class PersonFact:
    """Somebody the story names; ``name`` is empty without consent to be named."""

    name: str
    role: str
    may_name: bool
    may_photograph: bool


@dataclass(frozen=True, slots=True)
class QuoteFact:
    """Words; both texts are empty when they may not be quoted."""

    text: str
    by: str
    may_quote: bool


@dataclass(frozen=True, slots=True)
class PhotoFact:
    """A photo and what a newsroom may do with it."""

    file: str
    alt: str
    caption: str
    credit: str
    licence: Named
    terms: str
    press_may_use: bool


@dataclass(frozen=True, slots=True)
class ApprovalFact:
    """Who vouches for the text."""

    by: str
    document: str
    date: str


@dataclass(frozen=True, slots=True)
class ContactFact:
    """The responsible office."""

    office: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class PaperFact:
    """A source, or what a newspaper or a station ran."""

    title: str
    publisher: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """A story in facts. Dates are ISO; an unknown text is empty, an unknown number is ``None``."""

    key: str
    draft: bool
    title: str
    summary: str
    who: str
    kind: Named
    shelf: Named
    movement: Named
    """What sources say of the deed; the name is empty where they say nothing."""
    field: Named
    methods: tuple[Named, ...]
    topics: tuple[str, ...]
    where: PlaceFact
    started: int | None
    registered: int | None
    status: Named | None
    results: tuple[ResultFact, ...]
    recognition: tuple[HonourFact, ...]
    commendations: tuple[HonourFact, ...]
    replications: tuple[ReplicationFact, ...]
    people: tuple[PersonFact, ...]
    quotes: tuple[QuoteFact, ...]
    photos: tuple[PhotoFact, ...]
    approval: ApprovalFact | None
    contact: ContactFact | None
    sources: tuple[PaperFact, ...]
    coverage: tuple[PaperFact, ...]
    embargo: str
    year: int | None
    """The year it is filed under (``catalog.year_of``)."""
    told: FrontMatter
    """The keys of the file as they may be told: with the coverage log, without words that may not be quoted."""


def story_facts(story: Story, taxonomy: Taxonomy, year: int | None) -> StoryFacts:
    """Return the facts of ``story``, which is filed under ``year``."""
    front = story.front
    place = whereabouts(story, taxonomy, year)
    district, shelf = taxonomy.districts[story.district], shelf_of(story)
    approval = front.approval if not story.draft else None
    quotes = tuple(quote for quote in front.quotes if may_quote(quote.by, front.people))
    told = front.model_copy(update={"coverage": story.coverage, "quotes": quotes})
    return StoryFacts(
        key=story.key,
        draft=story.draft,
        title=front.title,
        summary=front.summary,
        who=front.subject,
        kind=Named(front.kind.value, KIND_NAMES[front.kind]),
        shelf=Named(shelf.value, shelf.label),
        movement=Named(front.movement.value, say_standing(front.movement)),
        field=Named(front.field, taxonomy.fields[front.field].name),
        methods=tuple(Named(slug, taxonomy.methods[slug].name) for slug in front.methods),
        topics=front.topics,
        where=PlaceFact(place.then, place.now, Named(district.slug, district.short_name)),
        started=front.started,
        registered=front.registered,
        status=Named(front.status, STATUS_NAMES[front.status]) if front.status else None,
        results=tuple(_result(result) for result in front.results),
        recognition=tuple(
            HonourFact(Named(act.level, taxonomy.levels[act.level].name), act.by, act.document or "", _iso(act.date))
            for act in front.recognition
        ),
        commendations=tuple(
            HonourFact(
                Named(act.form, taxonomy.commendations[act.form].name), act.by, act.document or "", _iso(act.date)
            )
            for act in front.commendations
        ),
        replications=tuple(ReplicationFact(c.place, c.when or "", c.by or "") for c in front.replications),
        people=tuple(
            PersonFact(p.name if p.consent.name else "", p.role or "", p.consent.name, p.consent.photo)
            for p in front.people
        ),
        quotes=tuple(
            QuoteFact(q.text, q.by, may_quote=True)
            if may_quote(q.by, front.people)
            else QuoteFact("", "", may_quote=False)
            for q in front.quotes
        ),
        photos=tuple(_photo(photo, front.people, taxonomy) for photo in front.photos),
        approval=ApprovalFact(approval.by, approval.document, approval.date.isoformat()) if approval else None,
        contact=ContactFact(front.contact.office, front.contact.phone or "", front.contact.email or "")
        if front.contact
        else None,
        sources=tuple(PaperFact(s.title, s.publisher, s.date or "", s.url or "") for s in front.sources),
        coverage=tuple(PaperFact(c.title, c.outlet, c.date.isoformat(), c.url or "") for c in told.coverage),
        embargo=front.embargo.isoformat() if front.embargo else "",
        year=year,
        told=told,
    )


def may_quote(by: str, people: Iterable[Person]) -> bool:
    """Whether words of ``by`` may be quoted: nobody the story lists without consent to be named."""
    return not any(_names(by, person) for person in people if not person.consent.name)


def press_may_use(photo: Photo, people: Iterable[Person], taxonomy: Taxonomy) -> bool:
    """Whether a newsroom may publish ``photo``: its licence allows it, and nobody in it said no.

    Who is in a photo is what its caption and its description say.
    """
    refused = (person for person in people if not (person.consent.photo and person.consent.name))
    told = f"{photo.caption}\n{photo.alt}"
    return taxonomy.licences[photo.licence].press and not any(_names(told, person) for person in refused)


def _names(text: str, person: Person) -> bool:
    """Whether ``text`` names ``person``, however it is capitalised or marked."""
    return f" {' '.join(_words(person.name))} " in f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()


def _result(result: Result) -> ResultFact:
    figure = parse_figure(result.value)
    return ResultFact(
        value=result.value,
        number=figure.number,
        qualifier=figure.qualifier,
        second=figure.second,
        relation=figure.relation,
        percent=figure.percent,
        unit=result.unit or "",
        label=result.label or "",
        when=result.when or "",
        source=result.source or "",
    )


def _photo(photo: Photo, people: Iterable[Person], taxonomy: Taxonomy) -> PhotoFact:
    licence = taxonomy.licences[photo.licence]
    usable = press_may_use(photo, people, taxonomy)
    named = Named(licence.slug, licence.name)
    return PhotoFact(photo.file, photo.alt, photo.caption, photo.credit, named, licence.about, usable)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
