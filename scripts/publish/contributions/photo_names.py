"""The new name of a photo put into its story: in the list of photos and where the body shows it. Pure."""

from collections.abc import Iterator

from scripts.source.problems.problem import Mark
from scripts.source.text.body import compile_body
from scripts.source.text.front_matter import split_story
from scripts.source.text.source_text import SourceText
from scripts.source.text.vietnamese import nfc

_QUOTES = "\"'"


def with_new_name(text: str, old: str, new: str) -> str:
    """Return the story ``text`` with ``new`` where a photo ``old`` is listed or shown; nothing else changes.

    What cannot be read, or is not written the way the file is called, stays as it is.
    """
    source, old = SourceText(text), nfc(old)
    parts, _ = split_story(source)
    if parts.document is None or not isinstance(parts.document.value, dict):
        return text
    places = [*_listed(parts.document.value.get("photos"), old)]
    marks = [parts.document.mark(("photos", index, "file")) for index in places]
    starts = [start for mark in marks if (start := _after_quote(text, _index(source, mark), old)) is not None]
    for image in compile_body(parts.body)[0].images:
        at = text.find(f"]({old}", _index(source, image.mark)) if image.target == old else -1
        starts += [at + 2] if at >= 0 else []
    for start in sorted(set(starts), reverse=True):
        text = f"{text[:start]}{new}{text[start + len(old) :]}"
    return text


def _listed(photos: object, old: str) -> Iterator[int]:
    """Yield the positions of the photos whose file is ``old``."""
    for index, photo in enumerate(photos if isinstance(photos, list) else []):
        if isinstance(photo, dict) and photo.get("file") == old:
            yield index


def _index(source: SourceText, mark: Mark) -> int:
    return sum(len(line) + 1 for line in source.lines[: mark.line - 1]) + mark.column - 1


def _after_quote(text: str, start: int, old: str) -> int | None:
    """Return where ``old`` begins at ``start``, after a quotation mark or not."""
    start += text[start : start + 1] in tuple(_QUOTES)
    return start if text.startswith(old, start) else None
