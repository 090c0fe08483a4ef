"""Steps that a signal must not part: Ctrl+C is heard when they are done. Touches no file; for those who do. Writes.

A rename and the one after it, a list and the folder it speaks of: whoever is stopped between the
two leaves something half made. The kernel keeps a signal for this thread until the block ends; one
that it hands to another thread is noted and sent again: nothing is lost.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, TypeAlias

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Ctrl+C; a service or a CI job that is ended; a terminal that is closed."""

Handler: TypeAlias = Callable[[int, FrameType | None], Any] | int | None


@contextmanager
def unbroken() -> Iterator[None]:
    """Let no signal of ``STOPS`` be heard within the block; one that came is heard at its end."""
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    came: list[int] = []
    handlers = _hear_with(lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for number in dict.fromkeys(came):
            signal.raise_signal(number)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _hear_with(heard: Callable[[int, FrameType | None], None]) -> dict[int, Handler]:
    """Let ``heard`` hear what is not ignored and return who heard it before; only the main thread hears anything."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    before = {number: signal.getsignal(number) for number in STOPS}
    ours: dict[int, Handler] = {
        number: was for number, was in before.items() if was is not None and was is not signal.SIG_IGN
    }
    for number in ours:
        signal.signal(number, heard)
    return ours
