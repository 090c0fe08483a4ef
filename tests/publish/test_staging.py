"""Staging writes what changed and removes what is stale."""

from pathlib import PurePosixPath

import pytest

from scripts.publish.staging import files_in, stage


def staged(folder):
    return {path.as_posix(): data for path, data in files_in(folder)}


def files(**texts):
    return [(PurePosixPath(name.replace("__", "/") + ".md"), text.encode()) for name, text in texts.items()]


def test_staging_twice_writes_nothing(tmp_path):
    stage(files(a="1", b__c="2"), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    again = stage(files(a="1", b__c="2"), tmp_path)
    assert (again.written, again.removed, again.kept) == ([], [], 2)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")} == before


def test_only_what_changed_is_written_and_what_is_gone_is_removed(tmp_path):
    stage(files(a="1", b__c="2", d__e__f="3"), tmp_path)
    changes = stage(files(a="1", b__c="other"), tmp_path)
    assert changes.written == [PurePosixPath("b/c.md")]
    assert changes.removed == [PurePosixPath("d/e/f.md")]
    assert staged(tmp_path) == {"a.md": b"1", "b/c.md": b"other"}
    assert not (tmp_path / "d").exists()


def test_two_sources_for_one_page_are_an_error(tmp_path):
    """A generated page never shadows a hand-written one."""
    with pytest.raises(ValueError, match=r"a\.md"):
        stage([*files(a="1"), *files(a="2")], tmp_path)


def test_hidden_files_are_not_read(tmp_path):
    (tmp_path / ".secret").mkdir()
    (tmp_path / ".secret" / "a").write_text("x")
    (tmp_path / ".b").write_text("x")
    assert staged(tmp_path) == {}


@pytest.mark.parametrize("path", ["../ngoai.md", "a/../../ngoai.md", "/ngoai.md"])
def test_nothing_is_staged_outside_the_folder(tmp_path, path):
    """Whatever a folder of content is called."""
    with pytest.raises(ValueError, match="below the folder"):
        stage([(PurePosixPath(path), b"x")], tmp_path / "docs")
    assert not list(tmp_path.rglob("*.md"))
