"""What is said of style and of what a story lacks: good texts stay quiet, and no text is slow."""

import time
from types import SimpleNamespace

import pytest

from scripts.source.story import Approved
from scripts.source.text.body import compile_body
from scripts.source.text.source_text import SourceText
from scripts.source.writing.phrases import place_of, word_line
from scripts.source.writing.sources import check_sources_unsaid
from scripts.source.writing.style import advice_on_style
from scripts.source.writing.telling import steps_in
from tests.conftest import APPROVED, GOOD_STORY
from tests.source.test_rules import GOOD, reading

HOW = "Tổ trưởng vét trước mười mét. Chiều đó sáu nhà ra vét cùng. Hôm sau cả tổ chia nhau từng đoạn kênh."


def told(body):
    return compile_body(SourceText(body, "a.md"))[0]


def advised(text):
    """Return the advice on a story whose "Cách làm" goes on with ``text``."""
    return [one.code for one in advice_on_style(reading(GOOD), told(f"## Cách làm\n\n{HOW}\n\n{text}\n"))]


def refused(text, front=GOOD):
    return [one.code for one in unsaid(reading(front), told(f"## Cách làm\n\n{text}\n"))]


def unsaid(story, body):
    return list(check_sources_unsaid(story.leaves, story.document, body, story.taxonomy))


@pytest.mark.parametrize(
    "text",
    [
        "Nước dẫn từ một nguồn không nêu bật ai cả thì cũng của chung.",
        "NGUỒN GHI là hơn hai mươi nhà.",
        "Có chín nhà, *theo* bài\nbáo.",
        "Con số này cần kiểm lại",
        "Con số này cần kiểm lại, rồi mới dùng.",
        "- Suy từ tên xã.",
        "> Nguồn ghi vậy.",
        "Xong.[^1]\n\n[^1]: Theo bài báo.",
        "| Năm | Số |\n| --- | --- |\n| nguồn ghi | 3 |",
    ],
)
def test_what_speaks_of_its_source_is_found_wherever_it_stands(text):
    assert refused(text) == ["speaks-of-source"]


@pytest.mark.parametrize(
    "text",
    [
        "Vốn từ một nguồn. Không nêu tên nhà nào góp trễ.",
        "Nguồn nước không nêu tên, nguồn vốn thì có.",
        "Ba nhà làm theo bài báo tường ở ấp.",
        "Trước khi đổ bê tông, cần kiểm lại độ dốc.",
        "Bà con đầu nguồn, ghi sổ từng đêm.",
    ],
)
def test_words_that_only_look_so_are_left_in_peace(text):
    assert refused(text) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('results: [{value: "20", unit: nhà, label: nguồn ghi là hơn 20}]', 1),
        ("brief: {short: " + " ".join(["theo bài báo hai mươi nhà vét kênh"] * 6) + "}", 1),
        ("cover: {phrase: suy từ tên xã}", 1),
        ('results: [{value: "20", unit: nhà, source: Theo bài báo}]', 0),
        ("quotes: [{text: Theo bài báo thì tôi làm đúng., by: Một nông dân}]", 0),
        ("corrected: [{date: 2026-11-20, what: Số nhà theo bài báo là hai mươi.}]", 0),
        ("to_verify: [{about: figure, text: Nguồn không nêu số nhà.}]", 0),
    ],
)
def test_what_readers_are_told_says_nothing_of_sources_and_what_is_asked_may(line, found):
    """Where a figure comes from, what a person said, what was put right and what is open may."""
    assert refused(HOW, GOOD + line + "\n") == ["speaks-of-source"] * found


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("summary: Theo Đài Sông Mây, hai mươi nhà trong một tổ bịa vét con kênh cạn.", 1),
        ('radio: {lead: "Theo Đài Sông Mây, hai mươi nhà vét con kênh cạn."}', 0),
        ('radio: {lead: "Nguồn không nêu hai mươi nhà nào vét con kênh."}', 1),
    ],
)
def test_what_newsrooms_run_names_who_said_it_and_says_no_more_of_it(key, found):
    """On the page the sources stand below the story; on the air they are named in it."""
    front = "\n".join(line for line in GOOD.splitlines() if not line.startswith(key.partition(":")[0]))
    assert refused(HOW, f"{front}\n{key}\n") == ["speaks-of-source"] * found


def test_an_approved_text_is_refused_for_no_phrase_that_joined_the_list_later(made_up_content):
    """Nor is it advised: a better word would make it a draft again."""
    style = made_up_content.root / "taxonomy/style.yml"
    style.write_text(style.read_text(encoding="utf-8").replace("[nguồn không nêu,", "[mỗi nhà góp,"), encoding="utf-8")

    library = made_up_content.load()

    (story,) = [story for story in library.stories if story.key == APPROVED]
    assert "Mỗi nhà góp" in story.body.text
    assert story.approved is Approved.YES
    assert not [one for one in (*library.problems, *library.remarks, *library.advice) if one.path == story.path]


@pytest.mark.parametrize(
    "text",
    [
        "Xã có 12 THCS.",
        "Rồi BCHQS tới, QP-AN yên.",
        "Cả THT cùng làm, ba năm thì thành hợp tác xã (HTX).",
    ],
)
def test_a_short_form_that_nobody_spelt_out_is_named(text):
    assert advised(text) == ["unspelt-abbreviation"]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân xã cho mượn máy; sau đó UBND xin lại tiền dầu.",
        "Tổ hợp tác (THT) có mười nhà, THT góp vốn.",
        "Khai thác bất hợp pháp, không báo cáo và không theo quy định (gọi tắt là IUU) đã hết.",
        "HTX (hợp tác xã) mở năm 2016.",
        "Theo Công văn 238-CV/TU và Quyết định 345/QĐ-UBND, khóa XIII, ngày 02-9.",
        "Máy 12 HP, giá 15 triệu đồng/KW, xem trên VTV3, nghe ở K92, dùng GPS.",
        "GIỮ LẤY RỪNG! HOÀ là quý. THANH NIÊN đi trước.",
        "Đường A và đường B, lớp 3A.",
    ],
)
def test_names_numbers_units_and_what_is_spelt_out_are_left_in_peace(text):
    assert advised(text) == []


def test_words_of_somebody_else_are_not_mended():
    assert advised("Tờ giấy ghi “đẩy mạnh phong trào trên địa bàn”, bà con cười.") == []


def test_a_sentence_of_forty_syllables_is_not_yet_long():
    assert advised(" ".join(["kênh"] * 40) + ".") == []
    assert advised(" ".join(["kênh"] * 41) + ".") == ["long-sentence"]
    assert advised("“" + " ".join(["Kênh cạn nước ròng."] * 11) + "”") == []


def test_a_long_summary_is_named_at_its_key():
    (summary,) = (line for line in GOOD.splitlines() if line.startswith("summary"))
    story = reading(GOOD.replace(summary, "summary: " + " ".join(["nước"] * 41)))
    (found,) = advice_on_style(story, told(f"## Cách làm\n\n{HOW}\n"))
    assert (found.code, found.line, found.column) == ("long-sentence", 2, 10)


@pytest.mark.parametrize(
    ("body", "steps"),
    [
        ("## Cách làm\n\n1. Vét trước.\n2. Rủ nhau.\n3. Chia đoạn.\n", 3),
        ("## Cách làm\n\nVét trước. Rủ nhau, mỗi nhà một đoạn.\n", 2),
        ("## Cách làm\n\nVét trước.\n\n### Giữ\n\n- Đi một vòng. Dặm lại.\n", 4),
        ("## Kết quả\n\nMột. Hai. Ba. Bốn.\n", 0),
    ],
)
def test_a_step_is_a_sentence_or_a_line_of_a_list_of_how_it_was_done(body, steps):
    assert steps_in(told(body)) == steps


def test_a_place_is_found_across_marks_and_lines_and_within_its_paragraph():
    source = SourceText("Nguồn ghi một.\n\nHai. **Nguồn\nghi** ba.", "a.md", 10)
    assert place_of("nguồn ghi", source) == (10, 1)
    assert place_of("nguồn ghi", source, "Hai. Nguồn ghi ba.") == (12, 8)
    assert place_of("không có", source) == (10, 1)
    assert place_of("…", source) == (10, 1)
    assert word_line(" A,b\tc… ") == " a | b c | "


def test_it_is_said_with_everything_else_that_is_wrong(content):
    """Whoever mends the field hears of it in the same run."""
    text = GOOD_STORY.replace("kinh-te", "kinh te").replace("Cả tổ ngồi lại", "Theo bài báo, cả tổ ngồi lại")
    assert [one.code for one in content.problems_of(text)] == ["unknown-field", "speaks-of-source"]
    unread = text.replace("movement: registered\n", "")
    assert [one.code for one in content.problems_of(unread)] == ["missing-key", "unknown-field", "speaks-of-source"]


HOSTILE = {
    "stops": "." * 30_000,
    "stops and spaces": ". " * 15_000,
    "initials": "V. " * 10_000,
    "stops and quotes": ".”" * 15_000,
    "open quotes": "“" * 30_000,
    "short forms": " ".join(f"A{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}B" for n in range(6_000)),
    "hyphens": "A-" * 15_000,
    "capitals": "A" * 30_000,
    "phrases": "nguồn không nêu " * 1_900,
    "half phrases": "nguồn không " * 2_500,
    "officialese": "đẩy mạnh " * 3_000,
    "one sentence": "kênh " * 6_000,
    "same sentence": "Cả tổ ngồi lại với nhau. " * 1_200,
    "paragraphs": "nguồn ghi\n\n" * 2_500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_makes_the_rules_slow(text):
    """As long as a page may carry, and a hundred times as fast as an editor would notice."""
    body, story = told(f"## Cách làm\n\n{text}\n"), reading(GOOD)
    begun = time.process_time()
    unsaid(story, body)
    advice_on_style(story, body)
    assert time.process_time() - begun < 2


def test_a_story_too_heavy_for_a_page_is_not_advised():
    """It is refused for its size; who sends a megabyte gets no essay back."""
    body = SimpleNamespace(text="đẩy mạnh " * 100_000)
    assert advice_on_style(reading(GOOD), body) == []


@pytest.mark.parametrize(("old", "new"), [(" nguồn không nêu,", " nguồn,"), ("lese: {", 'lese: {"…!": bỏ, ')])
def test_a_phrase_that_every_story_holds_is_no_phrase(old, new, content):
    """One word, or a sign, would refuse or advise every story there is."""
    style = content.root / "taxonomy/style.yml"
    written = style.read_text(encoding="utf-8")
    assert old in written
    style.write_text(written.replace(old, new), encoding="utf-8")
    assert {problem.path for problem in content.load().problems} == {style.as_posix()}
