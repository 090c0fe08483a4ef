"""The cases that are plain text: a broken story and the whole answer, side by side."""

from pathlib import Path

import pytest

from scripts.source.problems.problem import Problem
from scripts.source.schema.story_keys import FrontMatter
from tests.conftest import APPROVED

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.md"))


KEYS = ", ".join(FrontMatter.model_fields)
"""What ``{keys}`` stands for in an answer, so that a key that joins the schema changes none."""


def as_expected(problems: list[Problem]) -> str:
    return "".join(f"{p.line}:{p.column}: {p.message} [{p.code}]\n" for p in problems)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.parent.name}/{case.stem}" for case in CASES])
def test_a_broken_story_gets_exactly_these_problems(case, made_up_content):
    """Every problem in one run, each at its place; the stories beside it are read all the same."""
    file = made_up_content.write_story(case.read_bytes())

    library = made_up_content.load()

    expected = case.with_suffix(".expected").read_text(encoding="utf-8").replace("{keys}", KEYS)
    assert as_expected(library.problems) == expected
    assert {problem.path for problem in library.problems} <= {file.as_posix()}
    keys = {story.key for story in library.stories}
    assert APPROVED in keys
    assert len(keys - {"bai-sen/bai-thu"}) == 5
    assert ("bai-sen/bai-thu" in keys) == (not library.problems), "a story with a problem is never handed on"


REMARKS = [case for case in CASES if case.with_suffix(".remarks").exists()]


@pytest.mark.parametrize("case", REMARKS, ids=[case.stem for case in REMARKS])
def test_what_is_only_remarked_on_refuses_nothing(case, made_up_content):
    """Each remark at its place; the story is handed on all the same."""
    file = made_up_content.write_story(case.read_bytes())

    library = made_up_content.load()

    remarks = [remark for remark in library.remarks if remark.path == file.as_posix()]
    assert as_expected(remarks) == case.with_suffix(".remarks").read_text(encoding="utf-8")
    assert "bai-sen/bai-thu" in {story.key for story in library.stories}


ADVISED = [case for case in CASES if case.parent.name == "advice"]


@pytest.mark.parametrize("case", ADVISED, ids=[case.stem for case in ADVISED])
def test_how_a_story_could_be_told_better_is_said_apart(case, made_up_content):
    """Each piece of advice at its place, none of it a problem or a remark; a good story gets none."""
    file = made_up_content.write_story(case.read_bytes())

    library = made_up_content.load()

    advice = [one for one in library.advice if one.path == file.as_posix()]
    assert as_expected(advice) == case.with_suffix(".advice").read_text(encoding="utf-8")
    assert not [remark for remark in library.remarks if remark.path == file.as_posix()]
    assert "bai-sen/bai-thu" in {story.key for story in library.stories}


def test_every_case_has_its_answer():
    """A story without an answer, or an answer without a story, would test nothing."""
    assert {case.stem for case in CASES} == {case.stem for case in HERE.glob("*/*.expected")}
    assert {case.stem for case in REMARKS} == {case.stem for case in HERE.glob("*/*.remarks")} != set()
    assert {case.stem for case in ADVISED} == {case.stem for case in HERE.glob("*/*.advice")} != set()
