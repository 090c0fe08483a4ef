"""``approve --house``: record that a body approved the house's words; show which wait. Writes, through ``publish``."""

from argparse import Namespace
from collections.abc import Iterator

from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Session
from scripts.editors.messages.report import FORMATS
from scripts.publish.contributions.story_file import write_list
from scripts.render.wording import say_date, say_number
from scripts.source.approval.house_approval import (
    HOUSE_FILE,
    WordChange,
    approving_house,
    changes_since,
    load_house_approval,
    parse_house_approval,
)
from scripts.source.approval.house_remarks import say_wording
from scripts.source.collection import COLLECTIONS_FOLDER
from scripts.source.library import Library
from scripts.source.problems.problem import Problem
from scripts.source.problems.shown import shown
from scripts.source.text.characters import decode_text
from scripts.source.text.text_file import printable
from scripts.source.text.vietnamese import nfc
from scripts.source.tree import TAXONOMY
from scripts.source.vocabulary.taxonomy import Taxonomy

_LONGEST = 200


def run(options: Namespace, library: Library, taxonomy: Taxonomy, session: Session) -> int:
    """Approve every word of today, or with ``--diff`` only show what is not as it was approved."""
    console = session.console
    if options.diff:
        return _show(library, taxonomy, session)
    if options.story or not (options.by and options.document):
        console.err(
            "Hãy ghi rõ, không kèm tên bài: approve --house --by CƠ-QUAN --document SỐ. "
            "Xem từ chờ duyệt: approve --house --diff\n"
        )
        return WRONG_USE
    file = session.content / HOUSE_FILE
    on = options.date or session.today
    by, document = nfc(options.by.strip()), nfc(options.document.strip())
    wrong = [str(problem) for problem in _problems_of_the_words(library, session)]
    text = approving_house(by, document, on.isoformat(), taxonomy, library.collections)
    source, found = decode_text(text.encode(), printable(file))
    if source is not None:
        found += parse_house_approval(source, taxonomy, session.today)[1]
    # Lines of a file that is not written yet would help nobody.
    wrong += [f"{printable(file)}: {problem.message} [{problem.code}]" for problem in found]
    if wrong:
        console.out("".join(f"{line}\n" for line in wrong))
        console.err("Chưa ghi gì. Hãy sửa các chỗ trên rồi chạy lại.\n")
        return PROBLEMS
    console.out("".join(_say_changes(library, taxonomy)))
    write_list(file, text)
    house, _ = load_house_approval(file, taxonomy, session.today)
    if house is None or changes_since(house, taxonomy):
        console.err("Đã ghi nhưng đọc lại không khớp: danh mục đổi trong lúc duyệt. Hãy chạy lại lệnh này.\n")
        return PROBLEMS
    words, sets = say_number(len(house.words)), say_number(len(house.collections))
    act = f"{shown(by, 120)}, {shown(document)}, {say_date(on)}"
    console.out(f"Đã duyệt {words} từ ngữ, {sets} bộ sưu tập của trang ({act}): {printable(file)}\n")
    console.err("Hãy ghi (commit) ngay tệp này cùng các tệp danh mục.\n")
    return GOOD


def say_waiting(library: Library, how: str = "Xem: approve --house --diff") -> str:
    """Return a line on the words and collections that wait, ending in ``how`` to go on, or an empty text."""
    if library.taxonomy is None:
        return ""
    words = sum(change.new is not None for change in changes_since(library.house, library.taxonomy))
    sets = sum(not (library.house and library.house.has(one)) for one in library.collections)
    if not words and not sets:
        return ""
    waiting = f"{say_number(words)} từ, {say_number(sets)} bộ sưu tập"
    return f"Từ ngữ của trang chờ duyệt: {waiting}. {how}\n"


def say_change(change: WordChange) -> str:
    """Return what became of a word: from what to what, new, or gone."""
    old, new = (f"“{shown(say_wording(one), _LONGEST)}”" if one else "" for one in (change.old, change.new))
    if old and new:
        return f"đổi: {old} → {new}"
    return f"mới: {new}" if new else f"bỏ: {old}"


def _problems_of_the_words(library: Library, session: Session) -> Iterator[Problem]:
    """Yield what is wrong with the vocabulary and the collections; the file that is replaced does not count."""
    below = tuple(f"{printable(session.content / name)}/" for name in (TAXONOMY, COLLECTIONS_FOLDER))
    yield from (problem for problem in library.problems if problem.path.startswith(below))


def _show(library: Library, taxonomy: Taxonomy, session: Session) -> int:
    said = [*_say_changes(library, taxonomy)]
    session.console.out("".join(said))
    broken = [problem for problem in library.problems if problem.path == printable(session.content / HOUSE_FILE)]
    session.console.out(FORMATS["text"](broken))
    how = "Duyệt: approve --house --by CƠ-QUAN --document SỐ"
    session.console.err(say_waiting(library, how) or "Từ ngữ của trang vẫn đúng bản đã duyệt.\n")
    return PROBLEMS if broken else GOOD


def _say_changes(library: Library, taxonomy: Taxonomy) -> Iterator[str]:
    """Yield a line for each word that is new, changed or gone since the last approval, and each such collection."""
    house = library.house
    for change in changes_since(house, taxonomy):
        yield f"{shown(change.address)}: {say_change(change)}\n"
    for one in library.collections:
        if not (house and house.has(one)):
            known = bool(house and one.slug in house.collections)
            yield f"{one.path}: {'đổi' if known else 'mới'}: “{shown(one.front.title, 110)}”\n"
    for slug in sorted(set(house.collections if house else ()) - {one.slug for one in library.collections}):
        yield f"{COLLECTIONS_FOLDER}/{shown(slug)}: bỏ\n"
