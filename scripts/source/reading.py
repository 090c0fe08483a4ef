"""What a rule looks at: one story's values, their places, and the world around it. Pure."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scripts.source.problems.code import Code
from scripts.source.problems.problem import Problem
from scripts.source.schema.declared import Leaf, leaves_of
from scripts.source.schema.story_keys import FrontMatter
from scripts.source.text.strict_yaml import Location, YamlDocument
from scripts.source.vocabulary.taxonomy import District, Taxonomy


@dataclass(frozen=True)
class Reading:
    """What a rule looks at: one story's values, their places, and the world around it."""

    front: FrontMatter
    document: YamlDocument
    district: District
    taxonomy: Taxonomy
    today: date

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every value of the front matter with its place and what its key declares."""
        return tuple(leaves_of(self.front))

    def problem(self, location: Location, code: Code, /, **values: object) -> Problem:
        """Return what ``code`` says of ``values``, at ``location``."""
        return self.document.problem(location, code, **values)
