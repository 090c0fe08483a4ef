"""Vietnamese text as text: one normal form, and the fold under which a reader's typing meets it. Pure."""

import re
import unicodedata

_MARKS = re.compile(r"[\u0300-\u036f]")
_NOT_PLAIN = re.compile(r"[\W_]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """Return ``text`` in Unicode NFC, the only form that is stored, compared and published."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return ``text`` in lower case without tone and vowel marks, with đ as d.

    đ has no Unicode decomposition, so stripping marks alone would keep it.

    >>> fold("Đường Hòa Điền")
    'duong hoa dien'
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return _MARKS.sub("", decomposed)


def slugify(text: str) -> str:
    """Return ``text`` as an address part: folded, words joined by hyphens.

    >>> slugify("Gom rác, đổi gạo")
    'gom-rac-doi-gao'
    """
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def plain_number(text: str) -> str:
    """Return the letters and digits of ``text`` alone: how two ways of writing one number are compared.

    >>> plain_number("(0297) 3.812.345")
    '02973812345'
    """
    return _NOT_PLAIN.sub("", unicodedata.normalize("NFKC", text).lower())
