"""A row of the list of bad inputs cannot silently lose its case."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROWS = (
    *range(1, 74),
    77,
    79,
    81,
    82,
    83,
    84,
    90,
    91,
    92,
    93,
    94,
    95,
)
"""Every row of the contract: what each wrong, careless or hostile contribution must get."""


def rows_with_a_case() -> set[int]:
    files = {int(case.name[:2]) for case in HERE.glob("*/[0-9][0-9]-*.md")}
    tests = {
        int(row)
        for module in HERE.parent.rglob("test_*.py")
        for row in re.findall(r"^def test_row_(\d\d)_", module.read_text(encoding="utf-8"), re.MULTILINE)
    }
    return files | tests


@pytest.mark.parametrize("row", ROWS)
def test_a_row_has_a_case(row):
    assert row in rows_with_a_case()
