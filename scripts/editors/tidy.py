"""``tidy``: mend what can be mended without a decision. Writes, through ``publish``."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.editors.console import GOOD, Session
from scripts.publish.contributions.mended import Mended
from scripts.publish.contributions.photo_tidy import cures_for_photo, photos_below, write_tidy_photo
from scripts.publish.contributions.sound_tidy import cures_for_recording, recordings_below, write_tidy_recording
from scripts.publish.contributions.text_tidy import write_tidy
from scripts.publish.disk.durable import remove_unfinished
from scripts.render.wording import say_number
from scripts.source.library import Library, load_library
from scripts.source.story import Approved
from scripts.source.tree import MODELS


def add_arguments(parser: ArgumentParser) -> None:
    """Say what may follow the name of the command."""
    parser.add_argument(
        "--approved",
        action="store_true",
        help="sửa cả ảnh, âm thanh của bài đã duyệt; bài đó trở lại bản thảo, phải duyệt lại",
    )


def run(options: Namespace, session: Session) -> int:
    """Rewrite texts that are not NFC, LF or without BOM, photos and recordings that say too much; say which and why.

    Those of an approved story are left as they are unless asked for: they passed the check,
    what is hidden in them is never published, and any change makes the story a draft again.
    """
    console, left = session.console, remove_unfinished(session.content)
    console.out("".join(f"Đã xóa tệp dở dang: {file}\n" for file in left))
    library = load_library(session.content, session.today)
    changed = write_tidy(library.files)
    console.out("".join(f"Đã sửa: {file}\n" for file in changed))
    approved = _folders(library, Approved.YES)
    mended = 0
    for file, cures_for, write in [*_media(session.content / MODELS)]:
        if file.parent in approved:
            cures = cures_for(file)
            if cures and not options.approved:
                console.err(
                    f"Để nguyên {file} vì bài đã duyệt (có thể {', '.join(cures)}; thông tin ẩn không bao giờ "
                    "được đăng ra trang). Muốn sửa: tidy --approved.\n"
                )
                continue
            if cures:
                console.err(f"Bài của tệp {file} đã duyệt: sửa tệp thì bài trở lại bản thảo, phải duyệt lại.\n")
        after = write(file)
        if after.done:
            mended += 1
            name = "" if after.file == file else f" → {after.file.name}"
            console.out(f"Đã sửa: {file}{name} ({', '.join(after.done)})\n")
        if after.still_named:
            console.err(f"Bài {file.parent} còn nhắc tên cũ {file.name}: hãy đổi thành {after.file.name}.\n")
    if mended:
        drafts = _folders(load_library(session.content, session.today), Approved.CHANGED)
        for folder in sorted(drafts - _folders(library, Approved.CHANGED)):
            console.err(f"Bài {folder} nay là bản thảo vì ảnh hoặc âm thanh đã đổi sau khi duyệt; cần duyệt lại.\n")
    console.err(f"Đã sửa {say_number(len(changed) + mended)} tệp.\n")
    return GOOD


def _media(models: Path) -> Iterator[tuple[Path, Callable[[Path], tuple[str, ...]], Callable[[Path], Mended]]]:
    """Yield each photo and recording below ``models``, with what tells what is to be done to it, and what does it."""
    yield from ((file, cures_for_photo, write_tidy_photo) for file in photos_below(models))
    yield from ((file, cures_for_recording, write_tidy_recording) for file in recordings_below(models))


def _folders(library: Library, approved: Approved) -> set[Path]:
    """Return the folders of the stories whose approval is worth this much."""
    keys = {story.key for story in (*library.stories, *library.hindered) if story.approved is approved}
    return {file.parent for file in library.files if f"{file.parent.parent.name}/{file.parent.name}" in keys}
