"""Every attempt through the check: refused at its place with advice, or proven harmless."""

import json
import time

import pytest

from scripts.source.problems.problem import Problem
from tests.conftest import DISTRICT, GOOD_STORY, SLUG, html_of, is_harmless, with_keys
from tests.hostile.corpus import BODIES, FILES, FOREIGN, KEYS, PRIVATE, RAW, TITLES, with_body, with_title

STORIES = [
    *((attempt, with_title(attempt.text)) for attempt in TITLES),
    *((attempt, with_keys(GOOD_STORY, attempt.text)) for attempt in KEYS),
    *((attempt, with_body(attempt.text)) for attempt in BODIES),
    *((attempt, attempt.text) for attempt in RAW),
]
FOLDER = f"models/{DISTRICT}/{SLUG}"


def ids(attempts):
    return [attempt.tries.replace(" ", "-") for attempt in attempts]


def assert_located(problem: Problem, text: str):
    """A place inside the file, one line of message, a stable code, and nothing a terminal acts on."""
    assert 1 <= problem.line <= text.count("\n") + 1
    assert problem.column >= 1
    assert problem.message
    assert str(problem).isprintable()
    assert "::error" not in str(problem)
    assert "::stop" not in str(problem)


@pytest.mark.parametrize(("attempt", "text"), STORIES, ids=ids(attempt for attempt, _ in STORIES))
def test_a_story(content, attempt, text):
    """In a second at most, also where somebody tries to keep the machine busy."""
    content.write_story(text)
    begun = time.monotonic()

    library = content.load()

    assert time.monotonic() - begun < 1
    for problem in library.problems:
        assert FOLDER in problem.path
        assert_located(problem, text)
        assert PRIVATE not in problem.message or attempt.code == "raw-html"
    if attempt.code:
        assert attempt.code in {problem.code for problem in library.problems}
        assert library.stories == ()
    else:
        assert library.problems == ()
        (story,) = library.stories
        assert is_harmless(html_of(story.body)) == ""
        assert FOREIGN not in html_of(story.body).replace(f"&lt;img src=//{FOREIGN}", "")
        assert "<" not in story.front.title
        assert json.dumps(story.front.title).isprintable()


@pytest.mark.parametrize("attempt", FILES, ids=ids(FILES))
def test_a_file_beside_a_story(content, attempt):
    """Refused by its name; never opened."""
    file = content.write_story(GOOD_STORY).with_name(attempt.text)
    file.write_text(f"<script>{PRIVATE}</script>", encoding="utf-8")

    problems = content.load().problems

    assert [problem.code for problem in problems if problem.path.startswith(str(file.parent))]
    assert attempt.code in {problem.code for problem in problems}
    assert not [problem for problem in problems if PRIVATE in str(problem)]


def test_the_corpus_is_as_large_as_it_says():
    """Each attempt is another one."""
    attempts = [*TITLES, *KEYS, *BODIES, *RAW, *FILES]
    assert len({attempt.text for attempt in attempts}) == len(attempts)
    assert len(attempts) >= 150
