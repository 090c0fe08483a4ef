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


def digest_of(front: FrontMatter, body: Body, photo_digests: Mapping[str, str]) -> str:
    """Return ``sha256:…`` over the front matter, the body and the bytes of the photos.

    ``photo_digests`` gives the SHA-256 of each photo file the story lists.
    """
    seen = {
        "front": front.model_dump(mode="json", exclude=_NOT_APPROVED_TEXT, exclude_defaults=True),
        "body": body.source.strip(),
        "photos": dict(sorted(photo_digests.items())),
    }
    text = json.dumps(seen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def approved_state(front: FrontMatter, body: Body, photo_digests: Mapping[str, str]) -> Approved:
    """Return what the approval in ``front`` is worth for this text."""
    if front.approval is None:
        return Approved.NO
    return Approved.YES if front.approval.digest == digest_of(front, body, photo_digests) else Approved.CHANGED
