"""Whose turn it is at the processes that work: each address has one after the other's."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from typing import Final, Generic, TypeVar

from xl_vsm.web.refusals import busy, too_much

T = TypeVar("T")

HALF: Final = 2
"""One address has no more than this part of the places in the queue."""


class Turns(Generic[T]):
    """Who has a place to work at, and who waits for one.

    One address never has all places, so that somebody at another is answered at once whatever the
    first one sent. Among those that wait, each address has a turn before any has a second.

    Args:
        places: how many places there are.
        waiting: how many may wait for one.
    """

    def __init__(self, places: int, waiting: int) -> None:
        """Begin without a place: each is given once it is ready."""
        self._most = max(1, places - 1)
        self._room = places + waiting
        self._room_of_one = max(self._most, self._room // HALF)
        self._idle: deque[T] = deque()
        self._having: Counter[str] = Counter()
        self._queues: dict[str, deque[asyncio.Future[T]]] = {}
        self._asked: Counter[str] = Counter()

    def enter(self, asker: str) -> None:
        """Take note that an address asks for work.

        Raises:
            Refusal: there is no room, for it or for anybody.
        """
        if self._asked.total() >= self._room:
            raise busy()
        if self._asked[asker] >= self._room_of_one:
            raise too_much()
        self._asked[asker] += 1

    def leave(self, asker: str) -> None:
        """Take note that an address has its answer, or has gone."""
        _less(self._asked, asker)

    async def take(self, asker: str) -> T:
        """Wait for a place, and have it until it is given up."""
        turn: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._queues.setdefault(asker, deque()).append(turn)
        self._give()
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():  # it came just as whoever asked had gone
                self.give_up(asker)
                self.ready(turn.result())
            raise

    def give_up(self, asker: str) -> None:
        """Take note that an address has a place no longer, whether or not it is ready again."""
        _less(self._having, asker)
        self._give()

    def ready(self, place: T) -> None:
        """Take note that a place is ready for somebody."""
        self._idle.append(place)
        self._give()

    def _give(self) -> None:
        while self._idle and (turn := self._next()):
            turn.set_result(self._idle.popleft())

    def _next(self) -> asyncio.Future[T] | None:
        """Return whose turn it is, and let their address wait behind the others; None if nobody's.

        Of those that wait, an address with fewer places comes first.
        """
        for asker in sorted(self._queues, key=self._having.__getitem__):
            queue = self._queues.pop(asker)
            while queue and queue[0].done():  # whoever it was has gone
                queue.popleft()
            turn = queue.popleft() if queue and self._having[asker] < self._most else None
            if queue:
                self._queues[asker] = queue
            if turn:
                self._having[asker] += 1
                return turn
        return None


def _less(count: Counter[str], asker: str) -> None:
    """Count one fewer, and forget an address that has none left."""
    count[asker] -= 1
    if not count[asker]:
        del count[asker]
