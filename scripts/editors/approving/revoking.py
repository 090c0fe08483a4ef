"""``approve --revoke``: take an approval back, for good. Writes, through ``publish``.

The seal is listed first, the block deleted after: whoever pulls the plug in between leaves a draft
that ``check`` remarks on (``seal-revoked``), and running the command again finishes.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Session
from scripts.editors.messages.report import FORMATS
from scripts.publish.contributions.story_file import remove_approval, write_list
from scripts.publish.disk.unbroken import unbroken
from scripts.source.approval.approval_block import BlockError
from scripts.source.approval.revoked import (
    REVOKED_FILE,
    Act,
    RevocationKind,
    RevokedSeals,
    load_revoked,
    seals_in,
    seals_to_revoke,
    with_revoked,
)
from scripts.source.library import Library
from scripts.source.moves.offered import addresses_of
from scripts.source.problems.registry.lists import UNKNOWN_REASON
from scripts.source.text.growing_list import ListError
from scripts.source.text.nearest import offer
from scripts.source.text.text_file import printable, read_text
from scripts.source.tree import StoryFolder
from scripts.source.vocabulary.taxonomy import Taxonomy


def say_list_broken(taxonomy: Taxonomy, session: Session) -> bool:
    """Return whether the list of revoked seals cannot be trusted, and say so: beside it nothing is approved."""
    file = session.content / REVOKED_FILE
    problems = load_revoked(file, taxonomy, session.today)[1]
    if problems:
        session.console.out(FORMATS["text"](problems))
        session.console.err(f"Chưa ghi gì. Hãy sửa {file} rồi chạy lại.\n")
    return bool(problems)


def revoke(folder: StoryFolder, reason: str, library: Library, session: Session) -> int:
    """List the seals of the story as revoked and delete its approval block; finish what an interrupted run left."""
    console, path, file = session.console, printable(folder.file), session.content / REVOKED_FILE
    reasons = library.taxonomy.withdrawals.slugs if library.taxonomy else ()
    if reason not in reasons:
        console.err(f"--reason: {UNKNOWN_REASON.said({'written': reason, 'offer': offer(reason, reasons)})}\n")
        return WRONG_USE
    keys = addresses_of(session.content, folder.key, library.moved)
    seals = seals_to_revoke(folder.file, library.revoked, keys)
    if not seals:
        console.err(f"{path}: bài không có dấu duyệt nào còn giá trị để thu hồi.\n")
        return WRONG_USE
    try:
        act = Act(session.today, RevocationKind.REVOKED, reason)
        with unbroken():
            list_revoked(session.content, library.revoked, keys, seals, act)
            source = read_text(folder.file)[0]
            if source is not None and seals_in(source.text):
                remove_approval(folder.file)
    except ListError as error:
        console.err(f"{file}: {error}\n")
        return PROBLEMS
    except BlockError as error:
        console.err(f"Đã thu hồi dấu duyệt; khối approval còn trong bài. {path}: {error}\n")
        return PROBLEMS
    console.out(f"Đã thu hồi việc duyệt: {path}\n")
    console.err(
        "Lần phát hành tới, bài không còn ở bản công khai. Muốn đăng lại thì duyệt bằng văn bản mới.\n"
        f"Hãy ghi (commit) ngay bài và {file}.\n"
    )
    return GOOD


def list_revoked(content: Path, revoked: RevokedSeals, keys: Sequence[str], seals: Iterable[str], act: Act) -> None:
    """Add to the list, whole or not at all; raises ``ListError`` before anything changes."""
    text = with_revoked(content / REVOKED_FILE, revoked, keys, seals, act)
    if text is not None:
        write_list(content / REVOKED_FILE, text)
