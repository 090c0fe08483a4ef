"""What a release tells of the house's words: what changed for readers, what waits, that nobody approved any. Pure."""

from collections.abc import Sequence

from scripts.catalog.answered import remarks_on_waiting
from scripts.editors.console import GOOD, LEFT_OUT
from scripts.editors.house.approve_house import say_change, say_waiting
from scripts.editors.messages.report import FORMATS
from scripts.publish.releases.words_list import ChangedWord
from scripts.render.wording import say_number
from scripts.source.library import Library
from scripts.source.problems.problem import Problem
from scripts.source.problems.shown import shown

_MOST = 60


def say_changed_words(changed: Sequence[ChangedWord]) -> str:
    """Return a line for each word that readers find otherwise now: from what to what, and on how many pages."""
    if not changed:
        return ""
    lines = [
        f"  {shown(word.change.address)}: {say_change(word.change)} ({say_number(word.pages)} trang)\n"
        for word in changed[:_MOST]
    ]
    more = f"  và {say_number(len(changed) - _MOST)} từ nữa\n" if len(changed) > _MOST else ""
    return f"Từ ngữ của trang đổi với người đọc, {say_number(len(changed))} từ:\n{''.join(lines)}{more}"


def stories_that_wait(library: Library) -> list[Problem]:
    """Return a remark on each approved story that is not published for want of an approved name."""
    return [] if library.taxonomy is None else [*remarks_on_waiting(library.stories, library.taxonomy, library.house)]


def status_of_words(library: Library) -> int:
    """Return the exit status that says whether an approved story was left out for want of a name."""
    return LEFT_OUT if stories_that_wait(library) else GOOD


def say_unapproved_words(library: Library) -> str:
    """Return what waits for an approval and which approved stories wait with it, or that there never was one."""
    if library.house is not None:
        return f"{FORMATS['text'](stories_that_wait(library))}{say_waiting(library)}"
    sets, reports = say_number(len(library.collections)), say_number(len(library.reports))
    waiting = f"; {sets} bộ sưu tập, {reports} báo cáo chưa lên trang" if library.house_texts else ""
    return (
        "Cảnh báo: chưa có lần duyệt từ ngữ nào của trang, nên nhãn và lời đọc lên trang như đang ghi"
        f"{waiting}. Hãy nhờ cơ quan có trách nhiệm duyệt: python -m scripts approve --house\n"
    )
