"""``script``: the radio script of a story, or any text as it is read aloud. Reads."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Console, Session
from scripts.editors.report import FORMATS
from scripts.render.pages import Pages
from scripts.render.press.radio import radio_script, script_text
from scripts.render.spoken.speech import speak
from scripts.source.library import load_library
from scripts.source.problems.problem import shown
from scripts.source.tree import MODELS, STORY_FILE, TAXONOMY
from scripts.source.vocabulary.taxonomy_files import load_taxonomy

NAME = "script"
HELP = "đọc thành lời: một câu, hoặc kịch bản phát thanh của một bài"
LONGEST = 200_000
"""Letters read from a pipe: far more than any story."""


def add_arguments(parser: ArgumentParser) -> None:
    """Say what may follow the name of the command."""
    parser.add_argument(
        "text",
        metavar="LỜI|BÀI",
        help="một câu; “-” để đọc từ đầu vào; hoặc một bài: địa-bàn/tên-bài hay đường dẫn",
    )


def run(options: Namespace, session: Session) -> int:
    """Print the script of a story, or the spoken form of a text; remarks go to the error stream."""
    file = _story_file(options.text, session.content)
    if file is None and _looks_like_a_story(options.text, session.content):
        session.console.err(f"Không có bài “{shown(options.text)}”. Hãy kiểm lại đường dẫn.\n")
        return WRONG_USE
    return _print_script(file, session) if file else _print_spoken(options.text, session)


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
    return named.endswith(STORY_FILE) or named.startswith((f"{content}/", "content/models/"))


def _print_spoken(text: str, session: Session) -> int:
    taxonomy, problems = load_taxonomy(session.content / TAXONOMY)
    if taxonomy is None:
        session.console.out(FORMATS["text"](problems))
        return PROBLEMS
    speech = speak(sys.stdin.read(LONGEST) if text == "-" else text, taxonomy.lexicon)
    session.console.out(f"{speech.text}\n")
    _remark(speech.warnings, session.console)
    return GOOD


def _print_script(file: Path, session: Session) -> int:
    library = load_library(session.content, session.today, [file])
    if library.taxonomy is None or not library.stories:
        session.console.out(FORMATS["text"](library.problems))
        return PROBLEMS
    script = radio_script(library.stories[0], library.taxonomy)
    session.console.out(script_text(script, Pages()))
    _remark(script.warnings, session.console)
    return GOOD


def _remark(warnings: tuple[str, ...], console: Console) -> None:
    for warning in warnings:
        console.err(f"Nhắc: {shown(warning, 400)}\n")
