"""What an approval vouches for: a digest over everything a reader sees. Pure.

What it covers is what the schema declares (``Told.sealed``): the approving body, its document and the day as
well, which stand below the text as the reason to believe it. Not the digest itself; nor coverage, which newsrooms
add to without changing the story; nor the open questions of the fact check, which no reader sees. Empty keys
are left out, so that a new optional key in the schema does not undo every approval given before it existed.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.approval import APPROVED_BEFORE_WRITTEN, CONSENT_BEFORE_APPROVAL
from scripts.source.schema.declared import leaves_of, unsealed
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.told import Words
from scripts.source.story import Approved
from scripts.source.text.body import Body
from scripts.source.text.strict_yaml import YamlDocument
from scripts.source.vietnam_time import name_partial_date


def digest_of(key: str, front: FrontMatter, body: Body, media_digests: Mapping[str, str]) -> str:
    """Return ``sha256:…`` over the address, the front matter with its approval, the body, the photos and recordings.

    ``front`` has the approval already, with whatever digest: who approved, by which document and when is sealed too.
    ``key`` is ``<district>/<slug>``: a story that moves says something else about where it
    happened. ``media_digests`` gives the SHA-256 of each file it lists (``covered_files``).
    """
    seen = {
        "key": key,
        "front": front.model_dump(mode="json", exclude=unsealed(type(front)), exclude_defaults=True),
        # Blank lines around a body say nothing; spaces before its first word may make it an example.
        "body": body.source.text.strip("\n").rstrip(),
        "media": dict(sorted(media_digests.items())),
    }
    text = json.dumps(seen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def approved_state(
    key: str, front: FrontMatter, body: Body, media_digests: Mapping[str, str], *, revoked: bool = False
) -> Approved:
    """Return what the approval in ``front`` is worth for this text; ``revoked``: whether its seal counts no more."""
    if front.approval is None:
        return Approved.NO
    if revoked:
        return Approved.REVOKED
    return Approved.YES if front.approval.digest == digest_of(key, front, body, media_digests) else Approved.CHANGED


def check_approved_after_writing(front: FrontMatter, document: YamlDocument) -> Iterator[Problem]:
    """Nobody approves a text before it exists: nothing the approved text mentions is dated after its approval.

    Only for an approval that holds: one of an older text says nothing about what was added since.
    What it does not cover, such as coverage, and a moment that may lie ahead, such as an embargo, come later
    by their nature.
    """
    if front.approval is None:
        return
    approved = front.approval.date
    for location, told, day, _, sealed in leaves_of(front):
        if not sealed or told.words is not Words.DATE:
            continue
        # A date of which only the year or the month is known is later when that part is later.
        if str(day) > approved.isoformat()[: len(str(day))]:
            line, written = document.mark(location).line, name_partial_date(str(day))
            yield document.problem(
                ("approval", "date"), APPROVED_BEFORE_WRITTEN, approved=approved, written=written, line=line
            )


def check_consent_to_approve(front: FrontMatter, document: YamlDocument) -> Iterator[Problem]:
    """Nothing is approved that names somebody who has not agreed to be named."""
    for index, person in enumerate(front.people):
        if not person.consent.name:
            yield document.problem(("people", index, "consent", "name"), CONSENT_BEFORE_APPROVAL, person=person.name)
