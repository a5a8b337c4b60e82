"""Work done in a child process that begins where this one is: what it breaks is gone with it."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutation.session import be_quiet, keep_apart

TOO_LONG = "took too long"
DIED = "the process ended without an answer"


def in_a_child(work: Callable[[], str], seconds: float, *, quiet: bool = True) -> str:
    """Fork, do the work there, and return what it answers.

    Args:
        work: what is done in the child.
        seconds: after which the child is ended.
        quiet: whether what it prints is dropped.

    Returns:
        The answer, or `TOO_LONG`, or `DIED` where the child ended by itself before.
    """
    with TemporaryDirectory(prefix="xl-vsm-mutant-") as folder:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _answer(work, writing, Path(folder), quiet)
        os.close(writing)
        return _wait(child, reading, time.monotonic() + seconds)


def _answer(work: Callable[[], str], writing: int, folder: Path, quiet: bool) -> None:
    """Do the work and end, whatever it raises, without what an interpreter does at its end."""
    code = 1
    try:
        if quiet:
            be_quiet()
        keep_apart(folder)
        os.write(writing, work().encode() + b"\n")
        code = 0
    finally:
        os._exit(code)


def _wait(child: int, reading: int, until: float) -> str:
    said = b""
    try:
        while True:
            ready, _, _ = select.select([reading], [], [], max(until - time.monotonic(), 0))
            if not ready:
                os.kill(child, signal.SIGKILL)
                return TOO_LONG
            part = os.read(reading, 65_536)
            if not part:
                return said[:-1].decode() if said.endswith(b"\n") else DIED
            said += part
    finally:
        os.close(reading)
        os.waitpid(child, 0)
