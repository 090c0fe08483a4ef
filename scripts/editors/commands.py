"""The commands behind ``python -m scripts``: each returns its exit status and says what it did.

Status 0: good; 1: problems in the content; 2: wrong use.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts.catalog.catalog import Edition
from scripts.editors.report import FORMATS
from scripts.publish.build import BuildReport, NotOursError, Workplace, build_site
from scripts.publish.engine import EngineError
from scripts.publish.tidy import write_tidy
from scripts.render.wording import say_number
from scripts.source.library import Library, load_library
from scripts.source.story import Approved

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Console:
    """Where a command speaks: results on ``out``, remarks on ``err``."""

    out: Callable[[str], object]
    err: Callable[[str], object]


def check(content: Path, paths: Sequence[Path], form: str, today: date, console: Console) -> int:
    """Report every problem under ``content``, or only at or below ``paths``."""
    for path in paths:
        if not path.exists():
            console.err(f"Không có tệp hay thư mục “{path}”. Hãy kiểm lại đường dẫn.\n")
            return WRONG_USE
        if content.resolve() not in (_place(path), *_place(path).parents):
            console.err(f"“{path}” không nằm trong {content}. Hãy chỉ một bài trong thư mục đó.\n")
            return WRONG_USE
    library = load_library(content, today, [_below(path, content) for path in paths])
    console.out(FORMATS[form](library.problems))
    console.err(_say_checked(library))
    return PROBLEMS if library.problems else GOOD


def tidy(content: Path, today: date, console: Console) -> int:
    """Rewrite stories that are not NFC, LF or without BOM; say which."""
    changed = write_tidy(load_library(content, today).files)
    console.out("".join(f"Đã sửa: {file}\n" for file in changed))
    console.err(f"Đã sửa {say_number(len(changed))} tệp.\n")
    return GOOD


def build(content: Path, edition: Edition, place: Workplace, today: date, console: Console) -> int:
    """Check, build and put in place; nothing changes in ``place.out`` unless all is well."""
    library = load_library(content, today)
    if library.problems or library.taxonomy is None:
        console.out(FORMATS["text"](library.problems))
        console.err(f"{_say_checked(library)}Chưa dựng trang. Hãy sửa các chỗ trên rồi chạy lại.\n")
        return PROBLEMS
    try:
        report = build_site(library, library.taxonomy, edition, place)
    except NotOursError:
        console.err(f"Thư mục {place.out} đang chứa thứ khác, không phải trang đã dựng. Hãy chọn thư mục khác.\n")
        return WRONG_USE
    except EngineError as error:
        console.err(f"MkDocs không dựng được trang:\n{error}\n")
        return PROBLEMS
    if report.problems:
        console.out(FORMATS["text"](report.problems))
        count = say_number(len(report.problems))
        console.err(f"Trang dựng xong nhưng không qua kiểm tra cuối ({count} chỗ); bản đang có vẫn giữ nguyên.\n")
        return PROBLEMS
    console.out(_say_built(report, place.out))
    return GOOD


def _below(path: Path, content: Path) -> Path:
    """Return ``path`` spelled the way files under ``content`` are spelled."""
    return content / _place(path).relative_to(content.resolve())


def _place(path: Path) -> Path:
    """Return where ``path`` is, its own name not followed if it is a link."""
    return path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()


def _say_checked(library: Library) -> str:
    drafts = sum(story.draft for story in library.stories)
    public = len(library.stories) - drafts
    files = len({problem.path for problem in library.problems})
    good = (
        f"{say_number(len(library.stories))} bài hợp lệ ({say_number(public)} đã duyệt, {say_number(drafts)} bản thảo)"
    )
    changed = [story.path for story in library.stories if story.approved is Approved.CHANGED]
    if changed:
        good += f"; {say_number(len(changed))} bài đổi chữ sau khi duyệt nên lại là bản thảo: {', '.join(changed)}"
    if not library.problems:
        return f"{good}, không có lỗi.\n"
    return f"{good}; {say_number(len(library.problems))} lỗi trong {say_number(files)} tệp.\n"


def _say_waiting(report: BuildReport) -> str:
    """Say what stories hold that this version does not publish yet."""
    photos = sum(len(story.front.photos) for story in report.catalog.stories)
    recordings = sum(len(story.front.audio) for story in report.catalog.stories)
    waiting = [f"{say_number(n)} {what}" for n, what in ((photos, "ảnh"), (recordings, "bản ghi âm")) if n]
    return f"Chưa đăng {' và '.join(waiting)}: phần này còn đang làm, bài vẫn đủ chữ.\n" if waiting else ""


def _say_built(report: BuildReport, out: Path) -> str:
    drafts = sum(story.draft for story in report.catalog.stories)
    name = "xem trước" if report.catalog.edition is Edition.PREVIEW else "công khai"
    return (
        f"Đã dựng bản {name}: {say_number(len(report.catalog.stories))} bài"
        f"{f' (trong đó {say_number(drafts)} bản thảo)' if drafts else ''}, "
        f"{say_number(len(report.changes.written))} tệp mới hoặc đổi.\n"
        f"{_say_waiting(report)}"
        f"Trang nằm ở: {out}\n"
        "Xem trên máy này: make serve\n"
    )
