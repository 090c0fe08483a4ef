"""How an editor names a story or a day on the command line. Reads names only."""

import re
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from scripts.source.problems.shown import shown
from scripts.source.text.nearest import nearest
from scripts.source.tree import MODELS, STORY_FILE

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def story_key(written: str, content: Path) -> str:
    """Return ``district/slug`` of a story written so, or as the path of its folder or of its ``index.md``.

    The story need not exist; what is outside ``content`` comes back as it was written.
    """
    path = Path(written)
    path = path.parent if path.name == STORY_FILE else path
    models = (content / MODELS).resolve()
    try:
        # The folder's own name is not followed if it is a link.
        return (path.parent.resolve() / path.name).relative_to(models).as_posix()
    except ValueError:
        return path.as_posix().strip("/")


def say_unknown_story(written: str, known: list[str]) -> str:
    """Return the message for a story that is not there, with the nearest that is."""
    guess = nearest(written, known)
    cure = f"có phải ý bạn là “{guess}”?" if guess else "hãy viết địa-bàn/tên-bài."
    return f"Không có bài nào ở “{shown(written)}”: {cure}\n"


def day(written: str) -> date:
    """Return the day written ``2026-11-20``; argparse says the error."""
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    message = f"“{written}” không phải một ngày. Hãy viết năm-tháng-ngày, ví dụ 2026-11-20."
    raise ArgumentTypeError(message)
