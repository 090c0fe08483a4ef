"""What keys declare: nothing is forgotten, and a new key is treated as it says."""

import json
from copy import deepcopy

import pytest
from pydantic import create_model

from scripts.source.approval.seal import approved_state, digest_of
from scripts.source.privacy.consent import check_people, contact_is_reviewed
from scripts.source.reading import Reading
from scripts.source.rules.story_rules import dates_are_not_in_future
from scripts.source.schema.declared import declarations, leaves_of, places_of, unexported, unsealed
from scripts.source.schema.part import Part, key, optional, part_in
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.told import Words
from scripts.source.schema.validation import validate
from scripts.source.schema.value_types import Day, Line
from scripts.source.story import Approved
from scripts.source.text.body import compile_body
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import parse_yaml
from scripts.source.vocabulary.taxonomy import Term
from scripts.source.vocabulary.taxonomy_files import load_taxonomy
from tests.conftest import MADE_UP, TODAY

TAXONOMY, _ = load_taxonomy(MADE_UP / "taxonomy")
BODY = "## Cách làm\n\nCả tổ ngồi lại, bàn từng việc, rồi chia nhau làm.\n"
COMPILED, _ = compile_body(SourceText(BODY, "bia.md"))
SOURCE = {"title": "Báo cáo bịa", "publisher": "Hội bịa", "date": "2020-08", "url": "https://bao.example/a"}
WHOLE = {
    "title": "Tổ Ba cùng nhau vét kênh",
    "summary": "Hai mươi nhà trong một tổ bịa góp ngày công vét con kênh cạn.",
    "format": "snapshot",
    "kind": "collective",
    "subject": "Tổ Ba ấp Gò Sen",
    "place": {"commune": "xã Lá Dừa", "hamlet": "ấp Gò Sen"},
    "movement": "recognised",
    "field": "kinh-te",
    "methods": ["tu-quan"],
    "topics": ["kênh"],
    "started": "2015",
    "registered": "2016",
    "status": "running",
    "results": [{"value": "20", "unit": "nhà", "label": "góp công", "when": "2016", "source": "Báo cáo bịa"}],
    "recognition": [{"level": "huyen", "by": "Ban bịa", "document": "12-QĐ/BCĐ", "date": "2020-08-12"}],
    "commendations": [{"form": "giay-khen", "by": "Ban bịa", "document": "13-QĐ/UBND", "date": "2020-08-12"}],
    "replications": [{"place": "xã Bến Gạo", "when": "2019", "by": "Hội bịa"}],
    "people": [
        {
            "name": "Trần Văn Bịa",
            "role": "tổ trưởng",
            "consent": {"name": "true", "photo": "true", "recorded": "2020-10-02"},
        }
    ],
    "quotes": [{"text": "Nước về rồi.", "by": "Một người"}],
    "photos": [
        {
            "file": "a.jpg",
            "alt": "Hai người bên kênh",
            "caption": "Ngày đầu",
            "credit": "Tổ Ba",
            "licence": "site-only",
            "lead": "true",
        }
    ],
    "audio": [
        {
            "file": "a.mp3",
            "outlet": "Đài bịa",
            "date": "2020-09-01",
            "length": "3:20",
            "transcript": "Lời đọc bịa, chép lại cho đủ dài.",
            "licence": "site-only",
        }
    ],
    "cover": {"figure": "20 nhà", "phrase": "con kênh đầy nước"},
    "contact": {"office": "Hội bịa", "phone": "0299 3 000 111", "email": "nong-dan@la-dua.vn"},
    "coverage": [
        {"outlet": "Báo bịa", "date": "2020-09-01", "title": "Chuyện con kênh", "url": "https://bao.example/b"}
    ],
    "sources": [SOURCE],
    "brief": {"short": " ".join(["kênh"] * 45), "medium": " ".join(["kênh"] * 170)},
    "radio": {
        "lead": "Mời nghe chuyện con kênh cạn.",
        "close": "Chuyện con kênh đến đây là hết.",
        "pronounce": {"Gò Sen": "gò sen"},
    },
    "corrected": [{"date": "2026-11-21", "what": "Số nhà là 20, không phải 30."}],
    "embargo": "2026-12-01T06:00+07:00",
    "to_verify": [
        {
            "about": "figure",
            "text": "Báo cáo ghi 20, danh sách có 21 chữ ký.",
            "answer": "Sổ của tổ ghi 20.",
            "by": "Hội bịa",
            "date": "2026-11-22",
        }
    ],
    "approval": {"by": "Ban bịa", "document": "57-CV/BTG", "date": "2026-11-20", "digest": "sha256:" + "0" * 64},
}
"""A story in which every key is filled."""

SENTENCE = "Chuyện ông Nguyễn Văn Tèo kể lại cho cả xóm nghe mỗi mùa nước nổi"


def leaf_places(value, place=()):
    """Yield the place of every text in plain data."""
    if isinstance(value, str):
        yield place
    elif value:
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaf_places(inner, (*place, step))


def declared_places(model, above=()):
    for name, _ in declarations(model):
        inner = part_in(model.model_fields[name].annotation)
        yield from declared_places(inner, (*above, name)) if inner else ((*above, name),)


def whole_with(place, words):
    """Return the story with ``words`` at ``place``."""
    front = deepcopy(WHOLE)
    *way, last = place
    inner = front
    for step in way:
        inner = inner[step]
    inner[last] = words
    return front


def test_the_scene_fills_every_key_of_the_schema():
    """A key that joins the schema joins the tests below."""
    declared = set(declared_places(FrontMatter))
    filled = {tuple(step for step in place if isinstance(step, str)) for place in leaf_places(WHOLE)}
    # Below ``pronounce`` the keys are an editor's own.
    assert {keys if keys in declared else keys[:-1] for keys in filled} == declared


@pytest.mark.parametrize("place", list(leaf_places(WHOLE)), ids=lambda place: ".".join(map(str, place)))
def test_row_62_no_key_takes_the_name_of_somebody_who_is_not_listed(place, content):
    """Whatever a key is for: the name is found, or the key has a form in which it does not fit."""
    if place == ("people", 0, "name"):
        return  # whoever stands there is listed
    text = json.dumps(whole_with(place, SENTENCE), ensure_ascii=False, indent=1)
    document, _ = parse_yaml(SourceText(text, "bia.md"))
    line = document.mark(place).line + 1  # below the dashes

    content.write_story(f"---\n{text}\n---\n{BODY}")
    library = content.load()

    said = {problem.code for problem in [*library.problems, *library.remarks] if problem.line == line}
    assert said - {"media-missing", "approved-before-written"}, place


def reading_of(model, front):
    document, _ = parse_yaml(SourceText(json.dumps(front, ensure_ascii=False, indent=1), "bia.md"))
    read, problems = validate(model, document)
    assert read is not None, problems
    return Reading(read, document, TAXONOMY.districts["bai-sen"], TAXONOMY, TODAY)


def with_key(words, kind=Line, **fate):
    """Return a copy of the schema that has one key more."""
    entry = optional("Tên gọi", "Người trong xóm gọi là gì.", "tổ heo đất", words, **fate)
    return create_model("Longer", __base__=FrontMatter, key_on_trial=(kind | None, entry))


def test_a_key_that_declares_nothing_is_refused_when_it_is_made():
    with pytest.raises(TypeError, match=r"Longer: key_on_trial must say what its words are"):
        with_key(None)
    with pytest.raises(TypeError, match=r"Longer: one, two must say"):
        create_model("Longer", __base__=FrontMatter, one=(str, key("Một", "Một.", "1")), two=(str, "trần"))


def test_a_word_of_a_vocabulary_that_declares_nothing_is_refused_too():
    with pytest.raises(TypeError, match=r"Longer: key_on_trial must say what its words are"):
        create_model("Longer", __base__=Term, key_on_trial=(str, key("Tên gọi", "Một tên.", "tổ heo đất")))


def test_a_part_that_nobody_contributes_need_not_declare_and_cannot_stand_in_one_that_must():
    word = create_model("Word", __base__=Part, slug=(str, key("Mã", "Một mã.", "a")))
    with pytest.raises(TypeError, match=r"Longer: inner must say what its words are"):
        create_model("Longer", __base__=FrontMatter, inner=(word | None, optional("Trong", "Trong.", "…", Words.PARTS)))


def test_a_new_key_is_scanned_for_names():
    named = {**WHOLE, "key_on_trial": "Tổ ông Nguyễn Văn Tèo"}
    for words in (Words.PROSE, Words.OFFICE, Words.PLACE, Words.SPEAKER, Words.BYLINE):
        (problem,) = check_people(reading_of(with_key(words), named), COMPILED)
        assert (problem.code, "Nguyễn Văn Tèo" in problem.message) == ("person-not-listed", True)
    assert check_people(reading_of(with_key(Words.CODE), named), COMPILED) == []


def test_a_new_contact_must_be_reviewed():
    model = with_key(Words.CONTACT)
    (problem,) = contact_is_reviewed(reading_of(model, {**WHOLE, "key_on_trial": "0299 3 000 112"}))
    assert problem.code == "contact-not-reviewed"
    assert places_of(model, Words.CONTACT) == (("contact", "phone"), ("contact", "email"), ("key_on_trial",))


def test_a_new_date_must_have_come():
    reading = reading_of(with_key(Words.DATE, Day), {**WHOLE, "key_on_trial": "2027-01-01"})
    assert [problem.code for problem in dates_are_not_in_future(reading)] == ["date-in-future"]


@pytest.mark.parametrize(("sealed", "worth"), [(True, Approved.CHANGED), (False, Approved.YES)])
def test_an_approval_covers_a_new_key_unless_it_says_otherwise(sealed, worth):
    model = with_key(Words.PROSE, sealed=sealed)
    front = reading_of(model, WHOLE).front
    digest = digest_of("a/b", front, COMPILED, {})  # with the approval's own lines, but for its digest
    assert digest == digest_of("a/b", reading_of(FrontMatter, WHOLE).front, COMPILED, {})

    told = {**WHOLE, "key_on_trial": "Tổ heo đất", "approval": {**WHOLE["approval"], "digest": digest}}

    assert approved_state("a/b", reading_of(model, told).front, COMPILED, {}) is worth


def test_whatever_a_reader_sees_somebody_answers_for():
    """Only what newsrooms add is seen and not sealed; it has its own rules (decisions/09)."""
    free = {leaf.location[0] for leaf in leaves_of(reading_of(FrontMatter, WHOLE).front) if leaf.seen > leaf.sealed}
    assert free == {"coverage"}


def test_what_holds_for_a_key_holds_below_it():
    """Coverage is not sealed, so neither is its title; nobody reads what a person signed."""
    leaves = {leaf.location: leaf for leaf in leaves_of(reading_of(FrontMatter, WHOLE).front)}
    assert unsealed(FrontMatter) == {"coverage": True, "to_verify": True, "approval": {"digest": True}}
    assert not leaves["coverage", 0, "title"].sealed
    assert not leaves["people", 0, "consent", "name"].seen
    assert leaves["people", 0, "consent", "name"].sealed
    assert unexported(FrontMatter) == {
        "people": True,
        "photos": True,
        "audio": True,
        "cover": True,
        "brief": True,
        "radio": True,
        "to_verify": True,
        "embargo": True,
        "approval": {"digest": True},
    }
