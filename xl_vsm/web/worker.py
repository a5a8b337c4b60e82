"""One process that looks at uploads, as the server sees it."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from typing import Final, TypeVar

from pebble import ProcessExpired, ProcessPool

from xl_vsm.web.refusals import ended, needs_too_much, took_too_long
from xl_vsm.web.serving import Serving

T = TypeVar("T")

START: Final = 60
"""Seconds that a process has to start, on a machine that is busy."""
MORE: Final = 15
"""Seconds after which one that should have been ended is given up, with all it was in."""


class NotThere(Exception):
    """The process was gone before it was given anything."""


class Worker:
    """A place at which one process at a time works.

    It is a pool of one. A pool of several has one way in and one way out for all of them, and is of
    no more use when a process ends that held one of these, or that was given nothing at the time.

    Args:
        serving: how long it may work, and in how much memory.
    """

    def __init__(self, serving: Serving) -> None:
        """Start nothing yet."""
        self._serving = serving
        self._pool = self._new()
        self._pid = 0
        self._lost = False
        self.done = 0

    def _new(self) -> ProcessPool:
        return ProcessPool(
            max_workers=1,
            initializer=_prepare,
            initargs=[self._serving.caps.memory_bytes],
            context=multiprocessing.get_context("spawn"),
        )

    @property
    def alive(self) -> bool:
        """Whether its process, as far as is known, is there."""
        return self._pid > 0 and not self._lost and bool(self._pool.active)

    async def start(self) -> None:
        """Have a new process that is ready to work, in place of what there was.

        Raises:
            NotThere: it does not start.
        """
        await asyncio.to_thread(self.end)
        self._pool = self._new()
        try:
            started = asyncio.wrap_future(self._pool.schedule(_bring_in, timeout=START))
            self._pid = await asyncio.wait_for(started, START + MORE)
        except (TookTooLong, ProcessExpired, BrokenProcessPool, RuntimeError, OSError) as fault:
            raise NotThere from fault
        self.done, self._lost = 0, False

    async def do(self, function: Callable[..., T], *args: object) -> T:
        """Have the process do something, and wait for it. When cancelled, the process is ended.

        Raises:
            NotThere: the process was gone before.
            Refusal: it took too long, needed too much memory, or the process ended.
        """
        seconds, self.done = self._serving.work_seconds, self.done + 1
        there = False
        try:
            doing = self._pool.schedule(function, args=list(args), timeout=seconds)
            result = await asyncio.wait_for(asyncio.wrap_future(doing), seconds + MORE)
            there = True
        except TookTooLong as late:
            raise took_too_long(seconds) from late
        except ProcessExpired as gone:
            raise ended() from gone
        except MemoryError as full:
            raise needs_too_much(self._serving.caps.memory_bytes) from full
        except (BrokenProcessPool, RuntimeError) as gone:
            if self._pool.active:
                raise  # the function's own
            raise NotThere from gone
        except Exception:
            there = True  # a file that is refused, say; the process is as good as before
            raise
        finally:
            self._lost = not there
        return result

    def end(self) -> None:
        """End the process, whatever it does, and what it has started, which parses files."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        pid, self._pid = self._pid, 0
        if pid and hasattr(os, "killpg"):
            with contextlib.suppress(OSError):
                os.killpg(pid, signal.SIGKILL)
        self._pool.join()


def _prepare(memory_bytes: int) -> None:
    """Leave Ctrl-C to the server, and hold the process to a memory where the system can."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)  # so that it can be ended together with what it starts
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Windows has none

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        soft = memory_bytes if hard == resource.RLIM_INFINITY else min(memory_bytes, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _bring_in() -> int:
    """Bring in what is needed before somebody waits for it, and return the process's number."""
    from xl_vsm.sheets.apart.keeper import get_ready  # noqa: PLC0415 - in the process alone
    from xl_vsm.web import work  # noqa: F401, PLC0415 - as above

    get_ready()
    return os.getpid()
