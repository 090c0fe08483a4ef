"""Texts to copy: the story's own sentences, whole, within the count, with their credit line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.render.press.facts import DRAFT_MARK
from scripts.render.press.prose import Block, blocks_of, count_words
from scripts.render.press.texts import MEDIUM_WORDS, SHORT_WORDS, ready_to_copy
from scripts.source.library import load_library
from scripts.source.text.sentences import sentences_of
from tests.made_up import MADE_UP, TODAY
from tests.render.press_scene import SITE_URL, catalog_of, sheet_of, story_of, texts_of

LIBRARY = load_library(MADE_UP, TODAY)
SYLLABLES = st.lists(
    st.sampled_from(["góp", "vốn", "a", "ở", "nghiêng", "TP.", "1.099", "“nhà”", "làm."]), min_size=15, max_size=60
)


def test_print_has_no_footnotes_pictures_or_tags():
    html = (
        '<p>Một <b>hai</b><sup class="footnote-reference"><a href="#chu-thich-1">1</a></sup> &amp; ba.<br>Bốn</p>'
        "<ul><li>năm<ul><li>sáu</li></ul></li></ul><table><tbody><tr><td>7</td><td>8</td></tr></tbody></table>"
        '<div class="footnote-definition" id="chu-thich-1"><p>thôi</p></div><h3>Chín</h3>'
    )
    assert blocks_of(html) == (
        Block("paragraph", "Một hai & ba. Bốn"),
        Block("item", "năm"),
        Block("item", "sáu"),
        Block("row", "7; 8"),
        Block("heading", "Chín"),
    )


def test_words_are_syllables_between_spaces():
    assert count_words("Góp vốn 1,7 tỷ đồng") == 5


@pytest.mark.parametrize("story", LIBRARY.stories, ids=lambda story: story.key)
def test_every_text_of_the_library_is_within_its_count_and_made_of_whole_sentences(story):
    texts = texts_of(story)
    own = f"{story.front.title} {story.front.summary} {story.body.text}".replace("\n", " ")

    assert texts.short.words <= SHORT_WORDS
    assert texts.medium.words <= MEDIUM_WORDS
    for text in (texts.short, texts.medium):
        assert count_words(" ".join([text.headline, *(block.text for block in text.blocks)])) == text.words
        for block in text.blocks:
            if not block.text.startswith("Những con số: "):
                assert all(sentence in own for sentence in sentences_of(block.text)), block.text
                assert block.text.endswith((".", "!", "?", "…", "”"))


@given(title=SYLLABLES, summary=SYLLABLES)
def test_no_title_or_summary_breaks_the_count(title, summary):
    """Even a summary of one-letter syllables: what does not fit whole is left out."""
    story = story_of(
        title=" ".join(title)[:110].strip(), summary=f"{' '.join(summary)} và thêm cho đủ bốn mươi ký tự"[:260]
    )

    texts = texts_of(story)

    assert 0 < texts.short.words <= SHORT_WORDS
    assert 0 < texts.medium.words <= MEDIUM_WORDS


def test_a_summary_too_long_for_sixty_words_stands_without_the_title_or_gives_way_to_it():
    long, longer = " ".join(["ba"] * 58), " ".join(["ba"] * 61)
    assert texts_of(story_of(summary=long)).short.headline == ""
    assert texts_of(story_of(summary=long)).short.blocks == (Block("paragraph", f"{long}."),)
    assert texts_of(story_of(summary=longer)).short.headline == sheet_of(story_of()).title
    assert texts_of(story_of(summary=longer)).short.blocks == ()


def test_a_medium_text_tells_each_section_from_its_beginning():
    blocks = [block.text for block in texts_of(story_of()).medium.blocks]
    assert blocks[1:3] == [
        "Cả tổ ngồi lại ở TP. Rạch Giá, bàn từng việc. Rồi chia nhau làm, ai có công góp công.",
        "Năm 2020, 22 nhà cùng góp. Không còn ai vay ngoài.",
    ]
    assert blocks[3].startswith("Những con số: 1.099 kg rác gom được (2020); hơn 12,4 km; 98,5% hộ tham gia; 53/64 ")


def test_the_full_text_has_everything_the_story_says():
    copied = ready_to_copy(texts_of(story_of()).full, texts_of(story_of()))
    for words in ("Đầu vụ nhà nào cũng thiếu tiền.", "- Việc một & hai.", "“Mượn của hàng xóm thì khó quên lắm.”"):
        assert words in copied


def test_each_text_ends_with_the_credit_line():
    """Site, canonical address, the document of the approval."""
    texts = texts_of(story_of())
    for text in (texts.short, texts.medium, texts.full):
        last = ready_to_copy(text, texts).splitlines()[-1]
        assert last.startswith("Nguồn: Trang thử Sông Mây, ")
        assert f"{SITE_URL}/mo-hinh/bai-sen/gop-von/" in last
        assert "57-CV/BTGDVTU, ngày 20-11-2026" in last
    assert "duyệt đăng ngày 20-11-2026" in texts.citation
    assert texts.reuse.startswith("Đừng dùng lại")


def test_a_draft_says_so_in_its_first_line():
    texts = texts_of(story_of(approved=False))
    for text in (texts.short, texts.medium, texts.full):
        copied = ready_to_copy(text, texts)
        assert copied.startswith(f"{DRAFT_MARK}\n")
        assert "57-CV" not in copied
    assert texts_of(story_of()).notice == ""


def test_what_an_editor_wrote_for_a_length_stands_as_it_is_under_the_headline():
    short, medium = (" ".join(["Cả tổ cùng góp vốn."] * times) for times in (9, 25))
    texts = texts_of(story_of(brief={"short": short, "medium": medium}))
    for text, written in ((texts.short, short), (texts.medium, medium)):
        assert text.headline == sheet_of(story_of()).title
        assert text.blocks == (Block("paragraph", written),)
    assert texts.full == texts_of(story_of()).full


def test_the_same_story_gives_the_same_texts():
    assert texts_of(story_of()) == texts_of(story_of())
    assert [story.key for story in catalog_of(story_of()).public] == ["bai-sen/gop-von"]


def test_words_that_may_not_be_quoted_are_in_no_text():
    refused = {"name": "Lê Thị Bịa", "consent": {"name": False, "photo": False, "recorded": "2026-10-02"}}
    story = story_of(people=[refused], quotes=[{"text": "Xin đừng đăng lời tôi.", "by": "bà Lê Thị Bịa"}], photos=[])
    texts = texts_of(story)
    copied = ready_to_copy(texts.full, texts)
    assert "đừng đăng" not in copied
    assert "“" not in copied
