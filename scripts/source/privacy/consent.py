"""The rules about the people of a story: named only if listed, shown only if they agreed. Pure.

What a person agreed to stands in ``people``; the signed paper stays with the office that asked
(decisions/14). A story that names somebody who did not agree is withheld: it is in no edition.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from scripts.source.privacy.named_people import NameUse, Sign, find_names
from scripts.source.problems.problem import Mark, Problem
from scripts.source.problems.registry.people import (
    CONSENT_MISSING,
    CONTACT_NOT_REVIEWED,
    INDIVIDUAL_WITHOUT_CONSENT,
    LEAD_PHOTO_NAMES_NOBODY,
    PERSON_IN_TITLE,
    PERSON_NOT_LISTED,
    PHOTO_CONSENT,
    PHOTO_OF_SUBJECT,
)
from scripts.source.reading import Reading
from scripts.source.rules import commune_names
from scripts.source.schema.story_keys import FrontMatter, Kind, Person, Photo
from scripts.source.schema.told import Words
from scripts.source.text.body import Body
from scripts.source.text.vietnamese import plain_number
from scripts.source.vocabulary.taxonomy import Taxonomy, bare_name

_SIGN = {
    Words.PROSE: Sign.TITLE_OR_MIDDLE,
    Words.EXEMPLAR: Sign.TITLE_OR_MIDDLE,
    Words.OFFICE: Sign.TITLE_OR_MIDDLE,
    Words.PLACE: Sign.TITLE_OR_MIDDLE,
    Words.SPEAKER: Sign.NAME,
    # A newspaper may bear its founder's name, and a photographer signs with their own.
    Words.BYLINE: Sign.TITLE,
}
"""How surely a name must be a person's, by what the words are; other words are not free text, or have a rule."""


def check_people(story: Reading, body: Body) -> list[Problem]:
    """Return what the rules about people find in one story."""
    return [
        *people_are_listed(story, body),
        *captions_respect_consent(story),
        *photos_respect_consent(story),
        *contact_is_reviewed(story),
    ]


def people_are_listed(story: Reading, body: Body) -> Iterator[Problem]:
    """Whoever the story names is in ``people``, with what they agreed to."""
    known = _Known(story)
    for leaf in story.leaves:
        sign = _SIGN.get(leaf.told.words)
        if leaf.told.words is Words.EXEMPLAR and story.front.kind is Kind.INDIVIDUAL:
            sign = Sign.NAME
        for use in known.others(leaf.value, sign) if sign else ():
            yield story.problem(leaf.location, PERSON_NOT_LISTED, person=use.name)
    for use in known.others(body.text, Sign.TITLE_OR_MIDDLE):
        yield body.source.problem(_mark_in(body, use), PERSON_NOT_LISTED, person=use.name)


def captions_respect_consent(story: Reading) -> Iterator[Problem]:
    """A caption names only people who agreed to their photo."""
    refused = [person.name for person in story.front.people if not person.consent.photo]
    for index, photo in enumerate(story.front.photos):
        for key, text in (("caption", photo.caption), ("alt", photo.alt)):
            for name in refused:
                if _folded(name) in _folded(text):
                    yield story.problem(("photos", index, key), PHOTO_CONSENT, person=name)


def photos_respect_consent(story: Reading) -> Iterator[Problem]:
    """No photo can be of somebody who did not agree to it.

    A story about an individual has no photo while that person did not agree. Elsewhere the lead
    photo, which goes on covers and share pictures, says who is in it, all of whom agreed, or
    everybody the story names did. A photo that names somebody who did not agree is said above.
    """
    front = story.front
    refused = [person for person in front.people if not person.consent.photo]
    agreed = [person for person in front.people if person.consent.photo]
    for index, photo in enumerate(front.photos if refused else ()):
        if _named_on(photo, refused):
            continue
        who = _subjects(front) if front.kind is Kind.INDIVIDUAL else ()
        if person := next((person for person in who if person in refused), None):
            code = PHOTO_OF_SUBJECT
        elif photo == front.lead_photo and not _named_on(photo, agreed):
            person, code = refused[0], LEAD_PHOTO_NAMES_NOBODY
        else:
            continue
        yield story.problem(("photos", index, "file"), code, person=person.name)


def _named_on(photo: Photo, people: Iterable[Person]) -> bool:
    words = _folded(f"{photo.caption} {photo.alt}")
    return any(_folded(person.name) in words for person in people)


def _subjects(front: FrontMatter) -> tuple[Person, ...]:
    """Return whom an individual's story is about: who is named as its subject, or anybody it names."""
    subject = _folded(front.subject)
    return tuple(person for person in front.people if _folded(person.name) in subject) or front.people


def contact_is_reviewed(story: Reading) -> Iterator[Problem]:
    """The telephone and e-mail of ``contact`` are an office's, and somebody has made sure."""
    for leaf in story.leaves:
        if leaf.told.words is Words.CONTACT and plain_number(leaf.value) not in story.taxonomy.reviewed_numbers:
            yield story.problem(leaf.location, CONTACT_NOT_REVIEWED)


def remarks_on_consent(story: Reading) -> Iterator[Problem]:
    """Whose consent is missing, so that the story is withheld, or stays a draft though it is approved."""
    front = story.front
    for index, person in enumerate(front.people):
        if not person.consent.name:
            yield story.problem(("people", index, "consent", "name"), CONSENT_MISSING, person=person.name)
    if front.kind is Kind.INDIVIDUAL and not front.people and front.approval:
        yield story.problem(("kind",), INDIVIDUAL_WITHOUT_CONSENT)


def remarks_on_titles(story: Reading) -> Iterator[Problem]:
    """Whom the title of somebody else's work names: the press's own words, but they are published here too."""
    known = _Known(story)
    for leaf in story.leaves:
        for use in known.others(leaf.value, Sign.TITLE_OR_MIDDLE) if leaf.told.words is Words.WORK else ():
            yield story.problem(leaf.location, PERSON_IN_TITLE, person=use.name)


class _Known:
    """Who is listed in a story and what places there are: both are passed over in the search for names."""

    def __init__(self, story: Reading) -> None:
        self._listed = [_folded(person.name) for person in story.front.people]
        self._taxonomy = story.taxonomy

    @cached_property
    def _places(self) -> frozenset[str]:
        # Most stories name nobody, and never ask.
        return _place_names(self._taxonomy)

    def others(self, text: str, sign: Sign) -> Iterator[NameUse]:
        """Yield whom ``text`` names beside them."""
        for use in find_names(text, sign=sign):
            if use.name not in self._places and not any(_same(_folded(use.name), name) for name in self._listed):
                yield use


def _place_names(taxonomy: Taxonomy) -> frozenset[str]:
    """Return every name of a place without its type word."""
    whole = [name for district in taxonomy.districts for name in commune_names(district, taxonomy)]
    wider = [name.name for district in taxonomy.districts for name in district.names]
    return frozenset(bare_name(name) for name in [*whole, *wider, *(unit.name for unit in taxonomy.units)])


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _same(used: str, listed: str) -> bool:
    """Whether a name in a text is that of a listed person; the capital after it may be another word's."""
    return used == listed or used.startswith(f"{listed} ")


def _mark_in(body: Body, use: NameUse) -> Mark:
    """Return where the source of the body writes a name; its beginning when markup hides the place."""
    return body.source.mark(max(0, body.source.text.find(use.name)))
