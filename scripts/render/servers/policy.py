"""What a browser may do with our pages, said once: the policy, and the headers around it. Pure.

Every page carries the policy in a ``<meta>``, every server configuration in ``deploy/`` sends it as
a header, and the gate compares the two (SECURITY.md). Nothing here is loosened for one page.
"""

from scripts.render import urls

POLICY: tuple[tuple[str, str], ...] = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("media-src", "'self'"),
    ("manifest-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
    ("frame-ancestors", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "'none'"),
)
"""Content Security Policy Level 3 and Trusted Types, in the order they are written.

``'none'`` for what has no directive of its own: frames, objects, workers. The last two: no text
becomes code or HTML in a script, and no script may make an exception.
"""

HEADER_ONLY = frozenset({"frame-ancestors"})
"""Browsers ignore these in a ``<meta>``, and say so on the console."""

STRICT_TRANSPORT = "max-age=31536000"
"""A year of https only. Without ``includeSubDomains``: other sites of the authority are not ours to decide."""

FOREVER = "public, max-age=31536000, immutable"
WEEK = "public, max-age=604800"
ASK_AGAIN = "no-cache"
"""Kept by the browser, but asked about every time: an answer of 304 is a few hundred bytes."""

HASHED = (
    r"/assets/(?:[^/]+/)*(?:[^/]*[.-])?[0-9a-f]{16,64}[./].*"
    rf"|/{urls.STORIES}.*/[^/]*[.-][0-9a-f]{{16,64}}\.(?:avif|jpe?g|png|webp)"
)
"""A pattern for the whole path of addresses that change whenever their bytes do: only those may be kept for ever.

A hash in a folder's name counts below ``/assets/`` only: elsewhere a contributor chooses the names,
and a story must never be kept for ever.
"""

MEDIA_TYPES: tuple[tuple[str, str], ...] = (
    ("text/html", "html"),
    ("text/css", "css"),
    ("text/javascript", "js"),
    ("text/plain", "txt"),
    ("text/csv", "csv"),
    ("text/xml", "xml"),
    ("application/json", "json"),
    ("application/manifest+json", "webmanifest"),
    ("application/atom+xml", "atom"),
    ("application/rss+xml", "rss"),
    ("application/zip", "zip"),
    ("application/gzip", "gz"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ("font/woff2", "woff2"),
    ("image/svg+xml", "svg"),
    ("image/webp", "webp"),
    ("image/jpeg", "jpg jpeg"),
    ("image/png", "png"),
    ("audio/mpeg", "mp3"),
    ("audio/mp4", "m4a"),
    ("audio/ogg", "ogg"),
)
"""Type and endings of every file a site may hold; anything else is sent as ``application/octet-stream``."""

FEEDS: tuple[tuple[str, str], ...] = (
    (urls.atom_url(urls.HOME), "application/atom+xml"),
    (urls.json_feed_url(urls.HOME), "application/feed+json"),
    (urls.PODCAST, "application/rss+xml"),
)
"""Files whose type their ending does not tell, by name in any folder."""


def policy_header() -> str:
    """Return the value of ``Content-Security-Policy`` as a server sends it."""
    return "; ".join(f"{name} {value}" for name, value in POLICY)


def policy_meta() -> str:
    """Return the same for ``<meta http-equiv>``, without what only works in a header."""
    return "; ".join(f"{name} {value}" for name, value in POLICY if name not in HEADER_ONLY)


SECURITY_HEADERS: tuple[tuple[str, str], ...] = (
    ("Content-Security-Policy", policy_header()),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
)
"""Sent with every answer. ``X-Frame-Options`` repeats ``frame-ancestors`` for old browsers.

Resources may be used from elsewhere: a newsroom shows our photo, a feed reader our picture, and
nothing here is private.
"""
