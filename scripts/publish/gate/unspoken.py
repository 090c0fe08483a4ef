"""What must not be said yet: no file of a public site quotes the title of a story before its hour. Reads.

Its page, its cards and its address are looked for elsewhere (``Expectation.absent``); this finds the title
where a person wrote it: in the words of a collection, in another story, in a hand-written page. It looks into
documents and archives too, and compares without tones and signs, as a search index writes.
"""

import html
import io
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.site import TITLE_BEFORE_ITS_HOUR
from scripts.source.text.vietnamese import fold

LEAST_SYLLABLES = 5
"""A shorter title ("Hũ gạo tiết kiệm") may be what everybody says anyway: to find it proves nothing."""

_ARCHIVES = frozenset({".zip", ".docx", ".xlsx"})
_SEEN, _HEARD = frozenset({".webp", ".jpg", ".jpeg", ".png"}), frozenset({".mp3", ".m4a", ".ogg", ".woff2"})
_TAG = re.compile(r"<[^<>]*>")
_NO_LETTERS = re.compile(r"[\W_]+")


def telling_titles(waiting: Mapping[str, str], told: Iterable[str]) -> dict[str, str]:
    """Return which of the titles ``waiting`` (by their stories' keys) give a story away where they are quoted.

    Not a short one, and not one that a public story carries too, alone or in a longer title (``told``).
    """
    known = [_plain(title) for title in told]
    plain = {key: _plain(title) for key, title in waiting.items()}
    return {
        key: title
        for key, title in plain.items()
        if len(title.split()) >= LEAST_SYLLABLES and not any(title in other for other in known)
    }


def check_unspoken(
    site: Path, files: Sequence[str], waiting: Mapping[str, str], told: Iterable[str]
) -> Iterator[Problem]:
    """Yield each file of ``site`` that quotes a title in ``waiting``; ``told`` are the titles that are public.

    The message names the story by its address: who reads it in a log shall not read the title there.
    """
    titles = telling_titles(waiting, told)
    if not titles:
        return
    for name in files:
        # Once as it stands, for attributes and data; once without tags, which may part the words of a title.
        texts = [*_texts(name, (site / name).read_bytes())]
        said = " ".join(_plain(form) for text in texts for form in (text, _TAG.sub(" ", text)))
        for key, title in sorted(titles.items()):
            if title in said:
                yield problem_at(f"site/{name}", START, TITLE_BEFORE_ITS_HOUR, story=key)


def _texts(name: str, data: bytes) -> Iterator[str]:
    """Yield the texts in a file: itself, or what an archive holds, one in another too."""
    ending = posixpath.splitext(name)[1].lower()
    if ending in _ARCHIVES:
        try:
            with ZipFile(io.BytesIO(data)) as archive:
                for inner in archive.namelist():
                    yield from _texts(inner, archive.read(inner))
        except BadZipFile:
            return
    elif ending not in _SEEN | _HEARD:
        yield data.decode("utf-8", errors="replace")


def _plain(text: str) -> str:
    """Return the syllables of ``text`` without tones and signs; what HTML in a feed escapes twice is read too."""
    return _NO_LETTERS.sub(" ", fold(html.unescape(html.unescape(text)))).strip()
