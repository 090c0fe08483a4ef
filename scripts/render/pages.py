"""A page of the site as text, ready to be staged. Pure."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from scripts.render import urls
from scripts.render.templates import render

_NO_YAML = re.compile(
    "[^\\t\\n\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
"""What YAML 1.1 takes for the end of a line, or refuses; MkDocs would then print our front matter as the page."""

NOINDEX = "noindex"
"""For ``Page.robots``: search engines are asked to leave the page out."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page tells machines; the theme prints it. Empty texts are left out."""

    image: str = ""
    """Address of the picture of a shared link, when the page has one of its own."""
    image_alt: str = ""
    feed: str = ""
    """Address of the list whose feeds are this page's own."""
    data: str = ""
    """One line of JSON-LD, safe inside a script element."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it lives, what it is called, the HTML of its body."""

    address: str
    title: str
    description: str
    html: str
    values: Mapping[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What its template was given, by name: ``story`` is a ``StoryView``, ``listing`` a ``Listing``…"""
    head: Head = Head()
    robots: str = ""
    """What search engines are told in either edition; empty: what the edition says."""
    leads_to: str = ""
    """Address of the page that took its place: browsers go there at once, and it is the canonical one."""
    changed: str = ""
    """ISO day of its newest story, for the sitemap; empty when no story dates it."""
    styles: tuple[str, ...] = ()
    """Style sheets beyond the shell's: ``press`` is ``assets/css/press.css``."""
    scripts: tuple[str, ...] = ()
    """Modules beyond the shell's: ``desk`` is ``assets/js/desk.js``."""
    files: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    """What the page offers to take along and is too much to stand on it, by address."""

    @property
    def path(self) -> PurePosixPath:
        """Where the page is staged below the folder that MkDocs reads.

        ``dia-ban/kien-luong.md`` becomes ``dia-ban/kien-luong/``: one file a page, no folder each.
        """
        return PurePosixPath(f"{self.address.rstrip('/') or 'index'}.md")

    @property
    def text(self) -> str:
        """The staged file: front matter of ours only, the body in it as a literal block.

        JSON strings are YAML strings and a literal block is indented, so no value can end the
        front matter or act on it; nor can a sign that YAML reads in its own way. The Markdown
        part is empty: MkDocs would otherwise parse every tag of the finished HTML twice more
        (decisions/12).
        """
        head: dict[str, object] = {"title": self.title, "description": self.description, "robots": self.robots}
        if self.leads_to:
            head |= {"leads_to": self.leads_to, "goes_on": urls.relative(self.leads_to, self.address)}
        head |= {"styles": self.styles, "scripts": self.scripts}
        head |= {"image": self.head.image, "image_alt": self.head.image_alt, "feed": self.head.feed}
        keys = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in head.items() if value)
        data = f"data: |\n  {self.head.data}\n" if self.head.data else ""
        block = self.html.strip().replace("\n", "\n  ")
        return _NO_YAML.sub("\ufffd", f"---\n{keys}{data}html: |\n  {block}\n---\n")


class Pages:
    """Makes pages from templates."""

    def page(  # noqa: PLR0913 - what a page is, each named at the call
        self,
        template: str,
        address: str,
        title: str,
        description: str,
        *,
        styles: tuple[str, ...] = (),
        scripts: tuple[str, ...] = (),
        robots: str = "",
        changed: str = "",
        **values: Any,
    ) -> Page:
        """Return the page that ``template`` makes of ``values``."""
        html = self.text(template, href=link_from(address), **values)
        return Page(
            address, title, description, html, values, robots=robots, changed=changed, styles=styles, scripts=scripts
        )

    def text(self, template: str, **values: Any) -> str:
        """Return what ``template`` makes of ``values``."""
        return render(template, **values)


def link_from(page: str) -> Callable[[str], str]:
    """Return the function that turns an address into a link on ``page``."""
    return lambda address: urls.relative(address, page)
