"""The needles: 52 fixed stories, and filler around them, for the queries of ``queries.yml``. Writes.

    python bench/needle_corpus.py --stories 1472 --out DIR [--seed 7]

``DIR`` becomes a content folder that passes ``python -m scripts --content DIR check``: the real
taxonomy, the stories of ``needles.yml``, then stories put together from ``filler.yml``. Phrases recur
more than in real prose ("dân vận khéo" in a third of the stories), and half of the sentences are word
salad. One story of filler in seven places its tones the new way (hoà, thuỷ). Everything is NFC, the
only form the checker lets pass. Same arguments, same bytes; a larger corpus begins with the smaller.
"""

import argparse
import json
import random
import re
import shutil
import sys
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, count, pairwise
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.corpus import CorpusError  # noqa: E402 - the root is on the path only now
from bench.search_queries import DISGUISES  # noqa: E402
from scripts.render.search.words import CanonicalWords  # noqa: E402
from scripts.source.schema.story_parts import Kind  # noqa: E402
from scripts.source.text.vietnamese import fold  # noqa: E402
from scripts.source.vocabulary.taxonomy import Commune, District, Taxonomy, bare_name  # noqa: E402
from scripts.source.vocabulary.taxonomy_files import load_taxonomy  # noqa: E402

SEED = 7
NEW_PLACE = 0.15
"""Share of the filler that places its tones the new way."""
SALAD = 0.45
"""Share of sentences that are word salad."""
FIRST_YEAR, LAST_YEAR = 2009, 2024
LONGEST_TITLE = 110
SUMMARY_WORDS = 24

_SLOT = re.compile(r"<(\w+)>")
_WORD = re.compile(r"\w+")

Titles = set[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Story:
    """What a story is made of, before it is a file."""

    title: str
    field: str
    district: District
    commune: Commune
    paragraphs: list[str]


@cache
def needles() -> list[dict[str, Any]]:
    """Return the fixed stories, by their number."""
    return _data("needles.yml")


@cache
def words() -> dict[str, Any]:
    """Return the lists of ``filler.yml``."""
    return _data("filler.yml")


def slug_of(number: int) -> str:
    """Return the name of a story's folder; it says nothing of what the story holds."""
    return f"needle-{number:02}" if number < len(needles()) else f"filler-{number:05}"


def write_needle_corpus(out: Path, stories: int, seed: int = SEED) -> None:
    """Make ``out`` a content folder of ``stories`` stories; what an earlier corpus left there is removed."""
    for name in ("models", "taxonomy"):
        shutil.rmtree(out / name, ignore_errors=True)
    shutil.copytree(ROOT / "content" / "taxonomy", out / "taxonomy")
    taxonomy, problems = load_taxonomy(out / "taxonomy")
    if taxonomy is None:
        raise CorpusError("\n".join(map(str, problems)))
    titles: Titles = set()
    for number in range(stories):
        key, text = make_story(number, seed, taxonomy, titles)
        file = out / "models" / key / "index.md"
        file.parent.mkdir(parents=True)
        file.write_bytes(text.encode())


def make_story(number: int, seed: int, taxonomy: Taxonomy, titles: Titles) -> tuple[str, str]:
    """Return the key and the file of story ``number``; ``titles`` are those taken, and this one is added."""
    needle = needles()[number] if number < len(needles()) else None
    for attempt in count():
        dice = Filler(seed, number, attempt)
        story = dice.needle(needle, taxonomy) if needle else dice.story(taxonomy, titles)
        mark = _mark_of(story)
        if not needle and dice.random() < NEW_PLACE:
            paragraphs = [_in_new_place(paragraph) for paragraph in story.paragraphs]
            story = replace(story, title=_in_new_place(story.title), paragraphs=paragraphs)
        front = _front(dice, story, taxonomy, number)
        if needle or not _rivals_a_needle(front, story, taxonomy):
            break
    titles.add(mark)
    return f"{story.district.slug}/{slug_of(number)}", _file(front, story.paragraphs)


def _rivals_a_needle(front: dict[str, Any], story: Story, taxonomy: Taxonomy) -> bool:
    """Whether the story holds all that a needle holds of a query that asks for the needle only.

    It would be as right, and nobody listed it.
    """
    names = [taxonomy.fields[story.field].name, *(taxonomy.methods[method].name for method in front["methods"])]
    names += [story.commune.name, story.district.short_name, front["registered"]]
    told = _spaced(" | ".join([story.title, *story.paragraphs, *names]))
    return any(all(f" {part} " in told for part in parts) for parts in _asked())


@cache
def _asked() -> list[list[str]]:
    """Return the words of each query with marks for needles only, and the neighbours among them that a needle holds."""
    told = [_spaced(f"{needle['title']} | {needle['text']}") for needle in needles()]
    asked = []
    for query in _data("queries.yml"):
        if "phrases" not in query and fold(query["q"]) != query["q"].lower():
            typed = _spaced(query["q"]).split()
            pairs = [f"{a} {b}" for a, b in pairwise(typed)]
            asked.append(typed + [pair for pair in pairs if any(f" {pair} " in told[n] for n in query["stories"])])
    return asked


def _spaced(text: str) -> str:
    return f" {' '.join(CanonicalWords().split(text))} "


class Filler(random.Random):
    """The dice of one story."""

    def __init__(self, seed: int, number: int, attempt: int) -> None:
        """Seed the dice of story ``number``: the other stories do not move them."""
        super().__init__(f"{seed}/{number}" + "'" * attempt)
        self.facts: dict[str, str] = {}

    def story(self, taxonomy: Taxonomy, titles: Titles) -> Story:
        """Return a story of filler whose title nobody in its commune has."""
        field = self.choice(list(words()["models"]))
        district = self.choice([d for d in taxonomy.districts if not d.province_wide])
        commune = self.choice([c for c in district.communes if bare_name(c.name) in words()["communes"]])
        self._settle(field, district, commune)
        while True:
            title = self.sentence(self.choice(words()["titles"]))
            story = Story(title, field, district, commune, [])
            if len(title) <= LONGEST_TITLE and _mark_of(story) not in titles:
                story.paragraphs.extend(self._paragraphs())
                return story

    def needle(self, needle: dict[str, Any], taxonomy: Taxonomy) -> Story:
        """Return a story of ``needles.yml``: its own paragraph is the second, the rest is filler."""
        district = taxonomy.districts[needle["place"]["district"]]
        named = [c for c in district.communes if c.name == needle["place"].get("commune")]
        commune = self.choice(named or [c for c in district.communes if bare_name(c.name) in words()["communes"]])
        self._settle(needle["field"], district, commune)
        first, *others = self._paragraphs()
        return Story(needle["title"], needle["field"], district, commune, [first, needle["text"], *others])

    def sentence(self, pattern: str) -> str:
        """Return ``pattern`` with its slots filled, one slot always with the same words."""
        facts = {
            **self.facts,
            "hamlet": self.choice(words()["hamlets"]),
            "person": " ".join(self.choice(words()[name]) for name in ("families", "middles", "givens")),
            "body": self.choice(words()["bodies"]),
            "year": str(self.randint(FIRST_YEAR, LAST_YEAR)),
            "many": str(self.randint(11, 990)),
            "few": str(self.randint(2, 9)),
        }
        for name, most in (("thing", 3), ("deed", 3), ("trait", 2)):
            facts |= {f"{name}{n}": word for n, word in enumerate(self.sample(words()[f"{name}s"], most), 1)}
        if self.random() < 0.2:
            facts["commune"] = self.choice(words()["communes"])
        return _capital(_SLOT.sub(lambda slot: facts[slot[1]], pattern))

    def _settle(self, field: str, district: District, commune: Commune) -> None:
        model = self.choice(words()["models"][field])
        self.facts = {"district": district.short_name, "commune": bare_name(commune.name), "model": model}

    def _paragraphs(self) -> list[str]:
        """Return paragraphs of three to five sentences, 350 to 600 words together."""
        patterns = self.sample(words()["sentences"], len(words()["sentences"]))
        wanted, told, paragraphs = self.randint(350, 600), 0, []
        while sum(len(paragraph.split()) for paragraph in paragraphs) < wanted:
            sentences = []
            for _ in range(self.randint(3, 5)):
                if self.random() < SALAD:
                    sentences.append(self._salad())
                else:
                    sentences.append(self.sentence(patterns[told % len(patterns)]))
                    told += 1
            paragraphs.append(" ".join(sentences))
        return paragraphs

    def _salad(self) -> str:
        said: list[str] = []
        for compound in self.choices(words()["compounds"], cum_weights=_rarity(), k=self.randint(5, 11)):
            said.append(compound)
            if self.random() < 0.45:
                said.append(self.choice(words()["links"]))
            if self.random() < 0.12:
                said.append(self.choice(_plain_words()))
        return f"{_capital(' '.join(said))}."


@cache
def _plain_words() -> list[str]:
    return [*words()["things"], *words()["deeds"], *words()["traits"]]


@cache
def _rarity() -> list[float]:
    """Return running weights under which the first compounds are the commonest."""
    return list(accumulate(1 / (place + 12) for place in range(len(words()["compounds"]))))


def _front(dice: Filler, story: Story, taxonomy: Taxonomy, number: int) -> dict[str, Any]:
    kind, year = dice.choice(list(Kind)), dice.randint(FIRST_YEAR, LAST_YEAR)
    commune = story.commune.name
    levels = [level.slug for level in taxonomy.levels if level.slug != "trung-uong"]
    return {
        "title": story.title,
        "summary": " ".join(story.paragraphs[0].split()[:SUMMARY_WORDS]) + "…",
        "format": "full",
        "kind": kind.value,
        "subject": f"{'một tập thể' if kind is Kind.COLLECTIVE else 'một người dân'} ở {commune}",
        "place": {"commune": commune},
        "movement": "recognised",
        "field": story.field,
        "methods": dice.sample(taxonomy.methods.slugs, dice.randint(1, 2)),
        "registered": str(year),
        "recognition": [{"level": dice.choice(levels), "by": "Nơi công nhận mẫu của bộ đo"}],
        "sources": [
            {
                "title": f"Bài thử số {number}",
                "publisher": "Nguồn mẫu của bộ đo",
                "date": f"{year}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
            }
        ],
    }


def _file(front: dict[str, Any], paragraphs: list[str]) -> str:
    """Return the file; JSON strings, lists and objects are YAML too."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in front.items()]
    third = len(paragraphs) // 3
    parts = {"Bối cảnh": paragraphs[:third], "Cách làm": paragraphs[third:-third], "Kết quả": paragraphs[-third:]}
    body = "\n\n".join(text for heading, part in parts.items() for text in (f"## {heading}", *part))
    return f"---\n{''.join(lines)}---\n{body}\n"


def _in_new_place(text: str) -> str:
    return _WORD.sub(lambda word: _new_place(word[0]), text)


@cache
def _new_place(word: str) -> str:
    return DISGUISES["new tone place"](word)


def _mark_of(story: Story) -> tuple[str, str, str]:
    """Return what two stories must not share."""
    return story.district.slug, story.commune.name, fold(story.title)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _data(name: str) -> Any:
    return yaml.load(Path(__file__).with_name(name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stories", type=int, required=True, help="how many stories")
    parser.add_argument("--out", type=Path, required=True, help="the content folder to write")
    parser.add_argument("--seed", type=int, default=SEED, help=f"another seed, other filler ({SEED})")
    options = parser.parse_args()
    write_needle_corpus(options.out, options.stories, options.seed)


if __name__ == "__main__":
    main()
