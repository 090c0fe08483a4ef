"""Letters, hosts and link words that pass for others: an editor is told where and what to do (row 72)."""

import pytest

from scripts.source.rules.lookalikes import fault_of_host, host_named_in, lookalikes_in, same_place
from tests.conftest import GOOD_STORY, MADE_UP, with_keys

ODD = "lookalike-letter"


def said(content, text):
    content.write_story(text)
    library = content.load()
    assert library.problems == (), "a remark stops nothing"
    return [
        (remark.line, remark.column, remark.code) for remark in library.remarks if remark.code != "sources-on-paper"
    ]


def with_url(url):
    return GOOD_STORY.replace("date: 2020-08}", f"date: 2020-08, url: '{url}'}}")


def with_body(text):
    return f"{GOOD_STORY}\n{text}\n"


BODY = GOOD_STORY.partition("## Cách")[0].count("\n") + 1
LAST = GOOD_STORY.count("\n") + 2


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (GOOD_STORY.replace("Tổ Ba cùng", "Tổ Bа cùng"), (2, 8, ODD)),
        (GOOD_STORY.replace("Hội Nông dân", "Ηội Nông dân"), None),
        (with_body("Cả tổ cùng làm ở ấp Gò Ѕen."), (LAST, 24, ODD)),
        (with_body("Cả tổ cùng сос."), (LAST, 12, ODD)),
        (with_body("Cả tổ cùng &#1072;nh em."), (BODY, 1, ODD)),
        (with_body("Trang ｂａｏ giả."), (LAST, 7, ODD)),
        (with_url("https://bаo.example/a"), None),
    ],
)
def test_row_72_a_letter_of_another_script_in_a_word_of_ours(content, text, where):
    found = said(content, text)
    assert ODD in [code for _, _, code in found]
    assert where is None or where in found


@pytest.mark.parametrize(
    ("url", "cure"),
    [
        ("https://xn--bo-kga.vn/a", "ngoài a-z"),
        ("https://báo.example/a", "ngoài a-z"),
        ("http://127.0.0.1/a", "con số"),
        ("http://2130706433/a", "con số"),
        ("http://0x7f.1/a", "con số"),
        ("http://[::1]:80/a", "con số"),
        ("http://localhost:8000/a", "trong mạng"),
        ("http://may-chu/a", "trong mạng"),
        ("http://kho.internal/a", "trong mạng"),
    ],
)
def test_row_72_a_host_that_is_none(content, url, cure):
    for text in (with_url(url), with_body(f"[Báo cáo]({url})")):
        content.write_story(text)
        (remark,) = [remark for remark in content.load().remarks if remark.code == "odd-host"]
        assert cure in remark.message
        assert "Hãy" in remark.message


@pytest.mark.parametrize("text", ["bao-that.example", "https://bao-that.example/bai", "theo www.bao-that.vn nay"])
def test_row_72_link_words_that_name_another_host(content, text):
    assert (LAST, 1, "link-names-other-host") in said(content, with_body(f"[{text}](https://khac.example/bai)"))


@pytest.mark.parametrize("name", ["collections/gop-suc-ma-lam.md", "reports/bai-sen-chin-muoi-mo-hinh.md"])
def test_row_72_a_collection_and_a_report_are_looked_at_too(name, made_up_content):
    file = made_up_content.root / name
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n[bao.example](https://khac.example/) và сос.\n", encoding="utf-8")
    library = made_up_content.load()
    assert {remark.code for remark in library.remarks if remark.path == str(file)} == {ODD, "link-names-other-host"}
    assert len(library.house_texts) == 3, "and shown all the same"


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân huyện Đầm Dơi, xã Hòa Điền: thủy, khỏe, quỳnh, ươm, ẵm, đường, Ỷ",
        "Mười μm, 5 kΩ, góc α, π và Σ; m², n°, H₂O; Ⅳ, ½, №",
        "Москва, Αθήνα, 한국, 中文, ภาษา",
        "naïve, façade, Müller, Åse, fiancée, œuvre",
        "a\u0323\u0302m",
    ],
)
def test_no_alarm_on_honest_words(text):
    assert list(lookalikes_in(text)) == []


def test_no_alarm_on_the_stories_of_the_made_up_province(made_up_library):
    codes = {remark.code for remark in made_up_library.remarks}
    assert not codes & {ODD, "odd-host", "link-names-other-host"}
    assert MADE_UP.is_dir()


@pytest.mark.parametrize("host", ["", "bao.vn", "www.kiengiang.gov.vn", "a-b.example", "24h.com.vn", "1.bao.vn"])
def test_no_alarm_on_honest_hosts(host):
    assert fault_of_host(host) is None


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("ở TP.HCM có 1.099 hộ v.v.", ""),
        ("báo Kiên Giang", ""),
        ("ngày 1.10.2020, mục a.b", ""),
        ("thu@bao.vn", ""),
        ("Bao.VN", "bao.vn"),
        ("https://www.bao.vn/x", "bao.vn"),
    ],
)
def test_the_host_that_words_name(text, host):
    assert host_named_in(text) == host


def test_a_part_of_a_host_is_the_same_place():
    assert same_place("bao.vn", "m.bao.vn")
    assert same_place("m.bao.vn", "www.bao.vn")
    assert not same_place("bao.vn", "xbao.vn")


def test_a_text_full_of_them_is_told_ten_times_and_no_more(content):
    remarks = said(content, with_keys(with_body("сос " * 200), "topics: [сосо]"))
    assert len([code for _, _, code in remarks if code == ODD]) == 10
