"""Which words are the house's, and what readers get when one of them is not the approved one."""

from dataclasses import make_dataclass, replace

import pytest
from pydantic import create_model

from scripts.catalog.places import unit_today
from scripts.source.schema.part import optional
from scripts.source.schema.told import Words
from scripts.source.vocabulary.house_words import SEALED, as_approved, sealed_fields, words_in
from scripts.source.vocabulary.taxonomy import Field, Site, Vocabulary
from scripts.source.vocabulary.taxonomy_files import load_taxonomy

INSULT = "Lũ người bịa ra để thử"
KINDS = {
    "fields": ("fields", "name: Kinh tế", "fields/kinh-te/name", lambda t: t.fields["kinh-te"].name),
    "about": ("fields", "about: Cùng nhau làm ăn.", "fields/kinh-te/about", lambda t: t.fields["kinh-te"].about),
    "methods": ("methods", "name: Tự quản", "methods/tu-quan/name", lambda t: t.methods["tu-quan"].name),
    "topics": (
        "topics",
        'about: "Góp vốn, vay vốn, xoay vòng vốn."',
        "topics/von/about",
        lambda t: t.topics["von"].about,
    ),
    "levels": ("levels", "name: Cấp huyện", "levels/huyen/name", lambda t: t.levels["huyen"].name),
    "forms": ("commendations", "name: Giấy khen", "commendations/giay-khen/name", lambda t: t.commendations),
    "licences": ("licences", "about: Không cho nơi khác dùng.", "licences/site-only/about", lambda t: t.licences),
    "districts": ("districts", "name: huyện Bãi Sen", "districts/bai-sen/names", lambda t: t.districts["bai-sen"]),
    "communes": (
        "districts",
        "name: xã Bến Gạo",
        "districts/bai-sen/communes/xa-ben-gao/name",
        lambda t: t.districts["bai-sen"],
    ),
    "units": ("units", "name: xã Lá Dừa", "units/xa-la-dua/name", lambda t: t.units["xa-la-dua"].name),
    "province": ("province", "name_now: tỉnh Biển Mây", "province/name_now", lambda t: t.province),
    "site": ("site", "tagline: Chuyện bịa để thử máy.", "site/tagline", lambda t: t.site.tagline),
    "reuse": ("site", "terms: Chuyện bịa, xin đừng trích.", "site/reuse/terms", lambda t: t.site.reuse.terms),
    "movement": ("movement", "label: tập thể đăng ký", "movement/figures", lambda t: t.movement.figures),
    "calendar": ("calendar", "name: Ngày hội sông", "calendar/ngay-hoi-song/name", lambda t: t.calendar),
    "outlets": ("outlets", "name: Đài bịa,", "outlets/dai-bia/name", lambda t: t.outlets["dai-bia"].name),
    "readings": (
        "lexicon",
        "UBND: Ủy ban nhân dân",
        "lexicon/abbreviations/UBND",
        lambda t: t.lexicon.abbreviations["UBND"],
    ),
    "names aloud": ("lexicon", "Biển Mây: Biển Mê", "lexicon/names/Biển Mây", lambda t: t.lexicon.names),
}
"""One of each kind of string: its file, what is written, its address, and where a page takes it from."""


def read(content):
    taxonomy, problems = load_taxonomy(content.root / "taxonomy")
    assert taxonomy is not None, problems
    return taxonomy


def change(content, name, old, new):
    file = content.root / "taxonomy" / f"{name}.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return read(content)


def plain(value):
    return repr(tuple(value)) if isinstance(value, Vocabulary) else repr(value)


def test_what_is_approved_as_it_stands_is_shown_as_it_stands(content):
    taxonomy = read(content)
    shown = as_approved(taxonomy, words_in(taxonomy))
    assert {name: plain(getattr(shown, name)) for name in SEALED} == {
        name: plain(getattr(taxonomy, name)) for name in SEALED
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_word_keeps_its_approved_wording(kind, content):
    name, written, address, told = KINDS[kind]
    before = read(content)
    insulting = f"{written.partition(': ')[0]}: {INSULT}{',' if written.endswith(',') else ''}"

    after = change(content, name, written, insulting)

    assert words_in(after)[address] != words_in(before)[address]
    assert INSULT in plain(told(after))
    assert plain(told(as_approved(after, words_in(before)))) == plain(told(before))


def test_where_a_commune_lies_today_is_a_word_of_the_house_too(content):
    """A code, but readers are told "nay thuộc …": an approved story would say of its place what nobody approved."""
    before = read(content)
    after = change(content, "districts", "successor: xa-la-dua", "successor: dac-khu-dao-xa")

    def lies_in(taxonomy):
        return unit_today(taxonomy.districts["bai-sen"], "xã Lá Dừa", taxonomy).name

    assert lies_in(after) == "đặc khu Đảo Xa"
    assert lies_in(as_approved(after, words_in(before))) == lies_in(before) == "xã Lá Dừa"


def test_each_vocabulary_has_a_word_tried_above():
    """A vocabulary that joins must be tried too; who may approve is reviewed, reasons for taking down have a notice."""
    assert {KINDS[kind][2].partition("/")[0] for kind in KINDS} == set(SEALED) - {"approvers", "withdrawals"}


def test_a_new_entry_waits_and_a_new_word_of_an_entry_is_not_said(content):
    before = words_in(read(content))
    change(content, "methods", "# Made up: how it worked.", f"- {{slug: moi, name: {INSULT}}}")
    change(content, "levels", "name: Cấp huyện", f"name: Cấp huyện, about: {INSULT}")
    change(content, "lexicon", "UBND:", f"HTX: {INSULT.replace(',', '')}, UBND:")
    after = change(content, "lexicon", "counted: [người", "counted: [kẻ bịa, người")

    shown = as_approved(after, before)

    assert "moi" in after.methods
    assert "moi" not in shown.methods
    assert shown.levels["huyen"].name == "Cấp huyện"
    assert shown.levels["huyen"].about == ""
    assert set(shown.lexicon.abbreviations) == {"UBND", "TP."}
    assert shown.lexicon.counted == ("người", "năm")


def test_what_is_taken_away_goes_at_once(content):
    before = words_in(read(content))
    change(content, "licences", "press: true, ", "")
    change(content, "fields", "  about: Cùng nhau làm ăn.\n", "")
    after = change(content, "lexicon", "UBND: Ủy ban nhân dân, ", "")

    shown = as_approved(after, before)

    assert not shown.licences["press-with-credit"].press
    assert shown.fields["kinh-te"].about == ""
    assert "UBND" not in shown.lexicon.abbreviations


def test_a_permission_that_was_not_approved_is_not_given(content):
    before = words_in(read(content))
    after = change(content, "licences", "{slug: site-only,", "{slug: site-only, press: true,")
    assert not as_approved(after, before).licences["site-only"].press


def test_a_commune_goes_with_its_unit_of_today(content):
    taxonomy = read(content)
    before = {address: word for address, word in words_in(taxonomy).items() if address != "units/xa-la-dua/name"}
    shown = as_approved(taxonomy, before)
    assert "xa-la-dua" not in shown.units
    assert [commune.slug for commune in shown.districts["bai-sen"].communes] == ["thi-tran-cay-bang"]


def test_without_any_approved_word_the_site_still_has_a_name_and_may_say_no_more(content):
    taxonomy = read(content)
    shown = as_approved(taxonomy, {})
    assert (shown.site, shown.province, shown.movement.document) == (taxonomy.site, taxonomy.province, "1-CV/BIA")
    assert not [*shown.fields, *shown.districts, *shown.methods, *shown.topics, *shown.outlets]
    assert not shown.lexicon.abbreviations
    assert len(shown.withdrawals) == len(taxonomy.withdrawals), "a withdrawal never waits for a word"


def test_an_approved_word_that_the_schema_no_longer_takes_counts_as_none(content):
    taxonomy = read(content)
    words = {**words_in(taxonomy), "fields/kinh-te/name": "<b>", "site/tagline": "x" * 500}
    changed = change(content, "site", "tagline: Chuyện bịa để thử máy.", "tagline: Một câu bịa.")
    shown = as_approved(changed, words)
    assert "kinh-te" not in shown.fields
    assert shown.site.tagline == "Một câu bịa."


@pytest.mark.parametrize(
    ("fate", "covered"), [({}, True), ({"sealed": False}, False), ({"seen": False}, False)], ids=str
)
def test_a_key_that_joins_a_vocabulary_joins_the_approval_as_it_declares(fate, covered, content):
    taxonomy = read(content)
    motto = optional("Khẩu hiệu", "Một câu.", "…", Words.PROSE, **fate)
    longer = create_model("Longer", __base__=Field, motto=(str | None, motto))
    fields = Vocabulary(tuple(longer(**one.model_dump(), motto=INSULT) for one in taxonomy.fields))
    after = replace(taxonomy, fields=fields)

    assert ("fields/kinh-te/motto" in words_in(after)) == covered
    assert (as_approved(after, words_in(taxonomy)).fields["kinh-te"].motto is None) == covered


def test_a_vocabulary_whose_words_nobody_declared_is_refused():
    loose = make_dataclass("Loose", [("site", Site), ("notes", dict[str, str])])
    with pytest.raises(TypeError, match=r"Loose\.notes must be made of parts that say what their words are"):
        sealed_fields(loose)
