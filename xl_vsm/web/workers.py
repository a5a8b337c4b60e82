"""The processes that look at uploads. One that takes too long is ended, and nobody else waits."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import TimeoutError as TookTooLong
from typing import Final, TypeVar

from pebble import ProcessExpired, ProcessPool

from xl_vsm.web.refusals import busy, ended, took_too_long
from xl_vsm.web.serving import Serving

T = TypeVar("T")

REPLACED_AFTER: Final = 200
"""Uploads after which a process is replaced, so that what a library never gives back is given."""


class Workers:
    """A pool of processes.

    Args:
        serving: how many there are, and how long each may work.
    """

    def __init__(self, serving: Serving) -> None:
        """Start none yet."""
        self._serving = serving
        self._asked = 0
        self._pool = ProcessPool(
            max_workers=serving.workers,
            max_tasks=REPLACED_AFTER,
            initializer=_prepare,
            initargs=[serving.caps.memory_bytes],
            context=multiprocessing.get_context("spawn"),
        )

    async def do(self, function: Callable[..., T], *args: object) -> T:
        """Have a process do something with an upload, and wait for it.

        Where whoever asked has gone, the process is ended with it.

        Raises:
            Refusal: there is no room, it took too long, or the process ended.
        """
        if self._asked >= self._serving.workers + self._serving.waiting:
            raise busy()
        self._asked += 1
        try:
            seconds = self._serving.work_seconds
            doing = self._pool.schedule(function, args=list(args), timeout=seconds)
            done: T = await asyncio.wrap_future(doing)
        except TookTooLong as late:
            raise took_too_long(seconds) from late
        except ProcessExpired as gone:
            raise ended() from gone
        else:
            return done
        finally:
            self._asked -= 1

    def warm_up(self) -> None:
        """Have each process bring in what it needs before somebody waits for it."""
        for _ in range(self._serving.workers):
            self._pool.schedule(_bring_in)

    def close(self) -> None:
        """End them all."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _prepare(memory_bytes: int) -> None:
    """Leave Ctrl-C to the server, and hold the process to a memory where the system can."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Windows has none

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        soft = memory_bytes if hard == resource.RLIM_INFINITY else min(memory_bytes, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _bring_in() -> None:
    from xl_vsm.sheets.apart.keeper import get_ready  # noqa: PLC0415 - in the process alone
    from xl_vsm.web import work  # noqa: F401, PLC0415 - as above

    get_ready()
