"""The page of the house style: the rules with their pairs, and which of them the checker knows. Pure."""

from dataclasses import dataclass
from itertools import accumulate, groupby

from scripts.render import urls
from scripts.render.guide.house_style import HOUSE_STYLE, Rule, RuleGroup
from scripts.render.pages import Page, Pages
from scripts.render.reading.listings import HOME_CRUMB
from scripts.render.ways import Crumb, Link
from scripts.source.problems.code import Severity

_TITLE = "Viết thế nào cho hay và cho đúng"
_LEAD = "Viết sao cho người đọc hiểu ngay, nơi khác làm theo được, và người duyệt ký được từng câu."
_SAYS = {Severity.PROBLEM: "Máy báo lỗi", Severity.REMARK: "Máy nhắc", Severity.ADVICE: "Máy gợi ý"}


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule as its page shows it."""

    number: int
    says: str
    wrong: str
    right: str
    known: tuple[tuple[str, tuple[Link, ...]], ...]
    """How the checker says it, with the places of its messages; empty when only a person sees it."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """The rules under one heading; they are numbered through the page."""

    anchor: str
    title: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class StylePage:
    """The page of the house style."""

    heading: str
    lead: str
    crumbs: tuple[Crumb, ...]
    groups: tuple[GroupView, ...]

    @property
    def count(self) -> int:
        """How many rules there are."""
        return sum(len(group.rules) for group in self.groups)

    @property
    def known(self) -> int:
        """How many of them the checker knows something of."""
        return sum(bool(rule.known) for group in self.groups for rule in group.rules)


def style_page(pages: Pages) -> Page:
    """Return the page of the house style, the same in every edition."""
    firsts = accumulate((len(group.rules) for group in HOUSE_STYLE), initial=1)
    data = StylePage(
        heading=_TITLE,
        lead=_LEAD,
        crumbs=(HOME_CRUMB, Crumb("Góp bài", urls.CONTRIBUTE)),
        groups=tuple(_group(group, first) for group, first in zip(HOUSE_STYLE, firsts, strict=False)),
    )
    return pages.page("guide/style.html.j2", urls.HOUSE_STYLE, _TITLE, _LEAD, styles=("guide",), data=data)


def _group(group: RuleGroup, first: int) -> GroupView:
    rules = tuple(_rule(rule, number) for number, rule in enumerate(group.rules, first))
    return GroupView(group.anchor, group.title, rules)


def _rule(rule: Rule, number: int) -> RuleView:
    known = tuple(
        (how, tuple(Link(code.name, f"{urls.MESSAGES}#{code.name}") for code in codes))
        for how, codes in groupby(rule.codes, lambda code: _SAYS[code.severity])
    )
    return RuleView(number, rule.says, rule.wrong, rule.right, known)
