"""What a full build costs, beside stock Material building the same pages. Runs both; asserts no time.

    python bench/build.py [--stories 1472] [--runs 3] [--work DIR] [--profile]

A is our whole ``python -m scripts build``: check, stage, MkDocs, gate. B is ``mkdocs build`` of the
project that ``stock.py`` writes. They run in turn, each from nothing but the font cache, and what
counts is CPU seconds (user and system, children included): another program on the machine moves
them little, and the ratio of a pair less. Making thousands of small files is part of it and differs
from disk to disk (and from run to run); ``--work /dev/shm/bench`` leaves the disk out.
"""

import argparse
import cProfile
import os
import pstats
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.corpus import write_corpus  # noqa: E402 - the root is on the path only now
from bench.stock import addresses_in, write_stock  # noqa: E402
from scripts.catalog.catalog import Catalog, Edition, build_catalog  # noqa: E402
from scripts.publish.gate.gate import Expectation, check_site  # noqa: E402
from scripts.publish.staging import stage  # noqa: E402
from scripts.render.site import render_site  # noqa: E402
from scripts.source.library import Library, load_library  # noqa: E402

_LAST_WORDS = 2_000
_TOP = 15


@dataclass(frozen=True, slots=True)
class Cost:
    """What one program used."""

    cpu: float
    wall: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Bench:
    """The folders of one measurement, and the two builds."""

    work: Path

    @property
    def content(self) -> Path:
        """The made-up stories."""
        return self.work / "content"

    @property
    def site(self) -> Path:
        """What A makes."""
        return self.work / "site"

    @property
    def stock(self) -> Path:
        """The project of B."""
        return self.work / "stock"

    @property
    def staged(self) -> Path:
        """Pages that are staged alone, to time it."""
        return self.work / "staged"

    def ours(self) -> Cost:
        """Run A, every page from nothing."""
        for folder in (self.site, self.work / "build" / "docs", self.work / "build" / "site"):
            shutil.rmtree(folder, ignore_errors=True)
        paths = ["--out", str(self.site), "--build", str(self.work / "build")]
        return self._run("-m", "scripts", "--content", str(self.content), "build", *paths)

    def theirs(self) -> Cost:
        """Run B, every page from nothing."""
        shutil.rmtree(self.stock / "site", ignore_errors=True)
        return self._run("-m", "mkdocs", "build", "--config-file", str(self.stock / "mkdocs.yml"))

    def _run(self, *arguments: str) -> Cost:
        log = self.work / "log.txt"
        began = time.perf_counter()
        with log.open("wb") as sink:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=ROOT,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"},
                stdout=sink,
                stderr=subprocess.STDOUT,
            )
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            words = log.read_text(encoding="utf-8", errors="replace")[-_LAST_WORDS:]
            sys.exit(f"{' '.join(arguments)} ended with {process.returncode}:\n{words}")
        return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=int, default=1472, help="how many stories (1472)")
    parser.add_argument("--runs", type=int, default=3, help="how many pairs of A and B (3)")
    parser.add_argument("--work", type=Path, help="keep everything in this folder; a temporary one otherwise")
    parser.add_argument("--profile", action="store_true", help="also show where our own time goes")
    options = parser.parse_args()
    if options.work:
        options.work.mkdir(parents=True, exist_ok=True)
        measure(Bench(options.work.resolve()), options.stories, options.runs, profile=options.profile)
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        measure(Bench(Path(folder)), options.stories, options.runs, profile=options.profile)


def measure(bench: Bench, stories: int, runs: int, *, profile: bool) -> None:
    """Print what ``runs`` pairs cost, and what our own parts cost alone."""
    write_corpus(bench.content, stories)
    library = _load(bench)
    if library.taxonomy is None or library.problems:
        sys.exit("\n".join(map(str, library.problems)))
    catalog = build_catalog(library.stories, library.taxonomy, Edition.PREVIEW)
    bench.ours()  # fills the font cache, and shows which pages there are
    stand_ins = write_stock(bench.stock, catalog, ROOT / "docs", bench.site)
    bench.theirs()
    pages = _same_addresses(bench)
    print(f"{stories:,} stories, {pages:,} pages, the same addresses in A and B; stand-ins in B: {stand_ins:,}")
    print(f"size of the site: A {_megabytes(bench.site):.0f} MB, B {_megabytes(bench.stock / 'site'):.0f} MB\n")
    _print_pairs([(bench.ours(), bench.theirs()) for _ in range(runs)])
    del library, catalog
    _print_alone(bench, pages, runs)
    if profile:
        _print_profile(bench)


def _same_addresses(bench: Bench) -> int:
    """Return how many pages A and B made; stop when they are not the same ones."""
    ours, theirs = addresses_in(bench.site), addresses_in(bench.stock / "site")
    if ours != theirs:
        sys.exit(f"not the same pages: only A {sorted(ours - theirs)[:9]}, only B {sorted(theirs - ours)[:9]}")
    return len(ours)


def _print_pairs(pairs: list[tuple[Cost, Cost]]) -> None:
    print("run     A: CPU s  wall s  peak MB     B: CPU s  wall s  peak MB     A/B, CPU")
    for number, (a, b) in enumerate(pairs, start=1):
        ours, theirs = (f"{c.cpu:11.2f}{c.wall:8.2f}{c.peak_mb:9.0f}" for c in (a, b))
        print(f"{number:<6}{ours}  {theirs}{a.cpu / b.cpu:13.2f}")
    print(f"median ratio A/B: {median(a.cpu / b.cpu for a, b in pairs):.2f}\n")


def _print_alone(bench: Bench, pages: int, runs: int) -> None:
    print("alone, in one process     CPU s      a second")
    for name, part in _parts(bench):
        cost = median(_cpu_of(bench, part) for _ in range(runs))
        print(f"{name:<22}{cost:9.2f}{pages / cost:10,.0f} pages")


def _parts(bench: Bench) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield our parts of a build, MkDocs left out: reading and checking, staging, the gate."""
    library = _load(bench)
    yield "check", lambda: _load(bench)
    yield "staging", lambda: _stage(bench, library)
    yield "gate", lambda: _check_gate(bench)


def _load(bench: Bench) -> Library:
    return load_library(bench.content, datetime.now(UTC).date())


def _stage(bench: Bench, library: Library) -> None:
    """Render and write every generated page; hand-written pages and fonts are left out."""
    catalog = build_catalog(library.stories, library.taxonomy, Edition.PREVIEW)
    stage(_texts(catalog), bench.staged)


def _texts(catalog: Catalog) -> Iterator[tuple[PurePosixPath, bytes]]:
    for page in render_site(catalog):
        yield page.path, page.text.encode()


def _check_gate(bench: Bench) -> None:
    if problems := check_site(bench.site, Expectation(drafts_allowed=True)):
        sys.exit("\n".join(map(str, problems[:_TOP])))


def _cpu_of(bench: Bench, part: Callable[[], object]) -> float:
    shutil.rmtree(bench.staged, ignore_errors=True)
    began = time.process_time()
    part()
    return time.process_time() - began


def _print_profile(bench: Bench) -> None:
    """Print the ``_TOP`` functions of each part by time with what they call, then by their own time."""
    for name, part in _parts(bench):
        shutil.rmtree(bench.staged, ignore_errors=True)
        profiler = cProfile.Profile()
        profiler.runcall(part)
        for order in ("cumulative", "tottime"):
            print(f"\n{name}, by {order}")
            pstats.Stats(profiler).sort_stats(order).print_stats(_TOP)


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


if __name__ == "__main__":
    main()
