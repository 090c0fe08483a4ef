"""The movement through the years: the letter, its milestones, reports; no number added, none a count of stories."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.catalog.catalog import Edition, build_catalog
from scripts.render.machines.data_page import data_files
from scripts.render.search.documents import search_files
from scripts.render.site import render_site
from scripts.render.timeline.page import PAGE_SIZE
from scripts.source.house_texts.report_keys import ReportFront
from scripts.source.vocabulary.house_words import words_in
from tests.made_up import house_of

PAGE = "phong-trao/"
ASKED = {"about": "recognition", "text": "Quyết định nào công nhận, số nào?"}


def catalog_of(library, edition=Edition.PREVIEW, reports=None, **fate):
    fate = {"house": library.house, "reports": library.reports if reports is None else reports, **fate}
    return build_catalog(library.stories, library.taxonomy, edition, **fate)


def page_of(catalog, address=PAGE):
    pages = {page.address: page for page in render_site(catalog)}
    return LexborHTMLParser(pages[address].html)


def told(page):
    """Return each stop by its anchor: the act and its numbers, as they stand there."""
    stops = {}
    for stop in page.css(".timeline > li"):
        acts = {}
        for act in stop.css(".acts > div"):
            name = act.css_first("dt").text(deep=False).strip()
            acts[name] = [amount.text().strip() for amount in act.css("dd")]
        stops[stop.attributes["id"]] = acts
    return stops


def report(library, slug="bai-sen-chin-muoi-mo-hinh", **keys):
    """Return a report of the made-up province with other ``keys``."""
    found = next(one for one in library.reports if one.slug == slug)
    return replace(found, front=ReportFront.model_validate({**found.front.model_dump(mode="json"), **keys}))


def test_the_letter_its_milestone_and_the_reports_stand_in_the_order_of_time(made_up_library):
    assert list(told(page_of(catalog_of(made_up_library)))) == [
        "cong-van",
        "moc-1",
        "toan-tinh-ba-muoi-lop-hoc",
        "bai-sen-chin-muoi-mo-hinh",
    ]


def test_a_report_stands_between_the_letter_and_its_milestone_if_its_time_does(made_up_library):
    reports = [report(made_up_library, since=None, until="2012")]
    assert list(told(page_of(catalog_of(made_up_library, reports=reports)))) == ["cong-van", reports[0].slug, "moc-1"]


def test_each_number_stands_under_the_act_it_counts_and_no_sum_anywhere(made_up_library):
    page = page_of(catalog_of(made_up_library))
    stops = told(page)
    assert stops["bai-sen-chin-muoi-mo-hinh"] == {
        "Đã đăng ký": ["120 mô hình cấp huyện"],
        "Được công nhận": ["91 mô hình cấp huyện"],
        "Được khen thưởng": ["13 tập thể nhận giấy khen của huyện"],
        "Việc đã làm": ["hơn 780 ngày công bà con góp"],
    }
    assert stops["cong-van"] == {
        "Đã đăng ký": ["1.234 tập thể đăng ký"],
        "Được khen thưởng": ["56 cá nhân được khen"],
    }
    for total in (120 + 91, 91 + 13, 120 + 91 + 13, 91 + 37):
        assert str(total) not in page.text()
    assert "không cộng vào nhau, và không phải số bài trên trang này" in page.text()


def test_a_number_stands_under_its_act_wherever_the_file_writes_it(made_up_library):
    figures = [
        {"act": "commended", "value": "7", "unit": "tổ"},
        {"act": "registered", "value": "9", "unit": "tổ"},
        {"act": "commended", "value": "5", "unit": "hội", "when": "năm 2022"},
    ]
    page = page_of(catalog_of(made_up_library, reports=[report(made_up_library, figures=figures)]))
    assert told(page)["bai-sen-chin-muoi-mo-hinh"] == {
        "Đã đăng ký": ["9 tổ"],
        "Được khen thưởng": ["7 tổ", "5 hội năm 2022"],
    }


def test_a_milestone_is_what_the_letter_asked_for_and_not_what_was_done(made_up_library):
    (stop,) = page_of(catalog_of(made_up_library)).css("#moc-1")
    assert "Mốc do Công văn 1-CV/BIA đặt ra." in stop.text()


def test_a_report_says_where_when_and_by_whom(made_up_library):
    (stop,) = page_of(catalog_of(made_up_library)).css("#bai-sen-chin-muoi-mo-hinh")
    assert stop.css_first(".meta").text().split("\n") == ["2021-2023 huyện Bãi Sen"]
    assert stop.css_first(".sources").text().strip() == "Bãi Sen nhiều mô hình bịa Đài Sông Mây 15-10-2023"
    assert stop.css_first(".sources a").attributes["href"] == "https://song-may.example/bai-sen"
    assert stop.css_first("[data-story-text] a").attributes["href"] == "../mo-hinh/bai-sen/gop-von-xoay-vong-to-hai/"


@pytest.mark.parametrize(("until", "name"), [("2024", "tỉnh Sông Mây"), ("2025", "tỉnh Biển Mây")])
def test_the_province_is_called_as_it_was_called_at_the_end_of_the_period(until, name, made_up_library):
    front = {"place": "toan-tinh", "until": until}
    (stop,) = page_of(catalog_of(made_up_library, reports=[report(made_up_library, **front)])).css("li[id^=bai-sen]")
    assert stop.css_first(".meta span").text() == name


# ---- no report is a story


@pytest.mark.parametrize("edition", Edition)
def test_no_other_page_no_search_and_no_data_know_of_a_report(edition, made_up_library):
    """Whatever counts or lists stories is the same with reports and without."""
    with_them, without = (catalog_of(made_up_library, edition, reports) for reports in (None, ()))
    assert with_them.reports
    pages = [{page.address: page.html for page in render_site(catalog)} for catalog in (with_them, without)]
    changed = {address for address in pages[0] | pages[1] if pages[0].get(address) != pages[1].get(address)}
    assert changed == {PAGE}
    assert search_files(with_them, {}) == search_files(without, {})
    assert data_files(with_them, "") == data_files(without, "")


# ---- what nobody approved, what is still asked


def test_the_preview_marks_what_nobody_approved_and_the_public_edition_does_not_have_it(made_up_library):
    reports = [*made_up_library.reports[:-1], report(made_up_library, made_up_library.reports[-1].slug, until="2018")]
    preview = page_of(catalog_of(made_up_library, reports=reports))
    public = page_of(catalog_of(made_up_library, Edition.PUBLIC, reports))
    changed = f"#{reports[-1].slug}"
    assert [stop.attributes["id"] for stop in preview.css("li:has([data-draft])")] == [reports[-1].slug]
    assert preview.css_first(changed)
    assert not public.css_first(changed)
    assert public.css_first(f"#{reports[0].slug}")


def test_before_any_approval_the_letter_stands_alone(made_up_library):
    page = page_of(catalog_of(made_up_library, Edition.PUBLIC, house=None))
    assert list(told(page)) == ["cong-van", "moc-1"]
    assert "Chưa có báo cáo nào được duyệt đăng." in page.text()


def test_a_report_of_a_district_without_an_approved_name_waits(made_up_library):
    house = house_of(made_up_library.taxonomy, made_up_library.reports)
    named = words_in(made_up_library.taxonomy)
    assert "districts/bai-sen/names" in named
    words = {address: word for address, word in named.items() if not address.startswith("districts/bai-sen/")}
    kept = catalog_of(made_up_library, Edition.PUBLIC, house=house.model_copy(update={"words": words})).reports
    assert [one.report.slug for one in kept] == ["toan-tinh-ba-muoi-lop-hoc"]


def test_what_is_still_asked_is_named_in_the_preview_and_nowhere_in_public(made_up_library):
    answered = ASKED | {"answer": "Có danh sách của huyện", "by": "Huyện ủy bịa", "date": "2026-11-01"}
    open_one = report(made_up_library, to_verify=[ASKED])
    settled = report(made_up_library, "toan-tinh-ba-muoi-lop-hoc", to_verify=[answered])
    fate = {"house": house_of(made_up_library.taxonomy, [settled])}
    preview = page_of(catalog_of(made_up_library, reports=[open_one, settled], **fate)).text()
    public = page_of(catalog_of(made_up_library, Edition.PUBLIC, [open_one, settled], **fate))
    assert preview.count("Cần kiểm lại trước khi duyệt: công nhận, khen thưởng.") == 1
    assert list(told(public)) == ["cong-van", "moc-1", settled.slug]
    for said in ("kiểm lại", ASKED["text"], answered["answer"], answered["by"]):
        assert said not in public.text()
    assert ASKED["text"] not in preview


# ---- many of them


def test_a_long_timeline_has_pages_and_every_stop_is_on_one_of_them(made_up_library):
    many = [
        replace(report(made_up_library, title=f"Huyện bịa công nhận mô hình lần {number}"), slug=f"lan-{number}")
        for number in range(PAGE_SIZE)
    ]
    catalog = catalog_of(made_up_library, reports=many)
    first, second = (page_of(catalog, address) for address in (PAGE, f"{PAGE}trang-2/"))
    assert (len(first.css(".timeline > li")), len(second.css(".timeline > li"))) == (PAGE_SIZE, 2)
    assert second.css_first("[data-story-text] a").attributes["href"].startswith("../../mo-hinh/")
    assert first.css_first('.pager a[rel="next"]').attributes["href"] == "../phong-trao/trang-2/"
    assert not {*told(first)} & {*told(second)}


def test_home_leads_there(made_up_library):
    links = page_of(catalog_of(made_up_library), "").css("a")
    assert [link.text() for link in links if link.attributes["href"] == PAGE] == ["Xem phong trào qua các năm"]
