"""All problems in one run: no kind of fault hides another."""

from typing import Any

import pytest
from annotated_types import MaxLen

from scripts.source.schema.part import part_in
from scripts.source.schema.sound import NOWHERE, validate_sound_keys
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.validation import validate
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument
from tests.conftest import GOOD_STORY, with_keys
from tests.source.test_schema import GOOD


def limits(model, above=()):
    """Yield every list or mapping of ``model`` that has a most, at any depth: its place and how many it takes."""
    for name, entry in model.model_fields.items():
        for rule in entry.metadata:
            if isinstance(rule, MaxLen):
                yield (*above, name), rule.max_length
        if (inner := part_in(entry.annotation)) is not None:
            yield from limits(inner, (*above, name))


LIMITS = [(place, most) for place, most in limits(FrontMatter) if len(place) == 1 or place[0] == "radio"]


def said_of(place, value):
    for key in reversed(place[1:]):
        value = {key: value}
    document = YamlDocument(SourceText(""), {**GOOD, place[0]: value})
    return sorted(problem.code for problem in validate(FrontMatter, document)[1])


def test_every_limit_of_the_schema_is_tried():
    assert [place for place, _ in LIMITS] == [place for place, _ in limits(FrontMatter)]


@pytest.mark.parametrize(("place", "most"), LIMITS, ids=[".".join(place) for place, _ in LIMITS])
def test_too_many_items_and_each_bad_item_are_all_said(place, most):
    """A bad item is a mapping where a word belongs, or a part with a key that nobody knows."""
    bad: Any = {"khong_co": ["x"]}
    mapping = place[-1] == "pronounce"
    alone = [said_of(place, {"a": bad}) if mapping else said_of(place, [bad])]
    many = {f"a{'b' * n}": bad for n in range(most + 1)} if mapping else [bad] * (most + 1)

    codes = said_of(place, many)

    assert codes.count("too-many") == 1
    assert sorted(code for code in codes if code != "too-many") == sorted(alone[0] * (most + 1))


@pytest.mark.parametrize(("place", "most"), LIMITS, ids=[".".join(place) for place, _ in LIMITS])
def test_too_many_good_words_are_one_problem(place, most):
    words = {f"a{'b' * n}": "a" for n in range(most + 1)} if place[-1] == "pronounce" else ["a"] * (most + 1)
    assert said_of(place, words).count("too-many") == 1


QUESTION = "about: chuyện khác, text: Danh sách có ai"
RESULTS = "results:\n" + "".join(f'  - {{value: "{n}", unit: nhà}}\n' for n in range(1, 10))


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        (f"to_verify: [{{{QUESTION}, answer: Có}}]", ["missing-key", "missing-key", "unknown-value"]),
        (f"to_verify: [{{{QUESTION}, by: Hội}}]", ["missing-key", "unknown-value"]),
        ('results: [{value: rất đông, unit: nhà}, {value: "5"}]', ["bad-number", "missing-key"]),
        ("results: [{value: rất đông, unit: nhà, when: 2020-2016}]", ["bad-number", "dates-out-of-order"]),
        (RESULTS + '  - {value: "5"}', ["missing-key", "too-many"]),
        (RESULTS + "  - {value: rất đông, unit: nhà}", ["bad-number", "too-many"]),
        ("recognition: [{level: xyz, by: H}]", ["too-short", "unknown-level"]),
        ("recognition: [{by: H, date: 2012-01-05}]", ["dates-out-of-order", "missing-key", "too-short"]),
        ("commendations: [{form: [x], by: Hội, date: 2031-01-05}]", ["date-in-future", "not-text"]),
        ("topics: [a, b, c, d, e, f, g, h, i]\nregistered: '2012'", ["dates-out-of-order", "too-many"]),
        ("replications: [{when: 2020-2016}]", ["dates-out-of-order", "missing-key"]),
    ],
)
def test_a_rule_over_several_keys_speaks_beside_a_wrong_sibling(keys, codes, content):
    found = [problem.code for problem in content.problems_of(with_keys(GOOD_STORY, keys)) if not problem.is_remark]
    assert sorted(found) == codes


def test_a_stand_in_is_nowhere_and_all_else_where_it_was():
    value = {**GOOD, "to_verify": [{"about": "x", "text": "abcde", "answer": "có", "date": "hôm qua"}]}

    front, document = validate_sound_keys(FrontMatter, YamlDocument(SourceText(""), value), {})

    (question,) = front.to_verify
    assert (question.answer, question.date) == ("có", None)
    assert document.mark(("to_verify", 0, "about")) == NOWHERE
    assert document.mark(("to_verify", 0, "answer")) != NOWHERE
