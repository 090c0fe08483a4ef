"""The newsroom desk: what there is, what nobody has run, what has to wait."""

import json
from dataclasses import replace

from scripts.catalog.catalog import Edition, build_catalog
from scripts.render.pages import Pages
from scripts.render.press.desk import desk_data, desk_pages
from scripts.source.schema.story_parts import Coverage
from tests.made_up import made_up_story, made_up_taxonomy

RAN = Coverage(outlet="Đài bịa", date="2026-10-01", title="Chuyện bịa")


def desk_of(*stories, edition=Edition.PREVIEW):
    return build_catalog(stories, made_up_taxonomy(), edition)


def html_of(catalog):
    return "".join(page.html for page in desk_pages(Pages(), catalog))


def test_the_desk_counts_what_nobody_has_run():
    catalog = desk_of(made_up_story("mot"), replace(made_up_story("hai"), logged=(RAN,)))
    html = html_of(catalog)
    assert "<b>1</b> bài chưa báo, đài nào đưa" in html
    assert "đã đăng, phát 1 lượt; gần nhất: Đài bịa, 01-10-2026" in html
    assert [entry.get("untold", False) for entry in json.loads(desk_data(catalog))].count(True) == 1


def test_an_embargo_and_a_draft_are_marked():
    html = html_of(desk_of(made_up_story(embargo="2026-12-01T06:30+07:00")))
    assert "Không đăng, phát trước 06:30 ngày 01-12-2026" in html
    assert "Bản thảo, chưa duyệt" in html


def test_the_public_desk_has_no_draft():
    catalog = desk_of(made_up_story("mot"), made_up_story("hai", approved=True), edition=Edition.PUBLIC)
    assert "hai" in desk_data(catalog)
    assert "mot" not in desk_data(catalog)
    assert html_of(catalog).count('class="result"') == 1
    assert "data-draft" not in html_of(catalog)


def test_every_story_is_on_the_desk_without_javascript():
    """The list is paged as plain pages; the filters' file holds the same stories in the same order."""
    catalog = desk_of(*(made_up_story(f"bai-{number}") for number in range(50)))
    pages = list(desk_pages(Pages(), catalog))
    assert [page.address for page in pages] == ["bao-chi/", "bao-chi/trang-2/", "bao-chi/trang-3/"]
    listed = [story.front.title for story in catalog.stories]
    assert [entry["title"] for entry in json.loads(desk_data(catalog))] == listed
    positions = ["".join(page.html for page in pages).index(f">{title}</a>") for title in listed]
    assert positions == sorted(positions)


def test_what_there_is_to_use_is_said():
    quotes = [{"text": "Mượn nhau thì nhớ lâu.", "by": "Tổ trưởng"}]
    (entry,) = json.loads(desk_data(desk_of(made_up_story(quotes=quotes))))
    assert entry["has"] == ["trích lời"]
    assert "có trích lời" in html_of(desk_of(made_up_story(quotes=quotes)))


def test_hostile_text_stays_text():
    """The title of a story is never markup on the desk."""
    story = made_up_story()
    hostile = replace(story, front=story.front.model_copy(update={"title": "<img src=x onerror=alert(1)>"}))
    html = html_of(desk_of(hostile))
    assert "<img src=x" not in html
    assert "&lt;img src=x" in html
