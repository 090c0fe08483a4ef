"""What was made before counts only while the code that made it is the same."""

from pathlib import Path

from scripts.publish.disk.fingerprint import files_of_code

SCRIPTS = Path(__file__).parent.parent.parent / "scripts"


def test_every_room_and_every_template_counts():
    """A kit or a script that was kept must not outlive a change of its template, wherever that lies."""
    files = {path.relative_to(SCRIPTS).as_posix() for path in files_of_code()}
    ours = {path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.*") if "__pycache__" not in path.parts}
    assert files == {name for name in ours if name.endswith((".py", ".j2"))}
    assert {
        "render/press/templates/script.txt.j2",
        "render/press/templates/docx/styles.xml.j2",
        "source/vocabulary/lexicon.py",
        "catalog/catalog.py",
    } <= files
