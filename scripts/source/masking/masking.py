"""What is private in a text, and the text without it: nothing private is ever printed. Pure."""

from dataclasses import replace

from scripts.source.masking.personal_data import Finding, find_personal_data
from scripts.source.masking.secrets import find_secrets


def find_private(text: str) -> list[Finding]:
    """Return personal data and secrets in ``text``, in order; those that overlap become one."""
    apart: list[Finding] = []
    for finding in sorted([*find_personal_data(text), *find_secrets(text)]):
        if apart and finding.start < apart[-1].end:
            apart[-1] = replace(apart[-1], end=max(apart[-1].end, finding.end))
        else:
            apart.append(finding)
    return apart


def masked(text: str) -> str:
    """Return ``text`` with everything private in it masked.

    >>> masked("gọi 0912 345 678 nhé")
    'gọi 09…78 nhé'
    """
    for finding in reversed(find_private(text)):
        text = f"{text[: finding.start]}{finding.masked}{text[finding.end :]}"
    return text
