"""The radio script: cuts that make sense and fit, who wrote them, times, breath marks, remarks.

Whole scripts are compared in ``test_golden_scripts``.
"""

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
    """The obstacle, where, the deed, who says what came of it, whose words, who it was; never the title."""
    script = script_of(quotes=[{"text": "Mượn của hàng xóm thì khó quên.", "by": "Tổ trưởng"}])
    whole = texts(script.cuts[-1])
    starts = [
        "Mùa khô",
        "Chuyện ở",
        "Cả tổ",
        "Theo Nơi bịa, / nước về",
        "Tổ trưởng nói: / Mượn",
        "Đó là việc làm của Tổ bịa số một",
        "Theo trang",
    ]
    told = [next(i for i, text in enumerate(whole) if text.startswith(start)) for start in starts]
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, len(whole) - 1)
    assert not [text for text in whole if "Chuyện bịa" in text]


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
    """A cut never holds half a sentence, runs over by a twentieth at most, and says what, where, who says so."""
    script = script_of(
        body=f"## Cách làm\n\n{LONG * sentences_of_body}\n",
        results=[{"value": f"{i + 2}", "unit": "nhà", "label": "cùng góp vốn"} for i in range(figures)],
    )
    for cut in script.cuts[:-1]:
        assert cut.fits
        assert cut.seconds <= cut.limit * 1.05
        assert all(text.endswith(" //") for text in texts(cut))
        assert texts(cut)[0] == texts(script.cuts[-1])[0]
        assert [text for text in texts(cut) if text.startswith("Theo Nơi bịa, / ")]
        assert texts(cut)[-1] == "Theo trang Trang thử Sông Mây. //"


STEPS = "## Cách làm\n\nMùa khô kênh cạn.\n\n" + "".join(f"{n}. {LONG}\n" for n in range(1, 9))


def test_a_list_is_told_whole_or_not_at_all():
    """Eight steps do not fit thirty seconds: the summary is told, not the first four of them."""
    script = script_of(body=f"{STEPS}\n## Kết quả\n\nNước về đủ.\n")
    numbered = [[text for text in texts(cut) if text.startswith("Thứ ")] for cut in script.cuts]
    assert [len(steps) for steps in numbered] == [0, 8]
    assert [text for text in texts(script.cuts[0]) if "chuyện bịa để thử máy" in text]


@pytest.mark.parametrize("number", range(1, 25))
def test_no_cut_is_another_one_again(number):
    """Lengths that tell the same are one cut with both names; each length is named once."""
    cuts = script_of(body=f"## Cách làm\n\n{LONG * number}\n").cuts
    assert len({tuple(texts(cut)) for cut in cuts}) == len(cuts)
    names = ", ".join(cut.name for cut in cuts).replace(" và ", ", ").split(", ")
    assert [name.lower() for name in names] == ["30 giây", "60 giây", "toàn bài"]


def test_the_summary_is_not_told_beside_the_sentence_that_says_the_same():
    body = f"## Cách làm\n\nCả tổ vét con kênh cạn trong ba ngày, nhà nào cũng góp công.\n\n{STEPS[12:]}"
    script = script_of(body=body, summary="Cả tổ vét con kênh cạn trong ba ngày, góp công.")
    for cut in script.cuts:
        assert len([text for text in texts(cut) if "vét con kênh cạn trong ba ngày" in text]) == 1


def test_figures_come_into_a_cut_when_the_story_does_not_fit_it():
    script = script_of(body=f"## Cách làm\n\n{LONG * 40}\n", results=[{"value": "22", "unit": "nhà", "when": "2020"}])
    figure = "Theo Nơi bịa, / một con số đáng nhớ: / hai mươi hai nhà, / năm hai nghìn không trăm hai mươi. //"
    assert figure in texts(script.cuts[-1])


def test_words_of_somebody_who_may_not_be_named_are_not_on_the_air():
    people = [
        {"name": "Lê Bịa", "role": "tổ trưởng", "consent": {"name": False, "photo": False, "recorded": "2026-10-02"}}
    ]
    script = script_of(quotes=[{"text": "Ai cũng góp một tay.", "by": "Lê Bịa"}], people=people)
    assert not [text for cut in script.cuts for text in texts(cut) if "góp một tay" in text]


def test_a_cut_that_cannot_fit_says_so():
    slow = TAXONOMY.lexicon.pace.model_copy(update={"syllables_per_minute": "20"})
    lexicon = TAXONOMY.lexicon.model_copy(update={"pace": slow})
    taxonomy = made_up_taxonomy()
    object.__setattr__(taxonomy, "lexicon", lexicon)
    script = radio_script(made_up_story(), taxonomy)
    assert not script.cuts[0].fits
    assert [warning for warning in script.warnings if warning.startswith("Bản 30 giây") and "không vừa" in warning]
    assert "KHÔNG VỪA" in script_text(script, Pages(), marked=True)


BRIEF = " ".join(["Cả tổ cùng nhau vét con kênh cạn ở xã Bến Gạo."] * 4)


def test_a_text_of_an_editor_goes_before_what_the_program_puts_together_and_each_says_which_it_is():
    """For editors only: a copy for newsrooms says nothing of it."""
    script = script_of(brief={"short": BRIEF})
    assert texts(script.cuts[0])[:4] == ["Cả tổ cùng nhau vét con kênh cạn ở xã Bến Gạo. //"] * 4
    assert script.cuts[0].by_whom == "Biên tập viên viết (brief.short)."
    assert script.cuts[1].by_whom == "Máy ghép từ câu của bài. Muốn có bản do người viết: ghi brief.medium."
    assert script.cuts[0].by_whom in script_text(script, Pages(), marked=True)
    assert "brief" not in script_text(script, Pages(), marked=False)


def test_of_two_publishers_the_one_that_an_editor_named_is_enough():
    """The last line does not name both again, which would cost the words about who and where their place."""
    sources = [{"title": "Bài bịa", "publisher": name} for name in ("Báo Sông Mây", "Đài Sông Mây")]
    brief = f"Theo Đài Sông Mây, cả tổ cùng nhau vét kênh. {BRIEF}"
    script = script_of(brief={"short": brief}, sources=sources)
    assert texts(script.cuts[0])[-2:] == [
        "Đó là việc làm của Tổ bịa số một, / ở huyện Bãi Sen. //",
        "Theo trang Trang thử Sông Mây. //",
    ]


def test_no_publisher_is_made_to_say_how_many_steps_we_count():
    """Where the deed alone is told, the words about its steps are ours: the publisher is named at the end."""
    body = "## Cách làm\n\n1. Bàn với cả tổ.\n2. Chia nhau từng đoạn kênh.\n"
    script = script_of(body=body, results=[], sources=[{"title": "Bài bịa", "publisher": "Báo Sông Mây"}])
    whole = texts(script.cuts[-1])
    assert "Cách làm gồm hai việc. //" in whole
    assert whole[-1] == "Theo Báo Sông Mây cùng trang Trang thử Sông Mây. //"


def test_a_text_of_an_editor_that_is_too_long_for_its_cut_is_not_cut_but_left_out_and_that_is_said():
    taxonomy = made_up_taxonomy()
    slow = TAXONOMY.lexicon.pace.model_copy(update={"syllables_per_minute": "90"})
    object.__setattr__(taxonomy, "lexicon", TAXONOMY.lexicon.model_copy(update={"pace": slow}))
    script = radio_script(made_up_story(body=BODY, brief={"short": BRIEF}), taxonomy)
    assert script.cuts[0].by_whom == "Máy ghép từ câu của bài. brief.short dài hơn 30 giây."
    assert not [text for text in texts(script.cuts[0]) if "ở xã Bến Gạo" in text]


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
    assert "Đội ích-xì bê xê góp sức" in guessed.text
    whole = script_text(script, Pages(), marked=True).split("\n")
    at = next(number for number, line in enumerate(whole) if guessed.text in line)
    assert whole[at + 1].strip() == f"(?) {guessed.marks[0]}"
    assert "(?)" not in script_text(script, Pages(), marked=False)
    assert script.remarks == guessed.marks


def test_a_story_settles_a_guess_by_saying_how_it_is_read():
    """``radio.pronounce`` goes before every rule: what it says is not guessed any more."""
    script = script_of(body=GUESSED, radio={"pronounce": {"XBC": "xung kích"}})
    assert "Theo Nơi bịa, / Đội xung kích góp sức, / ai cũng mừng. //" in texts(script.cuts[-1])
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
