"""What only editors see, found in a public site: the words of the fact check, in any file. Reads.

The pages show them in the preview alone, and nothing else shows them at all; this looks whether that is so.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from scripts.publish.gate.long_phrases import LongPhrases
from scripts.publish.gate.unspoken import texts_of
from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.problems.registry.site import EDITORS_WORDS


def check_unseen(site: Path, files: Sequence[str], unseen: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Yield each file of ``site`` that holds a phrase in ``unseen``, once for each source file that has the phrase.

    ``unseen`` are phrases by the path of the file they stand in. The message does not quote them.
    """
    phrases = LongPhrases(phrase for held in unseen.values() for phrase in held)
    if not phrases:
        return
    for name in files:
        found = {phrase for text in texts_of(name, (site / name).read_bytes()) for phrase in phrases.found_in(text)}
        # Nearly no file ever has one: only then is it asked whose it is.
        for path in sorted(path for path, held in unseen.items() if not found.isdisjoint(held)) if found else ():
            yield problem_at(f"site/{name}", START, EDITORS_WORDS, file=path)
