"""What a page may do: each thing that acts, loads or sends is refused, on a site of one page."""

import pytest

from scripts.publish.gate.gate import Expectation, check_site
from scripts.publish.gate.harmless import PAGE_TAGS, references_of
from tests.publish.test_gate import GOOD, POLICY

FILES = {
    "assets/js/site.js": "// ours",
    "assets/css/site.css": "p { color: #123 }",
    "anh.webp": "anh",
    "anh-lon.webp": "anh",
    "tieng.mp3": "tieng",
}
PHOTO = '<img src="anh.webp" alt="Họp tổ" width="960" height="640">'
USED = f'{PHOTO}<img src="anh-lon.webp" alt="" width="9" height="9"><audio src="tieng.mp3"></audio>'
SITE_URL = "https://dvk.example/tinh/"


def codes(folder, html, site_url=""):
    """Return the codes of the problems of a site with ``html`` as its home page and a few files beside it."""
    for name, text in {**FILES, "index.html": html}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = check_site(folder, Expectation(drafts_allowed=True, site_url=site_url))
    return sorted({problem.code for problem in found})


def body(inside):
    return GOOD.replace("{}", inside + USED)


def head(inside):
    return body("").replace("</head>", f"{inside}</head>")


@pytest.mark.parametrize(
    "inside",
    [
        '<a href="https://bao.example/">a</a><a href="http://bao.example">b</a>',
        '<a href="mailto:hoi@xa.example">a</a><a href="tel:02970000000">b</a>',
        '<script type="module" src="assets/js/site.js"></script><script src="assets/js/site.js" defer></script>',
        '<script type="application/ld+json">{"@type": "Article", "name": "a \\u003c b"}</script>',
        '<picture><source srcset="anh.webp 480w, anh-lon.webp 960w" type="image/webp"></picture>',
        '<form action="./" method="get"><input name="q"></form>',
        "<noscript><p>Cần JavaScript.</p></noscript>",
        '<time datetime="2020">on 2020</time><p>nuôi ong = nghề</p>',
        "<p>a &lt;script&gt; b &lt;svg</p>",
    ],
)
def test_what_a_page_may_hold(tmp_path, inside):
    assert codes(tmp_path, body(inside)) == []


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<script>alert(1)</script>", "inline-script"),
        ("<script></script>", "inline-script"),
        ('<script type="module">alert(1)</script>', "inline-script"),
        ('<script type="importmap">{}</script>', "inline-script"),
        ('<script type="speculationrules">{}</script>', "inline-script"),
        ('<script src="assets/js/site.js" type="text/babel"></script>', "inline-script"),
        ('<script src="assets/js/site.js">alert(1)</script>', "inline-script"),
        ('<script type="application/ld+json" src="assets/js/site.js"></script>', "inline-script"),
        ('<script type="application/ld+json">{"a": </script>', "json-ld"),
        ('<script type="application/ld+json">{"a": "a < b"}</script>', "json-ld"),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", "json-ld"),
        ('<p onclick="x()">x</p>', "handler"),
        ("<p onclick>x</p>", "handler"),
        ('<a href="./" ONmouseover=x()>x</a>', "handler"),
        ('<p title="a"onpointerenter="x()">x</p>', "handler"),
        ("<p/onbeforetoggle=x()>x</p>", "handler"),
        ("<p\fonfocusin\t=x() tabindex=0>x</p>", "handler"),
        ('<p style="color:red">x</p>', "inline-style"),
        ("<style>p { color: red }</style>", "page-tag"),
        ("<iframe></iframe>", "page-tag"),
        ('<iframe src="./"></iframe>', "page-tag"),
        ("<object></object>", "page-tag"),
        ("<embed>", "page-tag"),
        ("<template></template>", "page-tag"),
        ("<svg></svg>", "page-tag"),
        ("<math></math>", "page-tag"),
        ("<my-element></my-element>", "page-tag"),
        ("<marquee>x</marquee>", "page-tag"),
        ("<xmp>x</xmp>", "page-tag"),
        ('<p srcdoc="x">x</p>', "page-attribute"),
        ('<a href="./" ping="./">x</a>', "page-attribute"),
        ('<table background="anh.webp"><tr><td>x</td></tr></table>', "page-attribute"),
        ('<a href="javascript:alert(1)">x</a>', "link-scheme"),
        ('<a href="JaVaScRiPt:alert(1)">x</a>', "link-scheme"),
        ('<a href="&#106;avascript:alert(1)">x</a>', "link-scheme"),
        ('<a href="data:text/html,x">x</a>', "link-scheme"),
        ('<a href="vbscript:x">x</a>', "link-scheme"),
        ('<a href="blob:x">x</a>', "link-scheme"),
        ('<a href="//xa.example/">x</a>', "link-scheme"),
        ('<a href="java\tscript:alert(1)">x</a>', "address-form"),
        ('<a href=" javascript:alert(1)">x</a>', "address-form"),
        ('<a href="&#1;javascript:alert(1)">x</a>', "address-form"),
        ('<a href="/\\xa.example/">x</a>', "address-form"),
        ('<img src="https://xa.example/a.gif" alt="a" width="1" height="1">', "foreign-origin"),
        ('<img src="//xa.example/a.gif" alt="a" width="1" height="1">', "foreign-origin"),
        ('<img src="data:image/gif;base64,AAAA" alt="a" width="1" height="1">', "foreign-origin"),
        (
            '<img src="anh.webp" srcset="a 1x, https://xa.example/b 2x" alt="" width="1" height="1">',
            "foreign-origin",
        ),
        ('<picture><source srcset="//xa.example/b"></picture>', "foreign-origin"),
        ('<video src="https://xa.example/a"></video>', "foreign-origin"),
        ('<video poster="https://xa.example/a"></video>', "foreign-origin"),
        ('<audio src="https://xa.example/a"></audio>', "foreign-origin"),
        ('<video><track src="https://xa.example/a"></video>', "foreign-origin"),
        ('<script src="https://xa.example/a.js"></script>', "foreign-origin"),
        ('<form action="https://xa.example/"></form>', "foreign-origin"),
        ('<form action="javascript:x"></form>', "foreign-origin"),
        ('<form><button formaction="https://xa.example/">x</button></form>', "foreign-origin"),
        ('<script src="assets/js/khac.js"></script>', "broken-link"),
        ('<img src="anh.webp" width="1" height="1">', "image-alt"),
        ('<img src="anh.webp" alt="x">', "image-size"),
        ('<img src="anh.webp" alt="x" width="1" height="auto">', "image-size"),
        ('<img src="anh.webp" alt="x" width="0" height="1">', "image-size"),
        ('<noscript><p title="</noscript><img src=x onerror=alert(1)>">x</p></noscript>', "markup-unclear"),
        ('<p title="<script>alert(1)</script>">x</p>', "markup-unclear"),
        ("<!-- <script>alert(1)</script> -->", "markup-unclear"),
        ("<textarea><a></textarea>", "markup-unclear"),
        ('<meta http-equiv="refresh" content="0; url=https://xa.example/">', "policy"),
        ('<meta http-equiv="set-cookie" content="a=b">', "policy"),
    ],
)
def test_what_no_page_may_hold(tmp_path, inside, code):
    assert code in codes(tmp_path, body(inside))


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<base href="/">', "page-tag"),
        ('<link rel="stylesheet" href="https://xa.example/a.css">', "foreign-origin"),
        ('<link rel="alternate stylesheet" href="https://xa.example/a.css">', "foreign-origin"),
        ('<link rel="preload" as="font" href="//xa.example/a">', "foreign-origin"),
        ('<link rel="modulepreload" href="https://xa.example/a.js">', "foreign-origin"),
        ('<link rel="icon" href="data:,">', "foreign-origin"),
        ('<link rel="manifest" href="https://xa.example/a">', "foreign-origin"),
        ('<link rel="preconnect" href="https://xa.example/">', "foreign-origin"),
        ('<link href="https://xa.example/">', "foreign-origin"),
        ('<link rel="preload" as="image" href="anh.webp" imagesrcset="https://xa.example/a 2x">', "foreign-origin"),
        ('<link rel="stylesheet" href="assets/css/khac.css">', "broken-link"),
        ('<link rel="canonical" href="https://xa.example/">', "own-address"),
        ('<meta property="og:image" content="https://xa.example/a.png">', "own-address"),
        ('<meta name="twitter:image" content="https://xa.example/a.png">', "own-address"),
    ],
)
def test_what_no_head_may_hold(tmp_path, inside, code):
    assert code in codes(tmp_path, head(inside))


def test_the_policy_is_there_once_whole_and_first(tmp_path):
    """It governs only what comes after it."""
    style = '<link rel="stylesheet" href="assets/css/site.css">'
    assert codes(tmp_path, head(style)) == []
    for spoilt in (
        head(style).replace(POLICY, ""),
        head(style).replace(POLICY, POLICY + POLICY),
        head(style).replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        head(style).replace(POLICY, style + POLICY),
        head(style).replace(POLICY, POLICY.replace("http-equiv", "name")),
    ):
        assert codes(tmp_path, spoilt) == ["policy"]


def test_addresses_of_our_own_written_in_full_are_followed(tmp_path):
    """Canonical links and Open Graph name the place where the site will be, and what is there."""
    good = f'<link rel="canonical" href="{SITE_URL}"><meta property="og:image" content="{SITE_URL}anh.webp">'
    assert codes(tmp_path, head(good), SITE_URL) == []
    assert codes(tmp_path, head(good.replace("anh.webp", "khong-co.webp")), SITE_URL) == ["broken-link"]
    assert codes(tmp_path, head(good.replace("/tinh/", "/huyen/")), SITE_URL) == ["own-address"]
    assert codes(tmp_path, head(good)) == ["own-address"]


def test_addresses_from_the_root_begin_where_the_site_does(tmp_path):
    """The page for lost addresses is shown anywhere, so its links begin at the root."""
    assert codes(tmp_path, body('<a href="/tinh/">x</a>'), SITE_URL) == []
    assert codes(tmp_path, body('<a href="/">x</a>'), SITE_URL) == ["link-scheme"]
    assert codes(tmp_path, head('<link rel="stylesheet" href="/assets/css/site.css">'), SITE_URL) == ["foreign-origin"]


def test_an_address_is_read_once_a_page():
    link = ("a", {"href": "./"}, None)
    assert len(references_of([link, link])) == 1


def test_nothing_that_acts_is_on_the_list_of_tags():
    acting = {"iframe", "frame", "frameset", "object", "embed", "applet", "base", "style", "template", "svg", "math"}
    assert not PAGE_TAGS & acting
