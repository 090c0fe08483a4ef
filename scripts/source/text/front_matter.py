"""Split a story file into its front matter and its body. Pure."""

from dataclasses import dataclass

from scripts.source.problems.problem import START, Problem
from scripts.source.problems.registry.form import (
    EMPTY_FILE,
    FRONT_MATTER_MISSING,
    FRONT_MATTER_NOT_MAPPING,
    FRONT_MATTER_UNCLOSED,
)
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument, parse_yaml

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class SplitStory:
    """A story file in two parts; ``document`` is ``None`` when there is no front matter."""

    source: SourceText
    document: YamlDocument | None
    body: SourceText


def split_story(source: SourceText) -> tuple[SplitStory, list[Problem]]:
    """Return the parts of ``source`` and the problems of form.

    A file whose front matter is not opened or not closed has no body either: text that may
    be private keys is never taken for prose.
    """
    lines = source.lines
    nothing = SplitStory(source, None, SourceText("", source.path))
    if not source.text.strip():
        return nothing, [source.problem(START, EMPTY_FILE)]
    if lines[0].rstrip() != _FENCE:
        return nothing, [source.problem(START, FRONT_MATTER_MISSING)]
    end = next((i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), None)
    if end is None:
        return nothing, [source.problem(START, FRONT_MATTER_UNCLOSED)]
    document, problems = parse_yaml(source.part(1, end))
    if document.value is None and not problems:
        document.value = {}
    if document.value is not None and not isinstance(document.value, dict):
        problems.append(document.problem((), FRONT_MATTER_NOT_MAPPING))
        document.value = None
    return SplitStory(source, document, source.part(end + 1)), problems
