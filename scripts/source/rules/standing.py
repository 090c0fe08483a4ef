"""What sources say about a deed and the movement, held against the acts that the story tells. Pure."""

from collections.abc import Iterator

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.facts import MOVEMENT_DISAGREES, MOVEMENT_SAYS_LESS
from scripts.source.reading import Reading
from scripts.source.schema.story_parts import STANDING_NAMES, Standing

_SHOWN_BY = {Standing.RECOGNISED: "recognition", Standing.COMMENDED: "commendations"}
"""The key that must be there when sources say so much."""
_SAID_BY = {
    "recognition": (Standing.RECOGNISED,),
    "registered": (Standing.REGISTERED, Standing.COMMENDED, Standing.RECOGNISED),
}
"""What the standing may be when the key is there, the least first."""


def movement_agrees(story: Reading) -> Iterator[Problem]:
    """What the sources say of the movement agrees with the acts that the story tells.

    Recognised or commended says by whom; a story that tells of a recognition is recognised, and one
    registered in some year is not just presented. A source may well say "registered" without the year,
    and a commendation may be for something else.
    """
    written = story.document.value if isinstance(story.document.value, dict) else {}
    standing = story.front.movement
    # As written: where a value is missing or wrong, that is said already.
    if written.get("movement") != standing:
        return
    if (act := _SHOWN_BY.get(standing)) and not written.get(act):
        yield story.problem(
            ("movement",), MOVEMENT_DISAGREES, standing=standing.value, said=STANDING_NAMES[standing], key=act
        )
    for act, enough in _SAID_BY.items():
        if written.get(act) and standing not in enough:
            yield story.problem(
                ("movement",),
                MOVEMENT_SAYS_LESS,
                key=act,
                standing=standing.value,
                said=STANDING_NAMES[standing],
                meant=enough[0].value,
            )
            return
