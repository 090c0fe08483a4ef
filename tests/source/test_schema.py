"""The schema of the front matter and how its errors are said."""

from typing import Any

import pytest
from pydantic import ValidationError

from scripts.source.problems.registry.facts import UNKNOWN_COMMUNE
from scripts.source.schema.part import example_of, known_keys, label_of
from scripts.source.schema.sound import validate_sound_keys
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.validation import validate
from scripts.source.text.nearest import nearest, offer
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import parse_yaml
from scripts.source.vocabulary.taxonomy import District

GOOD: dict[str, Any] = {
    "title": "Tổ Ba cùng nhau vét kênh",
    "summary": "Hai mươi nhà trong một tổ bịa góp ngày công vét con kênh cạn.",
    "format": "snapshot",
    "kind": "collective",
    "subject": "Tổ Ba ấp Gò Sen",
    "movement": "not-stated",
    "field": "kinh-te",
    "methods": ["tu-quan"],
    "sources": [{"title": "Báo cáo bịa", "publisher": "Hội Nông dân xã"}],
}


SOURCE = {"title": "abc", "publisher": "ab"}
PHOTO = {"file": "a.jpg", "alt": "Hai người", "caption": "abcde", "credit": "a", "licence": "b"}
CONSENT = {"name": "true", "photo": "false", "recorded": "2020-01-01"}


def is_good(**keys):
    try:
        FrontMatter.model_validate({**GOOD, **keys})
    except ValidationError:
        return False
    return True


def approval(**keys):
    return {"by": "Ban bịa", "document": "57-CV/BTG", "date": "2026-11-20", "digest": "sha256:" + "0" * 64, **keys}


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("title", "a" * 10, "a" * 9),
        ("title", "a" * 110, "a" * 111),
        ("title", "Một, “hai” & ba: bốn", "Một <hai> ba bốn"),
        ("summary", "a" * 40, "a" * 39),
        ("summary", "a" * 260, "a" * 261),
        ("format", "full", "long"),
        ("kind", "individual", "Individual"),
        ("subject", "abc", "ab"),
        ("started", "1945", "1944"),
        ("started", "2008", "20085"),
        ("registered", "2016", "năm 2016"),
        ("status", "ended", "paused"),
        ("methods", ["a", "b", "c", "d"], ["a", "b", "c", "d", "e"]),
        ("methods", ["a"], []),
        ("methods", ["a"], "a"),
        ("topics", ["a"] * 8, ["a"] * 9),
        ("sources", GOOD["sources"], []),
        ("sources", [{**SOURCE, "date": "2020-02-29"}], [{**SOURCE, "date": "2021-02-29"}]),
        ("sources", [{**SOURCE, "date": "2020"}], [{**SOURCE, "date": "2020-1"}]),
        ("sources", [{**SOURCE, "url": "https://a.vn/b?c#d"}], [{**SOURCE, "url": "javascript:alert(1)"}]),
        ("sources", [{**SOURCE, "url": "http://a.vn.b"}], [{**SOURCE, "url": "https://me@a.vn/"}]),
        ("results", [{"value": "1.099", "unit": "a"}], [{"value": "1,099.5", "unit": "a"}]),
        ("results", [{"value": "hơn 12,4%"}], [{"value": "rất nhiều"}]),
        ("results", [{"value": "0,5"}], [{"value": "00,5"}]),
        ("results", [{"value": "12.345"}], [{"value": "012.345"}]),
        ("embargo", "2026-12-01T06:00+07:00", "2026-12-01T06:00Z"),
        ("embargo", "2026-12-01T06:00:30+07:00", "2026-12-01T25:00+07:00"),
        ("photos", [{**PHOTO, "alt": "a" * 10, "file": "a-1.jpg"}], [{**PHOTO, "alt": "a" * 10, "file": "../a.jpg"}]),
        ("photos", [{**PHOTO, "alt": "a" * 10}], [{**PHOTO, "alt": "a" * 9}]),
        ("approval", approval(), approval(digest="sha256:0")),
        ("approval", approval(document="238-CV/TU"), approval(document="số 238")),
        ("approval", approval(document="1654/NQ-UBTVQH15"), approval(document="٢٣٨-CV/TU")),
        ("approval", approval(), approval(date="20-11-2026")),
        ("people", [{"name": "Trần Bịa", "consent": CONSENT}], [{"name": "Trần Bịa"}]),
        ("people", [], [{"name": "Trần Bịa", "consent": {**CONSENT, "name": "yes"}}]),
        ("place", {"commune": "xã Lá Dừa"}, {"district": "Bãi Sen"}),
        ("contact", {"office": "Hội Nông dân"}, {"phone": "0297"}),
    ],
)  # fmt: skip
def test_each_limit_has_a_good_and_a_bad_side(key, good, bad):
    assert is_good(**{key: good})
    assert not is_good(**{key: bad})


@pytest.mark.parametrize("key", [name for name, entry in FrontMatter.model_fields.items() if entry.is_required()])
def test_required_keys_are_required(key):
    with pytest.raises(ValidationError):
        FrontMatter.model_validate({name: value for name, value in GOOD.items() if name != key})


def test_every_key_has_a_label_a_help_and_an_example():
    """They are what an editor reads, in the messages, the guide and the form."""
    for name, entry in FrontMatter.model_fields.items():
        assert entry.title, name
        assert entry.description, name
        assert entry.examples, name


def test_the_path_of_a_value_is_known_to_the_schema():
    assert label_of(FrontMatter, ("photos", 1, "credit")) == "Người chụp"
    assert example_of(FrontMatter, ("people", 0, "consent", "name")) == "true"
    assert "recorded" in known_keys(FrontMatter, ("people", 0, "consent"))
    assert label_of(FrontMatter, ("x",)) == ""


def test_a_key_is_known_by_the_name_it_has_in_the_file():
    """``from`` is a word of Python, so the schema calls it ``since``; an editor never sees that."""
    assert known_keys(District, ("names", 0)) == ("name", "from", "to")
    assert label_of(District, ("names", 0, "from")) == "Từ ngày"
    document, _ = parse_yaml(SourceText("slug: a\npattern: b\nnames: [{name: huyện A, form: 2020-01-01}]"))

    (problem,) = validate(District, document)[1]

    assert "có phải ý bạn là “from”?" in problem.message


def test_too_few_is_not_said_of_a_list_whose_item_is_wrong():
    """The validator counts only the good items; an editor sees one line and is told about it."""
    document, _ = parse_yaml(SourceText("sources: [{title: abc}]\n"))

    said = [problem.code for problem in validate(FrontMatter, document)[1] if "sources" in problem.message]

    assert said == ["missing-key"]


def test_an_empty_key_must_be_known_too():
    document, _ = parse_yaml(SourceText("title:\nsumary:\nplace: {comune: }\nlạ: {b: }\n"))

    said = {(p.line, p.column, p.code) for p in validate(FrontMatter, document)[1]}

    assert {(1, 1, "missing-key"), (2, 1, "unknown-key"), (3, 9, "unknown-key"), (4, 1, "unknown-key")} <= said
    assert (4, 6, "unknown-key") not in said


def test_sound_keys_survive_beside_wrong_ones():
    document, _ = parse_yaml(SourceText("title: Ngắn\nstarted: '2031'\nmethods: [lạ]\n"))

    front, _ = validate_sound_keys(FrontMatter, document, GOOD)

    assert (front.title, front.started, front.methods) == (GOOD["title"], 2031, ("lạ",))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kinh te", "kinh-te"),
        ("Kinh Tế", "kinh-te"),
        ("kinh_te", "kinh-te"),
        ("kinhte", "kinh-te"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_the_nearest_word_ignores_marks_case_and_joints(written, meant):
    assert nearest(written, ["kinh-te", "van-hoa-xa-hoi"]) == meant


def test_a_long_vocabulary_is_not_listed_whole():
    assert offer("zz", [f"từ {n}" for n in range(30)]).endswith("từ 19….")
    assert offer("zz", ["một", "hai"]).endswith("một, hai.")


def test_a_word_of_100_kb_is_compared_and_shown_short():
    assert (
        len(UNKNOWN_COMMUNE.said({"district": "a", "written": "a" * 100_000, "offer": offer("a" * 100_000, ["một"])}))
        < 200
    )
