"""A static server that can be as slow as a village's mobile line, and a processor that can be too.

The delay and the rate are the server's, not the browser's: DevTools' emulation does not reach the
workers in which some engines load their files.
"""

import functools
import gzip
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_SLICE = 2048
"""Bytes sent at a time: what shares a slow line takes turns."""
_PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
"""What a server usually compresses. Pagefind's own files are compressed already."""


@dataclass
class Line:
    """A line to the reader: seconds before an answer (twice that on a new connection), bytes a second for all."""

    latency: float = 0.0
    rate: float = 0.0
    _free: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait_for_turn(self, size: int) -> None:
        """Wait until the line has carried ``size`` bytes more."""
        if not self.rate:
            return
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size / self.rate
            pause = self._free - time.monotonic()
        time.sleep(max(0.0, pause))


FAST = Line()
SLOW = Line(latency=0.150, rate=1.6e6 / 8)


class Server(ThreadingHTTPServer):
    """Serves one folder over HTTP/1.1, gzipped once, and notes every answer."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path) -> None:
        """Start serving at once, on a free port."""
        super().__init__(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
        self.line = FAST
        self.sent: list[tuple[str, int]] = []
        """Path and bytes of each body, in the order in which the answers began."""
        self._bodies: dict[str, tuple[bytes, bool]] = {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """The root of the site, with its slash."""
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser that is closed in the middle drops its connections."""

    def body_of(self, file: Path) -> tuple[bytes, bool]:
        """Return what is sent for ``file`` and whether it is gzipped (level 6); kept for the next time."""
        key = str(file)
        if key not in self._bodies:
            data = file.read_bytes()
            packed = file.suffix in _PACKED
            self._bodies[key] = (gzip.compress(data, 6, mtime=0) if packed else data, packed)
        return self._bodies[key]

    @contextmanager
    def over(self, line: Line) -> Iterator[None]:
        """Use ``line`` for a while."""
        self.line = line
        try:
            yield
        finally:
            self.line = FAST


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def setup(self) -> None:
        super().setup()
        self.fresh = True

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        line = self.server.line
        time.sleep(line.latency * (2 if self.fresh else 1))
        self.fresh = False
        if not file.is_file():
            self.send_error(404)
            return
        body, packed = self.server.body_of(file)
        self.server.sent.append((self.path.partition("?")[0], len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        for start in range(0, len(body), _SLICE):
            part = body[start : start + _SLICE]
            line.wait_for_turn(len(part))
            self.wfile.write(part)

    def log_message(self, *_: object) -> None:
        """Say nothing: ``Server.sent`` is the log."""


@contextmanager
def held_to_a_quarter(leader: int, period: float = 0.020) -> Iterator[None]:
    """Stop the process group of ``leader`` for three quarters of every ``period``.

    On two cores that is two cores at 25 %, for the page, its workers and the rest of the browser alike.
    """
    group = os.getpgid(leader)
    if group == os.getpgid(0):
        raise ValueError(leader)  # that would stop ourselves
    over = threading.Event()

    def hold() -> None:
        while not over.is_set():
            os.killpg(group, signal.SIGSTOP)
            time.sleep(period * 0.75)
            os.killpg(group, signal.SIGCONT)
            time.sleep(period * 0.25)

    holder = threading.Thread(target=hold, daemon=True)
    holder.start()
    try:
        yield
    finally:
        over.set()
        holder.join()
