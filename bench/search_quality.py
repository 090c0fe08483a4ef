"""How well our search answers 117 queries whose answers are known, and what it costs. Asserts nothing.

    python bench/search_quality.py [--stories 1472] [--seed 1 2 3] [--work DIR] [-v]

Makes the stories (``needle_corpus.py``), indexes them in this process, without MkDocs, and asks the
reader of the site under the node that comes with Playwright. Prints Markdown; ``-v`` adds the misses.

The measures are the search laboratory's. Right are the needles a query names and every story that
holds one of its phrases, marks and all, in what a reader finds on its page: title, summary, text,
figures, place, and the names of its field and methods. Recall@10 is the share of the right stories
among the first ten results (of ten, where there are more); MRR the mean of 1 / place of the first
right one. Held out from any tuning are 200 random phrases in five disguises, others for each seed.
"""

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import brotli
import yaml
from playwright._impl._driver import compute_driver_executable  # the node of the pinned version

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.needle_corpus import slug_of, write_needle_corpus  # noqa: E402 - the root is on the path only now
from bench.search_queries import Query, Score, Stories, disguised_phrases, score  # noqa: E402
from scripts.catalog.catalog import Catalog, Edition, build_catalog  # noqa: E402
from scripts.render.search.documents import INDEX_FOLDER, search_document, search_files  # noqa: E402
from scripts.render.search.index import SearchDocument  # noqa: E402
from scripts.source.library import load_library  # noqa: E402

FIRST_QUERY = "dân vận khéo"
READER = ROOT / "docs" / "assets" / "search"
EDITS = 5
PHRASES = 200

_ASK = """
import { readFileSync } from "node:fs";
const { reader, folder, queries, first } = JSON.parse(readFileSync(0, "utf-8"));
const { openIndex } = await import(reader);
const open = (files) => openIndex(folder, { fetchChunk: async (file) => {
  files.push(file);
  return JSON.parse(readFileSync(file, "utf-8"));
} });
const loads = [];
for (const counts of [false, true]) {
  const files = [];
  await (await open(files)).search(first, { counts });
  loads.push(files);
}
const index = await open([]);
const answers = [];
for (const query of queries) {
  const { hits } = await index.search(query, { counts: false });
  answers.push(hits.map(({ url }) => url));
}
process.stdout.write(JSON.stringify({ answers, loads }));
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and what is right."""

    name: str
    query: Query
    first: frozenset[str] | None = None
    """The stories of which one must come first, where a phrase is wanted there."""


Answered = tuple[Asked, Sequence[str]]
"""A query and the addresses found, best first."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a page fetches: how many files, and their bytes, each compressed alone."""

    requests: int
    gzip: int
    brotli: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What the index costs to make: CPU seconds with nothing kept, and after one story changed."""

    cold: float
    edit: float


def read_needles(content: Path) -> Catalog:
    """Return the catalog of a content folder, drafts included."""
    library = load_library(content, datetime.now(UTC).date())
    if library.taxonomy is None or library.problems:
        sys.exit("\n".join(map(str, library.problems[:20])))
    return build_catalog(library.stories, library.taxonomy, Edition.PREVIEW)


def build_index(catalog: Catalog, site: Path) -> Cost:
    """Write the index below ``site``, as the site has it, and return what it cost to make."""
    cache: dict[str, bytes] = {}
    began = time.process_time()
    files = search_files(catalog, cache)
    cold = time.process_time() - began
    shutil.rmtree(site / INDEX_FOLDER, ignore_errors=True)
    for name, data in files.items():
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    edits = []
    for number in range(EDITS):
        catalog = _edit(catalog, len(catalog.stories) * (2 * number + 1) // (2 * EDITS))
        began = time.process_time()
        search_files(catalog, cache)
        edits.append(time.process_time() - began)
    return Cost(cold, median(edits))


def _edit(catalog: Catalog, place: int) -> Catalog:
    """Return the catalog with one more sentence in one story."""
    stories = list(catalog.stories)
    body = stories[place].body
    more = "\nSau cùng, cả xóm sửa thêm một đoạn bờ kênh."
    stories[place] = replace(stories[place], body=replace(body, text=body.text + more))
    return replace(catalog, stories=tuple(stories))


def read_stories(catalog: Catalog) -> Stories:
    """Return the words of all stories, to draw phrases from and to look them up in."""

    def told(document: SearchDocument) -> SearchDocument:
        _, *names = document.names  # the district is in the place
        return replace(document, text="\n".join([document.text, document.place, *names]))

    return Stories(
        [told(search_document(story, catalog.taxonomy, catalog.facts[story.key])) for story in catalog.stories]
    )


def read_queries(stories: Stories, catalog: Catalog) -> list[Asked]:
    """Return the queries of ``queries.yml`` with the addresses of the stories that are right."""
    addresses = {
        story.slug: search_document(story, catalog.taxonomy, catalog.facts[story.key]).address
        for story in catalog.stories
    }
    text = Path(__file__).with_name("queries.yml").read_text(encoding="utf-8")
    asked = []
    for entry in yaml.load(text, Loader=yaml.CSafeLoader):
        typed = unicodedata.normalize(entry.get("form", "NFC"), entry["q"])
        named = {addresses.get(slug_of(number), "") for number in entry.get("stories", ())} - {""}
        right = stories.holders(*entry.get("phrases", ())) | named
        if not right:
            sys.exit(f"{entry['id']}: no story is right; make more of them (--stories)")
        first = stories.holders(entry["first"]) if "first" in entry else None
        query = Query(entry["group"], typed, right, exact=first is not None)
        asked.append(Asked(entry["id"], query, first))
    return asked


def ask(site: Path, queries: Sequence[str]) -> tuple[list[list[str]], list[list[Path]]]:
    """Return ten addresses a query; the files the first query loads, in the box and with facet counts."""
    node = compute_driver_executable()[0]
    folder = f"{site / INDEX_FOLDER}/"
    reader = (READER / "search.js").as_uri()
    orders = {"reader": reader, "folder": folder, "queries": queries, "first": FIRST_QUERY}
    command = [node, "--input-type=module", "--eval", _ASK]
    said = subprocess.run(command, input=json.dumps(orders), stdout=subprocess.PIPE, text=True, check=True).stdout
    answer = json.loads(said)
    return answer["answers"], [[Path(file) for file in files] for files in answer["loads"]]


def weigh(files: Sequence[Path]) -> Load:
    """Return what ``files`` weigh: gzip 6 and Brotli 11."""
    data = [file.read_bytes() for file in files]
    packed = [len(brotli.compress(each, quality=11)) for each in data]
    return Load(len(data), sum(len(gzip.compress(each, 6)) for each in data), sum(packed))


def judge(answered: Sequence[Answered]) -> Score:
    """Return recall and rank."""
    return score([asked.query for asked, _ in answered], [found for _, found in answered])


def holds_first(answered: Sequence[Answered]) -> tuple[int, int]:
    """Return how many first results hold the phrase wanted there, and of how many queries."""
    wanted = [(asked.first, found) for asked, found in answered if asked.first is not None]
    return sum(bool(found) and found[0] in right for right, found in wanted), len(wanted)


def measure(stories: int, seeds: Sequence[int], work: Path, *, verbose: bool = False) -> None:
    """Make the stories and the index, ask the queries, print the tables."""
    write_needle_corpus(work / "content", stories)
    catalog = read_needles(work / "content")
    cost = build_index(catalog, work / "site")
    texts = read_stories(catalog)
    known = read_queries(texts, catalog)
    drawn = [
        Asked(f"seed {seed}", query, query.right if query.exact else None)
        for seed in seeds
        for query in disguised_phrases(texts, PHRASES, seed)
    ]
    answers, loads = ask(work / "site", [asked.query.text for asked in (*known, *drawn)])
    answered = list(zip((*known, *drawn), answers, strict=True))
    fixed, random = answered[: len(known)], answered[len(known) :]
    print(f"{stories:,} stories, {len(known)} queries, first query “{FIRST_QUERY}”\n")
    rows = [*_quality_rows(fixed, random), *_cost_rows(cost, loads, work / "site")]
    _print_table(("", "wanted at 1,472 / 10,000", "measured"), rows)
    _print_table(("queries", "R@10 / MRR", "first holds the phrase"), _group_rows(fixed))
    _print_table(("random phrases", "R@10 / MRR", "first holds the phrase"), _group_rows(random))
    if verbose:
        print("\n".join(line for one in answered for line in _miss(one)))


def _quality_rows(fixed: Sequence[Answered], random: Sequence[Answered]) -> Iterator[tuple[str, ...]]:
    yield f"{len(fixed)} queries: R@10 / MRR", "≥ .995 / .99", _say(judge(fixed))
    held, wanted = holds_first(fixed)
    yield "first result holds the exact phrase", f"{wanted} of {wanted}", f"{held} of {wanted}"
    for name, kept in _grouped(random, lambda asked: asked.name):
        yield f"{len(kept)} disguised random phrases, {name}: R@10 / MRR", "≥ .99 / .98", _say(judge(kept))


def _cost_rows(cost: Cost, loads: Sequence[Sequence[Path]], site: Path) -> Iterator[tuple[str, ...]]:
    for name, files in zip(("the box", "with facet counts"), loads, strict=True):
        yield f"first query, {name}: requests", "", str(len(files))
        yield f"first query, {name}: kB gzip 6 / brotli 11", "≤ 75 / ≤ 160", _say_load(weigh(files))
    modules = sorted(READER.glob("*.js"))
    yield f"the reader, {len(modules)} modules: kB gzip 6 / brotli 11", "< 10 brotli", _say_load(weigh(modules))
    yield "index build, CPU s", "≤ 3", f"{cost.cold:.2f}"
    yield f"after one edit, CPU s (median of {EDITS})", "≤ 0.5", f"{cost.edit:.2f}"
    sizes = [file.stat().st_size for file in (site / INDEX_FOLDER).rglob("*") if file.is_file()]
    yield "index: files / MB", "", f"{len(sizes):,} / {sum(sizes) / 1e6:.1f}"


def _group_rows(answered: Sequence[Answered]) -> Iterator[tuple[str, ...]]:
    for name, kept in _grouped(answered, lambda asked: asked.query.group):
        held, wanted = holds_first(kept)
        yield f"{name} ({len(kept)})", _say(judge(kept)), f"{held} of {wanted}" if wanted else ""


def _grouped(answered: Sequence[Answered], name_of: Callable[[Asked], str]) -> Iterator[tuple[str, Sequence[Answered]]]:
    for name in dict.fromkeys(name_of(asked) for asked, _ in answered):
        yield name, [one for one in answered if name_of(one[0]) == name]


def _miss(one: Answered) -> Iterator[str]:
    """Yield a line if the query was answered with a fault."""
    asked, result = one[0], judge([one])
    held, wanted = holds_first([one])
    if min(result.recall, result.rank) < 1 or held < wanted:
        note = "; the first does not hold the phrase" if held < wanted else ""
        right = f"{len(asked.query.right)} right"
        yield f"- {asked.name}, {asked.query.group}: “{asked.query.text}” {_say(result)}, {right}{note}"


def _say(result: Score) -> str:
    return f"{result.recall:.3f} / {result.rank:.3f}"


def _say_load(load: Load) -> str:
    return f"{load.gzip / 1000:.1f} / {load.brotli / 1000:.1f}"


def _print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    for row in (head, ["---"] * len(head), *rows):
        print(f"| {' | '.join(row)} |")
    print()


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=int, default=1472, help="how many stories (1472)")
    parser.add_argument("--seed", type=int, nargs="+", default=[1], help="seeds of the random phrases (1)")
    parser.add_argument("--work", type=Path, help="keep everything in this folder; a temporary one otherwise")
    parser.add_argument("-v", "--verbose", action="store_true", help="print the misses too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="search-quality-") as folder:
        measure(options.stories, options.seed, (options.work or Path(folder)).resolve(), verbose=options.verbose)


if __name__ == "__main__":
    main()
