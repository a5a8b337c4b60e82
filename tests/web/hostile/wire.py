"""Clients that are not polite: they speak to the server's socket themselves."""

from __future__ import annotations

import socket
import time
from urllib.parse import urlsplit

import httpx

from tests.web.api.asking import PLAIN, ask, file
from tests.web.running import Running

QUICK = 25
"""Seconds in which an ordinary upload is answered here: as little as half a second on a machine
that has nothing else to do, and many times that on one that runs every other test meanwhile."""


def connected(server: Running, seconds: float = 60) -> socket.socket:
    """Return a connection."""
    split = urlsplit(server.base)
    return socket.create_connection((split.hostname, split.port), timeout=seconds)


def head(server: Running, *lines: str, path: str = "/api/check") -> bytes:
    """Return the first lines of a request."""
    host = urlsplit(server.base).netloc
    said = [f"POST {path} HTTP/1.1", f"Host: {host}", *lines]
    return ("\r\n".join(said) + "\r\n\r\n").encode("latin-1")


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
    """Send an ordinary workbook as anybody does, and return how many seconds the answer took."""
    began = time.perf_counter()
    answer = ask(server.base, file(PLAIN))
    assert answer.status_code == 200, answer.text
    return time.perf_counter() - began


def lives(server: Running) -> None:
    """Expect the server to be there, soon ready, and quick."""
    end = time.monotonic() + 60
    while (answer := httpx.get(f"{server.base}/healthz", timeout=10)).status_code != 200:
        assert answer.json()["code"] == "starting"
        assert time.monotonic() < end
        time.sleep(0.1)
    assert ordinary(server) < QUICK
    assert server.process.poll() is None
