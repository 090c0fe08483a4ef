"""Find codes: all of them by theme, one by its name. Pure."""

from dataclasses import dataclass
from types import ModuleType

from scripts.source.problems.code import Code
from scripts.source.problems.registry import (
    approval,
    body,
    facts,
    files,
    form,
    house,
    lists,
    media,
    people,
    site,
    style,
    yaml,
)


@dataclass(frozen=True, slots=True)
class Theme:
    """One module of the registry: its name, what editors call it, its codes in their order."""

    key: str
    title: str
    codes: tuple[Code, ...]


_MODULES = (form, yaml, facts, people, body, style, media, files, lists, approval, house, site)


def _constants(module: ModuleType) -> list[Code]:
    return [value for value in vars(module).values() if isinstance(value, Code)]


def _themes() -> tuple[Theme, ...]:
    """Return the codes by the module that first holds them; raises ``ValueError`` for a name used twice."""
    placed: dict[str, Code] = {}
    themes: list[Theme] = []
    # ``lists`` and ``site`` import from others a few codes that they only word anew.
    for module in _MODULES:
        codes: list[Code] = []
        for code in _constants(module):
            if code.base is None and placed.setdefault(code.name, code) is code and code not in codes:
                if not any(code in theme.codes for theme in themes):
                    codes.append(code)
            elif code.base is None and placed[code.name] is not code:
                message = f"{code.name} stands twice in the registry"
                raise ValueError(message)
        themes.append(Theme(module.__name__.rpartition(".")[2], module.TITLE, tuple(codes)))
    return tuple(themes)


THEMES = _themes()
CODES = {code.name: code for theme in THEMES for code in theme.codes}
"""Every code by its name."""
WORDINGS = tuple(dict.fromkeys(code for module in _MODULES for code in _constants(module)))
"""Every code and every other wording of one."""


def wordings_of(code: Code) -> tuple[Code, ...]:
    """Return the other wordings of ``code``."""
    return tuple(other for other in WORDINGS if other.base is code)
