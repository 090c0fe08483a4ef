"""Dice that speak Vietnamese: sentences put together from ``phrases.yml``. Reads that file once."""

import random
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

_SLOT = re.compile(r"<(\w+)>")


@cache
def phrases() -> dict[str, list[str]]:
    """Return the lists of ``phrases.yml``."""
    text = Path(__file__).with_name("phrases.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def say_number(number: int) -> str:
    """Return ``number`` the Vietnamese way: 1.099."""
    return f"{number:,}".replace(",", ".")


class Teller(random.Random):
    """The dice of one story, and its facts; ``say`` turns a pattern into a sentence."""

    def __init__(self, seed: int, number: int) -> None:
        """Seed the dice of story ``number``: the other stories do not move them."""
        super().__init__(f"{seed}/{number}")
        self.facts: dict[str, str] = {}

    def draw(self, name: str) -> str:
        """Return one entry of the list ``name`` of ``phrases.yml``, its slots filled."""
        return self.say(self.choice(phrases()[name]))

    def say(self, pattern: str) -> str:
        """Return ``pattern`` with every slot filled; ``<Who>`` is ``<who>`` with a capital."""
        text = _SLOT.sub(lambda slot: self._fill(slot[1]), pattern)
        return text[0].upper() + text[1:] if pattern.startswith("<") else text

    def several(self, name: str, count: int) -> list[str]:
        """Return ``count`` different sentences of the list ``name``, in a drawn order."""
        return [self.say(pattern) for pattern in self.sample(phrases()[name], count)]

    def some(self, most: int) -> range:
        """Return a range of none to ``most``, none being the likeliest."""
        return range(max(0, self.randint(-most, most)))

    def day(self, first: date, last: date) -> date:
        """Return a day from ``first`` to ``last``."""
        return first + timedelta(days=self.randint(0, max(0, (last - first).days)))

    def _fill(self, slot: str) -> str:
        name = slot.lower()
        if name in self.facts:
            return self.facts[name]
        fresh = {"count": (12, 460), "money": (8, 1900), "share": (12, 96), "days": (5, 60), "months": (3, 18)}
        return say_number(self.randint(*fresh[name])) if name in fresh else self.draw(name)
