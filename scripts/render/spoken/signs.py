"""The first and the last step of speech: odd characters to plain ones, and signs to words or pauses. Pure.

After ``say_signs`` a text holds letters, single spaces, line ends, the pauses ``, ; : . ? !`` and
the hyphen inside a word. Quotation marks vanish (no pause: “Dân vận khéo” is a name), brackets
and dashes are pauses.
"""

import re
import unicodedata

from scripts.render.spoken.voice import Voice, word_before

_KEPT_NUMERIC = frozenset("²³")
_SPELT = {
    "&": "và",
    "+": "cộng",
    "±": "cộng trừ",
    "=": "bằng",
    "≠": "khác",
    ">": "lớn hơn",
    "<": "nhỏ hơn",
    "≥": "lớn hơn hoặc bằng",
    "≤": "nhỏ hơn hoặc bằng",
    "≈": "xấp xỉ",
    "×": "nhân",
    "÷": "chia",
    "@": "a còng",
    "%": "phần trăm",
    "‰": "phần nghìn",
    "°": "độ",
    "²": "bình phương",
    "³": "lập phương",
    "$": "đô la",
    "€": "ơ-rô",
    "£": "bảng Anh",
    "₫": "đồng",
    "¥": "yên Nhật",
    "₹": "ru-pi",
    "₩": "uôn",
    "฿": "bạt",
    "₭": "kíp",
    "៛": "riên",
}
_SIGN = re.compile("[" + re.escape("".join(_SPELT)) + "]")
_SAME = str.maketrans(
    {
        "−": "-", "‐": "-", "‑": "-", "‒": "–", "—": "–", "―": "–", "⁄": "/", "∕": "/", "º": "°",
        "´": "'", "’": "'", "‘": "'", "′": "'", "″": '"', "\u00a0": " ", "\u202f": " ", "\t": " ",
        "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "✕": "×",
        "Ø": "phi ", "ø": "phi ", "⌀": "phi ",
    }
)  # fmt: skip
_RANGE_DASH = re.compile(r"(?<=\d)–(?=\d)")
_ARROW = re.compile(r"[-=]{1,3}>(?!=)")
_ODD = re.compile(r"[^\n\x20-\x7e]")
_QUOTES = re.compile(r"[“”„«»\"`]|(?<![^\W_])'|'(?![^\W\d_])")
_BULLET = re.compile(r"(?m)^[ ]*[-–+*•●▪◦·][ ]+")
_NUMBERED = re.compile(r"(?m)^[ ]*(\d{1,2})[-.)][ ]+(?=[^\W\d_])")
_ELLIPSIS = re.compile(r"(?:…|\.[.…]+)")
_OPEN_END = re.compile(r"(?<![ ,;])[ ,;]*\x00(?=\s*(?:$|\n))", re.MULTILINE)
_PAUSED = re.compile(r"[^\w\s,;:.?!'-]|_")
_DASH = re.compile(r"[ ][-–]+[ ]")
_STROKE = re.compile(r"(?<=[^\W\d_])[ ]?/[ ]?(?=([^\W\d_]+))")
_UNSAID = frozenset("#*\\|^~")
"""Signs that mean something and have no word; others that are no letters are pauses or ornaments."""
_LOOSE_JOIN = re.compile(r"(?<![^\W\d_])['-]+|['-]+(?![^\W\d_])")
_APOSTROPHE = re.compile(r"'")
_PAUSES = re.compile(r"[ ]*[,;:.?!](?:[ ]*[,;:.?!])*")
_STRENGTH = ",;:.?!"
_EDGES = re.compile(r"(?m)^[ ,;:.?!]+|[ ,;:]+$")
_SPACES = re.compile(r"[ ]{2,}")
_GAP = re.compile(r"([,;:.?!])(?=[^\s])")


def plain(text: str) -> str:
    """Return ``text`` in NFC with ASCII digits, one kind of hyphen and dash, no quotation marks, no controls."""
    text = unicodedata.normalize("NFC", text).translate(_SAME)
    text = _SPACES.sub(" ", _RANGE_DASH.sub("-", text))
    text = text.replace(">=", "≥").replace("<=", "≤")
    text = _ODD.sub(lambda odd: _plain(odd[0]), _ARROW.sub("→", text))
    return _BULLET.sub("", _SPACES.sub(" ", text))


def drop_quotes(text: str) -> str:
    """Return ``text`` without quotation marks; the minutes of ``18h45'`` were read before."""
    return _QUOTES.sub("", text)


def _plain(character: str) -> str:
    if character in _KEPT_NUMERIC:
        return character
    if character.isnumeric() and not character.isalpha():
        return _plain_number(character)
    kind = unicodedata.category(character)
    if kind in ("Cf", "Cc", "Co", "Cn", "Cs", "Mn", "Mc", "Me"):
        return ""
    return " " if kind[0] == "Z" else character


def _plain_number(character: str) -> str:
    """``５`` is 5, ``½`` is 1/2, ``Ⅳ`` is IV; a numeral of another script has no reading here."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    spread = unicodedata.normalize("NFKC", character).replace("⁄", "/")
    if "/" in spread:
        return f" {spread}"  # 1½ is one and a half, not eleven halves
    return spread if spread.isascii() else " "


def say_list_numbers(text: str, voice: Voice) -> str:
    """``1- Các cấp ủy`` at the start of a line is "một, Các cấp ủy"."""
    return _NUMBERED.sub(lambda m: f"{voice.numbers.integer(int(m[1]))}, ", text)


def say_signs(text: str, voice: Voice) -> str:
    """Return ``text`` with every sign that is left said as a word or turned into a pause.

    A sign of money or reckoning without a word, and a stroke between words, are remarked.
    """
    text = _ELLIPSIS.sub("\x00", text)
    text = _OPEN_END.sub(".", text).replace("\x00", ", ")
    text = _STROKE.sub(lambda m: _or(m, voice), _DASH.sub(", ", text))
    text = _SIGN.sub(lambda sign: f" {_SPELT[sign[0]]} ", text)
    text = _PAUSED.sub(lambda m: _pause(m[0], voice), text)
    text = _APOSTROPHE.sub("-", _LOOSE_JOIN.sub(" ", text))
    text = _GAP.sub(r"\1 ", _PAUSES.sub(_strongest, text))
    text = _SPACES.sub(" ", text)
    return "\n".join(line for line in _EDGES.sub("", text).split("\n") if line)


def _or(stroke: re.Match[str], voice: Voice) -> str:
    """``xã/phường`` is one or the other; ``và/hoặc`` says so already."""
    if stroke[1] == "hoặc":
        return " "
    left = word_before(stroke)
    voice.guess(f"{left}/{stroke[1]}", f"{left} hoặc {stroke[1]}", "dấu / giữa hai từ đọc là “hoặc”")
    return " hoặc "


def _pause(sign: str, voice: Voice) -> str:
    kind = unicodedata.category(sign)
    if sign in _UNSAID or kind in ("Sc", "Sm"):
        voice.warn(f"Dấu “{sign}” không có lời đọc: kịch bản bỏ dấu ấy. Nếu cần nói, hãy viết bằng chữ.")
    return " " if kind == "Sc" else ", "


def _strongest(pauses: re.Match[str]) -> str:
    """Of several pauses in a row the strongest is kept: ``,.`` is a full stop."""
    return max(pauses[0].replace(" ", ""), key=_STRENGTH.index)
