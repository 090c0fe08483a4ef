"""The page of the checker's messages: what each means and what to do, for whoever sends a story. Pure."""

from dataclasses import dataclass

from scripts.render import urls
from scripts.render.pages import Page, Pages
from scripts.render.reading.listings import HOME_CRUMB
from scripts.render.ways import Crumb
from scripts.source.problems.code import Code
from scripts.source.problems.look_up import THEMES, Theme, wordings_of

_TITLE = "Máy báo lỗi, làm gì?"
_LEAD = "Mỗi lời máy báo khi kiểm bài: sai ở đâu, sửa thế nào. Tìm theo mã trong ngoặc vuông ở cuối lời báo."


@dataclass(frozen=True, slots=True)
class Message:
    """What the checker may say: an example of it in two parts."""

    code: str
    fault: str
    cure: str
    is_remark: bool
    others: tuple["Message", ...] = ()
    """The same code in other words."""


@dataclass(frozen=True, slots=True)
class MessageTheme:
    """A group of messages on their page."""

    anchor: str
    title: str
    messages: tuple[Message, ...]
    cure: str
    """What to do about all of them, when it is the same."""


@dataclass(frozen=True, slots=True)
class MessagesPage:
    """The page of the checker's messages."""

    heading: str
    lead: str
    crumbs: tuple[Crumb, ...]
    themes: tuple[MessageTheme, ...]


def messages_page(pages: Pages) -> Page:
    """Return the page made from the registry of problems, the same in every edition."""
    data = MessagesPage(
        heading=_TITLE,
        lead=_LEAD,
        crumbs=(HOME_CRUMB, Crumb("Góp bài", urls.CONTRIBUTE)),
        themes=tuple(_theme(theme) for theme in THEMES),
    )
    return pages.page("reading/messages.html.j2", urls.MESSAGES, _TITLE, _LEAD, data=data)


def _theme(theme: Theme) -> MessageTheme:
    cures = {code.cure for code in theme.codes}
    common = cures.pop() if len(cures) == 1 else ""
    messages = tuple(_message(code, common) for code in theme.codes)
    return MessageTheme(f"nhom-{theme.key}", theme.title, messages, common)


def _message(code: Code, common: str) -> Message:
    """Return one code; its other wordings are told only where they ask for something else to be done."""
    others = tuple(
        Message(other.name, other.fault, other.cure, is_remark=other.is_remark)
        for other in wordings_of(code)
        if other.cure != code.cure
    )
    cure = "" if code.cure == common else code.cure
    return Message(code.name, code.fault, cure, is_remark=code.is_remark, others=others)
