"""``script``: the radio script of a story, or any text as it is read aloud. Reads."""

import re
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Session
from scripts.editors.messages.report import FORMATS
from scripts.editors.messages.spoken_remarks import say_remarks
from scripts.render.spoken.speech import speak
from scripts.source.problems.shown import shown
from scripts.source.tree import MODELS, STORY_FILE, TAXONOMY
from scripts.source.vocabulary.lexicon_file import load_lexicon

_KEY = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
LONGEST = 200_000
"""Letters read from a pipe: far more than any story."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what may follow the name of the command."""
    parser.add_argument(
        "text",
        metavar="LỜI|BÀI",
        help="một câu; “-” để đọc từ đầu vào; hoặc một bài: địa-bàn/tên-bài hay đường dẫn",
    )
    parser.add_argument("--outlet", metavar="ĐÀI", help="tính giờ theo tốc độ đọc của đài ấy (pace trong outlets.yml)")


def run(options: Namespace, session: Session) -> int:
    """Print the script of a story, or the spoken form of a text; remarks go to the error stream."""
    file = _story_file(options.text, session.content)
    if file is None and _looks_like_a_story(options.text, session.content):
        session.console.err(f"Không có bài “{shown(options.text)}”. Hãy kiểm lại đường dẫn.\n")
        return WRONG_USE
    if file is None:
        return _print_spoken(options.text, session)
    from scripts.editors.press.story_script import print_script  # noqa: PLC0415 - a sentence needs none of it

    return print_script(file, options.outlet or "", session)


def _story_file(named: str, content: Path) -> Path | None:
    """Return the story file that ``named`` means (its path, its folder, or district/slug), or ``None``."""
    if "\n" in named or "\0" in named or len(named) > 1000:  # noqa: PLR2004 - no path, and the system would say so
        return None
    models = content / MODELS
    for place in (Path(named), models / named):
        file = place if place.name == STORY_FILE else place / STORY_FILE
        if file.is_file() and models.resolve() in file.resolve().parents:
            return models / file.resolve().relative_to(models.resolve())
    return None


def _looks_like_a_story(named: str, content: Path) -> bool:
    if _KEY.fullmatch(named) and (content / MODELS / named.split("/", maxsplit=1)[0]).is_dir():
        return True  # a slip in the name of a story, not a sentence
    return named.endswith(STORY_FILE) or named.startswith((f"{content}/", "content/models/"))


def _print_spoken(text: str, session: Session) -> int:
    lexicon, problems = load_lexicon(session.content / TAXONOMY)
    if lexicon is None or problems:
        session.console.out(FORMATS["text"](problems))
        return PROBLEMS
    lines = [speak(line, lexicon) for line in (sys.stdin.read(LONGEST) if text == "-" else text).split("\n")]
    session.console.out("".join(f"{line.text}\n" for line in lines if line.text) or "\n")
    for number, line in enumerate(lines, start=1):
        where = f"dòng {number}: " if len(lines) > 1 else ""
        say_remarks(tuple(f"{where}{warning}" for warning in line.warnings), session.console)
    return GOOD
