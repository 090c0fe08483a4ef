"""Reports about the movement as files: read as strictly as stories, each mistake at its place."""

import pytest

from scripts.catalog.catalog import Edition, build_catalog
from scripts.source.house_texts.report_keys import ACT_NAMES
from scripts.source.schema.story_parts import Standing
from tests.commands import run
from tests.conftest import APPROVED, approve_house
from tests.under_git import BODY

GOOD = """\
---
title: Huyện bịa công nhận 93 mô hình
summary: Ba năm liền huyện bịa này nhận đăng ký, xét từng nơi rồi mới công nhận.
place: bai-sen
since: "2021"
until: "2023"
figures:
  - {act: registered, value: "120", unit: mô hình}
  - {act: recognised, value: hơn 90, unit: mô hình, label: cấp huyện}
  - {act: not-stated, value: "82,8%", label: số đăng ký}
sources:
  - {title: Bài bịa, publisher: Đài bịa, date: 2023-10, url: "https://song-may.example/a"}
---
"""
OPEN = "to_verify:\n  - {about: recognition, text: Quyết định nào công nhận}\n"
ANSWERED = OPEN.replace("}\n", ", answer: Có danh sách, by: Huyện ủy bịa, date: 2026-11-01}\n")


def with_lines(lines, text=GOOD):
    return text.replace("\n---\n", f"\n{lines.rstrip()}\n---\n", 1)


@pytest.fixture
def desk(made_up_content):
    """Return a function that writes the one report and returns (what was read, its problems)."""
    folder = made_up_content.root / "reports"
    for old in folder.glob("*.md"):
        old.unlink()

    def write(text, name="mot-huyen.md"):
        (folder / name).write_bytes(text.encode())
        library = made_up_content.load()
        return library.reports, [(p.line, p.column, p.code) for p in library.problems]

    return write


def test_a_report_is_read_with_its_figures_in_the_order_of_the_file(desk):
    (report,), problems = desk(GOOD)
    assert problems == []
    assert (report.slug, report.front.place, report.front.since, report.front.until) == (
        "mot-huyen",
        "bai-sen",
        2021,
        2023,
    )
    assert [(figure.act, figure.value) for figure in report.front.figures] == [
        ("registered", "120"),
        ("recognised", "hơn 90"),
        ("not-stated", "82,8%"),
    ]
    assert report.body.sections == ()


def test_whatever_a_source_may_say_of_a_deed_a_report_may_count():
    assert set(ACT_NAMES) == set(Standing)


def test_a_library_without_the_folder_has_no_report(content):
    assert content.load().reports == ()
    assert content.load().problems == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("title:", "titel:", (2, 1, "unknown-key")),
        ("title: Huyện bịa", "title: <b>Huyện bịa", (2, 8, "markup-in-text")),
        ("place: bai-sen", "place: bai-sem", (4, 8, "unknown-district")),
        ('since: "2021"', 'since: "2024"', (6, 8, "dates-out-of-order")),
        ('until: "2023"', 'until: "2027"', (6, 8, "date-in-future")),
        ('until: "2023"', "until: năm ngoái", (6, 8, "bad-year")),
        ("act: registered", "act: counted", (8, 11, "unknown-value")),
        ('"120", unit: mô hình', '"120"', (8, 5, "missing-key")),
        ('"120"', "vài chục", (8, 30, "bad-number")),
        ("date: 2023-10", "date: 2031-10", (12, 48, "date-in-future")),
        ('"https://song-may.example/a"', "ftp://song-may.example", (12, 62, "bad-address")),
        ("sources:", "source:", (11, 1, "unknown-key")),
        ("\n---\n", "\n---\nXem [bài](/mo-hinh/cu-lao/khong-co/).\n", (14, 5, "link-missing-story")),
        ("\n---\n", "\n---\nẢnh: ![mô tả ảnh](a.jpg)\n", (14, 6, "image-unlisted")),
        ("\n---\n", "\n---\n<script>alert(1)</script>\n", (14, 1, "raw-html")),
        ("\n---\n", "\n---\nChữ.\n\n## Kết quả\n\nChữ.\n", (16, 1, "heading-level")),
        ("\n---\n", "\n---\nChữ.[^1]\n\n[^1]: Chú thích.\n", (14, 5, "footnote-label")),
        ("\n---\n", "\n---\nGọi 0912 *345* 678 nhé.\n", (14, 5, "phone")),
        ("\n---\n", "\n---\nTheo ông Trần Văn Bịa.\n", (14, 10, "person-not-listed")),
        ("summary: Ba năm", "summary: Ông Trần Văn Bịa ba năm", (3, 10, "person-not-listed")),
        ("label: cấp huyện", "label: do ông Trần Văn Bịa", (9, 60, "person-not-listed")),
        ("\n---\n", f"\n{ANSWERED.replace(', by: Huyện ủy bịa', '')}---\n", (14, 58, "missing-key")),
        ("\n---\n", f"\n{ANSWERED.replace('2026-11-01', '2027-11-01')}---\n", (14, 104, "date-in-future")),
        ("\n---\n", "\n---\n" + "Chữ bịa. " * 600, (14, 1, "too-heavy")),
    ],
)
def test_a_mistake_is_told_at_its_place_and_stops_the_report(desk, old, new, problem):
    reports, problems = desk(GOOD.replace(old, new, 1))
    assert problem in problems
    assert reports == ()


def test_what_the_fact_check_asks_weighs_nothing(desk):
    """It stands on no page: a doubtful report may have many questions."""
    asked = "".join(f"  - {{about: how, text: {'Hỏi lại huyện bịa. ' * 20}{n}}}\n" for n in range(30))
    (report,), problems = desk(with_lines(f"to_verify:\n{asked}"))
    assert (report.questions, problems) == (30, [])


def test_two_reports_never_carry_one_title(desk):
    desk(GOOD)
    _, problems = desk(GOOD, "hai-huyen.md")
    assert [code for *_, code in problems] == ["repeated-title"]


@pytest.mark.parametrize("name", ["index", "readme", "con"])
def test_a_report_has_no_name_of_a_page_or_of_windows(desk, name):
    assert desk(GOOD, f"{name}.md") == ((), [(1, 1, "slug-reserved")])


def test_a_link_out_of_the_folder_is_never_followed(desk, made_up_content, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text(GOOD, encoding="utf-8")
    (made_up_content.root / "reports" / "loi.md").symlink_to(secret)
    reports, problems = desk(GOOD)
    assert [code for *_, code in problems] == ["symlink"]
    assert [report.slug for report in reports] == ["mot-huyen"]


def test_whoever_agreed_in_a_story_that_it_links_to_may_be_named(desk):
    (report,), problems = desk(f"{GOOD}Chuyện [ông Trần Văn Bịa](/mo-hinh/cu-lao/ong-lai-do-giu-ben/) kể rồi.\n")
    assert problems == []
    assert report.stories == ("cu-lao/ong-lai-do-giu-ben",)


# ---- the house approval


def editions(content):
    library = content.load()
    return [
        [
            (shown.report.slug, shown.draft)
            for shown in build_catalog(
                library.stories, library.taxonomy, edition, reports=library.reports, house=library.house
            ).reports
        ]
        for edition in Edition
    ]


def test_the_public_edition_has_a_report_only_as_the_house_approval_has_it(desk, made_up_content):
    desk(GOOD)
    assert editions(made_up_content) == [[("mot-huyen", True)], []]
    approve_house(made_up_content.root)
    assert editions(made_up_content) == [[("mot-huyen", False)], [("mot-huyen", False)]]
    desk(GOOD.replace('"120"', '"130"'))
    assert editions(made_up_content) == [[("mot-huyen", True)], []]
    remarks = run(made_up_content, "check").stderr
    assert "reports/mot-huyen.md:1:1: Báo cáo này chưa được duyệt" in remarks


def test_before_any_approval_no_report_is_public(desk, made_up_content):
    desk(GOOD)
    (made_up_content.root / "house-approval.yml").unlink()
    assert editions(made_up_content) == [[("mot-huyen", True)], []]


def test_the_oldest_report_is_first(desk, made_up_content):
    desk(GOOD)
    desk(GOOD.replace("Huyện bịa", "Huyện xưa").replace('"2021"', '"2016"').replace('"2023"', '"2018"'), "xua.md")
    desk(GOOD.replace("Huyện bịa", "Huyện sớm").replace("date: 2023-10", "date: 2023-02"), "som.md")
    assert [slug for slug, _ in editions(made_up_content)[0]] == ["xua", "som", "mot-huyen"]


def approve(content):
    act = ("--by", BODY, "--document", "60-CV/BTGDVTU", "--date", "2026-11-20")
    return run(content, "approve", "--house", *act)


def test_a_report_with_an_open_question_is_not_approved_and_holds_up_nothing_else(desk, made_up_content):
    desk(with_lines(OPEN))
    done = approve(made_up_content)
    assert done.returncode == 0, done.stdout
    assert "reports/mot-huyen.md: chưa duyệt được, còn 1 điều cần kiểm lại:\n" in done.stderr
    assert "reports/mot-huyen.md:14:32: về công nhận, khen thưởng: Quyết định nào công nhận\n" in done.stderr
    assert editions(made_up_content) == [[("mot-huyen", True)], []]

    desk(with_lines(ANSWERED))
    assert "0 từ, 0 bộ sưu tập, 1 báo cáo" in run(made_up_content, "approve", "--house", "--diff").stderr
    assert "1 bộ sưu tập, 1 báo cáo của trang" in approve(made_up_content).stdout
    assert editions(made_up_content)[1] == [("mot-huyen", False)]


def test_a_question_asked_after_the_approval_takes_it_off_the_site(desk, made_up_content):
    """Outside the seal, as in a story: asking breaks no approval, and an open question still counts."""
    desk(GOOD)
    assert approve(made_up_content).returncode == 0
    desk(with_lines(OPEN))
    assert editions(made_up_content) == [[("mot-huyen", True)], []]
    desk(with_lines(ANSWERED))
    assert editions(made_up_content)[1] == [("mot-huyen", False)]


def test_the_approval_of_a_report_that_went_is_told(desk, made_up_content):
    desk(GOOD)
    assert approve(made_up_content).returncode == 0
    (made_up_content.root / "reports" / "mot-huyen.md").unlink()
    assert "reports/mot-huyen: bỏ\n" in run(made_up_content, "approve", "--house", "--diff").stdout


def test_a_report_is_no_story(desk, made_up_content):
    """It moves no count: the stories of the library are those without it."""
    desk(GOOD)
    library = made_up_content.load()
    assert "mot-huyen" not in " ".join(story.key for story in library.stories)
    assert APPROVED in {story.key for story in library.stories}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (GOOD + "Theo bài báo, có 93 mô hình.\n", (14, 1, "speaks-of-source")),
        (GOOD, None),
        (GOOD.replace("Ba năm liền", "Theo Đài bịa, ba năm liền"), (3, 10, "speaks-of-source")),
        (GOOD.replace("rồi mới công nhận", "rồi nguồn ghi 93"), (3, 10, "speaks-of-source")),
    ],
)
def test_a_report_says_nothing_of_its_sources_either(desk, text, problem):
    assert desk(text)[1] == ([problem] if problem else [])


def test_what_could_be_told_better_of_a_report_stops_nothing_and_is_said_with_it(desk, made_up_content):
    """Whoever asks for one report hears that it was read."""
    desk(GOOD + "Huyện đẩy mạnh phong trào.\n")
    done = run(made_up_content, "check", made_up_content.root / "reports/mot-huyen.md")
    assert done.returncode == 0, done.stdout
    assert "[officialese]" in done.stderr
    assert done.stderr.splitlines()[-1] == "1 báo cáo, bộ sưu tập hợp lệ, không có lỗi."


def test_an_approved_report_is_refused_for_no_phrase_that_joined_the_list_later(desk, made_up_content):
    desk(GOOD)
    approve_house(made_up_content.root)
    style = made_up_content.root / "taxonomy/style.yml"
    style.write_text(style.read_text(encoding="utf-8").replace("nguồn ghi,", "nhận đăng ký,"), encoding="utf-8")
    assert desk(GOOD)[1] == []
    assert [code for _, _, code in desk(GOOD.replace("Ba năm", "Bốn năm"))[1]] == ["speaks-of-source"]
