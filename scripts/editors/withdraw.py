"""``withdraw``: take a story off the site for good. Writes, through ``publish``.

Its seals are revoked first, its address is listed next, its folder deleted last: whoever pulls the
plug in between leaves a draft, or a story that the check refuses (``withdrawn-present``), and
running the command again finishes. So the text cannot come back with its old approval either.
"""

from argparse import ArgumentParser, Namespace

from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Session
from scripts.editors.messages.report import FORMATS
from scripts.editors.story_names import day, say_unknown_story, story_key
from scripts.publish.contributions.story_file import remove_story, write_list
from scripts.publish.disk.unbroken import unbroken
from scripts.render.wording import say_date
from scripts.source.addresses import key_at
from scripts.source.approval.revoked import (
    REVOKED_FILE,
    Act,
    RevocationKind,
    load_revoked,
    seals_to_revoke,
    with_revoked,
)
from scripts.source.library import Library, load_library
from scripts.source.moves.offered import addresses_of
from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.lists import LINK_WITHDRAWN_STORY, UNKNOWN_REASON
from scripts.source.text.growing_list import ListError
from scripts.source.text.nearest import offer
from scripts.source.tree import MODELS, STORY_FILE, scan_models
from scripts.source.vocabulary.taxonomy import Taxonomy
from scripts.source.withdrawn import WITHDRAWN_FILE, Withdrawal, load_withdrawn, story_folder, with_entry


def add_arguments(parser: ArgumentParser) -> None:
    """Say what may follow the name of the command."""
    parser.add_argument("story", metavar="BÀI", help="địa-bàn/tên-bài, thư mục hoặc tệp index.md")
    parser.add_argument("--reason", required=True, metavar="MÃ", help="loại lý do, một mã trong withdrawals.yml")
    parser.add_argument("--date", type=day, metavar="NGÀY", help="ngày gỡ (năm-tháng-ngày); bỏ trống là hôm nay")


def run(options: Namespace, session: Session) -> int:
    """List the story as withdrawn and delete its folder; finish what an interrupted run left."""
    console, content = session.console, session.content
    library = load_library(content, session.today)
    if library.taxonomy is None:
        console.out(FORMATS["text"](library.problems))
        return PROBLEMS
    withdrawn, problems = load_withdrawn(content / WITHDRAWN_FILE, library.taxonomy, session.today)
    _, found = load_revoked(content / REVOKED_FILE, library.taxonomy, session.today)
    if problems or found:
        console.out(FORMATS["text"]([*problems, *found]))
        console.err(f"Chưa gỡ gì. Hãy sửa {content / (WITHDRAWN_FILE if problems else REVOKED_FILE)} rồi chạy lại.\n")
        return PROBLEMS
    key = story_key(options.story, content)
    listed = next((one for one in withdrawn if one.story == key), None)
    known = listed is not None or story_folder(content, key) is not None
    if refusal := _refuse(options, session, library.taxonomy, known=known):
        console.err(refusal)
        return WRONG_USE
    return _withdraw(key, options, session, listed, library)


def _refuse(options: Namespace, session: Session, taxonomy: Taxonomy, *, known: bool) -> str:
    """Return what is wrong with how the command was called, or an empty text."""
    if not known:
        folders, _ = scan_models(session.content / MODELS, taxonomy.districts.slugs)
        return say_unknown_story(options.story, [folder.key for folder in folders])
    if options.reason not in taxonomy.withdrawals:
        ending = offer(options.reason, taxonomy.withdrawals.slugs)
        return f"{UNKNOWN_REASON.said({'written': options.reason, 'offer': ending})}\n"
    if options.date and options.date > session.today:
        return f"Ngày {say_date(options.date)} chưa tới. Hãy kiểm lại --date.\n"
    return ""


def _withdraw(key: str, options: Namespace, session: Session, listed: Withdrawal | None, library: Library) -> int:
    console, content = session.console, session.content
    since = listed.date if listed else options.date or session.today
    reason = listed.reason if listed else options.reason
    folder, lists = story_folder(content, key), {}
    keys = addresses_of(content, key, library.moved)
    file = content / REVOKED_FILE
    try:
        if folder:
            seals = seals_to_revoke(folder / STORY_FILE, library.revoked, keys)
            lists[file] = with_revoked(file, library.revoked, keys, seals, Act(since, RevocationKind.WITHDRAWN, reason))
        if listed is None:
            file = content / WITHDRAWN_FILE
            lists[file] = with_entry(file, key, since, reason)
    except ListError as error:
        console.err(f"{file}: {error}\n")
        return PROBLEMS
    with unbroken():
        for file, text in lists.items():
            if text is not None:
                write_list(file, text)
        if folder:
            remove_story(folder)
    console.out(f"Đã gỡ: {key} (ngày {say_date(since)})\n")
    links = [remark for remark in load_library(content, session.today).remarks if _leads_to(remark, key)]
    console.err(
        f"{FORMATS['text'](links)}"
        f"Hãy ghi (commit) ngay: git add {content}, rồi git commit; sau đó phát hành lại.\n"
        "Lần dựng trang tới, bài không còn ở đâu trên trang; địa chỉ cũ chỉ nói rằng bài đã gỡ.\n"
        "Lịch sử git vẫn giữ những gì đã ghi: xem CONTRIBUTING.md, mục “Không bao giờ ghi vào kho”.\n"
    )
    return GOOD


def _leads_to(remark: Problem, key: str) -> bool:
    """Whether ``remark`` is on a link to the story ``key``."""
    return remark.kind is LINK_WITHDRAWN_STORY and key_at(str(remark.values["target"])) == key
