"""Which files a finished site may hold: scripts we know, endings we serve, nothing unexplained. Reads.

A file that contributors could bring along (``sw.js``, ``_headers``, ``CNAME``, a drawing with a
script in it) must not be there, whichever way it came.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from scripts.render.servers.policy import MEDIA_TYPES
from scripts.source.addresses import STORY_ADDRESS
from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.site import (
    BROKEN_LINK_IN_CSS,
    FILE_TYPE_ON_SITE,
    FILE_UNEXPLAINED,
    FILE_UNUSED,
    FOREIGN_ORIGIN_IN_CSS,
    UNKNOWN_SCRIPT,
    UNKNOWN_SCRIPT_FILE,
    WITHHELD_MENTIONED,
)

SCRIPTS = frozenset(
    {
        "assets/js/box.js",
        "assets/js/csv.js",
        "assets/js/desk.js",
        "assets/js/explore.js",
        "assets/js/press.js",
        "assets/js/prompter.js",
        "assets/js/show.js",
        "assets/js/site.js",
        "assets/js/state.js",
        "assets/search/query.js",
        "assets/search/results.js",
        "assets/search/search.js",
    }
)
"""The golden list: every script of a site without a single story. No story can add one."""

_ENDINGS = frozenset(f".{ending}" for _, endings in MEDIA_TYPES for ending in endings.split())
_OTHER_FILES = frozenset({".edition", "_headers", "SHA256SUMS", "CONTENTS", "WORDS"})
_PACKED = (".gz", ".br")
"""A precompressed copy lies beside its file."""

_ACTIVE = frozenset({".html", ".js", ".css", ".svg"})
"""Browsers run what is in these."""
_MADE_BY_ENGINE = frozenset({"404.html"})
_SHOWN = frozenset({".webp", ".jpg", ".jpeg", ".png", ".mp3", ".m4a", ".ogg"})
"""Photos and recordings: each is on some page, or it is left over from a story that is gone."""

_CSS_ADDRESS = re.compile(r"url\(\s*(['\"]?)(.*?)\1\s*\)|@import\s+(['\"])(.*?)\3", re.IGNORECASE | re.DOTALL)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_OWN_CSS_ADDRESS = re.compile(r"(?!/)[a-z0-9._/-]+")
_MENTIONING = frozenset({".json", ".xml", ".txt", ".csv", ".atom", ".rss"})
_ADDRESS = re.compile(STORY_ADDRESS.encode())


def site_name(staged: PurePosixPath) -> str:
    """Return the file of the site that MkDocs makes of a staged file.

    >>> site_name(PurePosixPath("dia-ban/kien-luong.md"))
    'dia-ban/kien-luong/index.html'
    """
    if staged.suffix != ".md":
        return staged.as_posix()
    folder = staged.parent if staged.stem == "index" else staged.with_suffix("")
    return (folder / "index.html").as_posix()


def check_files(
    site: Path,
    files: Sequence[str],
    referenced: Mapping[str, str],
    scripts: Mapping[str, str],
    explained: Collection[str] | None,
) -> Iterator[Problem]:
    """Yield what is wrong with the files of ``site`` as files.

    ``referenced`` and ``scripts`` are what pages name and run, each with the page; ``explained``
    is what was staged.
    """
    for file, page in scripts.items():
        if file not in SCRIPTS:
            yield _problem(page, UNKNOWN_SCRIPT, file=file)
    known, used = frozenset(files), set(referenced)
    for name in files:
        ending = posixpath.splitext(name)[1]
        if ending == ".css":
            yield from _check_style_sheet(name, (site / name).read_text(encoding="utf-8"), known, used)
    for name in files:
        ending = posixpath.splitext(name)[1]
        if not _may_be_served(name, ending):
            yield _problem(name, FILE_TYPE_ON_SITE)
        elif ending == ".js" and name not in SCRIPTS:
            yield _problem(name, UNKNOWN_SCRIPT_FILE)
        elif ending in _ACTIVE and explained is not None and name not in explained and name not in _MADE_BY_ENGINE:
            yield _problem(name, FILE_UNEXPLAINED)
        elif ending in _SHOWN and name not in used:
            yield _problem(name, FILE_UNUSED)


def _may_be_served(name: str, ending: str) -> bool:
    if any(part.startswith(".") for part in name.split("/")):
        return name in _OTHER_FILES
    return ending in _ENDINGS or name in _OTHER_FILES or (ending in _PACKED and name.removesuffix(ending) != name)


def _check_style_sheet(name: str, text: str, known: frozenset[str], used: set[str]) -> Iterator[Problem]:
    """A style sheet loads only files that lie beside it in the site."""
    for match in _CSS_ADDRESS.finditer(_CSS_COMMENT.sub("", text)):
        target = match[2] or match[4] or ""
        file = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
        if not _OWN_CSS_ADDRESS.fullmatch(target):
            yield _problem(name, FOREIGN_ORIGIN_IN_CSS, target=target)
        elif file not in known:
            yield _problem(name, BROKEN_LINK_IN_CSS, target=target)
        used.add(file)


def check_mentions(site: Path, files: Sequence[str], hidden: Collection[str]) -> Iterator[Problem]:
    """Yield the data files (index, feeds, exports, sitemap) that name an address that must not be named."""
    if not hidden:
        return
    for name in files:
        if posixpath.splitext(name)[1] in _MENTIONING:
            found = {address.decode() for address in _ADDRESS.findall((site / name).read_bytes())}
            for address in sorted(found.intersection(hidden)):
                yield _problem(name, WITHHELD_MENTIONED, address=address)


def _problem(page: str, code: Code, /, **values: object) -> Problem:
    return problem_at(f"site/{page}", START, code, **values)
