"""What must not be said yet: no file of a public site quotes the title of a story before its hour. Reads.

Its page, its cards and its address are looked for elsewhere (``Expectation.absent``); this finds the title
where a person wrote it: in the words of a collection, in another story, in a hand-written page. It looks into
documents and archives too, and compares without tones and signs, as a search index writes. An address of
the site itself is no quotation: a withdrawn story may have been spelled as a title is, and a withdrawal waits for no
hour.
"""

import io
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.site import TITLE_BEFORE_ITS_HOUR
from scripts.source.rules.unspoken import LEAST_SYLLABLES, plain_words, telling_titles

_ARCHIVES = frozenset({".zip", ".docx", ".xlsx"})
_SEEN, _HEARD = frozenset({".webp", ".jpg", ".jpeg", ".png"}), frozenset({".mp3", ".m4a", ".ogg", ".woff2"})
_TAG = re.compile(r"<[^<>]*>")
_SLUG = re.compile(rf"\b[a-z0-9]+(?:-[a-z0-9]+){{{LEAST_SYLLABLES - 1},}}\b")


def check_unspoken(
    site: Path, files: Sequence[str], waiting: Mapping[str, str], told: Iterable[str]
) -> Iterator[Problem]:
    """Yield each file of ``site`` that quotes a title in ``waiting``; ``told`` are the titles that are public.

    The message names the story by its address: who reads it in a log shall not read the title there.
    """
    titles = telling_titles(waiting, told)
    if not titles:
        return
    spelled = {slug for name in files for slug in _SLUG.findall(name)}
    own = [slug for slug in spelled if any(title in plain_words(slug) for title in titles.values())]
    for name in files:
        # Once as it stands, for attributes and data; once without tags, which may part the words of a title.
        texts = [_without(own, text) for text in texts_of(name, (site / name).read_bytes())]
        said = " ".join(plain_words(form) for text in texts for form in (text, _TAG.sub(" ", text)))
        for key, title in sorted(titles.items()):
            if title in said:
                yield problem_at(f"site/{name}", START, TITLE_BEFORE_ITS_HOUR, story=key)


def _without(slugs: Sequence[str], text: str) -> str:
    """Return ``text`` with a stroke in place of each of ``slugs``, the longest first."""
    for slug in sorted(slugs, key=lambda slug: (-len(slug), slug)):
        text = text.replace(slug, "|")
    return text


def texts_of(name: str, data: bytes) -> Iterator[str]:
    """Yield the texts in a file: itself, or what an archive holds, one in another too."""
    ending = posixpath.splitext(name)[1].lower()
    if ending in _ARCHIVES:
        try:
            with ZipFile(io.BytesIO(data)) as archive:
                for inner in archive.namelist():
                    yield from texts_of(inner, archive.read(inner))
        except BadZipFile:
            return
    elif ending not in _SEEN | _HEARD:
        yield data.decode("utf-8", errors="replace")
