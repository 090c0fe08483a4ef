"""``build``: check, build, and put the site in place. Writes, through ``publish``."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scripts.catalog.catalog import Edition
from scripts.editors.console import PROBLEMS, Session
from scripts.editors.house.released_words import say_unapproved_words, status_of_words
from scripts.editors.messages.left_out import say_left_out, say_stopped_by, status_of
from scripts.editors.messages.report import FORMATS
from scripts.editors.messages.stopped import STOPPED, say_stopped
from scripts.editors.moment import add_at, at, is_ahead, say_waiting
from scripts.publish.build import BuildReport, Workplace, build_site
from scripts.render.wording import say_moment, say_number
from scripts.source.library import load_library


def add_arguments(parser: ArgumentParser) -> None:
    """Say what may follow the name of the command."""
    editions = [edition.value for edition in Edition]
    parser.add_argument(
        "--edition", choices=editions, default=Edition.PREVIEW.value, help="bản xem trước hay công khai"
    )
    parser.add_argument("--out", type=Path, default=Path("site"), metavar="THƯ-MỤC", help="nơi đặt trang (site)")
    parser.add_argument("--build", type=Path, default=Path("build"), metavar="THƯ-MỤC", help="nơi làm việc (build)")
    parser.add_argument("--site-url", default="", metavar="ĐỊA-CHỈ", help="địa chỉ công khai của trang")
    add_at(parser)


def run(options: Namespace, session: Session) -> int:
    """Check, build without what has a problem, and put in place; what stops all leaves ``--out`` as it is."""
    console = session.console
    early = is_ahead(options.at, session) and options.edition == Edition.PUBLIC
    session = at(options.at, session)
    library = load_library(
        session.content, session.today, docs=session.root / "docs", moment=session.moment, site_url=options.site_url
    )
    place = Workplace(session.root, options.build, options.out, options.site_url)
    if library.stopping or library.taxonomy is None:
        console.out(FORMATS["text"](library.problems))
        console.err(say_stopped_by(library, "Chưa dựng trang."))
        return PROBLEMS
    try:
        report = build_site(library, library.taxonomy, Edition(options.edition), place)
    except STOPPED as error:
        why, status = say_stopped(error)
        console.err(f"{why}Trang đang có vẫn giữ nguyên.\n")
        return status
    if report.problems:
        console.out(FORMATS["text"](report.problems))
        count = say_number(len(report.problems))
        console.err(f"Trang dựng xong nhưng không qua kiểm tra cuối ({count} chỗ); bản đang có vẫn giữ nguyên.\n")
        return PROBLEMS
    said = set(library.left_out)
    console.err(FORMATS["text"]([remark for remark in library.remarks if remark not in said]))
    console.out(_say_built(report, place))
    console.out(say_waiting(library))
    if early:
        console.err(
            f"CẨN THẬN: bản này dựng cho lúc {say_moment(session.moment)}, chưa tới. Bài chờ giờ đăng tới lúc ấy đã "
            "nằm trong đó: đừng đưa lên mạng.\n"
        )
    console.err(say_left_out(library))
    if options.edition == Edition.PUBLIC:
        console.err(say_unapproved_words(library))
        return status_of(library) or status_of_words(library)
    return status_of(library)


def _say_untold(report: BuildReport, site_url: str) -> str:
    """Say what a public edition lacks when it does not know where it will stand."""
    if site_url or report.catalog.edition is Edition.PREVIEW:
        return ""
    return (
        "Chưa biết địa chỉ công khai nên chưa làm bản tin (feed), sơ đồ trang, ảnh khi chia sẻ. "
        "Hãy thêm --site-url https://…\n"
    )


def _say_built(report: BuildReport, place: Workplace) -> str:
    drafts = sum(story.draft for story in report.catalog.stories)
    name = "xem trước" if report.catalog.edition is Edition.PREVIEW else "công khai"
    return (
        f"Đã dựng bản {name}: {say_number(len(report.catalog.stories))} bài"
        f"{f' (trong đó {say_number(drafts)} bản thảo)' if drafts else ''}, "
        f"{say_number(len(report.changes.written))} tệp mới hoặc đổi.\n"
        f"{_say_untold(report, place.site_url)}"
        f"Trang nằm ở: {place.out}\n"
        "Xem trên máy này: make serve\n"
    )
