"""``approve --list``: which stories wait for an approval, why, what it lacks, and what is still to be asked. Reads."""

from collections.abc import Iterator
from datetime import date

from scripts.editors.console import GOOD, Session
from scripts.editors.house import approve_house
from scripts.render.wording import say_date, say_list, say_number
from scripts.source.approval.revoked import RevocationKind
from scripts.source.library import Library
from scripts.source.moves.moved import every_key_of
from scripts.source.problems.shown import shown
from scripts.source.schema.desk_parts import ABOUT_NAMES
from scripts.source.story import Approved, Story
from scripts.source.text.front_matter import split_story
from scripts.source.text.text_file import read_text
from scripts.source.tree import MODELS, STORY_FILE
from scripts.source.writing.completeness import completeness_of

_LONGEST_QUESTION = 600


def list_waiting(library: Library, session: Session) -> int:
    """Print each draft, why it is one, and below it what is still to be asked, each at its place."""
    waiting = [story for story in [*library.stories, *library.withheld] if story.draft]
    for story in sorted(waiting, key=lambda story: story.path):
        session.console.out(f"{story.path}: {shown(story.front.title, 110)} ({_say_why(story, library)})\n")
        if library.taxonomy is not None:
            grade = completeness_of(story.front, story.body, library.taxonomy.style)
            session.console.out(f"  Độ đầy đủ: {grade.said}\n")
        session.console.out("".join(f"  {line}\n" for line in _say_questions(story, session)))
    asked = sum(len(story.open_questions) for story in waiting)
    wrong = len({problem.path for problem in library.problems})
    session.console.err(
        f"{say_number(len(waiting))} bài chờ duyệt"
        f"{f'; {say_number(asked)} điều cần kiểm lại trước khi duyệt' if asked else ''}"
        f"{f'; {say_number(wrong)} tệp còn lỗi, chưa duyệt được (xem: check)' if wrong else ''}.\n"
        f"{approve_house.say_waiting(library)}"
    )
    return GOOD


def _say_why(story: Story, library: Library) -> str:
    """Return why the story is a draft: never approved, changed since, waiting for a word or an answer."""
    approval = story.front.approval
    why = "việc duyệt trước đã bị thu hồi" if was_revoked(story, library) else "chưa duyệt lần nào"
    if approval is not None:
        act = say_act(approval.by, approval.document, approval.date.isoformat())
        why = f"khối duyệt ghi {act}; sau khi duyệt, bài hoặc khối ấy đã đổi"
    if story.approved is Approved.YES:
        why = (
            "đã duyệt, tạm rút để kiểm lại"
            if story.doubted
            else "đã duyệt, nhưng bài cá nhân chưa nêu tên kèm sự đồng ý"
        )
    if story.approved is Approved.REVOKED:
        why = "dấu duyệt trong bài đã bị thu hồi hoặc thay bằng lần duyệt khác"
    if story.withheld:
        people = say_list([shown(person.name) for person in story.front.people if not person.consent.name])
        why = f"chờ sự đồng ý của {people}"
    return why


def _say_questions(story: Story, session: Session) -> Iterator[str]:
    """Yield how many open questions the story has, and each with its place in the file."""
    if not story.open_questions:
        return
    yield f"Cần kiểm lại {say_number(len(story.open_questions))} điều trước khi duyệt:"
    source, _ = read_text(session.content / MODELS / story.key / STORY_FILE)
    document = split_story(source)[0].document if source is not None else None
    for index, question in enumerate(story.front.to_verify):
        if question.is_open and document is not None:
            mark = document.mark(("to_verify", index, "text"))
            about, text = ABOUT_NAMES[question.about], shown(question.text, _LONGEST_QUESTION)
            yield f"{story.path}:{mark.line}:{mark.column}: về {about}: {text}"


def say_act(by: str, document: str, on: str) -> str:
    """Return an approval in a few words: body, document, day (``on``, ISO)."""
    return f"{shown(by, 120)}, {shown(document)}, {say_date(date.fromisoformat(on))}"


def was_revoked(story: Story, library: Library) -> bool:
    """Return whether an approval of the story, under any address it had, was given once and taken back."""
    keys = every_key_of(story.key, library.moved)
    taken_back = (one for one in library.revoked.entries if one.kind is not RevocationKind.SUPERSEDED)
    return any(one.story in keys for one in taken_back)
