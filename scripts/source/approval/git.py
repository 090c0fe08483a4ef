"""Git as a reader of old files, and nothing more. Reads, through the ``git`` program.

Only plumbing that runs nothing of the repository's own: no hook, pager, filter, signature
check or transport, a fixed list of arguments, no shell, an environment of our own, a limit of
time. Whatever goes wrong (no git, no repository, a shallow clone) is an answer, never a
traceback.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from scripts.source.vietnam_time import VIETNAM

_TIMEOUT = 30
"""Seconds for one question."""

_MOST_VERSIONS = 300
_AT_ONCE = 16
_SUBMODULE = b"160000"
"""The mode of an entry that stands for a commit of another repository."""
_SAFE = (
    "--no-pager",
    "--literal-pathspecs",
    "--no-replace-objects",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "protocol.allow=never"),
)


class GitError(Exception):
    """Git could not answer; the message says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Version:
    """One commit that changed a file."""

    commit: str
    day: date


@dataclass(frozen=True, slots=True)
class Repository:
    """The working copy around one folder; paths are given relative to that folder."""

    folder: Path
    prefix: str
    """Where the folder lies below the root of the working copy: empty, or ending in a slash."""
    shallow: bool

    def versions(self, path: str) -> tuple[Version, ...]:
        """Return the commits that changed the file ``path``, newest first, at most the last 300."""
        found = _ask(self.folder, "rev-list", "--timestamp", f"--max-count={_MOST_VERSIONS}", "HEAD", "--", path)
        pairs = (line.split() for line in found.decode().splitlines())
        return tuple(Version(commit, datetime.fromtimestamp(int(seconds), VIETNAM).date()) for seconds, commit in pairs)

    def files(self, below: str, commit: str = "HEAD") -> tuple[str, ...]:
        """Return the files below the folder ``below`` in ``commit``, the present one unless another is given."""
        found = _ask(self.folder, "ls-tree", "-r", "-z", "--name-only", commit, "--", f"{below}/")
        return tuple(os.fsdecode(name) for name in found.split(b"\0") if name)

    def renames(self, below: str) -> tuple[tuple[str, str], ...]:
        """Return the files below ``below`` that a commit moved, as (before, after), the oldest first.

        Files of which at least half the lines stayed; of the last 300 commits that touched the folder.
        """
        commits = _ask(self.folder, "rev-list", f"--max-count={_MOST_VERSIONS}", "HEAD", "--", below)
        ways = ("-r", "-z", "-M", "-l400", "--relative", "--no-commit-id", "--name-status", "--diff-filter=R")
        told = _ask(self.folder, "diff-tree", "--stdin", *ways, "--", below, given=commits)
        names = [os.fsdecode(name) for name in told.split(b"\0") if name]
        triples = zip(names[::3], names[1::3], names[2::3], strict=False)
        return tuple((before, after) for _, before, after in reversed([*triples]))

    def common_commit(self, ref: str) -> str:
        """Return the newest commit that ``ref`` and the present one both hold; raises ``GitError``."""
        # --end-of-options: a name that begins with a hyphen stays a name.
        commit = _ask(self.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        return _ask(self.folder, "merge-base", commit.decode().strip(), "HEAD").decode().split()[0]

    def changed_between(self, base: str, below: str) -> tuple[str, ...]:
        """Return the files below ``below`` that are not the same in the commit ``base`` and the present one."""
        ways = ("-r", "-z", "--relative", "--no-renames", "--name-only")
        found = _ask(self.folder, "diff-tree", *ways, base, "HEAD", "--", below)
        return tuple(os.fsdecode(name) for name in found.split(b"\0") if name)

    def brought_since(self, base: str) -> tuple[tuple[str, bool], ...]:
        """Return every file of the whole repository that changed since the commit ``base``, by its path from the root.

        With each whether it is now another repository (a submodule), of which git keeps no file.
        """
        told = _ask(self.folder, "diff-tree", "-r", "-z", "--no-renames", "--full-index", base, "HEAD")
        fields = told.split(b"\0")
        pairs = zip(fields[::2], fields[1::2], strict=False)
        return tuple((os.fsdecode(path), modes.split(b" ")[1] == _SUBMODULE) for modes, path in pairs)

    def contents(self, wanted: Iterable[tuple[str, str]]) -> Iterator[bytes | None]:
        """Yield the bytes of each (commit, path), or ``None`` where there is no such file."""
        waiting = list(wanted)
        for start in range(0, len(waiting), _AT_ONCE):
            names = [f"{commit}:{self.prefix}{path}" for commit, path in waiting[start : start + _AT_ONCE]]
            answer = _ask(self.folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
            for _ in names:
                head, _, answer = answer.partition(b"\n")
                kind, size = head.split(b" ")[-2:]
                if not size.isdigit():
                    yield None
                    continue
                yield answer[: int(size)] if kind == b"blob" else None
                answer = answer[int(size) + 1 :]


def repository_around(folder: Path) -> Repository:
    """Return the working copy that holds ``folder``; raises ``GitError`` when there is none to read."""
    said = _ask(folder, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix").decode()
    inside, shallow, prefix = [*said.split("\n"), "", ""][:3]
    if inside != "true":
        message = "thư mục này không nằm trong một kho git có tệp để sửa"
        raise GitError(message)
    return Repository(folder, prefix, shallow == "true")


def _ask(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    program = shutil.which("git")
    if program is None:
        message = "máy này chưa cài git"
        raise GitError(message)
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; no argument is taken for an option
            [program, *_SAFE, *arguments],
            cwd=folder,
            env=_environment(),
            input=given,
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        message = "git không trả lời"
        raise GitError(message) from error
    if done.returncode != 0:
        message = "thư mục này không nằm trong một kho git, hoặc kho chưa có lịch sử ấy"
        raise GitError(message)
    return done.stdout


def _environment() -> dict[str, str]:
    """Return an environment without the caller's ``GIT_…``; the user's own settings say which folders are safe."""
    return {
        "HOME": os.path.expanduser("~"),  # noqa: PTH111 - never raises
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
    }
