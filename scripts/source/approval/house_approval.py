"""``content/house-approval.yml``: the wording of the house's words that was approved, and by whom. Reads.

It holds the words themselves: what changed since keeps its approved wording on the public edition
(decisions/20). Written by ``approve --house`` alone; a file that was changed by hand, or cannot be
read, is a problem, and nothing is published before it is mended.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from scripts.source.house_texts.collection import Collection
from scripts.source.house_texts.house_text import HouseText
from scripts.source.house_texts.report import Report
from scripts.source.problems.problem import START, Problem
from scripts.source.problems.registry.facts import DATE_IN_FUTURE
from scripts.source.problems.registry.house import HOUSE_BY_HAND, HOUSE_NOT_MAPPING
from scripts.source.schema.declared import unsealed
from scripts.source.schema.part import ContributedPart, key
from scripts.source.schema.story_parts import Approval
from scripts.source.schema.told import Words
from scripts.source.schema.validation import validate
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument, parse_yaml
from scripts.source.text.text_file import read_text
from scripts.source.vietnam_time import name_partial_date
from scripts.source.vocabulary.approvers import fault_of_approver
from scripts.source.vocabulary.house_words import words_in
from scripts.source.vocabulary.taxonomy import Taxonomy

HOUSE_FILE = "house-approval.yml"

_HEADER = """\
# The words of the house as they were approved: labels, site words, readings, collections, reports (decisions/20).
# Written by `python -m scripts approve --house`, never by hand: a changed file counts for nothing.

"""


class HouseApproval(Approval):
    """Duyệt từ ngữ của trang: the approved wording of each word, which collections and reports were approved."""

    words: dict[str, Any] = key(
        "Từ ngữ đã duyệt", "Lệnh approve --house tự ghi.", "{fields/kinh-te/name: Kinh tế}", Words.PROSE, default={}
    )
    collections: dict[str, str] = key(
        "Bộ sưu tập đã duyệt", "Lệnh approve --house tự ghi.", "{gop-suc: sha256:…}", Words.DIGEST, default={}
    )
    reports: dict[str, str] = key(
        "Báo cáo đã duyệt", "Lệnh approve --house tự ghi.", "{mot-huyen: sha256:…}", Words.DIGEST, default={}
    )

    def texts(self, folder: str) -> Mapping[str, str]:
        """Return the digests of the approved files of ``folder`` (``HouseText.FOLDER``) by their slugs."""
        return {Collection.FOLDER: self.collections, Report.FOLDER: self.reports}[folder]

    def has(self, text: HouseText[Any]) -> bool:
        """Return whether ``text`` was approved, word for word, and nothing in it has become a question since."""
        return not text.questions and self.texts(text.FOLDER).get(text.slug) == digest_of_text(text)


VOID = HouseApproval.model_construct(by="", document="", date=date.min, digest="", words={}, collections={}, reports={})
"""An approval of nothing."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A word that is not as it was approved: ``old`` is ``None`` when it is new, ``new`` when it is gone."""

    address: str
    old: Any
    new: Any


def load_house_approval(file: Path, taxonomy: Taxonomy, today: date) -> tuple[HouseApproval | None, list[Problem]]:
    """Return the approval, and what is wrong with the file; without the file nothing was ever approved.

    A file with a problem approves nothing: every word waits, which is more than before the first approval.
    """
    if not file.exists() and not file.is_symlink():
        return None, []
    source, problems = read_text(file)
    house = None
    if source is not None:
        house, found = parse_house_approval(source, taxonomy, today)
        problems += found
    return (house if not problems else VOID), problems


def parse_house_approval(
    source: SourceText, taxonomy: Taxonomy, today: date
) -> tuple[HouseApproval | None, list[Problem]]:
    """Return what ``source`` approves, or ``None``, and every problem in it."""
    document, problems = parse_yaml(source)
    if not document.value or not isinstance(document.value, dict):
        return None, problems or [source.problem(START, HOUSE_NOT_MAPPING)]
    house, found = validate(HouseApproval, document)
    problems += found
    if house is not None:
        problems += _check(house, document, taxonomy, today)
    return house, problems


def _check(house: HouseApproval, document: YamlDocument, taxonomy: Taxonomy, today: date) -> Iterator[Problem]:
    """The body may approve and could on that day, the day has come, and nobody changed a word since."""
    if fault := fault_of_approver(house, taxonomy.approvers):
        yield document.problem((fault.key,), fault.code, **fault.values)
    if house.date > today:
        yield document.problem(("date",), DATE_IN_FUTURE, when=name_partial_date(house.date.isoformat()))
    if house.digest != digest_of_house(house):
        yield document.problem(("digest",), HOUSE_BY_HAND)


def digest_of_house(house: HouseApproval) -> str:
    """Return ``sha256:…`` over the body, the document, the day, every word, every collection and every report."""
    return _digest(house.model_dump(mode="json", exclude={"digest"}))


def digest_of_text(text: HouseText[Any]) -> str:
    """Return ``sha256:…`` over the address, the front matter and the words of ``text``."""
    front: ContributedPart = text.front
    seen = {
        "slug": text.slug,
        "front": front.model_dump(mode="json", exclude=unsealed(type(front)), exclude_defaults=True),
        "body": text.body.source.text.strip("\n").rstrip(),
    }
    return _digest(seen)


def approving_house(by: str, document: str, on: str, taxonomy: Taxonomy, texts: Iterable[HouseText[Any]]) -> str:
    """Return the text of the file that approves every word of today; it is for the reader to find it good.

    Of ``texts`` those in which no question is open.
    """
    held: dict[str, dict[str, Any]] = {
        "words": dict(sorted(words_in(taxonomy).items())),
        Collection.FOLDER: {},
        Report.FOLDER: {},
    }
    for one in (text for text in texts if not text.questions):
        held[one.FOLDER][one.slug] = digest_of_text(one)
    asked = {"by": by, "document": document, "date": on}
    lines = [f"{name}: {_scalar(value)}" for name, value in (*asked.items(), ("digest", _digest({**asked, **held})))]
    for name, said in held.items():
        lines += [
            f"{name}:{'' if said else ' {}'}",
            *(f"  {_scalar(at)}: {_scalar(value)}" for at, value in said.items()),
        ]
    return _HEADER + "".join(f"{line}\n" for line in lines)


def changes_since(house: HouseApproval | None, taxonomy: Taxonomy) -> tuple[WordChange, ...]:
    """Return the words that are not as they were approved, those that are gone among them, by their address."""
    return changes_between(house.words if house else {}, words_in(taxonomy))


def changes_between(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[WordChange, ...]:
    """Return what is not the same in ``old`` and ``new``, by its address."""
    changes = (WordChange(at, old.get(at), new.get(at)) for at in sorted({*old, *new}))
    return tuple(change for change in changes if change.old != change.new)


def _scalar(value: object) -> str:
    # What JSON writes is YAML, whatever it holds.
    return json.dumps(value, ensure_ascii=False)


def _digest(seen: Any) -> str:
    text = json.dumps(seen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
