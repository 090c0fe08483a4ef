"""Whole builds, as people run them, and sites built once for a whole run. Writes into temporary folders."""

import fcntl
import hashlib
import html
import io
import os
import shutil
from contextlib import contextmanager
from zipfile import ZIP_DEFLATED, ZipFile, is_zipfile

import pytest

from scripts.publish.build import Workplace
from scripts.publish.disk.our_folder import WORKPLACE, claim
from scripts.publish.images.fonts import font_files
from tests.commands import run, run_alone
from tests.made_up import ROOT

FONTS = ROOT / ".pytest_cache" / "fonts"
"""The cut typefaces, kept for a run: they take half of the time of a small build, and none depends on content."""


def run_build(content, out, work, *arguments, **environment):
    """Run ``build`` and return how it ended; in a process of its own if it is to have an ``environment`` of its own.

    A new workplace is given the typefaces; ``tests/publish/test_release.py`` has builds that cut them.
    """
    if not work.exists():
        give_fonts(work)
    words = ("build", "--out", out, "--build", work, *arguments)
    return run_alone(content, *words, **environment) if environment else run(content, *words)


def give_fonts(work):
    """Make ``work`` a workplace in which earlier builds have left the cut typefaces."""
    FONTS.parent.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(FONTS.with_suffix(".lock")):
        for _ in font_files(FONTS):
            pass
        claim(work, WORKPLACE)
        shutil.copytree(FONTS, Workplace(ROOT, work, work).cache / "fonts")


@contextmanager
def one_at_a_time(lock):
    """Wait until no other worker holds the file ``lock``."""
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def digests(site):
    """Return the hash of every file of a site, by its path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def built_once(tmp_path_factory, name, make):
    """Return the folder ``name`` that all workers of this run share; the first to ask calls ``make(folder)``.

    Nobody may change what is in it. If ``make`` fails, so does every test that asks.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / "shared" / name, shared / "shared" / f"{name}.done"
    folder.parent.mkdir(exist_ok=True)
    with one_at_a_time(folder.with_suffix(".lock")):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def site_once(tmp_path_factory, name, content, *arguments):
    """Return ``(site, what the build printed)`` of a good build of ``content``, shared as above."""

    def make(folder):
        done = run_build(content, folder / "site", folder / "build", *arguments)
        if done.returncode != 0:
            pytest.fail(done.stdout + done.stderr)
        (folder / "printed.txt").write_text(done.stdout, encoding="utf-8")

    folder = built_once(tmp_path_factory, name, make)
    return folder / "site", (folder / "printed.txt").read_text(encoding="utf-8")


def packed(**files):
    """Return an archive of ``files``; the name ``word_xml`` is that of ``word.xml``."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()


def texts_in(data):
    """Yield the texts in the file ``data``: itself with entities read, or names and texts of the archive that it is."""
    if is_zipfile(io.BytesIO(data)):
        with ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name
                yield from texts_in(archive.read(name))
    else:
        yield html.unescape(html.unescape(data.decode("utf-8", errors="replace")))
