"""``check``: report every problem, all at once. Reads."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from scripts.catalog.answered import remarks_on_waiting
from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Console, Session
from scripts.editors.messages.advice import say_advice
from scripts.editors.messages.explain import say_code, say_unknown_code
from scripts.editors.messages.report import FORMATS
from scripts.editors.messages.verdict import say_checked
from scripts.source.approval.git import GitError
from scripts.source.approval.history import changes_since_approval, check_no_new_approvals, check_no_text_restored
from scripts.source.approval.house_remarks import remarks_on_house
from scripts.source.approval.list_history import check_lines_kept
from scripts.source.approval.question_history import check_questions_kept
from scripts.source.library import Library, load_library
from scripts.source.moves.offered import remark_moves
from scripts.source.problems.look_up import CODES
from scripts.source.problems.problem import Problem
from scripts.source.tree import TAXONOMY
from scripts.source.vocabulary.taxonomy import Taxonomy


def add_arguments(parser: ArgumentParser) -> None:
    """Say what may follow the name of the command."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="ĐƯỜNG-DẪN", help="chỉ kiểm các bài này")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="dạng báo lỗi")
    parser.add_argument(
        "--site-url", default="", metavar="ĐỊA-CHỈ", help="địa chỉ công khai của trang: không nguồn nào được nằm ở đó"
    )
    parser.add_argument("--explain", metavar="MÃ", help="chỉ giải thích một mã lỗi: nghĩa là gì, sửa thế nào")
    parser.add_argument(
        "--no-approvals-since",
        metavar="NHÁNH",
        help="cho bài góp từ ngoài: khối approval mới hoặc khác, điều cần kiểm lại bị đụng tới so với NHÁNH "
        "(ví dụ origin/main) là lỗi",
    )


def run(options: Namespace, session: Session) -> int:
    """Report every problem under ``content``, or only at or below ``paths``; or explain one code."""
    if options.explain is not None:
        return _explain(options.explain, session.console)
    content, console, paths = session.content, session.console, options.paths
    for path in paths:
        if not path.exists():
            console.err(f"Không có tệp hay thư mục “{path}”. Hãy kiểm lại đường dẫn.\n")
            return WRONG_USE
        if content.resolve() not in (_place(path), *_place(path).parents):
            console.err(f"“{path}” không nằm trong {content}. Hãy chỉ một bài trong thư mục đó.\n")
            return WRONG_USE
    chosen = [_below(path, content) for path in paths]
    library = load_library(
        content, session.today, chosen, session.root / "docs", moment=session.moment, site_url=options.site_url
    )
    if options.no_approvals_since:
        try:
            found = check_no_new_approvals(content, library.files, options.no_approvals_since)
            found += check_no_text_restored(content, library.stories, options.no_approvals_since)
            found += check_questions_kept(content, library.files, library.moved, options.no_approvals_since)
        except GitError as error:
            console.err(f"Không so được với “{options.no_approvals_since}”: {error}. Hãy lấy đủ lịch sử (git fetch).\n")
            return WRONG_USE
        library = replace(library, problems=tuple(sorted([*library.problems, *found])))
    kept = check_lines_kept(content)
    library = replace(library, problems=tuple(sorted([*library.problems, *(one for one in kept if not one.is_remark)])))
    changes = [remark for story in library.stories for remark in changes_since_approval(content, story)]
    waiting = [] if paths or library.taxonomy is None else _waiting_words(library, library.taxonomy, content)
    moves = remark_moves(content, library.files, library.moved, (one.story for one in library.withdrawn))
    undone = [one for one in kept if one.is_remark]
    remarks = sorted([*moves, *library.remarks, *changes, *waiting, *undone])
    if options.format == "text":
        console.out(FORMATS["text"](library.problems))
        console.err(FORMATS["text"](remarks))
        console.err(say_advice(library, each=bool(paths)))
    else:
        # GitHub shows ten notices of a run: advice on every story would hide what matters.
        advice = library.advice if paths or options.format != "github" else ()
        console.out(FORMATS[options.format]([*library.problems, *remarks, *advice]))
    console.err(say_checked(library, chosen))
    return PROBLEMS if library.problems else GOOD


def _waiting_words(library: Library, taxonomy: Taxonomy, content: Path) -> list[Problem]:
    words = remarks_on_house(content / TAXONOMY, taxonomy, library.house_texts, library.house)
    return [*words, *remarks_on_waiting(library.stories, taxonomy, library.house)]


def _explain(written: str, console: Console) -> int:
    code = CODES.get(written.strip().strip("[]"))
    if code is None:
        console.err(say_unknown_code(written))
        return WRONG_USE
    console.out(say_code(code))
    return GOOD


def _below(path: Path, content: Path) -> Path:
    """Return ``path`` spelled the way files under ``content`` are spelled."""
    return content / _place(path).relative_to(content.resolve())


def _place(path: Path) -> Path:
    """Return where ``path`` is, its own name not followed if it is a link."""
    return path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
