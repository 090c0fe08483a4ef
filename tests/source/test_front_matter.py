"""A story file in two parts."""

from scripts.source.text.front_matter import split_story
from scripts.source.text.source_text import SourceText


def test_a_story_splits_at_its_two_fences():
    parts, problems = split_story(SourceText("---\na: b\n---\nmột\n---\nhai\n", "a.md"))

    assert problems == []
    assert parts.document.value == {"a": "b"}
    assert parts.body.text == "một\n---\nhai\n"
    assert parts.body.first_line == 4


def test_spaces_after_a_fence_do_no_harm():
    parts, problems = split_story(SourceText("---  \na: b\n--- \nmột\n", "a.md"))

    assert problems == []
    assert parts.body.text == "một\n"


def test_an_indented_fence_is_no_fence():
    parts, _ = split_story(SourceText("---\na: |\n  ---\n---\nmột\n", "a.md"))

    assert parts.document.value == {"a": "---\n"}


def test_without_front_matter_there_is_no_body_either():
    for text in ("", "một\n", "---\na: b\nmột\n", "+++\na = 1\n+++\n"):
        parts, problems = split_story(SourceText(text, "a.md"))
        assert (parts.document, parts.body.text, len(problems)) == (None, "", 1)


def test_the_body_is_kept_when_the_front_matter_cannot_be_read():
    parts, problems = split_story(SourceText("---\na: b: c\n---\nmột\n", "a.md"))

    assert [problem.code for problem in problems] == ["yaml-syntax"]
    assert parts.document.value is None
    assert parts.body == SourceText("một\n", "a.md", 4)
