"""``--at``: the moment that a command takes for now, so that two machines make the same bytes. Pure."""

from argparse import ArgumentParser, ArgumentTypeError
from dataclasses import replace
from datetime import datetime

from scripts.editors.console import Session
from scripts.render.wording import say_moment, say_number
from scripts.source.library import Library
from scripts.source.problems.shown import shown
from scripts.source.vietnam_time import MOMENT


def add_at(parser: ArgumentParser) -> None:
    """Let ``--at`` follow the name of a command."""
    parser.add_argument(
        "--at",
        type=moment,
        metavar="LÚC",
        help="làm như đang ở lúc này, giờ Việt Nam, ví dụ 2026-11-20T08:00+07:00; bỏ trống là bây giờ",
    )


def moment(written: str) -> datetime:
    """Return the moment written ``2026-11-20T08:00+07:00``; argparse says the error."""
    try:
        if MOMENT.fullmatch(written):
            return datetime.fromisoformat(written)
    except ValueError:
        pass
    message = f"“{shown(written)}” không phải một lúc. Hãy viết ngày, giờ, ví dụ 2026-11-20T08:00+07:00"
    raise ArgumentTypeError(message)


def at(chosen: datetime | None, session: Session) -> Session:
    """Return ``session`` as at the moment ``chosen``, or as it is."""
    return replace(session, moment=chosen, day=session.today) if chosen else session


def is_ahead(chosen: datetime | None, session: Session) -> bool:
    """Whether ``chosen`` has not come yet: what is made for it holds stories before their hour."""
    return chosen is not None and chosen > session.moment


def say_waiting(library: Library) -> str:
    """Return a line on the stories that wait for their hour and when the next one comes; nothing when none waits."""
    hours = [story.waits_until for story in library.stories if story.waits_until]
    if not hours:
        return ""
    return (
        f"{say_number(len(hours))} bài đã duyệt chờ tới giờ. Sớm nhất có bài tới giờ đăng: {say_moment(min(hours))}.\n"
    )
