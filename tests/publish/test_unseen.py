"""What only editors see is in no file of a public site: neither what is asked of a story nor what was answered.

The scene has questions of every kind: answered in a public story, open in an approved one and in a draft.
"""

import pytest

from scripts.catalog.catalog import Edition
from scripts.publish.build import catalog_of
from scripts.publish.editors_words import editors_words
from scripts.publish.gate.long_phrases import LongPhrases
from scripts.publish.gate.unseen import check_unseen
from scripts.render.reading import story as story_module
from scripts.source.library import load_library
from scripts.source.text.vietnamese import fold, nfc
from tests.conftest import GOOD_STORY, ContentFolder, approve, with_keys
from tests.made_up import NOW, TODAY, approve_house, write_made_up
from tests.sites import packed, run_build, site_once, texts_in

PATH, PHRASE = "models/a/b/index.md", "Danh sách ghi “hai mươi” nhà & thiếu chữ ký"
URL = ("--site-url", "https://vi-du.example/")
ANSWERED = "- {about: figure, text: Danh sách có hăm mốt chữ ký lạ"
ANSWER = "answer: Sổ tay bìa xanh ghi hai mươi, by: Hội Nông dân xã Lá Dừa, date: 2026-11-02}"
ASKED = "- {about: how, text: Ai cầm đèn soi cho thợ vét đêm}"
UNDECIDED = "- {about: place, text: Mương này thuộc ấp trên hay ấp dưới}"
NEEDLES = ("hăm mốt chữ ký", "bìa xanh", "cầm đèn soi", "ấp trên hay ấp dưới")
PUBLIC, DOUBTED, DRAFT = "bai-sen/hoi-xong", "bai-sen/dang-hoi", "bai-sen/chua-duyet"


def told_by(tmp_path, name, data):
    """Return the problems of a site that is one file."""
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return [str(problem) for problem in check_unseen(tmp_path, [name], {PATH: [PHRASE]})]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", f"<p>{PHRASE.replace('&', '&amp;')}.</p>"),
        ("a.html", '<a title="Danh sách ghi &#8220;hai mươi&#8221; nhà &amp; thiếu chữ ký">x</a>'),
        ("a.html", "DANH SÁCH <b>ghi</b> hai<br>mươi nhà thiếu chữ&nbsp;ký"),
        ("a.json", '{"asked":"Danh sách ghi “hai mươi” nhà & thiếu chữ ký"}'),
        ("a.json", '"Còn hỏi:\\nDanh sách ghi \\"hai mươi\\" nhà & thiếu chữ ký"'),
        ("a.xml", "<content>&lt;p&gt;Danh sách ghi “hai mươi” nhà &amp;amp; thiếu chữ ký&lt;/p&gt;</content>"),
        ("a.csv", "x;Danh sách ghi “hai mươi” nhà & thiếu chữ ký;1"),
        ("a.docx", packed(word_xml=f"<w:t>“{PHRASE}”</w:t>")),
        ("a.zip", packed(text_docx=packed(word_xml=f"<w:t>{PHRASE}</w:t>"))),
    ],
)
def test_a_phrase_is_found_however_it_is_written(tmp_path, name, data):
    (problem,) = told_by(tmp_path, name, data)
    assert problem.startswith(f"site/{name}:")
    assert PATH in problem
    assert problem.endswith("[editors-words]")
    assert "chữ ký" not in problem, "who reads the log shall not read it there"


def test_a_part_of_a_phrase_is_none(tmp_path):
    assert told_by(tmp_path, "a.html", "<p>Danh sách ghi hai mươi nhà thiếu chữ</p>") == []


def test_a_phrase_of_few_syllables_proves_nothing():
    assert not LongPhrases(["Chưa rõ năm nào"])
    assert LongPhrases(["Chưa rõ năm nào cả"]).found_in("Chưa rõ năm nào cả.") == {"Chưa rõ năm nào cả"}


@pytest.fixture(scope="session")
def province(tmp_path_factory):
    """The made-up province with the stories of the scene."""
    content = ContentFolder(tmp_path_factory.mktemp("hoi") / "content")
    write_made_up(content.root)
    for key, title, questions in (
        (PUBLIC, "Tổ Bốn", f"{ANSWERED}, {ANSWER}"),
        (DOUBTED, "Tổ Năm", ASKED),
        (DRAFT, "Tổ Sáu", UNDECIDED),
    ):
        text = with_keys(GOOD_STORY.replace("Tổ Ba cùng", f"{title} cùng"), f"to_verify:\n{questions}")
        file = content.write_story(text, slug=key.partition("/")[2])
        if key != DRAFT:
            approve(file)
    approve_house(content.root)
    return content.root


def held_by(site):
    """Return which needles stand in which file of ``site``, with marks or without."""
    found = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        said = nfc("\n".join(texts_in(path.read_bytes()))).lower()
        folded = fold(said)
        here = {needle for needle in NEEDLES if needle in said or fold(needle) in folded}
        if here:
            found[path.relative_to(site).as_posix()] = here
    return found


def test_no_file_of_the_public_edition_has_a_word_of_what_was_asked(tmp_path_factory, province):
    site, _ = site_once(tmp_path_factory, "hoi-public", province, "--edition", "public", *URL)

    assert (site / "mo-hinh" / PUBLIC / "index.html").exists(), "the story whose question was answered is public"
    assert not (site / "mo-hinh" / DOUBTED).exists()
    assert held_by(site) == {}


def test_of_the_preview_only_the_pages_of_the_stories_have_it(tmp_path_factory, province):
    site, _ = site_once(tmp_path_factory, "hoi-preview", province, *URL)

    assert held_by(site) == {
        f"mo-hinh/{PUBLIC}/index.html": {"hăm mốt chữ ký", "bìa xanh"},
        f"mo-hinh/{DOUBTED}/index.html": {"cầm đèn soi"},
        f"mo-hinh/{DRAFT}/index.html": {"ấp trên hay ấp dưới"},
    }


def test_a_page_that_prints_one_stops_the_public_edition(tmp_path, province, monkeypatch):
    """A planted slip: the page names, for the place of a story, what was asked of it."""
    monkeypatch.setattr(
        story_module, "say_place", lambda story, _: " ".join(question.text for question in story.front.to_verify)
    )

    done = run_build(province, tmp_path / "site", tmp_path / "build", "--edition", "public", *URL)

    assert done.returncode == 1
    assert f"site/mo-hinh/{PUBLIC}/index.html:1:1: Tệp này có lời chỉ dành cho người biên tập" in done.stdout
    assert not (tmp_path / "site").exists()


def test_what_the_story_says_itself_by_now_is_no_slip(province):
    library = load_library(province, TODAY, moment=NOW)
    public = catalog_of(library, library.taxonomy, Edition.PUBLIC)
    held = {path.split("/")[-2]: words for path, words in editors_words(library, public).items()}
    assert held == {
        "hoi-xong": ("Danh sách có hăm mốt chữ ký lạ", "Sổ tay bìa xanh ghi hai mươi"),
        "dang-hoi": ("Ai cầm đèn soi cho thợ vét đêm",),
    }, "of a draft nothing is looked for: its words may be a stranger's"


def test_an_answer_that_the_story_tells_may_be_told(content):
    said = "- {about: how, text: Có phải cả tổ cùng vét hay không, answer: Rồi cùng vét trong ba ngày, by: Hội bịa, %s}"
    approve(content.write_story(with_keys(GOOD_STORY, "to_verify:\n" + said % "date: 2026-11-02")))
    library = content.load()
    public = catalog_of(library, library.taxonomy, Edition.PUBLIC)

    (held,) = editors_words(library, public).values()
    assert held == ("Có phải cả tổ cùng vét hay không",)
