"""Bytes to text: UTF-8, NFC, LF, and no character that a reader cannot see. Pure.

Source: the section *Bytes and characters* of the story contract (decisions/02).
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from scripts.source.problems.problem import START, Mark, Problem, problem_at
from scripts.source.problems.registry.form import (
    BYTE_ORDER_MARK,
    FILE_TOO_LARGE,
    FORBIDDEN_CHARACTER,
    LEGACY_FONT,
    NOT_NFC,
    NOT_UTF_8,
    UTF_16,
)
from scripts.source.text.source_text import SourceText
from scripts.source.text.vietnamese import nfc

MAX_BYTES = 200_000
"""A story is a few pages; anything larger is a mistake or an attack."""

MAX_REPORTS = 20
"""Reports of one kind in one file; an editor mends the cause, not 5,000 places."""

_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cn", "Zl", "Zp"})
_ALLOWED_CONTROLS = frozenset("\n\t")
_REPLACEMENT = "\ufffd"
_UTF16_SAMPLE = 200
"""Bytes looked at to recognise UTF-16 without a mark: in Vietnamese every second one or so is zero."""

# Letters that TCVN3 (.VnTime) and VNI fonts put inside Vietnamese words. One alone may be a
# foreign name; several in one file are a text that was typed for an old font.
_LEGACY_LETTER = re.compile("(?<=[A-Za-z])[©µ¸¹¶·§®¬¨ªËÐßäöïüÿåæøûîñ¼½¾×÷Æ¦Ö]")
_LEGACY_ENOUGH = 3


def decode_text(data: bytes, path: str = "") -> tuple[SourceText | None, list[Problem]]:
    """Return the text of ``data`` in NFC with LF line ends, and what is wrong with it; ``path`` is its file.

    The text is ``None`` when no text can be read at all; otherwise it is usable even if
    problems were found, so that one run reports everything: each refused character is
    replaced by U+FFFD, so that none reaches a parser or a page. Linear in ``len(data)``.
    """
    if len(data) > MAX_BYTES:
        return None, [too_large(len(data), path)]
    if data.startswith(_UTF16_BOMS) or _looks_like_utf16(data[:_UTF16_SAMPLE]):
        return None, [problem_at(path, START, UTF_16)]
    problems: list[Problem] = []
    if data.startswith(_BOM):
        problems.append(problem_at(path, START, BYTE_ORDER_MARK))
        data = data[len(_BOM) :]
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*problems, _undecodable(data, error.start, path)]
    written = SourceText(_with_lf(raw), path)
    problems += _check_normal_form(written)
    source, found = _replace_refused(SourceText(nfc(written.text), path))
    return source, [*problems, *found, *_check_legacy_font(source)]


def too_large(size: int, path: str) -> Problem:
    """Return the problem of a file of ``size`` bytes, more than ``MAX_BYTES``."""
    return problem_at(path, START, FILE_TOO_LARGE, size=size, most=MAX_BYTES)


def tidied(data: bytes) -> bytes:
    """Return UTF-8 ``data`` without BOM, with LF line ends, in NFC; other bytes come back untouched."""
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        return data
    return nfc(_with_lf(text)).encode()


def _with_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _looks_like_utf16(start: bytes) -> bool:
    """Return whether zero bytes fill one side of the pairs and hardly the other; a stray NUL does not."""
    few, many = sorted((start[::2].count(0), start[1::2].count(0)))
    return many > 1 and many * 5 >= len(start) and few * 5 <= many


def _undecodable(data: bytes, index: int, path: str) -> Problem:
    before = SourceText(_with_lf(data[:index].decode("utf-8")), path)
    return before.problem(before.mark(len(before.text)), NOT_UTF_8)


def _check_normal_form(source: SourceText) -> Iterator[Problem]:
    """Text is stored composed (NFC): two spellings that look equal must be equal."""
    if unicodedata.is_normalized("NFC", source.text):
        return
    for number, line in enumerate(source.lines, start=1):
        composed = nfc(line)
        if composed != line:
            shorter = min(len(line), len(composed)) - 1
            column = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), shorter)
            yield source.problem(Mark(number, column + 1), NOT_NFC)
            return


def hidden_character(text: str) -> str:
    r"""Return the name of the first character in ``text`` that a file may not hold, or an empty text.

    For text that came out of an escape (``"\u202e"`` in YAML, ``&#x202e;`` in Markdown): in the
    file there was nothing to see.
    """
    for character in text:
        if character not in _ALLOWED_CONTROLS and unicodedata.category(character) in _REFUSED_CATEGORIES:
            return _name_of(character)
    return ""


def _replace_refused(source: SourceText) -> tuple[SourceText, list[Problem]]:
    """Report, and replace, control, format, private-use, unassigned and replacement characters."""
    text = source.text
    refused = {
        character
        for character in set(text) - _ALLOWED_CONTROLS
        if unicodedata.category(character) in _REFUSED_CATEGORIES or character == _REPLACEMENT
    }
    if not refused:
        return source, []
    places = islice((index for index, character in enumerate(text) if character in refused), MAX_REPORTS)
    problems = [
        source.problem(
            source.mark(index),
            FORBIDDEN_CHARACTER,
            name=_name_of(text[index]),
        )
        for index in places
    ]
    return SourceText(text.translate(dict.fromkeys(map(ord, refused), _REPLACEMENT)), source.path), problems


def _name_of(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{code} ({name})" if name else code


def _check_legacy_font(source: SourceText) -> Iterator[Problem]:
    """Text typed for a TCVN3 or VNI font is not Vietnamese to anyone without that font."""
    found = list(_LEGACY_LETTER.finditer(source.text))
    if len(found) >= _LEGACY_ENOUGH:
        yield source.problem(source.mark(found[0].start()), LEGACY_FONT)
