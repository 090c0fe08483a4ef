"""The files in ``deploy/``: made from the one policy, and nobody has changed them by hand."""

import re

import pytest

from scripts.__main__ import main
from scripts.render.servers.policy import HASHED, POLICY, SECURITY_HEADERS, policy_header, policy_meta
from scripts.render.servers.server_files import render_deploy_files
from tests.made_up import ROOT

DEPLOY = ROOT / "deploy"


def test_the_committed_files_are_what_the_policy_makes():
    """`python -m scripts deploy` renews them."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in DEPLOY.iterdir()}
    assert committed == render_deploy_files()


def test_the_command_writes_what_changed_and_says_so(tmp_path, capsys):
    assert main(["deploy", "--out", str(tmp_path)]) == 0
    assert "nginx.conf" in capsys.readouterr().out
    with (tmp_path / "_headers").open("a", encoding="utf-8") as file:
        file.write("sửa tay")
    assert main(["deploy", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "Đã ghi: _headers\n"
    assert (tmp_path / "_headers").read_text(encoding="utf-8") == render_deploy_files()["_headers"]
    assert main(["deploy", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "Không có gì thay đổi.\n"


def test_the_policy_lets_nothing_in_but_files_of_ours():
    """The whole policy, written down a second time: to loosen it is a decision, not a slip."""
    own = {f"{kind}-src" for kind in ("script", "style", "img", "font", "connect", "media", "manifest")}
    closed = {"default-src", "base-uri", "frame-ancestors", "trusted-types"}
    assert dict(POLICY) == {
        **dict.fromkeys(own | {"form-action"}, "'self'"),
        **dict.fromkeys(closed, "'none'"),
        "require-trusted-types-for": "'script'",
    }
    assert "unsafe" not in policy_header()
    assert policy_meta() == policy_header().replace("frame-ancestors 'none'; ", "")


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile", "_headers"])
def test_every_server_sends_every_header(name):
    text = render_deploy_files()[name]
    for header, value in SECURITY_HEADERS:
        assert header in text
        assert value in text
    assert "max-age=31536000" in text


@pytest.mark.parametrize(
    "path",
    [
        "/assets/index/bef0b2c3ef9f50b0/d/47.json",
        "/assets/photos/hop-to-0123456789abcdef.webp",
        "/assets/photos/0123456789abcdef0123.960.jpg",
        "/mo-hinh/bai-sen/gop-von/hop-to-0123456789abcdef.webp",
    ],
)
def test_what_may_be_kept_for_ever(path):
    assert re.fullmatch(HASHED, path)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/assets/index/index.json",
        "/assets/js/site.js",
        "/assets/css/site.css",
        "/assets/fonts/be-vietnam-pro-400-latin.woff2",
        "/mo-hinh/bai-sen/0123456789abcdef/",
        "/mo-hinh/bai-sen/a-0123456789abcdef/index.html",
        "/mo-hinh/0123456789abcdef/gop-von/anh.jpg",
        "/mo-hinh/bai-sen/gop-von/hop-to-20201123.jpg",
        "/bo-suu-tap/0123456789abcdef/",
    ],
)
def test_what_must_be_asked_about_again(path):
    """A contributor chooses the name of a story's folder: a story is never kept for ever."""
    assert not re.fullmatch(HASHED, path)
