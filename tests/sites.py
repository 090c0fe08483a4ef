"""Whole builds, as people run them, and sites built once for a whole run. Writes into temporary folders."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys

import pytest

from tests.made_up import ROOT


def run_build(content, out, work, *arguments, **environment):
    """Run ``python -m scripts build`` in its own process and return it, finished."""
    command = [sys.executable, "-m", "scripts", "--content", str(content), "build"]
    command += ["--out", str(out), "--build", str(work), *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=300
    )


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
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
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
