"""Wherever it is written: found at its place, and never printed in full."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.__main__ import main
from scripts.editors.messages.report import FORMATS
from scripts.source.library import load_library
from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, problem_at
from scripts.source.problems.shown import shown
from scripts.source.story_reading import Known, load_story
from scripts.source.tree import StoryFolder
from scripts.source.vocabulary.taxonomy_files import load_taxonomy
from tests.conftest import GOOD_STORY, MADE_UP, TODAY, with_keys

TAXONOMY, _ = load_taxonomy(MADE_UP / "taxonomy")
PHONE, DIGITS = "0912 345 678", "912345678"
MEDIA = (
    "photos:\n  - {file: a.jpg, alt: Hai người bên kênh%s, caption: Ngày đầu%s, credit: Tổ Ba%s, licence: site-only}\n"
    "audio:\n  - {file: a.mp3, outlet: Đài bịa%s, date: 2020-09-01, length: 3:20, transcript: Lời đọc bịa hơn hai mươi"
    " chữ%s, licence: site-only}\n"
)
EXTRA = {
    "comment": f"# gọi {PHONE}",
    "comment after a value": f"topics: [kênh] # gọi {PHONE}",
    "topic": f"topics: [kênh {PHONE}]",
    "result": f'results: [{{value: "2", unit: nhà {PHONE}}}]',
    "recognition": f"recognition: [{{level: huyen, by: Ban bịa {PHONE}}}]",
    "replication": f"replications: [{{place: xã Bến Gạo, by: Hội bịa {PHONE}}}]",
    "person": f"people: [{{name: Trần Văn Bịa, role: gọi {PHONE}, "
    "consent: {name: true, photo: false, recorded: 2020-10-02}}]",
    "quote": f"quotes: [{{text: Gọi {PHONE} nhé, by: Một người}}]",
    "quote by": f"quotes: [{{text: Gọi nhé, by: Một người {PHONE}}}]",
    "coverage": f"coverage: [{{outlet: Báo bịa, date: 2020-09-01, title: Gọi {PHONE}}}]",
    "office": f"contact: {{office: Hội bịa {PHONE}}}",
    **{f"media {at}": MEDIA % tuple(f" {PHONE}" if n == at else "" for n in range(5)) for at in range(5)},
    "unknown key": f'"{PHONE}": x',
    "escaped": r'topics: ["kênh \u0030912 345 678"]',
    "escaped further": r'topics: ["kênh 0912\x20345\x20678"]',
    "folded over lines": "topics:\n  - kênh 0912 345\n    678",
    "block": "topics:\n  - >-\n    kênh 0912\n    345 678",
}
BODIES = {
    "paragraph": f"gọi {PHONE}",
    "bold in the middle": "gọi 0912**345**678",
    "bold": "gọi **0912** **345** 678",
    "code": "gọi `0912` `345678`",
    "entity": "gọi &#48;912345678",
    "escape": r"gọi 0912\.345\.678",
    "two lines": "gọi 0912 345\n678 nhé",
    "link text": "gọi [0912 345](https://a.vn/) 678",
    "link to mail": "gọi [nhé](mailto:912345678@gmail.com)",
    "image text": f"![gọi {PHONE}](a.jpg)",
    "comment": f"<!-- {PHONE} -->",
    "table": f"| a | b |\n| --- | --- |\n| gọi | {PHONE} |",
    "footnote": f"gọi[^1]\n\n[^1]: {PHONE}",
    "list": f"- gọi {PHONE}",
    "heading": f"### gọi {PHONE}",
}


def printed(problems):
    return "".join(form(problems) for form in FORMATS.values())


def assert_told_but_not_printed(library, codes=("phone",)):
    assert set(codes) & {problem.code for problem in library.problems}
    assert library.stories == ()
    assert DIGITS not in "".join(c for c in printed(library.problems) if c.isdigit())


@pytest.mark.parametrize("where", EXTRA)
def test_a_number_in_the_front_matter_is_told_at_its_place(where, content):
    content.write_story(with_keys(GOOD_STORY, EXTRA[where]))

    library = content.load()

    assert_told_but_not_printed(library)
    assert all(14 <= p.line <= 19 for p in library.problems if p.code == "phone")


@pytest.mark.parametrize("key", ["title", "summary", "subject", "commune", "hamlet", "field", "started", "publisher"])
def test_a_number_in_any_value_of_a_good_story(key, content):
    """Also where another rule quotes the value, and where the quotation is cut."""
    story = GOOD_STORY.replace("{commune: xã Lá Dừa}", "{commune: xã Lá Dừa, hamlet: ấp Bịa}")
    head, value = story.split(f"{key}: ", 1)
    content.write_story(f"{head}{key}: {'x' * 45 if key == 'field' else ''} {PHONE} {value}")

    assert_told_but_not_printed(content.load())


@pytest.mark.parametrize("where", BODIES)
def test_a_number_in_the_body_is_told_at_its_place(where, content):
    content.write_story(f"{GOOD_STORY}\n{BODIES[where]}\n")

    library = content.load()

    assert_told_but_not_printed(library, ("phone", "email"))
    assert all(problem.line >= 15 for problem in library.problems)


def test_a_file_whose_front_matter_is_broken_is_searched_too(content):
    for text in (f"gọi {PHONE}", f"---\ntitle: a: b {PHONE}\n---\n", f"---\ntitle: {PHONE}\n"):
        content.write_story(text)
        assert_told_but_not_printed(content.load())


def test_the_names_of_folders_and_files(content):
    """They are addresses on the site."""
    folder = content.write_story(GOOD_STORY, slug="nha-ong-0912345678").parent
    assert_told_but_not_printed(content.load())

    folder = folder.rename(folder.with_name("bai"))
    (folder / "anh-091085012345.jpg").write_bytes(b"x")
    library = content.load()
    assert "citizen-id" in {problem.code for problem in library.problems}
    assert "85012345" not in printed(library.problems)


def test_an_address_of_a_source_is_no_number(content):
    url = "https://bao.example/chuyen-0912345678-20210912345678.htm"
    content.write_story(
        with_keys(GOOD_STORY, f"coverage: [{{outlet: Báo bịa, date: 2020-09-01, title: Gạo, url: {url}}}]")
    )

    assert content.load().problems == ()


@pytest.mark.parametrize(
    "name",
    [
        "collections/bo-mot.md",
        "reports/bo-mot.md",
        "coverage/mot.yml",
        "taxonomy/aliases.yml",
        "withdrawn.yml",
        "revoked.yml",
    ],
)
def test_the_other_files_of_the_content_are_searched(name, content):
    file = content.root / name
    file.parent.mkdir(exist_ok=True)
    before = file.read_text(encoding="utf-8") if file.exists() else "# Bịa\n"
    file.write_text(f"{before}\n# gọi {PHONE}\n", encoding="utf-8")

    (problem,) = (problem for problem in content.load().problems if problem.code == "phone")

    assert problem.path == file.as_posix()
    assert problem.line == before.count("\n") + 2


def test_a_file_or_folder_that_is_refused_is_not_opened(content, tmp_path):
    """A link could lead anywhere: not even a problem tells what is there."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "bo-mot.md").write_text(f"gọi {PHONE}", encoding="utf-8")
    (content.root / "collections").symlink_to(elsewhere)
    (content.root / "withdrawn.yml").symlink_to(elsewhere / "bo-mot.md")

    assert "phone" not in {problem.code for problem in content.load().problems}


def test_the_hand_written_pages_are_searched(content, tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "trang.md").write_text(f"# Trang\n\nGọi {PHONE}, hoặc cơ quan 0299 3000 111.\n")

    (problem,) = load_library(content.root, TODAY, docs=tmp_path / "docs").problems

    assert (problem.line, problem.column, problem.code) == (3, 5, "phone")


def test_a_secret_says_that_deleting_is_not_enough(content):
    content.write_story(with_keys(GOOD_STORY, "# mật khẩu: hoa12345"))

    (problem,) = content.load().problems

    assert (problem.code, problem.line) == ("secret", 14)
    assert "thu hồi" in problem.message
    assert "hoa12345" not in problem.message


def test_what_is_shown_and_what_is_said_is_masked_before_it_is_cut():
    assert shown("x" * 50 + " 0912345678 rồi đó") == "x" * 50 + " 09…78 rồ…"
    assert problem_at("a.md", START, Code("x", "có 0912345678")).message == "có 09…78"


@st.composite
def private_numbers(draw):
    """A phone or an ID, written one way or another."""
    digits = draw(
        st.one_of(
            st.from_regex(r"0[35789][0-9]{8}", fullmatch=True),
            st.from_regex(r"02[0-9]{9}", fullmatch=True),
            st.from_regex(r"0[0-9]{2}[0-3][0-9]{8}", fullmatch=True),
        )
    )
    gap = draw(st.sampled_from(["", " ", ".", "-", "\u00a0", " - "]))
    cut = draw(st.sampled_from([(4, 7), (3, 6), (4, 8)]))
    return gap.join((digits[: cut[0]], digits[cut[0] : cut[1]], digits[cut[1] :])), digits


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("bai") / "index.md"


PLACES = [
    n for n, character in enumerate(GOOD_STORY) if character == " " and GOOD_STORY[n - 1] not in ":-#{\n " and n > 4
]


@given(private_numbers(), st.sampled_from(PLACES))
def test_any_number_anywhere_is_told_and_never_printed(scratch, number, at):
    """Put between two words of a good story, wherever: in no format of the report can it be read."""
    written, digits = number
    scratch.write_text(f"{GOOD_STORY[:at]} {written}{GOOD_STORY[at:]}", encoding="utf-8")

    _, problems = load_story(StoryFolder("bai-sen", "bai-thu", scratch), Known(TAXONOMY, TODAY, frozenset()))

    assert {"phone", "citizen-id"} & {problem.code for problem in problems}
    messages = [problem.message for problem in problems]
    report = printed(problems).replace(str(scratch), "")
    assert digits not in "".join(c for message in messages for c in message if c.isdigit())
    assert written not in report
    assert digits not in report


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_command_prints_no_number_in_any_format(form, content):
    content.write_story(GOOD_STORY.replace("Cả tổ", f"Cả tổ {PHONE}").replace("xã Lá Dừa", f"xã {PHONE}"))
    out, err = io.StringIO(), io.StringIO()

    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(["--content", str(content.root), "check", "--format", form])

    assert status == 1
    assert "09…78" in out.getvalue()
    assert PHONE not in out.getvalue() + err.getvalue()
