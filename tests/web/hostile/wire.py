"""Clients that are not polite: they speak to the server's socket themselves."""

from __future__ import annotations

import socket
import time
from urllib.parse import urlsplit

from tests.web import plainly
from tests.web.api.asking import PLAIN, ask, file
from tests.web.running import Running

QUICK = 25
"""Seconds in which an ordinary upload is answered here: as little as half a second on a machine
that has nothing else to do, and many times that on one that runs every other test meanwhile."""


def connected(server: Running, seconds: float = 60) -> socket.socket:
    """Return a connection."""
    split = urlsplit(server.base)
    return socket.create_connection((split.hostname, split.port), timeout=seconds)


def head(server: Running, *lines: str, path: str = "/api/check", method: str = "POST") -> bytes:
    """Return the first lines of a request."""
    host = urlsplit(server.base).netloc
    said = [f"{method} {path} HTTP/1.1", f"Host: {host}", *lines]
    return ("\r\n".join(said) + "\r\n\r\n").encode("latin-1")


LIMIT, UPLOAD, HEAD = 1_000_000, 5, 4
"""Bytes of a workbook, and seconds for an upload and for its first lines, that the server of the
slow and of the large allows."""

SOMEBODY_ELSE = {"X-Forwarded-For": "192.0.2.7"}

FORM = "Content-Type: multipart/form-data; boundary=b"
PART = b"--b\r\nContent-Disposition: form-data; name=workbook; filename=a.xlsx\r\n\r\n"
END = b"\r\n--b--\r\n"


def answered(connection: socket.socket) -> bytes:
    """Return all that the server says until it has nothing more to say, or ends the connection."""
    said = b""
    try:
        while block := connection.recv(65_536):
            said += block
            top, _, body = said.partition(b"\r\n\r\n")
            length = [line for line in top.lower().split(b"\r\n") if b"content-length" in line]
            if length and len(body) >= int(length[0].split(b":")[1]):
                break
    except ConnectionError:
        pass
    return said


def ordinary(server: Running) -> float:
    """Send an ordinary workbook, and return how many seconds the answer took.

    It comes from an address of its own where the server believes who it says it is from.
    """
    began = time.perf_counter()
    answer = ask(server.base, file(PLAIN), headers=SOMEBODY_ELSE)
    assert answer.status_code == 200, answer.text
    return time.perf_counter() - began


def lives(server: Running) -> None:
    """Expect the server to be there, soon ready, and quick."""
    end = time.monotonic() + 60
    while (answer := plainly.get(f"{server.base}/healthz", timeout=10)).status_code != 200:
        assert answer.json()["code"] == "starting"
        assert time.monotonic() < end
        time.sleep(0.1)
    assert ordinary(server) < QUICK
    assert server.process.poll() is None
