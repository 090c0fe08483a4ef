"""What of the house's words waits for an approval, each at its line. Reads the files of the vocabulary."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scripts.source.approval.house_approval import VOID, HouseApproval, WordChange, changes_since
from scripts.source.house_texts.house_text import HouseText
from scripts.source.house_texts.report import Report
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.house import (
    COLLECTION_WAITS,
    HOUSE_NOT_APPROVED,
    MORE_WORDS,
    REPORT_WAITS,
    WORD_CHANGED,
    WORD_NEW,
)
from scripts.source.text.strict_yaml import Location, YamlDocument
from scripts.source.text.text_file import printable
from scripts.source.vocabulary.lexicon_file import read_vocabulary
from scripts.source.vocabulary.taxonomy import Taxonomy

_MOST_REMARKS = 20


def remarks_on_house(
    folder: Path, taxonomy: Taxonomy, texts: Iterable[HouseText[Any]], house: HouseApproval | None
) -> list[Problem]:
    """Return a remark on each word in the vocabulary ``folder``, and each of ``texts``, that nobody approved.

    Only one before the first approval: until then every label stands as it is written.
    """
    if house is VOID:
        return []  # its problem is said
    if house is None:
        return [problem_at(printable(folder), START, HOUSE_NOT_APPROVED)]
    waiting = [change for change in changes_since(house, taxonomy) if change.new is not None]
    documents: dict[str, YamlDocument] = {}
    remarks: list[Problem] = []
    for change in waiting[:_MOST_REMARKS]:
        name = change.address.partition("/")[0]
        if name not in documents:
            documents[name] = read_vocabulary(folder / f"{name}.yml")[0]
        remarks.append(_remark(change, documents[name], house))
    if len(waiting) > _MOST_REMARKS:
        remarks.append(problem_at(printable(folder), START, MORE_WORDS, count=len(waiting) - _MOST_REMARKS))
    for one in texts:
        if not house.has(one):
            waits = REPORT_WAITS if isinstance(one, Report) else COLLECTION_WAITS
            remarks.append(problem_at(one.path, START, waits))
    return sorted(remarks)


def say_wording(wording: Any) -> str:
    """Return a word as a message shows it; of a list its texts, one after the other."""
    if isinstance(wording, dict):
        return ", ".join(map(say_wording, wording.values()))
    return "; ".join(map(say_wording, wording)) if isinstance(wording, list) else str(wording)


def _remark(change: WordChange, document: YamlDocument, house: HouseApproval) -> Problem:
    place, word = _place(document.value, change.address.partition("/")[2]), say_wording(change.new)
    if change.old is None:
        return document.problem(place, WORD_NEW, word=word)
    old = say_wording(change.old)
    return document.problem(place, WORD_CHANGED, word=word, approved=old, document=house.document, day=house.date)


def _place(value: Any, address: str) -> Location:
    """Return where in ``value`` the rest of an ``address`` leads: through keys, and through lists by slug."""
    if isinstance(value, list):
        slug, _, rest = address.partition("/")
        index = next((i for i, one in enumerate(value) if isinstance(one, dict) and one.get("slug") == slug), None)
        return (index, *_place(value[index], rest)) if index is not None and rest else ()
    if not isinstance(value, dict):
        return ()
    # What is read aloud may hold a slash itself.
    name = address if address in value else address.partition("/")[0]
    rest = address[len(name) + 1 :]
    return (name, *_place(value.get(name), rest)) if name in value else ()
