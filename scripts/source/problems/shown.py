"""Contributed text made safe to print in a message. Pure."""

import re

from scripts.source.masking.masking import masked

QUOTE_LIMIT = 60
"""Letters of a quotation in a message."""
_CI_COMMAND = re.compile(r"::|##(?=[a-z]*\[)")


def shown(text: str, limit: int = QUOTE_LIMIT) -> str:
    r"""Return contributed ``text`` safe to print in a message: one line, short, no controls.

    Anything that a terminal or a CI log could act on becomes ``\u{…}``; so do ``::`` and
    ``##[``, the signs of GitHub's and Azure's commands: their runners look for the second
    anywhere in a line (actions/runner, ``ActionCommand.TryParse``). What is private is masked
    before the text is cut: half a number is a number too many.
    """
    text = masked(text)
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    plain = "".join(character if character.isprintable() else _escaped(character) for character in short)
    return _CI_COMMAND.sub(lambda sign: _escaped(sign.group()), plain)


def _escaped(text: str) -> str:
    return "".join(f"\\u{{{ord(character):x}}}" for character in text)
