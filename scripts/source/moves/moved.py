"""``content/moved.yml``: which stories stood at another address before, and where they stand now. Reads.

An address that a newspaper printed goes on leading to its story. Without the file nothing has moved.
A chain (moved twice) is followed to its end; what leads nowhere is a problem at its line.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.source.problems.problem import START, Problem
from scripts.source.problems.registry.files import UNKNOWN_DISTRICT_NAMED
from scripts.source.problems.registry.lists import (
    MOVED_IN_CIRCLE,
    MOVED_NOT_LIST,
    MOVED_PRESENT,
    MOVED_TO_NOWHERE,
    MOVED_TWICE,
    MOVED_WITHDRAWN,
)
from scripts.source.schema.part import Part, key
from scripts.source.schema.validation import validate
from scripts.source.schema.value_types import StoryKey
from scripts.source.text.nearest import offer
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument, parse_yaml
from scripts.source.text.text_file import read_text


class Move(Part):
    """Chuyển địa chỉ: a story that stands elsewhere now."""

    old: StoryKey = key("Địa chỉ cũ", "Địa bàn/tên bài trước đây.", "kien-luong/gop-von")
    new: StoryKey = key("Địa chỉ mới", "Địa bàn/tên bài hiện nay.", "hon-dat/gop-von-xoay-vong")


@dataclass(frozen=True, slots=True)
class Addresses:
    """What is known of the addresses of stories apart from their moves."""

    districts: tuple[str, ...]
    present: frozenset[str]
    """Keys of the stories that have a folder."""
    withdrawn: frozenset[str]


def load_moved(file: Path, addresses: Addresses) -> tuple[Mapping[str, str], list[Problem]]:
    """Return where the story of each old key stands now, chains followed, in the order written; and all problems."""
    if not file.exists() and not file.is_symlink():
        return {}, []
    source, problems = read_text(file)
    if source is None:
        return {}, problems
    moved, found = parse_moved(source, addresses)
    return moved, [*problems, *found]


def parse_moved(source: SourceText, addresses: Addresses) -> tuple[Mapping[str, str], list[Problem]]:
    """Return what ``source`` says has moved, as ``load_moved`` does."""
    document, problems = parse_yaml(source)
    if not document.value:
        return {}, problems
    if not isinstance(document.value, list):
        return {}, [*problems, source.problem(START, MOVED_NOT_LIST)]
    listed: dict[str, tuple[Move, YamlDocument]] = {}
    for index in range(len(document.value)):
        item = document.item(index)
        move, invalid = validate(Move, item)
        problems += invalid
        if move is None:
            continue
        if move.old in listed:
            problems.append(item.problem(("old",), MOVED_TWICE, old=move.old))
        listed.setdefault(move.old, (move, item))
    steps = {old: move.new for old, (move, _) in listed.items()}
    moved: dict[str, str] = {}
    for old, (move, item) in listed.items():
        found = [*_check_old(move, item, addresses), *_check_new(move, item, steps, addresses)]
        problems += found
        if not found and (end := end_of(old, steps)) is not None:
            moved[old] = end
    return moved, problems


def old_keys_in(file: Path) -> frozenset[str]:
    """Return the old keys that have a line in ``file``, one that leads nowhere too."""
    source = read_text(file)[0] if file.exists() else None
    lines = parse_yaml(source)[0].value if source else None
    found = lines if isinstance(lines, list) else []
    return frozenset(str(line.get("old")) for line in found if isinstance(line, dict))


def end_of(old: str, steps: Mapping[str, str]) -> str | None:
    """Return where ``old`` leads after every step of ``steps``; ``None`` when it leads round in a circle.

    >>> end_of("a/a", {"a/a": "a/b", "a/b": "b/b"})
    'b/b'
    """
    seen = {old}
    here = steps[old]
    while here in steps:
        if here in seen:
            return None
        seen.add(here)
        here = steps[here]
    return here


def _check_old(move: Move, item: YamlDocument, addresses: Addresses) -> Iterator[Problem]:
    """Nothing stands at an old address any more, and it is in a district that there is."""
    district = move.old.partition("/")[0]
    if district not in addresses.districts:
        near = offer(district, addresses.districts)
        yield item.problem(("old",), UNKNOWN_DISTRICT_NAMED, written=district, offer=near)
    if move.old in addresses.present:
        yield item.problem(("old",), MOVED_PRESENT, old=move.old)
    elif move.old in addresses.withdrawn:
        yield item.problem(("old",), MOVED_WITHDRAWN, old=move.old)


def _check_new(move: Move, item: YamlDocument, steps: Mapping[str, str], addresses: Addresses) -> Iterator[Problem]:
    """Every move leads, at once or by another move, to a story that there is or to one that was withdrawn."""
    end = end_of(move.old, steps)
    if end is None:
        yield item.problem(("new",), MOVED_IN_CIRCLE, new=move.new)
    elif move.new not in steps and end not in addresses.present | addresses.withdrawn:
        near = offer(move.new, sorted(addresses.present))
        yield item.problem(("new",), MOVED_TO_NOWHERE, written=move.new, offer=near)


def former_of(key: str, moved: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys at which the story ``key`` stood before, in the order written: the first is the oldest."""
    return tuple(old for old, new in moved.items() if new == key)


def every_key_of(key: str, moved: Mapping[str, str]) -> tuple[str, ...]:
    """Return the key of a story, and those at which it stood before."""
    return (key, *former_of(key, moved))


def written_as(old: str, new: str) -> str:
    """Return the line of the list that says so.

    >>> written_as("kien-luong/gop-von", "hon-dat/gop-von")
    '- {old: kien-luong/gop-von, new: hon-dat/gop-von}'
    """
    return f"- {{old: {old}, new: {new}}}"


def followed(keys: Iterable[str], moved: Mapping[str, str]) -> tuple[str, ...]:
    """Return ``keys`` with old ones as they are now, each once, in their order."""
    return tuple(dict.fromkeys(moved.get(key, key) for key in keys))
