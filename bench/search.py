"""Our search beside stock Material's and Pagefind's: the same stories, the same queries. Asserts nothing.

    python bench/search.py [--stories 1472] [--seed 1] [--each 20] [--phrases 200] [--runs 3] [--only ours] [--work DIR]

Makes the three sites (``search_sites.py``), asks each engine in Chromium on a story page of its own
site (``search_engines.py``), judges the answers (``search_queries.py``), prints Markdown. Corpus and
queries are the same for the same numbers and seed. Every time is taken with an empty cache. "Slow" is
150 ms before each answer and 300 on a new connection, 1.6 Mbit/s for all together, HTTP/1.1, and the
whole browser, workers included, stopped for three quarters of every 20 ms (``shaped_server.py``).
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.corpus import write_corpus  # noqa: E402 - the root is on the path only now
from bench.search_engines import MATERIAL, OURS, PAGEFIND, Engine, Fetched, Reader, chromium  # noqa: E402
from bench.search_queries import Query, Score, Stories, disguised_phrases, make_queries, score  # noqa: E402
from bench.search_sites import Made, make_material, make_ours, make_pagefind, read_catalog  # noqa: E402
from bench.shaped_server import FAST, SLOW, Line, Server  # noqa: E402
from scripts.catalog.catalog import Catalog  # noqa: E402
from scripts.render.search.documents import search_document  # noqa: E402

FIRST_QUERY = "hội nông dân"
"""Three plain words that two stories of five hold side by side."""
PATIENCE = 90.0
"""Seconds after which no result is waited for."""

Maker = Callable[[Catalog, Path, Path], Made]
ENGINES: dict[str, tuple[Engine, Maker]] = {
    "material": (MATERIAL, lambda catalog, _, work: make_material(catalog, work)),
    "pagefind": (PAGEFIND, lambda catalog, _, work: make_pagefind(catalog, work)),
    "ours": (OURS, make_ours),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything about one engine."""

    name: str
    made: Made
    plain: Fetched
    first: Fetched
    fast: Sequence[float | None]
    slow: Sequence[float | None]
    groups: dict[str, Score]
    marked: Score
    phrases: Score | None


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=int, default=1472, help="how many stories (1472)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the queries (1)")
    parser.add_argument("--each", type=int, default=20, help="queries of each group (20)")
    parser.add_argument("--phrases", type=int, default=200, help="random phrases for ours, in five disguises (200)")
    parser.add_argument("--runs", type=int, default=3, help="times each time is taken (3); the median counts")
    parser.add_argument("--only", choices=ENGINES, action="append", help="measure only this engine; may be repeated")
    parser.add_argument("--work", type=Path, help="keep everything in this folder; a temporary one otherwise")
    options = parser.parse_args()
    if options.work:
        options.work.mkdir(parents=True, exist_ok=True)
        run(options, options.work.resolve())
        return
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        run(options, Path(folder))


def run(options: argparse.Namespace, work: Path) -> None:
    """Make the stories and the queries, measure each engine, print the tables."""
    write_corpus(work / "content", options.stories)
    catalog = read_catalog(work / "content")
    documents = [search_document(story, catalog.taxonomy, catalog.facts[story.key]) for story in catalog.stories]
    page = documents[len(documents) // 2].address
    stories = Stories(documents)
    aliases = {typed: [given] if isinstance(given, str) else given for typed, given in catalog.taxonomy.aliases.items()}
    queries = make_queries(stories, aliases, options.each, options.seed)
    phrases = disguised_phrases(stories, options.phrases, options.seed)
    names = options.only or list(ENGINES)
    made = {name: ENGINES[name][1](catalog, work / "content", work) for name in names}
    results = []
    with chromium() as browser:
        for name in names:
            print(f"measuring {name}", file=sys.stderr)
            engine = ENGINES[name][0]
            reader = Reader(browser, Server(made[name].site), engine, page)
            results.append(_measure(reader, made[name], queries, phrases if engine is OURS else [], options.runs))
    right = median(len(query.right) for query in queries)
    print(f"{options.stories:,} stories; {len(queries)} queries, seed {options.seed}; right: {right:.0f} (median);")
    print(f"first query “{FIRST_QUERY}”; times: median (least-most) of {options.runs}\n")
    _print_table("", results, _cost_rows())
    _print_table("recall@10 / MRR", results, _score_rows(queries))


def _measure(reader: Reader, made: Made, queries: list[Query], phrases: list[Query], runs: int) -> Measured:
    plain, first = reader.plain_view(), reader.first_query(FIRST_QUERY)
    answers = reader.answer([query.text for query in [*queries, *phrases]])
    judged = list(zip(queries, answers, strict=False))

    def score_of(keep: Callable[[Query], bool]) -> Score:
        kept = [pair for pair in judged if keep(pair[0])]
        return score([query for query, _ in kept], [found for _, found in kept])

    return Measured(
        reader.engine.name,
        made,
        plain,
        first,
        _times(reader, FAST, runs),
        _times(reader, SLOW, runs),
        {group: score_of(lambda query, group=group: query.group == group) for group in _groups(queries)}
        | {"all": score_of(lambda _: True)},
        score_of(lambda query: query.exact),
        score(phrases, answers[len(queries) :]) if phrases else None,
    )


def _times(reader: Reader, line: Line, runs: int) -> list[float | None]:
    """Return the seconds of each run; a run that took too long is the last."""
    times: list[float | None] = []
    while len(times) < runs and None not in times:
        times.append(reader.first_results(FIRST_QUERY, line, PATIENCE))
    return times


def _groups(queries: Sequence[Query]) -> list[str]:
    return list(dict.fromkeys(query.group for query in queries))


Row = tuple[str, Callable[[Measured], str]]


def _cost_rows() -> Iterator[Row]:
    yield "index build, CPU s", lambda m: f"{m.made.cpu:.1f}"
    yield "after one edit, CPU s", lambda m: f"{m.made.edit:.2f}" if m.made.edit != m.made.cpu else "as a build"
    yield "files / MB on disk", lambda m: "{:,} / {:.1f}".format(*m.made.size())
    yield "plain page view: requests / kB (gzip)", lambda m: _say(m.plain)
    yield "until ten results of the first query: requests / kB (gzip)", lambda m: _say(m.first)
    yield "first results, fast line, s", lambda m: _say_times(m.fast)
    yield "first results, slow, s", lambda m: _say_times(m.slow)


def _score_rows(queries: Sequence[Query]) -> Iterator[Row]:
    for group in [*_groups(queries), "all"]:
        count = sum(group in (query.group, "all") for query in queries)
        yield f"{group} ({count})", lambda m, group=group: _say_score(m.groups[group])
    yield "typed with marks: first hit holds the phrase", lambda m: f"{m.marked.first} of {m.marked.queries}"
    yield "random phrases, five disguises each", lambda m: _say_score(m.phrases) if m.phrases else "-"


def _say(fetched: Fetched) -> str:
    return f"{fetched.requests} / {fetched.kilobytes:,.0f}"


def _say_times(times: Sequence[float | None]) -> str:
    known = [time for time in times if time is not None]
    if len(known) < len(times):
        return f"> {PATIENCE:.0f}"
    return f"{median(known):.2f} ({min(known):.2f}-{max(known):.2f})"


def _say_score(result: Score) -> str:
    return f"{result.recall:.3f} / {result.rank:.3f}"


def _print_table(corner: str, results: Sequence[Measured], rows: Iterator[Row]) -> None:
    print(f"| {corner} | " + " | ".join(m.name for m in results) + " |")
    print("| --- |" + " --- |" * len(results))
    for name, say in rows:
        print(f"| {name} | " + " | ".join(say(m) for m in results) + " |")
    print()


if __name__ == "__main__":
    main()
