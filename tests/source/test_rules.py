"""The editorial rules, one by one: what passes, what does not, and where the problem stands."""

from datetime import date

import pytest

from scripts.source.reading import Reading
from scripts.source.rules.story_rules import RULES, check_rules, stand_ins
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.schema.validation import validate
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import parse_yaml
from scripts.source.vocabulary.taxonomy_files import load_taxonomy
from tests.conftest import GOOD_STORY, MADE_UP, TODAY
from tests.made_up_photos import AUDIO

TAXONOMY, _ = load_taxonomy(MADE_UP / "taxonomy")
GOOD = GOOD_STORY.split("---\n")[1]


def reading(text, district="bai-sen", today=TODAY):
    document, problems = parse_yaml(SourceText(text, "a.md"))
    assert problems == []
    front, problems = validate(FrontMatter, document)
    assert front is not None, problems
    return Reading(front, document, TAXONOMY.districts[district], TAXONOMY, today)


def said(text, district="bai-sen", today=TODAY):
    return [(p.line, p.column, p.code) for p in check_rules(reading(text, district, today))]


PERSON = "people:\n  - {name: Trần Văn Bịa, consent: {name: true, photo: false, recorded: %s}}"
RIGHTS = "credit: Tổ Ba, licence: site-only"
PHOTO = "  - {file: %s, alt: Hai người bên kênh, caption: Ngày đầu, credit: Tổ Ba, licence: %s, lead: %s}\n"
APPROVAL = "approval:\n  by: %s\n  document: 57-CV/BDV\n  date: %s\n  digest: sha256:" + "0" * 64
SUMMARY = GOOD.split("summary: ")[1].split("\n")[0]
THEN, NOW = "Ban Dân vận Tỉnh ủy Sông Mây", "Ban Tuyên giáo và Dân vận Tỉnh ủy Biển Mây"


def added(lines):
    story = GOOD.replace("movement: registered", "movement: recognised") if lines.startswith("recognition:") else GOOD
    return story + lines + "\n"


def changed(old, new):
    assert old in GOOD
    return GOOD.replace(old, new)


QUESTION = "to_verify: [{about: figure, text: Danh sách có 21 chữ ký%s}]"
ANSWERED = QUESTION % ", answer: Sổ ghi 20, by: Hội bịa, date: 2026-11-20"

# name of the rule, good text, bad text, what is said of the bad text
EXAMPLES = [
    ("codes_are_known", GOOD, changed("kinh-te", "kinh"), (8, 8, "unknown-field")),
    ("codes_are_known", GOOD, changed("[tu-quan]", "[tu-quan, tuquan]"), (9, 20, "unknown-method")),
    ("answers_are_signed", added(QUESTION % ""), added(QUESTION % ", by: Hội bịa"), (13, 59, "missing-key")),
    ("answers_are_signed", added(ANSWERED), added(ANSWERED.replace(", by: Hội bịa", "")), (13, 59, "missing-key")),
    (
        "methods_differ",
        changed("[tu-quan]", "[tu-quan, doi-rac-lay-qua]"),
        changed("[tu-quan]", "[tu-quan, tu-quan]"),
        (9, 20, "repeated-method"),
    ),
    (
        "topics_are_known",
        added("topics: [Vốn, đồng bào khmer]"),
        added("topics: [vốn, đồng bao]"),
        (13, 15, "unknown-topic"),
    ),
    (
        "codes_are_known",
        added("recognition: [{level: huyen, by: Ban bịa}]"),
        added("recognition: [{level: xa, by: Ban bịa}]"),
        (13, 23, "unknown-level"),
    ),
    (
        "codes_are_known",
        added("commendations: [{form: bang-khen, by: Ban bịa}]"),
        added("commendations: [{form: co, by: Ban bịa}]"),
        (13, 24, "unknown-commendation"),
    ),
    (
        "codes_are_known",
        added("photos:\n" + PHOTO % ("a.jpg", "site-only", "false")),
        added("photos:\n" + PHOTO % ("a.jpg", "cc-by", "false")),
        (14, 87, "unknown-licence"),
    ),
    (
        "codes_are_known",
        added(AUDIO),
        added(AUDIO.replace("site-only", "cc-by")),
        (14, 128, "unknown-licence"),
    ),
    (
        "commune_is_in_district",
        GOOD,
        changed("{commune: xã Lá Dừa}", "{commune: xã Đảo Xa}"),
        (6, 18, "unknown-commune"),
    ),
    (
        "commune_is_in_district",
        changed("{commune: xã Lá Dừa}", "{commune: xã Bến Thóc}"),
        changed("{commune: xã Lá Dừa}", "{commune: xã Không Có}"),
        (6, 18, "unknown-commune"),
    ),
    (
        "commune_is_in_district",
        changed("{commune: xã Lá Dừa}", "{commune: phường Cây Bàng}"),
        changed("{commune: xã Lá Dừa}", "{commune: Lá Dừa}"),
        (6, 18, "unknown-commune"),
    ),
    ("years_are_in_order", added('registered: "2015"'), added('registered: "2014"'), (13, 13, "dates-out-of-order")),
    ("years_are_in_order", changed("2015", "2026"), changed("2015", "2027"), (10, 10, "date-in-future")),
    ("dates_are_not_in_future", added(PERSON % "2026-11-24"), added(PERSON % "2026-11-25"), (14, 72, "date-in-future")),
    (
        "dates_are_not_in_future",
        changed("2020-08", "2026-11"),
        changed("2020-08", "2026-12"),
        (12, 67, "date-in-future"),
    ),
    ("dates_are_not_in_future", changed("2020-08", '"2026"'), changed("2020-08", '"2027"'), (12, 67, "date-in-future")),
    (
        "dates_are_not_in_future",
        added(APPROVAL % (NOW, "2026-11-24")),
        added(APPROVAL % (NOW, "2026-11-25")),
        (16, 9, "date-in-future"),
    ),
    (
        "dates_are_not_in_future",
        added("coverage: [{outlet: Báo bịa, title: Chuyện, date: 2026-11-24}]"),
        added("coverage: [{outlet: Báo bịa, title: Chuyện, date: 2026-11-25}]"),
        (13, 51, "date-in-future"),
    ),
    (
        "movement_agrees",
        added("recognition: [{level: huyen, by: Ban bịa}]"),
        changed("registered", "recognised"),
        (7, 11, "movement-disagrees"),
    ),
    (
        "movement_agrees",
        changed("registered", "commended") + "commendations: [{form: bang-khen, by: Ban bịa}]\n",
        changed("registered", "commended"),
        (7, 11, "movement-disagrees"),
    ),
    (
        "movement_agrees",
        changed("movement: registered", "movement: not-stated") + "commendations: [{form: bang-khen, by: Ban bịa}]\n",
        changed("movement: registered", "movement: commended")
        + "recognition: [{level: huyen, by: Ban bịa}]\ncommendations: [{form: bang-khen, by: Ban bịa}]\n",
        (7, 11, "movement-disagrees"),
    ),
    *(
        (
            "movement_agrees",
            added('registered: "2016"'),
            changed("movement: registered", f"movement: {standing}") + 'registered: "2016"\n',
            (7, 11, "movement-disagrees"),
        )
        for standing in ("presented", "not-stated")
    ),
    (
        "acts_follow_the_start",
        added("recognition: [{level: huyen, by: Ban bịa, date: 2015-01-01}]"),
        added("recognition: [{level: huyen, by: Ban bịa, date: 2014-12-31}]"),
        (13, 49, "dates-out-of-order"),
    ),
    (
        "acts_follow_the_start",
        added("commendations: [{form: bang-khen, by: Ban bịa}]"),
        added("commendations: [{form: bang-khen, by: Ban bịa, date: 2014-12-31}]"),
        (13, 54, "dates-out-of-order"),
    ),
    (
        "periods_run_forward",
        added("results: [{value: 12%, when: 2016-2020}]"),
        added("results: [{value: 12%, when: 2020-2016}]"),
        (13, 30, "dates-out-of-order"),
    ),
    (
        "periods_run_forward",
        added("replications: [{place: xã Bến Gạo, when: 2016 – 2016}]"),
        added("replications: [{place: xã Bến Gạo, when: từ 2017 – 2016}]"),
        (13, 42, "dates-out-of-order"),
    ),
    (
        "results_have_units",
        added("results: [{value: 12, unit: nhà}]"),
        added("results: [{value: 12}]"),
        (13, 11, "missing-key"),
    ),
    (
        "results_have_units",
        added("results: [{value: 12%}]"),
        added("results: [{value: 12-13}]"),
        (13, 11, "missing-key"),
    ),
    (
        "summary_adds_to_title",
        GOOD,
        changed("Tổ Ba cùng nhau vét kênh", SUMMARY.lower()),
        (2, 10, "summary-repeats-title"),
    ),
    (
        "approver_is_known",
        added(APPROVAL % (NOW, "2025-07-01")),
        added(APPROVAL % ("Ban bịa", "2025-07-01")),
        (14, 7, "unknown-approver"),
    ),
    (
        "approver_is_known",
        added(APPROVAL % (THEN, "2025-06-30")),
        added(APPROVAL % (THEN, "2025-07-01")),
        (14, 7, "approver-not-in-office"),
    ),
    (
        "approver_is_known",
        added(APPROVAL % (NOW, "2025-07-01")),
        added(APPROVAL % (NOW, "2025-06-30")),
        (14, 7, "approver-not-in-office"),
    ),
    (
        "broadcasts_are_their_outlet_s",
        added("coverage: [{outlet: Báo bịa, title: Chuyện, date: 2026-11-24}]"),
        added("coverage: [{outlet: Báo bia, title: Chuyện, date: 2026-11-24}]"),
        (13, 21, "unknown-outlet"),
    ),
    (
        "broadcasts_are_their_outlet_s",
        added('coverage: [{outlet: Báo bịa, title: Chuyện, date: 2026-11-24, url: "https://m.bao.example/a"}]'),
        added('coverage: [{outlet: Báo bịa, title: Chuyện, date: 2026-11-24, url: "https://mbao.example/a"}]'),
        (13, 68, "foreign-address"),
    ),
    (
        "only_one_lead_photo",
        added("photos:\n" + PHOTO % ("a.jpg", "site-only", "true") + PHOTO % ("b.jpg", "site-only", "false")),
        added("photos:\n" + PHOTO % ("a.jpg", "site-only", "true") + PHOTO % ("b.jpg", "site-only", "true")),
        (15, 104, "many-lead-photos"),
    ),
    (
        "only_one_lead_photo",
        GOOD,
        added("photos:\n" + PHOTO % ("a.jpg", "site-only", "true") + PHOTO % ("a.jpg", "site-only", "false")),
        (15, 12, "repeated-photo"),
    ),
    *(
        (
            "alt_tells_what_is_seen",
            added(f"photos:\n  - {{file: muoi-nguoi-ben-kenh.jpg, alt: {good}, caption: Ngày đầu làm, {RIGHTS}}}"),
            added(f"photos:\n  - {{file: muoi-nguoi-ben-kenh.jpg, alt: {bad}, caption: Ngày đầu làm, {RIGHTS}}}"),
            (14, 42, code),
        )
        for good, bad, code in (
            ("Mười người bên kênh", "muoi-nguoi-ben-kenh.jpg", "alt-file-name"),
            ("Mười người bên kênh", "Muoi nguoi ben kenh", "alt-file-name"),
            ("Mười người bên kênh", "IMG_20261124.JPG", "alt-file-name"),
            ("Ảnh chụp mười người", "IMG_20261124_0815", "alt-says-nothing"),
            ("Hình ảnh cây cầu mới", "Hình ảnh minh họa", "alt-says-nothing"),
            ("Hai người bên con kênh", "z5432198765432", "alt-says-nothing"),
            ("Hai mươi nhà ngày đầu làm", "ngày đầu làm.", "alt-repeats-caption"),
        )
    ),
]


@pytest.mark.parametrize(("rule", "good", "bad", "problem"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_a_rule_passes_the_good_and_names_the_place_in_the_bad(rule, good, bad, problem):
    """The rule alone says it, and nothing else is wrong with either text."""
    alone = next(each for each in RULES if each.__name__ == rule)

    assert said(good) == []
    assert said(bad) == [problem]
    assert [p.code for p in alone(reading(bad))] == [problem[2]]


def test_every_rule_has_an_example_and_a_sentence():
    assert {rule.__name__ for rule in RULES} == {example[0] for example in EXAMPLES}
    assert all(rule.__doc__ for rule in RULES)


def test_a_story_of_the_whole_province_names_no_commune():
    assert said(GOOD, district="toan-tinh") == [(6, 18, "commune-province-wide")]
    assert said(GOOD.replace("place: {commune: xã Lá Dừa}\n", ""), district="toan-tinh") == []


def test_a_commune_of_another_district_says_where_the_story_belongs():
    (problem,) = check_rules(reading(changed("{commune: xã Lá Dừa}", "{commune: phường Gành Đá}")))

    assert "thuộc thành phố Cù Lao, không thuộc huyện Bãi Sen" in problem.message
    assert "content/models/cu-lao/" in problem.message


def test_the_day_comes_from_outside():
    """No rule reads the clock: yesterday the same text was wrong."""
    text = added(PERSON % "2026-11-24")

    assert said(text, today=date(2026, 11, 23)) == [(14, 72, "date-in-future")]
    assert said(text, today=date(2026, 11, 24)) == []


def test_the_values_that_stand_in_for_wrong_ones_trip_no_rule():
    front = FrontMatter.model_validate(stand_ins(TAXONOMY))
    document, _ = parse_yaml(SourceText("a: b"))

    for district in TAXONOMY.districts:
        assert check_rules(Reading(front, document, district, TAXONOMY, TODAY)) == []
