"""How problems are shown: on a screen, in a pull request of GitHub or GitLab, to a program. Pure.

Text from a story never starts a line and never holds a control character (``shown``); what
GitHub would act on is escaped as its documentation of workflow commands asks.
"""

import hashlib
import json
from collections.abc import Callable, Sequence

from scripts.source.problems.problem import Problem

_ONE_LINE = str.maketrans({"\r": "\\r", "\n": "\\n"})


def as_text(problems: Sequence[Problem]) -> str:
    """Return one line a problem: ``file:line:column: message [code]``."""
    return "".join(f"{str(problem).translate(_ONE_LINE)}\n" for problem in problems)


def as_github(problems: Sequence[Problem]) -> str:
    """Return workflow commands: GitHub shows each problem beside its line."""
    return "".join(
        f"::{'notice' if p.is_remark else 'error'} file={_property(p.path)},line={p.line},col={p.column},"
        f"title={_property(p.code)}::{_data(p.message)}\n"
        for p in problems
    )


def as_gitlab(problems: Sequence[Problem]) -> str:
    """Return a Code Quality report, GitLab's form for problems beside lines."""
    entries = [
        {
            "description": problem.message,
            "check_name": problem.code,
            "fingerprint": hashlib.sha256(str(problem).encode()).hexdigest(),
            "severity": "info" if problem.is_remark else "major",
            "location": {
                "path": problem.path,
                "positions": {"begin": {"line": problem.line, "column": problem.column}},
            },
        }
        for problem in problems
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def as_json(problems: Sequence[Problem]) -> str:
    """Return a list of objects with the names of ``Problem``'s own fields, and what weight it has."""
    names = ("path", "line", "column", "code", "message")
    entries = [
        {
            **{n: getattr(p, n) for n in names},
            "cure": p.kind.cure_of(p.message),
            "remark": p.is_remark,
            "advice": p.is_advice,
        }
        for p in problems
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "gitlab": as_gitlab,
    "json": as_json,
}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
