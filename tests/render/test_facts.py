"""The fact sheet: the page's own numbers, and nothing a person did not agree to."""

import json

from selectolax.lexbor import LexborHTMLParser

from scripts.render.press.fact_rows import fact_rows
from scripts.render.press.facts import facts_json
from scripts.render.site import render_site
from tests.render.press_scene import FULL, SITE_URL, catalog_of, sheet_of, story_of


def test_every_number_of_the_page_is_in_the_facts_as_it_is_written():
    """What a newsroom prints and what the page says are one."""
    story = story_of()
    page = next(p for p in render_site(catalog_of(story)) if p.address == f"mo-hinh/{story.key}/")
    on_page = [node.text() for node in LexborHTMLParser(page.html).css(".figures dd")]

    facts = json.loads(facts_json(sheet_of(story)))

    assert [result["value"] for result in facts["results"]] == on_page == [r["value"] for r in FULL["results"]]
    assert [result["number"] for result in facts["results"]] == [1099, 12.4, 98.5, 53, 3]
    said = LexborHTMLParser(page.html).text(separator=" ")
    for number in (facts["started"], facts["registered"], facts["recognition"][0]["document"], "57-CV/BTGDVTU"):
        assert str(number) in said


def test_recognition_and_commendation_stay_apart():
    facts = json.loads(facts_json(sheet_of(story_of())))
    assert facts["recognition"] == [
        {
            "what": {"slug": "huyen", "name": "Cấp huyện"},
            "by": "Ban Chỉ đạo bịa",
            "document": "12-QĐ/BCĐ",
            "date": "2020-08-12",
        }
    ]
    assert [act["what"]["slug"] for act in facts["commendations"]] == ["giay-khen"]


def test_the_place_is_named_as_then_and_as_now():
    where = sheet_of(story_of()).where
    assert where.then == ("ấp Gò Sen", "xã Bến Gạo", "huyện Bãi Sen", "tỉnh Sông Mây")
    assert where.now == ("xã Lá Dừa", "tỉnh Biển Mây")


def test_a_draft_has_no_approval_in_its_facts():
    sheet = sheet_of(story_of(approved=False))
    assert sheet.draft
    assert sheet.approval is None
    assert sheet_of(story_of()).approval.document == "57-CV/BTGDVTU"


def test_without_consent_neither_the_name_nor_the_words_of_a_person_are_told():
    person = {**FULL["people"][0], "consent": {"name": False, "photo": True, "recorded": "2026-10-02"}}
    story = story_of(
        people=[person],
        quotes=[
            {"text": "Lời của người đã từ chối.", "by": "ông TRAN VAN BIA"},
            {"text": "Lời ai cũng nghe.", "by": "Bà con"},
        ],
        photos=[],
    )
    sheet = sheet_of(story)

    said = facts_json(sheet) + str(fact_rows(sheet))

    assert "Bịa" not in said.replace("Tổ bịa", "")
    assert "TRAN VAN" not in said
    assert "từ chối" not in said
    assert "Lời ai cũng nghe." in said
    assert [quote.may_quote for quote in sheet.quotes] == [False, True]


def test_the_press_may_use_a_photo_that_its_licence_opens_and_that_shows_nobody_who_refused():
    assert [(photo.file, photo.press_may_use) for photo in sheet_of(story_of()).photos] == [
        ("mot.jpg", True),
        ("hai.png", False),
        ("ba.jpg", False),  # names a man who agreed to be named, not to be shown
        ("bon.webp", True),
    ]


def test_the_address_is_complete_when_the_site_is_known():
    assert sheet_of(story_of()).address == f"{SITE_URL}/mo-hinh/bai-sen/gop-von/"
