"""What is private in a text: the table of ``tests/golden/personal-data.yml``, and hostile input."""

import time
from pathlib import Path

import pytest
import yaml

from scripts.source.masking.masking import find_private, masked
from scripts.source.masking.personal_data import find_personal_data, mask

GOLDEN = yaml.safe_load((Path(__file__).parent.parent / "golden" / "personal-data.yml").read_text(encoding="utf-8"))
PRIVATE = [(text, row["is"], row["printed"]) for row in GOLDEN if row["is"] != "nothing" for text in row["texts"]]
PLAIN = [text for row in GOLDEN if row["is"] == "nothing" for text in row["texts"]]


def test_the_table_is_large():
    assert len(PRIVATE) + len(PLAIN) >= 120


@pytest.mark.parametrize(("text", "code", "printed"), PRIVATE)
def test_what_is_private_is_found_and_masked(text, code, printed):
    """One finding, its code, and at most the first two and last two signs of it."""
    (finding,) = find_personal_data(f"Bà con {text} nhé.")

    assert (finding.code, finding.masked) == (code, printed)


@pytest.mark.parametrize("text", PLAIN)
def test_what_only_looks_private_is_left_alone(text):
    sentence = f"Bà con {text} nhé."

    assert find_private(sentence) == []
    assert masked(sentence) == sentence


def test_every_number_of_a_text_is_found_in_order():
    text = "Gọi 0912345678, 0987654321 hoặc a@b.vn; xe 68A-123.45, CCCD 091085012345."

    codes = [finding.code for finding in find_private(text)]

    assert codes == ["phone", "phone", "email", "number-plate", "citizen-id"]
    assert masked(text) == "Gọi 09…78, 09…21 hoặc a…@…; xe 68…45, CCCD 09…45."


def test_nothing_of_a_number_is_left_when_two_readings_overlap():
    """And nothing of the sentence after it is lost."""
    assert masked("STK 0912345678@gmail.com rồi thôi") == "STK 09…78 rồi thôi"
    assert masked("mật khẩu: abc0912345678xyz rồi thôi") == "mật khẩu: … rồi thôi"


def test_a_mask_shows_four_signs_at_most():
    assert mask("+84 (0) 912-345-678") == "84…78"


@pytest.mark.parametrize(
    "piece",
    [
        "0912345",
        "0 ",
        "00000 ",
        "84 84 ",
        "8484 ",
        "012345678 ",
        "123456x",
        ".",
        "@",
        "a@",
        "a@a.",
        "a@a chấm ",
        "a",
        "a a còng a chấm ",
        "68A-",
        "stk 1 1 1 1 1 ",
        "hộ chiếu B",
        "https://",
        "https://a/0912345678 ",
        "password=",
        "mật khẩu ",
        "eyJ.",
        "eyJa",
        "sk-",
        "://a:b",
        "-----BEGIN PRIVATE KEY-----",
    ],
)
def test_hostile_input_costs_linear_time(piece):
    """200,000 signs of one piece over and over: well under a second of work (the bound is generous)."""
    text = (piece * 200_000)[:200_000]
    begin = time.process_time()

    find_private(text)

    assert time.process_time() - begin < 5
