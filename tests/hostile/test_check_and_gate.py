"""What the gate would refuse, ``check`` says first, at the words at fault; or it is rendered harmless (row 71).

The list of refusals is the gate's own registry: a new one has a case here, or says why nobody's words can cause it.
"""

import re
import shutil

import pytest

from scripts.publish.gate.gate import MAX_PAGE_BYTES
from scripts.render import urls
from scripts.render.timeline.page import PAGE_SIZE
from scripts.source.house_texts.collection import MAX_STORIES
from scripts.source.library import load_library
from scripts.source.problems.code import Code
from scripts.source.problems.registry import site
from tests.conftest import APPROVED, GOOD_STORY, MADE_UP, TODAY, ContentFolder, approve, with_keys
from tests.made_up import NOW, approve_house
from tests.sites import run_build

SITE_URL = "https://dan-van-kheo.example/"
SENTENCE = "Cả tổ ngồi lại, chia nhau từng đoạn kênh, rồi cùng vét trong ba ngày liền, nhà nào cũng góp công. "
OUTLET = "Đài Sông Mây"


def long(words):
    return "\n\n".join([SENTENCE * 5] * (words // (5 * len(SENTENCE.split()))))


def story(body="", keys="", title="Tổ Ba cùng nhau vét kênh"):
    text = GOOD_STORY.replace("Tổ Ba cùng nhau vét kênh", title)
    return (with_keys(text, keys) if keys else text) + f"\n{body}\n"


def source(url):
    return f"sources:\n  - {{title: Báo cáo bịa, publisher: Hội bịa, date: 2020-08, url: '{url}'}}\n"


def with_source(url):
    return re.sub(r"sources:\n.*\n", lambda _: source(url), GOOD_STORY, count=1)


PHOTO = "photos:\n  - {file: a.jpg, alt: 'approval:', caption: 'digest:', credit: 'digest:', licence: site-only}\n"
QUESTION = "- {about: how, text: '%s', answer: '%s', by: Hội bịa, date: 2026-11-01}\n"
"""Of the fact check: on the page of the preview, which goes through the gate too."""
WAITING = "Hai mươi nhà chung một đường hoa bịa"
"""The title of a story that is approved and waits for its hour."""
SPELLED = "hai-muoi-nha-chung-mot-duong-hoa-bia"
"""The same as an address writes it: of a story that was withdrawn, of one that has moved."""
REFUSED, HARMLESS = True, False
CASES = {
    "page-too-heavy": [
        (HARMLESS, story(long(2_500))),
        (REFUSED, story(long(9_000))),
        (REFUSED, story("\n".join(["- a"] * 6_000))),
        (HARMLESS, story("\n".join(["- a"] * 1_500))),
        (REFUSED, story(keys="to_verify:\n" + 40 * (QUESTION % (5 * SENTENCE, 5 * SENTENCE)))),
    ],
    "page-title-repeated": [(HARMLESS, story(title="Góp vốn xoay vòng ở Tổ Hai bịa")), (HARMLESS, story())],
    "page-title-markup": [(REFUSED, story(title="Tổ Ba <b> vét kênh"))],
    "page-description": [(REFUSED, story().replace("summary: ", "summary: ' ' # "))],
    "page-heading": [(REFUSED, story("# Một đề mục lớn nhất nữa"))],
    "image-alt": [(REFUSED, story(keys=PHOTO.replace("alt: 'approval:', ", "")))],
    "broken-link": [
        (REFUSED, story("[Bài](/mo-hinh/bai-sen/khong-co/)")),
        (REFUSED, story(f"[Bài]({SITE_URL}khong-co/)")),
        (REFUSED, with_source(f"{SITE_URL}khong-co/")),
        (REFUSED, with_source("https://DAN-VAN-KHEO.example./khong-co/")),
        (REFUSED, story("[Tệp](../../khong-co.pdf)")),
    ],
    "broken-anchor": [(REFUSED, story("[Phần](#khong-co)")), (HARMLESS, story("[Phần](#cach-lam)"))],
    "link-scheme": [(REFUSED, story("[x](javascript:alert%281%29)")), (REFUSED, with_source("ftp://e.vn/a"))],
    "address-form": [
        (REFUSED, with_source("https://e.vn/a\\\\b")),
        (REFUSED, with_source("https://e.vn/a b")),
        (HARMLESS, story("[x](https://e.vn/a\\\\b)")),
    ],
    "foreign-origin": [(REFUSED, story("![x](https://e.vn/a.png)")), (REFUSED, story("![x](//e.vn/a.png)"))],
    "markup-unclear": [(REFUSED, story("<!-- <p> -->")), (HARMLESS, story("Ba \\\\< bốn, `<p`, &lt;p x=&gt;"))],
    "page-tag": [(REFUSED, story("<iframe src=//e.vn></iframe>"))],
    "page-attribute": [(REFUSED, story("<p srcdoc=x>a</p>"))],
    "handler": [(REFUSED, story("a <b onclick=x()>b</b>"))],
    "inline-style": [(REFUSED, story("<p style=x>a</p>")), (HARMLESS, story("## Kết quả\n\nChữ {: style=x }"))],
    "inline-script": [(REFUSED, story("<script>x</script>"))],
    "json-ld": [(REFUSED, story(title="Tổ Ba</script> vét kênh")), (HARMLESS, story(title="Tổ Ba &lt;/script vét"))],
    "story-tag": [(REFUSED, story("<form></form>"))],
    "template-leak": [
        (REFUSED, story("a {{ b")),
        (REFUSED, story("a &#123;&#123; b }}")),
        (REFUSED, story("a \\{\\{ b }}")),
        (REFUSED, story("a &lbrace;&percnt; b")),
        (REFUSED, story("a {\\# b")),
        (REFUSED, story(title="Tổ Ba {{ vét kênh")),
        (HARMLESS, story("a { { b, c } }")),
    ],
    "front-matter-leak": [
        (REFUSED, story("approval:")),
        (REFUSED, story("Dòng một\ndigest:\nDòng ba")),
        (REFUSED, story("**consent:** chữ")),
        (REFUSED, story("consent&#58;")),
        (REFUSED, story("\\---")),
        (REFUSED, story().replace("subject: Tổ Ba ấp Gò Sen", "subject: 'recognition:'")),
        (REFUSED, story(keys=f"to_verify:\n{QUESTION % ('approval:', 'Có.')}")),
        (HARMLESS, story("Chữ approval: ở giữa câu")),
    ],
    "file-type": [(REFUSED, story(), "sw.js"), (REFUSED, story(), "_headers")],
    "file-unused": [(REFUSED, story(), "a.jpg")],
    "withheld-mentioned": [(HARMLESS, story("[Bản thảo](/mo-hinh/cu-lao/doi-rac-nhua-lay-gao/) kể."))],
    "title-before-its-hour": [
        (REFUSED, story(f"Sắp có bài “{WAITING}” đấy.")),
        (REFUSED, story(title=f"Sắp có {WAITING}")),
        (HARMLESS, story("Sắp có bài về đường hoa đấy.")),
    ],
    "withdrawn-linked": [(HARMLESS, story("[Bài đã gỡ](/mo-hinh/bai-sen/da-go/) kể."))],
}
"""What somebody might write to cause each refusal; and whether ``check`` refuses it or it does no harm."""
COLLECTIONS = [
    (HARMLESS, "Ba nơi, ba cách góp sức."),
    (HARMLESS, "[Phần](#cach-lam)\n\n## Cách làm\n\n" + long(800)),
    (REFUSED, long(4_000)),
    (REFUSED, "approval:"),
    (REFUSED, "\\{\\{ a"),
    (REFUSED, f"[x]({SITE_URL}khong-co/)"),
    (REFUSED, "[x](#khong-co)"),
    (REFUSED, f"Sắp có “{WAITING}”."),
]
REPORTS = [
    (HARMLESS, "Ba nơi, ba cách góp sức."),
    (REFUSED, "[Phần](#cach-lam)\n\n## Cách làm\n\nChữ."),
    (REFUSED, "Chữ.[^1]\n\n[^1]: Chú thích."),
    (REFUSED, long(800)),
    (REFUSED, "approval:"),
    (REFUSED, "\\{\\{ a"),
    (REFUSED, f"[x]({SITE_URL}khong-co/)"),
    (REFUSED, "[x](#khong-co)"),
    (REFUSED, f"Sắp có “{WAITING}”."),
    *((HARMLESS, SENTENCE * 15 + f"Lần {number}.") for number in range(PAGE_SIZE)),
]
"""The last fill a page, each nearly as heavy as a report may be."""
RECORDS = [(REFUSED, APPROVED), (HARMLESS, "bai-sen/cho-gio")]
"""Of which story a newsroom's record quotes the title that waits; its own is as little public as its story."""
EVERY = [(code, number, *case) for code, cases in CASES.items() for number, case in enumerate(cases)]


def slug(code, number):
    return f"{code}-{number}"


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """``tests/content`` with a story for each case, approved where ``check`` accepts it."""
    content = ContentFolder(tmp_path_factory.mktemp("cua-cuoi") / "content")
    shutil.copytree(MADE_UP, content.root)
    (content.root / "withdrawn.yml").write_text(
        "- {story: bai-sen/da-go, date: 2026-11-20, reason: sai-su-that}\n"
        f"- {{story: cu-lao/{SPELLED}, date: 2026-11-20, reason: sai-su-that}}\n"
    )
    (content.root / "moved.yml").write_text(f"- {{old: bai-sen/{SPELLED}, new: {APPROVED}}}\n")
    for code, number, refused, text, *others in EVERY:
        title = f"Tổ số {number} thử {code} và vét kênh"
        file = content.write_story(text.replace("Tổ Ba cùng nhau vét kênh", title), slug=slug(code, number))
        if not refused:
            approve(file)
        for name in others:
            (file.parent / name).write_bytes(b"x")
    embargo = "embargo: 2027-01-05T06:00+07:00"
    approve(content.write_story(story(title=WAITING, keys=embargo), slug="cho-gio"))
    (content.root / "coverage").mkdir(exist_ok=True)
    stories = sorted(content.root.glob("models/*/*/index.md"))
    keys = [f"{file.parent.parent.name}/{file.parent.name}" for file in stories][:MAX_STORIES]
    for number, (_, text) in enumerate(COLLECTIONS):
        (content.root / "collections" / f"thu-{number}.md").write_text(
            f"---\ntitle: Loạt bài thử số {number}\nsummary: Mấy bài bịa để thử kiểm tra cuối, lần thứ {number}.\n"
            f"stories: [{', '.join(keys)}]\n---\n{text}\n"
        )
    for number, (_, text) in enumerate(REPORTS):
        figures = ", ".join([f"{{act: recognised, value: '{n}', unit: mô hình}}" for n in range(1, 11)])
        (content.root / "reports" / f"thu-{number}.md").write_text(
            f"---\ntitle: Báo cáo thử số {number}\nsummary: Mấy con số bịa để thử kiểm tra cuối, lần thứ {number}.\n"
            f"place: bai-sen\nuntil: '2025'\nfigures: [{figures}]\n"
            f"sources: [{{title: Bài bịa, publisher: Đài bịa}}]\n---\n{text}\n"
        )
    approve_house(content.root)
    for number in range(200):
        (content.root / "coverage" / f"luot-{number}.yml").write_text(
            f"{{story: {APPROVED}, outlet: {OUTLET}, date: 2026-11-{1 + number % 20:02d}, "
            f"title: Chuyện góp vốn ở Tổ Hai phần {number}, url: 'https://song-may.example/{'a' * 200}/{number}'}}\n"
        )
    for number, (_, key) in enumerate(RECORDS):
        (content.root / "coverage" / f"cho-gio-{number}.yml").write_text(
            f"{{story: {key}, outlet: {OUTLET}, date: 2026-11-20, title: '{WAITING}'}}\n"
        )
    return content


@pytest.fixture(scope="module")
def library(content):
    return load_library(content.root, TODAY, site_url=SITE_URL, moment=NOW)


@pytest.fixture(scope="module")
def built(content, tmp_path_factory):
    place = tmp_path_factory.mktemp("dung")
    out = place / "site"
    return run_build(content.root, out, place / "build", "--edition", "public", "--site-url", SITE_URL), out


def test_every_refusal_of_the_gate_has_a_case_or_a_reason():
    """Taken from the registry: nobody can forget one."""
    codes = {code.name: code for code in vars(site).values() if isinstance(code, Code)}
    excused = {name for name, code in codes.items() if (code.base or code).house}
    assert excused | CASES.keys() == codes.keys()
    assert not excused & CASES.keys()


@pytest.mark.parametrize(("code", "number", "refused"), [case[:3] for case in EVERY])
def test_row_71_check_names_it_first_or_it_does_no_harm(code, number, refused, content, library):
    folder = str(content.root / "models/bai-sen" / slug(code, number))
    said = [problem for problem in library.problems if problem.path.startswith(f"{folder}/")]
    shown = f"bai-sen/{slug(code, number)}" in {story.key for story in library.stories if story.public}
    assert bool(said) == refused
    assert shown != refused


@pytest.mark.parametrize("number", range(len(COLLECTIONS)))
def test_row_71_a_collection_is_held_to_the_same(number, content, library, built):
    """With as many stories as there may be."""
    _, out = built
    refused, _ = COLLECTIONS[number]
    path = str(content.root / "collections" / f"thu-{number}.md")
    assert bool([problem for problem in library.problems if problem.path == path]) == refused
    assert (out / "bo-suu-tap" / f"thu-{number}/index.html").exists() != refused


@pytest.mark.parametrize("number", range(len(REPORTS)))
def test_row_71_so_is_a_report(number, content, library, built):
    """With as many beside it as share a page."""
    _, out = built
    refused, _ = REPORTS[number]
    path = str(content.root / "reports" / f"thu-{number}.md")
    assert bool([problem for problem in library.problems if problem.path == path]) == refused
    told = "".join(file.read_text(encoding="utf-8") for file in (out / urls.TIMELINE).rglob("*.html"))
    assert (f'id="thu-{number}"' in told) != refused


@pytest.mark.parametrize("number", range(len(RECORDS)))
def test_row_71_a_record_that_quotes_a_title_before_its_hour_is_left_out(number, content, library):
    file = str(content.root / "coverage" / f"cho-gio-{number}.yml")
    said = [problem.kind.name for problem in library.problems if problem.path == file]
    assert said == (["quotes-waiting-title"] if RECORDS[number][0] == REFUSED else [])


def test_row_71_whatever_check_accepts_passes_the_gate(built):
    done, out = built
    assert done.returncode == 3, done.stdout + done.stderr
    for code, number, refused, *_ in EVERY:
        assert (out / "mo-hinh/bai-sen" / slug(code, number) / "index.html").exists() != refused
    assert all(page.stat().st_size <= MAX_PAGE_BYTES for page in out.rglob("*.html"))


def test_row_71_a_long_story_is_a_remark_and_a_file_on_its_press_page(built, library):
    _, out = built
    press = out / "mo-hinh/bai-sen/page-too-heavy-0/bao-chi"
    html = (press / "index.html").read_text(encoding="utf-8")
    remarks = [remark.code for remark in library.remarks if "page-too-heavy-0/" in remark.path]
    assert "long-story" in remarks
    for ending in ("ca-bai.txt", "dung-lai-html.txt", "kich-ban.txt"):
        file = press / f"page-too-heavy-0-{ending}"
        assert f'{file.name}" download>' in html
        assert len(file.read_text(encoding="utf-8-sig").split()) > 2_300


def test_row_71_two_hundred_broadcasts_are_the_latest_and_a_file(built):
    _, out = built
    page = out / "mo-hinh" / APPROVED
    name = f"{APPROVED.partition('/')[2]}-luot-khai-thac.txt"
    lines = (page / "bao-chi" / name).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) >= 200
    for html in (page / "index.html", page / "bao-chi/index.html"):
        said = html.read_text(encoding="utf-8")
        assert name in said
        assert said.count("song-may.example/aaa") in (15, 30)
