"""How much memory processes take, with whatever they start: sampled while they run."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Self

import psutil

EVERY = 0.1
"""Seconds from one look to the next."""


class Watch:
    """Looks at processes and their children until it is left.

    What several of them share is counted once, where the system says how much that is (Linux).

    Attributes:
        most: the most that all of them had at one time, in bytes.
    """

    def __init__(self, pids: Iterable[int]) -> None:
        """Take the processes' numbers."""
        self.most = 0
        self._pids = tuple(pids)
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Look no more."""
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while True:
            self.most = max(self.most, sum(map(size_of, self._pids)))
            if self._done.wait(EVERY):
                return


def size_of(pid: int) -> int:
    """Return how much a process and all that it has started hold now, in bytes."""
    size = 0
    with suppress(psutil.Error):
        root = psutil.Process(pid)
        for process in (root, *root.children(recursive=True)):
            with suppress(psutil.Error):
                said = process.memory_full_info()
                size += getattr(said, "pss", 0) or said.uss
    return size
