"""``kit``: the press kit of one story, for an editor to send, before its hour too. Writes, through ``publish``."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Session
from scripts.editors.messages.report import FORMATS
from scripts.editors.messages.stopped import STOPPED, say_stopped
from scripts.editors.story_names import say_unknown_story, story_key
from scripts.publish.disk.our_folder import is_within_ours
from scripts.publish.kit_file import write_kit
from scripts.render.press.kit import NotForPressError
from scripts.render.wording import say_moment
from scripts.source.library import Library, load_library
from scripts.source.problems.shown import shown
from scripts.source.story import Story
from scripts.source.tree import MODELS, STORY_FILE, scan_models
from scripts.source.vocabulary.taxonomy import Taxonomy


def add_arguments(parser: ArgumentParser) -> None:
    """Say what may follow the name of the command."""
    parser.add_argument("story", metavar="BÀI", help="địa-bàn/tên-bài, thư mục hoặc tệp index.md")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="THƯ-MỤC", help="nơi đặt tệp ZIP, ngoài kho và ngoài trang"
    )
    parser.add_argument("--site-url", default="", metavar="ĐỊA-CHỈ", help="địa chỉ công khai của trang")


def run(options: Namespace, session: Session) -> int:
    """Write the kit of an approved story; say what is still missing for one that is not."""
    console, content = session.console, session.content
    key = story_key(options.story, content)
    library = load_library(content, session.today, [content / MODELS / key / STORY_FILE], moment=session.moment)
    story = next((one for one in (*library.stories, *library.withheld) if one.key == key), None)
    if library.taxonomy is None or (story is None and library.files):
        console.out(FORMATS["text"](library.problems))
        return PROBLEMS
    if story is None:
        folders, _ = scan_models(content / MODELS, library.taxonomy.districts.slugs)
        console.err(say_unknown_story(options.story, [folder.key for folder in folders]))
        return WRONG_USE
    return _write(story, library, library.taxonomy, options, session)


def _write(story: Story, library: Library, taxonomy: Taxonomy, options: Namespace, session: Session) -> int:
    console = session.console
    if is_within_ours(options.out) or options.out.resolve().is_relative_to(session.content.resolve()):
        console.err(
            f"“{shown(str(options.out), 300)}” nằm trong nội dung của kho hoặc trong thư mục của trang: bộ tài liệu "
            "báo chí để ở đó thì có thể ra công khai trước giờ. Chưa ghi gì. Hãy chọn thư mục khác, ngoài kho.\n"
        )
        return WRONG_USE
    try:
        file = write_kit(story, library, taxonomy, options.site_url, options.out)
    except NotForPressError:
        console.err(
            "Bài chưa được duyệt, đã đổi sau khi duyệt, hoặc còn chờ duyệt từ ngữ của trang, nên chưa có bộ tài liệu "
            "báo chí. Xem: approve --list\n"
        )
        return PROBLEMS
    except FileExistsError as error:
        console.err(f"Đã có tệp khác ở “{shown(str(error), 300)}”. Hãy xóa tệp ấy hoặc chọn thư mục khác.\n")
        return WRONG_USE
    except STOPPED as error:
        why, status = say_stopped(error)
        console.err(f"{why}Chưa ghi gì.\n")
        return status
    console.out(f"Đã ghi: {file}\n{_say_when(story)}")
    return GOOD


def _say_when(story: Story) -> str:
    if story.waits_until is None:
        return ""
    return (
        f"Bài chờ đến {say_moment(story.waits_until)}: mọi văn bản trong bộ đều mở đầu bằng lời nhắc ấy. "
        "Chỉ gửi riêng cho nơi đã hẹn giờ; đừng để tệp trong kho hay trong thư mục của trang.\n"
    )
