"""A sentence made for the ear: figures stay true, hours are no clock, a speaker comes first, a breath is short."""

import pytest

from scripts.render.press.air.breath import lines_of
from scripts.render.press.air.ear import for_the_ear, lowered
from scripts.render.spoken.syllables import count_syllables


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Có 1.099 hộ góp.", "Có hơn 1.000 hộ góp."),
        ("Tăng lên 1.472 hộ.", "Tăng lên hơn 1.400 hộ."),
        ("Hơn 1.472 hộ góp.", "Hơn 1.400 hộ góp."),
        ("Gần 1.685 người đến.", "Gần 1.700 người đến."),
        ("Dưới 1.985 người đến.", "Dưới 2.000 người đến."),
        ("Góp 1.234.500 đồng.", "Góp hơn 1.200.000 đồng."),
        ("Góp 12.400.000 đồng.", "Góp 12.400.000 đồng."),
        ("Có 2.500 hộ.", "Có 2.500 hộ."),
        ("Khoảng 1.472 hộ góp.", "Khoảng 1.472 hộ góp."),
        ("Đúng 1.472 hộ góp.", "Đúng 1.472 hộ góp."),
        ("Ít nhất 1.472 hộ góp.", "Ít nhất 1.472 hộ góp."),
        ("Tiểu đoàn số 1.472 đóng ở đây.", "Tiểu đoàn số 1.472 đóng ở đây."),
        ("Được 1.472/1.500 hộ.", "Được 1.472/1.500 hộ."),
        ("Năm 2020 có 62 hộ.", "Năm 2020 có 62 hộ."),
    ],
)
def test_a_figure_is_rounded_only_to_what_is_true_of_it(written, heard):
    assert for_the_ear(written) == heard


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Chỉ 8 giờ sau, ví được trả.", "Chỉ 8 tiếng đồng hồ sau, ví được trả."),
        ("Vét trong 8 giờ.", "Vét trong 8 tiếng đồng hồ."),
        ("Làm suốt ba giờ liền.", "Làm suốt ba tiếng đồng hồ liền."),
        ("Trực 12 giờ/ngày.", "Trực 12 tiếng đồng hồ/ngày."),
        ("Trong 8 giờ đồng hồ.", "Trong 8 giờ đồng hồ."),
        ("Họp lúc 8 giờ sáng.", "Họp lúc 8 giờ sáng."),
        ("Sau 22 giờ không mở nhạc.", "Sau 22 giờ không mở nhạc."),
        ("Lúc 8 giờ 30 phút.", "Lúc 8 giờ 30 phút."),
    ],
)
def test_hours_that_were_counted_are_no_time_of_day_and_a_time_of_day_stays(written, heard):
    assert for_the_ear(written) == heard


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("“Ai cũng góp một tay”, ông Ba kể.", "ông Ba kể: “Ai cũng góp một tay.”"),
        ("“Ai cũng góp.” - chị Tư cho biết.", "chị Tư cho biết: “Ai cũng góp.”"),
        ("Ông Ba kể: “Ai cũng góp.”", "Ông Ba kể: “Ai cũng góp.”"),
        ("“Bòn” là bạn.", "“Bòn” là bạn."),
    ],
)
def test_a_speaker_comes_before_what_was_said(written, heard):
    assert for_the_ear(written) == heard


@pytest.mark.parametrize("written", ["Có 1.099 hộ góp.", "Vét trong 8 giờ.", "“Ai cũng góp”, ông Ba kể."])
def test_a_sentence_made_for_the_ear_twice_is_the_same(written):
    assert for_the_ear(for_the_ear(written)) == for_the_ear(written)


@pytest.mark.parametrize(
    ("written", "inside"),
    [
        ("Năm 2020, nước về.", "năm 2020, nước về."),
        ("Chi hội vận động.", "chi hội vận động."),
        ("Góp. Tiền từ các nhà.", "góp. Tiền từ các nhà."),
        ("Hội Nông dân vận động.", "Hội Nông dân vận động."),
        ("Ủy ban nhân dân xã họp.", "Ủy ban nhân dân xã họp."),
        ("Nghe Đồn Biên phòng nói.", "nghe Đồn Biên phòng nói."),
        ("UBND xã họp.", "UBND xã họp."),
        ("Tết 2024, xóm vui.", "Tết 2024, xóm vui."),
    ],
)
def test_a_sentence_goes_on_with_a_small_letter_unless_it_begins_a_name(written, inside):
    assert lowered(written) == inside


HALF = "cả tổ cùng nhau vét con kênh cạn rồi đắp lại bờ cho chắc thêm nữa"


@pytest.mark.parametrize(
    ("joined", "second"),
    [
        ("; ", ""),
        (", ", ""),
        (", nhưng ", "nhưng "),
        (" để ", "để "),
        (" nhưng ", "nhưng "),
        (" và ", "và "),
    ],
)
def test_a_long_sentence_is_parted_where_it_may_breathe(joined, second):
    first = f"{HALF}{joined}".rstrip().removesuffix(second.strip()).rstrip()
    assert lines_of(f"{HALF}{joined}{HALF}.", 30) == (first, f"{second}{HALF}.")


@pytest.mark.parametrize("joined", [" và Dân vận ", " không để ", " mà ", " "])
def test_a_long_sentence_that_offers_no_place_stays_whole(joined):
    assert lines_of(f"{HALF}{joined}{HALF}.", 30) == (f"{HALF}{joined}{HALF}.",)


def test_parts_are_short_enough_and_together_they_are_the_sentence():
    sentence = ", ".join([HALF] * 9)
    parts = lines_of(sentence, 30)
    assert " ".join(parts) == sentence
    assert max(map(count_syllables, parts)) <= 30
