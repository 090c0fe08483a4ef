"""Short forms that mean something only before a number: ``QL61``, ``P. 3``, ``ĐT.963``. Pure."""

import re

from scripts.render.spoken.voice import Voice

_SHORT_BEFORE_NUMBER = re.compile(r"(?<!\w)([A-ZĐa-zđ]{1,3})\.?[ ]?(?=[A-Z]?\d)(?!0\d{2,4}[ .-]?\d{3})")
"""Not before a telephone: ``ĐT 0297 …`` is no road."""
_ROAD_SAID = re.compile(r"(?<!\w)(?:(?:quốc|tỉnh|huyện|hương) lộ|đường (?:tỉnh|huyện|xã)|quốc lộ)[ ](?:số[ ])?$")
_LOOK_BACK = 40


def say_before_numbers(text: str, voice: Voice) -> str:
    """Say what stands before a number; a kind that the sentence has named is not said twice."""
    return _SHORT_BEFORE_NUMBER.sub(lambda match: _say(match, voice), text)


def _say(match: re.Match[str], voice: Voice) -> str:
    said = voice.lexicon.before_number.get(match[1])
    if said is None:
        return match[0]
    ahead = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _ROAD_SAID.search(ahead.lower()) and re.search(r"(?<!\w)(?:lộ|đường)(?!\w)", said):
        return ""
    rest = without_what_was_said(ahead, said)
    return f"{rest} " if rest else ""


def without_what_was_said(ahead: str, said: str) -> str:
    """Return ``said`` without the first words that ``ahead`` ends with.

    ``Đường`` before ``đường huyện`` leaves ``huyện``; ``Hội`` before ``Hội Nông dân`` leaves ``Nông dân``. The last
    word of a name is none of them: ``Bình An`` before ``an ninh trật tự``.
    """
    words = said.split(" ")
    spoken = ahead.rstrip(" ").split(" ")
    for count in range(min(len(words), len(spoken)), 0, -1):
        if [word.lower() for word in words[:count]] == [word.lower() for word in spoken[-count:]]:
            of_a_name = count == 1 and spoken[-1].istitle() and words[0].islower()
            return said if of_a_name and spoken[-2:-1] and spoken[-2].istitle() else " ".join(words[count:])
    return said
