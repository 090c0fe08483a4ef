"""Newspapers and stations, and which addresses are theirs. Values only; pure.

What a newsroom ran is written down without an approval, so it may say only what is checked: an
outlet that somebody entered in ``outlets.yml``, and an address on one of that outlet's own hosts.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from scripts.source.problems.code import Code
from scripts.source.problems.registry.lists import FOREIGN_ADDRESS, UNKNOWN_OUTLET
from scripts.source.schema.part import ContributedPart, key, optional
from scripts.source.schema.story_parts import Coverage
from scripts.source.schema.told import Words
from scripts.source.schema.value_types import Name, Slug
from scripts.source.text.nearest import offer
from scripts.source.vocabulary.lexicon import Rate

Host = Annotated[str, StringConstraints(pattern=r"^(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]{2,}$", max_length=100)]
_AUTHORITY = re.compile(r"https?://([a-z0-9.-]+)(?:[/?#]|\Z)", re.IGNORECASE)
"""A host and nothing else: no port, no user, and no sign that a browser would read in another way."""


class Outlet(ContributedPart):
    """Báo, đài: who runs stories, and where on the web it does."""

    slug: Slug = key("Mã", "Chữ thường không dấu.", "bao-kien-giang", Words.CODE)
    name: Name = key("Tên", "Tên cơ quan báo chí.", "Báo Kiên Giang", Words.BYLINE)
    hosts: tuple[Host, ...] = key(
        "Tên miền",
        "Của chính báo, đài ấy; tên miền con cũng tính.",
        "[baokiengiang.vn]",
        Words.ADDRESS,
        default=(),
        max_length=12,
    )
    pace: Rate | None = optional(
        "Tốc độ đọc",
        "Âm tiết mỗi phút của đài, 10 đến 999; lệnh script --outlet dùng.",
        "220",
        Words.FIGURE,
        seen=False,
    )

    def has(self, address: str) -> bool:
        """Return whether ``address`` is on one of the outlet's hosts or below it."""
        found = _AUTHORITY.match(address)
        host = found[1].lower() if found else ""
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a record: at which key, and what is said of it."""

    key: str
    code: Code
    values: Mapping[str, object]


def fault_of(coverage: Coverage, outlets: Iterable[Outlet]) -> Fault | None:
    """Return what is wrong; ``None`` when a known outlet ran it at its own address."""
    by_name = {outlet.name: outlet for outlet in outlets}
    outlet = by_name.get(coverage.outlet)
    if outlet is None:
        known = offer(coverage.outlet, list(by_name))
        return Fault("outlet", UNKNOWN_OUTLET, {"written": coverage.outlet, "offer": known})
    if coverage.url is not None and not outlet.has(coverage.url):
        hosts = ", ".join(outlet.hosts) or "chưa ghi tên miền nào"
        return Fault("url", FOREIGN_ADDRESS, {"address": coverage.url, "outlet": outlet.name, "hosts": hosts})
    return None
