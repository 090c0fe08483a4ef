"""How complete the stories are, and how they could be told better. Pure.

Whoever works on one story sees all of it; whoever looks at everything sees one line, or nobody reads the rest.
"""

from collections import Counter

from scripts.editors.messages.report import FORMATS
from scripts.render.wording import say_number
from scripts.source.library import Library
from scripts.source.story import Story
from scripts.source.vocabulary.taxonomy import Taxonomy
from scripts.source.writing.completeness import GRADE_NAMES, Grade, completeness_of


def say_advice(library: Library, *, each: bool) -> str:
    """Return the grade and the advice of ``each`` story, or how many have which grade and how much there is to say.

    Of drafts alone: the text of an approved story stays as it was approved. Empty when there is none.
    """
    if library.taxonomy is None:
        return ""
    drafts = [story for story in (*library.stories, *library.withheld) if story.draft]
    if each:
        told = {story.path for story in drafts}
        others = [problem for problem in library.advice if problem.path not in told]
        return "".join(_say_one(story, library, library.taxonomy) for story in drafts) + FORMATS["text"](others)
    return _say_all(drafts, library, library.taxonomy)


def _say_one(story: Story, library: Library, taxonomy: Taxonomy) -> str:
    grade = completeness_of(story.front, story.body, taxonomy.style).said
    advice = [problem for problem in library.advice if problem.path == story.path]
    return f"{story.path}: {grade}.\n{FORMATS['text'](advice)}"


def _say_all(drafts: list[Story], library: Library, taxonomy: Taxonomy) -> str:
    if not drafts:
        return ""
    grades = Counter(completeness_of(story.front, story.body, taxonomy.style).grade for story in drafts)
    counted = ", ".join(
        f"{say_number(grades[grade])} {GRADE_NAMES[grade]}" for grade in reversed(Grade) if grades[grade]
    )
    if not library.advice:
        return f"Bản thảo: {counted}.\n"
    places = {problem.path for problem in library.advice}
    much = f"{say_number(len(library.advice))} gợi ý viết hay hơn cho {say_number(len(places))} bài"
    return f"Bản thảo: {counted}. Có {much}; xem từng bài: check content/models/<địa bàn>/<bài>\n"
