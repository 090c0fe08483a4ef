"""Made-up stories and what a reader must get: the cases are in ``golden/``."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.render.search.words import CanonicalWords
from scripts.source.text.vietnamese import fold, nfc
from tests.search.scene import QUERY, ROOT, Site, build_site, found, make_document, run_node

GOLDEN = Path(__file__).parent / "golden"
WORDS: dict[str, Any] = yaml.safe_load((GOLDEN / "words.yml").read_text(encoding="utf-8"))
SEARCH: dict[str, Any] = yaml.safe_load((GOLDEN / "search.yml").read_text(encoding="utf-8"))


def in_javascript(function: str, arguments: list[str]) -> list[Any]:
    """Return what a function of query.js makes of each argument."""
    return run_node(ROOT / "tests/search/words_of.mjs", [str(QUERY), function], arguments)


def test_python_splits_words() -> None:
    """Letters and digits make words, in the canonical form."""
    for case in WORDS["split"]:
        assert CanonicalWords().split(nfc(case["text"])) == case["words"]


def test_javascript_splits_words_alike() -> None:
    """The reader splits what is typed as the index splits stories."""
    texts = [nfc(case["text"]) for case in WORDS["split"]]
    assert in_javascript("splitWords", texts) == [case["words"] for case in WORDS["split"]]


def test_both_fold_alike() -> None:
    """Python and JavaScript drop the same marks."""
    assert [fold(word) for word in WORDS["fold"]] == list(WORDS["fold"].values())
    assert in_javascript("fold", list(WORDS["fold"])) == list(WORDS["fold"].values())


def test_keys_become_words() -> None:
    """Telex and VNI typed without an input method are understood; other words are left alone."""
    made = in_javascript("decodeKeys", list(WORDS["keys"]))
    assert dict(zip(WORDS["keys"], made, strict=True)) == WORDS["keys"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the golden stories as an index."""
    documents = []
    for slug, facts in SEARCH["stories"].items():
        methods = tuple(facts.get("methods", ()))
        documents.append(make_document(slug, **{**facts, "methods": methods}))
    return build_site(tmp_path_factory.mktemp("golden"), documents, SEARCH["aliases"])


@pytest.fixture(scope="module")
def answers(site: Site) -> dict[str, dict[str, Any]]:
    """Return the answer to each golden query."""
    queries = [case["q"] for case in SEARCH["queries"]]
    calls = [{"query": query, "options": {"limit": 50}} for query in queries]
    return dict(zip(queries, site.ask(calls), strict=True))


@pytest.mark.parametrize("case", SEARCH["queries"], ids=lambda case: case["q"])
def test_golden_query(case: dict[str, Any], answers: dict[str, dict[str, Any]]) -> None:
    """A query gets what its case names."""
    answer = answers[case["q"]]
    assert "error" not in answer, answer
    top = case.get("top", [])
    assert found(answer)[: len(top)] == top
    assert set(case.get("finds", [])) <= set(found(answer))
    for name in ("total", "suggestion", "corrected"):
        if name in case:
            assert answer[name] == case[name], name
