"""Clients that are slow hurt nobody: others are answered meanwhile, and they are cut off."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.web.api.asking import PLAIN, ask, file
from tests.web.hostile.wire import (
    FORM,
    HEAD,
    PART,
    QUICK,
    UPLOAD,
    answered,
    connected,
    head,
    lives,
    ordinary,
)
from tests.web.running import Running
from xl_vsm.web.connection import LEFT_SECONDS

CLIENTS = 300


@pytest.fixture
def many() -> Iterator[ExitStack]:
    """Keep connections until the test is done."""
    with ExitStack() as stack:
        yield stack


def trickle(connections: list[socket.socket], seconds: float, server: Running) -> list[float]:
    """Have each send one letter a second, and return what others waited meanwhile."""
    waited, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        for connection in connections:
            try:
                connection.send(b"x")
            except OSError:
                continue
        waited.append(ordinary(server))
        time.sleep(max(0.0, 1 - waited[-1]))
    return waited


def ended(connection: socket.socket) -> bool:
    connection.settimeout(5)
    try:
        while connection.recv(65_536):
            pass
    except TimeoutError:
        return False
    except OSError:
        pass
    return True


def test_slow_first_lines(impatient: Running, many: ExitStack) -> None:
    clients = [many.enter_context(connected(impatient)) for _ in range(CLIENTS)]
    for number, client in enumerate(clients):
        if number % 3:  # a third says nothing at all
            client.sendall(b"POST /api/check HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ")
    talking = [client for number, client in enumerate(clients) if number % 3]
    assert max(trickle(talking, HEAD + 3, impatient)) < QUICK
    assert all(map(ended, clients))
    lives(impatient)


def test_slow_first_lines_of_a_second_request(impatient: Running) -> None:
    with connected(impatient) as client:
        client.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert answered(client).startswith(b"HTTP/1.1 200 ")
        client.sendall(b"GET /")
        trickle([client], HEAD + 3, impatient)
        assert ended(client)


def test_slow_uploads(impatient: Running, many: ExitStack) -> None:
    clients = [many.enter_context(connected(impatient)) for _ in range(50)]
    for client in clients:
        client.sendall(head(impatient, FORM, "Content-Length: 100000") + PART)
    assert max(trickle(clients, UPLOAD + 1, impatient)) < QUICK
    said = [answered(client) for client in clients]
    assert all(each.startswith(b"HTTP/1.1 408 ") for each in said)
    assert all(b'"code":"too-slow"' in each for each in said)
    # They go on sending after their answer, and are not listened to for long.
    trickle(clients, LEFT_SECONDS + 2, impatient)
    assert all(map(ended, clients))


def test_an_answer_that_nobody_takes(impatient: Running, many: ExitStack) -> None:
    """A client that takes nothing of its answer has its connection ended, and the rest is freed."""
    client = many.enter_context(socket.socket())
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    client.settimeout(60)
    client.connect(many.enter_context(connected(impatient)).getpeername())
    request = head(impatient, path="/static/nhsuk/nhsuk-frontend.min.css", method="GET")
    client.sendall(request * 60)  # one after the other, over the one connection
    time.sleep(2)
    assert ordinary(impatient) < QUICK
    time.sleep(UPLOAD + 5)
    client.settimeout(5)
    assert ended(client)
    lives(impatient)


def test_whoever_breaks_off_is_forgotten(impatient: Running) -> None:
    for _ in range(100):
        with connected(impatient) as client:
            client.sendall(head(impatient, FORM, "Content-Length: 100000") + PART + b"x" * 500)
    assert ask(impatient.base, file(PLAIN)).status_code == 200
    assert re.sub(r"WARNING: +Invalid HTTP request received\.\n", "", impatient.said()) == ""
