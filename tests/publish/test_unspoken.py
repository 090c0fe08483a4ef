"""The look for titles that must not be said yet: in every form a title can have in a file."""

import pytest

from scripts.publish.gate.unspoken import check_unspoken
from scripts.source.rules.unspoken import telling_titles
from tests.sites import packed

KEY, TITLE = "bai-sen/nuoi-ong", "Cả xóm “chung tay” nuôi ong & giữ rừng"


def said_by(tmp_path, name, data, told=()):
    """Return the problems of a site that is one file."""
    file = tmp_path / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return [str(problem) for problem in check_unspoken(tmp_path, [name], {KEY: TITLE}, told)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", f"<p>Sắp có: {TITLE.replace('&', '&amp;')}.</p>"),
        ("a.html", '<a title="Cả xóm &#8220;chung tay&#8221; nuôi ong &amp; giữ rừng">x</a>'),
        ("a.html", "CẢ XÓM CHUNG TAY<br>NUÔI ONG, GIỮ RỪNG"),
        ("a.json", '{"title":"Cả xóm “chung tay” nuôi ong & giữ rừng"}'),
        ("a.json", '"\\nCa xom chung tay nuoi ong giu rung"'),
        ("a.xml", "<content>&lt;p&gt;Cả xóm “chung tay” nuôi ong &amp;amp; giữ rừng&lt;/p&gt;</content>"),
        ("a.csv", "Cả xóm “chung tay” nuôi ong & giữ rừng;1"),
        ("CONTENTS", "ca-xom-chung-tay-nuoi-ong-giu-rung"),
        ("a.docx", packed(word_xml=f"<w:t>{TITLE}</w:t>")),
        ("a.zip", packed(text_docx=packed(word_xml=f"<w:t>{TITLE}</w:t>"))),
    ],
)
def test_a_title_is_found_however_it_is_written(tmp_path, name, data):
    (problem,) = said_by(tmp_path, name, data)
    assert KEY in problem
    assert problem.endswith("[title-before-its-hour]")
    assert "chung tay" not in problem, "who reads the log shall not read the title there"


@pytest.mark.parametrize("address", ["mo-hinh/cu-lao/{}/index.html", "du-lieu/{}.json"])
def test_the_site_s_own_addresses_quote_nothing(tmp_path, address):
    """A withdrawn story, or an old address, may be spelled as the title is: no withdrawal waits for an hour."""
    slug = "ca-xom-chung-tay-nuoi-ong-giu-rung"
    page = tmp_path / address.format(slug)
    page.parent.mkdir(parents=True)
    page.write_text(f'<link rel="canonical" href="/mo-hinh/cu-lao/{slug}/">')
    names = [address.format(slug)]

    assert list(check_unspoken(tmp_path, names, {KEY: TITLE}, ())) == []
    page.write_text(f'<a href="/mo-hinh/cu-lao/{slug}/">{TITLE}</a>')
    assert len(list(check_unspoken(tmp_path, names, {KEY: TITLE}, ()))) == 1


def test_other_words_pass(tmp_path):
    assert said_by(tmp_path, "a.html", "<p>Cả xóm chung tay nuôi cá, giữ rừng</p>") == []
    assert said_by(tmp_path, "a.zip", b"not an archive") == []


def test_a_title_that_a_public_story_carries_too_is_no_news(tmp_path):
    longer = f"{TITLE} ở ấp Gò Sen"
    assert said_by(tmp_path, "a.html", f"<h1>{TITLE.replace('&', '&amp;')}</h1>", told=[longer]) == []


def test_a_short_title_may_be_what_everybody_says():
    assert telling_titles({"a/b": "Hũ gạo tiết kiệm"}, ()) == {}
    assert telling_titles({"a/b": "Hũ gạo tiết kiệm mới"}, ()) == {"a/b": "hu gao tiet kiem moi"}
