"""A figure that lost its "more than" on the way from ``results`` into the words or onto the cover. Advice; pure."""

import re
from collections.abc import Iterator

from scripts.source.problems.problem import Mark, Problem
from scripts.source.problems.registry.style import QUALIFIER_DROPPED
from scripts.source.reading import Reading
from scripts.source.schema.figure import QUALIFIERS, FigureError, parse_figure
from scripts.source.schema.story_parts import Result
from scripts.source.text.body import Body
from scripts.source.text.source_text import SourceText

_LOOK_BACK = 20
_ABOUT = re.compile(
    rf"(?:{'|'.join((*QUALIFIERS, 'chừng', 'độ', 'ngót', 'quá', 'đến', 'tới', '[-–/]'))}) ?$", re.IGNORECASE
)
"""What makes a number other than exact where it stands right before it; a range has an end that is another number."""


def advice_on_qualifiers(story: Reading, body: Body) -> Iterator[Problem]:
    """A number of ``results`` that is not exact is exact nowhere: what the cover shows large, everybody repeats."""
    front, document = story.front, story.document
    shown: list[tuple[tuple[str, ...], str]] = [(("title",), front.title), (("summary",), front.summary)]
    if front.cover is not None and front.cover.figure:
        shown.append((("cover", "figure"), front.cover.figure))
    for result in front.results:
        bare = _bare(result)
        if bare is None:
            continue
        number, qualifier, look = bare
        said = {"value": result.value, "unit": result.unit, "number": number, "qualifier": qualifier}
        if place := next((place for place, text in shown if _dropped(look, text) >= 0), None):
            yield document.problem(place, QUALIFIER_DROPPED, **said)
            return
        if _dropped(look, body.text) >= 0:
            yield body.source.problem(_mark(look, body.source), QUALIFIER_DROPPED, **said)
            return


def _bare(result: Result) -> tuple[str, str, re.Pattern[str]] | None:
    """Return the number of ``result``, what stands before it, and how to look for the number with its unit."""
    try:
        figure = parse_figure(result.value)
    except FigureError:
        return None
    if not figure.qualifier or figure.relation or not result.unit:
        return None
    number = result.value.removeprefix(figure.qualifier).strip()
    unit = r"\s+".join(map(re.escape, result.unit.split()))
    return number, figure.qualifier, re.compile(rf"(?<![\w.,]){re.escape(number)}\s+{unit}(?!\w)", re.IGNORECASE)


def _dropped(look: re.Pattern[str], text: str) -> int:
    """Return where ``text`` has the number bare; -1 when it has not."""
    for match in look.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if not _ABOUT.search(" ".join(before.split()) + " "):
            return match.start()
    return -1


def _mark(look: re.Pattern[str], source: SourceText) -> Mark:
    found = _dropped(look, source.text)
    return source.mark(found) if found >= 0 else source.start
