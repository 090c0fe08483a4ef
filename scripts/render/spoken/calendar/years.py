"""A year that lies across two: ``năm học 2024-2025``, ``vụ Đông Xuân 2024/2025``, ``2024/2025``. Pure.

Both are said with a pause between, as the stations say a school year; "từ … đến …" would make two years of it.
"""

import re

from scripts.render.spoken.calendar.parts import END, START, said_year
from scripts.render.spoken.voice import Voice

_YEAR = r"(?:19|20)\d{2}"
_PAIR = rf"{_YEAR}[ ]?[-–/][ ]?{_YEAR}"
_SEASON = r"mùa giải|mùa khô|(?:đông|hè|thu)[ -]?(?:xuân|thu|đông)"
_NAMED = re.compile(
    rf"(?P<word>(?<!\w)(?i:năm học|niên khóa|niên khoá|niên vụ|học kỳ (?:[12]|I|II|một|hai)|{_SEASON})[ ])"
    rf"(?P<years>{_PAIR}(?:(?:,[ ]|[ ]và[ ]){_PAIR}){{0,5}}){END}"
)
_SLASHED = re.compile(rf"{START}({_YEAR})/({_YEAR}){END}(?![ ]?%)")
_TERM = re.compile(rf"(?P<word>(?<!\w)(?i:nhiệm kỳ|giai đoạn|khóa|khoá|thời kỳ)[ ])({_YEAR})/({_YEAR}){END}")
_UNTIL_NOW = re.compile(rf"(?P<from>(?<!\w)[Tt]ừ (?:năm )?)?{START}({_YEAR})[ ]?[-–][ ]?(?=nay(?!\w))")
_TWO = re.compile(rf"({_YEAR})[ ]?[-–/][ ]?({_YEAR})")


def say_double_years(text: str, voice: Voice) -> str:
    """Say every year of ``text`` that lies across two which follow each other."""
    text = _NAMED.sub(lambda m: m["word"] + _TWO.sub(lambda two: _two(two, voice), m["years"]), text)
    text = _TERM.sub(lambda m: f"{m['word']}từ {said_year(m[2], voice)} đến {said_year(m[3], voice)}", text)
    text = _UNTIL_NOW.sub(lambda m: f"{m['from'] or 'từ '}{said_year(m[2], voice)} đến ", text)
    return _SLASHED.sub(lambda m: _two(m, voice), text)


def _two(match: re.Match[str], voice: Voice) -> str:
    if int(match[2]) != int(match[1]) + 1:
        return match[0]
    return f"{said_year(match[1], voice)}, {said_year(match[2], voice)}"
