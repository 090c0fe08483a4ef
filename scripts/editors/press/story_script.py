"""The radio script of one story, for ``script``. Reads."""

from pathlib import Path

from scripts.editors.console import GOOD, PROBLEMS, Session
from scripts.editors.messages.report import FORMATS
from scripts.editors.messages.spoken_remarks import say_remarks
from scripts.render.pages import Pages
from scripts.render.press.radio import radio_script, script_text
from scripts.source.library import load_library


def print_script(file: Path, session: Session) -> int:
    """Print the script of the story ``file``, or its problems."""
    library = load_library(session.content, session.today, [file], moment=session.moment)
    if library.taxonomy is None or not library.stories:
        session.console.out(FORMATS["text"](library.problems))
        return PROBLEMS
    script = radio_script(library.stories[0], library.taxonomy)
    session.console.out(script_text(script, Pages(), marked=True))
    say_remarks(script.warnings, session.console)
    return GOOD
