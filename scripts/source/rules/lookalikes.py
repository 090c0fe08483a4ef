"""What looks like something else: letters of another script, hosts that are none, link words for another place. Pure.

Remarks only: each may be honest, and each is how a reader is led astray. Vietnamese letters are Latin
whatever stands on them, and a word that is wholly in another script is somebody's language.
Source: Unicode Technical Standard 39 (mixed scripts); the letters are those whose capitals or small
forms no typeface for screens tells apart.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from ipaddress import ip_address
from typing import NamedTuple

from scripts.source.problems.code import Code
from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.body import (
    HOST_IN_OTHER_LETTERS,
    HOST_IS_NUMBER,
    HOST_IS_OWN_MACHINE,
    LINK_NAMES_OTHER_HOST,
    LOOKALIKE_LETTER,
)
from scripts.source.rules.refused_later import host_of
from scripts.source.schema.declared import Leaf
from scripts.source.schema.told import Words
from scripts.source.text.body import Body
from scripts.source.text.strict_yaml import YamlDocument

MAX_REMARKS = 10

_LOOKALIKES = frozenset("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυι")
"""Cyrillic and Greek letters that read as Latin ones; µ, Ω and π, which stand in units and formulas, do not."""
_SCRIPT_NAMES = {"CYRILLIC": "Kirin", "GREEK": "Hy Lạp"}
_DRESSED = ("FULLWIDTH ", "MATHEMATICAL ")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER_HOST = re.compile(r"(?:0x[0-9a-f]+|[0-9]+)(?:\.(?:0x[0-9a-f]+|[0-9]+))*")
_OWN_MACHINE = re.compile(r"(?:.*\.)?(?:localhost|local|localdomain|internal|lan|home)|[^.]+")
_ENDINGS = "vn|com|net|org|info|edu|gov|example"
_NAMED_HOST = re.compile(
    rf"(?:https?://|www\.)((?:[\w-]+\.)+[\w-]+)|(?<![\w.@-])((?:[\w-]+\.)+(?:{_ENDINGS}))(?![\w-]|\.\w)", re.IGNORECASE
)


class Lookalike(NamedTuple):
    """A letter that is not what it seems: its word, where the word begins, the script it comes from."""

    word: str
    start: int
    letter: str
    script: str


def lookalikes_in(text: str) -> Iterator[Lookalike]:
    """Yield each word of ``text`` that mixes in, or is wholly made of, letters that pass for Latin ones."""
    if text.isascii():
        return
    for match in _WORD.finditer(text):
        word = match.group()
        if not word.isascii() and (found := _strange_letter(word)):
            yield Lookalike(word, match.start(), *found)


def _strange_letter(word: str) -> tuple[str, str] | None:
    """Return the first letter of ``word`` that misleads, and its script; ``None`` when none does."""
    for letter in word:
        if unicodedata.name(letter, "").startswith(_DRESSED):
            return letter, "ký hiệu"
    scripts = {script for letter in word if (script := unicodedata.name(letter, "").split(" ")[0]) != "COMBINING"}
    strange = [letter for letter in word if letter in _LOOKALIKES]
    misleads = strange and ("LATIN" in scripts or (len(word) > 1 and len(strange) == len(word)))
    return (strange[0], _SCRIPT_NAMES[unicodedata.name(strange[0]).split(" ")[0]]) if misleads else None


def remarks_on_lookalikes(leaves: Iterable[Leaf], document: YamlDocument, body: Body) -> list[Problem]:
    """Return what an editor should look at in the words and the links that a reader sees; at most ten."""
    return [*_in_values(leaves, document), *_in_words(body), *_in_links(body)][:MAX_REMARKS]


def _in_values(leaves: Iterable[Leaf], document: YamlDocument) -> Iterator[Problem]:
    for leaf in leaves:
        if not isinstance(leaf.value, str):
            continue
        for found in lookalikes_in(leaf.value):
            yield document.problem(leaf.location, LOOKALIKE_LETTER, **_said(found))
        if leaf.told.words is Words.ADDRESS and (code := fault_of_host(host_of(leaf.value))):
            yield document.problem(leaf.location, code, target=leaf.value)


def _in_words(body: Body) -> Iterator[Problem]:
    source, written = body.source, set[str]()
    for found in lookalikes_in(source.text):
        written.add(found.word)
        yield source.problem(source.mark(found.start), LOOKALIKE_LETTER, **_said(found))
    for found in lookalikes_in(body.text):
        if found.word not in written:  # spelt with an entity: the word has no place of its own
            yield source.problem(source.start, LOOKALIKE_LETTER, **_said(found))


def _in_links(body: Body) -> Iterator[Problem]:
    for link in body.web_links:
        host = host_of(link.target)
        if code := fault_of_host(host):
            yield body.source.problem(link.mark, code, target=link.target)
        elif (named := host_named_in(link.text)) and not same_place(named, host):
            yield body.source.problem(link.mark, LINK_NAMES_OTHER_HOST, named=named, host=host)


def _said(found: Lookalike) -> dict[str, object]:
    return {"word": found.word, "letter": found.letter, "script": found.script}


def fault_of_host(host: str) -> Code | None:
    """Return what is odd about ``host``: letters in disguise, a number, the writer's own machine; ``None`` if nothing.

    An empty host, of ``mailto:``, is none of them.
    """
    if not host:
        return None
    if not host.isascii() or any(label.startswith("xn--") for label in host.split(".")):
        return HOST_IN_OTHER_LETTERS
    if _NUMBER_HOST.fullmatch(host) or _is_address(host):
        return HOST_IS_NUMBER
    return HOST_IS_OWN_MACHINE if _OWN_MACHINE.fullmatch(host) else None


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def host_named_in(text: str) -> str:
    """Return the first host that the words of a link name, in small letters; empty when they name none.

    >>> host_named_in("theo trang www.baokiengiang.vn, ngày 1.10")
    'baokiengiang.vn'
    >>> host_named_in("ở TP.HCM có 1.099 hộ v.v.")
    ''
    """
    found = _NAMED_HOST.search(text)
    return (found[1] or found[2]).lower().removeprefix("www.") if found else ""


def same_place(named: str, host: str) -> bool:
    """Return whether ``host`` is what was ``named``, or one is a part of the other: ``m.bao.vn``, ``bao.vn``."""
    host = host.removeprefix("www.")
    return named == host or host.endswith(f".{named}") or named.endswith(f".{host}")
