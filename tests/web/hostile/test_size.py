"""An upload that is too large is refused before it is read, whatever it says of its length."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx
import pytest

from tests.web.api.asking import ask, refused, sent
from tests.web.hostile.wire import FORM, PART, answered, connected, head, lives
from tests.web.running import Running, running

LIMIT = 1_000_000
WHOLE = 5_800_000
"""What a request may bring here: four files of the limit as text, and the form's own words."""
BLOCK = b"x" * 65_536


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Give a server that takes small workbooks alone, and waits for nobody long."""
    settings = {"file_bytes": LIMIT, "upload_seconds": 6}
    with running(tmp_path_factory.mktemp("small"), **settings) as it:
        yield it


def test_a_file_over_the_limit(small: Running) -> None:
    refused(ask(small.base, sent("a.xlsx", b"x" * (LIMIT + 1))), 413, "SEC001", "1 MB")
    refused(ask(small.base, sent("a.xlsx", b"x" * LIMIT)), 415, "WBK003")


def test_one_that_says_so_is_refused_before_a_byte_of_it_is_sent(small: Running) -> None:
    with connected(small) as connection:
        connection.sendall(head(small, FORM, f"Content-Length: {10**12}"))
        said = answered(connection)
    assert said.startswith(b"HTTP/1.1 413 ")
    assert b'"code":"SEC001"' in said
    assert b"nosniff" in said


def test_expect_is_answered_with_the_refusal(small: Running) -> None:
    lines = (FORM, f"Content-Length: {10**9}", "Expect: 100-continue")
    with connected(small) as connection:
        connection.sendall(head(small, *lines))
        assert answered(connection).startswith(b"HTTP/1.1 413 ")


def test_one_that_does_not_say_is_cut_off(small: Running) -> None:
    """What the system and the server hold on its way is a few megabytes; it could send 300."""
    sent_bytes = 0
    with connected(small, seconds=30) as connection:
        connection.sendall(head(small, FORM, "Transfer-Encoding: chunked"))
        chunk = b"%x\r\n%b\r\n" % (len(BLOCK), BLOCK)
        connection.sendall(b"%x\r\n%b\r\n" % (len(PART), PART))
        try:
            while sent_bytes < 300_000_000:
                connection.sendall(chunk)
                sent_bytes += len(BLOCK)
        except OSError:
            pass
    assert WHOLE < sent_bytes < 60_000_000
    lives(small)


def test_one_just_too_large_reads_why(small: Running) -> None:
    """What is still on its way is taken and thrown away, or the client would read nothing."""

    def blocks() -> Iterator[bytes]:
        yield PART
        for _ in range(WHOLE * 2 // len(BLOCK)):
            yield BLOCK

    kind = {"Content-Type": FORM.partition(": ")[2]}
    answer = httpx.post(f"{small.base}/api/check", headers=kind, content=blocks(), timeout=60)
    refused(answer, 413, "SEC001", "MB")


def test_a_length_that_is_too_short_ends_the_form_there(small: Running) -> None:
    body = PART + b"x\r\n--b--\r\n"
    with connected(small) as connection:
        connection.sendall(head(small, FORM, f"Content-Length: {len(body) - 8}") + body)
        assert answered(connection).startswith(b"HTTP/1.1 422 ")
    lives(small)


def test_a_length_that_is_too_long_is_waited_for_and_no_longer(small: Running) -> None:
    body = PART + b"x\r\n--b--\r\n"
    began = time.perf_counter()
    with connected(small) as connection:
        connection.sendall(head(small, FORM, f"Content-Length: {len(body) + 9}") + body)
        assert answered(connection).startswith(b"HTTP/1.1 408 ")
    assert 5 < time.perf_counter() - began < 20


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Length: 5", "Content-Length: 6"),
        ("Content-Length: -1",),
        ("Content-Length: 5x",),
        ("Transfer-Encoding: gzip",),
        ("Transfer-Encoding: chunked, chunked",),
        ("X: " + "x" * 1_000_000,),
    ],
)
def test_what_is_no_http_is_refused(small: Running, lines: tuple[str, ...]) -> None:
    with connected(small) as connection:
        connection.sendall(head(small, FORM, *lines) + b"12345")
        assert answered(connection).startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 501 "))
    lives(small)


def test_more_than_may_be_held_at_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    with running(tmp_path_factory.mktemp("held"), held_bytes=3_000_000) as server:
        with connected(server) as connection:
            connection.sendall(head(server, FORM, "Content-Length: 9000000"))
            connection.sendall(PART + b"x" * 2_500_000)
            time.sleep(1)
            answer = ask(server.base, sent("a.xlsx", b"x" * 1_000_000))
            refused(answer, 503, "busy")
            assert int(answer.headers["retry-after"]) > 0
        time.sleep(1)
        refused(ask(server.base, sent("a.xlsx", b"x" * 1_000_000)), 415, "WBK003")
