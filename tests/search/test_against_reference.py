"""The engine finds exactly what reading every document finds, over generated corpora."""

import random
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from scripts.render.search.index import SearchDocument
from tests.search.reference import ADJACENT, ALL, NAMES, Reference
from tests.search.scene import LABELS, Site, build_site, make_document

WORDS = [
    "dân",
    "dần",
    "đàn",
    "dan",
    "vận",
    "văn",
    "vân",
    "van",
    "khéo",
    "kheo",
    "hòa",
    "hoà",
    "hoa",
    "thủy",
    "thuỷ",
    "đường",
    "dương",
    "duong",
    "ubnd",
    "nghĩa",
    "nghi",
    "tình",
    "tinh",
    "tính",
    "2016",
    "st25",
    "gạo",
    "gáo",
    "áo",
    "ao",
    "an",
    "anh",
    "ánh",
    "xã",
    "mới",
    "nông",
    "thôn",
    "tân",
    "tan",
    "tấn",
    "hồ",
    "ho",
    "họ",
    "nhanh",
    "nhà",
    "nha",
    "mtn",
    "quý",
    "quỳ",
]
ALIASES = {"UBND": "ủy ban", "MTN": "nông thôn mới", "TP": ""}
QUERIES = 100


def random_text(dice: random.Random, low: int, high: int) -> str:
    """Return words of the small vocabulary, with signs, breaks and NFD here and there."""
    words = []
    for word in dice.choices([*WORDS, "ủy ban"], k=dice.randint(low, high)):
        sign = dice.choice(["", "", "", ",", ".", "\n", " -", "”"])
        form = dice.choice([word, word, word.upper(), unicodedata.normalize("NFD", word)])
        words.append(form + sign)
    return " ".join(words)


def random_documents(dice: random.Random) -> list[SearchDocument]:
    """Return up to 150 documents; some long enough to leave the one-character positions."""
    return [
        make_document(
            f"mo-hinh/{n}/",
            random_text(dice, 0, 5) if dice.random() < 0.97 else random_text(dice, 60, 80),
            random_text(dice, 0, 25) if dice.random() < 0.95 else random_text(dice, 1800, 2100),
            summary=random_text(dice, 0, 4),
            place=random_text(dice, 0, 2),
            district=dice.choice([*LABELS["district"], ""]),
            field=dice.choice([*LABELS["field"]]),
            methods=tuple(dice.sample([*LABELS["methods"]], dice.randint(0, 2))),
            kind=dice.choice([*LABELS["kind"]]),
            year=dice.choice(["2015", "2016", ""]),
            levels=tuple(dice.sample([*LABELS["levels"]], dice.randint(0, 2))),
            date=dice.choice(["2020-01-02", "2021-03-04", "2019-11-11", ""]),
        )
        for n in range(dice.randint(1, 150))
    ]


def random_query(dice: random.Random, reference: Reference) -> str:
    """Return words of a document or of the vocabulary, disguised, cut short or quoted."""
    passage = dice.choice([p for d in reference.passages.values() for p in d if p] or [["dân"]])
    start = dice.randrange(len(passage))
    words = passage[start : start + dice.randint(1, 5)]
    if dice.random() < 0.4:
        words = dice.choices([*WORDS, "tp", "zzz"], k=dice.randint(1, 6))
    if dice.random() < 0.3:
        words = [unicodedata.normalize("NFD", w).encode("ascii", "ignore").decode() for w in words]
    if dice.random() < 0.3:
        words[-1] = words[-1][: dice.randint(1, 3)]
    query = " ".join(words)
    if dice.random() < 0.2:
        query = f'"{query}"' if dice.random() < 0.5 else f'{dice.choice(WORDS)} "{query}"'
    return query.upper() if dice.random() < 0.1 else query


def random_filters(dice: random.Random) -> dict[str, list[str]]:
    """Return some values of some facets."""
    names = dice.sample(sorted(LABELS), dice.randint(0, 3))
    return {name: dice.sample([*LABELS[name]], dice.randint(0, 2)) for name in names}


def values_of(document: SearchDocument, facet: str) -> set[str]:
    """Return the values of one facet of a document."""
    return set(document.filed[facet])


def passes(document: SearchDocument, filters: dict[str, list[str]], but: str = "") -> bool:
    """Whether a document passes all filters except one."""
    return all(not wanted or values_of(document, name) & set(wanted) for name, wanted in filters.items() if name != but)


@pytest.mark.parametrize("seed", range(10))
def test_finds_what_reading_everything_finds(seed: int, tmp_path: Path) -> None:
    """Same documents, same tiers, same counts; ordered by tier, then title."""
    dice = random.Random(seed)
    documents = random_documents(dice)
    reference = Reference(documents, ALIASES)
    site = build_site(tmp_path, documents, ALIASES)
    asked = [(random_query(dice, reference), random_filters(dice)) for _ in range(QUERIES)]
    calls = [{"query": query, "options": {"limit": 1000, "filters": f}} for query, f in asked]
    for (query, filters), answer in zip(asked, site.ask(calls), strict=True):
        check_answer(query, filters, answer, reference, documents)


def check_answer(
    query: str,
    filters: dict[str, list[str]],
    answer: dict[str, Any],
    reference: Reference,
    documents: Sequence[SearchDocument],
) -> None:
    """Compare one answer with the reference."""
    assert "error" not in answer, (query, answer)
    expected = reference.search(query)
    if answer["suggestion"]:
        better = reference.search(answer["suggestion"])
        assert all(tier < ADJACENT for tier, _ in expected.values()), query
        assert any(tier >= ADJACENT for tier, _ in better.values()), query
        assert answer["corrected"] == all(tier < ALL for tier, _ in expected.values()), query
        if answer["corrected"]:
            expected = {a: f for a, f in better.items() if f[0] >= ADJACENT}
    facts = {document.address: document for document in documents}
    kept = {a: found for a, found in expected.items() if passes(facts[a], filters)}
    got = [(hit["url"], hit["tier"]) for hit in answer["hits"]]
    assert dict(got) == {a: NAMES[tier] for a, (tier, _) in kept.items()}, query
    ranks = [kept[address] for address, _ in got]
    assert ranks == sorted(ranks, reverse=True), query
    assert answer["total"] == len(kept)
    assert +Counter(answer["tiers"]) == Counter(NAMES[tier] for tier, _ in kept.values())
    for facet in LABELS:
        others = [facts[a] for a in expected if passes(facts[a], filters, but=facet)]
        counted = Counter(value for d in others for value in values_of(d, facet))
        assert answer["counts"][facet] == dict(counted), (query, facet)


def test_a_large_index_is_read_like_a_small_one(tmp_path: Path) -> None:
    """Many chunks, long gaps and many documents change nothing."""
    dice = random.Random(7)
    rare = [f"{a}{b}{c}" for a in "bcdghklmnt" for b in "aeiou" for c in ("", "n", "ng", "t", "i")]
    documents = [
        make_document(
            f"mo-hinh/{n:04}/",
            " ".join(dice.choices(rare, k=4)),
            " ".join(dice.choices(rare, k=60)),
            date=f"20{dice.randint(10, 24)}-01-01",
        )
        for n in range(700)
    ]
    reference = Reference(documents, {})
    site: Site = build_site(tmp_path, documents)
    queries = [" ".join(dice.choice(documents).text.split()[5:8]) for _ in range(30)]
    queries += [f"{a} {b}" for a, b in zip(rare, reversed(rare), strict=True)][:40]
    calls = [{"query": q, "options": {"limit": 1000}} for q in queries]
    for query, answer in zip(queries, site.ask(calls), strict=True):
        check_answer(query, {}, answer, reference, documents)
