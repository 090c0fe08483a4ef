"""Templates to text, through the one environment of the house. Pure.

An environment takes some 25 ms to make and compiles every template again: there is one a process.
A template is named by its room: ``reading/story.html.j2``, ``press/docx/styles.xml.j2``.
"""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined, select_autoescape

from scripts.render import urls
from scripts.render.wording import say_number

_ROOMS = ("reading", "guide", "timeline", "press", "machines", "servers")


def render(template: str, **values: Any) -> str:
    """Return what ``template`` makes of ``values``, without a line break at its end; an undefined name is an error.

    Values are escaped everywhere but in ``.txt.j2``: plain text, and the set-up of servers, which no
    contributor's word enters.
    """
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PrefixLoader({room: PackageLoader(f"scripts.render.{room}") for room in _ROOMS}),
        autoescape=select_autoescape(default=True, disabled_extensions=("txt.j2",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["number"] = say_number
    environment.globals["urls"] = urls
    return environment
