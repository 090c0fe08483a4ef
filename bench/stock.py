"""The same pages as an author of MkDocs would write them: stock Material, ordinary Markdown. Writes.

A measure for ``build.py``. The addresses, the stories and the lists are those of our build; the
text is plain Markdown with relative links to the other Markdown files, as MkDocs' own guide asks,
so that MkDocs checks the links here as our gate does there.
"""

import json
import posixpath
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Catalog, levels_of, year_of
from scripts.render import urls
from scripts.render.facets.table import DIRECTORIES, DISTRICT, FACETS, FIELD, KIND, LEVEL, METHOD, YEAR
from scripts.render.reading.listings import PAGE_SIZE
from scripts.source.schema.story_parts import KIND_NAMES
from scripts.source.story import Story

CONFIG = """\
site_name: Dân vận khéo
theme: {name: material, language: vi, font: false}
plugins: []
nav:
  - Trang chủ: index.md
  - Địa bàn: dia-ban/index.md
  - Lĩnh vực: linh-vuc/index.md
  - Cách làm: cach-lam/index.md
  - Giới thiệu: gioi-thieu.md
  - Góp bài: gop-bai.md
not_in_nav: /**
"""

_STORY_LINK = re.compile(r"\]\(/(mo-hinh/[a-z0-9-]+/[a-z0-9-]+/)\)")
_BLOCKS = "p, li, dt, dd, h2, h3, td"

Entry = tuple[str, str, Sequence[Story]]
"""A list of stories: its address, its title, its members."""


def addresses_in(site: Path) -> set[str]:
    """Return the address of every page of a finished site, relative to its root."""
    return {_address(file, site) for file in site.rglob("index.html")}


def write_stock(project: Path, catalog: Catalog, hand_written: Path, ours: Path) -> int:
    """Make ``project`` a MkDocs project with the pages of our finished site ``ours``.

    Returns how many pages are stand-ins: pages of ours for which there is no Markdown form
    here, so that their own text is used.
    """
    docs = project / "docs"
    shutil.rmtree(project, ignore_errors=True)
    docs.mkdir(parents=True)
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    made: set[str] = set()
    for file in sorted(hand_written.glob("*.md")):
        shutil.copy(file, docs)
        made.add(f"{file.stem}/")
    for address, text in _pages(catalog):
        _write(docs, address, text)
        made.add(address)
    missing = sorted(addresses_in(ours) - made)
    for address in missing:
        _write(docs, address, _stand_in(ours / address / "index.html"))
    return len(missing)


def _pages(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the address and the Markdown of every page that is made from the stories."""
    lists = list(_lists(catalog))
    yield urls.HOME, _list_page(catalog, (urls.HOME, "Trang chủ", catalog.stories[:PAGE_SIZE]), 1)
    for facet in DIRECTORIES:
        folder, title = facet.root, facet.name
        inside = [
            entry for entry in lists if entry[0].startswith(folder) and entry[0].count("/") == folder.count("/") + 1
        ]
        lines = [f"- [{name}]({_link(folder, address)}) ({len(stories)} bài)" for address, name, stories in inside]
        yield folder, _text(title, f"{title}: chọn một mục để xem.", lines)
    for entry in lists:
        for number in range(1, _page_count(entry) + 1):
            yield urls.list_page_url(entry[0], number), _list_page(catalog, entry, number)
    for story in catalog.stories:
        yield urls.story_url(story.key), story_page(catalog, story)


def _lists(catalog: Catalog) -> Iterator[Entry]:
    yield urls.STORIES, "Tất cả các bài", catalog.stories
    for facet in FACETS:
        for value in facet.shown(catalog):
            heading = facet.words(value, catalog.taxonomy).heading
            yield facet.url(value.slug), heading, facet.stories(catalog, value.slug)


def _page_count(entry: Entry) -> int:
    return max(1, -(-len(entry[2]) // PAGE_SIZE))


def _list_page(catalog: Catalog, entry: Entry, number: int) -> str:
    """Return page ``number`` of a list: a link and a summary for each story, then the other pages."""
    root, title, stories = entry
    page = urls.list_page_url(root, number)
    lines = [
        f"- [{story.front.title}]({_link(page, urls.story_url(story.key))}), "
        f"{_where(catalog, story)}. {story.front.summary}"
        for story in stories[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    ]
    total = _page_count(entry)
    if total > 1:
        shown = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
        lines += ["", "Trang: " + " ".join(f"[{n}]({_link(page, urls.list_page_url(root, n))})" for n in shown)]
    suffix = f", trang {number}" if number > 1 else ""
    return _text(title + suffix, f"{len(stories)} bài: {title}{suffix}.", lines)


def story_page(catalog: Catalog, story: Story) -> str:
    """Return a story as the author of a MkDocs site would write it."""
    page = urls.story_url(story.key)
    body = _STORY_LINK.sub(lambda found: f"]({_link(page, found[1])})", story.body.source.text.strip())
    facts = [f"- {fact}" for fact in _facts(catalog, story, page)]
    return _text(story.front.title, story.front.summary, [body, "", "## Tóm lược", "", *facts])


def _facts(catalog: Catalog, story: Story, page: str) -> Iterator[str]:
    front, taxonomy = story.front, catalog.taxonomy
    district = taxonomy.districts[story.district].short_name
    yield f"**Ai làm:** {front.subject} ([{KIND_NAMES[front.kind]}]({_link(page, KIND.url(front.kind.value))}))"
    yield f"**Ở đâu:** {front.place.commune}, [{district}]({_link(page, DISTRICT.url(story.district))})"
    yield f"**Lĩnh vực:** [{taxonomy.fields[front.field].name}]({_link(page, FIELD.url(front.field))})"
    methods = (f"[{taxonomy.methods[m].name}]({_link(page, METHOD.url(m))})" for m in front.methods)
    yield f"**Cách làm:** {', '.join(methods)}"
    if year := year_of(story):
        yield f"**Năm:** [{year}]({_link(page, YEAR.url(str(year)))})"
    for level in levels_of(story):
        yield f"**Công nhận:** [{taxonomy.levels[level].name}]({_link(page, LEVEL.url(level))})"
    yield from (f"**{act.by}:** {act.document}, {act.date}" for act in (*front.recognition, *front.commendations))
    yield from (f"**{result.value}** {result.unit or ''} {result.label or ''}" for result in front.results)
    yield from (f"**Nguồn:** [{source.title}]({source.url}), {source.publisher}" for source in front.sources)


def _where(catalog: Catalog, story: Story) -> str:
    return f"{catalog.taxonomy.districts[story.district].short_name}, {year_of(story)}"


def _stand_in(page: Path) -> str:
    """Return the text of a finished page of ours as Markdown paragraphs."""
    tree = LexborHTMLParser(page.read_bytes())
    head, main = tree.css_first("head > title"), tree.css_first("main")
    blocks = [" ".join(node.text().split()) for node in main.css(_BLOCKS)] if main else []
    title = head.text(strip=True) if head else page.parent.name
    return _text(title, title, (line for block in blocks for line in (re.sub(r"([<>\[\]*_`#])", r"\\\1", block), "")))


def _text(title: str, description: str, lines: Iterable[str]) -> str:
    keys = {"title": title, "description": description}
    head = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in keys.items())
    return "\n".join([f"---\n{head}---\n\n# {title}\n\n{description}\n", *lines]) + "\n"


def _write(docs: Path, address: str, text: str) -> None:
    file = docs / address / "index.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _address(file: Path, site: Path) -> str:
    folder = file.parent.relative_to(site).as_posix()
    return "" if folder == "." else f"{folder}/"


def _link(page: str, address: str) -> str:
    return posixpath.relpath(f"{address}index.md", page or ".")
