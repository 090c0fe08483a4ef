"""What was taken out of the lists that only grow, and what a contribution did to them. Reads, through git.

A line that is missing from ``revoked.yml`` or ``withdrawn.yml`` lets words come back that somebody
took away, and the list itself cannot show that it was longer. Git can, where there is git.
"""

from collections.abc import Iterator
from pathlib import Path

from scripts.source.addresses import MOVED_FILE
from scripts.source.approval.git import GitError, Repository, repository_around
from scripts.source.approval.house_approval import HOUSE_FILE
from scripts.source.approval.revoked import REVOKED_FILE
from scripts.source.problems.code import Code
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.approval import (
    FILE_BY_STRANGER,
    LIST_BY_STRANGER,
    MOVE_BY_STRANGER,
    REVOKED_LINE_GONE,
    SUBMODULE_BY_STRANGER,
    WITHDRAWAL_UNDONE,
)
from scripts.source.problems.registry.house import HOUSE_BY_STRANGER
from scripts.source.text.characters import decode_text
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import Value, parse_yaml
from scripts.source.text.text_file import printable, read_text
from scripts.source.withdrawn import WITHDRAWN_FILE

_OURS: dict[str, Code] = {
    HOUSE_FILE: HOUSE_BY_STRANGER,
    REVOKED_FILE: LIST_BY_STRANGER,
    WITHDRAWN_FILE: LIST_BY_STRANGER,
}
"""What no contribution from outside touches: a line more takes something off the site, a line less brings it back."""
_ADDED_TO: dict[str, Code] = {MOVED_FILE: MOVE_BY_STRANGER}
"""A contribution may add to it, and nothing else: an address that a newspaper printed goes on leading to its story."""
_GROWING: dict[str, Code] = {REVOKED_FILE: REVOKED_LINE_GONE, WITHDRAWN_FILE: WITHDRAWAL_UNDONE}


def check_lists_untouched(content: Path, repository: Repository, base: str) -> Iterator[Problem]:
    """A contribution from outside leaves the lists of those who answer as they are in the commit ``base``."""
    before = repository.contents((base, name) for name in _OURS)
    for (name, code), held in zip(_OURS.items(), before, strict=True):
        file = content / name
        if _text(held, printable(file)) != (read_text(file)[0] if file.exists() else None):
            yield problem_at(printable(file), START, code)
    before = repository.contents((base, name) for name in _ADDED_TO)
    for (name, code), held in zip(_ADDED_TO.items(), before, strict=True):
        if _gone(held, content / name):
            yield problem_at(printable(content / name), START, code)


def check_brings_words_alone(repository: Repository, base: str) -> Iterator[Problem]:
    """A contribution from outside changes content alone: no code, no workflow, no page of the house, no submodule.

    Links and files that do not belong into content are found where they lie (``tree.py``).
    """
    for path, submodule in repository.brought_since(base):
        if submodule:
            yield problem_at(path, START, SUBMODULE_BY_STRANGER)
        elif not path.startswith(repository.prefix):
            yield problem_at(path, START, FILE_BY_STRANGER, folder=repository.prefix.rstrip("/"))


def check_lines_kept(content: Path) -> list[Problem]:
    """What the last commit lists as revoked is listed still; for a withdrawal that was undone there is a remark.

    Compared entry by entry: comments and spelling are free. Where git cannot answer nothing is said.
    """
    try:
        repository = repository_around(content)
        head = repository.common_commit("HEAD")
        held = list(repository.contents((head, name) for name in _GROWING))
    except GitError:
        return []
    found: list[Problem] = []
    for (name, code), data in zip(_GROWING.items(), held, strict=True):
        file = content / name
        gone = _gone(data, file)
        stories = dict.fromkeys(str(entry.get("story", "")) for entry in gone if isinstance(entry, dict))
        found += [problem_at(printable(file), START, code, story=story) for story in stories]
    return found


def _gone(before: bytes | None, file: Path) -> list[Value]:
    """Return the entries that the list was committed with and that ``file`` has no more, or not as they were."""
    now = _entries(read_text(file)[0] if file.exists() else None)
    return [entry for entry in _entries(_text(before)) if entry not in now]


def _text(data: bytes | None, path: str = "") -> SourceText | None:
    return decode_text(data, path)[0] if data is not None else None


def _entries(source: SourceText | None) -> list[Value]:
    value = parse_yaml(source)[0].value if source is not None else None
    return value if isinstance(value, list) else []
