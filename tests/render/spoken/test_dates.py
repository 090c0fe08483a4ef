"""Every day of four years, in every usual form: a date is a date wherever it stands."""

from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

import pytest

from scripts.render.spoken.speech import speak, spoken
from scripts.source.vocabulary.lexicon_file import load_lexicon

LEXICON, _PROBLEMS = load_lexicon(Path(__file__).parent.parent.parent / "golden")
assert LEXICON is not None, _PROBLEMS
DAYS = [date(2023, 1, 1) + timedelta(days) for days in range(1461)]
WITH_YEAR = (
    "{d}-{m}-{y}|{d:02}-{m:02}-{y}|{d:02}-{m}-{y}|{d}/{m}/{y}|{d:02}/{m:02}/{y}|{d}.{m}.{y}|{d:02}.{m:02}.{y}|"
    "{d:02}–{m:02}–{y}|{d:02} - {m:02} - {y}|{d} / {m} / {y}|{d:02}/{m:02}-{y}|{d}-{m} năm {y}|{d} tháng {m} năm {y}|"
    "{d} tháng {m:02}/{y}|{y}-{m:02}-{d:02}"
)
WITHOUT_YEAR = "{d}-{m}|{d:02}-{m:02}|{d}/{m}|{d:02}/{m:02}|{d}.{m}|{d:02}.{m:02}|{d}–{m}|{d} tháng {m}"
AROUND = ("Họp ngày %s.", "Ngày %s, họp.", "Họp, ngày %s, ở ấp.", "Ngày %s họp ở ấp.")
AHEAD = ("Gọi", "Họp", "Tin đăng", "Điện thoại nhận")


def read(lines):
    """Return how each of ``lines`` is read, in one go, and what is remarked."""
    speech = speak("\n".join(lines), LEXICON)
    return speech.text.split("\n"), speech.warnings


def named(day, *, year):
    """Return ``day`` in words, each number of it read alone."""
    month = "tư" if day.month == 4 else spoken(str(day.month), LEXICON)
    return f"{spoken(str(day.day), LEXICON)} tháng {month}" + (f" năm {spoken(str(day.year), LEXICON)}" if year else "")


@pytest.fixture(scope="module")
def words():
    return {year: [named(day, year=year) for day in DAYS] for year in (True, False)}


@pytest.mark.parametrize("form", [*WITH_YEAR.split("|"), *WITHOUT_YEAR.split("|")])
def test_after_ngay_every_day_in_every_form_is_read_as_that_day(form, words):
    """Padded or not, with a hyphen, a stroke, a dot, a dash: one reading, and nothing to remark."""
    around = list(islice(cycle(AROUND), len(DAYS)))
    written = [form.format(d=day.day, m=day.month, y=day.year) for day in DAYS]
    lines, warnings = read([sentence % day for sentence, day in zip(around, written, strict=True)])
    assert lines == [sentence % day for sentence, day in zip(around, words["{y}" in form], strict=True)]
    assert warnings == ()


@pytest.mark.parametrize("form", ["{d:02}-{m:02}-{y}", "{d:02}.{m:02}.{y}", "{d:02}/{m:02}/{y}", "{d:02}–{m:02}–{y}"])
def test_row_84_a_padded_date_is_no_telephone_whatever_stands_before_it(form, words):
    ahead = list(islice(cycle(AHEAD), len(DAYS)))
    written = [form.format(d=day.day, m=day.month, y=day.year) for day in DAYS]
    lines, _ = read([f"{word} {day}." for word, day in zip(ahead, written, strict=True)])
    assert lines == [f"{word} ngày {day}." for word, day in zip(ahead, words[True], strict=True)]


@pytest.mark.parametrize("written", ["31-4-2011", "ngày 29/02/2011", "30.2.2012", "ngày 31/11"])
def test_a_day_that_no_calendar_has_is_remarked(written):
    assert "lịch không có ngày này" in "".join(speak(f"Họp {written}.", LEXICON).warnings)


@pytest.mark.parametrize("written", ["29-2-2012", "29/02/2000", "ngày 29/2"])
def test_a_leap_day_is_a_day(written):
    assert speak(f"Họp {written}.", LEXICON).warnings == ()


@pytest.mark.parametrize(
    ("written", "remark"),
    [
        ("Ngày 14/5/11, họp.", "năm chỉ viết hai chữ số, đang đọc là 2011"),
        ("Tháng 5/11 họp.", "năm chỉ viết hai chữ số, đang đọc là 2011"),
        ("Nhận 09/30/2023.", "không phải ngày, tháng, năm theo lối viết Việt Nam"),
        ("Từ 1/7, xã làm.", "đang đọc là ngày, tháng"),
        ("Mừng hội 2/9 ở ấp.", "không đọc là ngày, tháng"),
        ("Họp các ngày 5-7.", "đang đọc là từ ngày đến ngày"),
    ],
)
def test_a_guess_is_remarked(written, remark):
    """What may be a day and may be something else is never settled in silence."""
    assert remark in "".join(speak(written, LEXICON).warnings)
