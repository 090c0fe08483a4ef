"""The files a web server is set up with, all from the one policy. Pure.

No text of a contributor enters here, and none of these files is HTML: nothing is escaped.
"""

from jinja2 import Environment, PackageLoader, StrictUndefined

from scripts.render.servers import policy as security

_FILES = ("README.md", "nginx.conf", "Caddyfile", "Containerfile", "_headers")


def render_deploy_files() -> dict[str, str]:
    """Return the text of each file of ``deploy/`` by its name."""
    environment = Environment(
        loader=PackageLoader("scripts.render.servers"),
        autoescape=False,  # noqa: S701 - configuration of servers, from constants
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    values = {
        "headers": security.SECURITY_HEADERS,
        "strict_transport": security.STRICT_TRANSPORT,
        "hashed": security.HASHED,
        "forever": security.FOREVER,
        "week": security.WEEK,
        "ask_again": security.ASK_AGAIN,
        "media_types": security.MEDIA_TYPES,
        "feeds": security.FEEDS,
    }
    return {name: environment.get_template(f"{name}.j2").render(values) for name in _FILES}


def render_host_headers() -> str:
    """Return ``_headers``, which a release puts at the root of the site for hosts that read it."""
    return render_deploy_files()["_headers"]
