"""A file of ``content/taxonomy`` as written; and the lexicon, which alone is enough to read aloud. Reads."""

from pathlib import Path

from scripts.source.problems.problem import Problem
from scripts.source.problems.registry.lists import TAXONOMY_MISSING
from scripts.source.schema.validation import validate
from scripts.source.text.source_text import SourceText
from scripts.source.text.strict_yaml import YamlDocument, parse_yaml
from scripts.source.text.text_file import printable, read_text
from scripts.source.vocabulary.lexicon import Lexicon, check_lexicon

_LEXICON = "lexicon.yml"


def read_vocabulary(file: Path) -> tuple[YamlDocument, list[Problem]]:
    """Return what is written in ``file``; its value is ``None`` only if there are problems."""
    nothing = YamlDocument(SourceText("", printable(file)))
    lost = nothing.problem((), TAXONOMY_MISSING)
    if not file.exists() and not file.is_symlink():
        return nothing, [lost]
    source, problems = read_text(file)
    if source is None:
        return nothing, problems
    document, found = parse_yaml(source)
    if not document.value and not found:
        return nothing, [*problems, lost]
    return document, [*problems, *found]


def load_lexicon(folder: Path) -> tuple[Lexicon | None, list[Problem]]:
    """Return the lexicon in the vocabulary ``folder``, or ``None``, and what is wrong with its file."""
    document, problems = read_vocabulary(folder / _LEXICON)
    if document.value is None:
        return None, problems
    lexicon, invalid = validate(Lexicon, document)
    return lexicon, [*problems, *invalid, *(check_lexicon(lexicon, document) if lexicon else ())]
