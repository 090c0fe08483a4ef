"""What an approval vouches for: a digest over everything a reader sees. Pure.

Coverage is left out (newsrooms add to it without changing the story), and so is the approval
itself. Empty keys are left out too, so that a new optional key in the schema does not undo
every approval given before it existed.
"""

import hashlib
import json
from collections.abc import Mapping

from scripts.source.body import Body
from scripts.source.schema import FrontMatter
from scripts.source.story import Approved

_NOT_APPROVED_TEXT = {"approval", "coverage"}


def digest_of(key: str, front: FrontMatter, body: Body, media_digests: Mapping[str, str]) -> str:
    """Return ``sha256:…`` over the address, the front matter, the body, the photos and the recordings.

    ``key`` is ``<district>/<slug>``: a story that moves says something else about where it
    happened. ``media_digests`` gives the SHA-256 of each file it lists (``library.media_digests``).
    """
    seen = {
        "key": key,
        "front": front.model_dump(mode="json", exclude=_NOT_APPROVED_TEXT, exclude_defaults=True),
        "body": body.source.strip(),
        "media": dict(sorted(media_digests.items())),
    }
    text = json.dumps(seen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def approved_state(key: str, front: FrontMatter, body: Body, media_digests: Mapping[str, str]) -> Approved:
    """Return what the approval in ``front`` is worth for this text."""
    if front.approval is None:
        return Approved.NO
    return Approved.YES if front.approval.digest == digest_of(key, front, body, media_digests) else Approved.CHANGED
