"""What a kept result depends on beside its story: the vocabulary and our own code, as digests. Reads our code."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import scripts
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Taxonomy, Vocabulary

_OUR_CODE = Path(scripts.__file__).parent


def digest(*texts: str) -> str:
    """Return the SHA-256 of ``texts``; where one ends and the next begins counts."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def digest_of_words(taxonomy: Taxonomy) -> str:
    """Return the digest of the whole vocabulary; it is the same for the same files."""
    values = (getattr(taxonomy, entry.name) for entry in fields(taxonomy))
    return digest(*(repr(tuple(value)) if isinstance(value, Vocabulary) else repr(value) for value in values))


def digest_of_story(story: Story) -> str:
    """Return the digest of all that a story says, and of who ran it."""
    return digest(story.key, story.front.model_dump_json(), story.body.source.text, repr(story.logged), story.state)


@cache
def digest_of_code() -> str:
    """Return the digest of every module and template of ours: whatever changed, nothing made before counts."""
    return digest(*(path.read_text(encoding="utf-8") for path in files_of_code()))


def files_of_code() -> Iterator[Path]:
    """Yield every module and template of ours, in every room, sorted."""
    return (path for path in sorted(_OUR_CODE.rglob("*")) if path.suffix in (".py", ".j2"))
