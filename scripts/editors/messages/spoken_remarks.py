"""What an editor should look at in a text that is read aloud. Pure."""

from scripts.editors.console import Console
from scripts.source.problems.shown import shown


def say_remarks(warnings: tuple[str, ...], console: Console) -> None:
    """Say each on a line of the error stream."""
    for warning in warnings:
        console.err(f"Nhắc: {shown(warning, 400)}\n")
