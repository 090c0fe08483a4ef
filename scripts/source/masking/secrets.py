"""Passwords, tokens and private keys in a text: where they stand, and what may be printed of them. Pure.

The forms are those their makers document; a password is known only by the word before it.
Each form is looked for only where its sign is, and every pattern is bounded: linear time.
"""

import re
from collections.abc import Iterator

from scripts.source.masking.personal_data import MAX_FINDINGS, Finding

CODE = "secret"

_START = r"(?<![A-Za-z0-9_-])"
# sign in the text, form of the secret, how many letters of it are the maker's and may be printed
_FORMS: tuple[tuple[str, re.Pattern[str], int], ...] = tuple(
    (sign, re.compile(form), shown)
    for sign, form, shown in (
        (
            "-----BEGIN",
            r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----[A-Za-z0-9+/=\s\\:,-]{0,20000}",
            10,
        ),
        ("PuTTY-User-Key-File", r"PuTTY-User-Key-File-\d", 5),
        ("AKIA", rf"{_START}AKIA[A-Z0-9]{{16}}(?![A-Z0-9])", 4),
        ("ASIA", rf"{_START}ASIA[A-Z0-9]{{16}}(?![A-Z0-9])", 4),
        *((sign, rf"{_START}{sign}[A-Za-z0-9]{{30,255}}", 4) for sign in ("ghp_", "gho_", "ghu_", "ghs_", "ghr_")),
        ("github_pat_", rf"{_START}github_pat_[A-Za-z0-9_]{{22,255}}", 11),
        *((sign, rf"{_START}{sign}[A-Za-z0-9_-]{{20,255}}", 6) for sign in ("glpat-", "gldt-", "glrt-", "glptt-")),
        ("xox", rf"{_START}xox[abeoprs]-[A-Za-z0-9-]{{10,255}}", 5),
        ("hooks.slack.com/", r"hooks\.slack\.com/services/[A-Za-z0-9/]{20,100}", 15),
        ("AIza", rf"{_START}AIza[A-Za-z0-9_-]{{35}}", 4),
        ("ya29.", rf"{_START}ya29\.[A-Za-z0-9_-]{{20,512}}", 5),
        ("eyJ", rf"{_START}eyJ[A-Za-z0-9_-]{{10,4000}}\.[A-Za-z0-9_-]{{10,4000}}(?:\.[A-Za-z0-9_-]{{0,1000}})?", 3),
        ("sk-", rf"{_START}sk-[A-Za-z0-9_-]{{20,255}}", 3),
        ("sk_live_", rf"{_START}sk_live_[A-Za-z0-9]{{16,255}}", 8),
        ("npm_", rf"{_START}npm_[A-Za-z0-9]{{36}}", 4),
        ("pypi-", rf"{_START}pypi-[A-Za-z0-9_-]{{50,512}}", 5),
        (":AA", rf"{_START}\d{{8,10}}:AA[A-Za-z0-9_-]{{32,33}}(?![A-Za-z0-9_-])", 2),
        ("://", r"://[^\s/:@\"'<>]{1,64}:[^\s/@\"'<>]{3,64}@", 3),
    )
)

_WORDS = ("password", "passwd", "pwd", "mật khẩu", "mat khau", "secret", "token", "api_key", "api-key", "apikey")
_KEY_WORDS = ("private key", "private_key", "khóa bí mật", "khóa riêng")
_NAMED = re.compile(
    r"(?:passw(?:or)?d|pwd|m[ậa]t kh[ẩa]u|secret|token|api[_-]?key|private[_ ]key|khóa bí mật|khóa riêng)"
    r"[\w \"']{0,20}?(?:[:=]|\blà\b)\s{0,3}[\"'“‘`]?"
    r"(?P<value>(?=[\x21-\x7e]{0,60}[0-9@#$%^&*!])(?![\"'“‘]?https?:)[\x21-\x7e]{6,200})",
    re.IGNORECASE,
)


def find_secrets(text: str) -> list[Finding]:
    """Return the secrets in ``text``, in order, at most ``MAX_FINDINGS``; linear in ``len(text)``."""
    found = list(_known_forms(text))
    lowered = text.lower()
    if any(word in lowered for word in (*_WORDS, *_KEY_WORDS)):
        found += (Finding(m.start("value"), m.end("value"), CODE, "…") for m in _NAMED.finditer(text))
    return sorted(found)[:MAX_FINDINGS]


def _known_forms(text: str) -> Iterator[Finding]:
    underlined = "_" in text
    for sign, form, shown in _FORMS:
        if (underlined or "_" not in sign) and sign in text:
            for match in form.finditer(text):
                yield Finding(match.start(), match.end(), CODE, f"{match.group()[:shown]}…")
