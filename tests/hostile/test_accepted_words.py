"""Whatever words ``check`` accepts in a body, a page that shows them passes the gate: many pieces tried (row 71)."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.publish.gate.gate import Expectation, check_site
from scripts.render.servers.policy import policy_meta
from scripts.source.text.body import compile_body
from scripts.source.text.source_text import SourceText
from tests.conftest import html_of

PAGE = (
    '<!doctype html><html lang="vi"><head>'
    f'<meta http-equiv="Content-Security-Policy" content="{policy_meta()}">'
    '<title>Trang thử</title><meta name="description" content="Mô tả"></head>'
    "<body><h1>Trang thử</h1><div data-story-text>{}</div></body></html>"
)
PIECES = (
    *("{", "}", "{{", "\\{", "&#123;", "&lbrace;", "%", "#", "&percnt;", "&num;", "\\%", "{%", "*{*", "`{`"),
    *("approval:", "consent&#58;", "digest", ":", "---", "\\---", "**recognition:**", "- commendations:", "> consent:"),
    *("<", ">", "&lt;", "<b", "&#60;b>", "\\<p", "`<p>`", "<!--", "]]>", "<a href=x>", "&amp;lt;"),
    *("[x](https://e.vn/a b)", "[x](https://e.vn/a\\b)", "[x](<https://e.vn/ a>)", "[x](//e.vn)", "[x](#cach-lam)"),
    *(
        "[x](javascript:a)",
        "[x](&#106;avascript:a)",
        "![x](a.jpg)",
        "[^1]",
        "[^1]: chú",
        "https://e.vn/{{",
        "<https://e.vn>",
    ),
    *("chữ", " ", "\n", "\n\n", "| a | b |\n| - | - |\n| c | d |\n", "### Mục", "## Kết quả", "1. ", "- ", "    "),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return tmp_path_factory.mktemp("trang")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("{\\{ a")
@example("Dòng\napproval:\nDòng")
@example("&#123;&#37; a")
def test_row_71_a_body_that_check_accepts_passes_the_gate(site, text):
    source = SourceText(f"## Cách làm\n\nCả tổ cùng làm.\n\n{text}\n")
    body, problems = compile_body(source)
    if any(not problem.is_remark for problem in problems) or body.images:
        return
    (site / "index.html").write_text(PAGE.format(html_of(body).replace("#cach-lam", "#")), encoding="utf-8")
    assert check_site(site, Expectation(drafts_allowed=True, site_url="https://trang.example/")) == []
