"""What all press kits of a library cost: the first time, and when nothing changed. Writes to a folder.

    python bench/kits.py [--stories 1472] [--work DIR]

Every story is approved, so every story has a kit: facts, three texts, documents, README; no photos
(made-up stories have none) and a stand-in for the radio script, whose own cost is not ours. CPU of
this process, kits put into a site folder as a build puts them.
"""

import argparse
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.corpus import write_corpus  # noqa: E402 - the root is on the path only now
from scripts.catalog.catalog import Catalog, Edition, build_catalog  # noqa: E402
from scripts.publish.kits import Suppliers, kits  # noqa: E402
from scripts.render.press.documents import text_document  # noqa: E402
from scripts.render.press.docx import docx_bytes  # noqa: E402
from scripts.render.press.fact_rows import fact_rows  # noqa: E402
from scripts.render.press.facts import fact_sheet  # noqa: E402
from scripts.render.press.radio import radio_script  # noqa: E402
from scripts.render.press.texts import press_texts  # noqa: E402
from scripts.source.library import load_library  # noqa: E402

_URL = "https://example.org"
_DOCUMENTS = 200


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=int, default=1472, help="how many stories (1472)")
    parser.add_argument("--work", type=Path, help="keep everything in this folder; a temporary one otherwise")
    options = parser.parse_args()
    if options.work:
        measure(options.work, options.stories)
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        measure(Path(folder), options.stories)


def measure(work: Path, stories: int) -> None:
    """Print what the kits cost twice over, and what one document costs."""
    write_corpus(work / "content", stories, approved=1.0)
    today = datetime.now(UTC).date()
    library = load_library(work / "content", today)
    if library.taxonomy is None or library.problems:
        sys.exit("\n".join(map(str, library.problems)))
    catalog = build_catalog(library.stories, library.taxonomy, Edition.PUBLIC)
    print(f"{len(catalog.public):,} kits       CPU s   wall s")
    for name in ("first time", "no change"):
        cpu, wall, size = _once(catalog, work)
        print(f"{name:<17}{cpu:8.2f}{wall:9.2f}   {size / 1e6:.1f} MB")
    print(f"one text.docx: {_document_cost(catalog):.2f} ms CPU")


def _once(catalog: Catalog, work: Path) -> tuple[float, float, int]:
    cpu, wall, size = time.process_time(), time.perf_counter(), 0
    suppliers = Suppliers(script=lambda story: radio_script(story, catalog.taxonomy))
    for path, data in kits(catalog, work / "cache", _URL, suppliers):
        target = work / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        size += len(data)
    return time.process_time() - cpu, time.perf_counter() - wall, size


def _document_cost(catalog: Catalog) -> float:
    """Return the milliseconds of CPU that one document of a story takes, its texts given."""
    site = catalog.taxonomy.site
    documents = []
    for story in catalog.stories[:_DOCUMENTS]:
        sheet = fact_sheet(story, catalog, _URL)
        texts = press_texts(story, sheet, site)
        documents.append(text_document(sheet, texts, fact_rows(sheet), site.name, story.front.approval.date))
    began = time.process_time()
    for document in documents:
        docx_bytes(document)
    return (time.process_time() - began) / len(documents) * 1000


if __name__ == "__main__":
    main()
