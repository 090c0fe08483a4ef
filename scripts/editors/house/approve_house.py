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
from scripts.source.house_texts.collection import Collection
from scripts.source.house_texts.report import Report
from scripts.source.library import Library
from scripts.source.problems.problem import Problem
from scripts.source.problems.shown import shown
from scripts.source.schema.desk_parts import ABOUT_NAMES
from scripts.source.text.characters import decode_text
from scripts.source.text.text_file import printable
from scripts.source.text.vietnamese import nfc
from scripts.source.tree import TAXONOMY
from scripts.source.vocabulary.taxonomy import Taxonomy

_LONGEST, _LONGEST_QUESTION = 200, 600


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
    text = approving_house(by, document, on.isoformat(), taxonomy, library.house_texts)
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
    approved = _say_amounts(len(house.words), len(house.collections), len(house.reports), "từ ngữ")
    act = f"{shown(by, 120)}, {shown(document)}, {say_date(on)}"
    console.out(f"Đã duyệt {approved} của trang ({act}): {printable(file)}\n")
    console.err("".join(_say_questions(library)))
    console.err("Hãy ghi (commit) ngay tệp này cùng các tệp danh mục.\n")
    return GOOD


def say_waiting(library: Library, how: str = "Xem: approve --house --diff") -> str:
    """Return a line on the words and files that wait, ending in ``how`` to go on, or an empty text."""
    if library.taxonomy is None:
        return ""
    words = sum(change.new is not None for change in changes_since(library.house, library.taxonomy))
    waiting = [one for one in library.house_texts if not (library.house and library.house.has(one))]
    if not words and not waiting:
        return ""
    reports = sum(isinstance(one, Report) for one in waiting)
    amounts = _say_amounts(words, len(waiting) - reports, reports, "từ")
    return f"Từ ngữ của trang chờ duyệt: {amounts}. {how}\n"


def _say_questions(library: Library) -> Iterator[str]:
    """Yield a line for each report that nobody can approve yet, and one for each question, with its place."""
    for report in library.reports:
        if report.questions:
            yield f"{report.path}: chưa duyệt được, còn {say_number(report.questions)} điều cần kiểm lại:\n"
        for index, question in enumerate(report.front.to_verify):
            if question.is_open:
                mark = report.document.mark(("to_verify", index, "text"))
                about, text = ABOUT_NAMES[question.about], shown(question.text, _LONGEST_QUESTION)
                yield f"  {report.path}:{mark.line}:{mark.column}: về {about}: {text}\n"


def _say_amounts(words: int, collections: int, reports: int, unit: str) -> str:
    return f"{say_number(words)} {unit}, {say_number(collections)} bộ sưu tập, {say_number(reports)} báo cáo"


def say_change(change: WordChange) -> str:
    """Return what became of a word: from what to what, new, or gone."""
    old, new = (f"“{shown(say_wording(one), _LONGEST)}”" if one else "" for one in (change.old, change.new))
    if old and new:
        return f"đổi: {old} → {new}"
    return f"mới: {new}" if new else f"bỏ: {old}"


def _problems_of_the_words(library: Library, session: Session) -> Iterator[Problem]:
    """Yield what is wrong with the vocabulary, collections, reports; the file that is replaced does not count."""
    folders = (TAXONOMY, Collection.FOLDER, Report.FOLDER)
    below = tuple(f"{printable(session.content / name)}/" for name in folders)
    yield from (problem for problem in library.problems if problem.path.startswith(below))


def _show(library: Library, taxonomy: Taxonomy, session: Session) -> int:
    said = [*_say_changes(library, taxonomy)]
    session.console.out("".join(said))
    broken = [problem for problem in library.problems if problem.path == printable(session.content / HOUSE_FILE)]
    session.console.out(FORMATS["text"](broken))
    how = "Duyệt: approve --house --by CƠ-QUAN --document SỐ"
    session.console.err("".join(_say_questions(library)))
    session.console.err(say_waiting(library, how) or "Từ ngữ của trang vẫn đúng bản đã duyệt.\n")
    return PROBLEMS if broken else GOOD


def _say_changes(library: Library, taxonomy: Taxonomy) -> Iterator[str]:
    """Yield a line for each word that is new, changed or gone since the last approval, and each such file."""
    house = library.house
    for change in changes_since(house, taxonomy):
        yield f"{shown(change.address)}: {say_change(change)}\n"
    for one in library.house_texts:
        if not (house and house.has(one)):
            known = bool(house and one.slug in house.texts(one.FOLDER))
            yield f"{one.path}: {'đổi' if known else 'mới'}: “{shown(one.front.title, 110)}”\n"
    present = {(one.FOLDER, one.slug) for one in library.house_texts}
    for folder in (Collection.FOLDER, Report.FOLDER) if house else ():
        for slug in sorted(house.texts(folder) if house else ()):
            if (folder, slug) not in present:
                yield f"{folder}/{shown(slug)}: bỏ\n"
