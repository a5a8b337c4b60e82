"""The messages between the two processes: a line that says what follows, and the bytes."""

from __future__ import annotations

import json
from typing import IO, Any, Final

LONGEST_LINE: Final = 1_000_000
LONGEST_BODY: Final = 600_000_000
"""What five million cells come to, and as much again."""


class Ended(Exception):
    """There is no whole message: the other process is gone."""


def send(stream: IO[bytes], head: dict[str, Any], body: bytes = b"") -> None:
    """Write one message."""
    stream.write(json.dumps({**head, "size": len(body)}).encode("ascii") + b"\n")
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one message.

    Raises:
        Ended: the stream ended before, or in, the message; or it is no message.
    """
    line = stream.readline(LONGEST_LINE)
    try:
        head = json.loads(line)
        size = head["size"]
        if not (type(size) is int and 0 <= size <= LONGEST_BODY):
            raise Ended
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise Ended from fault
    body = stream.read(size)
    if len(body) < size:
        raise Ended
    return head, body
