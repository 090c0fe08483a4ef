"""The rules about the people of a story: named only if listed, shown only if they agreed. Pure.

What a person agreed to stands in ``people``; the signed paper stays with the office that asked
(decisions/14). A story that names somebody who did not agree is withheld: it is in no edition.
"""

from collections.abc import Iterable, Iterator

from scripts.source.privacy.named_people import Sign
from scripts.source.privacy.names_in_words import KnownNames, mark_in, sign_of
from scripts.source.problems.problem import Problem
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
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.story_parts import Kind, Person, Photo
from scripts.source.schema.told import Words
from scripts.source.text.body import Body
from scripts.source.text.vietnamese import plain_number


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
    known = _known(story)
    for leaf in story.leaves:
        sign = sign_of(leaf)
        if leaf.told.words is Words.EXEMPLAR and story.front.kind is Kind.INDIVIDUAL:
            sign = Sign.NAME
        for use in known.others(leaf.value, sign) if sign else ():
            yield story.problem(leaf.location, PERSON_NOT_LISTED, person=use.name)
    for use in known.others(body.text):
        yield body.source.problem(mark_in(body, use), PERSON_NOT_LISTED, person=use.name)


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
    known = _known(story)
    for leaf in story.leaves:
        for use in known.others(leaf.value) if leaf.told.words is Words.WORK and leaf.sealed else ():
            yield story.problem(leaf.location, PERSON_IN_TITLE, person=use.name)


def _known(story: Reading) -> KnownNames:
    return KnownNames((person.name for person in story.front.people), story.taxonomy)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
