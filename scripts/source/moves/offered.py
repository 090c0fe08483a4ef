"""Which stories git shows at another address before: the lines to offer for ``moved.yml``. Reads, through git.

Only addresses that were approved once: nobody prints the address of a draft. What git says is an offer and
decides nothing; without git, or without its history, nothing is offered.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from scripts.source.addresses import MOVED_FILE
from scripts.source.approval.git import GitError, Repository, repository_around
from scripts.source.moves.moved import end_of, every_key_of, old_keys_in, written_as
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.lists import MOVED_UNTOLD
from scripts.source.text.characters import decode_text
from scripts.source.text.front_matter import split_story
from scripts.source.text.source_text import SourceText
from scripts.source.text.text_file import printable, read_text
from scripts.source.tree import MODELS, STORY_FILE

_APPROVAL = b"\napproval:"
_DEPTH = 4
"""Names in the path of a story's file: ``models/<district>/<slug>/index.md``."""


def remark_moves(content: Path, files: Iterable[Path], told: Mapping[str, str], gone: Iterable[str]) -> list[Problem]:
    """Return a remark at each story of ``files`` that git shows elsewhere before, with the line to add.

    ``told`` are the moves that are listed, ``gone`` the keys that are withdrawn.
    """
    here = {f"{file.parent.parent.name}/{file.parent.name}": file for file in files}
    try:
        repository = repository_around(content)
        steps = _steps(repository, content, here)
        return [
            problem_at(printable(here[new]), START, MOVED_UNTOLD, old=old, line=written_as(old, new))
            for old in sorted(steps.keys() - told.keys() - set(gone) - old_keys_in(content / MOVED_FILE))
            if (new := end_of(old, steps)) in here and _was_approved(repository, old)
        ]
    except GitError:
        return []


def addresses_of(content: Path, key: str, told: Mapping[str, str]) -> tuple[str, ...]:
    """Return the key of a story, and those at which it stood before: by ``told``, and by what git shows besides."""
    try:
        steps = _steps(repository_around(content), content, {key: content / MODELS / key / STORY_FILE})
    except GitError:
        steps = {}
    return every_key_of(key, {old: end_of(old, {**steps, **told}) or old for old in {**steps, **told}})


def _steps(repository: Repository, content: Path, here: Mapping[str, Path]) -> dict[str, str]:
    """Return where each story went of which nothing is left at its old address."""
    moves = {**_committed(repository), **_not_committed(repository, content, here)}
    return {old: new for old, new in moves.items() if not (content / MODELS / old).exists()}


def _committed(repository: Repository) -> dict[str, str]:
    """Return where each story that a commit moved went; the newest move counts."""
    pairs = ((_key_of(old), _key_of(new)) for old, new in repository.renames(MODELS))
    return {old: new for old, new in pairs if old and new}


def _not_committed(repository: Repository, content: Path, here: Mapping[str, Path]) -> dict[str, str]:
    """Return where each story went whose folder was moved since the last commit: the same text, or the same title."""
    before = {key: path for path in repository.files(MODELS) if (key := _key_of(path))}
    fresh = [key for key in here if key not in before]
    lost = [key for key in before if not (content / MODELS / key).exists()]
    if not fresh or not lost:
        return {}
    texts = dict(zip(lost, repository.contents(("HEAD", before[key]) for key in lost), strict=True))
    signs = {sign: key for key in lost for sign in _signs(decode_text(texts[key] or b"")[0])}
    found = ((signs.get(sign), key) for key in fresh for sign in _signs(read_text(here[key])[0]))
    return {old: new for old, new in found if old}


def _signs(source: SourceText | None) -> Iterator[tuple[str, str]]:
    """Yield what tells a story from others: its text, its title."""
    if source is None:
        return
    parts, _ = split_story(source)
    if body := parts.body.text.strip():
        yield "body", body
    values = parts.document.value if parts.document else None
    if isinstance(values, dict) and (title := values.get("title")):
        yield "title", str(title)


def _was_approved(repository: Repository, key: str) -> bool:
    path = f"{MODELS}/{key}/{STORY_FILE}"
    commits = [version.commit for version in repository.versions(path)]
    return any(data and _APPROVAL in data for data in repository.contents((commit, path) for commit in commits))


def _key_of(path: str) -> str:
    """Return the key of the story whose file ``path`` is, or an empty text."""
    names = path.split("/")
    is_story = len(names) == _DEPTH and (names[0], names[-1]) == (MODELS, STORY_FILE)
    return "/".join(names[1:3]) if is_story else ""
