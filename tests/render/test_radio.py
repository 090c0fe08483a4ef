"""The radio script: cuts that make sense and fit, times, breath marks, remarks."""

import re

import pytest

from scripts.render.pages import Pages
from scripts.render.press.radio import radio_script, script_text
from scripts.render.spoken.sentences import say_sentences
from scripts.render.spoken.syllables import count_syllables
from tests.made_up import made_up_story, made_up_taxonomy

TAXONOMY = made_up_taxonomy()
BODY = (
    "## Bối cảnh\n\nMùa khô kênh cạn.\n\n## Cách làm\n\nCả tổ họp ở TP. Rạch Giá, góp 1,5 tỷ đồng. Mỗi nhà một ngày "
    "công.\n\n- Chia đoạn kênh.\n- Vét trong 3 ngày.\n\n## Kết quả\n\nNước về đủ 60 ha lúa.\n"
)


def script_of(**keys):
    keys.setdefault("body", BODY)
    return radio_script(made_up_story(**keys), TAXONOMY)


def texts(cut):
    return [line.text for line in cut.lines]


def test_each_sentence_has_its_line_and_a_dot_of_an_abbreviation_or_a_number_ends_none():
    whole = texts(script_of().cuts[-1])
    assert "Cả tổ họp ở thành phố Rạch Giá, / góp một phẩy năm tỷ đồng. //" in whole
    assert whole.index("Chia đoạn kênh. //") + 1 == whole.index("Vét trong ba ngày. //")


def test_the_whole_is_told_in_the_order_of_telling_and_ends_with_where_it_is_from():
    script = script_of(quotes=[{"text": "Mượn của hàng xóm thì khó quên.", "by": "Tổ trưởng"}])
    whole = texts(script.cuts[-1])
    starts = [
        "Chuyện bịa",
        "Chuyện ở",
        "Một chuyện bịa",
        "Mùa khô",
        "Cả tổ",
        "Nước về",
        "Tổ trưởng nói: / Mượn",
        "Theo trang",
    ]
    told = [next(i for i, text in enumerate(whole) if text.startswith(start)) for start in starts]
    assert told == sorted(told)
    assert told[-1] == len(whole) - 1


def test_headings_are_not_read():
    assert not [text for text in texts(script_of().cuts[-1]) if text.startswith(("Cách làm", "Kết quả", "Bối cảnh"))]


def test_times_follow_the_rate_of_the_lexicon():
    whole = script_of().cuts[-1]
    before = 0
    for line in whole.lines:
        assert line.syllables == count_syllables(line.text)
        seconds = before * 60 // 233
        assert line.start == f"{seconds // 60:02d}:{seconds % 60:02d}"
        before += line.syllables
    assert whole.seconds == -(-before * 60 // 233)


LONG = "Cả tổ cùng nhau vét con kênh cạn rồi đắp lại bờ cho chắc. "


@pytest.mark.parametrize("sentences_of_body", [1, 3, 10, 60])
@pytest.mark.parametrize("figures", [0, 3])
def test_short_cuts_fit_and_are_made_of_whole_sentences(sentences_of_body, figures):
    """A cut never holds half a sentence, never runs over, and always says what and where from."""
    script = script_of(
        body=f"## Cách làm\n\n{LONG * sentences_of_body}\n",
        results=[{"value": f"{i + 2}", "unit": "nhà", "label": "cùng góp vốn"} for i in range(figures)],
    )
    whole = set(texts(script.cuts[-1])) | {f"{n} nhà cùng góp vốn. //" for n in ("Hai", "Ba", "Bốn")}
    for cut in script.cuts[:-1]:
        assert cut.fits
        assert cut.seconds <= cut.limit
        assert set(texts(cut)) <= whole
        assert texts(cut)[0] == texts(script.cuts[-1])[0]
        assert texts(cut)[-1].startswith("Theo trang")
    assert texts(script.cuts[0])[1:] != texts(script.cuts[0])[:1]


def test_figures_come_into_a_cut_when_the_story_does_not_fit_it():
    script = script_of(body=f"## Cách làm\n\n{LONG * 40}\n", results=[{"value": "22", "unit": "nhà", "when": "2020"}])
    assert "Năm hai nghìn không trăm hai mươi: / hai mươi hai nhà. //" in texts(script.cuts[1])


def test_a_cut_that_cannot_fit_says_so():
    slow = TAXONOMY.lexicon.pace.model_copy(update={"syllables_per_minute": "20"})
    lexicon = TAXONOMY.lexicon.model_copy(update={"pace": slow})
    taxonomy = made_up_taxonomy()
    object.__setattr__(taxonomy, "lexicon", lexicon)
    script = radio_script(made_up_story(), taxonomy)
    assert not script.cuts[0].fits
    assert [warning for warning in script.warnings if warning.startswith("Bản 30 giây không vừa")]
    assert "KHÔNG VỪA" in script_text(script, Pages(), marked=True)


def remarks_of(script):
    return [mark for cut in script.cuts for line in cut.lines for mark in line.marks]


def test_a_line_over_thirty_syllables_is_remarked_beside_it():
    script = script_of(body=f"## Cách làm\n\n{'rất ' * 31}dài.\n")
    (long,) = [line for line in script.cuts[-1].lines if line.too_long]
    assert long.marks == ("Câu 32 âm tiết, quá 30, khó đọc một hơi. Hãy tách câu.",)
    assert not remarks_of(script_of(body=f"## Cách làm\n\n{'rất ' * 29}dài.\n"))


GUESSED = "## Cách làm\n\nCả tổ họp một đêm. Đội XBC góp sức, ai cũng mừng.\n"


def test_what_was_guessed_is_remarked_beside_its_own_line_and_nowhere_else():
    """In the text the remark stands right below the line; the copy for readers and newsrooms has none."""
    script = script_of(body=GUESSED)
    (guessed,) = [line for line in script.cuts[-1].lines if line.marks]
    assert guessed.text.startswith("Đội ích-xì bê xê góp sức")
    whole = script_text(script, Pages(), marked=True).split("\n")
    at = next(number for number, line in enumerate(whole) if guessed.text in line)
    assert whole[at + 1].strip() == f"(?) {guessed.marks[0]}"
    assert "(?)" not in script_text(script, Pages(), marked=False)
    assert script.remarks == guessed.marks


def test_a_story_settles_a_guess_by_saying_how_it_is_read():
    """``radio.pronounce`` goes before every rule: what it says is not guessed any more."""
    script = script_of(body=GUESSED, radio={"pronounce": {"XBC": "xung kích"}})
    assert "Đội xung kích góp sức, / ai cũng mừng. //" in texts(script.cuts[-1])
    assert not remarks_of(script)


def test_a_draft_says_so_and_an_approved_story_does_not():
    assert "CHƯA DUYỆT" in script_text(script_of(), Pages(), marked=True)
    assert "CHƯA DUYỆT" not in script_text(script_of(approved=True), Pages(), marked=True)


def test_the_text_is_plain_and_holds_every_line():
    script = script_of(title="Tổ “Ba” & bạn vét kênh")
    text = script_text(script, Pages(), marked=True)
    assert "&amp;" not in text
    for cut in script.cuts:
        for line in cut.lines:
            assert f"{line.start}  {line.text}  ({line.syllables})" in text


def test_then_and_now_are_both_said():
    script = script_of(place={"commune": "xã Bến Gạo", "hamlet": "ấp Gò Sen"})
    whole = " ".join(texts(script.cuts[-1]))
    assert "ấp Gò Sen, / xã Bến Gạo, / huyện Bãi Sen" in whole
    # The lexicon of the made-up province says how Biển Mây is read.
    assert "Nơi này nay thuộc xã Lá Dừa, / tỉnh Biển Mê" in whole


def test_sentences_begin_with_a_capital_and_end():
    said = say_sentences("một. Hai, ba!\nbốn", TAXONOMY.lexicon)
    assert [sentence.text for sentence in said] == ["Một.", "Hai, ba!", "Bốn."]


def test_nothing_unsayable_reaches_a_line():
    for cut in script_of().cuts:
        for line in cut.lines:
            assert re.fullmatch(r"[^\d%&/“”()]*", line.text.replace("//", "").replace(" / ", " "))
