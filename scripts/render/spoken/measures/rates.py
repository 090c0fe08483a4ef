"""Rates: ``15 triệu đồng/người/năm`` is "mười lăm triệu đồng một người một năm". Pure."""

import re

from scripts.render.spoken.voice import Voice, words

RATES = r"(?:[ ]?/[ ]?[^\W\d_]{1,12}(?:[ ](?:phố|viên|người|sinh|khẩu|xe|vị|dân|đình)(?!\w))?[23²³]?(?!\w))"
_RATE = re.compile(rf"(?<![^\W\d_])(?P<left>[^\W\d_]{{1,12}}[23²³]?){RATES}{{1,4}}")
_COUNTERS = words("đồng triệu tỷ lần tấn tạ lít trăm buổi giờ ngày tháng người hộ con cây suất mét vuông nghìn ngàn")
_MEASURED = words("đồng triệu tỷ tỉ nghìn ngàn tấn tạ yến lít mét khối vuông phần trăm")
_STROKE = re.compile(r"[ ]?/[ ]?")


def say_rate(written: str, unit: str, voice: Voice) -> str:
    """Return ``/người/năm`` after a number as "một người một năm"; another stroke is left to the signs.

    ``unit`` stood before it, empty when a word did. After money and measures anything is a rate; what the
    lexicon does not count by is remarked.
    """
    head, *parts = _STROKE.split(written)
    measured = bool(unit) or not _MEASURED.isdisjoint(head.split()[-1:])
    said = [_per(part, voice) or (_unknown(part, voice) if measured else "") for part in parts]
    if all(said):
        return " một ".join([head, *said])
    return written


def say_bare_rates(text: str, voice: Voice) -> str:
    """Say ``đồng/kg``, ``người/km²`` without a number before them."""

    def say(match: re.Match[str]) -> str:
        left, *parts = _STROKE.split(match[0])
        measured = left in _COUNTERS
        said = [voice.unit(part) or (part if measured and part in voice.lexicon.counted else "") for part in parts]
        return " một ".join([voice.unit(left) or left, *said]) if all(said) else match[0]

    return _RATE.sub(say, text)


def _per(written: str, voice: Voice) -> str:
    return voice.unit(written) or (written if written in voice.lexicon.counted else "")


def _unknown(written: str, voice: Voice) -> str:
    if written.islower():
        voice.guess(f"/{written}", f"một {written}", "dấu / sau một số đo đọc là “một”")
        return written
    return ""
