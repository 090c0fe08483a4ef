"""A story: one exemplary model as this site tells it. Values only; pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from scripts.source.media.audio_file import AudioFacts
from scripts.source.media.photo_file import PhotoFacts
from scripts.source.schema.desk_parts import OpenQuestion
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.story_parts import Coverage, Kind
from scripts.source.text.body import Body


class State(StrEnum):
    """Derived and never written in the file (decisions/09)."""

    PUBLIC = "public"
    EMBARGOED = "embargoed"
    """Approved, but its hour has not come: no more public than a draft."""
    DRAFT = "draft"


class Approved(StrEnum):
    """What the approval block of a story is worth."""

    NO = "no"
    YES = "yes"
    CHANGED = "changed"
    """There is an approval, but the text is no longer the one that was approved."""
    REVOKED = "revoked"
    """There is an approval whose seal counts no more, whatever the text is (``revoked.yml``)."""


@dataclass(frozen=True, slots=True)
class Story:
    """One folder in ``content/models``, read and checked."""

    path: str
    district: str
    slug: str
    front: FrontMatter
    body: Body
    approved: Approved = Approved.NO
    logged: tuple[Coverage, ...] = ()
    """What the coverage log adds to the story's own list."""
    photos: tuple[PhotoFacts, ...] = ()
    """In the order of ``front.photos``."""
    recordings: tuple[AudioFacts, ...] = ()
    """In the order of ``front.audio``."""
    read_at: datetime | None = None
    """The moment it was read at; without one, every embargo lies ahead."""

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """What newsrooms ran, oldest first, each once."""
        records = dict.fromkeys((*self.front.coverage, *self.logged))
        return tuple(sorted(records, key=lambda record: (record.date, record.outlet, record.title)))

    @property
    def key(self) -> str:
        """``<district>/<slug>``: unique, and the tail of its address."""
        return f"{self.district}/{self.slug}"

    @property
    def consent_complete(self) -> bool:
        """Whether everybody the story names agreed to be named; one about an individual names whom it is about."""
        return not self.withheld and (self.front.kind is not Kind.INDIVIDUAL or bool(self.front.people))

    @property
    def withheld(self) -> bool:
        """Whether the story names somebody who did not agree: it may be in no edition, not even the preview."""
        return not all(person.consent.name for person in self.front.people)

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What the fact check has not settled: while there is one, the story is approved by nobody and not public."""
        return tuple(question for question in self.front.to_verify if question.is_open)

    @property
    def doubted(self) -> bool:
        """Whether the approval holds, and yet the story is off the site: somebody has still to be asked."""
        return self.approved is Approved.YES and bool(self.open_questions)

    @property
    def state(self) -> State:
        """Public with a valid approval, complete consent, no open question and no embargo ahead."""
        if self.approved is not Approved.YES or not self.consent_complete or self.open_questions:
            return State.DRAFT
        embargo = self.front.embargo
        ahead = embargo is not None and (self.read_at is None or self.read_at < embargo)
        return State.EMBARGOED if ahead else State.PUBLIC

    @property
    def public(self) -> bool:
        """Whether everybody may read the story; all else is for the preview edition alone, marked."""
        return self.state is State.PUBLIC

    @property
    def draft(self) -> bool:
        """Whether nobody vouches for the text as it stands."""
        return self.state is State.DRAFT

    @property
    def waits_until(self) -> datetime | None:
        """The hour an approved story waits for; ``None`` when it does not wait."""
        return self.front.embargo if self.state is State.EMBARGOED else None
