"""The cache of files: what comes out is what went in, or nothing."""

import os
from pathlib import Path

import pytest

from scripts.publish.disk.kept_files import KeptFiles
from scripts.publish.images.fonts import font_files


@pytest.fixture
def folder(tmp_path):
    """Return where a cache may be; it is not there yet."""
    return tmp_path / "cache" / "photos"


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_was_put_in_is_there_the_next_time(folder):
    for key, data in {"một": b"1", "rỗng": b"", "../ngoài": bytes(range(256))}.items():
        KeptFiles(folder).put(key, data)
        assert KeptFiles(folder).get(key) == data
    assert KeptFiles(folder).get("khác") is None
    assert files(folder.parent.parent) == files(folder), "no key leads out of the folder"


@pytest.mark.parametrize("at", [0, 31, 32, 40])
def test_one_flipped_bit_anywhere_and_it_is_forgotten(folder, at):
    KeptFiles(folder).put("ảnh", b"mot tam anh")
    (file,) = files(folder)
    damaged = bytearray(file.read_bytes())
    damaged[at] ^= 1
    file.write_bytes(damaged)
    assert KeptFiles(folder).get("ảnh") is None


@pytest.mark.parametrize("size", [0, 5, 32, 38])
def test_a_file_cut_short_is_forgotten(folder, size):
    KeptFiles(folder).put("ảnh", b"mot tam anh")
    (file,) = files(folder)
    os.truncate(file, size)
    assert KeptFiles(folder).get("ảnh") is None


def test_a_file_under_the_name_of_another_is_not_taken_for_it(folder):
    kept = KeptFiles(folder)
    kept.put("một", b"1")
    (one,) = files(folder)
    kept.put("hai", b"2")
    (two,) = set(files(folder)) - {one}
    two.write_bytes(one.read_bytes())
    assert kept.get("hai") is None


def test_what_a_build_does_not_use_leaves_the_disk(folder):
    """Asked for or put: used. So is what a killed build left half written: gone."""
    before = KeptFiles(folder)
    for key in ("dùng", "không dùng"):
        before.put(key, key.encode())
    (folder / ".x.part").write_bytes(b"half")
    now = KeptFiles(folder)
    now.get("dùng")
    now.put("mới", b"moi")
    now.forget_unused()
    assert len(files(folder)) == 2
    assert KeptFiles(folder).get("dùng") == "dùng".encode()
    assert KeptFiles(folder).get("không dùng") is None


def test_nothing_to_forget_where_nothing_was_kept(folder):
    KeptFiles(folder).forget_unused()
    assert not folder.exists()


def test_a_kept_file_is_on_the_disk_before_it_has_its_name(folder, monkeypatch):
    """Renaming first could leave an empty file after a power cut; that would be forgotten, but why risk it."""
    done = []
    sync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (done.append("fsync"), sync(handle)))
    monkeypatch.setattr(Path, "replace", lambda self, to: (done.append("rename"), replace(self, to))[1])
    KeptFiles(folder).put("ảnh", b"mot tam anh")
    assert done == ["fsync", "rename", "fsync"]


def test_a_damaged_typeface_in_the_cache_is_not_published(folder):
    good = dict(font_files(folder))
    for file in files(folder):
        file.write_bytes(file.read_bytes()[:-1] + b"\x00")
    assert dict(font_files(folder)) == good
