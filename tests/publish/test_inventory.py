"""Which files a site may hold: each kind of stranger is found."""

import shutil
from pathlib import Path, PurePosixPath

import pytest

from scripts.publish.gate.gate import Expectation, check_site
from scripts.publish.gate.inventory import SCRIPTS, check_files, site_name
from tests.conftest import MADE_UP
from tests.publish.test_gate import GOOD
from tests.sites import run_build

HOME = GOOD.replace("{}", "")


def codes(folder, files, **expected):
    """Return (code, file) of the problems of a site with a good home page and ``files``."""
    for name, content in {"index.html": HOME, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    found = check_site(folder, Expectation(drafts_allowed=True, **expected))
    return [(problem.code, problem.path.removeprefix("site/")) for problem in found]


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory):
    """A site without a single story: only the vocabulary of the made-up province."""
    folder = tmp_path_factory.mktemp("bare")
    shutil.copytree(MADE_UP / "taxonomy", folder / "content/taxonomy")
    (folder / "content/models").mkdir()
    done = run_build(folder / "content", folder / "site", folder / "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_the_golden_list_is_the_scripts_of_a_site_without_a_story(bare_site):
    """So no contribution has a part in it."""
    found = {path.relative_to(bare_site).as_posix() for path in bare_site.rglob("*.js")}
    assert found == SCRIPTS


def test_our_scripts_name_no_other_origin():
    docs = Path(__file__).parent.parent.parent / "docs"
    for name in SCRIPTS:
        assert "://" not in (docs / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize(
    "name",
    [
        "CNAME",
        ".htaccess",
        "a/.git/config",
        "a.php",
        "a.htm",
        "a.wasm",
        "a.mjs",
        "a.xhtml",
        "a.swf",
        "a.pdf",
        "a",
        ".x.gz",
    ],
)
def test_a_kind_of_file_that_nobody_serves(tmp_path, name):
    assert ("file-type", name) in codes(tmp_path, {name: "x"})


@pytest.mark.parametrize(
    "name",
    [
        ".edition",
        "_headers",
        "SHA256SUMS",
        "sitemap.xml",
        "sitemap.xml.gz",
        "assets/index/a/words.json.br",
        "du-lieu/a.csv",
    ],
)
def test_files_that_no_page_need_name(tmp_path, name):
    assert codes(tmp_path, {name: "x"}) == []


@pytest.mark.parametrize("name", ["sw.js", "mo-hinh/a/b/x.js", "assets/js/moi.js"])
def test_a_script_that_is_not_on_the_list(tmp_path, name):
    assert codes(tmp_path, {name: "x"}) == [("unknown-script", name)]


def test_a_page_that_runs_something_else_of_ours(tmp_path):
    """A script is a file of the list, even if another file lies there."""
    page = HOME.replace("</body>", '<script src="a.json"></script></body>')
    assert codes(tmp_path, {"a.json": "alert(1)", "index.html": page}) == [("unknown-script", "index.html")]


@pytest.mark.parametrize("name", ["la.html", "la.svg", "la.css", "assets/js/box.js"])
def test_a_file_that_nothing_staged(tmp_path, name):
    content = GOOD.replace("Trang thử</title>", "Khác</title>").replace("{}", "") if name.endswith("html") else "x"
    assert ("file-unexplained", name) in codes(tmp_path, {name: content}, explained={"index.html"})
    assert codes(tmp_path, {name: content}, explained={"index.html", name}) == []


@pytest.mark.parametrize("name", ["anh.webp", "anh.jpg", "mo-hinh/a/b/anh.png", "tieng.mp3"])
def test_a_photo_or_recording_that_no_page_shows(tmp_path, name):
    assert codes(tmp_path, {name: "x"}) == [("file-unused", name)]


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ('p { background: url("../img/a.png") }', []),
        ("p { mask: url( ../img/a.png ) }", []),
        ('/* url("https://xa.example/") */ p { background: url(../img/a.png) }', []),
        ('p { background: url("https://xa.example/a") }', ["foreign-origin"]),
        ("p { background: URL(//xa.example/a) }", ["foreign-origin"]),
        ("p { background: url('data:image/png;base64,AAAA') }", ["foreign-origin"]),
        ('@import "https://xa.example/a.css";', ["foreign-origin"]),
        ('@import url("//xa.example/a.css");', ["foreign-origin"]),
        ("p { background: url(../img/b.png) }", ["broken-link"]),
    ],
)
def test_what_a_style_sheet_loads(tmp_path, css, found):
    page = HOME.replace("</body>", '<img src="img/a.png" alt="" width="1" height="1"></body>')
    files = {"css/a.css": css, "img/a.png": "x", "index.html": page}
    assert [code for code, _ in codes(tmp_path, files)] == found


def test_a_picture_of_a_style_sheet_is_used(tmp_path):
    (tmp_path / "a.css").write_text("p { background: url(a.png) }", encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"x")
    assert list(check_files(tmp_path, ["a.css", "a.png"], {}, {}, None)) == []


HIDDEN = "mo-hinh/bai-sen/gop-von/"
OTHER = GOOD.replace("Trang thử</title>", "Khác</title>")
GONE = OTHER.replace("</head>", '<meta name="robots" content="noindex"></head>').replace(
    "{}", "<p data-withdrawn>x</p>"
)


@pytest.mark.parametrize("role", ["absent", "withdrawn"])
@pytest.mark.parametrize("name", ["sitemap.xml", "feed.json", "assets/index/a/d/1.json", "du-lieu/a.csv", "a.txt"])
def test_a_hidden_story_is_named_in_no_file(tmp_path, role, name):
    files = {name: f'x "https://dvk.example/{HIDDEN}" y mo-hinh/bai-sen/khac/'}
    if role == "withdrawn":
        files[f"{HIDDEN}index.html"] = GONE
    assert codes(tmp_path, files, **{role: {HIDDEN}}) == [("withheld-mentioned", name)]


def test_a_withdrawn_story_leaves_a_polite_word(tmp_path):
    """Unindexed, without its text, and no page leads there."""
    page = f"{HIDDEN}index.html"
    assert codes(tmp_path, {page: GONE}, withdrawn={HIDDEN}) == []
    assert codes(tmp_path, {page: GONE.replace("noindex", "all")}, withdrawn={HIDDEN}) == [("withdrawn-page", page)]
    told = GONE.replace("</body>", "<div data-story-text><p>x</p></div></body>")
    assert codes(tmp_path, {page: told}, withdrawn={HIDDEN}) == [("withdrawn-page", page)]
    linked = GOOD.replace("{}", f'<a href="{HIDDEN}">x</a>')
    found = codes(tmp_path, {page: GONE, "index.html": linked}, withdrawn={HIDDEN})
    assert found == [("withdrawn-linked", "index.html")]


@pytest.mark.parametrize(
    ("staged", "name"),
    [
        ("index.md", "index.html"),
        ("dia-ban.md", "dia-ban/index.html"),
        ("mo-hinh/a/b.md", "mo-hinh/a/b/index.html"),
        ("a/index.md", "a/index.html"),
        ("assets/js/site.js", "assets/js/site.js"),
    ],
)
def test_what_a_staged_file_becomes(staged, name):
    assert site_name(PurePosixPath(staged)) == name
