"""Notes who opens the real ``content/``: the running test, or a Python that it started. Writes into a file of notes.

A Python imports the module of this name, found on its path, before anything else; so what a test starts is
watched as the test is. ``tests/conftest.py`` puts this folder on the path and reads the notes.
"""

import os
import sys

REAL = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "content")
NOTES = "NOTES_ON_CONTENT"
"""The variable that names the file of notes."""


def _watch(event, arguments):
    if event not in ("open", "os.listdir", "os.scandir") or isinstance(arguments[0], int):
        return
    path = os.path.abspath(os.fsdecode(arguments[0] or "."))
    # A folder is opened only to be removed below another one that is open: then its name alone is told.
    if path.startswith(REAL + os.sep) or (path == REAL and event != "open"):
        with open(os.environ[NOTES], "a", encoding="utf-8") as notes:
            notes.write(f"{path}\n")


if NOTES in os.environ:
    sys.addaudithook(_watch)
