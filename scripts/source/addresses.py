"""The address of a story, and how the text of another story links to it: spelled nowhere else. Pure.

It stands here, below the site's other addresses (``render/urls.py``), because what a story links to
is checked before there is any page.
"""

import re

MOVED_FILE = "moved.yml"
"""Which stories stood at another address before (``moves/moved.py``)."""
STORIES = "mo-hinh/"
"""Where all stories live, as the list of them does; a story's own address follows it."""
STORY_ADDRESS = rf"{STORIES}[a-z0-9-]+/[a-z0-9-]+/"
"""A pattern for the address of a story, as pages and data files write it."""
STORY_LINK = re.compile(f"/{STORY_ADDRESS}")
"""The target of a link to another story, as a story writes it: ``/mo-hinh/<district>/<slug>/``."""


def story_url(key: str) -> str:
    """Return the address of the story ``<district>/<slug>``.

    >>> story_url("kien-luong/gop-von")
    'mo-hinh/kien-luong/gop-von/'
    """
    return f"{STORIES}{key}/"


def key_at(address: str) -> str:
    """Return the key of the story at ``address``, which may be a link to it.

    >>> key_at("/mo-hinh/kien-luong/gop-von/")
    'kien-luong/gop-von'
    """
    return address.removeprefix("/").removeprefix(STORIES).rstrip("/")
