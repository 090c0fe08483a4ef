"""The pages of messages: what each means and what to do; of stories, of the house's lists, of the last check. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from scripts.render import urls
from scripts.render.pages import Page, Pages
from scripts.render.reading.listings import HOME_CRUMB
from scripts.render.ways import Crumb, Link
from scripts.source.problems.code import Code, Severity
from scripts.source.problems.look_up import THEMES, Theme, wordings_of
from scripts.source.problems.registry import approval, house, lists, site

_TITLE = "Máy báo lỗi, làm gì?"
_LEAD = "Mỗi lời máy báo khi kiểm bài: sai ở đâu, sửa thế nào. Tìm theo mã trong ngoặc vuông ở cuối lời báo."

_ELSEWHERE: tuple[tuple[str, str, str, tuple[ModuleType, ...]], ...] = (
    (
        urls.MESSAGES_OF_LISTS,
        "Danh mục, duyệt đăng: máy báo gì?",
        "Lời báo về danh mục, danh sách, loạt bài và việc duyệt: dành cho người giữ trang và người duyệt.",
        (lists, approval, house),
    ),
    (
        urls.MESSAGES_OF_SITE,
        "Kiểm tra cuối báo gì?",
        "Lời báo trên trang đã dựng, trước khi phát hành: dành cho người giữ trang.",
        (site,),
    ),
)
"""Pages beside the checker's: address, title, lead, and the parts of the registry that stand there."""

_WEIGHTS = {Severity.PROBLEM: "", Severity.REMARK: "lời nhắc", Severity.ADVICE: "gợi ý"}


@dataclass(frozen=True, slots=True)
class Message:
    """What the checker may say: an example of it in two parts."""

    code: str
    fault: str
    cure: str
    weight: str
    """What stands beside the code when it is no problem."""
    others: tuple["Message", ...] = ()
    """The same code in other words."""


@dataclass(frozen=True, slots=True)
class MessageTheme:
    """A group of messages on their page."""

    anchor: str
    title: str
    messages: tuple[Message, ...]
    cure: str
    """What to do about those that say nothing else, when most have it in common."""


@dataclass(frozen=True, slots=True)
class MessagesPage:
    """The page of the checker's messages."""

    heading: str
    lead: str
    crumbs: tuple[Crumb, ...]
    themes: tuple[MessageTheme, ...]
    elsewhere: tuple[Link, ...]
    """The other pages of messages."""


def messages_pages(pages: Pages) -> Iterator[Page]:
    """Yield the pages made from the registry of problems, the same in every edition.

    What is said of the house's lists, or of a finished site, is hardly ever for who sends a story: it has its own page.
    """
    contributed = Crumb("Góp bài", urls.CONTRIBUTE)
    told = {module.TITLE for _, _, _, modules in _ELSEWHERE for module in modules}
    yield pages.page(
        "guide/messages.html.j2",
        urls.MESSAGES,
        _TITLE,
        _LEAD,
        data=MessagesPage(
            heading=_TITLE,
            lead=_LEAD,
            crumbs=(HOME_CRUMB, contributed),
            themes=tuple(_theme(theme) for theme in THEMES if theme.title not in told),
            elsewhere=(
                Link("Viết thế nào cho hay và cho đúng", urls.HOUSE_STYLE),
                *(Link(title, address) for address, title, _, _ in _ELSEWHERE),
            ),
        ),
    )
    for address, title, lead, modules in _ELSEWHERE:
        titles = {module.TITLE for module in modules}
        yield pages.page(
            "guide/messages.html.j2",
            address,
            title,
            lead,
            data=MessagesPage(
                heading=title,
                lead=lead,
                crumbs=(HOME_CRUMB, contributed, Crumb(_TITLE, urls.MESSAGES)),
                themes=tuple(_theme(theme) for theme in THEMES if theme.title in titles),
                elsewhere=(),
            ),
        )


def _theme(theme: Theme) -> MessageTheme:
    cure, times = Counter(code.cure for code in theme.codes).most_common(1)[0]
    common = cure if times * 2 > len(theme.codes) else ""
    messages = tuple(_message(code, common) for code in theme.codes)
    return MessageTheme(f"nhom-{theme.key}", theme.title, messages, common)


def _message(code: Code, common: str) -> Message:
    """Return one code; its other wordings are told only where they ask for something else to be done."""
    others = tuple(
        Message(other.name, other.fault, other.cure, _WEIGHTS[other.severity])
        for other in wordings_of(code)
        if other.cure != code.cure
    )
    cure = "" if code.cure == common else code.cure
    return Message(code.name, code.fault, cure, _WEIGHTS[code.severity], others)
