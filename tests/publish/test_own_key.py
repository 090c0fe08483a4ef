"""Row 82: what is kept from build to build counts only if we kept it, whatever its checksum says."""

import hashlib
import os
import sqlite3
import stat
from contextlib import closing

import pytest

from scripts.publish.disk import own_key
from scripts.publish.disk.cache import disk_cache
from scripts.publish.disk.kept_files import KeptFiles
from scripts.publish.disk.own_key import seal, seal_by


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Change to the user of a machine by its name; each has a key of its own."""

    def at(name):
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / name))
        own_key.own_key.cache_clear()
        return tmp_path / name / "dan-van-kheo" / "cache.key"

    yield at
    own_key.own_key.cache_clear()


def test_row_82_a_file_that_another_machine_kept_is_not_taken(machine, tmp_path):
    """All is right with it, its name, its form, its seal: but the seal is a stranger's."""
    machine("cua-ta")
    KeptFiles(tmp_path / "kits").put("bài", b"that")
    machine("nguoi-la")
    KeptFiles(tmp_path / "kits").put("bài", b"bia")
    assert KeptFiles(tmp_path / "kits").get("bài") == b"bia"
    machine("cua-ta")
    assert KeptFiles(tmp_path / "kits").get("bài") is None
    KeptFiles(tmp_path / "kits").put("bài", b"that")
    machine("cua-ta")
    assert KeptFiles(tmp_path / "kits").get("bài") == b"that", "the key outlives a run"


def test_row_82_a_value_that_another_machine_kept_is_not_taken(machine, tmp_path):
    def kept():
        with disk_cache(tmp_path / "scripts.sqlite") as cache:
            return {key: cache[key] for key in list(cache)}

    machine("nguoi-la")
    with disk_cache(tmp_path / "scripts.sqlite") as cache:
        cache["bài"] = b"bia"
    assert kept() == {"bài": b"bia"}
    machine("cua-ta")
    assert kept() == {}


@pytest.mark.parametrize("sums", ["as files had them before", "a key of zeros", "nothing"])
def test_row_82_a_checksum_without_the_key_is_none(sums, machine, tmp_path):
    machine("cua-ta")
    name = hashlib.sha256("bài".encode()).digest()
    made = {
        "as files had them before": hashlib.sha256(name + b"bia").digest(),
        "a key of zeros": seal_by(bytes(32), "kits", name, b"bia"),
        "nothing": bytes(32),
    }[sums]
    (tmp_path / "kits").mkdir()
    (tmp_path / "kits" / name.hex()).write_bytes(made + b"bia")
    assert KeptFiles(tmp_path / "kits").get("bài") is None
    with disk_cache(tmp_path / "a.sqlite") as cache:
        cache["bài"] = b"that"
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection, connection:
        connection.execute("update kept set value = ?, seal = ?", (b"bia", made))
    with disk_cache(tmp_path / "a.sqlite") as cache:
        assert dict(cache) == {}


def test_row_82_a_seal_holds_for_one_place_alone(machine, tmp_path):
    """A kit of the preview, drafts and all, is no kit of the public edition, even under the same name."""
    machine("cua-ta")
    KeptFiles(tmp_path / "kits-preview").put("bài", b"ban thao")
    (tmp_path / "kits-preview").rename(tmp_path / "kits-public")
    assert KeptFiles(tmp_path / "kits-public").get("bài") is None
    assert len({seal("a", "b", b"c"), seal("ab", "", b"c"), seal("a", "bc", b""), seal("", "ab", b"c")}) == 4


def test_the_key_is_made_once_and_only_we_can_read_it(machine):
    file = machine("cua-ta")
    key = own_key.own_key()
    assert (file.read_bytes(), len(key), stat.S_IMODE(file.stat().st_mode)) == (key, 32, 0o600)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    machine("cua-ta")
    assert own_key.own_key() == key


def readable_by_others(file):
    file.chmod(0o644)


def cut_short(file):
    file.write_bytes(file.read_bytes()[:31])


def a_link(file):
    file.rename(file.with_name("that"))
    file.symlink_to("that")


@pytest.mark.parametrize("spoil", [readable_by_others, cut_short])
def test_a_key_that_is_not_ours_alone_is_replaced(spoil, machine):
    file = machine("cua-ta")
    key = own_key.own_key()
    spoil(file)
    machine("cua-ta")
    assert own_key.own_key() != key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() == own_key.own_key()
    assert len(own_key.own_key()) == 32


@pytest.mark.parametrize("spoil", ["a link", "a pipe", "no folder"])
def test_where_no_key_can_be_kept_each_run_has_its_own(spoil, machine):
    """A build is never refused for it; it only starts anew."""
    file = machine("cua-ta")
    if spoil == "no folder":
        file.parent.parent.write_text("x")
    else:
        own_key.own_key()
        a_link(file) if spoil == "a link" else (file.unlink(), os.mkfifo(file))
    keys = set()
    for _ in range(2):
        machine("cua-ta")
        keys.add(own_key.own_key())
    assert len(keys) == (1 if spoil == "a pipe" else 2)
