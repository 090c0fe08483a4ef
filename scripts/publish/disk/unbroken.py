"""Steps that a signal must not part: Ctrl+C is heard when they are done. Touches no file; for those who do. Writes.

A rename and the one after it, a list and the folder it speaks of: whoever is stopped between the
two leaves something half made. The kernel keeps the signal until the block ends, so nothing is lost.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Ctrl+C; a service or a CI job that is ended; a terminal that is closed."""


@contextmanager
def unbroken() -> Iterator[None]:
    """Let no signal of ``STOPS`` be heard within the block; one that came is heard at its end."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
