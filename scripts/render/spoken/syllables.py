"""Vietnamese syllables: telling a word in capitals from a short form, and counting what is said. Pure."""

import re
from functools import lru_cache

_NUCLEUS = (
    "uyeu|uoi|uou|uai|uay|uao|uya|uye|uyu|oai|oay|oao|oeo|ieu|yeu|"
    "ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y"
)
_SYLLABLE = re.compile(
    rf"(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?(?:{_NUCLEUS})(?:ch|c|m|ng|nh|n|p|t)?"
)
_PLAIN_VOWELS = str.maketrans(
    {letter: plain for plain, letters in {
        "a": "áàảãạăắằẳẵặâấầẩẫậ", "e": "éèẻẽẹêếềểễệ", "i": "íìỉĩị",
        "o": "óòỏõọôốồổỗộơớờởỡợ", "u": "úùủũụưứừửữự", "y": "ýỳỷỹỵ",
    }.items() for letter in letters}
)  # fmt: skip
_RUN = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Return whether ``word`` could be a Vietnamese syllable: ``KIÊN`` is one, ``THT`` is none."""
    return bool(_SYLLABLE.fullmatch(word.lower().translate(_PLAIN_VOWELS)))


def count_syllables(said: str) -> int:
    """Return how many syllables a spoken text has: Vietnamese writes each apart; a foreign word counts as one."""
    return len(_RUN.findall(said))
