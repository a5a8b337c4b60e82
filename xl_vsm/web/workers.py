"""The processes that look at uploads. One that takes too long is ended, and nobody else waits."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final, TypeVar

from xl_vsm.web.refusals import busy
from xl_vsm.web.serving import Serving
from xl_vsm.web.turns import Turns
from xl_vsm.web.worker import NotThere, Worker

T = TypeVar("T")

LOG = logging.getLogger("xl_vsm.web")

REPLACED_AFTER: Final = 200
"""Uploads after which a process is replaced, so that what a library never gives back is given."""
ONE_MORE: Final = 5
"""Seconds that a process may go on for somebody who has gone: starting another takes one or two."""
AGAIN: Final = 5
"""Seconds until another try where a process does not start."""


class Workers:
    """Processes, and how each comes back to work.

    Args:
        serving: how many there are, and how long each may work.
    """

    def __init__(self, serving: Serving) -> None:
        """Start none yet."""
        self._serving = serving
        self._all = [Worker(serving) for _ in range(serving.workers)]
        self._turns: Turns[Worker] = Turns(serving.workers, serving.waiting)
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def ready(self) -> bool:
        """Whether any process is there to work."""
        return any(worker.alive for worker in self._all)

    async def do(self, asker: str, function: Callable[..., T], *args: object) -> T:
        """Have a process do something with an upload, and wait for it.

        Where whoever asked has gone, a place in the queue is given up, and a process that does not
        end soon is ended.

        Args:
            asker: the address that asks, which has no more than its share of the processes.
            function: what is to be done.
            args: with what.

        Raises:
            Refusal: there is no room, it took too long, or the process ended at it.
        """
        self._turns.enter(asker)
        try:
            for _ in range(len(self._all) + 1):
                # One that ended while it had nothing to do, or that the system ended, has done
                # nothing with this: the next may be gone likewise, and after them a new one comes.
                with contextlib.suppress(NotThere):
                    return await self._one(asker, function, *args)
        finally:
            self._turns.leave(asker)
        raise busy()

    async def _one(self, asker: str, function: Callable[..., T], *args: object) -> T:
        worker = await self._turns.take(asker)
        doing = asyncio.ensure_future(worker.do(function, *args))
        try:
            return await asyncio.shield(doing)
        finally:
            if doing.done():
                self._back(worker, asker)
            else:
                self._later(self._let_finish(worker, asker, doing))

    async def _let_finish(self, worker: Worker, asker: str, doing: asyncio.Future[Any]) -> None:
        await asyncio.wait({doing}, timeout=ONE_MORE)
        doing.cancel()
        await asyncio.gather(doing, return_exceptions=True)
        self._back(worker, asker)

    def _back(self, worker: Worker, asker: str) -> None:
        self._turns.give_up(asker)
        if worker.alive and worker.done < REPLACED_AFTER:
            self._turns.ready(worker)
        elif not self._closed:
            self._later(self._start(worker))

    async def _start(self, worker: Worker) -> None:
        while True:
            try:
                await worker.start()
            except NotThere:
                LOG.error("a process for uploads does not start; trying again")
                await asyncio.sleep(AGAIN)
            else:
                self._turns.ready(worker)
                return

    def _later(self, doing: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def warm_up(self) -> None:
        """Start them all, each with what it needs before somebody waits for it."""
        for worker in self._all:
            self._later(self._start(worker))

    async def close(self) -> None:
        """End them all, and those that they started."""
        self._closed = True
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(asyncio.to_thread(worker.end) for worker in self._all))
