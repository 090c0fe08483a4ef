"""Made-up stories in the site's own format, any number of them, for measurements. Writes.

    python bench/corpus.py --stories 1472 --out DIR [--approved 0.5] [--seed 0]

``DIR`` becomes a content folder that passes ``python -m scripts --content DIR check``: the real
taxonomy with one made-up outlet, and stories put together from ``phrases.yml``. Story number ``n`` depends only on the
seed and on the numbers before it, so the same arguments give the same bytes, and a larger corpus
begins with the smaller one.
"""

import argparse
import json
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.teller import Teller, say_number  # noqa: E402 - the root is on the path only now
from scripts.source.approval.seal import digest_of  # noqa: E402
from scripts.source.schema.story_keys import FrontMatter  # noqa: E402
from scripts.source.schema.story_parts import Kind  # noqa: E402
from scripts.source.schema.validation import validate  # noqa: E402
from scripts.source.text.body import compile_body  # noqa: E402
from scripts.source.text.front_matter import split_story  # noqa: E402
from scripts.source.text.source_text import SourceText  # noqa: E402
from scripts.source.text.vietnamese import slugify  # noqa: E402
from scripts.source.vocabulary.taxonomy import District, Taxonomy  # noqa: E402
from scripts.source.vocabulary.taxonomy_files import load_taxonomy  # noqa: E402

FIRST_YEAR, LAST_YEAR = 2008, 2025
LAST_ACT = date(2025, 6, 30)
FIRST_APPROVAL, LAST_APPROVAL = "2025-07-01", date(2025, 12, 31)
OUTLET = "Báo mẫu của bộ đo"
_SLUG_LETTERS = 48
_DAY = re.compile(r'"(\d{4}-\d{2}-\d{2})"')

Parts = dict[str, Any]


class CorpusError(Exception):
    """The corpus cannot be made: the taxonomy or a made-up story does not pass the checks."""


@dataclass(frozen=True, slots=True)
class Written:
    """What later stories need of an earlier one, to link to it."""

    key: str
    title: str
    commune: str


def write_corpus(out: Path, stories: int, approved: float = 0.5, seed: int = 0) -> None:
    """Make ``out`` a content folder of ``stories`` stories, ``approved`` of them with a valid approval.

    What an earlier corpus left under ``out`` is removed first.
    """
    for name in ("models", "taxonomy"):
        shutil.rmtree(out / name, ignore_errors=True)
    shutil.copytree(ROOT / "content" / "taxonomy", out / "taxonomy")
    with (out / "taxonomy/outlets.yml").open("a", encoding="utf-8") as outlets:
        outlets.write(f"\n- {{slug: bao-mau-cua-bo-do, name: {OUTLET}, hosts: [example.org]}}\n")
    taxonomy, problems = load_taxonomy(out / "taxonomy")
    if taxonomy is None:
        raise CorpusError("\n".join(map(str, problems)))
    (out / "models").mkdir()
    earlier: list[Written] = []
    titles: set[str] = set()
    for number in range(stories):
        # Spread evenly: of every ten stories, ten times the share are approved.
        vouched = int((number + 1) * approved + 1e-9) > int(number * approved + 1e-9)
        written, text = make_story(number, seed, taxonomy, earlier, titles, vouched=vouched)
        file = out / "models" / written.key / "index.md"
        file.parent.mkdir(parents=True)
        file.write_bytes(text.encode())
        earlier.append(written)


def make_story(  # noqa: PLR0913 - a story depends on the ones before it
    number: int, seed: int, taxonomy: Taxonomy, earlier: Sequence[Written], titles: set[str], *, vouched: bool
) -> tuple[Written, str]:
    """Return story ``number`` and its file; ``titles`` are those taken, and this one is added."""
    teller = Teller(seed, number)
    district = teller.choice([d for d in taxonomy.districts if not d.province_wide])
    commune = teller.choice(district.communes).name
    title, hamlet = _title(teller, titles)
    registered = teller.randint(FIRST_YEAR, LAST_YEAR)
    started = registered - teller.randint(0, 6)
    kind = teller.choices(list(Kind), (3, 1))[0]
    subject = f"{teller.draw('groups')} {hamlet}" if kind is Kind.COLLECTIVE else f"một người dân ở {hamlet}"
    teller.facts = {
        "hamlet": hamlet,
        "commune": commune,
        "district": district.names[-1].name,
        "subject": subject,
        "start": str(started),
    }
    front = {
        "title": title,
        "summary": teller.draw("summaries"),
        "format": "full",
        "kind": kind.value,
        "subject": subject,
        "place": {"commune": commune, "hamlet": hamlet},
        "movement": "registered",
        "field": teller.choice(taxonomy.fields.slugs),
        "methods": teller.sample(taxonomy.methods.slugs, teller.randint(1, 3)),
        "topics": ["bài thử", *teller.sample([topic.name for topic in taxonomy.topics], teller.randint(1, 3))],
        "started": str(started),
        "registered": str(registered),
        "status": teller.choice(("running", "running", "ended", "replicated")),
        **_vouchers(teller, taxonomy, district, registered, number, people=range(1) if kind is Kind.INDIVIDUAL else ()),
    }
    for name, said in (("commendations", "commended"), ("recognition", "recognised")):
        front["movement"] = said if front[name] else front["movement"]
    body = _body(teller, earlier)
    written = Written(f"{district.slug}/{_slug(title, number)}", title, commune)
    if vouched:
        front["approval"] = _approval(teller, taxonomy, written.key, front, body)
    return written, _file(front, body)


def _title(teller: Teller, taken: set[str]) -> tuple[str, str]:
    """Return a title that is not ``taken``, and the hamlet it names."""
    while True:
        hamlet = f"ấp {teller.draw('hamlet_heads')} {teller.draw('hamlet_tails')}"
        title = f"{teller.draw('acts')} {teller.draw('aims')} ở {hamlet}"
        if title not in taken:
            taken.add(title)
            return title, hamlet


def _slug(title: str, number: int) -> str:
    return f"{slugify(title)[:_SLUG_LETTERS].strip('-')}-{number + 1}"


def _vouchers(  # noqa: PLR0913 - what a story depends on
    teller: Teller, taxonomy: Taxonomy, district: District, registered: int, number: int, *, people: Sequence[int]
) -> Parts:
    """Return figures, acts, people and sources: what a story brings besides its text; ``people`` are named at least."""
    since = date(registered, 1, 1)
    place = teller.facts["commune"]
    names = [
        f"{teller.draw('families')} {teller.draw('middles')} {teller.draw('givens')}"
        for _ in (teller.some(2) or people)
    ]
    return {
        "results": [_result(teller) for _ in range(teller.randint(2, 4))],
        "recognition": [
            {
                "level": teller.choice(taxonomy.levels.slugs),
                "by": f"Ban Chỉ đạo {district.names[-1].name}",
                "document": f"{teller.randint(1, 400)}-QĐ/BCĐ",
                "date": _act_day(teller, since),
            }
            for _ in teller.some(2)
        ],
        "commendations": [
            {
                "form": teller.choice(taxonomy.commendations.slugs),
                "by": f"Chủ tịch UBND {district.names[-1].name}",
                "document": f"{teller.randint(1, 4000)}/QĐ-UBND",
                "date": _act_day(teller, since),
            }
            for _ in teller.some(3)
        ],
        "replications": [
            {"place": teller.choice(district.communes).name, "when": str(registered), "by": teller.draw("groups")}
            for _ in teller.some(4)
        ],
        "people": [
            {
                "name": name,
                "role": teller.draw("roles"),
                "consent": {
                    "name": "true",
                    "photo": teller.choice(("true", "false")),
                    "recorded": _act_day(teller, since),
                },
            }
            for name in dict.fromkeys(names)
        ],
        "quotes": [{"text": teller.draw("quotes"), "by": teller.draw("roles")} for _ in range(teller.randint(1, 2))],
        "contact": {"office": f"{teller.draw('offices')} {place}"},
        "coverage": [
            {
                "outlet": OUTLET,
                "date": _act_day(teller, since),
                "title": f"Chuyện ở {teller.facts['hamlet']}, {place}",
                "url": f"https://example.org/bao/{number + 1}",
            }
            for _ in teller.some(1)
        ],
        "sources": [
            {
                "title": f"Bài thử số {say_number(number + 1)}, phần {part}",
                "publisher": "Nguồn mẫu của bộ đo",
                "date": _act_day(teller, since)[: teller.choice((4, 7, 10))],
                "url": f"https://example.org/nguon/{number + 1}/{part}",
            }
            for part in range(1, teller.randint(1, 3) + 1)
        ],
    }


def _result(teller: Teller) -> Parts:
    if teller.random() < 0.2:
        return {"value": f"{teller.randint(5, 99)}%", "label": teller.draw("labels")}
    figure = {
        "value": say_number(teller.randint(3, 2400)),
        "unit": teller.draw("units"),
        "label": teller.draw("labels"),
    }
    return figure | ({"when": str(teller.randint(FIRST_YEAR, LAST_YEAR))} if teller.random() < 0.5 else {})


def _act_day(teller: Teller, since: date) -> str:
    return teller.day(since, min(LAST_ACT, since + timedelta(days=1200))).isoformat()


def _approval(teller: Teller, taxonomy: Taxonomy, key: str, front: Parts, body: str) -> Parts:
    """Return the approval of the story, by a body that could give it on that day."""
    newest = max([FIRST_APPROVAL, *_DAY.findall(_file(front, body))])
    day = teller.day(date.fromisoformat(newest), LAST_APPROVAL)
    in_office = [a for a in taxonomy.approvers if (a.since or day) <= day and (a.until is None or day < a.until)]
    approval = {
        "by": teller.choice(in_office).name,
        "document": f"{teller.randint(1, 900)}-CV/BDVTU",
        "date": day.isoformat(),
        "digest": f"sha256:{'0' * 64}",
    }
    parts, problems = split_story(SourceText(_file({**front, "approval": approval}, body), "made-up"))
    compiled, found = compile_body(parts.body, "full")
    read, invalid = validate(FrontMatter, parts.document)
    if read is None:
        raise CorpusError("\n".join(map(str, [*problems, *found, *invalid])))
    return {**approval, "digest": digest_of(key, read, compiled, {})}


def _body(teller: Teller, earlier: Sequence[Written]) -> str:
    """Return about 600 words: four sections, lists, a quotation, and often a link to another story."""
    return "\n\n".join(
        [
            "## Bối cảnh",
            *_paragraphs(teller, "context", 3, 3),
            "## Cách làm",
            *_paragraphs(teller, "how", 4),
            "\n".join(f"- {line}" for line in teller.several("steps", 4)),
            *_paragraphs(teller, "how", 2),
            "## Kết quả",
            *_paragraphs(teller, "outcome", 4),
            f"> {teller.draw('quotes')} {teller.draw('quotes')}",
            *_see_also(teller, earlier),
            "## Làm theo",
            "\n".join(f"- {line}" for line in teller.several("copying", 4)),
            *_paragraphs(teller, "copying", 2),
        ]
    )


def _paragraphs(teller: Teller, name: str, *lengths: int) -> Iterator[str]:
    """Yield paragraphs of so many sentences, no sentence pattern twice; one phrase in bold."""
    sentences = iter(teller.several(name, sum(lengths)))
    for length in lengths:
        words = " ".join(next(sentences) for _ in range(length)).split(" ")
        at = teller.randrange(2, len(words) - 4)
        yield " ".join([*words[:at], f"**{words[at].strip(',.')}**", *words[at + 1 :]])


def _see_also(teller: Teller, earlier: Sequence[Written]) -> Iterator[str]:
    if earlier and teller.random() < 0.6:
        other = teller.choice(earlier)
        yield f"Cách làm gần giống: [{other.title}](/mo-hinh/{other.key}/), {other.commune}."


def _file(front: Parts, body: str) -> str:
    """Return the file; JSON strings, lists and objects are YAML too."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in front.items() if value]
    return f"---\n{''.join(lines)}---\n{body}\n"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=int, required=True, help="how many stories")
    parser.add_argument("--out", type=Path, required=True, help="the content folder to write")
    parser.add_argument("--approved", type=float, default=0.5, help="share with a valid approval (0.5)")
    parser.add_argument("--seed", type=int, default=0, help="another seed, other stories")
    options = parser.parse_args()
    write_corpus(options.out, options.stories, options.approved, options.seed)


if __name__ == "__main__":
    main()
