"""What another commune needs of a story: steps, what it takes, when the figures were counted. Advice; pure.

What is asked for here makes the grade of a story too (``completeness``).
"""

from collections.abc import Iterator

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.approval import STEPS_BEFORE_APPROVAL
from scripts.source.problems.registry.style import FEW_STEPS, THIN_HOW_TO, UNDATED_FIGURES
from scripts.source.reading import Reading
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.text.body import HOW_TO, Body
from scripts.source.text.sentences import sentences_of
from scripts.source.vocabulary.style import Style
from scripts.source.writing.phrases import clauses, found_in, lists_of, phrases_of, place_of

HOW, RESULT, CONTEXT = "Cách làm", "Kết quả", "Bối cảnh"
LEAST_STEPS = 3
"""Who began, what was done, what each side gave: with fewer it says what was done, not how."""
LEAST_NEEDS = 2
"""Of people, money, time and pitfalls: a "Làm theo" that tells of one or none prepares nobody."""
_NEEDS = {"people": "người", "money": "tiền, vật tư", "time": "thời gian", "pitfalls": "chỗ dễ vấp"}


def steps_in(body: Body) -> int:
    """Return how many steps "Cách làm" tells: its sentences, each item of a list being one at least."""
    lines = body.text_of(HOW).split("\n")
    return sum(len(sentences_of(line, inside_quotes=True)) for line in lines)


def undated_in(front: FrontMatter) -> int:
    """Return how many headline figures do not say when they were counted."""
    return sum(result.when is None for result in front.results)


def needs_lacking(body: Body, style: Style) -> tuple[str, ...]:
    """Return what "Làm theo" is silent about, when it tells too little; nothing when there is no such section."""
    told = body.text_of(HOW_TO)
    if not told:
        return ()
    line, lists = clauses(told), lists_of(style.lists)
    looked_for = {key: phrases_of(getattr(style.needs, key), lists) for key in _NEEDS}
    lacking = tuple(name for key, name in _NEEDS.items() if not found_in(line, looked_for[key]))
    return lacking if len(_NEEDS) - len(lacking) < LEAST_NEEDS else ()


def check_steps_to_approve(front: FrontMatter, body: Body) -> Iterator[Problem]:
    """A full story is approved only when it tells the steps; a short piece may be all that is known."""
    if front.format == "full" and (steps := steps_in(body)) < LEAST_STEPS:
        yield body.source.problem(place_of(HOW, body.source), STEPS_BEFORE_APPROVAL, steps=steps, least=LEAST_STEPS)


def advice_on_telling(story: Reading, body: Body) -> Iterator[Problem]:
    """Yield what would help another place to do the same."""
    if (steps := steps_in(body)) < LEAST_STEPS:
        yield body.source.problem(place_of(HOW, body.source), FEW_STEPS, steps=steps, least=LEAST_STEPS)
    if lacking := needs_lacking(body, story.taxonomy.style):
        yield body.source.problem(place_of(HOW_TO, body.source), THIN_HOW_TO, lacking=", ".join(lacking))
    undated, every = undated_in(story.front), len(story.front.results)
    if undated * 2 > every:
        yield story.problem(("results",), UNDATED_FIGURES, undated=undated, all=every)
