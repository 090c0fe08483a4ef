"""Commands as people give them, ``python -m scripts …``: run in this process, or in one of their own.

Starting Python and reading the libraries takes longer than most commands. So a command is run through its door,
``main``, unless the test is about what only a process has: an environment, a pipe, a signal, an end at any moment.
"""

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from subprocess import CompletedProcess

from scripts.__main__ import main
from tests.made_up import ROOT


def run(content, *arguments, cwd=ROOT):
    """Run ``--content … arguments`` in this process and return how it ended and what it said.

    What nobody foresaw is raised: in a process of its own it would be one sentence and the status of a fault.
    """
    said, complained = io.StringIO(), io.StringIO()
    words = words_of(content, arguments)
    with chdir(cwd), redirect_stdout(said), redirect_stderr(complained):
        try:
            status = main(words)
        except SystemExit as ended:  # argparse, on wrong use
            status = ended.code
    return CompletedProcess(words, status, said.getvalue(), complained.getvalue())


def run_alone(content, *arguments, cwd=ROOT, told=None, **environment):
    """Do the same in a process of its own, with ``environment`` added to ours and ``told`` on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "scripts", *words_of(content, arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        input=told,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def words_of(content, arguments):
    """Return the words of a command on ``content``, a folder or what the fixtures of that name return."""
    return ["--content", str(content if isinstance(content, (str, Path)) else content.root), *map(str, arguments)]
