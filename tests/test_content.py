"""The real ``content/``, whatever editors make of it: the check is clean, both editions build, questions have a place.

No other test may read it (``tests/test_watched.py``). How many stories, districts or fields there are, which
stories are approved and what they say is the editors' business; what must hold of every story is a rule of the
checker.
"""

import re
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

import pytest
import yaml

from scripts.catalog.catalog import Edition
from scripts.source.library import load_library
from scripts.source.text.body import compile_body
from scripts.source.text.source_text import SourceText
from scripts.source.vietnam_time import VIETNAM
from scripts.source.vocabulary.taxonomy_files import load_taxonomy
from scripts.source.writing.sources import check_sources_unsaid
from scripts.source.writing.style import advice_on_style
from tests.made_up import ROOT
from tests.sites import run_build
from tests.source.test_rules import GOOD, reading

CONTENT = ROOT / "content"


def test_the_content_has_no_problem():
    """Read today, as people read it: what was approved yesterday is no date in the future."""
    today = datetime.now(VIETNAM).date()
    assert load_library(CONTENT, today, docs=ROOT / "docs").problems == ()


@pytest.mark.parametrize("edition", [edition.value for edition in Edition])
def test_both_editions_build(edition, tmp_path):
    """With the gate's consent; the public one may hold no story yet."""
    done = run_build(CONTENT, tmp_path / "site", tmp_path / "build", "--edition", edition)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site/index.html").is_file()


def test_each_question_to_the_owner_says_where_its_answer_goes():
    """The file is there, and so is the key or the words in it."""
    section = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = section.partition("## Câu hỏi cho chủ trang\n")[2].partition("\n## ")[0]
    questions = re.findall(r"^\d+\. (.*?)(?=^\d+\. |\Z)", section, re.MULTILINE | re.DOTALL)
    assert len(questions) >= 6
    for question in questions:
        _, _, answer = " ".join(question.split()).partition("hi vào")
        files = re.split(r"`([\w./-]+\.(?:yml|md)|CODEOWNERS)`", answer)[1:]
        assert files, question
        for file, told in zip(files[::2], files[1::2], strict=True):
            text = (ROOT / file).read_text(encoding="utf-8")
            for key in re.findall(r"`(\w+)`", told):
                assert re.search(rf"\b{key}:", text), f"{file} has no {key}"
            for words in re.findall(r"“(.*?)”", told):
                assert words in text, f"{file} does not say {words}"


read_taxonomy = lru_cache(load_taxonomy)
WRITING = yaml.safe_load((ROOT / "tests/golden/writing.yml").read_text(encoding="utf-8"))
STEPS = "Tổ trưởng vét trước mười mét. Chiều đó sáu nhà ra vét cùng. Hôm sau cả tổ chia nhau từng đoạn kênh."
ABOUT_SOURCES = {"speaks-of-source": "problem", "may-speak-of-source": "advice"}
CODES = {"officialese": "officialese", "abbreviations": "unspelt-abbreviation", "how_to": "thin-how-to"}
SENTENCES = [(kind, how, one) for kind, some in WRITING.items() for how, many in some.items() for one in many]


@pytest.mark.parametrize(("kind", "how", "sentence"), SENTENCES)
def test_the_lists_of_style_judge_a_sentence_as_they_should(kind, how, sentence):
    """Good prose is left in peace, what can be read in two ways is advised, and the plain breach refused."""
    taxonomy, _ = read_taxonomy(CONTENT / "taxonomy")
    heading = "Làm theo" if kind == "how_to" else "Kết quả"
    body, _ = compile_body(SourceText(f"## Cách làm\n\n{STEPS}\n\n## {heading}\n\n{sentence}\n"))
    story = replace(reading(GOOD.replace("Hội Nông dân xã Lá Dừa", "Báo Ấp Bịa")), taxonomy=taxonomy)
    of_sources = [ABOUT_SOURCES[one.code] for one in check_sources_unsaid(story.leaves, story.document, body, taxonomy)]
    advice = [one.code for one in advice_on_style(story, body)]
    assert of_sources == ([how] if kind == "sources" and how != "quiet" else [])
    for other, code in CODES.items():
        assert (code in advice) == (kind == other and how in ("advice", "thin")), advice
