"""An upload that is too large is refused before it is read, whatever it says of its length."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.web import plainly
from tests.web.api.asking import ask, refused, sent
from tests.web.hostile.wire import FORM, LIMIT, PART, UPLOAD, answered, connected, head, lives
from tests.web.running import Running

WHOLE = 5_800_000
"""What a request may bring here: four files of the limit as text, and the form's own words."""
BLOCK = b"x" * 65_536


def test_a_file_over_the_limit(impatient: Running) -> None:
    refused(ask(impatient.base, sent("a.xlsx", b"x" * (LIMIT + 1))), 413, "SEC001", "1 MB")
    refused(ask(impatient.base, sent("a.xlsx", b"x" * LIMIT)), 415, "WBK003")


def test_one_that_says_so_is_refused_before_a_byte_of_it_is_sent(impatient: Running) -> None:
    with connected(impatient) as connection:
        connection.sendall(head(impatient, FORM, f"Content-Length: {10**12}"))
        said = answered(connection)
    assert said.startswith(b"HTTP/1.1 413 ")
    assert b'"code":"SEC001"' in said
    assert b"nosniff" in said


def test_expect_is_answered_with_the_refusal(impatient: Running) -> None:
    lines = (FORM, f"Content-Length: {10**9}", "Expect: 100-continue")
    with connected(impatient) as connection:
        connection.sendall(head(impatient, *lines))
        assert answered(connection).startswith(b"HTTP/1.1 413 ")


def test_one_that_does_not_say_is_cut_off(impatient: Running) -> None:
    """What the system and the server hold on its way is a few megabytes; it could send 300."""
    sent_bytes = 0
    with connected(impatient, seconds=30) as connection:
        connection.sendall(head(impatient, FORM, "Transfer-Encoding: chunked"))
        chunk = b"%x\r\n%b\r\n" % (len(BLOCK), BLOCK)
        connection.sendall(b"%x\r\n%b\r\n" % (len(PART), PART))
        try:
            while sent_bytes < 300_000_000:
                connection.sendall(chunk)
                sent_bytes += len(BLOCK)
        except OSError:
            pass
    assert WHOLE < sent_bytes < 60_000_000
    lives(impatient)


def test_one_just_too_large_reads_why(impatient: Running) -> None:
    """What is still on its way is taken and thrown away, or the client would read nothing."""

    def blocks() -> Iterator[bytes]:
        yield PART
        for _ in range(WHOLE * 2 // len(BLOCK)):
            yield BLOCK

    kind = {"Content-Type": FORM.partition(": ")[2]}
    answer = plainly.post(f"{impatient.base}/api/check", headers=kind, content=blocks(), timeout=60)
    refused(answer, 413, "SEC001", "MB")


def test_a_length_that_is_too_short_ends_the_form_there(impatient: Running) -> None:
    body = PART + b"x\r\n--b--\r\n"
    with connected(impatient) as connection:
        connection.sendall(head(impatient, FORM, f"Content-Length: {len(body) - 8}") + body)
        assert answered(connection).startswith(b"HTTP/1.1 422 ")
    lives(impatient)


def test_a_length_that_is_too_long_is_waited_for_and_no_longer(impatient: Running) -> None:
    body = PART + b"x\r\n--b--\r\n"
    began = time.perf_counter()
    with connected(impatient) as connection:
        connection.sendall(head(impatient, FORM, f"Content-Length: {len(body) + 9}") + body)
        assert answered(connection).startswith(b"HTTP/1.1 408 ")
    assert UPLOAD - 1 < time.perf_counter() - began < UPLOAD + 15


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
def test_what_is_no_http_is_refused(impatient: Running, lines: tuple[str, ...]) -> None:
    with connected(impatient) as connection:
        connection.sendall(head(impatient, FORM, *lines) + b"12345")
        assert answered(connection).startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 501 "))
    lives(impatient)
