"""What must hold between the entries of the vocabularies: one rule, one function, its docstring the rule. Pure.

Only what the site would show wrongly is a rule. How many districts, communes or fields there are is not:
the files say it, and they may grow.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from scripts.source.problems.problem import START, Problem, problem_at
from scripts.source.text.nearest import unknown_word
from scripts.source.vocabulary.taxonomy import Approver, District, Period, Unit, Vocabulary


def check_districts(path: str, districts: Iterable[District], units: Vocabulary[Unit]) -> Iterator[Problem]:
    """Return what is wrong with the districts of the file ``path``."""
    districts = tuple(districts)
    for rule in (_successors_exist(districts, units), _names_follow(districts), _tiles_are_apart(districts)):
        for code, message in rule:
            yield problem_at(path, START, code, message)
    yield from check_spans(path, (period for district in districts for period in district.names))


def _successors_exist(districts: Iterable[District], units: Vocabulary[Unit]) -> Iterator[tuple[str, str]]:
    """Every commune went to a unit of today that exists."""
    for district in districts:
        for commune in district.communes:
            if commune.successor not in units:
                message = unknown_word(f"Đơn vị nay của {commune.name}", commune.successor, units.slugs)
                yield "unknown-successor", message


def _names_follow(districts: Iterable[District]) -> Iterator[tuple[str, str]]:
    """A district's next name holds from the day on which the one before it ends."""
    for district in districts:
        for earlier, later in pairwise(district.names):
            if earlier.until is None or earlier.until != later.since:
                message = (
                    f"“{earlier.name}” và “{later.name}” không nối nhau: "
                    "ngày to của tên trước phải là ngày from của tên sau. Hãy kiểm lại hai ngày."
                )
                yield "names-apart", message


def _tiles_are_apart(districts: Iterable[District]) -> Iterator[tuple[str, str]]:
    """No two districts are drawn on one square of the map."""
    drawn: dict[tuple[int, int], str] = {}
    for district in districts:
        if district.tile is not None:
            name = district.names[-1].name
            square = (district.tile.column, district.tile.row)
            if other := drawn.get(square):
                message = f"“{name}” và “{other}” ở cùng một ô bản đồ. Hãy đổi column hoặc row của một nơi."
                yield "tiles-together", message
            drawn.setdefault(square, name)


def check_units(path: str, units: Iterable[Unit], districts: Iterable[District]) -> Iterator[Problem]:
    """Every unit of today has the ground of some commune, else no story could lie in it."""
    heirs = {commune.successor for district in districts for commune in district.communes}
    for unit in units:
        if unit.slug not in heirs:
            message = (
                f"Không xã nào trong districts.yml ghi nay là “{unit.name}”. "
                f"Hãy ghi successor: {unit.slug} ở các xã đã nhập vào đó, hoặc xóa đơn vị này."
            )
            yield problem_at(path, START, "no-forerunner", message)


def check_spans(path: str, spans: Iterable[Period | Approver]) -> Iterator[Problem]:
    """Nothing stops holding before it begins."""
    for span in spans:
        if span.since and span.until and span.until <= span.since:
            message = f"“{span.name}”: ngày thôi (to) không sau ngày bắt đầu (from). Hãy kiểm lại hai ngày."
            yield problem_at(path, START, "dates-out-of-order", message)


def check_patterns(path: str, districts: Iterable[District], drawn: Collection[str]) -> Iterator[Problem]:
    """The pattern of a district is one that is ``drawn`` in ``docs/assets/img``."""
    for district in districts:
        if district.pattern not in drawn:
            message = unknown_word(f"Họa tiết của {district.names[-1].name}", district.pattern, sorted(drawn))
            yield problem_at(path, START, "unknown-pattern", message)
