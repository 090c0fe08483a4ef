"""The time of Vietnam, in one place."""

import ast
from datetime import UTC, date, datetime
from pathlib import Path

from scripts.source.vietnam_time import MOMENT, OFFSET, VIETNAM, start_of

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"


def test_a_day_begins_seven_hours_before_it_does_in_greenwich():
    """What feeds and the podcast say of a day."""
    assert start_of(date(2011, 10, 14)).astimezone(UTC) == datetime(2011, 10, 13, 17, tzinfo=UTC)


def test_what_is_written_is_what_is_meant():
    """The offset an editor writes is that of the zone."""
    assert start_of(date(2011, 10, 14)).isoformat().endswith(OFFSET)
    assert MOMENT.fullmatch(datetime(2026, 12, 1, 6, 0, tzinfo=VIETNAM).isoformat())
    assert not MOMENT.fullmatch("2026-12-01T06:00+00:00")
    assert not MOMENT.fullmatch("2026-12-01T06:00Z")


def test_no_other_module_makes_a_time_zone():
    """Seven hours are counted once."""
    makers = {
        path.stem
        for path in SCRIPTS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom | ast.Import)
        and any(alias.name in ("timezone", "zoneinfo", "ZoneInfo") for alias in node.names)
    }
    assert makers == {"vietnam_time"}
