"""Text as text: one normal form, one fold, one slug."""

import unicodedata

import pytest

from scripts.source.text.vietnamese import fold, nfc, slugify


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đường Hòa Điền", "duong hoa dien"),
        ("hoà HOÀ hòa", "hoa hoa hoa"),
        ("Quỹ, thủy, ưỡn ễnh ậy", "quy, thuy, uon enh ay"),
        (unicodedata.normalize("NFD", "Kiên Lương"), "kien luong"),
        ("ABC 123", "abc 123"),
        ("", ""),
    ],
)
def test_fold_takes_off_every_mark_and_the_bar_of_d(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Gom rác, đổi gạo", "gom-rac-doi-gao"),
        ("  Bài học kinh nghiệm  ", "bai-hoc-kinh-nghiem"),
        ("Đ/c số 8 – “Kênh 2”", "d-c-so-8-kenh-2"),
        ("...", ""),
        ("日本", ""),
    ],
)
def test_slugify_makes_an_address_part(written, slug):
    assert slugify(written) == slug


def test_nfc_composes():
    assert nfc(unicodedata.normalize("NFD", "Hòn Đất")) == "Hòn Đất"
