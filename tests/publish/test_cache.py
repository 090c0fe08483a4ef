"""The cache on disk: it keeps what is used, forgets the rest, and is never worth a failed build."""

import contextlib
import random
import sqlite3

import pytest

from scripts.publish.disk.cache import disk_cache


@pytest.fixture
def file(tmp_path):
    """Return where a cache may be; the folder is not there yet."""
    return tmp_path / "cache" / "search.sqlite"


def kept(file):
    """Return what the next build would find, using all of it."""
    with disk_cache(file) as cache:
        return {key: cache[key] for key in list(cache)}


def keep(file, **values):
    with disk_cache(file) as cache:
        cache.update(values)


def test_what_was_put_in_is_there_the_next_time(file):
    values = {"một": b"1", "rỗng": b"", "nhị phân": bytes(range(256)) * 99}
    keep(file, **values)
    assert kept(file) == values


def test_a_new_cache_is_empty(file):
    assert kept(file) == {}


def test_what_a_build_does_not_use_is_forgotten(file):
    """Read, asked for with ``get`` or ``in``, written again: each is use; to be there is not."""
    keep(file, read=b"1", got=b"2", asked=b"3", written=b"4", unused=b"5")
    with disk_cache(file) as cache:
        assert cache["read"] == b"1"
        assert cache.get("got") == b"2"
        assert "asked" in cache
        cache["written"] = b"6"
        assert len(cache) == 5
        assert "unused" in list(cache)
    assert kept(file) == {"read": b"1", "got": b"2", "asked": b"3", "written": b"6"}


def test_a_forgotten_value_leaves_the_disk(file):
    keep(file, secret=b"bi mat")
    with disk_cache(file):
        pass
    with sqlite3.connect(file) as connection:
        assert connection.execute("select count(*) from kept").fetchone() == (0,)
    connection.close()


def test_a_deleted_key_is_gone_whether_old_or_new(file):
    keep(file, old=b"1", stays=b"2")
    with disk_cache(file) as cache:
        assert cache["old"] == b"1"
        assert cache["stays"] == b"2"
        cache["new"] = b"3"
        del cache["old"], cache["new"]
    assert kept(file) == {"stays": b"2"}


def test_nothing_is_written_when_the_build_fails(file):
    keep(file, old=b"1", other=b"2")
    before = file.read_bytes()
    with contextlib.suppress(KeyboardInterrupt), disk_cache(file) as cache:
        cache["old"] = b"changed"
        cache["new"] = b"3"
        raise KeyboardInterrupt
    assert file.read_bytes() == before
    assert kept(file) == {"old": b"1", "other": b"2"}


def test_a_build_that_makes_nothing_new_does_not_touch_the_file(file):
    keep(file, old=b"1")
    before = file.read_bytes()
    kept(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"khong phai SQLite" * 100,
        lambda data: data[: len(data) // 2],
        lambda data: data[:100],
        lambda data: bytes(100) + data[100:],
        lambda data: data[:4096] + bytes(len(data) - 4096),
    ],
    ids=["empty", "other text", "half", "header only", "no header", "no pages"],
)
def test_a_file_that_cannot_be_read_is_started_anew(file, damage):
    """The build goes on, and the next one has a cache again."""
    keep(file, **{f"k{n}": bytes(300) for n in range(50)})
    file.write_bytes(damage(file.read_bytes()))
    with disk_cache(file) as cache:
        assert dict(cache) == {}
        cache["new"] = b"1"
    assert kept(file) == {"new": b"1"}


def test_a_file_of_another_shape_is_started_anew(file):
    file.parent.mkdir()
    with sqlite3.connect(file) as connection:
        connection.execute("create table kept (key text primary key, value blob)")
    connection.close()
    keep(file, new=b"1")
    assert kept(file) == {"new": b"1"}


@pytest.mark.parametrize("value", ["value = x'00'", "value = 'text'", "value = null", "seal = 7", "seal = null"])
def test_a_damaged_value_is_forgotten(file, value):
    """It is made again; the others are still worth keeping."""
    keep(file, damaged=b"1", sound=b"2")
    with sqlite3.connect(file) as connection:
        connection.execute(f"update kept set {value} where key = 'damaged'")
    connection.close()
    assert kept(file) == {"sound": b"2"}
    keep(file, damaged=b"1")
    assert kept(file) == {"damaged": b"1"}


def test_no_broken_byte_stops_a_build_or_comes_back_as_a_value(file):
    values = {f"k{n}": random.Random(n).randbytes(50 * n) for n in range(60)}
    keep(file, **values)
    sound = file.read_bytes()
    chance = random.Random(11)
    for _ in range(150):
        data = bytearray(sound)
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.randrange(256)
        file.write_bytes(data)
        with disk_cache(file) as cache:
            assert set(cache.values()) <= set(values.values())
            cache["new"] = b"1"


def test_a_cache_that_cannot_be_saved_is_given_up(file):
    """Somebody else spoils the file while the build runs: the site is still good."""
    with disk_cache(file) as cache:
        cache["new"] = b"1"
        file.write_bytes(b"khong phai SQLite" * 1000)
    assert kept(file) == {}
