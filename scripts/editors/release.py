"""``release``: publish, check a copy, go back to the release before. Writes, through ``publish``."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from scripts.catalog.catalog import Edition
from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Console, Session
from scripts.editors.house.released_words import say_changed_words, say_unapproved_words, status_of_words
from scripts.editors.messages.left_out import say_left_out, say_stopped_by, status_of
from scripts.editors.messages.report import FORMATS
from scripts.editors.messages.stopped import STOPPED, say_stopped
from scripts.editors.messages.verdict import say_doubted
from scripts.editors.moment import add_at, at, is_ahead, say_waiting
from scripts.publish.build import Workplace, catalog_of
from scripts.publish.releases.contents import BROADCAST, COLLECTION, REPORT, STORY, UNKNOWN, WORD, Told, may_be_told
from scripts.publish.releases.kept_releases import digest_in_name
from scripts.publish.releases.manifest import MANIFEST, Differences, ManifestError, compare, load_manifest
from scripts.publish.releases.release import KEEP, Released, RollbackError, RolledBack, release_site, roll_back
from scripts.render.urls import TIMELINE, collection_url, story_url
from scripts.render.wording import say_moment, say_number
from scripts.source.approval.list_history import check_lines_kept
from scripts.source.library import load_library
from scripts.source.problems.shown import shown

_NAMED = 20
_RETURNING: dict[str, tuple[str, Callable[[str], str]]] = {
    STORY: ("bài đã gỡ, đã thu hồi, chưa được duyệt hoặc đang có lỗi", story_url),
    COLLECTION: ("bộ sưu tập đã bỏ, đã đổi hoặc chưa được duyệt", collection_url),
    REPORT: ("báo cáo đã bỏ, đã đổi hoặc chưa được duyệt", lambda slug: f"{TIMELINE}#{slug}"),
    BROADCAST: ("lượt đăng, phát đã bỏ hoặc đã đổi, của bài", story_url),
    WORD: ("từ ngữ của trang đã bỏ, đã đổi hoặc chưa được duyệt", shown),
}
"""How each kind is said that a rollback would bring back, and where it stood."""
_RELEASE = re.compile(r"(?:[0-9]{4,}-)?(?P<manifest>[0-9a-f]{64})")


def add_arguments(parser: ArgumentParser) -> None:
    """Say what may follow the name of the command."""
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--verify", type=Path, metavar="THƯ-MỤC", help="so một bản sao với danh sách SHA256SUMS của nó")
    act.add_argument("--rollback", action="store_true", help="đưa bản phát hành trước trở lại")
    parser.add_argument(
        "--expect", type=_manifest, metavar="BẢN", help="với --verify: tên bản phát hành, hoặc mã trong tên ấy"
    )
    parser.add_argument("--out", type=Path, default=Path("public"), metavar="THƯ-MỤC", help="nơi phát hành (public)")
    parser.add_argument("--build", type=Path, default=Path("build"), metavar="THƯ-MỤC", help="nơi làm việc (build)")
    parser.add_argument("--site-url", type=_web_address, metavar="ĐỊA-CHỈ", help="địa chỉ công khai của trang")
    parser.add_argument("--keep", type=_count, default=KEEP, metavar="SỐ", help=f"số bản giữ lại ({KEEP})")
    add_at(parser)


def run(options: Namespace, session: Session) -> int:
    """Do what was asked; whatever goes wrong, what is live stays live and whole."""
    if options.expect and not options.verify:
        session.console.err("--expect chỉ đi với --verify THƯ-MỤC.\n")
        return WRONG_USE
    if is_ahead(options.at, session):
        session.console.err(
            f"Lúc {say_moment(options.at)} chưa tới (bây giờ là {say_moment(session.moment)}): phát hành như vậy "
            "thì bài chờ giờ đăng sẽ ra sớm. Chưa làm gì. Hãy bỏ --at, hoặc ghi một lúc đã qua.\n"
        )
        return WRONG_USE
    session = at(options.at, session)
    if not options.verify and (gone := [one for one in check_lines_kept(session.content) if not one.is_remark]):
        session.console.out(FORMATS["text"](gone))
        session.console.err("Chưa làm gì, bản đang công khai vẫn giữ nguyên. Hãy lấy lại tệp ấy rồi chạy lại.\n")
        return PROBLEMS
    try:
        if options.verify:
            return _verify(options.verify, options.expect, session.console)
        return _roll_back(options, session) if options.rollback else _release(options, session)
    except STOPPED as error:
        why, status = say_stopped(error)
        session.console.err(f"{why}Bản đang công khai vẫn giữ nguyên.\n")
        return status


def _release(options: Namespace, session: Session) -> int:
    console = session.console
    if options.site_url is None:
        console.err("Hãy cho biết địa chỉ công khai của trang, ví dụ: --site-url https://dia-chi-cua-trang.vn/\n")
        return WRONG_USE
    library = load_library(
        session.content, session.today, docs=session.root / "docs", moment=session.moment, site_url=options.site_url
    )
    if library.stopping or library.taxonomy is None:
        console.out(FORMATS["text"](library.problems))
        console.err(say_stopped_by(library, "Chưa phát hành gì."))
        return PROBLEMS
    place = Workplace(session.root, options.build, options.out, options.site_url)
    released = release_site(library, library.taxonomy, place, options.keep)
    if released.report.problems:
        console.out(FORMATS["text"](released.report.problems))
        count = say_number(len(released.report.problems))
        console.err(f"Trang không qua kiểm tra cuối ({count} chỗ); bản đang công khai vẫn giữ nguyên.\n")
        return PROBLEMS
    console.out(_say_released(released, options.out))
    console.out(say_waiting(library))
    if doubted := say_doubted(library):
        console.out(f"{doubted}.\n")
    console.out(say_changed_words(released.changed_words))
    console.err(say_unapproved_words(library))
    console.err(say_left_out(library))
    return status_of(library) or status_of_words(library)


def _say_released(released: Released, out: Path) -> str:
    count = say_number(len(released.report.catalog.stories))
    said = (
        f"Không có gì đổi: bản {released.name} vẫn đang công khai, {count} bài.\n"
        if released.unchanged
        else f"Đã phát hành bản {released.name}: {count} bài. Máy chủ web đọc ở: {out / 'current'}\n"
    )
    if released.taken_down:
        said += f"Đã xóa bản cũ còn chứa điều không được công khai nữa: {', '.join(released.taken_down)}.\n"
    return said


def _roll_back(options: Namespace, session: Session) -> int:
    console = session.console
    library = load_library(session.content, session.today, moment=session.moment)
    if library.stopping or library.taxonomy is None:
        console.out(FORMATS["text"](library.stopping))
        console.err("Không đọc được danh mục, danh sách nên không biết điều gì được công khai; chưa đổi gì.\n")
        return PROBLEMS
    public = catalog_of(library, library.taxonomy, Edition.PUBLIC)
    try:
        done = roll_back(options.out, may_be_told(public, library.revoked))
    except RollbackError as error:
        console.err(_say_not_rolled_back(error))
        return PROBLEMS
    console.out(_say_rolled_back(done))
    return GOOD


def _say_rolled_back(done: RolledBack) -> str:
    said = f"Đã quay về bản {done.name} (trước đó là {done.left}).\n"
    if done.older_texts:
        said += f"Các bài trở lại bản chữ đã duyệt trước đây: {_listed(map(story_url, done.older_texts))}.\n"
    return said


def _say_not_rolled_back(error: RollbackError) -> str:
    if not error.release:
        return "Không có bản phát hành nào trước bản đang công khai; chưa đổi gì.\n"
    if error.unvouched:
        return (
            f"Không quay về bản {error.release}: tên đặt theo lối cũ, không mang đủ mã của {MANIFEST} nên "
            "không biết trang có bị sửa hay không. Chưa đổi gì. Hãy phát hành bản mới.\n"
        )
    if error.differences:
        return (
            f"Bản {error.release} không còn nguyên vẹn nên không quay về; chưa đổi gì.\n"
            f"{_say(error.differences)}{_say_other_manifest(error.differences)}"
        )
    if any(told.kind == UNKNOWN for told in error.returning):
        return f"Không biết bản {error.release} chứa những gì nên không quay về; chưa đổi gì.\n"
    return (
        f"Không quay về bản {error.release}: bản ấy còn {'; '.join(_say_returning(error.returning))}. "
        "Chưa đổi gì. Hãy phát hành bản mới.\n"
    )


def _say_returning(returning: Iterable[Told]) -> Iterator[str]:
    """Yield what would come back, a phrase a kind, with the addresses where it would be read."""
    by_kind: dict[str, list[str]] = {}
    for told in returning:
        by_kind.setdefault(told.kind, []).append(told.key)
    for kind in sorted(by_kind, key=[*_RETURNING, *by_kind].index):
        said, address = _RETURNING.get(kind, ("điều máy này không biết", shown))
        yield f"{said}: {_listed(map(address, dict.fromkeys(by_kind[kind])))}"


def _verify(folder: Path, expected: str | None, console: Console) -> int:
    """Compare a copy with its list, and the list with the hash it had when it was released.

    The hash is in the name of the release; a copy of another name must be told it with ``--expect``.
    """
    if not folder.is_dir():
        console.err(f"Không có thư mục “{folder}”. Hãy kiểm lại tham số --verify.\n")
        return WRONG_USE
    manifest = expected or digest_in_name(folder.resolve())
    try:
        differences = compare(folder, manifest)
        count = say_number(len(load_manifest(folder)))
    except ManifestError:
        console.err(f"“{folder}” không có tệp {MANIFEST} đúng dạng: không phải một bản phát hành nguyên vẹn.\n")
        return PROBLEMS
    if differences:
        console.out(_say(differences))
        if differences == Differences((), (), (), differences.closed):
            console.err(f"Các tệp khớp {MANIFEST} nhưng chưa mở quyền đọc. Hãy chạy: chmod -R a+rX “{folder}”\n")
            return PROBLEMS
        said = _say_other_manifest(differences) or f"“{folder}” không khớp danh sách {MANIFEST}.\n"
        console.err(f"{said}Hãy chép lại từ nơi phát hành.\n")
        return PROBLEMS
    if manifest is None:
        console.err(
            f"{count} tệp khớp danh sách {MANIFEST} của chính “{folder}”, nhưng chưa biết danh sách ấy có bị "
            "làm lại hay không: tên thư mục không mang mã của nó. Hãy thêm --expect và tên bản phát hành "
            "(số và mã, như lệnh release đã in ra).\n"
        )
        return PROBLEMS
    console.out(f"Nguyên vẹn: {count} tệp khớp danh sách {MANIFEST}.\n")
    return GOOD


def _say(differences: Differences) -> str:
    """Return one line a file; names come from a copy that anybody may have touched."""
    kinds = {"thiếu": differences.missing, "thừa": differences.extra, "bị đổi": differences.changed}
    kinds["máy chủ web không đọc được"] = differences.closed
    return "".join(f"{kind}: {shown(path, 300)}\n" for kind, paths in kinds.items() for path in paths)


def _say_other_manifest(differences: Differences) -> str:
    """Return a sentence when the list itself is another one: somebody may have edited a page and made it anew."""
    if MANIFEST not in differences.changed:
        return ""
    return f"{MANIFEST} không còn là danh sách lúc phát hành: có người đã sửa tệp rồi làm lại danh sách.\n"


def _listed(addresses: Iterable[str]) -> str:
    names = list(addresses)
    more = f" và {say_number(len(names) - _NAMED)} chỗ nữa" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def _web_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment or " " in text:
        message = f"“{shown(text)}” không phải địa chỉ trang web; hãy viết như https://dia-chi-cua-trang.vn/"
        raise ArgumentTypeError(message)
    return text if text.endswith("/") else f"{text}/"


def _manifest(text: str) -> str:
    found = _RELEASE.fullmatch(text.strip().lower())
    if found is None:
        message = f"“{shown(text)}” không phải tên một bản phát hành (số, gạch nối, mã 64 chữ và số) hay mã trong tên"
        raise ArgumentTypeError(message)
    return found["manifest"]


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        message = f"“{shown(text)}” không phải số từ 1 trở lên"
        raise ArgumentTypeError(message)
    return int(text)
