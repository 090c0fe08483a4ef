"""Tokens, passwords and private keys. The tokens are put together here, so that no scanner takes them for real."""

import pytest

from scripts.source.masking.masking import find_private, masked
from scripts.source.masking.secrets import find_secrets

ANY = "aB3" * 20
KEY = f"-----BEGIN {'RSA '}PRIVATE KEY-----\n{ANY}\n{ANY}==\n-----END RSA PRIVATE KEY-----"
SECRETS = [
    KEY,
    KEY.replace("RSA ", ""),
    KEY.replace("RSA", "OPENSSH"),
    KEY.replace("\n", "\\n"),
    "AKIA" + "ABCDEFGH12345678",
    *(f"gh{kind}_" + ANY[:36] for kind in "pousr"),
    "github_pat_" + ANY[:40],
    "glpat-" + ANY[:20],
    "xoxb-" + "123456789012-" + ANY[:24],
    "AIza" + ANY[:35],
    "eyJ" + ANY[:20] + "." + ANY[:30] + "." + ANY[:40],
    "sk-" + ANY[:40],
    "sk_live_" + ANY[:24],
    "npm_" + ANY[:36],
    "pypi-" + ANY,
    "123456789:AA" + ANY[:33],
    "https://ten:" + "matkhau1@a.vn",
]
NAMED = [
    "password = abc12345",
    "Password: abc12345",
    "PASSWORD='abc12345'",
    "mật khẩu: abc12345",
    "Mật khẩu là abc12345",
    "mật khẩu wifi của hội: abc12345",
    "mat khau: abc12345",
    "pwd: hoa@lu",
    "api_key: " + ANY[:32],
    "API-KEY=" + ANY[:32],
    "secret: " + ANY[:32],
    "access_token: " + ANY[:32],
    "private key: " + ANY[:40],
]
PLAIN = [
    "mật khẩu: hãy đổi ba tháng một lần",
    "dạy bà con đặt mật khẩu, giữ mật khẩu",
    "Mật khẩu là gì?",
    "token: mã dùng một lần",
    "digest: sha256:" + "0a1b" * 16,
    "https://bao.vn/chuyen-hay-o-xa-la-dua-20210912345678.html",
    "https://bao.vn:8080/a@b",
    "-----",
    "AKIA",
    "sk-lua",
]


@pytest.mark.parametrize("secret", SECRETS)
def test_the_forms_of_the_makers_are_found_whole(secret):
    text = f"Xem {secret} nhé"

    (finding,) = find_secrets(text)

    assert finding.code == "secret"
    assert finding.end >= text.index(secret) + len(secret.removesuffix("a.vn"))
    assert ANY[3:12] not in masked(text)


@pytest.mark.parametrize("text", NAMED)
def test_a_word_before_it_makes_a_secret(text):
    (finding,) = find_secrets(text)

    assert finding.masked == "…"
    assert "12345" not in masked(text)
    assert ANY[3:12] not in masked(text)


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_secret_is_left_alone(text):
    assert find_private(text) == []
