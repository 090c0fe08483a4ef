"""Made-up documents, an index of them on disk, and the reader run over it under node."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable

from scripts.render.search.index import SearchDocument, build_search_index

ROOT = Path(__file__).parent.parent.parent
READER = ROOT / "docs/assets/search/search.js"
NODE, _ = compute_driver_executable()
"""The JavaScript runtime that Playwright brings along: nobody has to install one."""
QUERY = ROOT / "docs/assets/search/query.js"

LABELS = {
    "district": {"dong-xa": "Đông Xa", "tay-xa": "Tây Xa", "nam-xa": "Nam Xa"},
    "field": {"kinh-te": "Kinh tế", "van-hoa": "Văn hóa - xã hội"},
    "methods": {"gop-von": "Góp vốn", "lam-gop": "Làm góp"},
    "kind": {"collective": "Tập thể", "individual": "Cá nhân"},
    "year": {"2016": "2016", "2015": "2015"},
    "levels": {"co-so": "Cơ sở", "tinh": "Tỉnh"},
}

NAMED = ("district", "field", "methods")
"""The facets whose values are found by their names."""


def make_document(address: str, title: str = "", text: str = "", **facts: Any) -> SearchDocument:
    """Return a document with the given facts and quiet defaults for the rest."""
    filed = {name: values_of(facts.pop(name, ())) for name in LABELS}
    (field, *_), (year, *_) = filed["field"] or ("",), filed["year"] or ("",)
    names = tuple(LABELS[facet].get(slug, "") for facet in NAMED for slug in filed[facet])
    quiet: dict[str, Any] = {"summary": "", "place": "", "date": "", "draft": False}
    return SearchDocument(
        address=address,
        title=title,
        text=text,
        field=field,
        field_name=LABELS["field"].get(field, ""),
        year=year,
        names=names,
        filed=filed,
        **{**quiet, **facts},
    )


def values_of(fact: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return a fact as slugs: none, one or several."""
    return tuple(filter(None, (fact,))) if isinstance(fact, str) else fact


@dataclass(frozen=True)
class Site:
    """A folder that holds a built index."""

    folder: Path

    def ask(
        self,
        calls: Sequence[Mapping[str, Any]],
        broken: Mapping[str, int] | None = None,
        base: str = "",
    ) -> list[dict[str, Any]]:
        """Return the reader's answers to the calls, made one after another on one index."""
        request = {
            "module": str(READER),
            "folder": base or str(self.folder),
            "calls": list(calls),
            "broken": broken or {},
        }
        return run_node(ROOT / "tests/search/run_queries.mjs", [], request)

    def search(self, query: str, **options: Any) -> dict[str, Any]:
        """Return the answer to one query; raise AssertionError if it failed."""
        (answer,) = self.ask([{"query": query, "options": options}])
        assert "error" not in answer, answer
        return answer


def build_site(
    folder: Path,
    documents: Sequence[SearchDocument],
    aliases: Mapping[str, str | Sequence[str]] | None = None,
) -> Site:
    """Write the index of the documents into the folder."""
    for name, data in build_search_index(documents, aliases or {}, LABELS).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return Site(folder)


def run_node(script: Path, arguments: Sequence[str], stdin: object) -> list[Any]:
    """Return the JSON list that a script prints."""
    done = subprocess.run(
        [NODE, str(script), *arguments],
        input=json.dumps(stdin, ensure_ascii=False).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    result: list[Any] = json.loads(done.stdout)
    return result


def found(answer: Mapping[str, Any]) -> list[str]:
    """Return the addresses of the hits."""
    return [hit["url"] for hit in answer["hits"]]
