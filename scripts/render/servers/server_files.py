"""The files a web server is set up with, all from the one policy. Pure."""

from scripts.render.servers import policy
from scripts.render.templates import render

_FILES = ("README.md", "nginx.conf", "Caddyfile", "Containerfile", "_headers")


def render_deploy_files() -> dict[str, str]:
    """Return the text of each file of ``deploy/`` by its name."""
    values = {
        "headers": policy.SECURITY_HEADERS,
        "strict_transport": policy.STRICT_TRANSPORT,
        "hashed": policy.HASHED,
        "forever": policy.FOREVER,
        "week": policy.WEEK,
        "ask_again": policy.ASK_AGAIN,
        "media_types": policy.MEDIA_TYPES,
        "feeds": policy.FEEDS,
    }
    return {name: f"{render(f'servers/{name}.txt.j2', **values).rstrip()}\n" for name in _FILES}
