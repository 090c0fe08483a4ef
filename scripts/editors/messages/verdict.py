"""What was read, in one line. Pure."""

from collections.abc import Sequence
from pathlib import Path

from scripts.render.wording import say_moment, say_number
from scripts.source.library import Library
from scripts.source.story import Approved


def say_checked(library: Library, chosen: Sequence[Path] = ()) -> str:
    """Return one line on what was read: good stories, drafts, approvals that no longer hold, problems.

    Where only reports or collections below ``chosen`` were asked for, they are counted instead.
    """
    drafts = sum(story.draft for story in library.stories)
    approved = len(library.stories) - drafts
    hours = [story.waits_until for story in library.stories if story.waits_until]
    files = len({problem.path for problem in library.problems})
    kinds = f"{say_number(approved)} đã duyệt, {say_number(drafts)} bản thảo"
    good = f"{say_number(len(library.stories))} bài hợp lệ ({kinds})"
    texts = [one.path for one in library.house_texts if any(Path(one.path).is_relative_to(path) for path in chosen)]
    if texts and not library.files:
        good = f"{say_number(len(texts))} báo cáo, bộ sưu tập hợp lệ"
    if hours:
        good += f"; {say_number(len(hours))} bài đã duyệt chờ tới giờ đăng, sớm nhất {say_moment(min(hours))}"
    changed = [story.path for story in library.stories if story.approved is Approved.CHANGED]
    if changed:
        good += f"; {say_number(len(changed))} bài đổi chữ sau khi duyệt nên lại là bản thảo: {', '.join(changed)}"
    if doubted := say_doubted(library):
        good += f"; {doubted}"
    if library.withheld:
        good += f"; {say_number(len(library.withheld))} bài tạm giữ vì có người chưa đồng ý nêu tên"
    if not library.problems:
        return f"{good}, không có lỗi.\n"
    return f"{good}; {say_number(len(library.problems))} lỗi trong {say_number(files)} tệp.\n"


def say_doubted(library: Library) -> str:
    """Return, in a part of a sentence, which approved stories are off the site until somebody answers; or nothing."""
    paths = [story.path for story in library.stories if story.doubted]
    return (
        f"{say_number(len(paths))} bài đã duyệt còn điều phải kiểm lại nên tạm rút: {', '.join(paths)}" if paths else ""
    )
