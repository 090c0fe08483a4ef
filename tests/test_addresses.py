"""Every public address is spelled in one module: a list that must be kept in step by hand drifts."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from scripts.catalog.catalog import Edition, build_catalog
from scripts.render import urls
from scripts.render.site import render_site
from tests.made_up import made_up_story, made_up_taxonomy

ROOT = Path(__file__).parent.parent
WRITTEN_BY_HAND = [path for path in sorted((ROOT / "docs").rglob("*.md")) if path.name != "index.md"]
RICH = {
    "methods": ["tu-quan"],
    "registered": "2016",
    "recognition": [{"level": "huyen", "by": "Ban Chỉ đạo bịa", "document": "12-QĐ/BCĐ", "date": "2020-08-12"}],
}


def addresses_of_a_site() -> frozenset[str]:
    """Return the address of every page and file of a public edition with one story of each kind, and more pages."""
    stories = [made_up_story("duyet", approved=True, **RICH), made_up_story("rieng", approved=True, kind="individual")]
    stories += [made_up_story(f"them-{n}", approved=True) for n in range(80)]
    catalog = build_catalog(stories, made_up_taxonomy(), Edition.PUBLIC)
    pages = [page.address for page in render_site(catalog, "https://e.vn/")]
    named = [value for name, value in vars(urls).items() if isinstance(value, str) and not name.startswith("_")]
    files = [address for address in named if re.fullmatch(r"[a-z/-]+\.[a-z]+", address)]
    feeds = [urls.atom_url(urls.HOME), urls.json_feed_url(urls.HOME)]
    hand = [f"{path.relative_to(ROOT / 'docs').with_suffix('').as_posix()}/" for path in WRITTEN_BY_HAND]
    return frozenset([*pages, *files, *feeds, *hand])


KNOWN = addresses_of_a_site()
FOLDERS = sorted({address.split("/")[0] for address in KNOWN if "/" in address})
SPELLED = re.compile(
    rf"(?<![\w./-])/?(?:{'|'.join(map(re.escape, FOLDERS))})/|(?<![\w-])trang-(?=\Z|\d+/)|"
    + "|".join(rf"(?<![\w./-]){re.escape(address)}\b" for address in sorted(KNOWN) if re.fullmatch(r"[^/]+", address))
)
"""The first folder of an address, a number in a list of pages, or a file at the root."""


def strings_of(source: str) -> Iterator[str]:
    """Yield the texts a module is made of, those inside f-strings too, but not what is said of a name."""
    tree = ast.parse(source)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and id(node) not in said:
            yield node.value if isinstance(node.value, str) else node.value.decode("latin-1")


def spelled_in(modules: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the addresses that modules, given as name and source, spell out; with the names of those modules."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, source in modules:
        for text in strings_of(source):
            for match in SPELLED.finditer(text):
                found[match[0].strip("/")].add(name)
    return found


def spelled_twice(modules: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{folder}: {sorted(names)}" for folder, names in spelled_in(modules).items() if len(names) > 1]


def modules_of_ours() -> list[tuple[str, str]]:
    files = sorted((ROOT / "scripts").rglob("*.py"))
    return [(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in files]


def test_each_address_is_spelled_in_one_module():
    """Pages, links, the gate and the policy of servers ask that module."""
    assert spelled_twice(modules_of_ours()) == []
    assert set(FOLDERS) - spelled_in(modules_of_ours()).keys() == set(), "and nothing of the site is out of its sight"


@pytest.mark.parametrize(
    "line",
    [
        'x = key.removeprefix("/mo-hinh/")',
        'PATTERN = rb"mo-hinh/[a-z0-9-]+/"',
        'message = f"xem /dia-ban/{slug}/"',
        'LINK = f"tim-kiem/?q={words}"',
        'page = f"{address}trang-{number}/"',
        'NAME = "sitemap.xml"',
    ],
)
def test_a_second_spelling_is_named(line):
    """Wherever it hides: in a call, a pattern of bytes, an f-string."""
    assert [fault for fault in spelled_twice([*modules_of_ours(), ("scripts/new.py", line)]) if "new.py" in fault]


TEMPLATES = [*sorted((ROOT / "scripts").rglob("*.j2")), *sorted((ROOT / "docs" / "assets").rglob("*.js"))]


@pytest.mark.parametrize("file", TEMPLATES, ids=[file.name for file in TEMPLATES])
def test_templates_and_scripts_are_given_addresses(file):
    """A template asks ``urls``; a script in the browser reads the page."""
    text = re.sub(
        r"\{#.*?#\}|/\*.*?\*/|^\s*//.*?$", "", file.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    assert [match[0] for match in SPELLED.finditer(text)] == []


IN_THEME = re.compile(
    r"""(?<!~ )'([^'{}<>]*)' *(?:\)? *\| *url\b)|~ *'([^']+\.(?:xml|json))'|page\.url *[!=]= *["']([^"']*)"""
)


def unknown_in_theme(text: str) -> list[str]:
    """Return the addresses that a template of MkDocs spells, and no page or file of ours has."""
    known = KNOWN | {"."}
    found = ["".join(match.groups("")) for match in IN_THEME.finditer(text)]
    return [a for a in found if a.partition("#")[0] not in known and not a.startswith("assets/")]


@pytest.mark.parametrize("file", ["main.html", "404.html"])
def test_the_theme_spells_only_addresses_we_have(file):
    """MkDocs' templates cannot ask ``urls``; the anchors in them are held by the gate."""
    assert unknown_in_theme((ROOT / "theme" / file).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    ["{{ 'bai-viet/' | url }}", "{{ (page.meta.feed ~ 'atom.xml') | url }}", '{% if page.url == "tim/" %}'],
)
def test_an_address_of_the_theme_that_moved_is_named(line):
    """Each way in which the theme writes one."""
    assert len(unknown_in_theme(line)) == 1
