"""The index as files: the same input gives the same bytes, and an edit touches little."""

import dataclasses
import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.render.search import index as search_index
from scripts.render.search.index import ENTRY, SearchDocument, build_search_index
from scripts.render.search.postings import count_codes, number_code, number_codes, rising_codes
from scripts.render.search.words import CanonicalWords, clean_text
from tests.search.scene import LABELS, ROOT, make_document, run_node

RESULTS = ROOT / "docs/assets/search/results.js"


def some_documents(count: int = 300) -> list[SearchDocument]:
    """Return documents of random made-up syllables."""
    dice = random.Random(1)
    syllables = [a + b for a in "bcdghklmnt" for b in "aàáâeêiịoôơuư"]
    return [
        make_document(
            f"mo-hinh/{n}/",
            " ".join(dice.choices(syllables, k=4)),
            " ".join(dice.choices(syllables, k=30)),
            district="dong-xa",
            date=f"2020-01-{n % 28 + 1:02}",
        )
        for n in range(count)
    ]


def open_files(files: dict[str, bytes]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the entry and the files of its folder without the folder's name."""
    entry: dict[str, Any] = json.loads(files[ENTRY])
    prefix = entry["folder"] + "/"
    inside = {name.removeprefix(prefix): data for name, data in files.items() if name != ENTRY}
    return entry, inside


def test_one_entry_names_the_folder_of_all_other_files() -> None:
    """Only the entry has a name that stays; everything is JSON."""
    files = build_search_index(some_documents(5), {}, LABELS)
    entry, inside = open_files(files)
    assert entry["documents"] == 5
    assert len(files[ENTRY]) < 100
    assert {name.split("/")[0] for name in inside} == {"words.json", "facets.json", "w", "p", "d"}
    assert all(json.loads(data) for data in files.values())


def test_same_input_same_bytes_in_any_order() -> None:
    """The order of the documents, the cache and the run change nothing."""
    documents = some_documents()
    cache: dict[str, bytes] = {}
    first = build_search_index(documents, {"UBND": "ba ca"}, LABELS, cache)
    again = build_search_index(documents[::-1], {"UBND": "ba ca"}, LABELS)
    cached = build_search_index(documents, {"UBND": "ba ca"}, LABELS, cache)
    assert first == again == cached
    assert list(first) == list(cached)


def test_a_change_gives_the_folder_another_name() -> None:
    """What is cached for ever under a name never changes under it."""
    documents = some_documents(5)
    changed = [*documents[:4], dataclasses.replace(documents[4], summary="khác")]
    folders = {
        open_files(build_search_index(some, {}, LABELS))[0]["folder"] for some in (documents, changed, documents[:4])
    }
    assert len(folders) == 3


@pytest.mark.parametrize("change", ["edit", "add", "remove", "move"])
def test_one_change_splits_one_text_again(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a cache, only the changed document is split, and the bytes are as without one."""
    documents = some_documents()
    cache: dict[str, bytes] = {}
    build_search_index(documents, {}, LABELS, cache)
    edited = dataclasses.replace(documents[100], text="một câu mới")
    after = {
        "edit": [*documents[:100], edited, *documents[101:]],
        "add": [*documents, make_document("mo-hinh/moi/", "Bài mới", date="2020-01-09")],
        "remove": documents[1:],
        "move": [dataclasses.replace(documents[0], date="2019-01-01"), *documents[1:]],
    }[change]
    split: list[str] = []
    real = CanonicalWords.split

    def counting(self: CanonicalWords, text: str) -> list[str]:
        split.append(text)
        return real(self, text)

    monkeypatch.setattr(CanonicalWords, "split", counting)
    blocks_before = len(cache)
    files = build_search_index(after, {}, LABELS, cache)
    texts = [text for text in split if text in {"một câu mới", "Bài mới"} or len(text) > 50]
    assert len(texts) == {"edit": 1, "add": 1, "remove": 0, "move": 0}[change]
    assert len(cache) - blocks_before <= 4
    assert files == build_search_index(after, {}, LABELS)


def test_facets_keep_the_order_of_the_labels_and_only_used_values() -> None:
    """Values come as the taxonomy has them; a slug without label is shown as it is."""
    documents = [
        make_document("a", district="tay-xa", methods=("gop-von", "lam-gop")),
        make_document("b", district="dong-xa", methods=("la",)),
    ]
    _, files = open_files(build_search_index(documents, {}, LABELS))
    facets = json.loads(files["facets.json"])
    assert facets["district"]["values"] == [["dong-xa", "Đông Xa"], ["tay-xa", "Tây Xa"]]
    assert [slug for slug, _ in facets["methods"]["values"]] == ["gop-von", "lam-gop", "la"]
    assert facets["methods"]["values"][-1] == ["la", "la"]
    assert facets["year"]["values"] == []


def test_aliases_that_can_find_nothing_are_left_out() -> None:
    """A meaning needs all its words in the index; an empty meaning stays."""
    aliases = {"UBND": ["ủy ban", "không có"], "TP": "", "XYZ": "hẳn không"}
    documents = [make_document("a", "Ủy ban xã")]
    _, files = open_files(build_search_index(documents, aliases, LABELS))
    assert json.loads(files["words.json"])["aliases"] == {"ubnd": ["ủy ban"], "tp": [""]}


def test_no_documents_make_an_index() -> None:
    """An empty site has an empty index."""
    entry, files = open_files(build_search_index([], {"TP": ""}, LABELS))
    assert entry["documents"] == 0
    assert set(files) == {"words.json", "facets.json"}


def test_texts_are_kept_clean_and_short() -> None:
    """NFC, no invisible characters, single spaces; a very long text is cut for excerpts."""
    assert clean_text(" a\u0300  b\u00adc\t d \n\n\n e ") == "à bc d\ne"
    long = make_document("a", text="dài " * 50_000)
    _, files = open_files(build_search_index([long], {}, LABELS))
    assert len(json.loads(files["d/0.json"])["text"]) == search_index.SNIPPET_TEXT


@given(st.lists(st.integers(0, 200_000)))
def test_codes_hold_the_numbers(numbers: list[int]) -> None:
    """As many codes as numbers, all in characters that JSON does not escape."""
    codes = number_codes(numbers)
    assert count_codes(codes) == len(numbers)
    assert json.dumps(codes) == f'"{codes}"'


def test_javascript_reads_the_codes() -> None:
    """What Python writes JavaScript reads, over every length of code."""
    numbers = [*range(2000), *range(50_000, 55_000, 7), 10**6, 10**9]
    script = ROOT / "tests/search/words_of.mjs"
    (read,) = run_node(script, [str(RESULTS), "readNumbers"], [number_codes(numbers)])
    assert read == numbers
    (read,) = run_node(script, [str(RESULTS), "readRising"], [rising_codes(numbers)])
    assert read == numbers
    assert number_code(63) < number_code(64) or len(number_code(64)) > 1
