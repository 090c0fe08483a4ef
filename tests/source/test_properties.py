"""Whatever anybody sends: no crash, every place inside the file, harmless HTML."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.editors.messages.report import FORMATS
from scripts.source.problems.shown import shown
from scripts.source.story_reading import Known, load_story
from scripts.source.text.body import compile_body
from scripts.source.text.characters import decode_text
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import MAX_DEPTH, parse_yaml
from scripts.source.tree import StoryFolder
from scripts.source.vocabulary.taxonomy_files import load_taxonomy
from tests.conftest import GOOD_STORY, MADE_UP, TODAY, html_of, is_harmless

TAXONOMY, _ = load_taxonomy(MADE_UP / "taxonomy")
RICH_STORY = (MADE_UP / "models" / "bai-sen" / "duong-hoa-lo-rach-xep" / "index.md").read_bytes()

# Pieces that mean something to one of the readers, so that chance meets them often enough.
SIGNS = [
    "\n",
    "---",
    "- ",
    "#",
    "## ",
    "### ",
    ":",
    ": ",
    "'",
    '"',
    *"{}[]&*!|>%@`,?~\\^",
    "<<",
    "===",
    "***",
    ":--",
    "::",
    "##[",
]
HTML = ["<b>", "</b>", "<script>", "<!--", "-->", "<svg/onload=x>", "onclick=x", "&#106;", "&colon;", "{{", "{%"]
LINKS = ["javascript:", "data:", "//x.vn", "https://x.vn", "](", "![", "[^1]", "[^1]:", "```"]
ODD = ["\t", "\r", "\x00", "\x1b", "\x85", "\u2028", "\u200b", "\u202e", "\ufeff", "\u0301", "😀"]
WORDS = ["title: ", "photos: ", "approval: ", "2020-02-30", "null", "NO", "## Cách làm\n"]
PIECES = st.sampled_from(SIGNS + HTML + LINKS + ODD + WORDS)
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=8), st.just("\n")), max_size=40).map("".join)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    """Return the file of a story that every example writes anew."""
    return tmp_path_factory.mktemp("bai-thu") / "index.md"


def problems_in(file: Path, data: bytes):
    """Return what the checker says of a story of these bytes."""
    file.write_bytes(data)
    _, problems = load_story(StoryFolder("bai-sen", "bai-thu", file), Known(TAXONOMY, TODAY, frozenset()))
    return problems


def assert_well_said(problems, data: bytes):
    """Each problem has a place in the file, one line, a code, and nothing that acts."""
    lines = len(re.split(rb"\r\n|\r|\n", data))
    for problem in problems:
        assert 1 <= problem.line <= lines + 1
        assert problem.column >= 1
        assert problem.column <= len(data) + 1
        assert re.fullmatch(r"[a-z0-9-]+", problem.code)
        assert problem.message == problem.message.strip()
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", problem.message)
    for form in FORMATS.values():
        form(problems).encode()


@given(st.binary(max_size=400))
@example(b"---\n\xff")
@example(b"\x00" * 10)
@example(b"---\n---\n")
def test_no_bytes_crash_the_checker(scratch, data):
    assert_well_said(problems_in(scratch, data), data)


@given(TEXT)
@example("\n\n#")
@example("\x85: a: b")
def test_no_text_in_the_front_matter_crashes_the_checker(scratch, text):
    data = f"---\n{text}\n---\n## Cách làm\n\nCả tổ.\n".encode(errors="replace")

    assert_well_said(problems_in(scratch, data), data)


@given(TEXT, st.integers(0, len(GOOD_STORY)), st.integers(0, 30))
def test_no_spoiled_story_crashes_the_checker(scratch, piece, at, without):
    """Insert, delete, replace: somewhere in a good story."""
    data = (GOOD_STORY[:at] + piece + GOOD_STORY[at + without :]).encode(errors="replace")

    assert_well_said(problems_in(scratch, data), data)


@given(st.binary(max_size=4), st.integers(0, len(RICH_STORY)), st.integers(0, 4))
def test_no_spoiled_bytes_crash_the_checker(scratch, piece, at, without):
    data = RICH_STORY[:at] + piece + RICH_STORY[at + without :]

    assert_well_said(problems_in(scratch, data), data)


@given(TEXT)
@example("[x](java&#9;script:alert(1))")
@example("![x](\\\\\\\\xau.example\\\\x.gif)")
@example("> ## a\n> b")
@example("<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")
def test_the_html_of_any_body_is_harmless(source):
    """What is compiled holds the allowed tags only, no handler, no script, no address but a plain one."""
    read, _ = decode_text(source.encode(errors="replace"), "a.md")
    text = read or SourceText("")

    body, problems = compile_body(text)

    html = html_of(body)
    assert is_harmless(html) == ""
    assert not re.search(r"<[^>]*\son[a-z]+\s*=", html)
    assert not re.search(r"(?i)(href|src)\s*=\s*[\"']?\s*(javascript|data|vbscript):", html)
    assert_well_said(problems, text.text.encode())


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=True), st.dates(), st.text(max_size=12)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=12,
)


@given(VALUES, st.booleans())
def test_no_yaml_that_a_program_wrote_crashes_the_reader(value, flow):
    """Everything comes out as text, lists and mappings, or as a located problem."""
    text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, default_flow_style=flow)

    document, problems = parse_yaml(SourceText(text, "a.yml"))

    assert_well_said(problems, text.encode())
    assert_plain(document.value)


def assert_plain(value, depth=0):
    assert depth <= MAX_DEPTH
    if isinstance(value, dict):
        assert all(isinstance(key, str) for key in value)
        for inner in value.values():
            assert_plain(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            assert_plain(inner, depth + 1)
    else:
        assert value is None or isinstance(value, str)


@given(st.dictionaries(st.sampled_from(["title", "place", "topics", "photos", "results", "started", "x"]), VALUES))
def test_no_value_under_a_known_key_crashes_the_schema(scratch, front):
    data = f"---\n{yaml.dump(front, Dumper=yaml.CSafeDumper, allow_unicode=True)}---\n## Cách làm\n\nCả tổ.\n".encode()

    assert_well_said(problems_in(scratch, data), data)


@given(
    st.text(
        alphabet=st.characters(exclude_characters='"\\', exclude_categories=["Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"]),
        max_size=30,
    )
)
def test_quoted_text_is_read_back_exactly(text):
    """Nothing is guessed, trimmed or turned into a number; what nobody sees is refused, even as an escape."""
    document, problems = parse_yaml(SourceText(f'a: "{text}"\n'))

    assert problems == []
    assert document.value == {"a": text}


@given(st.text(max_size=80))
def test_shown_text_is_one_short_harmless_line(text):
    said = shown(text)

    assert len(said.splitlines()) <= 1
    assert "::" not in said
    assert not re.search(r"##[a-z]*\[", said)
    assert said.isprintable()


@given(st.text(max_size=200))
def test_decoded_text_is_stable(text):
    """Reading what was read changes nothing more: one normal form, nothing left to replace."""
    once, _ = decode_text(text.encode(errors="replace"), "a.md")
    again, problems = decode_text((once.text if once else "").encode(), "a.md")

    if once is not None:
        assert again == once
        assert {problem.code for problem in problems} <= {"forbidden-character", "legacy-font", "not-utf-8"}


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_no_problem_is_an_empty_report(form):
    assert FORMATS[form](()).strip() in {"", "[]"}
