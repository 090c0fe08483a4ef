"""The radio script of one story, for ``script``. Reads."""

from dataclasses import replace
from pathlib import Path

from scripts.editors.console import GOOD, PROBLEMS, WRONG_USE, Session
from scripts.editors.messages.report import FORMATS
from scripts.editors.messages.spoken_remarks import say_remarks
from scripts.render.pages import Pages
from scripts.render.press.radio import radio_script, script_text
from scripts.source.library import load_library
from scripts.source.problems.shown import shown
from scripts.source.text.nearest import offer
from scripts.source.vocabulary.outlets import Outlet
from scripts.source.vocabulary.taxonomy import Taxonomy


def print_script(file: Path, station: str, session: Session) -> int:
    """Print the script of the story ``file``, or its problems; at the pace of ``station`` when one is named."""
    library = load_library(session.content, session.today, [file], moment=session.moment)
    if library.taxonomy is None or not library.stories:
        session.console.out(FORMATS["text"](library.problems))
        return PROBLEMS
    taxonomy = library.taxonomy
    if station:
        outlet = next((one for one in taxonomy.outlets if station in (one.slug, one.name)), None)
        if outlet is None or outlet.pace is None:
            session.console.err(_say_no_pace(station, outlet, taxonomy))
            return WRONG_USE
        taxonomy = _at_the_pace_of(outlet, outlet.pace, taxonomy)
    script = radio_script(library.stories[0], taxonomy)
    session.console.out(script_text(script, Pages(), marked=True))
    say_remarks(script.warnings, session.console)
    return GOOD


def _at_the_pace_of(outlet: Outlet, pace: str, taxonomy: Taxonomy) -> Taxonomy:
    """Return ``taxonomy`` with the pace of a station in place of the house's."""
    own = taxonomy.lexicon.pace.model_copy(update={"syllables_per_minute": pace, "source": f"Tốc độ của {outlet.name}"})
    return replace(taxonomy, lexicon=taxonomy.lexicon.model_copy(update={"pace": own}))


def _say_no_pace(station: str, outlet: Outlet | None, taxonomy: Taxonomy) -> str:
    if outlet is not None:
        return f"{outlet.name} chưa có tốc độ đọc. Hãy ghi pace (âm tiết mỗi phút) cho đài ấy trong outlets.yml.\n"
    near = offer(station, [one.name for one in taxonomy.outlets])
    return f"Không có báo, đài “{shown(station)}” trong outlets.yml{near}\n"
