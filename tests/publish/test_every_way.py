"""Every way in which words reach a reader, in every state of their approval: nothing public that nobody answers for.

The ways follow from the schema, from the words of the house and from what a body may hold: a key that joins is
tried without being named here. Each way in each state has a word of its own that stands nowhere else; every file
of a release, unpacked, is searched for all of them. What is approved must be found: a way whose word is not found
even then would be looked for in vain in the other states.
"""

import json
import re
import shutil
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest
import yaml

from scripts.catalog.catalog import Edition, build_catalog
from scripts.publish.build import Workplace
from scripts.publish.releases.contents import may_be_told
from scripts.publish.releases.release import RollbackError, release_site, roll_back
from scripts.source.approval.covered_files import media_digests
from scripts.source.approval.seal import digest_of
from scripts.source.library import Library, load_library
from scripts.source.schema.declared import leaves_of
from scripts.source.schema.told import Words
from scripts.source.text.strict_yaml import Location
from scripts.source.tree import StoryFolder
from scripts.source.vocabulary.house_words import words_in
from scripts.source.vocabulary.taxonomy_files import load_taxonomy
from tests.made_up import NOW, ROOT, TODAY, approve_house, write_made_up
from tests.made_up_photos import SOUND, drawing, encoded
from tests.made_up_sounds import mp3
from tests.sites import give_fonts, texts_in
from tests.source.test_declared import BODY, WHOLE

HOUR = "2026-11-24T23:00+07:00"
"""Of the embargo: it has not come."""
NEEDLE = re.compile(r"bia[a-z]{3}w", re.IGNORECASE)
_WORDS = ("bia" + "".join(letters) + "w" for letters in product(ascii_lowercase, repeat=3))


def needle() -> str:
    """Return a word that stands nowhere else."""
    return next(_WORDS)


# ---- the ways into a story


@dataclass
class Draft:
    """A story before it is written."""

    slug: str
    front: dict[str, Any] = field(default_factory=lambda: deepcopy(FRONT))
    body: str = BODY
    files: dict[str, bytes] = field(default_factory=lambda: {"a.jpg": encoded(), "a.mp3": SOUND})
    broadcast: str = ""
    """The title in the log of coverage."""

    def write(self, content: Path, **keys: Any) -> None:
        """Write the story and its broadcast, with more ``keys``, in place of what is there."""
        folder = content / "models/bai-sen" / self.slug
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, data in self.files.items():
            (folder / name).write_bytes(data)
        text = json.dumps({**self.front, **keys}, ensure_ascii=False, indent=1)
        (folder / "index.md").write_text(f"---\n{text}\n---\n{self.body}", encoding="utf-8")
        if self.broadcast:
            record = f"story: bai-sen/{self.slug}\noutlet: Đài Sông Mây\ndate: 2020-09-02\ntitle: {self.broadcast}\n"
            (content / f"coverage/{self.slug}.yml").write_text(record, encoding="utf-8")


FRONT = {key: value for key, value in WHOLE.items() if key not in {"approval", "embargo", "to_verify"}}
Way = Callable[[Draft, str], None]


def by_key(place: Location, words: Words) -> Way | None:
    """Return how words come in by the key at ``place``; ``None`` when only a form or a vocabulary fits there."""

    def plant(draft: Draft, word: str) -> None:
        inner: Any = draft.front
        for step in place[:-1]:
            inner = inner[step]
        old = inner[place[-1]]
        new = f"{old}{word}" if words is Words.ADDRESS else f"{old} {word}"
        if words is Words.FILE:
            new = f"{word}{Path(old).suffix}"
            draft.files[new] = draft.files.pop(old)
        inner[place[-1]] = new

    takes = {*list(Words)[: list(Words).index(Words.LISTED) + 1], Words.ADDRESS, Words.FILE}
    return plant if words in takes else None


def in_body(markdown: str) -> Way:
    """Return how words come in by ``markdown``, in which ``{}`` stands for them."""

    def plant(draft: Draft, word: str) -> None:
        draft.body += "\n" + markdown.format(word)

    return plant


def by_address(draft: Draft, word: str) -> None:
    draft.slug = word


def by_broadcast(draft: Draft, word: str) -> None:
    draft.broadcast = f"Chuyện con kênh {word}"


def by_picture(draft: Draft, _: str) -> None:
    draft.files["a.jpg"] = encoded(drawing(900))


def by_sound(draft: Draft, _: str) -> None:
    draft.files["a.mp3"] = mp3(201)


WITHOUT_WORDS: dict[str, Way] = {"photos.0, its picture": by_picture, "audio.0, its sound": by_sound}
"""What holds no word: the title of its story has one from the first, and is public or not with all the rest."""
OTHER_WAYS: dict[str, Way] = {
    **WITHOUT_WORDS,
    "body: words": in_body("Cả tổ {}.\n"),
    "body: heading": in_body("### Đợt {}\n\nCả tổ.\n"),
    "body: list": in_body("- nhà {}\n"),
    "body: table": in_body("| Nhà |\n|-|\n| {} |\n"),
    "body: footnote": in_body("Cả tổ[^1].\n\n[^1]: Theo {}.\n"),
    "body: link": in_body("Xem [bài {}](https://bao.example/a).\n"),
    "body: address of a link": in_body("Xem [bài báo](https://bao.example/{}).\n"),
    "body: code": in_body("Ghi `{}`.\n"),
    "address": by_address,
    "broadcast": by_broadcast,
}
"""What no key holds."""


def ways_in(library: Library) -> tuple[dict[str, Way], set[str]]:
    """Return every way into a story that readers see, by its name, and the names of those no approval covers."""
    (story,) = (story for story in library.stories if story.slug == PLAIN.slug)
    ways, unsealed = dict(OTHER_WAYS), {"broadcast"}
    for location, told, _, seen, sealed in leaves_of(story.front):
        if seen and (way := by_key(location, told.words)):
            name = ".".join(map(str, location))
            ways[name] = way
            unsealed |= set() if sealed else {name}
    return ways, unsealed


# ---- the states


APPROVAL = {"by": "Ban Tuyên giáo và Dân vận Tỉnh ủy Biển Mây", "document": "57-CV/BTGDVTU", "date": str(TODAY)}
UNSEALED = {**APPROVAL, "digest": f"sha256:{'0' * 64}"}
STATES = (
    "approved",
    "never approved",
    "changed after approval",
    "revoked",
    "superseded, then restored",
    "withdrawn, then restored",
    "embargoed",
    "taken back since the last release",
    "withdrawn since the last release",
)
PLAIN = Draft("khong-them-chu")
MEDIA = ("photos", "audio")


@dataclass
class Case:
    """One way in one state, with its word."""

    way: str
    state: str
    plant: Way
    word: str
    draft: Draft

    @property
    def planted(self) -> Draft:
        draft = deepcopy(self.draft)
        self.plant(draft, self.word)
        return draft

    @property
    def approved(self) -> Draft:
        """What an approving body saw."""
        return self.draft if self.state == "changed after approval" else self.planted

    @property
    def keys(self) -> dict[str, Any]:
        return {"embargo": HOUR} if self.state == "embargoed" else {}


def cases_of(ways: dict[str, Way]) -> list[Case]:
    cases = []
    for number, ((way, plant), state) in enumerate(product(ways.items(), STATES)):
        draft = Draft(f"bai-{number}")
        draft.front["title"] = f"Tổ {number} cùng nhau vét kênh"
        if way.partition(".")[0] not in MEDIA:  # looked at at every reading, so only where they are what is tried
            draft.files = {}
            draft.front = {key: value for key, value in draft.front.items() if key not in MEDIA}
        case = Case(way, state, plant, needle(), draft)
        if way in WITHOUT_WORDS:
            draft.front["title"] += f" {case.word}"
        cases.append(case)
    return cases


def seal_all(content: Path, cases: list[Case]) -> dict[str, str]:
    """Write every story as it was approved and return its seal, by its address."""
    for case in cases:
        case.approved.write(content, **case.keys, approval=UNSEALED)
    read = {story.key: story for story in load(content).stories}
    seals = {}
    for case in cases:
        if (story := read.get(f"bai-sen/{case.approved.slug}")) is not None:
            place = StoryFolder(story.district, story.slug, content / "models" / story.key / "index.md")
            seals[story.key] = digest_of(story.key, story.front, story.body, media_digests(place, story.front))
    return seals


def load(content: Path) -> Library:
    return load_library(content, TODAY, moment=NOW)


def write_all(content: Path, cases: list[Case], seals: dict[str, str]) -> None:
    """Write every story as it stands today, with the block that it had."""
    for case in cases:
        shutil.rmtree(content / "models/bai-sen" / case.approved.slug)
        keys = dict(case.keys)
        if case.state != "never approved":
            keys["approval"] = {**APPROVAL, "digest": seals[f"bai-sen/{case.approved.slug}"]}
        case.planted.write(content, **keys)


def revoke(content: Path, cases: list[Case], seals: dict[str, str], kinds: dict[str, str]) -> None:
    """List the seals of the stories in the states of ``kinds``, and those to be withdrawn, as the commands do."""
    revoked, withdrawn = [], []
    for case in cases:
        key = f"bai-sen/{case.approved.slug}"
        if kind := kinds.get(case.state):
            revoked.append({"story": key, "digest": seals[key], "date": str(TODAY), "kind": kind})
        if kind == "withdrawn":
            withdrawn.append({"story": key, "date": str(TODAY), "reason": "sai-su-that"})
    for name, entries in (("revoked.yml", revoked), ("withdrawn.yml", withdrawn)):
        (content / name).write_text(json.dumps(entries), encoding="utf-8")


BEFORE = {"revoked": "revoked", "superseded, then restored": "superseded", "withdrawn, then restored": "withdrawn"}
SINCE = {
    **BEFORE,
    "taken back since the last release": "revoked",
    "withdrawn since the last release": "withdrawn",
}


# ---- the words of the house


def plant_in_house(content: Path) -> dict[str, str]:
    """Add a word to every word of the house that takes one; return which, by its address."""
    taxonomy, _ = load_taxonomy(content / "taxonomy")
    planted = {}
    for address in words_in(taxonomy):
        name, *way = address.split("/")
        file = content / "taxonomy" / f"{name}.yml"
        before, word = file.read_text(encoding="utf-8"), needle()
        data = yaml.load(before, yaml.BaseLoader)
        if not add_word(data, way, word):
            continue
        file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        if load_taxonomy(content / "taxonomy")[1]:
            file.write_text(before, encoding="utf-8")  # a form in which no words fit
        else:
            planted[address] = word
    return planted


def add_word(data: Any, way: list[str], word: str) -> bool:
    """Add ``word`` to what stands at ``way`` in a vocabulary; say whether it could."""
    for number, step in enumerate(way):
        if isinstance(data, list):
            data = next((one for one in data if isinstance(one, dict) and one.get("slug") == step), None)
        if not isinstance(data, dict):
            return False
        if number < len(way) - 1:
            data = data.get(step)
    if not isinstance(data, dict):
        return False
    last = data.get(way[-1])
    if isinstance(last, list) and last and isinstance(last[0], dict):
        data, way = last[0], ["name" if "name" in last[0] else "label"]
    elif isinstance(last, list) and last:
        data[way[-1]] = [f"{last[0]} {word}", *last[1:]]
        return True
    if not isinstance(data.get(way[-1]), str):
        return False
    data[way[-1]] = f"{data[way[-1]]} {word}"
    return True


def write_collections(content: Path, name: str, story: str) -> dict[str, str]:
    """Write a collection for each way into one; return its word by the way."""
    words = {}
    for way in ("title", "summary", "occasion", "body", "address"):
        word = needle()
        front = {
            "title": f"Bộ bịa {name} {way} để thử",
            "summary": f"Một bộ sưu tập bịa {name} {way}, gom lại để thử máy.",
            "occasion": "Ngày hội bịa",
            "stories": [story],
        }
        if way in front:
            front[way] += f" {word}"
        body = f"Lời dẫn {word}.\n" if way == "body" else "Lời dẫn.\n"
        slug = word if way == "address" else f"bo-{name}-{way}"
        text = f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n{body}"
        (content / f"collections/{slug}.md").write_text(text, encoding="utf-8")
        words[way] = word
    return words


def write_report(content: Path, name: str) -> dict[str, str]:
    """Write a report with a word in everything that it says; return the words by the way, those asked among them."""
    ways = ("title", "summary", "unit", "label", "when", "source", "publisher", "body", "question", "answer")
    words = {f"report {way}": needle() for way in ways}

    def said(way: str) -> str:
        return words[f"report {way}"]

    front = {
        "title": f"Báo cáo bịa {name} {said('title')}",
        "summary": f"Một báo cáo bịa {name}, viết ra để thử máy mà thôi {said('summary')}.",
        "place": "bai-sen",
        "until": "2023",
        "figures": [{"act": "recognised", "value": "93", **{way: f"bịa {said(way)}" for way in FIGURE_WORDS}}],
        "sources": [{"title": f"Bài bịa {said('source')}", "publisher": f"Đài bịa {said('publisher')}"}],
        "to_verify": [
            {
                "about": "recognition",
                "text": f"Hỏi huyện bịa {said('question')}",
                "answer": f"Huyện bịa trả lời {said('answer')}",
                "by": "Huyện ủy bịa",
                "date": "2026-11-01",
            }
        ],
    }
    text = f"---\n{json.dumps(front, ensure_ascii=False)}\n---\nLời kể {said('body')}.\n"
    (content / f"reports/bao-cao-{name}.md").write_text(text, encoding="utf-8")
    return words


FIGURE_WORDS = ("unit", "label", "when")
NEVER_SAID = {"report question", "report answer"}
"""What the fact check asked and was told, of whatever state."""

# ---- the releases


@dataclass
class Scene:
    """What was written, and the words found in what was public after each act."""

    cases: list[Case]
    unsealed: set[str]
    """The ways that no approval covers."""
    house: dict[str, str]
    texts: dict[str, dict[str, str]]
    """Of collections and of reports, by their state."""
    first: set[str]
    second: set[str]
    after_rollback: set[str]
    refused: RollbackError | None
    house_approved: set[str]

    def words(self, state: str) -> dict[str, str]:
        """Return the word of every way in ``state``."""
        return {case.way: case.word for case in self.cases if case.state == state}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    base = tmp_path_factory.mktemp("every-way")
    content, place = base / "content", Workplace(ROOT, base / "build", base / "public", "https://vi-du.example/")
    give_fonts(place.build)
    write_made_up(content)
    (content / "coverage").mkdir(exist_ok=True)
    PLAIN.write(content)
    ways, unsealed = ways_in(load(content))
    cases = cases_of(ways)
    seals = seal_all(content, cases)
    # Where the checks refuse words that were added (a commune is one of a list), none come in.
    closed = {case.way for case in cases if f"bai-sen/{case.approved.slug}" not in seals}
    for case in cases:
        if case.way in closed:
            shutil.rmtree(content / "models/bai-sen" / case.approved.slug)
    cases = [case for case in cases if case.way not in closed]
    write_all(content, cases, seals)

    told = "bai-sen/gop-von-xoay-vong-to-hai"
    texts = {"approved": write_collections(content, "approved", told) | write_report(content, "approved")}
    moved = write_collections(content, "changed", told)["address"]
    write_report(content, "changed")
    approve_house(content)
    (content / f"collections/{moved}.md").unlink()
    for name in ("changed", "new"):
        texts[name] = write_collections(content, name, told) | write_report(content, name)
    house = plant_in_house(content)

    revoke(content, cases, seals, BEFORE)
    first = publish(content, place)
    revoke(content, cases, seals, SINCE)
    second = publish(content, place)
    library = load(content)
    public = build_catalog(library.stories, library.taxonomy, Edition.PUBLIC, house=library.house)
    try:
        roll_back(place.out, may_be_told(public, library.revoked))
        refused = None
    except RollbackError as error:
        refused = error
    after_rollback = found_in(place.out / "current")
    approve_house(content)
    return Scene(cases, unsealed, house, texts, first, second, after_rollback, refused, publish(content, place))


def publish(content: Path, place: Workplace) -> set[str]:
    """Release what may be released of ``content`` and return the words that can be read in it."""
    library = load(content)
    released = release_site(library, library.taxonomy, place)
    assert released.report.problems == ()
    return found_in(place.out / "current")


def found_in(site: Path) -> set[str]:
    """Return the needles that stand in the name or in the words of any file below ``site``."""
    found: set[str] = set()
    for path in site.rglob("*"):
        if path.is_file() and path.suffix not in {".gz", ".br"}:
            found.update(NEEDLE.findall(path.relative_to(site).as_posix()))
            for text in texts_in(path.read_bytes()):
                found.update(NEEDLE.findall(text))
    return {word.lower() for word in found}


# ---- the claims


def test_what_is_approved_is_found_by_every_way(scene):
    """Or else the looks below would look for nothing."""
    words = scene.words("approved")
    assert [way for way, word in words.items() if word not in scene.first] == []
    assert {*OTHER_WAYS, "summary", "photos.0.caption", "audio.0.transcript", "quotes.0.text"} <= words.keys()


@pytest.mark.parametrize("state", [state for state in STATES if state != "approved"])
def test_in_no_other_state_is_anything_of_a_story_public(scene, state):
    """But what says of a withdrawn address that it is one; and a broadcast, for which its outlet answers."""
    words = scene.words(state)
    public = scene.second if state in SINCE.keys() - BEFORE.keys() else scene.first
    may_be = {"address"} if "withdrawn" in state else scene.unsealed if state == "changed after approval" else set()
    assert {way for way, word in words.items() if word in public} == may_be


def test_a_rollback_brings_nothing_back(scene):
    taken = {**scene.words("taken back since the last release"), **scene.words("withdrawn since the last release")}
    assert set(taken.values()) & scene.first, "it was public once"
    assert scene.refused is not None
    assert scene.after_rollback == scene.second


def test_no_word_of_the_house_is_public_before_it_is_approved(scene):
    """Its last approved wording stands in its place: the pages of approved stories are there."""
    for words in (scene.house, scene.texts["changed"], scene.texts["new"]):
        assert [address for address, word in words.items() if word in scene.second] == []
    assert {way for way, word in scene.texts["approved"].items() if word not in scene.second} == NEVER_SAID


def test_approved_words_of_the_house_are_found_in_every_vocabulary(scene):
    found = {address.partition("/")[0] for address, word in scene.house.items() if word in scene.house_approved}
    assert found == {address.partition("/")[0] for address in scene.house}
    for name in ("changed", "new"):
        assert {way for way, word in scene.texts[name].items() if word not in scene.house_approved} == NEVER_SAID, name
