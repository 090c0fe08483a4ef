"""The three sites of ``search.py``: the same stories with our search, Material's, and Pagefind's. Writes.

Ours is the whole site. Material's and Pagefind's have a front page and the stories, as the author of a
MkDocs site would write them (``stock.py``), with every text that ours searches; lists are left out,
because their indexes would hold each title several times.
"""

import logging
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

os.environ["NO_MKDOCS_2_WARNING"] = "1"

from mkdocs.commands.build import build
from mkdocs.config import load_config

from bench.stock import story_page
from scripts.catalog.catalog import Catalog, Edition, build_catalog
from scripts.publish.disk.cache import disk_cache
from scripts.render import urls
from scripts.render.search.documents import INDEX_FOLDER, search_document, search_files
from scripts.source.library import load_library

ROOT = Path(__file__).resolve().parent.parent
_MARKUP = re.compile(r"([<>*_`#])")
EDITS = 5

_CONFIG = """\
site_name: Dân vận khéo
theme: {name: material, language: vi, font: false%s}
plugins: [%s]
nav: [Trang chủ: index.md]
not_in_nav: /**
"""

# What Pagefind's guide says to put on a page, and the ten results that all engines are asked for.
_PAGEFIND_UI = """\
{% extends "base.html" %}
{% block announce %}
<link href="/pagefind/pagefind-ui.css" rel="stylesheet">
<script src="/pagefind/pagefind-ui.js"></script>
<div id="search"></div>
<script>
  window.addEventListener("DOMContentLoaded", () => new PagefindUI({ element: "#search", pageSize: 10 }));
</script>
{% endblock %}
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished site and what its index cost; ``edit`` is the cost after one story has changed."""

    site: Path
    cpu: float
    edit: float
    index: tuple[str, ...]
    """The folders of the index, within the site."""

    def size(self) -> tuple[int, float]:
        """Return how many files the index has and their megabytes."""
        files = [file for folder in self.index for file in (self.site / folder).rglob("*") if file.is_file()]
        return len(files), sum(file.stat().st_size for file in files) / 1e6


def read_catalog(content: Path) -> Catalog:
    """Return the catalog of a folder of stories, drafts included."""
    library = load_library(content, datetime.now(UTC).date())
    if library.taxonomy is None or library.problems:
        sys.exit("\n".join(map(str, library.problems[:20])))
    return build_catalog(library.stories, library.taxonomy, Edition.PREVIEW)


def make_ours(catalog: Catalog, content: Path, work: Path) -> Made:
    """Build our site as anybody does, and time the index alone: read the cache, make the files, write them."""
    site = work / "ours"
    paths = ("--out", str(site), "--build", str(work / "build"))
    _run(sys.executable, "-m", "scripts", "--content", str(content), "build", *paths)
    cache = work / "index.sqlite"
    cache.unlink(missing_ok=True)
    cpu = _cpu(lambda: _write_index(catalog, cache, work / "index"))
    edits = []
    for number in range(EDITS):
        catalog = _edit(catalog, len(catalog.stories) * (2 * number + 1) // (2 * EDITS))
        edits.append(_cpu(lambda now=catalog: _write_index(now, cache, work / "index")))
    return Made(site, cpu, median(edits), (INDEX_FOLDER, "assets/search"))


def _write_index(catalog: Catalog, cache_file: Path, out: Path) -> None:
    with disk_cache(cache_file) as cache:
        for name, data in search_files(catalog, cache).items():
            target = out / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    shutil.rmtree(out)


def _edit(catalog: Catalog, place: int) -> Catalog:
    """Return the catalog with one more sentence in one story."""
    stories = list(catalog.stories)
    body = stories[place].body
    more = "\nSau cùng, cả xóm sửa thêm một đoạn bờ kênh."
    stories[place] = replace(stories[place], body=replace(body, text=body.text + more))
    return replace(catalog, stories=tuple(stories))


def make_material(catalog: Catalog, work: Path) -> Made:
    """Build the stock pages with Material's search plugin, and time that plugin."""
    project = work / "stock"
    _write_project(project, catalog)
    cpu = _build(project, "material", "", "search")
    return Made(work / "material", cpu, cpu, ("search", "assets/javascripts/workers", "assets/javascripts/lunr"))


def make_pagefind(catalog: Catalog, work: Path) -> Made:
    """Build the stock pages without a search plugin, and let Pagefind index the site."""
    project = work / "stock"
    _write_project(project, catalog)
    (project / "theme").mkdir()
    (project / "theme" / "main.html").write_text(_PAGEFIND_UI, encoding="utf-8")
    _build(project, "pagefind", ", custom_dir: theme", "")
    site = work / "pagefind"
    cpu = _run(sys.executable, "-m", "pagefind", "--site", str(site))
    return Made(site, cpu, cpu, ("pagefind",))


def _write_project(project: Path, catalog: Catalog) -> None:
    shutil.rmtree(project, ignore_errors=True)
    _write(project / "docs" / "index.md", f"# Dân vận khéo\n\n{len(catalog.stories)} bài thử.\n")
    for story in catalog.stories:
        document = search_document(story, catalog.taxonomy, catalog.facts[story.key])
        said = set(story.body.text.split("\n"))
        more = (line for line in document.text.split("\n") if line not in said)
        lines = "".join("\n" + _MARKUP.sub(r"\\\1", line) + "\n" for line in (document.place, *more))
        page = story_page(catalog, story)
        _write(project / "docs" / urls.story_url(story.key) / "index.md", page + lines)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _build(project: Path, name: str, theme: str, plugins: str) -> float:
    """Build ``project`` beside it; return the CPU seconds of its plugins' work."""
    config_file = project / f"{name}.yml"
    _write(config_file, _CONFIG % (theme, plugins))
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # links to the lists that are left out
    site = project.parent / name
    shutil.rmtree(site, ignore_errors=True)
    config: Any = load_config(str(config_file), site_dir=str(site))
    spent: list[float] = []

    def timed(method: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            began = time.process_time()
            result = method(*given, **named)
            spent.append(time.process_time() - began)
            return result

        return run

    for event, methods in config.plugins.events.items():
        config.plugins.events[event] = [timed(method) for method in methods]
    build(config)
    return sum(spent)


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _run(*command: str) -> float:
    """Run a program; return its CPU seconds."""
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = process.stdout.read() if process.stdout else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode(errors='replace')[-2000:]}")
    return used.ru_utime + used.ru_stime
