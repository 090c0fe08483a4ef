"""The kinds of pages a site has, read off the site itself: a new kind is looked at without being listed. Reads."""

import re
from itertools import groupby

FOLLOWING_PAGE = re.compile(r"trang-\d+")


def page_kinds(site):
    """Return the addresses of the largest page of each kind in the folder ``site``, in the order of the kinds.

    Two pages are of one kind when they have the same place in the site (``dia-ban/*/*/``) and the same frame: a
    notice that a story was withdrawn stands where stories stand, and is no story.
    """
    pages = sorted(site.rglob("*.html"), key=lambda file: (*_kind(file, site), -file.stat().st_size, file))
    largest = (next(of_one_kind) for _, of_one_kind in groupby(pages, key=lambda file: _kind(file, site)))
    return [file.relative_to(site).as_posix().removesuffix("index.html") for file in largest]


def _kind(file, site):
    """Return what tells the kind of a page: its address with names left out, and the opening tag of its content."""
    first, *rest = file.relative_to(site).as_posix().split("/")
    place = [first, *("trang" if FOLLOWING_PAGE.fullmatch(part) else "*" for part in rest)]
    frame = re.search(r'<div class="page[^>]*>', file.read_text(encoding="utf-8"))
    words = re.sub(r' data-field="[^"]*"', "", frame[0]) if frame else ""
    return "/".join(place), words
